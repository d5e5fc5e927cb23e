/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-check.h"

G_BEGIN_DECLS

#define NEV_TYPE_CONTRADICTIONS (nev_contradictions_get_type ())

/* The page that lists what a dataset contradicts itself in. */
G_DECLARE_FINAL_TYPE (NevContradictions, nev_contradictions, NEV, CONTRADICTIONS, AdwBin)

void nev_contradictions_set_dataset (NevContradictions *self,
                                     NevDataset        *dataset);
void nev_contradictions_look        (NevContradictions *self);
int  nev_contradictions_get_count   (NevContradictions *self);

G_END_DECLS
