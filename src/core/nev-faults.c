/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-faults.h"

/**
 * nev_faults_init:
 * @max: how many are wanted, at least 1
 *
 * Begins a list of mistakes.
 */
void
nev_faults_init (NevFaults *self,
                 guint      max)
{
  self->errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  self->max = max;
}

void
nev_faults_clear (NevFaults *self)
{
  g_clear_pointer (&self->errors, g_ptr_array_unref);
}

/**
 * nev_faults_take:
 * @error: (transfer full): a mistake
 *
 * Adds a mistake. What comes after the last one that is wanted is dropped.
 *
 * Returns: whether the next one is wanted too
 */
gboolean
nev_faults_take (NevFaults *self,
                 GError    *error)
{
  if (nev_faults_is_full (self))
    g_error_free (error);
  else
    g_ptr_array_add (self->errors, error);

  return !nev_faults_is_full (self);
}

/**
 * nev_faults_is_full:
 *
 * Tells whether enough has been found.
 *
 * Returns: whether no more is wanted
 */
gboolean
nev_faults_is_full (const NevFaults *self)
{
  return self->errors->len >= self->max;
}
