/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-period-lists.h"

#include <string.h>

#include "nev-format.h"

/* Of several lists of the same periods only the selection changes, so that an open list stays as it is. */
static void
update_periods (GArray     **periods,
                NevSpec     *spec,
                GtkDropDown *from,
                GtkDropDown *to)
{
  NevPeriod extent = nev_spec_get_extent (spec);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (NevPeriod));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  NevLanguage language = nev_language_from_locale ();

  for (NevPeriod period = nev_spec_get_period_at (spec, extent.start); period.start < extent.end;
       period = nev_spec_get_period_at (spec, period.end))
    {
      g_autofree char *name = nev_format_period (period, NEV_PERIOD_FORMAT_SHORT, language);

      g_array_append_val (found, period);
      gtk_string_list_append (names, name);
    }

  if (*periods != NULL && found->len == (*periods)->len &&
      memcmp (found->data, (*periods)->data, found->len * sizeof (NevPeriod)) == 0)
    return;

  g_clear_pointer (periods, g_array_unref);
  *periods = g_steal_pointer (&found);
  gtk_drop_down_set_model (from, G_LIST_MODEL (names));
  gtk_drop_down_set_model (to, G_LIST_MODEL (names));
}

/**
 * nev_period_lists_update:
 * @periods: (inout) (element-type NevPeriod): what the lists offer; %NULL at first
 * @spec: what is wanted of a chart
 * @range: some of its days
 * @from: the list of first periods
 * @to: the list of last periods
 *
 * Offers the periods of a chart, and selects the ends of a range.
 */
void
nev_period_lists_update (GArray     **periods,
                         NevSpec     *spec,
                         NevPeriod    range,
                         GtkDropDown *from,
                         GtkDropDown *to)
{
  update_periods (periods, spec, from, to);

  for (guint i = 0; i < (*periods)->len; i++)
    {
      NevPeriod *period = &g_array_index (*periods, NevPeriod, i);

      if (period->start <= range.start && range.start < period->end)
        gtk_drop_down_set_selected (from, i);
      if (period->start < range.end && range.end <= period->end)
        gtk_drop_down_set_selected (to, i);
    }
}

/**
 * nev_period_lists_get:
 * @from: the list of first periods
 * @to: the list of last periods
 * @touched: the one in which something was chosen
 * @first: (out): the first period that is chosen
 * @last: (out): the last one
 *
 * Gets what is chosen. The list that was touched wins: the other end moves along if it would lie on the wrong side.
 *
 * Returns: %FALSE where nothing can be chosen
 */
gboolean
nev_period_lists_get (GtkDropDown *from,
                      GtkDropDown *to,
                      GtkDropDown *touched,
                      guint       *first,
                      guint       *last)
{
  *first = gtk_drop_down_get_selected (from);
  *last = gtk_drop_down_get_selected (to);

  if (*first == GTK_INVALID_LIST_POSITION || *last == GTK_INVALID_LIST_POSITION)
    return FALSE;

  if (*first > *last && touched == from)
    *last = *first;
  else if (*first > *last)
    *first = *last;

  return TRUE;
}
