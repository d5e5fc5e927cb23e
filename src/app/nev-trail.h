/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-spec.h"

G_BEGIN_DECLS

/* The views that a window has shown, one after another, as a browser keeps them: a page, and what was wanted of its chart. */
typedef struct _NevTrail NevTrail;

typedef enum
{
  NEV_TRAIL_BACK,
  NEV_TRAIL_FORWARD,
} NevTrailDirection;

NevTrail *nev_trail_new    (void);
void      nev_trail_free   (NevTrail          *self);

void      nev_trail_visit  (NevTrail          *self,
                            guint              page,
                            NevSpec           *spec);
guint     nev_trail_get_n_past (const NevTrail *self);
NevSpec  *nev_trail_get_past   (const NevTrail *self,
                                guint           i,
                                guint          *page);
gboolean  nev_trail_can_go (const NevTrail    *self,
                            NevTrailDirection  direction);
gboolean  nev_trail_go     (NevTrail          *self,
                            NevTrailDirection  direction,
                            guint             *page,
                            NevSpec          **spec);

/* A view is applied without touching what a person wrote. */
void      nev_trail_apply  (NevSpec           *view,
                            NevSpec           *spec);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevTrail, nev_trail_free)

G_END_DECLS
