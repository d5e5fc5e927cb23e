/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem () */

#include "test-export.h"

#include "nev-png.h"
#include "nev-render.h"

/* What a colour of many in a picture may be off by, and what premultiplying it again adds. */
#define TOLERANCE (8 + 1)

static guint
count_colors (cairo_surface_t *surface)
{
  g_autoptr(GHashTable) colors = g_hash_table_new (NULL, NULL);

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      g_hash_table_add (colors, GUINT_TO_POINTER (get_row (surface, y)[x]));

  return g_hash_table_size (colors);
}

static void
assert_near (guint32 a,
             guint32 b,
             int     tolerance)
{
  for (int shift = 0; shift < 32; shift += 8)
    g_assert_cmpint (abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)), <=, tolerance);
}

/* @a was read from a file that @b was written to: a palette holds up to 256 colours as they are. */
static void
assert_same_pixels (cairo_surface_t *a,
                    cairo_surface_t *b)
{
  guint32 mask_a = cairo_image_surface_get_format (a) == CAIRO_FORMAT_RGB24 ? 0xff000000 : 0;
  guint32 mask_b = cairo_image_surface_get_format (b) == CAIRO_FORMAT_RGB24 ? 0xff000000 : 0;
  int     tolerance;

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  tolerance = count_colors (b) <= 256 ? 0 : TOLERANCE;
  g_assert_cmpint (cairo_image_surface_get_width (a), ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (cairo_image_surface_get_height (a), ==, cairo_image_surface_get_height (b));

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      assert_near (get_row (a, y)[x] | mask_a, get_row (b, y)[x] | mask_b, tolerance);
}

/* A PNG holds the pixels that were drawn. */
static void
test_png_pixels (void)
{
  g_autoptr(NevScene) scene = create_scene ();
  g_autoptr(NevTextMaker) maker = nev_text_maker_new (scene->language);

  for (int i = 0; i < 12; i++)
    {
      NevThemeKind kind = i % 2;
      gboolean     is_transparent = i / 2 % 2;
      double       scale = 1 + i / 4 * 0.75;
      g_autoptr(GBytes) bytes = export_scene (scene, kind, is_transparent, NEV_FORMAT_PNG, scale);
      cairo_surface_t *found = decode (bytes);
      cairo_surface_t *drawn = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) lround (320 * scale), (int) lround (180 * scale));
      cairo_t         *cr = cairo_create (drawn);

      cairo_scale (cr, scale, scale);
      nev_render (scene, nev_theme_get (kind, is_transparent), maker, cr);
      cairo_destroy (cr);
      assert_same_pixels (found, drawn);
      cairo_surface_destroy (found);
      cairo_surface_destroy (drawn);
    }
}

/* Any picture: few colours, just as many as a palette holds, one more, many; opaque and not; one pixel wide. */
static void
test_png_random (void)
{
  static const int n_colors[] = { 1, 2, 255, 256, 257, 5000 };

  for (int i = 0; i < 120; i++)
    {
      gboolean         has_alpha = i % 2;
      int              n = n_colors[i / 2 % G_N_ELEMENTS (n_colors)];
      int              width = i < 12 ? 1 : g_test_rand_int_range (1, 200), height = i < 12 ? 300 : g_test_rand_int_range (1, 100);
      cairo_surface_t *surface = cairo_image_surface_create (has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
      cairo_surface_t *found;
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = NULL;

      for (int j = 0; j < width * height; j++)
        {
          guint32  color = j < n ? (guint32) j : (guint32) g_test_rand_int_range (0, n);
          guint32  alpha = has_alpha ? color * 7 % 256 : 255;
          guint32 *row = (guint32 *) get_row (surface, j / width);

          /* Distinct, and premultiplied. */
          row[j % width] = alpha << 24 | (alpha * (color % 256) / 255) << 16 | (alpha * (color / 256) / 255) << 8 | alpha;
        }

      cairo_surface_mark_dirty (surface);
      bytes = nev_png_encode (surface, 96, NULL, 0, &error);
      g_assert_no_error (error);
      found = decode (bytes);
      assert_same_pixels (found, surface);
      cairo_surface_destroy (found);
      cairo_surface_destroy (surface);
    }
}

static guint32
read_number (const guint8 *data)
{
  guint32 number;

  memcpy (&number, data, 4);

  return GUINT32_FROM_BE (number);
}

/* The names of a PNG's chunks, "IHDR sRGB ...", the same one after another only once. */
static char *
list_chunks (GBytes  *bytes,
             guint8  *color_type,
             guint32 *pixels_per_metre)
{
  gsize         length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  GString      *names = g_string_new (NULL);

  for (gsize i = 8; i + 12 <= length; i += 12 + read_number (data + i))
    {
      g_autofree char *name = g_strndup ((const char *) data + i + 4, 4);

      if (g_str_equal (name, "IHDR"))
        *color_type = data[i + 8 + 9];
      if (g_str_equal (name, "pHYs"))
        *pixels_per_metre = read_number (data + i + 8);
      if (!g_str_has_suffix (names->str, name))
        g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", name);
    }

  return g_string_free (names, FALSE);
}

/* Among so many colours that near ones are taken for each other, a tint that an area has is kept as it is, and so is a
 * thin line.
 */
static void
test_png_areas (void)
{
  const int        width = 400, height = 300;
  const guint32    paper = 0xffffffff, tint = 0xfffafafa, hair = 0xfffdfdfd;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_surface_t *found;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  guint8           color_type = 0;
  guint32          pixels_per_metre = 0;
  g_autofree char *chunks = NULL;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      ((guint32 *) get_row (surface, y))[x] = x == 350 ? hair : y < 50 && x < 40 ? 0xff000000u | (guint32) (0x808080 + y * 0x500 + x) : y > 200 ? tint : paper;

  cairo_surface_mark_dirty (surface);
  bytes = nev_png_encode (surface, 96, NULL, 0, &error);
  g_assert_no_error (error);
  chunks = list_chunks (bytes, &color_type, &pixels_per_metre);
  g_assert_cmpuint (color_type, ==, 3);

  found = decode (bytes);
  g_assert_cmphex (get_row (found, 100)[100] | 0xff000000, ==, paper);
  g_assert_cmphex (get_row (found, 250)[100] | 0xff000000, ==, tint);
  g_assert_cmphex (get_row (found, 250)[350] | 0xff000000, ==, hair);
  assert_same_pixels (found, surface);
  cairo_surface_destroy (found);
  cairo_surface_destroy (surface);
}

static void
test_png_chunks (void)
{
  static const struct
  {
    double      scale;
    gboolean    is_colorful;
    gboolean    is_transparent;
    guint8      color_type;
    guint32     pixels_per_metre;
    const char *chunks;
  } cases[] = {
    { 1, FALSE, FALSE, 3, 3780, "IHDR sRGB PLTE pHYs iTXt tEXt IDAT IEND" },
    { 1, FALSE, TRUE, 3, 3780, "IHDR sRGB PLTE tRNS pHYs iTXt tEXt IDAT IEND" },
    { 2, TRUE, FALSE, 2, 7559, "IHDR sRGB pHYs iTXt tEXt IDAT IEND" },
    { 4, TRUE, TRUE, 6, 15118, "IHDR sRGB pHYs iTXt tEXt IDAT IEND" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(NevScene) scene = nev_scene_new (300, 100, 12, NEV_LANGUAGE_ENGLISH);
      g_autoptr(GBytes) bytes = NULL;
      g_autofree char *chunks = NULL;
      guint8           color_type = 0;
      guint32          pixels_per_metre = 0;

      scene->title = g_strdup ("销量");
      scene->description = g_strdup ("All of it");
      for (guint slot = 0; slot < NEV_N_SLOTS; slot++)
        {
          NevPoint line[] = { { 5, 5 + slot }, { 150, 95 - slot }, { 295, 7 * slot } };

          nev_scene_add_rect (scene, NEV_ROLE_MARK, 10 * slot, 10, 10, 40)->slot = slot;
          if (cases[i].is_colorful)
            nev_scene_add_line (scene, NEV_ROLE_MARK, line, 3)->slot = slot;
        }

      bytes = export_scene (scene, NEV_THEME_LIGHT, cases[i].is_transparent, NEV_FORMAT_PNG, cases[i].scale);
      chunks = list_chunks (bytes, &color_type, &pixels_per_metre);
      g_assert_cmpstr (chunks, ==, cases[i].chunks);
      g_assert_cmpuint (color_type, ==, cases[i].color_type);
      g_assert_cmpuint (pixels_per_metre, ==, cases[i].pixels_per_metre);
    }
}

static gboolean
contains (GBytes     *bytes,
          const char *part,
          gsize       length)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), part, length) != NULL;
}

/* A picture tells whose figures it shows, and under which licence, wherever it goes. */
static void
test_png_texts (void)
{
  static const char source[] = "iTXtSource\0\0\0\0\0来源：中汽协";
  static const char license[] = "tEXtCopyright\0CC0-1.0";
  g_autoptr(NevScene) scene = create_scene ();
  g_autoptr(GBytes) without = export_scene (scene, NEV_THEME_LIGHT, FALSE, NEV_FORMAT_PNG, 1);
  g_autoptr(GBytes) bytes = NULL;

  g_assert_false (contains (without, "Source", 6));
  g_assert_false (contains (without, "Copyright", 9));

  scene->source = g_strdup ("来源：中汽协");
  scene->license = g_strdup ("CC0-1.0");
  bytes = export_scene (scene, NEV_THEME_LIGHT, FALSE, NEV_FORMAT_PNG, 1);
  g_assert_true (contains (bytes, source, sizeof source - 1));
  g_assert_true (contains (bytes, license, sizeof license - 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/png/pixels", test_png_pixels);
  g_test_add_func ("/png/random", test_png_random);
  g_test_add_func ("/png/areas", test_png_areas);
  g_test_add_func ("/png/chunks", test_png_chunks);
  g_test_add_func ("/png/texts", test_png_texts);

  return g_test_run ();
}
