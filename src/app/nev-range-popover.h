/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-chart-state.h"

G_BEGIN_DECLS

#define NEV_TYPE_RANGE_POPOVER (nev_range_popover_get_type ())

/* Chooses the run of periods that a chart shows. */
G_DECLARE_FINAL_TYPE (NevRangePopover, nev_range_popover, NEV, RANGE_POPOVER, GtkPopover)

NevChartState *nev_range_popover_get_state (NevRangePopover *self);
void           nev_range_popover_set_state (NevRangePopover *self,
                                            NevChartState   *state);

G_END_DECLS
