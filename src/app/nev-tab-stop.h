/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nev_tab_stop_attach (GtkWidget *widget);

G_END_DECLS
