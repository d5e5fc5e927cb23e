/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How a table gets from a file into memory: block by block the short way, and where that ends, all at once the long
 * way. A file is never mapped, since somebody else may cut it off meanwhile.
 */

#define BLOCK (1024 * 1024)

/* The blocks of a file. */
typedef struct
{
  GInputStream   *stream;
  guint64         size;
  guint64         n_read;
  char           *block;
  gsize           length; /* of what is in the block */
  gboolean        is_last;
  NevProgressFunc progress;
  gpointer        progress_data;
} Source;

static gboolean
fill (Source       *self,
      GCancellable *cancellable,
      GError      **error)
{
  gsize n;

  /* Not every kind of stream looks. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !g_input_stream_read_all (self->stream, self->block + self->length, BLOCK - self->length, &n, cancellable, error))
    return FALSE;

  self->is_last = self->length + n < BLOCK;
  self->length += n;
  self->n_read += n;

  if (self->progress != NULL)
    self->progress (self->size > 0 ? MIN ((double) self->n_read / (double) self->size, 1) : 0, self->progress_data);

  return TRUE;
}

/* Leaves @dataset NULL, without an error, where the long way has to be gone, and says in which line. */
static gboolean
load_short (Source                 *source,
            const char             *name,
            const NevImportOptions *options,
            NevDataset            **dataset,
            guint                  *line,
            GCancellable           *cancellable,
            GError                **error)
{
  g_autoptr (NevImportScan) scan = NULL;
  NevImportSeries *series;
  NevImportOptions found;
  GError          *local = NULL;
  gsize            n_used;

  *dataset = NULL;
  *line = 1;

  if (!fill (source, cancellable, error))
    return FALSE;

  scan = nev_import_scan_new (name, source->block, source->length, source->is_last, options);
  if (scan == NULL)
    return TRUE;

  for (;;)
    {
      gboolean is_read = nev_import_scan_feed (scan, source->block, source->length, source->is_last, &n_used, &local);

      *line = nev_import_scan_get_line (scan);

      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }

      if (!is_read || (n_used == 0 && !source->is_last))
        return TRUE;

      if (source->is_last)
        break;

      source->length -= n_used;
      memmove (source->block, source->block + n_used, source->length);

      if (!fill (source, cancellable, error))
        return FALSE;
    }

  series = nev_import_scan_finish (scan, &found);
  if (series == NULL)
    return TRUE;

  /* What it read by is of no use any more, and the dataset needs the room. */
  g_clear_pointer (&scan, nev_import_scan_free);
  *dataset = nev_import_series_build (series, &found, cancellable, error);
  nev_import_series_free (series);

  return *dataset != NULL;
}

static GBytes *
read_all (Source       *source,
          GCancellable *cancellable,
          GError      **error)
{
  g_autofree char *data = NULL;
  gsize            length = (gsize) source->size;

  if (!g_seekable_seek (G_SEEKABLE (source->stream), 0, G_SEEK_SET, cancellable, error))
    return NULL;

  data = g_malloc (length + 1);
  if (!g_input_stream_read_all (source->stream, data, length, &length, cancellable, error))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&data), length);
}

/**
 * nev_import_load_stream:
 * @name: the file's name
 * @stream: the file, at its beginning; can be sought in
 * @size: how many bytes it has
 * @options: (nullable): how it is written, as far as that is known; %NULL for nothing
 * @progress: (nullable) (scope call): is told how much is read
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location for a #NevDataError, or one of GIO's
 *
 * Makes a dataset of a file: its encoding, its way of writing, its content. A large one isn't held in memory, only
 * its numbers are.
 *
 * Returns: (transfer full): the dataset; or %NULL with @error set
 */
NevDataset *
nev_import_load_stream (const char             *name,
                        GInputStream           *stream,
                        guint64                 size,
                        const NevImportOptions *options,
                        NevProgressFunc         progress,
                        gpointer                progress_data,
                        GCancellable           *cancellable,
                        GError                **error)
{
  NevImportOptions wanted = options != NULL ? *options : (NevImportOptions) NEV_IMPORT_OPTIONS_INIT;
  g_autofree char *block = NULL;
  Source           source = { .stream = stream, .size = size, .progress = progress, .progress_data = progress_data };
  g_autoptr (GBytes) bytes = NULL;
  NevDataset *dataset;
  guint       line;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (G_IS_SEEKABLE (stream), NULL);

  if (size > NEV_IMPORT_MAX_BYTES)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT, _ ("%s: expected at most %zu bytes, found %zu"),
                   name, (gsize) NEV_IMPORT_MAX_BYTES, (gsize) size);
      return NULL;
    }

  source.block = block = g_malloc (BLOCK);

  if (!load_short (&source, name, &wanted, &dataset, &line, cancellable, error))
    return NULL;

  if (dataset != NULL)
    return dataset;

  if (size > NEV_CSV_MAX_BYTES)
    {
      nev_import_fail (name, line, 0, NEV_DATA_ERROR_SYNTAX, error,
                       _ ("expected a table that is written plainly and alike throughout, as one of more than %d bytes must be, found something else; it helps to say how it is written"),
                       NEV_CSV_MAX_BYTES);
      return NULL;
    }

  g_clear_pointer (&block, g_free);
  bytes = read_all (&source, cancellable, error);

  return bytes != NULL ? nev_import_load_long (name, bytes, &wanted, cancellable, error) : NULL;
}

/**
 * nev_import_load:
 * @name: the file's name
 * @bytes: what is in it
 * @options: (nullable): how it is written, as far as that is known; %NULL for nothing
 * @cancellable: (nullable): ends it early
 * @error: return location for a #NevDataError
 *
 * Makes a dataset of what is in a file; see nev_import_load_stream().
 *
 * Returns: (transfer full): the dataset; or %NULL with @error set
 */
NevDataset *
nev_import_load (const char             *name,
                 GBytes                 *bytes,
                 const NevImportOptions *options,
                 GCancellable           *cancellable,
                 GError                **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return nev_import_load_stream (name, stream, g_bytes_get_size (bytes), options, NULL, NULL, cancellable, error);
}
