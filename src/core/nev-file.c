/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-file.h"

#include <glib/gi18n-lib.h>

#include "nev-error.h"

/**
 * nev_file_open:
 * @file: a file
 * @name: what messages call it
 * @max_bytes: how long it may be
 * @size: (out): how long it is
 * @cancellable: (nullable): ends it early
 * @error: return location for a #NevDataError, or one of GIO's
 *
 * Opens a file that somebody named, whatever it is. Asks before it does: a pipe would wait for ever, a device might never end.
 *
 * Returns: (transfer full): its content, which can be sought in; or %NULL with @error set
 */
GInputStream *
nev_file_open (GFile        *file,
               const char   *name,
               guint64       max_bytes,
               guint64      *size,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("%s: expected a regular file, found something else"), name);
      return NULL;
    }

  *size = (guint64) g_file_info_get_size (info);

  if (*size > max_bytes)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT,
                   _("%s: expected at most %zu bytes, found %zu"), name, (gsize) max_bytes, (gsize) *size);
      return NULL;
    }

  return (GInputStream *) g_file_read (file, cancellable, error);
}

/**
 * nev_file_read:
 * @file: a file
 * @name: what messages call it
 * @max_bytes: how long it may be
 * @cancellable: (nullable): ends it early
 * @error: return location for a #NevDataError, or one of GIO's
 *
 * Reads a file that nev_file_open() opens.
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
  guint64 size;
  g_autoptr (GInputStream) stream = nev_file_open (file, name, max_bytes, &size, cancellable, error);
  g_autofree char *data = NULL;
  gsize            length;

  if (stream == NULL)
    return NULL;

  data = g_malloc (size + 1);
  if (!g_input_stream_read_all (stream, data, size, &length, cancellable, error))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&data), length);
}
