/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-search.h"

#include "nev-search.h"
#include "nev-series-dialog.h"
#include "nev-window-private.h"

static void
opened_cb (NevWindow       *self,
           NevSeriesItem   *item,
           NevSeriesDialog *dialog)
{
  const NevChart *chart = nev_series_item_get_chart (item);
  NevSeries      *series = nev_series_item_get_series (item);
  g_auto(NevReading) latest = { 0 };

  if (chart != NULL && series != NULL && nev_search_latest (series, &latest))
    nev_window_show_figure (self, chart->name, nev_series_get_id (series), latest.period);
  else if (chart != NULL)
    nev_window_show_figure (self, chart->name, NULL, NEV_PERIOD_NONE);

  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The keys of the chart go on from there. */
static void
closed_cb (NevWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (nev_chart_page_get_chart_view (self->chart_page)));
}

/* On a chart one looks for what it could show, elsewhere for a chart. */
static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  NevWindow *self = NEV_WINDOW (widget);
  g_autoptr(GListStore) items = g_list_store_new (NEV_TYPE_SERIES_ITEM);
  NevChartState   *state = self->page > 0 ? g_ptr_array_index (self->states, self->page - 1) : NULL;
  NevSeriesDialog *dialog;

  if (self->dataset == NULL)
    return;

  if (state == NULL)
    nev_series_item_append_charts (items, self->dataset);
  nev_series_item_append_series (items, self->dataset);

  dialog = nev_series_dialog_new (GTK_WINDOW (self), G_LIST_MODEL (items), state);
  g_signal_connect_object (dialog, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  if (state != NULL)
    g_signal_connect_object (dialog, "destroy", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * nev_window_search_install:
 * @widget_class: the window's
 *
 * Adds win.search: on a chart it chooses the series that are shown, elsewhere it finds charts and series.
 */
void
nev_window_search_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
}
