/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-history.h"

#include "nev-steps.h"

/* A step is what one action did, however many properties that changed: it ends before the next event is
 * handled. Typing into one text is a single step too, until something else changes, and so is a drag from its beginning to
 * its end.
 */

struct _NevHistory
{
  GObject parent_instance;

  /* Owned */
  NevSpec  *spec;
  NevSteps *steps; /* (element-type NevSpec): copies of the spec as it was when a step ended */

  guint  source;
  guint  n_holds;
  gulong notify;

  /* Static; the only property that has changed in this step and in the last one, if it's a text */
  const char *changed;
  const char *last_text;
  gboolean    is_text;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (NevHistory, nev_history, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
finish_step (NevHistory *self)
{
  const char *text = self->is_text ? self->changed : NULL;
  gboolean    is_same_text = text != NULL && text == self->last_text;

  g_clear_handle_id (&self->source, g_source_remove);
  self->changed = NULL;

  if (nev_spec_equal (self->spec, nev_steps_get_present (self->steps)))
    return;

  if (is_same_text)
    nev_steps_replace (self->steps, nev_spec_copy (self->spec));
  else
    nev_steps_add (self->steps, nev_spec_copy (self->spec));

  self->last_text = text;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
source_cb (gpointer user_data)
{
  NevHistory *self = user_data;

  self->source = 0;
  finish_step (self);

  return G_SOURCE_REMOVE;
}

static void
notify_cb (NevHistory *self,
           GParamSpec *pspec)
{
  const char *name = g_intern_string (pspec->name);

  self->is_text = pspec->value_type == G_TYPE_STRING && (self->changed == NULL || (self->is_text && self->changed == name));
  self->changed = name;

  if (self->source == 0 && self->n_holds == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH, source_cb, self, NULL);
}

static void
show (NevHistory *self,
      NevSpec    *spec)
{
  self->last_text = NULL;

  g_signal_handler_block (self->spec, self->notify);
  nev_spec_assign (self->spec, spec);
  g_signal_handler_unblock (self->spec, self->notify);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
nev_history_dispose (GObject *object)
{
  NevHistory *self = NEV_HISTORY (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_signal_handler (&self->notify, self->spec);
  g_clear_object (&self->spec);
  g_clear_pointer (&self->steps, nev_steps_free);

  G_OBJECT_CLASS (nev_history_parent_class)->dispose (object);
}

static void
nev_history_class_init (NevHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nev_history_dispose;

  /* What can be undone or redone is something else. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", NEV_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nev_history_init (NevHistory *self)
{
}

/**
 * nev_history_new:
 * @spec: what is wanted of a chart; its changes are followed from now on
 *
 * Returns: (transfer full): a history without a step
 */
NevHistory *
nev_history_new (NevSpec *spec)
{
  NevHistory *self;

  g_return_val_if_fail (NEV_IS_SPEC (spec), NULL);

  self = g_object_new (NEV_TYPE_HISTORY, NULL);
  self->spec = g_object_ref (spec);
  self->steps = nev_steps_new (nev_spec_copy (spec), g_object_unref);
  self->notify = g_signal_connect_swapped (spec, "notify", G_CALLBACK (notify_cb), self);

  return self;
}

gboolean
nev_history_can_undo (NevHistory *self)
{
  g_return_val_if_fail (NEV_IS_HISTORY (self), FALSE);

  return nev_steps_get_n_past (self->steps) > 0 ||
         ((self->source != 0 || self->n_holds > 0) && !nev_spec_equal (self->spec, nev_steps_get_present (self->steps)));
}

gboolean
nev_history_can_redo (NevHistory *self)
{
  g_return_val_if_fail (NEV_IS_HISTORY (self), FALSE);

  return nev_steps_get_n_future (self->steps) > 0;
}

/**
 * nev_history_undo:
 * @self: a history
 *
 * Takes the last step back, if there is one.
 */
void
nev_history_undo (NevHistory *self)
{
  g_return_if_fail (NEV_IS_HISTORY (self));

  finish_step (self);

  if (nev_steps_get_n_past (self->steps) > 0)
    show (self, nev_steps_back (self->steps));
}

/**
 * nev_history_redo:
 * @self: a history
 *
 * Does again what was undone last, unless something else was done since.
 */
void
nev_history_redo (NevHistory *self)
{
  g_return_if_fail (NEV_IS_HISTORY (self));

  finish_step (self);

  if (nev_steps_get_n_future (self->steps) > 0)
    show (self, nev_steps_forward (self->steps));
}

/**
 * nev_history_end_step:
 * @self: a history
 *
 * Ends the step that is under way, a run of typing among them: what changes from now on is another one.
 */
void
nev_history_end_step (NevHistory *self)
{
  g_return_if_fail (NEV_IS_HISTORY (self));

  finish_step (self);
  self->last_text = NULL;
}

/**
 * nev_history_get_past:
 * @self: a history
 *
 * Ends the step that is under way, too.
 *
 * Returns: (transfer full) (element-type NevSpec): what was wanted before, the oldest first
 */
GPtrArray *
nev_history_get_past (NevHistory *self)
{
  GPtrArray *past = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (NEV_IS_HISTORY (self), past);

  nev_history_end_step (self);

  for (guint i = 0; i < nev_steps_get_n_past (self->steps); i++)
    g_ptr_array_add (past, g_object_ref (nev_steps_get_past (self->steps, i)));

  return past;
}

/**
 * nev_history_set_past:
 * @self: a history
 * @past: (element-type NevSpec): what was wanted before, the oldest first
 *
 * Begins anew with a past; what is wanted now is the last step. For a new version of the dataset, of which the steps that were
 * made before know nothing.
 */
void
nev_history_set_past (NevHistory *self,
                      GPtrArray  *past)
{
  g_return_if_fail (NEV_IS_HISTORY (self));

  nev_history_end_step (self);
  g_clear_pointer (&self->steps, nev_steps_free);
  self->steps = nev_steps_new (nev_spec_copy (past->len > 0 ? g_ptr_array_index (past, 0) : self->spec), g_object_unref);

  for (guint i = 1; i <= past->len; i++)
    {
      NevSpec *step = i < past->len ? g_ptr_array_index (past, i) : self->spec;

      if (!nev_spec_equal (step, nev_steps_get_present (self->steps)))
        nev_steps_add (self->steps, nev_spec_copy (step));
    }

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * nev_history_hold:
 * @self: a history
 *
 * Makes one step of all that changes until nev_history_release() is called.
 */
void
nev_history_hold (NevHistory *self)
{
  g_return_if_fail (NEV_IS_HISTORY (self));

  if (self->n_holds++ == 0)
    nev_history_end_step (self);
}

void
nev_history_release (NevHistory *self)
{
  g_return_if_fail (NEV_IS_HISTORY (self));
  g_return_if_fail (self->n_holds > 0);

  if (--self->n_holds == 0)
    nev_history_end_step (self);
}
