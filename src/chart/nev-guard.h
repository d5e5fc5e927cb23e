/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-spec.h"

G_BEGIN_DECLS

/**
 * NevDifference:
 * @NEV_DIFFERENCE_UNIT: they are counted in other units
 * @NEV_DIFFERENCE_KIND: one adds up over a period, the other stands at its end, or is a quotient
 * @NEV_DIFFERENCE_PUBLISHER: who publishes most of the one publishes nothing of the other
 * @NEV_DIFFERENCE_BASIS: what most of the one is counted on is nothing that the other is counted on
 * @NEV_DIFFERENCE_COUNT: their descriptions tell of another way to count: wholesale, retail, a company's own count
 *
 * In what two series aren't defined alike.
 */
typedef enum
{
  NEV_DIFFERENCE_NONE = 0,
  NEV_DIFFERENCE_UNIT = 1 << 0,
  NEV_DIFFERENCE_KIND = 1 << 1,
  NEV_DIFFERENCE_PUBLISHER = 1 << 2,
  NEV_DIFFERENCE_BASIS = 1 << 3,
  NEV_DIFFERENCE_COUNT = 1 << 4,
} NevDifference;

gboolean      nev_guard_share_scale     (NevMeasure   measure,
                                         NevSeries   *a,
                                         NevSeries   *b);
NevDifference nev_guard_compare         (NevDataset  *dataset,
                                         NevSeries   *a,
                                         NevSeries   *b);
char         *nev_guard_describe        (NevDataset  *dataset,
                                         GPtrArray   *series,
                                         NevLanguage  language);
char         *nev_guard_get_note        (NevSpec     *spec,
                                         NevLanguage  language);
char         *nev_guard_get_publishers  (NevDataset  *dataset,
                                         NevSeries   *series,
                                         NevLanguage  language);
char         *nev_guard_get_unit        (NevSeries   *series,
                                         NevLanguage  language);

G_END_DECLS
