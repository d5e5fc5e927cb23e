/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-package-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#include "nev-csv.h"
#include "nev-data.h"
#include "nev-file.h"

/* The files of a package: where they are, and that none is opened outside of its folder. */

#define DESCRIPTOR_NAME "datapackage.json"
#define BUNDLED_PATH "/io/github/nevcharts/NevCharts/china-nev"

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
resolve (NevOrigin  *origin,
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

/**
 * nev_origin_read:
 * @path: a file's path in the package
 * @max_bytes: how long it may be
 * @error: return location for a #NevDataError, or one of GIO's
 *
 * Reads a file of the package.
 *
 * Returns: (transfer full): its content; or %NULL with @error set
 */
GBytes *
nev_origin_read (NevOrigin  *origin,
                 const char *path,
                 gsize       max_bytes,
                 GError    **error)
{
  g_autoptr (GFile) file = NULL;

  if (origin->folder == NULL)
    return read_bundled (path, error);

  file = resolve (origin, path, error);

  return file != NULL ? nev_file_read (file, path, max_bytes, origin->cancellable, error) : NULL;
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

/* The path of the CSV file that a resource names. */
static gboolean
read_path_name (const NevJsonPlace *place,
                const char        **path,
                GError            **error)
{
  if (JSON_NODE_HOLDS_ARRAY (place->node))
    return nev_json_fail (place, NEV_DATA_ERROR_SCHEMA, error, _("expected the path of one file, found a list of them, which isn’t supported"));

  if (!nev_json_read_string (place, NEV_LABEL_LINE, path, error))
    return FALSE;

  return is_inside (*path) ||
         nev_json_fail (place, NEV_DATA_ERROR_SCHEMA, error, _("expected the path of a file in the dataset’s folder, found “%s”"), *path);
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

/**
 * nev_origin_find_descriptor:
 * @file: a package's folder, or the descriptor in it
 * @name: (out): the descriptor's name
 *
 * Finds the folder that everything is read from.
 */
void
nev_origin_find_descriptor (NevOrigin *origin,
                            GFile     *file,
                            char     **name)
{
  g_autoptr (GFile) descriptor = NULL;
  g_autofree char *path = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, origin->cancellable) == G_FILE_TYPE_DIRECTORY)
    {
      origin->folder = g_object_ref (file);
      *name = g_strdup (DESCRIPTOR_NAME);
      return;
    }

  /* A link that somebody opens stands for what it leads to. */
  path = g_file_peek_path (file) != NULL ? realpath (g_file_peek_path (file), NULL) : NULL;
  descriptor = path != NULL ? g_file_new_for_path (path) : g_object_ref (file);
  origin->folder = g_file_get_parent (descriptor);
  *name = g_file_get_basename (descriptor);
}

/**
 * nev_origin_open_resource:
 * @root: the descriptor
 * @name: a resource's name
 * @faults: where its mistakes are put
 *
 * Opens the table that is called @name.
 *
 * Returns: (transfer full): its rows; or %NULL with a mistake more
 */
NevRows *
nev_origin_open_resource (NevOrigin          *origin,
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

      if (read_path_name (&path, &file_name, &local))
        bytes = nev_origin_read (origin, file_name, NEV_CSV_MAX_BYTES, &local);
      if (bytes != NULL)
        return nev_rows_new_csv (file_name, bytes, faults);
    }

  nev_faults_take (faults, local);

  return NULL;
}

/**
 * nev_origin_find_resource:
 * @root: the descriptor
 * @name: a resource's name
 * @error: return location for a #NevDataError
 *
 * Finds the file that holds the table that is called @name.
 *
 * Returns: (transfer full): the file, in the package's folder; or %NULL with @error set
 */
GFile *
nev_origin_find_resource (NevOrigin          *origin,
                          const NevJsonPlace *root,
                          const char         *name,
                          GError            **error)
{
  NevJsonPlace resources = nev_json_get_member (root, "resources");
  NevJsonPlace resource, path, data;
  const char  *text;

  if (!find_resource (&resources, name, &resource, &path, &data, error))
    return NULL;

  if (data.node != NULL)
    {
      nev_json_fail (&data, NEV_DATA_ERROR_SCHEMA, error, _("expected the path of a CSV file, found the rows themselves"));
      return NULL;
    }

  return read_path_name (&path, &text, error) ? resolve (origin, text, error) : NULL;
}

/**
 * nev_origin_find_path:
 * @path: a path that stands in the descriptor
 * @error: return location for a #NevDataError
 *
 * Finds the file that a path leads to.
 *
 * Returns: (transfer full): the file, in the package's folder; or %NULL with @error set
 */
GFile *
nev_origin_find_path (NevOrigin          *origin,
                      const NevJsonPlace *path,
                      GError            **error)
{
  const char *text;

  return read_path_name (path, &text, error) ? resolve (origin, text, error) : NULL;
}
