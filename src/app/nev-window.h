/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-chart-page.h"

G_BEGIN_DECLS

#define NEV_TYPE_WINDOW (nev_window_get_type ())

/* One dataset: its overview, its charts, and what can be done with them. */
G_DECLARE_FINAL_TYPE (NevWindow, nev_window, NEV, WINDOW, AdwApplicationWindow)

NevWindow    *nev_window_new            (GtkApplication *application,
                                         GFile          *file);

GFile        *nev_window_get_file       (NevWindow      *self);
NevDataset   *nev_window_get_dataset    (NevWindow      *self);
guint         nev_window_get_n_pages    (NevWindow      *self);
guint         nev_window_get_page       (NevWindow      *self);
void          nev_window_set_page       (NevWindow      *self,
                                         guint           page);
void          nev_window_show_figure    (NevWindow      *self,
                                         const char     *chart,
                                         const char     *series,
                                         NevPeriod       period);
NevChartPage *nev_window_get_chart_page (NevWindow      *self);
NevLanguage   nev_window_get_chart_language (NevWindow  *self);
void          nev_window_set_chart_language (NevWindow  *self,
                                         NevLanguage     language);
NevSpec      *nev_window_get_spec       (NevWindow      *self);
void          nev_window_add_toast      (NevWindow      *self,
                                         AdwToast       *toast);

G_END_DECLS
