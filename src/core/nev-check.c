/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-check.h"

#include <math.h>

static const char *const kind_names[NEV_N_CONTRADICTION_KINDS] = {
  [NEV_CONTRADICTION_SUM] = "sum",
  [NEV_CONTRADICTION_CHANGE] = "change",
  [NEV_CONTRADICTION_RATIO] = "ratio",
  [NEV_CONTRADICTION_CLAIM_VALUE] = "claim-value",
  [NEV_CONTRADICTION_CLAIM_CHANGE] = "claim-change",
};

/* Whether two numbers lie further apart than their roundings explain. What binary fractions add is
 * forgiven.
 */
static gboolean
is_apart (double a,
          double rounding_a,
          double b,
          double rounding_b)
{
  return fabs (a - b) > (rounding_a + rounding_b) / 2 + 1e-9 * (fabs (a) + fabs (b));
}

/* Uses @other up: it goes into the contradiction, or is cleared. */
static void
compare (GPtrArray           *found,
         NevContradictionKind kind,
         NevSeries           *series,
         guint                fact,
         double               stated,
         double               stated_rounding,
         NevReading          *other)
{
  NevContradiction *contradiction;

  if (other->status == NEV_STATUS_GAP || !is_apart (stated, stated_rounding, other->value, other->rounding))
    {
      nev_reading_clear (other);
      return;
    }

  contradiction = g_new0 (NevContradiction, 1);
  contradiction->kind = kind;
  contradiction->series = series;
  contradiction->fact = fact;
  contradiction->stated = stated;
  contradiction->stated_rounding = stated_rounding;
  contradiction->other = *other;

  g_ptr_array_add (found, contradiction);
}

static void
check_sum (GPtrArray *found,
           NevSeries *series,
           guint      index)
{
  NevLedger      *ledger = nev_series_get_ledger (series);
  const NevFact  *fact = nev_ledger_get_fact (ledger, index);
  g_auto (NevSum) sum = NEV_SUM_INIT;
  NevReading      other = { 0 };

  if (!nev_ledger_cross_check (ledger, index, &sum))
    return;

  other.series = series;
  other.measure = NEV_MEASURE_LEVEL;
  other.period = fact->period;
  other.status = NEV_STATUS_DERIVED;
  other.value = sum.value;
  other.rounding = sum.rounding;
  other.basis = sum.basis;
  other.n_terms = sum.n_terms;
  other.terms = g_new (NevReadingTerm, sum.n_terms);
  for (guint i = 0; i < sum.n_terms; i++)
    other.terms[i] = (NevReadingTerm){ series, sum.terms[i].fact, sum.terms[i].sign, 0, FALSE };

  compare (found, NEV_CONTRADICTION_SUM, series, index, fact->value, fact->rounding, &other);
}

/* The calendar period that a fact is for: a stock's is the day at whose end it stands. */
static NevPeriod
get_calendar_period (const NevFact *fact)
{
  if (fact->period.start == NEV_DAY_ORIGIN)
    return (NevPeriod){ fact->period.end - 1, fact->period.end };

  return fact->period;
}

static void
check_change (GPtrArray *found,
              NevSeries *series,
              guint      index)
{
  NevLedger     *ledger = nev_series_get_ledger (series);
  const NevFact *fact = nev_ledger_get_fact (ledger, index);
  NevReading     other;

  if (isnan (fact->change) || nev_ledger_is_mixed (ledger, fact->basis) || nev_series_get_kind (series) == NEV_SERIES_RATIO)
    return;

  nev_series_read_growth (series, get_calendar_period (fact), &other);
  compare (found, NEV_CONTRADICTION_CHANGE, series, index, fact->change, fact->change_rounding, &other);
}

static void
check_quotient (GPtrArray *found,
                NevSeries *series,
                guint      index)
{
  const NevFact *fact = nev_ledger_get_fact (nev_series_get_ledger (series), index);
  NevReading     other;

  if (nev_series_get_kind (series) != NEV_SERIES_RATIO || isnan (fact->value))
    return;

  nev_series_read_quotient (series, fact->period, &other);
  compare (found, NEV_CONTRADICTION_RATIO, series, index, fact->value, fact->rounding, &other);
}

static void
check_claim (GPtrArray *found,
             NevSeries *series,
             guint      index)
{
  const NevFact *fact = nev_ledger_get_fact (nev_series_get_ledger (series), index);
  NevPeriod      period = get_calendar_period (fact);
  NevReading     other;

  if (!isnan (fact->value))
    {
      nev_series_read (series, NEV_MEASURE_LEVEL, period, NEV_PERIOD_NONE, &other);
      compare (found, NEV_CONTRADICTION_CLAIM_VALUE, series, index, fact->value, fact->rounding, &other);
    }

  if (!isnan (fact->change))
    {
      nev_series_read (series, NEV_MEASURE_CHANGE_ON_YEAR, period, NEV_PERIOD_NONE, &other);
      compare (found, NEV_CONTRADICTION_CLAIM_CHANGE, series, index, fact->change, fact->change_rounding, &other);
    }
}

static void
check_fact (GPtrArray *found,
            NevSeries *series,
            guint      index)
{
  if (nev_ledger_get_fact (nev_series_get_ledger (series), index)->is_claim)
    {
      check_claim (found, series, index);
      return;
    }

  check_sum (found, series, index);
  check_change (found, series, index);
  check_quotient (found, series, index);
}

/* A flow and its stock share a ledger; a fact belongs to the one that it was published for. */
static gboolean
is_of_series (NevSeries     *series,
              const NevFact *fact)
{
  return (fact->period.start == NEV_DAY_ORIGIN) == (nev_series_get_kind (series) == NEV_SERIES_STOCK);
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* One cycle is found from each of its facts; this names the cycle whichever fact it was found from. */
static char *
get_cycle_name (const NevContradiction *contradiction)
{
  const NevReading *other = &contradiction->other;
  g_autofree guint *facts = g_new (guint, other->n_terms + 1);
  GString          *name = g_string_new (NULL);

  for (guint i = 0; i < other->n_terms; i++)
    facts[i] = other->terms[i].fact;
  facts[other->n_terms] = contradiction->fact;
  qsort (facts, other->n_terms + 1, sizeof *facts, compare_indices);

  g_string_append_printf (name, "%p", (void *) nev_series_get_ledger (contradiction->series));
  for (guint i = 0; i <= other->n_terms; i++)
    g_string_append_printf (name, " %u", facts[i]);

  return g_string_free (name, FALSE);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const NevLedger *ledger = user_data;
  const NevFact   *x = nev_ledger_get_fact (ledger, *(const guint *) a);
  const NevFact   *y = nev_ledger_get_fact (ledger, *(const guint *) b);
  gint64           length_x = (gint64) x->period.end - x->period.start;
  gint64           length_y = (gint64) y->period.end - y->period.start;

  if (length_x != length_y)
    return length_x > length_y ? -1 : 1;

  return compare_indices (a, b);
}

/* Whether a series says nothing that could contradict anything. */
static gboolean
is_plain (NevSeries *series)
{
  return nev_ledger_get_observations (nev_series_get_ledger (series)) != NULL && nev_series_get_numerator (series) == NULL;
}

/* The facts of a ledger, those for the longest periods first: a total that doesn't agree with its parts is
 * what a reader wants to be told, not a part that doesn't agree with a difference of totals.
 */
static guint *
sort_facts (const NevLedger *ledger)
{
  gsize  n_facts = nev_ledger_get_n_facts (ledger);
  guint *facts = g_new (guint, n_facts + 1);

  for (guint i = 0; i < n_facts; i++)
    facts[i] = i;

  g_qsort_with_data (facts, (int) n_facts, sizeof *facts, compare_lengths, (gpointer) ledger);

  return facts;
}

/**
 * nev_check_dataset:
 * @dataset: a dataset
 *
 * Finds everything in a dataset that contradicts something else in it: cycles of facts that don't close
 * within their rounding, stated rates and ratios that the values don't give, and claims. A cycle is
 * reported once, for the fact of it whose period is longest.
 *
 * Returns: (transfer full) (element-type NevContradiction): what was found, in the order of the dataset
 */
GPtrArray *
nev_check_dataset (NevDataset *dataset)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) nev_contradiction_free);
  g_autoptr (GHashTable) cycles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    {
      NevSeries        *series = nev_dataset_get_series (dataset, i);
      NevLedger        *ledger = nev_series_get_ledger (series);
      g_autofree guint *facts = NULL;

      if (is_plain (series))
        continue;

      facts = sort_facts (ledger);

      for (guint j = 0; j < nev_ledger_get_n_facts (ledger); j++)
        {
          guint before = found->len;

          if (!is_of_series (series, nev_ledger_get_fact (ledger, facts[j])))
            continue;

          check_fact (found, series, facts[j]);

          for (guint k = found->len; k-- > before;)
            {
              const NevContradiction *contradiction = g_ptr_array_index (found, k);

              if (contradiction->kind == NEV_CONTRADICTION_SUM && !g_hash_table_add (cycles, get_cycle_name (contradiction)))
                g_ptr_array_remove_index (found, k);
            }
        }
    }

  return found;
}

/* A kind, then series as in the dataset, then the largest first. */
static int
compare_contradictions (gconstpointer a,
                        gconstpointer b,
                        gpointer      user_data)
{
  GHashTable             *indices = user_data;
  const NevContradiction *x = *(const NevContradiction *const *) a;
  const NevContradiction *y = *(const NevContradiction *const *) b;
  guint                   i = GPOINTER_TO_UINT (g_hash_table_lookup (indices, x->series));
  guint                   j = GPOINTER_TO_UINT (g_hash_table_lookup (indices, y->series));
  double                  p = nev_contradiction_get_excess (x);
  double                  q = nev_contradiction_get_excess (y);

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;

  if (i != j)
    return i < j ? -1 : 1;

  return (p < q) - (p > q);
}

/**
 * nev_check_sort:
 * @dataset: a dataset
 * @found: (element-type NevContradiction): what was found in it
 *
 * Sorts contradictions as they are told: by kind, then by series as in the dataset, the largest first.
 */
void
nev_check_sort (NevDataset *dataset,
                GPtrArray  *found)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    g_hash_table_insert (indices, nev_dataset_get_series (dataset, i), GUINT_TO_POINTER (i));

  g_ptr_array_sort_with_data (found, compare_contradictions, indices);
}

/**
 * nev_check_reading:
 * @reading: a reading
 *
 * Finds what contradicts one reading: other facts that give another value for what its publisher states,
 * and claims about the same series and period.
 *
 * Returns: (transfer full) (element-type NevContradiction): what was found; empty for most
 */
GPtrArray *
nev_check_reading (const NevReading *reading)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) nev_contradiction_free);
  NevLedger *ledger = nev_series_get_ledger (reading->series);
  NevPeriod  days = reading->period;

  if (nev_series_get_kind (reading->series) == NEV_SERIES_STOCK)
    days.start = NEV_DAY_ORIGIN;

  for (guint i = 0; i < reading->n_terms && reading->status == NEV_STATUS_PUBLISHED; i++)
    {
      const NevReadingTerm *term = &reading->terms[i];

      if (term->is_change)
        check_change (found, term->series, term->fact);
      else
        {
          check_sum (found, term->series, term->fact);
          check_quotient (found, term->series, term->fact);
        }
    }

  if ((reading->measure != NEV_MEASURE_LEVEL && reading->measure != NEV_MEASURE_CHANGE_ON_YEAR) || is_plain (reading->series))
    return found;

  for (guint i = 0; i < nev_ledger_get_n_facts (ledger); i++)
    {
      const NevFact *fact = nev_ledger_get_fact (ledger, i);

      if (fact->is_claim && nev_period_equal (fact->period, days))
        check_claim (found, reading->series, i);
    }

  return found;
}

/**
 * nev_check_terms:
 * @reading: a derived reading
 *
 * Finds what contradicts the facts that a reading was derived from. A cycle of facts is reported once, for
 * the first of the reading's facts in it.
 *
 * Returns: (transfer full) (element-type NevContradiction): what was found; empty for most
 */
GPtrArray *
nev_check_terms (const NevReading *reading)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) nev_contradiction_free);
  g_autoptr (GHashTable) cycles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < reading->n_terms; i++)
    {
      const NevReadingTerm *term = &reading->terms[i];
      guint                 before = found->len;

      if (term->is_change)
        continue;

      check_sum (found, term->series, term->fact);

      if (found->len > before && !g_hash_table_add (cycles, get_cycle_name (g_ptr_array_index (found, before))))
        g_ptr_array_remove_index (found, before);

      check_quotient (found, term->series, term->fact);
    }

  return found;
}

/**
 * nev_contradiction_free:
 * @self: (transfer full): a contradiction
 *
 * Frees it.
 */
void
nev_contradiction_free (NevContradiction *self)
{
  nev_reading_clear (&self->other);
  g_free (self);
}

/**
 * nev_contradiction_get_excess:
 * @self: a contradiction
 *
 * Tells how much of the difference rounding doesn't explain.
 *
 * Returns: the excess in the unit of what is stated; above zero
 */
double
nev_contradiction_get_excess (const NevContradiction *self)
{
  return fabs (self->stated - self->other.value) - (self->stated_rounding + self->other.rounding) / 2;
}

/**
 * nev_contradiction_kind_to_string:
 * @self: a kind
 *
 * Returns: (transfer none): its name in the output of the command line
 */
const char *
nev_contradiction_kind_to_string (NevContradictionKind self)
{
  return kind_names[self];
}
