/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-window.h"

G_BEGIN_DECLS

/* The charts of a window on the full screen. */
void nev_window_present_install (GtkWidgetClass *widget_class);

G_END_DECLS
