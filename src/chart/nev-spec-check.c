/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-spec-check.h"

#include <glib/gi18n-lib.h>

#include "nev-error.h"
#include "nev-theme.h"

/**
 * nev_spec_choose_series:
 * @self: a spec
 * @ids: the ids of series, %NULL-terminated
 * @error: return location for a #NevDataError
 *
 * Chooses the series of the first panel by their ids.
 *
 * Returns: whether they can be told apart in a chart; if not, @self is as it was
 */
gboolean
nev_spec_choose_series (NevSpec           *self,
                        const char *const *ids,
                        GError           **error)
{
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();

  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      NevSeries *series = nev_dataset_find_series (nev_spec_get_dataset (self), ids[i], error);

      if (series == NULL)
        return FALSE;

      if (g_ptr_array_find (chosen, series, NULL))
        {
          g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("expected every series once, found %s twice"), ids[i]);
          return FALSE;
        }

      if (chosen->len == NEV_N_SLOTS)
        {
          g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT,
                       _("expected at most %d, so that they can be told apart"), NEV_N_SLOTS);
          return FALSE;
        }

      g_ptr_array_add (chosen, series);
    }

  if (chosen->len == 0)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("expected the ids of series, found nothing"));
      return FALSE;
    }

  nev_spec_set_series (self, chosen);

  return TRUE;
}

/**
 * nev_spec_check_units:
 * @self: a spec
 * @error: return location for a %NEV_DATA_ERROR_SCHEMA
 *
 * Checks that the first panel's series have one unit, since its axis has one.
 *
 * Returns: whether they do
 */
gboolean
nev_spec_check_units (NevSpec *self,
                      GError **error)
{
  NevPanel   panel = nev_spec_get_panel (self, 0);
  NevSeries *first = g_ptr_array_index (panel.series, 0);

  for (guint i = 1; i < panel.series->len; i++)
    {
      NevSeries *series = g_ptr_array_index (panel.series, i);

      if (nev_measure_get_unit (panel.measure, series) != nev_measure_get_unit (panel.measure, first))
        {
          g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("expected series of one unit, found %1$s and %2$s"),
                       nev_series_get_id (first), nev_series_get_id (series));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * nev_spec_check_range:
 * @self: a spec
 * @error: return location for a %NEV_DATA_ERROR_NOT_FOUND
 *
 * Checks that there is something to be shown.
 *
 * Returns: whether there is
 */
gboolean
nev_spec_check_range (NevSpec *self,
                      GError **error)
{
  NevPeriod        extent = nev_spec_get_extent (self);
  NevFrequency     frequency = nev_spec_get_frequency (self);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!nev_period_is_none (nev_spec_get_range (self)))
    return TRUE;

  if (nev_period_is_none (extent))
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND, _("nothing is known of these series"));
      return FALSE;
    }

  first = nev_period_to_string (nev_period_at (extent.start, frequency));
  last = nev_period_to_string (nev_period_at (extent.end - 1, frequency));
  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND,
               _("no whole period lies within the days asked for; there are figures from %1$s to %2$s"), first, last);

  return FALSE;
}
