/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-table-job.h"

#include "nev-export.h"
#include "nev-table-text.h"

/* What the thread gets: copies of its own. */
typedef struct
{
  NevSpec        *spec;
  NevTableOptions options;
  GArray         *rows; /* or NULL */
  GFile          *file;
} NevTableJob;

static void
nev_table_job_free (NevTableJob *self)
{
  g_object_unref (self->spec);
  g_clear_pointer (&self->rows, g_array_unref);
  g_object_unref (self->file);
  g_free (self);
}

static void
save_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  NevTableJob *job = task_data;
  g_autoptr(NevTable) table = NULL;
  g_autofree char *csv = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;
  char   *text;

  table = job->options.is_all ? nev_spec_create_full_table (job->spec) : nev_spec_create_table (job->spec);
  csv = nev_table_write (job->spec, table, job->rows, NEV_TABLE_FORMAT_CSV, job->options.language);
  text = g_strconcat (job->options.has_mark ? NEV_BYTE_ORDER_MARK : "", csv, NULL);
  bytes = g_bytes_new_take (text, strlen (text));

  if (nev_export_write (bytes, job->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * nev_table_save_async:
 * @spec: what is wanted of the chart; copied
 * @options: what is written
 * @rows: (element-type guint) (nullable): the rows of what is shown, in their order; kept. %NULL: all of them
 * @file: where to write
 * @cancellable: (nullable): to give up
 * @callback: called when the file is there, or the error
 * @user_data: for @callback
 *
 * Writes the table as CSV. An older file is replaced as a whole or stays as it is.
 */
void
nev_table_save_async (NevSpec               *spec,
                      const NevTableOptions *options,
                      GArray                *rows,
                      GFile                 *file,
                      GCancellable          *cancellable,
                      GAsyncReadyCallback    callback,
                      gpointer               user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  NevTableJob *job = g_new0 (NevTableJob, 1);

  job->spec = nev_spec_copy (spec);
  job->options = *options;
  /* Those are rows of what is shown. */
  job->rows = rows != NULL && !options->is_all ? g_array_ref (rows) : NULL;
  job->file = g_object_ref (file);

  g_task_set_source_tag (task, nev_table_save_async);
  g_task_set_task_data (task, job, (GDestroyNotify) nev_table_job_free);
  g_task_run_in_thread (task, save_thread);
}

/**
 * nev_table_save_finish:
 * @result: the result that the callback got
 * @error: return location of an error
 *
 * Returns: whether the file is there
 */
gboolean
nev_table_save_finish (GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

GFile *
nev_table_save_get_file (GAsyncResult *result)
{
  NevTableJob *job = g_task_get_task_data (G_TASK (result));

  return job->file;
}
