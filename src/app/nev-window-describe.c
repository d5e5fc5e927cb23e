/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-describe.h"

#include "nev-description-dialog.h"
#include "nev-window-private.h"

static void
describe_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  NevWindow     *self = NEV_WINDOW (widget);
  NevChartState *state = nev_chart_page_get_state (self->chart_page);

  gtk_window_present (GTK_WINDOW (nev_description_dialog_new (GTK_WINDOW (self), nev_chart_state_get_spec (state),
                                                              nev_chart_state_get_table (state), self->chart_language)));
}

/**
 * nev_window_describe_install:
 * @widget_class: the window's
 *
 * Adds win.describe.
 */
void
nev_window_describe_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.describe", NULL, describe_cb);
}
