/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-options.h"

#include <glib/gi18n-lib.h>

#include "nev-accessible.h"
#include "nev-catalog.h"
#include "nev-period-choice.h"
#include "nev-choice.h"
#include "nev-format.h"
#include "nev-guard.h"
#include "nev-range-popover.h"
#include "nev-spec-check.h"
#include "nev-words.h"

struct _NevOptions
{
  GtkBox parent_instance;

  /* Owned */
  NevChartState *state;
  GSignalGroup  *state_signals;
  GListStore    *frequency_choices;
  GListStore    *measure_choices;
  GListStore    *mark_choices;

  gboolean is_updating;

  /* Template widgets */
  GtkMenuButton  *range;
  GtkDropDown    *frequency;
  GtkCheckButton *merge;
  GtkCheckButton *seasonal;
  GtkDropDown    *measure;
  NevPeriodChoice *base;
  NevPeriodChoice *ranking;
  GtkDropDown    *mark;
  GtkWidget      *range_label;
  GtkWidget      *range_row;
  GtkWidget      *ranking_label;
  GtkWidget      *ranking_row;
  GtkWidget      *frequency_label;
  GtkWidget      *frequency_row;
  GtkWidget      *measure_label;
  GtkWidget      *base_label;
  GtkWidget      *base_row;
  GtkWidget      *mark_label;
};

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (NevOptions, nev_options, GTK_TYPE_BOX)

static GParamSpec *properties[N_PROPS];

static char *
format_range (NevChartState *state,
              NevLanguage    language)
{
  NevSpec         *spec = nev_chart_state_get_spec (state);
  NevPeriod        range = nev_spec_get_range (spec), first_period, last_period;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (nev_period_is_none (range))
    return g_strdup (_("No Periods"));

  if (nev_spec_get_arrangement (spec) == NEV_ARRANGEMENT_AGAINST && !nev_period_is_none (nev_spec_get_against_range (spec)))
    {
      first = nev_format_period (range, NEV_PERIOD_FORMAT_SHORT, language);
      last = nev_format_period (nev_spec_get_against_range (spec), NEV_PERIOD_FORMAT_SHORT, language);

      /* Translators: a range and another one that it is compared with, such as "Jan–Jun 2025 / Jan–Jun 2023" */
      return g_strdup_printf (_("%1$s / %2$s"), first, last);
    }

  first_period = nev_spec_get_period_at (spec, range.start);
  last_period = nev_spec_get_period_at (spec, range.end - 1);
  first = nev_format_period (first_period, NEV_PERIOD_FORMAT_SHORT, language);
  last = nev_format_period (last_period, NEV_PERIOD_FORMAT_SHORT, language);

  /* Translators: the first and the last period of a chart, such as "Jan 2021 – Feb 2026" */
  return nev_period_equal (first_period, last_period) ? g_steal_pointer (&first) : g_strdup_printf (_("%s – %s"), first, last);
}

static gboolean
is_defined (NevSeries *series,
            NevMeasure measure)
{
  g_auto(NevReading) reading = { 0 };
  NevPeriod extent;

  if (!nev_series_get_extent (series, &extent))
    return FALSE;

  nev_series_read (series, measure, extent, extent, &reading);

  return reading.gap != NEV_GAP_NOT_DEFINED;
}

/* A measure is sensible if it is defined for any of the series and gives all of them one unit. */
static void
update_measures (NevOptions     *self,
                 const NevPanel *panel)
{
  for (guint i = 0; i < NEV_N_MEASURES; i++)
    {
      g_autoptr(NevChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->measure_choices), i);
      gboolean sensible = FALSE;

      for (guint j = 0; j < panel->series->len && !sensible; j++)
        sensible = is_defined (g_ptr_array_index (panel->series, j), (NevMeasure) i);
      for (guint j = 1; j < panel->series->len && sensible; j++)
        sensible = nev_guard_share_scale ((NevMeasure) i, g_ptr_array_index (panel->series, 0), g_ptr_array_index (panel->series, j));

      nev_choice_set_sensible (choice, sensible);
    }

  gtk_drop_down_set_selected (self->measure, panel->measure);
}

/* Only charts that begin with days are of series that are known by days. */
static void
update_frequencies (NevOptions *self,
                    NevSpec    *spec)
{
  g_autoptr(NevChoice) days = g_list_model_get_item (G_LIST_MODEL (self->frequency_choices), NEV_FREQUENCY_DAY);

  nev_choice_set_sensible (days, nev_spec_get_chart (spec)->frequency == NEV_FREQUENCY_DAY ||
                                   nev_spec_get_frequency (spec) == NEV_FREQUENCY_DAY);
  gtk_drop_down_set_selected (self->frequency, nev_spec_get_frequency (spec));
}

/* Behind the marks in the list: bars that are ranked, where every other mark ends the ranking. */
#define RANKED_BARS NEV_N_MARKS

/* The spec knows what can be stacked. One series alone is no pile. */
static void
update_marks (NevOptions     *self,
              NevSpec        *spec,
              const NevPanel *panel)
{
  gboolean must_rank = nev_spec_must_rank (spec);
  gboolean is_ranking = nev_spec_get_arrangement (spec) == NEV_ARRANGEMENT_RANKING;
  g_autoptr(NevSpec) trial = nev_spec_copy (spec);

  nev_spec_set_ranking (trial, FALSE);
  nev_spec_set_mark (trial, NEV_MARK_STACKED);

  for (guint i = 0; i < NEV_N_MARKS; i++)
    {
      g_autoptr(NevChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->mark_choices), i);

      nev_choice_set_sensible (choice, !must_rank && (i != NEV_MARK_STACKED ||
                                                      (panel->series->len > 1 && nev_spec_get_panel (trial, 0).mark == NEV_MARK_STACKED)));
    }

  gtk_drop_down_set_selected (self->mark, is_ranking ? RANKED_BARS : panel->mark);
}

/* Only months can be merged. */
static void
update_merge (NevOptions *self,
              NevSpec    *spec)
{
  gboolean    is_monthly = nev_spec_get_frequency (spec) == NEV_FREQUENCY_MONTH;
  const char *description = is_monthly ? _("Makes January and February one period, since Spring Festival moves between them")
                                       : _("January and February can be merged only where months are shown");

  gtk_check_button_set_active (self->merge, is_monthly && nev_spec_get_merge_jan_feb (spec));
  gtk_widget_set_sensitive (GTK_WIDGET (self->merge), is_monthly);
  nev_accessible_explain (GTK_WIDGET (self->merge), description);
}

/* A year has no parts of its own to lie over each other. */
static void
update_seasonal (NevOptions *self,
                 NevSpec    *spec)
{
  gboolean    has_parts = nev_spec_get_frequency (spec) != NEV_FREQUENCY_YEAR;
  const char *description = has_parts ? _("Lays the years over each other, those of the last series")
                                      : _("Years can be compared where months, quarters or half-years are shown");

  gtk_check_button_set_active (self->seasonal, has_parts && nev_spec_get_seasonal (spec));
  gtk_widget_set_sensitive (GTK_WIDGET (self->seasonal), has_parts);
  nev_accessible_explain (GTK_WIDGET (self->seasonal), description);
}

static void
name_drop_down (GtkDropDown *drop_down,
                GtkWidget   *label)
{
  nev_accessible_name_control (GTK_WIDGET (drop_down), label, nev_choice_get_label (gtk_drop_down_get_selected_item (drop_down)));
}

/* What an index is measured from is asked where there is one. */
static void
update_base (NevOptions *self,
             NevSpec    *spec)
{
  gboolean has_index = nev_period_choice_update (self->base, spec, NEV_PERIOD_USE_INDEX_BASE);

  gtk_widget_set_visible (self->base_row, has_index);

  if (has_index)
    nev_accessible_name_control (nev_period_choice_get_list (self->base), self->base_label, nev_period_choice_get_name (self->base));
}

/* A ranking is of one period instead of a range. What has no date has neither, and isn't counted by months. */
static void
update_ranking (NevOptions *self,
                NevSpec    *spec)
{
  gboolean is_ranking = nev_spec_get_arrangement (spec) == NEV_ARRANGEMENT_RANKING;
  gboolean has_period = nev_period_choice_update (self->ranking, spec, NEV_PERIOD_USE_RANKING);
  gboolean is_dated = !nev_spec_is_undated (spec);

  gtk_widget_set_visible (self->ranking_row, has_period);
  gtk_widget_set_visible (self->range_row, !is_ranking);
  gtk_widget_set_visible (self->frequency_row, is_dated);
  gtk_widget_set_visible (GTK_WIDGET (self->merge), is_dated);
  gtk_widget_set_visible (GTK_WIDGET (self->seasonal), is_dated && !nev_spec_must_rank (spec));

  if (has_period)
    nev_accessible_name_control (nev_period_choice_get_list (self->ranking), self->ranking_label, nev_period_choice_get_name (self->ranking));
}

static void
update (NevOptions *self)
{
  NevSpec         *spec;
  NevPanel         panel;
  g_autofree char *range = NULL;

  if (self->state == NULL)
    return;

  spec = nev_chart_state_get_spec (self->state);
  panel = nev_spec_get_panel (spec, 0);

  self->is_updating = TRUE;

  range = format_range (self->state, nev_language_from_locale ());
  /* The button would make a new label for the same words, and the window be laid out anew. */
  if (g_strcmp0 (gtk_menu_button_get_label (self->range), range) != 0)
    gtk_menu_button_set_label (self->range, range);
  update_frequencies (self, spec);
  update_merge (self, spec);
  update_seasonal (self, spec);
  update_measures (self, &panel);
  update_base (self, spec);
  update_ranking (self, spec);
  update_marks (self, spec, &panel);

  nev_accessible_name_control (GTK_WIDGET (self->range), self->range_label, range);
  name_drop_down (self->frequency, self->frequency_label);
  name_drop_down (self->measure, self->measure_label);
  name_drop_down (self->mark, self->mark_label);

  self->is_updating = FALSE;
}

static void
frequency_selected_cb (NevOptions *self)
{
  if (!self->is_updating && self->state != NULL)
    nev_spec_set_frequency (nev_chart_state_get_spec (self->state),
                            (NevFrequency) gtk_drop_down_get_selected (self->frequency));
}

static void
merge_toggled_cb (NevOptions *self)
{
  if (!self->is_updating && self->state != NULL)
    nev_spec_set_merge_jan_feb (nev_chart_state_get_spec (self->state), gtk_check_button_get_active (self->merge));
}

static void
seasonal_toggled_cb (NevOptions *self)
{
  if (!self->is_updating && self->state != NULL)
    nev_spec_set_seasonal (nev_chart_state_get_spec (self->state), gtk_check_button_get_active (self->seasonal));
}

static void
measure_selected_cb (NevOptions *self)
{
  if (!self->is_updating && self->state != NULL)
    nev_spec_set_measure (nev_chart_state_get_spec (self->state),
                          (NevMeasure) gtk_drop_down_get_selected (self->measure));
}

static void
mark_selected_cb (NevOptions *self)
{
  NevSpec *spec;
  guint    selected = gtk_drop_down_get_selected (self->mark);

  if (self->is_updating || self->state == NULL)
    return;

  spec = nev_chart_state_get_spec (self->state);
  g_object_freeze_notify (G_OBJECT (spec));
  nev_spec_set_ranking (spec, selected == RANKED_BARS);
  if (selected != RANKED_BARS)
    nev_spec_set_mark (spec, (NevMark) selected);
  g_object_thaw_notify (G_OBJECT (spec));
}

/* In a bar the choices speak for themselves; below each other they have their names beside them. */
static void
orientation_changed_cb (NevOptions *self)
{
  gboolean is_vertical = gtk_orientable_get_orientation (GTK_ORIENTABLE (self)) == GTK_ORIENTATION_VERTICAL;

  gtk_widget_set_visible (self->range_label, is_vertical);
  gtk_widget_set_visible (self->ranking_label, is_vertical);
  gtk_widget_set_visible (self->frequency_label, is_vertical);
  gtk_widget_set_visible (self->measure_label, is_vertical);
  gtk_widget_set_visible (self->base_label, is_vertical);
  gtk_widget_set_visible (self->mark_label, is_vertical);
}

static void
nev_options_dispose (GObject *object)
{
  NevOptions *self = NEV_OPTIONS (object);

  g_clear_object (&self->state_signals);
  g_clear_object (&self->state);
  g_clear_object (&self->frequency_choices);
  g_clear_object (&self->measure_choices);
  g_clear_object (&self->mark_choices);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_OPTIONS);

  G_OBJECT_CLASS (nev_options_parent_class)->dispose (object);
}

static void
nev_options_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  NevOptions *self = NEV_OPTIONS (object);

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
nev_options_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  NevOptions *self = NEV_OPTIONS (object);

  switch (prop_id)
    {
    case PROP_STATE:
      nev_options_set_state (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_options_class_init (NevOptionsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_options_dispose;
  object_class->get_property = nev_options_get_property;
  object_class->set_property = nev_options_set_property;

  properties[PROP_STATE] =
    g_param_spec_object ("state", NULL, NULL, NEV_TYPE_CHART_STATE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (NEV_TYPE_PERIOD_CHOICE);
  g_type_ensure (NEV_TYPE_CHOICE);
  g_type_ensure (NEV_TYPE_RANGE_POPOVER);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-options.ui");
  gtk_widget_class_bind_template_child (widget_class, NevOptions, range);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, frequency);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, merge);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, seasonal);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, measure);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, base);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, base_label);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, base_row);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, mark);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, range_label);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, range_row);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, ranking);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, ranking_label);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, ranking_row);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, frequency_row);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, frequency_label);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, measure_label);
  gtk_widget_class_bind_template_child (widget_class, NevOptions, mark_label);
  gtk_widget_class_bind_template_callback (widget_class, frequency_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, seasonal_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, orientation_changed_cb);
}

static void
append_choice (GListStore *choices,
               const char *label)
{
  g_autoptr(NevChoice) choice = nev_choice_new (label);

  g_list_store_append (choices, choice);
}

static void
set_choices (GtkDropDown *drop_down,
             GListStore  *choices)
{
  g_autoptr(GtkListItemFactory) factory = nev_choice_factory_new ();

  gtk_drop_down_set_list_factory (drop_down, factory);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (choices));
}

static void
nev_options_init (NevOptions *self)
{
  NevLanguage language = nev_language_from_locale ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->frequency_choices = g_list_store_new (NEV_TYPE_CHOICE);
  self->measure_choices = g_list_store_new (NEV_TYPE_CHOICE);
  self->mark_choices = g_list_store_new (NEV_TYPE_CHOICE);

  for (guint i = 0; i < NEV_N_FREQUENCIES; i++)
    append_choice (self->frequency_choices, nev_words_frequency ((NevFrequency) i, language));
  for (guint i = 0; i < NEV_N_MEASURES; i++)
    append_choice (self->measure_choices, nev_words_measure ((NevMeasure) i, language));
  for (guint i = 0; i < NEV_N_MARKS; i++)
    append_choice (self->mark_choices, nev_words_mark ((NevMark) i, language));
  append_choice (self->mark_choices, nev_tr (language, "Ranked bars"));

  set_choices (self->frequency, self->frequency_choices);
  set_choices (self->measure, self->measure_choices);
  set_choices (self->mark, self->mark_choices);

  self->state_signals = g_signal_group_new (NEV_TYPE_CHART_STATE);
  g_signal_group_connect_swapped (self->state_signals, "changed", G_CALLBACK (update), self);

  orientation_changed_cb (self);
}

NevChartState *
nev_options_get_state (NevOptions *self)
{
  g_return_val_if_fail (NEV_IS_OPTIONS (self), NULL);

  return self->state;
}

void
nev_options_set_state (NevOptions    *self,
                       NevChartState *state)
{
  g_return_if_fail (NEV_IS_OPTIONS (self));
  g_return_if_fail (state == NULL || NEV_IS_CHART_STATE (state));

  if (!g_set_object (&self->state, state))
    return;

  g_signal_group_set_target (self->state_signals, state);
  update (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}
