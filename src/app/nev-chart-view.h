/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-chart-state.h"

G_BEGIN_DECLS

#define NEV_TYPE_CHART_VIEW (nev_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (NevChartView, nev_chart_view, NEV, CHART_VIEW, GtkWidget)

NevChartState  *nev_chart_view_get_state     (NevChartView  *self);
void            nev_chart_view_set_state     (NevChartView  *self,
                                              NevChartState *state);
NevLanguage     nev_chart_view_get_language  (NevChartView  *self);
void            nev_chart_view_set_language  (NevChartView  *self,
                                              NevLanguage    language);
gboolean        nev_chart_view_get_quiet     (NevChartView  *self);
void            nev_chart_view_set_quiet     (NevChartView  *self,
                                              gboolean       quiet);
gboolean        nev_chart_view_get_scales_text (NevChartView *self);
void            nev_chart_view_set_scales_text (NevChartView *self,
                                              gboolean       scales_text);

/* What was laid out last, and how often that was: for tests. */
const NevScene *nev_chart_view_get_scene     (NevChartView  *self);
guint           nev_chart_view_get_n_layouts (NevChartView  *self);
guint           nev_chart_view_get_n_renders (NevChartView  *self);
/* As if the pointer were there. */
void            nev_chart_view_hover         (NevChartView  *self,
                                              double         x,
                                              double         y);
void            nev_chart_view_end_hover     (NevChartView  *self);

G_END_DECLS
