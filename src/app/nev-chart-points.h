/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-chart-view.h"

G_BEGIN_DECLS

void     nev_chart_points_implement (GType         view_type);
void     nev_chart_points_attach    (NevChartView *view);
gboolean nev_chart_points_speak     (void);

G_END_DECLS
