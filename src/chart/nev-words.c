/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-words.h"

#include <math.h>

#include "nev-catalog.h"

/* Percentages and quotients that were calculated are written to the digit to which they are published. */
#define FINEST_QUOTIENT 0.1

/**
 * nev_words_measure:
 * @measure: a measure
 * @language: the chart's language
 *
 * Gets the name of a measure: "Level", "Change on the year".
 *
 * Returns: the name
 */
const char *
nev_words_measure (NevMeasure  measure,
                   NevLanguage language)
{
  switch (measure)
    {
    case NEV_MEASURE_YEAR_TO_DATE:
      return nev_tr (language, "Year to date");

    case NEV_MEASURE_TRAILING_YEAR:
      return nev_tr (language, "Trailing twelve months");

    case NEV_MEASURE_CHANGE_ON_YEAR:
      return nev_tr (language, "Change on the year");

    case NEV_MEASURE_CHANGE_ON_PERIOD:
      return nev_tr (language, "Change on the period before");

    case NEV_MEASURE_INDEX:
      return nev_tr (language, "Index");

    case NEV_MEASURE_LEVEL:
    default:
      return nev_tr (language, "Level");
    }
}

/**
 * nev_words_frequency:
 * @frequency: a frequency
 * @language: the chart's language
 *
 * Gets the name of a frequency: "Monthly".
 *
 * Returns: the name
 */
const char *
nev_words_frequency (NevFrequency frequency,
                     NevLanguage  language)
{
  switch (frequency)
    {
    case NEV_FREQUENCY_QUARTER:
      return nev_tr (language, "Quarterly");

    case NEV_FREQUENCY_HALF_YEAR:
      return nev_tr (language, "Half-yearly");

    case NEV_FREQUENCY_YEAR:
      return nev_tr (language, "Yearly");

    case NEV_FREQUENCY_DAY:
      return nev_tr (language, "Daily");

    case NEV_FREQUENCY_MONTH:
    default:
      return nev_tr (language, "Monthly");
    }
}

/**
 * nev_words_mark:
 * @mark: a kind of mark
 * @language: the chart's language
 *
 * Gets the name of a kind of mark: "Bars".
 *
 * Returns: the name
 */
const char *
nev_words_mark (NevMark     mark,
                NevLanguage language)
{
  switch (mark)
    {
    case NEV_MARK_STACKED:
      return nev_tr (language, "Stacked bars");

    case NEV_MARK_LINE:
      return nev_tr (language, "Line");

    case NEV_MARK_BARS:
    default:
      return nev_tr (language, "Bars");
    }
}

/**
 * nev_words_status:
 * @status: a status
 * @language: the chart's language
 *
 * Gets the word for how a value was obtained: "published", "derived", "no value".
 *
 * Returns: the word
 */
const char *
nev_words_status (NevStatus   status,
                  NevLanguage language)
{
  switch (status)
    {
    case NEV_STATUS_PUBLISHED:
      return nev_tr (language, "published");

    case NEV_STATUS_DERIVED:
      return nev_tr (language, "derived");

    case NEV_STATUS_GAP:
    default:
      return nev_tr (language, "no value");
    }
}

/**
 * nev_words_subject:
 * @reading: a reading
 * @language: the chart's language
 *
 * Says what was read: "NEV sales", "NEV sales, change on the year".
 *
 * Returns: (transfer full): the words
 */
char *
nev_words_subject (const NevReading *reading,
                   NevLanguage       language)
{
  const char      *title = nev_series_get_title (reading->series, language);
  g_autofree char *base = NULL;

  switch (reading->measure)
    {
    case NEV_MEASURE_YEAR_TO_DATE:
      return g_strdup_printf (nev_tr (language, "%s, year to date"), title);

    case NEV_MEASURE_TRAILING_YEAR:
      return g_strdup_printf (nev_tr (language, "%s, trailing twelve months"), title);

    case NEV_MEASURE_CHANGE_ON_YEAR:
      return g_strdup_printf (nev_tr (language, "%s, change on the year"), title);

    case NEV_MEASURE_CHANGE_ON_PERIOD:
      return g_strdup_printf (nev_tr (language, "%s, change on the period before"), title);

    case NEV_MEASURE_INDEX:
      base = nev_format_period (reading->base, NEV_PERIOD_FORMAT_LONG, language);
      /* Translators: a series and the period that is 100: "NEV sales, index (January 2021 = 100)" */
      return g_strdup_printf (nev_tr (language, "%1$s, index (%2$s = 100)"), title, base);

    case NEV_MEASURE_LEVEL:
    default:
      return g_strdup (title);
    }
}

/**
 * nev_words_days:
 * @reading: a reading
 *
 * Finds the days that a reading speaks of: of a running total those from the beginning of the year,
 * of a stock everything up to the period's end, otherwise the period's own.
 *
 * Returns: the days
 */
NevPeriod
nev_words_days (const NevReading *reading)
{
  NevPeriod days = reading->period;

  if (reading->measure == NEV_MEASURE_YEAR_TO_DATE)
    days = nev_period_year_to_date (days);

  if (reading->measure == NEV_MEASURE_TRAILING_YEAR)
    days = nev_period_trailing_year (days);

  if (nev_series_get_kind (reading->series) == NEV_SERIES_STOCK)
    days.start = NEV_DAY_ORIGIN;

  return days;
}

static gboolean
is_change (const NevReading *reading)
{
  return reading->measure == NEV_MEASURE_CHANGE_ON_YEAR ||
         reading->measure == NEV_MEASURE_CHANGE_ON_PERIOD;
}

static gboolean
is_quotient (const NevReading *reading)
{
  return is_change (reading) ||
         reading->measure == NEV_MEASURE_INDEX ||
         nev_series_get_kind (reading->series) == NEV_SERIES_RATIO;
}

/**
 * nev_words_precision:
 * @reading: a reading
 *
 * Tells how finely a reading is written. A published number has the digits that were printed; a derived one
 * as many as its error, which is half of the width that rounding leaves, lets stand.
 *
 * Returns: the precision, in the reading's unit
 */
double
nev_words_precision (const NevReading *reading)
{
  if (reading->status != NEV_STATUS_DERIVED)
    return reading->rounding;

  return is_quotient (reading) ? MAX (reading->rounding / 2, FINEST_QUOTIENT) : reading->rounding / 2;
}

/**
 * nev_words_value:
 * @reading: a reading
 * @language: the chart's language
 *
 * Writes a reading's value in full, with its unit: "3,788,000 vehicles", "+42.4%", "28.3%".
 *
 * Returns: (transfer full): the words; a dash for a gap
 */
char *
nev_words_value (const NevReading *reading,
                 NevLanguage       language)
{
  NevUnit unit = nev_measure_get_unit (reading->measure, reading->series);

  if (is_change (reading))
    return nev_format_change (reading->value, nev_words_precision (reading), unit, language);

  return nev_format_value (reading->value, nev_words_precision (reading), unit,
                           nev_series_get_unit_text (reading->series, language), language);
}

/**
 * nev_words_value_short:
 * @reading: a reading
 * @magnitude: what the numbers of the chart's panel are counted in
 * @n_decimals: how many digits after the point
 * @language: the chart's language
 *
 * Writes a reading's value for a label: "3.788", "+42.4%"; a change has its sign.
 *
 * Returns: (transfer full): the words; a dash for a gap
 */
char *
nev_words_value_short (const NevReading *reading,
                       NevMagnitude      magnitude,
                       int               n_decimals,
                       NevLanguage       language)
{
  NevUnit unit = nev_measure_get_unit (reading->measure, reading->series);

  if (is_change (reading))
    return nev_format_change_short (reading->value, unit, n_decimals, language);

  return nev_format_value_short (reading->value, unit, magnitude, n_decimals, language);
}

/**
 * nev_words_number:
 * @reading: a reading
 * @magnitude: what the numbers of the column are counted in
 * @language: the language of the dataset's words
 *
 * Writes a number for a column whose head names magnitude and unit.
 *
 * Returns: (transfer full): the number with the digits that are known; a dash for a gap
 */
char *
nev_words_number (const NevReading *reading,
                  NevMagnitude      magnitude,
                  NevLanguage       language)
{
  NevUnit    unit = nev_measure_get_unit (reading->measure, reading->series);
  double     precision = nev_words_precision (reading);
  NevReading known = *reading;
  int        n_decimals;

  known.value = nev_rounding_drop_digits (reading->value, precision);

  /* Of a count whose rounding isn't known no digit is dropped. */
  if (magnitude.divisor > 1)
    precision = MAX (precision, 1) / magnitude.divisor;

  n_decimals = nev_rounding_get_decimals (precision);

  /* A percentage is hardly a number without its sign. */
  if (unit == NEV_UNIT_PERCENT || unit == NEV_UNIT_PERCENTAGE_POINTS)
    return nev_words_value_short (&known, magnitude, n_decimals, language);

  return nev_format_number (known.value / magnitude.divisor, n_decimals, language);
}

/**
 * nev_words_error:
 * @reading: a reading
 * @language: the chart's language
 *
 * Writes within what bounds a derived value is known: "±1,000", "±0.1".
 *
 * Returns: (transfer full) (nullable): the words; %NULL for what wasn't derived
 */
char *
nev_words_error (const NevReading *reading,
                 NevLanguage       language)
{
  NevMagnitude     magnitude = { 1, "" };
  g_autofree char *number = NULL;
  int              n_decimals;
  double           last_place;

  if (reading->status != NEV_STATUS_DERIVED)
    return NULL;

  /* Counted like the value itself: 90.4万 is good to 0.1万. */
  if (language == NEV_LANGUAGE_CHINESE)
    magnitude = nev_magnitude_choose (nev_measure_get_unit (reading->measure, reading->series), reading->value, language);

  n_decimals = nev_rounding_get_decimals (nev_words_precision (reading) / magnitude.divisor);
  last_place = magnitude.divisor * pow (10, -n_decimals);

  /* An error is rounded up, never away. Its own binary fraction is no reason to. */
  number = nev_format_number (ceil (reading->rounding / 2 / last_place - 1e-6) * last_place / magnitude.divisor,
                              n_decimals, language);

  return g_strconcat ("±", number, magnitude.word, NULL);
}

/**
 * nev_words_publisher:
 * @dataset: the dataset
 * @source: one of its sources
 * @language: the chart's language
 *
 * Names who published a source: by a short name in English, where it stands for itself; by its title in other
 * languages.
 *
 * Returns: (nullable): the name; %NULL where none is known
 */
const char *
nev_words_publisher (NevDataset *dataset,
                     NevSource  *source,
                     NevLanguage language)
{
  const char *name = nev_source_get_publisher (source);

  if (name == NULL || *name == '\0')
    return NULL;

  return language == NEV_LANGUAGE_ENGLISH ? name : nev_dataset_get_publisher (dataset, name, language);
}

static char *
format_published_reading (NevDataset       *dataset,
                          const NevReading *reading,
                          const char       *subject,
                          const char       *period,
                          const char       *value,
                          NevLanguage       language)
{
  const NevReadingTerm *term = &reading->terms[0];
  const NevFact        *fact = nev_ledger_get_fact (nev_series_get_ledger (term->series), term->fact);
  const char           *publisher = nev_words_publisher (dataset, nev_dataset_get_source (dataset, fact->source), language);

  if (publisher == NULL)
    {
      /* Translators: what, when, how much */
      return g_strdup_printf (nev_tr (language, "%1$s, %2$s: %3$s (published)"), subject, period, value);
    }

  /* Translators: what, when, how much, by whom: "NEV sales, June 2023: 806,000 vehicles (published by CAAM)" */
  return g_strdup_printf (nev_tr (language, "%1$s, %2$s: %3$s (published by %4$s)"), subject, period, value, publisher);
}

/**
 * nev_words_reading:
 * @dataset: the dataset
 * @reading: one of its readings
 * @language: the chart's language
 *
 * Says a reading in one line: "NEV sales, September 2023: 904,000 vehicles (derived, ±1,000)".
 *
 * Returns: (transfer full): the words
 */
char *
nev_words_reading (NevDataset       *dataset,
                   const NevReading *reading,
                   NevLanguage       language)
{
  g_autofree char *subject = nev_words_subject (reading, language);
  g_autofree char *period = nev_format_period (nev_words_days (reading), NEV_PERIOD_FORMAT_LONG, language);
  g_autofree char *value = nev_words_value (reading, language);
  g_autofree char *error = nev_words_error (reading, language);

  switch (reading->status)
    {
    case NEV_STATUS_PUBLISHED:
      return format_published_reading (dataset, reading, subject, period, value, language);

    case NEV_STATUS_DERIVED:
      /* Translators: what, when, how much, how exactly: "NEV sales, September 2023: 904,000 vehicles (derived, ±1,000)" */
      return g_strdup_printf (nev_tr (language, "%1$s, %2$s: %3$s (derived, %4$s)"), subject, period, value, error);

    case NEV_STATUS_GAP:
    default:
      /* Translators: what, when */
      return g_strdup_printf (nev_tr (language, "%1$s, %2$s: no value"), subject, period);
    }
}

/**
 * nev_words_gap:
 * @reason: why a reading has no value
 * @language: the chart's language
 *
 * Says why there is no value.
 *
 * Returns: (nullable): a sentence; %NULL for %NEV_GAP_NONE
 */
const char *
nev_words_gap (NevGapReason reason,
               NevLanguage  language)
{
  switch (reason)
    {
    case NEV_GAP_NO_FACTS:
      return nev_tr (language, "Nothing that was published leads to a value.");

    case NEV_GAP_METHOD:
      return nev_tr (language, "The method of counting changed between the two periods.");

    case NEV_GAP_TOO_COARSE:
      return nev_tr (language, "The published figures are rounded too coarsely.");

    case NEV_GAP_NOT_DEFINED:
      return nev_tr (language, "This measure is not defined for this series.");

    case NEV_GAP_UNEQUAL:
      return nev_tr (language, "The period to compare with is not as long as this one.");

    case NEV_GAP_NO_BASE:
      return nev_tr (language, "Nothing is known of the period that is to be 100.");

    case NEV_GAP_NOT_SHOWN:
      return nev_tr (language, "This period lies outside the range that is shown.");

    case NEV_GAP_NONE:
    default:
      return NULL;
    }
}

/**
 * nev_words_source:
 * @dataset: a dataset
 * @source: index of one of its sources
 * @language: the chart's language
 *
 * Names a source: "CAAM: NEV sales in June, 2023-07-11".
 *
 * Returns: (transfer full): the words
 */
char *
nev_words_source (NevDataset *dataset,
                  guint       source,
                  NevLanguage language)
{
  NevSource  *page = nev_dataset_get_source (dataset, source);
  const char *publisher = nev_words_publisher (dataset, page, language);
  const char *title = nev_source_get_title (page);
  const char *date = nev_source_get_date (page);
  gboolean    has_date = date != NULL && *date != '\0';

  if (publisher != NULL && has_date)
    {
      /* Translators: publisher, title, date */
      return g_strdup_printf (nev_tr (language, "%1$s: %2$s, %3$s"), publisher, title, date);
    }

  if (publisher != NULL)
    {
      /* Translators: publisher, title */
      return g_strdup_printf (nev_tr (language, "%1$s: %2$s"), publisher, title);
    }

  if (has_date)
    {
      /* Translators: title, date */
      return g_strdup_printf (nev_tr (language, "%1$s, %2$s"), title, date);
    }

  return g_strdup (title);
}
