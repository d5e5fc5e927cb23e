/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-table-columns.h"

#include <glib/gi18n-lib.h>

#include "nev-column-heads.h"
#include "nev-table-model.h"

/* Of a column that isn't the table's the index is what it is sorted by. */
#define PERIOD_COLUMN NEV_TABLE_ORDER_PERIOD
#define STATUS_COLUMN NEV_TABLE_ORDER_STATUS

/* "published" */
#define STATUS_CHARS 9

struct _NevTableColumns
{
  GObject parent_instance;

  /* Owned */
  NevTableCells *cells;
  GPtrArray     *titles; /* (element-type utf8): what stands in the heads now */
  GPtrArray     *bound;  /* (element-type GtkListItem): what is or was just seen; borrowed */

  /* Borrowed */
  GtkColumnView *column_view;

  NevDatum marked;
  int      asked; /* the column that was asked last to compare */
  gboolean is_updating;
};

enum
{
  SIGNAL_CELL_PRESSED,
  SIGNAL_ORDER_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (NevTableColumns, nev_table_columns, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static int
get_column (gpointer object)
{
  return GPOINTER_TO_INT (g_object_get_data (object, "column"));
}

static void
set_column (gpointer object,
            int      column)
{
  g_object_set_data (object, "column", GINT_TO_POINTER (column));
}

static gboolean
is_marked (NevTableColumns *self,
           GtkListItem     *item)
{
  NevTableRow *row = gtk_list_item_get_item (item);

  return row != NULL && self->marked.row == (int) nev_table_row_get_index (row) && self->marked.column == get_column (item);
}

static void
style (NevTableColumns *self,
       GtkListItem     *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  if (is_marked (self, item))
    gtk_widget_add_css_class (label, "marked");
  else
    gtk_widget_remove_css_class (label, "marked");
}

/* With a key held a press selects rows, and isn't about the cell. */
static void
cell_pressed_cb (NevTableColumns *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGesture      *click)
{
  GtkListItem    *item = g_object_get_data (G_OBJECT (click), "item");
  NevTableRow    *row = gtk_list_item_get_item (item);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  if (row != NULL && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    g_signal_emit (self, signals[SIGNAL_CELL_PRESSED], 0, MAX (get_column (item), 0), (int) nev_table_row_get_index (row));
}

static void
setup_cb (NevTableColumns    *self,
          GtkListItem        *item,
          GtkListItemFactory *factory)
{
  int         column = get_column (factory);
  GtkWidget  *label = g_object_new (GTK_TYPE_LABEL, "xalign", column < 0 ? 0.0f : 1.0f, "hexpand", TRUE, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (label, "numeric");
  if (column == STATUS_COLUMN)
    {
      /* Where room is short the numbers have it. */
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), STATUS_CHARS);
      gtk_widget_add_css_class (label, "dim-label");
    }

  set_column (item, column);
  gtk_list_item_set_child (item, label);

  g_object_set_data (G_OBJECT (click), "item", item);
  g_signal_connect_object (click, "pressed", G_CALLBACK (cell_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (click));
}

/* The list makes a row of its cells that says nothing by itself. */
static void
bind_period (NevTableColumns *self,
             GtkWidget       *label,
             guint            row)
{
  g_autofree char *title = nev_table_cells_get_row_title (self->cells, row);
  g_autofree char *description = nev_table_cells_describe_row (self->cells, row);
  GtkWidget       *cell = gtk_widget_get_parent (label);

  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
}

static void
bind_status (NevTableColumns *self,
             GtkWidget       *label,
             guint            row)
{
  g_autofree char *status = nev_table_cells_get_row_status (self->cells, row);

  gtk_label_set_text (GTK_LABEL (label), status);
  gtk_widget_set_tooltip_text (label, status);
}

static void
bind_reading (NevTableColumns *self,
              GtkWidget       *label,
              guint            row,
              guint            column)
{
  NevTable        *table = nev_table_cells_get_table (self->cells);
  g_autofree char *text = nev_table_cells_get_text (self->cells, column, row);
  g_autofree char *remark = nev_table_cells_get_remark (self->cells, column, row);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, remark);

  if (nev_table_get_reading (table, column, row)->status == NEV_STATUS_DERIVED)
    gtk_widget_add_css_class (label, "derived");
  else
    gtk_widget_remove_css_class (label, "derived");
}

static void
bind_cb (NevTableColumns *self,
         GtkListItem     *item)
{
  int        column = get_column (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  guint      row = nev_table_row_get_index (gtk_list_item_get_item (item));

  if (column == PERIOD_COLUMN)
    bind_period (self, label, row);
  else if (column == STATUS_COLUMN)
    bind_status (self, label, row);
  else
    bind_reading (self, label, row, (guint) column);

  style (self, item);
  g_ptr_array_add (self->bound, item);
}

static void
unbind_cb (NevTableColumns *self,
           GtkListItem     *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* Never asked to compare rows: the model sorts itself, because only so gaps stay at the end in either direction. */
static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  GtkColumnViewColumn *column = user_data;
  NevTableColumns     *self = g_object_get_data (G_OBJECT (column), "columns");

  self->asked = get_column (column);

  return -1;
}

static void
append_column (NevTableColumns *self,
               int              index,
               const char      *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);
  g_autoptr(GtkCustomSorter) sorter = gtk_custom_sorter_new (compare_cb, column, NULL);

  set_column (factory, index);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  set_column (column, index);
  g_object_set_data (G_OBJECT (column), "columns", self);
  gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
  gtk_column_view_column_set_expand (column, index != PERIOD_COLUMN);
  gtk_column_view_append_column (self->column_view, column);
}

/* First what the rows are. */
static GPtrArray *
create_titles (const NevTableCells *cells)
{
  NevTable  *table = nev_table_cells_get_table (cells);
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (titles, nev_table_cells_get_row_head (cells));

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    g_ptr_array_add (titles, nev_table_cells_get_head (cells, i));

  if (nev_table_cells_has_status (cells, NEV_STATUS_DERIVED) || nev_table_cells_has_status (cells, NEV_STATUS_GAP))
    g_ptr_array_add (titles, g_strdup (_ ("How Obtained")));

  return titles;
}

static gboolean
are_equal (const GPtrArray *a,
           const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

static void
rebuild (NevTableColumns *self)
{
  guint       n_columns = nev_table_get_n_columns (nev_table_cells_get_table (self->cells));
  GListModel *columns = gtk_column_view_get_columns (self->column_view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->column_view, column);
    }

  append_column (self, PERIOD_COLUMN, g_ptr_array_index (self->titles, 0));

  for (guint i = 0; i + 1 < self->titles->len; i++)
    append_column (self, i < n_columns ? (int) i : STATUS_COLUMN, g_ptr_array_index (self->titles, i + 1));

  nev_column_heads_align (self->column_view, (const char *const[]){ g_ptr_array_index (self->titles, 0), _ ("How Obtained"), NULL });
}

static void
sorter_changed_cb (NevTableColumns *self)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[SIGNAL_ORDER_CHANGED], 0);
}

static void
nev_table_columns_finalize (GObject *object)
{
  NevTableColumns *self = NEV_TABLE_COLUMNS (object);

  g_clear_pointer (&self->cells, nev_table_cells_free);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->bound);

  G_OBJECT_CLASS (nev_table_columns_parent_class)->finalize (object);
}

static void
nev_table_columns_class_init (NevTableColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nev_table_columns_finalize;

  /* The column and the row of a number that was clicked; on the name of a row the first column. */
  signals[SIGNAL_CELL_PRESSED] =
    g_signal_new ("cell-pressed", NEV_TYPE_TABLE_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  /* A head was clicked. */
  signals[SIGNAL_ORDER_CHANGED] =
    g_signal_new ("order-changed", NEV_TYPE_TABLE_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nev_table_columns_init (NevTableColumns *self)
{
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->bound = g_ptr_array_new ();
  self->marked = NEV_DATUM_NONE;
}

/**
 * nev_table_columns_new:
 * @column_view: the list; outlives the columns
 *
 * Returns: (transfer full): columns, of which there are none before there are cells
 */
NevTableColumns *
nev_table_columns_new (GtkColumnView *column_view)
{
  NevTableColumns *self = g_object_new (NEV_TYPE_TABLE_COLUMNS, NULL);

  self->column_view = column_view;
  g_signal_connect_object (gtk_column_view_get_sorter (column_view), "changed", G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

NevTableCells *
nev_table_columns_get_cells (NevTableColumns *self)
{
  g_return_val_if_fail (NEV_IS_TABLE_COLUMNS (self), NULL);

  return self->cells;
}

/**
 * nev_table_columns_set_cells:
 * @self: columns
 * @cells: (transfer full): what is to be shown
 *
 * Shows other cells, while the list has no rows. Where the heads say the same the columns stay, and with them what they
 * are sorted by and how wide they are.
 */
void
nev_table_columns_set_cells (NevTableColumns *self,
                             NevTableCells   *cells)
{
  g_autoptr(GPtrArray) titles = NULL;

  g_return_if_fail (NEV_IS_TABLE_COLUMNS (self));
  g_return_if_fail (cells != NULL);

  titles = create_titles (cells);
  nev_table_cells_free (self->cells);
  self->cells = cells;

  if (are_equal (titles, self->titles) && titles->len > 0)
    return;

  g_ptr_array_unref (self->titles);
  self->titles = g_steal_pointer (&titles);
  self->is_updating = TRUE;
  rebuild (self);
  self->is_updating = FALSE;
}

/**
 * nev_table_columns_get_order:
 * @self: columns
 * @is_descending: (out): whether the largest comes first
 *
 * Finds out by which head the list is sorted. The list's sorter doesn't say so before GTK 4.10; but it asks the column
 * that counts first, and turns its answer round where that is the direction.
 *
 * Returns: what nev_table_order() takes
 */
int
nev_table_columns_get_order (NevTableColumns *self,
                             gboolean        *is_descending)
{
  g_return_val_if_fail (NEV_IS_TABLE_COLUMNS (self), PERIOD_COLUMN);

  self->asked = PERIOD_COLUMN;
  *is_descending = gtk_sorter_compare (gtk_column_view_get_sorter (self->column_view), self, self->column_view) == GTK_ORDERING_LARGER;

  return self->asked;
}

/**
 * nev_table_columns_mark:
 * @self: columns
 * @datum: a cell, or %NEV_DATUM_NONE
 *
 * Draws a frame around the number that is selected.
 *
 * Returns: (transfer none) (nullable): what shows the number, if it is in sight
 */
GtkWidget *
nev_table_columns_mark (NevTableColumns *self,
                        NevDatum         datum)
{
  GtkWidget *label = NULL;

  g_return_val_if_fail (NEV_IS_TABLE_COLUMNS (self), NULL);

  self->marked = datum;

  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);

      style (self, item);
      if (is_marked (self, item))
        label = gtk_list_item_get_child (item);
    }

  return label;
}
