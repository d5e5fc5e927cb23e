/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-dataset.h"

G_BEGIN_DECLS

#define NEV_TYPE_OVERVIEW (nev_overview_get_type ())

/* The dataset's figures and its context on one page. */
G_DECLARE_FINAL_TYPE (NevOverview, nev_overview, NEV, OVERVIEW, AdwBin)

void nev_overview_set_dataset (NevOverview *self,
                               NevDataset  *dataset);

G_END_DECLS
