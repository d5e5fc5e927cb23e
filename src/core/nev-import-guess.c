/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-private.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

/* Finds out how a table is written. Something in the file must decide; where two ways of reading it give different
 * numbers, the reader is asked and nothing is taken for likely.
 */

#define MAX_SAMPLE 200 /* records */

/**
 * nev_import_fail:
 * @name: (nullable): the file; %NULL if whoever is told knows the place
 * @line: where, from 1
 * @column: where, from 1; 0 for the whole line
 * @code: what is wrong
 * @error: return location for the error
 * @format: what was expected and found
 *
 * Says where something is wrong, and what.
 *
 * Returns: %FALSE
 */
gboolean
nev_import_fail (const char  *name,
                 guint        line,
                 guint        column,
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

  if (name == NULL)
    g_set_error_literal (error, NEV_DATA_ERROR, (int) code, message);
  else if (column > 0)
    g_set_error (error, NEV_DATA_ERROR, (int) code, _("%s:%u: column %u: %s"), name, line, column, message);
  else
    g_set_error (error, NEV_DATA_ERROR, (int) code, _("%s:%u: %s"), name, line, message);

  return FALSE;
}

/**
 * nev_import_fail_rows:
 * @name: the file
 * @line: the first line that is too much
 * @error: return location for the error
 *
 * Says that a table is too long.
 *
 * Returns: %FALSE
 */
gboolean
nev_import_fail_rows (const char *name,
                      guint       line,
                      GError    **error)
{
  return nev_import_fail (name, line, 0, NEV_DATA_ERROR_LIMIT, error, _("expected at most %d rows, found more"), NEV_IMPORT_MAX_ROWS);
}

void
nev_import_question_clear (NevImportQuestion *self)
{
  g_clear_pointer (&self->text, g_free);
}

/**
 * nev_import_ask:
 * @self: (nullable): where to put the question; %NULL if only its error is wanted
 * @option: the option that decides
 * @text: (transfer full): what could be what
 *
 * Returns: %FALSE
 */
gboolean
nev_import_ask (NevImportQuestion *self,
                NevImportOption    option,
                char              *text)
{
  if (self != NULL)
    {
      nev_import_question_clear (self);
      *self = (NevImportQuestion){ TRUE, option, text };
    }
  else
    {
      g_free (text);
    }

  return FALSE;
}

/**
 * nev_import_check_record:
 * @csv: stands on a record
 * @name: the file
 * @n_columns: how many fields the header has
 * @is_empty: (out): whether nothing stands in the record, which is no row then
 * @error: return location for a %NEV_DATA_ERROR_SYNTAX
 *
 * Checks that a record has a field for each column.
 *
 * Returns: whether it has, or is empty
 */
gboolean
nev_import_check_record (NevCsv     *csv,
                         const char *name,
                         guint       n_columns,
                         gboolean   *is_empty,
                         GError    **error)
{
  guint n = nev_csv_get_n_fields (csv);

  *is_empty = TRUE;

  for (guint i = 0; i < n && *is_empty; i++)
    {
      const char *field = nev_csv_get_field (csv, i);

      *is_empty = field[strspn (field, " \t")] == '\0';
    }

  if (*is_empty || n == n_columns)
    return TRUE;

  return nev_import_fail (name, nev_csv_get_line (csv), 0, NEV_DATA_ERROR_SYNTAX, error,
                          _("expected %u columns as in the header, found %u"), n_columns, n);
}

/* How many columns all of the first records have; 0 if they differ or can't be read. */
static guint
count_columns (const char *name,
               const char *text,
               gsize       length,
               char        delimiter)
{
  g_autoptr (NevCsv) csv = nev_csv_new (name, text, length, delimiter);
  g_autoptr (GError) error = NULL;
  guint n_columns = 0;

  for (guint i = 0; i < MAX_SAMPLE && nev_csv_next (csv, &error); i++)
    {
      if (i == 0)
        n_columns = nev_csv_get_n_fields (csv);
      else if (nev_csv_get_n_fields (csv) != n_columns)
        return 0;
    }

  return error == NULL ? n_columns : 0;
}

/* The only one that gives a table; failing that, the one that the header has most of, so that the row that doesn't
 * fit is reported.
 */
static gboolean
guess_delimiter (const char        *name,
                 const char        *text,
                 gsize              length,
                 NevImportOptions  *options,
                 NevImportQuestion *question,
                 GError           **error)
{
  static const char candidates[] = { ',', ';', '\t', '|' };
  gsize             header = strcspn (text, "\r\n");
  gsize             most = 0;
  char              found = '\0';

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      if (memchr (text, candidates[i], header) == NULL || count_columns (name, text, length, candidates[i]) < 2)
        continue;

      if (found != '\0')
        {
          nev_import_ask (question, NEV_IMPORT_DELIMITER, g_strdup_printf (_("Columns could be separated by “%c” or “%c”."), found, candidates[i]));

          return nev_import_fail (name, 1, 0, NEV_DATA_ERROR_AMBIGUOUS, error,
                                  _("columns could be separated by “%c” or “%c”; say which with --delimiter, or write the file with one of them only"),
                                  found, candidates[i]);
        }

      found = candidates[i];
    }

  for (guint i = 0; i < G_N_ELEMENTS (candidates) && found == '\0'; i++)
    {
      gsize n = 0;

      for (gsize j = 0; j < header; j++)
        n += text[j] == candidates[i];

      if (n > most)
        {
          most = n;
          options->delimiter = candidates[i];
        }
    }

  if (found != '\0')
    options->delimiter = found;
  else if (most == 0)
    return nev_import_fail (name, 1, 0, NEV_DATA_ERROR_SCHEMA, error,
                            _("expected columns separated by commas, semicolons, tabs or “|”, found only one column"));

  return TRUE;
}

/* A cell that decides, or one that needs a decision. */
typedef struct
{
  char *text;
  guint line;
  guint column;
} Evidence;

typedef struct
{
  Evidence first;     /* speaks for the decimal point; for the day first */
  Evidence second;    /* for the other */
  Evidence ambiguous; /* the first of them */
} Judgement;

static void
judgement_clear (Judgement *self)
{
  g_free (self->first.text);
  g_free (self->second.text);
  g_free (self->ambiguous.text);
}

/* clang-format off */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judgement, judgement_clear)
/* clang-format on */

static void
collect (Judgement  *self,
         NevCellKind kind,
         const char *cell,
         guint       line,
         guint       column)
{
  Evidence *const places[] = {
    [NEV_CELL_AMBIGUOUS] = &self->ambiguous,
    [NEV_CELL_FIRST] = &self->first,
    [NEV_CELL_SECOND] = &self->second,
  };
  Evidence *place;

  if (kind == NEV_CELL_OTHER || kind == NEV_CELL_PLAIN)
    return;

  place = places[kind];
  if (place->text == NULL)
    *place = (Evidence){ g_strdup (cell), line, column };
}

/**
 * nev_import_describe_number:
 * @cell: a number that can be read in two ways
 *
 * Returns: (transfer full): what it could be: "1234 or 1.234"
 */
char *
nev_import_describe_number (const char *cell)
{
  g_auto (GStrv) parts = g_strsplit_set (cell, ",.", -1);
  g_autofree char *whole = g_strjoinv ("", parts);
  g_autofree char *broken = g_strjoinv (".", parts);

  /* Translators: what a number could be: "1234 or 1.234" */
  return g_strdup_printf (_("%s or %s"), whole, broken);
}

static gboolean
decide_decimal (const char        *name,
                Judgement         *numbers,
                char              *decimal,
                NevImportQuestion *question,
                GError           **error)
{
  if (numbers->first.text != NULL && numbers->second.text != NULL)
    return nev_import_fail (name, MAX (numbers->first.line, numbers->second.line), 0, NEV_DATA_ERROR_SCHEMA, error,
                            _("expected one decimal mark in the whole file, found a point in “%s” (line %u) and a comma in “%s” (line %u)"),
                            numbers->first.text, numbers->first.line, numbers->second.text, numbers->second.line);

  if (numbers->first.text == NULL && numbers->second.text == NULL && numbers->ambiguous.text != NULL)
    {
      g_autofree char *either = nev_import_describe_number (numbers->ambiguous.text);

      nev_import_ask (question, NEV_IMPORT_DECIMAL,
                      g_strdup_printf (_("“%s” in line %u could be %s, and no other value decides."),
                                       numbers->ambiguous.text, numbers->ambiguous.line, either));

      return nev_import_fail (name, numbers->ambiguous.line, numbers->ambiguous.column, NEV_DATA_ERROR_AMBIGUOUS, error,
                              _("“%s” could be %s, and no other value decides; say which with --decimal, or write the numbers without thousands marks"),
                              numbers->ambiguous.text, either);
    }

  *decimal = numbers->second.text != NULL ? ',' : numbers->first.text != NULL ? '.' : '\0';

  return TRUE;
}

static gboolean
decide_date_order (const char        *name,
                   Judgement         *periods,
                   NevDateOrder      *order,
                   NevImportQuestion *question,
                   GError           **error)
{
  if (periods->first.text != NULL && periods->second.text != NULL)
    return nev_import_fail (name, MAX (periods->first.line, periods->second.line), 0, NEV_DATA_ERROR_SCHEMA, error,
                            _("expected one order of day and month in the whole file, found “%s” (line %u) and “%s” (line %u)"),
                            periods->first.text, periods->first.line, periods->second.text, periods->second.line);

  if (periods->first.text == NULL && periods->second.text == NULL && periods->ambiguous.text != NULL)
    {
      nev_import_ask (question, NEV_IMPORT_DATE_ORDER,
                      g_strdup_printf (_("“%s” in line %u could begin with the day or the month, and no other date decides."),
                                       periods->ambiguous.text, periods->ambiguous.line));

      return nev_import_fail (name, periods->ambiguous.line, periods->ambiguous.column, NEV_DATA_ERROR_AMBIGUOUS, error,
                              _("“%s” could begin with the day or the month, and no other date decides; say which with --date-order, or write dates as 2023-06-30"),
                              periods->ambiguous.text);
    }

  if (periods->second.text != NULL)
    *order = NEV_DATE_ORDER_MONTH_FIRST;
  else if (periods->first.text != NULL)
    *order = NEV_DATE_ORDER_DAY_FIRST;

  return TRUE;
}

/* Collects what the record that @csv stands on says about the way of writing. */
static void
judge_record (NevCsv                 *csv,
              const NevImportColumns *columns,
              gboolean                is_header,
              Judgement              *numbers,
              Judgement              *periods)
{
  gboolean has_periods = is_header == (columns->layout == NEV_IMPORT_LAYOUT_ACROSS);

  for (guint i = 0; i < columns->n_columns; i++)
    {
      gboolean         is_period = has_periods && (is_header ? nev_import_columns_has_value (columns, i) : i == columns->period);
      g_autofree char *cell = nev_cell_normalize (nev_csv_get_field (csv, i));

      if (is_period)
        collect (periods, nev_cell_judge_period (cell), cell, nev_csv_get_line (csv), i + 1);
      else if (!is_header && nev_import_columns_has_value (columns, i))
        collect (numbers, nev_cell_judge_number (cell), cell, nev_csv_get_line (csv), i + 1);
    }
}

/**
 * nev_import_guess_or_ask:
 * @name: the file
 * @text: (array length=length): its text in UTF-8, with a zero byte behind it
 * @length: its length
 * @options: (inout): how it is written; what is open gets filled in, as far as it makes a difference
 * @question: (nullable): where to put what can't be found out
 * @skips_bad: whether to pass over rows with a wrong number of columns, since they are told of later
 * @cancellable: (nullable): ends it early
 * @error: return location for a #NevDataError, which says file, line and column, and the option that decides
 *
 * Finds out how a table is written. What it can be read as in two ways is an error.
 *
 * Returns: whether everything is clear
 */
gboolean
nev_import_guess_or_ask (const char        *name,
                         const char        *text,
                         gsize              length,
                         NevImportOptions  *options,
                         NevImportQuestion *question,
                         gboolean           skips_bad,
                         GCancellable      *cancellable,
                         GError           **error)
{
  g_autoptr (NevCsv) csv = NULL;
  g_auto (Judgement) numbers = { 0 };
  g_auto (Judgement) periods = { 0 };
  NevImportColumns columns;
  GError          *local = NULL;

  if (text[strspn (text, "\r\n\t ")] == '\0')
    return nev_import_fail (name, 1, 0, NEV_DATA_ERROR_SCHEMA, error, _("expected a header and rows, found an empty file"));

  if (options->delimiter == '\0' && !guess_delimiter (name, text + strspn (text, "\r\n"), length - strspn (text, "\r\n"), options, question, error))
    return FALSE;

  if (!nev_import_find_columns (name, text, length, options, &columns, question, error))
    return FALSE;

  options->layout = columns.layout;

  csv = nev_csv_new (name, text, length, options->delimiter);
  nev_csv_next (csv, NULL);
  judge_record (csv, &columns, TRUE, &numbers, &periods);

  if (columns.layout == NEV_IMPORT_LAYOUT_CATEGORIES)
    options->period = nev_import_get_common_period (name, csv, &columns, options);
  else if (!nev_period_is_none (options->period))
    return nev_import_fail (name, 1, 0, NEV_DATA_ERROR_SCHEMA, error,
                            _("expected a table of categories, whose values are of the one period that was chosen, found periods in the table"));

  while (nev_csv_next (csv, &local))
    {
      gboolean is_empty, is_good;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      is_good = nev_import_check_record (csv, name, columns.n_columns, &is_empty, skips_bad ? NULL : error);

      if (!is_good && !skips_bad)
        return FALSE;

      if (is_good && !is_empty)
        judge_record (csv, &columns, FALSE, &numbers, &periods);
    }

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  return (options->decimal != '\0' || decide_decimal (name, &numbers, &options->decimal, question, error)) &&
         (options->date_order != NEV_DATE_ORDER_AUTO || decide_date_order (name, &periods, &options->date_order, question, error));
}

/**
 * nev_import_guess:
 * @name: the file
 * @text: (array length=length): its text in UTF-8, with a zero byte behind it
 * @length: its length
 * @options: (inout): how it is written; what is open gets filled in, as far as it makes a difference
 * @cancellable: (nullable): ends it early
 * @error: return location for a #NevDataError, which says file, line and column, and the option that decides
 *
 * Finds out how a table is written. What it can be read as in two ways is a %NEV_DATA_ERROR_AMBIGUOUS.
 *
 * Returns: whether everything is clear
 */
gboolean
nev_import_guess (const char       *name,
                  const char       *text,
                  gsize             length,
                  NevImportOptions *options,
                  GCancellable     *cancellable,
                  GError          **error)
{
  return nev_import_guess_or_ask (name, text, length, options, NULL, FALSE, cancellable, error);
}
