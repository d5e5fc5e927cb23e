/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-scene.h"
#include "nev-table-cells.h"

G_BEGIN_DECLS

#define NEV_TYPE_TABLE_COLUMNS (nev_table_columns_get_type ())

/* The columns in which a list shows the cells of a table: what rows are called, a column for each of the table's, and
 * how the values were obtained where not all are published.
 */
G_DECLARE_FINAL_TYPE (NevTableColumns, nev_table_columns, NEV, TABLE_COLUMNS, GObject)

NevTableColumns *nev_table_columns_new        (GtkColumnView   *column_view);

NevTableCells   *nev_table_columns_get_cells  (NevTableColumns *self);
void             nev_table_columns_set_cells  (NevTableColumns *self,
                                               NevTableCells   *cells);
int              nev_table_columns_get_order  (NevTableColumns *self,
                                               gboolean        *is_descending);
GtkWidget       *nev_table_columns_mark       (NevTableColumns *self,
                                               NevDatum         datum);

G_END_DECLS
