/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-chart-state.h"

G_BEGIN_DECLS

#define NEV_TYPE_AGAINST_CHOICE (nev_against_choice_get_type ())

/* Whether a range is compared with another one, and with which. */
G_DECLARE_FINAL_TYPE (NevAgainstChoice, nev_against_choice, NEV, AGAINST_CHOICE, GtkBox)

void nev_against_choice_update (NevAgainstChoice *self,
                                NevSpec          *spec);

G_END_DECLS
