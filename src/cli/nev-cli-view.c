/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>

#include "nev-error.h"
#include "nev-theme.h"

void
nev_cli_view_clear (NevCliView *self)
{
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->frequency, g_free);
  g_clear_pointer (&self->measure, g_free);
  g_clear_pointer (&self->mark, g_free);
  g_clear_pointer (&self->series, g_free);
}

static gboolean
apply_range (NevSpec          *spec,
             const NevCliView *view,
             GError          **error)
{
  g_autoptr(GError) local_error = NULL;
  gint32    from = nev_spec_get_from (spec);
  gint32    to = nev_spec_get_to (spec);
  NevPeriod period;

  if (view->from != NULL)
    {
      if (!nev_period_parse (view->from, &period, &local_error))
        {
          nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--from");
          return FALSE;
        }

      from = period.start;
    }

  if (view->to != NULL)
    {
      if (!nev_period_parse (view->to, &period, &local_error))
        {
          nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--to");
          return FALSE;
        }

      to = period.end;
    }

  if (view->from != NULL && view->to != NULL && from >= to)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--to: expected a period that ends after %1$s begins, found %2$s"), view->from, view->to);
      return FALSE;
    }

  /* One end that was chosen is worth more than the other that the chart came with. */
  if (view->from != NULL && view->to == NULL && from >= to)
    to = 0;

  if (view->to != NULL && view->from == NULL && from >= to)
    from = 0;

  nev_spec_set_range (spec, from, to);

  return TRUE;
}

static gboolean
apply_choices (NevSpec          *spec,
               const NevCliView *view,
               GError          **error)
{
  g_autoptr(GError) local_error = NULL;
  NevFrequency frequency;
  NevMeasure   measure;
  NevMark      mark;

  if (view->frequency != NULL)
    {
      if (!nev_frequency_parse (view->frequency, &frequency, &local_error))
        {
          nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--frequency");
          return FALSE;
        }

      nev_spec_set_frequency (spec, frequency);
    }

  if (view->measure != NULL)
    {
      if (!nev_measure_parse (view->measure, &measure, &local_error))
        {
          nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--measure");
          return FALSE;
        }

      nev_spec_set_measure (spec, measure);
    }

  if (view->mark != NULL)
    {
      if (!nev_mark_parse (view->mark, &mark, &local_error))
        {
          nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--mark");
          return FALSE;
        }

      nev_spec_set_mark (spec, mark);
    }

  return TRUE;
}

/* One axis has one unit. */
static gboolean
check_units (NevSpec *spec,
             GError **error)
{
  NevPanel   panel = nev_spec_get_panel (spec, 0);
  NevSeries *first = g_ptr_array_index (panel.series, 0);

  for (guint i = 1; i < panel.series->len; i++)
    {
      NevSeries *series = g_ptr_array_index (panel.series, i);

      if (nev_measure_get_unit (panel.measure, series) != nev_measure_get_unit (panel.measure, first))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("--series: expected series of one unit, found %1$s and %2$s"),
                       nev_series_get_id (first), nev_series_get_id (series));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
apply_series (NevSpec          *spec,
              const NevCliView *view,
              GError          **error)
{
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();
  g_auto(GStrv) ids = NULL;

  if (view->series == NULL)
    return TRUE;

  ids = g_strsplit (view->series, ",", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(GError) local_error = NULL;
      NevSeries *series = nev_dataset_find_series (nev_spec_get_dataset (spec), ids[i], &local_error);

      if (series == NULL)
        {
          nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--series");
          return FALSE;
        }

      if (g_ptr_array_find (chosen, series, NULL))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("--series: expected every series once, found %s twice"), ids[i]);
          return FALSE;
        }

      if (chosen->len == NEV_N_SLOTS)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("--series: expected at most %d, so that they can be told apart"), NEV_N_SLOTS);
          return FALSE;
        }

      g_ptr_array_add (chosen, series);
    }

  if (chosen->len == 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--series: expected the ids of series, found nothing"));
      return FALSE;
    }

  nev_spec_set_series (spec, chosen);

  return TRUE;
}

/* Something must be there to be shown. */
static gboolean
check_range (NevSpec *spec,
             GError **error)
{
  NevPeriod        extent = nev_spec_get_extent (spec);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!nev_period_is_none (nev_spec_get_range (spec)))
    return TRUE;

  if (nev_period_is_none (extent))
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND, _("nothing is known of these series"));
      return FALSE;
    }

  first = nev_period_to_string (nev_period_at (extent.start, nev_spec_get_frequency (spec)));
  last = nev_period_to_string (nev_period_at (extent.end - 1, nev_spec_get_frequency (spec)));
  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND,
               _("no whole period lies within the days asked for; there are figures from %1$s to %2$s"), first, last);

  return FALSE;
}

/**
 * nev_cli_create_spec:
 * @self: what is common to all commands, with the dataset
 * @view: the options of the view
 * @chart: a chart's name
 * @error: return location for an error
 *
 * Makes the spec of a chart with the choices of the command line.
 *
 * Returns: (transfer full): the spec; or %NULL with @error set
 */
NevSpec *
nev_cli_create_spec (NevCli           *self,
                     const NevCliView *view,
                     const char       *chart,
                     GError          **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(NevSpec) spec = NULL;
  const NevChart *found = nev_dataset_find_chart (self->dataset, chart, &local_error);

  if (found == NULL)
    {
      nev_cli_propagate_usage (error, g_steal_pointer (&local_error), NULL);
      return NULL;
    }

  spec = nev_spec_new (self->dataset, found);

  if (!apply_choices (spec, view, error) ||
      !apply_series (spec, view, error) ||
      !check_units (spec, error) ||
      !apply_range (spec, view, error))
    return NULL;

  if (!check_range (spec, error))
    {
      g_prefix_error (error, "%s: ", chart);
      return NULL;
    }

  return g_steal_pointer (&spec);
}
