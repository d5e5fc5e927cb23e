/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nev_column_heads_align (GtkColumnView     *view,
                             const char *const *words);

G_END_DECLS
