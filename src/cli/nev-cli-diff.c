/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>

#include "nev-catalog.h"
#include "nev-diff.h"
#include "nev-format.h"
#include "nev-package.h"

static const char signs[] = {
  [NEV_DIFFERENCE_ADDED] = '+',
  [NEV_DIFFERENCE_REVISED] = '~',
  [NEV_DIFFERENCE_REMOVED] = '-',
};

static const NevFact *
get_fact (NevSeries *series,
          guint      fact)
{
  return nev_ledger_get_fact (nev_series_get_ledger (series), fact);
}

/* "1,176,000 vehicles, change on the year +46.9 %" */
static char *
format_fact (NevSeries     *series,
             const NevFact *fact,
             NevLanguage    language)
{
  g_autofree char *value = NULL;
  g_autofree char *change = NULL;

  if (!isnan (fact->value))
    value = nev_format_value (fact->value, fact->rounding, nev_series_get_unit (series), nev_series_get_unit_text (series, language), language);

  if (!isnan (fact->change))
    change = nev_format_change (fact->change, fact->change_rounding, nev_measure_get_unit (NEV_MEASURE_CHANGE_ON_YEAR, series), language);

  if (value != NULL && change != NULL)
    /* Translators: a value and its published change: "806,000 vehicles, change on the year +35.2 %" */
    return g_strdup_printf (nev_tr (language, "%1$s, change on the year %2$s"), value, change);

  return value != NULL ? g_steal_pointer (&value) : g_strdup_printf (nev_tr (language, "change on the year %s"), change);
}

static void
append_difference (GString             *text,
                   NevDataset          *dataset,
                   const NevDifference *difference,
                   NevLanguage          language)
{
  gboolean         is_new = difference->new_series != NULL;
  NevSeries       *series = is_new ? difference->new_series : difference->series;
  const NevFact   *fact = get_fact (series, is_new ? difference->new_fact : difference->fact);
  g_autofree char *period = nev_period_to_string (fact->period);
  g_autofree char *after = format_fact (series, fact, language);

  g_string_append_printf (text, "  %c %s: ", signs[difference->kind], period);

  if (difference->kind == NEV_DIFFERENCE_REVISED)
    {
      g_autofree char *before = format_fact (difference->series, get_fact (difference->series, difference->fact), language);

      g_string_append_printf (text, "%s → ", before);
    }

  g_string_append_printf (text, "%s (%s)", after, nev_source_get_id (nev_dataset_get_source (dataset, fact->source)));

  if (difference->kind == NEV_DIFFERENCE_REVISED)
    {
      NevObsStatus before = get_fact (difference->series, difference->fact)->status;

      if (before != fact->status)
        g_string_append_printf (text, ", OBS_STATUS %c → %c", nev_obs_status_to_code (before), nev_obs_status_to_code (fact->status));
    }

  g_string_append_c (text, '\n');
}

static void
count (GArray *found,
       guint  *counts)
{
  for (guint i = 0; i < found->len; i++)
    counts[g_array_index (found, NevDifference, i).kind]++;
}

/**
 * nev_cli_diff_as_text:
 * @dataset: the old version
 * @new_dataset: the new one
 * @found: (element-type NevDifference): how they differ
 * @language: the language to write
 *
 * Writes what a new version changes.
 *
 * Returns: (transfer full): lines
 */
char *
nev_cli_diff_as_text (NevDataset *dataset,
                      NevDataset *new_dataset,
                      GArray     *found,
                      NevLanguage language)
{
  GString    *text = g_string_new (NULL);
  const char *before = NULL;
  guint       counts[NEV_N_DIFFERENCE_KINDS] = { 0 };

  for (guint i = 0; i < found->len; i++)
    {
      const NevDifference *difference = &g_array_index (found, NevDifference, i);
      const char          *id = nev_series_get_id (difference->new_series != NULL ? difference->new_series : difference->series);

      if (g_strcmp0 (before, id) != 0)
        g_string_append_printf (text, "%s\n", id);

      append_difference (text, difference->new_series != NULL ? new_dataset : dataset, difference, language);
      before = id;
    }

  count (found, counts);
  g_string_append_printf (text, nev_tr (language, "Facts added: %u, revised: %u, removed: %u\n"),
                          counts[NEV_DIFFERENCE_ADDED], counts[NEV_DIFFERENCE_REVISED], counts[NEV_DIFFERENCE_REMOVED]);

  return g_string_free (text, FALSE);
}

static void
write_fact (NevJsonWriter *json,
            const char    *name,
            const NevFact *fact)
{
  const char status[] = { nev_obs_status_to_code (fact->status), '\0' };

  nev_json_writer_begin_object (json, name);
  nev_json_writer_number (json, "value", fact->value);
  nev_json_writer_number (json, "rounding", fact->rounding);
  nev_json_writer_number (json, "change_on_year", fact->change);
  nev_json_writer_number (json, "change_rounding", fact->change_rounding);
  nev_json_writer_string (json, "status", status);
  nev_json_writer_number (json, "row", fact->row);
  nev_json_writer_end_object (json);
}

static void
write_difference (NevJsonWriter       *json,
                  NevDataset          *dataset,
                  const NevDifference *difference)
{
  gboolean         is_new = difference->new_series != NULL;
  NevSeries       *series = is_new ? difference->new_series : difference->series;
  const NevFact   *fact = get_fact (series, is_new ? difference->new_fact : difference->fact);
  g_autofree char *period = nev_period_to_string (fact->period);

  nev_json_writer_begin_object (json, NULL);
  nev_json_writer_string (json, "kind", nev_difference_kind_to_string (difference->kind));
  nev_json_writer_string (json, "series", nev_series_get_id (series));
  nev_json_writer_string (json, "period", period);
  nev_json_writer_string (json, "basis", nev_dataset_get_basis (dataset, fact->basis)->name);
  nev_json_writer_string (json, "source", nev_source_get_id (nev_dataset_get_source (dataset, fact->source)));

  if (difference->series != NULL)
    write_fact (json, "before", get_fact (difference->series, difference->fact));

  if (is_new)
    write_fact (json, "after", fact);

  nev_json_writer_end_object (json);
}

/**
 * nev_cli_write_diff:
 * @json: where to write
 * @dataset: the old version
 * @new_dataset: the new one
 * @found: (element-type NevDifference): how they differ
 *
 * Writes what a new version changes as members of the current object.
 */
void
nev_cli_write_diff (NevJsonWriter *json,
                    NevDataset    *dataset,
                    NevDataset    *new_dataset,
                    GArray        *found)
{
  guint counts[NEV_N_DIFFERENCE_KINDS] = { 0 };

  count (found, counts);

  for (NevDifferenceKind kind = 0; kind < NEV_N_DIFFERENCE_KINDS; kind++)
    nev_json_writer_number (json, nev_difference_kind_to_string (kind), counts[kind]);

  nev_json_writer_begin_array (json, "facts");

  for (guint i = 0; i < found->len; i++)
    {
      const NevDifference *difference = &g_array_index (found, NevDifference, i);

      write_difference (json, difference->new_series != NULL ? new_dataset : dataset, difference);
    }

  nev_json_writer_end_array (json);
}

static char *
diff_as_json (NevDataset *dataset,
              NevDataset *new_dataset,
              GArray     *found)
{
  NevJsonWriter *json = nev_json_writer_new ();

  nev_json_writer_begin_object (json, NULL);
  nev_cli_write_diff (json, dataset, new_dataset, found);
  nev_json_writer_end_object (json);

  return nev_json_writer_finish (json);
}

/**
 * nev_cli_diff:
 * @argc: how many words
 * @argv: "diff" and what follows
 * @error: return location for an error
 *
 * Compares two versions of a dataset, fact by fact.
 *
 * Returns: whether both could be read
 */
gboolean
nev_cli_diff (int      argc,
              char   **argv,
              GError **error)
{
  g_auto(NevCli) cli = NEV_CLI_INIT;
  g_autoptr(GFile) file = NULL;
  g_autoptr(NevDataset) new_dataset = NULL;
  g_autoptr(GArray) found = NULL;
  g_autofree char   *text = NULL;
  gboolean           is_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_("Write JSON"), NULL },
    { NULL }
  };

  if (!nev_cli_parse (&cli, "[DATASET] NEW_DATASET",
                      _("Tells what a new version of a dataset adds, revises and removes. Without DATASET it is compared with the bundled one."),
                      entries, NULL, argc, argv, error) ||
      !nev_cli_count_arguments (&cli, 1, cli.path == NULL ? 2 : 1, error) ||
      !nev_cli_check_alone (&cli, error))
    return FALSE;

  if (cli.arguments[2] != NULL)
    cli.path = g_strdup (cli.arguments[1]);

  if (!nev_cli_load (&cli, error))
    return FALSE;

  file = g_file_new_for_commandline_arg (cli.arguments[cli.arguments[2] != NULL ? 2 : 1]);
  new_dataset = nev_package_load (file, NULL, error);

  if (new_dataset == NULL)
    return FALSE;

  found = nev_diff_datasets (cli.dataset, new_dataset);
  text = is_json ? diff_as_json (cli.dataset, new_dataset, found) : nev_cli_diff_as_text (cli.dataset, new_dataset, found, cli.language);

  return nev_cli_print (text, error);
}
