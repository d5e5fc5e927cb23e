/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "nev-encoding.h"
#include "nev-import-scan.h"
#include "nev-package-private.h"

/* Makes a dataset of a plain table. */

#define MAX_CELLS 500 /* as many as somebody looks at */

typedef struct
{
  const char       *name;
  NevImportOptions  options;
  NevImportColumns  columns;
  NevImportSeries  *series;
  int              *of_column; /* in a wide table: the index of its series; -1 for none */
  NevPeriod        *periods;   /* where they stand across, and of categories: of each column; none for none */
  char            **headings;  /* of categories: what each column of values holds */
  guint            *same_as;   /* of categories: for each column the first one that holds the same, at another period */
  guint             n_headings;
  NevNames          names; /* of categories */
  GArray           *lines; /* (element-type guint): where they stand */
  guint             n_rows;
  guint             n_values;
  NevFaults        *faults; /* where mistakes in rows are put; NULL: the first one ends the reading */
  gboolean          is_decimal_open;
  GPtrArray        *cells; /* (element-type NevImportCell): where to tell what was made of each; NULL to stop where one is wrong */
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->series, nev_import_series_free);
  g_clear_pointer (&self->of_column, g_free);
  g_clear_pointer (&self->periods, g_free);
  g_clear_pointer (&self->headings, g_strfreev);
  g_clear_pointer (&self->same_as, g_free);
  if (self->lines != NULL)
    nev_names_clear (&self->names);
  g_clear_pointer (&self->lines, g_array_unref);
}

/* clang-format off */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)
/* clang-format on */

static gboolean
fail_field (const char *name,
            NevCsv     *csv,
            guint       column,
            GError    **error,
            const char *wanted)
{
  g_autofree char *found = nev_label_quote (nev_csv_get_field (csv, column));

  return nev_import_fail (name, nev_csv_get_line (csv), column + 1, NEV_DATA_ERROR_SCHEMA, error,
                          _("expected %s, found %s"), wanted, found);
}

static gboolean
fail_cell (Import     *self,
           NevCsv     *csv,
           guint       column,
           GError    **error,
           const char *wanted)
{
  return fail_field (self->name, csv, column, error, wanted);
}

/* Whether to go on after a mistake, which is either kept or passed on. */
static gboolean
goes_on (Import  *self,
         GError  *mistake,
         GError **error)
{
  if (self->faults != NULL && mistake->domain == NEV_DATA_ERROR)
    return nev_faults_take (self->faults, mistake);

  g_propagate_error (error, mistake);

  return FALSE;
}

/* Says what is wrong with the name of a series, if anything is. */
static gboolean
check_name (const char   *name,
            NevCsv       *csv,
            guint         column,
            NevImportName judgement,
            const char   *fault,
            GError      **error)
{
  switch (judgement)
    {
    case NEV_IMPORT_NAME_EMPTY:
      return fail_field (name, csv, column, error, _("the name of a series"));
    case NEV_IMPORT_NAME_UNFIT:
      return nev_import_fail (name, nev_csv_get_line (csv), column + 1, NEV_DATA_ERROR_SCHEMA, error, "%s", fault);
    case NEV_IMPORT_NAME_TOO_MANY:
      return nev_import_fail (name, nev_csv_get_line (csv), column + 1, NEV_DATA_ERROR_LIMIT, error,
                              _("expected at most %d series, found more"), NEV_PACKAGE_MAX_SERIES);
    case NEV_IMPORT_NAME_GOOD:
    default:
      return TRUE;
    }
}

/* Finds or makes the series that a field names; or that is called @title, if the field alone doesn't say all of it. */
static gboolean
find_series (const char      *name,
             NevCsv          *csv,
             guint            column,
             const char      *title,
             NevImportSeries *series,
             int             *index,
             GError         **error)
{
  g_autofree char *cell = nev_cell_normalize (nev_csv_get_field (csv, column));
  g_autofree char *fault = NULL;

  NevImportName judgement = nev_import_series_name (series, title != NULL ? title : cell, index, &fault);

  return check_name (name, csv, column, judgement, fault, error);
}

/**
 * nev_import_read_header:
 * @name: the file
 * @csv: stands on the header of a wide table
 * @columns: what its columns are
 * @series: where to put the series
 * @of_column: (out) (transfer full): for each column the index of its series; -1 for none
 * @error: return location for a #NevDataError
 *
 * Makes the series of a wide table. A column without a name must be empty throughout.
 *
 * Returns: whether the header is good
 */
gboolean
nev_import_read_header (const char              *name,
                        NevCsv                  *csv,
                        const NevImportColumns  *columns,
                        NevImportSeries         *series,
                        int                    **of_column,
                        GError                 **error)
{
  *of_column = g_new (int, columns->n_columns);

  for (guint i = 0; i < columns->n_columns; i++)
    {
      g_autofree char *title = nev_cell_normalize (nev_csv_get_field (csv, i));

      (*of_column)[i] = -1;

      if (i == columns->period || *title == '\0')
        continue;

      if (nev_import_series_find (series, title) >= 0)
        return fail_field (name, csv, i, error, _("each series once"));

      if (!find_series (name, csv, i, NULL, series, &(*of_column)[i], error))
        return FALSE;
    }

  return TRUE;
}

/* A first row that begins with a name was meant to be something else than a row of a wide table. Later ones are mistakes. */
static gboolean
fail_period (Import  *self,
             NevCsv  *csv,
             guint    column,
             GError **error)
{
  const char      *wanted = _("a period such as 2023-06, 2023/6, Jun 2023, 2023年6月, 2023Q2, 2023 or 2023-06-30");
  g_autofree char *cell = nev_cell_normalize (nev_csv_get_field (csv, column));
  g_autofree char *found = nev_label_quote (nev_csv_get_field (csv, column));

  if (self->columns.layout != NEV_IMPORT_LAYOUT_WIDE || self->n_rows > 1 || nev_import_resembles_period (cell))
    return fail_cell (self, csv, column, error, wanted);

  return nev_import_fail (self->name, nev_csv_get_line (csv), column + 1, NEV_DATA_ERROR_SCHEMA, error,
                          _("expected %s, found %s; if it is a name, have the table read as names and values (--layout=categories)"), wanted, found);
}

static gboolean
read_period (Import    *self,
             NevCsv    *csv,
             guint      column,
             NevPeriod *period,
             GError   **error)
{
  g_autofree char *cell = nev_cell_normalize (nev_csv_get_field (csv, column));

  if (!nev_cell_parse_period (cell, self->options.date_order, period))
    return fail_period (self, csv, column, error);

  if (self->cells != NULL && self->options.date_order == NEV_DATE_ORDER_AUTO && nev_cell_judge_period (cell) == NEV_CELL_AMBIGUOUS)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_AMBIGUOUS, _("“%s” could begin with the day or the month"), cell);
      return FALSE;
    }

  return nev_period_is_in_range (*period) || fail_cell (self, csv, column, error, _("a period within the years 1900 to 2199"));
}

/* The header of a table in which periods stand across. A column without one must be empty throughout. */
static gboolean
read_periods (Import  *self,
              NevCsv  *csv,
              GError **error)
{
  self->periods = g_new (NevPeriod, self->columns.n_columns);

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      const char *field = nev_csv_get_field (csv, i);

      self->periods[i] = NEV_PERIOD_NONE;

      if (nev_import_columns_has_value (&self->columns, i) && field[strspn (field, " \t")] != '\0' &&
          !read_period (self, csv, i, &self->periods[i], error))
        return FALSE;
    }

  return TRUE;
}

/* The first column of the same measure as @column, which is that itself but where it stands at several periods. */
static guint
find_same (Import *self,
           guint   column)
{
  for (guint i = 0; i < column && nev_import_columns_has_value (&self->columns, column); i++)
    {
      if (nev_import_columns_has_value (&self->columns, i) && g_str_equal (self->headings[i], self->headings[column]))
        return i;
    }

  return column;
}

/* The header of a table of categories. A column without a name must be empty throughout; and numbers are no names. */
static gboolean
read_headings (Import  *self,
               NevCsv  *csv,
               GError **error)
{
  self->periods = nev_import_get_periods (self->name, csv, &self->columns, &self->options);
  self->headings = g_new0 (char *, self->columns.n_columns + 1);
  self->same_as = g_new (guint, self->columns.n_columns);
  nev_names_init (&self->names);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      self->headings[i] = nev_cell_normalize (nev_csv_get_field (csv, i));

      if (!nev_import_columns_has_value (&self->columns, i) || *self->headings[i] == '\0')
        continue;

      if (nev_cell_judge_number (self->headings[i]) != NEV_CELL_OTHER && nev_cell_judge_period (self->headings[i]) == NEV_CELL_OTHER)
        return fail_cell (self, csv, i, error, _("a header with the name of what the numbers below it are"));

      for (guint j = 0; j < i; j++)
        {
          if (nev_import_columns_has_value (&self->columns, j) && g_str_equal (self->headings[i], self->headings[j]))
            return fail_cell (self, csv, i, error, _("each name in the header once"));
        }
    }

  nev_import_merge_headings (self->name, &self->columns, self->periods, self->headings);

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      self->same_as[i] = find_same (self, i);
      self->n_headings += self->same_as[i] == i && *self->headings[i] != '\0' && nev_import_columns_has_value (&self->columns, i);
    }

  return TRUE;
}

/* What the fault says of its place is known from the cell. */
static void
add_cell (Import       *self,
          NevCsv       *csv,
          guint         column,
          int           index,
          NevPeriod     period,
          const GError *fault)
{
  NevImportCell *cell = g_new0 (NevImportCell, 1);
  NevCellNumber  number;

  cell->line = nev_csv_get_line (csv);
  cell->column = column + 1;
  cell->text = nev_cell_normalize (nev_csv_get_field (csv, column));
  cell->period = period;
  cell->value = NAN;
  cell->fault = fault != NULL ? g_strdup (fault->message) : NULL;

  if (index >= 0)
    nev_import_series_describe (self->series, index, cell);

  if (fault == NULL && self->is_decimal_open && nev_cell_judge_number (cell->text) == NEV_CELL_AMBIGUOUS)
    {
      g_autofree char *either = nev_import_describe_number (cell->text);

      cell->fault = g_strdup_printf (_("“%s” could be %s"), cell->text, either);
    }
  else if (fault == NULL && !nev_cell_is_missing (cell->text) && nev_cell_parse_number (cell->text, self->options.decimal, &number))
    {
      cell->value = number.value * cell->rounding;
      cell->rounding *= number.rounding;
    }

  g_ptr_array_add (self->cells, cell);
}

/* Ends the reading with a fault, or tells it in its place and goes on. */
static gboolean
fail_or_tell (Import  *self,
              NevCsv  *csv,
              guint    column,
              GError  *fault,
              GError **error)
{
  if (self->cells == NULL)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }

  add_cell (self, csv, column, -1, NEV_PERIOD_NONE, fault);
  g_error_free (fault);

  return TRUE;
}

static gboolean
take_value (Import   *self,
            NevCsv   *csv,
            guint     column,
            int       index,
            NevPeriod period,
            GError  **error)
{
  g_autofree char *cell = nev_cell_normalize (nev_csv_get_field (csv, column));
  NevCellNumber    number;

  if (nev_cell_is_missing (cell))
    return TRUE;

  if (index < 0)
    return nev_import_fail (self->name, 1, column + 1, NEV_DATA_ERROR_SCHEMA, error,
                            _("expected a name in the header for the values of this column, found nothing"));

  if (nev_period_is_none (period))
    return nev_import_fail (self->name, 1, column + 1, NEV_DATA_ERROR_SCHEMA, error,
                            _("expected a period in the header for the values of this column, found nothing"));

  if (!nev_cell_parse_number (cell, self->options.decimal, &number))
    return fail_cell (self, csv, column, error,
                      self->options.decimal == '.' ? _("a number such as 1234.5 or 1,234.5") : _("a number such as 1234,5 or 1.234,5"));

  if (++self->n_values > NEV_IMPORT_MAX_ROWS)
    return nev_import_fail (self->name, nev_csv_get_line (csv), column + 1, NEV_DATA_ERROR_LIMIT, error,
                            _("expected at most %d values, found more"), NEV_IMPORT_MAX_ROWS);

  switch (nev_import_series_add_value (self->series, index, period, &number, nev_csv_get_line (csv)))
    {
    case NEV_IMPORT_VALUE_TOO_LARGE:
      return fail_cell (self, csv, column, error, _("a number between -1e15 and 1e15"));
    case NEV_IMPORT_VALUE_PERCENT:
      return fail_cell (self, csv, column, error, _("all values of a series with a percent sign, or none"));
    case NEV_IMPORT_VALUE_GOOD:
    default:
      return TRUE;
    }
}

static gboolean
read_value (Import   *self,
            NevCsv   *csv,
            guint     column,
            int       index,
            NevPeriod period,
            GError  **error)
{
  g_autoptr (GError) fault = NULL;

  if (self->cells == NULL)
    return take_value (self, csv, column, index, period, error);

  take_value (self, csv, column, index, period, &fault);
  if (index >= 0 || fault != NULL)
    add_cell (self, csv, column, index, period, fault);

  return TRUE;
}

/* Two rows of one name could be two things or one, and which number is right, or whether they add up, nobody says. */
static gboolean
take_name (Import     *self,
           NevCsv     *csv,
           const char *name,
           GError    **error)
{
  guint line = nev_csv_get_line (csv);
  int   index;

  if (*name == '\0' || nev_names_add (&self->names, name))
    {
      if (*name != '\0')
        g_array_append_val (self->lines, line);
      return TRUE;
    }

  index = nev_names_find (&self->names, name);

  return nev_import_fail (self->name, line, self->columns.series + 1, NEV_DATA_ERROR_AMBIGUOUS, error,
                          _("expected each name once, found “%s” as in line %u; write two names, or one row with the value that is meant"),
                          name, g_array_index (self->lines, guint, index));
}

/* A row of a category: a series for each column of values, or for those that hold the same at different periods. */
static gboolean
read_category (Import  *self,
               NevCsv  *csv,
               GError **error)
{
  const char      *unit = self->columns.unit != NEV_NO_COLUMN ? nev_csv_get_field (csv, self->columns.unit) : "";
  g_autofree char *name = nev_cell_normalize (nev_csv_get_field (csv, self->columns.series));
  g_autofree char *plain_unit = nev_cell_normalize (unit);
  g_autofree int  *indices = g_new (int, self->columns.n_columns);
  GError          *fault = NULL;

  if (!take_name (self, csv, name, &fault))
    return fail_or_tell (self, csv, self->columns.series, fault, error);

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      g_autofree char *heading = NULL;
      g_autofree char *unfit = NULL;
      guint            same = self->same_as[i];

      indices[i] = same < i ? indices[same] : -1;
      if (!nev_import_columns_has_value (&self->columns, i))
        continue;

      heading = nev_cell_is_missing (plain_unit) ? g_strdup (self->headings[i]) : g_strdup_printf ("%s (%s)", self->headings[i], plain_unit);

      if (*self->headings[i] != '\0' && same == i &&
          !check_name (self->name, csv, self->columns.series,
                       nev_import_series_add_category (self->series, name, heading, self->n_headings == 1, &indices[i], &unfit), unfit, &fault))
        return fail_or_tell (self, csv, self->columns.series, fault, error);

      if (!read_value (self, csv, i, indices[i], self->periods[i], &fault) && !goes_on (self, g_steal_pointer (&fault), error))
        return FALSE;
    }

  return TRUE;
}

/* A row of values of one series. A unit that stands in a column of its own is the same as one in brackets. */
static gboolean
read_series (Import  *self,
             NevCsv  *csv,
             GError **error)
{
  const char      *unit = self->columns.unit != NEV_NO_COLUMN ? nev_csv_get_field (csv, self->columns.unit) : "";
  g_autofree char *title = nev_cell_normalize (nev_csv_get_field (csv, self->columns.series));
  g_autofree char *plain_unit = nev_cell_normalize (unit);
  g_autofree char *name = *title == '\0' || nev_cell_is_missing (plain_unit) ? g_strdup (title) : g_strdup_printf ("%s (%s)", title, plain_unit);
  int              index;
  GError          *fault = NULL;

  if (!find_series (self->name, csv, self->columns.series, name, self->series, &index, &fault))
    return fail_or_tell (self, csv, self->columns.series, fault, error);

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      GError *local = NULL;

      if (nev_import_columns_has_value (&self->columns, i) && !read_value (self, csv, i, index, self->periods[i], &local) &&
          !goes_on (self, local, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_row (Import  *self,
          NevCsv  *csv,
          GError **error)
{
  NevPeriod period;
  int       index;
  GError   *fault = NULL;

  self->n_rows++;

  if (self->columns.layout == NEV_IMPORT_LAYOUT_ACROSS)
    return read_series (self, csv, error);

  if (self->columns.layout == NEV_IMPORT_LAYOUT_CATEGORIES)
    return read_category (self, csv, error);

  if (!read_period (self, csv, self->columns.period, &period, &fault))
    return fail_or_tell (self, csv, self->columns.period, fault, error);

  if (self->columns.layout == NEV_IMPORT_LAYOUT_LONG && !find_series (self->name, csv, self->columns.series, NULL, self->series, &index, &fault))
    return fail_or_tell (self, csv, self->columns.series, fault, error);

  if (self->columns.layout == NEV_IMPORT_LAYOUT_LONG)
    return read_value (self, csv, self->columns.value, index, period, error);

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      GError *local = NULL;

      if (i != self->columns.period && !read_value (self, csv, i, self->of_column[i], period, &local) && !goes_on (self, local, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_rows (Import       *self,
           NevCsv       *csv,
           GCancellable *cancellable,
           GError      **error)
{
  GError *local = NULL;

  while (nev_csv_next (csv, &local))
    {
      gboolean is_empty;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (!nev_import_check_record (csv, self->name, self->columns.n_columns, &is_empty, &local))
        {
          if (!goes_on (self, g_steal_pointer (&local), error))
            return FALSE;
          continue;
        }

      if (is_empty)
        continue;

      if (self->n_rows == NEV_IMPORT_MAX_ROWS)
        return nev_import_fail_rows (self->name, nev_csv_get_line (csv), error);

      if (!read_row (self, csv, &local) && !goes_on (self, g_steal_pointer (&local), error))
        return FALSE;
    }

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  if (self->n_rows == 0)
    return nev_import_fail (self->name, 1, 0, NEV_DATA_ERROR_SCHEMA, error, _("expected rows under the header, found none"));

  if (self->n_values == 0)
    return nev_import_fail (self->name, 2, 0, NEV_DATA_ERROR_SCHEMA, error, _("expected at least one value, found none"));

  return TRUE;
}

/* Makes everything ready for the rows. Returns a reader that stands behind the header. */
static NevCsv *
open_table (Import     *self,
            const char *name,
            const char *text,
            gsize       length,
            GError    **error)
{
  g_autoptr (NevCsv) csv = NULL;

  if (self->options.decimal == '\0')
    self->options.decimal = '.';

  if (!nev_import_find_columns (name, text, length, &self->options, &self->columns, NULL, error))
    return NULL;

  self->series = nev_import_series_new (name);
  csv = nev_csv_new (name, text, length, self->options.delimiter);
  nev_csv_next (csv, NULL);

  if ((self->columns.layout == NEV_IMPORT_LAYOUT_WIDE &&
       !nev_import_read_header (name, csv, &self->columns, self->series, &self->of_column, error)) ||
      (self->columns.layout == NEV_IMPORT_LAYOUT_ACROSS && !read_periods (self, csv, error)) ||
      (self->columns.layout == NEV_IMPORT_LAYOUT_CATEGORIES && !read_headings (self, csv, error)))
    return NULL;

  return g_steal_pointer (&csv);
}

void
nev_import_cell_free (gpointer data)
{
  NevImportCell *self = data;

  g_free (self->text);
  g_free (self->series);
  g_free (self->unit_text);
  g_free (self->fault);
  g_free (self);
}

/**
 * nev_import_read_cells:
 * @name: the file's name
 * @text: (array length=length): what it begins with, in UTF-8, with a zero byte behind it
 * @length: its length
 * @options: how it is written; the delimiter and the layout are known
 * @cells: (element-type NevImportCell): where to put what was made of the first rows
 * @error: (nullable): return location for a #NevDataError, if there is nothing to be made of them
 *
 * Reads the first rows, whatever is wrong with them.
 */
void
nev_import_read_cells (const char             *name,
                       const char             *text,
                       gsize                   length,
                       const NevImportOptions *options,
                       GPtrArray              *cells,
                       GError                **error)
{
  g_auto (Import) self = { .name = name, .options = *options, .is_decimal_open = options->decimal == '\0', .cells = cells };
  g_autoptr (NevCsv) csv = open_table (&self, name, text, length, error);

  if (csv == NULL)
    return;

  self.name = NULL;

  for (guint n = 0; n < NEV_IMPORT_PREVIEW_ROWS && cells->len < MAX_CELLS && nev_csv_next (csv, NULL); n++)
    {
      GError  *fault = NULL;
      gboolean is_empty;

      if (!nev_import_check_record (csv, NULL, self.columns.n_columns, &is_empty, &fault))
        fail_or_tell (&self, csv, 0, fault, NULL);
      else if (!is_empty)
        read_row (&self, csv, NULL);
    }
}

static NevDataset *
read_table (const char             *name,
            const char             *text,
            gsize                   length,
            const NevImportOptions *options,
            NevFaults              *faults,
            GCancellable           *cancellable,
            GError                **error)
{
  g_autoptr (NevCsv) csv = NULL;
  g_auto (Import) self = { .name = name, .options = *options, .faults = faults };

  csv = open_table (&self, name, text, length, error);
  if (csv == NULL || !read_rows (&self, csv, cancellable, error))
    return NULL;

  if (faults != NULL && faults->errors->len > 0)
    return NULL;

  return nev_import_series_build (self.series, options, cancellable, error);
}

/**
 * nev_import_read:
 * @name: the file's name, which becomes the dataset's and its only source
 * @text: (array length=length): its text in UTF-8, with a zero byte behind it
 * @length: its length
 * @options: how it is written, with nothing left open that makes a difference; see nev_import_guess()
 * @cancellable: (nullable): ends it early
 * @error: return location for a #NevDataError, which says file, line and column
 *
 * Makes a dataset of a table.
 *
 * Returns: (transfer full): the dataset; or %NULL with @error set
 */
NevDataset *
nev_import_read (const char             *name,
                 const char             *text,
                 gsize                   length,
                 const NevImportOptions *options,
                 GCancellable           *cancellable,
                 GError                **error)
{
  g_return_val_if_fail (options->delimiter != '\0', NULL);

  return read_table (name, text, length, options, NULL, cancellable, error);
}

static NevDataset *
load_long (const char             *name,
           GBytes                 *bytes,
           const NevImportOptions *options,
           NevFaults              *faults,
           GCancellable           *cancellable,
           GError                **error)
{
  NevImportOptions found = *options;
  g_autofree char *text = NULL;
  g_autofree char *encoding = NULL;
  gsize            length;

  if (g_bytes_get_size (bytes) > NEV_CSV_MAX_BYTES)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT, _("%s: expected at most %zu bytes, found %zu"),
                   name, (gsize) NEV_CSV_MAX_BYTES, g_bytes_get_size (bytes));
      return NULL;
    }

  text = nev_encoding_decode (bytes, found.encoding, &length, &encoding, error);
  if (text == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  found.encoding = encoding;

  if (!nev_import_guess_or_ask (name, text, length, &found, NULL, faults != NULL, cancellable, error))
    return NULL;

  return read_table (name, text, length, &found, faults, cancellable, error);
}

/**
 * nev_import_load_long:
 * @name: the file's name
 * @bytes: what is in it
 * @options: how it is written, as far as that is known
 * @cancellable: (nullable): ends it early
 * @error: return location for a #NevDataError
 *
 * Reads a file the long way, which knows everything that a table may be and says what is wrong with one that isn't.
 *
 * Returns: (transfer full): the dataset; or %NULL with @error set
 */
NevDataset *
nev_import_load_long (const char             *name,
                      GBytes                 *bytes,
                      const NevImportOptions *options,
                      GCancellable           *cancellable,
                      GError                **error)
{
  return load_long (name, bytes, options, NULL, cancellable, error);
}

/**
 * nev_import_check:
 * @name: the file's name
 * @bytes: what is in it
 * @options: (nullable): how it is written, as far as that is known; %NULL for nothing
 * @faults: (inout): where to put the mistakes
 * @cancellable: (nullable): ends it early
 *
 * Looks for everything that is wrong with the rows of a table. How it is written must be clear before.
 */
void
nev_import_check (const char             *name,
                  GBytes                 *bytes,
                  const NevImportOptions *options,
                  NevFaults              *faults,
                  GCancellable           *cancellable)
{
  const NevImportOptions unknown = NEV_IMPORT_OPTIONS_INIT;
  g_autoptr (NevDataset) dataset = NULL;
  GError *local = NULL;

  dataset = load_long (name, bytes, options != NULL ? options : &unknown, faults, cancellable, &local);

  if (local != NULL)
    nev_faults_take (faults, local);
}
