/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-ticks.h"

#include <math.h>

/* A tick's number in steps must fit an int, and the step must be wider than the distance of two
 * neighbouring doubles.
 */
#define MAX_STEPS 1e9

/* Beyond these, ten to the exponent overflows. */
#define LARGEST 1e290
#define SMALLEST 1e-290

/* Dividing by a power of ten is exact to the last bit where multiplying by its inverse isn't. */
static double
scale_steps (gint64 steps,
             int    mantissa,
             int    exponent)
{
  double value = (double) (steps * mantissa);

  return exponent >= 0 ? value * pow (10, exponent) : value / pow (10, -exponent);
}

static void
next_step (NevTicks *ticks)
{
  switch (ticks->mantissa)
    {
    case 1:
      ticks->mantissa = 2;
      break;

    case 2:
      ticks->mantissa = 5;
      break;

    default:
      ticks->mantissa = 1;
      ticks->exponent++;
      break;
    }
}

/* The division may be off by one unit in the last place; the tick itself decides. */
static void
fit (NevTicks *ticks,
     double    min,
     double    max)
{
  double step = scale_steps (1, ticks->mantissa, ticks->exponent);
  gint64 first = (gint64) round (min / step);
  gint64 last = (gint64) round (max / step);

  if (scale_steps (first, ticks->mantissa, ticks->exponent) > min)
    first--;

  if (scale_steps (last, ticks->mantissa, ticks->exponent) < max)
    last++;

  ticks->first = (int) first;
  ticks->n = (int) (last - first + 1);
}

/**
 * nev_ticks_cover:
 * @min: the lowest value that is to be covered
 * @max: the highest
 * @n_wanted: the most ticks; at least 3 are allowed, as a range around zero needs
 *   them, and at most %NEV_TICKS_MAX
 *
 * Finds the narrowest step of 1, 2 or 5 times a power of ten whose multiples cover the
 * range with at most @n_wanted ticks.
 *
 * The first tick is at most @min and the last one at least @max. Equal ends get a
 * neighbourhood; what isn't a number is taken for 0 to 1.
 *
 * Returns: the ticks
 */
NevTicks
nev_ticks_cover (double min,
                 double max,
                 int    n_wanted)
{
  NevTicks ticks;
  double   largest;
  double   smallest_step;

  n_wanted = CLAMP (n_wanted, 3, NEV_TICKS_MAX);

  if (min > max)
    {
      double swap = min;

      min = max;
      max = swap;
    }

  largest = fmax (fabs (min), fabs (max));

  if (!isfinite (min) || !isfinite (max) || largest > LARGEST || largest < SMALLEST)
    {
      min = 0;
      max = 1;
      largest = 1;
    }
  else if (!(max > min))
    {
      min -= largest / 2;
      max += largest / 2;
      largest *= 1.5;
    }

  smallest_step = fmax ((max - min) / (n_wanted - 1), largest / MAX_STEPS);

  ticks.mantissa = 1;
  ticks.exponent = (int) floor (log10 (smallest_step));

  while (scale_steps (1, ticks.mantissa, ticks.exponent) < largest / MAX_STEPS)
    next_step (&ticks);

  fit (&ticks, min, max);

  while (ticks.n > n_wanted)
    {
      next_step (&ticks);
      fit (&ticks, min, max);
    }

  return ticks;
}

/**
 * nev_ticks_get:
 * @self: the ticks
 * @index: which one, from 0; others than those counted continue the row
 *
 * Gets the value of a tick: the double that is nearest to the round number, so that
 * zero is zero and three tenths are 0.3.
 *
 * Returns: the value
 */
double
nev_ticks_get (const NevTicks *self,
               int             index)
{
  return scale_steps ((gint64) self->first + index, self->mantissa, self->exponent);
}

/**
 * nev_ticks_get_decimals:
 * @self: the ticks
 *
 * Gets how many digits after the point it takes to write every tick exactly.
 *
 * Returns: the number of digits, at least 0
 */
int
nev_ticks_get_decimals (const NevTicks *self)
{
  return MAX (0, -self->exponent);
}
