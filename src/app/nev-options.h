/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-chart-state.h"

G_BEGIN_DECLS

#define NEV_TYPE_OPTIONS (nev_options_get_type ())

/* Range, frequency, measure and mark of a chart: side by side in a bar, or below each other with their
 * names in a popover.
 */
G_DECLARE_FINAL_TYPE (NevOptions, nev_options, NEV, OPTIONS, GtkBox)

NevChartState *nev_options_get_state (NevOptions    *self);
void           nev_options_set_state (NevOptions    *self,
                                      NevChartState *state);

G_END_DECLS
