/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "test-press.h"
#include "test-wait.h"

#include "nev-application.h"
#include "nev-card-line.h"
#include "nev-reading-card.h"
#include "nev-window.h"

/* When the card is shown, and what it tells of. */

static GApplication *application;

typedef struct
{
  NevWindow    *window;
  NevChartView *view;
  GtkWidget    *card;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->window = nev_window_new (GTK_APPLICATION (application), NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (nev_window_get_dataset (fixture->window) != NULL);

  nev_window_set_page (fixture->window, 1);
  fixture->view = nev_chart_page_get_chart_view (nev_window_get_chart_page (fixture->window));
  fixture->card = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
  g_assert_true (NEV_IS_READING_CARD (fixture->card));
  wait_until (nev_chart_view_get_n_renders (fixture->view) > 0);
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

/* The pointer does what @signal says, at the mark number @i. */
static void
point (Fixture    *fixture,
       const char *signal,
       guint       i)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  const NevScene *scene = nev_chart_view_get_scene (fixture->view);
  const NevHit   *hit = &g_array_index (scene->hits, NevHit, i);

  for (guint j = 0; j < g_list_model_get_n_items (controllers); j++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, j);

      if (!GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        continue;

      if (g_str_equal (signal, "leave"))
        g_signal_emit_by_name (controller, signal);
      else
        g_signal_emit_by_name (controller, signal, hit->x + hit->width / 2, hit->y + hit->height / 2);
    }
}

static char *
get_value (Fixture *fixture)
{
  GObject *value = gtk_widget_get_template_child (fixture->card, NEV_TYPE_READING_CARD, "value");

  return g_strdup (nev_card_line_get_label (NEV_CARD_LINE (value)));
}

/* A page may appear below a pointer that doesn't move. */
static void
test_enter (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_false (gtk_widget_get_child_visible (fixture->card));

  point (fixture, "enter", 0);
  g_assert_true (gtk_widget_get_child_visible (fixture->card));
  g_assert_cmpint (gtk_widget_get_width (fixture->card), >, 0);
  first = get_value (fixture);

  point (fixture, "leave", 0);
  g_assert_false (gtk_widget_get_child_visible (fixture->card));

  point (fixture, "enter", 1);
  g_assert_true (gtk_widget_get_child_visible (fixture->card));
  second = get_value (fixture);
  g_assert_cmpstr (second, !=, first);
}

/* One that rests doesn't take over from the keys, one that moves does. */
static void
test_keys (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *selected = NULL;
  g_autofree char *entered = NULL;
  g_autofree char *moved = NULL;

  press (GTK_WIDGET (fixture->view), GDK_KEY_End);
  g_assert_true (gtk_widget_get_child_visible (fixture->card));
  selected = get_value (fixture);

  point (fixture, "enter", 0);
  point (fixture, "motion", 0);
  entered = get_value (fixture);
  g_assert_cmpstr (entered, ==, selected);

  point (fixture, "motion", 1);
  moved = get_value (fixture);
  g_assert_cmpstr (moved, !=, selected);
}

#define add_test(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  (g_test_init) (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  application = G_APPLICATION (nev_application_new (G_APPLICATION_NON_UNIQUE));
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  g_application_hold (application);

  add_test ("/hover/enter", test_enter);
  add_test ("/hover/keys", test_keys);

  status = g_test_run ();

  g_application_release (application);
  g_object_unref (application);

  return status;
}
