/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-chart-menu.h"

#include "nev-chart-labels.h"

/* The context menu of a chart: by the secondary button or a long press about the mark that is there, by the Menu key
 * or Shift+F10 about the one that is selected.
 */

#define RESOURCE "/io/github/nevcharts/NevCharts/nev-chart-menu.ui"

static void
pop_up (NevChartView *view,
        double        x,
        double        y)
{
  GtkPopover *popover = g_object_get_data (G_OBJECT (view), "menu");

  gtk_popover_set_pointing_to (popover, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (popover);
}

static void
pop_up_at (NevChartView *view,
           double        x,
           double        y)
{
  NevChartState  *state = nev_chart_view_get_state (view);
  const NevScene *scene = nev_chart_view_get_scene (view);
  const NevHit   *hit = scene != NULL ? nev_scene_pick (scene, x, y) : NULL;

  gtk_widget_grab_focus (GTK_WIDGET (view));

  /* The menu is about a series by its name, or about a number. */
  if (!nev_chart_labels_point (view, x, y) && state != NULL && hit != NULL)
    nev_chart_state_select (state, hit->datum);

  pop_up (view, x, y);
}

static void
pressed_cb (NevChartView *view,
            int           n_press,
            double        x,
            double        y,
            GtkGesture   *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up_at (view, x, y);
}

static void
long_pressed_cb (NevChartView *view,
                 double        x,
                 double        y,
                 GtkGesture   *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up_at (view, x, y);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  NevChartView   *view = NEV_CHART_VIEW (widget);
  NevChartState  *state = nev_chart_view_get_state (view);
  const NevScene *scene = nev_chart_view_get_scene (view);
  const NevHit   *hit = NULL;

  nev_chart_labels_point (view, -1, -1);
  if (state != NULL && scene != NULL)
    hit = nev_scene_find_hit (scene, nev_chart_state_get_selection (state));

  if (hit != NULL)
    pop_up (view, hit->anchor_x, hit->anchor_y);
  else
    pop_up (view, gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget) / 2);

  return TRUE;
}

static void
destroy_cb (GtkWidget *widget,
            GtkWidget *popover)
{
  gtk_widget_unparent (popover);
}

/**
 * nev_chart_menu_attach:
 * @view: a chart view
 *
 * Gives a chart its context menu.
 */
void
nev_chart_menu_attach (NevChartView *view)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE);
  GtkWidget          *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, GTK_WIDGET (view));
  g_object_set_data (G_OBJECT (view), "menu", popover);
  g_signal_connect (view, "destroy", G_CALLBACK (destroy_cb), popover);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), view, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), view, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (press));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0), gtk_callback_action_new (key_cb, NULL, NULL)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK), gtk_callback_action_new (key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
}
