/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-check.h"
#include "nev-package.h"
#include "nev-table.h"

#include <math.h>
#include <string.h>

/* The bundled dataset: its form, what it must say, and that no reading mixes what may not be mixed. */

static NevDataset *dataset;

static NevPeriod
parse (const char *text)
{
  NevPeriod period = NEV_PERIOD_NONE;

  g_assert_true (nev_period_parse (text, &period, NULL));

  return period;
}

static NevSeries *
find (const char *id)
{
  g_autoptr (GError) error = NULL;
  NevSeries *series = nev_dataset_find_series (dataset, id, &error);

  g_assert_no_error (error);

  return series;
}

static void
read_bundled (NevReading *reading,
              const char *id,
              NevMeasure  measure,
              const char *period)
{
  nev_series_read (find (id), measure, parse (period), NEV_PERIOD_NONE, reading);
}

static void
test_form (void)
{
  static const char *const charts[] = { "production-sales", "exports", "market-share", "charging-points" };
  guint n;

  g_assert_cmpstr (nev_dataset_get_name (dataset), ==, "china-nev");
  g_assert_cmpstr (nev_dataset_get_license (dataset), ==, "CC0-1.0");
  g_assert_cmpuint (nev_dataset_get_n_charts (dataset), ==, G_N_ELEMENTS (charts));

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    g_assert_cmpstr (nev_dataset_get_chart (dataset, i)->name, ==, charts[i]);

  /* Every title and unit is there in both languages, and the Chinese one is not the English one. */
  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    {
      NevSeries  *series = nev_dataset_get_series (dataset, i);
      const char *english = nev_series_get_title (series, NEV_LANGUAGE_ENGLISH);
      const char *chinese = nev_series_get_title (series, NEV_LANGUAGE_CHINESE);

      g_test_message ("%s", nev_series_get_id (series));
      g_assert_cmpstr (english, !=, "");
      g_assert_cmpstr (english, !=, chinese);
      g_assert_cmpstr (nev_series_get_description (series, NEV_LANGUAGE_ENGLISH), !=,
                       nev_series_get_description (series, NEV_LANGUAGE_CHINESE));
    }

  nev_dataset_get_highlights (dataset, &n);
  g_assert_cmpuint (n, ==, 6);
  nev_dataset_get_contexts (dataset, &n);
  g_assert_cmpuint (n, >=, 3);
}

/* 1,109 published figures; a January figure that stood in two series is one fact now. */
static void
test_all_facts (void)
{
  gsize n_facts = 0, n_claims = 0;

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    {
      NevSeries *series = nev_dataset_get_series (dataset, i);
      NevLedger *ledger = nev_series_get_ledger (series);
      gboolean   is_stock = nev_series_get_kind (series) == NEV_SERIES_STOCK;

      for (gsize j = 0; j < nev_ledger_get_n_facts (ledger); j++)
        {
          const NevFact *fact = nev_ledger_get_fact (ledger, j);

          /* A flow and its stock share a ledger. */
          if ((fact->period.start == NEV_DAY_ORIGIN) != is_stock)
            continue;

          n_facts++;
          n_claims += fact->is_claim;
          g_assert_false (isnan (fact->value) && isnan (fact->change));
          g_assert_cmpint (fact->is_claim, ==, nev_source_get_is_claim (nev_dataset_get_source (dataset, fact->source)));
        }
    }

  g_assert_cmpuint (n_facts, ==, 1106);
  g_assert_cmpuint (n_claims, ==, 7);
}

static void
test_article (void)
{
  static const struct
  {
    const char *id;
    double      value;
    double      change;
  } cases[] = {
    { "nev_production", 3788000, 42.4 },
    { "nev_sales", 3747000, 44.1 },
    { "nev_exports", 534000, 160 },
    { "nev_share", 28.3, NAN },
    { "charging_additions", 1442000, NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (NevReading) level = { 0 };
      g_auto (NevReading) change = { 0 };

      g_test_message ("%s", cases[i].id);
      read_bundled (&level, cases[i].id, NEV_MEASURE_LEVEL, "2023-S1");
      g_assert_cmpint (level.status, ==, NEV_STATUS_PUBLISHED);
      g_assert_cmpfloat (level.value, ==, cases[i].value);

      if (isnan (cases[i].change))
        continue;

      read_bundled (&change, cases[i].id, NEV_MEASURE_CHANGE_ON_YEAR, "2023-S1");
      g_assert_cmpint (change.status, ==, NEV_STATUS_PUBLISHED);
      g_assert_cmpfloat (change.value, ==, cases[i].change);
    }
}

static const NevContradiction *
find_contradiction (GPtrArray           *found,
                    NevContradictionKind kind)
{
  for (guint i = 0; i < found->len; i++)
    if (((NevContradiction *) g_ptr_array_index (found, i))->kind == kind)
      return g_ptr_array_index (found, i);

  return NULL;
}

/* The article's +18.6 % stands beside the +10.7 % that follows from the stocks. */
static void
test_charging_claim (void)
{
  g_auto (NevReading) reading = { 0 };
  g_auto (NevReading) before = { 0 };
  g_autoptr (GPtrArray) found = NULL;
  const NevContradiction *claim;

  read_bundled (&before, "charging_additions", NEV_MEASURE_LEVEL, "2022-S1");
  g_assert_cmpint (before.status, ==, NEV_STATUS_DERIVED);
  g_assert_cmpfloat (before.value, ==, 1303000);

  read_bundled (&reading, "charging_additions", NEV_MEASURE_CHANGE_ON_YEAR, "2023-S1");
  g_assert_cmpint (reading.status, ==, NEV_STATUS_DERIVED);
  g_assert_cmpfloat_with_epsilon (reading.value, 10.7, 0.05);

  found = nev_check_reading (&reading);
  claim = find_contradiction (found, NEV_CONTRADICTION_CLAIM_CHANGE);
  g_assert_nonnull (claim);
  g_assert_cmpfloat (claim->stated, ==, 18.6);
  g_assert_cmpfloat_with_epsilon (claim->other.value, 10.7, 0.05);
}

static void
test_byd_claim (void)
{
  g_auto (NevReading) reading = { 0 };
  g_autoptr (GPtrArray) found = NULL;
  const NevContradiction *claim;

  read_bundled (&reading, "byd_exports", NEV_MEASURE_LEVEL, "2023-S1");
  g_assert_cmpfloat (reading.value, ==, 81000);

  found = nev_check_reading (&reading);
  claim = find_contradiction (found, NEV_CONTRADICTION_CLAIM_VALUE);
  g_assert_nonnull (claim);
  g_assert_cmpfloat (claim->stated, ==, 74000);
}

static void
test_derived_month (void)
{
  g_auto (NevReading) reading = { 0 };
  const NevFact *plus, *minus;

  read_bundled (&reading, "nev_sales", NEV_MEASURE_LEVEL, "2023-09");
  g_assert_cmpint (reading.status, ==, NEV_STATUS_DERIVED);
  g_assert_cmpfloat (reading.value, ==, 904000);
  g_assert_cmpfloat (reading.rounding, ==, 2000);
  g_assert_cmpuint (reading.n_terms, ==, 2);

  minus = nev_ledger_get_fact (nev_series_get_ledger (reading.series), reading.terms[0].fact);
  plus = nev_ledger_get_fact (nev_series_get_ledger (reading.series), reading.terms[1].fact);
  g_assert_cmpint (reading.terms[0].sign, ==, -1);
  g_assert_cmpint (reading.terms[1].sign, ==, 1);
  g_assert_true (nev_period_equal (minus->period, parse ("2023-01/2023-08")));
  g_assert_true (nev_period_equal (plus->period, parse ("2023-01/2023-09")));
}

static void
test_contradicted_month (void)
{
  g_auto (NevReading) reading = { 0 };
  g_autoptr (GPtrArray) found = NULL;
  const NevContradiction *sum;

  read_bundled (&reading, "nev_exports", NEV_MEASURE_LEVEL, "2025-07");
  g_assert_cmpint (reading.status, ==, NEV_STATUS_PUBLISHED);
  g_assert_cmpfloat (reading.value, ==, 225000);

  found = nev_check_reading (&reading);
  sum = find_contradiction (found, NEV_CONTRADICTION_SUM);
  g_assert_nonnull (sum);
  g_assert_cmpfloat (sum->other.value, ==, 248000);
}

static void
assert_one_basis (const NevReading *reading)
{
  for (guint i = 0; i < reading->n_terms; i++)
    {
      const NevReadingTerm *term = &reading->terms[i];
      NevLedger            *ledger = nev_series_get_ledger (term->series);
      guint8                basis = nev_ledger_get_fact (ledger, term->fact)->basis;

      /* A ratio's numerator and denominator are counted in their own ways. */
      if (term->series == reading->terms[0].series)
        g_assert_cmpint (basis, ==, nev_ledger_get_fact (ledger, reading->terms[0].fact)->basis);
      if (nev_ledger_is_mixed (ledger, basis))
        g_assert_cmpuint (reading->n_terms, ==, 1);
    }
}

/* Every reading of every series, by every measure and frequency. */
static void
test_no_reading_crosses_a_break (void)
{
  guint n_readings = 0;

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    for (int measure = 0; measure < NEV_N_MEASURES; measure++)
      for (int frequency = 0; frequency < NEV_N_FREQUENCIES; frequency++)
        {
          const NevColumn column = { nev_dataset_get_series (dataset, i), measure, 0 };
          g_autoptr (NevTable) table = nev_table_new (&column, 1, frequency, FALSE, parse ("2019/2026"), parse ("2023-01"));

          for (guint row = 0; row < nev_table_get_n_rows (table); row++)
            {
              const NevReading *reading = nev_table_get_reading (table, 0, row);

              g_assert_cmpint (reading->status == NEV_STATUS_GAP, ==, isnan (reading->value));
              g_assert_cmpint (reading->status == NEV_STATUS_GAP, ==, reading->n_terms == 0);
              g_assert_cmpint (reading->status == NEV_STATUS_GAP, ==, reading->gap != NEV_GAP_NONE);
              assert_one_basis (reading);
              n_readings += reading->n_terms > 0;
            }
        }

  g_assert_cmpuint (n_readings, >, 3000);
}

static guint
count_kind (GPtrArray           *found,
            NevContradictionKind kind)
{
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    n += ((NevContradiction *) g_ptr_array_index (found, i))->kind == kind;

  return n;
}

static void
test_contradictions (void)
{
  g_autoptr (GPtrArray) found = nev_check_dataset (dataset);

  for (guint i = 0; i < found->len; i++)
    {
      const NevContradiction *contradiction = g_ptr_array_index (found, i);

      g_assert_cmpfloat (nev_contradiction_get_excess (contradiction), >, 0);
      g_assert_cmpuint (contradiction->other.n_terms, >, 0);
    }

  /* Of the article's claims the charging growth and BYD's exports are the two that others contradict. */
  g_assert_cmpuint (count_kind (found, NEV_CONTRADICTION_CLAIM_VALUE), ==, 1);
  g_assert_cmpuint (count_kind (found, NEV_CONTRADICTION_CLAIM_CHANGE), ==, 1);
  g_test_message ("%u sums, %u changes, %u ratios", count_kind (found, NEV_CONTRADICTION_SUM),
                  count_kind (found, NEV_CONTRADICTION_CHANGE), count_kind (found, NEV_CONTRADICTION_RATIO));
}

/* Whether @fact of @series is named in a contradiction of @found: as what is stated, or as a part of the other way. */
static gboolean
is_named (GPtrArray *found,
          NevSeries *series,
          guint      fact)
{
  for (guint i = 0; i < found->len; i++)
    {
      const NevContradiction *contradiction = g_ptr_array_index (found, i);

      if (contradiction->series == series && contradiction->fact == fact)
        return TRUE;

      for (guint j = 0; j < contradiction->other.n_terms; j++)
        if (contradiction->other.terms[j].series == series && contradiction->other.terms[j].fact == fact)
          return TRUE;
    }

  return FALSE;
}

/* A dataset with one series, whose value for @period is @excess too large. */
static NevDataset *
make_changed (const char *id,
              const char *period,
              double      excess,
              guint      *changed)
{
  NevLedger            *ledger = nev_series_get_ledger (find (id));
  gsize                 n_facts = nev_ledger_get_n_facts (ledger);
  g_autofree NevFact   *facts = g_new (NevFact, n_facts);
  g_autoptr (NevLedger) new_ledger = NULL;
  NevDatasetParts       parts;
  NevSeriesParts        series_parts = { .id = id, .kind = NEV_SERIES_FLOW, .unit = NEV_UNIT_VEHICLES };

  *changed = G_MAXUINT;

  for (guint i = 0; i < n_facts; i++)
    {
      facts[i] = *nev_ledger_get_fact (ledger, i);

      if (nev_period_equal (facts[i].period, parse (period)) && !facts[i].is_claim)
        {
          facts[i].value += excess;
          *changed = i;
        }
    }

  g_assert_cmpuint (*changed, !=, G_MAXUINT);
  new_ledger = nev_ledger_new (facts, n_facts, 0, TRUE);
  series_parts.ledger = new_ledger;

  nev_dataset_parts_init (&parts);
  parts.name = g_strdup ("changed");
  g_ptr_array_add (parts.series, nev_series_new (&series_parts));

  return nev_dataset_new (&parts);
}

static void
test_change_by_hand (void)
{
  static const struct
  {
    const char *id, *period;
  } cases[] = {
    { "nev_sales", "2023-05" }, { "nev_sales", "2023-S1" }, { "nev_production", "2024-01" }, { "nev_exports", "2023-06" }, { "auto_sales", "2022-09" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint changed;
      g_autoptr (NevDataset) before = make_changed (cases[i].id, cases[i].period, 0, &changed);
      g_autoptr (NevDataset) after = make_changed (cases[i].id, cases[i].period, 50000, &changed);
      g_autoptr (GPtrArray) found_before = nev_check_dataset (before);
      g_autoptr (GPtrArray) found_after = nev_check_dataset (after);

      g_test_message ("%s %s", cases[i].id, cases[i].period);
      g_assert_cmpuint (found_after->len, >, found_before->len);
      g_assert_true (is_named (found_after, nev_dataset_get_series (after, 0), changed));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);

  dataset = nev_package_load_bundled (&error);
  g_assert_no_error (error);

  g_test_add_func ("/dataset/form", test_form);
  g_test_add_func ("/dataset/all-facts", test_all_facts);
  g_test_add_func ("/dataset/article", test_article);
  g_test_add_func ("/dataset/charging-claim", test_charging_claim);
  g_test_add_func ("/dataset/byd-claim", test_byd_claim);
  g_test_add_func ("/dataset/derived-month", test_derived_month);
  g_test_add_func ("/dataset/contradicted-month", test_contradicted_month);
  g_test_add_func ("/dataset/no-reading-crosses-a-break", test_no_reading_crosses_a_break);
  g_test_add_func ("/dataset/contradictions", test_contradictions);
  g_test_add_func ("/dataset/change-by-hand", test_change_by_hand);

  result = g_test_run ();
  g_object_unref (dataset);

  return result;
}
