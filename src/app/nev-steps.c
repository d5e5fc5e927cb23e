/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-steps.h"

struct _NevSteps
{
  gpointer   present;
  GPtrArray *past; /* the newest is the last */
  GPtrArray *future;

  GDestroyNotify free_func;
};

/**
 * nev_steps_new:
 * @present: (transfer full): how it is now
 * @free_func: frees one of them
 *
 * Returns: (transfer full): steps without a past
 */
NevSteps *
nev_steps_new (gpointer       present,
               GDestroyNotify free_func)
{
  NevSteps *self = g_new0 (NevSteps, 1);

  self->present = present;
  self->past = g_ptr_array_new_with_free_func (free_func);
  self->future = g_ptr_array_new_with_free_func (free_func);
  self->free_func = free_func;

  return self;
}

void
nev_steps_free (NevSteps *self)
{
  self->free_func (self->present);
  g_ptr_array_unref (self->past);
  g_ptr_array_unref (self->future);
  g_free (self);
}

gpointer
nev_steps_get_present (const NevSteps *self)
{
  return self->present;
}

guint
nev_steps_get_n_past (const NevSteps *self)
{
  return self->past->len;
}

/**
 * nev_steps_get_past:
 * @self: steps
 * @i: which step; 0 is the oldest
 *
 * Returns: (transfer none): how it was then
 */
gpointer
nev_steps_get_past (const NevSteps *self,
                    guint           i)
{
  g_return_val_if_fail (i < self->past->len, NULL);

  return g_ptr_array_index (self->past, i);
}

guint
nev_steps_get_n_future (const NevSteps *self)
{
  return self->future->len;
}

/**
 * nev_steps_add:
 * @self: steps
 * @present: (transfer full): how it is now
 *
 * Makes a step. What was to come is given up, and the oldest of very many.
 */
void
nev_steps_add (NevSteps *self,
               gpointer  present)
{
  g_ptr_array_add (self->past, self->present);
  if (self->past->len > NEV_STEPS_MAX)
    g_ptr_array_remove_index (self->past, 0);

  self->present = present;
  g_ptr_array_set_size (self->future, 0);
}

/**
 * nev_steps_replace:
 * @self: steps
 * @present: (transfer full): how it is now
 *
 * Goes on with the last step. What was to come is given up.
 */
void
nev_steps_replace (NevSteps *self,
                   gpointer  present)
{
  self->free_func (self->present);
  self->present = present;
  g_ptr_array_set_size (self->future, 0);
}

/* From the end of one list to the end of the other, by way of the present */
static gpointer
move (NevSteps  *self,
      GPtrArray *from,
      GPtrArray *to)
{
  if (from->len == 0)
    return NULL;

  g_ptr_array_add (to, self->present);
  self->present = g_ptr_array_steal_index (from, from->len - 1);

  return self->present;
}

/**
 * nev_steps_back:
 * @self: steps
 *
 * Returns: (transfer none) (nullable): how it is after a step back; %NULL if there is none
 */
gpointer
nev_steps_back (NevSteps *self)
{
  return move (self, self->past, self->future);
}

gpointer
nev_steps_forward (NevSteps *self)
{
  return move (self, self->future, self->past);
}
