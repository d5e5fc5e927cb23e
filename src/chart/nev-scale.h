/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A linear map from data values onto pixels. An axis that grows upwards has range_min above
 * range_max; nobody writes "height - y".
 */
typedef struct
{
  double domain_min, domain_max;
  double range_min, range_max;
} NevScale;

/* Equal slots side by side, one an index. Positions come from the index, so that roundings don't add up. */
typedef struct
{
  double range_min, range_max;
  guint  n;
} NevBand;

NevScale nev_scale_init (double domain_min,
                         double domain_max,
                         double range_min,
                         double range_max);

static inline double
nev_scale_map (const NevScale *self,
               double          value)
{
  double t = (value - self->domain_min) / (self->domain_max - self->domain_min);

  return self->range_min + t * (self->range_max - self->range_min);
}

static inline double
nev_scale_invert (const NevScale *self,
                  double          position)
{
  double t = (position - self->range_min) / (self->range_max - self->range_min);

  return self->domain_min + t * (self->domain_max - self->domain_min);
}

static inline double
nev_band_get_start (const NevBand *self,
                    double         index)
{
  return self->range_min + (self->range_max - self->range_min) * index / self->n;
}

static inline double
nev_band_get_middle (const NevBand *self,
                     guint          index)
{
  return nev_band_get_start (self, index + 0.5);
}

static inline double
nev_band_get_width (const NevBand *self)
{
  return (self->range_max - self->range_min) / self->n;
}

G_END_DECLS
