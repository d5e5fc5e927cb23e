/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-window.h"

G_BEGIN_DECLS

/* What a chart says, in other programs: on the clipboard and as a table in a file. */
void nev_window_copy_install (GtkWidgetClass *widget_class);
void nev_window_export_data  (NevWindow      *self,
                              GFile          *file);

G_END_DECLS
