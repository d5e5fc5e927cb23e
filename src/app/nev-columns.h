/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEV_TYPE_COLUMNS (nev_columns_get_type ())

/* Two children: side by side where there is room, else the first above the second. */
G_DECLARE_FINAL_TYPE (NevColumns, nev_columns, NEV, COLUMNS, GtkWidget)

G_END_DECLS
