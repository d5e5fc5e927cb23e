/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-chart-zoom.h"

#include <math.h>

#include "nev-range-mover.h"

/* The plots and the axis below them are what moves: a drag that begins there pans, and one that begins at the title or
 * beside the plots takes the chart along (nev-chart-drag.c). The wheel zooms about the pointer, as on a map, for nothing
 * here scrolls; sideways or with Shift it pans. Two fingers do both.
 */

/* A turn of the wheel shows so many times more. From whole periods it always leads to other ones. */
#define STEP 1.3

/* So many pixels on a touchpad are one turn of the wheel. */
#define PIXELS_PER_STEP 40.0

/* By one turn of the wheel, of what is shown. */
#define PAN_SHARE 0.1

/* Below the lowest plot its axis is, in font sizes. */
#define AXIS_HEIGHT 3.0

/* How fast a touchpad's swing dies away, a second; and the pixels a second at which it is over. */
#define FRICTION 4.0
#define SLOW 20.0

struct _NevChartZoom
{
  GObject parent_instance;

  /* Borrowed; owns the controllers, which let go of this */
  NevChartView *view;

  /* Owned */
  NevRangeMover *mover;
  GtkGesture    *drag;

  /* As it was when the gesture began, and where */
  NevPlot     plot;
  NevViewport base;
  double      focus;
  double      center;
  double      pointer_x;
  gboolean    is_panning, is_pinching;
  gboolean    is_in_plot; /* the first of two clicks */

  /* Of the swing after a touchpad's scroll, in pixels a second */
  guint  swing;
  gint64 swing_time;
  double speed;
};

G_DEFINE_FINAL_TYPE (NevChartZoom, nev_chart_zoom, G_TYPE_OBJECT)

static NevChartState *
get_state (NevChartZoom *self)
{
  return self->view != NULL ? nev_chart_view_get_state (self->view) : NULL;
}

/* Where runs of days lie over each other, a place on the axis is none in time, and nothing moves. */
static gboolean
is_timeline (NevChartState *state)
{
  return state != NULL && nev_spec_get_arrangement (nev_chart_state_get_spec (state)) == NEV_ARRANGEMENT_TIMELINE;
}

/* Not amid a gesture: labels that come to be wider must not shake it. */
static gboolean
find_plot (NevChartZoom *self)
{
  const NevScene *scene = nev_chart_view_get_scene (self->view);

  if (scene != NULL && scene->n_plots > 0)
    self->plot = scene->plots[0];

  return self->plot.width > 0 && is_timeline (get_state (self));
}

/* The place in time at @x, in periods since the first one. */
static double
get_focus (NevChartZoom *self,
           NevViewport   viewport,
           double        x)
{
  return viewport.start + CLAMP ((x - self->plot.x) / self->plot.width, 0, 1) * nev_viewport_get_length (viewport);
}

static double
get_periods (NevChartZoom *self,
             NevViewport   viewport,
             double        pixels)
{
  return pixels / self->plot.width * nev_viewport_get_length (viewport);
}

static void
pan (NevChartZoom *self,
     double        n_periods)
{
  NevChartState *state = get_state (self);

  nev_range_mover_set (self->mover, state, nev_viewport_pan (nev_range_mover_get (self->mover, state), n_periods));
}

/* The swing */

static void
stop_swing (NevChartZoom *self)
{
  if (self->swing == 0)
    return;

  gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->swing);
  self->swing = 0;
  nev_range_mover_end (self->mover, NEV_MOVE_IS_OVER);
}

static gboolean
swing_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  NevChartZoom *self = user_data;
  gint64        now = gdk_frame_clock_get_frame_time (clock);
  double        seconds = (double) (now - self->swing_time) / G_USEC_PER_SEC;

  self->swing_time = now;

  if (fabs (self->speed) < SLOW || get_state (self) == NULL)
    {
      self->swing = 0;
      nev_range_mover_end (self->mover, NEV_MOVE_IS_OVER);
      return G_SOURCE_REMOVE;
    }

  pan (self, get_periods (self, nev_range_mover_get (self->mover, get_state (self)), self->speed * seconds));
  self->speed *= exp (-FRICTION * seconds);

  return G_SOURCE_CONTINUE;
}

/* The velocities are in units of the scroll a second. */
static void
decelerate_cb (NevChartZoom             *self,
               double                    velocity_x,
               double                    velocity_y,
               GtkEventControllerScroll *scroll)
{
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;

  /* Zooming stops with the fingers. */
  if (!find_plot (self) || fabs (velocity_x) <= fabs (velocity_y) || self->swing != 0)
    return;

  self->speed = is_wheel ? velocity_x * PIXELS_PER_STEP : velocity_x;
  self->swing_time = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self->view)));
  self->swing = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), swing_cb, self, NULL);
}

/* Wheel and touchpad */

static void
motion_cb (NevChartZoom *self,
           double        x)
{
  self->pointer_x = x;
}

static gboolean
scroll_cb (NevChartZoom             *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *scroll)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  gboolean        is_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  NevChartState  *state = get_state (self);
  NevViewport     viewport;

  if (!find_plot (self))
    return FALSE;

  stop_swing (self);

  if ((modifiers & GDK_SHIFT_MASK) && dx == 0)
    {
      dx = dy;
      dy = 0;
    }

  viewport = nev_range_mover_get (self->mover, state);

  /* Fingers never move quite straight: what they do more of is what is meant. */
  if (fabs (dx) > fabs (dy) && !(modifiers & GDK_CONTROL_MASK))
    {
      double length = nev_viewport_get_length (viewport);

      pan (self, is_wheel ? dx * MAX (round (length * PAN_SHARE), 1) : get_periods (self, viewport, dx));
    }
  else if (dy != 0)
    {
      double steps = is_wheel ? dy : dy / PIXELS_PER_STEP;

      /* One that clicks moves with each click. */
      if (fabs (steps) >= 1)
        viewport = nev_viewport_round (viewport);

      nev_range_mover_set (self->mover, state,
                           nev_viewport_zoom (viewport, pow (STEP, steps), get_focus (self, viewport, self->pointer_x)));
    }

  nev_range_mover_end (self->mover, NEV_MOVE_MAY_GO_ON);

  return TRUE;
}

/* Dragging */

static void
drag_begin_cb (NevChartZoom *self,
               double        x,
               double        y,
               GtkGesture   *drag)
{
  self->is_panning = FALSE;

  if (!find_plot (self) || !nev_chart_zoom_is_at (self->view, x, y))
    gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (NevChartZoom *self,
                double        x,
                double        y,
                GtkGesture   *drag)
{
  NevChartState *state = get_state (self);

  if (state == NULL || self->is_pinching)
    return;

  if (!self->is_panning)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self->view), 0, 0, (int) x, (int) y))
        return;

      stop_swing (self);
      gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), "grabbing");
      self->is_panning = TRUE;
      self->base = nev_viewport_round (nev_range_mover_get (self->mover, state));
    }

  nev_range_mover_set (self->mover, state,
                       nev_viewport_pan (self->base, round (-get_periods (self, self->base, x))));
}

/* Also when it is cancelled */
static void
drag_end_cb (NevChartZoom *self)
{
  if (!self->is_panning)
    return;

  self->is_panning = FALSE;
  gtk_widget_set_cursor (GTK_WIDGET (self->view), NULL);
  nev_range_mover_end (self->mover, NEV_MOVE_IS_OVER);
}

/* Two fingers: what was between them stays there. */

static void
pinch_begin_cb (NevChartZoom *self,
                gpointer      sequence,
                GtkGesture   *pinch)
{
  double y;

  if (!find_plot (self) || !gtk_gesture_get_bounding_box_center (pinch, &self->center, &y))
    return;

  stop_swing (self);
  self->is_pinching = TRUE;
  self->base = nev_range_mover_get (self->mover, get_state (self));
  self->focus = get_focus (self, self->base, self->center);
  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
scale_changed_cb (NevChartZoom *self,
                  double        scale,
                  GtkGesture   *pinch)
{
  NevViewport viewport;
  double      x, y;

  if (get_state (self) == NULL || !self->is_pinching || scale <= 0 || !gtk_gesture_get_bounding_box_center (pinch, &x, &y))
    return;

  viewport = nev_viewport_zoom (self->base, 1 / scale, self->focus);
  viewport = nev_viewport_pan (viewport, -get_periods (self, viewport, x - self->center));
  nev_range_mover_set (self->mover, get_state (self), viewport);
}

static void
pinch_end_cb (NevChartZoom *self)
{
  self->is_pinching = FALSE;

  /* The finger that stays goes on from here. */
  if (self->is_panning)
    gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);

  nev_range_mover_end (self->mover, NEV_MOVE_IS_OVER);
}

static void
pressed_cb (NevChartZoom *self,
            int           n_press,
            double        x,
            double        y)
{
  stop_swing (self);

  if (n_press == 1)
    self->is_in_plot = nev_chart_zoom_is_at (self->view, x, y);

  if (n_press == 2 && get_state (self) != NULL && self->is_in_plot)
    {
      /* The first click has chosen a number, and its details may have moved the plot away. */
      nev_chart_state_select (get_state (self), NEV_DATUM_NONE);
      nev_chart_zoom_reset (self);
    }
}

static void
view_destroyed_cb (NevChartZoom *self)
{
  if (self->swing != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->swing);

  self->swing = 0;
  g_clear_pointer (&self->mover, nev_range_mover_free);
  self->view = NULL;
}

static void
nev_chart_zoom_dispose (GObject *object)
{
  NevChartZoom *self = NEV_CHART_ZOOM (object);

  if (self->view != NULL)
    view_destroyed_cb (self);

  G_OBJECT_CLASS (nev_chart_zoom_parent_class)->dispose (object);
}

static void
nev_chart_zoom_class_init (NevChartZoomClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nev_chart_zoom_dispose;
}

static void
nev_chart_zoom_init (NevChartZoom *self)
{
}

static void
add_controller (NevChartZoom       *self,
                GtkEventController *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

static void
connect (NevChartZoom *self,
         gpointer      controller,
         const char   *signal,
         GCallback     callback)
{
  g_signal_connect_object (controller, signal, callback, self, G_CONNECT_SWAPPED);
}

/**
 * nev_chart_zoom_new:
 * @view: a chart view
 *
 * Lets a person zoom and pan in a chart view for as long as the object is there.
 *
 * Returns: (transfer full): what does it
 */
NevChartZoom *
nev_chart_zoom_new (NevChartView *view)
{
  NevChartZoom       *self = g_object_new (NEV_TYPE_CHART_ZOOM, NULL);
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *pinch = gtk_gesture_zoom_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  self->view = view;
  self->mover = nev_range_mover_new (GTK_WIDGET (view));
  self->drag = gtk_gesture_drag_new ();
  connect (self, view, "destroy", G_CALLBACK (view_destroyed_cb));

  connect (self, motion, "enter", G_CALLBACK (motion_cb));
  connect (self, motion, "motion", G_CALLBACK (motion_cb));
  add_controller (self, motion);

  connect (self, scroll, "scroll", G_CALLBACK (scroll_cb));
  connect (self, scroll, "decelerate", G_CALLBACK (decelerate_cb));
  add_controller (self, scroll);

  connect (self, self->drag, "drag-begin", G_CALLBACK (drag_begin_cb));
  connect (self, self->drag, "drag-update", G_CALLBACK (drag_update_cb));
  connect (self, self->drag, "drag-end", G_CALLBACK (drag_end_cb));
  connect (self, self->drag, "cancel", G_CALLBACK (drag_end_cb));
  add_controller (self, GTK_EVENT_CONTROLLER (self->drag));

  connect (self, pinch, "begin", G_CALLBACK (pinch_begin_cb));
  connect (self, pinch, "scale-changed", G_CALLBACK (scale_changed_cb));
  connect (self, pinch, "end", G_CALLBACK (pinch_end_cb));
  connect (self, pinch, "cancel", G_CALLBACK (pinch_end_cb));
  add_controller (self, GTK_EVENT_CONTROLLER (pinch));

  /* The first finger is both's. */
  gtk_gesture_group (pinch, self->drag);

  connect (self, click, "pressed", G_CALLBACK (pressed_cb));
  add_controller (self, GTK_EVENT_CONTROLLER (click));

  return self;
}

/* The selected period if it is shown, or else the middle */
static double
get_key_focus (NevChartState *state,
               NevViewport    viewport)
{
  NevDatum selection = nev_chart_state_get_selection (state);
  guint    n_rows = nev_table_get_n_rows (nev_chart_state_get_table (state));
  double   share = nev_datum_is_none (selection) ? 0.5 : (selection.row + 0.5) / n_rows;

  return viewport.start + share * nev_viewport_get_length (viewport);
}

/**
 * nev_chart_zoom_step:
 * @self: a zoom
 * @n_steps: how far to zoom in; negative is out
 *
 * Zooms as a key does: about the selected number, or about the middle.
 */
void
nev_chart_zoom_step (NevChartZoom *self,
                     int           n_steps)
{
  NevChartState *state;
  NevViewport    viewport;

  g_return_if_fail (NEV_IS_CHART_ZOOM (self));

  state = get_state (self);
  if (state == NULL)
    return;

  stop_swing (self);
  viewport = nev_viewport_round (nev_range_mover_get (self->mover, state));
  nev_range_mover_set (self->mover, state, nev_viewport_zoom (viewport, pow (STEP, -n_steps), get_key_focus (state, viewport)));
  nev_range_mover_end (self->mover, NEV_MOVE_MAY_GO_ON);
}

/**
 * nev_chart_zoom_reset:
 * @self: a zoom
 *
 * Shows the days that the chart shows by default.
 */
void
nev_chart_zoom_reset (NevChartZoom *self)
{
  NevChartState *state;

  g_return_if_fail (NEV_IS_CHART_ZOOM (self));

  state = get_state (self);
  if (state == NULL)
    return;

  stop_swing (self);
  nev_range_mover_end (self->mover, NEV_MOVE_IS_OVER);
  nev_spec_set_range (nev_chart_state_get_spec (state),
                      nev_spec_get_chart (nev_chart_state_get_spec (state))->from,
                      nev_spec_get_chart (nev_chart_state_get_spec (state))->to);
}

/**
 * nev_chart_zoom_is_at:
 * @view: a chart view
 * @x: in pixels from the left
 * @y: in pixels from the top
 *
 * Returns: whether a drag from there moves through time
 */
gboolean
nev_chart_zoom_is_at (NevChartView *view,
                      double        x,
                      double        y)
{
  const NevScene *scene = nev_chart_view_get_scene (view);
  const NevPlot  *first, *last;

  if (scene == NULL || scene->n_plots == 0 || !is_timeline (nev_chart_view_get_state (view)))
    return FALSE;

  first = &scene->plots[0];
  last = &scene->plots[scene->n_plots - 1];

  return x >= first->x && x <= first->x + first->width &&
         y >= first->y && y <= last->y + last->height + AXIS_HEIGHT * scene->font_size;
}
