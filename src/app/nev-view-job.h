/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nev-view.h"

G_BEGIN_DECLS

/* What a desktop calls such a file. */
#define NEV_VIEW_MIME_TYPE "application/vnd.nevcharts.view+json"

/* Reads and writes files of views off the main thread. */
void     nev_view_load_async  (GFile               *file,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
NevView *nev_view_load_finish (GAsyncResult        *result,
                               GError             **error);

void     nev_view_save_async  (NevSpec             *spec,
                               GFile               *file,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
gboolean nev_view_save_finish (GAsyncResult        *result,
                               GError             **error);
GFile   *nev_view_save_get_file (GAsyncResult      *result);
NevSpec *nev_view_save_get_spec (GAsyncResult      *result);

gboolean nev_view_is_file     (GFile               *file);

G_END_DECLS
