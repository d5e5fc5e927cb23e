/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>

#include "test-press.h"
#include "test-wait.h"

#include "nev-application.h"
#include "nev-card-line.h"
#include "nev-chart-drag.h"
#include "nev-chart-keys.h"
#include "nev-chart-points.h"
#include "nev-choice.h"
#include "nev-details.h"
#include "nev-export.h"
#include "nev-options.h"
#include "nev-overview.h"
#include "nev-presenter.h"
#include "nev-table-model.h"
#include "nev-tile.h"
#include "nev-window-export.h"
#include "nev-window-print.h"
#include "nev-words.h"

/* The window itself, in this process, on a display that nobody sees. */

static GApplication *application;

typedef struct
{
  NevWindow    *window;
  NevChartPage *page;
  NevChartView *view;
} Fixture;

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_painted (GtkWidget *widget)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);

  return node != NULL;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->window = nev_window_new (GTK_APPLICATION (application), NULL);
  fixture->page = nev_window_get_chart_page (fixture->window);
  fixture->view = nev_chart_page_get_chart_view (fixture->page);

  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (nev_window_get_dataset (fixture->window) != NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  /* The next window begins with the overview. */
  nev_window_set_page (fixture->window, 0);
  gtk_window_destroy (GTK_WINDOW (fixture->window));

  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static NevChartState *
show_chart (Fixture *fixture,
            guint    page)
{
  nev_window_set_page (fixture->window, page);
  wait_until (nev_chart_view_get_scene (fixture->view) != NULL);

  return nev_chart_page_get_state (fixture->page);
}

static void
test_pages (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *overview = find_widget (GTK_WIDGET (fixture->window), NEV_TYPE_OVERVIEW);

  g_assert_cmpuint (nev_window_get_n_pages (fixture->window), ==, 5);
  g_assert_cmpuint (nev_window_get_page (fixture->window), ==, 0);
  g_assert_nonnull (overview);
  wait_until (is_painted (overview));
  g_assert_null (nev_chart_view_get_scene (fixture->view));

  for (guint i = 1; i < 5; i++)
    {
      const NevScene *scene;

      show_chart (fixture, i);
      scene = nev_chart_view_get_scene (fixture->view);

      g_assert_cmpuint (nev_chart_view_get_n_layouts (fixture->view), ==, i);
      g_assert_cmpuint (scene->hits->len, >, 0);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->view)), ==, (int) scene->width);
      wait_until (is_painted (GTK_WIDGET (fixture->view)));
      g_assert_null (find_widget (GTK_WIDGET (fixture->window), NEV_TYPE_OVERVIEW));
    }
}

static void
test_remembers_chart (Fixture      *fixture,
                      gconstpointer data)
{
  NevWindow    *second;
  NevSpec      *spec;
  NevAnnotation note = { NEV_ANNOTATION_NOTE, NEV_MEASURE_LEVEL, 0, 0, nev_period_at (nev_day_from_date (2023, 6, 1), NEV_FREQUENCY_MONTH), (char *) "Here" };
  g_autoptr(GPtrArray) annotations = g_ptr_array_new ();

  show_chart (fixture, 3);
  spec = nev_window_get_spec (fixture->window);
  nev_spec_set_frequency (spec, NEV_FREQUENCY_QUARTER);
  nev_spec_set_measure (spec, NEV_MEASURE_CHANGE_ON_YEAR);
  nev_spec_set_range (spec, nev_day_from_date (2022, 1, 1), nev_day_from_date (2024, 7, 1));
  nev_spec_set_title (spec, "Half of all cars");
  g_ptr_array_add (annotations, &note);
  nev_spec_set_annotations (spec, annotations);
  nev_window_set_chart_language (fixture->window, NEV_LANGUAGE_CHINESE);

  second = nev_window_new (GTK_APPLICATION (application), NULL);
  gtk_window_present (GTK_WINDOW (second));
  wait_until (nev_window_get_dataset (second) != NULL);

  g_assert_cmpuint (nev_window_get_page (second), ==, 3);
  spec = nev_window_get_spec (second);
  g_assert_cmpint (nev_spec_get_frequency (spec), ==, NEV_FREQUENCY_QUARTER);
  g_assert_cmpint (nev_spec_get_measure (spec), ==, NEV_MEASURE_CHANGE_ON_YEAR);
  g_assert_cmpint (nev_spec_get_from (spec), ==, nev_day_from_date (2022, 1, 1));
  g_assert_cmpint (nev_spec_get_to (spec), ==, nev_day_from_date (2024, 7, 1));
  g_assert_cmpstr (nev_spec_get_title (spec), ==, "Half of all cars");
  g_assert_cmpuint (nev_spec_get_annotations (spec)->len, ==, 1);
  g_assert_true (nev_annotation_equal (g_ptr_array_index (nev_spec_get_annotations (spec), 0), &note));
  g_assert_cmpint (nev_window_get_chart_language (second), ==, NEV_LANGUAGE_CHINESE);

  gtk_window_destroy (GTK_WINDOW (second));
  nev_window_set_chart_language (fixture->window, NEV_LANGUAGE_ENGLISH);
}

/* The chart speaks Chinese in a window that speaks English, on the screen and in the menu's state. */
static void
test_chart_language (Fixture      *fixture,
                     gconstpointer data)
{
  guint n_layouts;

  show_chart (fixture, 1);
  n_layouts = nev_chart_view_get_n_layouts (fixture->view);
  g_assert_null (strstr (nev_chart_view_get_scene (fixture->view)->title, "新能源"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.chart-language", "s", "zh_CN");
  wait_until (nev_chart_view_get_n_layouts (fixture->view) > n_layouts);
  g_assert_nonnull (strstr (nev_chart_view_get_scene (fixture->view)->title, "新能源"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.chart-language", "s", "en");
  g_assert_cmpint (nev_window_get_chart_language (fixture->window), ==, NEV_LANGUAGE_ENGLISH);
}

/* The window is mirrored, and time still runs from left to right in the chart. */
static void
test_right_to_left (Fixture      *fixture,
                    gconstpointer data)
{
  NevWindow      *window;
  NevChartView   *view;
  const NevScene *scene;
  graphene_rect_t sidebar, chart;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = nev_window_new (GTK_APPLICATION (application), NULL);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (nev_window_get_dataset (window) != NULL);
  nev_window_set_page (window, 1);
  view = nev_chart_page_get_chart_view (nev_window_get_chart_page (window));
  wait_until (nev_chart_view_get_scene (view) != NULL);

  g_assert_true (gtk_widget_compute_bounds (find_widget (GTK_WIDGET (window), GTK_TYPE_LIST_BOX), GTK_WIDGET (window), &sidebar));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (view), GTK_WIDGET (window), &chart));
  g_assert_cmpfloat (graphene_rect_get_x (&sidebar), >, graphene_rect_get_x (&chart));

  scene = nev_chart_view_get_scene (view);
  g_assert_cmpfloat (nev_scene_find_hit (scene, (NevDatum){ 0, 0 })->anchor_x, <,
                     nev_scene_find_hit (scene, (NevDatum){ 0, 1 })->anchor_x);

  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_redraws (Fixture      *fixture,
              gconstpointer data)
{
  NevChartState   *state = show_chart (fixture, 1);
  NevSpec         *spec = nev_chart_state_get_spec (state);
  AdwStyleManager *style = adw_style_manager_get_default ();
  guint            n_layouts = nev_chart_view_get_n_layouts (fixture->view);
  guint            n_renders;

  nev_spec_set_frequency (spec, NEV_FREQUENCY_QUARTER);
  nev_spec_set_mark (spec, NEV_MARK_LINE);
  g_assert_null (nev_chart_view_get_scene (fixture->view));
  wait_until (nev_chart_view_get_scene (fixture->view) != NULL);
  g_assert_cmpuint (nev_chart_view_get_n_layouts (fixture->view), ==, n_layouts + 1);

  /* Another style changes no place. */
  n_renders = nev_chart_view_get_n_renders (fixture->view);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  wait_until (nev_chart_view_get_n_renders (fixture->view) > n_renders);
  g_assert_cmpuint (nev_chart_view_get_n_layouts (fixture->view), ==, n_layouts + 1);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

static void
assert_reading (NevChartState *state,
                const char    *series,
                double         value)
{
  const NevReading *reading = nev_chart_state_get_reading (state, nev_chart_state_get_selection (state));

  g_assert_nonnull (reading);
  g_assert_cmpstr (nev_series_get_id (reading->series), ==, series);
  g_assert_cmpfloat (reading->value, ==, value);
}

static void
test_tiles (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *series;
    guint       page;
    double      value;
  } tiles[] = {
    { "nev_production", 1, 3788000 },
    { "nev_sales", 1, 3747000 },
    { "nev_exports", 2, 534000 },
    { "nev_share", 3, 28.3 },
    { "charging_additions", 4, 1442000 },
    { "byd_exports", 2, 81000 },
  };
  GtkFlowBox *flow_box = GTK_FLOW_BOX (find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_FLOW_BOX));

  for (guint i = 0; i < G_N_ELEMENTS (tiles); i++)
    {
      GtkFlowBoxChild *tile = gtk_flow_box_get_child_at_index (flow_box, (int) i);

      g_assert_cmpstr (nev_series_get_id (nev_tile_get_highlight (NEV_TILE (tile))->series), ==, tiles[i].series);

      nev_window_set_page (fixture->window, 0);
      g_signal_emit_by_name (flow_box, "child-activated", tile);
      g_assert_cmpuint (nev_window_get_page (fixture->window), ==, tiles[i].page);
      wait_until (nev_chart_view_get_scene (fixture->view) != NULL);
      assert_reading (nev_chart_page_get_state (fixture->page), tiles[i].series, tiles[i].value);
    }
}

/* A tile may put a series of its own into a chart, but the chart isn't lost by that. */
static void
test_tile_is_no_trap (Fixture      *fixture,
                      gconstpointer data)
{
  GtkFlowBox      *flow_box = GTK_FLOW_BOX (find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_FLOW_BOX));
  GtkListBox      *sidebar = GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (fixture->window), NEV_TYPE_WINDOW, "sidebar"));
  GtkFlowBoxChild *tile = gtk_flow_box_get_child_at_index (flow_box, 5);
  NevChartState   *state;
  NevSpec         *spec;
  const NevChart  *chart;

  g_signal_emit_by_name (flow_box, "child-activated", tile);
  state = nev_chart_page_get_state (fixture->page);
  spec = nev_chart_state_get_spec (state);
  chart = nev_spec_get_chart (spec);
  g_assert_nonnull (nev_spec_get_series (spec));
  g_assert_cmpint (nev_spec_get_from (spec), ==, chart->from);
  g_assert_cmpint (nev_spec_get_to (spec), ==, chart->to);

  /* The row of the page that is shown. */
  g_signal_emit_by_name (sidebar, "row-activated", gtk_list_box_get_row_at_index (sidebar, 2));
  g_assert_null (nev_spec_get_series (spec));
  g_assert_cmpuint (nev_window_get_page (fixture->window), ==, 2);

  /* From another page, where the keys only select. */
  g_signal_emit_by_name (flow_box, "child-activated", tile);
  g_assert_nonnull (nev_spec_get_series (spec));
  nev_window_set_page (fixture->window, 1);
  g_assert_nonnull (nev_spec_get_series (spec));
  gtk_list_box_select_row (sidebar, gtk_list_box_get_row_at_index (sidebar, 2));
  g_assert_cmpuint (nev_window_get_page (fixture->window), ==, 2);
  g_assert_null (nev_spec_get_series (spec));

  /* Another tile of the same chart. */
  g_signal_emit_by_name (flow_box, "child-activated", tile);
  g_signal_emit_by_name (flow_box, "child-activated", gtk_flow_box_get_child_at_index (flow_box, 2));
  g_assert_null (nev_spec_get_series (spec));
}

static GtkWidget *
find_labelled (GtkWidget  *widget,
               GType       type,
               const char *label)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_autofree char *text = NULL;

      g_object_get (widget, "label", &text, NULL);
      if (text != NULL && strstr (text, label) != NULL)
        return widget;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, type, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_default (Fixture      *fixture,
              gconstpointer data)
{
  GtkFlowBox     *flow_box = GTK_FLOW_BOX (find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_FLOW_BOX));
  NevSpec        *spec;
  const NevChart *chart;
  GtkWidget      *button;

  g_signal_emit_by_name (flow_box, "child-activated", gtk_flow_box_get_child_at_index (flow_box, 5));
  spec = nev_window_get_spec (fixture->window);
  chart = nev_spec_get_chart (spec);
  nev_spec_set_measure (spec, NEV_MEASURE_CHANGE_ON_YEAR);
  nev_spec_set_mark (spec, NEV_MARK_LINE);
  nev_spec_set_range (spec, nev_day_from_date (2022, 1, 1), nev_day_from_date (2024, 1, 1));

  button = find_labelled (find_widget (GTK_WIDGET (fixture->page), NEV_TYPE_OPTIONS), GTK_TYPE_BUTTON, "Default");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");

  g_assert_null (nev_spec_get_series (spec));
  g_assert_cmpint (nev_spec_get_frequency (spec), ==, chart->frequency);
  g_assert_cmpint (nev_spec_get_measure (spec), ==, chart->panels[0].measure);
  g_assert_cmpint (nev_spec_get_mark (spec), ==, chart->panels[0].mark);
  g_assert_cmpint (nev_spec_get_from (spec), ==, chart->from);
  g_assert_cmpint (nev_spec_get_to (spec), ==, chart->to);
}

/* T there and back again. */
static void
test_toggle (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  show_chart (fixture, 1);
  gtk_widget_grab_focus (view);

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *column_view;

      g_assert_true (press (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_t));
      g_assert_true (nev_chart_page_get_show_table (fixture->page));
      column_view = find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_COLUMN_VIEW);
      g_assert_nonnull (column_view);
      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), column_view));

      g_assert_true (press (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_t));
      g_assert_false (nev_chart_page_get_show_table (fixture->page));
      g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
    }
}

static void
click (GtkWidget *widget,
       double     x,
       double     y)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller))
        continue;

      g_signal_emit_by_name (controller, "pressed", 1, x, y);
      g_signal_emit_by_name (controller, "released", 1, x, y);
    }
}

/* What the card tells of is what a click selects, above a bar and below, with the details open or not. */
static void
test_click (Fixture      *fixture,
            gconstpointer data)
{
  NevChartState *state = show_chart (fixture, 1);
  guint          n_hits = nev_chart_view_get_scene (fixture->view)->hits->len;

  for (guint i = 0; i < n_hits; i += 7)
    {
      const NevScene *scene;
      NevHit          hit;
      const NevHit   *above;
      NevDatum        expected;

      wait_until (nev_chart_view_get_scene (fixture->view) != NULL);
      scene = nev_chart_view_get_scene (fixture->view);
      hit = g_array_index (scene->hits, NevHit, i);
      above = nev_scene_pick (scene, hit.anchor_x, hit.anchor_y - 4);
      g_assert_nonnull (above);
      expected = above->datum;

      nev_chart_view_hover (fixture->view, hit.anchor_x, hit.anchor_y - 4);
      click (GTK_WIDGET (fixture->view), hit.anchor_x, hit.anchor_y - 4);
      g_assert_true (nev_datum_equal (nev_chart_state_get_selection (state), expected));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
    }
}

/* The article's claim stands where the number that contradicts it is told. */
static void
test_contradiction (Fixture      *fixture,
                    gconstpointer data)
{
  NevChartState *state = show_chart (fixture, 4);

  nev_spec_set_range (nev_chart_state_get_spec (state), nev_day_from_date (2023, 1, 1), nev_day_from_date (2024, 1, 1));
  nev_chart_state_select (state, (NevDatum){ 0, 0 });
  assert_reading (state, "charging_additions", 1442000);
  g_assert_nonnull (find_labelled (GTK_WIDGET (fixture->view), NEV_TYPE_CARD_LINE, "+18.6%"));

  nev_chart_state_select (state, (NevDatum){ 0, 1 });
  g_assert_null (find_labelled (GTK_WIDGET (fixture->view), NEV_TYPE_CARD_LINE, "+18.6%"));

  /* And how the change that contradicts it was calculated. */
  nev_chart_state_select (state, (NevDatum){ 0, 0 });
  nev_chart_page_open_details (fixture->page);
  g_assert_nonnull (find_labelled (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "1,442,000"));
}

static void
test_keys (Fixture      *fixture,
           gconstpointer data)
{
  NevChartState *state = show_chart (fixture, 1);
  NevSpec       *spec = nev_chart_state_get_spec (state);
  GtkWidget     *view = GTK_WIDGET (fixture->view);
  AdwFlap       *flap;
  int            last;

  nev_spec_set_frequency (spec, NEV_FREQUENCY_HALF_YEAR);
  last = (int) nev_table_get_n_rows (nev_chart_state_get_table (state)) - 1;
  flap = ADW_FLAP (gtk_widget_get_ancestor (view, ADW_TYPE_FLAP));

  g_assert_true (nev_datum_is_none (nev_chart_state_get_selection (state)));
  g_assert_false (press (view, GDK_KEY_Escape));
  g_assert_false (press (view, GDK_KEY_Return));

  g_assert_true (press (view, GDK_KEY_Left));
  g_assert_cmpint (nev_chart_state_get_selection (state).row, ==, last);
  g_assert_true (press (view, GDK_KEY_Home));
  assert_reading (state, "nev_production", 3788000);
  g_assert_true (press (view, GDK_KEY_Left));
  assert_reading (state, "nev_production", 3788000);
  g_assert_true (press (view, GDK_KEY_Down));
  assert_reading (state, "nev_sales", 3747000);
  g_assert_true (press (view, GDK_KEY_Up));
  g_assert_true (press (view, GDK_KEY_End));
  g_assert_cmpint (nev_chart_state_get_selection (state).row, ==, last);

  /* A year is two halves; the end is the end. */
  g_assert_true (press (view, GDK_KEY_Page_Up));
  g_assert_cmpint (nev_chart_state_get_selection (state).row, ==, last - 2);
  g_assert_true (press (view, GDK_KEY_Page_Down));
  g_assert_true (press (view, GDK_KEY_Page_Down));
  g_assert_cmpint (nev_chart_state_get_selection (state).row, ==, last);

  g_assert_true (press (view, GDK_KEY_m));
  for (guint row = 0; row < nev_table_get_n_rows (nev_chart_state_get_table (state)); row++)
    g_assert_false (nev_chart_state_get_reading (state, (NevDatum){ 0, (int) row })->value >
                    nev_chart_state_get_reading (state, nev_chart_state_get_selection (state))->value);

  g_assert_false (adw_flap_get_reveal_flap (flap));
  gtk_widget_grab_focus (view);
  g_assert_true (press (view, GDK_KEY_Return));
  g_assert_true (adw_flap_get_reveal_flap (flap));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), find_widget (GTK_WIDGET (fixture->page), NEV_TYPE_DETAILS)));

  /* Back in the chart it's still there. */
  g_assert_true (press (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_Escape));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
  g_assert_false (nev_datum_is_none (nev_chart_state_get_selection (state)));
  g_assert_true (press (view, GDK_KEY_Return));

  g_assert_true (press (view, GDK_KEY_t));
  g_assert_true (nev_chart_page_get_show_table (fixture->page));
  nev_chart_page_set_show_table (fixture->page, FALSE);

  g_assert_true (press (view, GDK_KEY_Escape));
  g_assert_true (nev_datum_is_none (nev_chart_state_get_selection (state)));
  g_assert_false (adw_flap_get_reveal_flap (flap));
}

/* A selection is of a time and not of a place. */
static void
test_selection_survives (Fixture      *fixture,
                         gconstpointer data)
{
  NevChartState *state = show_chart (fixture, 1);
  NevSpec       *spec = nev_chart_state_get_spec (state);

  nev_spec_set_range (spec, nev_day_from_date (2023, 1, 1), nev_day_from_date (2023, 7, 1));
  nev_chart_state_select (state, (NevDatum){ 1, 5 });
  assert_reading (state, "nev_sales", 806000);

  nev_spec_set_frequency (spec, NEV_FREQUENCY_HALF_YEAR);
  assert_reading (state, "nev_sales", 3747000);

  nev_spec_set_range (spec, nev_day_from_date (2024, 1, 1), 0);
  g_assert_true (nev_datum_is_none (nev_chart_state_get_selection (state)));

  nev_spec_set_range (spec, 0, 0);
  nev_spec_set_frequency (spec, NEV_FREQUENCY_MONTH);
  assert_reading (state, "nev_sales", 806000);
}

static void
test_table (Fixture      *fixture,
            gconstpointer data)
{
  NevChartState *state = show_chart (fixture, 2);
  NevTable      *table = nev_chart_state_get_table (state);
  GtkColumnView *column_view;
  GListModel    *rows;
  GListModel    *columns;

  nev_chart_page_set_show_table (fixture->page, TRUE);
  wait_until ((column_view = GTK_COLUMN_VIEW (find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_COLUMN_VIEW))));
  wait_until (is_painted (GTK_WIDGET (column_view)));

  rows = G_LIST_MODEL (gtk_column_view_get_model (column_view));
  columns = gtk_column_view_get_columns (column_view);

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, nev_table_get_n_rows (table));
  /* The period, and how the values were obtained. */
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, nev_table_get_n_columns (table) + 2);

  for (guint i = 0; i < nev_table_get_n_rows (table); i++)
    {
      g_autoptr(NevTableRow) row = g_list_model_get_item (rows, i);

      g_assert_true (nev_period_equal (nev_table_row_get_period (row), nev_table_get_period (table, i)));
      for (guint j = 0; j < nev_table_get_n_columns (table); j++)
        g_assert_true (nev_table_row_get_reading (row, j) == nev_table_get_reading (table, j, i));
    }

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (rows), 3, TRUE);
  g_assert_cmpint (nev_chart_state_get_selection (state).row, ==, 3);
  nev_chart_state_select (state, (NevDatum){ 1, 4 });
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (rows), 4));
  g_signal_emit_by_name (column_view, "activate", 2);
  g_assert_true (nev_datum_equal (nev_chart_state_get_selection (state), ((NevDatum){ 1, 2 })));

  nev_spec_set_frequency (nev_chart_state_get_spec (state), NEV_FREQUENCY_YEAR);
  rows = G_LIST_MODEL (gtk_column_view_get_model (column_view));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, nev_table_get_n_rows (nev_chart_state_get_table (state)));

  nev_chart_page_set_show_table (fixture->page, FALSE);
}

/* The table says what the dashed line of the chart says. */
static void
test_table_break (Fixture      *fixture,
                  gconstpointer data)
{
  NevChartState *state = NULL;
  GtkWidget     *column_view;
  guint          n_breaks = 0;

  for (guint page = 1; page < nev_window_get_n_pages (fixture->window) && n_breaks == 0; page++)
    {
      NevTable *table;

      state = show_chart (fixture, page);
      nev_spec_set_frequency (nev_chart_state_get_spec (state), NEV_FREQUENCY_YEAR);
      nev_spec_set_range (nev_chart_state_get_spec (state), 0, 0);
      table = nev_chart_state_get_table (state);

      for (guint i = 0; i < nev_table_get_n_columns (table); i++)
        for (guint j = 0; j < nev_table_get_n_rows (table); j++)
          n_breaks += nev_table_is_break (table, i, j);
    }

  g_assert_cmpuint (n_breaks, >, 0);
  nev_chart_page_set_show_table (fixture->page, TRUE);
  wait_until ((column_view = find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_COLUMN_VIEW)));
  wait_until (find_labelled (column_view, GTK_TYPE_LABEL, "┆ ") != NULL);

  nev_chart_page_set_show_table (fixture->page, FALSE);
}

static gboolean
is_sensible (GtkDropDown *drop_down,
             guint        index)
{
  g_autoptr(NevChoice) choice = g_list_model_get_item (gtk_drop_down_get_model (drop_down), index);

  return nev_choice_get_sensible (choice);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, action);

  return found;
}

/* A note can be added where it will be seen. */
static void
test_note (Fixture      *fixture,
           gconstpointer data)
{
  NevSpec   *spec = nev_chart_state_get_spec (show_chart (fixture, 1));
  GtkWidget *button = find_button (GTK_WIDGET (fixture->page), "win.add-note");

  g_assert_true (gtk_widget_get_sensitive (button));
  nev_spec_set_ranking (spec, TRUE);
  g_assert_false (gtk_widget_get_sensitive (button));
  show_chart (fixture, 2);
  g_assert_true (gtk_widget_get_sensitive (button));
  show_chart (fixture, 1);
  g_assert_false (gtk_widget_get_sensitive (button));
  nev_spec_set_ranking (spec, FALSE);
  g_assert_true (gtk_widget_get_sensitive (button));
}

/* Not those of the range, which stand in a popover. */
static void
find_drop_downs (GtkWidget *widget,
                 GPtrArray *found)
{
  if (GTK_IS_DROP_DOWN (widget))
    g_ptr_array_add (found, widget);
  else if (!GTK_IS_POPOVER (widget))
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      find_drop_downs (child, found);
}

static void
test_options (Fixture      *fixture,
              gconstpointer data)
{
  NevChartState *state = show_chart (fixture, 4);
  NevSpec       *spec = nev_chart_state_get_spec (state);
  GtkWidget     *options = find_widget (GTK_WIDGET (fixture->page), NEV_TYPE_OPTIONS);
  g_autoptr(GPtrArray) drop_downs = g_ptr_array_new ();
  GtkDropDown *frequency, *measure, *mark, *period;

  g_assert_nonnull (options);
  find_drop_downs (options, drop_downs);
  g_assert_cmpuint (drop_downs->len, ==, 5);
  period = g_ptr_array_index (drop_downs, 0);
  frequency = g_ptr_array_index (drop_downs, 1);
  measure = g_ptr_array_index (drop_downs, 2);
  mark = g_ptr_array_index (drop_downs, 4);

  g_assert_cmpuint (gtk_drop_down_get_selected (frequency), ==, NEV_FREQUENCY_HALF_YEAR);
  gtk_drop_down_set_selected (frequency, NEV_FREQUENCY_YEAR);
  g_assert_cmpint (nev_spec_get_frequency (spec), ==, NEV_FREQUENCY_YEAR);
  nev_spec_set_frequency (spec, NEV_FREQUENCY_QUARTER);
  g_assert_cmpuint (gtk_drop_down_get_selected (frequency), ==, NEV_FREQUENCY_QUARTER);

  gtk_drop_down_set_selected (measure, NEV_MEASURE_YEAR_TO_DATE);
  g_assert_cmpint (nev_spec_get_measure (spec), ==, NEV_MEASURE_YEAR_TO_DATE);
  g_assert_true (is_sensible (measure, NEV_MEASURE_TRAILING_YEAR));

  /* One series alone is no pile, and neither are rates. */
  g_assert_false (is_sensible (mark, NEV_MARK_STACKED));
  state = show_chart (fixture, 1);
  g_assert_true (is_sensible (mark, NEV_MARK_STACKED));
  nev_spec_set_measure (nev_chart_state_get_spec (state), NEV_MEASURE_CHANGE_ON_YEAR);
  g_assert_false (is_sensible (mark, NEV_MARK_STACKED));
  g_assert_true (is_sensible (mark, NEV_MARK_LINE));

  /* Behind the marks stands what ranks the series at one period, which is then asked for in place of the range. */
  spec = nev_chart_state_get_spec (state);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (period)))));
  gtk_drop_down_set_selected (mark, NEV_N_MARKS);
  g_assert_cmpint (nev_spec_get_arrangement (spec), ==, NEV_ARRANGEMENT_RANKING);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (period)))));
  gtk_drop_down_set_selected (period, 1);
  g_assert_true (nev_period_equal (nev_spec_get_ranking_period (spec), nev_spec_get_period_at (spec, nev_spec_get_extent (spec).start)));
  gtk_drop_down_set_selected (period, 0);
  g_assert_cmpint (nev_spec_get_ranking_day (spec), ==, 0);
  gtk_drop_down_set_selected (mark, NEV_MARK_LINE);
  g_assert_cmpint (nev_spec_get_arrangement (spec), ==, NEV_ARRANGEMENT_TIMELINE);
  g_assert_cmpint (nev_spec_get_panel (spec, 0).mark, ==, NEV_MARK_LINE);
}

/* January and February can be merged where there are months; what was chosen comes back with them, and can be undone. */
/* In a window of the usual size no choice makes the others go away; the checks may have to share a button. */
static void
test_options_fit (Fixture      *fixture,
                  gconstpointer data)
{
  GtkWidget *options = NULL;

  show_chart (fixture, 1);
  wait_until ((options = find_widget (GTK_WIDGET (fixture->window), NEV_TYPE_OPTIONS)) != NULL);
  g_assert_nonnull (find_widget (options, GTK_TYPE_CHECK_BUTTON));

  for (guint i = 0; i < NEV_N_MEASURES; i++)
    {
      guint n_layouts = nev_chart_view_get_n_layouts (fixture->view);

      g_test_message ("%s", nev_words_measure ((NevMeasure) i, NEV_LANGUAGE_ENGLISH));
      nev_spec_set_seasonal (nev_window_get_spec (fixture->window), TRUE);
      nev_spec_set_merge_jan_feb (nev_window_get_spec (fixture->window), i == NEV_MEASURE_INDEX);
      nev_spec_set_measure (nev_window_get_spec (fixture->window), (NevMeasure) i);
      wait_until (i == 0 || nev_chart_view_get_n_layouts (fixture->view) > n_layouts);
      wait_until (is_painted (GTK_WIDGET (fixture->view)));

      g_assert_true (gtk_widget_get_mapped (options));
      g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (options)), ==, GTK_ORIENTATION_HORIZONTAL);
    }
}

static void
test_merge (Fixture      *fixture,
            gconstpointer data)
{
  NevChartState  *state = show_chart (fixture, 1);
  NevSpec        *spec = nev_chart_state_get_spec (state);
  GtkWidget      *options = find_widget (GTK_WIDGET (fixture->page), NEV_TYPE_OPTIONS);
  GtkCheckButton *merge = GTK_CHECK_BUTTON (find_widget (options, GTK_TYPE_CHECK_BUTTON));
  NevTable       *table;

  nev_spec_set_frequency (spec, NEV_FREQUENCY_MONTH);
  nev_spec_set_range (spec, nev_day_from_date (2023, 1, 1), nev_day_from_date (2024, 1, 1));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (merge)));
  g_assert_false (gtk_check_button_get_active (merge));

  /* The month that is selected becomes both. */
  nev_chart_state_select (state, (NevDatum){ 1, 1 });
  gtk_check_button_set_active (merge, TRUE);
  g_assert_true (nev_spec_get_merge_jan_feb (spec));
  table = nev_chart_state_get_table (state);
  g_assert_cmpuint (nev_table_get_n_rows (table), ==, 11);
  g_assert_cmpint (nev_chart_state_get_selection (state).row, ==, 0);
  g_assert_cmpfloat (nev_table_get_reading (table, 1, 0)->value, ==, 933000);

  nev_spec_set_frequency (spec, NEV_FREQUENCY_QUARTER);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (merge)));
  g_assert_false (gtk_check_button_get_active (merge));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (GTK_WIDGET (merge)), "only where months are shown"));
  nev_spec_set_frequency (spec, NEV_FREQUENCY_MONTH);
  g_assert_true (gtk_check_button_get_active (merge));

  while (nev_history_can_undo (nev_chart_state_get_history (state)))
    nev_history_undo (nev_chart_state_get_history (state));
  g_assert_false (nev_spec_get_merge_jan_feb (spec));
  g_assert_false (gtk_check_button_get_active (merge));

  /* A figure of one month can't be found among merged ones. */
  nev_spec_set_merge_jan_feb (spec, TRUE);
  nev_chart_state_show_figure (state, nev_table_get_column (nev_chart_state_get_table (state), 0)->series,
                               nev_period_at (nev_day_from_date (2023, 2, 1), NEV_FREQUENCY_MONTH));
  g_assert_false (nev_spec_get_merge_jan_feb (spec));
  nev_chart_state_show_figure (state, nev_table_get_column (nev_chart_state_get_table (state), 0)->series,
                               nev_period_cut (nev_day_from_date (2023, 2, 1), NEV_FREQUENCY_MONTH, TRUE));
  g_assert_true (nev_spec_get_merge_jan_feb (spec));
  nev_spec_set_index_base (spec, nev_day_from_date (2023, 6, 1));
  nev_chart_state_reset (state);
  g_assert_false (nev_spec_get_merge_jan_feb (spec));
  g_assert_cmpint (nev_spec_get_index_base (spec), ==, 0);
}

/* Beside the change of one of the two months the details say, once, why it is none of the trade. */
static void
test_holiday (Fixture      *fixture,
              gconstpointer data)
{
  NevChartState *state = show_chart (fixture, 1);
  NevSpec       *spec = nev_chart_state_get_spec (state);
  const char    *said = "Spring Festival moves between January and February";
  GtkWidget     *details;

  nev_spec_set_frequency (spec, NEV_FREQUENCY_MONTH);
  nev_spec_set_range (spec, nev_day_from_date (2023, 1, 1), nev_day_from_date (2024, 1, 1));
  nev_chart_state_select (state, (NevDatum){ 1, 0 });
  nev_chart_page_open_details (fixture->page);
  details = find_widget (GTK_WIDGET (fixture->page), NEV_TYPE_DETAILS);
  g_assert_nonnull (find_labelled (details, GTK_TYPE_LABEL, said));

  nev_spec_set_merge_jan_feb (spec, TRUE);
  g_assert_null (find_labelled (details, GTK_TYPE_LABEL, said));
  nev_spec_set_merge_jan_feb (spec, FALSE);
  nev_chart_state_select (state, (NevDatum){ 1, 2 });
  g_assert_null (find_labelled (details, GTK_TYPE_LABEL, said));

  /* Two months aren't compared with December, and the head of the details doesn't say otherwise. */
  nev_spec_set_merge_jan_feb (spec, TRUE);
  nev_spec_set_measure (spec, NEV_MEASURE_CHANGE_ON_PERIOD);
  nev_chart_state_select (state, (NevDatum){ 1, 0 });
  g_assert_nonnull (find_labelled (details, GTK_TYPE_LABEL, "The period to compare with is not as long as this one."));
  g_assert_null (find_labelled (details, GTK_TYPE_LABEL, "Nothing published leads to a value"));
}

/* What an index is measured from is asked where there is one: the periods with a value, after none of them. */
static void
test_index_base (Fixture      *fixture,
                 gconstpointer data)
{
  NevChartState *state = show_chart (fixture, 1);
  NevSpec       *spec = nev_chart_state_get_spec (state);
  GtkWidget     *options = find_widget (GTK_WIDGET (fixture->page), NEV_TYPE_OPTIONS);
  g_autoptr(GPtrArray) drop_downs = g_ptr_array_new ();
  GtkDropDown *base;

  find_drop_downs (options, drop_downs);
  base = g_ptr_array_index (drop_downs, 3);
  nev_spec_set_frequency (spec, NEV_FREQUENCY_YEAR);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (base)));

  nev_spec_set_measure (spec, NEV_MEASURE_INDEX);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (base)));
  g_assert_cmpuint (gtk_drop_down_get_selected (base), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (base)), ==,
                    1 + nev_spec_count_periods (spec, nev_spec_get_extent (spec)));

  gtk_drop_down_set_selected (base, 2);
  g_assert_cmpint (nev_spec_get_index_base (spec), ==, nev_spec_add_periods (spec, nev_spec_get_extent (spec).start, 1));
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (base)), ==, "2020 = 100");
  gtk_drop_down_set_selected (base, 0);
  g_assert_cmpint (nev_spec_get_index_base (spec), ==, 0);

  /* A year that nothing is known of is there if it was chosen. */
  nev_spec_set_index_base (spec, nev_day_from_date (1999, 1, 1));
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (base)), ==, "1999 = 100");
  nev_spec_set_index_base (spec, nev_day_from_date (2040, 1, 1));
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (base)), ==, "2040 = 100");

  /* From the number that is selected, by its key */
  nev_chart_state_reset (state);
  nev_spec_set_frequency (spec, NEV_FREQUENCY_YEAR);
  nev_spec_set_range (spec, nev_day_from_date (2021, 1, 1), 0);
  g_assert_false (nev_chart_state_can_index (state));
  nev_chart_state_select (state, (NevDatum){ 0, 1 });
  g_assert_true (press (GTK_WIDGET (fixture->view), GDK_KEY_i));
  g_assert_cmpint (nev_spec_get_measure (spec), ==, NEV_MEASURE_INDEX);
  g_assert_cmpfloat (nev_table_get_reading (nev_chart_state_get_table (state), 0, 1)->value, ==, 100);
}

static gboolean
is_written (const char *path,
            GBytes     *bytes)
{
  g_autofree char *written = NULL;
  gsize            length;

  return g_file_get_contents (path, &written, &length, NULL) &&
         length == g_bytes_get_size (bytes) &&
         memcmp (written, g_bytes_get_data (bytes, NULL), length) == 0;
}

static void
test_export (Fixture      *fixture,
             gconstpointer data)
{
  NevChartState   *state = show_chart (fixture, 1);
  NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("nev-window-XXXXXX", &error);

  g_assert_no_error (error);
  options.width = 800;
  options.height = 600;
  nev_spec_set_frequency (nev_chart_state_get_spec (state), NEV_FREQUENCY_YEAR);

  for (int format = 0; format < NEV_N_FORMATS; format++)
    {
      g_autofree char *path = g_build_filename (folder, nev_format_to_string (format), NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GBytes) expected = nev_export_chart (nev_chart_state_get_spec (state), format, &options, &error);

      g_assert_no_error (error);
      nev_window_export (fixture->window, file, format, &options);
      wait_until (is_written (path, expected));
      g_remove (path);

      /* The answer comes after the file, and must find its window. */
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }

  g_rmdir (folder);
}

static void
test_export_fails (Fixture      *fixture,
                   gconstpointer data)
{
  NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/at/all.png");
  GtkWidget       *dialog = NULL;
  g_autofree char *message = NULL;

  show_chart (fixture, 1);
  nev_window_export (fixture->window, file, NEV_FORMAT_SVG, &options);

  while (dialog == NULL)
    {
      GListModel *windows = gtk_window_get_toplevels ();

      g_main_context_iteration (NULL, TRUE);
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

          if (GTK_IS_MESSAGE_DIALOG (window))
            dialog = window;
        }
    }

  g_object_get (dialog, "secondary-text", &message, NULL);
  g_assert_cmpstr (message, !=, "");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GdkTexture **texture = user_data;
  g_autoptr(GError) error = NULL;

  *texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autoptr(GdkTexture) texture = NULL;

  show_chart (fixture, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "win.copy", NULL));
  wait_until (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/png"));

  gdk_clipboard_read_texture_async (clipboard, NULL, read_cb, &texture);
  wait_until (texture != NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1920);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 1080);
}

/* A document takes the picture, a folder the file. */
static void
test_drag (Fixture      *fixture,
           gconstpointer data)
{
  NevChartState   *state = show_chart (fixture, 2);
  g_autoptr(GdkTexture) icon = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkContentProvider) content =
    nev_chart_drag_create_content (nev_chart_state_get_spec (state), NEV_LANGUAGE_ENGLISH, &icon, &error);
  g_autoptr(GdkContentFormats) formats = NULL;
  g_autoptr(GSList) files = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *name = NULL;
  g_auto(GValue) value = G_VALUE_INIT;

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (icon), ==, 240);

  formats = gdk_content_formats_union_serialize_mime_types (gdk_content_provider_ref_formats (content));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/uri-list"));

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_assert_true (gdk_content_provider_get_value (content, &value, &error));
  files = gdk_file_list_get_files (g_value_get_boxed (&value));
  g_assert_cmpuint (g_slist_length (files), ==, 1);
  name = g_file_get_basename (files->data);
  g_assert_cmpstr (name, ==, "exports.png");
  texture = gdk_texture_new_from_file (files->data, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1920);
}

/* A page smaller than any layout gets a chart too. */
static void
test_print_label (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("nev-window-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "label.pdf", NULL);
  g_autoptr(GtkPaperSize) size = gtk_paper_size_new_custom ("label", "Label", 40, 25, GTK_UNIT_MM);
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPrintOperation) operation = NULL;

  show_chart (fixture, 1);
  gtk_page_setup_set_paper_size (setup, size);
  operation = nev_window_create_print_operation (fixture->window);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (fixture->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_rmdir (folder);
}

static void
test_print (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("nev-window-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  g_autofree char *text = NULL;
  const char      *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr(GtkPrintOperation) operation = NULL;

  show_chart (fixture, 1);
  operation = nev_window_create_print_operation (fixture->window);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (fixture->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, nev_chart_view_get_scene (fixture->view)->title));
  g_assert_nonnull (strstr (text, nev_chart_view_get_scene (fixture->view)->source));
  g_assert_true (g_str_has_suffix (text, "\f"));
  g_assert_true (strchr (text, '\f') == text + strlen (text) - 1);

  g_remove (path);
  g_rmdir (folder);
}

static NevPresenter *
find_presenter (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (NEV_IS_PRESENTER (window))
        return NEV_PRESENTER (window);
    }

  return NULL;
}

/* What a key does that the presenter takes before the chart. */
static gboolean
press_in_presenter (NevPresenter *presenter,
                    guint         key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (presenter));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0 &&
              g_type_is_a (G_OBJECT_TYPE (gtk_shortcut_get_action (shortcut)), GTK_TYPE_CALLBACK_ACTION))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (presenter),
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }

  return FALSE;
}

static void
test_present (Fixture      *fixture,
              gconstpointer data)
{
  guint last;
  NevPresenter *presenter;

  show_chart (fixture, 2);
  last = nev_window_get_n_pages (fixture->window) - 2;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "win.present", NULL));
  presenter = find_presenter ();
  g_assert_nonnull (presenter);

  const struct
  {
    guint key;
    guint page;
  } cases[] = {
    { GDK_KEY_Right, 2 },
    { GDK_KEY_Left, 1 },
    { GDK_KEY_space, 2 },
    { GDK_KEY_BackSpace, 1 },
    { GDK_KEY_Home, 0 },
    { GDK_KEY_Page_Up, 0 },
    { GDK_KEY_End, last },
    { GDK_KEY_Page_Down, last },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", gdk_keyval_name (cases[i].key));
      g_assert_true (press_in_presenter (presenter, cases[i].key));
      g_assert_cmpuint (nev_presenter_get_page (presenter), ==, cases[i].page);
    }

  g_assert_true (press_in_presenter (presenter, GDK_KEY_Escape));
  wait_until (find_presenter () == NULL);
  g_assert_cmpuint (nev_window_get_page (fixture->window), ==, last + 1);
}

static void
test_accessible (Fixture      *fixture,
                 gconstpointer data)
{
  NevChartState   *state = show_chart (fixture, 1);
  g_autofree char *said = NULL;
  g_autofree char *summary = NULL;

  summary = g_strconcat (nev_chart_view_get_scene (fixture->view)->description, "\n", nev_chart_keys_get_instructions (), NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       nev_chart_view_get_scene (fixture->view)->title);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary);

  nev_spec_set_frequency (nev_chart_state_get_spec (state), NEV_FREQUENCY_HALF_YEAR);
  nev_chart_state_select (state, (NevDatum){ 0, 0 });

  /* Where a point is an object of its own it says that itself. */
  wait_until (nev_chart_view_get_scene (fixture->view) != NULL);
  if (nev_chart_points_speak ())
    said = g_strconcat (nev_chart_view_get_scene (fixture->view)->description, "\n", nev_chart_keys_get_instructions (), NULL);
  else
    said = nev_words_spoken (nev_window_get_dataset (fixture->window),
                             nev_chart_state_get_reading (state, (NevDatum){ 0, 0 }), NEV_LANGUAGE_ENGLISH);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said);
}

/* A button within a menu button is named by the other's words, which newer versions of GTK look for without being told. */
static gboolean
is_named_by_parent (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_MENU_BUTTON (parent) && gtk_menu_button_get_label (GTK_MENU_BUTTON (parent)) != NULL;
}

/* Whatever takes the focus has a name. */
static void
assert_named (GtkWidget *widget)
{
  if (gtk_widget_get_mapped (widget) && gtk_widget_get_focusable (widget) &&
      (GTK_IS_BUTTON (widget) || NEV_IS_CHART_VIEW (widget) || NEV_IS_TILE (widget) || GTK_IS_LIST_BOX_ROW (widget)) &&
      !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) &&
      !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY) &&
      !is_named_by_parent (widget) &&
      !(GTK_IS_LIST_BOX_ROW (widget) && !gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget))))
    {
      g_test_message ("no name: %s in %s", G_OBJECT_TYPE_NAME (widget), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
      g_test_fail ();
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static void
test_names (Fixture      *fixture,
            gconstpointer data)
{
  assert_named (GTK_WIDGET (fixture->window));

  for (guint i = 1; i < nev_window_get_n_pages (fixture->window); i++)
    {
      show_chart (fixture, i);
      assert_named (GTK_WIDGET (fixture->window));
    }
}

static void
test_failure (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/datapackage.json");
  NevWindow *window = nev_window_new (GTK_APPLICATION (application), file);

  gtk_window_present (GTK_WINDOW (window));
  wait_until (find_widget (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE) != NULL);
  g_assert_null (nev_window_get_dataset (window));
  g_assert_cmpuint (nev_window_get_n_pages (window), ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.load-bundled", NULL);
  wait_until (nev_window_get_dataset (window) != NULL);
  g_assert_cmpuint (nev_window_get_n_pages (window), ==, 5);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* A window that goes while its dataset is being read is not answered. */
static void
test_closed_early (void)
{
  NevWindow *window = nev_window_new (GTK_APPLICATION (application), NULL);
  gint64     end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  gtk_window_present (GTK_WINDOW (window));
  wait_until (is_painted (GTK_WIDGET (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  gtk_window_destroy (GTK_WINDOW (window));

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

#define add_test(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  /* Not gtk_test_init(), which sets a locale that needn't be there. */
  (g_test_init) (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  application = G_APPLICATION (nev_application_new (G_APPLICATION_NON_UNIQUE));
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  g_application_hold (application);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add_test ("/window/pages", test_pages);
  add_test ("/window/remembers-chart", test_remembers_chart);
  add_test ("/window/chart-language", test_chart_language);
  add_test ("/window/right-to-left", test_right_to_left);
  add_test ("/window/redraws", test_redraws);
  add_test ("/window/tiles", test_tiles);
  add_test ("/window/tile-is-no-trap", test_tile_is_no_trap);
  add_test ("/window/default", test_default);
  add_test ("/window/keys", test_keys);
  add_test ("/window/toggle", test_toggle);
  add_test ("/window/click", test_click);
  add_test ("/window/contradiction", test_contradiction);
  add_test ("/window/selection-survives", test_selection_survives);
  add_test ("/window/table", test_table);
  add_test ("/window/table-break", test_table_break);
  add_test ("/window/note", test_note);
  add_test ("/window/options", test_options);
  add_test ("/window/options-fit", test_options_fit);
  add_test ("/window/merge", test_merge);
  add_test ("/window/index-base", test_index_base);
  add_test ("/window/holiday", test_holiday);
  add_test ("/window/export", test_export);
  add_test ("/window/export-fails", test_export_fails);
  add_test ("/window/copy", test_copy);
  add_test ("/window/drag", test_drag);
  add_test ("/window/print", test_print);
  add_test ("/window/print-label", test_print_label);
  add_test ("/window/present", test_present);
  add_test ("/window/accessible", test_accessible);
  add_test ("/window/names", test_names);
  g_test_add_func ("/window/failure", test_failure);
  g_test_add_func ("/window/closed-early", test_closed_early);

  status = g_test_run ();

  g_application_release (application);
  g_object_unref (application);

  return status;
}
