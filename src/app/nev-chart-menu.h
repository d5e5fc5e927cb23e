/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-chart-view.h"

G_BEGIN_DECLS

void nev_chart_menu_attach (NevChartView *view);

G_END_DECLS
