/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-chart-state.h"

G_BEGIN_DECLS

#define NEV_TYPE_RANGE_STRIP (nev_range_strip_get_type ())

/* All periods of a chart, small, and a window on them that shows which of them the chart shows, and moves it. */
G_DECLARE_FINAL_TYPE (NevRangeStrip, nev_range_strip, NEV, RANGE_STRIP, GtkWidget)

NevChartState  *nev_range_strip_get_state (NevRangeStrip *self);
void            nev_range_strip_set_state (NevRangeStrip *self,
                                           NevChartState *state);

const NevScene *nev_range_strip_get_scene (NevRangeStrip *self);

G_END_DECLS
