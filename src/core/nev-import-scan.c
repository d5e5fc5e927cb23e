/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-scan-private.h"

#include <string.h>

#include "nev-package-private.h"

/* The short way into a table. nev_import_guess() and nev_import_read() decide what a table means; this reads what
 * they would make of it where it is written plainly: UTF-8, a line a record, quotation marks only around whole
 * fields. The head of the file says how it is written, all of it is checked on the way to agree with that, and
 * whatever is unusual, ambiguous or wrong ends the scan without a word: the long way then reads the file from its
 * beginning, and finds the words for what is wrong.
 *
 * This file is the way's beginning and end; nev-import-lines.c goes it.
 */

#define HEAD_RECORDS 256 /* more than are looked at to find out what the columns are */

/* A head that ends with a record: as much of @head as is needed. Returns its length; 0 if it holds too little. */
static gsize
cut_head (const char *head,
          gsize       length,
          gboolean    is_all)
{
  const char *p = head;
  guint       n = 0;

  for (const char *end; n < 2 * HEAD_RECORDS && (end = memchr (p, '\n', length - (gsize) (p - head))) != NULL; n++)
    p = end + 1;

  if (n < 2 * HEAD_RECORDS && is_all)
    return length;

  return (gsize) (p - head);
}

static guint
count_records (const char *text,
               gsize       length,
               char        delimiter)
{
  g_autoptr (NevCsv) csv = nev_csv_new ("", text, length, delimiter);
  guint n = 0;

  while (n <= HEAD_RECORDS && nev_csv_next (csv, NULL))
    n++;

  return n;
}

static gboolean
read_header (NevImportScan *self,
             const char    *text,
             gsize          length)
{
  g_autoptr (NevCsv) csv = nev_csv_new (self->name, text, length, self->options.delimiter);

  if (!nev_csv_next (csv, NULL))
    return FALSE;

  return self->columns.layout == NEV_IMPORT_LAYOUT_LONG ||
         nev_import_read_header (self->name, csv, &self->columns, self->series, &self->of_column, NULL);
}

/**
 * nev_import_scan_new:
 * @name: the file's name
 * @head: (array length=length): what it begins with
 * @length: how much of it
 * @is_all: whether that is the whole file
 * @options: how the file is written, as far as that is known
 *
 * Finds out from a file's head whether it is one for the short way, and how it is written.
 *
 * Returns: (transfer full) (nullable): a scan that wants the file from its beginning; %NULL if it isn't
 */
NevImportScan *
nev_import_scan_new (const char             *name,
                     const char             *head,
                     gsize                   length,
                     gboolean                is_all,
                     const NevImportOptions *options)
{
  g_autoptr (NevImportScan) self = NULL;
  g_autofree char *text = NULL;

  if (length >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0)
    {
      head += 3;
      length -= 3;
    }

  length = cut_head (head, length, is_all);
  if (length == 0 || (guchar) *head >= 0xef || nev_utf8_find_bad (head, length) != NULL ||
      (options->encoding != NULL && g_ascii_strcasecmp (options->encoding, "UTF-8") != 0))
    return NULL;

  self = g_new0 (NevImportScan, 1);
  self->name = g_strdup (name);
  self->options = self->wanted = *options;
  self->line = 1;

  text = g_strndup (head, length);
  if (!nev_import_guess (name, text, length, &self->options, NULL, NULL) ||
      !nev_import_find_columns (name, text, length, &self->options, &self->columns, NULL, NULL) ||
      self->columns.layout == NEV_IMPORT_LAYOUT_ACROSS || self->columns.layout == NEV_IMPORT_LAYOUT_CATEGORIES ||
      (!is_all && count_records (text, length, self->options.delimiter) <= HEAD_RECORDS))
    return NULL;

  if (self->options.decimal == '\0')
    self->options.decimal = '.';

  self->series = nev_import_series_new (name);
  if (!read_header (self, text, length))
    return NULL;

  nev_import_lines_init (self);

  return g_steal_pointer (&self);
}

void
nev_import_scan_free (NevImportScan *self)
{
  g_free (self->name);
  g_clear_pointer (&self->series, nev_import_series_free);
  g_free (self->of_column);
  nev_spellings_clear (&self->spellings);
  nev_import_days_clear (&self->days);
  g_free (self);
}

/**
 * nev_import_scan_feed:
 * @data: (array length=length): the file from where the last feeding ended
 * @length: how much of it
 * @is_last: whether the file ends with it
 * @n_used: (out): how much of it was read: all whole lines
 * @error: return location for a %NEV_DATA_ERROR_LIMIT
 *
 * Reads on. A block must hold the whole header if it is the first.
 *
 * Returns: %FALSE where the short way ends: with @error set if the long one ends there too
 */
gboolean
nev_import_scan_feed (NevImportScan *self,
                      const char    *data,
                      gsize          length,
                      gboolean       is_last,
                      gsize         *n_used,
                      GError       **error)
{
  gsize            n = length;
  g_autofree char *rest = NULL;

  while (n > 0 && data[n - 1] != '\n')
    n--;

  *n_used = is_last ? length : n;

  if (n > 0 && !nev_import_lines_read (self, data, data + n, error))
    return FALSE;

  if (!is_last || n == length)
    return TRUE;

  /* The last line gets its end. */
  rest = g_malloc (length - n + 2);
  memcpy (rest, data + n, length - n);
  memcpy (rest + length - n, "\n", 2);

  return nev_import_lines_read (self, rest, rest + length - n + 1, error);
}

/**
 * nev_import_scan_get_line:
 *
 * Returns: the line that is read next, or that ended the scan
 */
guint
nev_import_scan_get_line (const NevImportScan *self)
{
  return self->line;
}

/* Whether what was met on the way decides as the head did. */
static gboolean
is_decided (guint    kinds,
            gboolean is_second)
{
  gboolean has_first = (kinds & (1u << NEV_CELL_FIRST)) != 0;
  gboolean has_second = (kinds & (1u << NEV_CELL_SECOND)) != 0;
  gboolean is_ambiguous = (kinds & (1u << NEV_CELL_AMBIGUOUS)) != 0;

  return !(has_first && has_second) && !(is_ambiguous && !has_first && !has_second) && has_second == is_second;
}

/* Whether anything that was met depends on the way of writing. */
static gboolean
has_evidence (guint kinds)
{
  return (kinds & ((1u << NEV_CELL_FIRST) | (1u << NEV_CELL_SECOND))) != 0;
}

/**
 * nev_import_scan_finish:
 * @self: a scan that was fed a whole file
 * @options: (out): how it is written, as nev_import_guess() says it
 *
 * Gives what was read, if everything in the file agreed with how its head is written.
 *
 * Returns: (transfer full) (nullable): the series; %NULL where the long way has to decide
 */
NevImportSeries *
nev_import_scan_finish (NevImportScan    *self,
                        NevImportOptions *options)
{
  if (self->n_rows == 0 || self->n_values == 0)
    return NULL;

  if (self->wanted.decimal == '\0' && !is_decided (self->number_kinds, self->options.decimal == ','))
    return NULL;

  if (self->wanted.date_order == NEV_DATE_ORDER_AUTO &&
      !is_decided (self->days.kinds, self->options.date_order == NEV_DATE_ORDER_MONTH_FIRST))
    return NULL;

  *options = self->options;
  options->encoding = "UTF-8";

  if (self->wanted.decimal == '\0' && !has_evidence (self->number_kinds))
    options->decimal = '\0';
  if (self->wanted.date_order == NEV_DATE_ORDER_AUTO && !has_evidence (self->days.kinds))
    options->date_order = NEV_DATE_ORDER_AUTO;

  return g_steal_pointer (&self->series);
}
