/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-export-job.h"

/* What the thread gets: copies of its own. */
typedef struct
{
  NevSpec         *spec;
  NevFormat        format;
  NevExportOptions options;
  GFile           *file; /* or NULL */
} NevExportJob;

static void
nev_export_job_free (NevExportJob *self)
{
  g_clear_object (&self->spec);
  g_clear_object (&self->file);
  g_free (self);
}

static void
export_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  NevExportJob *job = task_data;
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;

  bytes = nev_export_chart (job->spec, job->format, &job->options, &error);

  if (bytes == NULL || (job->file != NULL && !nev_export_write (bytes, job->file, cancellable, &error)))
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
}

/**
 * nev_export_async:
 * @spec: what is wanted of the chart; copied
 * @format: the format
 * @options: size, theme and language; copied
 * @file: (nullable): where to write the picture
 * @cancellable: (nullable): to give up
 * @callback: called when the picture is there, or the error
 * @user_data: for @callback
 *
 * Makes a picture of a chart in a thread, and writes it into a file if one is given.
 */
void
nev_export_async (NevSpec                *spec,
                  NevFormat               format,
                  const NevExportOptions *options,
                  GFile                  *file,
                  GCancellable           *cancellable,
                  GAsyncReadyCallback     callback,
                  gpointer                user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  NevExportJob *job = g_new0 (NevExportJob, 1);

  job->spec = nev_spec_copy (spec);
  job->format = format;
  job->options = *options;
  g_set_object (&job->file, file);

  g_task_set_source_tag (task, nev_export_async);
  g_task_set_task_data (task, job, (GDestroyNotify) nev_export_job_free);
  g_task_run_in_thread (task, export_thread);
}

/**
 * nev_export_finish:
 * @result: the result that the callback got
 * @error: return location of an error
 *
 * Returns: (transfer full): the picture; %NULL on error
 */
GBytes *
nev_export_finish (GAsyncResult *result,
                   GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * nev_export_get_file:
 * @result: the result that the callback got
 *
 * Returns: (transfer none) (nullable): the file that was to be written
 */
GFile *
nev_export_get_file (GAsyncResult *result)
{
  NevExportJob *job = g_task_get_task_data (G_TASK (result));

  return job->file;
}
