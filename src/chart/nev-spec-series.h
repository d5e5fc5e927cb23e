/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-spec.h"

G_BEGIN_DECLS

/* What is done with one series at a time; what can't be done leaves the spec as it was. */

gboolean   nev_spec_shows_series     (NevSpec    *self,
                                      NevSeries  *series);
guint      nev_spec_count_shown      (NevSpec    *self);
gboolean   nev_spec_can_take_series  (NevSpec    *self,
                                      NevSeries  *series,
                                      NevMeasure  measure);
gboolean   nev_spec_add_series       (NevSpec    *self,
                                      NevSeries  *series);
gboolean   nev_spec_remove_series    (NevSpec    *self,
                                      NevSeries  *series);
gboolean   nev_spec_can_hide_series  (NevSpec    *self,
                                      NevSeries  *series);
gboolean   nev_spec_hide_series      (NevSpec    *self,
                                      NevSeries  *series);
void       nev_spec_show_series      (NevSpec    *self,
                                      NevSeries  *series);
gboolean   nev_spec_toggle_focus     (NevSpec    *self,
                                      NevSeries  *series);
GPtrArray *nev_spec_list_series      (NevSpec    *self);

G_END_DECLS
