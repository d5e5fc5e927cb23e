/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>

#include "nev-spec-check.h"

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
                   _ ("--to: expected a period that ends after %1$s begins, found %2$s"), view->from, view->to);
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

static gboolean
apply_series (NevSpec          *spec,
              const NevCliView *view,
              GError          **error)
{
  g_autoptr(GError) local_error = NULL;
  g_auto(GStrv) ids = NULL;

  if (view->series != NULL)
    ids = g_strsplit (view->series, ",", -1);

  if ((ids == NULL || nev_spec_choose_series (spec, (const char *const *) ids, &local_error)) &&
      nev_spec_check_units (spec, &local_error))
    return TRUE;

  nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--series");

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
      !apply_range (spec, view, error))
    return NULL;

  if (!nev_spec_check_range (spec, error))
    {
      g_prefix_error (error, "%s: ", chart);
      return NULL;
    }

  return g_steal_pointer (&spec);
}
