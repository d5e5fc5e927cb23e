/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-export.h"

#include "nev-xml.h"

static void
test_numbers (void)
{
  static const struct
  {
    double      number;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { -0.0, "0" },
    { -0.004, "0" },
    { 0.005, "0.01" },
    { -0.25, "-0.25" },
    { 1.5, "1.5" },
    { 1.05, "1.05" },
    { 1920, "1920" },
    { -12.999, "-13" },
    { 99.995001, "100" },
    { 1e9, "1000000000" },
    { 0.1 + 0.2, "0.3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) out = g_string_new (NULL);

      nev_xml_put_number (out, cases[i].number);
      g_assert_cmpstr (out->str, ==, cases[i].text);
    }

  for (int i = 0; i < 1000; i++)
    {
      g_autoptr(GString) out = g_string_new (NULL);
      double number = g_test_rand_double_range (-10000, 10000);

      nev_xml_put_number (out, number);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (out->str, NULL), number, 0.005 + 1e-9);
    }
}

/* What an SVG file holds, as far as tests ask. */
typedef struct
{
  guint       n_texts;
  GString    *text;
  GHashTable *ids;
  char       *title;
  char       *description;
} SvgContents;

static void
start_element_cb (GMarkupParseContext *context,
                  const char          *name,
                  const char         **names,
                  const char         **values,
                  gpointer             user_data,
                  GError             **error)
{
  SvgContents *self = user_data;

  self->n_texts += g_str_equal (name, "text");
  for (int i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "id"))
        g_assert_true (g_hash_table_add (self->ids, g_strdup (values[i])));

      if (values[i][0] != '#')
        g_assert_false (g_regex_match_simple ("\\.\\d{3}|nan|inf|\\de[+-]?\\d|-0\\b(?!\\.)", values[i], 0, 0));
    }
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  SvgContents *self = user_data;
  const char  *element = g_markup_parse_context_get_element (context);

  if (g_str_equal (element, "title"))
    self->title = g_strndup (text, length);
  if (g_str_equal (element, "desc"))
    self->description = g_strndup (text, length);
  if (g_str_equal (element, "text"))
    {
      g_string_append_len (self->text, text, (gssize) length);
      g_string_append_c (self->text, '\n');
    }
}

static void
test_svg (void)
{
  static const GMarkupParser parser = { .start_element = start_element_cb, .text = text_cb };
  g_autoptr(NevScene) scene = create_scene ();
  g_autoptr(NevTextMaker) maker = nev_text_maker_new (scene->language);
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GMarkupParseContext) context = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *svg = NULL;
  SvgContents      contents = { .ids = ids, .text = text };

  /* Two characters that no XML file may hold, wherever they come from. */
  scene->description = (g_free (scene->description), g_strdup ("a\x01"
                                                               "b\xef\xbf\xbf"));
  bytes = export_scene (scene, NEV_THEME_LIGHT, FALSE, NEV_FORMAT_SVG, 1);
  svg = to_text (bytes);
  context = g_markup_parse_context_new (&parser, 0, &contents, NULL);
  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  g_assert_nonnull (strstr (svg, "width=\"320\" height=\"180\" viewBox=\"0 0 320 180\" xml:lang=\"zh-CN\""));
  g_assert_nonnull (strstr (svg, "'Noto Sans CJK SC'"));
  g_assert_nonnull (strstr (svg, ", sans-serif\""));
  g_assert_cmpstr (contents.title, ==, "销量 <&> 增长");
  g_assert_cmpstr (contents.description, ==, "ab");
  g_assert_cmpuint (contents.n_texts, ==, 2);
  g_assert_cmpstr (text->str, ==, "新能源 <44.1 %> & “more”\nSource: 中汽协\n");

  /* The bar of nothing isn't there. */
  g_assert_false (g_hash_table_contains (ids, "c0-r0"));
  for (int i = 1; i < 6; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%d-r%d", i % 2, i / 2);

      g_assert_true (g_hash_table_contains (ids, id));
    }

  g_free (contents.title);
  g_free (contents.description);
}

/* The SVG looks like the PNG to librsvg. Edges and letters are smoothed a little differently, so a few pixels may
 * differ much, and all of them together not much.
 */
static void
test_svg_looks_like_png (void)
{
  for (int i = 0; i < 4; i++)
    {
      g_autoptr(NevScene) scene = create_scene ();
      g_autoptr(GBytes) png = export_scene (scene, i % 2, i / 2, NEV_FORMAT_PNG, 1);
      g_autoptr(GBytes) svg = export_scene (scene, i % 2, i / 2, NEV_FORMAT_SVG, 1);
      g_autoptr(GBytes) drawn = run_on (svg, "rsvg-convert", "--format=png", NULL);
      cairo_surface_t *a = decode (png), *b = decode (drawn);
      guint            n_different = 0, sum = 0;

      g_assert_cmpint (cairo_image_surface_get_width (b), ==, 320);
      g_assert_cmpint (cairo_image_surface_get_height (b), ==, 180);

      for (int y = 0; y < 180; y++)
        for (int x = 0; x < 320; x++)
          {
            int difference = 0;

            for (int shift = 0; shift < 24; shift += 8)
              difference = MAX (difference, ABS ((int) (get_row (a, y)[x] >> shift & 0xff) - (int) (get_row (b, y)[x] >> shift & 0xff)));

            n_different += difference > 100;
            sum += (guint) difference;
          }

      g_test_message ("%u pixels differ much, %.2f on average", n_different, sum / (320.0 * 180.0));
      g_assert_cmpuint (n_different, <, 320 * 180 / 100);
      g_assert_cmpuint (sum, <, 320 * 180 * 3);
      cairo_surface_destroy (a);
      cairo_surface_destroy (b);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/svg/numbers", test_numbers);
  g_test_add_func ("/svg/contents", test_svg);
  g_test_add_func ("/svg/looks-like-png", test_svg_looks_like_png);

  return g_test_run ();
}
