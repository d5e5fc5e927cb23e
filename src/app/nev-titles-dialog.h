/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-chart-state.h"

G_BEGIN_DECLS

#define NEV_TYPE_TITLES_DIALOG (nev_titles_dialog_get_type ())

/* The words of a chart, and the notes and lines in it. What is changed is seen in the chart at once. */
G_DECLARE_FINAL_TYPE (NevTitlesDialog, nev_titles_dialog, NEV, TITLES_DIALOG, AdwWindow)

NevTitlesDialog *nev_titles_dialog_new       (GtkWindow       *parent,
                                              NevChartState   *state,
                                              NevLanguage      language);

gboolean         nev_titles_dialog_has_room  (NevSpec         *spec);
NevChartState   *nev_titles_dialog_get_state (NevTitlesDialog *self);
void             nev_titles_dialog_add_note  (NevTitlesDialog *self,
                                              NevPeriod        period);

G_END_DECLS
