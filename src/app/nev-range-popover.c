/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-range-popover.h"

#include <glib/gi18n-lib.h>

#include "nev-accessible.h"
#include "nev-against-choice.h"
#include "nev-period-lists.h"

struct _NevRangePopover
{
  GtkPopover parent_instance;

  /* Owned */
  NevChartState *state;
  GSignalGroup  *state_signals;
  GArray        *periods; /* (element-type NevPeriod): what the two lists offer */

  gboolean is_updating;

  /* Template widgets */
  GtkBox      *presets;
  GtkDropDown *from;
  GtkDropDown *to;
  GtkWidget   *from_label;
  GtkWidget   *to_label;

  NevAgainstChoice *against;
};

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

typedef enum
{
  PRESET_DEFAULT,
  PRESET_FIRST_HALF_2023,
  PRESET_LAST_12_MONTHS,
  PRESET_LAST_36_MONTHS,
  PRESET_ALL,
} Preset;

static const char *const preset_labels[] = {
  [PRESET_DEFAULT] = N_ ("Default"),
  [PRESET_FIRST_HALF_2023] = N_ ("First Half of 2023"),
  [PRESET_LAST_12_MONTHS] = N_ ("Last 12 Months"),
  [PRESET_LAST_36_MONTHS] = N_ ("Last 36 Months"),
  [PRESET_ALL] = N_ ("All"),
};

G_DEFINE_FINAL_TYPE (NevRangePopover, nev_range_popover, GTK_TYPE_POPOVER)

static GParamSpec *properties[N_PROPS];

static gboolean
get_last_months (NevSpec *spec,
                 int      n_months,
                 gint32  *from,
                 gint32  *to)
{
  *from = nev_day_add_months (nev_spec_get_extent (spec).end, -n_months);
  *to = 0;

  return nev_frequency_get_months (nev_spec_get_frequency (spec)) <= n_months;
}

/* FALSE where the preset makes no sense: nothing is known about it, or it is shorter than one period. */
static gboolean
get_preset (NevSpec *spec,
            Preset   preset,
            gint32  *from,
            gint32  *to)
{
  NevPeriod extent = nev_spec_get_extent (spec);

  switch (preset)
    {
    case PRESET_FIRST_HALF_2023:
      *from = nev_day_from_date (2023, 1, 1);
      *to = nev_day_from_date (2023, 7, 1);
      return extent.end > *from && extent.start < *to &&
             nev_frequency_get_months (nev_spec_get_frequency (spec)) <= 6;

    case PRESET_LAST_12_MONTHS:
      return get_last_months (spec, 12, from, to);

    case PRESET_LAST_36_MONTHS:
      return get_last_months (spec, 36, from, to);

    case PRESET_ALL:
      *from = *to = 0;
      return TRUE;

    case PRESET_DEFAULT:
    default:
      *from = nev_spec_get_chart (spec)->from;
      *to = nev_spec_get_chart (spec)->to;
      return TRUE;
    }
}

static void
name_end (GtkDropDown *end,
          GtkWidget   *label)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (end);

  if (item != NULL)
    nev_accessible_name_control (GTK_WIDGET (end), label, gtk_string_object_get_string (item));
}

static void
name_ends (NevRangePopover *self)
{
  name_end (self->from, self->from_label);
  name_end (self->to, self->to_label);
}

static void
update_presets (NevRangePopover *self)
{
  NevSpec *spec = nev_chart_state_get_spec (self->state);
  int      preset = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->presets)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      gint32 from, to;

      gtk_widget_set_sensitive (button, get_preset (spec, preset++, &from, &to));
    }
}

static void
update (NevRangePopover *self)
{
  NevSpec *spec;

  if (self->state == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  spec = nev_chart_state_get_spec (self->state);

  self->is_updating = TRUE;
  update_presets (self);
  nev_period_lists_update (&self->periods, spec, nev_spec_get_range (spec), self->from, self->to);
  nev_against_choice_update (self->against, spec);
  self->is_updating = FALSE;
}

static void
preset_clicked_cb (NevRangePopover *self,
                   GtkButton       *button)
{
  NevSpec *spec = nev_chart_state_get_spec (self->state);
  Preset   preset = (Preset) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "preset"));
  gint32   from, to;

  if (preset == PRESET_DEFAULT)
    nev_chart_state_reset (self->state);
  else if (get_preset (spec, preset, &from, &to))
    nev_spec_set_range (spec, from, to);

  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
selected_cb (NevRangePopover *self,
             GParamSpec      *pspec,
             GtkDropDown     *touched)
{
  guint      from, to;
  NevPeriod *periods;

  if (self->is_updating || self->state == NULL || self->periods == NULL ||
      !nev_period_lists_get (self->from, self->to, touched, &from, &to))
    return;

  /* The first and the last mean the ends of the data, wherever these come to be. */
  periods = (NevPeriod *) self->periods->data;
  nev_spec_set_range (nev_chart_state_get_spec (self->state),
                      from == 0 ? 0 : periods[from].start,
                      to == self->periods->len - 1 ? 0 : periods[to].end);
}

static void
nev_range_popover_dispose (GObject *object)
{
  NevRangePopover *self = NEV_RANGE_POPOVER (object);

  g_clear_object (&self->state_signals);
  g_clear_object (&self->state);
  g_clear_pointer (&self->periods, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_RANGE_POPOVER);

  G_OBJECT_CLASS (nev_range_popover_parent_class)->dispose (object);
}

static void
nev_range_popover_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  NevRangePopover *self = NEV_RANGE_POPOVER (object);

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
nev_range_popover_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  NevRangePopover *self = NEV_RANGE_POPOVER (object);

  switch (prop_id)
    {
    case PROP_STATE:
      nev_range_popover_set_state (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_range_popover_class_init (NevRangePopoverClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_range_popover_dispose;
  object_class->get_property = nev_range_popover_get_property;
  object_class->set_property = nev_range_popover_set_property;

  properties[PROP_STATE] =
    g_param_spec_object ("state", NULL, NULL, NEV_TYPE_CHART_STATE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (NEV_TYPE_AGAINST_CHOICE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-range-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, NevRangePopover, presets);
  gtk_widget_class_bind_template_child (widget_class, NevRangePopover, from);
  gtk_widget_class_bind_template_child (widget_class, NevRangePopover, to);
  gtk_widget_class_bind_template_child (widget_class, NevRangePopover, from_label);
  gtk_widget_class_bind_template_child (widget_class, NevRangePopover, to_label);
  gtk_widget_class_bind_template_child (widget_class, NevRangePopover, against);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
nev_range_popover_init (NevRangePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->from, "notify::selected-item", G_CALLBACK (name_ends), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->to, "notify::selected-item", G_CALLBACK (name_ends), self, G_CONNECT_SWAPPED);

  self->state_signals = g_signal_group_new (NEV_TYPE_CHART_STATE);
  g_signal_group_connect_swapped (self->state_signals, "changed", G_CALLBACK (update), self);

  for (guint i = 0; i < G_N_ELEMENTS (preset_labels); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (preset_labels[i]));

      gtk_widget_add_css_class (button, "flat");
      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
      g_object_set_data (G_OBJECT (button), "preset", GINT_TO_POINTER (i));
      g_signal_connect_object (button, "clicked", G_CALLBACK (preset_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->presets, button);
    }
}

NevChartState *
nev_range_popover_get_state (NevRangePopover *self)
{
  g_return_val_if_fail (NEV_IS_RANGE_POPOVER (self), NULL);

  return self->state;
}

void
nev_range_popover_set_state (NevRangePopover *self,
                             NevChartState   *state)
{
  g_return_if_fail (NEV_IS_RANGE_POPOVER (self));
  g_return_if_fail (state == NULL || NEV_IS_CHART_STATE (state));

  if (!g_set_object (&self->state, state))
    return;

  g_signal_group_set_target (self->state_signals, state);
  update (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}
