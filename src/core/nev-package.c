/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-package.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "nev-csv.h"
#include "nev-charts.h"
#include "nev-file.h"
#include "nev-json-scan.h"
#include "nev-package-private.h"

#define HEAD 4096 /* bytes of a file that tell what it is */

/* Reads a Tabular Data Package: a folder with a descriptor and, beside it, the tables that it names. Nothing
 * outside of the folder is ever opened, whatever the descriptor says.
 */

/* The rows of the package itself, unless others stand in their place. */
static NevRows *
open_own (NevOrigin            *origin,
          const NevJsonPlace   *root,
          const char           *name,
          const NevPackageRows *more,
          NevFaults            *faults)
{
  return more != NULL && more->is_all ? NULL : nev_origin_open_resource (origin, root, name, faults);
}

/* The rows of a file that isn't part of the package. */
static NevRows *
open_more (const NevPackageRows *rows,
           NevFaults            *faults)
{
  return rows != NULL && rows->bytes != NULL ? nev_rows_new_csv (rows->name, rows->bytes, faults) : NULL;
}

/* The pages and the facts. */
static gboolean
read_tables (NevOrigin          *origin,
             const NevJsonPlace *root,
             NevDraft           *draft)
{
  g_autoptr (NevRows) sources = open_own (origin, root, "sources", origin->more_sources, draft->faults);
  g_autoptr (NevRows) observations = open_own (origin, root, "observations", origin->more_observations, draft->faults);
  g_autoptr (NevRows) more_sources = open_more (origin->more_sources, draft->faults);
  g_autoptr (NevRows) more_observations = open_more (origin->more_observations, draft->faults);

  /* Facts refer to pages. */
  if (sources == NULL && more_sources == NULL)
    return FALSE;

  if (sources != NULL)
    nev_draft_read_sources (draft, sources, origin->cancellable);
  if (more_sources != NULL)
    nev_draft_read_sources (draft, more_sources, origin->cancellable);

  if (observations != NULL)
    nev_draft_read_observations (draft, observations, origin->cancellable);
  if (more_observations != NULL)
    nev_draft_read_observations (draft, more_observations, origin->cancellable);

  return TRUE;
}

/* A plain table whose descriptor says how it is read. */
static NevDataset *
load_described (NevOrigin          *origin,
                const NevJsonPlace *root,
                NevFaults          *faults)
{
  GError          *local = NULL;
  NevImportOptions options;
  g_autoptr (GFile) table = nev_package_find_described (origin, root, &options, &local);
  NevDataset *dataset = NULL;

  if (table != NULL)
    dataset = nev_package_load_table (table, &options, origin->progress, origin->progress_data, origin->cancellable, &local);
  if (dataset == NULL)
    nev_faults_take (faults, local);

  return dataset;
}

/* Words and series first, then the pages, then the facts, then what is made of them. */
static NevDataset *
load (NevOrigin  *origin,
      const char *descriptor,
      NevFaults  *faults)
{
  g_autofree char *label = g_filename_display_name (descriptor);
  GError          *local = NULL;
  g_autoptr (GBytes) bytes = nev_origin_read (origin, descriptor, NEV_JSON_MAX_BYTES, &local);
  g_autoptr (JsonNode) node = bytes != NULL ? nev_json_load (label, bytes, &local) : NULL;
  g_auto (NevDraft) draft = { 0 };
  NevJsonPlace root = { NULL, label, 0, node };

  if (node == NULL)
    {
      nev_faults_take (faults, local);
      return NULL;
    }

  if (origin->folder != NULL && nev_package_describes_table (&root))
    return load_described (origin, &root, faults);

  nev_draft_init (&draft, faults);

  if (!nev_draft_read_declarations (&draft, &root) || nev_faults_is_full (faults))
    return NULL;

  /* Series whose references are good can be made of the facts that are good; what follows asks for no more. */
  if (read_tables (origin, &root, &draft) && draft.has_series)
    {
      nev_draft_build_series (&draft);
      nev_draft_read_views (&draft, &root);
    }

  if (faults->errors->len > 0)
    return NULL;

  nev_dataset_parts_find_charts (&draft.parts);

  return nev_dataset_new (&draft.parts);
}

/* Whether a file is a plain table and no descriptor: by the end of its name, else by what it begins with. */
static gboolean
is_table (GFile        *file,
          GCancellable *cancellable)
{
  static const char *const endings[] = { ".csv", ".tsv", ".tab", ".txt" };
  g_autofree char         *name = g_file_get_basename (file);
  g_autofree char         *folded = g_ascii_strdown (name, -1);
  g_autoptr (GInputStream) stream = NULL;
  char    data[HEAD];
  guint64 size;
  gsize   length, i = 0;

  for (guint j = 0; j < G_N_ELEMENTS (endings); j++)
    {
      if (g_str_has_suffix (folded, endings[j]))
        return TRUE;
    }

  if (g_str_has_suffix (folded, ".json"))
    return FALSE;

  stream = nev_file_open (file, name, NEV_IMPORT_MAX_BYTES, &size, cancellable, NULL);
  if (stream == NULL || !g_input_stream_read_all (stream, data, sizeof data, &length, cancellable, NULL))
    return FALSE;

  while (i < length && (g_ascii_isspace (data[i]) || (guchar) data[i] >= 0xef))
    i++;

  return i < length && data[i] != '{' && data[i] != '[';
}

/**
 * nev_package_load_table:
 * @file: a CSV file
 * @options: (nullable): how it is written, as far as that is known; %NULL for nothing
 * @progress: (nullable) (scope call): is told how much is read, in this thread
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location for a #NevDataError, or one of GIO's
 *
 * Reads a plain table of periods and values. Blocks; may be called from any thread. What can be read in two ways is
 * an error that says so.
 *
 * Returns: (transfer full): the dataset; or %NULL with @error set
 */
NevDataset *
nev_package_load_table (GFile                  *file,
                        const NevImportOptions *options,
                        NevProgressFunc         progress,
                        gpointer                progress_data,
                        GCancellable           *cancellable,
                        GError                **error)
{
  g_autofree char *basename = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GInputStream) stream = NULL;
  guint64 size;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  basename = g_file_get_basename (file);
  name = g_filename_display_name (basename);
  stream = nev_file_open (file, name, NEV_IMPORT_MAX_BYTES, &size, cancellable, error);

  if (stream == NULL)
    return NULL;

  return nev_import_load_stream (name, stream, size, options, progress, progress_data, cancellable, error);
}

static gboolean
is_folder (GFile        *file,
           GCancellable *cancellable)
{
  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY;
}

/**
 * nev_package_is_table:
 * @file: any file
 *
 * Blocks for a moment.
 *
 * Returns: whether it is read as a plain table, and not as a package
 */
gboolean
nev_package_is_table (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return !is_folder (file, NULL) && is_table (file, NULL);
}

/* Reads a package with rows besides its own. */
static NevDataset *
read_package (GFile                *file,
              const NevPackageRows *sources,
              const NevPackageRows *observations,
              NevProgressFunc       progress,
              gpointer              progress_data,
              NevFaults            *faults,
              GCancellable         *cancellable)
{
  NevOrigin        origin = { NULL, cancellable, progress, progress_data, sources, observations };
  g_autofree char *name = NULL;
  NevDataset      *dataset;

  nev_origin_find_descriptor (&origin, file, &name);
  dataset = load (&origin, name, faults);
  g_object_unref (origin.folder);

  return dataset;
}

/* The short way finds one mistake; where more are wanted, the long way looks for them. */
static NevDataset *
check_table (GFile                  *file,
             const NevImportOptions *options,
             NevProgressFunc         progress,
             gpointer                progress_data,
             NevFaults              *faults,
             GCancellable           *cancellable)
{
  g_autoptr (GError) error = NULL;
  NevDataset *dataset = nev_package_load_table (file, options, progress, progress_data, cancellable, &error);
  guint       n_faults = faults->errors->len;

  if (dataset != NULL)
    return dataset;

  if (faults->max > 1 && error->domain == NEV_DATA_ERROR)
    {
      g_autofree char *basename = g_file_get_basename (file);
      g_autofree char *name = g_filename_display_name (basename);
      g_autoptr (GBytes) bytes = nev_file_read (file, name, NEV_CSV_MAX_BYTES, cancellable, NULL);

      if (bytes != NULL)
        nev_import_check (name, bytes, options, faults, cancellable);
    }

  if (faults->errors->len == n_faults)
    nev_faults_take (faults, g_steal_pointer (&error));

  return NULL;
}

/* Without its descriptor a table may be one that can't be read, so that what is wrong with either has to be told. */
static void
tell_of_choices (const NevPackageChoices *choices,
                 GError                  *error)
{
  g_autofree char *message = error->message;
  g_autofree char *other = g_strdup_printf (_("The choices beside the table are not used: %s"), choices->fault->message);

  error->message = g_strconcat (message, "\n", other, NULL);
}

/* As a descriptor beside the table says, except for what @options say. */
static NevDataset *
check_table_beside (GFile                  *file,
                    const NevImportOptions *options,
                    NevProgressFunc         progress,
                    gpointer                progress_data,
                    NevFaults              *faults,
                    GCancellable           *cancellable)
{
  g_auto (NevPackageChoices) choices = { NULL };
  NevImportOptions wanted;
  NevDataset      *dataset;
  guint            n_faults = faults->errors->len;

  nev_package_choices_find (&choices, file, cancellable);
  wanted = choices.options;

  for (guint i = 0; options != NULL && i < NEV_N_IMPORT_CHOICES; i++)
    {
      int value = nev_import_options_get (options, i);

      if (value != 0)
        nev_import_options_set (&wanted, i, value);
    }

  if (options != NULL && options->encoding != NULL)
    wanted.encoding = options->encoding;
  if (options != NULL && !nev_period_is_none (options->period))
    wanted.period = options->period;

  dataset = check_table (file, &wanted, progress, progress_data, faults, cancellable);
  nev_package_choices_remember (&choices, dataset);

  if (dataset == NULL && choices.fault != NULL && faults->errors->len > n_faults)
    tell_of_choices (&choices, g_ptr_array_index (faults->errors, n_faults));

  return dataset;
}

/* Reads what @file is, with its mistakes put into @faults. */
static NevDataset *
read_any (GFile          *file,
          NevProgressFunc progress,
          gpointer        progress_data,
          GCancellable   *cancellable,
          NevFaults      *faults)
{
  if (is_folder (file, cancellable) || !is_table (file, cancellable))
    return read_package (file, NULL, NULL, progress, progress_data, faults, cancellable);

  return check_table_beside (file, NULL, progress, progress_data, faults, cancellable);
}

/* Gives the dataset, or the first mistake. */
static NevDataset *
finish (NevDataset *dataset,
        NevFaults  *faults,
        GError    **error)
{
  if (dataset == NULL)
    g_propagate_error (error, g_error_copy (g_ptr_array_index (faults->errors, 0)));

  return dataset;
}

/**
 * nev_package_load_with_progress:
 * @file: the dataset's folder, the descriptor in it (datapackage.json), or a plain table (CSV)
 * @progress: (nullable) (scope call): is told how much of a table is read, in this thread
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location for a #NevDataError, or one of GIO's
 *
 * Reads a Tabular Data Package. Blocks; may be called from any thread. Opens no file outside of the
 * folder. The first mistake ends the reading: its message says where it is (file and line,
 * or the path in the descriptor), what was expected and what was found.
 *
 * Returns: (transfer full): the dataset; or %NULL with @error set
 */
NevDataset *
nev_package_load_with_progress (GFile          *file,
                                NevProgressFunc progress,
                                gpointer        progress_data,
                                GCancellable   *cancellable,
                                GError        **error)
{
  g_auto (NevFaults) faults = { NULL };

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  nev_faults_init (&faults, 1);

  return finish (read_any (file, progress, progress_data, cancellable, &faults), &faults, error);
}

/**
 * nev_package_check:
 * @file: as for nev_package_load()
 * @faults: (inout): where to put the mistakes
 * @cancellable: (nullable): ends it early
 *
 * Reads a dataset for who maintains it: a mistake doesn't end the reading, as long as it is known how to go on. Of a row,
 * every cell is looked at; of an object in the descriptor the first mistake is told. Blocks; may be called from any thread.
 *
 * Returns: (transfer full): the dataset; or %NULL with mistakes in @faults
 */
NevDataset *
nev_package_check (GFile        *file,
                   NevFaults    *faults,
                   GCancellable *cancellable)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  return read_any (file, NULL, NULL, cancellable, faults);
}

/**
 * nev_package_check_with:
 * @file: a package
 * @sources: (nullable): pages besides its own
 * @observations: (nullable): facts besides its own
 * @faults: (inout): where to put the mistakes, which name the file that they are in
 * @cancellable: (nullable): ends it early
 *
 * Reads a package as if more rows, or others, stood in it. Blocks; may be called from any thread.
 *
 * Returns: (transfer full): the dataset; or %NULL with mistakes in @faults
 */
NevDataset *
nev_package_check_with (GFile                *file,
                        const NevPackageRows *sources,
                        const NevPackageRows *observations,
                        NevFaults            *faults,
                        GCancellable         *cancellable)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  return read_package (file, sources, observations, NULL, NULL, faults, cancellable);
}

/**
 * nev_package_find_table:
 * @file: a package
 * @name: (nullable): a resource's name, such as "sources"; %NULL for what holds the facts, a plain table that is described or
 *   "observations"
 * @cancellable: (nullable): ends it early
 * @error: return location for a #NevDataError, or one of GIO's
 *
 * Finds the CSV file of a resource.
 *
 * Returns: (transfer full): the file, which lies in the package's folder; or %NULL with @error set
 */
GFile *
nev_package_find_table (GFile        *file,
                        const char   *name,
                        GCancellable *cancellable,
                        GError      **error)
{
  NevOrigin        origin = { NULL, cancellable };
  g_autofree char *descriptor = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) node = NULL;
  GFile *table = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (nev_package_is_table (file))
    {
      g_autofree char *basename = g_file_get_basename (file);
      g_autofree char *shown = g_filename_display_name (basename);

      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("%s: expected a data package, found a plain table"), shown);
      return NULL;
    }

  nev_origin_find_descriptor (&origin, file, &descriptor);
  label = g_filename_display_name (descriptor);
  bytes = nev_origin_read (&origin, descriptor, NEV_JSON_MAX_BYTES, error);
  node = bytes != NULL ? nev_json_load (label, bytes, error) : NULL;

  if (node != NULL)
    {
      NevJsonPlace     root = { NULL, label, 0, node };
      NevImportOptions options;

      if (name == NULL && nev_package_describes_table (&root))
        table = nev_package_find_described (&origin, &root, &options, error);
      else
        table = nev_origin_find_resource (&origin, &root, name != NULL ? name : "observations", error);
    }

  g_object_unref (origin.folder);

  return table;
}

/**
 * nev_package_list_files:
 * @file: as for nev_package_load()
 *
 * Lists the files that a dataset is read from, as far as that can be known. Blocks for a moment.
 *
 * Returns: (transfer full) (element-type GFile): the files
 */
GPtrArray *
nev_package_list_files (GFile *file)
{
  static const char *const names[] = { NULL, "sources" };
  GPtrArray               *files = g_ptr_array_new_with_free_func (g_object_unref);
  NevOrigin                origin = { NULL };
  g_autofree char         *descriptor = NULL;

  g_return_val_if_fail (G_IS_FILE (file), files);

  if (nev_package_is_table (file))
    {
      g_ptr_array_add (files, g_object_ref (file));
      return files;
    }

  nev_origin_find_descriptor (&origin, file, &descriptor);
  g_ptr_array_add (files, g_file_get_child (origin.folder, descriptor));
  g_object_unref (origin.folder);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GFile *table = nev_package_find_table (file, names[i], NULL, NULL);

      if (table != NULL)
        g_ptr_array_add (files, table);
    }

  return files;
}

/**
 * nev_package_check_table:
 * @file: a plain table
 * @options: (nullable): how it is written, as far as that is known; %NULL for nothing
 * @faults: (inout): where to put the mistakes
 * @cancellable: (nullable): ends it early
 *
 * Does the same with a plain table. How it is written must be clear before its rows are looked at.
 *
 * Returns: (transfer full): the dataset; or %NULL with mistakes in @faults
 */
NevDataset *
nev_package_check_table (GFile                  *file,
                         const NevImportOptions *options,
                         NevFaults              *faults,
                         GCancellable           *cancellable)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  return check_table_beside (file, options, NULL, NULL, faults, cancellable);
}

/**
 * nev_package_check_bundled:
 * @faults: (inout): where to put the mistakes
 *
 * Does the same with the dataset that comes with the program.
 *
 * Returns: (transfer full): the dataset; or %NULL with mistakes in @faults
 */
NevDataset *
nev_package_check_bundled (NevFaults *faults)
{
  NevOrigin origin = { NULL, NULL };

  return load (&origin, "datapackage.json", faults);
}

/**
 * nev_package_load:
 * @file: the dataset's folder, the descriptor in it (datapackage.json), or a plain table (CSV)
 * @cancellable: (nullable): ends it early
 * @error: return location for a #NevDataError, or one of GIO's
 *
 * Reads a dataset as nev_package_load_with_progress() does.
 *
 * Returns: (transfer full): the dataset; or %NULL with @error set
 */
NevDataset *
nev_package_load (GFile        *file,
                  GCancellable *cancellable,
                  GError      **error)
{
  return nev_package_load_with_progress (file, NULL, NULL, cancellable, error);
}

/**
 * nev_package_load_bundled:
 * @error: return location for a #NevDataError
 *
 * Reads the dataset that comes with the program, which is compiled into it.
 *
 * Returns: (transfer full): the dataset; or %NULL with @error set
 */
NevDataset *
nev_package_load_bundled (GError **error)
{
  g_auto (NevFaults) faults = { NULL };

  nev_faults_init (&faults, 1);

  return finish (nev_package_check_bundled (&faults), &faults, error);
}
