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

          /* What has no date is nowhere on an axis of dates. */
          if (!nev_series_get_extent (g_ptr_array_index (panel.series, j), &extent) ||
              (nev_period_is_undated (extent) && !nev_spec_is_undated (self)))
            continue;

          days->start = is_known ? MIN (days->start, extent.start) : extent.start;
          days->end = is_known ? MAX (days->end, extent.end) : extent.end;
          is_known = TRUE;
        }
    }

  return is_known;
}

/**
 * nev_spec_get_period_at:
 * @self: a spec
 * @day: a day number
 *
 * Finds the period of the chart that a day lies in: of its frequency, where January and February may be one.
 *
 * Returns: the period
 */
NevPeriod
nev_spec_get_period_at (NevSpec *self,
                        gint32   day)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NEV_PERIOD_NONE);

  return nev_period_cut (day, nev_spec_get_frequency (self), nev_spec_get_merge_jan_feb (self));
}

/* The number of a chart's period, counted from the beginning of the calendar. A year has eleven of merged months. */
static int
get_period_number (NevSpec *self,
                   gint32   day)
{
  int months = nev_frequency_get_months (nev_spec_get_frequency (self));
  int year, month;

  if (nev_spec_get_frequency (self) == NEV_FREQUENCY_DAY)
    return day;

  nev_day_to_date (day, &year, &month, NULL);

  if (months == 1 && nev_spec_get_merge_jan_feb (self))
    return year * 11 + MAX (month - 2, 0);

  return (year * 12 + month - 1) / months;
}

/**
 * nev_spec_count_periods:
 * @self: a spec
 * @days: some days that begin and end with periods of the chart
 *
 * Returns: how many of its periods they are
 */
int
nev_spec_count_periods (NevSpec  *self,
                        NevPeriod days)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), 0);

  return get_period_number (self, days.end) - get_period_number (self, days.start);
}

/**
 * nev_spec_add_periods:
 * @self: a spec
 * @day: a day number
 * @n_periods: how many periods later; negative for earlier
 *
 * Returns: the first day of the period that is so much later than the one that @day lies in
 */
gint32
nev_spec_add_periods (NevSpec *self,
                      gint32   day,
                      int      n_periods)
{
  NevPeriod period;
  int       number, part;

  g_return_val_if_fail (NEV_IS_SPEC (self), day);

  period = nev_spec_get_period_at (self, day);

  if (nev_spec_get_frequency (self) == NEV_FREQUENCY_DAY)
    return day + n_periods;

  if (nev_spec_get_frequency (self) != NEV_FREQUENCY_MONTH || !nev_spec_get_merge_jan_feb (self))
    return nev_day_add_months (period.start, n_periods * nev_frequency_get_months (nev_spec_get_frequency (self)));

  number = get_period_number (self, period.start) + n_periods;
  part = number % 11;

  return nev_day_from_date (number / 11, part == 0 ? 1 : part + 2, 1);
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
  NevPeriod days = NEV_PERIOD_NONE, extent;

  g_return_val_if_fail (NEV_IS_SPEC (self), NEV_PERIOD_NONE);

  if (!get_known_days (self, &days))
    return NEV_PERIOD_NONE;

  extent.start = nev_spec_get_period_at (self, days.start).start;
  extent.end = nev_spec_get_period_at (self, days.end).start;

  if (extent.end <= extent.start)
    extent.end = nev_spec_get_period_at (self, days.end - 1).end;

  return extent;
}

/* The whole periods of the frequency between two days, 0 for no end, and within the extent. */
static NevPeriod
get_whole_periods (NevSpec *self,
                   gint32   from,
                   gint32   to)
{
  NevPeriod range = nev_spec_get_extent (self);

  if (from > range.start)
    {
      NevPeriod first = nev_spec_get_period_at (self, from);

      range.start = first.start == from ? first.start : first.end;
    }

  if (to > 0 && to < range.end)
    range.end = nev_spec_get_period_at (self, to).start;

  return nev_period_is_none (range) ? NEV_PERIOD_NONE : range;
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
  g_return_val_if_fail (NEV_IS_SPEC (self), NEV_PERIOD_NONE);

  return get_whole_periods (self, nev_spec_get_from (self), nev_spec_get_to (self));
}

/**
 * nev_spec_get_against_range:
 * @self: a spec
 *
 * Finds the days of the other range that are shown, as nev_spec_get_range() does.
 *
 * Returns: the days; %NEV_PERIOD_NONE where there is no such period, or no other range
 */
NevPeriod
nev_spec_get_against_range (NevSpec *self)
{
  NevPeriod against;

  g_return_val_if_fail (NEV_IS_SPEC (self), NEV_PERIOD_NONE);

  against = nev_spec_get_against (self);

  return nev_period_is_none (against) ? NEV_PERIOD_NONE : get_whole_periods (self, against.start, against.end);
}

static int
count_months (NevPeriod period)
{
  int first_year, first_month, last_year, last_month;

  nev_day_to_date (period.start, &first_year, &first_month, NULL);
  nev_day_to_date (period.end - 1, &last_year, &last_month, NULL);

  return 12 * (last_year - first_year) + last_month - first_month + 1;
}

static gboolean
is_within (NevPeriod period,
           NevPeriod extent)
{
  return period.start >= extent.start && period.end <= extent.end;
}

/**
 * nev_spec_suggest_against:
 * @self: a spec
 * @range: (out): what is to be shown
 * @against: (out): what that is to be compared with
 *
 * Finds a range to compare the present one with: the same months as many whole years earlier as it takes, or later. Where
 * the present one leaves no room for another, the last year is compared with the one before.
 *
 * Returns: %FALSE where there are too few figures
 */
gboolean
nev_spec_suggest_against (NevSpec   *self,
                          NevPeriod *range,
                          NevPeriod *against)
{
  NevPeriod extent;
  int       distance;

  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  extent = nev_spec_get_extent (self);
  *range = nev_spec_get_range (self);

  if (!nev_period_is_none (*range))
    {
      distance = (count_months (*range) + 11) / 12 * 12;

      *against = nev_period_shift_months (*range, -distance);
      if (is_within (*against, extent))
        return TRUE;

      *against = nev_period_shift_months (*range, distance);
      if (is_within (*against, extent))
        return TRUE;
    }

  if (nev_period_is_none (extent))
    return FALSE;

  *range = (NevPeriod){ nev_day_add_months (extent.end, -12), extent.end };
  *against = nev_period_shift_months (*range, -12);

  return is_within (*against, extent);
}

/* The runs of days that share the axis, in the order of time. */
static GArray *
create_runs (NevSpec   *self,
             NevPeriod *range)
{
  GArray   *runs = g_array_new (FALSE, TRUE, sizeof (NevPeriod));
  NevPeriod against = nev_spec_get_against_range (self);

  switch (nev_spec_get_arrangement (self))
    {
    case NEV_ARRANGEMENT_SEASONAL:
      for (NevPeriod year = nev_period_at (range->start, NEV_FREQUENCY_YEAR);
           !nev_period_is_none (*range) && year.start < range->end;
           year = nev_period_at (year.end, NEV_FREQUENCY_YEAR))
        g_array_append_val (runs, year);
      break;

    case NEV_ARRANGEMENT_AGAINST:
      if (nev_period_is_none (*range) || nev_period_is_none (against))
        break;

      g_array_append_val (runs, *range);
      if (!nev_period_equal (against, *range))
        g_array_insert_val (runs, against.start < range->start ? 0 : 1, against);
      range->start = MIN (range->start, against.start);
      range->end = MAX (range->end, against.end);
      break;

    case NEV_ARRANGEMENT_TIMELINE:
    case NEV_ARRANGEMENT_RANKING:
    default:
      break;
    }

  /* One of no days: those of the table. */
  if (runs->len == 0)
    g_array_set_size (runs, 1);

  return runs;
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

static gboolean
has_flow (const NevPanel *panel)
{
  for (guint i = 0; i < panel->series->len; i++)
    {
      if (nev_series_get_kind (g_ptr_array_index (panel->series, i)) == NEV_SERIES_FLOW)
        return TRUE;
    }

  return FALSE;
}

/* The period that is 100: the one that was chosen, or the first one in which every series has a value, so that all start
 * together. Only other Januaries and Februaries could be compared with two merged months of a flow.
 */
static NevPeriod
find_base (NevSpec        *self,
           const NevPanel *panel,
           NevPeriod       range)
{
  if (nev_spec_get_index_base (self) != 0)
    return nev_spec_get_period_at (self, nev_spec_get_index_base (self));

  if (nev_period_is_none (range))
    return NEV_PERIOD_NONE;

  for (NevPeriod period = nev_spec_get_period_at (self, range.start);
       period.end <= range.end;
       period = nev_spec_get_period_at (self, period.end))
    {
      if (has_all_values (panel, period) && !(nev_period_get_kind (period) == NEV_PERIOD_KIND_MONTHS && has_flow (panel)))
        return period;
    }

  return NEV_PERIOD_NONE;
}

static gboolean
has_any_value (const NevPanel *panel,
               NevPeriod       period)
{
  for (guint i = 0; i < panel->series->len; i++)
    {
      g_auto(NevReading) reading = { 0 };

      nev_series_read (g_ptr_array_index (panel->series, i), panel->measure, period, NEV_PERIOD_NONE, &reading);

      /* An index has none yet, for want of its base. */
      if (reading.status != NEV_STATUS_GAP || panel->measure == NEV_MEASURE_INDEX)
        return TRUE;
    }

  return FALSE;
}

/**
 * nev_spec_get_ranking_period:
 * @self: a spec
 *
 * Finds the period that a ranking is of: the one that was chosen, or else the latest one shown in which a series of the first
 * panel has a value.
 *
 * Returns: the period; %NEV_PERIOD_UNDATED where nothing has a date, and %NEV_PERIOD_NONE where there is no value
 */
NevPeriod
nev_spec_get_ranking_period (NevSpec *self)
{
  NevPanel  panel;
  NevPeriod range;

  g_return_val_if_fail (NEV_IS_SPEC (self), NEV_PERIOD_NONE);

  if (nev_spec_is_undated (self))
    return NEV_PERIOD_UNDATED;

  if (nev_spec_get_ranking_day (self) != 0)
    return nev_spec_get_period_at (self, nev_spec_get_ranking_day (self));

  panel = nev_spec_get_panel (self, 0);
  range = nev_spec_get_range (self);

  for (gint32 end = range.end; end > range.start;)
    {
      NevPeriod period = nev_spec_get_period_at (self, end - 1);

      if (has_any_value (&panel, period))
        return period;

      end = period.start;
    }

  return NEV_PERIOD_NONE;
}

static NevTable *
create_ranking (NevSpec *self)
{
  NevPanel  panel = nev_spec_get_panel (self, 0);
  NevPeriod base = NEV_PERIOD_NONE;
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (NevColumn));

  if (panel.measure == NEV_MEASURE_INDEX)
    base = find_base (self, &panel, nev_spec_get_range (self));

  for (guint i = 0; i < panel.series->len; i++)
    {
      NevColumn column = { g_ptr_array_index (panel.series, i), panel.measure, 0, NEV_PERIOD_NONE };

      g_array_append_val (columns, column);
    }

  return nev_table_new_ranking ((const NevColumn *) columns->data, columns->len, nev_spec_get_frequency (self),
                                nev_spec_get_merge_jan_feb (self), nev_spec_get_ranking_period (self), base);
}

/* An index starts from what is shown, also where more is written than is shown. */
static NevTable *
create_table (NevSpec  *self,
              NevPeriod range)
{
  NevPeriod shown = nev_spec_get_range (self), base = NEV_PERIOD_NONE;
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (NevColumn));
  g_autoptr(GArray) runs = create_runs (self, &range);
  g_autoptr(GArray) shown_runs = create_runs (self, &shown);

  for (guint i = 0; i < nev_spec_get_n_panels (self); i++)
    {
      NevPanel panel = nev_spec_get_panel (self, i);

      if (panel.measure == NEV_MEASURE_INDEX && nev_period_is_none (base))
        base = find_base (self, &panel, shown);

      for (guint j = 0; j < panel.series->len; j++)
        for (guint k = 0; k < runs->len; k++)
          {
            NevColumn column = { g_ptr_array_index (panel.series, j), panel.measure, i, g_array_index (runs, NevPeriod, k) };

            g_array_append_val (columns, column);
          }
    }

  return nev_table_new ((const NevColumn *) columns->data, columns->len, nev_spec_get_frequency (self),
                        nev_spec_get_merge_jan_feb (self), range, base);
}

/**
 * nev_spec_create_table:
 * @self: a spec
 *
 * Reads the numbers that are shown: the columns of the first panel, then those of the second. Where runs of days lie
 * over each other, every series has a column for each, the latest of them last. Where series are ranked they are the rows.
 *
 * Returns: (transfer full): the table; without rows where nothing lies in the range
 */
NevTable *
nev_spec_create_table (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  if (nev_spec_get_arrangement (self) == NEV_ARRANGEMENT_RANKING)
    return create_ranking (self);

  return create_table (self, nev_spec_get_range (self));
}

/**
 * nev_spec_create_full_table:
 * @self: a spec
 *
 * Reads all numbers that the series shown have at the frequency, also those outside of the range. Of two ranges that lie
 * over each other, and of a ranking, there is no more than is shown.
 *
 * Returns: (transfer full): the table
 */
NevTable *
nev_spec_create_full_table (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  if (nev_spec_get_arrangement (self) == NEV_ARRANGEMENT_AGAINST ||
      nev_spec_get_arrangement (self) == NEV_ARRANGEMENT_RANKING)
    return nev_spec_create_table (self);

  return create_table (self, nev_spec_get_extent (self));
}
