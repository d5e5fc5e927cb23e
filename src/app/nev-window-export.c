/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-export.h"

#include <glib/gi18n-lib.h>

#include "nev-export-dialog.h"
#include "nev-export-job.h"
#include "nev-settings.h"
#include "nev-window-private.h"

/**
 * nev_window_show_error:
 * @self: a window; one that was closed meanwhile has nobody to tell
 * @heading: what couldn't be done
 * @error: why
 *
 * Tells that something that was asked for isn't done.
 */
void
nev_window_show_error (NevWindow    *self,
                       const char   *heading,
                       const GError *error)
{
  GtkWidget *dialog;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  /* Not AdwMessageDialog, which measures long words wrongly with GTK 4.18. */
  dialog = gtk_message_dialog_new (GTK_WINDOW (self), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                   GTK_MESSAGE_ERROR, GTK_BUTTONS_CLOSE, "%s", heading);
  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", error->message);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * nev_window_tell_exported:
 * @self: a window
 * @file: the file that is written
 *
 * Tells that a file is there, and offers to show where.
 */
void
nev_window_tell_exported (NevWindow *self,
                          GFile     *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *escaped_name = g_markup_escape_text (name, -1);
  /* Translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_("Exported %s"), escaped_name);
  AdwToast        *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("Show in Files"));
  adw_toast_set_action_name (toast, "win.show-file");
  adw_toast_set_action_target (toast, "s", uri);
  nev_window_add_toast (self, toast);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(NevWindow) self = user_data;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  bytes = nev_export_finish (result, &error);

  if (bytes == NULL)
    {
      nev_window_show_error (self, _("The Chart Could Not Be Exported"), error);
      return;
    }

  nev_window_tell_exported (self, nev_export_get_file (result));
}

static void
file_chosen_cb (NevWindow       *self,
                GFile           *file,
                NevExportDialog *dialog)
{
  NevExportOptions options;

  nev_export_dialog_get_options (dialog, &options);
  nev_window_export (self, file, nev_export_dialog_get_format (dialog), &options);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/**
 * nev_window_show_export_dialog:
 * @self: a window that shows a chart
 *
 * Asks how and where to export the chart, and does it.
 */
void
nev_window_show_export_dialog (NevWindow *self)
{
  g_autoptr(GPtrArray) specs = g_ptr_array_new ();
  g_autoptr(GSettings) settings = nev_settings_new ();
  NevExportDialog *dialog;

  g_return_if_fail (NEV_IS_WINDOW (self));
  g_return_if_fail (nev_window_get_spec (self) != NULL);

  g_ptr_array_add (specs, nev_window_get_spec (self));
  dialog = nev_export_dialog_new (GTK_WINDOW (self), specs, nev_window_get_chart_language (self), settings);
  g_signal_connect_object (dialog, "file-chosen", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Several charts on their way: the window that asked, and the dialog that shows how far they are. */
typedef struct
{
  NevWindow       *window;
  NevExportDialog *dialog;
  GFile           *target;
} Several;

static void
several_free (Several *self)
{
  g_object_unref (self->window);
  g_object_unref (self->dialog);
  g_object_unref (self->target);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Several, several_free)

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  nev_export_dialog_set_progress (user_data, fraction);
}

static void
all_exported_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(Several) several = user_data;
  g_autoptr(GError) error = NULL;

  if (nev_export_all_finish (result, &error))
    nev_window_tell_exported (several->window, several->target);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  else
    nev_window_show_error (several->window, _("The Charts Could Not Be Exported"), error);

  gtk_window_destroy (GTK_WINDOW (several->dialog));
}

static void
target_chosen_cb (NevWindow       *self,
                  GFile           *target,
                  NevExportDialog *dialog)
{
  g_autoptr(GPtrArray) specs = nev_export_dialog_get_specs (dialog);
  Several         *several = g_new0 (Several, 1);
  NevExportOptions options;

  several->window = g_object_ref (self);
  several->dialog = g_object_ref (dialog);
  several->target = g_object_ref (target);

  nev_export_dialog_get_options (dialog, &options);
  nev_export_all_async (specs, nev_export_dialog_get_format (dialog), &options, nev_export_dialog_is_deck (dialog), target,
                        progress_cb, dialog, nev_export_dialog_get_cancellable (dialog), all_exported_cb, several);
}

/**
 * nev_window_show_export_all_dialog:
 * @self: a window with a dataset
 *
 * Asks which charts to export as files or as one, how and where to, and does it.
 */
void
nev_window_show_export_all_dialog (NevWindow *self)
{
  g_autoptr(GPtrArray) specs = g_ptr_array_new ();
  g_autoptr(GSettings) settings = nev_settings_new ();
  NevExportDialog *dialog;

  g_return_if_fail (NEV_IS_WINDOW (self));
  g_return_if_fail (self->states->len > 0);

  for (guint i = 0; i < self->states->len; i++)
    g_ptr_array_add (specs, nev_chart_state_get_spec (g_ptr_array_index (self->states, i)));

  dialog = nev_export_dialog_new (GTK_WINDOW (self), specs, nev_window_get_chart_language (self), settings);
  g_signal_connect_object (dialog, "file-chosen",
                           specs->len > 1 ? G_CALLBACK (target_chosen_cb) : G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * nev_window_export:
 * @self: a window that shows a chart
 * @file: where to write
 * @format: the format
 * @options: size, theme and language
 *
 * Exports the chart as it is shown, and tells when that is done.
 */
void
nev_window_export (NevWindow              *self,
                   GFile                  *file,
                   NevFormat               format,
                   const NevExportOptions *options)
{
  g_return_if_fail (NEV_IS_WINDOW (self));
  g_return_if_fail (nev_window_get_spec (self) != NULL);

  nev_export_async (nev_window_get_spec (self), format, options, file, NULL, exported_cb, g_object_ref (self));
}
