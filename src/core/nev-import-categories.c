/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-private.h"

#include <string.h>

#include "nev-package-private.h"

/* Tables of categories: names in one column and their values beside them, all of one period, which stands nowhere in the
 * rows. If the header or the file's name names just one, it is that; else nobody knows.
 */

#define MAX_SAMPLE 200 /* records */
#define MAX_PERIOD 40  /* bytes of text that may be one */
#define YEAR_DIGITS 4
#define PARTING " -_,;:|" /* what may stand between a period and other words of a header */

/* What the first cells of a column are. */
typedef struct
{
  guint n_words;
  guint n_numbers;
  guint n_periods;
} Content;

/**
 * nev_import_resembles_period:
 * @cell: normalized text that isn't a number
 *
 * Returns: whether it could be meant as a period: "Q1/23" can't be read, and "Jan" only with a year, but neither is a name of
 *   anything
 */
gboolean
nev_import_resembles_period (const char *cell)
{
  g_autofree char *before = g_strconcat ("2023", cell, NULL);
  g_autofree char *before_year = g_strconcat ("2023年", cell, NULL);
  g_autofree char *behind = g_strconcat (cell, " 2023", NULL);
  guint            n_digits = 0;

  for (const char *p = cell; *p != '\0'; p++)
    {
      n_digits = g_ascii_isdigit (*p) ? n_digits + 1 : 0;

      if (n_digits == YEAR_DIGITS && (g_str_has_prefix (p - YEAR_DIGITS + 1, "19") || g_str_has_prefix (p - YEAR_DIGITS + 1, "20")))
        return TRUE;
    }

  return nev_cell_judge_period (cell) != NEV_CELL_OTHER ||
         nev_cell_judge_period (before) != NEV_CELL_OTHER ||
         nev_cell_judge_period (before_year) != NEV_CELL_OTHER ||
         nev_cell_judge_period (behind) != NEV_CELL_OTHER;
}

static void
look_at (const char *field,
         Content    *content)
{
  g_autofree char *cell = nev_cell_normalize (field);

  if (nev_cell_is_missing (cell))
    return;

  if (nev_cell_judge_number (cell) != NEV_CELL_OTHER)
    content->n_numbers++;
  else if (nev_import_resembles_period (cell))
    content->n_periods++;
  else
    content->n_words++;
}

/**
 * nev_import_guess_categories:
 * @csv: stands on the header
 * @columns: (inout): what its columns are; the unit and the rank by their names
 *
 * Finds out whether a table is one of categories: one column of words, none of which could be meant as a period, and
 * numbers in the others. A number that isn't one is a mistake in its cell and not another kind of table.
 *
 * Returns: whether it is
 */
gboolean
nev_import_guess_categories (NevCsv           *csv,
                             NevImportColumns *columns)
{
  g_autofree Content *contents = g_new0 (Content, columns->n_columns);
  guint               series = NEV_NO_COLUMN, n_values = 0;

  for (guint i = 0; i < MAX_SAMPLE && nev_csv_next (csv, NULL); i++)
    {
      for (guint j = 0; j < columns->n_columns && nev_csv_get_n_fields (csv) == columns->n_columns; j++)
        look_at (nev_csv_get_field (csv, j), &contents[j]);
    }

  for (guint j = 0; j < columns->n_columns; j++)
    {
      const Content *content = &contents[j];

      if (j == columns->unit || j == columns->rank)
        continue;

      if (content->n_periods > 0)
        return FALSE;

      if (content->n_words <= content->n_numbers)
        {
          n_values += content->n_numbers > 0;
          continue;
        }

      if (series != NEV_NO_COLUMN)
        return FALSE;

      series = j;
    }

  columns->series = series;

  return series != NEV_NO_COLUMN && n_values > 0;
}

static gboolean
is_ascii_word (char c)
{
  return g_ascii_isalnum (c);
}

/* The longest period that begins at @start; its end, or NULL. It needs a year of four digits, and neighbours that don't make
 * something else of it.
 */
static const char *
match_period (const char *start,
              NevPeriod  *period)
{
  gsize length = MIN (strlen (start), MAX_PERIOD);

  for (; length >= YEAR_DIGITS; length--)
    {
      g_autofree char *text = NULL;
      guint            n_digits = 0, longest = 0;

      if ((start[length] & 0xc0) == 0x80 || (is_ascii_word (start[length]) && is_ascii_word (start[length - 1])) ||
          g_ascii_isdigit (start[length]) || g_ascii_isspace (start[length - 1]))
        continue;

      for (gsize i = 0; i < length; i++)
        {
          n_digits = g_ascii_isdigit (start[i]) ? n_digits + 1 : 0;
          longest = MAX (longest, n_digits);
        }

      text = g_strndup (start, length);
      if (longest >= YEAR_DIGITS && nev_cell_judge_period (text) == NEV_CELL_PLAIN &&
          nev_cell_parse_period (text, NEV_DATE_ORDER_AUTO, period) && nev_period_is_in_range (*period))
        return start + length;
    }

  return NULL;
}

/* Looks for the periods that words name: "Sales 2025", "sales_2025-06", "2025年销量". @period is the one that was found before, if
 * @n_found is 1, then the one that is, which stands from byte @start of the normalized text to @stop.
 */
static void
find_periods (const char *text,
              NevPeriod  *period,
              guint      *n_found,
              gsize      *start,
              gsize      *stop)
{
  g_autofree char *words = g_strdelimit (nev_cell_normalize (text), "_", '-');
  const char      *end;

  for (const char *p = words; *p != '\0'; p = end != NULL ? end : g_utf8_next_char (p))
    {
      NevPeriod found;
      gboolean  is_part = p > words && is_ascii_word (p[-1]) && is_ascii_word (*p);

      end = is_part ? NULL : match_period (p, &found);
      if (end == NULL)
        continue;

      /* "2024-2025", "06-2025 to": part of something that can't be read. */
      if ((p > words + 1 && strchr ("-/.", p[-1]) != NULL && g_ascii_isdigit (p[-2])) ||
          (*end != '\0' && strchr ("-/.", *end) != NULL && g_ascii_isdigit (end[1])))
        *n_found += 2;

      if (*n_found == 0 || !nev_period_equal (found, *period))
        {
          *period = found;
          *start = (gsize) (p - words);
          *stop = (gsize) (end - words);
          (*n_found)++;
        }
    }
}

/**
 * nev_import_get_periods:
 * @name: the file
 * @csv: stands on the header of a table of categories
 * @columns: what its columns are
 * @options: how it is written
 *
 * Finds what each column of values is of: the period that was chosen; else the only one that its header names; else, where no
 * header names any, the only one that the file's name does.
 *
 * Returns: (transfer full): of each column; %NEV_PERIOD_UNDATED where nobody knows
 */
NevPeriod *
nev_import_get_periods (const char             *name,
                        NevCsv                 *csv,
                        const NevImportColumns *columns,
                        const NevImportOptions *options)
{
  NevPeriod *periods = g_new (NevPeriod, columns->n_columns);
  NevPeriod  common = NEV_PERIOD_UNDATED;
  gboolean   is_named = FALSE;
  guint      n_found = 0;
  gsize      start, stop;

  for (guint i = 0; i < columns->n_columns; i++)
    {
      NevPeriod found = NEV_PERIOD_UNDATED;
      guint     n = 0;

      find_periods (nev_csv_get_field (csv, i), &found, &n, &start, &stop);
      is_named = is_named || n > 0;
      periods[i] = n == 1 ? found : NEV_PERIOD_UNDATED;
    }

  if (!is_named && name != NULL)
    find_periods (name, &common, &n_found, &start, &stop);

  /* What the header of the names says, holds for all. */
  if (!is_named && n_found != 1)
    common = NEV_PERIOD_UNDATED;
  else if (is_named)
    common = columns->series != NEV_NO_COLUMN ? periods[columns->series] : NEV_PERIOD_UNDATED;

  for (guint i = 0; i < columns->n_columns; i++)
    {
      if (!nev_period_is_none (options->period))
        periods[i] = options->period;
      else if (nev_period_is_undated (periods[i]))
        periods[i] = common;
    }

  return periods;
}

/**
 * nev_import_get_common_period:
 * @name: the file
 * @csv: stands on the header of a table of categories
 * @columns: what its columns are
 * @options: how it is written
 *
 * Returns: what all columns of values are of; none if they differ
 */
NevPeriod
nev_import_get_common_period (const char             *name,
                              NevCsv                 *csv,
                              const NevImportColumns *columns,
                              const NevImportOptions *options)
{
  g_autofree NevPeriod *periods = nev_import_get_periods (name, csv, columns, options);
  NevPeriod             common = NEV_PERIOD_NONE;

  for (guint i = 0; i < columns->n_columns; i++)
    {
      if (!nev_import_columns_has_value (columns, i))
        continue;

      if (!nev_period_is_none (common) && !nev_period_equal (common, periods[i]))
        return NEV_PERIOD_NONE;

      common = periods[i];
    }

  return common;
}

/* Takes off a text's end what would only part it from what stood behind. */
static void
trim_end (GString *text)
{
  while (text->len > 0 && strchr (PARTING, text->str[text->len - 1]) != NULL)
    g_string_truncate (text, text->len - 1);

  if (g_str_has_suffix (text->str, " in"))
    g_string_truncate (text, text->len - strlen (" in"));
}

/* What a heading says is counted, without when: "Sales" of "Sales 2025", "Sales (2025)" and "2025: Sales"; "Sales (million)" of
 * "Sales (million, 2025)"; all of it where it names no period or several.
 */
static char *
cut_period (const char *heading)
{
  g_autoptr (GString) measure = NULL;
  NevPeriod   period;
  guint       n_found = 0;
  gsize       start = 0, stop = 0;
  const char *rest;

  find_periods (heading, &period, &n_found, &start, &stop);
  if (n_found != 1)
    return g_strdup (heading);

  measure = g_string_new_len (heading, (gssize) start);
  rest = heading + stop;
  trim_end (measure);

  if (measure->len == 0 || strchr ("([", measure->str[measure->len - 1]) != NULL)
    rest += strspn (rest, PARTING);

  if ((g_str_has_suffix (measure->str, "(") && *rest == ')') || (g_str_has_suffix (measure->str, "[") && *rest == ']'))
    {
      g_string_truncate (measure, measure->len - 1);
      rest++;
      trim_end (measure);
    }

  g_string_append (measure, rest);

  return g_strstrip (g_string_free (g_steal_pointer (&measure), FALSE));
}

static gboolean
is_first (char *const *measures,
          guint        column)
{
  for (guint i = 0; i < column; i++)
    {
      if (g_str_equal (measures[i], measures[column]))
        return FALSE;
    }

  return TRUE;
}

/* Whether the columns of one measure, of which @first is the first, are several, of different periods of one length. */
static gboolean
has_periods (const NevImportColumns *columns,
             char *const            *measures,
             guint                   first,
             const NevPeriod        *periods)
{
  NevPeriodKind kind = nev_period_get_kind (periods[first]);
  guint         n = 0;

  for (guint i = first; i < columns->n_columns; i++)
    {
      if (!g_str_equal (measures[i], measures[first]))
        continue;

      if (nev_period_get_kind (periods[i]) != kind)
        return FALSE;

      for (guint j = first; j < i; j++)
        {
          if (g_str_equal (measures[j], measures[first]) && nev_period_equal (periods[i], periods[j]))
            return FALSE;
        }

      n++;
    }

  return n > 1 && (kind == NEV_PERIOD_KIND_DAY || (kind >= NEV_PERIOD_KIND_MONTH && kind <= NEV_PERIOD_KIND_YEAR));
}

/**
 * nev_import_merge_headings:
 * @name: the file, which columns go by whose headings are nothing but periods
 * @columns: what the columns of a table of categories are
 * @periods: (array): what each is of
 * @headings: (array) (inout): what stands above each
 *
 * Finds the columns that are the same at different periods: "Sales 2024" and "Sales 2025" both become "Sales". A column that is
 * alone keeps its heading.
 */
void
nev_import_merge_headings (const char             *name,
                           const NevImportColumns *columns,
                           const NevPeriod        *periods,
                           char                  **headings)
{
  g_auto (GStrv) measures = g_new0 (char *, columns->n_columns + 1);
  const char      *dot = name != NULL ? strrchr (name, '.') : NULL;
  g_autofree char *title = dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name != NULL ? name : "");

  /* What stands in brackets there is no unit. */
  g_strstrip (g_strdelimit (title, "()[]", ' '));

  for (guint i = 0; i < columns->n_columns; i++)
    {
      gboolean has_values = nev_import_columns_has_value (columns, i) && *headings[i] != '\0';

      measures[i] = has_values ? cut_period (headings[i]) : g_strdup ("");
      if (has_values && *measures[i] == '\0')
        {
          g_free (measures[i]);
          measures[i] = g_strdup (title);
        }
    }

  for (guint i = 0; i < columns->n_columns; i++)
    {
      if (*measures[i] == '\0' || !is_first (measures, i) || !has_periods (columns, measures, i, periods))
        continue;

      for (guint j = i; j < columns->n_columns; j++)
        {
          if (g_str_equal (measures[i], measures[j]))
            {
              g_free (headings[j]);
              headings[j] = g_strdup (measures[i]);
            }
        }
    }
}
