/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEV_TYPE_SPLIT (nev_split_get_type ())

/* Two children, of which the second one can be left out: side by side where there is room, else one above the other, and
 * where there is none the second in place of the first.
 */
G_DECLARE_FINAL_TYPE (NevSplit, nev_split, NEV, SPLIT, GtkWidget)

gboolean nev_split_get_show_second (NevSplit *self);
void     nev_split_set_show_second (NevSplit *self,
                                    gboolean  show_second);

G_END_DECLS
