/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-chart-view.h"

G_BEGIN_DECLS

void        nev_chart_keys_install          (GtkWidgetClass *widget_class);
const char *nev_chart_keys_get_instructions (void);

G_END_DECLS
