/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-spec-private.h"

#include "nev-package.h"

/* How the periods share the axis: years over each other, another range over the one that is shown, or the series ranked at one
 * period. Of these at most one holds.
 */

gboolean
nev_spec_get_seasonal (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  return self->seasonal;
}

/**
 * nev_spec_set_seasonal:
 * @self: a spec
 * @seasonal: whether the years are to lie over each other
 *
 * Chooses the arrangement of the periods: months across, and a line or bar a year, of the series in the focus or the last
 * one. It takes the
 * place of another range. As long as the periods are years nothing comes of it.
 */
void
nev_spec_set_seasonal (NevSpec *self,
                       gboolean seasonal)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  seasonal = seasonal != FALSE;

  if (self->seasonal == seasonal)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->seasonal = seasonal;
  if (seasonal)
    {
      nev_spec_set_against (self, NEV_PERIOD_NONE);
      nev_spec_set_ranking (self, FALSE);
    }
  nev_spec_update_panels (self);

  g_object_notify (G_OBJECT (self), "seasonal");
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * nev_spec_get_against:
 * @self: a spec
 *
 * Returns: the days that the range is to lie over; %NEV_PERIOD_NONE for none
 */
NevPeriod
nev_spec_get_against (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NEV_PERIOD_NONE);

  return self->against;
}

/**
 * nev_spec_set_against:
 * @self: a spec
 * @against: other days that are to be shown on the same axis, aligned at their beginning; %NEV_PERIOD_NONE for none
 *
 * Lays another range over the one that is shown. It takes the place of years that lie over each other.
 */
void
nev_spec_set_against (NevSpec  *self,
                      NevPeriod against)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  if (nev_period_is_none (against))
    against = NEV_PERIOD_NONE;

  if (nev_period_equal (self->against, against))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->against = against;
  if (!nev_period_is_none (against))
    {
      nev_spec_set_seasonal (self, FALSE);
      nev_spec_set_ranking (self, FALSE);
    }
  nev_spec_update_panels (self);

  g_object_notify (G_OBJECT (self), "against");
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
nev_spec_get_ranking (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  return self->ranking;
}

/**
 * nev_spec_set_ranking:
 * @self: a spec
 * @ranking: whether the series of the first panel are to be ranked at one period
 *
 * Chooses bars below each other, one a series, from the highest value to the lowest. They take the place of years or ranges
 * that lie over each other.
 */
void
nev_spec_set_ranking (NevSpec *self,
                      gboolean ranking)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  ranking = ranking != FALSE;

  if (self->ranking == ranking)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->ranking = ranking;
  if (ranking)
    {
      nev_spec_set_seasonal (self, FALSE);
      nev_spec_set_against (self, NEV_PERIOD_NONE);
    }
  nev_spec_update_panels (self);

  g_object_notify (G_OBJECT (self), "ranking");
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * nev_spec_get_ranking_day:
 * @self: a spec
 *
 * Returns: a day of the period that was chosen for rankings; 0 for the latest that has a value
 */
gint32
nev_spec_get_ranking_day (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), 0);

  return self->ranking_day;
}

/**
 * nev_spec_set_ranking_day:
 * @self: a spec
 * @day: a day of the period at which series are to be ranked; 0 for the latest one shown in which any has a value
 *
 * Chooses the period of rankings. When the frequency changes, the month becomes its quarter.
 */
void
nev_spec_set_ranking_day (NevSpec *self,
                          gint32   day)
{
  g_return_if_fail (NEV_IS_SPEC (self));
  g_return_if_fail (day >= 0);

  if (self->ranking_day == day)
    return;

  self->ranking_day = day;

  g_object_notify (G_OBJECT (self), "ranking-day");
}

/**
 * nev_spec_is_undated:
 * @self: a spec
 *
 * Returns: whether nothing that the series of the first panel know has a date
 */
gboolean
nev_spec_is_undated (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  return self->is_undated;
}

/**
 * nev_spec_must_rank:
 * @self: a spec
 *
 * Returns: whether the series can't be shown in any other way: they have no dates, or are too many to be told apart by colour
 */
gboolean
nev_spec_must_rank (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  return self->is_undated || nev_spec_get_all_series (self)->len > NEV_PANEL_MAX_SERIES;
}

/**
 * nev_spec_get_arrangement:
 * @self: a spec
 *
 * Returns: how the periods share the axis
 */
NevArrangement
nev_spec_get_arrangement (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NEV_ARRANGEMENT_TIMELINE);

  if (self->ranking || nev_spec_must_rank (self))
    return NEV_ARRANGEMENT_RANKING;

  if (!nev_period_is_none (self->against))
    return NEV_ARRANGEMENT_AGAINST;

  return self->seasonal && self->frequency != NEV_FREQUENCY_YEAR ? NEV_ARRANGEMENT_SEASONAL : NEV_ARRANGEMENT_TIMELINE;
}
