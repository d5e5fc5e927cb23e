/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-export-job.h"

#include "nev-deck.h"

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

/* What the thread of several charts gets. */
typedef struct
{
  GPtrArray        *specs; /* (element-type NevSpec) */
  NevFormat         format;
  NevExportOptions  options;
  gboolean          is_deck;
  GFile            *target;
  NevExportProgress progress;
  gpointer          progress_data;
} NevExportAllJob;

static void
nev_export_all_job_free (NevExportAllJob *self)
{
  g_ptr_array_unref (self->specs);
  g_object_unref (self->target);
  g_free (self);
}

/* A number on its way to the main thread. */
typedef struct
{
  GTask *task;
  guint  n_done;
} Report;

static gboolean
report_cb (gpointer user_data)
{
  Report          *report = user_data;
  NevExportAllJob *job = g_task_get_task_data (report->task);

  /* Who was cancelled isn't there any more. */
  if (!g_task_get_completed (report->task) && !g_cancellable_is_cancelled (g_task_get_cancellable (report->task)))
    job->progress ((double) report->n_done / job->specs->len, job->progress_data);

  g_object_unref (report->task);
  g_free (report);

  return G_SOURCE_REMOVE;
}

static void
progress_cb (guint    n_done,
             gpointer user_data)
{
  Report *report = g_new (Report, 1);

  /* Not g_main_context_invoke(), which would do it here while nobody runs the main loop; and before the end is told. */
  report->task = g_object_ref (user_data);
  report->n_done = n_done;
  g_idle_add_full (G_PRIORITY_HIGH, report_cb, report, NULL);
}

static gboolean
write_deck (NevExportAllJob *job,
            GTask           *task,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr(GBytes) bytes = nev_deck_export (job->specs, &job->options, progress_cb, task, cancellable, error);

  return bytes != NULL && nev_export_write (bytes, job->target, cancellable, error);
}

/* All are made before the first is written. */
static gboolean
write_files (NevExportAllJob *job,
             GTask           *task,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autofree NevBatchItem *items = g_new0 (NevBatchItem, job->specs->len);
  g_autoptr(GPtrArray) pictures = NULL;

  for (guint i = 0; i < job->specs->len; i++)
    items[i] = (NevBatchItem){ g_ptr_array_index (job->specs, i), job->format, job->options };

  pictures = nev_batch_export (items, job->specs->len, 0, progress_cb, task, cancellable, error);
  if (pictures == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  for (guint i = 0; i < pictures->len; i++)
    {
      g_autofree char *name = nev_batch_get_file_name (items[i].spec, job->format, i, pictures->len);
      g_autoptr(GFile) file = g_file_get_child (job->target, name);

      if (!nev_export_write (g_ptr_array_index (pictures, i), file, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static void
export_all_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  NevExportAllJob *job = task_data;
  GError          *error = NULL;

  if (job->is_deck ? write_deck (job, task, cancellable, &error) : write_files (job, task, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * nev_export_all_async:
 * @specs: (element-type NevSpec): what is wanted of the charts; copied
 * @format: of files
 * @options: size, theme and language; copied
 * @is_deck: whether they become the pages of one PDF
 * @target: the file of a deck, or the folder of files
 * @progress: called in the main thread whenever one is done, unless it was cancelled
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up before anything is written
 * @callback: called when all is written, or with the error
 * @user_data: for @callback
 *
 * Exports several charts in a thread, as "01-exports.png" and so on, or as one file.
 */
void
nev_export_all_async (GPtrArray              *specs,
                      NevFormat               format,
                      const NevExportOptions *options,
                      gboolean                is_deck,
                      GFile                  *target,
                      NevExportProgress       progress,
                      gpointer                progress_data,
                      GCancellable           *cancellable,
                      GAsyncReadyCallback     callback,
                      gpointer                user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  NevExportAllJob *job = g_new0 (NevExportAllJob, 1);

  job->specs = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < specs->len; i++)
    g_ptr_array_add (job->specs, nev_spec_copy (g_ptr_array_index (specs, i)));

  job->format = format;
  job->options = *options;
  job->is_deck = is_deck;
  job->target = g_object_ref (target);
  job->progress = progress;
  job->progress_data = progress_data;

  /* What is written is told, also where somebody wanted to stop it meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, nev_export_all_async);
  g_task_set_task_data (task, job, (GDestroyNotify) nev_export_all_job_free);
  g_task_run_in_thread (task, export_all_thread);
}

/**
 * nev_export_all_finish:
 * @result: the result that the callback got
 * @error: return location of an error
 *
 * Returns: whether all is written
 */
gboolean
nev_export_all_finish (GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
