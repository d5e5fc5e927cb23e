/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-contradiction-item.h"

G_BEGIN_DECLS

#define NEV_TYPE_CONTRADICTION_ROW (nev_contradiction_row_get_type ())

/* What a row of the list looks like. Its words are bound in the template. */
G_DECLARE_FINAL_TYPE (NevContradictionRow, nev_contradiction_row, NEV, CONTRADICTION_ROW, GtkBox)

void nev_contradiction_row_set_item (NevContradictionRow  *self,
                                     NevContradictionItem *item);

G_END_DECLS
