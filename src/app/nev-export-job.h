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

G_END_DECLS
