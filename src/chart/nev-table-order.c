/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-table-order.h"

/* In what order the rows of a table are read. The table itself stays as it is: an order is a list of its rows. */

typedef struct
{
  const NevTable *table;
  int             column;
  int             sign;
} Order;

static int
compare_values (const Order *self,
                guint        a,
                guint        b)
{
  const NevReading *first = nev_table_get_reading (self->table, (guint) self->column, a);
  const NevReading *second = nev_table_get_reading (self->table, (guint) self->column, b);
  gboolean          is_first_gap = first->status == NEV_STATUS_GAP;
  gboolean          is_second_gap = second->status == NEV_STATUS_GAP;

  /* What isn't known is neither small nor large. */
  if (is_first_gap || is_second_gap)
    return (int) is_first_gap - (int) is_second_gap;

  return self->sign * ((first->value > second->value) - (first->value < second->value));
}

/* The more of a row is published, the further in front it stands: every derived value counts, and a gap more than any
 * number of them.
 */
static guint
count_unpublished (const NevTable *table,
                   guint           row)
{
  guint n_columns = nev_table_get_n_columns (table);
  guint count = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      const NevReading *reading = nev_table_get_reading (table, i, row);

      /* What isn't shown is no gap. */
      if (reading->gap == NEV_GAP_NOT_SHOWN)
        continue;

      if (reading->status == NEV_STATUS_GAP)
        count += n_columns + 1;
      else if (reading->status == NEV_STATUS_DERIVED)
        count++;
    }

  return count;
}

static int
compare_statuses (const Order *self,
                  guint        a,
                  guint        b)
{
  guint first = count_unpublished (self->table, a);
  guint second = count_unpublished (self->table, b);

  return self->sign * ((first > second) - (first < second));
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const Order *self = user_data;
  guint        first = *(const guint *) a;
  guint        second = *(const guint *) b;
  int          result = 0;

  if (self->column == NEV_TABLE_ORDER_PERIOD)
    return self->sign * ((first > second) - (first < second));

  if (self->column == NEV_TABLE_ORDER_STATUS)
    result = compare_statuses (self, first, second);
  else
    result = compare_values (self, first, second);

  /* Among equals the earlier one comes first, in either direction. */
  return result != 0 ? result : (first > second) - (first < second);
}

/**
 * nev_table_order:
 * @table: the numbers
 * @column: by which column; or %NEV_TABLE_ORDER_PERIOD or %NEV_TABLE_ORDER_STATUS
 * @is_descending: whether the largest comes first
 *
 * Sorts the rows of a table: periods as the table has them, values as numbers with the gaps at the end in either
 * direction, and statuses from what is published to what is missing.
 *
 * Returns: (transfer full) (element-type guint): the table's rows
 */
GArray *
nev_table_order (const NevTable *table,
                 int             column,
                 gboolean        is_descending)
{
  Order   order = { table, column, is_descending ? -1 : 1 };
  guint   n_rows;
  GArray *rows;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (column >= NEV_TABLE_ORDER_STATUS && column < (int) nev_table_get_n_columns (table), NULL);

  n_rows = nev_table_get_n_rows (table);
  rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_rows);

  for (guint i = 0; i < n_rows; i++)
    g_array_append_val (rows, i);

  if (column != NEV_TABLE_ORDER_PERIOD || is_descending)
    g_array_sort_with_data (rows, compare_cb, &order);

  return rows;
}
