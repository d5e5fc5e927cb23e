/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-card-spot.h"

/* Where the card lies beside the mark that it tells of. */

static void
test_sides (void)
{
  static const struct
  {
    double      x, y;
    int         width, height;
    int         left, top;
    const char *what;
  } cases[] = {
    { 300, 200, 800, 400, 314, 150, "after" },
    { 700, 200, 800, 400, 486, 150, "before" },
    { 300, 20, 800, 400, 314, 0, "after, at the top" },
    { 300, 390, 800, 400, 314, 300, "after, at the bottom" },
    { 150, 200, 300, 400, 50, 86, "above" },
    { 90, 200, 300, 400, 0, 86, "above, at the edge" },
    { 210, 200, 300, 400, 100, 86, "above, at the other edge" },
    { 150, 50, 300, 400, 50, 64, "below" },
    { 150, 60, 300, 120, 100, 20, "no room" },
    { 160, 61, 300, 120, 0, 0, "no room" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkAllocation card = { 0, 0, 200, 100 };

      g_test_message ("%s", cases[i].what);
      nev_card_spot_find (&card, cases[i].x, cases[i].y, cases[i].width, cases[i].height);
      g_assert_cmpint (card.x, ==, cases[i].left);
      g_assert_cmpint (card.y, ==, cases[i].top);
      g_assert_cmpint (card.width, ==, 200);
      g_assert_cmpint (card.height, ==, 100);
    }
}

/* Within the view, and not on the mark where there is room on any side. */
static void
test_anywhere (void)
{
  for (int i = 0; i < 10000; i++)
    {
      int           width = g_test_rand_int_range (100, 1000), height = g_test_rand_int_range (100, 1000);
      int           card_width = g_test_rand_int_range (1, 500), card_height = g_test_rand_int_range (1, 500);
      double        x = g_test_rand_double_range (0, width), y = g_test_rand_double_range (0, height);
      GtkAllocation card = { 0, 0, card_width, card_height };
      gboolean      has_room = MAX (x, width - x) >= card_width + 15 || MAX (y, height - y) >= card_height + 15;

      nev_card_spot_find (&card, x, y, width, height);

      g_assert_cmpint (card.x, >=, 0);
      g_assert_cmpint (card.y, >=, 0);
      g_assert_cmpint (card.x + card.width, <=, width);
      g_assert_cmpint (card.y + card.height, <=, height);
      g_assert_cmpint (card.width, ==, MIN (card_width, width));
      g_assert_cmpint (card.height, ==, MIN (card_height, height));

      if (has_room && card_width <= width && card_height <= height)
        g_assert_true (x < card.x || x > card.x + card.width || y < card.y || y > card.y + card.height);
    }
}

int
main (int   argc,
      char *argv[])
{
  (g_test_init) (&argc, &argv, NULL);

  g_test_add_func ("/card-spot/sides", test_sides);
  g_test_add_func ("/card-spot/anywhere", test_anywhere);

  return g_test_run ();
}
