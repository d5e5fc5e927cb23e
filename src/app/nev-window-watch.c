/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nev-load-job.h"
#include "nev-package.h"
#include "nev-window-private.h"

/* A dataset that changes while it is open is shown in its new version, the way it was looked at. A version that can't be read leaves
 * the old one.
 */

typedef struct
{
  NevWindow    *window;
  GFile        *file;
  GCancellable *cancellable;
} Reading;

static void
reading_free (Reading *self)
{
  g_object_unref (self->window);
  g_object_unref (self->file);
  g_object_unref (self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
say (NevWindow    *self,
     const GError *error)
{
  g_autofree char *text = error != NULL ? g_strdup_printf (_("The dataset has changed, but can’t be read: %s"), error->message) : NULL;
  AdwToast        *toast = adw_toast_new (text != NULL ? text : _("The dataset has changed and was read again"));

  if (error != NULL)
    {
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
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Reading) reading = user_data;
  g_autoptr(NevDataset) dataset = NULL;
  g_autoptr(GError) error = NULL;

  dataset = nev_load_finish (result, &error);

  if (reading->window->loading_toast != NULL)
    nev_loading_toast_end (reading->window->loading_toast, reading->cancellable);

  /* Somebody gave it up, or somebody newer is in charge, or it was closed. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  for (guint i = 0; dataset != NULL && i < reading->window->opened->len; i++)
    {
      NevOpened *opened = g_ptr_array_index (reading->window->opened, i);

      if (opened->file != NULL && g_file_equal (opened->file, reading->file))
        nev_window_update_dataset (reading->window, opened, dataset, &error);
    }

  say (reading->window, error);
}

static void
changed_cb (NevWatch  *watch,
            NevWindow *self)
{
  for (guint i = 0; i < self->opened->len; i++)
    {
      NevOpened *opened = g_ptr_array_index (self->opened, i);
      g_autoptr(NevLoadProgress) progress = NULL;
      Reading *reading;

      if (opened->watch != watch)
        continue;

      g_cancellable_cancel (opened->loading);
      g_clear_object (&opened->loading);
      progress = nev_load_progress_new ();
      opened->loading = nev_loading_toast_begin (self->loading_toast, opened->file, progress);

      reading = g_new (Reading, 1);
      reading->window = g_object_ref (self);
      reading->file = g_object_ref (opened->file);
      reading->cancellable = g_object_ref (opened->loading);
      nev_load_async (opened->file, opened->is_chosen ? nev_dataset_get_read_as (opened->dataset) : NULL, progress, opened->loading, load_cb, reading);
    }
}

/**
 * nev_window_watch:
 * @self: a window
 * @opened: one of its datasets
 *
 * Watches the files of a dataset.
 */
void
nev_window_watch (NevWindow *self,
                  NevOpened *opened)
{
  g_autoptr(GPtrArray) files = opened->file != NULL ? nev_package_list_files (opened->file) : NULL;

  if (files == NULL)
    return;

  g_clear_object (&opened->watch);
  opened->watch = nev_watch_new (files);
  g_signal_connect_object (opened->watch, "changed", G_CALLBACK (changed_cb), self, 0);
}
