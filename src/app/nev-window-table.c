/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-table.h"

#include <glib/gi18n-lib.h>

#include "nev-settings.h"
#include "nev-table-dialog.h"
#include "nev-window-export.h"

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(NevWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (nev_table_save_finish (result, &error))
    nev_window_tell_exported (self, nev_table_save_get_file (result));
  else
    nev_window_show_error (self, _ ("The Table Could Not Be Saved"), error);
}

static void
file_chosen_cb (NevWindow      *self,
                GFile          *file,
                NevTableDialog *dialog)
{
  NevTableOptions options;

  nev_table_dialog_get_options (dialog, &options);
  nev_window_save_table (self, file, &options);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
export_data_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  NevWindow *self = NEV_WINDOW (widget);
  g_autoptr(GSettings) settings = nev_settings_new ();
  NevTableDialog *dialog = nev_table_dialog_new (GTK_WINDOW (self), nev_window_get_spec (self), nev_window_get_chart_language (self), settings);

  g_signal_connect_object (dialog, "file-chosen", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * nev_window_table_install:
 * @widget_class: the window's
 *
 * Adds win.export-data, which asks what to save and where.
 */
void
nev_window_table_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-data", NULL, export_data_cb);
}

/**
 * nev_window_save_table:
 * @self: a window that shows a chart
 * @file: where to write
 * @options: what to write
 *
 * Writes the table of the chart as CSV and tells when that is done. What is shown has the order that it has on the
 * screen.
 */
void
nev_window_save_table (NevWindow             *self,
                       GFile                 *file,
                       const NevTableOptions *options)
{
  g_autoptr(GArray) rows = NULL;

  g_return_if_fail (NEV_IS_WINDOW (self));
  g_return_if_fail (nev_window_get_spec (self) != NULL);

  rows = nev_chart_page_get_rows (nev_window_get_chart_page (self), FALSE);
  nev_table_save_async (nev_window_get_spec (self), options, rows, file, NULL, saved_cb, g_object_ref (self));
}
