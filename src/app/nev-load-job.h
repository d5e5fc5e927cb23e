/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-dataset.h"

G_BEGIN_DECLS

/* Reads a dataset off the main thread. */
void        nev_load_async  (GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
NevDataset *nev_load_finish (GAsyncResult        *result,
                             GError             **error);

G_END_DECLS
