/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-render.h"

#include <math.h>
#include <string.h>

/* Pixels of a surface. Most tests need no reference picture: they compare pictures with one another, or ask what must
 * hold for every picture.
 */

typedef struct
{
  cairo_surface_t *surface;
  const guint32   *pixels;
  int              width, height, stride;
} Picture;

static NevTextMaker *maker;

static Picture
render (const NevScene *scene,
        const NevTheme *theme,
        double          scale)
{
  Picture  picture = { .width = (int) ceil (scene->width * scale), .height = (int) ceil (scene->height * scale) };
  cairo_t *cr;

  picture.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, picture.width, picture.height);
  cr = cairo_create (picture.surface);
  cairo_scale (cr, scale, scale);
  nev_render (scene, theme, maker, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  cairo_surface_flush (picture.surface);
  picture.pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (picture.surface);
  picture.stride = cairo_image_surface_get_stride (picture.surface) / 4;

  return picture;
}

static guint32
get_pixel (const Picture *self,
           int            x,
           int            y)
{
  return self->pixels[y * self->stride + x];
}

static gboolean
picture_equal (const Picture *a,
               const Picture *b)
{
  return a->width == b->width && a->height == b->height &&
         memcmp (a->pixels, b->pixels, (gsize) (a->stride * a->height) * 4) == 0;
}

static guint32
to_pixel (NevColor color)
{
  return 0xffu << 24 | (guint32) lround (color.red * 255) << 16 | (guint32) lround (color.green * 255) << 8 | (guint32) lround (color.blue * 255);
}

static NevItem *
add_text (NevScene   *scene,
          NevRole     role,
          double      x,
          double      y,
          const char *text)
{
  NevTextExtents extents;

  nev_text_maker_measure (text, scene->font_size * nev_role_get_font_scale (role), nev_role_is_bold (role), &extents, maker);

  return nev_scene_add_text (scene, role, x, y, extents.width, extents.height, extents.baseline, text);
}

static double
rand_to (double max)
{
  return g_test_rand_double_range (0, max);
}

static NevScene *
create_random_scene (double width,
                     double height)
{
  static const char *texts[] = { "NEV sales", "+42.4%", "2023年上半年", "Ågjpqy", "1.0" };
  NevScene          *scene = nev_scene_new (width, height, 12, NEV_LANGUAGE_ENGLISH);

  for (int i = 0; i < 12; i++)
    {
      NevPoint points[5];
      NevItem *item;
      guint    n = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (points) + 1);

      for (gsize j = 0; j < G_N_ELEMENTS (points); j++)
        points[j] = (NevPoint){ rand_to (width), rand_to (height) };

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
          points[1].y = points[0].y;
          item = nev_scene_add_line (scene, NEV_ROLE_GRID, points, 2);
          break;

        case 1:
          item = nev_scene_add_line (scene, NEV_ROLE_MARK, points, n);
          break;

        case 2:
          item = nev_scene_add_rect (scene, NEV_ROLE_MARK, points[0].x, points[0].y, rand_to (60), rand_to (60));
          break;

        case 3:
          item = nev_scene_add_dot (scene, NEV_ROLE_MARK, points[0].x, points[0].y, 1 + rand_to (10));
          break;

        default:
          item = add_text (scene, g_test_rand_bit () ? NEV_ROLE_TITLE : NEV_ROLE_AXIS_LABEL, points[0].x, points[0].y,
                           texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
          break;
        }

      item->slot = (guint) g_test_rand_int_range (0, 2 * NEV_N_SLOTS);
      item->style = g_test_rand_bit () ? NEV_STYLE_DERIVED : NEV_STYLE_PUBLISHED;
    }

  return scene;
}

/* Marks that an item has a right to the pixels between two points, and as many more around as @grow says. */
static void
allow (gboolean      *allowed,
       const Picture *picture,
       double         scale,
       double         grow,
       NevPoint       a,
       NevPoint       b)
{
  int left = (int) floor ((MIN (a.x, b.x) - grow) * scale), right = (int) ceil ((MAX (a.x, b.x) + grow) * scale);
  int top = (int) floor ((MIN (a.y, b.y) - grow) * scale), bottom = (int) ceil ((MAX (a.y, b.y) + grow) * scale);

  for (int y = MAX (top, 0); y < MIN (bottom, picture->height); y++)
    for (int x = MAX (left, 0); x < MIN (right, picture->width); x++)
      allowed[y * picture->width + x] = TRUE;
}

static void
allow_item (gboolean       *allowed,
            const Picture  *picture,
            double          scale,
            const NevScene *scene,
            const NevItem  *item)
{
  double line_width = nev_theme_get_look (nev_theme_get (NEV_THEME_LIGHT, FALSE), item->role, item->slot).line_width;

  switch (item->kind)
    {
    case NEV_ITEM_LINE:
      for (guint i = 1; i < item->n_points; i++)
        allow (allowed, picture, scale, line_width / 2 + 1,
               nev_scene_get_points (scene, item)[i - 1], nev_scene_get_points (scene, item)[i]);
      break;

    case NEV_ITEM_RECT:
      if (item->width > 0 && item->height > 0)
        allow (allowed, picture, scale, 1, (NevPoint){ item->x, item->y }, (NevPoint){ item->x + item->width, item->y + item->height });
      break;

    case NEV_ITEM_DOT:
      allow (allowed, picture, scale, item->width / 2 + 1, (NevPoint){ item->x, item->y }, (NevPoint){ item->x, item->y });
      break;

    case NEV_ITEM_TEXT:
      allow (allowed, picture, scale, 1, (NevPoint){ item->x, item->y }, (NevPoint){ item->x + item->width, item->y + item->height });
      break;

    default:
      g_assert_not_reached ();
    }
}

/* No ink outside the boxes of the items. It needs no reference and finds what no list of items can show: state that
 * leaks in cairo from one item into the next, and text that is drawn wider than it was measured.
 */
static void
test_no_stray_ink (void)
{
  static const double scales[] = { 1, 1.5, 2, 3 };

  for (int i = 0; i < 200; i++)
    {
      double scale = scales[i % G_N_ELEMENTS (scales)];
      g_autoptr(NevScene) scene = create_random_scene (240, 160);
      const NevTheme      *theme = nev_theme_get (i / 4 % 2, i / 8 % 2);
      Picture              picture = render (scene, theme, scale);
      g_autofree gboolean *allowed = g_new0 (gboolean, picture.width * picture.height);
      guint32              background = theme->is_transparent ? 0 : to_pixel (theme->background);
      guint                n_stray = 0;

      for (guint j = 0; j < scene->items->len; j++)
        allow_item (allowed, &picture, scale, scene, nev_scene_get_item (scene, j));

      for (int y = 0; y < picture.height; y++)
        for (int x = 0; x < picture.width; x++)
          n_stray += get_pixel (&picture, x, y) != background && !allowed[y * picture.width + x];

      if (n_stray > 0)
        {
          g_autofree char *text = nev_scene_to_string (scene);

          g_test_message ("%s", text);
        }

      g_assert_cmpuint (n_stray, ==, 0);
      cairo_surface_destroy (picture.surface);
    }
}

/* The same scene makes the same picture, and cairo is left as it was. */
static void
test_repeatable (void)
{
  for (int i = 0; i < 20; i++)
    {
      g_autoptr(NevScene) scene = create_random_scene (240, 160);
      const NevTheme *theme = nev_theme_get (i % 2, FALSE);
      Picture         once = render (scene, theme, 1);
      Picture         again = render (scene, theme, 1);
      cairo_t        *cr = cairo_create (again.surface);

      cairo_set_line_width (cr, 7);
      nev_render (scene, theme, maker, cr);
      nev_render (scene, theme, maker, cr);
      g_assert_cmpfloat (cairo_get_line_width (cr), ==, 7);
      g_assert_cmpint (cairo_get_dash_count (cr), ==, 0);
      cairo_destroy (cr);
      cairo_surface_flush (again.surface);

      g_assert_true (picture_equal (&once, &again));
      cairo_surface_destroy (once.surface);
      cairo_surface_destroy (again.surface);
    }
}

static int
get_difference (guint32 a,
                guint32 b)
{
  int largest = 0;

  for (int shift = 0; shift < 32; shift += 8)
    largest = MAX (largest, ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));

  return largest;
}

/* Of 255: what cairo rounds where a clip cuts a line, and an eighth of a pixel of a letter. Ink that is missing differs by
 * more, and in more than one pixel: on the edge of a line, once in thousands of pictures, cairo (1.16 and 1.18) takes an
 * area that rounding made negative for a full one.
 */
#define ROUNDING 48
#define MAX_STRAY 1

/* The screen draws a chart tile by tile, and what lies beyond a tile is left out. */
static void
test_tiles (void)
{
  for (int i = 0; i < 20; i++)
    {
      g_autoptr(NevScene) scene = create_random_scene (300, 200);
      const NevTheme *theme = nev_theme_get (NEV_THEME_LIGHT, TRUE);
      Picture         whole = render (scene, theme, 1);
      Picture         tiled = whole;
      guint           n_different = 0;

      tiled.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, whole.width, whole.height);

      for (int x = 0; x < whole.width; x += 50)
        for (int y = 0; y < whole.height; y += 40)
          {
            cairo_t *cr = cairo_create (tiled.surface);

            cairo_rectangle (cr, x, y, 50, 40);
            cairo_clip (cr);
            nev_render (scene, theme, maker, cr);
            cairo_destroy (cr);
          }

      cairo_surface_flush (tiled.surface);
      tiled.pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (tiled.surface);

      for (int y = 0; y < whole.height; y++)
        for (int x = 0; x < whole.width; x++)
          n_different += get_difference (get_pixel (&whole, x, y), get_pixel (&tiled, x, y)) > ROUNDING;

      g_assert_cmpuint (n_different, <=, MAX_STRAY);
      cairo_surface_destroy (whole.surface);
      cairo_surface_destroy (tiled.surface);
    }
}

/* Hair lines and the edges of bars fall between pixels, at every scale and wherever they are. */
static void
test_crisp (void)
{
  static const double scales[] = { 1, 1.25, 1.5, 2, 3 };

  for (int i = 0; i < 100; i++)
    {
      const NevTheme *theme = nev_theme_get (NEV_THEME_LIGHT, FALSE);
      g_autoptr(NevScene) scene = nev_scene_new (100, 100, 8 + rand_to (20), NEV_LANGUAGE_ENGLISH);
      double   y = 5 + rand_to (20), x = 5 + rand_to (90);
      NevPoint across[] = { { rand_to (50), y }, { 50 + rand_to (50), y } };
      NevPoint down[] = { { x, rand_to (20) }, { x, 20 + rand_to (80) } };
      Picture  picture;

      nev_scene_add_line (scene, NEV_ROLE_GRID, across, 2);
      nev_scene_add_line (scene, NEV_ROLE_GRID, down, 2);
      nev_scene_add_rect (scene, NEV_ROLE_MARK, rand_to (50), 40 + rand_to (20), rand_to (50), rand_to (40));
      picture = render (scene, theme, scales[i % G_N_ELEMENTS (scales)]);

      for (int row = 0; row < picture.height; row++)
        for (int column = 0; column < picture.width; column++)
          {
            guint32 pixel = get_pixel (&picture, column, row);

            g_assert_true (pixel == to_pixel (theme->background) || pixel == to_pixel (theme->grid) || pixel == to_pixel (theme->slots[0]));
          }

      cairo_surface_destroy (picture.surface);
    }
}

static guint
count_pixels (const Picture *picture,
              guint32        pixel)
{
  guint n = 0;

  for (int y = 0; y < picture->height; y++)
    for (int x = 0; x < picture->width; x++)
      n += get_pixel (picture, x, y) == pixel;

  return n;
}

/* A value that isn't nothing is seen; nothing isn't. */
static void
test_small_bars (void)
{
  static const struct
  {
    double width, height;
    guint  n_pixels;
  } cases[] = {
    { 10, 0.01, 10 },
    { 10, 0.4, 10 },
    { 0.01, 10, 10 },
    { 10, 2, 20 },
    { 10, 0, 0 },
    { 0, 10, 0 },
  };
  const NevTheme *theme = nev_theme_get (NEV_THEME_LIGHT, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int style = NEV_STYLE_PUBLISHED; style <= NEV_STYLE_DERIVED; style++)
      {
        g_autoptr(NevScene) scene = nev_scene_new (30, 30, 12, NEV_LANGUAGE_ENGLISH);
        Picture picture;
        guint   n_solid;

        nev_scene_add_rect (scene, NEV_ROLE_MARK, 5, 5, cases[i].width, cases[i].height)->style = style;
        picture = render (scene, theme, 1);
        n_solid = count_pixels (&picture, to_pixel (theme->slots[0]));
        g_assert_cmpuint (30 * 30 - count_pixels (&picture, to_pixel (theme->background)), ==, cases[i].n_pixels);

        /* However thin, a derived bar doesn't look published. */
        if (style == NEV_STYLE_PUBLISHED)
          g_assert_cmpuint (n_solid, ==, cases[i].n_pixels);
        else if (cases[i].n_pixels > 0)
          g_assert_cmpuint (n_solid, <, cases[i].n_pixels);

        cairo_surface_destroy (picture.surface);
      }
}

/* Each kind of mark looks different when it was derived. */
static void
test_derived (void)
{
  for (int kind = 0; kind < 4; kind++)
    {
      Picture pictures[2];

      for (int style = NEV_STYLE_PUBLISHED; style <= NEV_STYLE_DERIVED; style++)
        {
          g_autoptr(NevScene) scene = nev_scene_new (60, 60, 12, NEV_LANGUAGE_ENGLISH);
          NevPoint points[] = { { 5, 50 }, { 50, 5 } };
          NevItem *item = kind == 0   ? nev_scene_add_line (scene, NEV_ROLE_MARK, points, 2)
                          : kind == 1 ? nev_scene_add_dot (scene, NEV_ROLE_MARK, 30, 30, 8)
                                      : nev_scene_add_rect (scene, NEV_ROLE_MARK, 5, 5, kind == 2 ? 40 : 5, 40);

          item->style = style;
          pictures[style] = render (scene, nev_theme_get (NEV_THEME_DARK, FALSE), 1);
        }

      g_assert_false (picture_equal (&pictures[0], &pictures[1]));
      cairo_surface_destroy (pictures[0].surface);
      cairo_surface_destroy (pictures[1].surface);
    }
}

/* The hatching runs on from a bar into its neighbour, but for what cairo rounds at the ends of a line. */
static void
test_hatch_meets (void)
{
  g_autoptr(NevScene) wide = nev_scene_new (100, 60, 12, NEV_LANGUAGE_ENGLISH);
  g_autoptr(NevScene) halves = nev_scene_new (100, 60, 12, NEV_LANGUAGE_ENGLISH);
  Picture a, b;
  guint   n_compared = 0;

  nev_scene_add_rect (wide, NEV_ROLE_MARK, 10, 10, 80, 40)->style = NEV_STYLE_DERIVED;
  nev_scene_add_rect (halves, NEV_ROLE_MARK, 10, 10, 33, 40)->style = NEV_STYLE_DERIVED;
  nev_scene_add_rect (halves, NEV_ROLE_MARK, 43, 10, 47, 40)->style = NEV_STYLE_DERIVED;
  a = render (wide, nev_theme_get (NEV_THEME_LIGHT, FALSE), 1);
  b = render (halves, nev_theme_get (NEV_THEME_LIGHT, FALSE), 1);

  for (int y = 13; y < 47; y++)
    for (int x = 13; x < 87; x++)
      if (ABS (x - 43) > 3)
        {
          g_assert_cmpint (get_difference (get_pixel (&a, x, y), get_pixel (&b, x, y)), <=, 8);
          n_compared++;
        }

  g_assert_cmpuint (n_compared, >, 1000);
  cairo_surface_destroy (a.surface);
  cairo_surface_destroy (b.surface);
}

/* A line in many pieces looks like one, but for a touch of its colour on the edge where two overlap. */
static void
test_long_line (void)
{
  const NevTheme *theme = nev_theme_get (NEV_THEME_LIGHT, FALSE);
  g_autoptr(NevScene) scene = nev_scene_new (200, 40, 12, NEV_LANGUAGE_ENGLISH);
  NevPoint points[1000];
  Picture  picture;

  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (NevPoint){ 10 + i * 0.18, 20 };

  nev_scene_add_line (scene, NEV_ROLE_MARK, points, G_N_ELEMENTS (points));
  picture = render (scene, theme, 1);

  for (int x = 12; x < 180; x++)
    {
      g_assert_cmphex (get_pixel (&picture, x, 20), ==, to_pixel (theme->slots[0]));
      g_assert_cmpint (get_difference (get_pixel (&picture, x, 21), get_pixel (&picture, 12, 21)), <=, 40);
    }

  cairo_surface_destroy (picture.surface);
}

/* A line that goes up and down all the time is filled; that covers what its strokes would, but for their round ends. */
static void
test_noise (void)
{
  const NevTheme *theme = nev_theme_get (NEV_THEME_LIGHT, FALSE);
  g_autoptr(NevScene) whole = nev_scene_new (300, 200, 12, NEV_LANGUAGE_ENGLISH);
  g_autoptr(NevScene) pieces = nev_scene_new (300, 200, 12, NEV_LANGUAGE_ENGLISH);
  guint32  color = to_pixel (theme->slots[0]), ground = to_pixel (theme->background);
  NevPoint points[1001];
  Picture  filled, stroked;
  guint    n_colored = 0, n_missing = 0, n_added = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (NevPoint){ 20 + i * 0.25, g_test_rand_double_range (40, 160) };

  nev_scene_add_line (whole, NEV_ROLE_MARK, points, G_N_ELEMENTS (points));
  for (gsize i = 0; i < 1000; i += 100)
    nev_scene_add_line (pieces, NEV_ROLE_MARK, points + i, 101);

  filled = render (whole, theme, 1);
  stroked = render (pieces, theme, 1);

  for (int y = 0; y < filled.height; y++)
    for (int x = 0; x < filled.width; x++)
      {
        guint32 a = get_pixel (&filled, x, y), b = get_pixel (&stroked, x, y);

        n_colored += b == color;
        n_missing += b == color && a == ground;
        n_added += b == ground && a == color;
      }

  g_assert_cmpuint (n_colored, >, 10000);
  g_assert_cmpuint (n_missing, <, n_colored / 200);
  g_assert_cmpuint (n_added, <, n_colored / 50);

  cairo_surface_destroy (filled.surface);
  cairo_surface_destroy (stroked.surface);
}

/* Text grows in proportion, so a layout fits at every scale. */
static void
test_text_is_linear (void)
{
  static const char *texts[] = { "Source: CAAM. Data to February 2026.", "AVAVAV", "新能源汽车销量", "", "−1,234.5%" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int is_bold = 0; is_bold < 2; is_bold++)
      {
        NevTextExtents one, ten;

        nev_text_maker_measure (texts[i], 10, is_bold, &one, maker);
        nev_text_maker_measure (texts[i], 100, is_bold, &ten, maker);
        g_assert_cmpfloat_with_epsilon (ten.width, 10 * one.width, 1e-6);
        g_assert_cmpfloat_with_epsilon (ten.height, 10 * one.height, 1e-6);
        g_assert_cmpfloat_with_epsilon (ten.baseline, 10 * one.baseline, 1e-6);
        g_assert_cmpfloat (one.height, >, 9);
        g_assert_cmpfloat (one.baseline, <, one.height);
        g_assert_cmpint (one.width > 0, ==, texts[i][0] != '\0');
      }
}

/* More texts than are kept, and each one again. */
static void
test_text_is_kept (void)
{
  double widths[1000];

  for (int round = 0; round < 2; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        g_autofree char *text = g_strdup_printf ("%" G_GSIZE_FORMAT, i * i);
        NevTextExtents   extents;

        nev_text_maker_measure (text, 12, FALSE, &extents, maker);
        if (round == 0)
          widths[i] = extents.width;
        else
          g_assert_cmpfloat (widths[i], ==, extents.width);
      }
}

static void
test_text_language (void)
{
  g_autoptr(NevTextMaker) chinese = nev_text_maker_new (NEV_LANGUAGE_CHINESE);
  PangoLayoutLine      *line = nev_text_maker_get_line (chinese, "骨", FALSE);
  const PangoGlyphItem *run = line->runs->data;
  PangoFontDescription *font = pango_font_describe (run->item->analysis.font);

  g_assert_cmpstr (pango_language_to_string (run->item->analysis.language), ==, "zh-cn");
  g_assert_cmpstr (pango_font_description_get_family (font), ==, "Noto Sans CJK SC");
  pango_font_description_free (font);
}

static void
test_text_missing (void)
{
  g_assert_cmphex (nev_text_maker_find_missing (maker, "NEV sales 新能源", FALSE), ==, 0);
  g_assert_cmphex (nev_text_maker_find_missing (maker, "", TRUE), ==, 0);
  g_assert_cmphex (nev_text_maker_find_missing (maker, "新\U000f1234能", FALSE), ==, 0xf1234);
  g_assert_cmphex (nev_text_maker_find_missing (maker, "a\u0378\U000f1234", TRUE), ==, 0x378);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  maker = nev_text_maker_new (NEV_LANGUAGE_ENGLISH);

  g_test_add_func ("/render/no-stray-ink", test_no_stray_ink);
  g_test_add_func ("/render/repeatable", test_repeatable);
  g_test_add_func ("/render/tiles", test_tiles);
  g_test_add_func ("/render/crisp", test_crisp);
  g_test_add_func ("/render/small-bars", test_small_bars);
  g_test_add_func ("/render/derived", test_derived);
  g_test_add_func ("/render/hatch-meets", test_hatch_meets);
  g_test_add_func ("/render/long-line", test_long_line);
  g_test_add_func ("/render/noise", test_noise);
  g_test_add_func ("/text/is-linear", test_text_is_linear);
  g_test_add_func ("/text/is-kept", test_text_is_kept);
  g_test_add_func ("/text/language", test_text_language);
  g_test_add_func ("/text/missing", test_text_missing);

  result = g_test_run ();
  nev_text_maker_free (maker);

  return result;
}
