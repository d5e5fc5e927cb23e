/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-private.h"

#include "nev-titles-dialog.h"

/* The dialog in which the words of the chart are written: there is one, for the chart that is shown. */

static void
present (NevWindow *self)
{
  if (self->titles_dialog == NULL)
    g_set_weak_pointer (&self->titles_dialog,
                        GTK_WINDOW (nev_titles_dialog_new (GTK_WINDOW (self), nev_chart_page_get_state (self->chart_page), self->chart_language)));

  gtk_window_present (self->titles_dialog);
}

/**
 * nev_window_edit_titles:
 * @self: a window that shows a chart
 *
 * Lets somebody write the chart's title and notes.
 */
void
nev_window_edit_titles (NevWindow *self)
{
  present (self);
}

/**
 * nev_window_add_note:
 * @self: a window that shows a chart
 *
 * Lets somebody write a note about the number that is selected.
 */
void
nev_window_add_note (NevWindow *self)
{
  NevChartState *state = nev_chart_page_get_state (self->chart_page);
  NevDatum       selection = nev_chart_state_get_selection (state);
  NevPeriod      period = NEV_PERIOD_NONE;

  if (!nev_datum_is_none (selection))
    period = nev_chart_state_get_reading (state, selection)->period;

  present (self);
  nev_titles_dialog_add_note (NEV_TITLES_DIALOG (self->titles_dialog), period);
}

/**
 * nev_window_update_titles:
 * @self: a window
 *
 * Closes the dialog of a chart that isn't shown any more, and lets a note be added to the one that is where it has room for it.
 */
void
nev_window_update_titles (NevWindow *self)
{
  NevSpec *spec = nev_window_get_spec (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-note", spec != NULL && nev_titles_dialog_has_room (spec));

  if (self->titles_dialog != NULL &&
      nev_titles_dialog_get_state (NEV_TITLES_DIALOG (self->titles_dialog)) != nev_chart_page_get_state (self->chart_page))
    gtk_window_destroy (self->titles_dialog);
}
