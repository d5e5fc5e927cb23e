/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-format.h"
#include "nev-table.h"

G_BEGIN_DECLS

char       *nev_words_row      (const NevTable  *table,
                                guint            row,
                                NevPeriodFormat  format,
                                NevLanguage      language);
const char *nev_words_row_head (const NevTable  *table,
                                NevLanguage      language);
const char *nev_words_axis     (const NevTable  *table,
                                NevLanguage      language);
char       *nev_words_run      (const NevTable  *table,
                                guint            column,
                                NevPeriodFormat  format,
                                NevLanguage      language);
char       *nev_words_ranking_head (const NevTable *table,
                                NevLanguage      language);
char       *nev_words_column   (const NevTable  *table,
                                guint            column,
                                NevLanguage      language);

G_END_DECLS
