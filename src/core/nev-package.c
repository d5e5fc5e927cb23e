/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-package.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#include "nev-csv.h"
#include "nev-data.h"
#include "nev-json-scan.h"
#include "nev-package-private.h"

/* Reads a Tabular Data Package: a folder with a descriptor and, beside it, the tables that it names. Nothing
 * outside of the folder is ever opened, whatever the descriptor says.
 */

#define DESCRIPTOR_NAME "datapackage.json"
#define BUNDLED_PATH "/io/github/nevcharts/NevCharts/china-nev"

/* Where a package's files come from. */
typedef struct
{
  GFile        *folder; /* NULL: the dataset that is compiled into the program */
  GCancellable *cancellable;
} Origin;

static GBytes *
read_bundled (const char *path,
              GError    **error)
{
  g_autofree char *full_path = g_strconcat (BUNDLED_PATH, "/", path, NULL);

  return g_resource_lookup_data (nev_data_get_resource (), full_path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/* Links may lead on within the folder, but not out of it. What isn't a local file has none.
 *
 * Returns: the file without links, so that what was checked is what is opened
 */
static GFile *
resolve (Origin     *origin,
         const char *path,
         GError    **error)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (origin->folder, path);
  g_autofree char *folder_path = NULL;
  g_autofree char *file_path = NULL;
  gsize            length;

  if (g_file_peek_path (file) == NULL || g_file_peek_path (origin->folder) == NULL)
    return g_steal_pointer (&file);

  folder_path = realpath (g_file_peek_path (origin->folder), NULL);
  file_path = realpath (g_file_peek_path (file), NULL);

  /* A file that isn't there is reported by who opens it. */
  if (folder_path == NULL || file_path == NULL)
    return g_steal_pointer (&file);

  length = strlen (folder_path);

  if (g_str_equal (folder_path, "/") || (g_str_has_prefix (file_path, folder_path) && strchr ("/", file_path[length]) != NULL))
    return g_file_new_for_path (file_path);

  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA,
               _("%s: expected a file in the dataset’s folder, found a link that leads out of it"), path);

  return NULL;
}

/* Asks before it opens: a pipe would wait for ever, a device might never end. */
static GBytes *
read_file (GFile        *file,
           const char   *name,
           gsize         max_bytes,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *data = NULL;
  gsize            length;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("%s: expected a regular file, found something else"), name);
      return NULL;
    }

  length = (gsize) g_file_info_get_size (info);

  if (length > max_bytes)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT,
                   _("%s: expected at most %zu bytes, found %zu"), name, max_bytes, length);
      return NULL;
    }

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  data = g_malloc (length + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, length, &length, cancellable, error))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&data), length);
}

static GBytes *
read_member (Origin     *origin,
             const char *path,
             gsize       max_bytes,
             GError    **error)
{
  g_autoptr (GFile) file = NULL;

  if (origin->folder == NULL)
    return read_bundled (path, error);

  file = resolve (origin, path, error);

  return file != NULL ? read_file (file, path, max_bytes, origin->cancellable, error) : NULL;
}

/* Whether a path says of itself that it stays in the folder. */
static gboolean
is_inside (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  g_autofree char *scheme = g_uri_parse_scheme (path);

  return *path != '\0' && *path != '/' && *path != '~' && scheme == NULL &&
         strchr (path, '\\') == NULL && !g_strv_contains ((const char *const *) parts, "..");
}

/* The content of the CSV file that a resource names. */
static GBytes *
read_path (Origin             *origin,
           const NevJsonPlace *place,
           const char        **path,
           GError            **error)
{
  if (JSON_NODE_HOLDS_ARRAY (place->node))
    {
      nev_json_fail (place, NEV_DATA_ERROR_SCHEMA, error, _("expected the path of one file, found a list of them, which isn’t supported"));
      return NULL;
    }

  if (!nev_json_read_string (place, NEV_LABEL_LINE, path, error))
    return NULL;

  if (!is_inside (*path))
    {
      nev_json_fail (place, NEV_DATA_ERROR_SCHEMA, error, _("expected the path of a file in the dataset’s folder, found “%s”"), *path);
      return NULL;
    }

  return read_member (origin, *path, NEV_CSV_MAX_BYTES, error);
}

/* Finds the resource that is called @name, and which of the two ways it has to hold its rows. */
static gboolean
find_resource (const NevJsonPlace *resources,
               const char         *name,
               NevJsonPlace       *resource,
               NevJsonPlace       *path,
               NevJsonPlace       *data,
               GError            **error)
{
  guint n_resources;

  if (!nev_json_expect_array (resources, NEV_PACKAGE_MAX_ITEMS, &n_resources, error))
    return FALSE;

  for (guint i = 0; i < n_resources; i++)
    {
      NevJsonPlace name_place;
      const char  *found;

      *resource = nev_json_get_element (resources, i);

      if (!nev_json_expect_object (resource, error))
        return FALSE;

      name_place = nev_json_get_member (resource, "name");

      if (!nev_json_read_string (&name_place, NEV_LABEL_LINE, &found, error))
        return FALSE;

      if (!g_str_equal (found, name))
        continue;

      *path = nev_json_get_member (resource, "path");
      *data = nev_json_get_member (resource, "data");

      if ((path->node != NULL) != (data->node != NULL))
        return TRUE;

      return nev_json_fail (resource, NEV_DATA_ERROR_SCHEMA, error, _("expected either a path or data, found %s"),
                            path->node != NULL ? _("both") : _("neither"));
    }

  return nev_json_fail (resources, NEV_DATA_ERROR_SCHEMA, error, _("expected a resource that is called “%s”, found none"), name);
}

/* Opens the table that is called @name. */
static NevRows *
open_resource (Origin             *origin,
               const NevJsonPlace *root,
               const char         *name,
               NevFaults          *faults)
{
  NevJsonPlace resources = nev_json_get_member (root, "resources");
  NevJsonPlace resource, path, data;
  g_autoptr (GBytes) bytes = NULL;
  const char *file_name = NULL;
  GError     *local = NULL;

  if (find_resource (&resources, name, &resource, &path, &data, &local))
    {
      if (data.node != NULL)
        return nev_rows_new_json (&data, faults);

      bytes = read_path (origin, &path, &file_name, &local);
      if (bytes != NULL)
        return nev_rows_new_csv (file_name, bytes, faults);
    }

  nev_faults_take (faults, local);

  return NULL;
}

/* Words and series first, then the pages, then the facts, then what is made of them. */
static NevDataset *
load (Origin     *origin,
      const char *descriptor,
      NevFaults  *faults)
{
  g_autofree char *label = g_filename_display_name (descriptor);
  GError *local = NULL;
  g_autoptr (GBytes) bytes = read_member (origin, descriptor, NEV_JSON_MAX_BYTES, &local);
  g_autoptr (JsonNode) node = bytes != NULL ? nev_json_load (label, bytes, &local) : NULL;
  g_autoptr (NevRows) sources = NULL;
  g_autoptr (NevRows) observations = NULL;
  g_auto (NevDraft) draft = { 0 };
  NevJsonPlace root = { NULL, label, 0, node };

  if (node == NULL)
    {
      nev_faults_take (faults, local);
      return NULL;
    }

  nev_draft_init (&draft, faults);

  if (!nev_draft_read_declarations (&draft, &root) || nev_faults_is_full (faults))
    return NULL;

  sources = open_resource (origin, &root, "sources", faults);
  if (sources != NULL)
    nev_draft_read_sources (&draft, sources, origin->cancellable);

  observations = open_resource (origin, &root, "observations", faults);
  if (observations != NULL && sources != NULL)
    nev_draft_read_observations (&draft, observations, origin->cancellable);

  /* Series whose references are good can be made of the facts that are good; what follows asks for no more. */
  if (draft.has_series && sources != NULL)
    {
      nev_draft_build_series (&draft);
      nev_draft_read_views (&draft, &root);
    }

  return faults->errors->len == 0 ? nev_dataset_new (&draft.parts) : NULL;
}

/* Whether a file is a plain table and no descriptor: by the end of its name, else by what it begins with. */
static gboolean
is_table (GFile        *file,
          GCancellable *cancellable)
{
  static const char *const endings[] = { ".csv", ".tsv", ".tab", ".txt" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize       length, i = 0;

  for (guint j = 0; j < G_N_ELEMENTS (endings); j++)
    {
      if (g_str_has_suffix (folded, endings[j]))
        return TRUE;
    }

  if (g_str_has_suffix (folded, ".json"))
    return FALSE;

  bytes = read_file (file, name, NEV_CSV_MAX_BYTES, cancellable, NULL);
  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &length);
  while (i < length && (g_ascii_isspace (data[i]) || (guchar) data[i] >= 0xef))
    i++;

  return i < length && data[i] != '{' && data[i] != '[';
}

/**
 * nev_package_load_table:
 * @file: a CSV file
 * @options: (nullable): how it is written, as far as that is known; %NULL for nothing
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
                        GCancellable           *cancellable,
                        GError                **error)
{
  g_autofree char *basename = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  basename = g_file_get_basename (file);
  name = g_filename_display_name (basename);
  bytes = read_file (file, name, NEV_CSV_MAX_BYTES, cancellable, error);

  return bytes != NULL ? nev_import_load (name, bytes, options, cancellable, error) : NULL;
}

/* Reads what @file is, with its mistakes put into @faults. */
static NevDataset *
read_any (GFile        *file,
          GCancellable *cancellable,
          NevFaults    *faults)
{
  g_autoptr (GFile) descriptor = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  Origin           origin = { file, cancellable };

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    return load (&origin, DESCRIPTOR_NAME, faults);

  if (is_table (file, cancellable))
    {
      GError     *local = NULL;
      NevDataset *dataset = nev_package_load_table (file, NULL, cancellable, &local);

      if (dataset == NULL)
        nev_faults_take (faults, local);

      return dataset;
    }

  /* A link that somebody opens stands for what it leads to. */
  path = g_file_peek_path (file) != NULL ? realpath (g_file_peek_path (file), NULL) : NULL;
  descriptor = path != NULL ? g_file_new_for_path (path) : g_object_ref (file);
  folder = g_file_get_parent (descriptor);
  name = g_file_get_basename (descriptor);
  origin.folder = folder;

  return load (&origin, name, faults);
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
 * nev_package_load:
 * @file: the dataset's folder, the descriptor in it (datapackage.json), or a plain table (CSV)
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
nev_package_load (GFile        *file,
                  GCancellable *cancellable,
                  GError      **error)
{
  g_auto (NevFaults) faults = { NULL };

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  nev_faults_init (&faults, 1);

  return finish (read_any (file, cancellable, &faults), &faults, error);
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

  return read_any (file, cancellable, faults);
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
  Origin origin = { NULL, NULL };

  return load (&origin, DESCRIPTOR_NAME, faults);
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
