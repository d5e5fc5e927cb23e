/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-measure.h"
#include "nev-table.h"

#include <math.h>

/* Two bases, and one that spans the break between them. */
enum
{
  POINTS,
  GUNS,
  MIXED,
};

static NevPeriod
parse (const char *text)
{
  NevPeriod period = NEV_PERIOD_NONE;

  g_assert_true (nev_period_parse (text, &period, NULL));

  return period;
}

static NevFact
make_fact (const char *period,
           double      value,
           double      rounding)
{
  return (NevFact){
    .period = parse (period),
    .value = value,
    .rounding = rounding,
    .change = NAN,
  };
}

static NevFact
make_stated (const char *period,
             double      value,
             double      rounding,
             double      change,
             double      change_rounding)
{
  NevFact fact = make_fact (period, value, rounding);

  fact.change = change;
  fact.change_rounding = change_rounding;

  return fact;
}

static NevFact
make_stock (const char *day,
            double      value,
            guint8      basis)
{
  NevFact fact = make_fact (day, value, 1000);

  fact.period.start = NEV_DAY_ORIGIN;
  fact.basis = basis;

  return fact;
}

static NevSeries *
make_series (const char    *id,
             NevSeriesKind  kind,
             NevUnit        unit,
             const NevFact *facts,
             gsize          n_facts,
             NevSeries     *numerator,
             NevSeries     *denominator)
{
  g_autoptr (NevLedger) ledger = nev_ledger_new (facts, n_facts, 1u << MIXED, kind != NEV_SERIES_RATIO);
  NevSeriesParts parts = {
    .id = id,
    .kind = kind,
    .unit = unit,
    .ledger = ledger,
    .numerator = numerator,
    .denominator = denominator,
  };

  return nev_series_new (&parts);
}

static NevSeries *
make_flow (const NevFact *facts,
           gsize          n_facts)
{
  return make_series ("flow", NEV_SERIES_FLOW, NEV_UNIT_VEHICLES, facts, n_facts, NULL, NULL);
}

static void
assert_reading (NevSeries  *series,
                NevMeasure  measure,
                const char *period,
                NevStatus   status,
                double      value,
                double      rounding)
{
  g_auto (NevReading) reading = { 0 };

  nev_series_read (series, measure, parse (period), NEV_PERIOD_NONE, &reading);
  g_assert_cmpint (reading.status, ==, status);
  g_assert_cmpint (reading.gap, ==, NEV_GAP_NONE);
  g_assert_cmpfloat_with_epsilon (reading.value, value, 1e-9);
  g_assert_cmpfloat_with_epsilon (reading.rounding, rounding, 1e-6);
  g_assert_cmpuint (reading.n_terms, >, 0);
}

static void
assert_gap (NevSeries   *series,
            NevMeasure   measure,
            const char  *period,
            NevGapReason reason)
{
  g_auto (NevReading) reading = { 0 };

  nev_series_read (series, measure, parse (period), NEV_PERIOD_NONE, &reading);
  g_assert_cmpint (reading.status, ==, NEV_STATUS_GAP);
  g_assert_cmpint (reading.gap, ==, reason);
  g_assert_true (isnan (reading.value));
  g_assert_cmpuint (reading.n_terms, ==, 0);
}

static void
test_levels (void)
{
  const NevFact facts[] = {
    make_fact ("2022", 1200, 1), make_fact ("2023-01", 90, 1), make_fact ("2023-01/2023-02", 200, 1), make_fact ("2023-Q1", 330, 1),
    make_fact ("2022-01/2022-02", 180, 1), make_fact ("2022-Q1", 290, 1)
  };
  g_autoptr (NevSeries) series = make_flow (facts, G_N_ELEMENTS (facts));

  assert_reading (series, NEV_MEASURE_LEVEL, "2023-01", NEV_STATUS_PUBLISHED, 90, 1);
  assert_reading (series, NEV_MEASURE_LEVEL, "2023-02", NEV_STATUS_DERIVED, 110, 2);
  assert_reading (series, NEV_MEASURE_LEVEL, "2023-02/2023-03", NEV_STATUS_DERIVED, 240, 2);
  assert_gap (series, NEV_MEASURE_LEVEL, "2023-04", NEV_GAP_NO_FACTS);

  assert_reading (series, NEV_MEASURE_YEAR_TO_DATE, "2023-02", NEV_STATUS_PUBLISHED, 200, 1);
  assert_reading (series, NEV_MEASURE_YEAR_TO_DATE, "2022-12", NEV_STATUS_PUBLISHED, 1200, 1);

  /* April 2022 to March 2023 = 2022 - first quarter + first quarter. */
  assert_reading (series, NEV_MEASURE_TRAILING_YEAR, "2023-03", NEV_STATUS_DERIVED, 1200 - 290 + 330, 3);
  assert_reading (series, NEV_MEASURE_TRAILING_YEAR, "2023-02", NEV_STATUS_DERIVED, 1200 - 180 + 200, 3);
}

static void
test_change_on_year (void)
{
  const NevFact facts[] = {
    make_fact ("2022-05", 100, 1), make_stated ("2023-05", 150, 1, 48.5, 0.1),
    make_fact ("2022-06", 100, 1), make_fact ("2023-06", 150, 1),
    make_stated ("2023-07", NAN, NAN, 30, 1)
  };
  g_autoptr (NevSeries) series = make_flow (facts, G_N_ELEMENTS (facts));

  /* The stated rate stands, although the values give 50. */
  assert_reading (series, NEV_MEASURE_CHANGE_ON_YEAR, "2023-05", NEV_STATUS_PUBLISHED, 48.5, 0.1);

  /* 149.5 / 100.5 to 150.5 / 99.5. */
  assert_reading (series, NEV_MEASURE_CHANGE_ON_YEAR, "2023-06", NEV_STATUS_DERIVED, 50, (150.5 / 99.5 - 149.5 / 100.5) * 100);
  assert_reading (series, NEV_MEASURE_CHANGE_ON_YEAR, "2023-07", NEV_STATUS_PUBLISHED, 30, 1);
  assert_gap (series, NEV_MEASURE_CHANGE_ON_YEAR, "2023-08", NEV_GAP_NO_FACTS);
}

static void
test_change_on_period (void)
{
  const NevFact facts[] = {
    make_fact ("2023-01", 100, 1), make_fact ("2023-02", 80, 1), make_fact ("2023-Q1", 300, 1), make_fact ("2023-Q2", 330, 1)
  };
  g_autoptr (NevSeries) series = make_flow (facts, G_N_ELEMENTS (facts));
  g_auto (NevReading) reading = { 0 };

  nev_series_read (series, NEV_MEASURE_CHANGE_ON_PERIOD, parse ("2023-02"), NEV_PERIOD_NONE, &reading);
  g_assert_cmpfloat_with_epsilon (reading.value, -20, 1e-9);
  g_assert_cmpuint (reading.n_terms, ==, 2);
  g_assert_cmpint (reading.terms[0].part, ==, 0);
  g_assert_cmpuint (reading.terms[0].fact, ==, 1);
  g_assert_cmpint (reading.terms[1].part, ==, 1);
  g_assert_cmpuint (reading.terms[1].fact, ==, 0);
  nev_reading_clear (&reading);

  nev_series_read (series, NEV_MEASURE_CHANGE_ON_PERIOD, parse ("2023-Q2"), NEV_PERIOD_NONE, &reading);
  g_assert_cmpfloat_with_epsilon (reading.value, 10, 1e-9);
}

static void
test_index (void)
{
  const NevFact facts[] = { make_fact ("2023-01", 200, 1), make_fact ("2023-02", 300, 1) };
  g_autoptr (NevSeries) series = make_flow (facts, G_N_ELEMENTS (facts));
  g_auto (NevReading) reading = { 0 };

  nev_series_read (series, NEV_MEASURE_INDEX, parse ("2023-02"), parse ("2023-01"), &reading);
  g_assert_cmpfloat_with_epsilon (reading.value, 150, 1e-9);
  g_assert_cmpint (reading.status, ==, NEV_STATUS_DERIVED);
  nev_reading_clear (&reading);

  nev_series_read (series, NEV_MEASURE_INDEX, parse ("2023-01"), parse ("2023-01"), &reading);
  g_assert_cmpfloat_with_epsilon (reading.value, 100, 1e-9);
  nev_reading_clear (&reading);

  /* Where there is a value, the fault is the base's; where there is a base, it isn't. */
  nev_series_read (series, NEV_MEASURE_INDEX, parse ("2023-01"), parse ("2022-12"), &reading);
  g_assert_cmpint (reading.gap, ==, NEV_GAP_NO_BASE);
  g_assert_true (nev_period_equal (reading.base, parse ("2022-12")));
  nev_reading_clear (&reading);
  nev_series_read (series, NEV_MEASURE_INDEX, parse ("2023-03"), parse ("2023-01"), &reading);
  g_assert_cmpint (reading.gap, ==, NEV_GAP_NO_FACTS);

  assert_gap (series, NEV_MEASURE_INDEX, "2023-02", NEV_GAP_NOT_DEFINED);
}

static void
test_ratio (void)
{
  const NevFact part_facts[] = { make_fact ("2023-01", 25, 1), make_fact ("2023-02", 30, 1), make_fact ("2022-02", 20, 1) };
  const NevFact all_facts[] = { make_fact ("2023-01", 100, 1), make_fact ("2023-02", 100, 1), make_fact ("2022-02", 100, 1) };
  const NevFact ratio_facts[] = { make_fact ("2023-01", 24.7, 0.1) };
  g_autoptr (NevSeries) part = make_series ("part", NEV_SERIES_FLOW, NEV_UNIT_VEHICLES, part_facts, G_N_ELEMENTS (part_facts), NULL, NULL);
  g_autoptr (NevSeries) all = make_series ("all", NEV_SERIES_FLOW, NEV_UNIT_VEHICLES, all_facts, G_N_ELEMENTS (all_facts), NULL, NULL);
  g_autoptr (NevSeries) ratio = make_series ("ratio", NEV_SERIES_RATIO, NEV_UNIT_PERCENT, ratio_facts, G_N_ELEMENTS (ratio_facts), part, all);
  g_auto (NevReading) reading = { 0 };

  assert_reading (ratio, NEV_MEASURE_LEVEL, "2023-01", NEV_STATUS_PUBLISHED, 24.7, 0.1);
  assert_reading (ratio, NEV_MEASURE_LEVEL, "2023-02", NEV_STATUS_DERIVED, 30, (30.5 / 99.5 - 29.5 / 100.5) * 100);
  assert_reading (ratio, NEV_MEASURE_YEAR_TO_DATE, "2023-02", NEV_STATUS_DERIVED, 27.5, (56.0 / 199 - 54.0 / 201) * 100);
  assert_gap (ratio, NEV_MEASURE_LEVEL, "2023-03", NEV_GAP_NO_FACTS);

  nev_series_read_quotient (ratio, parse ("2023-01"), &reading);
  g_assert_cmpfloat_with_epsilon (reading.value, 25, 1e-9);

  /* The change of a percentage is a difference in points. */
  g_assert_cmpint (nev_measure_get_unit (NEV_MEASURE_CHANGE_ON_YEAR, ratio), ==, NEV_UNIT_PERCENTAGE_POINTS);
  nev_reading_clear (&reading);
  nev_series_read (ratio, NEV_MEASURE_CHANGE_ON_YEAR, parse ("2023-02"), NEV_PERIOD_NONE, &reading);
  g_assert_cmpfloat_with_epsilon (reading.value, 10, 1e-9);
}

static void
test_stock (void)
{
  const NevFact facts[] = {
    make_stock ("2022-06-30", 1000000, POINTS), make_stock ("2023-06-30", 1500000, POINTS), make_fact ("2023-07", 40000, 1000)
  };
  g_autoptr (NevSeries) stock = make_series ("stock", NEV_SERIES_STOCK, NEV_UNIT_CHARGERS, facts, G_N_ELEMENTS (facts), NULL, NULL);
  g_autoptr (NevSeries) flow = make_series ("flow", NEV_SERIES_FLOW, NEV_UNIT_CHARGERS, facts, G_N_ELEMENTS (facts), NULL, NULL);

  assert_reading (stock, NEV_MEASURE_LEVEL, "2023-06", NEV_STATUS_PUBLISHED, 1500000, 1000);
  assert_reading (stock, NEV_MEASURE_LEVEL, "2023-S1", NEV_STATUS_PUBLISHED, 1500000, 1000);
  assert_reading (stock, NEV_MEASURE_LEVEL, "2023-07", NEV_STATUS_DERIVED, 1540000, 2000);
  assert_reading (flow, NEV_MEASURE_LEVEL, "2022-07/2023-06", NEV_STATUS_DERIVED, 500000, 2000);
  assert_gap (stock, NEV_MEASURE_YEAR_TO_DATE, "2023-06", NEV_GAP_NOT_DEFINED);
  assert_gap (stock, NEV_MEASURE_TRAILING_YEAR, "2023-06", NEV_GAP_NOT_DEFINED);
}

static NevSeries *
make_broken_flow (void)
{
  NevFact facts[] = {
    make_stock ("2024-12-31", 12818000, POINTS), make_stock ("2025-05-31", 14400000, POINTS),
    make_stock ("2025-06-30", 16100000, GUNS), make_stock ("2025-07-31", 16600000, GUNS),
    make_stated ("2025-S1", 3282000, 1000, 99.2, 0.1), make_fact ("2024-S1", 1647000, 1000)
  };

  facts[4].basis = MIXED;

  return make_series ("broken", NEV_SERIES_FLOW, NEV_UNIT_CHARGERS, facts, G_N_ELEMENTS (facts), NULL, NULL);
}

static void
test_break (void)
{
  g_autoptr (NevSeries) series = make_broken_flow ();
  g_auto (NevReading) reading = { 0 };

  assert_reading (series, NEV_MEASURE_LEVEL, "2025-01/2025-05", NEV_STATUS_DERIVED, 1582000, 2000);
  assert_reading (series, NEV_MEASURE_LEVEL, "2025-07", NEV_STATUS_DERIVED, 500000, 2000);

  /* June 2025 lies across the break: 3,282,000 - 1,582,000 would count the change of method as chargers. */
  assert_gap (series, NEV_MEASURE_LEVEL, "2025-06", NEV_GAP_NO_FACTS);

  nev_series_read (series, NEV_MEASURE_LEVEL, parse ("2025-S1"), NEV_PERIOD_NONE, &reading);
  g_assert_cmpint (reading.status, ==, NEV_STATUS_PUBLISHED);
  g_assert_true (reading.is_mixed);

  assert_gap (series, NEV_MEASURE_CHANGE_ON_YEAR, "2025-S1", NEV_GAP_METHOD);
}

static void
test_too_coarse (void)
{
  const NevFact facts[] = { make_fact ("2023-01/2023-02", 500000, 100000), make_fact ("2023-01", 500000, 100000), make_fact ("2023-Q1", 900000, 100000) };
  g_autoptr (NevSeries) series = make_flow (facts, G_N_ELEMENTS (facts));

  assert_gap (series, NEV_MEASURE_LEVEL, "2023-02", NEV_GAP_TOO_COARSE);
  assert_reading (series, NEV_MEASURE_LEVEL, "2023-03", NEV_STATUS_DERIVED, 400000, 200000);
}

static void
test_table (void)
{
  g_autoptr (NevSeries) series = make_broken_flow ();
  const NevColumn columns[] = { { series, NEV_MEASURE_LEVEL, 0 }, { series, NEV_MEASURE_CHANGE_ON_YEAR, 1 } };
  g_autoptr (NevTable) table = nev_table_new (columns, G_N_ELEMENTS (columns), NEV_FREQUENCY_HALF_YEAR, FALSE, parse ("2024/2025"), NEV_PERIOD_NONE);

  g_assert_cmpuint (nev_table_get_n_columns (table), ==, 2);
  g_assert_cmpuint (nev_table_get_n_rows (table), ==, 4);
  g_assert_true (nev_period_equal (nev_table_get_period (table, 2), parse ("2025-S1")));
  g_assert_cmpfloat (nev_table_get_reading (table, 0, 2)->value, ==, 3282000);
  g_assert_cmpint (nev_table_get_reading (table, 0, 1)->status, ==, NEV_STATUS_GAP);

  /* The gap between doesn't hide that what comes after it is counted otherwise. */
  g_assert_true (nev_table_is_break (table, 0, 2));
  g_assert_false (nev_table_is_break (table, 0, 0));
  g_assert_false (nev_table_is_break (table, 0, 1));
  g_assert_false (nev_table_is_break (table, 1, 2));
}

static void
test_table_range (void)
{
  const NevFact facts[] = { make_fact ("2023-01", 100, 1) };
  g_autoptr (NevSeries) series = make_flow (facts, G_N_ELEMENTS (facts));
  const NevColumn column = { series, NEV_MEASURE_LEVEL, 0 };
  static const struct
  {
    const char  *range;
    NevFrequency frequency;
    guint        n_rows;
    const char  *first;
  } cases[] = {
    { "2023", NEV_FREQUENCY_MONTH, 12, "2023-01" },
    { "2023-01-15/2023-04-10", NEV_FREQUENCY_MONTH, 3, "2023-02" },
    { "2023-02/2023-12", NEV_FREQUENCY_QUARTER, 3, "2023-Q2" },
    { "2023-02/2023-12", NEV_FREQUENCY_YEAR, 0, NULL },
    { "2020/2024", NEV_FREQUENCY_YEAR, 5, "2020" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NevTable) table = nev_table_new (&column, 1, cases[i].frequency, FALSE, parse (cases[i].range), NEV_PERIOD_NONE);

      g_test_message ("%s", cases[i].range);
      g_assert_cmpuint (nev_table_get_n_rows (table), ==, cases[i].n_rows);
      if (cases[i].n_rows > 0)
        g_assert_true (nev_period_equal (nev_table_get_period (table, 0), parse (cases[i].first)));
    }
}

/* The cells of @measure, a row each from December 2022 to March 2023 with January and February as one. */
static void
assert_merged (NevSeries       *series,
               NevMeasure       measure,
               NevPeriod        base,
               const NevReading expected[3])
{
  const NevColumn column = { series, measure, 0 };
  g_autoptr (NevTable) table = nev_table_new (&column, 1, NEV_FREQUENCY_MONTH, TRUE, parse ("2022-12/2023-03"), base);

  g_assert_true (nev_table_merges_jan_feb (table));
  g_assert_cmpuint (nev_table_get_n_rows (table), ==, 3);
  g_assert_true (nev_period_equal (nev_table_get_period (table, 0), parse ("2022-12")));
  g_assert_true (nev_period_equal (nev_table_get_period (table, 1), parse ("2023-01/2023-02")));
  g_assert_true (nev_period_equal (nev_table_get_period (table, 2), parse ("2023-03")));

  for (guint i = 0; i < 3; i++)
    {
      const NevReading *reading = nev_table_get_reading (table, 0, i);

      g_test_message ("%s, row %u", nev_measure_to_string (measure), i);
      g_assert_cmpint (reading->status, ==, expected[i].status);
      g_assert_cmpint (reading->gap, ==, expected[i].gap);
      if (reading->status != NEV_STATUS_GAP)
        g_assert_cmpfloat_with_epsilon (reading->value, expected[i].value, 1e-9);
    }
}

#define PUBLISHED(number)                           \
  {                                                 \
    .status = NEV_STATUS_PUBLISHED, .value = number \
  }
#define DERIVED(number)                           \
  {                                               \
    .status = NEV_STATUS_DERIVED, .value = number \
  }
#define GAP(reason)                         \
  {                                         \
    .status = NEV_STATUS_GAP, .gap = reason \
  }

/* January 40 and February 56 are 96, which is a fifth more than the 80 of the year before. */
static void
test_merged_flow (void)
{
  const NevFact facts[] = {
    make_fact ("2022-01/2022-02", 80, 1), make_fact ("2022", 500, 1), make_fact ("2022-12", 60, 1), make_fact ("2023-01", 40, 1),
    make_fact ("2023-02", 56, 1), make_stated ("2023-03", 66, 1, 11.1, 0.1), make_stated ("2024-01/2024-02", 120, 1, 26.3, 0.1)
  };
  g_autoptr (NevSeries) series = make_flow (facts, G_N_ELEMENTS (facts));
  const NevPeriod  none = NEV_PERIOD_NONE;
  const NevReading levels[] = { PUBLISHED (60), DERIVED (96), PUBLISHED (66) };
  const NevReading to_date[] = { PUBLISHED (500), DERIVED (96), DERIVED (162) };
  const NevReading trailing[] = { PUBLISHED (500), DERIVED (516), GAP (NEV_GAP_NO_FACTS) };
  const NevReading on_year[] = { GAP (NEV_GAP_NO_FACTS), DERIVED (20), PUBLISHED (11.1) };
  const NevReading on_period[] = { GAP (NEV_GAP_NO_FACTS), GAP (NEV_GAP_UNEQUAL), GAP (NEV_GAP_UNEQUAL) };
  const NevReading indexes[] = { DERIVED (100), GAP (NEV_GAP_UNEQUAL), DERIVED (110) };
  const NevReading merged_indexes[] = { GAP (NEV_GAP_UNEQUAL), DERIVED (100), GAP (NEV_GAP_UNEQUAL) };
  const NevReading no_indexes[] = { GAP (NEV_GAP_NO_BASE), GAP (NEV_GAP_NO_BASE), GAP (NEV_GAP_NO_BASE) };

  assert_merged (series, NEV_MEASURE_LEVEL, none, levels);
  assert_merged (series, NEV_MEASURE_YEAR_TO_DATE, none, to_date);
  assert_merged (series, NEV_MEASURE_TRAILING_YEAR, none, trailing);
  assert_merged (series, NEV_MEASURE_CHANGE_ON_YEAR, none, on_year);
  assert_merged (series, NEV_MEASURE_CHANGE_ON_PERIOD, none, on_period);
  assert_merged (series, NEV_MEASURE_INDEX, parse ("2022-12"), indexes);
  assert_merged (series, NEV_MEASURE_INDEX, parse ("2023-01/2023-02"), merged_indexes);
  assert_merged (series, NEV_MEASURE_INDEX, parse ("2021-12"), no_indexes);

  /* What the publisher states for just these two months stands. */
  assert_reading (series, NEV_MEASURE_CHANGE_ON_YEAR, "2024-01/2024-02", NEV_STATUS_PUBLISHED, 26.3, 0.1);
}

/* A stock is that at the end of February. What it changed by in March is comparable, what it did in two months isn't. */
static void
test_merged_stock (void)
{
  const NevFact facts[] = {
    make_stock ("2022-11-30", 800000, POINTS), make_stock ("2022-12-31", 1000000, POINTS), make_stock ("2023-01-31", 1100000, POINTS),
    make_stock ("2023-02-28", 1200000, POINTS), make_stock ("2023-03-31", 1500000, POINTS)
  };
  g_autoptr (NevSeries) stock = make_series ("stock", NEV_SERIES_STOCK, NEV_UNIT_CHARGERS, facts, G_N_ELEMENTS (facts), NULL, NULL);
  const NevReading levels[] = { PUBLISHED (1000000), PUBLISHED (1200000), PUBLISHED (1500000) };
  const NevReading on_period[] = { DERIVED (25), GAP (NEV_GAP_UNEQUAL), DERIVED (25) };
  const NevReading indexes[] = { DERIVED (1e8 / 1200000), DERIVED (100), DERIVED (125) };

  assert_merged (stock, NEV_MEASURE_LEVEL, NEV_PERIOD_NONE, levels);
  assert_merged (stock, NEV_MEASURE_CHANGE_ON_PERIOD, NEV_PERIOD_NONE, on_period);
  assert_merged (stock, NEV_MEASURE_INDEX, parse ("2023-01/2023-02"), indexes);
}

/* 25 + 30 of 100 + 100 are 27.5 %, and no mean of what is stated for the two months; a quotient has no length. */
static void
test_merged_ratio (void)
{
  const NevFact part_facts[] = { make_fact ("2022-12", 20, 1), make_fact ("2023-01", 25, 1), make_fact ("2023-02", 30, 1), make_fact ("2023-03", 29, 1) };
  const NevFact all_facts[] = { make_fact ("2022-12", 100, 1), make_fact ("2023-01", 100, 1), make_fact ("2023-02", 100, 1), make_fact ("2023-03", 100, 1) };
  const NevFact ratio_facts[] = { make_fact ("2023-01", 24.7, 0.1), make_fact ("2023-02", 29.7, 0.1) };
  g_autoptr (NevSeries) part = make_series ("part", NEV_SERIES_FLOW, NEV_UNIT_VEHICLES, part_facts, G_N_ELEMENTS (part_facts), NULL, NULL);
  g_autoptr (NevSeries) all = make_series ("all", NEV_SERIES_FLOW, NEV_UNIT_VEHICLES, all_facts, G_N_ELEMENTS (all_facts), NULL, NULL);
  g_autoptr (NevSeries) ratio = make_series ("ratio", NEV_SERIES_RATIO, NEV_UNIT_PERCENT, ratio_facts, G_N_ELEMENTS (ratio_facts), part, all);
  const NevReading levels[] = { DERIVED (20), DERIVED (27.5), DERIVED (29) };
  const NevReading on_period[] = { GAP (NEV_GAP_NO_FACTS), DERIVED (7.5), DERIVED (1.5) };

  assert_merged (ratio, NEV_MEASURE_LEVEL, NEV_PERIOD_NONE, levels);
  assert_merged (ratio, NEV_MEASURE_CHANGE_ON_PERIOD, NEV_PERIOD_NONE, on_period);
}

static void
test_names (void)
{
  NevMeasure measure;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < NEV_N_MEASURES; i++)
    {
      g_assert_true (nev_measure_parse (nev_measure_to_string (i), &measure, NULL));
      g_assert_cmpint (measure, ==, i);
    }

  g_assert_false (nev_measure_parse ("yoy", &measure, &error));
  g_assert_cmpstr (error->message, ==, "expected level, year-to-date, trailing-year, change-on-year, change-on-period or index, found “yoy”");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/measure/levels", test_levels);
  g_test_add_func ("/measure/change-on-year", test_change_on_year);
  g_test_add_func ("/measure/change-on-period", test_change_on_period);
  g_test_add_func ("/measure/index", test_index);
  g_test_add_func ("/measure/ratio", test_ratio);
  g_test_add_func ("/measure/stock", test_stock);
  g_test_add_func ("/measure/break", test_break);
  g_test_add_func ("/measure/too-coarse", test_too_coarse);
  g_test_add_func ("/measure/merged-flow", test_merged_flow);
  g_test_add_func ("/measure/merged-stock", test_merged_stock);
  g_test_add_func ("/measure/merged-ratio", test_merged_ratio);
  g_test_add_func ("/measure/names", test_names);
  g_test_add_func ("/table/cells", test_table);
  g_test_add_func ("/table/range", test_table_range);

  return g_test_run ();
}
