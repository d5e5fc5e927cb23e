/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-ledger-private.h"

#include <math.h>
#include <string.h>

/* The nodes of the graph are day boundaries, one for each basis; every fact is an edge from the start
 * of its period to the end. A period's value is the sum along a path from its start to its end, an edge
 * walked backwards being subtracted. A stock is a flow since the beginning: its edges come from the
 * origin, so that stocks and flows of one thing complete and check each other. Since nodes belong
 * to a basis, facts on both sides of a break of method never meet on a path.
 *
 * nev-ledger-sum.c walks it.
 *
 * A plain ledger is what a table becomes that says nothing but values of periods none of which overlap. It needs no
 * graph, since there is one path at most between two days, a run of facts each of which begins where the one before ends.
 * The facts stay in the columns they were read into, a twentieth as large, and become facts in blocks where somebody
 * looks at them.
 */

#define BLOCK 64 /* facts */

static int
compare_nodes (const NevNode *a,
               const NevNode *b)
{
  if (a->basis != b->basis)
    return a->basis < b->basis ? -1 : 1;

  return (a->day > b->day) - (a->day < b->day);
}

static int
compare_node_pointers (gconstpointer a,
                       gconstpointer b)
{
  return compare_nodes (a, b);
}

/**
 * nev_ledger_is_edge:
 * @self: a ledger
 * @fact: one of its facts
 *
 * Only facts that can be added up are edges. A bound ("over 6.6 million") and a figure that isn't trusted stand for
 * themselves, and nothing is calculated from them.
 *
 * Returns: whether the fact is one
 */
gboolean
nev_ledger_is_edge (const NevLedger *self,
                    const NevFact   *fact)
{
  return self->is_additive && !fact->is_claim && !isnan (fact->value) && !nev_ledger_is_mixed (self, fact->basis) &&
         fact->status != NEV_OBS_STATUS_DEFINITION && fact->status != NEV_OBS_STATUS_UNRELIABLE;
}

/**
 * nev_ledger_find_node:
 * @self: a ledger
 * @day: a day boundary
 * @basis: index of a basis
 *
 * Returns: the index of the node; -1 if there is none
 */
int
nev_ledger_find_node (const NevLedger *self,
                      gint32           day,
                      guint8           basis)
{
  NevNode        key = { day, basis };
  const NevNode *node = bsearch (&key, self->nodes, self->n_nodes, sizeof *self->nodes, compare_node_pointers);

  return node != NULL ? (int) (node - self->nodes) : -1;
}

static void
build_nodes (NevLedger *self)
{
  guint n = 0;

  self->nodes = g_new0 (NevNode, 2 * self->n_facts + 1);

  for (gsize i = 0; i < self->n_facts; i++)
    if (nev_ledger_is_edge (self, &self->facts[i]))
      {
        self->nodes[n++] = (NevNode){ self->facts[i].period.start, self->facts[i].basis };
        self->nodes[n++] = (NevNode){ self->facts[i].period.end, self->facts[i].basis };
      }

  qsort (self->nodes, n, sizeof *self->nodes, compare_node_pointers);

  for (guint i = 0; i < n; i++)
    if (self->n_nodes == 0 || compare_nodes (&self->nodes[i], &self->nodes[self->n_nodes - 1]) != 0)
      self->nodes[self->n_nodes++] = self->nodes[i];
}

static void
build_edges (NevLedger *self)
{
  g_autofree guint *n_placed = g_new0 (guint, self->n_nodes + 1);

  self->first_edge = g_new0 (guint, self->n_nodes + 1);
  self->edges = g_new0 (NevEdge, 2 * self->n_facts + 1);

  /* Twice over the facts: to count the edges of each node, and to put each in its place. */
  for (int pass = 0; pass < 2; pass++)
    {
      for (gsize i = 0; i < self->n_facts; i++)
        {
          const NevFact *fact = &self->facts[i];
          int            start, end;

          if (!nev_ledger_is_edge (self, fact))
            continue;

          start = nev_ledger_find_node (self, fact->period.start, fact->basis);
          end = nev_ledger_find_node (self, fact->period.end, fact->basis);

          if (pass == 0)
            {
              self->first_edge[start + 1]++;
              self->first_edge[end + 1]++;
              continue;
            }

          self->edges[self->first_edge[start] + n_placed[start]++] = (NevEdge){ (guint) i, (guint) end, 1 };
          self->edges[self->first_edge[end] + n_placed[end]++] = (NevEdge){ (guint) i, (guint) start, -1 };
        }

      if (pass == 0)
        for (guint i = 0; i < self->n_nodes; i++)
          self->first_edge[i + 1] += self->first_edge[i];
    }
}

static int
compare_periods (NevPeriod a,
                 NevPeriod b)
{
  if (a.start != b.start)
    return a.start < b.start ? -1 : 1;

  return (a.end > b.end) - (a.end < b.end);
}

/* By period; within one the publisher's before claims, what stands on one basis before what mixes two,
 * the finer before the coarser, and otherwise the order of the file.
 */
static int
compare_facts (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const NevLedger *self = user_data;
  guint            i = *(const guint *) a, j = *(const guint *) b;
  const NevFact   *x = &self->facts[i], *y = &self->facts[j];
  int              order = compare_periods (x->period, y->period);

  if (order != 0)
    return order;
  if (x->is_claim != y->is_claim)
    return x->is_claim ? 1 : -1;
  if (nev_ledger_is_mixed (self, x->basis) != nev_ledger_is_mixed (self, y->basis))
    return nev_ledger_is_mixed (self, x->basis) ? 1 : -1;
  if (x->rounding != y->rounding)
    return x->rounding < y->rounding ? -1 : 1;

  return (i > j) - (i < j);
}

/**
 * nev_obs_status_to_code:
 * @self: a status
 *
 * Gets the code that SDMX's code list CL_OBS_STATUS has for a status.
 *
 * Returns: a letter
 */
char
nev_obs_status_to_code (NevObsStatus self)
{
  static const char codes[NEV_N_OBS_STATUSES] = {
    [NEV_OBS_STATUS_NORMAL] = 'A',
    [NEV_OBS_STATUS_BREAK] = 'B',
    [NEV_OBS_STATUS_DEFINITION] = 'D',
    [NEV_OBS_STATUS_ESTIMATED] = 'E',
    [NEV_OBS_STATUS_PROVISIONAL] = 'P',
    [NEV_OBS_STATUS_UNRELIABLE] = 'U',
  };

  g_return_val_if_fail (self < NEV_N_OBS_STATUSES, 'A');

  return codes[self];
}

/**
 * nev_ledger_new:
 * @facts: (array length=n_facts): the facts, which are copied
 * @n_facts: how many
 * @mixed_bases: bit n set: facts of basis n span a break of method and stand alone
 * @is_additive: whether values add up over time; percentages don't
 *
 * Makes the ledger of one series, or of a flow and its stock together.
 *
 * Returns: (transfer full): the ledger
 */
NevLedger *
nev_ledger_new (const NevFact *facts,
                gsize          n_facts,
                guint          mixed_bases,
                gboolean       is_additive)
{
  NevLedger *self = g_new0 (NevLedger, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->facts = g_memdup2 (facts, n_facts * sizeof *facts);
  self->n_facts = n_facts;
  self->mixed_bases = mixed_bases;
  self->is_additive = is_additive;

  self->by_period = g_new (guint, n_facts + 1);
  for (guint i = 0; i < n_facts; i++)
    self->by_period[i] = i;
  g_qsort_with_data (self->by_period, (int) n_facts, sizeof *self->by_period, compare_facts, self);

  build_nodes (self);
  build_edges (self);

  return self;
}

/**
 * nev_ledger_make_fact:
 * @self: a plain ledger
 * @index: of one of its observations
 *
 * Returns: the fact that the observation is
 */
NevFact
nev_ledger_make_fact (const NevLedger *self,
                      gsize            index)
{
  NevFact fact = {
    .period = nev_observations_get_period (self->observations, index),
    .value = nev_observations_get_value (self->observations, index),
    .rounding = pow (10, nev_observations_get_exponent (self->observations, index)) * self->factor,
    .change = NAN,
    .source = self->source,
    .row = nev_observations_get_row (self->observations, index),
    .basis = self->basis,
  };

  if (self->values == NEV_PLAIN_STOCKS)
    fact.period.start = NEV_DAY_ORIGIN;

  return fact;
}

/**
 * nev_ledger_new_plain:
 * @observations: sorted and disjoint; the ledger takes a reference
 * @factor: what the unit of the file's values is in the series' unit; the values are multiplied already
 * @values: what the values are
 *
 * Makes the ledger of a series of which nothing is known but the values of some periods, all of them by one
 * source and on one basis.
 *
 * Returns: (transfer full): the ledger
 */
NevLedger *
nev_ledger_new_plain (NevObservations *observations,
                      double           factor,
                      NevPlainValues   values)
{
  NevLedger *self;

  g_return_val_if_fail (nev_observations_is_disjoint (observations), NULL);

  self = g_new0 (NevLedger, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->observations = nev_observations_ref (observations);
  self->n_facts = nev_observations_get_n (observations);
  self->factor = factor;
  self->values = values;
  self->blocks = g_new0 (NevFact *, self->n_facts / BLOCK + 1);

  return self;
}

/**
 * nev_ledger_move:
 * @source: what is added to the number of each fact's source
 * @bases: (array): for each basis the number that it is to have, below 32
 *
 * Makes the same ledger for another dataset, in which sources and bases have other numbers.
 *
 * Returns: (transfer full): a new ledger
 */
NevLedger *
nev_ledger_move (const NevLedger *self,
                 guint            source,
                 const guint8    *bases)
{
  g_autofree NevFact *facts = NULL;
  guint               mixed_bases = 0;

  if (self->observations != NULL)
    {
      NevLedger *plain = nev_ledger_new_plain (self->observations, self->factor, self->values);

      plain->source = self->source + source;
      plain->basis = bases[self->basis];

      return plain;
    }

  facts = g_memdup2 (self->facts, self->n_facts * sizeof *facts);

  for (gsize i = 0; i < self->n_facts; i++)
    {
      facts[i].source += source;
      facts[i].basis = bases[facts[i].basis];

      if (nev_ledger_is_mixed (self, self->facts[i].basis))
        mixed_bases |= 1u << facts[i].basis;
    }

  return nev_ledger_new (facts, self->n_facts, mixed_bases, self->is_additive);
}

NevLedger *
nev_ledger_ref (NevLedger *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * nev_ledger_unref:
 * @self: (transfer full): a ledger
 *
 * Gives a reference back.
 */
void
nev_ledger_unref (NevLedger *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->observations != NULL)
    {
      for (gsize i = 0; i < self->n_facts / BLOCK + 1; i++)
        g_free (self->blocks[i]);
    }

  g_clear_pointer (&self->observations, nev_observations_unref);
  g_free (self->blocks);
  g_free (self->facts);
  g_free (self->by_period);
  g_free (self->nodes);
  g_free (self->edges);
  g_free (self->first_edge);
  g_free (self);
}

/**
 * nev_ledger_get_n_facts:
 * @self: a ledger
 *
 * Returns: how many facts it holds, claims included
 */
gsize
nev_ledger_get_n_facts (const NevLedger *self)
{
  return self->n_facts;
}

/* Any thread may ask: of two that make the same block one throws its own away. */
static const NevFact *
get_made_fact (const NevLedger *self,
               gsize            index)
{
  NevFact **place = &self->blocks[index / BLOCK];
  NevFact  *block = g_atomic_pointer_get (place);

  if (block == NULL)
    {
      gsize first = index / BLOCK * BLOCK;

      block = g_new (NevFact, BLOCK);
      for (gsize i = 0; i < BLOCK && first + i < self->n_facts; i++)
        block[i] = nev_ledger_make_fact (self, first + i);

      if (!g_atomic_pointer_compare_and_exchange (place, NULL, block))
        {
          g_free (block);
          block = g_atomic_pointer_get (place);
        }
    }

  return &block[index % BLOCK];
}

/**
 * nev_ledger_get_fact:
 * @self: a ledger
 * @index: less than nev_ledger_get_n_facts()
 *
 * Returns: (transfer none): the fact
 */
const NevFact *
nev_ledger_get_fact (const NevLedger *self,
                     gsize            index)
{
  g_return_val_if_fail (index < self->n_facts, NULL);

  return self->observations != NULL ? get_made_fact (self, index) : &self->facts[index];
}

/**
 * nev_ledger_get_observations:
 * @self: a ledger
 *
 * Gets the columns of a plain ledger, for who goes through all of it: fact n is observation n.
 *
 * Returns: (transfer none) (nullable): the values; %NULL if the ledger isn't plain
 */
NevObservations *
nev_ledger_get_observations (const NevLedger *self)
{
  return self->observations;
}

/**
 * nev_ledger_is_mixed:
 * @self: a ledger
 * @basis: index of a basis, or -1
 *
 * Returns: whether facts of this basis span a break of method
 */
gboolean
nev_ledger_is_mixed (const NevLedger *self,
                     int              basis)
{
  return basis >= 0 && basis < 32 && (self->mixed_bases & (1u << basis)) != 0;
}

/* The place in by_period of the first fact for @period; n_facts if there is none. */
static gsize
find_period (const NevLedger *self,
             NevPeriod        period)
{
  gsize low = 0, high = self->n_facts;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (compare_periods (self->facts[self->by_period[middle]].period, period) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static int
find_observation (const NevLedger *self,
                  NevPeriod        period)
{
  gsize     index = nev_observations_find (self->observations, period.end);
  NevPeriod found;

  if (index == self->n_facts)
    return -1;

  found = nev_observations_get_period (self->observations, index);

  return found.end == period.end && period.start == (self->values == NEV_PLAIN_STOCKS ? NEV_DAY_ORIGIN : found.start) ? (int) index : -1;
}

/**
 * nev_ledger_find_direct:
 * @self: a ledger
 * @period: any period
 *
 * Returns: the index of the fact that states the value of exactly this period; -1 if there is none
 */
int
nev_ledger_find_direct (const NevLedger *self,
                        NevPeriod        period)
{
  if (self->observations != NULL)
    return find_observation (self, period);

  for (gsize i = find_period (self, period); i < self->n_facts; i++)
    {
      const NevFact *fact = &self->facts[self->by_period[i]];

      if (!nev_period_equal (fact->period, period) || fact->is_claim)
        break;
      if (!isnan (fact->value))
        return (int) self->by_period[i];
    }

  return -1;
}

/**
 * nev_ledger_find_change:
 * @self: a ledger
 * @period: any period
 *
 * Finds the fact that states a change on the same period a year earlier for exactly this period;
 * of several the one that states it most finely.
 *
 * Returns: its index, or -1
 */
int
nev_ledger_find_change (const NevLedger *self,
                        NevPeriod        period)
{
  int found = -1;

  if (self->observations != NULL)
    return -1;

  for (gsize i = find_period (self, period); i < self->n_facts; i++)
    {
      const NevFact *fact = &self->facts[self->by_period[i]];

      if (!nev_period_equal (fact->period, period) || fact->is_claim)
        break;
      if (isnan (fact->change))
        continue;
      if (found < 0 || fact->change_rounding < self->facts[found].change_rounding)
        found = (int) self->by_period[i];
    }

  return found;
}
