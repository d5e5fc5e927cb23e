/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-table-view.h"

#include "nev-tab-stop.h"
#include "nev-table-columns.h"
#include "nev-table-model.h"

/* The rows are periods; the first column names them and each of the others is a series. What is selected in the chart is
 * selected here, and the other way round; of several rows that are selected the chart knows one.
 */

struct _NevTableView
{
  AdwBin parent_instance;

  /* Owned */
  NevChartState     *state;
  GSignalGroup      *state_signals;
  NevTableColumns   *columns;
  NevTableModel     *model; /* NULL until the table is seen */
  GtkMultiSelection *selection;

  gboolean is_stale;
  gboolean is_updating;

  /* Template widgets */
  GtkColumnView     *column_view;
  GtkScrolledWindow *scroller;
  GtkWidget         *legend;
  GtkWidget         *break_legend;
};

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

enum
{
  SIGNAL_DETAILS_REQUESTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (NevTableView, nev_table_view, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static GtkWidget *
find_list (NevTableView *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->column_view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* The list scrolls by itself only up and down. */
static void
scroll_to (NevTableView *self,
           guint         position,
           GtkWidget    *label)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  GtkWidget      *list = find_list (self);
  graphene_rect_t bounds;

  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);

  if (label != NULL && gtk_widget_compute_bounds (gtk_widget_get_parent (label), list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x, bounds.origin.x + bounds.size.width);
}

static void
update_selection (NevTableView *self)
{
  NevDatum   datum;
  guint      position;
  GtkWidget *label;

  if (self->state == NULL || self->is_stale)
    return;

  datum = nev_chart_state_get_selection (self->state);
  label = nev_table_columns_mark (self->columns, datum);

  if (self->is_updating)
    return;

  self->is_updating = TRUE;

  if (nev_datum_is_none (datum))
    {
      gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
    }
  else
    {
      position = nev_table_model_find_row (self->model, (guint) datum.row);
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
      scroll_to (self, position, label);
    }

  self->is_updating = FALSE;
}

static void
update_legend (NevTableView *self)
{
  NevTableCells *cells = nev_table_columns_get_cells (self->columns);

  gtk_widget_set_visible (self->legend, nev_table_cells_has_status (cells, NEV_STATUS_DERIVED) || nev_table_cells_has_status (cells, NEV_STATUS_GAP));
  gtk_widget_set_visible (self->break_legend, nev_table_cells_has_break (cells));
}

static void
sort (NevTableView *self)
{
  gboolean is_descending;
  int      column = nev_table_columns_get_order (self->columns, &is_descending);

  if (self->model == NULL)
    return;

  self->is_updating = TRUE;
  nev_table_model_sort (self->model, column, is_descending);
  self->is_updating = FALSE;

  update_selection (self);
}

/* Only while it is seen; the chart changes more often than anybody looks at its table. */
static void
update (NevTableView *self)
{
  NevTable *table;

  self->is_stale = TRUE;

  if (self->state == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->is_stale = FALSE;
  table = nev_chart_state_get_table (self->state);

  self->is_updating = TRUE;
  gtk_multi_selection_set_model (self->selection, NULL);
  nev_table_columns_set_cells (self->columns, nev_table_cells_new (table, nev_language_from_locale ()));
  g_clear_object (&self->model);
  self->model = nev_table_model_new (table);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  self->is_updating = FALSE;

  update_legend (self);
  sort (self);
}

/* In the column that was selected before, or the first. */
static void
select_row (NevTableView *self,
            guint         position)
{
  NevDatum datum = nev_chart_state_get_selection (self->state);

  nev_chart_state_select (self->state, (NevDatum){ MAX (datum.column, 0), (int) nev_table_model_get_row (self->model, position) });
}

static void
selection_changed_cb (NevTableView      *self,
                      guint              position,
                      guint              n_items,
                      GtkSelectionModel *selection)
{
  g_autoptr(GtkBitset) selected = NULL;
  NevDatum datum;

  if (self->is_updating || self->model == NULL)
    return;

  selected = gtk_selection_model_get_selection (selection);
  datum = nev_chart_state_get_selection (self->state);

  /* Rows that are selected here mustn't be made one by the answer. */
  self->is_updating = TRUE;

  if (gtk_bitset_is_empty (selected))
    nev_chart_state_select (self->state, NEV_DATUM_NONE);
  else if (nev_datum_is_none (datum) || !gtk_bitset_contains (selected, nev_table_model_find_row (self->model, (guint) datum.row)))
    select_row (self, gtk_bitset_get_minimum (selected));

  self->is_updating = FALSE;
}

static void
row_activated_cb (NevTableView *self,
                  guint         position)
{
  select_row (self, position);
  g_signal_emit (self, signals[SIGNAL_DETAILS_REQUESTED], 0);
}

static void
cell_pressed_cb (NevTableView *self,
                 int           column,
                 int           row)
{
  nev_chart_state_select (self->state, (NevDatum){ column, row });
  g_signal_emit (self, signals[SIGNAL_DETAILS_REQUESTED], 0);
}

/* Left and right in a row; in the heads they go from one head to the next. */
static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  NevTableView *self = NEV_TABLE_VIEW (widget);
  GtkWidget    *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget    *list = find_list (self);
  int           step = g_variant_get_int32 (args);

  if (self->state == NULL || focus == NULL || (focus != list && !gtk_widget_is_ancestor (focus, list)))
    return FALSE;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;

  nev_chart_state_step (self->state, step, 0);

  return TRUE;
}

static void
add_step (GtkEventController *controller,
          guint               key,
          int                 step)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_callback_action_new (step_cb, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
nev_table_view_map (GtkWidget *widget)
{
  NevTableView *self = NEV_TABLE_VIEW (widget);

  GTK_WIDGET_CLASS (nev_table_view_parent_class)->map (widget);

  if (self->is_stale)
    update (self);
}

static gboolean
nev_table_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NEV_TABLE_VIEW (widget)->column_view));
}

static void
nev_table_view_dispose (GObject *object)
{
  NevTableView *self = NEV_TABLE_VIEW (object);

  g_clear_object (&self->state_signals);
  g_clear_object (&self->state);
  g_clear_object (&self->columns);
  g_clear_object (&self->model);
  g_clear_object (&self->selection);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_TABLE_VIEW);

  G_OBJECT_CLASS (nev_table_view_parent_class)->dispose (object);
}

static void
nev_table_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  NevTableView *self = NEV_TABLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_table_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  NevTableView *self = NEV_TABLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_STATE:
      nev_table_view_set_state (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_table_view_class_init (NevTableViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_table_view_dispose;
  object_class->get_property = nev_table_view_get_property;
  object_class->set_property = nev_table_view_set_property;

  widget_class->grab_focus = nev_table_view_grab_focus;
  widget_class->map = nev_table_view_map;

  /* The rows that are selected, in front of the window's own copy of the chart. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy-rows", NULL);

  properties[PROP_STATE] =
    g_param_spec_object ("state", NULL, NULL, NEV_TYPE_CHART_STATE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Somebody wants to know how the selected number was obtained. */
  signals[SIGNAL_DETAILS_REQUESTED] =
    g_signal_new ("details-requested", NEV_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NevTableView, column_view);
  gtk_widget_class_bind_template_child (widget_class, NevTableView, scroller);
  gtk_widget_class_bind_template_child (widget_class, NevTableView, legend);
  gtk_widget_class_bind_template_child (widget_class, NevTableView, break_legend);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
nev_table_view_init (NevTableView *self)
{
  GtkEventController *steps;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = gtk_multi_selection_new (NULL);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));

  self->columns = nev_table_columns_new (self->column_view);
  nev_tab_stop_attach (GTK_WIDGET (self->column_view));
  g_signal_connect_object (self->columns, "cell-pressed", G_CALLBACK (cell_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "order-changed", G_CALLBACK (sort), self, G_CONNECT_SWAPPED);

  /* Before the list, which would take them for itself. */
  steps = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (steps, GTK_PHASE_CAPTURE);
  add_step (steps, GDK_KEY_Left, -1);
  add_step (steps, GDK_KEY_Right, 1);
  gtk_widget_add_controller (GTK_WIDGET (self), steps);

  self->state_signals = g_signal_group_new (NEV_TYPE_CHART_STATE);
  g_signal_group_connect_swapped (self->state_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->state_signals, "selection-changed", G_CALLBACK (update_selection), self);
}

NevChartState *
nev_table_view_get_state (NevTableView *self)
{
  g_return_val_if_fail (NEV_IS_TABLE_VIEW (self), NULL);

  return self->state;
}

void
nev_table_view_set_state (NevTableView  *self,
                          NevChartState *state)
{
  g_return_if_fail (NEV_IS_TABLE_VIEW (self));
  g_return_if_fail (state == NULL || NEV_IS_CHART_STATE (state));

  if (!g_set_object (&self->state, state))
    return;

  g_signal_group_set_target (self->state_signals, state);
  update (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * nev_table_view_get_rows:
 * @self: a table
 * @is_selected: whether only those that are selected are asked for
 *
 * Returns: (transfer full) (nullable) (element-type guint): the table's rows in the order in which they stand; %NULL
 *   where none is selected
 */
GArray *
nev_table_view_get_rows (NevTableView *self,
                         gboolean      is_selected)
{
  GArray *rows;

  g_return_val_if_fail (NEV_IS_TABLE_VIEW (self), NULL);

  if (self->model == NULL || self->is_stale)
    return NULL;

  rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      guint row = nev_table_model_get_row (self->model, i);

      if (!is_selected || gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
        g_array_append_val (rows, row);
    }

  if (rows->len == 0)
    g_clear_pointer (&rows, g_array_unref);

  return rows;
}
