/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-theme.h"

G_BEGIN_DECLS

/* The looks of charts in a window: those of the desktop. */
const NevTheme *nev_chart_style_get_theme (void);
void            nev_chart_style_watch     (GtkWidget *widget,
                                           GCallback  changed);

G_END_DECLS
