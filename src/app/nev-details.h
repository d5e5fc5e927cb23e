/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-chart-state.h"

G_BEGIN_DECLS

#define NEV_TYPE_DETAILS (nev_details_get_type ())

/* The pane that tells how a number was obtained, with its sources and what speaks against it. */
G_DECLARE_FINAL_TYPE (NevDetails, nev_details, NEV, DETAILS, GtkBox)

void nev_details_show (NevDetails       *self,
                       NevChartState    *state,
                       const NevReading *reading,
                       NevLanguage       language);

G_END_DECLS
