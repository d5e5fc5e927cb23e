/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-viewport.h"

#include <math.h>

static double
get_min_length (NevViewport self)
{
  return MIN (NEV_VIEWPORT_MIN_PERIODS, self.n);
}

/**
 * nev_viewport_from_spec:
 * @spec: what is wanted of a chart
 *
 * Finds what part of its periods a chart shows. Where that is less than one, it is the period around it.
 *
 * Returns: a viewport with whole ends; with no periods at all where nothing is known
 */
NevViewport
nev_viewport_from_spec (NevSpec *spec)
{
  NevPeriod extent = nev_spec_get_extent (spec);
  NevPeriod range = nev_spec_get_range (spec);

  if (nev_period_is_none (extent))
    return (NevViewport){ 0, 0, 0 };

  if (nev_period_is_none (range))
    range = nev_spec_get_period_at (spec, CLAMP (nev_spec_get_from (spec), extent.start, extent.end - 1));

  return (NevViewport){ nev_spec_count_periods (spec, (NevPeriod){ extent.start, range.start }),
                        nev_spec_count_periods (spec, (NevPeriod){ extent.start, range.end }),
                        nev_spec_count_periods (spec, extent) };
}

/**
 * nev_viewport_apply:
 * @self: a viewport
 * @spec: what is wanted of the chart that it belongs to
 *
 * Shows the whole periods that are closest to a viewport. Its outermost ends mean those of the data, wherever these come
 * to be.
 */
void
nev_viewport_apply (NevViewport self,
                    NevSpec    *spec)
{
  gint32 first = nev_spec_get_extent (spec).start;

  if (self.n == 0 || nev_viewport_equal (nev_viewport_round (self), nev_viewport_from_spec (spec)))
    return;

  self = nev_viewport_round (self);
  nev_spec_set_range (spec,
                      self.start <= 0 ? 0 : nev_spec_add_periods (spec, first, (int) self.start),
                      self.end >= self.n ? 0 : nev_spec_add_periods (spec, first, (int) self.end));
}

NevViewport
nev_viewport_all (NevViewport self)
{
  return (NevViewport){ 0, self.n, self.n };
}

/**
 * nev_viewport_zoom:
 * @self: a viewport
 * @factor: how much longer it becomes; less than 1 is shorter
 * @focus: the place that stays where it is in the picture, in periods since the first one
 *
 * Shows more or less, from two periods to all of them.
 *
 * Returns: the new viewport
 */
NevViewport
nev_viewport_zoom (NevViewport self,
                   double      factor,
                   double      focus)
{
  double length = CLAMP (nev_viewport_get_length (self) * factor, get_min_length (self), self.n);
  double share = self.end > self.start ? (focus - self.start) / nev_viewport_get_length (self) : 0;

  self.start = CLAMP (focus - CLAMP (share, 0, 1) * length, 0, self.n - length);
  self.end = self.start + length;

  return self;
}

/**
 * nev_viewport_pan:
 * @self: a viewport
 * @n_periods: how far; negative is back in time
 *
 * Moves a viewport as it is, as far as there are periods.
 *
 * Returns: the new viewport
 */
NevViewport
nev_viewport_pan (NevViewport self,
                  double      n_periods)
{
  double length = nev_viewport_get_length (self);

  self.start = CLAMP (self.start + n_periods, 0, self.n - length);
  self.end = self.start + length;

  return self;
}

/**
 * nev_viewport_set_start:
 * @self: a viewport
 * @start: where it is to begin
 *
 * Moves one end; the other one stays.
 *
 * Returns: the new viewport
 */
NevViewport
nev_viewport_set_start (NevViewport self,
                        double      start)
{
  self.start = CLAMP (start, 0, MAX (self.end - get_min_length (self), 0));

  return self;
}

NevViewport
nev_viewport_set_end (NevViewport self,
                      double      end)
{
  self.end = CLAMP (end, MIN (self.start + get_min_length (self), self.n), self.n);

  return self;
}

/**
 * nev_viewport_round:
 * @self: a viewport
 *
 * Rounds the length first, so that one that is zoomed step by step changes with each, and one that is panned never does.
 *
 * Returns: the whole periods that are closest to it, one at least
 */
NevViewport
nev_viewport_round (NevViewport self)
{
  double length = CLAMP (round (nev_viewport_get_length (self)), MIN (1, self.n), self.n);

  /* A half goes down here and up there, or an end that both keep in place would shake. */
  self.start = CLAMP (ceil (self.start - 0.5), 0, self.n - length);
  self.end = self.start + length;

  return self;
}
