/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-dataset.h"

G_BEGIN_DECLS

#define NEV_TYPE_READING_CARD (nev_reading_card_get_type ())

/* The card beside a mark: one number, and who says so. */
G_DECLARE_FINAL_TYPE (NevReadingCard, nev_reading_card, NEV, READING_CARD, GtkWidget)

void nev_reading_card_show  (NevReadingCard   *self,
                             NevDataset       *dataset,
                             const NevReading *reading,
                             NevLanguage       language);
void nev_reading_card_place (NevReadingCard   *self,
                             double            anchor_x,
                             double            anchor_y,
                             int               width,
                             int               height);

G_END_DECLS
