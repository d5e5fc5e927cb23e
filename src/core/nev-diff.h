/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-dataset.h"

G_BEGIN_DECLS

typedef enum
{
  NEV_DIFFERENCE_ADDED,
  NEV_DIFFERENCE_REVISED,
  NEV_DIFFERENCE_REMOVED,
} NevDifferenceKind;

#define NEV_N_DIFFERENCE_KINDS 3

/**
 * NevDifference:
 * @kind: what happened to the fact
 * @series: (nullable): the series of the old version that has it; borrowed from it
 * @fact: in the ledger of @series
 * @new_series: (nullable): the same of the new version
 * @new_fact: in the ledger of @new_series
 *
 * A fact that two versions of a dataset don't share. It is the same fact if series, period, basis and source are; of one that was
 * revised both are there.
 */
typedef struct
{
  NevDifferenceKind kind;
  NevSeries        *series;
  guint             fact;
  NevSeries        *new_series;
  guint             new_fact;
} NevDifference;

GArray     *nev_diff_datasets             (NevDataset        *dataset,
                                           NevDataset        *new_dataset);
const char *nev_difference_kind_to_string (NevDifferenceKind  self);

G_END_DECLS
