/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-zoom.h"

#include "nev-window-private.h"

static void
zoom_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  NevChartZoom *zoom = nev_chart_page_get_zoom (NEV_WINDOW (widget)->chart_page);

  if (g_str_equal (action_name, "win.zoom-reset"))
    nev_chart_zoom_reset (zoom);
  else
    nev_chart_zoom_step (zoom, g_str_equal (action_name, "win.zoom-in") ? 1 : -1);
}

/**
 * nev_window_zoom_install:
 * @widget_class: the class of the window
 *
 * Adds the actions that show less or more of a chart's time.
 */
void
nev_window_zoom_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "win.zoom-reset", NULL, zoom_cb);
}
