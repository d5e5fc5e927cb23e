/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <gdk/x11/gdkx.h>

#include "nev-application.h"
#include "nev-render.h"
#include "nev-viewport.h"
#include "nev-window.h"

/* frames [WHAT]: what a frame of the window costs the main thread, from what a person does to the picture on the screen.
 * Prints names and numbers: the median milliseconds of a frame, and how often the chart was drawn. With WHAT only that, for
 * a profiler; for frames.sh.
 */

/* What is measured: five years of months */
#define N_MONTHS 60

#define N_FRAMES 200
#define N_ROUNDS 3

/* Longer than GTK waits for anything. */
#define REST (G_USEC_PER_SEC / 2)

typedef void (*MoveFunc) (NevChartView *view,
                          int           i);

static guint n_frames;

static double
get_thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
after_paint_cb (void)
{
  n_frames++;
}

static void
show_five_years (NevSpec *spec)
{
  nev_spec_set_frequency (spec, NEV_FREQUENCY_MONTH);
  nev_spec_set_range (spec, nev_day_add_months (nev_spec_get_extent (spec).end, -N_MONTHS), 0);
}

static void
wait_for_frame (void)
{
  guint n = n_frames;

  while (n_frames == n)
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: how many frames there were in that time */
static guint
run (gint64 microseconds)
{
  gint64 end = g_get_monotonic_time () + microseconds;
  guint  n = n_frames;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);

  return n_frames - n;
}

static void
settle (void)
{
  while (run (REST) > 0)
    continue;
}

static int
compare_times (const void *a,
               const void *b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static void
print_median (const char *name,
              double     *times)
{
  qsort (times, N_FRAMES, sizeof *times, compare_times);
  printf ("%s %.3f\n", name, times[N_FRAMES / 2]);
}

/* From mark to mark. */
static void
hover (NevChartView *view,
       int           i)
{
  const NevScene *scene = nev_chart_view_get_scene (view);
  const NevHit   *hit = &g_array_index (scene->hits, NevHit, (guint) i % scene->hits->len);

  nev_chart_view_hover (view, hit->x + hit->width / 2, hit->y + hit->height / 2);
}

/* From period to period, as the keys do. */
static void
step (NevChartView *view,
      int           i)
{
  NevChartState *state = nev_chart_view_get_state (view);

  nev_chart_state_select (state, (NevDatum){ 0, i % (int) nev_table_get_n_rows (nev_chart_state_get_table (state)) });
}

/* Everything anew: numbers, layout and picture. */
static void
redraw (NevChartView *view,
        int           i)
{
  nev_spec_set_subtitle (nev_chart_state_get_spec (nev_chart_view_get_state (view)), i % 2 == 0 ? "One" : "Two");
}

/* All that the window shows: the chart as in redraw(), and the rest as if something had covered it. */
static void
redraw_window (NevChartView *view,
               int           i)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (view)));
  Display    *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));

  redraw (view, i);
  XClearArea (display, gdk_x11_surface_get_xid (surface), 0, 0, 0, 0, True);
  XSync (display, False);
}

/* Through time and back, as a drag does. */
static void
pan (NevChartView *view,
     int           i)
{
  NevSpec    *spec = nev_chart_state_get_spec (nev_chart_view_get_state (view));
  NevViewport viewport = nev_viewport_from_spec (spec);

  int room = viewport.n - (int) nev_viewport_get_length (viewport);

  nev_viewport_apply (nev_viewport_pan (viewport, i / room % 2 == 0 ? -1 : 1), spec);
}

static void
measure (NevChartView *view,
         const char   *name,
         MoveFunc      move)
{
  double times[N_FRAMES];
  guint  n_renders;

  show_five_years (nev_chart_state_get_spec (nev_chart_view_get_state (view)));
  nev_chart_view_hover (view, -1, -1);
  nev_chart_state_select (nev_chart_view_get_state (view), NEV_DATUM_NONE);
  settle ();
  n_renders = nev_chart_view_get_n_renders (view);

  for (int i = 0; i < N_FRAMES; i++)
    {
      double start = get_thread_time ();

      move (view, i);
      wait_for_frame ();
      times[i] = get_thread_time () - start;
    }

  print_median (name, times);
  printf ("%s-charts %u\n", name, nev_chart_view_get_n_renders (view) - n_renders);
}

/* The items of the chart, and nothing around them. */
static void
measure_cairo (NevChartView *view)
{
  double           times[N_FRAMES];
  const NevScene  *scene = nev_chart_view_get_scene (view);
  NevTextMaker    *text = nev_text_maker_new (NEV_LANGUAGE_ENGLISH);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) scene->width, (int) scene->height);

  for (int i = 0; i < N_FRAMES; i++)
    {
      double   start = get_thread_time ();
      cairo_t *cr = cairo_create (surface);

      nev_render (scene, nev_theme_get (NEV_THEME_LIGHT, FALSE), text, cr);
      cairo_destroy (cr);
      times[i] = get_thread_time () - start;
    }

  print_median ("cairo", times);

  cairo_surface_destroy (surface);
  nev_text_maker_free (text);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    MoveFunc    move;
  } moves[] = {
    { "hover", hover },
    { "step", step },
    { "redraw", redraw },
    { "window", redraw_window },
    { "pan", pan },
  };
  GApplication *application = G_APPLICATION (nev_application_new (G_APPLICATION_NON_UNIQUE));
  NevWindow    *window;
  NevChartView *view;

  if (!g_application_register (application, NULL, NULL))
    return EXIT_FAILURE;

  window = nev_window_new (GTK_APPLICATION (application), NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1920, 1080);
  gtk_window_present (GTK_WINDOW (window));
  while (nev_window_get_dataset (window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  nev_window_set_page (window, 1);
  view = nev_chart_page_get_chart_view (nev_window_get_chart_page (window));
  g_signal_connect (gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window))),
                    "after-paint", after_paint_cb, NULL);
  settle ();

  for (int i = 0; i < N_ROUNDS; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (moves); j++)
        if (argc == 1 || g_str_equal (argv[1], moves[j].name))
          measure (view, moves[j].name, moves[j].move);

      show_five_years (nev_chart_state_get_spec (nev_chart_view_get_state (view)));
      settle ();
      measure_cairo (view);
    }

  hover (view, 1);
  settle ();
  printf ("rest-frames %u\n", run (G_USEC_PER_SEC));

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (application);

  return EXIT_SUCCESS;
}
