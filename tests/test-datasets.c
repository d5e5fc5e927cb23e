/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "test-wait.h"

#include "nev-application.h"
#include "nev-view.h"
#include "nev-window-datasets.h"

/* Several datasets in one window. */

static GtkApplication *application;

typedef struct
{
  char      *path; /* of a plain table */
  NevWindow *window;
} Fixture;

static GFile *
get_example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "example", NULL);

  return g_file_new_for_path (path);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->path = g_build_filename (g_get_tmp_dir (), "nev-datasets-XXXXXX.csv", NULL);
  close (g_mkstemp (fixture->path));
  g_assert_true (g_file_set_contents (fixture->path, "month,nev_sales\n2023-01,10\n2023-02,20\n", -1, NULL));

  fixture->window = nev_window_new (application, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (nev_window_get_dataset (fixture->window) != NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (nev_window_get_n_pages (fixture->window) > 0)
    nev_window_set_page (fixture->window, 0);
  gtk_window_destroy (GTK_WINDOW (fixture->window));

  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_unlink (fixture->path);
  g_free (fixture->path);
}

static gpointer
get_child (NevWindow  *window,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (window), NEV_TYPE_WINDOW, name);
}

static guint
count_headings (GtkWidget *widget)
{
  guint n = gtk_widget_has_css_class (widget, "sidebar-heading") ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_headings (child);

  return n;
}

static const char *
get_subtitle (NevWindow *window)
{
  return adw_window_title_get_subtitle (get_child (window, "title"));
}

/* As the desktop opens a file: it comes beside what is open, and its first chart is shown. */
static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr(GFile) example = get_example ();
  g_autoptr(GPtrArray) series = g_ptr_array_new ();
  NevSpec *spec;
  guint    n_pages = nev_window_get_n_pages (fixture->window);
  guint    n_windows = g_list_length (gtk_application_get_windows (application));

  nev_window_set_page (fixture->window, 2);
  nev_spec_set_mark (nev_window_get_spec (fixture->window), NEV_MARK_LINE);
  nev_spec_set_title (nev_window_get_spec (fixture->window), "Ours");

  g_application_open (G_APPLICATION (application), &example, 1, "");
  wait_until (nev_window_get_n_datasets (fixture->window) == 2);

  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, n_windows);
  g_assert_cmpuint (nev_window_get_n_pages (fixture->window), ==, n_pages + 2);
  g_assert_cmpuint (nev_window_get_page (fixture->window), ==, n_pages);
  g_assert_cmpuint (count_headings (get_child (fixture->window, "sidebar")), ==, 2);
  g_assert_cmpstr (get_subtitle (fixture->window), ==, "Bicycles of an imaginary town");

  /* Opened once more it is shown. */
  nev_window_set_page (fixture->window, 0);
  nev_window_add_dataset (fixture->window, example);
  g_assert_cmpuint (nev_window_get_page (fixture->window), ==, n_pages);
  g_assert_cmpuint (nev_window_get_n_datasets (fixture->window), ==, 2);

  /* The others are as they were left. */
  nev_window_set_page (fixture->window, 2);
  spec = nev_window_get_spec (fixture->window);
  g_assert_cmpint (nev_spec_get_mark (spec), ==, NEV_MARK_LINE);
  g_assert_cmpstr (nev_spec_get_title (spec), ==, "Ours");
  g_assert_cmpstr (get_subtitle (fixture->window), ==, "China’s new-energy vehicles");

  nev_window_close_dataset (fixture->window, 1);
  g_assert_cmpuint (nev_window_get_n_pages (fixture->window), ==, n_pages);
  g_assert_cmpuint (nev_window_get_page (fixture->window), ==, 2);
  g_assert_cmpstr (nev_spec_get_title (nev_window_get_spec (fixture->window)), ==, "Ours");
  g_assert_cmpuint (count_headings (get_child (fixture->window, "sidebar")), ==, 1);
}

/* Series of two datasets in one chart, also when they are called the same. */
static void
test_one_chart (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GFile) table = g_file_new_for_path (fixture->path);
  g_autoptr(GPtrArray) series = g_ptr_array_new ();
  g_autoptr(NevTable) shown = NULL;
  NevDataset *dataset;
  NevSpec    *spec;

  nev_window_add_dataset (fixture->window, table);
  wait_until (nev_window_get_n_datasets (fixture->window) == 2);

  dataset = nev_window_get_dataset (fixture->window);
  spec = nev_window_get_spec (fixture->window);
  g_ptr_array_add (series, nev_dataset_get_series (dataset, nev_dataset_get_n_series (dataset) - 1));
  g_assert_true (g_str_has_suffix (nev_series_get_id (g_ptr_array_index (series, 0)), ".nev_sales"));
  nev_spec_set_measure (spec, NEV_MEASURE_INDEX);
  nev_spec_set_range (spec, 0, 0);
  nev_spec_set_series (spec, series);
  shown = nev_spec_create_table (spec);
  g_assert_nonnull (shown);

  /* The bundled one can't be opened twice. */
  nev_window_close_dataset (fixture->window, 0);
  g_assert_cmpuint (nev_window_get_n_datasets (fixture->window), ==, 1);
  g_assert_true (g_file_equal (nev_window_get_file (fixture->window), table));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-bundled", NULL));
  wait_until (nev_window_get_n_datasets (fixture->window) == 2);
  nev_window_add_dataset (fixture->window, NULL);
  g_assert_cmpuint (nev_window_get_n_datasets (fixture->window), ==, 2);
}

/* What was done to a chart can be undone when another dataset has been opened since, and when that has been closed again. */
static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(GFile) table = g_file_new_for_path (fixture->path);
  NevMeasure measure;

  nev_window_set_page (fixture->window, 1);
  measure = nev_spec_get_measure (nev_window_get_spec (fixture->window));
  for (int i = 0; i < 3; i++)
    {
      NevSpec *spec = nev_window_get_spec (fixture->window);

      if (i == 0)
        nev_spec_set_measure (spec, NEV_MEASURE_INDEX);
      else if (i == 1)
        nev_spec_set_seasonal (spec, TRUE);
      else
        nev_spec_set_focus (spec, g_ptr_array_index (nev_spec_get_all_series (spec), 0));

      nev_history_end_step (nev_chart_state_get_history (nev_chart_page_get_state (nev_window_get_chart_page (fixture->window))));
    }

  nev_window_add_dataset (fixture->window, table);
  wait_until (nev_window_get_n_datasets (fixture->window) == 2);

  nev_window_set_page (fixture->window, 1);
  g_assert_nonnull (nev_spec_get_focus (nev_window_get_spec (fixture->window)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_null (nev_spec_get_focus (nev_window_get_spec (fixture->window)));
  g_assert_true (nev_spec_get_seasonal (nev_window_get_spec (fixture->window)));

  nev_window_close_dataset (fixture->window, 1);
  nev_window_set_page (fixture->window, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_false (nev_spec_get_seasonal (nev_window_get_spec (fixture->window)));
  g_assert_cmpint (nev_spec_get_measure (nev_window_get_spec (fixture->window)), ==, NEV_MEASURE_INDEX);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_cmpint (nev_spec_get_measure (nev_window_get_spec (fixture->window)), ==, measure);
  g_assert_false (nev_history_can_undo (nev_chart_state_get_history (nev_chart_page_get_state (nev_window_get_chart_page (fixture->window)))));
}

/* One can go back to what was looked at before another dataset was opened; of one that is closed nothing is left to go back to. */
static void
test_back (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(GFile) table = g_file_new_for_path (fixture->path);
  guint      n_pages = nev_window_get_n_pages (fixture->window);
  NevMeasure measure;

  nev_window_set_page (fixture->window, 0);
  nev_window_set_page (fixture->window, 1);
  measure = nev_spec_get_measure (nev_window_get_spec (fixture->window));
  nev_spec_set_measure (nev_window_get_spec (fixture->window), NEV_MEASURE_INDEX);
  nev_history_end_step (nev_chart_state_get_history (nev_chart_page_get_state (nev_window_get_chart_page (fixture->window))));
  nev_window_set_page (fixture->window, 2);

  nev_window_add_dataset (fixture->window, table);
  wait_until (nev_window_get_n_datasets (fixture->window) == 2);
  g_assert_cmpuint (nev_window_get_n_pages (fixture->window), >, n_pages);
  nev_window_set_page (fixture->window, nev_window_get_n_pages (fixture->window) - 1);

  nev_window_close_dataset (fixture->window, 1);
  g_assert_cmpuint (nev_window_get_n_pages (fixture->window), ==, n_pages);

  nev_window_set_page (fixture->window, 3);
  while (nev_window_get_page (fixture->window) != 1)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL));

  g_assert_cmpint (nev_spec_get_measure (nev_window_get_spec (fixture->window)), ==, NEV_MEASURE_INDEX);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL));
  g_assert_cmpint (nev_spec_get_measure (nev_window_get_spec (fixture->window)), ==, measure);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL));
  g_assert_cmpuint (nev_window_get_page (fixture->window), ==, 0);
}

/* A point that is selected stays so, and the series beside it are still those that were chosen. */
static void
test_selection (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GFile) example = get_example ();
  g_autoptr(GPtrArray) series = g_ptr_array_new ();
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  NevChartState *state;

  nev_window_set_page (fixture->window, 1);
  state = nev_chart_page_get_state (nev_window_get_chart_page (fixture->window));
  g_ptr_array_add (series, nev_dataset_find_series (nev_window_get_dataset (fixture->window), "nev_exports", NULL));
  g_ptr_array_add (series, nev_dataset_find_series (nev_window_get_dataset (fixture->window), "nev_sales", NULL));
  nev_spec_set_series (nev_window_get_spec (fixture->window), series);
  nev_spec_set_seasonal (nev_window_get_spec (fixture->window), TRUE);
  nev_chart_state_select (state, (NevDatum){ 1, 3 });
  before = nev_view_write (nev_window_get_spec (fixture->window));

  nev_window_add_dataset (fixture->window, example);
  wait_until (nev_window_get_n_datasets (fixture->window) == 2);

  nev_window_set_page (fixture->window, 1);
  state = nev_chart_page_get_state (nev_window_get_chart_page (fixture->window));
  after = nev_view_write (nev_window_get_spec (fixture->window));
  g_assert_cmpmem (g_bytes_get_data (after, NULL), g_bytes_get_size (after), g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  g_assert_cmpint (nev_chart_state_get_selection (state).column, ==, 1);
  g_assert_cmpint (nev_chart_state_get_selection (state).row, ==, 3);
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_MESSAGE_DIALOG (window))
        return window;
    }

  return NULL;
}

/* What can't be read changes nothing and says why; files that come while the first is read wait. */
static void
test_bad (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr(GFile) bad = g_file_new_for_path ("/nonexistent/nothing.csv");
  g_autoptr(GFile) example = get_example ();
  NevDataset *dataset = nev_window_get_dataset (fixture->window);
  GtkWindow  *dialog = NULL;
  NevWindow  *second;

  nev_window_add_dataset (fixture->window, bad);
  wait_until ((dialog = find_dialog ()) != NULL);
  gtk_window_destroy (dialog);
  g_assert_true (nev_window_get_dataset (fixture->window) == dataset);

  second = nev_window_new (application, NULL);
  gtk_window_present (GTK_WINDOW (second));
  nev_window_add_dataset (second, example);
  g_assert_null (nev_window_get_dataset (second));
  wait_until (nev_window_get_n_datasets (second) == 2);
  gtk_window_destroy (GTK_WINDOW (second));
}

/* A new version of the second one is shown beside the first. */
static void
test_watch (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(GFile) table = g_file_new_for_path (fixture->path);
  NevDataset *before;

  nev_window_add_dataset (fixture->window, table);
  wait_until (nev_window_get_n_datasets (fixture->window) == 2);
  before = nev_window_get_dataset (fixture->window);

  g_assert_true (g_file_set_contents (fixture->path, "month,nev_sales\n2023-01,10\n2023-02,30\n", -1, NULL));
  wait_until (nev_window_get_dataset (fixture->window) != before);
  g_assert_cmpuint (nev_window_get_n_datasets (fixture->window), ==, 2);
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

  g_test_add ("/datasets/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/datasets/one-chart", Fixture, NULL, set_up, test_one_chart, tear_down);
  g_test_add ("/datasets/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/datasets/back", Fixture, NULL, set_up, test_back, tear_down);
  g_test_add ("/datasets/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/datasets/bad", Fixture, NULL, set_up, test_bad, tear_down);
  g_test_add ("/datasets/watch", Fixture, NULL, set_up, test_watch, tear_down);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
