/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-ledger.h"

#include "nev-number.h"

#include <math.h>
#include <string.h>

/* The nodes of the graph are day boundaries, one for each basis; every fact is an edge from the start
 * of its period to the end. A period's value is the sum along a path from its start to its end, an edge
 * walked backwards being subtracted. A stock is a flow since the beginning: its edges come from the
 * origin, so that stocks and flows of one thing complete and check each other. Since nodes belong
 * to a basis, facts on both sides of a break of method never meet on a path.
 *
 * Of all paths the one is taken whose roundings add up to least, and between equals the shortest:
 * Dijkstra's algorithm, the cost of an edge being the pair (rounding, 1).
 *
 * A plain ledger is what a table becomes that says nothing but values of periods none of which overlap. It needs no
 * graph, since there is one path at most between two days, a run of facts each of which begins where the one before ends.
 * The facts stay in the columns they were read into, a twentieth as large, and become facts in blocks where somebody
 * looks at them.
 */

#define BLOCK 64 /* facts */

typedef struct
{
  gint32 day;
  guint8 basis;
} Node;

typedef struct
{
  guint fact;
  guint to;
  int   sign;
} Edge;

/* How a node was reached best: @edge is the last one on the way. */
typedef struct
{
  double rounding;
  guint  n_edges;
  guint  from;
  Edge   edge;
} Reach;

typedef struct
{
  double rounding;
  guint  n_edges;
  guint  node;
} Candidate;

struct _NevLedger
{
  gatomicrefcount ref_count;

  NevFact *facts;
  gsize    n_facts;
  guint    mixed_bases;
  gboolean is_additive;

  guint *by_period; /* the facts ordered by period, the one to be preferred first */

  Node *nodes; /* ordered by basis and day */
  guint n_nodes;
  Edge *edges; /* those that leave node i: from first_edge[i] up to first_edge[i + 1] */
  guint *first_edge;

  /* Of a plain one, in place of all of the above but the number */
  NevObservations *observations;
  double           factor;
  NevPlainValues   values;
  guint            source;
  guint8           basis;
  NevFact        **blocks; /* made when they are asked for; NULL until then */
};

static int
compare_nodes (const Node *a,
               const Node *b)
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

/* Only facts that can be added up are edges. A bound ("over 6.6 million") and a figure that isn't
 * trusted stand for themselves, and nothing is calculated from them.
 */
static gboolean
is_edge (const NevLedger *self,
         const NevFact   *fact)
{
  return self->is_additive && !fact->is_claim && !isnan (fact->value) && !nev_ledger_is_mixed (self, fact->basis) &&
         fact->status != NEV_OBS_STATUS_DEFINITION && fact->status != NEV_OBS_STATUS_UNRELIABLE;
}

static int
find_node (const NevLedger *self,
           gint32           day,
           guint8           basis)
{
  Node        key = { day, basis };
  const Node *node = bsearch (&key, self->nodes, self->n_nodes, sizeof *self->nodes, compare_node_pointers);

  return node != NULL ? (int) (node - self->nodes) : -1;
}

static void
build_nodes (NevLedger *self)
{
  guint n = 0;

  self->nodes = g_new0 (Node, 2 * self->n_facts + 1);

  for (gsize i = 0; i < self->n_facts; i++)
    if (is_edge (self, &self->facts[i]))
      {
        self->nodes[n++] = (Node){ self->facts[i].period.start, self->facts[i].basis };
        self->nodes[n++] = (Node){ self->facts[i].period.end, self->facts[i].basis };
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
  self->edges = g_new0 (Edge, 2 * self->n_facts + 1);

  /* Twice over the facts: to count the edges of each node, and to put each in its place. */
  for (int pass = 0; pass < 2; pass++)
    {
      for (gsize i = 0; i < self->n_facts; i++)
        {
          const NevFact *fact = &self->facts[i];
          int            start, end;

          if (!is_edge (self, fact))
            continue;

          start = find_node (self, fact->period.start, fact->basis);
          end = find_node (self, fact->period.end, fact->basis);

          if (pass == 0)
            {
              self->first_edge[start + 1]++;
              self->first_edge[end + 1]++;
              continue;
            }

          self->edges[self->first_edge[start] + n_placed[start]++] = (Edge){ (guint) i, (guint) end, 1 };
          self->edges[self->first_edge[end] + n_placed[end]++] = (Edge){ (guint) i, (guint) start, -1 };
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

static NevFact
make_fact (const NevLedger *self,
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
        block[i] = make_fact (self, first + i);

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

static int
find_direct (const NevLedger *self,
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

static gboolean
is_better (double rounding,
           guint  n_edges,
           double other_rounding,
           guint  other_n_edges)
{
  return rounding < other_rounding || (rounding == other_rounding && n_edges < other_n_edges);
}

static void
heap_push (GArray   *heap,
           Candidate candidate)
{
  guint i = heap->len;

  g_array_append_val (heap, candidate);

  while (i > 0)
    {
      Candidate *parent = &g_array_index (heap, Candidate, (i - 1) / 2);
      Candidate *child = &g_array_index (heap, Candidate, i);
      Candidate  swap = *parent;

      if (!is_better (child->rounding, child->n_edges, parent->rounding, parent->n_edges))
        break;

      *parent = *child;
      *child = swap;
      i = (i - 1) / 2;
    }
}

static Candidate
heap_pop (GArray *heap)
{
  Candidate *at = (Candidate *) heap->data;
  Candidate  top = at[0];
  guint      i = 0;

  at[0] = at[heap->len - 1];
  g_array_set_size (heap, heap->len - 1);

  for (guint child; (child = 2 * i + 1) < heap->len; i = child)
    {
      Candidate swap = at[i];

      if (child + 1 < heap->len && is_better (at[child + 1].rounding, at[child + 1].n_edges, at[child].rounding, at[child].n_edges))
        child++;
      if (!is_better (at[child].rounding, at[child].n_edges, swap.rounding, swap.n_edges))
        break;

      at[i] = at[child];
      at[child] = swap;
    }

  return top;
}

/* Adds the terms' values up. They are decimals, and so is the sum; what rounding takes off the ones before is given back
 * with the next (Kahan), so that thousands of terms are as exact as two.
 */
static void
add_values (const NevLedger *self,
            NevSum          *sum)
{
  double size = 0, lost = 0;

  sum->value = 0;

  for (guint i = 0; i < sum->n_terms; i++)
    {
      guint  fact = sum->terms[i].fact;
      double value = self->observations != NULL ? nev_observations_get_value (self->observations, fact) : self->facts[fact].value;

      double term = sum->terms[i].sign * value - lost;
      double next = sum->value + term;

      lost = (next - sum->value) - term;
      sum->value = next;
      size += fabs (value);
    }

  sum->value = nev_number_simplify (sum->value, size);
}

static double
add_rounding (double rounding,
              double other)
{
  return nev_number_simplify (rounding + other, rounding + other);
}

/* Walks the path back from @target and leaves its terms in @sum, in order. */
static void
collect_terms (const NevLedger *self,
               const Reach     *reach,
               guint            target,
               NevSum          *sum)
{
  sum->n_terms = reach[target].n_edges;
  sum->terms = g_new (NevTerm, sum->n_terms);
  sum->rounding = reach[target].rounding;

  for (guint i = sum->n_terms, node = target; i > 0; i--)
    {
      const Edge *edge = &reach[node].edge;

      sum->terms[i - 1] = (NevTerm){ edge->fact, edge->sign };
      node = reach[node].from;
    }

  add_values (self, sum);
}

/* The best path between two nodes that leaves out the fact @left_out (-1 for none). */
static gboolean
find_path (const NevLedger *self,
           guint            source,
           guint            target,
           int              left_out,
           NevSum          *sum)
{
  g_autofree Reach *reach = g_new (Reach, self->n_nodes);
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < self->n_nodes; i++)
    reach[i].rounding = INFINITY;

  reach[source] = (Reach){ 0 };
  heap_push (heap, (Candidate){ 0, 0, source });

  while (heap->len > 0)
    {
      Candidate best = heap_pop (heap);

      if (best.node == target)
        break;

      /* A node that was reached better meanwhile stands in the heap twice. */
      if (is_better (reach[best.node].rounding, reach[best.node].n_edges, best.rounding, best.n_edges))
        continue;

      for (guint i = self->first_edge[best.node]; i < self->first_edge[best.node + 1]; i++)
        {
          const Edge *edge = &self->edges[i];
          double      rounding = add_rounding (best.rounding, self->facts[edge->fact].rounding);
          guint       n_edges = best.n_edges + 1;

          if ((int) edge->fact == left_out || !is_better (rounding, n_edges, reach[edge->to].rounding, reach[edge->to].n_edges))
            continue;

          reach[edge->to] = (Reach){ rounding, n_edges, best.node, *edge };
          heap_push (heap, (Candidate){ rounding, n_edges, edge->to });
        }
    }

  if (isinf (reach[target].rounding))
    return FALSE;

  collect_terms (self, reach, target, sum);
  sum->basis = self->nodes[target].basis;

  return TRUE;
}

/* The run of observations that makes up a period. */
static gboolean
sum_observations (const NevLedger *self,
                  NevPeriod        period,
                  NevSum          *sum)
{
  gsize     last = nev_observations_find (self->observations, period.end);
  gsize     first = last;
  NevPeriod found;

  if (self->values != NEV_PLAIN_FLOWS || last == self->n_facts)
    return FALSE;

  found = nev_observations_get_period (self->observations, last);
  if (found.end != period.end)
    return FALSE;

  while (found.start > period.start && first > 0)
    {
      gint32 start = found.start;

      found = nev_observations_get_period (self->observations, --first);
      if (found.end != start)
        return FALSE;
    }

  if (found.start != period.start)
    return FALSE;

  sum->n_terms = (guint) (last - first + 1);
  sum->terms = g_new (NevTerm, sum->n_terms);
  sum->basis = self->basis;

  for (guint i = 0; i < sum->n_terms; i++)
    {
      sum->terms[i] = (NevTerm){ (guint) first + i, 1 };
      sum->rounding = add_rounding (sum->rounding, make_fact (self, first + i).rounding);
    }

  add_values (self, sum);

  return TRUE;
}

/**
 * nev_ledger_sum:
 * @self: a ledger
 * @period: any period; a stock's starts at %NEV_DAY_ORIGIN
 * @sum: (out caller-allocates): the value with the facts it is made of; nev_sum_clear() it
 *
 * Finds the value of a period. A fact for exactly this period is taken as it is published. Otherwise
 * it is the path whose facts' rounding adds up to least, between equals the one of the fewest facts.
 * No path is a gap, never an invention.
 *
 * Returns: whether there is a value
 */
gboolean
nev_ledger_sum (const NevLedger *self,
                NevPeriod        period,
                NevSum          *sum)
{
  int direct = find_direct (self, period);

  *sum = (NevSum) NEV_SUM_INIT;

  if (direct >= 0)
    {
      NevFact fact = self->observations != NULL ? make_fact (self, (gsize) direct) : self->facts[direct];

      sum->value = fact.value;
      sum->rounding = fact.rounding;
      sum->basis = fact.basis;
      sum->n_terms = 1;
      sum->terms = g_new (NevTerm, 1);
      sum->terms[0] = (NevTerm){ (guint) direct, 1 };

      return TRUE;
    }

  if (self->observations != NULL)
    return sum_observations (self, period, sum);

  /* Nodes are ordered by basis first, so each basis is met once. */
  for (guint i = 0; i < self->n_nodes; i++)
    {
      NevSum other = NEV_SUM_INIT;
      int    start, end;

      if (i > 0 && self->nodes[i].basis == self->nodes[i - 1].basis)
        continue;

      start = find_node (self, period.start, self->nodes[i].basis);
      end = find_node (self, period.end, self->nodes[i].basis);

      if (start < 0 || end < 0 || start == end || !find_path (self, (guint) start, (guint) end, -1, &other))
        continue;

      if (sum->n_terms == 0 || is_better (other.rounding, other.n_terms, sum->rounding, sum->n_terms))
        {
          nev_sum_clear (sum);
          *sum = other;
        }
      else
        {
          nev_sum_clear (&other);
        }
    }

  return sum->n_terms > 0;
}

/**
 * nev_ledger_cross_check:
 * @self: a ledger
 * @fact: index of a fact
 * @other: (out caller-allocates): what the other facts give for its period; nev_sum_clear() it
 *
 * Finds the best way to a fact's value that does without the fact: the cycle that it closes. A fact that
 * isn't calculated with (a claim, a bound, one of a mixed basis) closes none.
 *
 * Returns: whether there is one
 */
gboolean
nev_ledger_cross_check (const NevLedger *self,
                        gsize            fact,
                        NevSum          *other)
{
  const NevFact *stated;
  int            start, end;

  *other = (NevSum) NEV_SUM_INIT;

  if (self->observations != NULL)
    return FALSE;

  stated = &self->facts[fact];
  if (!is_edge (self, stated))
    return FALSE;

  start = find_node (self, stated->period.start, stated->basis);
  end = find_node (self, stated->period.end, stated->basis);

  return find_path (self, (guint) start, (guint) end, (int) fact, other);
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

/**
 * nev_sum_clear:
 * @self: a sum
 *
 * Frees what a sum holds and makes it a gap.
 */
void
nev_sum_clear (NevSum *self)
{
  g_free (self->terms);
  *self = (NevSum) NEV_SUM_INIT;
}
