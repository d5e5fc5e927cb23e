/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-load-job.h"

#include "nev-package.h"

#define SCALE 10000

struct _NevLoadProgress
{
  int share; /* atomic: of SCALE */
};

typedef struct
{
  GFile           *file;    /* NULL: the bundled dataset */
  NevImportOptions read_as;
  char            *encoding;
  gboolean         is_read_as;
  NevLoadProgress *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_free (job->encoding);
  g_clear_pointer (&job->progress, nev_load_progress_unref);
  g_free (job);
}

NevLoadProgress *
nev_load_progress_new (void)
{
  return g_atomic_rc_box_new0 (NevLoadProgress);
}

NevLoadProgress *
nev_load_progress_ref (NevLoadProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
nev_load_progress_unref (NevLoadProgress *self)
{
  g_atomic_rc_box_release (self);
}

/**
 * nev_load_progress_get:
 * @self: a reading's progress
 *
 * Returns: how much is read, 0 to 1; 0 for what isn't read piece by piece
 */
double
nev_load_progress_get (NevLoadProgress *self)
{
  return g_atomic_int_get (&self->share) / (double) SCALE;
}

/**
 * nev_load_progress_tell:
 * @fraction: how much is read, 0 to 1
 * @self: a #NevLoadProgress
 *
 * Is a #NevProgressFunc; may be called from any thread.
 */
void
nev_load_progress_tell (double   fraction,
                        gpointer self)
{
  NevLoadProgress *progress = self;

  g_atomic_int_set (&progress->share, (int) (fraction * SCALE));
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Job  *job = task_data;
  NevDataset *dataset;
  GError     *error = NULL;

  if (job->file == NULL)
    dataset = nev_package_load_bundled (&error);
  else if (job->is_read_as)
    dataset = nev_package_load_table (job->file, &job->read_as, job->progress != NULL ? nev_load_progress_tell : NULL, job->progress, cancellable, &error);
  else
    dataset = nev_package_load_with_progress (job->file, job->progress != NULL ? nev_load_progress_tell : NULL, job->progress, cancellable, &error);

  if (dataset != NULL)
    g_task_return_pointer (task, dataset, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * nev_load_async:
 * @file: (nullable): a dataset's folder or descriptor, or a table; %NULL for the bundled dataset
 * @read_as: (nullable): how it is written, if it is a plain table of which somebody has said so
 * @progress: (nullable): is told how much is read
 * @cancellable: (nullable): to give up
 * @callback: called when the dataset is there, or the error
 * @user_data: for @callback
 *
 * Reads a dataset in a thread.
 */
void
nev_load_async (GFile                  *file,
                const NevImportOptions *read_as,
                NevLoadProgress        *progress,
                GCancellable           *cancellable,
                GAsyncReadyCallback     callback,
                gpointer                user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_set_object (&job->file, file);
  if (progress != NULL)
    job->progress = nev_load_progress_ref (progress);

  if (read_as != NULL)
    {
      job->is_read_as = TRUE;
      job->read_as = *read_as;
      job->read_as.encoding = job->encoding = g_strdup (read_as->encoding);
    }

  g_task_set_source_tag (task, nev_load_async);
  g_task_set_task_data (task, job, job_free);
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
