/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-append.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nev-csv.h"
#include "nev-error.h"
#include "nev-label.h"

/* Puts the rows of one CSV file at the end of another, and takes them out again. The columns go by their names; what stands in the
 * table already keeps its bytes.
 */

/* A record as the table would write it. */
typedef struct
{
  char *text; /* without a line end */
  guint line; /* where it stands in the file that it comes from */
} Record;

static void
clear_record (gpointer data)
{
  g_free (((Record *) data)->text);
}

static const char *
get_line_end (const char *text,
              gsize       length)
{
  const char *end = memchr (text, '\n', length);

  return end != NULL && end > text && end[-1] == '\r' ? "\r\n" : "\n";
}

/* RFC 4180 */
static void
append_field (GString    *record,
              const char *field)
{
  if (strpbrk (field, ",\"\r\n") == NULL)
    {
      g_string_append (record, field);
      return;
    }

  g_string_append_c (record, '"');

  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (record, '"');
      g_string_append_c (record, *p);
    }

  g_string_append_c (record, '"');
}

/* Moves on to the record with the columns' names. */
static gboolean
read_header (NevCsv     *csv,
             const char *name,
             GError    **error)
{
  GError *local = NULL;

  if (nev_csv_next (csv, &local))
    return TRUE;

  if (local == NULL)
    local = g_error_new (NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("%s: expected a line with the columns’ names, found an empty file"), name);

  g_propagate_error (error, local);

  return FALSE;
}

static int
find_field (NevCsv     *csv,
            const char *wanted)
{
  for (guint i = 0; i < nev_csv_get_n_fields (csv); i++)
    {
      if (g_str_equal (nev_csv_get_field (csv, i), wanted))
        return (int) i;
    }

  return -1;
}

/* For each column of the table the one of the rows, or -1. */
static int *
match_columns (NevCsv     *table,
               NevCsv     *rows,
               const char *rows_name,
               GError    **error)
{
  guint           n_columns = nev_csv_get_n_fields (table);
  g_autofree int *columns = g_new (int, n_columns);

  for (guint i = 0; i < n_columns; i++)
    columns[i] = find_field (rows, nev_csv_get_field (table, i));

  for (guint i = 0; i < nev_csv_get_n_fields (rows); i++)
    {
      const char      *name = nev_csv_get_field (rows, i);
      g_autofree char *quoted = nev_label_quote (name);
      g_autoptr (GString) known = NULL;

      if (find_field (table, name) >= 0 && find_field (rows, name) == (int) i)
        continue;

      known = g_string_new (nev_csv_get_field (table, 0));
      for (guint j = 1; j < n_columns; j++)
        g_string_append_printf (known, ", %s", nev_csv_get_field (table, j));

      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("%s:%u: expected the dataset’s columns, each once (%s), found %s"),
                   rows_name, nev_csv_get_line (rows), known->str, quoted);

      return NULL;
    }

  return g_steal_pointer (&columns);
}

static NevCsv *
open_csv (const char *name,
          GBytes     *bytes)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  return nev_csv_new (name, data, length, ',');
}

/* The rows as the table would write them. */
static GArray *
read_records (const char *table_name,
              GBytes     *table_bytes,
              const char *rows_name,
              GBytes     *rows_bytes,
              GError    **error)
{
  g_autoptr (NevCsv) table = open_csv (table_name, table_bytes);
  g_autoptr (NevCsv) rows = open_csv (rows_name, rows_bytes);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (Record));
  g_autofree int *columns = NULL;
  GError         *local = NULL;
  guint           n_columns, n_fields;

  g_array_set_clear_func (records, clear_record);

  if (!read_header (table, table_name, error) || !read_header (rows, rows_name, error))
    return NULL;

  columns = match_columns (table, rows, rows_name, error);
  if (columns == NULL)
    return NULL;

  n_columns = nev_csv_get_n_fields (table);
  n_fields = nev_csv_get_n_fields (rows);

  while (nev_csv_next (rows, &local))
    {
      GString *text = g_string_new (NULL);
      Record   record = { NULL, nev_csv_get_line (rows) };

      if (nev_csv_get_n_fields (rows) != n_fields)
        {
          g_string_free (text, TRUE);
          g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("%s:%u: expected %u cells as in the header, found %u"),
                       rows_name, record.line, n_fields, nev_csv_get_n_fields (rows));
          return NULL;
        }

      for (guint i = 0; i < n_columns; i++)
        {
          if (i > 0)
            g_string_append_c (text, ',');
          if (columns[i] >= 0)
            append_field (text, nev_csv_get_field (rows, (guint) columns[i]));
        }

      record.text = g_string_free (text, FALSE);
      g_array_append_val (records, record);
    }

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }

  return g_steal_pointer (&records);
}

/**
 * nev_append_rows:
 * @table_name: what messages call the table
 * @table: a CSV file in UTF-8
 * @rows_name: what messages call the file with the rows
 * @rows: a CSV file in UTF-8; its columns are among the table's, in any order
 * @error: return location for a #NevDataError
 *
 * Puts rows at a table's end. A column that the rows don't have is empty. What the rows say isn't looked at.
 *
 * Returns: (transfer full): the new table, which begins with the bytes of the old one; or %NULL with @error set
 */
GBytes *
nev_append_rows (const char *table_name,
                 GBytes     *table,
                 const char *rows_name,
                 GBytes     *rows,
                 GError    **error)
{
  g_autoptr (GArray) records = read_records (table_name, table, rows_name, rows, error);
  GString    *text;
  const char *data, *line_end;
  gsize       length;

  if (records == NULL)
    return NULL;

  data = g_bytes_get_data (table, &length);
  line_end = get_line_end (data, length);
  text = g_string_new_len (data, (gssize) length);

  if (records->len > 0 && length > 0 && data[length - 1] != '\n' && data[length - 1] != '\r')
    g_string_append (text, line_end);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (text, "%s%s", g_array_index (records, Record, i).text, line_end);

  return g_string_free_to_bytes (text);
}

/* Finds a record that stands alone on its line, the last one if there are several: appended rows stand at the end. */
static gssize
find_record (GString    *text,
             const char *record)
{
  gsize length = strlen (record);

  for (const char *p = g_strrstr_len (text->str, (gssize) text->len, record); p != NULL;
       p = g_strrstr_len (text->str, p - text->str, record))
    {
      const char *end = p + length;

      if (p > text->str && strchr ("\r\n", p[-1]) != NULL && strchr ("\r\n", *end) != NULL)
        return p - text->str;
    }

  return -1;
}

/**
 * nev_append_undo:
 * @table_name: what messages call the table
 * @table: a CSV file in UTF-8
 * @rows_name: what messages call the file with the rows
 * @rows: a CSV file in UTF-8
 * @error: return location for a #NevDataError
 *
 * Takes out of a table what nev_append_rows() put there. Each row must be found as it was put there.
 *
 * Returns: (transfer full): the table as it was; or %NULL with @error set
 */
GBytes *
nev_append_undo (const char *table_name,
                 GBytes     *table,
                 const char *rows_name,
                 GBytes     *rows,
                 GError    **error)
{
  g_autoptr (GArray) records = read_records (table_name, table, rows_name, rows, error);
  g_autoptr (GString) text = NULL;
  const char *data;
  gsize       length;

  if (records == NULL)
    return NULL;

  data = g_bytes_get_data (table, &length);
  text = g_string_new_len (data, (gssize) length);

  for (guint i = records->len; i > 0; i--)
    {
      const Record *record = &g_array_index (records, Record, i - 1);
      gssize        place = find_record (text, record->text);
      gsize         n_bytes = strlen (record->text);

      if (place < 0)
        {
          g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND, _("%s:%u: expected a row that was appended to %s, found none like it there"),
                       rows_name, record->line, table_name);
          return NULL;
        }

      while (text->str[place + (gssize) n_bytes] == '\r')
        n_bytes++;
      if (text->str[place + (gssize) n_bytes] == '\n')
        n_bytes++;

      g_string_erase (text, place, (gssize) n_bytes);
    }

  return g_string_free_to_bytes (g_steal_pointer (&text));
}
