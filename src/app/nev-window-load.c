/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-private.h"

#include <glib/gi18n-lib.h>

#include "nev-charts.h"
#include "nev-load-job.h"
#include "nev-settings.h"
#include "nev-tab-stop.h"
#include "nev-window-check.h"
#include "nev-window-import.h"
#include "nev-window-quote.h"

/* How a dataset gets into a window, and into its sidebar. */

static const char *const mark_icons[NEV_N_MARKS] = {
  [NEV_MARK_BARS] = "nev-bars-symbolic",
  [NEV_MARK_STACKED] = "nev-stacked-symbolic",
  [NEV_MARK_LINE] = "nev-line-symbolic",
};

/**
 * nev_window_create_sidebar_row:
 * @title: the name of a page
 * @icon_name: its icon
 *
 * Returns: (transfer full): a row with a box in it
 */
GtkWidget *
nev_window_create_sidebar_row (const char *title,
                               const char *icon_name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE,
                                               "icon-name", icon_name,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL,
                                               "label", title,
                                               "xalign", 0.0f,
                                               "width-chars", 20,
                                               "ellipsize", PANGO_ELLIPSIZE_END,
                                               NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return row;
}

/* Above what was found stands how many series of plain tables are in no chart, and how they get into one. Who declares charts
 * leaves series out on purpose.
 */
static GtkWidget *
create_end (NevWindow *self)
{
  GtkWidget       *separator = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  guint            n = 0;
  GtkWidget       *box;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->opened->len; i++)
    {
      NevDataset *dataset = ((NevOpened *) g_ptr_array_index (self->opened, i))->dataset;

      if (nev_dataset_get_read_as (dataset) != NULL)
        n += nev_dataset_count_uncharted (dataset);
    }

  gtk_widget_add_css_class (separator, "sidebar-separator");
  if (n == 0)
    return separator;

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more series: add it to a chart with Ctrl+F", "%u more series: add them to a chart with Ctrl+F", n), n);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL,
                                               "label", text,
                                               "xalign", 0.0f,
                                               "wrap", TRUE,
                                               "width-chars", 20,
                                               "max-width-chars", 20,
                                               NULL));
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "sidebar-more");
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "dim-label");
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "caption");
  gtk_box_append (GTK_BOX (box), separator);

  return box;
}

/* The charts stand under the names of their datasets, and what was found in all of it below a line. */
static void
update_sidebar_header (GtkListBoxRow *row,
                       GtkListBoxRow *before,
                       gpointer       user_data)
{
  NevWindow *self = user_data;
  GtkWidget *header = NULL;
  int        index = gtk_list_box_row_get_index (row);
  int        section = index > 0 ? nev_window_get_section (self, (guint) index - 1) : -1;

  if (section >= 0)
    header = nev_window_create_heading (self, (guint) section);

  if (before != NULL && index == (int) self->states->len + 1)
    header = create_end (self);

  gtk_list_box_row_set_header (row, header);
}

/* What was asked for before the dataset was there. */
static void
show_wanted (NevWindow *self)
{
  g_autofree char *chart = g_steal_pointer (&self->wanted_chart);
  g_autofree char *series = g_steal_pointer (&self->wanted_series);

  if (chart != NULL)
    nev_window_show_figure (self, chart, series, self->wanted_period);
}

static NevChartState *
create_state (NevWindow *self,
              NevSpec   *spec)
{
  NevChartState *state = nev_chart_state_new (spec);

  g_signal_connect_object (state, "changed", G_CALLBACK (nev_window_update_quote), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "selection-changed", G_CALLBACK (nev_window_update_quote), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (nev_window_update_titles), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (nev_window_remember_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (nev_window_update_subtitle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (nev_chart_state_get_history (state), "changed", G_CALLBACK (nev_window_update_history), self, G_CONNECT_SWAPPED);

  return state;
}

/**
 * nev_window_show_dataset:
 * @self: a window
 * @dataset: the dataset
 *
 * Shows a dataset in place of the one that is shown, and what was asked for before it was there.
 */
void
nev_window_show_dataset (NevWindow  *self,
                         NevDataset *dataset)
{
  NevLanguage      language = nev_language_from_locale ();
  GtkWidget       *row;
  g_autofree char *last = nev_settings_get_chart (self->settings);
  guint            page = 0;

  g_set_object (&self->dataset, dataset);
  nev_chart_page_set_state (nev_window_get_chart_page (self), NULL);
  g_ptr_array_set_size (self->states, 0);
  nev_trail_free (self->trail);
  self->trail = nev_trail_new ();

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->sidebar, 0))))
    gtk_list_box_remove (self->sidebar, row);

  gtk_list_box_append (self->sidebar, nev_window_create_sidebar_row (_("Overview"), "nev-overview-symbolic"));

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    {
      const NevChart *chart = nev_dataset_get_chart (dataset, i);
      g_autoptr(NevSpec) spec = nev_spec_new (dataset, chart);

      if (g_strcmp0 (chart->name, last) == 0)
        {
          nev_settings_restore_view (self->settings, spec);
          page = i + 1;
        }

      g_ptr_array_add (self->states, create_state (self, spec));
      gtk_list_box_append (self->sidebar, nev_window_create_sidebar_row (nev_localized_get (&chart->title, language), mark_icons[chart->panels[0].mark]));
    }

  nev_overview_set_dataset (self->overview, dataset);
  nev_window_check_dataset (self);

  self->shows_contradictions = FALSE;
  self->page = page;
  gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, (int) page));
  nev_window_update_page (self);
  show_wanted (self);

  if (self->view_file != NULL)
    nev_window_load_view (self);
}

/**
 * nev_window_show_spec:
 * @self: a window that shows the dataset of @spec
 * @spec: what is wanted of a chart
 * @file: the file in which that is kept
 *
 * Shows a chart as it was saved, in place of how it was looked at until now.
 */
void
nev_window_show_spec (NevWindow *self,
                      NevSpec   *spec,
                      GFile     *file)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      g_autoptr(NevSpec) saved = NULL;
      NevChartState *state;

      if (nev_spec_get_chart (nev_chart_state_get_spec (g_ptr_array_index (self->states, i))) != nev_spec_get_chart (spec))
        continue;

      saved = nev_spec_copy (spec);
      state = create_state (self, spec);
      nev_chart_state_set_saved (state, file, saved);
      g_object_unref (g_ptr_array_index (self->states, i));
      g_ptr_array_index (self->states, i) = state;

      nev_window_set_page (self, i + 1);
      nev_window_remember_view (self);
      nev_window_update_page (self);
    }
}

/**
 * nev_window_show_failure:
 * @self: a window
 * @title: what couldn't be done
 * @error: why
 *
 * Shows a page instead of the dataset.
 */
void
nev_window_show_failure (NevWindow    *self,
                         const char   *title,
                         const GError *error)
{
  adw_status_page_set_title (self->failed_page, title);
  adw_status_page_set_description (self->failed_page, error->message);
  gtk_widget_set_visible (self->bundled_button, self->file != NULL || self->view_file != NULL);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  nev_window_import_update (self);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(NevWindow) self = user_data;
  g_autoptr(NevDataset) dataset = NULL;
  g_autoptr(GError) error = NULL;

  dataset = nev_load_finish (result, &error);

  /* Somebody newer is in charge, or nobody is there any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  nev_loading_page_stop (self->loading_page);

  if (dataset != NULL)
    {
      nev_window_open_dataset (self, dataset);
      return;
    }

  nev_window_show_failure (self, _("The Dataset Could Not Be Read"), error);
  nev_window_ask_import (self, self->file, error);
}

/**
 * nev_window_init_sidebar:
 * @self: a window
 *
 * Makes the sidebar ready for the charts of a dataset.
 */
void
nev_window_init_sidebar (NevWindow *self)
{
  gtk_list_box_set_header_func (self->sidebar, update_sidebar_header, self, NULL);
  nev_tab_stop_attach (GTK_WIDGET (self->sidebar));
}

static char *
get_file_name (NevWindow *self)
{
  g_autofree char *name = self->file != NULL ? g_file_get_basename (self->file) : NULL;

  return name != NULL ? g_filename_display_name (name) : NULL;
}

/**
 * nev_window_load:
 * @self: a window
 *
 * Reads the window's dataset and shows it, or why that can't be.
 */
void
nev_window_load (NevWindow *self)
{
  g_autoptr(NevLoadProgress) progress = nev_load_progress_new ();
  g_autofree char *name = get_file_name (self);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  gtk_stack_set_visible_child_name (self->stack, "loading");
  nev_loading_page_start (self->loading_page, name, progress);
  nev_load_async (self->file, NULL, progress, self->loading, load_cb, g_object_ref (self));
}

/**
 * nev_window_cancel_loading:
 * @self: a window
 *
 * Gives up the reading of the window's dataset, if it is being read, and of those that are read besides it. The window answers at
 * once; the thread that reads ends a moment later.
 */
void
nev_window_cancel_loading (NevWindow *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = get_file_name (self);

  nev_loading_toast_cancel (self->loading_toast);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "loading") != 0)
    return;

  g_cancellable_cancel (self->loading);
  nev_loading_page_stop (self->loading_page);

  g_set_error (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("“%s” was not read to its end."), name != NULL ? name : "");
  nev_window_show_failure (self, _("Reading Was Cancelled"), error);
}
