/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-batch.h"

G_BEGIN_DECLS

GBytes *nev_deck_export (GPtrArray               *specs,
                         const NevExportOptions  *options,
                         NevBatchProgress         progress,
                         gpointer                 user_data,
                         GCancellable            *cancellable,
                         GError                 **error);

G_END_DECLS
