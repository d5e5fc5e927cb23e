/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-quote.h"

#include <glib/gi18n-lib.h>

#include "nev-citation.h"

/* Takes one number out of the window, or its sources, as text. In the language of the chart: it goes where the chart
 * goes.
 */

static const NevReading *
get_reading (NevWindow *self)
{
  NevChartState *state = nev_window_get_spec (self) != NULL ? nev_chart_page_get_state (nev_window_get_chart_page (self)) : NULL;

  return state != NULL ? nev_chart_state_get_reading (state, nev_chart_state_get_selection (state)) : NULL;
}

static void
copy (NevWindow  *self,
      const char *text,
      const char *message)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  nev_window_add_toast (self, adw_toast_new (message));
}

static void
copy_reading_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  NevWindow        *self = NEV_WINDOW (widget);
  const NevReading *reading = get_reading (self);
  g_autofree char  *text = NULL;

  if (reading == NULL)
    return;

  text = nev_quote_reading (nev_window_get_dataset (self), reading, nev_window_get_chart_language (self));
  copy (self, text, _ ("Reading copied"));
}

static void
copy_citation_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  NevWindow        *self = NEV_WINDOW (widget);
  const NevReading *reading = get_reading (self);
  g_autofree char  *text = NULL;
  NevCitationForm   form;

  if (reading == NULL || !nev_citation_form_parse (g_variant_get_string (parameter, NULL), &form, NULL))
    return;

  text = nev_cite_reading (nev_window_get_dataset (self), reading, form, nev_window_get_chart_language (self));
  if (text != NULL)
    copy (self, text, _ ("Citation copied"));
}

/**
 * nev_window_quote_install:
 * @widget_class: the window's
 *
 * Adds win.copy-reading and win.copy-citation, which takes the name of a form.
 */
void
nev_window_quote_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.copy-reading", NULL, copy_reading_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-citation", "s", copy_citation_cb);
}

/**
 * nev_window_update_quote:
 * @self: a window
 *
 * Lets be copied what is selected; a gap can be told of, but has no source.
 */
void
nev_window_update_quote (NevWindow *self)
{
  const NevReading *reading = get_reading (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-reading", reading != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-citation", reading != NULL && reading->status != NEV_STATUS_GAP);
}
