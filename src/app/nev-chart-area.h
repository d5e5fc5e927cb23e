/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEV_TYPE_CHART_AREA (nev_chart_area_get_type ())

/* A chart, and below it what can be done without where the chart needs the room. */
G_DECLARE_FINAL_TYPE (NevChartArea, nev_chart_area, NEV, CHART_AREA, GtkWidget)

G_END_DECLS
