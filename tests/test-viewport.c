/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "nev-package.h"
#include "nev-viewport.h"

/* Zooming and panning, without a window. */

static NevDataset *dataset;

static void
assert_viewport (NevViewport viewport,
                 double      start,
                 double      end)
{
  g_assert_cmpfloat_with_epsilon (viewport.start, start, 1e-9);
  g_assert_cmpfloat_with_epsilon (viewport.end, end, 1e-9);
}

static void
test_zoom (void)
{
  static const struct
  {
    NevViewport from;
    double      factor, focus;
    double      start, end;
  } cases[] = {
    { { 0, 100, 100 }, 0.5, 50, 25, 75 },
    { { 0, 100, 100 }, 0.5, 0, 0, 50 },
    { { 0, 100, 100 }, 0.5, 100, 50, 100 },
    { { 20, 60, 100 }, 0.5, 30, 25, 45 },
    { { 25, 75, 100 }, 2, 50, 0, 100 },
    { { 25, 75, 100 }, 1000, 50, 0, 100 },  /* no more than everything */
    { { 80, 100, 100 }, 2, 80, 60, 100 },   /* no further than the end */
    { { 0, 20, 100 }, 2, 20, 0, 40 },       /* nor the beginning */
    { { 10, 20, 100 }, 0.001, 15, 14, 16 }, /* no less than two */
    { { 10, 11, 100 }, 0.5, 10.5, 9.5, 11.5 },
    { { 10, 20, 100 }, 0.5, 500, 495 - 400, 100 }, /* a focus far away */
    { { 0, 1, 1 }, 0.5, 0.5, 0, 1 },
    { { 0, 1, 1 }, 2, 0.5, 0, 1 },
    { { 0, 0, 0 }, 2, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      assert_viewport (nev_viewport_zoom (cases[i].from, cases[i].factor, cases[i].focus), cases[i].start, cases[i].end);
    }
}

static void
test_move (void)
{
  NevViewport viewport = { 20, 60, 100 };

  assert_viewport (nev_viewport_pan (viewport, 5), 25, 65);
  assert_viewport (nev_viewport_pan (viewport, -5.5), 14.5, 54.5);
  assert_viewport (nev_viewport_pan (viewport, 1000), 60, 100);
  assert_viewport (nev_viewport_pan (viewport, -1000), 0, 40);

  assert_viewport (nev_viewport_set_start (viewport, 30), 30, 60);
  assert_viewport (nev_viewport_set_start (viewport, -3), 0, 60);
  assert_viewport (nev_viewport_set_start (viewport, 80), 58, 60);
  assert_viewport (nev_viewport_set_end (viewport, 30), 20, 30);
  assert_viewport (nev_viewport_set_end (viewport, 300), 20, 100);
  assert_viewport (nev_viewport_set_end (viewport, 0), 20, 22);
  assert_viewport (nev_viewport_set_end ((NevViewport){ 0, 1, 1 }, 0), 0, 1);
  assert_viewport (nev_viewport_set_start ((NevViewport){ 0, 1, 1 }, 1), 0, 1);
  assert_viewport (nev_viewport_all (viewport), 0, 100);
}

static NevViewport
random_viewport (void)
{
  int n = g_test_rand_int_range (1, 200);
  int start = g_test_rand_int_range (0, n);

  return (NevViewport){ start, g_test_rand_int_range (start + 1, n + 1), n };
}

/* What is done stays within the periods, moves with each click, and comes back. */
static void
test_random (void)
{
  for (int i = 0; i < 10000; i++)
    {
      NevViewport viewport = random_viewport ();
      double      length = nev_viewport_get_length (viewport);
      double      focus = g_test_rand_double_range (viewport.start, viewport.end);
      double      by = g_test_rand_double_range (-50, 50);
      NevViewport in = nev_viewport_round (nev_viewport_zoom (viewport, 1 / 1.3, focus));
      NevViewport out = nev_viewport_round (nev_viewport_zoom (viewport, 1.3, focus));
      NevViewport moved = nev_viewport_pan (viewport, by);
      NevViewport results[] = { in, out, nev_viewport_round (moved), nev_viewport_round (nev_viewport_set_start (viewport, focus)),
                                nev_viewport_round (nev_viewport_set_end (viewport, focus)) };

      for (guint j = 0; j < G_N_ELEMENTS (results); j++)
        {
          g_assert_cmpfloat (results[j].start, >=, 0);
          g_assert_cmpfloat (results[j].start, <, results[j].end);
          g_assert_cmpfloat (results[j].end, <=, viewport.n);
          g_assert_cmpfloat (results[j].start, ==, floor (results[j].start));
          g_assert_cmpfloat (results[j].end, ==, floor (results[j].end));
        }

      if (length > 2)
        g_assert_cmpfloat (nev_viewport_get_length (in), <, length);
      if (length < viewport.n)
        g_assert_cmpfloat (nev_viewport_get_length (out), >, length);

      /* As long as before, and back where it was if it didn't come to an end */
      g_assert_cmpfloat (nev_viewport_get_length (nev_viewport_round (moved)), ==, length);
      if (viewport.start + by >= 0 && viewport.end + by <= viewport.n)
        assert_viewport (nev_viewport_pan (moved, -by), viewport.start, viewport.end);
    }
}

/* What is shown is what was asked for, at every frequency and for every range. */
static void
test_spec (void)
{
  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    for (int j = 0; j <= NEV_N_FREQUENCIES; j++)
      {
        g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, i));
        NevViewport all;

        if (j < NEV_N_FREQUENCIES)
          nev_spec_set_frequency (spec, (NevFrequency) j);
        else
          nev_spec_set_merge_jan_feb (spec, TRUE);
        nev_spec_set_range (spec, 0, 0);
        all = nev_viewport_from_spec (spec);
        g_assert_cmpfloat (all.start, ==, 0);
        g_assert_cmpfloat (all.end, ==, all.n);

        for (int start = 0; start < all.n; start++)
          for (int end = start + 1; end <= all.n; end += g_test_rand_int_range (1, 10))
            {
              NevViewport viewport = { start, end, all.n };
              NevPeriod   range;

              nev_viewport_apply (viewport, spec);
              g_assert_true (nev_viewport_equal (nev_viewport_from_spec (spec), viewport));

              range = nev_spec_get_range (spec);
              if (start > 0)
                g_assert_cmpint (range.start, ==, nev_spec_get_from (spec));
              if (end < all.n)
                g_assert_cmpint (range.end, ==, nev_spec_get_to (spec));
              else
                g_assert_cmpint (nev_spec_get_to (spec), ==, 0);
            }
      }
}

/* A range with no whole period in it is the period around it, so that one can leave it. */
static void
test_nothing_shown (void)
{
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_find_chart (dataset, "production-sales", NULL));

  nev_spec_set_frequency (spec, NEV_FREQUENCY_YEAR);
  nev_spec_set_range (spec, nev_day_from_date (2022, 3, 1), nev_day_from_date (2022, 6, 1));
  g_assert_true (nev_period_is_none (nev_spec_get_range (spec)));

  nev_viewport_apply (nev_viewport_set_end (nev_viewport_from_spec (spec), 1000), spec);
  g_assert_cmpint (nev_spec_get_from (spec), ==, nev_day_from_date (2022, 1, 1));
  g_assert_cmpint (nev_spec_get_to (spec), ==, 0);
  g_assert_false (nev_period_is_none (nev_spec_get_range (spec)));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  dataset = nev_package_load_bundled (&error);
  g_assert_no_error (error);

  g_test_add_func ("/viewport/zoom", test_zoom);
  g_test_add_func ("/viewport/move", test_move);
  g_test_add_func ("/viewport/random", test_random);
  g_test_add_func ("/viewport/spec", test_spec);
  g_test_add_func ("/viewport/nothing-shown", test_nothing_shown);

  status = g_test_run ();

  g_object_unref (dataset);

  return status;
}
