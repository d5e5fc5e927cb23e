/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nev-spec.h"

G_BEGIN_DECLS

/* What of a table is written, and how. */
typedef struct
{
  gboolean    is_all;   /* every period, and not only those that are shown */
  gboolean    has_mark; /* the file begins with what says that it is UTF-8 */
  NevLanguage language;
} NevTableOptions;

/* Writes a chart's table into a file, in a thread. */
void     nev_table_save_async    (NevSpec               *spec,
                                  const NevTableOptions *options,
                                  GArray                *rows,
                                  GFile                 *file,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data);
gboolean nev_table_save_finish   (GAsyncResult          *result,
                                  GError               **error);
GFile   *nev_table_save_get_file (GAsyncResult          *result);

G_END_DECLS
