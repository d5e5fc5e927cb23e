/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-observations-private.h"

#include <string.h>

/* Two arrays: the values, which are gone through when a line is drawn, and beside them what is looked at when one
 * of them is looked for or asked about. The second one isn't there at all as long as a rule says the same, which it does
 * for all of a series that has a value for each day: so large tables take 8 bytes a row, and half the time.
 */

#define FIRST_ALLOCATION 32

typedef NevObservationLabel Label;

static Label
make_label (NevPeriod period,
            int       exponent,
            guint     row)
{
  return (Label){ period.start, row, (guint32) (period.end - period.start) & 0xffffff, exponent };
}

static Label
get_label (const NevObservations *self,
           gsize                  index)
{
  Label label;

  if (self->labels != NULL)
    return self->labels[index];

  label = self->first;
  label.start += (gint32) index * (gint32) label.n_days;
  label.row += (guint) index * self->row_step;
  if (self->exponents != NULL)
    label.exponent = self->exponents[index];

  return label;
}

static NevPeriod
get_period (Label label)
{
  return (NevPeriod){ label.start, label.start + (gint32) label.n_days };
}

NevObservations *
nev_observations_ref (NevObservations *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
nev_observations_unref (NevObservations *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->pyramid, nev_pyramid_free);
  g_free (self->values);
  g_free (self->labels);
  g_free (self->exponents);
  g_free (self);
}

/* All columns that there are get room for as many. */
static void
allocate (NevObservations *self,
          gsize            n)
{
  self->n_allocated = n;
  self->values = g_renew (double, self->values, n);
  if (self->labels != NULL)
    self->labels = g_renew (Label, self->labels, n);
  if (self->exponents != NULL)
    self->exponents = g_renew (gint8, self->exponents, n);
}

/* What memory isn't touched isn't taken, so that doubling costs little. */
void
nev_observations_grow (NevObservations *self)
{
  allocate (self, MAX (2 * self->n_allocated, FIRST_ALLOCATION));
}

/* What holds with one more period. */
static inline void
look_at (NevObservations *self,
         NevPeriod        period)
{
  gboolean is_day = period.end - period.start == 1;

  self->has_days |= is_day;
  self->is_days &= is_day;

  if (period.start <= self->last.start || period.end <= self->last.end)
    {
      self->is_disjoint = FALSE;
      if (period.start < self->last.start || (period.start == self->last.start && period.end <= self->last.end))
        self->is_sorted = FALSE;
    }

  self->last = period;
}

/* Before everything. */
static void
look_at_none (NevObservations *self)
{
  self->last = (NevPeriod){ G_MININT32, G_MININT32 };
  self->is_sorted = self->is_days = self->is_disjoint = TRUE;
  self->has_days = FALSE;
}

NevObservations *
nev_observations_new (void)
{
  NevObservations *self = g_new0 (NevObservations, 1);

  g_atomic_ref_count_init (&self->ref_count);
  look_at_none (self);

  return self;
}

/* Writes down the labels that followed from the first one. */
static void
end_rule (NevObservations *self)
{
  Label *labels;

  if (self->labels != NULL)
    return;

  labels = g_new (Label, MAX (self->n_allocated, 1));
  for (gsize i = 0; i < self->n; i++)
    labels[i] = get_label (self, i);

  self->labels = labels;
  g_clear_pointer (&self->exponents, g_free);
  if (self->n > 0)
    self->last = get_period (labels[self->n - 1]);
}

/* Whether the rule goes on to say what labels are with one more of them, which the first two make. */
static gboolean
follow_rule (NevObservations *self,
             NevPeriod        period,
             guint            row)
{
  if (self->labels != NULL || nev_period_is_none (period))
    return FALSE;

  if (self->n == 0)
    {
      self->next = period;
      look_at (self, period);
    }
  else if (self->n == 1)
    {
      self->row_step = row - self->first.row;
      self->next_row = row;
    }

  if (!nev_period_equal (period, self->next) || (self->n > 0 && row != self->next_row))
    return FALSE;

  self->next = (NevPeriod){ period.end, 2 * period.end - period.start };
  self->next_row = row + self->row_step;

  return TRUE;
}

/* Adds what is beside a value that is in its place. */
void
nev_observations_append_label (NevObservations *self,
                               NevPeriod        period,
                               int              exponent,
                               guint            row)
{
  Label label = make_label (period, exponent, row);
  gsize n = self->n;

  if (follow_rule (self, period, row))
    {
      if (n == 0)
        self->first = label;

      if (self->exponents == NULL && exponent != self->first.exponent)
        {
          self->exponents = g_new (gint8, self->n_allocated);
          memset (self->exponents, self->first.exponent, n);
        }

      if (self->exponents != NULL)
        self->exponents[n] = (gint8) exponent;
    }
  else
    {
      end_rule (self);
      __builtin_prefetch (&self->labels[n + 12], 1);
      self->labels[n] = label;
      look_at (self, period);
    }

  self->n++;
}

/**
 * nev_observations_append:
 * @self: what isn't sorted yet
 * @period: what the value is for; not longer than the years that a dataset may be about
 * @value: the value
 * @exponent: the power of ten that its last digit stands for
 * @row: where it stands in its file
 *
 * Adds a value.
 */
void
nev_observations_append (NevObservations *self,
                         NevPeriod        period,
                         double           value,
                         int              exponent,
                         guint            row)
{
  nev_observations_append_inline (self, period, value, exponent, row);
}

/* Says again what holds, after periods were changed or moved. */
static void
look_at_all (NevObservations *self)
{
  look_at_none (self);

  for (gsize i = 0; i < self->n; i++)
    look_at (self, get_period (self->labels[i]));
}

/**
 * nev_observations_make_months:
 * @self: what isn't sorted yet
 *
 * Takes every day for the month that it lies in.
 */
void
nev_observations_make_months (NevObservations *self)
{
  end_rule (self);

  for (gsize i = 0; i < self->n; i++)
    {
      NevPeriod month = nev_period_at (self->labels[i].start, NEV_FREQUENCY_MONTH);

      self->labels[i].start = month.start;
      self->labels[i].n_days = (guint32) (month.end - month.start) & 0xffffff;
    }

  look_at_all (self);
}

static int
compare_labels (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const NevObservations *self = user_data;
  const Label           *x = &self->labels[*(const guint *) a];
  const Label           *y = &self->labels[*(const guint *) b];

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->n_days != y->n_days)
    return x->n_days < y->n_days ? -1 : 1;

  return (x->row > y->row) - (x->row < y->row);
}

static void
reorder (NevObservations *self)
{
  g_autofree guint *order = g_new (guint, self->n);
  double           *values = g_new (double, self->n);
  Label            *labels = g_new (Label, self->n);

  for (guint i = 0; i < self->n; i++)
    order[i] = i;

  g_qsort_with_data (order, (int) self->n, sizeof *order, compare_labels, self);

  for (gsize i = 0; i < self->n; i++)
    {
      values[i] = self->values[order[i]];
      labels[i] = self->labels[order[i]];
    }

  g_free (self->values);
  g_free (self->labels);
  self->values = values;
  self->labels = labels;
}

/**
 * nev_observations_sort:
 * @self: what was appended
 * @period: (out): a period that has two values
 * @row: (out): where the second one stands
 * @other_row: (out): where the first one does
 *
 * Sorts by period, and leaves out what stands there again with the same value.
 *
 * Returns: %FALSE with all three set if a period has two values
 */
gboolean
nev_observations_sort (NevObservations *self,
                       NevPeriod       *period,
                       guint           *row,
                       guint           *other_row)
{
  gsize n = 0;

  if (!self->is_sorted)
    {
      reorder (self);

      for (gsize i = 0; i < self->n; i++)
        {
          if (n == 0 || !nev_period_equal (get_period (self->labels[n - 1]), get_period (self->labels[i])))
            {
              self->values[n] = self->values[i];
              self->labels[n++] = self->labels[i];
            }
          else if (self->values[n - 1] != self->values[i])
            {
              *period = get_period (self->labels[i]);
              *row = self->labels[i].row;
              *other_row = self->labels[n - 1].row;
              return FALSE;
            }
        }

      self->n = n;
      look_at_all (self);
    }

  if (self->n > 0)
    allocate (self, self->n);

  return TRUE;
}

gsize
nev_observations_get_n (const NevObservations *self)
{
  return self->n;
}

NevPeriod
nev_observations_get_period (const NevObservations *self,
                             gsize                  index)
{
  g_return_val_if_fail (index < self->n, NEV_PERIOD_NONE);

  return get_period (get_label (self, index));
}

double
nev_observations_get_value (const NevObservations *self,
                            gsize                  index)
{
  g_return_val_if_fail (index < self->n, 0);

  return self->values[index];
}

/**
 * nev_observations_get_exponent:
 * @index: an observation
 *
 * Returns: the power of ten that the last digit written stands for: -2 for 1.25
 */
int
nev_observations_get_exponent (const NevObservations *self,
                               gsize                  index)
{
  g_return_val_if_fail (index < self->n, 0);

  return get_label (self, index).exponent;
}

guint
nev_observations_get_row (const NevObservations *self,
                          gsize                  index)
{
  g_return_val_if_fail (index < self->n, 0);

  return get_label (self, index).row;
}

/**
 * nev_observations_find_extremes:
 * @self: sorted
 * @first: the first of some observations
 * @end: the one behind the last of them
 * @lowest: (out): which of them is the lowest
 * @highest: (out): which is the highest
 *
 * Finds the extremes of a run that isn't empty, in a time that hardly grows with its length.
 */
void
nev_observations_find_extremes (const NevObservations *self,
                                gsize                  first,
                                gsize                  end,
                                gsize                 *lowest,
                                gsize                 *highest)
{
  NevPyramid **place = (NevPyramid **) &self->pyramid;
  NevPyramid  *pyramid = g_atomic_pointer_get (place);

  /* It is made when it is wanted first. Any thread may ask: of two that make it one throws its own away. */
  if (pyramid == NULL)
    {
      pyramid = nev_pyramid_new (self->values, self->n);

      if (!g_atomic_pointer_compare_and_exchange (place, NULL, pyramid))
        {
          nev_pyramid_free (pyramid);
          pyramid = g_atomic_pointer_get (place);
        }
    }

  nev_pyramid_find (pyramid, first, end, lowest, highest);
}

/**
 * nev_observations_is_days:
 *
 * Returns: whether each period is a single day
 */
gboolean
nev_observations_is_days (const NevObservations *self)
{
  return self->n > 0 && self->is_days;
}

/**
 * nev_observations_has_days:
 *
 * Returns: whether a period is a single day
 */
gboolean
nev_observations_has_days (const NevObservations *self)
{
  return self->has_days;
}

/**
 * nev_observations_is_disjoint:
 *
 * Returns: whether no period has the first or the last day of another one, or lies within it
 */
gboolean
nev_observations_is_disjoint (const NevObservations *self)
{
  return self->is_disjoint;
}

/**
 * nev_observations_find:
 * @self: sorted and disjoint
 * @end: the day after the last one of a period
 *
 * Returns: the index of the first observation that ends then or later; their number if none does
 */
gsize
nev_observations_find (const NevObservations *self,
                       gint32                 end)
{
  gsize low = 0, high = self->n;

  /* Of days without gaps the place is known. */
  if (self->n > 0 && self->is_days)
    {
      gint32 first = get_label (self, 0).start;

      if (self->labels == NULL || self->labels[self->n - 1].start - first == (gint64) self->n - 1)
        return (gsize) CLAMP ((gint64) end - 1 - first, 0, (gint64) self->n);
    }

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (get_period (get_label (self, middle)).end < end)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}
