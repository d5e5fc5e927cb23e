/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-import.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "nev-error.h"
#include "nev-export.h"
#include "nev-import-dialog.h"
#include "nev-package.h"
#include "nev-window-export.h"
#include "nev-window-private.h"

/* A plain table that can be read in two ways is asked about; how one was read that is open can be looked at, and changed. */

#define DESCRIPTOR_NAME "datapackage.json"

/* The table that the page is about; NULL if it is about something else. */
static NevOpened *
find_table (NevWindow *self)
{
  NevDataset *dataset = self->dataset != NULL ? nev_window_get_page_dataset (self) : NULL;

  for (guint i = 0; dataset != NULL && i < self->opened->len; i++)
    {
      NevOpened *opened = g_ptr_array_index (self->opened, i);

      if ((opened->dataset == dataset || self->opened->len == 1) && opened->file != NULL &&
          nev_dataset_get_read_as (opened->dataset) != NULL && nev_package_is_table (opened->file))
        return opened;
    }

  return NULL;
}

static NevOpened *
find_opened (NevWindow *self,
             GFile     *file)
{
  for (guint i = 0; i < self->opened->len; i++)
    {
      NevOpened *opened = g_ptr_array_index (self->opened, i);

      if (opened->file != NULL && g_file_equal (opened->file, file))
        return opened;
    }

  return NULL;
}

/* What stands in a descriptor is only written over if it is about the same table. */
static GFile *
choose_descriptor (GFile *file)
{
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autoptr(GFile) descriptor = g_file_get_child (folder, DESCRIPTOR_NAME);
  g_autoptr(GFile) described = NULL;
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = g_strconcat (basename, "." DESCRIPTOR_NAME, NULL);

  if (!g_file_query_exists (descriptor, NULL))
    return g_steal_pointer (&descriptor);

  described = nev_package_find_table (descriptor, NULL, NULL, NULL);

  return described != NULL && g_file_equal (described, file) ? g_steal_pointer (&descriptor) : g_file_get_child (folder, name);
}

static void
remember (NevWindow  *self,
          GFile      *file,
          NevDataset *dataset)
{
  g_autoptr(GFile) descriptor = choose_descriptor (file);
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = g_file_get_basename (descriptor);
  g_autofree char *text = NULL;
  char            *json = nev_package_describe_table (dataset, path);
  g_autoptr(GBytes) bytes = g_bytes_new_take (json, strlen (json));
  g_autoptr(GError) error = NULL;

  if (nev_export_write (bytes, descriptor, NULL, &error))
    {
      text = g_strdup_printf (_("Choices saved in “%s”"), name);
      nev_window_add_toast (self, adw_toast_new (text));
    }
  else
    {
      nev_window_show_error (self, _("The Choices Could Not Be Saved"), error);
    }
}

static void
read_cb (NevImportDialog *dialog,
         NevDataset      *dataset,
         gboolean         is_remembered,
         NevWindow       *self)
{
  GFile     *file = g_object_get_data (G_OBJECT (dialog), "file");
  NevOpened *opened;
  g_autoptr(GError) error = NULL;

  if (self->dataset == NULL)
    nev_window_open_dataset (self, dataset);
  else if (find_opened (self, file) == NULL)
    nev_window_add_read (self, file, dataset);
  else if (!nev_window_update_dataset (self, find_opened (self, file), dataset, &error))
    nev_window_show_error (self, _("The Dataset Could Not Be Opened"), error);

  opened = find_opened (self, file);
  if (opened != NULL)
    opened->is_chosen = TRUE;

  if (is_remembered)
    remember (self, file, dataset);
}

static void
ask (NevWindow              *self,
     GFile                  *file,
     const NevImportOptions *options)
{
  NevImportDialog *dialog = nev_import_dialog_new (GTK_WINDOW (self), file, options);

  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "read", G_CALLBACK (read_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * nev_window_say_choices:
 * @self: a window
 * @dataset: what was opened
 *
 * Says that a table was read as a descriptor beside it wants, or why it wasn't.
 */
void
nev_window_say_choices (NevWindow  *self,
                        NevDataset *dataset)
{
  const char      *fault;
  const char      *name = nev_package_get_choices (dataset, &fault);
  g_autofree char *text = NULL;
  AdwToast        *toast;

  if (name == NULL && fault == NULL)
    return;

  /* Translators: %s is a file; it is kept there how a table is read */
  text = name != NULL ? g_strdup_printf (_("Read with the choices in “%s”"), name) : g_strdup_printf (_("The choices beside the table are not used: %s"), fault);
  toast = adw_toast_new (text);
  if (fault != NULL)
    adw_toast_set_timeout (toast, 0);
  nev_window_add_toast (self, toast);
}

/**
 * nev_window_ask_import:
 * @self: a window
 * @file: (nullable): what could not be read
 * @error: why
 *
 * Asks how a table is to be read, if that is what is the matter.
 *
 * Returns: whether it is
 */
gboolean
nev_window_ask_import (NevWindow    *self,
                       GFile        *file,
                       const GError *error)
{
  if (file == NULL || !g_error_matches (error, NEV_DATA_ERROR, NEV_DATA_ERROR_AMBIGUOUS) || !nev_package_is_table (file))
    return FALSE;

  ask (self, file, NULL);

  return TRUE;
}

static void
import_options_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  NevWindow *self = NEV_WINDOW (widget);
  NevOpened *opened = find_table (self);

  if (opened != NULL)
    ask (self, opened->file, opened->is_chosen || nev_package_get_choices (opened->dataset, NULL) != NULL ? nev_dataset_get_read_as (opened->dataset) : NULL);
  else if (self->dataset == NULL && self->file != NULL)
    ask (self, self->file, NULL);
}

/**
 * nev_window_import_update:
 * @self: a window that shows another page
 *
 * Lets the options be changed where there are any.
 */
void
nev_window_import_update (NevWindow *self)
{
  gboolean is_failed = self->dataset == NULL && self->file != NULL &&
                       g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "failed") == 0 && nev_package_is_table (self->file);

  gtk_widget_set_visible (self->import_button, is_failed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-options", is_failed || find_table (self) != NULL);
}

/**
 * nev_window_import_install:
 * @widget_class: the window's class
 *
 * Adds the action.
 */
void
nev_window_import_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import-options", NULL, import_options_cb);
}
