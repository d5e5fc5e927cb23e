/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-dataset.h"

G_BEGIN_DECLS

void nev_dataset_parts_add_charts  (NevDatasetParts    *parts,
                                    const NevFrequency *frequencies);
void nev_dataset_parts_add_highlights (NevDatasetParts *parts);
void nev_dataset_parts_find_charts (NevDatasetParts    *parts);

guint nev_dataset_count_uncharted (NevDataset *dataset);

G_END_DECLS
