/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-table-cells.h"

#include <math.h>

#include "nev-catalog.h"
#include "nev-number.h"
#include "nev-words-table.h"
#include "nev-words.h"

/* The screen shows a number with the digits that are known, counted as the chart's language counts; a file holds it in
 * full. Both say of the same reading the same, because both ask here.
 */

#define MAX_DECIMALS 2

/* Beside the italics, which not every font has. In front, where it moves no digit. */
#define DERIVED_MARK "* "

/* The dashed line that a chart draws there. */
#define BREAK_MARK "┆ "

/* What is the same for all cells of a column. */
typedef struct
{
  NevMagnitude magnitude;
  gboolean     has_status[NEV_N_STATUSES];
  gboolean     has_break;
} Column;

struct _NevTableCells
{
  NevTable   *table;
  Column     *columns;
  NevLanguage language;
};

/* A quotient that was calculated has no more digits than it is good to, and no more than two after the point; a
 * count is whole as it is.
 */
static gboolean
is_derived_quotient (const NevReading *reading)
{
  return reading->status == NEV_STATUS_DERIVED &&
         (nev_series_get_kind (reading->series) == NEV_SERIES_RATIO ||
          reading->measure == NEV_MEASURE_CHANGE_ON_YEAR ||
          reading->measure == NEV_MEASURE_CHANGE_ON_PERIOD ||
          reading->measure == NEV_MEASURE_INDEX);
}

/**
 * nev_reading_get_value:
 * @reading: a reading
 *
 * Gets the value that is written in full, where a calculated quotient has no digits that mean nothing.
 *
 * Returns: the value; NaN for a gap
 */
double
nev_reading_get_value (const NevReading *reading)
{
  double scale;

  if (!is_derived_quotient (reading))
    return reading->value;

  scale = pow (10, MIN (nev_rounding_get_decimals (reading->rounding / 2), MAX_DECIMALS));

  return round (reading->value * scale) / scale;
}

/**
 * nev_reading_get_rounding:
 * @reading: a reading
 *
 * Gets the rounding that is written beside the value, that of a calculated quotient rounded up.
 *
 * Returns: the rounding; NaN for a gap
 */
double
nev_reading_get_rounding (const NevReading *reading)
{
  double scale = pow (10, MAX_DECIMALS);

  if (reading->status == NEV_STATUS_GAP)
    return NAN;

  if (!is_derived_quotient (reading))
    return reading->rounding;

  return ceil (reading->rounding * scale - 1e-6) / scale;
}

/* Chinese counts in ten thousands, and in all columns of a series alike; in English a table has all digits. */
static NevMagnitude
choose_magnitude (const NevTableCells *self,
                  guint                index)
{
  const NevColumn *head = nev_table_get_column (self->table, index);
  double           largest = 0;

  if (self->language == NEV_LANGUAGE_ENGLISH)
    return (NevMagnitude){ 1, "" };

  for (guint i = 0; i < nev_table_get_n_columns (self->table); i++)
    {
      const NevColumn *other = nev_table_get_column (self->table, i);

      NevSummary       rows;

      if (other->series == head->series && other->measure == head->measure &&
          nev_table_summarize (self->table, i, 0, nev_table_get_n_rows (self->table), &rows))
        largest = MAX (largest, MAX (fabs (nev_table_get_reading (self->table, i, rows.lowest)->value),
                                     fabs (nev_table_get_reading (self->table, i, rows.highest)->value)));
    }

  return nev_magnitude_choose (nev_measure_get_unit (head->measure, head->series), largest, self->language);
}

static gboolean
is_shown (const NevTableCells *self,
          guint                column,
          guint                row)
{
  return nev_table_get_reading (self->table, column, row)->gap != NEV_GAP_NOT_SHOWN;
}

static void
look_through (NevTableCells *self,
              guint          index)
{
  Column *column = &self->columns[index];

  if (nev_table_is_plain (self->table, index) && !nev_table_is_overlay (self->table))
    {
      NevSummary rows;

      column->has_status[NEV_STATUS_PUBLISHED] = nev_table_summarize (self->table, index, 0, nev_table_get_n_rows (self->table), &rows);
      column->has_status[NEV_STATUS_GAP] = rows.n_gaps > 0;
      column->magnitude = choose_magnitude (self, index);
      return;
    }

  for (guint i = 0; i < nev_table_get_n_rows (self->table); i++)
    {
      if (is_shown (self, index, i))
        column->has_status[nev_table_get_reading (self->table, index, i)->status] = TRUE;

      column->has_break |= nev_table_is_break (self->table, index, i);
    }

  column->magnitude = choose_magnitude (self, index);
}

/**
 * nev_table_cells_new:
 * @table: the numbers; kept
 * @language: of the words
 *
 * Looks through the numbers once, for what all cells of a column share.
 *
 * Returns: (transfer full): the words and numbers of the table
 */
NevTableCells *
nev_table_cells_new (NevTable   *table,
                     NevLanguage language)
{
  NevTableCells *self;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_new0 (NevTableCells, 1);
  self->table = nev_table_ref (table);
  self->language = language;
  self->columns = g_new0 (Column, nev_table_get_n_columns (table));

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    look_through (self, i);

  return self;
}

void
nev_table_cells_free (NevTableCells *self)
{
  if (self == NULL)
    return;

  nev_table_unref (self->table);
  g_free (self->columns);
  g_free (self);
}

NevTable *
nev_table_cells_get_table (const NevTableCells *self)
{
  return self->table;
}

NevLanguage
nev_table_cells_get_language (const NevTableCells *self)
{
  return self->language;
}

/* A series and what was made of it. */
static char *
format_subject (const NevTableCells *self,
                guint                column)
{
  const NevColumn *head = nev_table_get_column (self->table, column);
  const char      *title = nev_series_get_title (head->series, self->language);

  if (head->measure == NEV_MEASURE_LEVEL)
    return g_strdup (title);

  return g_strdup_printf (nev_tr (self->language, "%1$s, %2$s"), title, nev_words_measure (head->measure, self->language));
}

/**
 * nev_table_cells_get_title:
 * @self: cells
 * @column: a column
 *
 * Returns: (transfer full): "NEV sales"; with what was made of it: "NEV sales, Change on the year"; and where runs of
 *   days lie over each other: "NEV sales, 2024"; of a ranking its period: "2025"
 */
char *
nev_table_cells_get_title (const NevTableCells *self,
                           guint                column)
{
  g_autofree char *subject = NULL;
  g_autofree char *run = NULL;

  if (nev_table_is_ranking (self->table))
    return nev_words_ranking_head (self->table, self->language);

  subject = format_subject (self, column);

  if (!nev_table_is_overlay (self->table))
    return g_steal_pointer (&subject);

  run = nev_words_run (self->table, column, NEV_PERIOD_FORMAT_SHORT, self->language);

  return g_strdup_printf (nev_tr (self->language, "%1$s, %2$s"), subject, run);
}

static const char *
get_unit_word (const NevTableCells *self,
               guint                column)
{
  const NevColumn *head = nev_table_get_column (self->table, column);
  NevUnit          unit = nev_measure_get_unit (head->measure, head->series);
  const char      *word = unit == NEV_UNIT_OTHER ? nev_series_get_unit_text (head->series, self->language)
                                                 : nev_format_unit (unit, self->language);

  return word != NULL ? word : "";
}

/**
 * nev_table_cells_get_unit:
 * @self: cells
 * @column: a column
 *
 * Returns: (transfer full): what the texts of the column count: "vehicles", "万辆"; may be empty
 */
char *
nev_table_cells_get_unit (const NevTableCells *self,
                          guint                column)
{
  return g_strconcat (self->columns[column].magnitude.word, get_unit_word (self, column), NULL);
}

/* Whether all columns are runs of one series, so that its name needn't stand above each. */
static gboolean
has_one_subject (const NevTableCells *self)
{
  const NevColumn *first = nev_table_get_column (self->table, 0);

  if (!nev_table_is_overlay (self->table))
    return FALSE;

  for (guint i = 1; i < nev_table_get_n_columns (self->table); i++)
    {
      const NevColumn *head = nev_table_get_column (self->table, i);

      if (head->series != first->series || head->measure != first->measure)
        return FALSE;
    }

  return TRUE;
}

/**
 * nev_table_cells_get_head:
 * @self: cells
 * @column: a column
 *
 * Gets what stands above the numbers of a list, whose heads are as narrow as they can be. A file has full titles, because
 * there a column may go elsewhere without the others.
 *
 * Returns: (transfer full): the title, and what the numbers count in a line below it; of years that are compared only the
 *   year, because their series stands in the head of the rows
 */
char *
nev_table_cells_get_head (const NevTableCells *self,
                          guint                column)
{
  g_autofree char *title = has_one_subject (self) ? nev_words_run (self->table, column, NEV_PERIOD_FORMAT_SHORT, self->language)
                                                  : nev_table_cells_get_title (self, column);
  g_autofree char *unit = nev_table_cells_get_unit (self, column);

  return *unit != '\0' ? g_strdup_printf ("%s\n%s", title, unit) : g_steal_pointer (&title);
}

/**
 * nev_table_cells_get_row_head:
 * @self: cells
 *
 * Returns: (transfer full): what stands above the names of a list's rows: "Period"; of years that are compared the series
 *   in a line above: "NEV sales", "Month"
 */
char *
nev_table_cells_get_row_head (const NevTableCells *self)
{
  const char      *head = nev_words_row_head (self->table, self->language);
  g_autofree char *subject = has_one_subject (self) ? format_subject (self, 0) : NULL;

  return subject != NULL ? g_strdup_printf ("%s\n%s", subject, head) : g_strdup (head);
}

/**
 * nev_table_cells_get_full_title:
 * @self: cells
 * @column: a column
 *
 * Returns: (transfer full): the title, and the unit of the numbers in full: "NEV sales (vehicles)"
 */
char *
nev_table_cells_get_full_title (const NevTableCells *self,
                                guint                column)
{
  g_autofree char *title = nev_table_cells_get_title (self, column);
  const char      *unit = get_unit_word (self, column);

  if (*unit == '\0')
    return g_steal_pointer (&title);

  /* Translators: the head of a column in a table that is copied: a series and its unit */
  return g_strdup_printf (nev_tr (self->language, "%1$s (%2$s)"), title, unit);
}

NevMagnitude
nev_table_cells_get_magnitude (const NevTableCells *self,
                               guint                column)
{
  return self->columns[column].magnitude;
}

/**
 * nev_table_cells_has_derived:
 * @self: cells
 * @column: a column
 *
 * Returns: whether any value was calculated; where all is published there is nothing to tell apart
 */
gboolean
nev_table_cells_has_derived (const NevTableCells *self,
                             guint                column)
{
  return self->columns[column].has_status[NEV_STATUS_DERIVED];
}

/**
 * nev_table_cells_get_n_fields:
 * @self: cells
 *
 * Returns: how many columns a file has: the periods, the numbers, and how they were obtained where not all are published
 */
guint
nev_table_cells_get_n_fields (const NevTableCells *self)
{
  guint n_fields = 1;

  for (guint i = 0; i < nev_table_get_n_columns (self->table); i++)
    n_fields += nev_table_cells_has_derived (self, i) ? 2 : 1;

  return n_fields;
}

/**
 * nev_table_cells_has_status:
 * @self: cells
 * @status: a status
 *
 * Returns: whether any cell of the table has it
 */
gboolean
nev_table_cells_has_status (const NevTableCells *self,
                            NevStatus            status)
{
  for (guint i = 0; i < nev_table_get_n_columns (self->table); i++)
    {
      if (self->columns[i].has_status[status])
        return TRUE;
    }

  return FALSE;
}

/**
 * nev_table_cells_has_break:
 * @self: cells
 *
 * Returns: whether the method changes before any value of the table
 */
gboolean
nev_table_cells_has_break (const NevTableCells *self)
{
  for (guint i = 0; i < nev_table_get_n_columns (self->table); i++)
    {
      if (self->columns[i].has_break)
        return TRUE;
    }

  return FALSE;
}

/**
 * nev_table_cells_get_row_title:
 * @self: cells
 * @row: a row
 *
 * Returns: (transfer full): "Jun 2023", "2023年6月"; where runs of days lie over each other "Jun", "6月"
 */
char *
nev_table_cells_get_row_title (const NevTableCells *self,
                               guint                row)
{
  return nev_words_row (self->table, row, NEV_PERIOD_FORMAT_SHORT, self->language);
}

/**
 * nev_table_cells_get_row_status:
 * @self: cells
 * @row: a row
 *
 * Returns: (transfer full): how the values of the row were obtained, in the order of the columns and each word once:
 *   "published", "published, derived"
 */
char *
nev_table_cells_get_row_status (const NevTableCells *self,
                                guint                row)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  gboolean was_there[NEV_N_STATUSES] = { FALSE };
  g_auto(GStrv) words = NULL;

  for (guint i = 0; i < nev_table_get_n_columns (self->table); i++)
    {
      NevStatus status = nev_table_get_reading (self->table, i, row)->status;

      if (!is_shown (self, i, row))
        continue;

      if (!was_there[status])
        g_strv_builder_add (builder, nev_words_status (status, self->language));

      was_there[status] = TRUE;
    }

  words = g_strv_builder_end (builder);

  /* Translators: stands between names in a list */
  return g_strjoinv (nev_tr (self->language, ", "), words);
}

static char *
describe_column (const NevTableCells *self,
                 guint                column,
                 guint                row)
{
  g_autofree char *subject = nev_words_subject (nev_table_get_reading (self->table, column, row), self->language);
  g_autofree char *run = NULL;

  /* The row is named by the series. */
  if (nev_table_is_ranking (self->table))
    return nev_words_ranking_head (self->table, self->language);

  if (!nev_table_is_overlay (self->table))
    return g_steal_pointer (&subject);

  run = nev_words_run (self->table, column, NEV_PERIOD_FORMAT_LONG, self->language);

  return g_strdup_printf (nev_tr (self->language, "%1$s, %2$s"), subject, run);
}

/**
 * nev_table_cells_describe_row:
 * @self: cells
 * @row: a row
 *
 * A row is read aloud as one thing, so it has to say all of it.
 *
 * Returns: (transfer full): "June 2023; NEV sales: 806,000 vehicles, published"
 */
char *
nev_table_cells_describe_row (const NevTableCells *self,
                              guint                row)
{
  g_autofree char *title = nev_words_row (self->table, row, NEV_PERIOD_FORMAT_LONG, self->language);
  GString         *text = g_string_new (title);

  for (guint i = 0; i < nev_table_get_n_columns (self->table); i++)
    {
      const NevReading *reading = nev_table_get_reading (self->table, i, row);
      g_autofree char  *subject = describe_column (self, i, row);
      g_autofree char  *value = nev_words_value (reading, self->language);
      const char       *status = nev_table_cells_get_status (self, i, row);

      if (!is_shown (self, i, row))
        continue;

      /* Translators: stands between the numbers of a row that is read aloud */
      g_string_append (text, nev_tr (self->language, "; "));
      if (reading->status == NEV_STATUS_GAP)
        g_string_append_printf (text, nev_tr (self->language, "%1$s: %2$s"), subject, status);
      else
        /* Translators: a series, its value, and how that was obtained: "NEV sales: 806,000 vehicles, published" */
        g_string_append_printf (text, nev_tr (self->language, "%1$s: %2$s, %3$s"), subject, value, status);

      if (nev_table_is_break (self->table, i, row))
        g_string_append_printf (text, " (%s)", nev_tr (self->language, "Method changed before this value"));
    }

  return g_string_free (text, FALSE);
}

/**
 * nev_table_cells_get_text:
 * @self: cells
 * @column: a column
 * @row: a row
 *
 * Returns: (transfer full): the number as it is shown, with a star where it was derived and a dashed line where the
 *   method changed; a dash for a gap, and nothing for what isn't shown
 */
char *
nev_table_cells_get_text (const NevTableCells *self,
                          guint                column,
                          guint                row)
{
  const NevReading *reading = nev_table_get_reading (self->table, column, row);
  g_autofree char  *number = nev_words_number (reading, self->columns[column].magnitude, self->language);

  if (!is_shown (self, column, row))
    return g_strdup ("");

  return g_strconcat (nev_table_is_break (self->table, column, row) ? BREAK_MARK : "",
                      reading->status == NEV_STATUS_DERIVED ? DERIVED_MARK : "",
                      number, NULL);
}

/**
 * nev_table_cells_get_number:
 * @self: cells
 * @column: a column
 * @row: a row
 *
 * Returns: (transfer full): the number in full, with a point and no separators; empty for a gap
 */
char *
nev_table_cells_get_number (const NevTableCells *self,
                            guint                column,
                            guint                row)
{
  double value = nev_reading_get_value (nev_table_get_reading (self->table, column, row));
  char   buffer[NEV_NUMBER_BUFFER];

  return g_strdup (isfinite (value) ? nev_number_to_string (value, buffer) : "");
}

const char *
nev_table_cells_get_status (const NevTableCells *self,
                            guint                column,
                            guint                row)
{
  return nev_words_status (nev_table_get_reading (self->table, column, row)->status, self->language);
}

/**
 * nev_table_cells_get_remark:
 * @self: cells
 * @column: a column
 * @row: a row
 *
 * Returns: (transfer full) (nullable): what the marks of the text mean; %NULL for a published value without any
 */
char *
nev_table_cells_get_remark (const NevTableCells *self,
                            guint                column,
                            guint                row)
{
  const NevReading *reading = nev_table_get_reading (self->table, column, row);
  const char       *status = reading->status != NEV_STATUS_PUBLISHED ? nev_table_cells_get_status (self, column, row) : NULL;
  const char       *broken = nev_tr (self->language, "Method changed before this value");

  if (!is_shown (self, column, row))
    return g_strdup (nev_words_gap (reading->gap, self->language));

  if (!nev_table_is_break (self->table, column, row))
    return g_strdup (status);

  return status != NULL ? g_strdup_printf ("%s\n%s", status, broken) : g_strdup (broken);
}
