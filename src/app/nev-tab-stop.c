/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-tab-stop.h"

/* GTK 4.8 makes each row of a list a stop for the Tab key, and a list that selects what has the focus
 * selects each on the way: nobody could get from the second chart's name to the second chart. Here arrow keys move
 * within a list, and Tab leads out of it.
 */

static gboolean
get_direction (guint             key,
               GdkModifierType   state,
               GtkDirectionType *direction)
{
  if (key != GDK_KEY_Tab && key != GDK_KEY_KP_Tab && key != GDK_KEY_ISO_Left_Tab)
    return FALSE;

  *direction = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0 ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;

  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0;
}

static gboolean
key_pressed_cb (GtkWidget      *widget,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  GtkDirectionType direction;

  if (!get_direction (key, state, &direction))
    return FALSE;

  /* As long as nothing in it can take the focus, the next that can lies outside. */
  gtk_widget_set_can_focus (widget, FALSE);
  g_signal_emit_by_name (gtk_widget_get_root (widget), "move-focus", direction);
  gtk_widget_set_can_focus (widget, TRUE);

  return TRUE;
}

/**
 * nev_tab_stop_attach:
 * @widget: a list whose rows take the focus
 *
 * Makes a list a single stop for the Tab key.
 */
void
nev_tab_stop_attach (GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), widget, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}
