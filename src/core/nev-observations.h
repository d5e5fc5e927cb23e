/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-period.h"

G_BEGIN_DECLS

/* The values of one series in columns: what a table of millions of rows becomes. They take 8 bytes each where period follows
 * period, 20 where they don't. They are appended in any order, sorted once, and don't change after that.
 */
typedef struct _NevObservations NevObservations;

NevObservations *nev_observations_new          (void);
NevObservations *nev_observations_ref          (NevObservations       *self);
void             nev_observations_unref        (NevObservations       *self);

void             nev_observations_append       (NevObservations       *self,
                                                NevPeriod              period,
                                                double                 value,
                                                int                    exponent,
                                                guint                  row);
void             nev_observations_make_months  (NevObservations       *self);
gboolean         nev_observations_sort         (NevObservations       *self,
                                                NevPeriod             *period,
                                                guint                 *row,
                                                guint                 *other_row);

gsize            nev_observations_get_n        (const NevObservations *self);
NevPeriod        nev_observations_get_period   (const NevObservations *self,
                                                gsize                  index);
double           nev_observations_get_value    (const NevObservations *self,
                                                gsize                  index);
int              nev_observations_get_exponent (const NevObservations *self,
                                                gsize                  index);
guint            nev_observations_get_row      (const NevObservations *self,
                                                gsize                  index);
void             nev_observations_find_extremes (const NevObservations *self,
                                                gsize                  first,
                                                gsize                  end,
                                                gsize                 *lowest,
                                                gsize                 *highest);

gboolean         nev_observations_is_days      (const NevObservations *self);
gboolean         nev_observations_has_days     (const NevObservations *self);
gboolean         nev_observations_is_disjoint  (const NevObservations *self);
gsize            nev_observations_find         (const NevObservations *self,
                                                gint32                 end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevObservations, nev_observations_unref)

G_END_DECLS
