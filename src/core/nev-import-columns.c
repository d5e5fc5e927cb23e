/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-private.h"

#include <glib/gi18n-lib.h>

/* Finds out which columns of a table are what: by the names in the header, else by what stands under it. */

#define MAX_SAMPLE 200 /* records */

typedef enum
{
  ROLE_PERIOD,
  ROLE_SERIES,
  ROLE_VALUE,
  ROLE_UNIT,
  ROLE_RANK,
  N_ROLES,
} Role;

static const char *const role_names[N_ROLES][16] = {
  [ROLE_PERIOD] = { "period", "time_period", "time", "date", "month", "year", "quarter", "day", "日期", "时间", "月份", "年份", "季度", "期间", "年月" },
  [ROLE_SERIES] = { "series", "indicator", "variable", "name", "item", "metric", "指标", "指标名称", "系列", "名称", "项目", "品类", "类别" },
  [ROLE_UNIT] = { "unit", "units", "unit of measure", "单位", "计量单位" },
  [ROLE_RANK] = { "rank", "ranking", "no", "no.", "#", "排名", "序号", "名次", "位次" },
  [ROLE_VALUE] = { "value", "obs_value", "values", "number", "amount", "数值", "值", "数量", "数据" },
};

/**
 * nev_import_columns_has_value:
 * @self: what the columns are
 * @column: one of them
 *
 * Returns: whether it holds values
 */
gboolean
nev_import_columns_has_value (const NevImportColumns *self,
                              guint                   column)
{
  switch (self->layout)
    {
    case NEV_IMPORT_LAYOUT_LONG:
      return column == self->value;
    case NEV_IMPORT_LAYOUT_ACROSS:
      return column != self->series && column != self->unit;
    case NEV_IMPORT_LAYOUT_CATEGORIES:
      return column != self->series && column != self->unit && column != self->rank;
    case NEV_IMPORT_LAYOUT_WIDE:
    case NEV_IMPORT_LAYOUT_AUTO:
    default:
      return column != self->period;
    }
}

static gboolean
has_role (const char *header,
          Role        role)
{
  g_autofree char *cell = nev_cell_normalize (header);
  g_autofree char *folded = g_utf8_casefold (cell, -1);

  for (guint i = 0; i < G_N_ELEMENTS (role_names[role]) && role_names[role][i] != NULL; i++)
    {
      if (g_str_equal (folded, role_names[role][i]))
        return TRUE;
    }

  return FALSE;
}

/* What a column's first cells are: a bit for each role that they could have. */
static void
narrow_roles (const char *field,
              guint      *roles)
{
  g_autofree char *cell = nev_cell_normalize (field);

  if (nev_cell_is_missing (cell))
    return;

  if (nev_cell_judge_period (cell) == NEV_CELL_OTHER)
    *roles &= ~(1u << ROLE_PERIOD);
  if (nev_cell_judge_number (cell) == NEV_CELL_OTHER)
    *roles &= ~(1u << ROLE_VALUE);
  else
    *roles &= ~(1u << ROLE_SERIES);
}

static gboolean
find_by_header (NevCsv           *csv,
                NevImportColumns *columns)
{
  guint *const places[N_ROLES] = { &columns->period, &columns->series, &columns->value };

  for (guint role = 0; role <= ROLE_VALUE; role++)
    {
      guint n = 0;

      for (guint i = 0; i < columns->n_columns; i++)
        {
          if (has_role (nev_csv_get_field (csv, i), role))
            {
              *places[role] = i;
              n++;
            }
        }

      if (n != 1)
        return FALSE;
    }

  return TRUE;
}

/* Three columns, one of periods, one of words, one of numbers. */
static gboolean
find_by_content (NevCsv           *csv,
                 const char       *name,
                 NevImportColumns *columns)
{
  enum
  {
    N = 3
  };
  guint    roles[N] = { 7, 7, 7 };
  gboolean has_period = FALSE, has_series = FALSE, has_value = FALSE;

  if (columns->n_columns != N)
    return FALSE;

  for (guint i = 0; i < MAX_SAMPLE && nev_csv_next (csv, NULL); i++)
    {
      for (guint j = 0; j < N && nev_csv_get_n_fields (csv) == N; j++)
        narrow_roles (nev_csv_get_field (csv, j), &roles[j]);
    }

  for (guint j = 0; j < N; j++)
    {
      if ((roles[j] & (1u << ROLE_PERIOD)) != 0 && !has_period)
        {
          columns->period = j;
          has_period = TRUE;
        }
      else if ((roles[j] & (1u << ROLE_VALUE)) != 0)
        {
          columns->value = j;
          has_value = TRUE;
        }
      else if ((roles[j] & (1u << ROLE_SERIES)) != 0)
        {
          columns->series = j;
          has_series = TRUE;
        }
    }

  return has_period && has_series && has_value;
}

/* Whether the header holds periods, all but one or two of its fields: the series, and their unit. */
static gboolean
find_across (NevCsv           *csv,
             NevImportColumns *columns)
{
  guint n_periods = 0;

  columns->series = columns->unit = NEV_NO_COLUMN;

  for (guint i = 0; i < columns->n_columns; i++)
    {
      g_autofree char *cell = nev_cell_normalize (nev_csv_get_field (csv, i));

      if (nev_cell_judge_period (cell) != NEV_CELL_OTHER)
        n_periods++;
      else if (has_role (cell, ROLE_UNIT) && columns->unit == NEV_NO_COLUMN)
        columns->unit = i;
      else if (columns->series == NEV_NO_COLUMN)
        columns->series = i;
      else
        return FALSE;
    }

  return columns->series != NEV_NO_COLUMN && n_periods > 0;
}

/* Whether the first cells of a column are periods, as far as there is anything in them. */
static gboolean
holds_periods (NevCsv *csv,
               guint   column)
{
  guint n = 0;

  for (guint i = 0; i < MAX_SAMPLE && nev_csv_next (csv, NULL); i++)
    {
      g_autofree char *cell = NULL;

      if (nev_csv_get_n_fields (csv) <= column)
        continue;

      cell = nev_cell_normalize (nev_csv_get_field (csv, column));
      if (nev_cell_is_missing (cell))
        continue;

      if (nev_cell_judge_period (cell) == NEV_CELL_OTHER)
        return FALSE;
      n++;
    }

  return n > 0;
}

/* The first column that has a role, by its name. */
static guint
find_role (NevCsv *csv,
           guint   n_columns,
           Role    role)
{
  for (guint i = 0; i < n_columns; i++)
    {
      if (has_role (nev_csv_get_field (csv, i), role))
        return i;
    }

  return NEV_NO_COLUMN;
}

/* Whether a table is one of categories, as far as it may be. A header that speaks of periods has them under it, and what
 * stands there is a mistake if it isn't one.
 */
static gboolean
find_categories (const char             *name,
                 const char             *text,
                 gsize                   length,
                 const NevImportOptions *options,
                 NevImportColumns       *columns)
{
  g_autoptr (NevCsv) csv = nev_csv_new (name, text, length, options->delimiter);
  NevImportColumns found = { NEV_IMPORT_LAYOUT_CATEGORIES, columns->n_columns, NEV_NO_COLUMN, NEV_NO_COLUMN, NEV_NO_COLUMN, NEV_NO_COLUMN, NEV_NO_COLUMN };
  guint            named;

  nev_csv_next (csv, NULL);
  found.unit = find_role (csv, columns->n_columns, ROLE_UNIT);
  found.rank = find_role (csv, columns->n_columns, ROLE_RANK);
  named = find_role (csv, columns->n_columns, ROLE_SERIES);

  if (options->layout == NEV_IMPORT_LAYOUT_AUTO &&
      (find_role (csv, columns->n_columns, ROLE_PERIOD) != NEV_NO_COLUMN || !nev_import_guess_categories (csv, &found)))
    return FALSE;

  /* Of what was chosen, only the names have to be found. */
  if (options->layout == NEV_IMPORT_LAYOUT_CATEGORIES)
    {
      if (named != NEV_NO_COLUMN)
        found.series = named;
      else if (!nev_import_guess_categories (csv, &found) || found.series == NEV_NO_COLUMN)
        found.series = found.rank == 0 || found.unit == 0 ? 1 : 0;
    }

  *columns = found;

  return TRUE;
}

/* Where the header isn't one of a long table: periods across, or words over a column of periods. */
static gboolean
decide_across (const char             *name,
               NevCsv                 *csv,
               const NevImportOptions *options,
               NevImportColumns       *columns,
               NevImportQuestion      *question,
               gboolean               *is_across,
               GError                **error)
{
  *is_across = find_across (csv, columns);

  if (!*is_across || options->layout == NEV_IMPORT_LAYOUT_ACROSS || !holds_periods (csv, columns->series))
    return TRUE;

  nev_import_ask (question, NEV_IMPORT_LAYOUT, g_strdup (_("Both the first row and the first column hold periods; one of them must be the names of series.")));

  return nev_import_fail (name, 1, 0, NEV_DATA_ERROR_AMBIGUOUS, error,
                          _("both the first row and the first column hold periods; say with --layout whether series are in columns (wide) or in rows (across)"));
}

/**
 * nev_import_find_columns:
 * @name: the file
 * @text: (array length=length): its text
 * @length: its length
 * @options: how it is written; the delimiter is known
 * @columns: (out caller-allocates): what its columns are
 * @question: (nullable): where to put what isn't clear
 * @error: return location for a #NevDataError
 *
 * Finds out which columns hold what: by the names in the header, else by what stands under it.
 *
 * Returns: whether that is clear
 */
gboolean
nev_import_find_columns (const char             *name,
                         const char             *text,
                         gsize                   length,
                         const NevImportOptions *options,
                         NevImportColumns       *columns,
                         NevImportQuestion      *question,
                         GError                **error)
{
  g_autoptr (NevCsv) csv = nev_csv_new (name, text, length, options->delimiter);
  gboolean is_across = FALSE;
  GError  *local = NULL;

  *columns = (NevImportColumns){ .unit = NEV_NO_COLUMN, .rank = NEV_NO_COLUMN };

  if (!nev_csv_next (csv, &local))
    {
      if (local == NULL)
        return nev_import_fail (name, 1, 0, NEV_DATA_ERROR_SCHEMA, error, _("expected a header and rows, found an empty file"));

      g_propagate_error (error, local);
      return FALSE;
    }

  columns->n_columns = nev_csv_get_n_fields (csv);

  if (columns->n_columns < 2)
    return nev_import_fail (name, nev_csv_get_line (csv), 0, NEV_DATA_ERROR_SCHEMA, error, _("expected at least two columns, found one"));

  columns->layout = NEV_IMPORT_LAYOUT_LONG;

  if ((options->layout == NEV_IMPORT_LAYOUT_AUTO || options->layout == NEV_IMPORT_LAYOUT_LONG) && find_by_header (csv, columns))
    return TRUE;

  if ((options->layout == NEV_IMPORT_LAYOUT_AUTO || options->layout == NEV_IMPORT_LAYOUT_ACROSS) &&
      !decide_across (name, csv, options, columns, question, &is_across, error))
    return FALSE;

  if (is_across || options->layout == NEV_IMPORT_LAYOUT_ACROSS)
    {
      columns->layout = NEV_IMPORT_LAYOUT_ACROSS;
      columns->period = NEV_NO_COLUMN;
      if (!is_across)
        columns->series = columns->unit == 0 ? 1 : 0;

      return TRUE;
    }

  columns->unit = NEV_NO_COLUMN;

  if (options->layout == NEV_IMPORT_LAYOUT_CATEGORIES)
    return find_categories (name, text, length, options, columns);

  if (options->layout != NEV_IMPORT_LAYOUT_WIDE && find_by_content (csv, name, columns))
    return TRUE;

  if (options->layout == NEV_IMPORT_LAYOUT_LONG)
    return nev_import_fail (name, 1, 0, NEV_DATA_ERROR_SCHEMA, error,
                            _("expected the columns series, period and value, found others; name them so in the header"));

  if (options->layout == NEV_IMPORT_LAYOUT_AUTO && find_categories (name, text, length, options, columns))
    return TRUE;

  columns->layout = NEV_IMPORT_LAYOUT_WIDE;
  columns->period = 0;

  return TRUE;
}
