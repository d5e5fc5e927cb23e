/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-ledger-private.h"

#include "nev-number.h"

#include <math.h>

/* What follows from the facts for a period. Of all paths from its start to its end the one is taken whose roundings add up to least,
 * and between equals the shortest: Dijkstra's algorithm, the cost of an edge being the pair (rounding, 1).
 */

/* How a node was reached best: @edge is the last one on the way. */
typedef struct
{
  double rounding;
  guint  n_edges;
  guint  from;
  NevEdge   edge;
} Reach;

typedef struct
{
  double rounding;
  guint  n_edges;
  guint  node;
} Candidate;

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
      const NevEdge *edge = &reach[node].edge;

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
          const NevEdge *edge = &self->edges[i];
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
      sum->rounding = add_rounding (sum->rounding, nev_ledger_make_fact (self, first + i).rounding);
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
  int direct = nev_ledger_find_direct (self, period);

  *sum = (NevSum) NEV_SUM_INIT;

  if (direct >= 0)
    {
      NevFact fact = self->observations != NULL ? nev_ledger_make_fact (self, (gsize) direct) : self->facts[direct];

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

      start = nev_ledger_find_node (self, period.start, self->nodes[i].basis);
      end = nev_ledger_find_node (self, period.end, self->nodes[i].basis);

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
  if (!nev_ledger_is_edge (self, stated))
    return FALSE;

  start = nev_ledger_find_node (self, stated->period.start, stated->basis);
  end = nev_ledger_find_node (self, stated->period.end, stated->basis);

  return find_path (self, (guint) start, (guint) end, (int) fact, other);
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
