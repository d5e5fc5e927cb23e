/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-words-table.h"

#include <glib/gi18n-lib.h>

#include "nev-catalog.h"
#include "nev-words.h"

/* What the rows and columns of a table are called. On a time line a row is its period and a column its series. Where runs
 * of days lie over each other, a row is the month of the year if it is the same one in all of them, or else the first,
 * the second ..., and a column is a run as well. In a ranking a row is a series, and the column its period.
 */

static const char *
get_part_name (NevPeriod    period,
               NevFrequency frequency,
               NevLanguage  language)
{
  static const char *const quarters[] = { N_("Q1"), N_("Q2"), N_("Q3"), N_("Q4") };
  int                      month;

  nev_day_to_date (period.start, NULL, &month, NULL);

  if (frequency == NEV_FREQUENCY_QUARTER)
    return nev_tr (language, quarters[(month - 1) / 3]);

  return month <= 6 ? nev_tr (language, "H1") : nev_tr (language, "H2");
}

/* "Jan", "Q1", "H1"; "Jan–Feb" where the two are merged */
static char *
format_part (NevPeriod    period,
             NevFrequency frequency,
             NevLanguage  language)
{
  int first, last;

  if (frequency != NEV_FREQUENCY_MONTH)
    return g_strdup (get_part_name (period, frequency, language));

  nev_day_to_date (period.start, NULL, &first, NULL);
  nev_day_to_date (period.end - 1, NULL, &last, NULL);

  return first == last ? nev_format_month (first, language) : nev_format_months (first, last, language);
}

/**
 * nev_words_row:
 * @table: a table
 * @row: one of its rows
 * @format: how long a period's name may be
 * @language: the chart's language
 *
 * Returns: (transfer full): what the row is called: "Jun 2023"; where runs lie over each other "Jun" or "Month 6"; in a
 *   ranking its series
 */
char *
nev_words_row (const NevTable *table,
               guint           row,
               NevPeriodFormat format,
               NevLanguage     language)
{
  NevFrequency frequency = nev_table_get_frequency (table);

  if (nev_table_is_ranking (table))
    return g_strdup (nev_series_get_label (nev_table_get_reading (table, 0, row)->series, language));

  if (!nev_table_is_overlay (table))
    return nev_format_period (nev_table_get_period (table, row), format, language);

  /* The days of two years aren't the same ones. */
  if (nev_table_is_aligned (table) && frequency != NEV_FREQUENCY_DAY)
    return format_part (nev_table_get_period (table, row), frequency, language);

  /* Translators: in these five: which month, quarter ... it is, counted from the beginning of a range */
  switch (frequency)
    {
    case NEV_FREQUENCY_DAY:
      return g_strdup_printf (nev_tr (language, "Day %u"), row + 1);
    case NEV_FREQUENCY_MONTH:
      return g_strdup_printf (nev_tr (language, "Month %u"), row + 1);
    case NEV_FREQUENCY_QUARTER:
      return g_strdup_printf (nev_tr (language, "Quarter %u"), row + 1);
    case NEV_FREQUENCY_HALF_YEAR:
      return g_strdup_printf (nev_tr (language, "Half-year %u"), row + 1);
    case NEV_FREQUENCY_YEAR:
    default:
      return g_strdup_printf (nev_tr (language, "Year %u"), row + 1);
    }
}

/**
 * nev_words_row_head:
 * @table: a table
 * @language: the chart's language
 *
 * Returns: what all its rows are: "Period", "Month"
 */
const char *
nev_words_row_head (const NevTable *table,
                    NevLanguage     language)
{
  if (nev_table_is_ranking (table))
    return nev_tr (language, "Name");

  if (!nev_table_is_overlay (table))
    return nev_tr (language, "Period");

  switch (nev_table_get_frequency (table))
    {
    case NEV_FREQUENCY_DAY:
      return nev_tr (language, "Day");
    case NEV_FREQUENCY_MONTH:
      return nev_tr (language, "Month");
    case NEV_FREQUENCY_QUARTER:
      return nev_tr (language, "Quarter");
    case NEV_FREQUENCY_HALF_YEAR:
      return nev_tr (language, "Half-Year");
    case NEV_FREQUENCY_YEAR:
    default:
      return nev_tr (language, "Year");
    }
}

/**
 * nev_words_axis:
 * @table: a table
 * @language: the chart's language
 *
 * Returns: (nullable): what is counted along the axis; %NULL where the labels say it themselves
 */
const char *
nev_words_axis (const NevTable *table,
                NevLanguage     language)
{
  if (!nev_table_is_overlay (table) || nev_table_is_aligned (table))
    return NULL;

  switch (nev_table_get_frequency (table))
    {
    case NEV_FREQUENCY_DAY:
      return nev_tr (language, "Day of the range");
    case NEV_FREQUENCY_MONTH:
      return nev_tr (language, "Month of the range");
    case NEV_FREQUENCY_QUARTER:
      return nev_tr (language, "Quarter of the range");
    case NEV_FREQUENCY_HALF_YEAR:
      return nev_tr (language, "Half-year of the range");
    case NEV_FREQUENCY_YEAR:
    default:
      return nev_tr (language, "Year of the range");
    }
}

/**
 * nev_words_run:
 * @table: a table
 * @column: one of its columns
 * @format: how long it may be
 * @language: the chart's language
 *
 * Returns: (transfer full): the days that the column runs over: "2024", "January–June 2023"
 */
char *
nev_words_run (const NevTable *table,
               guint           column,
               NevPeriodFormat format,
               NevLanguage     language)
{
  return nev_format_period (nev_table_get_column (table, column)->run, format, language);
}

/**
 * nev_words_ranking_head:
 * @table: a ranking
 * @language: the chart's language
 *
 * Says what the one column of a ranking holds: its period, where it has one, and what was made of the values.
 *
 * Returns: (transfer full): "Jun 2023", "Change on the year, Jun 2023"; "Value" where nothing has a date
 */
char *
nev_words_ranking_head (const NevTable *table,
                        NevLanguage     language)
{
  const NevColumn *column = nev_table_get_column (table, 0);
  const char      *measure = nev_words_measure (column->measure, language);
  g_autofree char *period = nev_format_period (column->run, NEV_PERIOD_FORMAT_SHORT, language);

  if (nev_period_is_undated (column->run) || nev_period_is_none (column->run))
    return g_strdup (column->measure == NEV_MEASURE_LEVEL ? nev_tr (language, "Value") : measure);

  if (column->measure == NEV_MEASURE_LEVEL)
    return g_steal_pointer (&period);

  return g_strdup_printf (nev_tr (language, "%1$s, %2$s"), measure, period);
}

static gboolean
is_only_series (const NevTable *table,
                guint           column)
{
  const NevColumn *self = nev_table_get_column (table, column);

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    {
      const NevColumn *other = nev_table_get_column (table, i);

      if (other->panel == self->panel && other->series != self->series)
        return FALSE;
    }

  return TRUE;
}

/**
 * nev_words_column:
 * @table: a table
 * @column: one of its columns
 * @language: the chart's language
 *
 * Names a column among those of its panel, as shortly as it can be: by its series, its run or both.
 *
 * Returns: (transfer full): "NEV sales", "2024", "NEV sales, Jan–Jun 2023"; of a ranking its period: "Jun 2023", "Value"
 */
char *
nev_words_column (const NevTable *table,
                  guint           column,
                  NevLanguage     language)
{
  const char      *series = nev_series_get_title (nev_table_get_column (table, column)->series, language);
  gboolean         is_short = !is_only_series (table, column);
  g_autofree char *run = NULL;

  if (nev_table_is_ranking (table))
    return nev_words_ranking_head (table, language);

  if (!nev_table_is_overlay (table))
    return g_strdup (series);

  run = nev_words_run (table, column, is_short ? NEV_PERIOD_FORMAT_SHORT : NEV_PERIOD_FORMAT_LONG, language);

  return is_short ? g_strdup_printf (nev_tr (language, "%1$s, %2$s"), series, run) : g_steal_pointer (&run);
}
