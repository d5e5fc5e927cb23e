/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-spec-series.h"

#include "nev-guard.h"
#include "nev-theme.h"

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;

  return TRUE;
}

/* As the chart declares them, they are its own again. */
static void
choose (NevSpec   *self,
        GPtrArray *series)
{
  GPtrArray *own = nev_spec_get_chart (self)->panels[0].series;

  nev_spec_set_series (self, is_same (series, own) ? NULL : series);
}

static gboolean
is_hidden (NevSpec   *self,
           NevSeries *series)
{
  GPtrArray *hidden = nev_spec_get_hidden (self);

  return hidden != NULL && g_ptr_array_find (hidden, series, NULL);
}

/* How many of the first panel's series aren't hidden. */
static guint
count_main (NevSpec *self)
{
  GPtrArray *all = nev_spec_get_all_series (self);
  guint      n = 0;

  for (guint i = 0; i < all->len; i++)
    n += is_hidden (self, g_ptr_array_index (all, i)) ? 0 : 1;

  return n;
}

static GPtrArray *
without (GPtrArray *series,
         NevSeries *one)
{
  GPtrArray *left = g_ptr_array_new ();

  for (guint i = 0; series != NULL && i < series->len; i++)
    if (g_ptr_array_index (series, i) != one)
      g_ptr_array_add (left, g_ptr_array_index (series, i));

  return left;
}

/* A ranking may have a thousand, so that they aren't looked for one by one. */
static void
add_new (GPtrArray  *list,
         GHashTable *listed,
         GPtrArray  *more)
{
  for (guint i = 0; more != NULL && i < more->len; i++)
    if (g_hash_table_add (listed, g_ptr_array_index (more, i)))
      g_ptr_array_add (list, g_ptr_array_index (more, i));
}

static gboolean
is_main (NevSpec   *self,
         NevSeries *series)
{
  return g_ptr_array_find (nev_spec_get_all_series (self), series, NULL);
}

/**
 * nev_spec_list_series:
 * @self: a spec
 *
 * Lists what belongs to a chart: the series of the first panel, those of the others, and those that are hidden.
 *
 * Returns: (transfer container) (element-type NevSeries): the series, each once
 */
GPtrArray *
nev_spec_list_series (NevSpec *self)
{
  g_autoptr(GHashTable) listed = g_hash_table_new (NULL, NULL);
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (NEV_IS_SPEC (self), list);

  add_new (list, listed, nev_spec_get_all_series (self));
  for (guint i = 0; i < nev_spec_get_n_panels (self); i++)
    add_new (list, listed, nev_spec_get_panel (self, i).series);
  add_new (list, listed, nev_spec_get_hidden (self));

  return list;
}

/**
 * nev_spec_shows_series:
 * @self: a spec
 * @series: a series
 *
 * Returns: whether the series is the chart's and isn't hidden; where years of another lie over each other it waits to come
 *   back
 */
gboolean
nev_spec_shows_series (NevSpec   *self,
                       NevSeries *series)
{
  gboolean belongs;

  g_return_val_if_fail (NEV_IS_SPEC (self) && NEV_IS_SERIES (series), FALSE);

  belongs = is_main (self, series);
  for (guint i = 0; i < nev_spec_get_n_panels (self) && !belongs; i++)
    belongs = g_ptr_array_find (nev_spec_get_panel (self, i).series, series, NULL);

  return belongs && !is_hidden (self, series);
}

/**
 * nev_spec_count_shown:
 * @self: a spec
 *
 * Returns: how many series are drawn
 */
guint
nev_spec_count_shown (NevSpec *self)
{
  g_autoptr(GHashTable) listed = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) list = g_ptr_array_new ();

  g_return_val_if_fail (NEV_IS_SPEC (self), 0);

  for (guint i = 0; i < nev_spec_get_n_panels (self); i++)
    add_new (list, listed, nev_spec_get_panel (self, i).series);

  return list->len;
}

/**
 * nev_spec_can_take_series:
 * @self: a spec
 * @series: a series
 * @measure: what would be read of the first panel's series
 *
 * Returns: whether the series could share the first panel's scale
 */
gboolean
nev_spec_can_take_series (NevSpec   *self,
                          NevSeries *series,
                          NevMeasure measure)
{
  GPtrArray *all;

  g_return_val_if_fail (NEV_IS_SPEC (self) && NEV_IS_SERIES (series), FALSE);

  all = nev_spec_get_all_series (self);
  for (guint i = 0; i < all->len; i++)
    if (!nev_guard_share_scale (measure, g_ptr_array_index (all, i), series))
      return FALSE;

  return TRUE;
}

/**
 * nev_spec_add_series:
 * @self: a spec
 * @series: a series of its dataset
 *
 * Adds a series behind those of the first panel, or shows it again. Whether it can share their scale the caller has asked.
 *
 * Returns: whether there was room for another that can be told apart
 */
gboolean
nev_spec_add_series (NevSpec   *self,
                     NevSeries *series)
{
  g_autoptr(GPtrArray) chosen = NULL;

  g_return_val_if_fail (NEV_IS_SPEC (self) && NEV_IS_SERIES (series), FALSE);

  if (is_main (self, series))
    {
      nev_spec_show_series (self, series);
      return TRUE;
    }

  if (nev_spec_get_all_series (self)->len >= NEV_N_SLOTS)
    return FALSE;

  chosen = without (nev_spec_get_all_series (self), series);
  g_ptr_array_add (chosen, series);
  choose (self, chosen);

  return TRUE;
}

/**
 * nev_spec_remove_series:
 * @self: a spec
 * @series: a series
 *
 * Takes a series out of the first panel.
 *
 * Returns: whether it was there and another one is left to be shown
 */
gboolean
nev_spec_remove_series (NevSpec   *self,
                        NevSeries *series)
{
  g_autoptr(GPtrArray) left = NULL;

  g_return_val_if_fail (NEV_IS_SPEC (self) && NEV_IS_SERIES (series), FALSE);

  if (!is_main (self, series) ||
      (!is_hidden (self, series) && count_main (self) == 1))
    return FALSE;

  left = without (nev_spec_get_all_series (self), series);
  choose (self, left);

  return TRUE;
}

/**
 * nev_spec_can_hide_series:
 * @self: a spec
 * @series: a series
 *
 * Returns: whether the series is shown, and the first panel keeps one that is when it is hidden
 */
gboolean
nev_spec_can_hide_series (NevSpec   *self,
                          NevSeries *series)
{
  g_return_val_if_fail (NEV_IS_SPEC (self) && NEV_IS_SERIES (series), FALSE);

  return nev_spec_shows_series (self, series) && (!is_main (self, series) || count_main (self) > 1);
}

/**
 * nev_spec_hide_series:
 * @self: a spec
 * @series: a series that is shown
 *
 * Hides a series.
 *
 * Returns: whether the first panel keeps one that is shown
 */
gboolean
nev_spec_hide_series (NevSpec   *self,
                      NevSeries *series)
{
  g_autoptr(GPtrArray) hidden = NULL;

  g_return_val_if_fail (NEV_IS_SPEC (self) && NEV_IS_SERIES (series), FALSE);

  if (!nev_spec_can_hide_series (self, series))
    return FALSE;

  hidden = without (nev_spec_get_hidden (self), NULL);
  g_ptr_array_add (hidden, series);
  nev_spec_set_hidden (self, hidden);

  return TRUE;
}

void
nev_spec_show_series (NevSpec   *self,
                      NevSeries *series)
{
  g_autoptr(GPtrArray) hidden = NULL;

  g_return_if_fail (NEV_IS_SPEC (self) && NEV_IS_SERIES (series));

  hidden = without (nev_spec_get_hidden (self), series);
  nev_spec_set_hidden (self, hidden);
}

/**
 * nev_spec_toggle_focus:
 * @self: a spec
 * @series: a series
 *
 * Lets the others recede behind a series, or brings them back.
 *
 * Returns: whether there are others
 */
gboolean
nev_spec_toggle_focus (NevSpec   *self,
                       NevSeries *series)
{
  g_return_val_if_fail (NEV_IS_SPEC (self) && NEV_IS_SERIES (series), FALSE);

  if (nev_spec_get_focus (self) == series)
    nev_spec_set_focus (self, NULL);
  else if (nev_spec_count_shown (self) > 1)
    nev_spec_set_focus (self, series);
  else
    return FALSE;

  return TRUE;
}
