/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-view-private.h"

#include <glib/gi18n-lib.h>

#include "nev-spec-check.h"

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
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT, _("%s: expected at most %zu bytes, found %zu"),
                   name, (gsize) NEV_VIEW_MAX_BYTES, g_bytes_get_size (bytes));
      return NULL;
    }

  self = g_new0 (NevView, 1);
  self->name = g_strdup (name);
  self->annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) nev_annotation_free);
  self->root = root.node = nev_json_load (name, bytes, error);

  if (root.node == NULL)
    return NULL;

  return nev_view_read (self, &root, error) ? g_steal_pointer (&self) : NULL;
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
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT, _("%s: expected at most %d bytes, found more"), name, NEV_VIEW_MAX_BYTES);
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
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
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
  NevJsonPlace hidden = nev_json_get_member (root, "hidden");
  NevJsonPlace focus = nev_json_get_member (root, "focus");
  NevJsonPlace base = nev_json_get_member (root, "indexBase");
  NevJsonPlace arrangement = nev_json_get_member (root, "arrangement");
  NevJsonPlace ranking_period = nev_json_get_member (root, "rankingPeriod");
  NevJsonPlace against = nev_json_get_member (root, "against");
  GError      *cause = NULL;

  if (self->has_frequency)
    nev_spec_set_frequency (spec, self->frequency);
  if (self->has_measure)
    nev_spec_set_measure (spec, self->measure);
  if (self->has_mark)
    nev_spec_set_mark (spec, self->mark);

  if (self->series != NULL && !nev_spec_choose_series (spec, (const char *const *) self->series->pdata, &cause))
    return nev_view_fail_at (&series, cause, error);

  if (self->hidden != NULL && !nev_spec_choose_hidden (spec, (const char *const *) self->hidden->pdata, &cause))
    return nev_view_fail_at (&hidden, cause, error);

  /* Of a chart's own series that is to be said, too, since a measure was chosen. */
  if (!nev_spec_check_units (spec, &cause))
    return nev_view_fail_at (&series, cause, error);

  nev_spec_set_merge_jan_feb (spec, self->merge_jan_feb);

  if (!nev_period_is_none (self->index_base) && !nev_spec_choose_index_base (spec, self->index_base, &cause))
    return nev_view_fail_at (&base, cause, error);

  nev_spec_set_range (spec, self->from, self->to);
  nev_spec_set_against (spec, self->against);

  if (self->has_arrangement)
    {
      nev_spec_set_seasonal (spec, self->arrangement == NEV_ARRANGEMENT_SEASONAL);
      nev_spec_set_ranking (spec, self->arrangement == NEV_ARRANGEMENT_RANKING);
    }

  if (!nev_period_is_none (self->ranking_period) && !nev_spec_choose_ranking_period (spec, self->ranking_period, &cause))
    return nev_view_fail_at (&ranking_period, cause, error);

  nev_spec_set_title (spec, self->title);
  nev_spec_set_subtitle (spec, self->subtitle);
  nev_spec_set_footnote (spec, self->footnote);
  nev_spec_set_annotations (spec, self->annotations);

  if (self->focus != NULL && !nev_spec_choose_focus (spec, self->focus, &cause))
    return nev_view_fail_at (&focus, cause, error);

  if (!nev_spec_check_arrangement (spec, &cause))
    {
      if (nev_spec_get_arrangement (spec) == NEV_ARRANGEMENT_RANKING)
        return nev_view_fail_at (&ranking_period, cause, error);

      return nev_view_fail_at (nev_period_is_none (self->against) ? &arrangement : &against, cause, error);
    }

  return nev_spec_check_range (spec, &cause) || nev_view_fail_at (root, cause, error);
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
                     _("expected “%1$s”, which is the dataset that is open, found “%2$s”"),
                     nev_dataset_get_name (dataset), self->dataset);
      return NULL;
    }

  chart = nev_dataset_find_chart (dataset, self->chart, &cause);

  if (chart == NULL)
    {
      nev_view_fail_at (&chart_place, cause, error);
      return NULL;
    }

  spec = nev_spec_new (dataset, chart);

  return apply (self, spec, &root, error) ? g_steal_pointer (&spec) : NULL;
}
