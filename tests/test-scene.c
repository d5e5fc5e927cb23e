/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-scene.h"

#include <math.h>

#define SIZE 400.0

static void
test_to_string (void)
{
  static const char expected[] =
    "scene 320.0x200.0 font 12.0 zh_CN\n"
    "plot 40.0,20.0 270.0x150.0\n"
    "line grid 10.0,20.5 310.0,20.5\n"
    "line mark c1 slot=1 derived 0.0,0.0 1.3,-2.0 3.0,4.0\n"
    "rect mark c0-r3 10.0,20.0 30.1x0.0\n"
    "dot mark c2-r0 slot=7 5.0,6.0 7.0\n"
    "text title 1.0,2.0 30.0x14.0 “增长 <1 %”\n"
    "line tick\n"
    "dropped 2\n";
  g_autoptr(NevScene) scene = nev_scene_new (320, 200, 12, NEV_LANGUAGE_CHINESE);
  NevPoint         grid[] = { { 10, 20.5 }, { 310, 20.5 } };
  NevPoint         line[] = { { -0.01, 0 }, { 1.26, -1.96 }, { 3, 4 } };
  g_autofree char *text = g_strdup ("增长 <1 %");
  g_autofree char *string = NULL;
  NevItem         *item;

  scene->plots[scene->n_plots++] = (NevPlot){ 40, 20, 270, 150 };
  scene->n_dropped = 2;

  nev_scene_add_line (scene, NEV_ROLE_GRID, grid, G_N_ELEMENTS (grid));

  item = nev_scene_add_line (scene, NEV_ROLE_MARK, line, G_N_ELEMENTS (line));
  item->datum.column = 1;
  item->slot = 1;
  item->style = NEV_STYLE_DERIVED;

  item = nev_scene_add_rect (scene, NEV_ROLE_MARK, 10, 20, 30.12, 0);
  item->datum = (NevDatum){ 0, 3 };

  item = nev_scene_add_dot (scene, NEV_ROLE_MARK, 5, 6, 7);
  item->datum = (NevDatum){ 2, 0 };
  item->slot = 7;

  /* The scene keeps a copy. */
  nev_scene_add_text (scene, NEV_ROLE_TITLE, 1, 2, 30, 14, 11, text);
  text[0] = '\0';

  nev_scene_add_line (scene, NEV_ROLE_TICK, NULL, 0);

  string = nev_scene_to_string (scene);
  g_assert_cmpstr (string, ==, expected);
}

static void
test_items (void)
{
  g_autoptr(NevScene) scene = nev_scene_new (100, 100, 20, NEV_LANGUAGE_ENGLISH);
  NevPoint       points[] = { { 1, 2 }, { 3, 4 } };
  const NevItem *item;

  g_assert_cmpuint (scene->items->len, ==, 0);

  nev_scene_add_line (scene, NEV_ROLE_MARK, points, 2);
  nev_scene_add_text (scene, NEV_ROLE_TITLE, 0, 0, 50, 30, 25, "a");
  nev_scene_add_line (scene, NEV_ROLE_MARK, points + 1, 1);

  item = nev_scene_get_item (scene, 2);
  g_assert_cmpint (item->kind, ==, NEV_ITEM_LINE);
  g_assert_cmpint (item->style, ==, NEV_STYLE_PUBLISHED);
  g_assert_cmpint (item->datum.column, ==, -1);
  g_assert_cmpint (item->datum.row, ==, -1);
  g_assert_cmpuint (item->n_points, ==, 1);
  g_assert_cmpfloat (nev_scene_get_points (scene, item)->x, ==, 3);

  item = nev_scene_get_item (scene, 1);
  g_assert_cmpfloat (item->font_size, ==, 20 * nev_role_get_font_scale (NEV_ROLE_TITLE));
  g_assert_cmpfloat (item->baseline, ==, 25);
}

static void
test_pick_cases (void)
{
  static const NevHit hits[] = {
    /* Two lines share a column; a small mark lies in it. */
    { { 0, 0 }, 0, 0, 20, 100, 10, 30 },
    { { 1, 0 }, 0, 0, 20, 100, 10, 70 },
    { { 2, 0 }, 8, 48, 4, 4, 10, 50 },
    { { 0, 1 }, 20, 0, 20, 100, 30, 30 },
  };
  static const struct
  {
    double x, y;
    int    column, row; /* -1: nothing */
  } cases[] = {
    { 10, 10, 0, 0 },
    { 10, 90, 1, 0 },
    { 19.9, 45, 0, 0 },
    { 20, 45, 0, 1 },
    { 10, 50, 2, 0 },
    { 39.9, 99.9, 0, 1 },
    { 40, 50, -1, -1 },
    { 10, 100, -1, -1 },
    { -0.1, 50, -1, -1 },
    { NAN, 50, -1, -1 },
  };
  g_autoptr(NevScene) scene = nev_scene_new (100, 100, 10, NEV_LANGUAGE_ENGLISH);

  g_assert_null (nev_scene_pick (scene, 10, 10));
  g_assert_null (nev_scene_find_hit (scene, (NevDatum){ 0, 0 }));

  for (gsize i = 0; i < G_N_ELEMENTS (hits); i++)
    nev_scene_add_hit (scene, &hits[i]);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const NevHit *hit = nev_scene_pick (scene, cases[i].x, cases[i].y);

      g_test_message ("%g, %g", cases[i].x, cases[i].y);
      g_assert_cmpint (hit != NULL ? hit->datum.column : -1, ==, cases[i].column);
      g_assert_cmpint (hit != NULL ? hit->datum.row : -1, ==, cases[i].row);
    }
}

static gboolean
contains (const NevHit *hit,
          double        x,
          double        y)
{
  return x >= hit->x && x < hit->x + hit->width && y >= hit->y && y < hit->y + hit->height;
}

/* What is picked contains the point, and nothing else that does is smaller, or as small and nearer. */
static void
test_pick_properties (void)
{
  g_autoptr(NevScene) scene = nev_scene_new (SIZE, SIZE, 10, NEV_LANGUAGE_ENGLISH);

  for (int i = 0; i < 60; i++)
    {
      double width = g_test_rand_int_range (1, 4) * 30;
      double x = g_test_rand_double_range (0, SIZE - width);
      NevHit hit = { { i % 3, i / 3 }, x, 0, width, SIZE / g_test_rand_int_range (1, 3), x + width / 2, g_test_rand_double_range (0, SIZE) };

      nev_scene_add_hit (scene, &hit);
    }

  for (int i = 0; i < 2000; i++)
    {
      double        x = g_test_rand_double_range (-10, SIZE + 10);
      double        y = g_test_rand_double_range (-10, SIZE + 10);
      const NevHit *found = nev_scene_pick (scene, x, y);

      if (found != NULL)
        {
          g_assert_true (contains (found, x, y));
          g_assert_true (nev_scene_find_hit (scene, found->datum) == found);
        }

      for (guint j = 0; j < scene->hits->len; j++)
        {
          const NevHit *hit = &g_array_index (scene->hits, NevHit, j);

          if (!contains (hit, x, y))
            continue;

          g_assert_nonnull (found);
          g_assert_cmpfloat (found->width * found->height, <=, hit->width * hit->height * (1 + 1e-5));

          if (hit->width * hit->height == found->width * found->height)
            g_assert_cmpfloat (hypot (found->anchor_x - x, found->anchor_y - y), <=, hypot (hit->anchor_x - x, hit->anchor_y - y));
        }
    }
}

static void
test_free (void)
{
  nev_scene_free (NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/to-string", test_to_string);
  g_test_add_func ("/scene/items", test_items);
  g_test_add_func ("/scene/pick/cases", test_pick_cases);
  g_test_add_func ("/scene/pick/properties", test_pick_properties);
  g_test_add_func ("/scene/free", test_free);

  return g_test_run ();
}
