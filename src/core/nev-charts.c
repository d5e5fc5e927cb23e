/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-charts.h"

#include <math.h>

#include "nev-package-private.h"

/* Charts for a dataset that declares none. */

#define CHART_SERIES 6 /* as many as there are colours */
#define MAX_CHARTS 12 /* a list that one can take in; further series are found by their names */
#define MAX_HIGHLIGHTS 6
#define MIN_LINE 16 /* periods; fewer are shown as bars */

static gboolean
can_share_chart (NevSeries *a,
                 NevSeries *b)
{
  return nev_series_get_unit (a) == nev_series_get_unit (b) &&
         g_strcmp0 (nev_series_get_unit_text (a, NEV_LANGUAGE_ENGLISH), nev_series_get_unit_text (b, NEV_LANGUAGE_ENGLISH)) == 0;
}

static void
add_charts (NevDatasetParts    *parts,
            const NevFrequency *frequencies)
{
  NevChart *chart = NULL;
  guint     first = 0;

  for (guint i = 0; i < parts->series->len; i++)
    {
      NevSeries *series = g_ptr_array_index (parts->series, i);
      NevPeriod  extent;

      if (!nev_series_get_extent (series, &extent))
        continue;

      if (chart == NULL || chart->panels[0].series->len == CHART_SERIES || frequencies[i] != frequencies[first] ||
          !can_share_chart (g_ptr_array_index (parts->series, first), series))
        {
          if (parts->charts->len == MAX_CHARTS)
            return;

          chart = g_new0 (NevChart, 1);
          chart->name = g_strdup_printf ("chart-%u", parts->charts->len + 1);
          chart->frequency = frequencies[i];
          chart->n_panels = 1;
          chart->panels[0].series = g_ptr_array_new_with_free_func (g_object_unref);
          chart->panels[0].measure = NEV_MEASURE_LEVEL;
          chart->panels[0].mark = NEV_MARK_BARS;
          g_ptr_array_add (parts->charts, chart);
          first = i;
        }

      g_ptr_array_add (chart->panels[0].series, g_object_ref (series));

      if (nev_ledger_get_n_facts (nev_series_get_ledger (series)) >= MIN_LINE)
        chart->panels[0].mark = NEV_MARK_LINE;
    }
}

/* A chart is called by its series if it has one, and by the dataset; further ones of it are numbered. */
static void
name_charts (NevDatasetParts *parts)
{
  for (guint i = 0; i < parts->charts->len; i++)
    {
      NevChart  *chart = g_ptr_array_index (parts->charts, i);
      NevSeries *series = g_ptr_array_index (chart->panels[0].series, 0);

      for (NevLanguage language = 0; language < NEV_N_LANGUAGES; language++)
        {
          const char *title = nev_localized_get (&parts->title, language);
          char      **text = &chart->title.text[language];

          if (title == NULL)
            title = parts->name;

          if (chart->panels[0].series->len == 1)
            *text = g_strdup (nev_series_get_title (series, language));
          else if (parts->charts->len == 1)
            *text = g_strdup (title);
          else
            *text = g_strdup_printf ("%s %u", title, i + 1);
        }
    }
}

/* The last period of a chart's frequency for which there is a fact. */
static NevPeriod
find_last (NevSeries   *series,
           NevFrequency frequency)
{
  NevLedger *ledger = nev_series_get_ledger (series);

  for (gsize i = nev_ledger_get_n_facts (ledger); i > 0; i--)
    {
      NevPeriod period = nev_ledger_get_fact (ledger, i - 1)->period;
      NevPeriod named = nev_period_at (period.end - 1, frequency);

      if (nev_period_is_undated (period))
        return period;

      if (nev_period_equal (period, named) || (period.start == NEV_DAY_ORIGIN && period.end == named.end))
        return named;
    }

  return NEV_PERIOD_NONE;
}

static double
get_last_value (NevSeries *series)
{
  NevLedger *ledger = nev_series_get_ledger (series);
  gsize      n = nev_ledger_get_n_facts (ledger);

  return n > 0 ? nev_ledger_get_fact (ledger, n - 1)->value : NAN;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  double first = get_last_value (*(NevSeries *const *) a);
  double second = get_last_value (*(NevSeries *const *) b);

  if (isnan (first) || isnan (second))
    return (isnan (first) ? 1 : 0) - (isnan (second) ? 1 : 0);

  return (first < second) - (first > second);
}

/* In the order in which the overview shows them: what is ranked, from the top. */
static GPtrArray *
list_series (const NevChart *chart)
{
  GPtrArray *series = g_ptr_array_new ();

  g_ptr_array_extend (series, chart->panels[0].series, NULL, NULL);
  if (chart->is_ranking)
    g_ptr_array_sort (series, compare_cb);

  return series;
}

/**
 * nev_dataset_parts_add_highlights:
 * @parts: a dataset with charts
 *
 * Shows the last value of the first series in the overview; of those that are ranked, of the highest.
 */
void
nev_dataset_parts_add_highlights (NevDatasetParts *parts)
{
  for (guint i = 0; i < parts->charts->len; i++)
    {
      const NevChart *chart = g_ptr_array_index (parts->charts, i);
      g_autoptr (GPtrArray) shown = list_series (chart);

      for (guint j = 0; j < shown->len && parts->highlights->len < MAX_HIGHLIGHTS; j++)
        {
          NevSeries    *series = g_ptr_array_index (shown, j);
          NevPeriod     period = find_last (series, chart->frequency);
          NevHighlight *highlight;

          if (nev_period_is_none (period))
            continue;

          highlight = nev_array_append_empty (parts->highlights);
          highlight->series = series;
          highlight->period = period;
          highlight->chart = chart;

          for (NevLanguage language = 0; language < NEV_N_LANGUAGES; language++)
            highlight->title.text[language] = g_strdup (nev_series_get_title (series, language));
        }
    }
}

/**
 * nev_dataset_parts_add_charts:
 * @parts: a dataset without charts, whose series have been made
 * @frequencies: (array): of each series
 *
 * Makes charts: series of one unit and frequency share them. They are a dozen at most, so that very many series stand in none;
 * see nev_dataset_count_uncharted(). Where there are no highlights the overview gets the last value of the first series.
 */
void
nev_dataset_parts_add_charts (NevDatasetParts    *parts,
                              const NevFrequency *frequencies)
{
  add_charts (parts, frequencies);
  name_charts (parts);

  if (parts->highlights->len == 0)
    nev_dataset_parts_add_highlights (parts);
}

/* The frequency at which a series' facts are read best: the one that most of them are of, and of equal ones the finer. */
static NevFrequency
find_frequency (NevSeries *series)
{
  NevLedger   *ledger = nev_series_get_ledger (series);
  NevFrequency best = NEV_FREQUENCY_MONTH;
  guint        most = 0;

  for (NevFrequency frequency = NEV_FREQUENCY_MONTH; frequency <= NEV_FREQUENCY_YEAR; frequency++)
    {
      guint n = 0;

      for (gsize i = 0; i < nev_ledger_get_n_facts (ledger); i++)
        {
          NevPeriod period = nev_ledger_get_fact (ledger, i)->period;
          NevPeriod named = nev_period_at (period.end - 1, frequency);

          if (nev_period_equal (period, named) || (period.start == NEV_DAY_ORIGIN && period.end == named.end))
            n++;
        }

      if (n > most)
        {
          most = n;
          best = frequency;
        }
    }

  return best;
}

/**
 * nev_dataset_parts_find_charts:
 * @parts: a dataset whose series have been made
 *
 * Makes charts where none were declared.
 */
void
nev_dataset_parts_find_charts (NevDatasetParts *parts)
{
  g_autofree NevFrequency *frequencies = g_new (NevFrequency, parts->series->len + 1);

  if (parts->charts->len > 0)
    return;

  for (guint i = 0; i < parts->series->len; i++)
    frequencies[i] = find_frequency (g_ptr_array_index (parts->series, i));

  nev_dataset_parts_add_charts (parts, frequencies);
}

/**
 * nev_dataset_count_uncharted:
 * @dataset: a dataset
 *
 * Counts the series that are found by their names only.
 *
 * Returns: how many series with facts stand in none of the dataset's charts
 */
guint
nev_dataset_count_uncharted (NevDataset *dataset)
{
  g_autoptr(GHashTable) charted = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    {
      const NevChart *chart = nev_dataset_get_chart (dataset, i);

      for (guint j = 0; j < chart->n_panels; j++)
        {
          for (guint k = 0; k < chart->panels[j].series->len; k++)
            g_hash_table_add (charted, g_ptr_array_index (chart->panels[j].series, k));
        }
    }

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    {
      NevSeries *series = nev_dataset_get_series (dataset, i);
      NevPeriod  extent;

      if (nev_series_get_extent (series, &extent) && !g_hash_table_contains (charted, series))
        n++;
    }

  return n;
}
