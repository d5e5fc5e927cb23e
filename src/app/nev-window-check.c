/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-check.h"

#include <glib/gi18n-lib.h>

#include "nev-search.h"
#include "nev-window-private.h"

/* The page of contradictions: its row in the sidebar, below the charts, and the way from it to a chart. */

/* Of a dataset with more facts than this the contradictions are only counted when somebody wants to see them. */
#define MAX_FACTS 100000

static guint
count_facts (NevDataset *dataset)
{
  gsize n = 0;

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    n += nev_ledger_get_n_facts (nev_series_get_ledger (nev_dataset_get_series (dataset, i)));

  return (guint) MIN (n, G_MAXUINT);
}

/* When everything that a person waits for is done. */
static gboolean
look_cb (gpointer user_data)
{
  NevWindow *self = user_data;

  if (self->contradictions != NULL)
    nev_contradictions_look (self->contradictions);

  return G_SOURCE_REMOVE;
}

static void
count_changed_cb (NevWindow *self)
{
  int              count = nev_contradictions_get_count (self->contradictions);
  GtkWidget       *row = gtk_widget_get_ancestor (self->contradictions_count, GTK_TYPE_LIST_BOX_ROW);
  g_autofree char *text = count > 0 ? g_strdup_printf ("%d", count) : g_strdup ("");
  g_autofree char *said = NULL;

  gtk_label_set_text (GTK_LABEL (self->contradictions_count), text);

  if (count < 0)
    return;

  said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u contradiction", "%u contradictions", (guint) count), (guint) count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

/* The last row of the sidebar. The room for the count is there before the count is, so that the sidebar keeps its width
 * and the chart beside it its place.
 */
static void
append_row (NevWindow *self)
{
  GtkWidget *row = nev_window_create_sidebar_row (_ ("Contradictions"), "nev-contradictions-symbolic");
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  g_object_set (gtk_widget_get_last_child (box), "width-chars", 14, "max-width-chars", 14, "hexpand", TRUE, NULL);
  self->contradictions_count = g_object_new (GTK_TYPE_LABEL, "width-chars", 4, "xalign", 1.0f, NULL);
  gtk_widget_add_css_class (self->contradictions_count, "dim-label");
  gtk_widget_add_css_class (self->contradictions_count, "numeric");
  gtk_box_append (GTK_BOX (box), self->contradictions_count);
  gtk_list_box_append (self->sidebar, row);
}

static void
activated_cb (NevWindow              *self,
              const NevContradiction *contradiction)
{
  nev_window_show_contradiction (self, contradiction);
}

/* As what, and at which period, a chart shows the figure that is contradicted. A rate stands in a chart of changes; a
 * running total only in one that adds up from January on, and its rate in the details there.
 */
static NevPeriod
find_place (const NevContradiction *contradiction,
            NevMeasure             *measure)
{
  NevSeries     *series = contradiction->series;
  const NevFact *fact = nev_ledger_get_fact (nev_series_get_ledger (series), contradiction->fact);
  NevPeriod      period = fact->period;
  NevPeriod      last = nev_period_at (period.end - 1, NEV_FREQUENCY_MONTH);

  *measure = NEV_MEASURE_LEVEL;

  switch (nev_period_get_kind (period))
    {
    case NEV_PERIOD_KIND_STOCK:
    case NEV_PERIOD_KIND_MONTH:
    case NEV_PERIOD_KIND_QUARTER:
    case NEV_PERIOD_KIND_HALF_YEAR:
    case NEV_PERIOD_KIND_YEAR:
      if (contradiction->kind == NEV_CONTRADICTION_CHANGE || contradiction->kind == NEV_CONTRADICTION_CLAIM_CHANGE)
        *measure = NEV_MEASURE_CHANGE_ON_YEAR;
      return period;

    case NEV_PERIOD_KIND_MONTHS:
      if (nev_period_equal (period, nev_period_year_to_date (last)))
        *measure = NEV_MEASURE_YEAR_TO_DATE;
      else if (nev_period_equal (period, nev_period_trailing_year (last)))
        *measure = NEV_MEASURE_TRAILING_YEAR;
      return last;

    case NEV_PERIOD_KIND_NONE:
    case NEV_PERIOD_KIND_DAY:
    case NEV_PERIOD_KIND_WEEK:
    case NEV_PERIOD_KIND_DAYS:
    case NEV_PERIOD_KIND_UNDATED:
    default:
      return last;
    }
}

/**
 * nev_window_init_check:
 * @self: a window
 *
 * Makes the window listen to its page of contradictions.
 */
void
nev_window_init_check (NevWindow *self)
{
  g_signal_connect_object (self->contradictions, "notify::count", G_CALLBACK (count_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->contradictions, "contradiction-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * nev_window_check_dataset:
 * @self: a window that shows another dataset, with all charts in its sidebar
 *
 * Adds the page of contradictions to the sidebar, and lets them be counted when there is time.
 */
void
nev_window_check_dataset (NevWindow *self)
{
  append_row (self);
  nev_contradictions_set_dataset (self->contradictions, self->dataset);

  if (count_facts (self->dataset) <= MAX_FACTS)
    g_idle_add_full (G_PRIORITY_LOW, look_cb, g_object_ref (self), g_object_unref);
}

/**
 * nev_window_show_contradictions:
 * @self: a window
 *
 * Shows the page of contradictions, if there is a dataset.
 */
void
nev_window_show_contradictions (NevWindow *self)
{
  gboolean was_on_the_way = self->is_on_the_way;

  if (self->dataset == NULL || self->shows_contradictions)
    return;

  /* The overview isn't seen on the way. */
  self->is_on_the_way = TRUE;
  nev_window_set_page (self, 0);
  self->is_on_the_way = was_on_the_way;
  self->shows_contradictions = TRUE;
  gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, (int) nev_window_get_n_pages (self)));
  nev_window_update_page (self);
}

/**
 * nev_window_show_contradiction:
 * @self: a window
 * @contradiction: a contradiction in its dataset
 *
 * Shows the figure that is contradicted in a chart and its details beside it.
 */
void
nev_window_show_contradiction (NevWindow              *self,
                               const NevContradiction *contradiction)
{
  const NevChart *chart = nev_search_find_chart (self->dataset, contradiction->series);
  NevMeasure      measure;
  NevPeriod       period = find_place (contradiction, &measure);

  for (guint i = 0; i < self->states->len; i++)
    {
      NevChartState *state = g_ptr_array_index (self->states, i);

      if (nev_spec_get_chart (nev_chart_state_get_spec (state)) != chart)
        continue;

      nev_chart_state_show_reading (state, contradiction->series, measure, period);
      nev_chart_page_set_show_table (self->chart_page, FALSE);
      nev_window_set_page (self, i + 1);

      /* Over a narrow window the details would close when the focus leaves them. */
      gtk_widget_grab_focus (GTK_WIDGET (nev_chart_page_get_chart_view (self->chart_page)));
      nev_chart_page_open_details (self->chart_page);
    }
}
