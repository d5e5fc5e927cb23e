/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-private.h"

#include <glib/gi18n-lib.h>

#include "nev-settings.h"
#include "nev-show-file.h"
#include "nev-window-check.h"
#include "nev-window-copy.h"
#include "nev-window-datasets.h"
#include "nev-window-describe.h"
#include "nev-window-export.h"
#include "nev-window-import.h"
#include "nev-window-present.h"
#include "nev-window-print.h"
#include "nev-window-quote.h"
#include "nev-window-search.h"
#include "nev-window-table.h"
#include "nev-window-trail.h"
#include "nev-window-view.h"
#include "nev-window-zoom.h"

enum
{
  PROP_0,
  PROP_CHART_LANGUAGE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (NevWindow, nev_window, ADW_TYPE_APPLICATION_WINDOW)

static GParamSpec *properties[N_PROPS];

/* What can be done with a chart only. */
static const char *const chart_actions[] = {
  "win.add-note",
  "win.copy",
  "win.copy-data",
  "win.copy-rows",
  "win.describe",
  "win.edit-titles",
  "win.export",
  "win.export-data",
  "win.present",
  "win.print",
  "win.save-view",
  "win.save-view-as",
  "win.zoom-in",
  "win.zoom-out",
  "win.zoom-reset",
};

static NevChartState *
get_state (NevWindow *self)
{
  return self->page == 0 ? NULL : g_ptr_array_index (self->states, self->page - 1);
}

static const NevChart *
get_chart (NevWindow *self,
           guint      page)
{
  return nev_spec_get_chart (nev_chart_state_get_spec (g_ptr_array_index (self->states, page - 1)));
}

/* Each chart has a history of its own; the actions are about the one that is shown. */
void
nev_window_update_history (NevWindow *self)
{
  NevHistory *history = self->page > 0 ? nev_chart_state_get_history (get_state (self)) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", history != NULL && nev_history_can_undo (history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", history != NULL && nev_history_can_redo (history));
  nev_window_visit (self);
}

/* The dataset's title; or the name of the file that the view is kept in, with a dot when it holds another one. */
void
nev_window_update_subtitle (NevWindow *self)
{
  NevChartState   *state = self->page > 0 ? get_state (self) : NULL;
  GFile           *file = state != NULL ? nev_chart_state_get_file (state) : NULL;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *changed_name = name != NULL ? g_strconcat ("• ", name, NULL) : NULL;

  if (name != NULL)
    adw_window_title_set_subtitle (self->title, nev_chart_state_is_saved (state) ? name : changed_name);
  else
    adw_window_title_set_subtitle (self->title, self->dataset != NULL ? nev_dataset_get_title (nev_window_get_page_dataset (self), nev_language_from_locale ()) : NULL);
}

void
nev_window_update_page (NevWindow *self)
{
  NevLanguage language = nev_language_from_locale ();
  gboolean    is_chart = self->dataset != NULL && self->page > 0;

  if (self->dataset == NULL)
    adw_window_title_set_title (self->title, _("NEV Charts"));
  else if (self->shows_contradictions)
    adw_window_title_set_title (self->title, _("Contradictions"));
  else
    adw_window_title_set_title (self->title, is_chart ? nev_localized_get (&get_chart (self, self->page)->title, language) : _("Overview"));

  nev_window_update_subtitle (self);

  for (guint i = 0; i < G_N_ELEMENTS (chart_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), chart_actions[i], is_chart);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-all", self->dataset != NULL && self->states->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", self->dataset != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.previous-page", is_chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-page", self->dataset != NULL && self->page < self->states->len);

  nev_window_update_history (self);
  nev_window_import_update (self);

  if (self->dataset == NULL)
    return;

  nev_chart_page_set_state (self->chart_page, get_state (self));
  nev_window_update_quote (self);
  nev_window_update_titles (self);

  if (self->shows_contradictions)
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->contradictions));
  else
    gtk_stack_set_visible_child (self->stack, is_chart ? GTK_WIDGET (self->chart_page) : GTK_WIDGET (self->overview));
}

/* Only the chart that is shown is found again as it was. */
void
nev_window_remember_view (NevWindow *self)
{
  if (self->page > 0)
    nev_settings_save_view (self->settings, nev_window_get_spec (self));
}

/* A chart that is chosen by its name shows its own series, and not one that the overview led to. */
static void
show_own_series (NevWindow *self,
                 guint      page)
{
  if (page > 0 && page <= self->states->len)
    nev_spec_set_series (nev_chart_state_get_spec (g_ptr_array_index (self->states, page - 1)), NULL);
}

static void
row_selected_cb (NevWindow     *self,
                 GtkListBoxRow *row)
{
  guint page;

  if (row == NULL)
    return;

  /* The page that is shown already was selected by the window itself. */
  page = (guint) gtk_list_box_row_get_index (row);
  if (page == self->page && !self->shows_contradictions)
    return;

  if (page == nev_window_get_n_pages (self))
    {
      nev_window_show_contradictions (self);
      return;
    }

  show_own_series (self, page);
  nev_window_set_page (self, page);
}

/* Over a narrow window the list has done its work. */
static void
row_activated_cb (NevWindow     *self,
                  GtkListBoxRow *row)
{
  show_own_series (self, (guint) gtk_list_box_row_get_index (row));

  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
show_figure (NevWindow      *self,
             const NevChart *chart,
             NevSeries      *series,
             NevPeriod       period)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      NevChartState *state = g_ptr_array_index (self->states, i);

      if (nev_spec_get_chart (nev_chart_state_get_spec (state)) != chart)
        continue;

      if (series != NULL)
        nev_chart_state_show_figure (state, series, period);
      nev_chart_page_set_show_table (self->chart_page, FALSE);
      nev_window_set_page (self, i + 1);
      gtk_widget_grab_focus (GTK_WIDGET (nev_chart_page_get_chart_view (self->chart_page)));
    }
}

static void
highlight_activated_cb (NevWindow          *self,
                        const NevHighlight *highlight)
{
  show_figure (self, highlight->chart, highlight->series, highlight->period);
}

/* The window is seen before the data are read. */
static void
after_paint_cb (GdkFrameClock *clock,
                NevWindow     *self)
{
  g_clear_signal_handler (&self->after_paint, clock);
  nev_window_load (self);
}

static void
reload_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  nev_window_load (NEV_WINDOW (widget));
}

static void
cancel_loading_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  nev_window_cancel_loading (NEV_WINDOW (widget));
}

static void
load_bundled_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  NevWindow *self = NEV_WINDOW (widget);

  g_clear_object (&self->file);
  g_clear_object (&self->view_file);
  nev_window_load (self);
}

static void
turn_page_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  NevWindow *self = NEV_WINDOW (widget);

  nev_window_set_page (self, g_str_equal (action_name, "win.next-page") ? self->page + 1 : self->page - 1);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  nev_history_undo (nev_chart_state_get_history (get_state (NEV_WINDOW (widget))));
}

static void
redo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  nev_history_redo (nev_chart_state_get_history (get_state (NEV_WINDOW (widget))));
}

static void
edit_titles_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  nev_window_edit_titles (NEV_WINDOW (widget));
}

static void
add_note_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  nev_window_add_note (NEV_WINDOW (widget));
}

static void
save_view_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  nev_window_save_view (NEV_WINDOW (widget), NULL);
}

static void
save_view_as_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  nev_window_save_view_as (NEV_WINDOW (widget));
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  nev_window_show_export_dialog (NEV_WINDOW (widget));
}

static void
export_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  nev_window_show_export_all_dialog (NEV_WINDOW (widget));
}

static void
show_file_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  nev_show_file (file, GTK_WINDOW (widget));
}

/* A folded sidebar hides by itself; only what a person chose is kept. */
static void
reveal_flap_changed_cb (NevWindow *self)
{
  if (!adw_flap_get_folded (self->flap))
    nev_settings_set_show_sidebar (self->settings, adw_flap_get_reveal_flap (self->flap));
}

static void
nev_window_realize (GtkWidget *widget)
{
  NevWindow *self = NEV_WINDOW (widget);

  GTK_WIDGET_CLASS (nev_window_parent_class)->realize (widget);

  self->after_paint = g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb), self);
}

static void
nev_window_unrealize (GtkWidget *widget)
{
  NevWindow *self = NEV_WINDOW (widget);

  g_clear_signal_handler (&self->after_paint, gtk_widget_get_frame_clock (widget));

  GTK_WIDGET_CLASS (nev_window_parent_class)->unrealize (widget);
}

static void
nev_window_dispose (GObject *object)
{
  NevWindow *self = NEV_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->loading_toast, nev_loading_toast_free);
  g_clear_pointer (&self->opened, g_ptr_array_unref);
  g_clear_pointer (&self->wanted_files, g_ptr_array_unref);
  g_clear_weak_pointer (&self->watch_toast);
  g_clear_weak_pointer (&self->chart_page);
  g_clear_weak_pointer (&self->titles_dialog);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_WINDOW);

  G_OBJECT_CLASS (nev_window_parent_class)->dispose (object);
}

static void
nev_window_finalize (GObject *object)
{
  NevWindow *self = NEV_WINDOW (object);

  g_clear_object (&self->file);
  g_clear_object (&self->view_file);
  g_clear_object (&self->settings);
  g_clear_object (&self->dataset);
  g_ptr_array_unref (self->states);
  nev_trail_free (self->trail);
  g_free (self->wanted_chart);
  g_free (self->wanted_series);

  G_OBJECT_CLASS (nev_window_parent_class)->finalize (object);
}

static void
nev_window_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHART_LANGUAGE:
      g_value_set_string (value, nev_language_to_tag (nev_window_get_chart_language (NEV_WINDOW (object))));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_window_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  NevLanguage language;

  switch (prop_id)
    {
    case PROP_CHART_LANGUAGE:
      if (nev_language_parse (g_value_get_string (value), &language, NULL))
        nev_window_set_chart_language (NEV_WINDOW (object), language);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_window_class_init (NevWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_window_dispose;
  object_class->finalize = nev_window_finalize;
  object_class->get_property = nev_window_get_property;
  object_class->set_property = nev_window_set_property;

  widget_class->realize = nev_window_realize;
  widget_class->unrealize = nev_window_unrealize;

  properties[PROP_CHART_LANGUAGE] =
    g_param_spec_string ("chart-language", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "win.chart-language", "chart-language");
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.export-all", NULL, export_all_cb);
  gtk_widget_class_install_action (widget_class, "win.show-file", "s", show_file_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-titles", NULL, edit_titles_cb);
  gtk_widget_class_install_action (widget_class, "win.add-note", NULL, add_note_cb);
  gtk_widget_class_install_action (widget_class, "win.save-view", NULL, save_view_cb);
  gtk_widget_class_install_action (widget_class, "win.save-view-as", NULL, save_view_as_cb);
  gtk_widget_class_install_action (widget_class, "win.previous-page", NULL, turn_page_cb);
  gtk_widget_class_install_action (widget_class, "win.next-page", NULL, turn_page_cb);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_cb);
  gtk_widget_class_install_action (widget_class, "win.load-bundled", NULL, load_bundled_cb);
  gtk_widget_class_install_action (widget_class, "win.cancel-loading", NULL, cancel_loading_cb);

  nev_window_copy_install (widget_class);
  nev_window_datasets_install (widget_class);
  nev_window_table_install (widget_class);
  nev_window_describe_install (widget_class);
  nev_window_import_install (widget_class);
  nev_window_present_install (widget_class);
  nev_window_print_install (widget_class);
  nev_window_quote_install (widget_class);
  nev_window_search_install (widget_class);
  nev_window_trail_install (widget_class);
  nev_window_zoom_install (widget_class);

  /* Not the application's: what was typed last is undone before what was done to the chart. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);

  g_type_ensure (NEV_TYPE_CONTRADICTIONS);
  g_type_ensure (NEV_TYPE_LOADING_PAGE);
  g_type_ensure (NEV_TYPE_OVERVIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NevWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, NevWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, NevWindow, title);
  gtk_widget_class_bind_template_child (widget_class, NevWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, NevWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, NevWindow, loading_page);
  gtk_widget_class_bind_template_child (widget_class, NevWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, NevWindow, contradictions);
  gtk_widget_class_bind_template_child (widget_class, NevWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, NevWindow, bundled_button);
  gtk_widget_class_bind_template_child (widget_class, NevWindow, import_button);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, highlight_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, reveal_flap_changed_cb);
}

static void
nev_window_init (NevWindow *self)
{
  g_autoptr(GPropertyAction) show_sidebar = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  nev_window_trail_init (self);

  self->states = g_ptr_array_new_with_free_func (g_object_unref);
  self->settings = nev_settings_new ();
  nev_settings_bind_window (self->settings, GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->flap, nev_settings_get_show_sidebar (self->settings));
  self->chart_language = nev_settings_get_chart_language (self->settings);

  /* The menu is older than the settings. */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART_LANGUAGE]);

  show_sidebar = g_property_action_new ("show-sidebar", self->flap, "reveal-flap");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_sidebar));

  nev_window_init_datasets (self);
  nev_window_init_sidebar (self);
  nev_window_init_check (self);
  nev_window_update_page (self);
}

/**
 * nev_window_new:
 * @application: the application
 * @file: (nullable): a dataset's folder or descriptor; %NULL for the bundled one
 *
 * Returns: (transfer none): a window that loads the dataset after its first frame
 */
NevWindow *
nev_window_new (GtkApplication *application,
                GFile          *file)
{
  NevWindow *self;

  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  self = g_object_new (NEV_TYPE_WINDOW, "application", application, NULL);
  g_set_object (&self->file, file);

  return self;
}

/**
 * nev_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the dataset's folder or descriptor; %NULL for the bundled one
 */
GFile *
nev_window_get_file (NevWindow *self)
{
  g_return_val_if_fail (NEV_IS_WINDOW (self), NULL);

  return self->file;
}

/**
 * nev_window_get_dataset:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the dataset; %NULL while it isn't loaded
 */
NevDataset *
nev_window_get_dataset (NevWindow *self)
{
  g_return_val_if_fail (NEV_IS_WINDOW (self), NULL);

  return self->dataset;
}

guint
nev_window_get_n_pages (NevWindow *self)
{
  g_return_val_if_fail (NEV_IS_WINDOW (self), 0);

  return self->dataset != NULL ? self->states->len + 1 : 0;
}

guint
nev_window_get_page (NevWindow *self)
{
  g_return_val_if_fail (NEV_IS_WINDOW (self), 0);

  return self->page;
}

/**
 * nev_window_set_page:
 * @self: a window
 * @page: 0 for the overview, else one more than the index of a chart
 *
 * Shows a page, if there is such a one.
 */
void
nev_window_set_page (NevWindow *self,
                     guint      page)
{
  g_return_if_fail (NEV_IS_WINDOW (self));

  if (page >= nev_window_get_n_pages (self) || (page == self->page && !self->shows_contradictions))
    return;

  self->shows_contradictions = FALSE;
  self->page = page;
  nev_settings_set_chart (self->settings, page == 0 ? "" : get_chart (self, page)->name);
  nev_window_remember_view (self);
  gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, (int) page));
  nev_window_update_page (self);
}

/**
 * nev_window_show_figure:
 * @self: a window
 * @chart: the name of a chart
 * @series: (nullable): the id of a series; %NULL for the chart as it was left
 * @period: the period of the figure
 *
 * Shows a chart, and a figure in it; as soon as the dataset is loaded. What the dataset hasn't isn't shown.
 */
void
nev_window_show_figure (NevWindow  *self,
                        const char *chart,
                        const char *series,
                        NevPeriod   period)
{
  g_return_if_fail (NEV_IS_WINDOW (self));
  g_return_if_fail (chart != NULL);

  if (self->dataset == NULL)
    {
      g_free (self->wanted_chart);
      g_free (self->wanted_series);
      self->wanted_chart = g_strdup (chart);
      self->wanted_series = g_strdup (series);
      self->wanted_period = period;
    }
  else
    {
      show_figure (self, nev_dataset_find_chart (self->dataset, chart, NULL),
                   series != NULL ? nev_dataset_find_series (self->dataset, series, NULL) : NULL, period);
    }
}

/**
 * nev_window_get_chart_page:
 * @self: a window
 *
 * Gets the page that shows charts. It is made when it is asked for first, which is with the dataset: the window is seen before.
 *
 * Returns: (transfer none): the page
 */
NevChartPage *
nev_window_get_chart_page (NevWindow *self)
{
  g_return_val_if_fail (NEV_IS_WINDOW (self), NULL);

  if (self->chart_page == NULL)
    {
      g_set_weak_pointer (&self->chart_page, g_object_new (NEV_TYPE_CHART_PAGE, NULL));
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->chart_page), "chart");
      nev_chart_view_set_language (nev_chart_page_get_chart_view (self->chart_page), self->chart_language);
    }

  return self->chart_page;
}

NevLanguage
nev_window_get_chart_language (NevWindow *self)
{
  g_return_val_if_fail (NEV_IS_WINDOW (self), NEV_LANGUAGE_ENGLISH);

  return self->chart_language;
}

/**
 * nev_window_set_chart_language:
 * @self: a window
 * @language: of the charts that it draws and exports
 *
 * Chooses the language of charts, which may be another than the window's: a slide may be for other
 * readers than who makes it.
 */
void
nev_window_set_chart_language (NevWindow  *self,
                               NevLanguage language)
{
  g_return_if_fail (NEV_IS_WINDOW (self));

  if (self->chart_language == language)
    return;

  self->chart_language = language;

  nev_chart_view_set_language (nev_chart_page_get_chart_view (nev_window_get_chart_page (self)), language);
  nev_settings_set_chart_language (self->settings, language);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART_LANGUAGE]);
}

/**
 * nev_window_get_spec:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what is wanted of the chart that is shown; %NULL on the overview
 */
NevSpec *
nev_window_get_spec (NevWindow *self)
{
  g_return_val_if_fail (NEV_IS_WINDOW (self), NULL);

  return self->page == 0 ? NULL : nev_chart_state_get_spec (get_state (self));
}

/**
 * nev_window_add_toast:
 * @self: a window; one that was closed meanwhile shows nothing
 * @toast: (transfer full): what to say
 *
 * Tells that something is done.
 */
void
nev_window_add_toast (NevWindow *self,
                      AdwToast  *toast)
{
  g_return_if_fail (NEV_IS_WINDOW (self));

  if (self->toasts != NULL)
    adw_toast_overlay_add_toast (self->toasts, toast);
  else
    g_object_unref (toast);
}
