/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-import-series.h"

G_BEGIN_DECLS

/* Reads a table as most large ones are written, in one pass and without a copy; see nev-import-scan.c. */
typedef struct _NevImportScan NevImportScan;

NevImportScan   *nev_import_scan_new    (const char             *name,
                                         const char             *head,
                                         gsize                   length,
                                         gboolean                is_all,
                                         const NevImportOptions *options);
void             nev_import_scan_free   (NevImportScan          *self);

gboolean         nev_import_scan_feed   (NevImportScan          *self,
                                         const char             *data,
                                         gsize                   length,
                                         gboolean                is_last,
                                         gsize                  *n_used,
                                         GError                **error);
guint            nev_import_scan_get_line (const NevImportScan *self);
NevImportSeries *nev_import_scan_finish (NevImportScan          *self,
                                         NevImportOptions       *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevImportScan, nev_import_scan_free)

G_END_DECLS
