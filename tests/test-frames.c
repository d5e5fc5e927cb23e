/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "test-press.h"
#include "test-wait.h"

#include "nev-application.h"
#include "nev-window.h"

/* What the window draws, counted: moving over a chart draws no chart, and where nothing changes there is no frame. */

#define N_MOVES 200

static GApplication *application;

typedef struct
{
  NevWindow    *window;
  NevChartView *view;
  guint         n_frames;
  guint         n_layouts; /* of the window */
} Fixture;

static void
after_paint_cb (Fixture *fixture)
{
  fixture->n_frames++;
}

static void
layout_cb (Fixture *fixture)
{
  fixture->n_layouts++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GdkFrameClock *clock;

  fixture->window = nev_window_new (GTK_APPLICATION (application), NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (nev_window_get_dataset (fixture->window) != NULL);

  nev_window_set_page (fixture->window, 1);
  fixture->view = nev_chart_page_get_chart_view (nev_window_get_chart_page (fixture->window));
  wait_until (nev_chart_view_get_n_renders (fixture->view) > 0);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));

  clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (fixture->window)));
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), fixture);
  g_signal_connect_swapped (clock, "layout", G_CALLBACK (layout_cb), fixture);
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

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Runs the main loop for @milliseconds. */
static void
run (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, stop_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* Returns when there is nothing more to draw. */
static void
settle (Fixture *fixture)
{
  guint n_frames;

  do
    {
      n_frames = fixture->n_frames;
      run (200);
    }
  while (fixture->n_frames > n_frames);
}

static void
assert_draws_no_chart (Fixture *fixture,
                       void (*move) (Fixture *fixture, guint i))
{
  guint n_layouts = nev_chart_view_get_n_layouts (fixture->view);
  guint n_renders = nev_chart_view_get_n_renders (fixture->view);

  for (guint i = 0; i < N_MOVES; i++)
    {
      guint n_frames = fixture->n_frames;

      move (fixture, i);
      wait_until (fixture->n_frames > n_frames);
    }

  g_assert_cmpuint (nev_chart_view_get_n_layouts (fixture->view), ==, n_layouts);
  g_assert_cmpuint (nev_chart_view_get_n_renders (fixture->view), ==, n_renders);
}

static void
hover (Fixture *fixture,
       guint    i)
{
  const NevScene *scene = nev_chart_view_get_scene (fixture->view);
  const NevHit   *hit = &g_array_index (scene->hits, NevHit, i % scene->hits->len);

  nev_chart_view_hover (fixture->view, hit->x + hit->width / 2, hit->y + hit->height / 2);
}

/* The card goes along without a word to the widgets around it. */
static void
test_hover (Fixture      *fixture,
            gconstpointer data)
{
  guint n_layouts;

  hover (fixture, N_MOVES);
  settle (fixture);
  n_layouts = fixture->n_layouts;

  assert_draws_no_chart (fixture, hover);
  g_assert_cmpuint (fixture->n_layouts, ==, n_layouts);
}

/* There and back again, so that each press moves the selection. */
static void
press_arrow (Fixture *fixture,
             guint    i)
{
  g_assert_true (press (GTK_WIDGET (fixture->view), i % 20 < 10 ? GDK_KEY_Left : GDK_KEY_Right));
}

static void
test_keys (Fixture      *fixture,
           gconstpointer data)
{
  press (GTK_WIDGET (fixture->view), GDK_KEY_End);
  assert_draws_no_chart (fixture, press_arrow);
}

/* With the pointer on a mark, another one selected and the focus in the chart. */
static void
test_rest (Fixture      *fixture,
           gconstpointer data)
{
  guint n_frames;

  press (GTK_WIDGET (fixture->view), GDK_KEY_End);
  hover (fixture, 0);
  settle (fixture);
  n_frames = fixture->n_frames;

  run (1000);
  g_assert_cmpuint (fixture->n_frames, ==, n_frames);
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

  add_test ("/frames/hover", test_hover);
  add_test ("/frames/keys", test_keys);
  add_test ("/frames/rest", test_rest);

  status = g_test_run ();

  g_application_release (application);
  g_object_unref (application);

  return status;
}
