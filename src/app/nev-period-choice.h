/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-chart-state.h"

G_BEGIN_DECLS

#define NEV_TYPE_PERIOD_CHOICE (nev_period_choice_get_type ())

/* What a period is chosen for: to be 100 in an index, or to rank series at. */
typedef enum
{
  NEV_PERIOD_USE_INDEX_BASE,
  NEV_PERIOD_USE_RANKING,
} NevPeriodUse;

/* The list of the periods that may be chosen for one of these. */
G_DECLARE_FINAL_TYPE (NevPeriodChoice, nev_period_choice, NEV, PERIOD_CHOICE, AdwBin)

gboolean    nev_period_choice_update   (NevPeriodChoice *self,
                                        NevSpec         *spec,
                                        NevPeriodUse     use);
const char *nev_period_choice_get_name (NevPeriodChoice *self);
GtkWidget  *nev_period_choice_get_list (NevPeriodChoice *self);

G_END_DECLS
