/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-export.h"

G_BEGIN_DECLS

/* Export off the main thread. */
void    nev_export_async  (NevSpec                *spec,
                           NevFormat               format,
                           const NevExportOptions *options,
                           GFile                  *file,
                           GCancellable           *cancellable,
                           GAsyncReadyCallback     callback,
                           gpointer                user_data);
GBytes *nev_export_finish (GAsyncResult           *result,
                           GError                **error);
GFile  *nev_export_get_file (GAsyncResult         *result);

/* How far it is, from 0 to 1. */
typedef void (*NevExportProgress) (double   fraction,
                                   gpointer user_data);

void     nev_export_all_async  (GPtrArray              *specs,
                                NevFormat               format,
                                const NevExportOptions *options,
                                gboolean                is_deck,
                                GFile                  *target,
                                NevExportProgress       progress,
                                gpointer                progress_data,
                                GCancellable           *cancellable,
                                GAsyncReadyCallback     callback,
                                gpointer                user_data);
gboolean nev_export_all_finish (GAsyncResult           *result,
                                GError                **error);

G_END_DECLS
