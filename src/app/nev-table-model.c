/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-table-model.h"

struct _NevTableRow
{
  GObject parent_instance;

  /* Owned */
  NevTable *table;

  guint index;
};

G_DEFINE_FINAL_TYPE (NevTableRow, nev_table_row, G_TYPE_OBJECT)

static void
nev_table_row_finalize (GObject *object)
{
  nev_table_unref (NEV_TABLE_ROW (object)->table);

  G_OBJECT_CLASS (nev_table_row_parent_class)->finalize (object);
}

static void
nev_table_row_class_init (NevTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nev_table_row_finalize;
}

static void
nev_table_row_init (NevTableRow *self)
{
}

guint
nev_table_row_get_index (NevTableRow *self)
{
  g_return_val_if_fail (NEV_IS_TABLE_ROW (self), 0);

  return self->index;
}

NevPeriod
nev_table_row_get_period (NevTableRow *self)
{
  g_return_val_if_fail (NEV_IS_TABLE_ROW (self), NEV_PERIOD_NONE);

  return nev_table_get_period (self->table, self->index);
}

const NevReading *
nev_table_row_get_reading (NevTableRow *self,
                           guint        column)
{
  g_return_val_if_fail (NEV_IS_TABLE_ROW (self), NULL);

  return nev_table_get_reading (self->table, column, self->index);
}

struct _NevTableModel
{
  GObject parent_instance;

  /* Owned */
  NevTable *table;
  GArray   *order; /* (element-type guint): the table's rows; NULL: as the table has them */
};

static GType
nev_table_model_get_item_type (GListModel *model)
{
  return NEV_TYPE_TABLE_ROW;
}

static guint
nev_table_model_get_n_items (GListModel *model)
{
  return nev_table_get_n_rows (NEV_TABLE_MODEL (model)->table);
}

static gpointer
nev_table_model_get_item (GListModel *model,
                          guint       position)
{
  NevTableModel *self = NEV_TABLE_MODEL (model);
  NevTableRow   *row;

  if (position >= nev_table_get_n_rows (self->table))
    return NULL;

  row = g_object_new (NEV_TYPE_TABLE_ROW, NULL);
  row->table = nev_table_ref (self->table);
  row->index = nev_table_model_get_row (self, position);

  return row;
}

static void
nev_table_model_init_interface (GListModelInterface *interface)
{
  interface->get_item_type = nev_table_model_get_item_type;
  interface->get_n_items = nev_table_model_get_n_items;
  interface->get_item = nev_table_model_get_item;
}

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (NevTableModel, nev_table_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, nev_table_model_init_interface))
/* clang-format on */

static void
nev_table_model_finalize (GObject *object)
{
  NevTableModel *self = NEV_TABLE_MODEL (object);

  g_clear_pointer (&self->order, g_array_unref);
  nev_table_unref (self->table);

  G_OBJECT_CLASS (nev_table_model_parent_class)->finalize (object);
}

static void
nev_table_model_class_init (NevTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nev_table_model_finalize;
}

static void
nev_table_model_init (NevTableModel *self)
{
}

/**
 * nev_table_model_new:
 * @table: the numbers; kept
 *
 * Returns: (transfer full): a list of the table's rows
 */
NevTableModel *
nev_table_model_new (NevTable *table)
{
  NevTableModel *self;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_object_new (NEV_TYPE_TABLE_MODEL, NULL);
  self->table = nev_table_ref (table);

  return self;
}

/**
 * nev_table_model_sort:
 * @self: a model
 * @column: what nev_table_order() takes
 * @is_descending: whether the largest comes first
 *
 * Lists the same rows in another order.
 */
void
nev_table_model_sort (NevTableModel *self,
                      int            column,
                      gboolean       is_descending)
{
  guint n_rows;

  g_return_if_fail (NEV_IS_TABLE_MODEL (self));

  n_rows = nev_table_get_n_rows (self->table);
  g_clear_pointer (&self->order, g_array_unref);

  if (column != NEV_TABLE_ORDER_PERIOD || is_descending)
    self->order = nev_table_order (self->table, column, is_descending);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_rows, n_rows);
}

/**
 * nev_table_model_get_row:
 * @self: a model
 * @position: a place in the list
 *
 * Returns: the table's row that stands there
 */
guint
nev_table_model_get_row (NevTableModel *self,
                         guint          position)
{
  g_return_val_if_fail (NEV_IS_TABLE_MODEL (self), 0);

  return self->order != NULL ? g_array_index (self->order, guint, position) : position;
}

/**
 * nev_table_model_find_row:
 * @self: a model
 * @row: a row of the table
 *
 * Returns: the place in the list where it stands
 */
guint
nev_table_model_find_row (NevTableModel *self,
                          guint          row)
{
  g_return_val_if_fail (NEV_IS_TABLE_MODEL (self), row);

  if (self->order == NULL)
    return row;

  for (guint i = 0; i < self->order->len; i++)
    {
      if (g_array_index (self->order, guint, i) == row)
        return i;
    }

  g_return_val_if_reached (row);
}
