/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-load-job.h"

#include "nev-package.h"

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GFile      *file = task_data;
  NevDataset *dataset;
  GError     *error = NULL;

  dataset = file != NULL ? nev_package_load (file, cancellable, &error) : nev_package_load_bundled (&error);

  if (dataset != NULL)
    g_task_return_pointer (task, dataset, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * nev_load_async:
 * @file: (nullable): a dataset's folder or descriptor; %NULL for the bundled one
 * @cancellable: (nullable): to give up
 * @callback: called when the dataset is there, or the error
 * @user_data: for @callback
 *
 * Reads a dataset in a thread.
 */
void
nev_load_async (GFile              *file,
                GCancellable       *cancellable,
                GAsyncReadyCallback callback,
                gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, nev_load_async);
  if (file != NULL)
    g_task_set_task_data (task, g_object_ref (file), g_object_unref);

  g_task_run_in_thread (task, load_thread);
}

/**
 * nev_load_finish:
 * @result: the result that the callback got
 * @error: return location of an error
 *
 * Returns: (transfer full): the dataset; %NULL on error
 */
NevDataset *
nev_load_finish (GAsyncResult *result,
                 GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
