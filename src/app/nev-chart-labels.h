/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-chart-view.h"

G_BEGIN_DECLS

void       nev_chart_labels_attach     (NevChartView *view);
gboolean   nev_chart_labels_point      (NevChartView *view,
                                        double        x,
                                        double        y);
NevSeries *nev_chart_labels_get_series (NevChartView *view);
void       nev_chart_labels_focus      (NevChartView *view);
void       nev_chart_labels_hide       (NevChartView *view);
void       nev_chart_labels_show_all   (NevChartView *view);

G_END_DECLS
