/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many steps are kept. */
#define NEV_STEPS_MAX 200

/* Something that is one way now, was others before, and may become again what it was: what can be undone, and the views
 * that one can go back to.
 */
typedef struct _NevSteps NevSteps;

NevSteps *nev_steps_new         (gpointer        present,
                                 GDestroyNotify  free_func);
void      nev_steps_free        (NevSteps       *self);

gpointer  nev_steps_get_present (const NevSteps *self);
guint     nev_steps_get_n_past  (const NevSteps *self);
gpointer  nev_steps_get_past    (const NevSteps *self,
                                 guint           i);
guint     nev_steps_get_n_future (const NevSteps *self);

void      nev_steps_add         (NevSteps       *self,
                                 gpointer        present);
void      nev_steps_replace     (NevSteps       *self,
                                 gpointer        present);
gpointer  nev_steps_back        (NevSteps       *self);
gpointer  nev_steps_forward     (NevSteps       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevSteps, nev_steps_free)

G_END_DECLS
