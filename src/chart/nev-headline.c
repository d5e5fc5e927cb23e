/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-headline.h"

#include <math.h>
#include <string.h>

#include "nev-catalog.h"
#include "nev-words.h"

/* A chart's title says the trend of its main series, that in the focus or the last one of the first panel, at the last period
 * that has a value. It says "rose" only where a reading says so.
 */

/* A longer title gets the short name of its period. */
#define MAX_WORDS 15

#define FINEST_QUOTIENT 0.1

typedef enum
{
  TREND_UNKNOWN,
  TREND_FALLING,
  TREND_STEADY,
  TREND_RISING,
} Trend;

static gboolean
is_change (NevMeasure measure)
{
  return measure == NEV_MEASURE_CHANGE_ON_YEAR || measure == NEV_MEASURE_CHANGE_ON_PERIOD;
}

/* The last of the first panel's columns, or of those of the series in the focus. */
static guint
get_main_column (NevSpec        *spec,
                 const NevTable *table)
{
  NevSeries *focus = nev_spec_get_focus (spec);
  gboolean   is_found = FALSE;
  guint      column = 0;

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    {
      const NevColumn *head = nev_table_get_column (table, i);

      if (head->panel != 0 || (is_found && head->series != focus))
        continue;

      is_found = head->series == focus;
      column = i;
    }

  return column;
}

static const NevReading *
find_latest (const NevTable *table,
             guint           column)
{
  NevSummary summary;

  if (nev_table_get_n_columns (table) == 0)
    return NULL;

  return nev_table_summarize (table, column, 0, nev_table_get_n_rows (table), &summary)
           ? nev_table_get_reading (table, column, summary.last)
           : NULL;
}

/* Of all that is shown of its series, also where that takes several columns. */
static gboolean
is_highest (const NevTable   *table,
            guint             column,
            const NevReading *latest)
{
  const NevColumn *head = nev_table_get_column (table, column);

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    {
      const NevColumn *other = nev_table_get_column (table, i);
      NevSummary       summary;

      if (other->series == head->series && other->measure == head->measure &&
          nev_table_summarize (table, i, 0, nev_table_get_n_rows (table), &summary) &&
          nev_table_get_value (table, i, summary.highest) > latest->value)
        return FALSE;
    }

  return TRUE;
}

/* A change whose sign rounding leaves open is none. */
static Trend
get_trend (const NevReading *change)
{
  if (change->status == NEV_STATUS_GAP)
    return TREND_UNKNOWN;

  if (fabs (change->value) <= change->rounding / 2 || fabs (change->value) < FINEST_QUOTIENT / 2)
    return TREND_STEADY;

  return change->value > 0 ? TREND_RISING : TREND_FALLING;
}

/* "42.4%" in "rose 42.4%": the verb has the sign. */
static char *
format_distance (const NevReading *change,
                 NevUnit           unit,
                 NevLanguage       language)
{
  double precision = nev_words_precision (change);

  if (unit == NEV_UNIT_PERCENTAGE_POINTS)
    return nev_format_number (fabs (change->value), nev_rounding_get_decimals (precision), language);

  return nev_format_value (fabs (change->value), precision, NEV_UNIT_PERCENT, NULL, language);
}

/* "3.747 million", "904,000"; in Chinese a count has its unit. */
static char *
format_amount (const NevReading *reading,
               NevLanguage       language)
{
  NevUnit      unit = nev_measure_get_unit (reading->measure, reading->series);
  NevMagnitude magnitude = nev_magnitude_choose (unit, reading->value, language);
  double       precision = nev_words_precision (reading);
  double       place = precision > 0 ? pow (10, floor (log10 (precision) + 1e-9)) : 1;
  double       value = round (reading->value / place) * place;
  int          n_decimals;

  if (language == NEV_LANGUAGE_CHINESE || (unit != NEV_UNIT_VEHICLES && unit != NEV_UNIT_CHARGERS))
    return nev_words_value (reading, language);

  if (magnitude.divisor < 1e6)
    return nev_format_value (reading->value, precision, NEV_UNIT_OTHER, NULL, language);

  /* 14.400 million is 14.4 million. */
  for (n_decimals = 0; n_decimals < 3; n_decimals++)
    {
      double scaled = value / magnitude.divisor * pow (10, n_decimals);

      if (fabs (scaled - round (scaled)) < 1e-6)
        break;
    }

  return nev_format_value_short (value, unit, magnitude, n_decimals, language);
}

/* When it was: "in June 2023", of running totals "in January–August 2023" and "in the twelve months to August 2023". */
static char *
format_when (const NevReading *reading,
             NevPeriodFormat   format,
             NevLanguage       language)
{
  NevPeriod        days = nev_words_days (reading);
  gboolean         is_short = format == NEV_PERIOD_FORMAT_SHORT_PHRASE;
  NevPeriodFormat  name_format = is_short ? NEV_PERIOD_FORMAT_SHORT : NEV_PERIOD_FORMAT_LONG;
  g_autofree char *name = NULL;

  if (reading->measure == NEV_MEASURE_TRAILING_YEAR)
    {
      name = nev_format_period (nev_period_at (days.end - 1, NEV_FREQUENCY_MONTH), name_format, language);

      /* Translators: in these two, %s is "August 2023" */
      return g_strdup_printf (is_short ? nev_tr (language, "in the year to %s")
                                       : nev_tr (language, "in the twelve months to %s"),
                              name);
    }

  if (nev_period_get_kind (days) != NEV_PERIOD_KIND_MONTHS)
    return nev_format_period (days, format, language);

  name = nev_format_period (days, name_format, language);

  /* Translators: %s is "January–August 2023" */
  return g_strdup_printf (nev_tr (language, "in %s"), name);
}

static char *
format_index (const NevReading *reading,
              const char       *period,
              NevLanguage       language)
{
  const char      *title = nev_series_get_title (reading->series, language);
  g_autofree char *value = nev_words_value (reading, language);
  g_autofree char *base = nev_format_period (reading->base, NEV_PERIOD_FORMAT_LONG, language);

  /* Translators: series, value, "in June 2023", the period that is 100 */
  return g_strdup_printf (nev_tr (language, "%1$s at %2$s %3$s (%4$s = 100)"), title, value, period, base);
}

static char *
format_change (const NevReading *reading,
               const char       *period,
               NevLanguage       language)
{
  const char      *title = nev_series_get_title (reading->series, language);
  NevUnit          unit = nev_measure_get_unit (reading->measure, reading->series);
  Trend            trend = get_trend (reading);
  gboolean         is_on_year = reading->measure == NEV_MEASURE_CHANGE_ON_YEAR;
  gboolean         is_up = trend == TREND_RISING;
  g_autofree char *distance = format_distance (reading, unit, language);

  if (trend == TREND_STEADY)
    {
      /* Translators: in these two: series, "in June 2023" */
      return g_strdup_printf (is_on_year ? nev_tr (language, "%1$s unchanged on the year %2$s")
                                         : nev_tr (language, "%1$s unchanged on the period before %2$s"),
                              title, period);
    }

  if (unit == NEV_UNIT_PERCENTAGE_POINTS)
    {
      /* Translators: in these four: series, a number of percentage points, "in June 2023" */
      if (is_on_year)
        return g_strdup_printf (is_up ? nev_tr (language, "%1$s up %2$s points on the year %3$s")
                                      : nev_tr (language, "%1$s down %2$s points on the year %3$s"),
                                title, distance, period);

      return g_strdup_printf (is_up ? nev_tr (language, "%1$s up %2$s points on the period before %3$s")
                                    : nev_tr (language, "%1$s down %2$s points on the period before %3$s"),
                              title, distance, period);
    }

  /* Translators: in these four: series, a percentage, "in June 2023" */
  if (is_on_year)
    return g_strdup_printf (is_up ? nev_tr (language, "%1$s up %2$s on the year %3$s")
                                  : nev_tr (language, "%1$s down %2$s on the year %3$s"),
                            title, distance, period);

  return g_strdup_printf (is_up ? nev_tr (language, "%1$s up %2$s on the period before %3$s")
                                : nev_tr (language, "%1$s down %2$s on the period before %3$s"),
                          title, distance, period);
}

/* What a value is compared with goes without saying only where there is no room to say it. */

/* A percentage changes by points, and has reached rather than risen by: if nothing shown is higher. */
static char *
format_share (const NevReading *reading,
              const NevReading *change,
              gboolean          is_highest,
              gboolean          has_comparison,
              const char       *period,
              NevLanguage       language)
{
  const char      *title = nev_series_get_title (reading->series, language);
  g_autofree char *value = nev_words_value (reading, language);
  g_autofree char *points = format_distance (change, NEV_UNIT_PERCENTAGE_POINTS, language);

  switch (get_trend (change))
    {
    case TREND_RISING:
      /* Translators: in these six: series, a percentage, "in June 2023", a number of percentage points */
      if (!has_comparison)
        return g_strdup_printf (is_highest ? nev_tr (language, "%1$s reached %2$s %3$s, up %4$s points")
                                           : nev_tr (language, "%1$s was %2$s %3$s, up %4$s points"),
                                title, value, period, points);

      return g_strdup_printf (is_highest ? nev_tr (language, "%1$s reached %2$s %3$s, up %4$s points on the year")
                                         : nev_tr (language, "%1$s was %2$s %3$s, up %4$s points on the year"),
                              title, value, period, points);

    case TREND_FALLING:
      return g_strdup_printf (has_comparison ? nev_tr (language, "%1$s fell to %2$s %3$s, down %4$s points on the year")
                                             : nev_tr (language, "%1$s fell to %2$s %3$s, down %4$s points"),
                              title, value, period, points);

    case TREND_STEADY:
      /* Translators: series, a percentage, "in June 2023" */
      return g_strdup_printf (nev_tr (language, "%1$s unchanged on the year at %2$s %3$s"), title, value, period);

    case TREND_UNKNOWN:
    default:
      return g_strdup_printf (nev_tr (language, "%1$s: %2$s %3$s"), title, value, period);
    }
}

static char *
format_level (const NevReading *reading,
              const NevReading *change,
              gboolean          has_comparison,
              const char       *period,
              NevLanguage       language)
{
  const char      *title = nev_series_get_title (reading->series, language);
  g_autofree char *amount = format_amount (reading, language);
  g_autofree char *percent = format_distance (change, NEV_UNIT_PERCENT, language);

  switch (get_trend (change))
    {
    case TREND_RISING:
      /* Translators: in these four: series, a percentage, an amount, "in June 2023" */
      return g_strdup_printf (has_comparison ? nev_tr (language, "%1$s rose %2$s on the year to %3$s %4$s")
                                             : nev_tr (language, "%1$s rose %2$s to %3$s %4$s"),
                              title, percent, amount, period);

    case TREND_FALLING:
      return g_strdup_printf (has_comparison ? nev_tr (language, "%1$s fell %2$s on the year to %3$s %4$s")
                                             : nev_tr (language, "%1$s fell %2$s to %3$s %4$s"),
                              title, percent, amount, period);

    case TREND_STEADY:
      return g_strdup_printf (nev_tr (language, "%1$s unchanged on the year at %2$s %3$s"), title, amount, period);

    case TREND_UNKNOWN:
    default:
      return g_strdup_printf (nev_tr (language, "%1$s: %2$s %3$s"), title, amount, period);
    }
}

static char *
format_title (const NevReading *reading,
              gboolean          is_highest,
              NevPeriodFormat   format,
              gboolean          has_comparison,
              NevLanguage       language)
{
  g_autofree char *period = format_when (reading, format, language);
  g_auto(NevReading) change = { 0 };
  NevPeriod days = nev_words_days (reading);

  if (is_change (reading->measure))
    return format_change (reading, period, language);

  if (reading->measure == NEV_MEASURE_INDEX)
    return format_index (reading, period, language);

  /* A stock changes between the ends of two periods. */
  if (nev_series_get_kind (reading->series) == NEV_SERIES_STOCK)
    days = reading->period;

  nev_series_read (reading->series, NEV_MEASURE_CHANGE_ON_YEAR, days, NEV_PERIOD_NONE, &change);

  if (nev_measure_get_unit (NEV_MEASURE_CHANGE_ON_YEAR, reading->series) == NEV_UNIT_PERCENTAGE_POINTS)
    return format_share (reading, &change, is_highest, has_comparison, period, language);

  return format_level (reading, &change, has_comparison, period, language);
}

/* Of equals at the top none is named before the other. */
static gboolean
has_one_highest (const NevTable *table)
{
  const NevReading *first = nev_table_get_reading (table, 0, 0);
  const NevReading *second = nev_table_get_n_rows (table) > 1 ? nev_table_get_reading (table, 0, 1) : NULL;

  return second == NULL || second->status == NEV_STATUS_GAP || second->value < first->value;
}

/* "Highest: BYD, 4.272 million in 2025": what a ranking says first. */
static char *
format_ranking (const NevTable *table,
                NevLanguage     language)
{
  const NevReading *first = nev_table_get_reading (table, 0, 0);
  const char       *name = nev_series_get_label (first->series, language);
  g_autofree char  *amount = first->measure == NEV_MEASURE_LEVEL ? format_amount (first, language) : nev_words_value (first, language);
  g_autofree char  *period = NULL;

  if (nev_period_is_undated (first->period))
    /* Translators: the highest of several that are ranked, and its value */
    return g_strdup_printf (nev_tr (language, "Highest: %1$s, %2$s"), name, amount);

  period = format_when (first, NEV_PERIOD_FORMAT_PHRASE, language);

  /* Translators: the highest of several that are ranked, its value, "in June 2023" */
  return g_strdup_printf (nev_tr (language, "Highest: %1$s, %2$s %3$s"), name, amount, period);
}

static guint
count_words (const char *text)
{
  guint n = 1;

  for (const char *p = text; (p = strchr (p, ' ')) != NULL; p++)
    n++;

  return n;
}

/**
 * nev_headline_get_title:
 * @spec: what is shown
 * @table: its numbers
 * @language: the chart's language
 *
 * Says a chart's trend in at most 15 words: "NEV sales rose 44.1% on the year to 3.747 million in H1
 * 2023".
 *
 * Words of the maker's own stand in its place.
 *
 * Returns: (transfer full): the title; the chart's name where nothing is known
 */
char *
nev_headline_get_title (NevSpec        *spec,
                        const NevTable *table,
                        NevLanguage     language)
{
  static const struct
  {
    NevPeriodFormat format;
    gboolean        has_comparison;
  } forms[] = {
    { NEV_PERIOD_FORMAT_PHRASE, TRUE },
    { NEV_PERIOD_FORMAT_SHORT_PHRASE, TRUE },
    { NEV_PERIOD_FORMAT_PHRASE, FALSE },
    { NEV_PERIOD_FORMAT_SHORT_PHRASE, FALSE },
  };
  guint             column = get_main_column (spec, table);
  const NevReading *latest = find_latest (table, column);
  gboolean          highest;
  char             *title = NULL;

  if (nev_spec_get_title (spec) != NULL)
    return g_strdup (nev_spec_get_title (spec));

  if (latest == NULL)
    return g_strdup (nev_localized_get (&nev_spec_get_chart (spec)->title, language));

  if (nev_table_is_ranking (table))
    return has_one_highest (table) ? format_ranking (table, language)
                                   : g_strdup (nev_localized_get (&nev_spec_get_chart (spec)->title, language));

  highest = is_highest (table, column, latest);

  for (gsize i = 0; i < G_N_ELEMENTS (forms) && (title == NULL || count_words (title) > MAX_WORDS); i++)
    {
      g_free (title);
      title = format_title (latest, highest, forms[i].format, forms[i].has_comparison, language);
    }

  return title;
}

static double
get_largest (const NevTable *table,
             guint           panel,
             gboolean        is_stacked)
{
  double largest = 0;

  for (guint i = 0; i < nev_table_get_n_columns (table) && !is_stacked; i++)
    {
      NevSummary summary;

      if (nev_table_get_column (table, i)->panel == panel && nev_table_summarize (table, i, 0, nev_table_get_n_rows (table), &summary))
        largest = MAX (largest, MAX (fabs (nev_table_get_reading (table, i, summary.lowest)->value),
                                     fabs (nev_table_get_reading (table, i, summary.highest)->value)));
    }

  for (guint row = 0; row < nev_table_get_n_rows (table) && is_stacked; row++)
    {
      double sum = 0;

      for (guint i = 0; i < nev_table_get_n_columns (table); i++)
        {
          const NevReading *reading = nev_table_get_reading (table, i, row);

          if (nev_table_get_column (table, i)->panel != panel || reading->status == NEV_STATUS_GAP)
            continue;

          sum += fabs (reading->value);
          largest = MAX (largest, sum);
        }
    }

  return largest;
}

/**
 * nev_headline_get_magnitude:
 * @spec: what is shown
 * @table: its numbers
 * @panel: which panel, from 0
 * @language: the chart's language
 *
 * Chooses what the numbers of a panel are counted in, from the largest that it shows.
 *
 * Returns: the magnitude
 */
NevMagnitude
nev_headline_get_magnitude (NevSpec        *spec,
                            const NevTable *table,
                            guint           panel,
                            NevLanguage     language)
{
  NevPanel shown = nev_spec_get_panel (spec, panel);
  NevUnit  unit = nev_measure_get_unit (shown.measure, g_ptr_array_index (shown.series, 0));

  return nev_magnitude_choose (unit, get_largest (table, panel, shown.mark == NEV_MARK_STACKED), language);
}

/* "million vehicles", "万辆", "percent" */
static char *
format_unit (NevSpec        *spec,
             const NevTable *table,
             guint           panel,
             NevLanguage     language)
{
  NevPanel     shown = nev_spec_get_panel (spec, panel);
  NevSeries   *series = g_ptr_array_index (shown.series, 0);
  NevUnit      unit = nev_measure_get_unit (shown.measure, series);
  NevMagnitude magnitude = nev_headline_get_magnitude (spec, table, panel, language);
  const char  *word = unit == NEV_UNIT_OTHER ? nev_series_get_unit_text (series, language)
                                             : nev_format_unit (unit, language);

  if (*magnitude.word == '\0' || word == NULL || *word == '\0')
    return g_strdup (*magnitude.word != '\0' ? magnitude.word : word);

  /* Translators: a magnitude and a unit: "million vehicles" */
  return g_strdup_printf (nev_tr (language, "%1$s %2$s"), magnitude.word, word);
}

static const NevReading *
find_index_base (const NevTable *table)
{
  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    for (guint row = 0; row < nev_table_get_n_rows (table) && nev_table_get_column (table, i)->measure == NEV_MEASURE_INDEX; row++)
      {
        const NevReading *reading = nev_table_get_reading (table, i, row);

        if (!nev_period_is_none (reading->base))
          return reading;
      }

  return NULL;
}

/* What is measured, in the middle of a line: "change on the year", "index, January 2021 = 100". */
static char *
format_measure (NevMeasure      measure,
                const NevTable *table,
                NevLanguage     language)
{
  const NevReading *reading;
  g_autofree char  *base = NULL;

  switch (measure)
    {
    case NEV_MEASURE_YEAR_TO_DATE:
      return g_strdup (nev_tr (language, "year to date"));

    case NEV_MEASURE_TRAILING_YEAR:
      return g_strdup (nev_tr (language, "trailing twelve months"));

    case NEV_MEASURE_CHANGE_ON_YEAR:
      return g_strdup (nev_tr (language, "change on the year"));

    case NEV_MEASURE_CHANGE_ON_PERIOD:
      return g_strdup (nev_tr (language, "change on the period before"));

    case NEV_MEASURE_INDEX:
      reading = find_index_base (table);
      base = nev_format_period (reading != NULL ? reading->base : NEV_PERIOD_NONE, NEV_PERIOD_FORMAT_LONG, language);
      /* Translators: %s is the period that is 100 */
      return g_strdup_printf (nev_tr (language, "index, %s = 100"), base);

    case NEV_MEASURE_LEVEL:
    default:
      return NULL;
    }
}

/* What lies over each other: "NEV sales by year", "January–June 2025 against January–June 2023"; NULL on a time line. */
static char *
format_arrangement (NevSpec    *spec,
                    NevLanguage language)
{
  NevPanel         panel = nev_spec_get_panel (spec, 0);
  g_autofree char *range = NULL;
  g_autofree char *against = NULL;

  switch (nev_spec_get_arrangement (spec))
    {
    case NEV_ARRANGEMENT_SEASONAL:
      /* Translators: %s is a series whose years lie over each other in the chart */
      return g_strdup_printf (nev_tr (language, "%s by year"), nev_series_get_title (g_ptr_array_index (panel.series, 0), language));

    case NEV_ARRANGEMENT_AGAINST:
      range = nev_format_period (nev_spec_get_range (spec), NEV_PERIOD_FORMAT_LONG, language);
      if (nev_period_is_none (nev_spec_get_against_range (spec)))
        return NULL;

      against = nev_format_period (nev_spec_get_against_range (spec), NEV_PERIOD_FORMAT_LONG, language);
      /* Translators: two ranges that lie over each other in the chart: "January–June 2025 against January–June 2023" */
      return g_strdup_printf (nev_tr (language, "%1$s against %2$s"), range, against);

    case NEV_ARRANGEMENT_RANKING:
      if (nev_spec_is_undated (spec))
        return NULL;

      /* "Sales 2025" says it already. */
      range = nev_format_period (nev_spec_get_ranking_period (spec), NEV_PERIOD_FORMAT_LONG, language);
      return strstr (nev_localized_get (&nev_spec_get_chart (spec)->title, language), range) == NULL ? g_steal_pointer (&range) : NULL;

    case NEV_ARRANGEMENT_TIMELINE:
    default:
      return NULL;
    }
}

/* What the scope begins with: how often there is a number; of a ranking, which has only one each, what is ranked. */
static const char *
get_subject (NevSpec        *spec,
             const NevTable *table,
             NevLanguage     language)
{
  if (nev_table_is_ranking (table))
    return nev_localized_get (&nev_spec_get_chart (spec)->title, language);

  if (nev_table_merges_jan_feb (table))
    return nev_tr (language, "Monthly (January and February merged)");

  return nev_words_frequency (nev_spec_get_frequency (spec), language);
}

/**
 * nev_headline_get_scope:
 * @spec: what is shown
 * @table: its numbers
 * @language: the chart's language
 *
 * Says how often a chart measures, where, what and in which unit: "Monthly, China, million vehicles"; and what lies
 * over each other. Of two panels each says its own measure and unit. A ranking says what it ranks, and when: "Sales, 2025, vehicles".
 *
 * Returns: (transfer full): the words
 */
char *
nev_headline_get_scope (NevSpec        *spec,
                        const NevTable *table,
                        NevLanguage     language)
{
  const char      *place = nev_localized_get (&nev_spec_get_chart (spec)->place, language);
  g_autofree char *measure = format_measure (nev_spec_get_measure (spec), table, language);
  g_autofree char *unit = format_unit (spec, table, 0, language);
  g_autofree char *arrangement = format_arrangement (spec, language);
  const char      *parts[4];
  guint            n = 0;
  char            *subtitle = g_strdup (get_subject (spec, table, language));

  if (arrangement != NULL)
    parts[n++] = arrangement;

  if (place != NULL && *place != '\0')
    parts[n++] = place;

  if (nev_spec_get_n_panels (spec) == 1)
    {
      if (measure != NULL)
        parts[n++] = measure;

      if (*unit != '\0' && nev_spec_get_measure (spec) != NEV_MEASURE_INDEX)
        parts[n++] = unit;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *begin = g_steal_pointer (&subtitle);

      subtitle = g_strdup_printf (nev_tr (language, "%1$s, %2$s"), begin, parts[i]);
    }

  return subtitle;
}

/**
 * nev_headline_get_subtitle:
 * @spec: what is shown
 * @table: its numbers
 * @language: the chart's language
 *
 * Returns: (transfer full): the subtitle: the maker's own, or the scope
 */
char *
nev_headline_get_subtitle (NevSpec        *spec,
                           const NevTable *table,
                           NevLanguage     language)
{
  if (nev_spec_get_subtitle (spec) != NULL)
    return g_strdup (nev_spec_get_subtitle (spec));

  return nev_headline_get_scope (spec, table, language);
}

static char *
capitalize (const char *text)
{
  g_autoptr(GString) capitalized = g_string_new (NULL);

  if (*text == '\0')
    return g_strdup (text);

  g_string_append_unichar (capitalized, g_unichar_totitle (g_utf8_get_char (text)));
  g_string_append (capitalized, g_utf8_next_char (text));

  return g_string_free (g_steal_pointer (&capitalized), FALSE);
}

/**
 * nev_headline_get_panel_title:
 * @spec: what is shown
 * @table: its numbers
 * @column: a column of the table that stands in the panel
 * @language: the chart's language
 *
 * Says what one of two panels shows, in which unit: "NEV exports, thousand vehicles", "NEV exports: change on
 * the year, percent". The names of several series stand in the legend.
 *
 * Returns: (transfer full): the title
 */
char *
nev_headline_get_panel_title (NevSpec        *spec,
                              const NevTable *table,
                              guint           column,
                              NevLanguage     language)
{
  guint            index = nev_table_get_column (table, column)->panel;
  NevPanel         panel = nev_spec_get_panel (spec, index);
  const char      *series = nev_series_get_title (g_ptr_array_index (panel.series, 0), language);
  g_autofree char *unit = format_unit (spec, table, index, language);
  g_autofree char *measure = format_measure (panel.measure, table, language);
  g_autofree char *subject = NULL;
  g_autofree char *title = NULL;

  if (measure == NULL && panel.series->len > 1)
    return capitalize (unit);

  if (measure == NULL)
    subject = g_strdup (series);
  else if (panel.series->len > 1)
    subject = g_steal_pointer (&measure);
  else
    subject = g_strdup_printf (nev_tr (language, "%1$s: %2$s"), series, measure);

  if (panel.measure == NEV_MEASURE_INDEX)
    return capitalize (subject);

  /* Translators: what is shown, and its unit: "Change on the year, percent" */
  title = g_strdup_printf (nev_tr (language, "%1$s, %2$s"), subject, unit);

  return capitalize (title);
}
