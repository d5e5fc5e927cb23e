/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>

#include "nev-catalog.h"
#include "nev-check.h"
#include "nev-error.h"
#include "nev-words.h"

#define MAX_ERRORS 1000 /* more than anybody reads */

static const NevFact *
get_fact (const NevContradiction *contradiction)
{
  return nev_ledger_get_fact (nev_series_get_ledger (contradiction->series), contradiction->fact);
}

/* The sources of the other way, each once. */
static void
append_sources (GString          *text,
                NevDataset       *dataset,
                const NevReading *reading,
                NevLanguage       language)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < reading->n_terms; i++)
    {
      const NevReadingTerm *term = &reading->terms[i];
      guint                 source = nev_ledger_get_fact (nev_series_get_ledger (term->series), term->fact)->source;
      g_autofree char      *words = NULL;

      if (!g_hash_table_add (seen, GUINT_TO_POINTER (source)))
        continue;

      words = nev_words_source (dataset, source, language);
      g_string_append_printf (text, "      %s\n", words);
    }
}

static void
append_contradiction (GString                *text,
                      NevDataset             *dataset,
                      const NevContradiction *contradiction,
                      NevLanguage             language)
{
  const NevFact   *fact = get_fact (contradiction);
  g_autofree char *period = nev_format_period (fact->period, NEV_PERIOD_FORMAT_LONG, language);
  g_autofree char *stated = nev_words_stated (contradiction, language);
  g_autofree char *source = nev_words_source (dataset, fact->source, language);
  g_autofree char *words = nev_words_contradiction (dataset, contradiction, language);

  g_string_append_printf (text, "    %s: %s\n      %s\n    %s\n", period, stated, source, words);
  append_sources (text, dataset, &contradiction->other, language);
}

static char *
check_as_text (NevDataset *dataset,
               GPtrArray  *found,
               NevLanguage language)
{
  GString                *text = g_string_new (NULL);
  const NevContradiction *before = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      const NevContradiction *contradiction = g_ptr_array_index (found, i);

      if (before == NULL || before->kind != contradiction->kind)
        g_string_append_printf (text, "%s\n", nev_words_contradiction_kind (contradiction->kind, language));

      if (before == NULL || before->kind != contradiction->kind || before->series != contradiction->series)
        g_string_append_printf (text, "  %s\n", nev_series_get_id (contradiction->series));

      append_contradiction (text, dataset, contradiction, language);
      g_string_append_c (text, '\n');
      before = contradiction;
    }

  g_string_append_printf (text, nev_tr (language, "Errors: 0, contradictions: %u\n"), found->len);

  return g_string_free (text, FALSE);
}

static void
write_contradiction (NevJsonWriter          *json,
                     NevDataset             *dataset,
                     const NevContradiction *contradiction,
                     NevLanguage             language)
{
  const NevFact   *fact = get_fact (contradiction);
  g_autofree char *period = nev_period_to_string (fact->period);
  g_autofree char *words = nev_words_contradiction (dataset, contradiction, language);

  nev_json_writer_begin_object (json, NULL);
  nev_json_writer_string (json, "kind", nev_contradiction_kind_to_string (contradiction->kind));
  nev_json_writer_string (json, "series", nev_series_get_id (contradiction->series));
  nev_json_writer_string (json, "period", period);
  nev_json_writer_number (json, "stated", contradiction->stated);
  nev_json_writer_number (json, "stated_rounding", contradiction->stated_rounding);
  nev_cli_write_source (json, "source", nev_dataset_get_source (dataset, fact->source));
  nev_json_writer_number (json, "row", fact->row);
  nev_json_writer_number (json, "other", contradiction->other.value);
  nev_json_writer_number (json, "other_rounding", contradiction->other.rounding);
  nev_cli_write_facts (json, dataset, &contradiction->other);
  nev_json_writer_number (json, "excess", nev_contradiction_get_excess (contradiction));
  nev_json_writer_string (json, "text", words);
  nev_json_writer_end_object (json);
}

/* Contradictions are looked for when there is a dataset. */
static char *
errors_as_text (const NevFaults *faults,
                NevLanguage      language)
{
  GString *text = g_string_new (nev_tr (language, "Errors\n"));

  for (guint i = 0; i < faults->errors->len; i++)
    g_string_append_printf (text, "  %s\n", ((const GError *) g_ptr_array_index (faults->errors, i))->message);

  if (nev_faults_is_full (faults))
    g_string_append_printf (text, nev_tr (language, "  What comes after the first %u isn’t listed.\n"), faults->max);

  g_string_append_printf (text, nev_tr (language, "\nErrors: %u, contradictions: looked for when there are no errors\n"), faults->errors->len);

  return g_string_free (text, FALSE);
}

static char *
check_as_json (NevDataset      *dataset,
               GPtrArray       *found,
               const NevFaults *faults,
               NevLanguage      language)
{
  NevJsonWriter *json = nev_json_writer_new ();

  nev_json_writer_begin_object (json, NULL);
  nev_json_writer_begin_array (json, "errors");

  for (guint i = 0; i < faults->errors->len; i++)
    nev_json_writer_string (json, NULL, ((const GError *) g_ptr_array_index (faults->errors, i))->message);

  nev_json_writer_end_array (json);
  nev_json_writer_begin_array (json, "contradictions");

  for (guint i = 0; found != NULL && i < found->len; i++)
    write_contradiction (json, dataset, g_ptr_array_index (found, i), language);

  nev_json_writer_end_array (json);
  nev_json_writer_end_object (json);

  return nev_json_writer_finish (json);
}

/* The dataset may be named with --dataset as with every command, or simply be named. */
static gboolean
choose_dataset (NevCli  *cli,
                GError **error)
{
  if (!nev_cli_count_arguments (cli, 0, cli->path == NULL ? 1 : 0, error))
    return FALSE;

  if (cli->arguments[1] != NULL)
    cli->path = g_strdup (cli->arguments[1]);

  return TRUE;
}

/**
 * nev_cli_check:
 * @argc: how many words
 * @argv: "check" and what follows
 * @error: return location for an error
 *
 * Checks a dataset: what is wrong with it is an error, what contradicts something else in it is told.
 *
 * Returns: whether there was no error
 */
gboolean
nev_cli_check (int      argc,
               char   **argv,
               GError **error)
{
  g_auto(NevCli) cli = NEV_CLI_INIT;
  g_autoptr(GPtrArray) found = NULL;
  g_auto(NevFaults) faults = { NULL };
  g_autofree char   *text = NULL;
  gboolean           is_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_("Write JSON"), NULL },
    { NULL }
  };

  if (!nev_cli_parse (&cli, "[DATASET]",
                      _("Looks for errors in a dataset, and for facts that contradict each other by more than their rounding."),
                      entries, NULL, argc, argv, error) ||
      !choose_dataset (&cli, error))
    return FALSE;

  nev_faults_init (&faults, MAX_ERRORS);

  if (!nev_cli_check_dataset (&cli, &faults, error))
    return FALSE;

  if (cli.dataset == NULL)
    {
      const GError *first = g_ptr_array_index (faults.errors, 0);

      /* There is nothing to check. */
      if (!is_json && first->domain != NEV_DATA_ERROR)
        {
          g_propagate_error (error, g_error_copy (first));
          return FALSE;
        }

      text = is_json ? check_as_json (NULL, NULL, &faults, cli.language) : errors_as_text (&faults, cli.language);

      if (nev_cli_print (text, error))
        g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA,
                     g_dngettext (GETTEXT_PACKAGE, "the dataset has %u error", "the dataset has %u errors", faults.errors->len),
                     faults.errors->len);

      return FALSE;
    }

  found = nev_check_dataset (cli.dataset);
  nev_check_sort (cli.dataset, found);
  text = is_json ? check_as_json (cli.dataset, found, &faults, cli.language)
                 : check_as_text (cli.dataset, found, cli.language);

  return nev_cli_print (text, error);
}
