/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-view-private.h"

#include <glib/gi18n-lib.h>

/* What the members of a view's file must be, as far as that can be told without its dataset. */

static const char *const view_members[] = {
  "format",
  "version",
  "dataset",
  "chart",
  "frequency",
  "measure",
  "mark",
  "mergeJanFeb",
  "indexBase",
  "from",
  "to",
  "arrangement",
  "rankingPeriod",
  "against",
  "series",
  "hidden",
  "focus",
  "title",
  "subtitle",
  "footnote",
  "annotations",
  NULL
};

static const char *const against_members[] = { "from", "to", NULL };

/* The members of an annotation of each kind. */
static const char *const annotation_members[NEV_N_ANNOTATION_KINDS][6] = {
  [NEV_ANNOTATION_LINE] = { "kind", "measure", "from", "text" },
  [NEV_ANNOTATION_BAND] = { "kind", "measure", "from", "to", "text" },
  [NEV_ANNOTATION_SPAN] = { "kind", "period", "text" },
  [NEV_ANNOTATION_NOTE] = { "kind", "period", "text" },
};

/**
 * nev_view_fail_at:
 * @place: a place in the document
 * @cause: (transfer full): what is wrong with what stands there
 * @error: return location for it
 *
 * Returns: %FALSE
 */
gboolean
nev_view_fail_at (const NevJsonPlace *place,
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

      return nev_json_fail (&format, NEV_DATA_ERROR_SCHEMA, error, _("expected “%1$s”, found %2$s"), NEV_VIEW_FORMAT, found);
    }

  if (!nev_json_read_number (&version, &number, error))
    return FALSE;

  if (number > NEV_VIEW_VERSION)
    return nev_json_fail (&version, NEV_DATA_ERROR_SCHEMA, error,
                          _("expected %1$d, found %2$.15g: a newer NEV Charts wrote this view"), NEV_VIEW_VERSION, number);

  if (number != NEV_VIEW_VERSION)
    return nev_json_fail (&version, NEV_DATA_ERROR_SCHEMA, error, _("expected %1$d, found %2$.15g"), NEV_VIEW_VERSION, number);

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
        return nev_view_fail_at (&frequency, cause, error);
    }

  if (self->has_measure)
    {
      if (!nev_json_read_string (&measure, NEV_LABEL_LINE, &text, error))
        return FALSE;
      if (!nev_measure_parse (text, &self->measure, &cause))
        return nev_view_fail_at (&measure, cause, error);
    }

  if (self->has_mark)
    {
      if (!nev_json_read_string (&mark, NEV_LABEL_LINE, &text, error))
        return FALSE;
      if (!nev_mark_parse (text, &self->mark, &cause))
        return nev_view_fail_at (&mark, cause, error);
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

  return nev_period_parse_dated (*text, period, &cause) || nev_view_fail_at (place, cause, error);
}

static gboolean
read_comparisons (NevView            *self,
                  const NevJsonPlace *root,
                  GError            **error)
{
  NevJsonPlace merge = nev_json_get_member (root, "mergeJanFeb");
  NevJsonPlace base = nev_json_get_member (root, "indexBase");
  const char  *text;

  return nev_json_read_boolean (&merge, &self->merge_jan_feb, error) &&
         (base.node == NULL || read_period (&base, &self->index_base, &text, error));
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
        return nev_json_fail (&to, NEV_DATA_ERROR_SCHEMA, error, _("expected a period that isn’t before “from”, found “%s”"),
                              text);
    }

  return TRUE;
}

/* Whether another range lies over the one shown follows from that range. */
static const struct
{
  const char    *name;
  NevArrangement arrangement;
} arrangements[] = {
  { "timeline", NEV_ARRANGEMENT_TIMELINE },
  { "seasonal", NEV_ARRANGEMENT_SEASONAL },
  { "ranking", NEV_ARRANGEMENT_RANKING },
};

static gboolean
read_arrangement (NevView            *self,
                  const NevJsonPlace *root,
                  GError            **error)
{
  NevJsonPlace     place = nev_json_get_member (root, "arrangement");
  g_autofree char *found = NULL;
  const char      *text;

  if (place.node == NULL)
    return TRUE;

  if (!nev_json_read_string (&place, NEV_LABEL_LINE, &text, error))
    return FALSE;

  self->has_arrangement = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (arrangements); i++)
    if (g_str_equal (text, arrangements[i].name))
      {
        self->arrangement = arrangements[i].arrangement;
        return TRUE;
      }

  found = nev_label_quote (text);

  return nev_json_fail (&place, NEV_DATA_ERROR_SCHEMA, error, _("expected timeline, seasonal or ranking, found %s"), found);
}

/* It is kept for when the chart is a ranking again. */
static gboolean
read_ranking_period (NevView            *self,
                     const NevJsonPlace *root,
                     GError            **error)
{
  NevJsonPlace place = nev_json_get_member (root, "rankingPeriod");
  const char  *text;
  GError      *cause = NULL;

  if (place.node == NULL)
    return TRUE;

  if (!nev_json_read_string (&place, NEV_LABEL_LINE, &text, error))
    return FALSE;

  return nev_period_parse (text, &self->ranking_period, &cause) || nev_view_fail_at (&place, cause, error);
}

/* Of the other range both ends are said, so that it means the same when the dataset has grown. */
static gboolean
read_against (NevView            *self,
              const NevJsonPlace *root,
              GError            **error)
{
  NevJsonPlace place = nev_json_get_member (root, "against");
  NevJsonPlace from, to;
  NevPeriod    first, last;
  const char  *text;

  if (place.node == NULL)
    return TRUE;

  if (!nev_json_expect_object (&place, error) || !nev_json_expect_members (&place, against_members, error))
    return FALSE;

  if (self->has_arrangement && self->arrangement == NEV_ARRANGEMENT_SEASONAL)
    return nev_json_fail (&place, NEV_DATA_ERROR_SCHEMA, error, _("expected no other range where years are compared"));
  if (self->has_arrangement && self->arrangement == NEV_ARRANGEMENT_RANKING)
    return nev_json_fail (&place, NEV_DATA_ERROR_SCHEMA, error, _("expected no other range where series are ranked"));

  from = nev_json_get_member (&place, "from");
  to = nev_json_get_member (&place, "to");

  if (!read_period (&from, &first, &text, error) || !read_period (&to, &last, &text, error))
    return FALSE;

  self->against = (NevPeriod){ first.start, last.end };

  return !nev_period_is_none (self->against) ||
         nev_json_fail (&to, NEV_DATA_ERROR_SCHEMA, error, _("expected a period that isn’t before “from”, found “%s”"), text);
}

/* The ids of series; none where the member is missing. */
static gboolean
read_ids (const NevJsonPlace *root,
          const char         *name,
          GPtrArray         **ids,
          GError            **error)
{
  NevJsonPlace series = nev_json_get_member (root, name);
  guint        n_series;

  if (series.node == NULL)
    return TRUE;

  /* How many can be told apart is said with the series' names. */
  if (!nev_json_expect_array (&series, G_MAXUINT, &n_series, error))
    return FALSE;

  *ids = g_ptr_array_new ();

  for (guint i = 0; i < n_series; i++)
    {
      NevJsonPlace element = nev_json_get_element (&series, i);
      const char  *id;

      if (!nev_json_read_string (&element, NEV_LABEL_NAME, &id, error))
        return FALSE;

      g_ptr_array_add (*ids, (gpointer) id);
    }

  g_ptr_array_add (*ids, NULL);

  return TRUE;
}

static gboolean
read_focus (NevView            *self,
            const NevJsonPlace *root,
            GError            **error)
{
  NevJsonPlace place = nev_json_get_member (root, "focus");

  return place.node == NULL || nev_json_read_string (&place, NEV_LABEL_NAME, &self->focus, error);
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
    return nev_view_fail_at (&measure, cause, error);

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
    return nev_view_fail_at (&kind, cause, error);

  if (!nev_json_expect_members (object, annotation_members[annotation->kind], error))
    return FALSE;

  if (nev_annotation_kind_has_values (annotation->kind) ? !read_values (object, annotation, error)
                                                        : !read_period (&period, &annotation->period, &text, error))
    return FALSE;

  text = "";
  if (!read_line (object, "text", &text, error))
    return FALSE;

  annotation->text = g_strdup (text);

  return nev_annotation_check (annotation, &cause) || nev_view_fail_at (object, cause, error);
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
 * nev_view_read:
 * @self: an empty view
 * @root: the document's place
 * @error: return location for a #NevDataError
 *
 * Reads what the document says.
 *
 * Returns: whether it is a view
 */
gboolean
nev_view_read (NevView            *self,
               const NevJsonPlace *root,
               GError            **error)
{
  /* First what it is, since members of anything else mean nothing. */
  return read_format (root, error) &&
         nev_json_expect_members (root, view_members, error) &&
         read_names (self, root, error) &&
         read_choices (self, root, error) &&
         read_comparisons (self, root, error) &&
         read_range (self, root, error) &&
         read_arrangement (self, root, error) &&
         read_ranking_period (self, root, error) &&
         read_against (self, root, error) &&
         read_ids (root, "series", &self->series, error) &&
         read_ids (root, "hidden", &self->hidden, error) &&
         read_focus (self, root, error) &&
         read_line (root, "title", &self->title, error) &&
         read_line (root, "subtitle", &self->subtitle, error) &&
         read_line (root, "footnote", &self->footnote, error) &&
         read_annotations (self, root, error);
}
