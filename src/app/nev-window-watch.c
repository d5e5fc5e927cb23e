/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-watch.h"

#include <glib/gi18n-lib.h>

#include "nev-load-job.h"
#include "nev-package.h"
#include "nev-view.h"
#include "nev-window-check.h"
#include "nev-window-private.h"

/* A dataset that changes while it is open is shown in its new version, the way it was looked at. A version that can't be read leaves
 * the old one.
 */

/* What is kept of a chart from one version of the dataset to the next. */
typedef struct
{
  GBytes    *view;
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

  self->view = nev_view_write (nev_chart_state_get_spec (state));

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

  nev_spec_assign (nev_chart_state_get_spec (state), spec);
  nev_history_end_step (nev_chart_state_get_history (state));

  if (saved != NULL)
    nev_chart_state_set_saved (state, self->file, saved);

  series = self->series != NULL ? nev_dataset_find_series (window->dataset, self->series, NULL) : NULL;
  if (series != NULL)
    nev_chart_state_show_reading (state, series, self->measure, self->period);
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

static void
replace_dataset (NevWindow  *self,
                 NevDataset *dataset)
{
  g_autoptr(GHashTable) charts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_kept);
  g_autofree char *shown = NULL;
  gboolean         shows_contradictions = self->shows_contradictions;
  GHashTableIter   iter;
  gpointer         name, kept;
  guint            page, shown_page = 0;

  for (guint i = 0; i < self->states->len; i++)
    {
      NevChartState *state = g_ptr_array_index (self->states, i);
      const char    *chart = nev_spec_get_chart (nev_chart_state_get_spec (state))->name;

      g_hash_table_insert (charts, g_strdup (chart), keep (state));
      if (self->page == i + 1)
        shown = g_strdup (chart);
    }

  nev_window_show_dataset (self, dataset);

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
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(NevWindow) self = user_data;
  g_autoptr(NevDataset) dataset = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  AdwToast        *toast;

  dataset = nev_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (dataset != NULL)
    {
      replace_dataset (self, dataset);
      toast = adw_toast_new (_("The dataset has changed and was read again"));
    }
  else
    {
      text = g_strdup_printf (_("The dataset has changed, but can’t be read: %s"), error->message);
      toast = adw_toast_new (text);
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
      adw_toast_set_timeout (toast, 0);
    }

  /* What was said of the version before isn't true any more. */
  if (self->watch_toast != NULL)
    adw_toast_dismiss (self->watch_toast);
  g_set_weak_pointer (&self->watch_toast, toast);
  nev_window_add_toast (self, toast);
}

static void
changed_cb (NevWindow *self)
{
  /* A failed page is for a person to mend, who then tries again. */
  if (self->dataset == NULL || self->file == NULL)
    return;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  nev_load_async (self->file, self->loading, load_cb, g_object_ref (self));
}

/**
 * nev_window_watch:
 * @self: a window that has read the dataset in its file
 *
 * Watches the files of the dataset that is shown.
 */
void
nev_window_watch (NevWindow *self)
{
  g_autoptr(GPtrArray) files = self->file != NULL ? nev_package_list_files (self->file) : NULL;

  g_clear_object (&self->watch);

  if (files == NULL)
    return;

  self->watch = nev_watch_new (files);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
