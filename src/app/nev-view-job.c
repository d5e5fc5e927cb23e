/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-view-job.h"

#include <glib/gi18n-lib.h>

#include "nev-error.h"
#include "nev-export.h"

typedef struct
{
  NevSpec *spec; /* a copy, as it was when the file was asked for */
  GBytes  *bytes;
  GFile   *file;
} Save;

static void
save_free (Save *self)
{
  g_object_unref (self->spec);
  g_bytes_unref (self->bytes);
  g_object_unref (self->file);
  g_free (self);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GFile   *file = task_data;
  GError  *error = NULL;
  NevView *view = nev_view_load (file, cancellable, &error);

  if (view != NULL)
    g_task_return_pointer (task, view, (GDestroyNotify) nev_view_free);
  else
    g_task_return_error (task, error);
}

static void
save_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Save   *save = task_data;
  GError *error = NULL;

  if (nev_export_write (save->bytes, save->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * nev_view_load_async:
 * @file: a file of a view
 * @cancellable: (nullable): to give up
 * @callback: called when the view is there, or the error
 * @user_data: for @callback
 *
 * Reads a view in a thread.
 */
void
nev_view_load_async (GFile              *file,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, nev_view_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

/**
 * nev_view_load_finish:
 * @result: the result that the callback got
 * @error: return location of an error
 *
 * Returns: (transfer full): the view; %NULL on error
 */
NevView *
nev_view_load_finish (GAsyncResult *result,
                      GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * nev_view_save_async:
 * @spec: what is wanted of a chart
 * @file: where to write; what was there is replaced as a whole
 * @callback: called when that is done, or can't be
 * @user_data: for @callback
 *
 * Writes a view in a thread, as it is now.
 */
void
nev_view_save_async (NevSpec            *spec,
                     GFile              *file,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Save *save = g_new0 (Save, 1);

  save->spec = nev_spec_copy (spec);
  save->bytes = nev_view_write (spec);
  save->file = g_object_ref (file);

  g_task_set_source_tag (task, nev_view_save_async);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  g_task_run_in_thread (task, save_thread);
}

/**
 * nev_view_save_finish:
 * @result: the result that the callback got
 * @error: return location of an error
 *
 * Returns: whether the file is written
 */
gboolean
nev_view_save_finish (GAsyncResult *result,
                      GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * nev_view_save_get_file:
 * @result: the result that the callback got
 *
 * Returns: (transfer none): the file that was to be written
 */
GFile *
nev_view_save_get_file (GAsyncResult *result)
{
  return ((Save *) g_task_get_task_data (G_TASK (result)))->file;
}

/**
 * nev_view_save_get_spec:
 * @result: the result that the callback got
 *
 * Returns: (transfer none): what was written into it
 */
NevSpec *
nev_view_save_get_spec (GAsyncResult *result)
{
  return ((Save *) g_task_get_task_data (G_TASK (result)))->spec;
}

/**
 * nev_view_is_file:
 * @file: any file
 *
 * Returns: whether its name is that of a view
 */
gboolean
nev_view_is_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, NEV_VIEW_SUFFIX);
}
