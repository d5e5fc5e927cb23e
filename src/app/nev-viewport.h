/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-spec.h"

G_BEGIN_DECLS

/* Zooming goes no further than this, where there are so many. */
#define NEV_VIEWPORT_MIN_PERIODS 2

/**
 * NevViewport:
 * @start: where the shown part begins, in periods of the chart's frequency since the first one that could be shown
 * @end: where it ends
 * @n: how many periods could be shown
 *
 * The part of its periods that a chart shows. Amid a gesture the ends needn't be whole, so that small movements add up
 * and a pinch comes back to where it began.
 */
typedef struct
{
  double start, end;
  int    n;
} NevViewport;

NevViewport nev_viewport_from_spec (NevSpec     *spec);
void        nev_viewport_apply     (NevViewport  self,
                                    NevSpec     *spec);

NevViewport nev_viewport_all       (NevViewport  self);
NevViewport nev_viewport_zoom      (NevViewport  self,
                                    double       factor,
                                    double       focus);
NevViewport nev_viewport_pan       (NevViewport  self,
                                    double       n_periods);
NevViewport nev_viewport_set_start (NevViewport  self,
                                    double       start);
NevViewport nev_viewport_set_end   (NevViewport  self,
                                    double       end);
NevViewport nev_viewport_round     (NevViewport  self);

static inline double
nev_viewport_get_length (NevViewport self)
{
  return self.end - self.start;
}

static inline gboolean
nev_viewport_equal (NevViewport a,
                    NevViewport b)
{
  return a.start == b.start && a.end == b.end && a.n == b.n;
}

G_END_DECLS
