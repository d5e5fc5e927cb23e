/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>

#include "nev-append.h"
#include "nev-catalog.h"
#include "nev-check.h"
#include "nev-csv.h"
#include "nev-diff.h"
#include "nev-encoding.h"
#include "nev-error.h"
#include "nev-export.h"
#include "nev-file.h"
#include "nev-package.h"
#include "nev-words.h"

#define MAX_ERRORS 1000

/* One table of the package, before and after. */
typedef struct
{
  const char *path;      /* of the rows; NULL for none */
  char       *rows_name; /* what messages call them */
  GBytes     *rows;
  GFile      *file; /* the package's */
  char       *name;
  GBytes     *content; /* what it shall be */
} Table;

/* Facts refer to sources. */
enum
{
  SOURCES,
  FACTS,
  N_TABLES,
};

typedef struct
{
  Table table[N_TABLES];
} Tables;

typedef struct
{
  gboolean is_undo;
  gboolean is_dry;
  gboolean is_json;
  char    *sources;
} Options;

static void
tables_clear (Tables *self)
{
  for (guint i = 0; i < N_TABLES; i++)
    {
      Table *table = &self->table[i];

      g_clear_pointer (&table->rows_name, g_free);
      g_clear_pointer (&table->rows, g_bytes_unref);
      g_clear_object (&table->file);
      g_clear_pointer (&table->name, g_free);
      g_clear_pointer (&table->content, g_bytes_unref);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tables, tables_clear)

/* A spreadsheet's CSV may be in GB18030 or UTF-16. */
static GBytes *
read_rows (const char *path,
           char      **name,
           GError    **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *basename = g_file_get_basename (file);
  g_autoptr(GBytes) bytes = NULL;
  char *text;
  gsize length;

  *name = g_filename_display_name (basename);
  bytes = nev_file_read (file, *name, NEV_CSV_MAX_BYTES, NULL, error);
  if (bytes == NULL)
    return NULL;

  text = nev_encoding_decode (bytes, NULL, &length, NULL, error);
  if (text == NULL)
    {
      g_prefix_error (error, "%s: ", *name);
      return NULL;
    }

  return g_bytes_new_take (text, length);
}

static gboolean
prepare (Table      *self,
         GFile      *package,
         const char *resource,
         gboolean    is_undo,
         GError    **error)
{
  g_autofree char *basename = NULL;
  g_autoptr(GBytes) before = NULL;

  if (self->path == NULL)
    return TRUE;

  self->file = nev_package_find_table (package, resource, NULL, error);
  if (self->file == NULL)
    return FALSE;

  basename = g_file_get_basename (self->file);
  self->name = g_filename_display_name (basename);

  self->rows = read_rows (self->path, &self->rows_name, error);
  before = self->rows != NULL ? nev_file_read (self->file, self->name, NEV_CSV_MAX_BYTES, NULL, error) : NULL;
  if (before == NULL)
    return FALSE;

  self->content = is_undo ? nev_append_undo (self->name, before, self->rows_name, self->rows, error)
                          : nev_append_rows (self->name, before, self->rows_name, self->rows, error);

  if (self->content == NULL)
    return FALSE;

  if (!g_bytes_equal (self->content, before))
    return TRUE;

  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("%s: expected rows, found none"), self->rows_name);

  return FALSE;
}

/* The dataset as it would be. What is wrong with the rows is told with their own file's name and lines. */
static NevDataset *
check_result (GFile        *package,
              const Tables *tables,
              gboolean      is_undo,
              GError      **error)
{
  g_auto(NevFaults) faults = { NULL };
  const Table   *sources = &tables->table[SOURCES];
  const Table   *facts = &tables->table[FACTS];
  NevPackageRows more_sources = { sources->rows_name, sources->rows, FALSE };
  NevPackageRows more_facts = { facts->rows_name, facts->rows, FALSE };
  NevDataset    *dataset;

  if (is_undo)
    {
      more_facts = (NevPackageRows){ facts->name, facts->content, TRUE };
      if (sources->content != NULL)
        more_sources = (NevPackageRows){ sources->name, sources->content, TRUE };
    }

  nev_faults_init (&faults, MAX_ERRORS);
  dataset = nev_package_check_with (package, &more_sources, &more_facts, &faults, NULL);

  if (dataset == NULL)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint i = 0; i < faults.errors->len; i++)
        g_string_append_printf (text, "\n  %s", ((const GError *) g_ptr_array_index (faults.errors, i))->message);

      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("nothing was written, because of what stands here:%s"), text->str);
    }

  return dataset;
}

/* A contradiction is the same one if the same fact is contradicted in the same way. */
static char *
name_contradiction (NevDataset             *dataset,
                    const NevContradiction *contradiction)
{
  const NevFact   *fact = nev_ledger_get_fact (nev_series_get_ledger (contradiction->series), contradiction->fact);
  g_autofree char *period = nev_period_to_string (fact->period);

  return g_strdup_printf ("%s %s %s %d %s", nev_contradiction_kind_to_string (contradiction->kind), nev_series_get_id (contradiction->series),
                          period, fact->basis, nev_source_get_id (nev_dataset_get_source (dataset, fact->source)));
}

/* Sentences about what contradicts something else now and didn't before. */
static GPtrArray *
list_new_contradictions (NevDataset *before,
                         NevDataset *after,
                         NevLanguage language)
{
  g_autoptr(GPtrArray) old = nev_check_dataset (before);
  g_autoptr(GPtrArray) new = nev_check_dataset (after);
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < old->len; i++)
    g_hash_table_add (known, name_contradiction (before, g_ptr_array_index (old, i)));

  for (guint i = 0; i < new->len; i++)
    {
      const NevContradiction *contradiction = g_ptr_array_index (new, i);
      g_autofree char        *name = name_contradiction (after, contradiction);

      if (!g_hash_table_contains (known, name))
        {
          g_autofree char *words = nev_words_contradiction (after, contradiction, language);

          g_ptr_array_add (sentences, g_strdup_printf ("%s: %s", nev_series_get_id (contradiction->series), words));
        }
    }

  return sentences;
}

static char *
result_as_text (NevDataset   *before,
                NevDataset   *after,
                GArray       *found,
                GPtrArray    *contradictions,
                const Tables *tables,
                gboolean      is_dry,
                NevLanguage   language)
{
  g_autofree char *diff = nev_cli_diff_as_text (before, after, found, language);
  GString         *text = g_string_new (diff);

  g_string_append_printf (text, nev_tr (language, "New contradictions: %u\n"), contradictions->len);

  for (guint i = 0; i < contradictions->len; i++)
    g_string_append_printf (text, "  %s\n", (const char *) g_ptr_array_index (contradictions, i));

  if (is_dry)
    g_string_append (text, nev_tr (language, "Nothing was written.\n"));

  for (guint i = 0; i < N_TABLES && !is_dry; i++)
    {
      if (tables->table[i].content != NULL)
        g_string_append_printf (text, nev_tr (language, "Written: %s\n"), tables->table[i].name);
    }

  return g_string_free (text, FALSE);
}

static char *
result_as_json (NevDataset   *before,
                NevDataset   *after,
                GArray       *found,
                GPtrArray    *contradictions,
                const Tables *tables,
                gboolean      is_dry)
{
  NevJsonWriter *json = nev_json_writer_new ();

  nev_json_writer_begin_object (json, NULL);
  nev_cli_write_diff (json, before, after, found);
  nev_json_writer_begin_array (json, "contradictions");

  for (guint i = 0; i < contradictions->len; i++)
    nev_json_writer_string (json, NULL, g_ptr_array_index (contradictions, i));

  nev_json_writer_end_array (json);
  nev_json_writer_begin_array (json, "written");

  for (guint i = 0; i < N_TABLES && !is_dry; i++)
    {
      if (tables->table[i].content != NULL)
        nev_json_writer_string (json, NULL, tables->table[i].name);
    }

  nev_json_writer_end_array (json);
  nev_json_writer_end_object (json);

  return nev_json_writer_finish (json);
}

/* Whenever it ends, there is no fact without its source. */
static gboolean
write_tables (const Tables *tables,
              gboolean      is_undo,
              GError      **error)
{
  for (guint i = 0; i < N_TABLES; i++)
    {
      const Table *table = &tables->table[is_undo ? N_TABLES - 1 - i : i];

      if (table->content != NULL && !nev_export_write (table->content, table->file, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
append (NevCli        *cli,
        const Options *options,
        GError       **error)
{
  g_autoptr(GFile) package = g_file_new_for_commandline_arg (cli->arguments[1]);
  g_autoptr(NevDataset) before = nev_package_load (package, NULL, error);
  g_autoptr(NevDataset) after = NULL;
  g_autoptr(GArray) found = NULL;
  g_autoptr(GPtrArray) contradictions = NULL;
  g_autofree char *text = NULL;
  g_auto(Tables) tables = { 0 };

  tables.table[SOURCES].path = options->sources;
  tables.table[FACTS].path = cli->arguments[2];

  if (before == NULL ||
      !prepare (&tables.table[SOURCES], package, "sources", options->is_undo, error) ||
      !prepare (&tables.table[FACTS], package, "observations", options->is_undo, error))
    return FALSE;

  after = check_result (package, &tables, options->is_undo, error);
  if (after == NULL)
    return FALSE;

  if (!options->is_dry && !write_tables (&tables, options->is_undo, error))
    return FALSE;

  found = nev_diff_datasets (before, after);
  contradictions = list_new_contradictions (before, after, cli->language);
  text = options->is_json ? result_as_json (before, after, found, contradictions, &tables, options->is_dry)
                          : result_as_text (before, after, found, contradictions, &tables, options->is_dry, cli->language);

  return nev_cli_print (text, error);
}

/**
 * nev_cli_append:
 * @argc: how many words
 * @argv: "append" and what follows
 * @error: return location for an error
 *
 * Adds facts to a dataset if there is nothing wrong with them, or takes them out again.
 *
 * Returns: whether it was done
 */
gboolean
nev_cli_append (int      argc,
                char   **argv,
                GError **error)
{
  g_auto(NevCli) cli = NEV_CLI_INIT;
  Options            options = { FALSE };
  gboolean           is_done;
  const GOptionEntry entries[] = {
    { "sources", 0, 0, G_OPTION_ARG_FILENAME, &options.sources, N_("Add the sources in this CSV file too"), N_("FILE") },
    { "undo", 0, 0, G_OPTION_ARG_NONE, &options.is_undo, N_("Take the facts out again"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.is_dry, N_("Check them and write nothing"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.is_json, N_("Write JSON"), NULL },
    { NULL }
  };

  is_done = nev_cli_parse (&cli, "DATASET FACTS.csv",
                           _("Adds the rows of a CSV file to a dataset’s observations, if there is nothing wrong with them."),
                           entries, NULL, argc, argv, error) &&
            nev_cli_count_arguments (&cli, 2, 2, error) &&
            nev_cli_check_alone (&cli, error) &&
            append (&cli, &options, error);

  g_free (options.sources);

  return is_done;
}
