/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-chart-state.h"
#include "nev-chart-view.h"
#include "nev-chart-zoom.h"

G_BEGIN_DECLS

#define NEV_TYPE_CHART_PAGE (nev_chart_page_get_type ())

/* A chart with its options, its table and the pane that tells how a number was obtained. */
G_DECLARE_FINAL_TYPE (NevChartPage, nev_chart_page, NEV, CHART_PAGE, AdwBin)

NevChartState *nev_chart_page_get_state       (NevChartPage  *self);
void           nev_chart_page_set_state       (NevChartPage  *self,
                                               NevChartState *state);
gboolean       nev_chart_page_get_show_table  (NevChartPage  *self);
void           nev_chart_page_set_show_table  (NevChartPage  *self,
                                               gboolean       show_table);
GArray        *nev_chart_page_get_rows        (NevChartPage  *self,
                                               gboolean       is_selected);
void           nev_chart_page_open_details    (NevChartPage  *self);
NevChartView  *nev_chart_page_get_chart_view  (NevChartPage  *self);
NevChartZoom  *nev_chart_page_get_zoom        (NevChartPage  *self);

G_END_DECLS
