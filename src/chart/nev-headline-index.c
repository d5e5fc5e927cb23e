/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-headline.h"

#include "nev-catalog.h"

/* A series without a value in the period that is 100 has no index at all. A chart that left it out without a word would
 * look as if it had never been asked for.
 */

/* A reading that lacks its base, or NULL. */
static const NevReading *
find_without_base (const NevTable *table,
                   guint           column)
{
  if (nev_table_get_column (table, column)->measure != NEV_MEASURE_INDEX)
    return NULL;

  for (guint row = 0; row < nev_table_get_n_rows (table); row++)
    {
      const NevReading *reading = nev_table_get_reading (table, column, row);

      if (reading->gap == NEV_GAP_NO_BASE)
        return reading;
    }

  return NULL;
}

/* Where runs lie over each other, a series has several columns. */
static gboolean
is_again (const NevTable *table,
          guint           column)
{
  return column > 0 && nev_table_get_column (table, column - 1)->series == nev_table_get_column (table, column)->series;
}

/**
 * nev_headline_get_index_note:
 * @table: a chart's numbers
 * @language: the chart's language
 *
 * Says which series have no index, since they have no value in the period that is to be 100.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL where there is no such series
 */
char *
nev_headline_get_index_note (const NevTable *table,
                             NevLanguage     language)
{
  g_autofree char *names = NULL;
  g_autofree char *when = NULL;

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    {
      const NevReading *reading = find_without_base (table, i);
      const char       *title = nev_series_get_title (nev_table_get_column (table, i)->series, language);
      g_autofree char  *begin = NULL;

      if (reading == NULL || is_again (table, i))
        continue;

      if (when == NULL)
        when = nev_format_period (reading->base, NEV_PERIOD_FORMAT_PHRASE, language);

      begin = g_steal_pointer (&names);
      names = begin == NULL ? g_strdup (title) : g_strdup_printf (nev_tr (language, "%1$s, %2$s"), begin, title);
    }

  if (names == NULL)
    return NULL;

  /* Translators: "in June 2023", and the names of series */
  return g_strdup_printf (nev_tr (language, "No value %1$s, hence no index: %2$s."), when, names);
}
