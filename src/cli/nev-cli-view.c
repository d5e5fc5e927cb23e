/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>

#include "nev-guard.h"
#include "nev-label.h"
#include "nev-spec-check.h"
#include "nev-view.h"

void
nev_cli_view_add_entries (NevCliView     *self,
                          GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &self->path, N_("Begin with the view that FILE holds"), N_("FILE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &self->from, N_("Begin with the period P"), "P" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self->to, N_("End with the period P"), "P" },
    { "seasonal", 0, 0, G_OPTION_ARG_NONE, &self->seasonal, N_("Lay the years over each other"), NULL },
    { "against", 0, 0, G_OPTION_ARG_STRING, &self->against, N_("Lay the range over the period P"), "P" },
    { "ranking", 0, 0, G_OPTION_ARG_NONE, &self->ranking, N_("Rank the series at their latest period"), NULL },
    { "ranking-period", 0, 0, G_OPTION_ARG_STRING, &self->ranking_period, N_("Rank the series at the period P"), "P" },
    { "frequency", 0, 0, G_OPTION_ARG_STRING, &self->frequency, "day, month, quarter, half-year, year", "F" },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &self->measure,
      "level, year-to-date, trailing-year, change-on-year, change-on-period, index", "M" },
    { "mark", 0, 0, G_OPTION_ARG_STRING, &self->mark, "bars, stacked, line", "M" },
    { "merge-jan-feb", 0, 0, G_OPTION_ARG_NONE, &self->merge_jan_feb, N_("Make January and February one period"), NULL },
    { "index-base", 0, 0, G_OPTION_ARG_STRING, &self->index_base, N_("Make the index 100 in the period P"), "P" },
    { "series", 0, 0, G_OPTION_ARG_STRING, &self->series, N_("Show these series"), "ID,…" },
    { "focus", 0, 0, G_OPTION_ARG_STRING, &self->focus, N_("Let the other series recede behind this one"), "ID" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &self->title, N_("Write T above the chart"), "T" },
    { "subtitle", 0, 0, G_OPTION_ARG_STRING, &self->subtitle, N_("Write T below the title"), "T" },
    { "footnote", 0, 0, G_OPTION_ARG_STRING, &self->footnote, N_("Write T above the source line"), "T" },
    { "line", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->lines, N_("Draw a line at the value V"), "V[=T]" },
    { "band", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->bands, N_("Shade the values from V to W"), "V..W[=T]" },
    { "span", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->spans, N_("Shade the period P"), "P[=T]" },
    { "note", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->notes, N_("Write T at the period P"), "P=T" },
    { NULL }
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

void
nev_cli_view_clear (NevCliView *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->footnote, g_free);
  g_clear_pointer (&self->notes, g_strfreev);
  g_clear_pointer (&self->lines, g_strfreev);
  g_clear_pointer (&self->bands, g_strfreev);
  g_clear_pointer (&self->spans, g_strfreev);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->frequency, g_free);
  g_clear_pointer (&self->measure, g_free);
  g_clear_pointer (&self->mark, g_free);
  g_clear_pointer (&self->series, g_free);
  g_clear_pointer (&self->focus, g_free);
  g_clear_pointer (&self->index_base, g_free);
  g_clear_pointer (&self->against, g_free);
  g_clear_pointer (&self->ranking_period, g_free);
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
      if (!nev_period_parse_dated (view->from, &period, &local_error))
        {
          nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--from");
          return FALSE;
        }

      from = period.start;
    }

  if (view->to != NULL)
    {
      if (!nev_period_parse_dated (view->to, &period, &local_error))
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
apply_arrangement (NevSpec          *spec,
                   const NevCliView *view,
                   GError          **error)
{
  g_autoptr(GError) local_error = NULL;
  NevPeriod against;

  gboolean is_ranking = view->ranking || view->ranking_period != NULL;

  if (view->seasonal && view->against != NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("expected --seasonal or --against, found both"));
      return FALSE;
    }

  if (is_ranking && (view->seasonal || view->against != NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("expected --ranking or %s, found both"),
                   view->seasonal ? "--seasonal" : "--against");
      return FALSE;
    }

  if (view->seasonal)
    nev_spec_set_seasonal (spec, TRUE);

  if (view->against != NULL)
    {
      if (!nev_period_parse_dated (view->against, &against, &local_error))
        {
          nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--against");
          return FALSE;
        }

      nev_spec_set_against (spec, against);
    }

  if (is_ranking)
    nev_spec_set_ranking (spec, TRUE);

  if (view->ranking_period != NULL)
    {
      NevPeriod period;

      if (!nev_period_parse (view->ranking_period, &period, &local_error) ||
          !nev_spec_choose_ranking_period (spec, period, &local_error))
        {
          nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--ranking-period");
          return FALSE;
        }
    }

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

static gboolean
apply_focus (NevSpec          *spec,
             const NevCliView *view,
             GError          **error)
{
  g_autoptr(GError) local_error = NULL;

  if (view->focus == NULL || nev_spec_choose_focus (spec, view->focus, &local_error))
    return TRUE;

  nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--focus");

  return FALSE;
}

/* A note and no error: it is for the one who compares to judge. Standard output may be a file. */
static void
warn_of_definitions (NevCli  *self,
                     NevSpec *spec)
{
  g_autofree char *note = nev_guard_get_note (spec, self->language);

  if (note != NULL)
    g_printerr (_("nev-charts-cli: note: %1$s: %2$s\n"), nev_spec_get_chart (spec)->name, note);
}

static gboolean
apply_merge (NevSpec          *spec,
             const NevCliView *view,
             GError          **error)
{
  if (!view->merge_jan_feb)
    return TRUE;

  if (nev_spec_get_frequency (spec) != NEV_FREQUENCY_MONTH)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--merge-jan-feb: expected the frequency month, found %s"),
                   nev_frequency_to_string (nev_spec_get_frequency (spec)));
      return FALSE;
    }

  nev_spec_set_merge_jan_feb (spec, TRUE);

  return TRUE;
}

static gboolean
apply_index_base (NevSpec          *spec,
                  const NevCliView *view,
                  GError          **error)
{
  g_autoptr(GError) local_error = NULL;
  NevPeriod base;

  if (view->index_base == NULL ||
      (nev_period_parse_dated (view->index_base, &base, &local_error) &&
       nev_spec_choose_index_base (spec, base, &local_error) &&
       nev_spec_check_index_base (spec, &local_error)))
    return TRUE;

  nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--index-base");

  return FALSE;
}

/* Whether the words can stand on one line. */
static gboolean
check_words (const char *words,
             const char *option,
             GError    **error)
{
  g_autofree char *fault = words != NULL ? nev_label_check (words, NEV_LABEL_LINE) : NULL;

  if (fault == NULL)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: %s", option, fault);

  return FALSE;
}

/* An empty text brings back the words that follow from the data. */
static gboolean
apply_words (NevSpec          *spec,
             const NevCliView *view,
             GError          **error)
{
  if (!check_words (view->title, "--title", error) ||
      !check_words (view->subtitle, "--subtitle", error) ||
      !check_words (view->footnote, "--footnote", error))
    return FALSE;

  if (view->title != NULL)
    nev_spec_set_title (spec, view->title);
  if (view->subtitle != NULL)
    nev_spec_set_subtitle (spec, view->subtitle);
  if (view->footnote != NULL)
    nev_spec_set_footnote (spec, view->footnote);

  return TRUE;
}

/* What the command line begins with: the view in the file, or else the chart as it is declared. */
static NevSpec *
begin_spec (NevCli           *self,
            const NevCliView *view,
            const char       *chart,
            GError          **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(NevView) file_view = NULL;
  const NevChart *found;

  if (view->path != NULL)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (view->path);

      file_view = nev_view_load (file, NULL, error);

      if (file_view == NULL)
        return NULL;

      if (chart == NULL || g_str_equal (chart, nev_view_get_chart (file_view)))
        return nev_view_create_spec (file_view, self->dataset, error);

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--view: expected a view of %1$s, found one of %2$s"), chart, nev_view_get_chart (file_view));
      return NULL;
    }

  found = nev_dataset_find_chart (self->dataset, chart, &local_error);

  if (found == NULL)
    {
      nev_cli_propagate_usage (error, g_steal_pointer (&local_error), NULL);
      return NULL;
    }

  return nev_spec_new (self->dataset, found);
}

/**
 * nev_cli_create_spec:
 * @self: what is common to all commands, with the dataset
 * @view: the options of the view
 * @chart: (nullable): a chart's name; may be %NULL where a file holds the view
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
  g_autoptr(NevSpec) spec = NULL;

  g_return_val_if_fail (chart != NULL || view->path != NULL, NULL);

  spec = begin_spec (self, view, chart, error);

  if (spec == NULL ||
      !apply_choices (spec, view, error) ||
      !apply_series (spec, view, error) ||
      !apply_merge (spec, view, error) ||
      !apply_index_base (spec, view, error) ||
      !apply_range (spec, view, error) ||
      !apply_arrangement (spec, view, error) ||
      !apply_words (spec, view, error) ||
      !apply_focus (spec, view, error) ||
      !nev_cli_view_annotate (view, spec, error))
    return NULL;

  if (!nev_spec_check_range (spec, error) || !nev_spec_check_arrangement (spec, error))
    {
      g_prefix_error (error, "%s: ", nev_spec_get_chart (spec)->name);
      return NULL;
    }

  warn_of_definitions (self, spec);

  return g_steal_pointer (&spec);
}
