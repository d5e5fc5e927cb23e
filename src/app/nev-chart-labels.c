/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-chart-labels.h"

#include <glib/gi18n-lib.h>

#include "nev-accessible.h"
#include "nev-spec-series.h"

/* The names of the series in a chart, at the lines or in the legend, are buttons: a click lets the other series recede, one
 * with Ctrl hides the series.
 */

/* The series of the label that the context menu is about */
#define POINTED "nev-pointed-series"

static NevSeries *
find_series (NevChartView *view,
             double        x,
             double        y)
{
  NevChartState  *state = nev_chart_view_get_state (view);
  const NevScene *scene = nev_chart_view_get_scene (view);
  const NevItem  *label = scene != NULL && state != NULL ? nev_scene_pick_label (scene, x, y) : NULL;

  /* The name of the only one has nobody to tell it from. */
  if (label == NULL || nev_spec_count_shown (nev_chart_state_get_spec (state)) < 2)
    return NULL;

  return nev_table_get_column (nev_chart_state_get_table (state), (guint) label->datum.column)->series;
}

static void
toggle_focus (NevChartView *view,
              NevSeries    *series)
{
  NevSpec         *spec = nev_chart_state_get_spec (nev_chart_view_get_state (view));
  const char      *title = nev_series_get_title (series, nev_language_from_locale ());
  g_autofree char *words = NULL;

  if (!nev_spec_toggle_focus (spec, series))
    {
      gtk_widget_error_bell (GTK_WIDGET (view));
      return;
    }

  words = nev_spec_get_focus (spec) != NULL ? g_strdup_printf (_ ("%s is in focus"), title)
                                            : g_strdup_printf (_ ("%s is no longer in focus"), title);
  nev_accessible_announce (GTK_WIDGET (view), words);
}

static void
hide (NevChartView *view,
      NevSeries    *series)
{
  const char      *title = nev_series_get_title (series, nev_language_from_locale ());
  g_autofree char *words = NULL;

  if (!nev_spec_hide_series (nev_chart_state_get_spec (nev_chart_view_get_state (view)), series))
    {
      gtk_widget_error_bell (GTK_WIDGET (view));
      return;
    }

  words = g_strdup_printf (_ ("%s is hidden"), title);
  nev_accessible_announce (GTK_WIDGET (view), words);
}

/* Elsewhere a click selects a number, or a drag moves through time. */
static void
pressed_cb (NevChartView *view,
            int           n_press,
            double        x,
            double        y,
            GtkGesture   *gesture)
{
  NevSeries      *series = find_series (view, x, y);
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (series == NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (view));

  if (modifiers & GDK_CONTROL_MASK)
    hide (view, series);
  else
    toggle_focus (view, series);
}

static void
motion_cb (NevChartView             *view,
           double                    x,
           double                    y,
           GtkEventControllerMotion *motion)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (motion));

  /* What is dragged has a cursor of its own. */
  if (!(modifiers & GDK_BUTTON1_MASK))
    gtk_widget_set_cursor_from_name (GTK_WIDGET (view), find_series (view, x, y) != NULL ? "pointer" : NULL);
}

/**
 * nev_chart_labels_attach:
 * @view: a chart view
 *
 * Makes the names of the series answer to the pointer.
 */
void
nev_chart_labels_attach (NevChartView *view)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), view, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), view, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), motion);
}

/**
 * nev_chart_labels_point:
 * @view: a chart view
 * @x: in its pixels
 * @y: in its pixels
 *
 * Remembers the series whose name is at a place as what a context menu is about.
 *
 * Returns: whether there is such a name
 */
gboolean
nev_chart_labels_point (NevChartView *view,
                        double        x,
                        double        y)
{
  NevSeries *series = find_series (view, x, y);

  g_object_set_data_full (G_OBJECT (view), POINTED, series != NULL ? g_object_ref (series) : NULL, g_object_unref);

  return series != NULL;
}

/**
 * nev_chart_labels_get_series:
 * @view: a chart view
 *
 * Returns: (transfer none) (nullable): the series that was pointed at last for a menu, else that of the selected number;
 *   %NULL for none
 */
NevSeries *
nev_chart_labels_get_series (NevChartView *view)
{
  NevChartState    *state = nev_chart_view_get_state (view);
  NevSeries        *pointed = g_object_get_data (G_OBJECT (view), POINTED);
  const NevReading *reading;

  if (state == NULL)
    return NULL;

  if (pointed != NULL && nev_spec_shows_series (nev_chart_state_get_spec (state), pointed))
    return pointed;

  reading = nev_chart_state_get_reading (state, nev_chart_state_get_selection (state));

  return reading != NULL ? reading->series : NULL;
}

/**
 * nev_chart_labels_focus:
 * @view: a chart view
 *
 * Lets the other series recede behind the current one, or brings them back. Where none is current it is the first.
 */
void
nev_chart_labels_focus (NevChartView *view)
{
  NevChartState *state = nev_chart_view_get_state (view);
  NevSeries     *series = nev_chart_labels_get_series (view);
  NevSeries     *focus;

  if (state == NULL)
    return;

  focus = nev_spec_get_focus (nev_chart_state_get_spec (state));
  if (series == NULL)
    series = focus != NULL ? focus : g_ptr_array_index (nev_spec_get_panel (nev_chart_state_get_spec (state), 0).series, 0);

  toggle_focus (view, series);
  g_object_set_data (G_OBJECT (view), POINTED, NULL);
}

/**
 * nev_chart_labels_hide:
 * @view: a chart view
 *
 * Hides the current series, unless it is the only one.
 */
void
nev_chart_labels_hide (NevChartView *view)
{
  NevSeries *series = nev_chart_labels_get_series (view);

  if (series != NULL)
    hide (view, series);
  else
    gtk_widget_error_bell (GTK_WIDGET (view));

  g_object_set_data (G_OBJECT (view), POINTED, NULL);
}

/**
 * nev_chart_labels_show_all:
 * @view: a chart view
 *
 * Shows what is hidden.
 */
void
nev_chart_labels_show_all (NevChartView *view)
{
  NevChartState *state = nev_chart_view_get_state (view);

  if (state == NULL || nev_spec_get_hidden (nev_chart_state_get_spec (state)) == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (view));
      return;
    }

  nev_spec_set_hidden (nev_chart_state_get_spec (state), NULL);
  nev_accessible_announce (GTK_WIDGET (view), _ ("All series are shown"));
}
