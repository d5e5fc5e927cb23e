/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-chart-state.h"

G_BEGIN_DECLS

#define NEV_TYPE_SUM_VIEW (nev_sum_view_get_type ())

/* A calculation as it is written on paper. A figure that the chart shows leads there; the number behind it is that
 * of its source.
 */
G_DECLARE_FINAL_TYPE (NevSumView, nev_sum_view, NEV, SUM_VIEW, GtkGrid)

void nev_sum_view_show (NevSumView       *self,
                        NevChartState    *state,
                        const NevReading *reading,
                        GArray           *sources,
                        NevLanguage       language);

G_END_DECLS
