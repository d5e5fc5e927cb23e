/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout.h"
#include "nev-package.h"
#include "nev-pyramid.h"
#include "nev-render.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* For large.sh:
 *
 *   large table N_SERIES N_DAYS FILE [by-date]   writes a table: series, period, value
 *   large pyramid                                what a pyramid costs, and a pan over 1 and 10 million numbers
 *   large pan FILE                               what the frames of a pan cost: layout and drawing of a sixth of the days, and
 *                                                strokes of the same lines, each as one path
 *   large cancel FILE                            how long a reading goes on after it was cancelled
 */

#define WIDTH 1920
#define HEIGHT 1080

static double
get_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
write_table (int         n_series,
             int         n_days,
             const char *path,
             gboolean    is_by_date)
{
  FILE   *file = fopen (path, "wb");
  GRand  *random = g_rand_new_with_seed (1);
  double *values = g_new (double, n_series);
  char (*days)[16] = g_malloc_n ((gsize) n_days, sizeof *days);
  gint32 first = nev_day_from_date (n_days > 70000 ? 1900 : 1950, 1, 1);

  if (file == NULL)
    g_error ("%s", path);

  for (int i = 0; i < n_days; i++)
    {
      g_autofree char *text = nev_period_to_string ((NevPeriod){ first + i, first + i + 1 });

      g_strlcpy (days[i], text, sizeof days[i]);
    }

  for (int i = 0; i < n_series; i++)
    values[i] = g_rand_double_range (random, 1000, 5000);

  fputs ("series,period,value\n", file);

  for (gint64 i = 0; i < (gint64) n_series * n_days; i++)
    {
      int series = (int) (is_by_date ? i % n_series : i / n_days);
      int day = (int) (is_by_date ? i / n_series : i % n_days);
      int cents;

      values[series] += g_rand_double_range (random, -20, 20);
      cents = (int) fabs (values[series] * 100 + g_rand_double_range (random, 0, 50000));
      fprintf (file, "series %d,%s,%d.%02d\n", series + 1, days[day], cents / 100, cents % 100);
    }

  return fclose (file) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* The frames of a pan over half of all numbers: what every column of pixels comes to, drawn as nev_render() draws it. Gives
 * milliseconds of CPU a frame.
 */
static double
pan_numbers (const NevPyramid *pyramid,
             const double     *values,
             gsize             n)
{
  g_autoptr (NevTextMaker) text = nev_text_maker_new (NEV_LANGUAGE_ENGLISH);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  double           start = get_cpu ();

  for (gsize frame = 0; frame < 30; frame++)
    {
      g_autoptr (NevScene) scene = nev_scene_new (WIDTH, HEIGHT, 24, NEV_LANGUAGE_ENGLISH);
      NevPoint points[2 * WIDTH];
      gsize    first = n / 4 + frame * (n / 200), length = n / 2;

      for (gsize x = 0; x < WIDTH; x++)
        {
          gsize lowest, highest;

          nev_pyramid_find (pyramid, first + length * x / WIDTH, first + length * (x + 1) / WIDTH, &lowest, &highest);
          points[2 * x] = (NevPoint){ (double) x, HEIGHT / 2 - 200 * values[MIN (lowest, highest)] };
          points[2 * x + 1] = (NevPoint){ (double) x + 0.5, HEIGHT / 2 - 200 * values[MAX (lowest, highest)] };
        }

      nev_scene_add_line (scene, NEV_ROLE_MARK, points, 2 * WIDTH);
      nev_render (scene, nev_theme_get (NEV_THEME_LIGHT, FALSE), text, cr);
    }

  start = (get_cpu () - start) / 30;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return start;
}

static int
measure_pyramid (void)
{
  static const gsize sizes[] = { 1000000, 10000000 };
  double             frames[2];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gsize              n = sizes[i];
      g_autofree double *values = g_new (double, n);
      double             start, best = INFINITY;

      for (gsize j = 0; j < n; j++)
        values[j] = sin ((double) j / 1000) + (double) (j * 7919 % 1000) / 1000;

      for (int j = 0; j < 5; j++)
        {
          g_autoptr (NevPyramid) pyramid = NULL;

          start = get_cpu ();
          pyramid = nev_pyramid_new (values, n);
          best = MIN (best, get_cpu () - start);

          if (j == 4)
            {
              frames[i] = pan_numbers (pyramid, values, n);
              printf ("pyramid %zu\t%.3f ns\t%.3f bytes\n", n, best * 1e6 / (double) n, (double) nev_pyramid_get_size (pyramid) / (double) n);
            }
        }
    }

  printf ("pan %.4f\n", frames[1] / frames[0]);

  return EXIT_SUCCESS;
}

static NevSpec *
open_chart (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (NevDataset) dataset = nev_package_load (file, NULL, &error);

  if (dataset == NULL)
    g_error ("%s", error->message);

  return nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));
}

static NevScene *
lay_out (NevSpec      *spec,
         NevTextMaker *text)
{
  g_autoptr (NevTable) table = nev_spec_create_table (spec);
  NevLayoutOptions options = { .width = WIDTH, .height = HEIGHT, .measure = nev_text_maker_measure, .measure_data = text };

  return nev_layout (spec, table, &options);
}

static void
stroke_as_one (const NevScene *scene,
               cairo_t        *cr)
{
  cairo_set_line_width (cr, 3);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      if (item->kind != NEV_ITEM_LINE || item->role != NEV_ROLE_MARK)
        continue;

      for (guint j = 0; j < item->n_points; j++)
        cairo_line_to (cr, nev_scene_get_points (scene, item)[j].x, nev_scene_get_points (scene, item)[j].y);
      cairo_stroke (cr);
    }
}

/* Prints milliseconds of CPU a frame: reading and layout, drawing, and the strokes. */
static int
measure_pan (const char *path)
{
  g_autoptr (NevSpec) spec = open_chart (path);
  g_autoptr (NevTextMaker) text = nev_text_maker_new (NEV_LANGUAGE_ENGLISH);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  NevPeriod        extent = nev_spec_get_extent (spec);
  gint32           length = (extent.end - extent.start) * 2 / 3;
  double           layout = 0, drawing = 0, strokes = 0;
  guint            n_frames = 30;

  for (guint i = 0; i <= n_frames; i++)
    {
      g_autoptr (NevScene) scene = NULL;
      gint32 from = extent.start + (gint32) i * (extent.end - extent.start - length) / (gint32) n_frames;
      double start = get_cpu (), laid_out, drawn;

      nev_spec_set_range (spec, from, from + length);
      scene = lay_out (spec, text);
      laid_out = get_cpu ();
      nev_render (scene, nev_theme_get (NEV_THEME_LIGHT, FALSE), text, cr);
      drawn = get_cpu ();
      stroke_as_one (scene, cr);

      /* The first one finds fonts and builds the pyramids. */
      if (i == 0)
        continue;

      layout += laid_out - start;
      drawing += drawn - laid_out;
      strokes += get_cpu () - drawn;
    }

  printf ("%.3f\t%.3f\t%.3f\n", layout / n_frames, drawing / n_frames, strokes / n_frames);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return EXIT_SUCCESS;
}

typedef struct
{
  GCancellable *cancellable;
  gint64        time;
} Cancel;

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Cancel *cancel = user_data;

  if (fraction < 0.5 || cancel->time != 0)
    return;

  cancel->time = g_get_monotonic_time ();
  g_cancellable_cancel (cancel->cancellable);
}

static int
measure_cancel (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Cancel cancel = { cancellable, 0 };
  g_autoptr (NevDataset) dataset = nev_package_load_with_progress (file, progress_cb, &cancel, cancellable, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_error ("not cancelled");

  printf ("%.4f\n", (double) (g_get_monotonic_time () - cancel.time) / G_USEC_PER_SEC);

  return EXIT_SUCCESS;
}

int
main (int    argc,
      char **argv)
{
  if (argc >= 5 && strcmp (argv[1], "table") == 0)
    return write_table (atoi (argv[2]), atoi (argv[3]), argv[4], argc == 6);
  if (argc == 2 && strcmp (argv[1], "pyramid") == 0)
    return measure_pyramid ();
  if (argc == 3 && strcmp (argv[1], "pan") == 0)
    return measure_pan (argv[2]);
  if (argc == 3 && strcmp (argv[1], "cancel") == 0)
    return measure_cancel (argv[2]);

  g_error ("usage: large table N_SERIES N_DAYS FILE [by-date] | pyramid | pan FILE | cancel FILE");
}
