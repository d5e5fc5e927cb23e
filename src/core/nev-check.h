/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-dataset.h"

G_BEGIN_DECLS

/**
 * NevContradictionKind:
 * @NEV_CONTRADICTION_SUM: a cycle of facts doesn't close: the published value against the sum
 *   of others (a total against its months, a stock against its additions)
 * @NEV_CONTRADICTION_CHANGE: the stated rate against the ratio of the two values
 * @NEV_CONTRADICTION_RATIO: the stated percentage against numerator over denominator
 * @NEV_CONTRADICTION_CLAIM_VALUE: a claim's value against the reading
 * @NEV_CONTRADICTION_CLAIM_CHANGE: a claim's rate against the reading
 */
typedef enum
{
  NEV_CONTRADICTION_SUM,
  NEV_CONTRADICTION_CHANGE,
  NEV_CONTRADICTION_RATIO,
  NEV_CONTRADICTION_CLAIM_VALUE,
  NEV_CONTRADICTION_CLAIM_CHANGE,
} NevContradictionKind;

#define NEV_N_CONTRADICTION_KINDS 5

/* Two ways to one number that lie further apart than rounding explains. */
typedef struct
{
  NevContradictionKind kind;
  NevSeries           *series; /* borrowed */
  guint                fact;   /* in the series' ledger: the one that states @stated */
  double               stated;
  double               stated_rounding;
  NevReading           other; /* the other way, with its facts */
} NevContradiction;

GPtrArray  *nev_check_dataset             (NevDataset              *dataset);
void        nev_check_sort                (NevDataset              *dataset,
                                           GPtrArray               *found);
GPtrArray  *nev_check_reading             (const NevReading        *reading);
GPtrArray  *nev_check_terms               (const NevReading        *reading);
void        nev_contradiction_free        (NevContradiction        *self);
double      nev_contradiction_get_excess  (const NevContradiction  *self);
const char *nev_contradiction_kind_to_string (NevContradictionKind  self);

G_END_DECLS
