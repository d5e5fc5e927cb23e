/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nev-table-order.h"

G_BEGIN_DECLS

#define NEV_TYPE_TABLE_ROW (nev_table_row_get_type ())

/* A row of a table while a list shows it. */
G_DECLARE_FINAL_TYPE (NevTableRow, nev_table_row, NEV, TABLE_ROW, GObject)

guint             nev_table_row_get_index   (NevTableRow *self);
NevPeriod         nev_table_row_get_period  (NevTableRow *self);
const NevReading *nev_table_row_get_reading (NevTableRow *self,
                                             guint        column);

#define NEV_TYPE_TABLE_MODEL (nev_table_model_get_type ())

/* A table as a list of its rows, in any order, which are made when they come into sight. */
G_DECLARE_FINAL_TYPE (NevTableModel, nev_table_model, NEV, TABLE_MODEL, GObject)

NevTableModel    *nev_table_model_new       (NevTable      *table);

void              nev_table_model_sort      (NevTableModel *self,
                                             int            column,
                                             gboolean       is_descending);
guint             nev_table_model_get_row   (NevTableModel *self,
                                             guint          position);
guint             nev_table_model_find_row  (NevTableModel *self,
                                             guint          row);

G_END_DECLS
