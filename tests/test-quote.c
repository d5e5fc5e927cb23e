/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "test-wait.h"

#include "nev-application.h"
#include "nev-citation.h"
#include "nev-window.h"

/* What is copied of one number: the reading, and its sources. */

static GApplication *application;

typedef struct
{
  NevWindow     *window;
  NevChartState *state;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  NevChartView *view;

  fixture->window = nev_window_new (GTK_APPLICATION (application), NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (nev_window_get_dataset (fixture->window) != NULL);
  nev_window_set_page (fixture->window, 1);

  view = nev_chart_page_get_chart_view (nev_window_get_chart_page (fixture->window));
  fixture->state = nev_chart_view_get_state (view);
  wait_until (nev_chart_view_get_scene (view) != NULL);
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

static void
select_figure (Fixture    *fixture,
               const char *series,
               int         year,
               int         month)
{
  nev_chart_state_show_figure (fixture->state, nev_dataset_find_series (nev_window_get_dataset (fixture->window), series, NULL),
                               nev_period_at (nev_day_from_date (year, month, 1), NEV_FREQUENCY_MONTH));
}

static void
read_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("");
}

static char *
read_clipboard (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL, read_cb, &text);
  wait_until (text != NULL);

  return text;
}

static const NevReading *
get_reading (Fixture *fixture)
{
  return nev_chart_state_get_reading (fixture->state, nev_chart_state_get_selection (fixture->state));
}

static void
test_reading (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *english = NULL;
  g_autofree char *chinese = NULL;

  select_figure (fixture, "nev_sales", 2023, 9);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.copy-reading", NULL);
  english = read_clipboard (fixture);
  g_assert_true (g_str_has_prefix (english, "NEV sales, September 2023: 904,000 vehicles (derived, ±1,000). CAAM: "));

  /* In the language of the chart. */
  nev_window_set_chart_language (fixture->window, NEV_LANGUAGE_CHINESE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.copy-reading", NULL);
  chinese = read_clipboard (fixture);
  g_assert_true (g_str_has_prefix (chinese, "2023年9月新能源汽车销量：90.4万辆（推算，±0.1万）"));
  nev_window_set_chart_language (fixture->window, NEV_LANGUAGE_ENGLISH);
}

static void
test_citation (Fixture      *fixture,
               gconstpointer data)
{
  NevDataset *dataset = nev_window_get_dataset (fixture->window);

  select_figure (fixture, "nev_sales", 2023, 9);

  for (int form = 0; form < NEV_N_CITATION_FORMS; form++)
    {
      g_autofree char *expected = nev_cite_reading (dataset, get_reading (fixture), form, NEV_LANGUAGE_ENGLISH);
      g_autofree char *copied = NULL;

      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.copy-citation", "s", nev_citation_form_to_string (form));
      copied = read_clipboard (fixture);
      g_assert_cmpstr (copied, ==, expected);
    }
}

/* Nothing is copied of what isn't selected, and a gap has no source; what was copied before stays. */
static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  GdkClipboard    *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autofree char *kept = NULL;
  g_autofree char *gap = NULL;

  gdk_clipboard_set_text (clipboard, "mine");
  nev_chart_state_select (fixture->state, NEV_DATUM_NONE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.copy-reading", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.copy-citation", "s", "plain");

  /* Not published. */
  select_figure (fixture, "nev_production", 2023, 9);
  g_assert_cmpint (get_reading (fixture)->status, ==, NEV_STATUS_GAP);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.copy-citation", "s", "plain");
  kept = read_clipboard (fixture);
  g_assert_cmpstr (kept, ==, "mine");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.copy-reading", NULL);
  gap = read_clipboard (fixture);
  g_assert_true (g_str_has_suffix (gap, ": no value"));
}

static GtkWidget *
find_link (GtkWidget  *widget,
           const char *part)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), part) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_link (child, part);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A figure of the sum that the chart shows leads there; one that it doesn't show is no link. */
static void
test_sum (Fixture      *fixture,
          gconstpointer data)
{
  NevChartPage *page = nev_window_get_chart_page (fixture->window);
  NevPeriod     half = { nev_day_from_date (2021, 7, 1), nev_day_from_date (2022, 1, 1) };
  GtkWidget    *label;
  gboolean      is_handled;

  nev_window_set_page (fixture->window, 4);
  fixture->state = nev_chart_page_get_state (page);
  nev_chart_state_show_figure (fixture->state, nev_dataset_find_series (nev_window_get_dataset (fixture->window), "charging_additions", NULL), half);
  nev_chart_page_open_details (page);
  wait_until ((label = find_link (GTK_WIDGET (page), ">H1 2021</a>")) != NULL);
  g_assert_null (find_link (GTK_WIDGET (page), ">2021</a>"));

  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (label)), "<a href=\"0,0\">"));
  g_signal_emit_by_name (label, "activate-link", "0,0", &is_handled);
  g_assert_true (is_handled);
  g_assert_cmpint (get_reading (fixture)->period.start, ==, nev_day_from_date (2021, 1, 1));
  g_assert_cmpint (get_reading (fixture)->status, ==, NEV_STATUS_PUBLISHED);
}

/* The keys' menu opens, and goes with the window. */
static void
test_menu (Fixture      *fixture,
           gconstpointer data)
{
  NevChartView *view = nev_chart_page_get_chart_view (nev_window_get_chart_page (fixture->window));
  GtkWidget    *menu = g_object_get_data (G_OBJECT (view), "menu");

  g_assert_true (GTK_IS_POPOVER_MENU (menu));
  gtk_popover_popup (GTK_POPOVER (menu));
  wait_until (gtk_widget_get_mapped (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  wait_until (!gtk_widget_get_mapped (menu));
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

  g_test_add ("/quote/reading", Fixture, NULL, set_up, test_reading, tear_down);
  g_test_add ("/quote/citation", Fixture, NULL, set_up, test_citation, tear_down);
  g_test_add ("/quote/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/quote/sum", Fixture, NULL, set_up, test_sum, tear_down);
  g_test_add ("/quote/menu", Fixture, NULL, set_up, test_menu, tear_down);

  status = g_test_run ();

  g_application_release (application);
  g_object_unref (application);

  return status;
}
