/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-observations.h"

#include "nev-pyramid.h"

G_BEGIN_DECLS

/* How values are kept, for the reader of large tables, which appends tens of millions of them a second. */

/* What an observation is beside its value. */
typedef struct
{
  gint32  start;
  guint32 row;
  guint32 n_days : 24;
  gint32  exponent : 8;
} NevObservationLabel;

struct _NevObservations
{
  gatomicrefcount ref_count;

  double *values;
  gsize   n;
  gsize   n_allocated;

  /* The labels; NULL while they are regular: each period begins where the one before ends and is as long, and stands as many
   * rows below it. Then they follow from the first.
   */
  NevObservationLabel *labels;
  NevObservationLabel  first;
  guint                row_step;  /* known from the second one on */
  gint8               *exponents; /* of regular labels; NULL if all are the first one's */

  /* What goes on with regular labels; from the second one on */
  NevPeriod next;
  guint     next_row;

  NevPyramid *pyramid; /* NULL until somebody asks for extremes */

  NevPeriod last;        /* appended, if labels aren't regular */
  gboolean  is_sorted;   /* by start and end, none equal to another */
  gboolean  is_days;     /* all are single days */
  gboolean  has_days;    /* some are */
  gboolean  is_disjoint; /* none lies within another: starts and ends both grow */
};

void nev_observations_grow         (NevObservations *self);
void nev_observations_append_label (NevObservations *self,
                                    NevPeriod        period,
                                    int              exponent,
                                    guint            row);

/* nev_observations_append(), of which only what is regular is worth being inlined. */
static inline void
nev_observations_append_inline (NevObservations *self,
                                NevPeriod        period,
                                double           value,
                                int              exponent,
                                guint            row)
{
  gsize n = self->n;

  if (n == self->n_allocated)
    nev_observations_grow (self);

  /* Where many series are read in turn, the place is long out of the cache when it is written to. */
  __builtin_prefetch (&self->values[n + 16], 1);
  self->values[n] = value;

  if (n >= 2 && nev_period_equal (period, self->next) && row == self->next_row && exponent == self->first.exponent &&
      self->labels == NULL && self->exponents == NULL)
    {
      gint32 n_days = period.end - period.start;

      self->next = (NevPeriod){ period.end, period.end + n_days };
      self->next_row += self->row_step;
      self->n = n + 1;
      return;
    }

  nev_observations_append_label (self, period, exponent, row);
}

G_END_DECLS
