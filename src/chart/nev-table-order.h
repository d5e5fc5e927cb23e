/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-table.h"

G_BEGIN_DECLS

/* In place of a column: what rows are called, and how their values were obtained. */
#define NEV_TABLE_ORDER_PERIOD -1
#define NEV_TABLE_ORDER_STATUS -2

GArray *nev_table_order (const NevTable *table,
                         int             column,
                         gboolean        is_descending);

G_END_DECLS
