/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEV_TYPE_CHOICE (nev_choice_get_type ())

/* One entry of a drop-down list; one that isn't sensible is shown but can't be chosen. */
G_DECLARE_FINAL_TYPE (NevChoice, nev_choice, NEV, CHOICE, GObject)

NevChoice          *nev_choice_new          (const char *label);

const char         *nev_choice_get_label    (NevChoice  *self);
gboolean            nev_choice_get_sensible (NevChoice  *self);
void                nev_choice_set_sensible (NevChoice  *self,
                                             gboolean    sensible);

GtkListItemFactory *nev_choice_factory_new  (void);

G_END_DECLS
