/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEV_TYPE_CARD_LINE (nev_card_line_get_type ())

/* A text on the card, or none. */
G_DECLARE_FINAL_TYPE (NevCardLine, nev_card_line, NEV, CARD_LINE, GtkWidget)

const char *nev_card_line_get_label  (NevCardLine *self);
void        nev_card_line_set_label  (NevCardLine *self,
                                      const char  *label);
gboolean    nev_card_line_is_shown   (NevCardLine *self);

int         nev_card_line_fit_width  (NevCardLine *self,
                                      int          available);
int         nev_card_line_fit_height (NevCardLine *self,
                                      int          width);
void        nev_card_line_draw       (NevCardLine *self,
                                      cairo_t     *cr,
                                      int          x,
                                      int          y,
                                      int          width);

G_END_DECLS
