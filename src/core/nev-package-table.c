/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-package-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "nev-json-writer.h"

/* A descriptor that says of a plain table how it is read. It is a Tabular Data Package of one resource, whose path, encoding and
 * dialect mean what they mean everywhere; what the standard has no words for stands under "table".
 */

static const char *const member_names[NEV_N_IMPORT_CHOICES] = {
  [NEV_IMPORT_DELIMITER] = "delimiter",
  [NEV_IMPORT_DECIMAL] = "decimal",
  [NEV_IMPORT_DATE_ORDER] = "dateOrder",
  [NEV_IMPORT_LAYOUT] = "layout",
  [NEV_IMPORT_KIND] = "kind",
};

/**
 * nev_package_get_table_member:
 * @option: an option
 *
 * Returns: (transfer none): what it is called in JSON
 */
const char *
nev_package_get_table_member (NevImportOption option)
{
  g_return_val_if_fail (option < NEV_N_IMPORT_CHOICES, NULL);

  return member_names[option];
}

/* The resource, if there is only one. */
static gboolean
find_only_resource (const NevJsonPlace *resources,
                    NevJsonPlace       *resource)
{
  if (resources->node == NULL || !JSON_NODE_HOLDS_ARRAY (resources->node) || json_array_get_length (json_node_get_array (resources->node)) != 1)
    return FALSE;

  *resource = nev_json_get_element (resources, 0);

  return resource->node != NULL && JSON_NODE_HOLDS_OBJECT (resource->node);
}

/**
 * nev_package_describes_table:
 * @root: a descriptor
 *
 * Returns: whether it is one of a plain table
 */
gboolean
nev_package_describes_table (const NevJsonPlace *root)
{
  NevJsonPlace resources, resource;

  if (root->node == NULL || !JSON_NODE_HOLDS_OBJECT (root->node))
    return FALSE;

  resources = nev_json_get_member (root, "resources");

  return find_only_resource (&resources, &resource) && nev_json_get_member (&resource, "table").node != NULL;
}

static gboolean
read_choice (const NevJsonPlace *table,
             NevImportOption     option,
             NevImportOptions   *options,
             GError            **error)
{
  NevJsonPlace     place = nev_json_get_member (table, member_names[option]);
  g_autofree char *found = NULL;
  g_autoptr (GString) list = NULL;
  const char *text, *word;
  int         value;

  if (place.node == NULL)
    return TRUE;

  if (!nev_json_read_string (&place, NEV_LABEL_LINE, &text, error))
    return FALSE;

  if (nev_import_option_parse (option, text, &value))
    {
      nev_import_options_set (options, option, value);
      return TRUE;
    }

  list = g_string_new (NULL);
  for (guint i = 0; (word = nev_import_option_get_word (option, i, NULL)) != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", word);

  found = nev_label_quote (text);

  return nev_json_fail (&place, NEV_DATA_ERROR_SCHEMA, error, _("expected one of %s, found %s"), list->str, found);
}

/* Of a table of categories. */
static gboolean
read_period (const NevJsonPlace *table,
             NevImportOptions   *options,
             GError            **error)
{
  NevJsonPlace place = nev_json_get_member (table, "period");
  g_autoptr (GError) cause = NULL;
  const char *text;

  if (place.node == NULL)
    return TRUE;

  return nev_json_read_string (&place, NEV_LABEL_LINE, &text, error) &&
         (nev_import_period_parse (text, &options->period, &cause) ||
          nev_json_fail (&place, NEV_DATA_ERROR_SCHEMA, error, "%s", cause->message));
}

/* What the standard says of CSV, as far as a table may differ from it. */
static gboolean
read_dialect (const NevJsonPlace *dialect,
              NevImportOptions   *options,
              GError            **error)
{
  static const char *const known[] = { "delimiter", NULL };
  NevJsonPlace             place;
  g_autofree char         *found = NULL;
  const char              *text;

  if (dialect->node == NULL)
    return TRUE;

  if (!nev_json_expect_object (dialect, error) || !nev_json_expect_members (dialect, known, error))
    return FALSE;

  place = nev_json_get_member (dialect, "delimiter");
  if (place.node == NULL)
    return TRUE;

  /* A tab isn't a line's text. */
  text = JSON_NODE_HOLDS_VALUE (place.node) && json_node_get_value_type (place.node) == G_TYPE_STRING ? json_node_get_string (place.node) : NULL;

  if (text != NULL && *text != '\0' && text[1] == '\0' && nev_import_option_to_string (NEV_IMPORT_DELIMITER, *text) != NULL)
    {
      options->delimiter = *text;
      return TRUE;
    }

  found = text != NULL ? nev_label_quote (text) : g_strdup (nev_json_describe (place.node));

  return nev_json_fail (&place, NEV_DATA_ERROR_SCHEMA, error, _("expected a comma, a semicolon, a tab or “|”, found %s"), found);
}

/* How the table is read; strings belong to the document. */
static gboolean
read_options (const NevJsonPlace *resource,
              NevImportOptions   *options,
              GError            **error)
{
  NevJsonPlace encoding = nev_json_get_member (resource, "encoding");
  NevJsonPlace dialect = nev_json_get_member (resource, "dialect");
  NevJsonPlace table = nev_json_get_member (resource, "table");

  *options = (NevImportOptions) NEV_IMPORT_OPTIONS_INIT;

  if ((encoding.node != NULL && !nev_json_read_string (&encoding, NEV_LABEL_LINE, &options->encoding, error)) ||
      !read_dialect (&dialect, options, error) || !nev_json_expect_object (&table, error))
    return FALSE;

  for (guint i = NEV_IMPORT_DECIMAL; i < NEV_N_IMPORT_CHOICES; i++)
    {
      if (!read_choice (&table, i, options, error))
        return FALSE;
    }

  return read_period (&table, options, error);
}

/**
 * nev_package_find_described:
 * @origin: where the descriptor is from
 * @root: a descriptor of a plain table
 * @options: (out caller-allocates): how the table is read; the strings in it belong to @root
 * @error: return location for a #NevDataError
 *
 * Finds the table that a descriptor describes.
 *
 * Returns: (transfer full): the table, in the package's folder; or %NULL with @error set
 */
GFile *
nev_package_find_described (NevOrigin          *origin,
                            const NevJsonPlace *root,
                            NevImportOptions   *options,
                            GError            **error)
{
  NevJsonPlace resources = nev_json_get_member (root, "resources");
  NevJsonPlace resource = nev_json_get_element (&resources, 0);
  NevJsonPlace path = nev_json_get_member (&resource, "path");

  return read_options (&resource, options, error) ? nev_origin_find_path (origin, &path, error) : NULL;
}

/**
 * nev_package_describe_table:
 * @dataset: what was read from a plain table
 * @path: the table's name in its folder
 *
 * Writes the descriptor with which the table is read the same way again, and without asking.
 *
 * Returns: (transfer full): JSON; %NULL if @dataset isn't a plain table
 */
char *
nev_package_describe_table (NevDataset *dataset,
                            const char *path)
{
  const NevImportOptions *options = nev_dataset_get_read_as (dataset);
  NevJsonWriter          *json;
  char                    delimiter[] = { 0, 0 };

  g_return_val_if_fail (path != NULL, NULL);

  if (options == NULL)
    return NULL;

  json = nev_json_writer_new ();
  delimiter[0] = options->delimiter;

  nev_json_writer_begin_object (json, NULL);
  nev_json_writer_string (json, "name", "table");
  nev_json_writer_begin_array (json, "resources");
  nev_json_writer_begin_object (json, NULL);
  nev_json_writer_string (json, "name", "table");
  nev_json_writer_string (json, "path", path);
  nev_json_writer_string (json, "format", "csv");
  nev_json_writer_string (json, "mediatype", "text/csv");
  nev_json_writer_string (json, "encoding", options->encoding);
  nev_json_writer_begin_object (json, "dialect");
  nev_json_writer_string (json, "delimiter", delimiter);
  nev_json_writer_end_object (json);
  nev_json_writer_begin_object (json, "table");

  for (guint i = NEV_IMPORT_DECIMAL; i < NEV_N_IMPORT_CHOICES; i++)
    {
      const char *word = nev_import_option_to_string (i, nev_import_options_get (options, i));

      if (word != NULL)
        nev_json_writer_string (json, member_names[i], word);
    }

  if (!nev_period_is_none (options->period))
    {
      g_autofree char *period = nev_period_to_string (options->period);

      nev_json_writer_string (json, "period", period);
    }

  nev_json_writer_end_object (json);
  nev_json_writer_end_object (json);
  nev_json_writer_end_array (json);
  nev_json_writer_end_object (json);

  return nev_json_writer_finish (json);
}
