/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-ledger.h"

#include <math.h>

#define MIXED 2 /* the basis that spans a break in these tests */

static NevFact
make_fact (gint32 start,
           gint32 end,
           double value,
           double rounding)
{
  return (NevFact){
    .period = { start, end },
    .value = value,
    .rounding = rounding,
    .change = NAN,
  };
}

static NevLedger *
make_ledger (const NevFact *facts,
             gsize          n_facts)
{
  return nev_ledger_new (facts, n_facts, 1u << MIXED, TRUE);
}

/* "+0 -2": the terms with their signs, in the order they are walked. */
static char *
terms_to_string (const NevSum *sum)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < sum->n_terms; i++)
    g_string_append_printf (string, "%s%c%u", i > 0 ? " " : "", sum->terms[i].sign > 0 ? '+' : '-', sum->terms[i].fact);

  return g_string_free (string, FALSE);
}

static void
assert_sum (NevLedger  *ledger,
            gint32      start,
            gint32      end,
            double      value,
            double      rounding,
            const char *terms)
{
  g_auto (NevSum) sum = NEV_SUM_INIT;
  g_autofree char *text = NULL;

  g_assert_true (nev_ledger_sum (ledger, (NevPeriod){ start, end }, &sum));
  text = terms_to_string (&sum);
  g_assert_cmpstr (text, ==, terms);
  g_assert_cmpfloat (sum.value, ==, value);
  g_assert_cmpfloat (sum.rounding, ==, rounding);
}

static void
assert_gap (NevLedger *ledger,
            gint32     start,
            gint32     end)
{
  g_auto (NevSum) sum = NEV_SUM_INIT;

  g_assert_false (nev_ledger_sum (ledger, (NevPeriod){ start, end }, &sum));
  g_assert_true (isnan (sum.value));
  g_assert_cmpint (sum.basis, ==, -1);
  g_assert_cmpuint (sum.n_terms, ==, 0);
}

static void
test_published (void)
{
  const NevFact        facts[] = { make_fact (1, 2, 10, 1), make_fact (2, 3, 20, 1), make_fact (1, 3, 31, 1) };
  g_autoptr (NevLedger) ledger = make_ledger (facts, G_N_ELEMENTS (facts));

  /* The published total stands, although the parts add up to something else. */
  assert_sum (ledger, 1, 3, 31, 1, "+2");
  assert_sum (ledger, 1, 2, 10, 1, "+0");
}

static void
test_derived (void)
{
  const NevFact        facts[] = { make_fact (1, 4, 60, 1), make_fact (1, 3, 35, 1), make_fact (4, 5, 40, 1) };
  g_autoptr (NevLedger) ledger = make_ledger (facts, G_N_ELEMENTS (facts));

  assert_sum (ledger, 3, 4, 25, 2, "-1 +0");
  assert_sum (ledger, 3, 5, 65, 3, "-1 +0 +2");
  assert_sum (ledger, 1, 5, 100, 2, "+0 +2");
  assert_gap (ledger, 2, 3);
  assert_gap (ledger, 1, 9);
}

/* A sum of decimals is the decimal that it is on paper, and so is what rounding leaves of it. */
static void
test_decimals (void)
{
  const NevFact facts[] = {
    make_fact (0, 1, 0.1, 0.1),
    make_fact (1, 2, 0.2, 0.1),
    make_fact (2, 3, 0.7, 0.1),
    make_fact (10, 12, 12.3, 0.1),
    make_fact (10, 11, 12.2, 0.1),
    make_fact (20, 21, 33.3, 0.1),
    make_fact (21, 22, 33.3, 0.1),
    make_fact (22, 23, 33.4, 0.1),
    make_fact (30, 31, 1e12, 1),
    make_fact (30, 32, 1000000000000.25, 0.01),
    make_fact (32, 33, 1e-7, 1e-7),
  };
  g_autoptr (NevLedger) ledger = make_ledger (facts, G_N_ELEMENTS (facts));

  assert_sum (ledger, 0, 2, 0.3, 0.2, "+0 +1");
  assert_sum (ledger, 0, 3, 1, 0.3, "+0 +1 +2");
  assert_sum (ledger, 11, 12, 0.1, 0.2, "-4 +3");
  assert_sum (ledger, 20, 23, 100, 0.3, "+5 +6 +7");
  assert_sum (ledger, 31, 32, 0.25, 1.01, "-8 +9");
  assert_sum (ledger, 30, 33, 1000000000000.2500001, 0.0100001, "+9 +10");
}

/* Whatever is added and taken away: what comes out is the double that is read from the sum written down. */
static void
test_decimals_against_integers (void)
{
  for (int round = 0; round < 300; round++)
    {
      NevFact facts[400];
      int     n_decimals = g_test_rand_int_range (1, 5);
      double  scale = pow (10, n_decimals);
      gint64  total = 0;
      g_autoptr (NevLedger) ledger = NULL;
      g_auto (NevSum) sum = NEV_SUM_INIT;

      for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
        {
          gint64 value = g_test_rand_int_range (-10000000, 10000000);

          total += value;
          facts[i] = make_fact ((gint32) i, (gint32) i + 1, (double) value / scale, 1 / scale);
        }

      ledger = make_ledger (facts, G_N_ELEMENTS (facts));
      g_assert_true (nev_ledger_sum (ledger, (NevPeriod){ 0, G_N_ELEMENTS (facts) }, &sum));
      g_assert_cmpfloat (sum.value, ==, (double) total / scale);
      g_assert_cmpfloat (sum.rounding, ==, G_N_ELEMENTS (facts) / scale);
    }
}

/* Between two ways the finer one is taken, even if it has more facts; between equally fine ones the shorter. */
static void
test_rounding (void)
{
  const NevFact facts[] = {
    make_fact (1, 2, 10, 1), make_fact (2, 3, 20, 1), make_fact (3, 4, 30, 1),      /* three fine months */
    make_fact (0, 4, 100, 100), make_fact (0, 1, 0, 100),                           /* two coarse totals */
    make_fact (4, 5, 5, 2), make_fact (5, 6, 5, 2), make_fact (4, 7, 15, 3), make_fact (6, 7, 5, 1) /* 2 + 2 = 3 + 1 */
  };
  g_autoptr (NevLedger) ledger = make_ledger (facts, G_N_ELEMENTS (facts));

  assert_sum (ledger, 1, 4, 60, 3, "+0 +1 +2");
  assert_sum (ledger, 4, 6, 10, 4, "+5 +6");
}

static void
test_fewest_facts (void)
{
  const NevFact facts[] = {
    make_fact (1, 2, 1, 1), make_fact (2, 3, 1, 1), make_fact (3, 4, 1, 1),
    make_fact (1, 9, 8, 2), make_fact (4, 9, 5, 1)
  };
  g_autoptr (NevLedger) ledger = make_ledger (facts, G_N_ELEMENTS (facts));

  assert_sum (ledger, 1, 4, 3, 3, "+3 -4");
}

static void
test_same_period_twice (void)
{
  NevFact              facts[] = { make_fact (1, 2, 100, 10), make_fact (1, 2, 104, 1), make_fact (1, 2, 999, 1), make_fact (1, 2, NAN, 1) };
  g_autoptr (NevLedger) ledger = NULL;

  facts[2].is_claim = TRUE;
  facts[3].change = 5;
  facts[3].change_rounding = 1;
  ledger = make_ledger (facts, G_N_ELEMENTS (facts));

  assert_sum (ledger, 1, 2, 104, 1, "+1");
  g_assert_cmpint (nev_ledger_find_change (ledger, (NevPeriod){ 1, 2 }), ==, 3);
  g_assert_cmpint (nev_ledger_find_change (ledger, (NevPeriod){ 1, 3 }), ==, -1);
}

static void
test_claims_are_not_calculated_with (void)
{
  NevFact              facts[] = { make_fact (1, 3, 30, 1), make_fact (1, 2, 10, 1), make_fact (5, 6, 7, 1) };
  g_autoptr (NevLedger) ledger = NULL;

  facts[1].is_claim = TRUE;
  facts[2].is_claim = TRUE;
  facts[2].change = 7;
  ledger = make_ledger (facts, G_N_ELEMENTS (facts));

  assert_gap (ledger, 2, 3);
  assert_gap (ledger, 5, 6);
  g_assert_cmpint (nev_ledger_find_change (ledger, (NevPeriod){ 5, 6 }), ==, -1);
}

static void
test_stock (void)
{
  const NevFact facts[] = {
    make_fact (NEV_DAY_ORIGIN, 10, 1000, 10), make_fact (NEV_DAY_ORIGIN, 20, 1500, 10), make_fact (20, 30, 200, 1)
  };
  g_autoptr (NevLedger) ledger = make_ledger (facts, G_N_ELEMENTS (facts));

  assert_sum (ledger, 10, 20, 500, 20, "-0 +1");
  assert_sum (ledger, NEV_DAY_ORIGIN, 30, 1700, 11, "+1 +2");
  assert_sum (ledger, 10, 30, 700, 21, "-0 +1 +2");
}

static void
test_bases (void)
{
  NevFact facts[] = {
    make_fact (NEV_DAY_ORIGIN, 10, 1000, 10), make_fact (NEV_DAY_ORIGIN, 20, 1500, 10),
    make_fact (NEV_DAY_ORIGIN, 30, 2500, 10), make_fact (NEV_DAY_ORIGIN, 40, 2600, 10),
    make_fact (10, 30, 1500, 1), make_fact (10, 40, 1600, 1)
  };
  g_autoptr (NevLedger) ledger = NULL;

  facts[2].basis = facts[3].basis = 1;
  facts[4].basis = facts[5].basis = MIXED;
  ledger = make_ledger (facts, G_N_ELEMENTS (facts));

  assert_sum (ledger, 10, 20, 500, 20, "-0 +1");
  assert_sum (ledger, 30, 40, 100, 20, "-2 +3");

  /* A fact that spans the break is good for itself alone. */
  assert_sum (ledger, 10, 30, 1500, 1, "+4");
  assert_gap (ledger, 20, 30);
  assert_gap (ledger, 20, 40);
}

/* "Over 30" is no number to subtract from. */
static void
test_bounds (void)
{
  NevFact              facts[] = { make_fact (1, 3, 30, 1), make_fact (1, 2, 10, 1), make_fact (4, 5, 10, 1), make_fact (4, 6, 10, 1) };
  g_autoptr (NevLedger) ledger = NULL;
  g_auto (NevSum) sum = NEV_SUM_INIT;

  facts[0].status = NEV_OBS_STATUS_DEFINITION;
  facts[2].status = NEV_OBS_STATUS_UNRELIABLE;
  ledger = make_ledger (facts, G_N_ELEMENTS (facts));

  assert_sum (ledger, 1, 3, 30, 1, "+0");
  assert_gap (ledger, 2, 3);
  assert_gap (ledger, 5, 6);
  g_assert_false (nev_ledger_cross_check (ledger, 0, &sum));
}

static void
test_not_additive (void)
{
  const NevFact        facts[] = { make_fact (1, 2, 10, 1), make_fact (2, 3, 20, 1) };
  g_autoptr (NevLedger) ledger = nev_ledger_new (facts, G_N_ELEMENTS (facts), 0, FALSE);

  assert_sum (ledger, 1, 2, 10, 1, "+0");
  assert_gap (ledger, 1, 3);
}

static void
test_cross_check (void)
{
  const NevFact        facts[] = { make_fact (1, 2, 10, 1), make_fact (2, 3, 20, 1), make_fact (1, 3, 33, 1), make_fact (3, 4, 1, 1) };
  g_autoptr (NevLedger) ledger = make_ledger (facts, G_N_ELEMENTS (facts));
  g_auto (NevSum) sum = NEV_SUM_INIT;
  g_autofree char *text = NULL;

  g_assert_true (nev_ledger_cross_check (ledger, 2, &sum));
  text = terms_to_string (&sum);
  g_assert_cmpstr (text, ==, "+0 +1");
  g_assert_cmpfloat (sum.value, ==, 30);
  nev_sum_clear (&sum);

  g_assert_true (nev_ledger_cross_check (ledger, 0, &sum));
  g_assert_cmpfloat (sum.value, ==, 13);
  nev_sum_clear (&sum);

  g_assert_false (nev_ledger_cross_check (ledger, 3, &sum));
}

static void
test_empty (void)
{
  g_autoptr (NevLedger) ledger = make_ledger (NULL, 0);

  assert_gap (ledger, 1, 2);
  g_assert_cmpint (nev_ledger_find_change (ledger, (NevPeriod){ 1, 2 }), ==, -1);
}

/* The plainest way to the best path: all of them. */
typedef struct
{
  const NevFact *facts;
  gsize          n_facts;
  gint32         target;
  guint          seen; /* bit n: day n lies on the way */
  double         best_rounding;
  guint          best_n;
} Search;

static void
search_all (Search *search,
            gint32  day,
            guint8  basis,
            double  rounding,
            guint   n)
{
  if (day == search->target)
    {
      if (rounding < search->best_rounding || (rounding == search->best_rounding && n < search->best_n))
        {
          search->best_rounding = rounding;
          search->best_n = n;
        }
      return;
    }

  for (gsize i = 0; i < search->n_facts; i++)
    {
      const NevFact *fact = &search->facts[i];
      gint32         next = fact->period.start == day ? fact->period.end : fact->period.start;

      if (fact->basis != basis || fact->basis == MIXED || fact->is_claim || (fact->period.start != day && fact->period.end != day))
        continue;
      if (search->seen & (1u << next))
        continue;

      search->seen |= 1u << next;
      search_all (search, next, basis, rounding + fact->rounding, n + 1);
      search->seen &= ~(1u << next);
    }
}

static void
test_against_all_paths (void)
{
  static const guint8 bases[] = { 0, 0, 0, 0, 1, MIXED };
  guint               n_derived = 0;

  for (int round = 0; round < 3000; round++)
    {
      NevFact              facts[16];
      double               levels[8] = { 0 };
      gsize                n_facts = (gsize) g_test_rand_int_range (1, G_N_ELEMENTS (facts) + 1);
      g_autoptr (NevLedger) ledger = NULL;
      g_auto (NevSum)       sum = NEV_SUM_INIT;
      NevPeriod            period;
      Search               search = { facts, n_facts, 0, 0, INFINITY, 0 };
      gboolean             is_direct = FALSE;
      double               value = 0;

      for (gsize i = 1; i < G_N_ELEMENTS (levels); i++)
        levels[i] = levels[i - 1] + g_test_rand_int_range (1, 1000);

      for (gsize i = 0; i < n_facts; i++)
        {
          gint32 start = g_test_rand_int_range (0, 7), end = g_test_rand_int_range (start + 1, 8);

          facts[i] = make_fact (start, end, levels[end] - levels[start], g_test_rand_int_range (1, 5));
          facts[i].basis = bases[g_test_rand_int_range (0, G_N_ELEMENTS (bases))];
          facts[i].is_claim = g_test_rand_int_range (0, 8) == 0;
        }

      period.start = g_test_rand_int_range (0, 7);
      period.end = g_test_rand_int_range (period.start + 1, 8);
      search.target = period.end;
      search.seen = 1u << period.start;

      for (gsize i = 0; i < n_facts; i++)
        is_direct |= nev_period_equal (facts[i].period, period) && !facts[i].is_claim;

      for (guint8 basis = 0; basis < MIXED; basis++)
        search_all (&search, period.start, basis, 0, 0);

      ledger = make_ledger (facts, n_facts);
      nev_ledger_sum (ledger, period, &sum);

      if (is_direct)
        {
          g_assert_cmpuint (sum.n_terms, ==, 1);
          g_assert_true (nev_period_equal (facts[sum.terms[0].fact].period, period));
          continue;
        }

      g_assert_cmpuint (sum.n_terms, ==, search.best_n);
      if (sum.n_terms == 0)
        continue;

      n_derived++;
      g_assert_cmpfloat (sum.rounding, ==, search.best_rounding);
      g_assert_cmpfloat_with_epsilon (sum.value, levels[period.end] - levels[period.start], 1e-9);

      /* The terms are a walk from the start to the end, all on one basis. */
      for (guint i = 0, day = (guint) period.start; i < sum.n_terms; i++)
        {
          const NevFact *fact = &facts[sum.terms[i].fact];

          g_assert_cmpint (sum.terms[i].sign > 0 ? fact->period.start : fact->period.end, ==, (gint32) day);
          g_assert_cmpint (fact->basis, ==, sum.basis);
          day = (guint) (sum.terms[i].sign > 0 ? fact->period.end : fact->period.start);
          value += sum.terms[i].sign * fact->value;
        }
      g_assert_cmpfloat (value, ==, sum.value);
    }

  /* The test would be worth nothing if hardly any graph had a path. */
  g_assert_cmpuint (n_derived, >, 150);
}

/* 400 days in a chain with totals over them: many equal ways, none of which may take long. */
static void
test_many_facts (void)
{
  g_autoptr (GArray)   facts = g_array_new (FALSE, FALSE, sizeof (NevFact));
  g_autoptr (NevLedger) ledger = NULL;

  for (gint32 day = 0; day < 400; day++)
    {
      NevFact one = make_fact (day, day + 1, 1, 1);
      NevFact total = make_fact (0, day + 1, day + 1, 1);

      g_array_append_val (facts, one);
      g_array_append_val (facts, total);
    }

  ledger = make_ledger ((NevFact *) facts->data, facts->len);
  assert_sum (ledger, 17, 301, 284, 2, "-33 +601");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ledger/published", test_published);
  g_test_add_func ("/ledger/derived", test_derived);
  g_test_add_func ("/ledger/decimals", test_decimals);
  g_test_add_func ("/ledger/decimals-against-integers", test_decimals_against_integers);
  g_test_add_func ("/ledger/rounding", test_rounding);
  g_test_add_func ("/ledger/fewest-facts", test_fewest_facts);
  g_test_add_func ("/ledger/same-period-twice", test_same_period_twice);
  g_test_add_func ("/ledger/claims-are-not-calculated-with", test_claims_are_not_calculated_with);
  g_test_add_func ("/ledger/stock", test_stock);
  g_test_add_func ("/ledger/bases", test_bases);
  g_test_add_func ("/ledger/bounds", test_bounds);
  g_test_add_func ("/ledger/not-additive", test_not_additive);
  g_test_add_func ("/ledger/cross-check", test_cross_check);
  g_test_add_func ("/ledger/empty", test_empty);
  g_test_add_func ("/ledger/against-all-paths", test_against_all_paths);
  g_test_add_func ("/ledger/many-facts", test_many_facts);

  return g_test_run ();
}
