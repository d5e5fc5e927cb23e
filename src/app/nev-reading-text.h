/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-dataset.h"
#include "nev-format.h"

G_BEGIN_DECLS

/* The short words that stand beside a number in the window: on the card, in the details, on a tile. */
char    *nev_reading_text_period      (const NevReading *reading,
                                       NevLanguage       language);
gboolean nev_reading_text_read_change (const NevReading *reading,
                                       NevReading       *change);
char    *nev_reading_text_change      (const NevReading *reading,
                                       NevLanguage       language);
char        *nev_reading_text_change_before (const NevReading *reading,
                                             NevLanguage       language);
char    *nev_reading_text_warning     (NevDataset       *dataset,
                                       const NevReading *reading,
                                       NevLanguage       language);
char    *nev_reading_text_status      (NevDataset       *dataset,
                                       const NevReading *reading,
                                       NevLanguage       language);
GPtrArray *nev_reading_text_notes     (NevDataset       *dataset,
                                       const NevReading *reading,
                                       NevLanguage       language);
char    *nev_reading_text_headline    (const NevReading *reading,
                                       NevLanguage       language);

G_END_DECLS
