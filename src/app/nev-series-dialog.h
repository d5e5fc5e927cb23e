/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-chart-state.h"
#include "nev-series-item.h"

G_BEGIN_DECLS

#define NEV_TYPE_SERIES_DIALOG (nev_series_dialog_get_type ())

/* A list that is searched: of the series that a chart can show, or of the charts and series that can be opened. */
G_DECLARE_FINAL_TYPE (NevSeriesDialog, nev_series_dialog, NEV, SERIES_DIALOG, AdwWindow)

NevSeriesDialog *nev_series_dialog_new (GtkWindow     *parent,
                                        GListModel    *items,
                                        NevChartState *state);

G_END_DECLS
