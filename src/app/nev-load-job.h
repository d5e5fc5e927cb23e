/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-dataset.h"

G_BEGIN_DECLS

/* How far a reading is: told by the thread that reads, asked by who waits. */
typedef struct _NevLoadProgress NevLoadProgress;

NevLoadProgress *nev_load_progress_new   (void);
NevLoadProgress *nev_load_progress_ref   (NevLoadProgress *self);
void             nev_load_progress_unref (NevLoadProgress *self);
double           nev_load_progress_get   (NevLoadProgress *self);
void             nev_load_progress_tell  (double           fraction,
                                          gpointer         self);

/* Reads a dataset off the main thread. */
void        nev_load_async  (GFile               *file,
                             const NevImportOptions *read_as,
                             NevLoadProgress     *progress,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
NevDataset *nev_load_finish (GAsyncResult        *result,
                             GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevLoadProgress, nev_load_progress_unref)

G_END_DECLS
