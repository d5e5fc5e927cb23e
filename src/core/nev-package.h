/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-dataset.h"
#include "nev-faults.h"
#include "nev-import.h"

G_BEGIN_DECLS

/* What a dataset may hold at most. Words, JSON and CSV have limits of their own: nev-label.h,
 * nev-json-scan.h, nev-csv.h.
 */
#define NEV_PACKAGE_MAX_ROWS   1000000
#define NEV_PACKAGE_MAX_SERIES 1000
#define NEV_PACKAGE_MAX_BASES  31 /* and the one without a name */
#define NEV_PACKAGE_MAX_ITEMS  10000 /* sources, publishers, charts, notes, highlights, contexts: each */
#define NEV_PANEL_MAX_SERIES   12
#define NEV_MIN_YEAR           1900
#define NEV_MAX_YEAR           2199
#define NEV_MAX_VALUE          1e15

/**
 * NevPackageRows:
 * @name: what messages call the file
 * @bytes: (nullable): its content, CSV in UTF-8; %NULL for none
 * @is_all: whether they stand in the place of the package's own rows; else they come behind them
 *
 * Rows that a package is to be read with as if they stood in it.
 */
typedef struct
{
  const char *name;
  GBytes     *bytes;
  gboolean    is_all;
} NevPackageRows;

NevDataset *nev_package_load         (GFile                   *file,
                                      GCancellable            *cancellable,
                                      GError                 **error);
NevDataset *nev_package_load_with_progress (GFile             *file,
                                      NevProgressFunc          progress,
                                      gpointer                 progress_data,
                                      GCancellable            *cancellable,
                                      GError                 **error);
NevDataset *nev_package_load_table   (GFile                   *file,
                                      const NevImportOptions  *options,
                                      NevProgressFunc          progress,
                                      gpointer                 progress_data,
                                      GCancellable            *cancellable,
                                      GError                 **error);
gboolean    nev_package_is_table     (GFile                   *file);
char       *nev_package_describe_table (NevDataset            *dataset,
                                      const char              *path);
const char *nev_package_get_table_member (NevImportOption      option);
NevDataset *nev_package_load_bundled (GError                 **error);
NevDataset *nev_package_check        (GFile                   *file,
                                      NevFaults               *faults,
                                      GCancellable            *cancellable);
NevDataset *nev_package_check_table  (GFile                   *file,
                                      const NevImportOptions  *options,
                                      NevFaults               *faults,
                                      GCancellable            *cancellable);
NevDataset *nev_package_check_bundled (NevFaults              *faults);
NevDataset *nev_package_check_with   (GFile                   *file,
                                      const NevPackageRows    *sources,
                                      const NevPackageRows    *observations,
                                      NevFaults               *faults,
                                      GCancellable            *cancellable);
const char *nev_package_get_choices  (NevDataset              *dataset,
                                      const char             **fault);
GPtrArray  *nev_package_list_files   (GFile                   *file);
GFile      *nev_package_find_table   (GFile                   *file,
                                      const char              *name,
                                      GCancellable            *cancellable,
                                      GError                 **error);

G_END_DECLS
