/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-chart-state.h"

G_BEGIN_DECLS

#define NEV_TYPE_TABLE_VIEW (nev_table_view_get_type ())

/* The table of exactly the numbers that the chart shows. */
G_DECLARE_FINAL_TYPE (NevTableView, nev_table_view, NEV, TABLE_VIEW, AdwBin)

NevChartState *nev_table_view_get_state (NevTableView  *self);
void           nev_table_view_set_state (NevTableView  *self,
                                         NevChartState *state);

GArray        *nev_table_view_get_rows  (NevTableView  *self,
                                         gboolean       is_selected);

G_END_DECLS
