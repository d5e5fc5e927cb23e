/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nev-error.h"
#include "nev-label.h"

/* The reader owns one copy of the bytes and works in it: a field is ended by writing a zero over the
 * delimiter or line end behind it, and a quoted field is closed up where it lies, since without its
 * quotes it can only get shorter. So no field is ever copied, and all of them stay valid.
 *
 * RFC 4180 with three liberties: lines may end in LF or CR alone, a byte-order mark is skipped, and
 * so are empty lines.
 */

struct _NevCsv
{
  char   *name;
  char    delimiter;
  GError *fault; /* found before the first record, reported with it */

  char *data; /* the copy, with a zero at the end */
  char *cursor;
  char *end;
  guint line; /* of the cursor */

  /* The current record */
  guint        record_line;
  const char **fields;
  guint        n_fields;
  guint        n_allocated;

  guint8 is_special[256]; /* what ends a run of plain bytes in a field without quotes */
};

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* CR, LF and CRLF all end one line. */
static const char *
skip_line_end (const char *p)
{
  return p + (p[0] == '\r' && p[1] == '\n' ? 2 : 1);
}

static GError *
describe_bad_byte (NevCsv     *self,
                   const char *bad)
{
  const char *start = self->data;
  guint       line = 1;

  for (const char *p = start; p < bad;)
    {
      if (is_line_end (*p))
        {
          start = p = skip_line_end (p);
          line++;
        }
      else
        {
          p++;
        }
    }

  if (*bad == '\0')
    return g_error_new (NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX,
                        _("%s:%u: expected text, found a zero byte as the line’s byte %u"),
                        self->name, line, (guint) (bad - start) + 1);

  return g_error_new (NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX,
                      _("%s:%u: expected UTF-8, found 0x%02x as the line’s byte %u"),
                      self->name, line, (guint) (guchar) *bad, (guint) (bad - start) + 1);
}

/**
 * nev_csv_new:
 * @name: what messages call the file
 * @data: (array length=length): the file's bytes; they are copied
 * @length: how many
 * @delimiter: a comma, semicolon or tab
 *
 * Starts reading a file.
 *
 * Returns: (transfer full): a reader that stands before the first record
 */
NevCsv *
nev_csv_new (const char *name,
             const char *data,
             gsize       length,
             char        delimiter)
{
  NevCsv     *self;
  const char *bad;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (delimiter != '\0' && delimiter != '"' && !is_line_end (delimiter), NULL);

  self = g_new0 (NevCsv, 1);
  self->name = g_strdup (name);
  self->delimiter = delimiter;
  self->line = 1;

  if (length > NEV_CSV_MAX_BYTES)
    {
      self->fault = g_error_new (NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT,
                                 _("%s: expected at most %d bytes, found %zu"),
                                 name, NEV_CSV_MAX_BYTES, length);
      length = 0;
    }

  self->data = g_malloc (length + 1);
  if (length > 0)
    memcpy (self->data, data, length);
  self->data[length] = '\0';
  self->cursor = self->data;
  self->end = self->data + length;

  bad = nev_utf8_find_bad (self->data, length);

  if (bad != NULL)
    self->fault = describe_bad_byte (self, bad);
  else if (g_str_has_prefix (self->data, "\xef\xbb\xbf"))
    self->cursor += 3;

  self->is_special[0] = TRUE;
  self->is_special['\n'] = TRUE;
  self->is_special['\r'] = TRUE;
  self->is_special['"'] = TRUE;
  self->is_special[(guchar) delimiter] = TRUE;

  return self;
}

void
nev_csv_free (NevCsv *self)
{
  g_clear_error (&self->fault);
  g_free (self->name);
  g_free (self->data);
  g_free (self->fields);
  g_free (self);
}

/* Says where, and ends the reading: nothing is read behind a mistake. */
G_GNUC_PRINTF (5, 6)
static gboolean
fail (NevCsv      *self,
      guint        line,
      NevDataError code,
      GError     **error,
      const char  *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list          arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  self->cursor = self->end;
  g_set_error (error, NEV_DATA_ERROR, (int) code, _("%s:%u: column %u: %s"),
               self->name, line, self->n_fields + 1, message);

  return FALSE;
}

/* Ends the field at @end and moves on to what follows its separator. Returns whether it was the
 * record's last one.
 */
static gboolean
finish_field (NevCsv *self,
              char   *end,
              char   *separator)
{
  gboolean is_last = *separator != self->delimiter;

  if (is_line_end (*separator))
    {
      self->cursor = (char *) skip_line_end (separator);
      self->line++;
    }
  else
    {
      self->cursor = separator + (*separator != '\0' ? 1 : 0);
    }

  *end = '\0';

  return is_last;
}

static gboolean
read_plain_field (NevCsv   *self,
                  gboolean *is_last,
                  GError  **error)
{
  char *p = self->cursor;

  while (!self->is_special[(guchar) *p])
    p++;

  if (*p == '"')
    return fail (self, self->line, NEV_DATA_ERROR_SYNTAX, error,
                 _("expected quotation marks around the whole field, found one within it"));

  if (p - self->cursor > NEV_CSV_MAX_FIELD)
    return fail (self, self->line, NEV_DATA_ERROR_LIMIT, error,
                 _("expected a field of at most %d bytes, found a longer one"), NEV_CSV_MAX_FIELD);

  *is_last = finish_field (self, p, p);

  return TRUE;
}

/* The cursor stands on the opening quote; the field is closed up towards the byte behind it. */
static gboolean
read_quoted_field (NevCsv   *self,
                   gboolean *is_last,
                   GError  **error)
{
  char *start = self->cursor + 1;
  char *from = start;
  char *to = start;
  guint first_line = self->line;

  for (;;)
    {
      if (*from == '"')
        {
          if (from[1] != '"')
            break;
          from++;
        }
      else if (*from == '\0')
        {
          return fail (self, first_line, NEV_DATA_ERROR_SYNTAX, error,
                       _("expected a closing quotation mark for the one that stands here, found the end of the file"));
        }
      else if (*from == '\n' || (*from == '\r' && from[1] != '\n'))
        {
          self->line++;
        }

      *to++ = *from++;

      if (to - start > NEV_CSV_MAX_FIELD)
        return fail (self, first_line, NEV_DATA_ERROR_LIMIT, error,
                     _("expected a field of at most %d bytes, found no closing quotation mark within them"), NEV_CSV_MAX_FIELD);
    }

  from++;

  if (*from != self->delimiter && *from != '\0' && !is_line_end (*from))
    return fail (self, self->line, NEV_DATA_ERROR_SYNTAX, error,
                 _("expected the end of the field behind the closing quotation mark, found text"));

  self->fields[self->n_fields] = start;
  *is_last = finish_field (self, to, from);

  return TRUE;
}

/**
 * nev_csv_next:
 * @error: return location for a %NEV_DATA_ERROR_SYNTAX or %NEV_DATA_ERROR_LIMIT, which says file,
 *   line and column
 *
 * Moves on to the next record. How many fields it has is for the caller to judge.
 *
 * Returns: %TRUE if there is one; %FALSE at the end, and with @error set
 */
gboolean
nev_csv_next (NevCsv  *self,
              GError **error)
{
  gboolean is_last = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->fault != NULL)
    {
      self->cursor = self->end;
      g_propagate_error (error, g_steal_pointer (&self->fault));
      return FALSE;
    }

  while (is_line_end (*self->cursor))
    {
      self->cursor = (char *) skip_line_end (self->cursor);
      self->line++;
    }

  self->n_fields = 0;
  self->record_line = self->line;

  if (self->cursor == self->end)
    return FALSE;

  while (!is_last)
    {
      gboolean is_read;

      if (self->n_fields == NEV_CSV_MAX_COLUMNS)
        return fail (self, self->line, NEV_DATA_ERROR_LIMIT, error, _("expected at most %d columns, found more"), NEV_CSV_MAX_COLUMNS);

      if (self->n_fields == self->n_allocated)
        {
          self->n_allocated = MAX (16, 2 * self->n_allocated);
          self->fields = g_renew (const char *, self->fields, self->n_allocated);
        }

      self->fields[self->n_fields] = self->cursor;

      if (*self->cursor == '"')
        is_read = read_quoted_field (self, &is_last, error);
      else
        is_read = read_plain_field (self, &is_last, error);

      if (!is_read)
        return FALSE;

      self->n_fields++;
    }

  return TRUE;
}

guint
nev_csv_get_n_fields (NevCsv *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_fields;
}

/**
 * nev_csv_get_field:
 * @column: 0 to the number of fields - 1
 *
 * Gets a field of the current record, without its quotes.
 *
 * Returns: the field, valid as long as the reader
 */
const char *
nev_csv_get_field (NevCsv *self,
                   guint   column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < self->n_fields, NULL);

  return self->fields[column];
}

/**
 * nev_csv_get_line:
 *
 * Gets where the current record begins.
 *
 * Returns: the line, counted from 1
 */
guint
nev_csv_get_line (NevCsv *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->record_line;
}
