/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-file.h"

#include <glib/gi18n-lib.h>

#include "nev-error.h"

/**
 * nev_file_read:
 * @file: a file
 * @name: what messages call it
 * @max_bytes: how long it may be
 * @cancellable: (nullable): ends it early
 * @error: return location for a #NevDataError, or one of GIO's
 *
 * Reads a file that somebody named, whatever it is. Asks before it opens: a pipe would wait for ever, a device might never end.
 *
 * Returns: (transfer full): its content; or %NULL with @error set
 */
GBytes *
nev_file_read (GFile        *file,
               const char   *name,
               gsize         max_bytes,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *data = NULL;
  gsize            length;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("%s: expected a regular file, found something else"), name);
      return NULL;
    }

  length = (gsize) g_file_info_get_size (info);

  if (length > max_bytes)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT,
                   _("%s: expected at most %zu bytes, found %zu"), name, max_bytes, length);
      return NULL;
    }

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  data = g_malloc (length + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, length, &length, cancellable, error))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&data), length);
}
