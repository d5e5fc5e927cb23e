/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-package-private.h"

#include <json-glib/json-glib.h>

#include "nev-json-scan.h"

/* How a plain table is read is kept in a descriptor beside it. Who opens the table itself gets it read that way. Only a descriptor
 * of this very table counts; what is wrong with one is told, and the table read as if there were none.
 */

#define DESCRIPTOR_NAME "datapackage.json"

/* What a dataset remembers of it. */
static const char *const name_key = "nev-package-choices-name";
static const char *const fault_key = "nev-package-choices-fault";

void
nev_package_choices_clear (NevPackageChoices *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->node, json_node_unref);
  g_clear_error (&self->fault);
}

/* Whether the only resource of a descriptor is this file. */
static gboolean
names_file (const NevJsonPlace *root,
            const char         *basename)
{
  NevJsonPlace resources = nev_json_get_member (root, "resources");
  NevJsonPlace resource = nev_json_get_element (&resources, 0);
  NevJsonPlace path = nev_json_get_member (&resource, "path");

  return path.node != NULL && JSON_NODE_HOLDS_VALUE (path.node) && json_node_get_value_type (path.node) == G_TYPE_STRING &&
         g_str_equal (json_node_get_string (path.node), basename);
}

static void
read_descriptor (NevPackageChoices *self,
                 NevOrigin         *origin,
                 const char        *name,
                 const char        *basename)
{
  g_autofree char *label = g_filename_display_name (name);
  GError          *local = NULL;
  g_autoptr (GBytes) bytes = nev_origin_read (origin, name, NEV_JSON_MAX_BYTES, &local);
  g_autoptr (JsonNode) node = bytes != NULL ? nev_json_load (label, bytes, &local) : NULL;
  NevJsonPlace     root = { NULL, label, 0, node };
  NevImportOptions options;
  g_autoptr (GFile) table = NULL;

  if (node != NULL)
    {
      if (!nev_package_describes_table (&root) || !names_file (&root, basename))
        return;

      table = nev_package_find_described (origin, &root, &options, &local);
    }

  if (table == NULL)
    {
      if (self->fault == NULL)
        self->fault = local;
      else
        g_error_free (local);
      return;
    }

  self->name = g_strdup (label);
  self->node = g_steal_pointer (&node);
  self->options = options;
}

/**
 * nev_package_choices_find:
 * @self: (out caller-allocates): what was found, with a name if there is a descriptor that is good
 * @file: a plain table
 * @cancellable: (nullable): ends it early
 *
 * Looks beside a table for the descriptor in which it is kept how it is read.
 */
void
nev_package_choices_find (NevPackageChoices *self,
                          GFile             *file,
                          GCancellable      *cancellable)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *own_name = g_strconcat (basename, "." DESCRIPTOR_NAME, NULL);
  const char *const names[] = { DESCRIPTOR_NAME, own_name };
  NevOrigin   origin = { folder, cancellable };

  *self = (NevPackageChoices){ .options = NEV_IMPORT_OPTIONS_INIT };

  for (guint i = 0; folder != NULL && self->name == NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) descriptor = g_file_get_child (folder, names[i]);

      if (g_file_query_exists (descriptor, cancellable))
        read_descriptor (self, &origin, names[i], basename);
    }
}

/**
 * nev_package_choices_remember:
 * @self: what was found
 * @dataset: (nullable): what was read with it, which nobody else knows yet
 *
 * Lets nev_package_get_choices() tell of it.
 */
void
nev_package_choices_remember (const NevPackageChoices *self,
                              NevDataset              *dataset)
{
  if (dataset == NULL)
    return;

  if (self->name != NULL)
    g_object_set_data_full (G_OBJECT (dataset), name_key, g_strdup (self->name), g_free);
  else if (self->fault != NULL)
    g_object_set_data_full (G_OBJECT (dataset), fault_key, g_strdup (self->fault->message), g_free);
}

/**
 * nev_package_get_choices:
 * @dataset: what was read from a plain table
 * @fault: (out) (optional) (nullable): what is wrong with a descriptor beside it that couldn't be used
 *
 * Tells whether a table was read as a descriptor beside it says.
 *
 * Returns: (nullable): the descriptor's name; %NULL if there is none
 */
const char *
nev_package_get_choices (NevDataset  *dataset,
                         const char **fault)
{
  g_return_val_if_fail (NEV_IS_DATASET (dataset), NULL);

  if (fault != NULL)
    *fault = g_object_get_data (G_OBJECT (dataset), fault_key);

  return g_object_get_data (G_OBJECT (dataset), name_key);
}
