/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-window.h"

G_BEGIN_DECLS

/* What a chart says, on the clipboard. */
void nev_window_copy_install (GtkWidgetClass *widget_class);

G_END_DECLS
