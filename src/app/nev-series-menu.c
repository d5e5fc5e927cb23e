/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-series-menu.h"

#include <glib/gi18n-lib.h>

#include "nev-guard.h"
#include "nev-spec-series.h"

#define MAX_WORDS 40 /* characters in a line */

struct _NevSeriesMenu
{
  GtkPopover parent_instance;

  /* Owned */
  NevChartState *state;
  GSignalGroup  *state_signals;
  GPtrArray     *listed; /* (element-type NevSeries): as in the rows */

  gboolean is_updating;

  /* Template widgets */
  GtkBox    *rows;
  GtkWidget *note_row;
  GtkLabel  *note;
};

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (NevSeriesMenu, nev_series_menu, GTK_TYPE_POPOVER)

static GParamSpec *properties[N_PROPS];

static NevSeries *
get_series (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "series");
}

static void
shown_toggled_cb (NevSeriesMenu  *self,
                  GtkCheckButton *button)
{
  NevSpec *spec;

  if (self->is_updating || self->state == NULL)
    return;

  spec = nev_chart_state_get_spec (self->state);
  if (gtk_check_button_get_active (button))
    nev_spec_show_series (spec, get_series (GTK_WIDGET (button)));
  else
    nev_spec_hide_series (spec, get_series (GTK_WIDGET (button)));
}

static void
focus_toggled_cb (NevSeriesMenu   *self,
                  GtkToggleButton *button)
{
  if (!self->is_updating && self->state != NULL)
    nev_spec_toggle_focus (nev_chart_state_get_spec (self->state), get_series (GTK_WIDGET (button)));
}

static void
add_row (NevSeriesMenu *self,
         NevSeries     *series)
{
  const char *title = nev_series_get_title (series, nev_language_from_locale ());
  /* Translators: %s is a series; the others are drawn in grey */
  g_autofree char *focus_name = g_strdup_printf (_ ("Focus on %s"), title);
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *shown = gtk_check_button_new ();
  GtkWidget       *label = gtk_label_new (title);
  GtkWidget       *focus = gtk_toggle_button_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_WORDS);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (shown), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (shown), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_hexpand (shown, TRUE);
  g_object_set_data (G_OBJECT (shown), "series", series);
  g_signal_connect_object (shown, "toggled", G_CALLBACK (shown_toggled_cb), self, G_CONNECT_SWAPPED);

  gtk_button_set_icon_name (GTK_BUTTON (focus), "nev-focus-symbolic");
  gtk_widget_set_tooltip_text (focus, focus_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, focus_name, -1);
  gtk_widget_add_css_class (focus, "flat");
  gtk_widget_set_valign (focus, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (focus), "series", series);
  g_signal_connect_object (focus, "toggled", G_CALLBACK (focus_toggled_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (row), shown);
  gtk_box_append (GTK_BOX (row), focus);
  gtk_box_append (self->rows, row);
}

static gboolean
is_listed (NevSeriesMenu *self,
           GPtrArray     *list)
{
  if (list->len != self->listed->len)
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    if (g_ptr_array_index (list, i) != g_ptr_array_index (self->listed, i))
      return FALSE;

  return TRUE;
}

/* The rows stay as long as they can, since one of them may have the focus. */
static void
update_rows (NevSeriesMenu *self,
             NevSpec       *spec)
{
  g_autoptr(GPtrArray) list = nev_spec_list_series (spec);
  GtkWidget *child;

  if (is_listed (self, list))
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))))
    gtk_box_remove (self->rows, child);

  g_ptr_array_set_size (self->listed, 0);
  for (guint i = 0; i < list->len; i++)
    {
      g_ptr_array_add (self->listed, g_object_ref (g_ptr_array_index (list, i)));
      add_row (self, g_ptr_array_index (list, i));
    }
}

static void
update (NevSeriesMenu *self)
{
  NevSpec         *spec;
  g_autofree char *note = NULL;
  gboolean         has_others;

  /* A closed menu is seen by nobody, and a chart may have a thousand series. */
  if (self->state == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  spec = nev_chart_state_get_spec (self->state);
  note = nev_guard_get_note (spec, nev_language_from_locale ());
  has_others = nev_spec_count_shown (spec) > 1;

  self->is_updating = TRUE;
  update_rows (self, spec);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *shown = gtk_widget_get_first_child (row);
      GtkWidget *focus = gtk_widget_get_last_child (row);
      NevSeries *series = get_series (shown);
      gboolean   is_shown = nev_spec_shows_series (spec, series);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (shown), is_shown);
      gtk_widget_set_sensitive (shown, !is_shown || nev_spec_can_hide_series (spec, series));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (focus), nev_spec_get_focus (spec) == series);
      gtk_widget_set_sensitive (focus, is_shown && has_others);
    }

  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (self->note_row, note != NULL);
  self->is_updating = FALSE;
}

static void
nev_series_menu_show (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nev_series_menu_parent_class)->show (widget);

  update (NEV_SERIES_MENU (widget));
}

static void
nev_series_menu_dispose (GObject *object)
{
  NevSeriesMenu *self = NEV_SERIES_MENU (object);

  g_clear_object (&self->state_signals);
  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_SERIES_MENU);

  G_OBJECT_CLASS (nev_series_menu_parent_class)->dispose (object);
}

static void
nev_series_menu_finalize (GObject *object)
{
  g_ptr_array_unref (NEV_SERIES_MENU (object)->listed);

  G_OBJECT_CLASS (nev_series_menu_parent_class)->finalize (object);
}

static void
nev_series_menu_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_object (value, NEV_SERIES_MENU (object)->state);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_series_menu_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_STATE:
      nev_series_menu_set_state (NEV_SERIES_MENU (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_series_menu_class_init (NevSeriesMenuClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_series_menu_dispose;
  object_class->finalize = nev_series_menu_finalize;
  object_class->get_property = nev_series_menu_get_property;
  object_class->set_property = nev_series_menu_set_property;
  widget_class->show = nev_series_menu_show;

  properties[PROP_STATE] =
    g_param_spec_object ("state", NULL, NULL, NEV_TYPE_CHART_STATE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-series-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, NevSeriesMenu, rows);
  gtk_widget_class_bind_template_child (widget_class, NevSeriesMenu, note_row);
  gtk_widget_class_bind_template_child (widget_class, NevSeriesMenu, note);
}

static void
nev_series_menu_init (NevSeriesMenu *self)
{
  self->listed = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->state_signals = g_signal_group_new (NEV_TYPE_CHART_STATE);
  g_signal_group_connect_swapped (self->state_signals, "changed", G_CALLBACK (update), self);
}

NevChartState *
nev_series_menu_get_state (NevSeriesMenu *self)
{
  g_return_val_if_fail (NEV_IS_SERIES_MENU (self), NULL);

  return self->state;
}

void
nev_series_menu_set_state (NevSeriesMenu *self,
                           NevChartState *state)
{
  g_return_if_fail (NEV_IS_SERIES_MENU (self));
  g_return_if_fail (state == NULL || NEV_IS_CHART_STATE (state));

  if (!g_set_object (&self->state, state))
    return;

  g_signal_group_set_target (self->state_signals, state);
  update (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}
