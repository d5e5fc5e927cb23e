/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-load-job.h"

G_BEGIN_DECLS

#define NEV_TYPE_LOADING_PAGE (nev_loading_page_get_type ())

G_DECLARE_FINAL_TYPE (NevLoadingPage, nev_loading_page, NEV, LOADING_PAGE, GtkBox)

void nev_loading_page_start (NevLoadingPage  *self,
                             const char      *name,
                             NevLoadProgress *progress);
void nev_loading_page_stop  (NevLoadingPage  *self);

void nev_loading_page_update_bar (GtkProgressBar *bar,
                                  double          fraction);

G_END_DECLS
