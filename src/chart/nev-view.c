/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-view-private.h"

#include <glib/gi18n-lib.h>

#include "nev-json-reader.h"
#include "nev-spec-check.h"

/* How a view is read. The document is kept, so that what only a dataset can tell to be wrong has a
 * place in messages, too.
 */
struct _NevView
{
  /* Owned */
  char      *name;
  JsonNode  *root;
  GPtrArray *annotations; /* (element-type NevAnnotation) */
  GPtrArray *series;      /* ids, NULL-terminated; or NULL: the chart's */

  /* Borrowed from the document; NULL: what the chart has, or none */
  const char *dataset;
  const char *chart;
  const char *title;
  const char *subtitle;
  const char *footnote;

  /* Chosen */
  gboolean     has_frequency, has_measure, has_mark;
  NevFrequency frequency;
  NevMeasure   measure;
  NevMark      mark;
  gint32       from, to; /* 0: no end */
};

static const char *const view_members[] = {
  "format",
  "version",
  "dataset",
  "chart",
  "frequency",
  "measure",
  "mark",
  "from",
  "to",
  "series",
  "title",
  "subtitle",
  "footnote",
  "annotations",
  NULL
};

/* The members of an annotation of each kind. */
static const char *const annotation_members[NEV_N_ANNOTATION_KINDS][6] = {
  [NEV_ANNOTATION_LINE] = { "kind", "measure", "from", "text" },
  [NEV_ANNOTATION_BAND] = { "kind", "measure", "from", "to", "text" },
  [NEV_ANNOTATION_SPAN] = { "kind", "period", "text" },
  [NEV_ANNOTATION_NOTE] = { "kind", "period", "text" },
};

/* Passes on what is wrong with what stands at a place. */
static gboolean
fail_at (const NevJsonPlace *place,
         GError             *cause,
         GError            **error)
{
  nev_json_fail (place, NEV_DATA_ERROR_SCHEMA, error, "%s", cause->message);
  g_error_free (cause);

  return FALSE;
}

/* Words of one line that may be missing. */
static gboolean
read_line (const NevJsonPlace *object,
           const char         *name,
           const char        **line,
           GError            **error)
{
  NevJsonPlace place = nev_json_get_member (object, name);

  return place.node == NULL || nev_json_read_string (&place, NEV_LABEL_LINE, line, error);
}

static gboolean
read_format (const NevJsonPlace *root,
             GError            **error)
{
  NevJsonPlace format = nev_json_get_member (root, "format");
  NevJsonPlace version = nev_json_get_member (root, "version");
  const char  *text;
  double       number;

  if (!nev_json_read_string (&format, NEV_LABEL_LINE, &text, error))
    return FALSE;

  if (!g_str_equal (text, NEV_VIEW_FORMAT))
    {
      g_autofree char *found = nev_label_quote (text);

      return nev_json_fail (&format, NEV_DATA_ERROR_SCHEMA, error, _ ("expected “%1$s”, found %2$s"), NEV_VIEW_FORMAT, found);
    }

  if (!nev_json_read_number (&version, &number, error))
    return FALSE;

  if (number > NEV_VIEW_VERSION)
    return nev_json_fail (&version, NEV_DATA_ERROR_SCHEMA, error,
                          _ ("expected %1$d, found %2$.15g: a newer NEV Charts wrote this view"), NEV_VIEW_VERSION, number);

  if (number != NEV_VIEW_VERSION)
    return nev_json_fail (&version, NEV_DATA_ERROR_SCHEMA, error, _ ("expected %1$d, found %2$.15g"), NEV_VIEW_VERSION, number);

  return TRUE;
}

static gboolean
read_names (NevView            *self,
            const NevJsonPlace *root,
            GError            **error)
{
  NevJsonPlace dataset = nev_json_get_member (root, "dataset");
  NevJsonPlace chart = nev_json_get_member (root, "chart");

  return nev_json_read_string (&dataset, NEV_LABEL_NAME, &self->dataset, error) &&
         nev_json_read_string (&chart, NEV_LABEL_NAME, &self->chart, error);
}

static gboolean
read_choices (NevView            *self,
              const NevJsonPlace *root,
              GError            **error)
{
  NevJsonPlace frequency = nev_json_get_member (root, "frequency");
  NevJsonPlace measure = nev_json_get_member (root, "measure");
  NevJsonPlace mark = nev_json_get_member (root, "mark");
  GError      *cause = NULL;
  const char  *text;

  self->has_frequency = frequency.node != NULL;
  self->has_measure = measure.node != NULL;
  self->has_mark = mark.node != NULL;

  if (self->has_frequency)
    {
      if (!nev_json_read_string (&frequency, NEV_LABEL_LINE, &text, error))
        return FALSE;
      if (!nev_frequency_parse (text, &self->frequency, &cause))
        return fail_at (&frequency, cause, error);
    }

  if (self->has_measure)
    {
      if (!nev_json_read_string (&measure, NEV_LABEL_LINE, &text, error))
        return FALSE;
      if (!nev_measure_parse (text, &self->measure, &cause))
        return fail_at (&measure, cause, error);
    }

  if (self->has_mark)
    {
      if (!nev_json_read_string (&mark, NEV_LABEL_LINE, &text, error))
        return FALSE;
      if (!nev_mark_parse (text, &self->mark, &cause))
        return fail_at (&mark, cause, error);
    }

  return TRUE;
}

/* A period, and as what it was written. */
static gboolean
read_period (const NevJsonPlace *place,
             NevPeriod          *period,
             const char        **text,
             GError            **error)
{
  GError *cause = NULL;

  if (!nev_json_read_string (place, NEV_LABEL_LINE, text, error))
    return FALSE;

  return nev_period_parse (*text, period, &cause) || fail_at (place, cause, error);
}

static gboolean
read_range (NevView            *self,
            const NevJsonPlace *root,
            GError            **error)
{
  NevJsonPlace from = nev_json_get_member (root, "from");
  NevJsonPlace to = nev_json_get_member (root, "to");
  const char  *text;
  NevPeriod    period;

  if (from.node != NULL)
    {
      if (!read_period (&from, &period, &text, error))
        return FALSE;
      self->from = period.start;
    }

  if (to.node != NULL)
    {
      if (!read_period (&to, &period, &text, error))
        return FALSE;
      self->to = period.end;

      if (self->to <= self->from)
        return nev_json_fail (&to, NEV_DATA_ERROR_SCHEMA, error, _ ("expected a period that isn’t before “from”, found “%s”"),
                              text);
    }

  return TRUE;
}

static gboolean
read_series (NevView            *self,
             const NevJsonPlace *root,
             GError            **error)
{
  NevJsonPlace series = nev_json_get_member (root, "series");
  guint        n_series;

  if (series.node == NULL)
    return TRUE;

  /* How many can be told apart is said with the series' names. */
  if (!nev_json_expect_array (&series, G_MAXUINT, &n_series, error))
    return FALSE;

  self->series = g_ptr_array_new ();

  for (guint i = 0; i < n_series; i++)
    {
      NevJsonPlace element = nev_json_get_element (&series, i);
      const char  *id;

      if (!nev_json_read_string (&element, NEV_LABEL_NAME, &id, error))
        return FALSE;

      g_ptr_array_add (self->series, (gpointer) id);
    }

  g_ptr_array_add (self->series, NULL);

  return TRUE;
}

static gboolean
read_values (const NevJsonPlace *object,
             NevAnnotation      *annotation,
             GError            **error)
{
  NevJsonPlace measure = nev_json_get_member (object, "measure");
  NevJsonPlace from = nev_json_get_member (object, "from");
  NevJsonPlace to = nev_json_get_member (object, "to");
  GError      *cause = NULL;
  const char  *text;

  if (!nev_json_read_string (&measure, NEV_LABEL_LINE, &text, error))
    return FALSE;
  if (!nev_measure_parse (text, &annotation->measure, &cause))
    return fail_at (&measure, cause, error);

  return nev_json_read_number (&from, &annotation->from, error) &&
         (annotation->kind == NEV_ANNOTATION_LINE || nev_json_read_number (&to, &annotation->to, error));
}

static gboolean
read_annotation (const NevJsonPlace *object,
                 NevAnnotation      *annotation,
                 GError            **error)
{
  NevJsonPlace kind = nev_json_get_member (object, "kind");
  NevJsonPlace period = nev_json_get_member (object, "period");
  GError      *cause = NULL;
  const char  *text = "";

  if (!nev_json_read_string (&kind, NEV_LABEL_LINE, &text, error))
    return FALSE;
  if (!nev_annotation_kind_parse (text, &annotation->kind, &cause))
    return fail_at (&kind, cause, error);

  if (!nev_json_expect_members (object, annotation_members[annotation->kind], error))
    return FALSE;

  if (nev_annotation_kind_has_values (annotation->kind) ? !read_values (object, annotation, error)
                                                        : !read_period (&period, &annotation->period, &text, error))
    return FALSE;

  text = "";
  if (!read_line (object, "text", &text, error))
    return FALSE;

  annotation->text = g_strdup (text);

  return nev_annotation_check (annotation, &cause) || fail_at (object, cause, error);
}

static gboolean
read_annotations (NevView            *self,
                  const NevJsonPlace *root,
                  GError            **error)
{
  NevJsonPlace place = nev_json_get_member (root, "annotations");
  guint        n_annotations;

  if (place.node == NULL)
    return TRUE;

  if (!nev_json_expect_array (&place, NEV_MAX_ANNOTATIONS, &n_annotations, error))
    return FALSE;

  for (guint i = 0; i < n_annotations; i++)
    {
      NevJsonPlace   element = nev_json_get_element (&place, i);
      NevAnnotation *annotation = g_new0 (NevAnnotation, 1);

      g_ptr_array_add (self->annotations, annotation);

      if (!nev_json_expect_object (&element, error) || !read_annotation (&element, annotation, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * nev_view_parse:
 * @name: what messages call the file
 * @bytes: its content
 * @error: return location for a #NevDataError
 *
 * Reads a view. What only its dataset can tell, nev_view_create_spec() checks.
 *
 * Returns: (transfer full): the view; or %NULL with @error set
 */
NevView *
nev_view_parse (const char *name,
                GBytes     *bytes,
                GError    **error)
{
  g_autoptr(NevView) self = NULL;
  NevJsonPlace root = { NULL, name, 0, NULL };

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > NEV_VIEW_MAX_BYTES)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT, _ ("%s: expected at most %zu bytes, found %zu"),
                   name, (gsize) NEV_VIEW_MAX_BYTES, g_bytes_get_size (bytes));
      return NULL;
    }

  self = g_new0 (NevView, 1);
  self->name = g_strdup (name);
  self->annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) nev_annotation_free);
  self->root = root.node = nev_json_load (name, bytes, error);

  if (root.node == NULL)
    return NULL;

  /* First what it is, since members of anything else mean nothing. */
  if (!read_format (&root, error) ||
      !nev_json_expect_members (&root, view_members, error) ||
      !read_names (self, &root, error) ||
      !read_choices (self, &root, error) ||
      !read_range (self, &root, error) ||
      !read_series (self, &root, error) ||
      !read_line (&root, "title", &self->title, error) ||
      !read_line (&root, "subtitle", &self->subtitle, error) ||
      !read_line (&root, "footnote", &self->footnote, error) ||
      !read_annotations (self, &root, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* What is too long is something else, and isn't read to its end. */
static GBytes *
read_bytes (GFile        *file,
            const char   *name,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *data = NULL;
  gsize            length;

  if (stream == NULL)
    return NULL;

  data = g_malloc (NEV_VIEW_MAX_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, NEV_VIEW_MAX_BYTES + 1, &length, cancellable, error))
    return NULL;

  if (length > NEV_VIEW_MAX_BYTES)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT, _ ("%s: expected at most %d bytes, found more"), name, NEV_VIEW_MAX_BYTES);
      return NULL;
    }

  return g_bytes_new (data, length);
}

/**
 * nev_view_load:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @error: return location for a #NevDataError, or one of GIO
 *
 * Reads the view in a file.
 *
 * Returns: (transfer full): the view; or %NULL with @error set
 */
NevView *
nev_view_load (GFile        *file,
               GCancellable *cancellable,
               GError      **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr(GBytes) bytes = read_bytes (file, shown, cancellable, error);

  return bytes != NULL ? nev_view_parse (shown, bytes, error) : NULL;
}

void
nev_view_free (NevView *self)
{
  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_clear_pointer (&self->root, nev_json_free);
  g_free (self->name);
  g_free (self);
}

/**
 * nev_view_get_dataset:
 * @self: a view
 *
 * Returns: (transfer none): the name of the dataset that it is a view of
 */
const char *
nev_view_get_dataset (NevView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dataset;
}

/**
 * nev_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none): the name of the chart; whether the dataset has it isn't known yet
 */
const char *
nev_view_get_chart (NevView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->chart;
}

/* Like the members of the document, what isn't there is the chart's; only the range is the whole. */
static gboolean
apply (NevView            *self,
       NevSpec            *spec,
       const NevJsonPlace *root,
       GError            **error)
{
  NevJsonPlace series = nev_json_get_member (root, "series");
  GError      *cause = NULL;

  if (self->has_frequency)
    nev_spec_set_frequency (spec, self->frequency);
  if (self->has_measure)
    nev_spec_set_measure (spec, self->measure);
  if (self->has_mark)
    nev_spec_set_mark (spec, self->mark);

  if (self->series != NULL && !nev_spec_choose_series (spec, (const char *const *) self->series->pdata, &cause))
    return fail_at (&series, cause, error);

  /* Of a chart's own series that is to be said, too, since a measure was chosen. */
  if (!nev_spec_check_units (spec, &cause))
    return fail_at (&series, cause, error);

  nev_spec_set_range (spec, self->from, self->to);
  nev_spec_set_title (spec, self->title);
  nev_spec_set_subtitle (spec, self->subtitle);
  nev_spec_set_footnote (spec, self->footnote);
  nev_spec_set_annotations (spec, self->annotations);

  return nev_spec_check_range (spec, &cause) || fail_at (root, cause, error);
}

/**
 * nev_view_create_spec:
 * @self: a view
 * @dataset: the dataset that it is a view of
 * @error: return location for a #NevDataError
 *
 * Makes the spec that the view describes.
 *
 * Returns: (transfer full): the spec; or %NULL with @error set, if the dataset is another one, has no
 *   such chart or series, or has nothing to show of it
 */
NevSpec *
nev_view_create_spec (NevView    *self,
                      NevDataset *dataset,
                      GError    **error)
{
  NevJsonPlace root, dataset_place, chart_place;
  g_autoptr(NevSpec) spec = NULL;
  const NevChart *chart;
  GError         *cause = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (NEV_IS_DATASET (dataset), NULL);

  root = (NevJsonPlace){ NULL, self->name, 0, self->root };
  dataset_place = nev_json_get_member (&root, "dataset");
  chart_place = nev_json_get_member (&root, "chart");

  if (!g_str_equal (self->dataset, nev_dataset_get_name (dataset)))
    {
      nev_json_fail (&dataset_place, NEV_DATA_ERROR_NOT_FOUND, error,
                     _ ("expected “%1$s”, which is the dataset that is open, found “%2$s”"),
                     nev_dataset_get_name (dataset), self->dataset);
      return NULL;
    }

  chart = nev_dataset_find_chart (dataset, self->chart, &cause);

  if (chart == NULL)
    {
      fail_at (&chart_place, cause, error);
      return NULL;
    }

  spec = nev_spec_new (dataset, chart);

  return apply (self, spec, &root, error) ? g_steal_pointer (&spec) : NULL;
}
