/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-private.h"

#include <glib/gi18n-lib.h>

#include "nev-view-job.h"
#include "nev-window-export.h"
#include "nev-window-view.h"

/* A chart as it is looked at, in a file of its own. Each chart of the window may have one. */

static void
remember_file (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData    data = {
       .mime_type = (char *) NEV_VIEW_MIME_TYPE,
       .app_name = (char *) "nev-charts",
       .app_exec = (char *) "nev-charts %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(NevWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  GFile   *file = nev_view_save_get_file (result);
  NevSpec *spec = nev_view_save_get_spec (result);

  if (!nev_view_save_finish (result, &error))
    {
      nev_window_show_error (self, _("The View Could Not Be Saved"), error);
      return;
    }

  remember_file (file);

  /* The chart that was saved needn't be the one that is shown by now, nor be there any more. */
  for (guint i = 0; i < self->states->len; i++)
    {
      NevChartState *state = g_ptr_array_index (self->states, i);

      if (nev_spec_get_chart (nev_chart_state_get_spec (state)) == nev_spec_get_chart (spec))
        nev_chart_state_set_saved (state, file, spec);
    }

  nev_window_update_subtitle (self);
}

static void
ask_for_file (NevWindow  *self,
              const char *name)
{
  g_autofree char *suggestion = name != NULL ? g_strdup (name) : g_strconcat (nev_spec_get_chart (nev_window_get_spec (self))->name, NEV_VIEW_SUFFIX, NULL);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Views (.nevview)"));
  gtk_file_filter_add_suffix (filter, NEV_VIEW_SUFFIX + 1);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save View"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), suggestion);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
}

static void
response_cb (NevWindow *self,
             int        response)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

  g_clear_object (&self->chooser);

  if (file != NULL && nev_window_get_spec (self) != NULL)
    nev_window_save_view (self, file);
}

/**
 * nev_window_save_view:
 * @self: a window that shows a chart
 * @file: (nullable): where to write; %NULL for the chart's file, which is asked for where there is none
 *
 * Saves the chart as it is looked at.
 */
void
nev_window_save_view (NevWindow *self,
                      GFile     *file)
{
  NevChartState *state;
  g_autoptr(GFile) target = NULL;

  g_return_if_fail (NEV_IS_WINDOW (self));
  g_return_if_fail (nev_window_get_spec (self) != NULL);

  state = nev_chart_page_get_state (self->chart_page);
  if (file == NULL)
    file = nev_chart_state_get_file (state);

  if (file == NULL)
    {
      nev_window_save_view_as (self);
      return;
    }

  if (nev_view_is_file (file))
    {
      target = g_object_ref (file);
    }
  else
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *full_name = g_strconcat (name, NEV_VIEW_SUFFIX, NULL);
      g_autoptr(GFile) folder = g_file_get_parent (file);

      target = g_file_get_child (folder, full_name);

      /* Nobody was asked about replacing this one. */
      if (g_file_query_exists (target, NULL))
        {
          ask_for_file (self, full_name);
          gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
          g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
          gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
          return;
        }
    }

  nev_view_save_async (nev_window_get_spec (self), target, saved_cb, g_object_ref (self));
}

/**
 * nev_window_save_view_as:
 * @self: a window that shows a chart
 *
 * Asks into which file to save the chart as it is looked at, and does it.
 */
void
nev_window_save_view_as (NevWindow *self)
{
  g_return_if_fail (NEV_IS_WINDOW (self));
  g_return_if_fail (nev_window_get_spec (self) != NULL);

  ask_for_file (self, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* The window's own dataset if it is the one that the view is of, else that of another window. */
static NevDataset *
find_dataset (NevWindow  *self,
              const char *name,
              GFile     **file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  *file = self->file;
  if (application == NULL || g_str_equal (nev_dataset_get_name (self->dataset), name))
    return self->dataset;

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      NevDataset *dataset = NEV_IS_WINDOW (l->data) ? nev_window_get_dataset (l->data) : NULL;

      if (dataset != NULL && g_str_equal (nev_dataset_get_name (dataset), name))
        {
          *file = nev_window_get_file (l->data);
          return dataset;
        }
    }

  return self->dataset;
}

static gboolean
show_view (NevWindow *self,
           NevView   *view,
           GError   **error)
{
  GFile      *dataset_file;
  NevDataset *dataset = find_dataset (self, nev_view_get_dataset (view), &dataset_file);
  g_autoptr(GFile) file = NULL;
  g_autoptr(NevSpec) spec = nev_view_create_spec (view, dataset, error);

  if (spec == NULL)
    return FALSE;

  /* Before the dataset is shown: that would ask for the view again. */
  file = g_steal_pointer (&self->view_file);

  if (dataset != self->dataset)
    {
      g_set_object (&self->file, dataset_file);
      nev_window_show_dataset (self, dataset);
    }

  nev_window_show_spec (self, spec, file);
  remember_file (file);

  return TRUE;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(NevWindow) self = user_data;
  g_autoptr(NevView) view = NULL;
  g_autoptr(GError) error = NULL;

  view = nev_view_load_finish (result, &error);

  /* Somebody newer is in charge, or nobody is there any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (view == NULL || !show_view (self, view, &error))
    nev_window_show_failure (self, _("The View Could Not Be Opened"), error);
}

/**
 * nev_window_load_view:
 * @self: a window with a dataset and a view that is to be opened
 *
 * Reads the view and shows it, or why that can't be.
 */
void
nev_window_load_view (NevWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "loading");
  nev_view_load_async (self->view_file, self->loading, loaded_cb, g_object_ref (self));
}

/**
 * nev_window_open_view:
 * @self: a window
 * @file: a file of a view
 *
 * Shows a chart as somebody saved it, as soon as the dataset is loaded.
 */
void
nev_window_open_view (NevWindow *self,
                      GFile     *file)
{
  g_return_if_fail (NEV_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->view_file, file);
  if (self->dataset != NULL)
    nev_window_load_view (self);
}
