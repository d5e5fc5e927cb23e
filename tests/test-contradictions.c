/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>

#include "test-wait.h"

#include "nev-application.h"
#include "nev-contradiction-item.h"
#include "nev-contradictions.h"
#include "nev-reading-text.h"
#include "nev-window-check.h"
#include "nev-words.h"

/* The page of contradictions, and the way from each of them into a chart. */

static GApplication *application;

typedef struct
{
  NevWindow         *window;
  NevContradictions *page;
  GtkListBox        *sidebar;
} Fixture;

static gpointer
get_child (gpointer    widget,
           GType       type,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (widget), type, name);
}

static void
open_window (Fixture *fixture,
             GFile   *file)
{
  fixture->window = nev_window_new (GTK_APPLICATION (application), file);
  fixture->page = get_child (fixture->window, NEV_TYPE_WINDOW, "contradictions");
  fixture->sidebar = get_child (fixture->window, NEV_TYPE_WINDOW, "sidebar");

  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (nev_window_get_dataset (fixture->window) != NULL);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  open_window (fixture, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  nev_window_set_page (fixture->window, 0);
  gtk_window_destroy (GTK_WINDOW (fixture->window));

  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static GListModel *
get_items (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (get_child (fixture->page, NEV_TYPE_CONTRADICTIONS, "list")));
}

static const NevContradiction *
get_contradiction (Fixture *fixture,
                   guint    position)
{
  g_autoptr(NevContradictionItem) item = g_list_model_get_item (get_items (fixture), position);

  return nev_contradiction_item_get_contradiction (item);
}

static const char *
get_stack_child (Fixture    *fixture,
                 const char *stack)
{
  return gtk_stack_get_visible_child_name (get_child (fixture->page, NEV_TYPE_CONTRADICTIONS, stack));
}

static void
show_page (Fixture *fixture)
{
  gtk_list_box_select_row (fixture->sidebar, gtk_list_box_get_row_at_index (fixture->sidebar, (int) nev_window_get_n_pages (fixture->window)));
  wait_until (nev_contradictions_get_count (fixture->page) >= 0);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->page)));
}

/* What is selected in the chart that is shown is the figure that is contradicted. */
static void
assert_shown (Fixture                *fixture,
              const NevContradiction *contradiction)
{
  NevSeries        *series = contradiction->series;
  const NevFact    *fact = nev_ledger_get_fact (nev_series_get_ledger (series), contradiction->fact);
  NevChartState    *state = nev_chart_page_get_state (nev_window_get_chart_page (fixture->window));
  const NevReading *reading;
  NevPeriod         days;

  g_assert_nonnull (state);
  reading = nev_chart_state_get_reading (state, nev_chart_state_get_selection (state));
  g_assert_nonnull (reading);
  g_assert_true (reading->series == series);

  days = nev_words_days (reading);
  g_assert_cmpint (days.start, ==, fact->period.start);
  g_assert_cmpint (days.end, ==, fact->period.end);

  /* A rate by itself, or as what a running total changed by. */
  if (contradiction->kind == NEV_CONTRADICTION_CHANGE || contradiction->kind == NEV_CONTRADICTION_CLAIM_CHANGE)
    g_assert_true (reading->measure == NEV_MEASURE_CHANGE_ON_YEAR || reading->measure == NEV_MEASURE_YEAR_TO_DATE);
  else
    g_assert_true (reading->measure == NEV_MEASURE_LEVEL || reading->measure == NEV_MEASURE_YEAR_TO_DATE);

  g_assert_true (adw_flap_get_reveal_flap (get_child (nev_window_get_chart_page (fixture->window), NEV_TYPE_CHART_PAGE, "flap")));
}

static void
test_page (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(NevContradictionItem) first = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *excess = NULL;

  /* Counted without being shown. */
  wait_until (nev_contradictions_get_count (fixture->page) == 162);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->page)));

  show_page (fixture);
  g_assert_cmpstr (get_stack_child (fixture, "stack"), ==, "found");
  g_assert_cmpstr (get_stack_child (fixture, "results"), ==, "list");
  g_assert_cmpuint (g_list_model_get_n_items (get_items (fixture)), ==, 162);
  g_assert_null (nev_window_get_spec (fixture->window));

  /* The words of the command line. */
  first = g_list_model_get_item (get_items (fixture), 0);
  g_object_get (first, "sentence", &sentence, "excess", &excess, NULL);
  expected = nev_words_contradiction (nev_window_get_dataset (fixture->window), nev_contradiction_item_get_contradiction (first), NEV_LANGUAGE_ENGLISH);
  g_assert_cmpstr (sentence, ==, expected);
  g_assert_true (g_str_has_suffix (excess, " beyond rounding"));

  /* Back, and there again. */
  gtk_list_box_select_row (fixture->sidebar, gtk_list_box_get_row_at_index (fixture->sidebar, 0));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->page)));
  show_page (fixture);
  nev_window_set_page (fixture->window, 2);
  g_assert_nonnull (nev_window_get_spec (fixture->window));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (fixture->sidebar)), ==, 2);
}

static void
test_search (Fixture      *fixture,
             gconstpointer data)
{
  GtkDropDown *kind = get_child (fixture->page, NEV_TYPE_CONTRADICTIONS, "kind");
  GtkEditable *entry = get_child (fixture->page, NEV_TYPE_CONTRADICTIONS, "entry");
  guint        n_headings = 0;

  show_page (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (kind)), ==, 5);

  gtk_drop_down_set_selected (kind, 2);
  g_assert_cmpuint (g_list_model_get_n_items (get_items (fixture)), ==, 90);
  for (guint i = 0; i < 90; i++)
    g_assert_cmpint (get_contradiction (fixture, i)->kind, ==, NEV_CONTRADICTION_CHANGE);

  gtk_drop_down_set_selected (kind, 0);
  gtk_editable_set_text (entry, " Exports  2025 ");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (get_items (fixture)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (get_items (fixture)), <, 30);

  for (guint i = 0; i < g_list_model_get_n_items (get_items (fixture)); i++)
    {
      g_autoptr(NevContradictionItem) item = g_list_model_get_item (get_items (fixture), i);
      g_autofree char *description = nev_contradiction_item_describe (item);
      gboolean         has_heading;

      g_assert_nonnull (strstr (description, "2025"));
      g_object_get (item, "has-heading", &has_heading, NULL);
      n_headings += (guint) has_heading;
      g_assert_cmpint (has_heading, ==, i == 0 || get_contradiction (fixture, i - 1)->kind != get_contradiction (fixture, i)->kind);
    }
  g_assert_cmpuint (n_headings, >, 0);

  gtk_editable_set_text (entry, "no such thing");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpstr (get_stack_child (fixture, "results"), ==, "none");
}

/* The first of each kind by a click on it, with its chart drawn. */
static void
test_activate (Fixture      *fixture,
               gconstpointer data)
{
  NevChartView *view = nev_chart_page_get_chart_view (nev_window_get_chart_page (fixture->window));
  guint         n_kinds = 0;

  show_page (fixture);

  for (guint i = 0; i < 162; i++)
    {
      const NevContradiction *contradiction = get_contradiction (fixture, i);

      if (i > 0 && get_contradiction (fixture, i - 1)->kind == contradiction->kind)
        continue;

      show_page (fixture);
      g_signal_emit_by_name (get_child (fixture->page, NEV_TYPE_CONTRADICTIONS, "list"), "activate", i);
      g_assert_cmpuint (nev_window_get_page (fixture->window), >, 0);
      wait_until (nev_chart_view_get_scene (view) != NULL);
      assert_shown (fixture, contradiction);
      n_kinds++;
    }

  g_assert_cmpuint (n_kinds, ==, 4);
}

/* The details say what the list says. */
static void
assert_told (Fixture                *fixture,
             const NevContradiction *contradiction)
{
  NevDataset      *dataset = nev_window_get_dataset (fixture->window);
  NevChartState   *state = nev_chart_page_get_state (nev_window_get_chart_page (fixture->window));
  g_autofree char *sentence = nev_words_contradiction (dataset, contradiction, NEV_LANGUAGE_ENGLISH);
  g_autoptr(GPtrArray) notes = nev_reading_text_notes (dataset, nev_chart_state_get_reading (state, nev_chart_state_get_selection (state)), NEV_LANGUAGE_ENGLISH);

  g_test_message ("%s", sentence);
  g_assert_true (g_ptr_array_find_with_equal_func (notes, sentence, g_str_equal, NULL));
}

static void
test_all (Fixture      *fixture,
          gconstpointer data)
{
  show_page (fixture);

  for (guint i = 0; i < 162; i++)
    {
      nev_window_show_contradiction (fixture->window, get_contradiction (fixture, i));
      assert_shown (fixture, get_contradiction (fixture, i));
      assert_told (fixture, get_contradiction (fixture, i));
    }
}

static void
test_none (void)
{
  static const char *const text =
    "{ \"name\": \"small\", \"series\": [ { \"name\": \"a\", \"kind\": \"flow\", \"unit\": \"vehicles\" } ],"
    "  \"resources\": [ { \"name\": \"observations\", \"data\": [] }, { \"name\": \"sources\", \"data\": [] } ] }";
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("nev-contradictions-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "datapackage.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  Fixture fixture;

  g_assert_no_error (error);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  open_window (&fixture, file);
  show_page (&fixture);
  g_assert_cmpint (nev_contradictions_get_count (fixture.page), ==, 0);
  g_assert_cmpstr (get_stack_child (&fixture, "stack"), ==, "empty");
  tear_down (&fixture, NULL);

  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  /* Not gtk_test_init(), which sets a locale that needn’t be there. */
  (g_test_init) (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  application = G_APPLICATION (nev_application_new (G_APPLICATION_NON_UNIQUE));
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  g_application_hold (application);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add ("/contradictions/page", Fixture, NULL, set_up, test_page, tear_down);
  g_test_add ("/contradictions/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/contradictions/activate", Fixture, NULL, set_up, test_activate, tear_down);
  g_test_add ("/contradictions/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add_func ("/contradictions/none", test_none);

  status = g_test_run ();

  g_application_release (application);
  g_object_unref (application);

  return status;
}
