/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-job.h"

typedef struct
{
  GFile           *file;
  NevImportOptions options;
  char            *encoding;
  gboolean         is_whole;
  NevLoadProgress *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_object_unref (self->file);
  g_free (self->encoding);
  nev_load_progress_unref (self->progress);
  g_free (self);
}

static void
free_preview (gpointer data)
{
  nev_import_preview_free (data);
}

static void
job_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Job              *job = task_data;
  GError           *error = NULL;
  NevImportPreview *preview = nev_import_preview_load (job->file, &job->options, job->is_whole, nev_load_progress_tell, job->progress, cancellable, &error);

  if (preview != NULL)
    g_task_return_pointer (task, preview, free_preview);
  else
    g_task_return_error (task, error);
}

/**
 * nev_import_job_start:
 * @file: a table
 * @options: how it is written, as far as that is known
 * @is_whole: whether to read all of it
 * @progress: is told how much of all of it is read
 * @cancellable: to give up
 * @callback: called when that is done
 * @user_data: for @callback
 *
 * Reads a table, or its beginning, in a thread.
 */
void
nev_import_job_start (GFile                  *file,
                      const NevImportOptions *options,
                      gboolean                is_whole,
                      NevLoadProgress        *progress,
                      GCancellable           *cancellable,
                      GAsyncReadyCallback     callback,
                      gpointer                user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  job->options = *options;
  job->options.encoding = job->encoding = g_strdup (options->encoding);
  job->is_whole = is_whole;
  job->progress = nev_load_progress_ref (progress);

  g_task_set_source_tag (task, nev_import_job_start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
}

/**
 * nev_import_job_finish:
 * @result: the result that the callback got
 * @error: return location of an error
 *
 * Returns: (transfer full): what the table would be read as; %NULL if it can't be read at all
 */
NevImportPreview *
nev_import_job_finish (GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
