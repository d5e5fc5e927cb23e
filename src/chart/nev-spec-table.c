/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-spec.h"

/* What follows from a spec: the periods that are shown, and the numbers. */

/* The days of which the series shown know anything. */
static gboolean
get_known_days (NevSpec   *self,
                NevPeriod *days)
{
  gboolean is_known = FALSE;

  for (guint i = 0; i < nev_spec_get_n_panels (self); i++)
    {
      NevPanel panel = nev_spec_get_panel (self, i);

      for (guint j = 0; j < panel.series->len; j++)
        {
          NevPeriod extent;

          if (!nev_series_get_extent (g_ptr_array_index (panel.series, j), &extent))
            continue;

          days->start = is_known ? MIN (days->start, extent.start) : extent.start;
          days->end = is_known ? MAX (days->end, extent.end) : extent.end;
          is_known = TRUE;
        }
    }

  return is_known;
}

/**
 * nev_spec_get_extent:
 * @self: a spec
 *
 * Finds all days that could be shown: the whole periods of the frequency in which the series know
 * anything. A last period that isn't over yet is left out, unless it is the only one.
 *
 * Returns: the days; %NEV_PERIOD_NONE where nothing is known
 */
NevPeriod
nev_spec_get_extent (NevSpec *self)
{
  NevPeriod    days = NEV_PERIOD_NONE, extent;
  NevFrequency frequency;

  g_return_val_if_fail (NEV_IS_SPEC (self), NEV_PERIOD_NONE);

  if (!get_known_days (self, &days))
    return NEV_PERIOD_NONE;

  frequency = nev_spec_get_frequency (self);
  extent.start = nev_period_at (days.start, frequency).start;
  extent.end = nev_period_at (days.end, frequency).start;

  if (extent.end <= extent.start)
    extent.end = nev_period_at (days.end - 1, frequency).end;

  return extent;
}

/**
 * nev_spec_get_range:
 * @self: a spec
 *
 * Finds the days that are shown: the whole periods of the frequency that lie within the days asked for
 * and within the extent.
 *
 * Returns: the days; %NEV_PERIOD_NONE where there is no such period
 */
NevPeriod
nev_spec_get_range (NevSpec *self)
{
  NevPeriod    range;
  NevFrequency frequency;
  gint32       from, to;

  g_return_val_if_fail (NEV_IS_SPEC (self), NEV_PERIOD_NONE);

  range = nev_spec_get_extent (self);
  frequency = nev_spec_get_frequency (self);
  from = nev_spec_get_from (self);
  to = nev_spec_get_to (self);

  if (from > range.start)
    {
      NevPeriod first = nev_period_at (from, frequency);

      range.start = first.start == from ? first.start : first.end;
    }

  if (to > 0 && to < range.end)
    range.end = nev_period_at (to, frequency).start;

  return nev_period_is_none (range) ? NEV_PERIOD_NONE : range;
}

static gboolean
has_all_values (const NevPanel *panel,
                NevPeriod       period)
{
  for (guint i = 0; i < panel->series->len; i++)
    {
      g_auto(NevReading) reading = { 0 };

      nev_series_read (g_ptr_array_index (panel->series, i), NEV_MEASURE_LEVEL, period, NEV_PERIOD_NONE, &reading);

      if (reading.status == NEV_STATUS_GAP)
        return FALSE;
    }

  return TRUE;
}

/* The period that is 100: the first one in which every series has a value, so that all start together. */
static NevPeriod
find_base (NevSpec        *self,
           const NevPanel *panel,
           NevPeriod       range)
{
  NevFrequency frequency = nev_spec_get_frequency (self);

  if (nev_period_is_none (range))
    return NEV_PERIOD_NONE;

  for (NevPeriod period = nev_period_at (range.start, frequency);
       period.end <= range.end;
       period = nev_period_at (period.end, frequency))
    {
      if (has_all_values (panel, period))
        return period;
    }

  return NEV_PERIOD_NONE;
}

/**
 * nev_spec_create_table:
 * @self: a spec
 *
 * Reads the numbers that are shown: the columns of the first panel, then those of the second.
 *
 * Returns: (transfer full): the table; without rows where nothing lies in the range
 */
NevTable *
nev_spec_create_table (NevSpec *self)
{
  g_autoptr(GArray) columns = NULL;
  NevPeriod range, base = NEV_PERIOD_NONE;

  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  columns = g_array_new (FALSE, FALSE, sizeof (NevColumn));
  range = nev_spec_get_range (self);

  for (guint i = 0; i < nev_spec_get_n_panels (self); i++)
    {
      NevPanel panel = nev_spec_get_panel (self, i);

      if (panel.measure == NEV_MEASURE_INDEX && nev_period_is_none (base))
        base = find_base (self, &panel, range);

      for (guint j = 0; j < panel.series->len; j++)
        {
          NevColumn column = { g_ptr_array_index (panel.series, j), panel.measure, i };

          g_array_append_val (columns, column);
        }
    }

  return nev_table_new ((const NevColumn *) columns->data, columns->len, nev_spec_get_frequency (self), range, base);
}
