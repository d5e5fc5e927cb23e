/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nev-catalog.h"
#include "nev-citation.h"
#include "nev-error.h"
#include "nev-table-cells.h"
#include "nev-words.h"

static char *
show_as_json (NevDataset       *dataset,
              const NevReading *reading,
              NevLanguage       language)
{
  NevJsonWriter   *json = nev_json_writer_new ();
  NevUnit          unit = nev_measure_get_unit (reading->measure, reading->series);
  g_autofree char *period = nev_period_to_string (reading->period);
  g_autoptr(GPtrArray) notes = nev_words_notes (dataset, reading, language);

  nev_json_writer_begin_object (json, NULL);
  nev_json_writer_string (json, "series", nev_series_get_id (reading->series));
  nev_json_writer_string (json, "period", period);
  nev_json_writer_string (json, "measure", nev_measure_to_string (reading->measure));
  nev_cli_write_base (json, reading);
  nev_json_writer_number (json, "value", nev_reading_get_value (reading));
  nev_cli_write_unit (json, reading->series, unit);
  nev_json_writer_string (json, "status", nev_status_to_string (reading->status));
  nev_json_writer_number (json, "rounding", nev_reading_get_rounding (reading));
  nev_cli_write_facts (json, dataset, reading);
  nev_json_writer_begin_array (json, "notes");

  for (guint i = 0; i < notes->len; i++)
    nev_json_writer_string (json, NULL, g_ptr_array_index (notes, i));

  nev_json_writer_end_array (json);
  nev_json_writer_end_object (json);

  return nev_json_writer_finish (json);
}

static void
append_heading (GString    *text,
                const char *heading,
                GPtrArray  *lines)
{
  if (lines->len == 0)
    return;

  g_string_append_printf (text, "\n%s\n", heading);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "  %s\n", (const char *) g_ptr_array_index (lines, i));
}

/* A level and its growth often have the same to say. */
static void
add_new (GPtrArray  *lines,
         const char *line)
{
  if (line != NULL && *line != '\0' && !g_ptr_array_find_with_equal_func (lines, line, g_str_equal, NULL))
    g_ptr_array_add (lines, g_strdup (line));
}

static void
add_source (GPtrArray  *lines,
            NevDataset *dataset,
            guint       index,
            NevLanguage language)
{
  g_autofree char *source = nev_words_source (dataset, index, language);
  const char      *url = nev_source_get_url (nev_dataset_get_source (dataset, index));
  g_autofree char *line = url != NULL && *url != '\0' ? g_strconcat (source, "\n    ", url, NULL) : g_strdup (source);

  add_new (lines, line);
}

/* Those of the facts, then those of the claims that the notes speak of. */
static void
add_sources (GPtrArray        *lines,
             NevDataset       *dataset,
             const NevReading *reading,
             NevLanguage       language)
{
  NevLedger *ledger = nev_series_get_ledger (reading->series);

  for (guint i = 0; i < reading->n_terms; i++)
    {
      const NevReadingTerm *term = &reading->terms[i];

      add_source (lines, dataset, nev_ledger_get_fact (nev_series_get_ledger (term->series), term->fact)->source, language);
    }

  /* Nobody claims anything about a plain table. */
  if (reading->measure == NEV_MEASURE_INDEX || reading->measure == NEV_MEASURE_CHANGE_ON_PERIOD ||
      nev_ledger_get_observations (ledger) != NULL)
    return;

  for (guint i = 0; i < nev_ledger_get_n_facts (ledger); i++)
    {
      const NevFact *fact = nev_ledger_get_fact (ledger, i);

      if (fact->is_claim && nev_period_equal (fact->period, nev_words_days (reading)))
        add_source (lines, dataset, fact->source, language);
    }
}

static void
add_reading (GString          *text,
             GPtrArray        *derivations,
             GPtrArray        *notes,
             GPtrArray        *sources,
             NevDataset       *dataset,
             const NevReading *reading,
             NevLanguage       language)
{
  g_autofree char *line = nev_words_spoken (dataset, reading, language);
  g_autofree char *expression = reading->status == NEV_STATUS_DERIVED ? nev_words_expression (reading, language) : NULL;
  g_autoptr(GPtrArray) own_notes = nev_words_notes (dataset, reading, language);

  g_string_append_printf (text, "%s\n", line);
  add_new (derivations, expression);

  /* What the line itself says isn't said again. */
  for (guint i = 0; i < own_notes->len; i++)
    if (strstr (line, g_ptr_array_index (own_notes, i)) == NULL)
      add_new (notes, g_ptr_array_index (own_notes, i));

  add_sources (sources, dataset, reading, language);
}

/* The reading; beneath a level what it changed by; how both were obtained and what else is known. */
static char *
show_as_text (NevDataset       *dataset,
              const NevReading *reading,
              NevLanguage       language)
{
  GString *text = g_string_new (NULL);
  g_auto(NevReading) before = { 0 };
  g_autofree char *rounding = NULL;
  g_autoptr(GPtrArray) derivations = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);

  add_reading (text, derivations, notes, sources, dataset, reading, language);

  /* What has no date has no year before. */
  if (reading->measure == NEV_MEASURE_LEVEL && !nev_period_is_undated (reading->period))
    {
      g_auto(NevReading) change = { 0 };

      nev_series_read (reading->series, NEV_MEASURE_CHANGE_ON_YEAR, reading->period, NEV_PERIOD_NONE, &change);
      add_reading (text, derivations, notes, sources, dataset, &change, language);
    }

  if (nev_words_read_change_before (reading, &before))
    add_reading (text, derivations, notes, sources, dataset, &before, language);

  rounding = nev_words_rounding (reading, language);
  if (rounding != NULL)
    g_string_append_printf (text, "%s\n", rounding);

  append_heading (text, nev_tr (language, "Derivation"), derivations);
  append_heading (text, nev_tr (language, "Notes"), notes);
  append_heading (text, nev_tr (language, "Sources"), sources);

  return g_string_free (text, FALSE);
}

static gboolean
parse_arguments (NevCli     *cli,
                 const char *measure_name,
                 NevSeries **series,
                 NevPeriod  *period,
                 NevMeasure *measure,
                 GError    **error)
{
  g_autoptr(GError) local_error = NULL;

  *series = nev_dataset_find_series (cli->dataset, cli->arguments[1], &local_error);

  if (*series == NULL || !nev_period_parse (cli->arguments[2], period, &local_error))
    {
      nev_cli_propagate_usage (error, g_steal_pointer (&local_error), NULL);
      return FALSE;
    }

  if (measure_name != NULL && !nev_measure_parse (measure_name, measure, &local_error))
    {
      nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--measure");
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_form (const char      *name,
            gboolean         is_json,
            NevCitationForm *form,
            GError         **error)
{
  g_autoptr(GError) local_error = NULL;

  if (name == NULL)
    return TRUE;

  if (is_json)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("expected either --cite or --json, found both"));
      return FALSE;
    }

  if (!nev_citation_form_parse (name, form, &local_error))
    {
      nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--cite");
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_base (const char *name,
            NevSeries  *series,
            NevMeasure  measure,
            NevPeriod  *base,
            GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  g_auto(NevReading) reading = { 0 };

  if (measure != NEV_MEASURE_INDEX)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--index-base: expected the measure index, found %s"),
                   nev_measure_to_string (measure));
      return FALSE;
    }

  if (!nev_period_parse_dated (name, base, &local_error))
    {
      nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--index-base");
      return FALSE;
    }

  nev_series_read (series, NEV_MEASURE_LEVEL, *base, NEV_PERIOD_NONE, &reading);

  if (reading.status == NEV_STATUS_GAP)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--index-base: expected a period in which %1$s has a value, found %2$s"), nev_series_get_id (series), name);
      return FALSE;
    }

  return TRUE;
}

/* An index needs a base: the first month of the series that has a value. */
static NevPeriod
find_base (NevSeries *series)
{
  NevPeriod extent;

  if (!nev_series_get_extent (series, &extent) || nev_period_is_undated (extent))
    return NEV_PERIOD_NONE;

  for (NevPeriod month = nev_period_at (extent.start, NEV_FREQUENCY_MONTH);
       month.start < extent.end;
       month = nev_period_at (month.end, NEV_FREQUENCY_MONTH))
    {
      g_auto(NevReading) reading = { 0 };

      nev_series_read (series, NEV_MEASURE_LEVEL, month, NEV_PERIOD_NONE, &reading);

      if (reading.status != NEV_STATUS_GAP)
        return month;
    }

  return NEV_PERIOD_NONE;
}

/* A gap has no source that could be cited. */
static char *
cite (NevDataset       *dataset,
      const NevReading *reading,
      NevCitationForm   form,
      NevLanguage       language,
      GError          **error)
{
  char            *text = nev_cite_reading (dataset, reading, form, language);
  g_autofree char *words = NULL;

  if (text != NULL)
    return text;

  words = nev_words_reading (dataset, reading, language);
  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND, _("%s, so there is nothing to cite"), words);

  return NULL;
}

/**
 * nev_cli_show:
 * @argc: how many words
 * @argv: "show" and what follows
 * @error: return location for an error
 *
 * Shows one reading with all that is known about it.
 *
 * Returns: whether it went well
 */
gboolean
nev_cli_show (int      argc,
              char   **argv,
              GError **error)
{
  g_auto(NevCli) cli = NEV_CLI_INIT;
  g_auto(NevReading) reading = { 0 };
  gboolean           is_json = FALSE;
  g_autofree char   *measure_name = NULL;
  g_autofree char   *form_name = NULL;
  g_autofree char   *base_name = NULL;
  g_autofree char   *text = NULL;
  NevSeries         *series;
  NevPeriod          period;
  NevPeriod          base = NEV_PERIOD_NONE;
  NevMeasure         measure = NEV_MEASURE_LEVEL;
  NevCitationForm    form = NEV_CITATION_PLAIN;
  const GOptionEntry entries[] = {
    { "measure", 0, 0, G_OPTION_ARG_STRING, &measure_name,
      "level, year-to-date, trailing-year, change-on-year, change-on-period, index", "M" },
    { "cite", 0, 0, G_OPTION_ARG_STRING, &form_name, "plain, bibtex, gbt7714", N_("FORM") },
    { "index-base", 0, 0, G_OPTION_ARG_STRING, &base_name, N_("Make the index 100 in the period P"), "P" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_("Write JSON"), NULL },
    { NULL }
  };

  if (!nev_cli_parse (&cli, "SERIES PERIOD",
                      _("Shows one number of a series: its value, whether it was published or derived and from what, "
                         "and what speaks against it."),
                      entries, NULL, argc, argv, error) ||
      !nev_cli_count_arguments (&cli, 2, 2, error) ||
      !nev_cli_load (&cli, error) ||
      !parse_arguments (&cli, measure_name, &series, &period, &measure, error) ||
      !parse_form (form_name, is_json, &form, error))
    return FALSE;

  if (base_name != NULL && !parse_base (base_name, series, measure, &base, error))
    return FALSE;

  if (base_name == NULL && measure == NEV_MEASURE_INDEX)
    base = find_base (series);

  nev_series_read (series, measure, period, base, &reading);

  if (form_name != NULL)
    text = cite (cli.dataset, &reading, form, cli.language, error);
  else if (is_json)
    text = show_as_json (cli.dataset, &reading, cli.language);
  else
    text = show_as_text (cli.dataset, &reading, cli.language);

  return text != NULL && nev_cli_print (text, error);
}
