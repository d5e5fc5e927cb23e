/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-period-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nev-format.h"
#include "nev-spec-check.h"

/* The periods of a chart that one may be chosen of, and before them the choice that there be none. Then an index is 100 in the
 * first period in which all series have a value; and series are ranked at the latest.
 */

struct _NevPeriodChoice
{
  AdwBin parent_instance;

  /* Owned */
  GArray  *periods; /* (element-type NevPeriod): those in the list, after its first row */
  NevSpec *spec;

  NevPeriodUse use;
  gboolean     is_updating;

  /* Borrowed from the bin */
  GtkDropDown *list;
};

G_DEFINE_FINAL_TYPE (NevPeriodChoice, nev_period_choice, ADW_TYPE_BIN)

/* An index needs a value to begin from; a ranking may say that there is none. */
static gboolean
will_do (NevSpec     *spec,
         NevPeriodUse use,
         NevPeriod    period)
{
  return use == NEV_PERIOD_USE_RANKING || nev_spec_can_be_index_base (spec, period);
}

/* What was chosen is there even where it will not do, so that it is seen. */
static GArray *
find_periods (NevSpec     *spec,
              NevPeriodUse use,
              NevPeriod    chosen)
{
  GArray   *periods = g_array_new (FALSE, FALSE, sizeof (NevPeriod));
  NevPeriod extent = nev_spec_get_extent (spec);

  if (!nev_period_is_none (chosen) && chosen.start < extent.start)
    g_array_append_val (periods, chosen);

  for (NevPeriod period = nev_spec_get_period_at (spec, extent.start); period.start < extent.end;
       period = nev_spec_get_period_at (spec, period.end))
    if (nev_period_equal (period, chosen) || will_do (spec, use, period))
      g_array_append_val (periods, period);

  if (chosen.start >= extent.end)
    g_array_append_val (periods, chosen);

  return periods;
}

static void
set_periods (NevPeriodChoice *self,
             GArray        *periods)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  if (self->periods != NULL && periods->len == self->periods->len &&
      memcmp (periods->data, self->periods->data, periods->len * sizeof (NevPeriod)) == 0)
    return;

  if (self->use == NEV_PERIOD_USE_RANKING)
    /* Translators: the period at which series are ranked, if none was chosen */
    gtk_string_list_append (names, _("Latest Period"));
  else
    /* Translators: what an index is measured from, if no period was chosen */
    gtk_string_list_append (names, _("Automatic Base"));

  for (guint i = 0; i < periods->len; i++)
    {
      g_autofree char *period = nev_format_period (g_array_index (periods, NevPeriod, i), NEV_PERIOD_FORMAT_SHORT,
                                                   nev_language_from_locale ());
      /* Translators: a period, in which an index is 100: "Jun 2023 = 100" */
      g_autofree char *base = g_strdup_printf (_("%s = 100"), period);

      gtk_string_list_append (names, self->use == NEV_PERIOD_USE_RANKING ? period : base);
    }

  g_clear_pointer (&self->periods, g_array_unref);
  self->periods = g_array_ref (periods);
  gtk_drop_down_set_model (self->list, G_LIST_MODEL (names));
}

static void
selected_cb (NevPeriodChoice *self)
{
  guint  selected = gtk_drop_down_get_selected (self->list);
  gint32 day;

  if (self->is_updating || self->spec == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  day = selected == 0 ? 0 : g_array_index (self->periods, NevPeriod, selected - 1).start;
  if (self->use == NEV_PERIOD_USE_RANKING)
    nev_spec_set_ranking_day (self->spec, day);
  else
    nev_spec_set_index_base (self->spec, day);
}

static void
nev_period_choice_dispose (GObject *object)
{
  NevPeriodChoice *self = NEV_PERIOD_CHOICE (object);

  g_clear_object (&self->spec);
  g_clear_pointer (&self->periods, g_array_unref);

  G_OBJECT_CLASS (nev_period_choice_parent_class)->dispose (object);
}

static void
nev_period_choice_class_init (NevPeriodChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nev_period_choice_dispose;
}

static void
nev_period_choice_init (NevPeriodChoice *self)
{
  self->list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  g_signal_connect_object (self->list, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

static gboolean
is_of_use (NevSpec     *spec,
           NevPeriodUse use)
{
  if (use == NEV_PERIOD_USE_RANKING)
    return nev_spec_get_arrangement (spec) == NEV_ARRANGEMENT_RANKING && !nev_spec_is_undated (spec);

  return nev_spec_has_index (spec);
}

/**
 * nev_period_choice_update:
 * @self: a list
 * @spec: what is wanted of a chart, after it changed; what is chosen from now on goes there
 * @use: what the period is for
 *
 * Shows the periods of a chart and the one that was chosen. A list that is of no use, since no index is shown or nothing
 * ranked, isn't kept up to date.
 *
 * Returns: whether it is of use
 */
gboolean
nev_period_choice_update (NevPeriodChoice *self,
                          NevSpec         *spec,
                          NevPeriodUse     use)
{
  g_autoptr(GArray) periods = NULL;
  NevPeriod chosen = NEV_PERIOD_NONE;
  guint     selected = 0;
  gint32    day;

  g_return_val_if_fail (NEV_IS_PERIOD_CHOICE (self), FALSE);
  g_return_val_if_fail (NEV_IS_SPEC (spec), FALSE);

  if (!is_of_use (spec, use))
    return FALSE;

  g_set_object (&self->spec, spec);
  self->use = use;

  day = use == NEV_PERIOD_USE_RANKING ? nev_spec_get_ranking_day (spec) : nev_spec_get_index_base (spec);
  if (day != 0)
    chosen = nev_spec_get_period_at (spec, day);

  self->is_updating = TRUE;
  periods = find_periods (spec, use, chosen);
  set_periods (self, periods);

  for (guint i = 0; i < periods->len; i++)
    if (nev_period_equal (g_array_index (periods, NevPeriod, i), chosen))
      selected = i + 1;

  gtk_drop_down_set_selected (self->list, selected);
  self->is_updating = FALSE;

  return TRUE;
}

/**
 * nev_period_choice_get_name:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what is chosen, in words
 */
const char *
nev_period_choice_get_name (NevPeriodChoice *self)
{
  GtkStringObject *selected;

  g_return_val_if_fail (NEV_IS_PERIOD_CHOICE (self), NULL);

  selected = gtk_drop_down_get_selected_item (self->list);

  return selected != NULL ? gtk_string_object_get_string (selected) : NULL;
}

/**
 * nev_period_choice_get_list:
 * @self: a list
 *
 * Returns: (transfer none): the widget that shows it
 */
GtkWidget *
nev_period_choice_get_list (NevPeriodChoice *self)
{
  g_return_val_if_fail (NEV_IS_PERIOD_CHOICE (self), NULL);

  return GTK_WIDGET (self->list);
}
