/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-chart-view.h"

G_BEGIN_DECLS

/* A chart that is dragged out of its view: a picture for a document, a file for a folder. */
void                nev_chart_drag_attach         (NevChartView *view);
GdkContentProvider *nev_chart_drag_create_content (NevSpec      *spec,
                                                   NevLanguage   language,
                                                   GdkTexture  **icon,
                                                   GError      **error);

G_END_DECLS
