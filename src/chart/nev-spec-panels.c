/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-spec-private.h"

/* Which series the panels show, and with which marks: what follows from the chart and all that was chosen. */

static gboolean
is_subset (GPtrArray *series,
           GPtrArray *of)
{
  for (guint i = 0; i < series->len; i++)
    {
      if (!g_ptr_array_find (of, g_ptr_array_index (series, i), NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_level (NevMeasure measure)
{
  return measure == NEV_MEASURE_LEVEL ||
         measure == NEV_MEASURE_YEAR_TO_DATE ||
         measure == NEV_MEASURE_TRAILING_YEAR;
}

/* Only counts of one unit make a pile whose height means something. A quotient has no parts, and what
 * it is compared with is seen best along a line.
 */
static NevMark
choose_mark (const NevPanel *panel)
{
  NevSeries *first = g_ptr_array_index (panel->series, 0);

  if (panel->mark != NEV_MARK_STACKED)
    return panel->mark;

  if (!is_level (panel->measure))
    return NEV_MARK_LINE;

  for (guint i = 0; i < panel->series->len; i++)
    {
      NevSeries *series = g_ptr_array_index (panel->series, i);

      if (nev_series_get_kind (series) == NEV_SERIES_RATIO)
        return NEV_MARK_LINE;

      if (nev_series_get_unit (series) != nev_series_get_unit (first) ||
          nev_series_get_kind (series) != nev_series_get_kind (first))
        return NEV_MARK_BARS;
    }

  return NEV_MARK_STACKED;
}

/* Piles side by side would be one more thing to tell apart. */
static NevMark
choose_overlay_mark (const NevPanel *panel)
{
  return choose_mark (panel) == NEV_MARK_STACKED ? NEV_MARK_BARS : choose_mark (panel);
}

/* The years of one series lie over each other: those of the one that the title speaks of. */
static void
update_overlay (NevSpec *self)
{
  NevArrangement arrangement = nev_spec_get_arrangement (self);

  g_clear_pointer (&self->overlaid, g_ptr_array_unref);

  if (arrangement == NEV_ARRANGEMENT_TIMELINE)
    return;

  if (arrangement == NEV_ARRANGEMENT_RANKING)
    {
      self->panels[0].mark = NEV_MARK_BARS;
      self->n_panels = 1;
      return;
    }

  if (arrangement == NEV_ARRANGEMENT_SEASONAL)
    {
      GPtrArray *shown = self->panels[0].series;
      gboolean   has_focus = self->focus != NULL && g_ptr_array_find (shown, self->focus, NULL);

      self->overlaid = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (self->overlaid, g_object_ref (has_focus ? self->focus : g_ptr_array_index (shown, shown->len - 1)));
      self->panels[0].series = self->overlaid;
      self->panels[0].mark = self->mark;
      self->n_panels = 1;
    }

  for (guint i = 0; i < self->n_panels; i++)
    self->panels[i].mark = choose_overlay_mark (&self->panels[i]);
}

static gboolean
is_hidden (NevSpec   *self,
           NevSeries *series)
{
  return self->hidden != NULL && g_ptr_array_find (self->hidden, series, NULL);
}

/* What is left of a panel's series; NULL for nothing. */
static GPtrArray *
filter_series (NevSpec   *self,
               GPtrArray *series,
               guint      panel)
{
  g_autoptr(GPtrArray) shown = NULL;

  if (self->hidden == NULL)
    return series;

  shown = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < series->len; i++)
    {
      if (!is_hidden (self, g_ptr_array_index (series, i)))
        g_ptr_array_add (shown, g_object_ref (g_ptr_array_index (series, i)));
    }

  if (shown->len == series->len)
    return series;

  return shown->len > 0 ? (self->shown[panel] = g_steal_pointer (&shown)) : NULL;
}

/* Whether all that is known of some series has no date. */
static gboolean
find_undated (GPtrArray *series)
{
  gboolean is_known = FALSE;

  for (guint i = 0; i < series->len; i++)
    {
      NevPeriod extent;

      if (!nev_series_get_extent (g_ptr_array_index (series, i), &extent))
        continue;

      if (!nev_period_is_undated (extent))
        return FALSE;

      is_known = TRUE;
    }

  return is_known;
}

/**
 * nev_spec_update_panels:
 * @self: a spec in which something was chosen
 *
 * Makes the panels anew. A second panel that measures the first one's series in another way follows when other series are
 * chosen, and goes when the first one measures the same.
 */
void
nev_spec_update_panels (NevSpec *self)
{
  const NevPanel *main_panel = &self->chart->panels[0];
  GPtrArray      *main_series = self->series != NULL ? self->series : main_panel->series;
  GPtrArray      *main_shown;

  for (guint i = 0; i < NEV_MAX_PANELS; i++)
    g_clear_pointer (&self->shown[i], g_ptr_array_unref);

  /* A chart of nothing is none: who hides everything sees it all. */
  main_shown = filter_series (self, main_series, 0);
  self->panels[0] = (NevPanel){ main_shown != NULL ? main_shown : main_series, self->measure, self->mark };
  self->panels[0].mark = choose_mark (&self->panels[0]);
  self->n_panels = 1;
  self->is_undated = find_undated (self->panels[0].series);

  for (guint i = 1; i < self->chart->n_panels; i++)
    {
      NevPanel panel = self->chart->panels[i];

      if (self->series != NULL && is_subset (panel.series, main_panel->series))
        panel.series = main_series;

      if (panel.measure == self->measure && is_subset (panel.series, main_series))
        continue;

      panel.series = filter_series (self, panel.series, i);
      if (panel.series == NULL)
        continue;

      panel.mark = choose_mark (&panel);
      self->panels[self->n_panels++] = panel;
    }

  update_overlay (self);
}

/* The same series in the same order. */
gboolean
nev_spec_same_series (GPtrArray *a,
                      GPtrArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
copy_series (GPtrArray *series)
{
  GPtrArray *copy;

  if (series == NULL || series->len == 0)
    return NULL;

  copy = g_ptr_array_new_full (series->len, g_object_unref);

  for (guint i = 0; i < series->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (series, i)));

  return copy;
}

/* What doesn't belong to the chart any more can't be hidden in it. */
static void
forget_hidden (NevSpec *self)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; self->hidden != NULL && i < self->hidden->len; i++)
    {
      NevSeries *series = g_ptr_array_index (self->hidden, i);
      gboolean   belongs = g_ptr_array_find (nev_spec_get_all_series (self), series, NULL);

      for (guint j = 1; j < self->chart->n_panels; j++)
        belongs = belongs || g_ptr_array_find (self->chart->panels[j].series, series, NULL);

      if (belongs)
        g_ptr_array_add (kept, series);
    }

  nev_spec_set_hidden (self, kept);
}

/**
 * nev_spec_get_series:
 * @self: a spec
 *
 * Gets the series that were chosen for the first panel.
 *
 * Returns: (transfer none) (nullable) (element-type NevSeries): the series; %NULL for those of the chart
 */
GPtrArray *
nev_spec_get_series (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->series;
}

/**
 * nev_spec_set_series:
 * @self: a spec
 * @series: (nullable) (element-type NevSeries): series of the dataset; %NULL or none at all for those
 *   of the chart
 *
 * Chooses the series of the first panel; of a second one also, if that measures the same series.
 */
void
nev_spec_set_series (NevSpec   *self,
                     GPtrArray *series)
{
  GPtrArray *copy;

  g_return_if_fail (NEV_IS_SPEC (self));

  if (series != NULL && series->len == 0)
    series = NULL;

  if (nev_spec_same_series (self->series, series))
    return;

  copy = copy_series (series);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  self->series = copy;
  nev_spec_update_panels (self);

  g_object_freeze_notify (G_OBJECT (self));
  forget_hidden (self);
  g_object_notify (G_OBJECT (self), "series");
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * nev_spec_get_all_series:
 * @self: a spec
 *
 * Gets the first panel's series, also those of them that are hidden.
 *
 * Returns: (transfer none) (element-type NevSeries): the series that were chosen, or those of the chart
 */
GPtrArray *
nev_spec_get_all_series (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->series != NULL ? self->series : self->chart->panels[0].series;
}

/**
 * nev_spec_get_hidden:
 * @self: a spec
 *
 * Returns: (transfer none) (nullable) (element-type NevSeries): the series that belong to the chart and aren't shown;
 *   %NULL for none
 */
GPtrArray *
nev_spec_get_hidden (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->hidden;
}

/**
 * nev_spec_set_hidden:
 * @self: a spec
 * @hidden: (nullable) (element-type NevSeries): series that aren't to be shown; %NULL or none at all to show every one
 *
 * Hides series. They are no part of any panel, and so of no table, picture or description, but can come back. The first
 * panel is never without any: where all of its series are hidden, it shows them.
 */
void
nev_spec_set_hidden (NevSpec   *self,
                     GPtrArray *hidden)
{
  GPtrArray *copy;

  g_return_if_fail (NEV_IS_SPEC (self));

  if (hidden != NULL && hidden->len == 0)
    hidden = NULL;

  if (nev_spec_same_series (self->hidden, hidden))
    return;

  copy = copy_series (hidden);
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
  self->hidden = copy;
  nev_spec_update_panels (self);

  g_object_notify (G_OBJECT (self), "hidden");
}

/**
 * nev_spec_get_focus:
 * @self: a spec
 *
 * Returns: (transfer none) (nullable): the series behind which the others recede; %NULL for none, and while it isn't shown
 */
NevSeries *
nev_spec_get_focus (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  for (guint i = 0; i < self->n_panels; i++)
    {
      if (self->focus != NULL && g_ptr_array_find (self->panels[i].series, self->focus, NULL))
        return self->focus;
    }

  return NULL;
}

/**
 * nev_spec_set_focus:
 * @self: a spec
 * @focus: (nullable): the series that the chart is about; %NULL for all alike
 *
 * Lets the other series recede; where years lie over each other, shows those of this one. It is a part of the picture: exported, and kept in a view.
 */
void
nev_spec_set_focus (NevSpec   *self,
                    NevSeries *focus)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  if (!g_set_object (&self->focus, focus))
    return;

  nev_spec_update_panels (self);

  g_object_notify (G_OBJECT (self), "focus");
}

guint
nev_spec_get_n_panels (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), 0);

  return self->n_panels;
}

/**
 * nev_spec_get_panel:
 * @self: a spec
 * @panel: which one, from 0
 *
 * Gets a panel as it is to be drawn: the chart's, with the choices applied.
 *
 * Returns: the panel; its series are valid until the spec changes
 */
NevPanel
nev_spec_get_panel (NevSpec *self,
                    guint    panel)
{
  g_return_val_if_fail (NEV_IS_SPEC (self) && panel < self->n_panels, (NevPanel){ 0 });

  return self->panels[panel];
}
