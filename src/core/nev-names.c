/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-names.h"

#include <string.h>

#include "nev-label.h"

void
nev_names_init (NevNames *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->indices = g_tree_new ((GCompareFunc) strcmp);
  self->last = 0;
}

void
nev_names_clear (NevNames *self)
{
  g_clear_pointer (&self->indices, g_tree_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
}

/**
 * nev_names_add:
 * @name: a name; copied
 *
 * Names the next thing.
 *
 * Returns: %FALSE if an earlier one has this name
 */
gboolean
nev_names_add (NevNames   *self,
               const char *name)
{
  char *copy;

  if (g_tree_lookup_node (self->indices, name) != NULL)
    return FALSE;

  copy = g_strdup (name);
  g_tree_insert (self->indices, copy, GUINT_TO_POINTER (self->names->len));
  g_ptr_array_add (self->names, copy);

  return TRUE;
}

/**
 * nev_names_find:
 * @name: a name
 *
 * Finds a thing by its name.
 *
 * Returns: its index; -1 if there is none
 */
int
nev_names_find (NevNames   *self,
                const char *name)
{
  gpointer index;

  if (self->last < self->names->len && strcmp (g_ptr_array_index (self->names, self->last), name) == 0)
    return (int) self->last;

  if (!g_tree_lookup_extended (self->indices, name, NULL, &index))
    return -1;

  self->last = GPOINTER_TO_UINT (index);

  return (int) self->last;
}

/**
 * nev_names_suggest:
 * @wanted: a name that isn't there
 *
 * Says what there is instead; see nev_label_suggest().
 *
 * Returns: (transfer full): the second half of a sentence
 */
char *
nev_names_suggest (NevNames   *self,
                   const char *wanted)
{
  return nev_label_suggest (wanted, (const char *const *) self->names->pdata, self->names->len);
}
