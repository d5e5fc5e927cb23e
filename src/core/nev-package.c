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

static NevRows *
open_file (Origin             *origin,
           const NevJsonPlace *place,
           GError            **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *path;

  if (JSON_NODE_HOLDS_ARRAY (place->node))
    {
      nev_json_fail (place, NEV_DATA_ERROR_SCHEMA, error, _("expected the path of one file, found a list of them, which isn’t supported"));
      return NULL;
    }

  if (!nev_json_read_string (place, NEV_LABEL_LINE, &path, error))
    return NULL;

  if (!is_inside (path))
    {
      nev_json_fail (place, NEV_DATA_ERROR_SCHEMA, error, _("expected the path of a file in the dataset’s folder, found “%s”"), path);
      return NULL;
    }

  bytes = read_member (origin, path, NEV_CSV_MAX_BYTES, error);

  return bytes != NULL ? nev_rows_new_csv (path, bytes, error) : NULL;
}

static NevRows *
open_resource (Origin             *origin,
               const NevJsonPlace *resource,
               GError            **error)
{
  NevJsonPlace path = nev_json_get_member (resource, "path");
  NevJsonPlace data = nev_json_get_member (resource, "data");

  if ((path.node != NULL) == (data.node != NULL))
    {
      nev_json_fail (resource, NEV_DATA_ERROR_SCHEMA, error, _("expected either a path or data, found %s"),
                     path.node != NULL ? _("both") : _("neither"));
      return NULL;
    }

  return path.node != NULL ? open_file (origin, &path, error) : nev_rows_new_json (&data, error);
}

/* Opens the table that is called @name. */
static NevRows *
find_resource (Origin             *origin,
               const NevJsonPlace *root,
               const char         *name,
               GError            **error)
{
  NevJsonPlace resources = nev_json_get_member (root, "resources");
  guint        n_resources;

  if (!nev_json_expect_array (&resources, NEV_PACKAGE_MAX_ITEMS, &n_resources, error))
    return NULL;

  for (guint i = 0; i < n_resources; i++)
    {
      NevJsonPlace resource = nev_json_get_element (&resources, i);
      NevJsonPlace name_place;
      const char  *found;

      if (!nev_json_expect_object (&resource, error))
        return NULL;

      name_place = nev_json_get_member (&resource, "name");

      if (!nev_json_read_string (&name_place, NEV_LABEL_LINE, &found, error))
        return NULL;

      if (g_str_equal (found, name))
        return open_resource (origin, &resource, error);
    }

  nev_json_fail (&resources, NEV_DATA_ERROR_SCHEMA, error, _("expected a resource that is called “%s”, found none"), name);

  return NULL;
}

/* Words and series first, then the pages, then the facts, then what is made of them. */
static NevDataset *
load (Origin     *origin,
      const char *descriptor,
      GError    **error)
{
  g_autofree char *label = g_filename_display_name (descriptor);
  g_autoptr (GBytes) bytes = read_member (origin, descriptor, NEV_JSON_MAX_BYTES, error);
  g_autoptr (JsonNode) node = bytes != NULL ? nev_json_load (label, bytes, error) : NULL;
  g_autoptr (NevRows) sources = NULL;
  g_autoptr (NevRows) observations = NULL;
  g_auto (NevDraft) draft = { 0 };
  NevJsonPlace root = { NULL, label, 0, node };

  if (node == NULL)
    return NULL;

  nev_draft_init (&draft);

  if (!nev_draft_read_declarations (&draft, &root, error))
    return NULL;

  sources = find_resource (origin, &root, "sources", error);
  if (sources == NULL || !nev_draft_read_sources (&draft, sources, origin->cancellable, error))
    return NULL;

  observations = find_resource (origin, &root, "observations", error);
  if (observations == NULL || !nev_draft_read_observations (&draft, observations, origin->cancellable, error))
    return NULL;

  nev_draft_build_series (&draft);

  if (!nev_draft_read_views (&draft, &root, error))
    return NULL;

  return nev_dataset_new (&draft.parts);
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
  g_autoptr (GFile) descriptor = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  Origin           origin = { file, cancellable };

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    return load (&origin, DESCRIPTOR_NAME, error);

  if (is_table (file, cancellable))
    return nev_package_load_table (file, NULL, cancellable, error);

  /* A link that somebody opens stands for what it leads to. */
  path = g_file_peek_path (file) != NULL ? realpath (g_file_peek_path (file), NULL) : NULL;
  descriptor = path != NULL ? g_file_new_for_path (path) : g_object_ref (file);
  folder = g_file_get_parent (descriptor);
  name = g_file_get_basename (descriptor);
  origin.folder = folder;

  return load (&origin, name, error);
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
  Origin origin = { NULL, NULL };

  return load (&origin, DESCRIPTOR_NAME, error);
}
