/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-series-dialog.h"

#include <glib/gi18n-lib.h>

#include "nev-accessible.h"
#include "nev-guard.h"
#include "nev-spec-series.h"
#include "nev-theme.h"

/* With a state a row adds its series to the chart or removes it, at once, so that one sees what comes of it and undoes it
 * like any other change. What can't share the chart's scale is offered as a comparison in which it can; there is never a
 * second axis. What isn't counted like what is there is told beside it, before it is chosen.
 *
 * Without a state a row is opened: "opened" tells which.
 *
 * Keys: what is typed searches; Down leads into the list, Return adds, removes or opens, Escape closes.
 */

#define WIDTH 520
#define HEIGHT 600

struct _NevSeriesDialog
{
  AdwWindow parent_instance;

  /* Owned */
  NevChartState      *state;  /* NULL: things are opened */
  NevSeries          *wanted; /* what waits for a comparison, or NULL */
  GtkFilterListModel *found;
  GtkFilter          *filter;

  /* Template widgets */
  GtkSearchEntry *entry;
  GtkListBox     *list;
  GtkWidget      *bottom;
  GtkWidget      *note_row;
  GtkLabel       *note;
  GtkLabel       *message;
  GtkWidget      *offers;
};

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (NevSeriesDialog, nev_series_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static NevSpec *
get_spec (NevSeriesDialog *self)
{
  return nev_chart_state_get_spec (self->state);
}

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  NevSeriesDialog *self = user_data;

  return self->entry == NULL || nev_series_item_matches (item, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* What is to be said of a series before it is chosen; NULL for nothing. */
static char *
get_warning (NevSeriesDialog *self,
             NevSeries       *series)
{
  NevSpec *spec = get_spec (self);
  g_autoptr(GPtrArray) series_list = g_ptr_array_new ();
  GPtrArray *shown = nev_spec_get_panel (spec, 0).series;

  if (!nev_spec_can_take_series (spec, series, nev_spec_get_measure (spec)))
    return NULL;

  for (guint i = 0; i < shown->len; i++)
    g_ptr_array_add (series_list, g_ptr_array_index (shown, i));
  if (!g_ptr_array_find (series_list, series, NULL))
    g_ptr_array_add (series_list, series);

  return nev_guard_describe (nev_spec_get_dataset (spec), series_list, nev_language_from_locale ());
}

static gboolean
is_chosen (NevSeriesDialog *self,
           NevSeries       *series)
{
  return self->state != NULL && series != NULL && nev_spec_shows_series (get_spec (self), series);
}

/* The label that holds what changes of a row. */
static GtkWidget *
get_part (GtkWidget  *row,
          const char *name)
{
  return g_object_get_data (G_OBJECT (row), name);
}

static void
update_row (NevSeriesDialog *self,
            GtkWidget       *row)
{
  NevSeriesItem   *item = g_object_get_data (G_OBJECT (row), "item");
  NevSeries       *series = nev_series_item_get_series (item);
  gboolean         chosen = is_chosen (self, series);
  g_autofree char *details = nev_series_item_get_details (item);
  g_autofree char *warning = NULL;
  g_autofree char *name = NULL;

  if (self->state != NULL && series != NULL && !chosen)
    {
      if (nev_spec_can_take_series (get_spec (self), series, nev_spec_get_measure (get_spec (self))))
        warning = get_warning (self, series);
      else
        warning = g_strdup (_ ("Another unit: to be compared as an index"));
    }

  gtk_widget_set_opacity (get_part (row, "check"), chosen ? 1 : 0);
  gtk_label_set_label (GTK_LABEL (get_part (row, "warning")), warning != NULL ? warning : "");
  gtk_widget_set_visible (get_part (row, "warning"), warning != NULL);

  name = g_strjoin (", ", nev_series_item_get_title (item), chosen ? _ ("in the chart") : details, warning, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  NevSeriesDialog *self = user_data;
  NevSeries       *series = nev_series_item_get_series (item);
  g_autofree char *details = nev_series_item_get_details (item);
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  const char      *description = series != NULL ? nev_series_get_description (series, nev_language_from_locale ()) : "";

  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_visible (check, self->state != NULL);

  add_label (words, nev_series_item_get_title (item), NULL);
  gtk_widget_add_css_class (add_label (words, details, "caption"), "dim-label");
  g_object_set_data (G_OBJECT (row), "warning", add_label (words, "", "caption"));
  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  gtk_widget_set_tooltip_text (row, *description != '\0' ? description : NULL);

  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  update_row (self, row);

  return row;
}

/* A sentence at the bottom, and what can be done about it; NULL for nothing. */
static void
say (NevSeriesDialog *self,
     const char      *message,
     gboolean         has_offers)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  gtk_widget_set_visible (self->offers, has_offers);
  gtk_widget_set_visible (self->bottom, message != NULL || gtk_widget_get_visible (self->note_row));
  if (message != NULL)
    nev_accessible_announce (GTK_WIDGET (self), message);
}

static void
update (NevSeriesDialog *self)
{
  g_autofree char *note = NULL;

  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    update_row (self, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, i)));

  if (self->state != NULL)
    note = nev_guard_get_note (get_spec (self), nev_language_from_locale ());

  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (self->note_row, note != NULL);
  g_clear_object (&self->wanted);
  say (self, NULL, FALSE);
}

static void
offer_comparison (NevSeriesDialog *self,
                  NevSeries       *series)
{
  NevSpec         *spec = get_spec (self);
  NevLanguage      language = nev_language_from_locale ();
  NevSeries       *first = g_ptr_array_index (nev_spec_get_all_series (spec), 0);
  g_autofree char *unit = nev_guard_get_unit (series, language);
  g_autofree char *chart_unit = nev_guard_get_unit (first, language);
  g_autofree char *message = NULL;

  /* Translators: a series and its unit, and the unit of the chart */
  message = g_strdup_printf (_ ("“%1$s” is counted in %2$s and the chart in %3$s. On one scale they can be compared as:"),
                             nev_series_get_title (series, language), unit, chart_unit);

  g_set_object (&self->wanted, series);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.compare-index", nev_spec_can_take_series (spec, series, NEV_MEASURE_INDEX));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.compare-change",
                                 nev_spec_can_take_series (spec, series, NEV_MEASURE_CHANGE_ON_YEAR));
  say (self, message, TRUE);
}

static void
say_full (NevSeriesDialog *self)
{
  g_autofree char *message = g_strdup_printf (_ ("A chart shows at most %d series, so that they can be told apart. Remove one first."),
                                              NEV_N_SLOTS);

  say (self, message, FALSE);
}

static void
toggle (NevSeriesDialog *self,
        NevSeries       *series)
{
  NevSpec *spec = get_spec (self);

  if (nev_spec_shows_series (spec, series))
    {
      if (!nev_spec_remove_series (spec, series) && !nev_spec_hide_series (spec, series))
        say (self, _ ("The last series of a chart can’t be removed."), FALSE);
    }
  else if (!nev_spec_can_take_series (spec, series, nev_spec_get_measure (spec)))
    offer_comparison (self, series);
  else if (!nev_spec_add_series (spec, series))
    say_full (self);
}

static void
compare_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  NevSeriesDialog *self = NEV_SERIES_DIALOG (widget);
  NevSpec         *spec = get_spec (self);
  g_autoptr(NevSeries) series = g_steal_pointer (&self->wanted);
  NevMeasure measure = g_str_equal (action_name, "dialog.compare-index") ? NEV_MEASURE_INDEX : NEV_MEASURE_CHANGE_ON_YEAR;
  gboolean   is_added;

  if (series == NULL)
    return;

  g_object_freeze_notify (G_OBJECT (spec));
  is_added = nev_spec_add_series (spec, series);
  if (is_added)
    {
      nev_spec_set_measure (spec, measure);
      nev_spec_set_mark (spec, NEV_MARK_LINE);
    }
  g_object_thaw_notify (G_OBJECT (spec));

  if (!is_added)
    say_full (self);

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
row_activated_cb (NevSeriesDialog *self,
                  GtkListBoxRow   *row)
{
  g_autoptr(NevSeriesItem) item = g_object_ref (g_object_get_data (G_OBJECT (row), "item"));

  if (self->state != NULL)
    toggle (self, nev_series_item_get_series (item));
  else
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, item);
}

static void
search_changed_cb (NevSeriesDialog *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* Return in the entry means the first that was found. */
static void
activate_cb (NevSeriesDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  /* The entry waits a little before it tells what was typed. */
  search_changed_cb (self);
  row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    row_activated_cb (self, row);
}

static gboolean
key_pressed_cb (NevSeriesDialog *self,
                guint            key)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || row == NULL)
    return FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (row));

  return TRUE;
}

static void
nev_series_dialog_dispose (GObject *object)
{
  NevSeriesDialog *self = NEV_SERIES_DIALOG (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->wanted);
  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_SERIES_DIALOG);

  G_OBJECT_CLASS (nev_series_dialog_parent_class)->dispose (object);
}

static void
nev_series_dialog_class_init (NevSeriesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nev_series_dialog_dispose;

  /* A NevSeriesItem to show. */
  signals[SIGNAL_OPENED] =
    g_signal_new ("opened", NEV_TYPE_SERIES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, NEV_TYPE_SERIES_ITEM);

  gtk_widget_class_install_action (widget_class, "dialog.compare-index", NULL, compare_cb);
  gtk_widget_class_install_action (widget_class, "dialog.compare-change", NULL, compare_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-series-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NevSeriesDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, NevSeriesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, NevSeriesDialog, bottom);
  gtk_widget_class_bind_template_child (widget_class, NevSeriesDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, NevSeriesDialog, note);
  gtk_widget_class_bind_template_child (widget_class, NevSeriesDialog, message);
  gtk_widget_class_bind_template_child (widget_class, NevSeriesDialog, offers);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
nev_series_dialog_init (NevSeriesDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->list));
}

/**
 * nev_series_dialog_new:
 * @parent: (nullable): the window that shows the chart
 * @items: (element-type NevSeriesItem): what there is, of one or several datasets
 * @state: (nullable): the chart whose series are chosen; %NULL where something is to be opened
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
NevSeriesDialog *
nev_series_dialog_new (GtkWindow     *parent,
                       GListModel    *items,
                       NevChartState *state)
{
  NevSeriesDialog *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);

  self = g_object_new (NEV_TYPE_SERIES_DIALOG, "transient-for", parent, NULL);
  g_set_object (&self->state, state);
  gtk_window_set_title (GTK_WINDOW (self), state != NULL ? _ ("Series of the Chart") : _ ("Search"));
  g_object_set (self->entry, "placeholder-text", state != NULL ? _ ("Name, id or publisher") : _ ("Charts and series"), NULL);

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  self->found = gtk_filter_list_model_new (g_object_ref (items), g_object_ref (self->filter));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->found), create_row_cb, self, NULL);

  /* Over a narrow window it is no wider. */
  if (parent != NULL && gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (parent))),
                                 MIN (HEIGHT, gtk_widget_get_height (GTK_WIDGET (parent))));

  if (state != NULL)
    g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
