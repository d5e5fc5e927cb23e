/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-scale.h"
#include "nev-ticks.h"

#include <math.h>

#define N_RANDOM 20000

static const struct
{
  double min, max;
  int    n_wanted;
  double first, last;
  int    n;
  int    n_decimals;
} cases[] = {
  { 0, 1000000, 6, 0, 1000000, 6, 0 },
  { 0, 980000, 6, 0, 1000000, 6, 0 },
  { 0, 42.4, 6, 0, 50, 6, 0 },
  { -7.3, 18.2, 6, -10, 20, 4, 0 },
  { 0, 0.3, 4, 0, 0.3, 4, 1 },
  { 0.3, 0.6, 4, 0.3, 0.6, 4, 1 },
  { 0, 0.7, 8, 0, 0.7, 8, 1 },
  { -1, 1, 3, -1, 1, 3, 0 },
  { -1, 1, 2, -1, 1, 3, 0 },
  { 100, 100, 5, 50, 150, 3, 0 },
  { 0, 0, 6, 0, 1, 6, 1 },
  { -5, -5, 5, -8, -2, 4, 0 },
  { 10, 0, 6, 0, 10, 6, 0 },
  { NAN, 1, 6, 0, 1, 6, 1 },
  { 0, INFINITY, 6, 0, 1, 6, 1 },
  { 0, 1e-12, 6, 0, 1e-12, 6, 13 },
  { 0, 1e15, 6, 0, 1e15, 6, 0 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NevTicks ticks = nev_ticks_cover (cases[i].min, cases[i].max, cases[i].n_wanted);

      g_test_message ("%g to %g in %d", cases[i].min, cases[i].max, cases[i].n_wanted);
      g_assert_cmpfloat (nev_ticks_get (&ticks, 0), ==, cases[i].first);
      g_assert_cmpfloat (nev_ticks_get (&ticks, ticks.n - 1), ==, cases[i].last);
      g_assert_cmpint (ticks.n, ==, cases[i].n);
      g_assert_cmpint (nev_ticks_get_decimals (&ticks), ==, cases[i].n_decimals);
    }
}

/* What holds for every good set of ticks. */
static void
check_ticks (double min,
             double max,
             int    n_wanted)
{
  NevTicks ticks = nev_ticks_cover (min, max, n_wanted);

  g_assert_true (ticks.mantissa == 1 || ticks.mantissa == 2 || ticks.mantissa == 5);
  g_assert_cmpint (ticks.n, >=, 2);
  g_assert_cmpint (ticks.n, <=, CLAMP (n_wanted, 3, NEV_TICKS_MAX));
  g_assert_cmpfloat (nev_ticks_get (&ticks, 0), <=, min);
  g_assert_cmpfloat (nev_ticks_get (&ticks, ticks.n - 1), >=, max);

  /* No tick more than needed. */
  g_assert_cmpfloat (nev_ticks_get (&ticks, 1), >, min);
  g_assert_cmpfloat (nev_ticks_get (&ticks, ticks.n - 2), <, max);

  for (int i = 1; i < ticks.n; i++)
    g_assert_cmpfloat (nev_ticks_get (&ticks, i), >, nev_ticks_get (&ticks, i - 1));

  for (int i = 0; i < ticks.n; i++)
    {
      if (ticks.first + i == 0)
        {
          g_assert_cmpfloat (nev_ticks_get (&ticks, i), ==, 0);
          g_assert_false (signbit (nev_ticks_get (&ticks, i)));
        }
    }
}

static void
test_properties (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      double size = pow (10, g_test_rand_double_range (-12, 15));
      double min = g_test_rand_double_range (-1, 1) * size;
      double max = min + g_test_rand_double_range (1e-3, 1) * size;

      check_ticks (min, max, g_test_rand_int_range (-2, 40));
      check_ticks (0, size, g_test_rand_int_range (3, 12));
      check_ticks (-size, 0, g_test_rand_int_range (3, 12));
    }
}

/* A range that is narrow beside its distance from zero: the ticks' numbers must not overflow. */
static void
test_far_from_zero (void)
{
  static const double bases[] = { 1e9, 1e12, 1e15, -1e15 };

  for (gsize i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      NevTicks ticks = nev_ticks_cover (bases[i], bases[i] + 0.25, 6);

      g_assert_cmpfloat (nev_ticks_get (&ticks, 0), <=, bases[i]);
      g_assert_cmpfloat (nev_ticks_get (&ticks, ticks.n - 1), >=, bases[i] + 0.25);
      g_assert_cmpfloat (nev_ticks_get (&ticks, 1), >, nev_ticks_get (&ticks, 0));
    }
}

static void
test_same_decimal (void)
{
  NevTicks ticks = nev_ticks_cover (0, 1, 11);

  g_assert_cmpint (ticks.n, ==, 11);
  g_assert_cmpfloat (nev_ticks_get (&ticks, 3), ==, 0.3);
  g_assert_cmpfloat (nev_ticks_get (&ticks, 7), ==, 0.7);
}

static void
test_scale_round_trip (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      double   from = g_test_rand_double_range (-1e6, 1e6);
      double   to = from + g_test_rand_double_range (1, 1e6);
      NevScale scale = nev_scale_init (from, to, 500, 10);
      double   value = g_test_rand_double_range (from, to);

      g_assert_cmpfloat_with_epsilon (nev_scale_invert (&scale, nev_scale_map (&scale, value)), value, 1e-6);
      g_assert_cmpfloat_with_epsilon (nev_scale_map (&scale, from), 500, 1e-9);
      g_assert_cmpfloat_with_epsilon (nev_scale_map (&scale, to), 10, 1e-9);
    }
}

static void
test_scale_neighbourhood (void)
{
  static const double values[] = { 0, 1, -28.3, 3.7e6, 1e-12, 1e15, 1e-310 };
  NevScale            scale;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      scale = nev_scale_init (values[i], values[i], 0, 100);
      g_assert_cmpfloat (scale.domain_max, >, scale.domain_min);
      g_assert_cmpfloat_with_epsilon (nev_scale_map (&scale, values[i]), 50, 1e-9);
    }

  scale = nev_scale_init (NAN, 1, 0, 100);
  g_assert_cmpfloat (nev_scale_map (&scale, 1), ==, 100);

  scale = nev_scale_init (0, INFINITY, 0, 100);
  g_assert_cmpfloat (nev_scale_map (&scale, 1), ==, 100);
}

static void
test_band (void)
{
  NevBand band = { 10, 110, 8 };

  g_assert_cmpfloat (nev_band_get_start (&band, 0), ==, 10);
  g_assert_cmpfloat (nev_band_get_start (&band, 8), ==, 110);
  g_assert_cmpfloat (nev_band_get_width (&band), ==, 12.5);
  g_assert_cmpfloat (nev_band_get_middle (&band, 0), ==, 16.25);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticks/cases", test_cases);
  g_test_add_func ("/ticks/properties", test_properties);
  g_test_add_func ("/ticks/far-from-zero", test_far_from_zero);
  g_test_add_func ("/ticks/same-decimal", test_same_decimal);
  g_test_add_func ("/scale/round-trip", test_scale_round_trip);
  g_test_add_func ("/scale/neighbourhood", test_scale_neighbourhood);
  g_test_add_func ("/scale/band", test_band);

  return g_test_run ();
}
