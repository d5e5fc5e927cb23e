/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-window-private.h"

G_BEGIN_DECLS

void nev_window_trail_install (GtkWidgetClass *widget_class);
void nev_window_trail_init    (NevWindow      *self);

G_END_DECLS
