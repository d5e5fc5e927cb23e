/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-chart-style.h"

#include <adwaita.h>

/**
 * nev_chart_style_get_theme:
 *
 * Returns: (transfer none): light or dark as the desktop is, with more contrast for whom wants it
 */
const NevTheme *
nev_chart_style_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  NevThemeKind     kind = adw_style_manager_get_dark (manager) ? NEV_THEME_DARK : NEV_THEME_LIGHT;

  return adw_style_manager_get_high_contrast (manager) ? nev_theme_get_high_contrast (kind) : nev_theme_get (kind, TRUE);
}

/**
 * nev_chart_style_watch:
 * @widget: what draws a chart
 * @changed: called with it when the looks are others
 *
 * Follows the desktop as long as the widget lives.
 */
void
nev_chart_style_watch (GtkWidget *widget,
                       GCallback  changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, widget, G_CONNECT_SWAPPED);
}
