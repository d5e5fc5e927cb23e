/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "nev-application.h"
#include "nev-chart-labels.h"
#include "nev-package.h"
#include "nev-series-dialog.h"
#include "nev-series-menu.h"
#include "nev-spec-series.h"
#include "nev-window.h"
#include "test-press.h"
#include "test-wait.h"

/* Choosing what a chart shows: from the list of all series, from its menu, by the names in it and by keys. */

static GtkApplication *application;
static NevDataset     *dataset;

typedef struct
{
  NevChartState   *state;
  NevSpec         *spec;
  NevSeriesDialog *dialog;
  GListStore      *items;
} Fixture;

static NevSeries *
find (const char *id)
{
  return nev_dataset_find_series (dataset, id, NULL);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_find_chart (dataset, "production-sales", NULL));

  fixture->state = nev_chart_state_new (spec);
  fixture->spec = spec;
  fixture->items = g_list_store_new (NEV_TYPE_SERIES_ITEM);
  nev_series_item_append_series (fixture->items, dataset);
  fixture->dialog = nev_series_dialog_new (NULL, G_LIST_MODEL (fixture->items), fixture->state);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_object_unref (fixture->items);
  g_object_unref (fixture->state);

  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static gpointer
get_child (gpointer    widget,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (widget), G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);

  return child;
}

static void
search (Fixture    *fixture,
        const char *text)
{
  gtk_editable_set_text (get_child (fixture->dialog, "entry"), text);
  g_signal_emit_by_name (get_child (fixture->dialog, "entry"), "search-changed");
}

/* The ids of what is found. */
static char *
list_found (Fixture *fixture)
{
  GtkListBox *list = get_child (fixture->dialog, "list");
  GString    *ids = g_string_new (NULL);

  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      NevSeriesItem *item = g_object_get_data (G_OBJECT (gtk_list_box_get_row_at_index (list, i)), "item");

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", nev_series_get_id (nev_series_item_get_series (item)));
    }

  return g_string_free (ids, FALSE);
}

static void
activate (Fixture    *fixture,
          const char *text)
{
  search (fixture, text);
  g_signal_emit_by_name (get_child (fixture->dialog, "entry"), "activate");
}

static const char *
get_message (Fixture *fixture)
{
  return gtk_label_get_label (get_child (fixture->dialog, "message"));
}

static void
test_search (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *ids;
  } cases[] = {
    { "BYD exp", "byd_exports" },
    { "byd_overseas_sales_i", "byd_overseas_sales_incl_pickups" },
    { "比亚迪 皮卡", "byd_overseas_sales_incl_pickups" },
    { "国家能源局 private", "private_additions private_stock" },
    { "gac headcount", "gac_rd_headcount" },
    { "no such thing", "" },
  };
  g_autofree char *all = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;

      search (fixture, cases[i].text);
      found = list_found (fixture);
      g_assert_cmpstr (found, ==, cases[i].ids);
    }

  search (fixture, "");
  all = list_found (fixture);
  g_assert_true (g_str_has_prefix (all, "nev_production nev_sales nev_exports "));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->items)), ==, nev_dataset_get_n_series (dataset));
}

static void
test_details (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(NevSeriesItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->items), 0);
  g_autofree char *details = nev_series_item_get_details (item);

  g_assert_cmpstr (nev_series_item_get_title (item), ==, "NEV production");
  g_assert_cmpstr (details, ==, "vehicles · CAAM · January 2019 – February 2026");
}

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  activate (fixture, "nev_exports");
  g_assert_cmpuint (nev_spec_get_panel (fixture->spec, 0).series->len, ==, 3);
  g_assert_true (nev_spec_shows_series (fixture->spec, find ("nev_exports")));
  g_assert_false (gtk_widget_get_visible (get_child (fixture->dialog, "note_row")));

  /* What is in the chart already goes, and then it is the chart's own again. */
  activate (fixture, "nev_exports");
  g_assert_null (nev_spec_get_series (fixture->spec));

  nev_history_undo (nev_chart_state_get_history (fixture->state));
  g_assert_null (nev_spec_get_series (fixture->spec));

  /* The last one stays. */
  activate (fixture, "nev_sales");
  activate (fixture, "nev_production");
  g_assert_cmpuint (nev_spec_get_panel (fixture->spec, 0).series->len, ==, 1);
  g_assert_nonnull (strstr (get_message (fixture), "last series"));
}

static void
test_limit (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const ids[] = { "nev_exports", "auto_production", "auto_sales", "auto_exports" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    activate (fixture, ids[i]);

  g_assert_cmpuint (nev_spec_get_panel (fixture->spec, 0).series->len, ==, 6);
  activate (fixture, "byd_exports");
  g_assert_cmpuint (nev_spec_get_panel (fixture->spec, 0).series->len, ==, 6);
  g_assert_nonnull (strstr (get_message (fixture), "at most 6 series"));
}

static void
test_warning (Fixture      *fixture,
              gconstpointer data)
{
  GtkListBoxRow   *row;
  const char      *warning;
  g_autofree char *expected = NULL;

  search (fixture, "byd_exports");
  row = gtk_list_box_get_row_at_index (get_child (fixture->dialog, "list"), 0);
  warning = gtk_label_get_label (g_object_get_data (G_OBJECT (row), "warning"));
  g_assert_true (g_str_has_prefix (warning, "Definitions differ. Publishers: CAAM (NEV production, NEV sales); BYD"));

  expected = g_strdup (warning);
  activate (fixture, "byd_exports");
  g_assert_true (gtk_widget_get_visible (get_child (fixture->dialog, "note_row")));
  g_assert_cmpstr (gtk_label_get_label (get_child (fixture->dialog, "note")), ==, expected);
}

/* There is no second axis: another unit is offered as a comparison, which one click makes. */
static void
test_units (Fixture      *fixture,
            gconstpointer data)
{
  activate (fixture, "charging_stock");
  g_assert_cmpuint (nev_spec_get_panel (fixture->spec, 0).series->len, ==, 2);
  g_assert_true (gtk_widget_get_visible (get_child (fixture->dialog, "offers")));
  g_assert_nonnull (strstr (get_message (fixture), "“Charging points” is counted in chargers and the chart in vehicles."));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "dialog.compare-index", NULL));
  g_assert_cmpuint (nev_spec_get_panel (fixture->spec, 0).series->len, ==, 3);
  g_assert_cmpint (nev_spec_get_measure (fixture->spec), ==, NEV_MEASURE_INDEX);
  g_assert_cmpint (nev_spec_get_mark (fixture->spec), ==, NEV_MARK_LINE);
  g_assert_false (gtk_widget_get_visible (get_child (fixture->dialog, "offers")));
  g_assert_true (nev_spec_can_take_series (fixture->spec, find ("nev_share"), NEV_MEASURE_INDEX));
  g_assert_false (nev_spec_can_take_series (fixture->spec, find ("nev_share"), NEV_MEASURE_CHANGE_ON_YEAR));
}

static GtkWidget *
get_row (NevSeriesMenu *menu,
         int            index)
{
  GtkWidget *row = gtk_widget_get_first_child (get_child (menu, "rows"));

  while (index-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static void
test_menu (Fixture      *fixture,
           gconstpointer data)
{
  NevSeriesMenu  *menu = g_object_new (NEV_TYPE_SERIES_MENU, "state", fixture->state, NULL);
  GtkWidget      *window = gtk_window_new ();
  GtkWidget      *button = gtk_menu_button_new ();
  GtkWidget      *production_focus, *sales;
  GtkCheckButton *production;

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (menu));
  gtk_window_set_child (GTK_WINDOW (window), button);
  gtk_window_present (GTK_WINDOW (window));

  /* Nothing is made for a menu that is closed. */
  g_assert_null (gtk_widget_get_first_child (get_child (menu, "rows")));
  wait_until (gtk_widget_get_mapped (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (menu)));

  production = GTK_CHECK_BUTTON (gtk_widget_get_first_child (get_row (menu, 0)));
  production_focus = gtk_widget_get_last_child (get_row (menu, 0));
  sales = gtk_widget_get_first_child (get_row (menu, 1));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (production_focus), TRUE);
  g_assert_true (nev_spec_get_focus (fixture->spec) == find ("nev_production"));

  gtk_check_button_set_active (production, FALSE);
  g_assert_false (nev_spec_shows_series (fixture->spec, find ("nev_production")));
  g_assert_null (nev_spec_get_focus (fixture->spec));
  g_assert_false (gtk_widget_get_sensitive (sales));

  /* The way back is where it was. */
  gtk_check_button_set_active (production, TRUE);
  g_assert_null (nev_spec_get_hidden (fixture->spec));
  g_assert_true (gtk_widget_get_sensitive (sales));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Who is led to a number sees it, and a chart as it was declared has all of its own. */
static void
test_back (Fixture      *fixture,
           gconstpointer data)
{
  NevPeriod period = nev_period_at (nev_day_from_date (2023, 6, 1), NEV_FREQUENCY_MONTH);

  g_assert_true (nev_spec_hide_series (fixture->spec, find ("nev_sales")));
  nev_chart_state_show_figure (fixture->state, find ("nev_sales"), period);
  g_assert_null (nev_spec_get_hidden (fixture->spec));
  g_assert_cmpuint (nev_spec_count_shown (fixture->spec), ==, 2);

  g_assert_true (nev_spec_hide_series (fixture->spec, find ("nev_sales")));
  g_assert_false (nev_spec_hide_series (fixture->spec, find ("nev_production")));
  nev_spec_set_focus (fixture->spec, find ("nev_production"));
  nev_chart_state_reset (fixture->state);
  g_assert_null (nev_spec_get_hidden (fixture->spec));
  g_assert_null (nev_spec_get_focus (fixture->spec));
}

/* In the window */

static NevWindow *
open_window (NevChartView **view)
{
  NevWindow *window = nev_window_new (GTK_APPLICATION (application), NULL);

  *view = nev_chart_page_get_chart_view (nev_window_get_chart_page (window));
  gtk_window_present (GTK_WINDOW (window));
  wait_until (nev_window_get_dataset (window) != NULL);
  nev_window_set_page (window, 1);
  wait_until (nev_chart_view_get_scene (*view) != NULL);

  return window;
}

static void
close_window (NevWindow *window)
{
  nev_spec_set_focus (nev_window_get_spec (window), NULL);
  nev_spec_set_hidden (nev_window_get_spec (window), NULL);
  nev_window_set_page (window, 0);
  gtk_window_destroy (GTK_WINDOW (window));

  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
test_keys (void)
{
  NevChartView *view;
  NevWindow    *window = open_window (&view);
  NevSpec      *spec = nev_window_get_spec (window);
  GPtrArray    *all = nev_spec_get_all_series (spec);

  /* Nothing is selected: the first one */
  g_assert_true (press (GTK_WIDGET (view), GDK_KEY_f));
  g_assert_true (nev_spec_get_focus (spec) == g_ptr_array_index (all, 0));
  g_assert_true (press (GTK_WIDGET (view), GDK_KEY_Escape));
  g_assert_null (nev_spec_get_focus (spec));

  nev_chart_state_select (nev_chart_view_get_state (view), (NevDatum){ 1, 3 });
  g_assert_true (press (GTK_WIDGET (view), GDK_KEY_f));
  g_assert_true (nev_spec_get_focus (spec) == g_ptr_array_index (all, 1));
  g_assert_true (press (GTK_WIDGET (view), GDK_KEY_f));
  g_assert_null (nev_spec_get_focus (spec));

  g_assert_true (press (GTK_WIDGET (view), GDK_KEY_h));
  g_assert_cmpuint (nev_spec_count_shown (spec), ==, 1);
  g_assert_cmpuint (nev_table_get_n_columns (nev_chart_state_get_table (nev_chart_view_get_state (view))), ==, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "page.show-all-series", NULL));
  g_assert_cmpuint (nev_spec_count_shown (spec), ==, 2);

  close_window (window);
}

static const NevItem *
find_label (const NevScene *scene,
            const char     *text)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      if (item->kind == NEV_ITEM_TEXT && item->datum.column >= 0 && g_str_equal (item->text, text))
        return item;
    }

  return NULL;
}

/* A menu that was opened on a name is about that series, though a number of another one is selected. */
static void
test_pointed (void)
{
  NevChartView  *view;
  NevWindow     *window = open_window (&view);
  NevChartState *state = nev_chart_view_get_state (view);
  const NevItem *label = find_label (nev_chart_view_get_scene (view), "NEV sales");

  g_assert_nonnull (label);
  nev_chart_state_select (state, (NevDatum){ 0, 3 });
  g_assert_cmpstr (nev_series_get_id (nev_chart_labels_get_series (view)), ==, "nev_production");
  g_assert_false (nev_chart_labels_point (view, 1, 1));
  g_assert_true (nev_chart_labels_point (view, label->x + 2, label->y + 2));
  g_assert_cmpstr (nev_series_get_id (nev_chart_labels_get_series (view)), ==, "nev_sales");

  nev_chart_labels_focus (view);
  g_assert_cmpstr (nev_series_get_id (nev_spec_get_focus (nev_chart_state_get_spec (state))), ==, "nev_sales");
  g_assert_cmpstr (nev_series_get_id (nev_chart_labels_get_series (view)), ==, "nev_production");

  close_window (window);
}

static NevSeriesDialog *
find_dialog (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (NEV_IS_SERIES_DIALOG (window))
        return NEV_SERIES_DIALOG (window);
    }

  return NULL;
}

/* Away from the charts a search leads to one. */
static void
test_open (void)
{
  NevChartView *view;
  NevWindow    *window = open_window (&view);
  Fixture       fixture = { NULL };

  nev_window_set_page (window, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL));
  fixture.dialog = find_dialog ();
  g_assert_nonnull (fixture.dialog);
  activate (&fixture, "market");
  g_assert_null (find_dialog ());
  g_assert_cmpuint (nev_window_get_page (window), ==, 3);

  nev_window_set_page (window, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL));
  fixture.dialog = find_dialog ();
  activate (&fixture, "byd_overseas_sales");
  g_assert_cmpstr (nev_series_get_id (g_ptr_array_index (nev_spec_get_panel (nev_window_get_spec (window), 0).series, 0)), ==,
                   "byd_overseas_sales");

  nev_spec_set_series (nev_window_get_spec (window), NULL);
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  /* Not gtk_test_init(), which sets a locale that needn't be there. */
  (g_test_init) (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  application = GTK_APPLICATION (nev_application_new (G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  dataset = nev_package_load_bundled (&error);
  g_assert_no_error (error);

  g_test_add ("/series/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/series/details", Fixture, NULL, set_up, test_details, tear_down);
  g_test_add ("/series/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/series/limit", Fixture, NULL, set_up, test_limit, tear_down);
  g_test_add ("/series/warning", Fixture, NULL, set_up, test_warning, tear_down);
  g_test_add ("/series/units", Fixture, NULL, set_up, test_units, tear_down);
  g_test_add ("/series/menu", Fixture, NULL, set_up, test_menu, tear_down);
  g_test_add ("/series/back", Fixture, NULL, set_up, test_back, tear_down);
  g_test_add_func ("/series/keys", test_keys);
  g_test_add_func ("/series/pointed", test_pointed);
  g_test_add_func ("/series/open", test_open);

  status = g_test_run ();
  g_object_unref (dataset);
  g_object_unref (application);

  return status;
}
