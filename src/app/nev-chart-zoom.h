/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-chart-view.h"

G_BEGIN_DECLS

#define NEV_TYPE_CHART_ZOOM (nev_chart_zoom_get_type ())

/* Lets a person move through time in a chart: wheel, touchpad, fingers, dragging, double-click. */
G_DECLARE_FINAL_TYPE (NevChartZoom, nev_chart_zoom, NEV, CHART_ZOOM, GObject)

NevChartZoom *nev_chart_zoom_new   (NevChartView *view);

void          nev_chart_zoom_step  (NevChartZoom *self,
                                    int           n_steps);
void          nev_chart_zoom_reset (NevChartZoom *self);

gboolean      nev_chart_zoom_is_at (NevChartView *view,
                                    double        x,
                                    double        y);

G_END_DECLS
