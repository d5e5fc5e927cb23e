/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-measure.h"

#include "nev-error.h"
#include "nev-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PERCENT 100.0

static const char *const measure_names[NEV_N_MEASURES] = {
  [NEV_MEASURE_LEVEL] = "level",
  [NEV_MEASURE_YEAR_TO_DATE] = "year-to-date",
  [NEV_MEASURE_TRAILING_YEAR] = "trailing-year",
  [NEV_MEASURE_CHANGE_ON_YEAR] = "change-on-year",
  [NEV_MEASURE_CHANGE_ON_PERIOD] = "change-on-period",
  [NEV_MEASURE_INDEX] = "index",
};

/**
 * nev_reading_init_gap:
 * @reading: (out): a reading
 * @series: of what
 * @measure: what would have been read of it
 * @period: when
 * @reason: why there is no value
 *
 * Makes a reading without a value.
 */
void
nev_reading_init_gap (NevReading  *reading,
                      NevSeries   *series,
                      NevMeasure   measure,
                      NevPeriod    period,
                      NevGapReason reason)
{
  *reading = (NevReading){
    .series = series,
    .measure = measure,
    .period = period,
    .status = NEV_STATUS_GAP,
    .gap = reason,
    .value = NAN,
    .basis = -1,
  };
}

static void
make_gap (NevReading  *reading,
          NevGapReason reason)
{
  g_free (reading->terms);
  nev_reading_init_gap (reading, reading->series, reading->measure, reading->period, reason);
}

static void
append_term (NevReading    *reading,
             NevReadingTerm term)
{
  reading->terms = g_renew (NevReadingTerm, reading->terms, reading->n_terms + 1);
  reading->terms[reading->n_terms++] = term;
}

/* What the ledger has for @days, as a reading for @period. */
static void
read_ledger (NevSeries  *series,
             NevMeasure  measure,
             NevPeriod   period,
             NevPeriod   days,
             NevReading *reading)
{
  NevLedger *ledger = nev_series_get_ledger (series);
  g_auto (NevSum) sum = NEV_SUM_INIT;

  nev_reading_init_gap (reading, series, measure, period, NEV_GAP_NO_FACTS);

  if (!nev_ledger_sum (ledger, days, &sum))
    return;

  reading->gap = NEV_GAP_NONE;
  reading->status = sum.n_terms == 1 && sum.terms[0].sign > 0 ? NEV_STATUS_PUBLISHED : NEV_STATUS_DERIVED;
  reading->value = sum.value;
  reading->rounding = sum.rounding;
  reading->basis = sum.basis;
  reading->is_mixed = nev_ledger_is_mixed (ledger, sum.basis);

  for (guint i = 0; i < sum.n_terms; i++)
    append_term (reading, (NevReadingTerm){ series, sum.terms[i].fact, sum.terms[i].sign, 0, FALSE });

  /* A difference of coarsely rounded totals of which not even the sign is known says nothing. */
  if (reading->status == NEV_STATUS_DERIVED && fabs (reading->value) <= reading->rounding / 2)
    make_gap (reading, NEV_GAP_TOO_COARSE);
}

/* Moves the terms of @other over to @reading, as its part @part. */
static void
take_terms (NevReading *reading,
            NevReading *other,
            int         part)
{
  for (guint i = 0; i < other->n_terms; i++)
    {
      NevReadingTerm term = other->terms[i];

      term.part = part;
      append_term (reading, term);
    }

  nev_reading_clear (other);
}

/* Calculates @reading = scale * (a / b) - offset, or scale * (a - b) where @is_difference, from two other
 * readings, which are used up. The interval within which rounding leaves a and b gives that of the result.
 */
static void
combine (NevReading *reading,
         NevReading *a,
         NevReading *b,
         double      offset,
         gboolean    is_difference)
{
  double half_a = a->rounding / 2, half_b = b->rounding / 2;

  if (a->status == NEV_STATUS_GAP || b->status == NEV_STATUS_GAP)
    {
      make_gap (reading, a->status == NEV_STATUS_GAP ? a->gap : b->gap);
      nev_reading_clear (a);
      nev_reading_clear (b);
      return;
    }

  if (!is_difference && b->value - half_b <= 0)
    {
      make_gap (reading, NEV_GAP_TOO_COARSE);
      nev_reading_clear (a);
      nev_reading_clear (b);
      return;
    }

  if (is_difference)
    {
      reading->value = nev_number_simplify (a->value - b->value, fabs (a->value) + fabs (b->value));
      reading->rounding = nev_number_simplify (a->rounding + b->rounding, a->rounding + b->rounding);
    }
  else
    {
      double low = (a->value - half_a) / (a->value - half_a < 0 ? b->value - half_b : b->value + half_b);
      double high = (a->value + half_a) / (a->value + half_a < 0 ? b->value + half_b : b->value - half_b);

      reading->value = a->value / b->value * PERCENT - offset;
      reading->rounding = (high - low) * PERCENT;
    }

  reading->status = NEV_STATUS_DERIVED;
  reading->gap = NEV_GAP_NONE;
  reading->basis = a->basis;
  take_terms (reading, a, 0);
  take_terms (reading, b, 1);
}

/* A ratio's value over @days from its numerator and denominator. */
static void
read_quotient (NevSeries  *series,
               NevMeasure  measure,
               NevPeriod   period,
               NevPeriod   days,
               NevReading *reading)
{
  NevSeries *numerator = nev_series_get_numerator (series);
  NevSeries *denominator = nev_series_get_denominator (series);
  NevReading a, b;

  nev_reading_init_gap (reading, series, measure, period, NEV_GAP_NO_FACTS);

  if (numerator == NULL || denominator == NULL)
    return;

  read_ledger (numerator, NEV_MEASURE_LEVEL, days, days, &a);
  read_ledger (denominator, NEV_MEASURE_LEVEL, days, days, &b);
  combine (reading, &a, &b, 0, FALSE);
}

/* The level over @days: a flow's sum, a stock at their end, a ratio as it is stated or else calculated. */
static void
read_days (NevSeries  *series,
           NevMeasure  measure,
           NevPeriod   period,
           NevPeriod   days,
           NevReading *reading)
{
  if (nev_series_get_kind (series) == NEV_SERIES_STOCK)
    days.start = NEV_DAY_ORIGIN;

  read_ledger (series, measure, period, days, reading);

  if (reading->status == NEV_STATUS_GAP && nev_series_get_kind (series) == NEV_SERIES_RATIO)
    {
      nev_reading_clear (reading);
      read_quotient (series, measure, period, days, reading);
    }
}

/* Compares the level with that of an earlier period. No comparison crosses a break of method. */
static void
read_comparison (NevSeries  *series,
                 NevMeasure  measure,
                 NevPeriod   period,
                 NevPeriod   earlier,
                 double      offset,
                 NevReading *reading)
{
  NevReading now, then;

  nev_reading_init_gap (reading, series, measure, period, NEV_GAP_NO_FACTS);
  read_days (series, NEV_MEASURE_LEVEL, period, period, &now);
  read_days (series, NEV_MEASURE_LEVEL, earlier, earlier, &then);

  if (now.status != NEV_STATUS_GAP && then.status != NEV_STATUS_GAP &&
      (now.basis != then.basis || now.is_mixed || then.is_mixed))
    {
      make_gap (reading, NEV_GAP_METHOD);
      nev_reading_clear (&now);
      nev_reading_clear (&then);
      return;
    }

  combine (reading, &now, &then, offset, offset != 0 && nev_series_get_unit (series) == NEV_UNIT_PERCENT);
}

/* The change that the publisher states for exactly this period, if there is one. */
static gboolean
read_stated_change (NevSeries  *series,
                    NevPeriod   period,
                    NevReading *reading)
{
  NevLedger     *ledger = nev_series_get_ledger (series);
  NevPeriod      days = period;
  const NevFact *fact;
  int            found;

  if (nev_series_get_kind (series) == NEV_SERIES_STOCK)
    days.start = NEV_DAY_ORIGIN;

  found = nev_ledger_find_change (ledger, days);

  if (found < 0)
    return FALSE;

  fact = nev_ledger_get_fact (ledger, (gsize) found);
  nev_reading_init_gap (reading, series, NEV_MEASURE_CHANGE_ON_YEAR, period, NEV_GAP_METHOD);

  /* It compares what was counted in two ways. */
  if (nev_ledger_is_mixed (ledger, fact->basis))
    return TRUE;

  reading->status = NEV_STATUS_PUBLISHED;
  reading->gap = NEV_GAP_NONE;
  reading->value = fact->change;
  reading->rounding = fact->change_rounding;
  reading->basis = fact->basis;
  append_term (reading, (NevReadingTerm){ series, (guint) found, 1, 0, TRUE });

  return TRUE;
}

/* The period before that is as long. */
static NevPeriod
get_period_before (NevPeriod period)
{
  int year, month, day, end_year, end_month, end_day;

  nev_day_to_date (period.start, &year, &month, &day);
  nev_day_to_date (period.end, &end_year, &end_month, &end_day);

  if (day == 1 && end_day == 1)
    return nev_period_shift_months (period, -((end_year - year) * 12 + end_month - month));

  return (NevPeriod){ period.start - (period.end - period.start), period.start };
}

static int
count_months (NevPeriod period)
{
  int year, month, end_year, end_month;

  nev_day_to_date (period.start, &year, &month, NULL);
  nev_day_to_date (period.end, &end_year, &end_month, NULL);

  return (end_year - year) * 12 + end_month - month;
}

/* Two months against one would be a change of their lengths. What a stock changes by has the length of @period alone, and
 * that of the period that ended then is no matter: two months of it are drawn beside changes of one. A quotient has no
 * length.
 */
static gboolean
is_comparable (NevSeries *series,
               NevPeriod  period,
               NevPeriod  before)
{
  switch (nev_series_get_kind (series))
    {
    case NEV_SERIES_RATIO:
      return TRUE;

    case NEV_SERIES_STOCK:
      return count_months (period) <= count_months (before);

    case NEV_SERIES_FLOW:
    default:
      return count_months (period) == count_months (before);
    }
}

static void
read_change_on_period (NevSeries  *series,
                       NevPeriod   period,
                       NevPeriod   before,
                       NevReading *reading)
{
  NevMeasure measure = NEV_MEASURE_CHANGE_ON_PERIOD;

  if (nev_period_is_none (before))
    read_comparison (series, measure, period, get_period_before (period), PERCENT, reading);
  else if (is_comparable (series, period, before))
    read_comparison (series, measure, period, before, PERCENT, reading);
  else
    nev_reading_init_gap (reading, series, measure, period, NEV_GAP_UNEQUAL);

  reading->base = before;
}

static void
read_index (NevSeries  *series,
            NevPeriod   period,
            NevPeriod   base,
            NevReading *reading)
{
  if (nev_period_is_none (base))
    return;

  /* Two months of a flow are about twice one, which is no growth. */
  if (nev_series_get_kind (series) == NEV_SERIES_FLOW && count_months (period) != count_months (base))
    nev_reading_init_gap (reading, series, NEV_MEASURE_INDEX, period, NEV_GAP_UNEQUAL);
  else
    read_comparison (series, NEV_MEASURE_INDEX, period, base, 0, reading);

  if (reading->status == NEV_STATUS_GAP)
    {
      g_auto (NevReading) at_base = { 0 };

      read_days (series, NEV_MEASURE_LEVEL, base, base, &at_base);
      if (at_base.status == NEV_STATUS_GAP)
        reading->gap = NEV_GAP_NO_BASE;
    }

  reading->base = base;
}

/**
 * nev_series_read_quotient:
 * @series: a ratio
 * @period: any period
 * @reading: (out caller-allocates): the result; nev_reading_clear() it
 *
 * Calculates a ratio from its numerator and denominator, whatever the publisher states for it.
 */
void
nev_series_read_quotient (NevSeries  *series,
                          NevPeriod   period,
                          NevReading *reading)
{
  read_quotient (series, NEV_MEASURE_LEVEL, period, period, reading);
}

/**
 * nev_series_read_growth:
 * @series: a series
 * @period: any period
 * @reading: (out caller-allocates): the result; nev_reading_clear() it
 *
 * Calculates the change on the same period a year earlier from the two levels, whatever the
 * publisher states for it: value / value a year earlier * 100 - 100, in percent; of a
 * percentage the difference, in percentage points.
 */
void
nev_series_read_growth (NevSeries  *series,
                        NevPeriod   period,
                        NevReading *reading)
{
  read_comparison (series, NEV_MEASURE_CHANGE_ON_YEAR, period, nev_period_shift_months (period, -12), PERCENT, reading);
}

/**
 * nev_series_read:
 * @series: a series
 * @measure: what to read
 * @period: the period that it is read for
 * @base: what is compared with: of %NEV_MEASURE_INDEX, the period whose level is 100; of
 *   %NEV_MEASURE_CHANGE_ON_PERIOD the period before, or %NEV_PERIOD_NONE for the one that is as long; otherwise ignored
 * @reading: (out caller-allocates): the result; nev_reading_clear() it
 *
 * Reads one number of a series, with how it was obtained. What is published for exactly this is taken as it
 * stands; otherwise it is derived from published facts; otherwise it is a gap.
 */
void
nev_series_read (NevSeries  *series,
                 NevMeasure  measure,
                 NevPeriod   period,
                 NevPeriod   base,
                 NevReading *reading)
{
  gboolean is_stock = nev_series_get_kind (series) == NEV_SERIES_STOCK;

  nev_reading_init_gap (reading, series, measure, period, NEV_GAP_NOT_DEFINED);

  switch (measure)
    {
    case NEV_MEASURE_LEVEL:
      read_days (series, measure, period, period, reading);
      break;

    case NEV_MEASURE_YEAR_TO_DATE:
      if (!is_stock)
        read_days (series, measure, period, nev_period_year_to_date (period), reading);
      break;

    case NEV_MEASURE_TRAILING_YEAR:
      if (!is_stock)
        read_days (series, measure, period, nev_period_trailing_year (period), reading);
      break;

    case NEV_MEASURE_CHANGE_ON_YEAR:
      if (nev_series_get_kind (series) == NEV_SERIES_RATIO || !read_stated_change (series, period, reading))
        nev_series_read_growth (series, period, reading);
      break;

    case NEV_MEASURE_CHANGE_ON_PERIOD:
      read_change_on_period (series, period, base, reading);
      break;

    case NEV_MEASURE_INDEX:
      read_index (series, period, base, reading);
      break;

    default:
      g_assert_not_reached ();
    }
}

/**
 * nev_reading_clear:
 * @self: a reading
 *
 * Frees what a reading holds. It may be used again.
 */
void
nev_reading_clear (NevReading *self)
{
  g_clear_pointer (&self->terms, g_free);
  self->n_terms = 0;
}

/**
 * nev_measure_get_unit:
 * @self: a measure
 * @series: the series that it is of
 *
 * Returns: the unit of its readings
 */
NevUnit
nev_measure_get_unit (NevMeasure self,
                      NevSeries *series)
{
  NevUnit unit = nev_series_get_unit (series);

  switch (self)
    {
    case NEV_MEASURE_CHANGE_ON_YEAR:
    case NEV_MEASURE_CHANGE_ON_PERIOD:
      return unit == NEV_UNIT_PERCENT ? NEV_UNIT_PERCENTAGE_POINTS : NEV_UNIT_PERCENT;
    case NEV_MEASURE_INDEX:
      return NEV_UNIT_INDEX;
    case NEV_MEASURE_LEVEL:
    case NEV_MEASURE_YEAR_TO_DATE:
    case NEV_MEASURE_TRAILING_YEAR:
    default:
      return unit;
    }
}

/**
 * nev_measure_to_string:
 * @self: a measure
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
nev_measure_to_string (NevMeasure self)
{
  return measure_names[self];
}

/**
 * nev_measure_parse:
 * @text: a name that nev_measure_to_string() gives
 * @measure: (out): the measure
 * @error: return location for an error
 *
 * Reads the name of a measure.
 *
 * Returns: %FALSE with %NEV_DATA_ERROR_SYNTAX when @text names none
 */
gboolean
nev_measure_parse (const char *text,
                   NevMeasure *measure,
                   GError    **error)
{
  for (int i = 0; i < NEV_N_MEASURES; i++)
    if (strcmp (text, measure_names[i]) == 0)
      {
        *measure = i;
        return TRUE;
      }

  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX,
               _("expected level, year-to-date, trailing-year, change-on-year, change-on-period or index, found “%s”"), text);

  return FALSE;
}

/**
 * nev_status_to_string:
 * @self: a status
 *
 * Returns: (transfer none): published, derived or gap
 */
const char *
nev_status_to_string (NevStatus self)
{
  switch (self)
    {
    case NEV_STATUS_PUBLISHED:
      return "published";
    case NEV_STATUS_DERIVED:
      return "derived";
    case NEV_STATUS_GAP:
    default:
      return "gap";
    }
}
