/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-chart-state.h"

G_BEGIN_DECLS

#define NEV_TYPE_BASE_CHOICE (nev_base_choice_get_type ())

/* The list of the periods that an index may be 100 in. */
G_DECLARE_FINAL_TYPE (NevBaseChoice, nev_base_choice, NEV, BASE_CHOICE, AdwBin)

void        nev_base_choice_update   (NevBaseChoice *self,
                                      NevSpec       *spec);
const char *nev_base_choice_get_name (NevBaseChoice *self);
GtkWidget  *nev_base_choice_get_list (NevBaseChoice *self);

G_END_DECLS
