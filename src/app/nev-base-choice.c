/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-base-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nev-format.h"
#include "nev-spec-check.h"

/* The periods of a chart in which a series has a value, and before them the choice that there be none: then the first
 * period in which all series have a value is 100.
 */

struct _NevBaseChoice
{
  AdwBin parent_instance;

  /* Owned */
  GArray  *periods; /* (element-type NevPeriod): those in the list, after its first row */
  NevSpec *spec;

  gboolean is_updating;

  /* Borrowed from the bin */
  GtkDropDown *list;
};

G_DEFINE_FINAL_TYPE (NevBaseChoice, nev_base_choice, ADW_TYPE_BIN)

/* A base that was chosen is there even where it will not do, so that it is seen what was chosen. */
static GArray *
find_periods (NevSpec  *spec,
              NevPeriod chosen)
{
  GArray   *periods = g_array_new (FALSE, FALSE, sizeof (NevPeriod));
  NevPeriod extent = nev_spec_get_extent (spec);

  if (!nev_period_is_none (chosen) && chosen.start < extent.start)
    g_array_append_val (periods, chosen);

  for (NevPeriod period = nev_spec_get_period_at (spec, extent.start); period.start < extent.end;
       period = nev_spec_get_period_at (spec, period.end))
    if (nev_period_equal (period, chosen) || nev_spec_can_be_index_base (spec, period))
      g_array_append_val (periods, period);

  if (chosen.start >= extent.end)
    g_array_append_val (periods, chosen);

  return periods;
}

static void
set_periods (NevBaseChoice *self,
             GArray        *periods)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  if (self->periods != NULL && periods->len == self->periods->len &&
      memcmp (periods->data, self->periods->data, periods->len * sizeof (NevPeriod)) == 0)
    return;

  /* Translators: what an index is measured from, if no period was chosen */
  gtk_string_list_append (names, _("Automatic Base"));

  for (guint i = 0; i < periods->len; i++)
    {
      g_autofree char *period = nev_format_period (g_array_index (periods, NevPeriod, i), NEV_PERIOD_FORMAT_SHORT,
                                                   nev_language_from_locale ());
      /* Translators: a period, in which an index is 100: "Jun 2023 = 100" */
      g_autofree char *name = g_strdup_printf (_("%s = 100"), period);

      gtk_string_list_append (names, name);
    }

  g_clear_pointer (&self->periods, g_array_unref);
  self->periods = g_array_ref (periods);
  gtk_drop_down_set_model (self->list, G_LIST_MODEL (names));
}

static void
selected_cb (NevBaseChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->list);

  if (self->is_updating || self->spec == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  nev_spec_set_index_base (self->spec, selected == 0 ? 0 : g_array_index (self->periods, NevPeriod, selected - 1).start);
}

static void
nev_base_choice_dispose (GObject *object)
{
  NevBaseChoice *self = NEV_BASE_CHOICE (object);

  g_clear_object (&self->spec);
  g_clear_pointer (&self->periods, g_array_unref);

  G_OBJECT_CLASS (nev_base_choice_parent_class)->dispose (object);
}

static void
nev_base_choice_class_init (NevBaseChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nev_base_choice_dispose;
}

static void
nev_base_choice_init (NevBaseChoice *self)
{
  self->list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  g_signal_connect_object (self->list, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * nev_base_choice_update:
 * @self: a list
 * @spec: what is wanted of a chart, after it changed; what is chosen from now on goes there
 *
 * Shows the periods of a chart and the one that was chosen. A list that is of no use, since no index is shown, isn't kept up
 * to date.
 */
void
nev_base_choice_update (NevBaseChoice *self,
                        NevSpec       *spec)
{
  g_autoptr(GArray) periods = NULL;
  NevPeriod chosen = NEV_PERIOD_NONE;
  guint     selected = 0;

  g_return_if_fail (NEV_IS_BASE_CHOICE (self));
  g_return_if_fail (NEV_IS_SPEC (spec));

  if (!nev_spec_has_index (spec))
    return;

  g_set_object (&self->spec, spec);

  if (nev_spec_get_index_base (spec) != 0)
    chosen = nev_spec_get_period_at (spec, nev_spec_get_index_base (spec));

  self->is_updating = TRUE;
  periods = find_periods (spec, chosen);
  set_periods (self, periods);

  for (guint i = 0; i < periods->len; i++)
    if (nev_period_equal (g_array_index (periods, NevPeriod, i), chosen))
      selected = i + 1;

  gtk_drop_down_set_selected (self->list, selected);
  self->is_updating = FALSE;
}

/**
 * nev_base_choice_get_name:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what is chosen, in words
 */
const char *
nev_base_choice_get_name (NevBaseChoice *self)
{
  GtkStringObject *selected;

  g_return_val_if_fail (NEV_IS_BASE_CHOICE (self), NULL);

  selected = gtk_drop_down_get_selected_item (self->list);

  return selected != NULL ? gtk_string_object_get_string (selected) : NULL;
}

/**
 * nev_base_choice_get_list:
 * @self: a list
 *
 * Returns: (transfer none): the widget that shows it
 */
GtkWidget *
nev_base_choice_get_list (NevBaseChoice *self)
{
  g_return_val_if_fail (NEV_IS_BASE_CHOICE (self), NULL);

  return GTK_WIDGET (self->list);
}
