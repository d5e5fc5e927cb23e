/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-import-preview.h"
#include "nev-load-job.h"

G_BEGIN_DECLS

/* Finds out off the main thread what a table would be read as. */
void              nev_import_job_start  (GFile                  *file,
                                         const NevImportOptions *options,
                                         gboolean                is_whole,
                                         NevLoadProgress        *progress,
                                         GCancellable           *cancellable,
                                         GAsyncReadyCallback     callback,
                                         gpointer                user_data);
NevImportPreview *nev_import_job_finish (GAsyncResult           *result,
                                         GError                **error);

G_END_DECLS
