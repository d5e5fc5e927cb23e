/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-chart-state.h"
#include "nev-viewport.h"

G_BEGIN_DECLS

/* Moves the range of a chart while a person drags, scrolls or holds a key: at most once a frame, and as one step that
 * can be undone.
 */
typedef struct _NevRangeMover NevRangeMover;

typedef enum
{
  NEV_MOVE_IS_OVER,   /* a drag ends */
  NEV_MOVE_MAY_GO_ON, /* a turn of the wheel or a key, which others may follow at once */
} NevMoveEnd;

NevRangeMover *nev_range_mover_new  (GtkWidget     *widget);
void           nev_range_mover_free (NevRangeMover *self);

NevViewport    nev_range_mover_get  (NevRangeMover *self,
                                     NevChartState *state);
void           nev_range_mover_set  (NevRangeMover *self,
                                     NevChartState *state,
                                     NevViewport    viewport);
void           nev_range_mover_end  (NevRangeMover *self,
                                     NevMoveEnd     end);

G_END_DECLS
