/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-range-mover.h"

/* After so many milliseconds without a further turn of the wheel or key it is another step. */
#define PAUSE 500

struct _NevRangeMover
{
  GtkWidget *widget; /* owns this; its frames are counted */

  /* Owned; the chart that is being moved, NULL in between */
  NevChartState *state;

  NevViewport wanted;
  guint       tick; /* while it isn't applied */
  guint       timeout;
};

/**
 * nev_range_mover_new:
 * @widget: the widget that moves with the range; it outlives the mover
 *
 * Returns: (transfer full): a mover at rest
 */
NevRangeMover *
nev_range_mover_new (GtkWidget *widget)
{
  NevRangeMover *self = g_new0 (NevRangeMover, 1);

  self->widget = widget;

  return self;
}

void
nev_range_mover_free (NevRangeMover *self)
{
  nev_range_mover_end (self, NEV_MOVE_IS_OVER);
  g_free (self);
}

static void
apply (NevRangeMover *self)
{
  self->tick = 0;
  nev_viewport_apply (self->wanted, nev_chart_state_get_spec (self->state));
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  apply (user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
timeout_cb (gpointer user_data)
{
  NevRangeMover *self = user_data;

  self->timeout = 0;
  nev_range_mover_end (self, NEV_MOVE_IS_OVER);

  return G_SOURCE_REMOVE;
}

/**
 * nev_range_mover_get:
 * @self: a mover
 * @state: a chart
 *
 * Returns: where the chart is or is about to be; with the parts of a period that the last movements left over,
 *   unless something else has changed the range meanwhile
 */
NevViewport
nev_range_mover_get (NevRangeMover *self,
                     NevChartState *state)
{
  NevViewport shown = nev_viewport_from_spec (nev_chart_state_get_spec (state));

  if (self->state != state)
    return shown;

  return self->tick != 0 || nev_viewport_equal (nev_viewport_round (self->wanted), shown) ? self->wanted : shown;
}

/**
 * nev_range_mover_set:
 * @self: a mover
 * @state: a chart
 * @viewport: what it is to show
 *
 * Shows another part of the periods with the next frame. nev_range_mover_end() has to follow sometime.
 */
void
nev_range_mover_set (NevRangeMover *self,
                     NevChartState *state,
                     NevViewport    viewport)
{
  if (self->state != state)
    {
      nev_range_mover_end (self, NEV_MOVE_IS_OVER);
      self->state = g_object_ref (state);
      nev_history_hold (nev_chart_state_get_history (state));
    }

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->wanted = viewport;

  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

/**
 * nev_range_mover_end:
 * @self: a mover
 * @end: whether this was all
 *
 * Ends a movement, so that what follows is another step.
 */
void
nev_range_mover_end (NevRangeMover *self,
                     NevMoveEnd     end)
{
  g_autoptr(NevChartState) state = NULL;

  g_clear_handle_id (&self->timeout, g_source_remove);

  if (self->state == NULL)
    return;

  if (end == NEV_MOVE_MAY_GO_ON)
    {
      self->timeout = g_timeout_add (PAUSE, timeout_cb, self);
      return;
    }

  if (self->tick != 0)
    {
      gtk_widget_remove_tick_callback (self->widget, self->tick);
      apply (self);
    }

  state = g_steal_pointer (&self->state);
  nev_history_release (nev_chart_state_get_history (state));
}
