/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-spec.h"

G_BEGIN_DECLS

#define NEV_TYPE_HISTORY (nev_history_get_type ())

/* What was wanted of a chart before, so that a change can be taken back; as many steps as NevSteps keeps. */
G_DECLARE_FINAL_TYPE (NevHistory, nev_history, NEV, HISTORY, GObject)

NevHistory *nev_history_new      (NevSpec    *spec);

gboolean    nev_history_can_undo (NevHistory *self);
gboolean    nev_history_can_redo (NevHistory *self);
void        nev_history_undo     (NevHistory *self);
void        nev_history_redo     (NevHistory *self);
void        nev_history_end_step (NevHistory *self);
GPtrArray  *nev_history_get_past (NevHistory *self);
void        nev_history_set_past (NevHistory *self,
                                  GPtrArray  *past);
void        nev_history_hold     (NevHistory *self);
void        nev_history_release  (NevHistory *self);

G_END_DECLS
