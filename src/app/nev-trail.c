/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-trail.h"

#include "nev-steps.h"

/* Going back never takes away what a person wrote: titles and notes are no part of a view. Undo (nev-history.c) is for
 * them, and for each chart alone.
 */

typedef struct
{
  guint    page;
  NevSpec *spec; /* without words; NULL where the page has no chart */
} View;

struct _NevTrail
{
  NevSteps *steps; /* (element-type View); NULL before the first */
};

static void
view_free (gpointer data)
{
  View *self = data;

  g_clear_object (&self->spec);
  g_free (self);
}

static View *
view_new (guint    page,
          NevSpec *spec)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  View *self = g_new0 (View, 1);

  self->page = page;

  if (spec != NULL)
    {
      self->spec = nev_spec_copy (spec);
      nev_spec_set_title (self->spec, NULL);
      nev_spec_set_subtitle (self->spec, NULL);
      nev_spec_set_footnote (self->spec, NULL);
      nev_spec_set_annotations (self->spec, none);
    }

  return self;
}

static gboolean
view_equal (const View *a,
            const View *b)
{
  if (a->page != b->page || (a->spec == NULL) != (b->spec == NULL))
    return FALSE;

  return a->spec == NULL || nev_spec_equal (a->spec, b->spec);
}

NevTrail *
nev_trail_new (void)
{
  return g_new0 (NevTrail, 1);
}

void
nev_trail_free (NevTrail *self)
{
  g_clear_pointer (&self->steps, nev_steps_free);
  g_free (self);
}

/**
 * nev_trail_visit:
 * @self: a trail
 * @page: the page that is shown
 * @spec: (nullable): what is wanted of its chart
 *
 * Adds what is shown now, unless it is where the trail is already. What lay forwards is given up.
 */
void
nev_trail_visit (NevTrail *self,
                 guint     page,
                 NevSpec  *spec)
{
  View *view = view_new (page, spec);

  if (self->steps == NULL)
    self->steps = nev_steps_new (view, view_free);
  else if (view_equal (view, nev_steps_get_present (self->steps)))
    view_free (view);
  else
    nev_steps_add (self->steps, view);
}

guint
nev_trail_get_n_past (const NevTrail *self)
{
  return self->steps != NULL ? nev_steps_get_n_past (self->steps) : 0;
}

/**
 * nev_trail_get_past:
 * @self: a trail
 * @i: which view; 0 is the oldest
 * @page: (out): its page
 *
 * Returns: (transfer none) (nullable): what was wanted of its chart
 */
NevSpec *
nev_trail_get_past (const NevTrail *self,
                    guint           i,
                    guint          *page)
{
  View *view = nev_steps_get_past (self->steps, i);

  *page = view->page;

  return view->spec;
}

gboolean
nev_trail_can_go (const NevTrail   *self,
                  NevTrailDirection direction)
{
  if (self->steps == NULL)
    return FALSE;

  return (direction == NEV_TRAIL_BACK ? nev_steps_get_n_past (self->steps) : nev_steps_get_n_future (self->steps)) > 0;
}

/**
 * nev_trail_go:
 * @self: a trail
 * @direction: back or forward
 * @page: (out): the page of the view
 * @spec: (out) (nullable) (transfer none): what was wanted of its chart, for nev_trail_apply(); valid until the next call
 *
 * Goes to the view before or after.
 *
 * Returns: whether there is one
 */
gboolean
nev_trail_go (NevTrail         *self,
              NevTrailDirection direction,
              guint            *page,
              NevSpec         **spec)
{
  View *view;

  if (!nev_trail_can_go (self, direction))
    return FALSE;

  view = direction == NEV_TRAIL_BACK ? nev_steps_back (self->steps) : nev_steps_forward (self->steps);
  *page = view->page;
  *spec = view->spec;

  return TRUE;
}

/**
 * nev_trail_apply:
 * @view: what was wanted of a chart
 * @spec: what is wanted of it; keeps its words and notes
 *
 * Shows a chart as it was.
 */
void
nev_trail_apply (NevSpec *view,
                 NevSpec *spec)
{
  g_autoptr(NevSpec) wanted = nev_spec_copy (view);

  nev_spec_set_title (wanted, nev_spec_get_title (spec));
  nev_spec_set_subtitle (wanted, nev_spec_get_subtitle (spec));
  nev_spec_set_footnote (wanted, nev_spec_get_footnote (spec));
  nev_spec_set_annotations (wanted, nev_spec_get_annotations (spec));
  nev_spec_assign (spec, wanted);
}
