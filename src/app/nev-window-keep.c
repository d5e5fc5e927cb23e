/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-view.h"
#include "nev-window-check.h"
#include "nev-window-private.h"
#include "nev-window-trail.h"

/* How the charts of a dataset are looked at, kept from one version of it to the next. */

/* What is kept of a chart from one version of the dataset to the next. */
typedef struct
{
  GBytes    *view;
  GPtrArray *past;   /* (element-type GBytes): what can be undone */
  GFile     *file;   /* that the view is kept in; or NULL */
  GBytes    *saved;  /* what stands in it */
  char      *series; /* of the reading that is selected; or NULL */
  NevMeasure measure;
  NevPeriod  period;
} Kept;

static void
free_kept (gpointer data)
{
  Kept *self = data;

  g_bytes_unref (self->view);
  g_ptr_array_unref (self->past);
  g_clear_object (&self->file);
  g_clear_pointer (&self->saved, g_bytes_unref);
  g_free (self->series);
  g_free (self);
}

static Kept *
keep (NevChartState *state)
{
  Kept             *self = g_new0 (Kept, 1);
  NevDatum          selection = nev_chart_state_get_selection (state);
  const NevReading *reading = nev_datum_is_none (selection) ? NULL : nev_chart_state_get_reading (state, selection);
  g_autoptr(GPtrArray) past = nev_history_get_past (nev_chart_state_get_history (state));

  self->view = nev_view_write (nev_chart_state_get_spec (state));
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; i < past->len; i++)
    g_ptr_array_add (self->past, nev_view_write (g_ptr_array_index (past, i)));

  if (nev_chart_state_get_file (state) != NULL)
    {
      self->file = g_object_ref (nev_chart_state_get_file (state));
      self->saved = nev_view_write (nev_chart_state_get_saved (state));
    }

  if (reading != NULL)
    {
      self->series = g_strdup (nev_series_get_id (reading->series));
      self->measure = reading->measure;
      self->period = reading->period;
    }

  return self;
}

/* The same of the new version; NULL where that has no such chart or series any more. */
static NevSpec *
create_spec (GBytes     *bytes,
             NevDataset *dataset)
{
  g_autoptr(NevView) view = nev_view_parse ("view", bytes, NULL);

  return view != NULL ? nev_view_create_spec (view, dataset, NULL) : NULL;
}

/* A step that a new version can't show, since a series is gone, is left out. */
static void
restore_past (Kept          *self,
              NevWindow     *window,
              NevChartState *state)
{
  g_autoptr(GPtrArray) past = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->past->len; i++)
    {
      NevSpec *step = create_spec (g_ptr_array_index (self->past, i), window->dataset);

      if (step != NULL)
        g_ptr_array_add (past, step);
    }

  nev_history_set_past (nev_chart_state_get_history (state), past);
}

static void
restore (Kept          *self,
         NevWindow     *window,
         NevChartState *state)
{
  g_autoptr(NevSpec) spec = create_spec (self->view, window->dataset);
  g_autoptr(NevSpec) saved = self->saved != NULL ? create_spec (self->saved, window->dataset) : NULL;
  NevSeries *series;

  if (spec == NULL)
    return;

  if (saved != NULL)
    nev_chart_state_set_saved (state, self->file, saved);

  series = self->series != NULL ? nev_dataset_find_series (window->dataset, self->series, NULL) : NULL;
  if (series != NULL)
    nev_chart_state_show_reading (state, series, self->measure, self->period);

  /* What was chosen stays chosen, though the reading could be shown with less. */
  nev_spec_assign (nev_chart_state_get_spec (state), spec);
  restore_past (self, window, state);
}

/* A view that one could go back to. */
typedef struct
{
  GBytes  *view; /* NULL where there was no chart */
  gboolean is_contradictions;
} Visited;

static void
free_visited (gpointer data)
{
  Visited *self = data;

  g_clear_pointer (&self->view, g_bytes_unref);
  g_free (self);
}

static GPtrArray *
keep_trail (NevWindow *window)
{
  GPtrArray *trail = g_ptr_array_new_with_free_func (free_visited);

  for (guint i = 0; i < nev_trail_get_n_past (window->trail); i++)
    {
      Visited *visited = g_new0 (Visited, 1);
      guint    page;
      NevSpec *spec = nev_trail_get_past (window->trail, i, &page);

      visited->view = spec != NULL ? nev_view_write (spec) : NULL;
      visited->is_contradictions = page == nev_window_get_n_pages (window);
      g_ptr_array_add (trail, visited);
    }

  return trail;
}

static NevChartState *
find_state (NevWindow  *self,
            const char *chart,
            guint      *page)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      NevChartState *state = g_ptr_array_index (self->states, i);

      if (g_str_equal (nev_spec_get_chart (nev_chart_state_get_spec (state))->name, chart))
        {
          *page = i + 1;
          return state;
        }
    }

  return NULL;
}

/* What can't be shown any more is left out. */
static void
restore_trail (NevWindow *self,
               GPtrArray *trail)
{
  for (guint i = 0; i < trail->len; i++)
    {
      const Visited *visited = g_ptr_array_index (trail, i);
      g_autoptr(NevSpec) spec = visited->view != NULL ? create_spec (visited->view, self->dataset) : NULL;
      guint page = visited->is_contradictions ? nev_window_get_n_pages (self) : 0;

      if (visited->view == NULL || (spec != NULL && find_state (self, nev_spec_get_chart (spec)->name, &page) != NULL))
        nev_trail_visit (self->trail, page, spec);
    }
}

/**
 * nev_window_replace_dataset:
 * @self: a window that shows a dataset
 * @dataset: another version of it, or one with more in it
 *
 * Shows a dataset in place of the one that is shown, as far as it has the same charts in the way they were looked at, and the
 * page that is shown. One can still go back to what was looked at before.
 */
void
nev_window_replace_dataset (NevWindow  *self,
                            NevDataset *dataset)
{
  g_autoptr(GHashTable) charts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_kept);
  g_autoptr(GPtrArray) trail = keep_trail (self);
  g_autofree char *shown = NULL;
  gboolean       shows_contradictions = self->shows_contradictions;
  GFile         *view_file;
  GHashTableIter iter;
  gpointer       name, kept;
  guint          page, shown_page = 0;

  for (guint i = 0; i < self->states->len; i++)
    {
      NevChartState *state = g_ptr_array_index (self->states, i);
      const char    *chart = nev_spec_get_chart (nev_chart_state_get_spec (state))->name;

      g_hash_table_insert (charts, g_strdup (chart), keep (state));
      if (self->page == i + 1)
        shown = g_strdup (chart);
    }

  /* Until it is as it was, nothing of it is a view that somebody looked at. */
  self->is_on_the_way = TRUE;

  /* The view that was opened is one of those that are kept. */
  view_file = g_steal_pointer (&self->view_file);
  nev_window_show_dataset (self, dataset);
  self->view_file = view_file;

  g_hash_table_iter_init (&iter, charts);
  while (g_hash_table_iter_next (&iter, &name, &kept))
    {
      NevChartState *state = find_state (self, name, &page);

      if (state == NULL)
        continue;

      restore (kept, self, state);
      if (g_strcmp0 (name, shown) == 0)
        shown_page = page;
    }

  nev_window_set_page (self, shown_page);
  if (shows_contradictions)
    nev_window_show_contradictions (self);

  restore_trail (self, trail);
  self->is_on_the_way = FALSE;
  nev_window_visit (self);
}
