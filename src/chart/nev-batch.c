/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-batch.h"

/* Charts are drawn by several threads, each a whole chart at a time: they share nothing but immutable data, so every
 * file has the bytes that it would have alone. Which error is told doesn't depend on who was faster: an item is only
 * left out if one before it went wrong.
 */

typedef struct
{
  /* Borrowed */
  const NevBatchItem *items;
  NevBatchProgress    progress;
  gpointer            user_data;
  GCancellable       *cancellable;

  /* Owned; each element is written by one thread */
  GBytes **files;
  GError **errors;

  int first_error; /* the lowest index of an item that went wrong; atomic */
  int n_done;      /* atomic */
} Batch;

static void
note_error (Batch *self,
            int    index)
{
  int lowest = g_atomic_int_get (&self->first_error);

  while (index < lowest && !g_atomic_int_compare_and_exchange (&self->first_error, lowest, index))
    lowest = g_atomic_int_get (&self->first_error);
}

/* What is wrong with the options is no chart's fault. */
static void
add_name (GError            **error,
          const NevBatchItem *item)
{
  if ((*error)->domain == NEV_EXPORT_ERROR && (*error)->code != NEV_EXPORT_ERROR_SIZE)
    g_prefix_error (error, "%s: ", nev_spec_get_chart (item->spec)->name);
}

static void
export_item (gpointer data,
             gpointer user_data)
{
  Batch              *self = user_data;
  int                 index = GPOINTER_TO_INT (data) - 1; /* a pool takes no NULL */
  const NevBatchItem *item = &self->items[index];

  if (index > g_atomic_int_get (&self->first_error))
    return;

  if (!g_cancellable_set_error_if_cancelled (self->cancellable, &self->errors[index]))
    self->files[index] = nev_export_chart (item->spec, item->format, &item->options, &self->errors[index]);

  if (self->files[index] == NULL)
    {
      add_name (&self->errors[index], item);
      note_error (self, index);
    }
  else if (self->progress != NULL)
    self->progress ((guint) g_atomic_int_add (&self->n_done, 1) + 1, self->user_data);
}

/* The one thread that is asked for is the caller's. */
static gboolean
run (Batch   *self,
     guint    n_items,
     guint    n_threads,
     GError **error)
{
  GThreadPool *pool;

  if (n_threads <= 1)
    {
      for (guint i = 0; i < n_items; i++)
        export_item (GINT_TO_POINTER (i + 1), self);

      return TRUE;
    }

  pool = g_thread_pool_new (export_item, self, (int) n_threads, TRUE, error);

  if (pool == NULL)
    return FALSE;

  for (guint i = 0; i < n_items; i++)
    g_thread_pool_push (pool, GINT_TO_POINTER (i + 1), NULL);

  g_thread_pool_free (pool, FALSE, TRUE);

  return TRUE;
}

/**
 * nev_batch_export:
 * @items: what is wanted
 * @n_items: how many
 * @n_jobs: how many are made at a time; 0 for as many as there are processors
 * @progress: (nullable): called after every file
 * @user_data: for @progress
 * @cancellable: (nullable): to give up before the next file
 * @error: return location for an error of %NEV_EXPORT_ERROR, the first in the order of @items
 *
 * Makes files of charts side by side, and comes back when all are there. Each has the same bytes as from
 * nev_export_chart().
 *
 * Returns: (transfer full) (element-type GBytes): the files in the order of @items; %NULL with @error set
 */
GPtrArray *
nev_batch_export (const NevBatchItem *items,
                  guint               n_items,
                  guint               n_jobs,
                  NevBatchProgress    progress,
                  gpointer            user_data,
                  GCancellable       *cancellable,
                  GError            **error)
{
  Batch self = { .items = items, .progress = progress, .user_data = user_data, .cancellable = cancellable };
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree GError **errors = g_new0 (GError *, n_items);
  g_autofree GBytes **made = g_new0 (GBytes *, n_items);
  gboolean            is_done;

  g_return_val_if_fail (items != NULL || n_items == 0, NULL);
  g_return_val_if_fail (n_items < G_MAXINT, NULL);

  self.files = made;
  self.errors = errors;
  self.first_error = (int) n_items;

  is_done = run (&self, n_items, MIN (n_jobs > 0 ? n_jobs : g_get_num_processors (), n_items), error);

  if (self.first_error < (int) n_items)
    g_propagate_error (error, g_steal_pointer (&errors[self.first_error]));

  for (guint i = 0; i < n_items; i++)
    {
      if (made[i] != NULL)
        g_ptr_array_add (files, made[i]);
      g_clear_error (&errors[i]);
    }

  return is_done && files->len == n_items ? g_steal_pointer (&files) : NULL;
}

/**
 * nev_batch_get_file_name:
 * @spec: what is wanted of a chart
 * @format: of its file
 * @index: which of the charts it is, from 0
 * @n: how many charts there are
 *
 * Names one of several files so that they sort as the charts stand.
 *
 * Returns: (transfer full): "01-production-sales.png"
 */
char *
nev_batch_get_file_name (NevSpec  *spec,
                         NevFormat format,
                         guint     index,
                         guint     n)
{
  int n_digits = 2;

  g_return_val_if_fail (NEV_IS_SPEC (spec), NULL);
  g_return_val_if_fail (index < n, NULL);

  for (guint rest = n / 100; rest > 0; rest /= 10)
    n_digits++;

  return g_strdup_printf ("%0*u-%s.%s", n_digits, index + 1, nev_spec_get_chart (spec)->name, nev_format_to_string (format));
}
