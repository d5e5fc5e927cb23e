/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-dataset.h"
#include "nev-faults.h"
#include "nev-import-options.h"

G_BEGIN_DECLS

/* What a table may hold at most. One that isn't written plainly and alike throughout is read in memory, and may be
 * as large as NEV_CSV_MAX_BYTES.
 */
#define NEV_IMPORT_MAX_BYTES G_GUINT64_CONSTANT (4294967296)
#define NEV_IMPORT_MAX_ROWS  50000000

/**
 * NevProgressFunc:
 * @fraction: how much is done, 0 to 1
 * @user_data: what was given with the function
 *
 * Is told how far a reading has come, in the thread that reads.
 */
typedef void (*NevProgressFunc) (double   fraction,
                                 gpointer user_data);

gboolean    nev_import_guess (const char             *name,
                              const char             *text,
                              gsize                   length,
                              NevImportOptions       *options,
                              GCancellable           *cancellable,
                              GError                **error);
NevDataset *nev_import_read  (const char             *name,
                              const char             *text,
                              gsize                   length,
                              const NevImportOptions *options,
                              GCancellable           *cancellable,
                              GError                **error);
void        nev_import_check (const char             *name,
                              GBytes                 *bytes,
                              const NevImportOptions *options,
                              NevFaults              *faults,
                              GCancellable           *cancellable);
NevDataset *nev_import_load  (const char             *name,
                              GBytes                 *bytes,
                              const NevImportOptions *options,
                              GCancellable           *cancellable,
                              GError                **error);
NevDataset *nev_import_load_stream (const char             *name,
                                    GInputStream           *stream,
                                    guint64                 size,
                                    const NevImportOptions *options,
                                    NevProgressFunc         progress,
                                    gpointer                progress_data,
                                    GCancellable           *cancellable,
                                    GError                **error);

G_END_DECLS
