/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-trail.h"

#include "nev-window-check.h"

/* The buttons of a mouse that browsers have given their meaning */
#define MOUSE_BACK 8
#define MOUSE_FORWARD 9

static NevChartState *
get_state (NevWindow *self,
           guint      page)
{
  return page > 0 ? g_ptr_array_index (self->states, page - 1) : NULL;
}

/* As in the sidebar: behind the charts there are the contradictions. */
static guint
get_page (NevWindow *self)
{
  return self->shows_contradictions ? nev_window_get_n_pages (self) : self->page;
}

/**
 * nev_window_visit:
 * @self: a window
 *
 * Keeps the view that is shown now, so that one can come back to it.
 */
void
nev_window_visit (NevWindow *self)
{
  /* Between two views, page and chart don't belong together. */
  if (self->dataset != NULL && !self->is_on_the_way)
    nev_trail_visit (self->trail, get_page (self), nev_window_get_spec (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", nev_trail_can_go (self->trail, NEV_TRAIL_BACK));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward", nev_trail_can_go (self->trail, NEV_TRAIL_FORWARD));
}

static void
go (NevWindow        *self,
    NevTrailDirection direction)
{
  NevSpec *view;
  guint    page;

  /* What the wheel has just done is a view too. */
  nev_window_visit (self);

  if (!nev_trail_go (self->trail, direction, &page, &view))
    return;

  self->is_on_the_way = TRUE;

  if (view != NULL)
    {
      NevChartState *state = get_state (self, page);

      nev_history_end_step (nev_chart_state_get_history (state));
      nev_trail_apply (view, nev_chart_state_get_spec (state));
      nev_history_end_step (nev_chart_state_get_history (state));
    }

  if (page == nev_window_get_n_pages (self))
    nev_window_show_contradictions (self);
  else
    nev_window_set_page (self, page);

  self->is_on_the_way = FALSE;
  nev_window_visit (self);
}

static void
go_cb (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  go (NEV_WINDOW (widget), g_str_equal (action_name, "win.back") ? NEV_TRAIL_BACK : NEV_TRAIL_FORWARD);
}

static void
pressed_cb (NevWindow  *self,
            int         n_press,
            double      x,
            double      y,
            GtkGesture *click)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));

  if (button != MOUSE_BACK && button != MOUSE_FORWARD)
    {
      gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  go (self, button == MOUSE_BACK ? NEV_TRAIL_BACK : NEV_TRAIL_FORWARD);
}

/**
 * nev_window_trail_install:
 * @widget_class: the class of the window
 *
 * Adds the actions that go back and forward.
 */
void
nev_window_trail_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, go_cb);
}

/**
 * nev_window_trail_init:
 * @self: a new window
 *
 * Begins a trail, and lets the mouse follow it.
 */
void
nev_window_trail_init (NevWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->trail = nev_trail_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
