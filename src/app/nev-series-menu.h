/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-chart-state.h"

G_BEGIN_DECLS

#define NEV_TYPE_SERIES_MENU (nev_series_menu_get_type ())

/* The series of a chart, also those that are hidden: each can be shown, hidden and brought into the focus. */
G_DECLARE_FINAL_TYPE (NevSeriesMenu, nev_series_menu, NEV, SERIES_MENU, GtkPopover)

NevChartState *nev_series_menu_get_state (NevSeriesMenu *self);
void           nev_series_menu_set_state (NevSeriesMenu *self,
                                          NevChartState *state);

G_END_DECLS
