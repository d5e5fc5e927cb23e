/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-faults.h"
#include "nev-json-reader.h"

G_BEGIN_DECLS

#define NEV_COLUMN_NONE (-1)

/* The rows of a tabular data resource, whether they stand in a CSV file or inline in the descriptor, as
 * arrays or as objects. Cells are texts; the caller says which columns it wants by their names.
 */
typedef struct _NevRows NevRows;

NevRows    *nev_rows_new_csv        (const char          *file_name,
                                     GBytes              *bytes,
                                     NevFaults           *faults);
NevRows    *nev_rows_new_json       (const NevJsonPlace  *data,
                                     NevFaults           *faults);
void        nev_rows_free           (NevRows             *self);

gboolean    nev_rows_require_column (NevRows             *self,
                                     const char          *name,
                                     int                 *column);
int         nev_rows_find_column    (NevRows             *self,
                                     const char          *name);

gboolean    nev_rows_next           (NevRows             *self);
guint       nev_rows_get_row        (NevRows             *self);
const char *nev_rows_get_cell       (NevRows             *self,
                                     int                  column);
gboolean    nev_rows_fail           (NevRows             *self,
                                     int                  column,
                                     NevDataError         code,
                                     const char          *format,
                                     ...) G_GNUC_PRINTF (4, 5);
gboolean    nev_rows_fail_row       (NevRows             *self,
                                     guint                row,
                                     NevDataError         code,
                                     const char          *format,
                                     ...) G_GNUC_PRINTF (4, 5);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevRows, nev_rows_free)

G_END_DECLS
