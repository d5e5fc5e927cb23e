/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-table-job.h"
#include "nev-window.h"

G_BEGIN_DECLS

/* The numbers of a chart as a table in a file. */
void nev_window_table_install (GtkWidgetClass        *widget_class);
void nev_window_save_table    (NevWindow             *self,
                               GFile                 *file,
                               const NevTableOptions *options);

G_END_DECLS
