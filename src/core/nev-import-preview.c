/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-preview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nev-encoding.h"
#include "nev-file.h"
#include "nev-import-private.h"
#include "nev-package.h"

/* What a table would be read as, for a person who decides how it is. The first rows are read whatever is wrong with them,
 * and say so cell by cell; whether the whole file is good is found out by reading it as it is always read.
 */

#define HEAD 262144 /* bytes */

void
nev_import_preview_free (NevImportPreview *self)
{
  g_free (self->question);
  g_clear_error (&self->error);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_object (&self->dataset);
  g_free (self->encoding);
  g_free (self);
}

/* How much of a file's beginning are whole lines, if it is one of two bytes a character or of one. */
static gsize
cut_head (const char *data,
          gsize       length)
{
  gboolean is_little = length >= 2 && memcmp (data, "\xff\xfe", 2) == 0;
  gboolean is_big = length >= 2 && memcmp (data, "\xfe\xff", 2) == 0;

  for (gsize end = length; end > 0; end--)
    {
      if (is_little || is_big)
        {
          if (end % 2 == 0 && data[end - (is_little ? 2 : 1)] == '\n' && data[end - (is_little ? 1 : 2)] == '\0')
            return end;
        }
      else if (data[end - 1] == '\n')
        {
          return end;
        }
    }

  return length;
}

static void
ask (NevImportPreview *self,
     NevImportOption   option,
     char             *text)
{
  g_free (self->question);
  self->is_open = TRUE;
  self->asked = option;
  self->question = text;
}

/* Finds out how a text is written. Returns it; NULL if it is none. */
static char *
guess (NevImportPreview       *self,
       const char             *name,
       GBytes                 *bytes,
       const NevImportOptions *options,
       gsize                  *length,
       GCancellable           *cancellable)
{
  g_auto (NevImportQuestion) question = { FALSE };
  g_autofree char *text = NULL;

  g_clear_error (&self->error);
  g_clear_pointer (&self->encoding, g_free);
  self->is_open = FALSE;
  self->found = *options;

  text = nev_encoding_decode (bytes, options->encoding, length, &self->encoding, &self->error);

  if (text == NULL)
    {
      g_prefix_error (&self->error, "%s: ", name);
      if (g_error_matches (self->error, NEV_DATA_ERROR, NEV_DATA_ERROR_AMBIGUOUS))
        ask (self, NEV_IMPORT_ENCODING, g_strdup (_("The text is neither UTF-8, UTF-16 nor GB18030, and doesn’t say what it is.")));
      return NULL;
    }

  self->found.encoding = self->encoding;

  if (!nev_import_guess_or_ask (name, text, *length, &self->found, &question, FALSE, cancellable, &self->error) && question.is_open)
    ask (self, question.option, g_steal_pointer (&question.text));

  return g_steal_pointer (&text);
}

static void
read_cells (NevImportPreview *self,
            const char       *name,
            const char       *text,
            gsize             length)
{
  g_ptr_array_set_size (self->cells, 0);

  if (text != NULL && self->found.delimiter != '\0' && self->found.layout != NEV_IMPORT_LAYOUT_AUTO)
    nev_import_read_cells (name, text, length, &self->found, self->cells, self->error == NULL ? &self->error : NULL);
}

/* Reads all of a file that is more than its head. What decides may stand anywhere in it. */
static void
read_whole (NevImportPreview       *self,
            GFile                  *file,
            const char             *name,
            GBytes                 *head,
            const NevImportOptions *options,
            NevProgressFunc         progress,
            gpointer                progress_data,
            GCancellable           *cancellable)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  GError          *local = NULL;
  gsize            length;

  self->dataset = nev_package_load_table (file, options, progress, progress_data, cancellable, &local);

  if (self->dataset == NULL)
    {
      bytes = nev_file_read (file, name, NEV_CSV_MAX_BYTES, cancellable, NULL);
      text = bytes != NULL ? guess (self, name, bytes, options, &length, cancellable) : NULL;
      g_clear_error (&self->error);
      self->error = local;
    }
  else
    {
      g_clear_error (&self->error);
      self->is_open = FALSE;
      self->found = *nev_dataset_get_read_as (self->dataset);
      g_free (self->encoding);
      self->found.encoding = self->encoding = g_strdup (self->found.encoding);
    }

  shown = self->encoding != NULL ? nev_encoding_decode (head, self->encoding, &length, NULL, NULL) : NULL;
  read_cells (self, name, shown, length);
}

/**
 * nev_import_preview_load:
 * @file: a table
 * @options: how it is written, as far as that is known
 * @is_whole: whether to read all of it; else only its beginning, if it is large
 * @progress: (nullable) (scope call): is told how much of all of it is read
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location for an error of GIO
 *
 * Finds out what a table would be read as. Blocks; may be called from any thread.
 *
 * Returns: (transfer full): that, with whatever is wrong with the table; %NULL if the file can't be read
 */
NevImportPreview *
nev_import_preview_load (GFile                  *file,
                         const NevImportOptions *options,
                         gboolean                is_whole,
                         NevProgressFunc         progress,
                         gpointer                progress_data,
                         GCancellable           *cancellable,
                         GError                **error)
{
  g_autoptr (NevImportPreview) self = g_new0 (NevImportPreview, 1);
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (basename);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GBytes) head = NULL;
  g_autofree char *data = g_malloc (HEAD + 1);
  g_autofree char *text = NULL;
  guint64          size;
  gsize            length;

  stream = nev_file_open (file, name, NEV_IMPORT_MAX_BYTES, &size, cancellable, error);
  if (stream == NULL || !g_input_stream_read_all (stream, data, HEAD + 1, &length, cancellable, error))
    return NULL;

  self->cells = g_ptr_array_new_with_free_func (nev_import_cell_free);
  self->is_whole = is_whole || length <= HEAD;
  if (length > HEAD)
    length = cut_head (data, HEAD);
  head = g_bytes_new_take (g_steal_pointer (&data), length);

  text = guess (self, name, head, options, &length, cancellable);
  read_cells (self, name, text, length);

  if (self->is_whole)
    read_whole (self, file, name, head, options, progress, progress_data, cancellable);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}
