/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-table-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nev-catalog.h"
#include "nev-reading-text.h"
#include "nev-table-model.h"
#include "nev-words.h"

/* The rows are periods; the first column names them and each of the others is a series. A click on a
 * number or Return on a row asks for its details.
 */

#define PERIOD_COLUMN -1

/* Beside the italics, which not every font has. In front, where it moves no digit. */
#define DERIVED_MARK "* "

/* The dashed line that a chart draws there. */
#define BREAK_MARK "┆ "

struct _NevTableView
{
  AdwBin parent_instance;

  /* Owned */
  NevChartState      *state;
  GSignalGroup       *state_signals;
  GtkSingleSelection *selection;

  NevLanguage language;
  gboolean    is_stale;
  gboolean    is_updating;

  /* Template widgets */
  GtkColumnView *column_view;
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

static int
get_column (GObject *object)
{
  return GPOINTER_TO_INT (g_object_get_data (object, "column"));
}

static void
set_column (GObject *object,
            int      column)
{
  g_object_set_data (object, "column", GINT_TO_POINTER (column));
}

static void
cell_pressed_cb (NevTableView *self,
                 int           n_press,
                 double        x,
                 double        y,
                 GtkGesture   *click)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (click), "item");

  nev_chart_state_select (self->state, (NevDatum){ MAX (get_column (G_OBJECT (click)), 0), (int) gtk_list_item_get_position (item) });
  g_signal_emit (self, signals[SIGNAL_DETAILS_REQUESTED], 0);
}

static void
setup_cb (NevTableView       *self,
          GtkListItem        *item,
          GtkListItemFactory *factory)
{
  int         column = get_column (G_OBJECT (factory));
  GtkWidget  *label = g_object_new (GTK_TYPE_LABEL, "xalign", column == PERIOD_COLUMN ? 0.0f : 1.0f, "hexpand", TRUE, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);

  set_column (G_OBJECT (click), column);
  g_object_set_data (G_OBJECT (click), "item", item);
  g_signal_connect_object (click, "pressed", G_CALLBACK (cell_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (click));
}

/* A row is read as one thing, so it has to say all of it. */
static char *
describe_row (NevTableView *self,
              NevTableRow  *row)
{
  NevTable        *table = nev_chart_state_get_table (self->state);
  g_autofree char *period = nev_format_period (nev_table_row_get_period (row), NEV_PERIOD_FORMAT_LONG, self->language);
  GString         *text = g_string_new (period);

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    {
      const NevReading *reading = nev_table_row_get_reading (row, i);
      g_autofree char  *subject = nev_words_subject (reading, self->language);
      g_autofree char  *value = nev_words_value (reading, self->language);
      const char       *status = nev_words_status (reading->status, self->language);

      /* Translators: stands between the numbers of a row that is read aloud */
      g_string_append (text, nev_tr (self->language, "; "));
      if (reading->status == NEV_STATUS_GAP)
        g_string_append_printf (text, nev_tr (self->language, "%1$s: %2$s"), subject, status);
      else
        /* Translators: a series, its value, and how that was obtained: "NEV sales: 806,000 vehicles, published" */
        g_string_append_printf (text, nev_tr (self->language, "%1$s: %2$s, %3$s"), subject, value, status);

      if (nev_table_is_break (table, i, nev_table_row_get_index (row)))
        g_string_append_printf (text, " (%s)", nev_tr (self->language, "Method changed before this value"));
    }

  return g_string_free (text, FALSE);
}

static void
bind_period (NevTableView *self,
             GtkWidget    *label,
             NevTableRow  *row)
{
  g_autofree char *period = nev_format_period (nev_table_row_get_period (row), NEV_PERIOD_FORMAT_SHORT, self->language);
  g_autofree char *description = describe_row (self, row);
  GtkWidget       *cell = gtk_widget_get_parent (label);

  gtk_label_set_text (GTK_LABEL (label), period);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
}

/* Chinese counts in ten thousands; in English a table has all digits. */
static NevMagnitude
choose_magnitude (NevTableView *self,
                  guint         column)
{
  NevTable        *table = nev_chart_state_get_table (self->state);
  const NevColumn *head = nev_table_get_column (table, column);
  double           largest = 0;

  if (self->language == NEV_LANGUAGE_ENGLISH)
    return (NevMagnitude){ 1, "" };

  for (guint i = 0; i < nev_table_get_n_rows (table); i++)
    {
      const NevReading *reading = nev_table_get_reading (table, column, i);

      if (reading->status != NEV_STATUS_GAP)
        largest = MAX (largest, fabs (reading->value));
    }

  return nev_magnitude_choose (nev_measure_get_unit (head->measure, head->series), largest, self->language);
}

static void
bind_reading (NevTableView *self,
              GtkWidget    *label,
              NevTableRow  *row,
              guint         column)
{
  const NevReading *reading = nev_table_row_get_reading (row, column);
  gboolean          is_break = nev_table_is_break (nev_chart_state_get_table (self->state), column, nev_table_row_get_index (row));
  gboolean          is_derived = reading->status == NEV_STATUS_DERIVED;
  g_autofree char  *number = nev_reading_text_number (reading, choose_magnitude (self, column), self->language);
  g_autofree char  *marked = g_strconcat (is_break ? BREAK_MARK : "", is_derived ? DERIVED_MARK : "", number, NULL);
  g_autoptr(GString) tooltip = g_string_new (NULL);

  gtk_label_set_text (GTK_LABEL (label), marked);
  if (is_derived)
    gtk_widget_add_css_class (label, "derived");
  else
    gtk_widget_remove_css_class (label, "derived");

  if (reading->status != NEV_STATUS_PUBLISHED)
    g_string_append (tooltip, nev_words_status (reading->status, self->language));
  if (is_break)
    g_string_append_printf (tooltip, "%s%s", tooltip->len > 0 ? "\n" : "",
                            nev_tr (self->language, "Method changed before this value"));

  gtk_widget_set_tooltip_text (label, tooltip->len > 0 ? tooltip->str : NULL);
}

static void
bind_cb (NevTableView       *self,
         GtkListItem        *item,
         GtkListItemFactory *factory)
{
  int          column = get_column (G_OBJECT (factory));
  GtkWidget   *label = gtk_list_item_get_child (item);
  NevTableRow *row = gtk_list_item_get_item (item);

  if (column == PERIOD_COLUMN)
    bind_period (self, label, row);
  else
    bind_reading (self, label, row, (guint) column);
}

static char *
get_column_title (NevTableView *self,
                  guint         index)
{
  const NevColumn *column = nev_table_get_column (nev_chart_state_get_table (self->state), index);
  NevUnit          unit = nev_measure_get_unit (column->measure, column->series);
  const char      *title = nev_series_get_title (column->series, self->language);
  const char      *unit_word = unit == NEV_UNIT_OTHER ? nev_series_get_unit_text (column->series, self->language)
                                                      : nev_format_unit (unit, self->language);
  g_autofree char *unit_name = g_strconcat (choose_magnitude (self, index).word, unit_word, NULL);
  g_autofree char *what = NULL;

  if (column->measure == NEV_MEASURE_LEVEL)
    return g_strdup_printf ("%s\n%s", title, unit_name);

  what = g_strdup_printf (nev_tr (self->language, "%1$s, %2$s"), nev_words_measure (column->measure, self->language), unit_name);

  return g_strdup_printf ("%s\n%s", title, what);
}

/* A head stands above its numbers. The list has no property for that, so its labels are looked for. */
static void
align_heads (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && !g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), _("Period")))
    {
      gtk_widget_set_hexpand (widget, TRUE);
      gtk_widget_set_halign (widget, GTK_ALIGN_END);
      gtk_label_set_justify (GTK_LABEL (widget), GTK_JUSTIFY_RIGHT);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    align_heads (child);
}

static void
append_column (NevTableView *self,
               int           index,
               const char   *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  set_column (G_OBJECT (factory), index);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_expand (column, index != PERIOD_COLUMN);
  gtk_column_view_append_column (self->column_view, column);
}

static void
update_columns (NevTableView *self,
                NevTable     *table)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->column_view, column);
    }

  append_column (self, PERIOD_COLUMN, _("Period"));

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    {
      g_autofree char *title = get_column_title (self, i);

      append_column (self, (int) i, title);
    }

  align_heads (gtk_widget_get_first_child (GTK_WIDGET (self->column_view)));
}

static void
update_selection (NevTableView *self)
{
  NevDatum datum;

  if (self->state == NULL || self->is_stale)
    return;

  datum = nev_chart_state_get_selection (self->state);

  self->is_updating = TRUE;
  gtk_single_selection_set_selected (self->selection, nev_datum_is_none (datum) ? GTK_INVALID_LIST_POSITION : (guint) datum.row);
  self->is_updating = FALSE;
}

/* Only while it is seen; the chart changes more often than anybody looks at its table. */
static void
update (NevTableView *self)
{
  NevTable *table;
  g_autoptr(NevTableModel) model = NULL;

  self->is_stale = TRUE;

  if (self->state == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->is_stale = FALSE;
  table = nev_chart_state_get_table (self->state);
  model = nev_table_model_new (table);

  self->is_updating = TRUE;
  gtk_single_selection_set_model (self->selection, NULL);
  update_columns (self, table);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
  self->is_updating = FALSE;

  update_selection (self);
}

/* In the column that was selected before, or the first. */
static void
select_row (NevTableView *self,
            guint         row)
{
  NevDatum datum = nev_chart_state_get_selection (self->state);

  nev_chart_state_select (self->state, (NevDatum){ MAX (datum.column, 0), (int) row });
}

static void
row_selected_cb (NevTableView *self)
{
  guint row = gtk_single_selection_get_selected (self->selection);

  if (!self->is_updating && row != GTK_INVALID_LIST_POSITION)
    select_row (self, row);
}

static void
row_activated_cb (NevTableView *self,
                  guint         row)
{
  select_row (self, row);
  g_signal_emit (self, signals[SIGNAL_DETAILS_REQUESTED], 0);
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

  properties[PROP_STATE] =
    g_param_spec_object ("state", NULL, NULL, NEV_TYPE_CHART_STATE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Somebody wants to know how the selected number was obtained. */
  signals[SIGNAL_DETAILS_REQUESTED] =
    g_signal_new ("details-requested", NEV_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NevTableView, column_view);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
nev_table_view_init (NevTableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->language = nev_language_from_locale ();

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));

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
