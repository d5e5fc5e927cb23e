/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-window.h"

G_BEGIN_DECLS

/* The chart of a window on paper. */
void               nev_window_print_install         (GtkWidgetClass *widget_class);
GtkPrintOperation *nev_window_create_print_operation (NevWindow     *self);

G_END_DECLS
