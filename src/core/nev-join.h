/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-dataset.h"

G_BEGIN_DECLS

NevDataset *nev_join_datasets (GPtrArray  *datasets,
                               GError    **error);

G_END_DECLS
