/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-table-text.h"

#include <math.h>
#include <string.h>

#include "nev-catalog.h"
#include "nev-headline.h"
#include "nev-number.h"
#include "nev-table-cells.h"
#include "nev-words-table.h"
#include "nev-xml.h"

/* Rows of cells, written in one of three ways. What stands in the cells is decided once. */

typedef struct
{
  GString       *out;
  NevTableFormat format;
  const char    *tag; /* of the cells of this row, in HTML */
  gboolean       is_first;
} Writer;

/* RFC 4180, section 2: what holds a comma, a quote or a line's end is quoted. */
static void
put_csv (GString    *out,
         const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');

      g_string_append_c (out, *p);
    }

  g_string_append_c (out, '"');
}

/* Here nothing can be quoted, so that what would end a cell becomes a space. */
static void
put_tsv (GString    *out,
         const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (out, *p == '\t' || *p == '\r' || *p == '\n' ? ' ' : *p);
}

static void
begin_row (Writer     *self,
           const char *tag)
{
  self->tag = tag;
  self->is_first = TRUE;

  if (self->format == NEV_TABLE_FORMAT_HTML)
    g_string_append (self->out, "<tr>");
}

static void
put_cell (Writer     *self,
          const char *text)
{
  switch (self->format)
    {
    case NEV_TABLE_FORMAT_CSV:
      if (!self->is_first)
        g_string_append_c (self->out, ',');
      put_csv (self->out, text);
      break;

    case NEV_TABLE_FORMAT_TSV:
      if (!self->is_first)
        g_string_append_c (self->out, '\t');
      put_tsv (self->out, text);
      break;

    case NEV_TABLE_FORMAT_HTML:
      nev_xml_put_element (self->out, self->tag, *text == '\0' ? "\302\240" : text);
      break;

    default:
      g_assert_not_reached ();
    }

  self->is_first = FALSE;
}

static void
put_number (Writer *self,
            double  value)
{
  char buffer[NEV_NUMBER_BUFFER];

  put_cell (self, isfinite (value) ? nev_number_to_string (value, buffer) : "");
}

static void
end_row (Writer *self)
{
  switch (self->format)
    {
    case NEV_TABLE_FORMAT_CSV:
      g_string_append (self->out, "\r\n");
      break;

    case NEV_TABLE_FORMAT_TSV:
      g_string_append_c (self->out, '\n');
      break;

    case NEV_TABLE_FORMAT_HTML:
      g_string_append (self->out, "</tr>\n");
      break;

    default:
      g_assert_not_reached ();
    }
}

/* A series' name; in the second panel, where it may stand once more, with its measure. */
static char *
get_column_id (const NevColumn *column)
{
  if (column->panel == 0)
    return g_strdup (nev_series_get_id (column->series));

  return g_strdup_printf ("%s_%s", nev_series_get_id (column->series), nev_measure_to_string (column->measure));
}

/* The value in a cell of an overlay, in a row of its own. */
static void
put_long_row (Writer         *self,
              const NevTable *table,
              guint           column,
              guint           row)
{
  const NevColumn  *head = nev_table_get_column (table, column);
  const NevReading *reading = nev_table_get_reading (table, column, row);
  g_autofree char  *run = nev_period_to_string (head->run);
  g_autofree char  *period = nev_period_to_string (reading->period);

  begin_row (self, NULL);
  put_cell (self, nev_series_get_id (head->series));
  put_cell (self, nev_measure_to_string (head->measure));
  put_cell (self, run);
  put_number (self, row + 1);
  put_cell (self, period);
  put_number (self, nev_reading_get_value (reading));
  put_cell (self, nev_status_to_string (reading->status));
  put_number (self, nev_reading_get_rounding (reading));
  end_row (self);
}

static void
put_long (Writer         *self,
          const NevTable *table)
{
  static const char *const heads[] = { "series", "measure", "run", "position", "period", "value", "status", "rounding" };

  begin_row (self, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    put_cell (self, heads[i]);
  end_row (self);

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    for (guint row = 0; row < nev_table_get_n_rows (table); row++)
      {
        if (nev_table_get_reading (table, i, row)->gap != NEV_GAP_NOT_SHOWN)
          put_long_row (self, table, i, row);
      }
}

/* The rows are series, of one period. What has no value has no position. */
static void
put_ranking (Writer         *self,
             const NevTable *table)
{
  static const char *const heads[] = { "position", "series", "measure", "period", "value", "status", "rounding" };

  begin_row (self, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    put_cell (self, heads[i]);
  end_row (self);

  for (guint row = 0; row < nev_table_get_n_rows (table); row++)
    {
      const NevReading *reading = nev_table_get_reading (table, 0, row);
      g_autofree char  *period = nev_period_to_string (reading->period);

      begin_row (self, NULL);
      put_number (self, reading->status == NEV_STATUS_GAP ? NAN : row + 1);
      put_cell (self, nev_series_get_id (reading->series));
      put_cell (self, nev_measure_to_string (reading->measure));
      put_cell (self, period);
      put_number (self, nev_reading_get_value (reading));
      put_cell (self, nev_status_to_string (reading->status));
      put_number (self, nev_reading_get_rounding (reading));
      end_row (self);
    }
}

/**
 * nev_table_write_data:
 * @table: the numbers
 *
 * Writes a table for programs: CSV in which each series has its id as a head, and beside its values how each was
 * obtained and how far it is rounded. Where runs of days lie over each other, a row is a value, with its own period; and
 * in a ranking a row is a series.
 *
 * Returns: (transfer full): the file, in UTF-8
 */
char *
nev_table_write_data (const NevTable *table)
{
  Writer self = { g_string_new (NULL), NEV_TABLE_FORMAT_CSV };

  if (nev_table_is_overlay (table))
    {
      put_long (&self, table);
      return g_string_free (self.out, FALSE);
    }

  if (nev_table_is_ranking (table))
    {
      put_ranking (&self, table);
      return g_string_free (self.out, FALSE);
    }

  begin_row (&self, NULL);
  put_cell (&self, "period");

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    {
      g_autofree char *name = get_column_id (nev_table_get_column (table, i));
      g_autofree char *status = g_strconcat (name, "_status", NULL);
      g_autofree char *rounding = g_strconcat (name, "_rounding", NULL);

      put_cell (&self, name);
      put_cell (&self, status);
      put_cell (&self, rounding);
    }

  end_row (&self);

  for (guint row = 0; row < nev_table_get_n_rows (table); row++)
    {
      g_autofree char *period = nev_period_to_string (nev_table_get_period (table, row));

      begin_row (&self, NULL);
      put_cell (&self, period);

      for (guint i = 0; i < nev_table_get_n_columns (table); i++)
        {
          const NevReading *reading = nev_table_get_reading (table, i, row);

          put_number (&self, nev_reading_get_value (reading));
          put_cell (&self, nev_status_to_string (reading->status));
          put_number (&self, nev_reading_get_rounding (reading));
        }

      end_row (&self);
    }

  return g_string_free (self.out, FALSE);
}

static void
put_heads (Writer              *self,
           const NevTableCells *cells)
{
  NevLanguage language = nev_table_cells_get_language (cells);

  begin_row (self, "th");
  put_cell (self, nev_words_row_head (nev_table_cells_get_table (cells), language));

  for (guint i = 0; i < nev_table_get_n_columns (nev_table_cells_get_table (cells)); i++)
    {
      g_autofree char *title = nev_table_cells_get_full_title (cells, i);

      put_cell (self, title);

      if (nev_table_cells_has_derived (cells, i))
        put_cell (self, nev_tr (language, "How Obtained"));
    }

  end_row (self);
}

static void
put_row (Writer              *self,
         const NevTableCells *cells,
         guint                row)
{
  g_autofree char *title = nev_table_cells_get_row_title (cells, row);

  begin_row (self, "td");
  put_cell (self, title);

  for (guint i = 0; i < nev_table_get_n_columns (nev_table_cells_get_table (cells)); i++)
    {
      g_autofree char *number = nev_table_cells_get_number (cells, i, row);

      put_cell (self, number);

      if (nev_table_cells_has_derived (cells, i))
        put_cell (self, nev_table_cells_get_status (cells, i, row));
    }

  end_row (self);
}

static void
put_rows (Writer              *self,
          const NevTableCells *cells,
          const GArray        *rows)
{
  if (rows == NULL)
    {
      for (guint i = 0; i < nev_table_get_n_rows (nev_table_cells_get_table (cells)); i++)
        put_row (self, cells, i);
      return;
    }

  for (guint i = 0; i < rows->len; i++)
    put_row (self, cells, g_array_index (rows, guint, i));
}

/**
 * nev_table_write:
 * @spec: the chart that the table is of
 * @table: the numbers
 * @rows: (element-type guint) (nullable): the rows to write and in what order; %NULL: all of them as they are
 * @format: how they are written
 * @language: of the words
 *
 * Writes a table for people: a row a period; a column a series, with its unit in the head, and beside it how the
 * values were obtained where not all are published; and at the end the source. Numbers are in full, with a point and
 * no separators, so that a program reads them. May be called in any thread.
 *
 * Returns: (transfer full): the table, in UTF-8
 */
char *
nev_table_write (NevSpec       *spec,
                 NevTable      *table,
                 const GArray  *rows,
                 NevTableFormat format,
                 NevLanguage    language)
{
  Writer self = { g_string_new (NULL), format };
  g_autoptr(NevTableCells) cells = NULL;
  g_autofree char *source = NULL;

  g_return_val_if_fail (NEV_IS_SPEC (spec), NULL);
  g_return_val_if_fail (table != NULL, NULL);

  cells = nev_table_cells_new (table, language);
  source = nev_headline_get_source (spec, table, language);

  if (format == NEV_TABLE_FORMAT_HTML)
    {
      g_autofree char *title = nev_headline_get_title (spec, table, language);

      g_string_append_printf (self.out, "<meta charset=\"utf-8\">\n<table lang=\"%s\">\n",
                              language == NEV_LANGUAGE_CHINESE ? "zh-CN" : "en");
      nev_xml_put_element (self.out, "caption", title);
      g_string_append (self.out, "<thead>\n");
    }

  put_heads (&self, cells);

  if (format == NEV_TABLE_FORMAT_HTML)
    g_string_append (self.out, "</thead>\n<tbody>\n");

  put_rows (&self, cells, rows);

  if (format == NEV_TABLE_FORMAT_HTML)
    {
      g_string_append (self.out, "</tbody>\n</table>\n");
      nev_xml_put_element (self.out, "p", source);
      return g_string_free (self.out, FALSE);
    }

  /* An empty row keeps the source apart from the numbers. */
  begin_row (&self, NULL);
  end_row (&self);
  begin_row (&self, NULL);
  put_cell (&self, source);
  end_row (&self);

  return g_string_free (self.out, FALSE);
}
