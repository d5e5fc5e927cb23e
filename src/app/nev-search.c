/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-search.h"

#include <string.h>

/* Search by name. A result is known outside by an id that says what it is: "chart:exports", "series:nev_sales". */

#define CHART_PREFIX "chart:"
#define SERIES_PREFIX "series:"

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal, -1);
}

/**
 * nev_search_matches:
 * @words: as nev_search_get_series_words() gives them
 * @terms: (array zero-terminated=1): words or parts of words
 *
 * Returns: whether each term is a part of one of the names: Chinese has no spaces between words
 */
gboolean
nev_search_matches (const char        *words,
                    const char *const *terms)
{
  for (guint i = 0; terms[i] != NULL; i++)
    {
      g_autofree char *term = fold (terms[i]);

      if (strstr (words, term) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* The names of one thing, one a line and whatever their case. */
static char *
join_names (const char *const *names)
{
  g_autofree char *all = g_strjoinv ("\n", (char **) names);

  return fold (all);
}

/**
 * nev_search_get_chart_words:
 * @chart: a chart
 *
 * Returns: (transfer full): the names by which it is found
 */
char *
nev_search_get_chart_words (const NevChart *chart)
{
  const char *const names[] = {
    chart->name,
    nev_localized_get (&chart->title, NEV_LANGUAGE_ENGLISH),
    nev_localized_get (&chart->title, NEV_LANGUAGE_CHINESE),
    NULL
  };

  return join_names (names);
}

/**
 * nev_search_get_series_words:
 * @series: a series
 * @more: (array zero-terminated=1): other words by which it is to be found
 *
 * Returns: (transfer full): the names by which it is found
 */
char *
nev_search_get_series_words (NevSeries         *series,
                             const char *const *more)
{
  g_autofree char  *others = g_strjoinv ("\n", (char **) more);
  const char *const names[] = {
    nev_series_get_id (series),
    nev_series_get_title (series, NEV_LANGUAGE_ENGLISH),
    nev_series_get_title (series, NEV_LANGUAGE_CHINESE),
    others,
    NULL
  };

  return join_names (names);
}

/**
 * nev_search_find_chart:
 * @dataset: a dataset
 * @series: one of its series
 *
 * Finds a chart for a series: one that shows it, or that of its highlight; else one of the same unit, so that it can
 * stand there.
 *
 * Returns: (transfer none) (nullable): the chart; %NULL without any
 */
const NevChart *
nev_search_find_chart (NevDataset *dataset,
                       NevSeries  *series)
{
  const NevHighlight *highlights;
  const NevChart     *similar = NULL;
  guint               n_highlights;

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    {
      const NevChart *chart = nev_dataset_get_chart (dataset, i);

      if (g_ptr_array_find (chart->panels[0].series, series, NULL))
        return chart;

      if (similar == NULL &&
          nev_series_get_unit (g_ptr_array_index (chart->panels[0].series, 0)) == nev_series_get_unit (series))
        similar = chart;
    }

  highlights = nev_dataset_get_highlights (dataset, &n_highlights);

  for (guint i = 0; i < n_highlights; i++)
    {
      if (highlights[i].series == series && highlights[i].chart != NULL)
        return highlights[i].chart;
    }

  if (similar == NULL && nev_dataset_get_n_charts (dataset) > 0)
    similar = nev_dataset_get_chart (dataset, 0);

  return similar;
}

/**
 * nev_search_find:
 * @dataset: where to look
 * @terms: (array zero-terminated=1): words or parts of words
 *
 * Finds the charts, then the series, whose names hold all terms, in either language and whatever their case.
 *
 * Returns: (transfer full): the ids of the results
 */
char **
nev_search_find (NevDataset        *dataset,
                 const char *const *terms)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    {
      const NevChart  *chart = nev_dataset_get_chart (dataset, i);
      g_autofree char *words = nev_search_get_chart_words (chart);
      g_autofree char *id = g_strconcat (CHART_PREFIX, chart->name, NULL);

      if (terms[0] != NULL && nev_search_matches (words, terms))
        g_strv_builder_add (ids, id);
    }

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    {
      NevSeries       *series = nev_dataset_get_series (dataset, i);
      g_autofree char *words = nev_search_get_series_words (series, (const char *const[]){ NULL });
      g_autofree char *id = g_strconcat (SERIES_PREFIX, nev_series_get_id (series), NULL);

      if (terms[0] != NULL && nev_search_matches (words, terms))
        g_strv_builder_add (ids, id);
    }

  return g_strv_builder_end (ids);
}

/**
 * nev_search_resolve:
 * @dataset: where it was found
 * @id: the id of a result, which may be anything: it comes from another program
 * @result: (out caller-allocates): what it stands for
 *
 * Returns: whether it stands for something
 */
gboolean
nev_search_resolve (NevDataset      *dataset,
                    const char      *id,
                    NevSearchResult *result)
{
  *result = (NevSearchResult){ NULL };

  if (g_str_has_prefix (id, CHART_PREFIX))
    {
      result->chart = nev_dataset_find_chart (dataset, id + strlen (CHART_PREFIX), NULL);
      result->is_chart = TRUE;

      if (result->chart != NULL)
        result->series = g_ptr_array_index (result->chart->panels[0].series, 0);
    }
  else if (g_str_has_prefix (id, SERIES_PREFIX))
    {
      result->series = nev_dataset_find_series (dataset, id + strlen (SERIES_PREFIX), NULL);

      if (result->series != NULL)
        result->chart = nev_search_find_chart (dataset, result->series);
    }

  return result->series != NULL;
}

/**
 * nev_search_latest:
 * @series: a series
 * @reading: (out caller-allocates): its newest level; to be cleared in any case
 *
 * Reads the newest figure of a series: that which ends last, and of those that end together the one for the
 * shortest period.
 *
 * Returns: whether there is one
 */
gboolean
nev_search_latest (NevSeries  *series,
                   NevReading *reading)
{
  NevPeriod extent;

  *reading = (NevReading){ .status = NEV_STATUS_GAP };

  if (!nev_series_get_extent (series, &extent))
    return FALSE;

  if (nev_period_is_undated (extent))
    {
      nev_series_read (series, NEV_MEASURE_LEVEL, extent, NEV_PERIOD_NONE, reading);
      return reading->status != NEV_STATUS_GAP;
    }

  for (NevFrequency frequency = NEV_FREQUENCY_MONTH; frequency <= NEV_FREQUENCY_YEAR; frequency++)
    {
      NevPeriod period = nev_period_at (extent.end - 1, frequency);

      for (; period.end > extent.start; period = nev_period_at (period.start - 1, frequency))
        {
          g_auto(NevReading) candidate = { 0 };

          if (reading->status != NEV_STATUS_GAP && period.end <= reading->period.end)
            break;

          nev_series_read (series, NEV_MEASURE_LEVEL, period, NEV_PERIOD_NONE, &candidate);

          if (candidate.status == NEV_STATUS_GAP)
            continue;

          nev_reading_clear (reading);
          *reading = candidate;
          candidate = (NevReading){ 0 };
          break;
        }
    }

  return reading->status != NEV_STATUS_GAP;
}
