/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-export.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Puts a file in its place so that there is always either what was there before or the whole new file, also if the
 * disk is full, the stick is pulled out or the program is killed. Devices and pipes can't be replaced; they are written to.
 */

#define TEMPORARY_LETTERS 6 /* that g_file_set_contents_full() puts at the end of a name, behind a dot */
#define MAX_LINKS 40        /* as many as the kernel follows */

/* Where a chain of symbolic links leads to, whether or not there is a file yet: it's that file that
 * shall be replaced and not the link.
 */
static char *
follow_links (const char *path)
{
  char *target = g_strdup (path);

  for (int i = 0; i < MAX_LINKS && g_file_test (target, G_FILE_TEST_IS_SYMLINK); i++)
    {
      g_autofree char *folder = g_path_get_dirname (target);
      g_autofree char *link = g_file_read_link (target, NULL);

      if (link == NULL)
        break;

      g_free (target);
      target = g_canonicalize_filename (link, folder);
    }

  return target;
}

static gboolean
check_length (const char *name,
              goffset     found,
              gsize       expected,
              GError    **error)
{
  if (found >= 0 && (gsize) found == expected)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("%s: of %lu bytes %lu arrived"), name, (gulong) expected, (gulong) found);

  return FALSE;
}

static gboolean
write_to_device (GFile        *file,
                 const char   *path,
                 const char   *data,
                 gsize         length,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autoptr(GFileOutputStream) stream = g_file_append_to (file, G_FILE_CREATE_NONE, cancellable, error);
  gboolean is_written;

  is_written = stream != NULL &&
               g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, cancellable, error) &&
               g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  if (!is_written)
    g_prefix_error (error, "%s: ", path);

  return is_written;
}

/* GLib writes to a file with six letters more in its name first, and names that one when it fails, which nobody has asked
 * for: the name in the message is made that of the file.
 */
static void
name_target (GError     *error,
             const char *target)
{
  g_autofree char *shown = g_filename_display_name (target);
  const char      *name = strstr (error->message, shown);
  const char      *suffix = name != NULL ? name + strlen (shown) : NULL;
  char            *message;

  if (suffix == NULL || *suffix != '.' || strspn (suffix + 1, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS) != TEMPORARY_LETTERS)
    return;

  message = g_strdup_printf ("%.*s%s", (int) (suffix - error->message), error->message, suffix + 1 + TEMPORARY_LETTERS);
  g_free (error->message);
  error->message = message;
}

static gboolean
write_local (GFile        *file,
             const char   *path,
             const char   *data,
             gsize         length,
             GCancellable *cancellable,
             GError      **error)
{
  g_autofree char *target = NULL;
  g_autofree char *folder = NULL;
  g_autoptr(GError) failure = NULL;
  GStatBuf status;
  int      mode = 0666;

  if (g_stat (path, &status) == 0)
    {
      if (S_ISDIR (status.st_mode))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("%s is a folder"), path);
          return FALSE;
        }

      if (!S_ISREG (status.st_mode))
        return write_to_device (file, path, data, length, cancellable, error);

      mode = status.st_mode & 0777;
    }

  target = follow_links (path);
  folder = g_path_get_dirname (target);

  /* GLib would name the temporary file, which nobody has asked for. */
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("%s: there is no folder %s"), path, folder);
      return FALSE;
    }

  if (!g_file_set_contents_full (target, data, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &failure))
    {
      name_target (failure, target);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (g_stat (target, &status) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", target, g_strerror (code));
      return FALSE;
    }

  return check_length (target, status.st_size, length, error);
}

static gboolean
write_elsewhere (GFile        *file,
                 const char   *data,
                 gsize         length,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr(GFileInfo) info = NULL;

  if (g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error))
    info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }

  return check_length (name, g_file_info_get_size (info), length, error);
}

/**
 * nev_export_write:
 * @bytes: a whole file
 * @file: where to
 * @cancellable: (nullable): to give up before anything is replaced
 * @error: return location for an error of GIO's or GLib's files; names @file
 *
 * Writes a file, in place of one that is there.
 *
 * Returns: whether all of it arrived; if not, an old file is still there
 */
gboolean
nev_export_write (GBytes       *bytes,
                  GFile        *file,
                  GCancellable *cancellable,
                  GError      **error)
{
  const char *path = g_file_peek_path (file);
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (path != NULL)
    return write_local (file, path, data, length, cancellable, error);

  return write_elsewhere (file, data, length, cancellable, error);
}
