/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Round numbers at equal steps: mantissa times ten to the exponent, counted in integers so that
 * zero is exactly zero and 0.3 is never 0.30000000000000004.
 */
typedef struct
{
  int first;    /* the first tick in steps */
  int n;        /* how many ticks; at least 2 */
  int mantissa; /* 1, 2 or 5 */
  int exponent;
} NevTicks;

#define NEV_TICKS_MAX 24

NevTicks nev_ticks_cover        (double          min,
                                 double          max,
                                 int             n_wanted);
double   nev_ticks_get          (const NevTicks *self,
                                 int             index);
int      nev_ticks_get_decimals (const NevTicks *self);

G_END_DECLS
