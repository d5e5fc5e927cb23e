/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-dataset.h"

G_BEGIN_DECLS

#define NEV_TYPE_TILE (nev_tile_get_type ())

/* A figure of the overview: how much, who says so, and who says otherwise. */
G_DECLARE_FINAL_TYPE (NevTile, nev_tile, NEV, TILE, GtkFlowBoxChild)

GtkWidget          *nev_tile_new           (NevDataset         *dataset,
                                            const NevHighlight *highlight,
                                            NevLanguage         language);

const NevHighlight *nev_tile_get_highlight (NevTile            *self);

G_END_DECLS
