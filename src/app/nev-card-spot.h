/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nev_card_spot_find (GtkAllocation *card,
                         double         anchor_x,
                         double         anchor_y,
                         int            width,
                         int            height);

G_END_DECLS
