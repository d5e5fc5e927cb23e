/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-copy.h"

#include <glib/gi18n-lib.h>

#include "nev-copy-job.h"
#include "nev-export.h"
#include "nev-table-text.h"
#include "nev-window-export.h"

/* Without it spreadsheets take Chinese in a CSV file for another encoding. */
#define BYTE_ORDER_MARK "\357\273\277"

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(NevWindow) self = user_data;
  g_autoptr(GdkContentProvider) content = NULL;
  g_autoptr(GError) error = NULL;
  gboolean is_data = nev_copy_get_kind (result) == NEV_COPY_DATA;

  content = nev_copy_finish (result, &error);

  if (content == NULL)
    {
      nev_window_show_error (self, _("The Chart Could Not Be Copied"), error);
      return;
    }

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  nev_window_add_toast (self, adw_toast_new (is_data ? _("Data copied") : _("Chart copied")));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  NevWindow  *self = NEV_WINDOW (widget);
  NevCopyKind kind = g_str_equal (action_name, "win.copy-data") ? NEV_COPY_DATA : NEV_COPY_CHART;

  nev_copy_async (nev_window_get_spec (self), kind, nev_window_get_chart_language (self), NULL, copied_cb, g_object_ref (self));
}

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GBytes *bytes = g_object_get_data (G_OBJECT (task), "bytes");
  GError *error = NULL;

  if (nev_export_write (bytes, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  NevWindow *self = NEV_WINDOW (source);
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    nev_window_tell_exported (self, g_task_get_task_data (G_TASK (result)));
  else
    nev_window_show_error (self, _("The Data Could Not Be Exported"), error);
}

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             NevWindow       *self)
{
  if (response == GTK_RESPONSE_ACCEPT && nev_window_get_spec (self) != NULL)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      nev_window_export_data (self, file);
    }

  g_object_unref (chooser);
}

static void
export_data_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  NevWindow            *self = NEV_WINDOW (widget);
  g_autofree char      *name = g_strconcat (nev_spec_get_chart (nev_window_get_spec (self))->name, ".csv", NULL);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Export Data"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               _("_Export"), _("_Cancel"));
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * nev_window_copy_install:
 * @widget_class: the window's
 *
 * Adds win.copy, win.copy-data and win.export-data, and the keys of the first two.
 */
void
nev_window_copy_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-data", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "win.export-data", NULL, export_data_cb);

  /* Not the application's: text that is selected is copied before the chart is. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.copy-data", NULL);
}

/**
 * nev_window_export_data:
 * @self: a window that shows a chart
 * @file: where to write
 *
 * Writes the table of the chart as CSV, in the chart's language, and tells when that is done.
 */
void
nev_window_export_data (NevWindow *self,
                        GFile     *file)
{
  g_autoptr(NevTable) table = NULL;
  g_autoptr(GTask) task = NULL;
  g_autofree char *csv = NULL;
  NevLanguage      language;
  char            *text;

  g_return_if_fail (NEV_IS_WINDOW (self));
  g_return_if_fail (nev_window_get_spec (self) != NULL);

  language = nev_window_get_chart_language (self);
  table = nev_spec_create_table (nev_window_get_spec (self));
  csv = nev_table_write (nev_window_get_spec (self), table, NULL, NEV_TABLE_FORMAT_CSV, language);
  text = g_strconcat (language == NEV_LANGUAGE_CHINESE ? BYTE_ORDER_MARK : "", csv, NULL);

  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, nev_window_export_data);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_object_set_data_full (G_OBJECT (task), "bytes", g_bytes_new_take (text, strlen (text)), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_thread);
}
