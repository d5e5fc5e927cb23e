/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-spec-check.h"

#include <glib/gi18n-lib.h>

#include "nev-error.h"
#include "nev-guard.h"
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

  /* Who names a series wants to see it. */
  nev_spec_set_hidden (self, NULL);
  nev_spec_set_series (self, chosen);

  return TRUE;
}

/**
 * nev_spec_choose_focus:
 * @self: a spec whose series have been chosen
 * @id: the id of a series
 * @error: return location for a #NevDataError
 *
 * Chooses the series behind which the others recede; where periods lie over each other, the one that is shown.
 *
 * Returns: whether the chart shows it; if not, @self is as it was
 */
gboolean
nev_spec_choose_focus (NevSpec    *self,
                       const char *id,
                       GError    **error)
{
  NevSeries *series;
  g_autofree char *shown = NULL;
  g_autoptr(NevSpec) apart = NULL;

  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  series = nev_dataset_find_series (nev_spec_get_dataset (self), id, error);

  if (series == NULL)
    return FALSE;

  /* Where periods lie over each other one series is shown only: the one that the focus chooses. */
  apart = nev_spec_copy (self);
  nev_spec_set_seasonal (apart, FALSE);
  nev_spec_set_against (apart, NEV_PERIOD_NONE);

  for (guint i = 0; i < nev_spec_get_n_panels (apart); i++)
    {
      NevPanel panel = nev_spec_get_panel (apart, i);

      for (guint j = 0; j < panel.series->len; j++)
        {
          g_autofree char *before = g_steal_pointer (&shown);
          const char      *name = nev_series_get_id (g_ptr_array_index (panel.series, j));

          if (g_ptr_array_index (panel.series, j) == series)
            {
              nev_spec_set_focus (self, series);
              return TRUE;
            }

          shown = before != NULL ? g_strconcat (before, ", ", name, NULL) : g_strdup (name);
        }
    }

  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND, _("expected a series that is shown (%1$s), found %2$s"), shown, id);

  return FALSE;
}

/**
 * nev_spec_choose_hidden:
 * @self: a spec whose series have been chosen
 * @ids: the ids of series, %NULL-terminated
 * @error: return location for a #NevDataError
 *
 * Hides series of the chart.
 *
 * Returns: whether they belong to it and others are left; if not, @self is as it was
 */
gboolean
nev_spec_choose_hidden (NevSpec           *self,
                        const char *const *ids,
                        GError           **error)
{
  g_autoptr(GPtrArray) hidden = g_ptr_array_new ();
  const NevChart *chart;
  guint           n_left;

  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  chart = nev_spec_get_chart (self);
  n_left = nev_spec_get_all_series (self)->len;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      NevSeries *series = nev_dataset_find_series (nev_spec_get_dataset (self), ids[i], error);
      gboolean   is_main, belongs;

      if (series == NULL)
        return FALSE;

      if (g_ptr_array_find (hidden, series, NULL))
        {
          g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("expected every series once, found %s twice"), ids[i]);
          return FALSE;
        }

      belongs = is_main = g_ptr_array_find (nev_spec_get_all_series (self), series, NULL);
      for (guint j = 1; j < chart->n_panels; j++)
        belongs = belongs || g_ptr_array_find (chart->panels[j].series, series, NULL);

      if (!belongs)
        {
          g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND, _("expected a series of the chart, found %s"), ids[i]);
          return FALSE;
        }

      if (is_main && --n_left == 0)
        {
          g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("expected a series that is left to be shown, found none"));
          return FALSE;
        }

      g_ptr_array_add (hidden, series);
    }

  nev_spec_set_hidden (self, hidden);

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

      if (!nev_guard_share_scale (panel.measure, first, series))
        {
          g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("expected series of one unit, found %1$s and %2$s"),
                       nev_series_get_id (first), nev_series_get_id (series));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
has_value_at (const NevPanel *panel,
              NevPeriod       period)
{
  for (guint i = 0; i < panel->series->len; i++)
    {
      g_auto(NevReading) reading = { 0 };

      nev_series_read (g_ptr_array_index (panel->series, i), NEV_MEASURE_LEVEL, period, NEV_PERIOD_NONE, &reading);

      if (reading.status != NEV_STATUS_GAP)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_period_of_chart (NevSpec  *self,
                    NevPeriod found,
                    GError  **error)
{
  NevPeriod        extent = nev_spec_get_extent (self);
  NevPeriod        period = nev_spec_get_period_at (self, nev_period_is_undated (found) ? extent.start : found.start);
  g_autofree char *wanted_text = NULL;
  g_autofree char *found_text = NULL;

  if (nev_period_equal (period, found))
    return TRUE;

  wanted_text = nev_period_to_string (period);
  found_text = nev_period_to_string (found);
  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA,
               _("expected one of the chart’s periods, such as %1$s, found %2$s"), wanted_text, found_text);

  return FALSE;
}

/**
 * nev_spec_choose_index_base:
 * @self: a spec whose frequency has been chosen
 * @base: a period
 * @error: return location for a %NEV_DATA_ERROR_SCHEMA
 *
 * Chooses the period that an index is 100 in. A series that has no value there has no index.
 *
 * Returns: whether it is a period of the chart; if not, @self is as it was
 */
gboolean
nev_spec_choose_index_base (NevSpec  *self,
                            NevPeriod base,
                            GError  **error)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  if (!is_period_of_chart (self, base, error))
    return FALSE;

  nev_spec_set_index_base (self, base.start);

  return TRUE;
}

/**
 * nev_spec_choose_ranking_period:
 * @self: a spec whose frequency has been chosen
 * @period: a period
 * @error: return location for a %NEV_DATA_ERROR_SCHEMA
 *
 * Chooses the period that series are ranked at. Nothing else can be chosen where nothing has a date.
 *
 * Returns: whether it is a period of the chart; if not, @self is as it was
 */
gboolean
nev_spec_choose_ranking_period (NevSpec  *self,
                                NevPeriod period,
                                GError  **error)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  if (nev_spec_is_undated (self))
    {
      g_autofree char *found = NULL;
      g_autofree char *wanted = NULL;

      if (nev_period_is_undated (period))
        return TRUE;

      found = nev_period_to_string (period);
      wanted = nev_period_to_string (NEV_PERIOD_UNDATED);
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("expected the period %1$s, since nothing has a date, found %2$s"),
                   wanted, found);
      return FALSE;
    }

  if (!is_period_of_chart (self, period, error))
    return FALSE;

  nev_spec_set_ranking_day (self, period.start);

  return TRUE;
}

static gboolean
check_against (NevSpec *self,
               GError **error)
{
  NevPeriod        extent = nev_spec_get_extent (self);
  NevPeriod        against = nev_spec_get_against_range (self);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  /* Of a range without figures nev_spec_check_range() speaks. */
  if (nev_period_is_none (extent))
    return TRUE;

  if (nev_period_is_none (against))
    {
      first = nev_period_to_string (nev_spec_get_period_at (self, extent.start));
      last = nev_period_to_string (nev_spec_get_period_at (self, extent.end - 1));
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND,
                   _("no whole period lies within the range to compare with; there are figures from %1$s to %2$s"), first, last);
      return FALSE;
    }

  return TRUE;
}

/* A period that was chosen must be one of which anything can be known. */
static gboolean
check_ranking (NevSpec *self,
               GError **error)
{
  NevPeriod        extent = nev_spec_get_extent (self);
  NevPeriod        period = nev_spec_get_ranking_period (self);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *found = NULL;

  if (nev_spec_is_undated (self) && !nev_period_is_none (nev_spec_get_against (self)))
    {
      g_set_error_literal (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA,
                           _("expected no other range to compare with, since nothing has a date"));
      return FALSE;
    }

  if (nev_spec_get_ranking_day (self) == 0 || nev_period_is_none (extent) ||
      (period.start >= extent.start && period.end <= extent.end))
    return TRUE;

  first = nev_period_to_string (nev_spec_get_period_at (self, extent.start));
  last = nev_period_to_string (nev_spec_get_period_at (self, extent.end - 1));
  found = nev_period_to_string (period);
  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND,
               _("expected a period from %1$s to %2$s to rank at, found %3$s"), first, last, found);

  return FALSE;
}

/**
 * nev_spec_has_index:
 * @self: a spec
 *
 * Returns: whether an index is shown
 */
gboolean
nev_spec_has_index (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  for (guint i = 0; i < nev_spec_get_n_panels (self); i++)
    if (nev_spec_get_panel (self, i).measure == NEV_MEASURE_INDEX)
      return TRUE;

  return FALSE;
}

/**
 * nev_spec_can_be_index_base:
 * @self: a spec
 * @period: a period
 *
 * Returns: whether there would be an index of any series if @period were 100
 */
gboolean
nev_spec_can_be_index_base (NevSpec  *self,
                            NevPeriod period)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  for (guint i = 0; i < nev_spec_get_n_panels (self); i++)
    {
      NevPanel panel = nev_spec_get_panel (self, i);

      if (panel.measure == NEV_MEASURE_INDEX && has_value_at (&panel, period))
        return TRUE;
    }

  return FALSE;
}

/**
 * nev_spec_check_index_base:
 * @self: a spec whose measure and series have been chosen, too
 * @error: return location for a #NevDataError
 *
 * Checks that the period that was chosen to be 100 is of use: an index is shown, and of some series there is one.
 *
 * Returns: whether it is
 */
gboolean
nev_spec_check_index_base (NevSpec *self,
                           GError **error)
{
  NevPeriod        base;
  g_autofree char *found = NULL;

  g_return_val_if_fail (NEV_IS_SPEC (self) && nev_spec_get_index_base (self) != 0, FALSE);

  base = nev_spec_get_period_at (self, nev_spec_get_index_base (self));

  if (nev_spec_can_be_index_base (self, base))
    return TRUE;

  if (!nev_spec_has_index (self))
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("expected the measure index, found %s"),
                   nev_measure_to_string (nev_spec_get_measure (self)));
      return FALSE;
    }

  found = nev_period_to_string (base);
  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND,
               _("expected a period in which a series shown has a value, found %s"), found);

  return FALSE;
}

/**
 * nev_spec_check_arrangement:
 * @self: a spec
 * @error: return location for a #NevDataError
 *
 * Checks that the periods can share the axis as it is wanted.
 *
 * Returns: whether they can
 */
gboolean
nev_spec_check_arrangement (NevSpec *self,
                            GError **error)
{
  if (nev_spec_get_seasonal (self) && nev_spec_get_frequency (self) == NEV_FREQUENCY_YEAR)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA,
                   _("expected parts of a year, by which years can be compared, found the frequency “%s”"),
                   nev_frequency_to_string (NEV_FREQUENCY_YEAR));
      return FALSE;
    }

  if (nev_spec_get_arrangement (self) == NEV_ARRANGEMENT_RANKING)
    return check_ranking (self, error);

  return nev_spec_get_arrangement (self) != NEV_ARRANGEMENT_AGAINST || check_against (self, error);
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
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!nev_period_is_none (nev_spec_get_range (self)))
    return TRUE;

  if (nev_period_is_none (extent))
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND, _("nothing is known of these series"));
      return FALSE;
    }

  first = nev_period_to_string (nev_spec_get_period_at (self, extent.start));
  last = nev_period_to_string (nev_spec_get_period_at (self, extent.end - 1));
  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND,
               _("no whole period lies within the days asked for; there are figures from %1$s to %2$s"), first, last);

  return FALSE;
}
