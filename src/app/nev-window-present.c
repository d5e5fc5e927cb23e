/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-present.h"

#include "nev-presenter.h"
#include "nev-window-private.h"

/* The window goes on where the talk ended. */
static gboolean
close_request_cb (NevWindow    *self,
                  NevPresenter *presenter)
{
  nev_window_set_page (self, nev_presenter_get_page (presenter) + 1);

  return FALSE;
}

static void
present_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  NevWindow    *self = NEV_WINDOW (widget);
  NevPresenter *presenter = nev_presenter_new (GTK_WINDOW (self), self->states, self->page - 1, self->chart_language);

  g_signal_connect_object (presenter, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
  gtk_window_fullscreen (GTK_WINDOW (presenter));
  gtk_window_present (GTK_WINDOW (presenter));
}

/**
 * nev_window_present_install:
 * @widget_class: the window's
 *
 * Adds win.present.
 */
void
nev_window_present_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_cb);
}
