/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-headline.h"

#include "nev-catalog.h"
#include "nev-words.h"

/* Where a series goes, told by how it compares with the year before: months differ by season, so neighbours
 * and the two ends of a chart would tell of January and December.
 */

/* In so many of four periods it goes one way when it is said to. */
#define MOST_OF_FOUR 3

static gboolean
is_change (NevMeasure measure)
{
  return measure == NEV_MEASURE_CHANGE_ON_YEAR || measure == NEV_MEASURE_CHANGE_ON_PERIOD;
}

/* Of a running total the days since the year began are compared. */
static void
read_change (const NevReading *reading,
             NevReading       *change)
{
  NevPeriod days = nev_series_get_kind (reading->series) == NEV_SERIES_STOCK ? reading->period : nev_words_days (reading);

  nev_series_read (reading->series, NEV_MEASURE_CHANGE_ON_YEAR, days, NEV_PERIOD_NONE, change);
}

/**
 * nev_headline_get_trend:
 * @table: numbers
 * @column: one of its columns
 * @language: the chart's language
 *
 * Says whether a series rises or falls: in how many periods it was higher than a year earlier.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL for a column of changes, and where nothing can be compared
 */
char *
nev_headline_get_trend (const NevTable *table,
                        guint           column,
                        NevLanguage     language)
{
  g_auto(NevReading) latest = { 0 };
  guint            n_known = 0, n_higher = 0, n_lower = 0;
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;
  g_autofree char *last = NULL;

  /* Single days are higher or lower for all kinds of reasons, and there may be a hundred thousand of them. */
  if (is_change (nev_table_get_column (table, column)->measure) || nev_table_get_frequency (table) == NEV_FREQUENCY_DAY)
    return NULL;

  for (guint row = 0; row < nev_table_get_n_rows (table); row++)
    {
      const NevReading *reading = nev_table_get_reading (table, column, row);
      NevReading        change = { 0 };

      if (reading->status == NEV_STATUS_GAP)
        continue;

      read_change (reading, &change);
      if (change.status == NEV_STATUS_GAP)
        {
          nev_reading_clear (&change);
          continue;
        }

      n_known++;
      n_higher += change.value > 0;
      n_lower += change.value < 0;
      nev_reading_clear (&latest);
      latest = change;
    }

  if (n_known == 0)
    return NULL;

  value = nev_words_value (&latest, language);
  period = nev_format_period (nev_words_days (&latest), NEV_PERIOD_FORMAT_LONG, language);
  last = g_strdup_printf (nev_tr (language, "%1$s (%2$s)"), value, period);

  if (4 * n_higher >= MOST_OF_FOUR * n_known)
    {
      /* Translators: in these three: two numbers, and a change with its period: "+18.1% (June 2023)" */
      return g_strdup_printf (nev_tr (language, "Mostly rising: higher than a year earlier in %1$u of %2$u periods, latest %3$s."),
                              n_higher, n_known, last);
    }

  if (4 * n_lower >= MOST_OF_FOUR * n_known)
    return g_strdup_printf (nev_tr (language, "Mostly falling: lower than a year earlier in %1$u of %2$u periods, latest %3$s."),
                            n_lower, n_known, last);

  return g_strdup_printf (nev_tr (language, "No clear trend: higher than a year earlier in %1$u of %2$u periods, latest %3$s."),
                          n_higher, n_known, last);
}
