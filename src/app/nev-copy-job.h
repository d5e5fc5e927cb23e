/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "nev-spec.h"

G_BEGIN_DECLS

typedef enum
{
  NEV_COPY_CHART, /* PNG, SVG and what it says in words */
  NEV_COPY_DATA,  /* its table: for spreadsheets, as HTML and as text */
} NevCopyKind;

/* What other programs get of a chart, made off the main thread. */
void                nev_copy_async    (NevSpec             *spec,
                                       NevCopyKind          kind,
                                       GArray              *rows,
                                       NevLanguage          language,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
GdkContentProvider *nev_copy_finish   (GAsyncResult        *result,
                                       GError             **error);

/* What was asked for, and of how many rows the numbers are. */
NevCopyKind         nev_copy_get_kind (GAsyncResult        *result);
guint               nev_copy_get_n_rows (GAsyncResult      *result);

G_END_DECLS
