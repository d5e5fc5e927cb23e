/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-export.h"

#include "nev-package.h"
#include "nev-svg.h"
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
  guint       n_marks; /* those with a title */
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
    {
      self->n_marks += self->title != NULL;
      self->title = self->title != NULL ? self->title : g_strndup (text, length);
    }
  if (g_str_equal (element, "desc"))
    self->description = g_strndup (text, length);
  if (g_str_equal (element, "text"))
    {
      g_string_append_len (self->text, text, (gssize) length);
      g_string_append_c (self->text, '\n');
    }
}

static void
read_svg (GBytes      *bytes,
          SvgContents *contents)
{
  static const GMarkupParser parser = { .start_element = start_element_cb, .text = text_cb };
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, contents, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *svg = to_text (bytes);

  memset (contents, 0, sizeof *contents);
  contents->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  contents->text = g_string_new (NULL);
  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
svg_contents_clear (SvgContents *self)
{
  g_hash_table_unref (self->ids);
  g_string_free (self->text, TRUE);
  g_free (self->title);
  g_free (self->description);
}

static void
test_svg (void)
{
  g_autoptr(NevScene) scene = create_scene ();
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *svg = NULL;
  SvgContents      contents;

  /* Two characters that no XML file may hold, wherever they come from. */
  scene->description = (g_free (scene->description), g_strdup ("a\x01"
                                                               "b\xef\xbf\xbf"));
  bytes = export_scene (scene, NEV_THEME_LIGHT, FALSE, NEV_FORMAT_SVG, 1);
  svg = to_text (bytes);
  read_svg (bytes, &contents);

  g_assert_nonnull (strstr (svg, "width=\"320\" height=\"180\" viewBox=\"0 0 320 180\" xml:lang=\"zh-CN\""));
  g_assert_nonnull (strstr (svg, "'Noto Sans CJK SC'"));
  g_assert_nonnull (strstr (svg, ", sans-serif\""));
  g_assert_cmpstr (contents.title, ==, "销量 <&> 增长");
  g_assert_cmpstr (contents.description, ==, "ab");
  g_assert_cmpuint (contents.n_texts, ==, 2);
  g_assert_cmpuint (contents.n_marks, ==, 0);
  g_assert_cmpstr (contents.text->str, ==, "新能源 <44.1 %> & “more”\nSource: 中汽协\n");
  svg_contents_clear (&contents);
}

/* A mark has the name and the sentence of its number; what has no mark gets something to point at. */
static void
test_names (void)
{
  g_autoptr(NevScene) scene = create_scene ();
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *svg = NULL;
  NevHit           hits[] = {
              { { 0, 0 }, 0, 0, 40, 180, 35, 150, "bar-of-nothing", "nothing" },
              { { 1, 0 }, 40, 0, 40, 180, 75, 135, "bar-of-something", "a < b" },
              { { 1, 5 }, 80, 0, 40, 180, 200, 90.126, "somewhere", "on a line" },
              { { 0, 1 }, 120, 0, 40, 180, 115, 120, NULL, NULL },
  };
  SvgContents contents;

  for (gsize i = 0; i < G_N_ELEMENTS (hits); i++)
    nev_scene_add_hit (scene, &hits[i]);

  bytes = export_scene (scene, NEV_THEME_LIGHT, FALSE, NEV_FORMAT_SVG, 1);
  svg = to_text (bytes);
  read_svg (bytes, &contents);

  g_assert_cmpuint (contents.n_marks, ==, 3);
  g_assert_nonnull (strstr (svg, "<rect x=\"70\" y=\"135\" width=\"13\" height=\"15\" id=\"bar-of-something\"><title>a &lt; b</title></rect>"));
  g_assert_nonnull (strstr (svg, "<circle cx=\"200\" cy=\"90.13\" r=\"4.8\" id=\"somewhere\"><title>on a line</title></circle>"));
  g_assert_true (g_hash_table_contains (contents.ids, "bar-of-nothing"));
  svg_contents_clear (&contents);
}

/* Every number of every chart that has a value has a name, the name is the only one of its kind, and a chart of five
 * years is small.
 */
static void
test_charts (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(NevDataset) dataset = nev_package_load_bundled (&error);

  g_assert_no_error (error);

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    for (NevMark mark = NEV_MARK_BARS; mark <= NEV_MARK_LINE; mark++)
      for (NevLanguage language = 0; language < NEV_N_LANGUAGES; language++)
        for (int is_change = 0; is_change < 2; is_change++)
          {
            g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, i));
            NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
            g_autoptr(NevTable) table = NULL;
            g_autoptr(GBytes) bytes = NULL;
            SvgContents contents;
            guint       n_values = 0;

            options.language = language;
            nev_spec_set_mark (spec, mark);
            nev_spec_set_frequency (spec, NEV_FREQUENCY_MONTH);
            nev_spec_set_measure (spec, is_change ? NEV_MEASURE_CHANGE_ON_YEAR : NEV_MEASURE_LEVEL);
            nev_spec_set_range (spec, nev_day_from_date (2021, 1, 1), nev_day_from_date (2026, 1, 1));
            table = nev_spec_create_table (spec);
            bytes = nev_export_chart (spec, NEV_FORMAT_SVG, &options, &error);
            g_assert_no_error (error);
            read_svg (bytes, &contents);

            for (guint column = 0; column < nev_table_get_n_columns (table); column++)
              for (guint row = 0; row < nev_table_get_n_rows (table); row++)
                n_values += nev_table_get_reading (table, column, row)->status != NEV_STATUS_GAP;

            g_test_message ("%s, mark %d, %s: %u of %u values, %" G_GSIZE_FORMAT " bytes", nev_dataset_get_chart (dataset, i)->name, mark,
                            nev_language_to_tag (language), contents.n_marks, n_values, g_bytes_get_size (bytes));
            g_assert_cmpuint (contents.n_marks, ==, n_values);
            g_assert_cmpuint (g_bytes_get_size (bytes), <=, 60 * 1000);
            svg_contents_clear (&contents);
          }
}

static void
test_readings (void)
{
  static const struct
  {
    const char *id;
    const char *text;
  } expected[] = {
    { "nev_sales-2023-06", "NEV sales, June 2023: 806,000 vehicles (published by CAAM)" },
    { "nev_sales-2023-09", "NEV sales, September 2023: 904,000 vehicles (derived, ±1,000)" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(NevDataset) dataset = nev_package_load_bundled (&error);
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_find_chart (dataset, "production-sales", NULL));
  NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
  g_autoptr(GBytes) bytes = nev_export_chart (spec, NEV_FORMAT_SVG, &options, &error);
  g_autofree char *svg = to_text (bytes);

  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *piece = g_strdup_printf ("id=\"%s\"><title>%s</title>", expected[i].id, expected[i].text);

      g_assert_nonnull (strstr (svg, piece));
    }

  g_assert_nonnull (strstr (svg, "<g id=\"nev_sales\" class=\"nev_sales\""));
}

static GBytes *
draw_outlines (const NevScene *scene,
               NevThemeKind    theme,
               gboolean        is_transparent)
{
  g_autoptr(NevTextMaker) maker = nev_text_maker_new (scene->language);

  return nev_svg_write (scene, nev_theme_get (theme, is_transparent), maker, TRUE);
}

static void
test_outlines (void)
{
  g_autoptr(NevScene) scene = create_scene ();
  g_autoptr(GBytes) bytes = draw_outlines (scene, NEV_THEME_LIGHT, FALSE);
  g_autofree char *svg = to_text (bytes);
  SvgContents      contents;

  read_svg (bytes, &contents);
  g_assert_cmpuint (contents.n_texts, ==, 0);
  g_assert_null (strstr (svg, "font"));
  g_assert_nonnull (strstr (svg, "aria-label=\"Source: 中汽协\""));
  svg_contents_clear (&contents);
}

/* The SVG looks like the PNG to librsvg. Edges and letters are smoothed a little differently, so a few pixels may
 * differ much, and all of them together not much.
 */
static void
test_svg_looks_like_png (void)
{
  for (int i = 0; i < 8; i++)
    {
      g_autoptr(NevScene) scene = create_scene ();
      g_autoptr(GBytes) png = export_scene (scene, i % 2, i / 2 % 2, NEV_FORMAT_PNG, 1);
      g_autoptr(GBytes) svg = i < 4 ? export_scene (scene, i % 2, i / 2 % 2, NEV_FORMAT_SVG, 1) : draw_outlines (scene, i % 2, i / 2 % 2);
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
  g_test_add_func ("/svg/names", test_names);
  g_test_add_func ("/svg/readings", test_readings);
  g_test_add_func ("/svg/charts", test_charts);
  g_test_add_func ("/svg/outlines", test_outlines);
  g_test_add_func ("/svg/looks-like-png", test_svg_looks_like_png);

  return g_test_run ();
}
