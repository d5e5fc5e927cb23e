/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-scale.h"

#include <math.h>

/* Below this a domain has no neighbourhood of its own size that a double could hold. */
#define TINY 1e-300

/**
 * nev_scale_init:
 * @domain_min: the value at @range_min
 * @domain_max: the value at @range_max
 * @range_min: a position, in pixels
 * @range_max: a position, in pixels; may be less than @range_min
 *
 * Makes a linear map from values onto positions.
 *
 * A domain without width gets a neighbourhood, so that its one value stands in the
 * middle; one that isn't finite becomes 0 to 1. So the map can always be inverted as
 * long as the range has a width.
 *
 * Returns: the map
 */
NevScale
nev_scale_init (double domain_min,
                double domain_max,
                double range_min,
                double range_max)
{
  if (!isfinite (domain_max - domain_min))
    {
      domain_min = 0;
      domain_max = 1;
    }
  else if (fabs (domain_max - domain_min) < TINY)
    {
      double margin = fabs (domain_min) < TINY ? 1 : fabs (domain_min) / 2;

      domain_min -= margin;
      domain_max += margin;
    }

  return (NevScale){ domain_min, domain_max, range_min, range_max };
}
