/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-window.h"

G_BEGIN_DECLS

void nev_window_quote_install (GtkWidgetClass *widget_class);
void nev_window_update_quote  (NevWindow      *self);

G_END_DECLS
