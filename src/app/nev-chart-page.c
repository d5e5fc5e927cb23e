/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-chart-page.h"

#include "nev-chart-area.h"
#include "nev-chart-drag.h"
#include "nev-chart-labels.h"
#include "nev-chart-menu.h"
#include "nev-details.h"
#include "nev-options.h"
#include "nev-range-strip.h"
#include "nev-series-menu.h"
#include "nev-spec-series.h"
#include "nev-split.h"
#include "nev-table-view.h"

struct _NevChartPage
{
  AdwBin parent_instance;

  /* Owned */
  NevChartState *state;
  GSignalGroup  *state_signals;
  NevChartZoom  *zoom;

  /* Template widgets */
  AdwFlap      *flap;
  NevDetails   *details;
  NevSplit     *split;
  NevChartView *chart_view;
  GtkWidget    *table_view;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_SHOW_TABLE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (NevChartPage, nev_chart_page, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void
index_from_here_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  nev_chart_state_index (NEV_CHART_PAGE (widget)->state);
}

static void
focus_series_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  nev_chart_labels_focus (NEV_CHART_PAGE (widget)->chart_view);
}

static void
hide_series_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  nev_chart_labels_hide (NEV_CHART_PAGE (widget)->chart_view);
}

static void
show_all_series_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  nev_chart_labels_show_all (NEV_CHART_PAGE (widget)->chart_view);
}

static void
update_series (NevChartPage *self)
{
  NevSpec *spec = self->state != NULL ? nev_chart_state_get_spec (self->state) : NULL;
  gboolean has_several = spec != NULL && nev_spec_count_shown (spec) > 1;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.focus-series", has_several);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.hide-series", has_several);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.show-all-series", spec != NULL && nev_spec_get_hidden (spec) != NULL);
}

/* The pane shows what is selected, and goes when nothing is. */
static void
update_details (NevChartPage *self)
{
  const NevReading *reading = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.index-from-here",
                                 self->state != NULL && nev_chart_state_can_index (self->state));

  if (self->state != NULL)
    reading = nev_chart_state_get_reading (self->state, nev_chart_state_get_selection (self->state));

  if (reading == NULL)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  else if (adw_flap_get_reveal_flap (self->flap))
    nev_details_show (self->details, self->state, reading, nev_language_from_locale ());
}

static void
focus_content (NevChartPage *self)
{
  gtk_widget_grab_focus (nev_chart_page_get_show_table (self) ? self->table_view : GTK_WIDGET (self->chart_view));
}

static void
close_details_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  NevChartPage *self = NEV_CHART_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, FALSE);
  focus_content (self);
}

/* For those who came by keys: what is told of is read from there. */
static void
focus_details_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  NevChartPage *self = NEV_CHART_PAGE (widget);

  nev_chart_page_open_details (self);
  if (adw_flap_get_reveal_flap (self->flap))
    gtk_widget_grab_focus (GTK_WIDGET (self->details));
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  if (!adw_flap_get_reveal_flap (NEV_CHART_PAGE (widget)->flap))
    return FALSE;

  close_details_cb (widget, NULL, NULL);

  return TRUE;
}

static void
show_second_changed_cb (NevChartPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TABLE]);
}

static void
nev_chart_page_dispose (GObject *object)
{
  NevChartPage *self = NEV_CHART_PAGE (object);

  g_clear_object (&self->state_signals);
  g_clear_object (&self->state);
  g_clear_object (&self->zoom);

  /* The template would let go of a child that is bound without telling AdwBin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_CHART_PAGE);

  G_OBJECT_CLASS (nev_chart_page_parent_class)->dispose (object);
}

static void
nev_chart_page_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  NevChartPage *self = NEV_CHART_PAGE (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;

    case PROP_SHOW_TABLE:
      g_value_set_boolean (value, nev_chart_page_get_show_table (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_chart_page_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  NevChartPage *self = NEV_CHART_PAGE (object);

  switch (prop_id)
    {
    case PROP_STATE:
      nev_chart_page_set_state (self, g_value_get_object (value));
      break;

    case PROP_SHOW_TABLE:
      nev_chart_page_set_show_table (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_chart_page_class_init (NevChartPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_chart_page_dispose;
  object_class->get_property = nev_chart_page_get_property;
  object_class->set_property = nev_chart_page_set_property;

  properties[PROP_STATE] =
    g_param_spec_object ("state", NULL, NULL, NEV_TYPE_CHART_STATE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_SHOW_TABLE] =
    g_param_spec_boolean ("show-table", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "page.close-details", NULL, close_details_cb);
  gtk_widget_class_install_action (widget_class, "page.focus-details", NULL, focus_details_cb);
  gtk_widget_class_install_action (widget_class, "page.index-from-here", NULL, index_from_here_cb);
  gtk_widget_class_install_action (widget_class, "page.focus-series", NULL, focus_series_cb);
  gtk_widget_class_install_action (widget_class, "page.hide-series", NULL, hide_series_cb);
  gtk_widget_class_install_action (widget_class, "page.show-all-series", NULL, show_all_series_cb);
  gtk_widget_class_install_property_action (widget_class, "page.show-table", "show-table");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "page.show-table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, 0, "win.describe", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "win.add-note", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, 0, "page.index-from-here", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, 0, "page.focus-series", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, 0, "page.hide-series", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_SHIFT_MASK, "page.show-all-series", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, 0, "win.copy-reading", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_SHIFT_MASK, "win.copy-citation", "s", "plain");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, 0, "win.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, 0, "win.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, 0, "win.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, 0, "win.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, 0, "win.zoom-reset", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0, 0, "win.zoom-reset", NULL);

  g_type_ensure (NEV_TYPE_CHART_AREA);
  g_type_ensure (NEV_TYPE_CHART_VIEW);
  g_type_ensure (NEV_TYPE_DETAILS);
  g_type_ensure (NEV_TYPE_OPTIONS);
  g_type_ensure (NEV_TYPE_RANGE_STRIP);
  g_type_ensure (NEV_TYPE_SERIES_MENU);
  g_type_ensure (NEV_TYPE_SPLIT);
  g_type_ensure (NEV_TYPE_TABLE_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-chart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NevChartPage, flap);
  gtk_widget_class_bind_template_child (widget_class, NevChartPage, details);
  gtk_widget_class_bind_template_child (widget_class, NevChartPage, split);
  gtk_widget_class_bind_template_child (widget_class, NevChartPage, chart_view);
  gtk_widget_class_bind_template_child (widget_class, NevChartPage, table_view);
  gtk_widget_class_bind_template_callback (widget_class, nev_chart_page_open_details);
  gtk_widget_class_bind_template_callback (widget_class, show_second_changed_cb);
}

static void
nev_chart_page_init (NevChartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nev_chart_drag_attach (self->chart_view);
  nev_chart_labels_attach (self->chart_view);
  nev_chart_menu_attach (self->chart_view);
  self->zoom = nev_chart_zoom_new (self->chart_view);

  self->state_signals = g_signal_group_new (NEV_TYPE_CHART_STATE);
  g_signal_group_connect_swapped (self->state_signals, "changed", G_CALLBACK (update_details), self);
  g_signal_group_connect_swapped (self->state_signals, "changed", G_CALLBACK (update_series), self);
  g_signal_group_connect_swapped (self->state_signals, "selection-changed", G_CALLBACK (update_details), self);
}

NevChartState *
nev_chart_page_get_state (NevChartPage *self)
{
  g_return_val_if_fail (NEV_IS_CHART_PAGE (self), NULL);

  return self->state;
}

void
nev_chart_page_set_state (NevChartPage  *self,
                          NevChartState *state)
{
  g_return_if_fail (NEV_IS_CHART_PAGE (self));
  g_return_if_fail (state == NULL || NEV_IS_CHART_STATE (state));

  if (!g_set_object (&self->state, state))
    return;

  g_signal_group_set_target (self->state_signals, state);
  update_details (self);
  update_series (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

gboolean
nev_chart_page_get_show_table (NevChartPage *self)
{
  g_return_val_if_fail (NEV_IS_CHART_PAGE (self), FALSE);

  return nev_split_get_show_second (self->split);
}

void
nev_chart_page_set_show_table (NevChartPage *self,
                               gboolean      show_table)
{
  g_return_if_fail (NEV_IS_CHART_PAGE (self));

  if (nev_chart_page_get_show_table (self) == !!show_table)
    return;

  nev_split_set_show_second (self->split, show_table);
  focus_content (self);
}

/**
 * nev_chart_page_get_rows:
 * @self: a chart page
 * @is_selected: whether only those that are selected are asked for
 *
 * Returns: (transfer full) (nullable) (element-type guint): the rows of the numbers as the table shows them; %NULL while
 *   it isn't shown, or where none is selected
 */
GArray *
nev_chart_page_get_rows (NevChartPage *self,
                         gboolean      is_selected)
{
  g_return_val_if_fail (NEV_IS_CHART_PAGE (self), NULL);

  return nev_chart_page_get_show_table (self) ? nev_table_view_get_rows (NEV_TABLE_VIEW (self->table_view), is_selected) : NULL;
}

/**
 * nev_chart_page_open_details:
 * @self: a chart page
 *
 * Opens the pane that tells how the selected number was obtained, if one is selected.
 */
void
nev_chart_page_open_details (NevChartPage *self)
{
  g_return_if_fail (NEV_IS_CHART_PAGE (self));

  adw_flap_set_reveal_flap (self->flap, TRUE);
  update_details (self);
}

NevChartView *
nev_chart_page_get_chart_view (NevChartPage *self)
{
  g_return_val_if_fail (NEV_IS_CHART_PAGE (self), NULL);

  return self->chart_view;
}

NevChartZoom *
nev_chart_page_get_zoom (NevChartPage *self)
{
  g_return_val_if_fail (NEV_IS_CHART_PAGE (self), NULL);

  return self->zoom;
}
