/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-cli.h"

#include <string.h>

static void
assert_file (const char *folder,
             const char *name,
             const char *magic)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  gsize            length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, strlen (magic));
  g_assert_cmpmem (bytes, strlen (magic), magic, strlen (magic));
}

static void
test_export (void)
{
  static const char *const charts[] = { "production-sales", "exports", "market-share", "charging-points" };
  g_autofree char         *folder = cli_make_folder ();
  g_autofree char         *deeper = g_build_filename (folder, "a", "b", NULL);
  g_autofree char         *command = g_strdup_printf ("export --all --format png,svg,pdf --size 400x300 --output-dir %s", deeper);
  g_autofree char         *paths = cli_get_output (command);
  g_autoptr(GString) expected = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *png = g_strconcat (charts[i], ".png", NULL);
      g_autofree char *svg = g_strconcat (charts[i], ".svg", NULL);
      g_autofree char *pdf = g_strconcat (charts[i], ".pdf", NULL);

      assert_file (deeper, png, "\x89PNG\r\n");
      assert_file (deeper, svg, "<?xml");
      assert_file (deeper, pdf, "%PDF-");
      g_string_append_printf (expected, "%s/%s\n%s/%s\n%s/%s\n", deeper, png, deeper, svg, deeper, pdf);
    }

  g_assert_cmpstr (paths, ==, expected->str);
  g_assert_cmpuint (cli_remove_folder (deeper), ==, 12);
  cli_remove_folder (folder);
}

static void
test_export_output (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *png = g_strdup_printf ("export exports --theme dark --size 400x300 -o %s/a.png", folder);
  g_autofree char *svg = g_strdup_printf ("export exports --language zh_CN --size 400x300 -o %s/a.svg", folder);
  g_autofree char *other = g_strdup_printf ("export exports --format svg --size 400x300 -o %s/picture", folder);
  g_autofree char *scaled = g_strdup_printf ("export exports --theme transparent --size 400x300 --scale 2 -o %s/b.PNG --format png", folder);
  g_autofree char *png_path = cli_get_output (png);
  g_autofree char *svg_path = cli_get_output (svg);
  g_autofree char *other_path = cli_get_output (other);
  g_autofree char *scaled_path = cli_get_output (scaled);

  assert_file (folder, "a.png", "\x89PNG\r\n");
  assert_file (folder, "a.svg", "<?xml");
  assert_file (folder, "picture", "<?xml");
  assert_file (folder, "b.PNG", "\x89PNG\r\n");
  cli_assert_contains (png_path, "/a.png\n");
  cli_assert_contains (svg_path, "/a.svg\n");
  cli_assert_contains (other_path, "/picture\n");
  cli_assert_contains (scaled_path, "/b.PNG\n");

  g_assert_cmpuint (cli_remove_folder (folder), ==, 4);
}

/* A mistake in one of several charts leaves nothing behind. */
static void
test_export_mistake (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *command = g_strdup_printf ("export exports nothing --size 400x300 --output-dir %s", folder);
  g_auto(CliResult) result = { 0 };

  cli_run (&result, command);
  g_assert_cmpint (result.status, ==, 2);
  g_assert_cmpstr (result.out, ==, "");
  g_assert_cmpuint (cli_remove_folder (folder), ==, 0);
}

/* A member of the first of the objects that were told. */
static JsonNode *
get_member (JsonNode   *node,
            const char *name)
{
  JsonObject *object = json_array_get_object_element (json_node_get_array (node), 0);

  g_assert_true (json_object_has_member (object, name));

  return json_object_get_member (object, name);
}

/* What a place needs goes without saying; what is said goes before it. */
static void
test_export_preset (void)
{
  static const struct
  {
    const char *options;
    int         width, height;
    double      scale;
  } cases[] = {
    { "--preset slide", 1280, 720, 2 },
    { "--preset slide-half", 600, 540, 2 },
    { "--preset slide-half --size 500x400", 500, 400, 2 },
    { "--preset slide-half --scale 1 --font-size 12pt", 600, 540, 1 },
    { "--preset slide-half --font-size 16", 600, 540, 2 },
    { "--size 400x300", 400, 300, 1 },
  };
  g_autofree char *folder = cli_make_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *command = g_strdup_printf ("export exports %s --json -o %s/a.png", cases[i].options, folder);
      g_autoptr(JsonNode) node = cli_get_json (command);
      g_autofree char *path = g_build_filename (folder, "a.png", NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *sum = NULL;
      guint32          sides[2];
      gsize            length;

      g_test_message ("%s", cases[i].options);
      g_assert_cmpint (json_node_get_int (get_member (node, "width")), ==, cases[i].width);
      g_assert_cmpint (json_node_get_int (get_member (node, "height")), ==, cases[i].height);
      g_assert_cmpfloat (json_node_get_double (get_member (node, "scale")), ==, cases[i].scale);

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      memcpy (sides, bytes + 16, sizeof sides); /* in IHDR */
      g_assert_cmpuint (GUINT32_FROM_BE (sides[0]), ==, (guint) (cases[i].width * cases[i].scale));
      g_assert_cmpuint (GUINT32_FROM_BE (sides[1]), ==, (guint) (cases[i].height * cases[i].scale));

      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
      g_assert_cmpstr (json_node_get_string (get_member (node, "sha256")), ==, sum);
      g_assert_cmpint (json_node_get_int (get_member (node, "bytes")), ==, (gint64) length);
    }

  g_assert_cmpuint (cli_remove_folder (folder), ==, 1);
}

/* Everything that is told, and labels for which there is no room. */
static void
test_export_json (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *command = g_strdup_printf ("export exports --size 200x150 --theme dark --transparent --language zh_CN --json -o %s/a.svg", folder);
  g_autoptr(JsonNode) node = cli_get_json (command);

  g_assert_true (g_str_has_suffix (json_node_get_string (get_member (node, "file")), "/a.svg"));
  g_assert_cmpstr (json_node_get_string (get_member (node, "chart")), ==, "exports");
  g_assert_cmpstr (json_node_get_string (get_member (node, "format")), ==, "svg");
  g_assert_cmpstr (json_node_get_string (get_member (node, "theme")), ==, "dark");
  g_assert_true (json_node_get_boolean (get_member (node, "transparent")));
  g_assert_cmpstr (json_node_get_string (get_member (node, "language")), ==, "zh_CN");
  g_assert_cmpint (json_node_get_int (get_member (node, "dropped_labels")), >, 0);
  cli_assert_contains (json_node_get_string (get_member (node, "title")), "出口");

  g_assert_cmpuint (cli_remove_folder (folder), ==, 1);
}

static void
test_export_numbered (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *command = g_strdup_printf ("export market-share exports --numbered --jobs 2 --format png,svg --size 200x150 --output-dir %s", folder);
  g_autofree char *paths = cli_get_output (command);
  g_autofree char *expected = g_strdup_printf ("%1$s/01-market-share.png\n%1$s/01-market-share.svg\n%1$s/02-exports.png\n%1$s/02-exports.svg\n", folder);

  g_assert_cmpstr (paths, ==, expected);
  g_assert_cmpuint (cli_remove_folder (folder), ==, 4);
}

/* However many at a time, the files are the same. */
static void
test_export_jobs (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *one = g_strdup_printf ("export --all --format png,svg,pdf --size 300x200 --jobs 1 --json --output-dir %s", folder);
  g_autofree char *many = g_strdup_printf ("export --all --format png,svg,pdf --size 300x200 --jobs 8 --json --output-dir %s", folder);
  g_autofree char *first = cli_get_output (one);
  g_autofree char *second = cli_get_output (many);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpuint (cli_remove_folder (folder), ==, 12);
}

static void
test_export_deck (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *command = g_strdup_printf ("export exports market-share --preset slide --deck %s/deck.pdf --json", folder);
  g_autofree char *plain = g_strdup_printf ("export --all --deck %s/all.pdf", folder);
  g_autoptr(JsonNode) node = cli_get_json (command);
  JsonArray       *pages = json_node_get_array (get_member (node, "pages"));
  g_autofree char *path = cli_get_output (plain);

  g_assert_cmpuint (json_array_get_length (pages), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (pages, 1), "chart"), ==, "market-share");
  assert_file (folder, "deck.pdf", "%PDF-");
  assert_file (folder, "all.pdf", "%PDF-");
  cli_assert_contains (path, "/all.pdf\n");
  g_assert_cmpuint (cli_remove_folder (folder), ==, 2);
}

/* To standard output goes the picture and nothing else. */
static void
test_export_stdout (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *command = g_strdup_printf ("export exports --size 200x150 -o %s", path);
  g_autofree char *name = cli_get_output (command);
  g_autofree char *piped = cli_get_output ("export exports --size 200x150 --format svg -o -");
  g_autofree char *written = NULL;

  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (piped, ==, written);
  cli_remove_folder (folder);
}

/* What is wrong with the options is told by name, and nothing is written. */
static void
test_export_usage (void)
{
  static const struct
  {
    const char *options;
    const char *message;
  } cases[] = {
    { "exports --preset big", "--preset: expected one of slide, slide-half, slide-third, slide-4-3, a4, square, found “big”" },
    { "exports --preset slide --font-size 8", "--font-size: expected at least 12 points for the preset slide, found 6 (“8”)" },
    { "exports --preset a4 --font-size 7.5pt", "--font-size: expected at least 8 points for the preset a4, found 7.5 (“7.5pt”)" },
    { "exports --preset slide --size 200x150", "--size: expected no side below 256 pixels, for letters of 12 points with the preset slide, found “200x150”" },
    { "exports --font-size 2pt", "--font-size: expected 4 to 1000 pixels, or points as in “18pt”, found “2pt”" },
    { "exports --font-size pt", "--font-size: expected 4 to 1000 pixels, or points as in “18pt”, found “pt”" },
    { "exports --font-size nan", "--font-size: expected 4 to 1000 pixels, or points as in “18pt”, found “nan”" },
    { "exports --theme blue", "--theme: expected light or dark, found “blue”" },
    { "exports --hide title,", "--hide: expected title, subtitle, source or labels, found “”" },
    { "exports --text letters", "--text: expected text or outlines, found “letters”" },
    { "exports --jobs 0", "--jobs: expected a whole number from 1 on, found “0”" },
    { "exports --jobs -3", "--jobs: expected a whole number from 1 on, found “-3”" },
    { "exports --deck a.png", "--deck: expected a file name that ends in .pdf, found “a.png”" },
    { "exports --deck a.pdf --format svg", "expected either --deck or --format, found both" },
    { "exports --deck a.pdf -o b.pdf", "expected either --deck or --output, found both" },
    { "exports --numbered -o b.pdf", "expected either --output or --numbered, found both" },
    { "exports --json -o -", "expected either --json or --output=-, found both" },
    { "exports exports -o -", "--output: expected one chart in one format; --output-dir takes several" },
    { "exports --format png,svg -o -", "--output: expected one chart in one format; --output-dir takes several" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *command = g_strconcat ("export ", cases[i].options, NULL);
      g_auto(CliResult) result = { 0 };

      cli_run (&result, command);
      g_test_message ("%s", command);
      g_assert_cmpint (result.status, ==, 2);
      g_assert_cmpstr (result.out, ==, "");
      cli_assert_contains (result.err, cases[i].message);
    }
}

/* Killed at any moment, it leaves the old file or the whole new one. */
static void
test_export_killed (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.png", NULL);
  g_autofree char *command = g_strdup_printf ("export exports --size 200x150 -o %s", path);
  g_autofree char *expected = NULL;
  g_autofree char *name = NULL;
  gint64           start = g_get_monotonic_time ();
  gint64           duration;
  gsize            expected_length;

  name = cli_get_output (command);
  duration = g_get_monotonic_time () - start;
  g_assert_true (g_file_get_contents (path, &expected, &expected_length, NULL));

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *found = NULL;
      gsize            length;

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
      cli_kill (command, (gulong) g_test_rand_int_range (0, (gint32) MIN (duration, G_USEC_PER_SEC / 2)));
      g_assert_true (g_file_get_contents (path, &found, &length, NULL));

      if (length != strlen ("old"))
        g_assert_cmpmem (found, length, expected, expected_length);
      else
        g_assert_cmpmem (found, length, "old", 3);
    }

  cli_remove_folder (folder);
}

/* Where nothing can be written, it says so and fails. */
static void
test_export_no_place (void)
{
  static const struct
  {
    const char *options;
    const char *message;
  } cases[] = {
    { "--format png -o /dev/full", "/dev/full: " },
    { "-o /nowhere/a.png", "/nowhere/a.png: there is no folder /nowhere" },
    { "--deck /nowhere/a.pdf", "/nowhere/a.pdf: there is no folder /nowhere" },
    { "--output-dir /dev/null", "/dev/null" },
    { "--format png -o /tmp", "/tmp is a folder" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *command = g_strconcat ("export exports --size 200x150 ", cases[i].options, NULL);
      g_auto(CliResult) result = { 0 };

      cli_run (&result, command);
      g_assert_cmpint (result.status, ==, 1);
      g_assert_cmpstr (result.out, ==, "");
      cli_assert_contains (result.err, cases[i].message);
    }
}

void
cli_add_export_tests (void)
{
  g_test_add_func ("/cli/export", test_export);
  g_test_add_func ("/cli/export/output", test_export_output);
  g_test_add_func ("/cli/export/mistake", test_export_mistake);
  g_test_add_func ("/cli/export/preset", test_export_preset);
  g_test_add_func ("/cli/export/json", test_export_json);
  g_test_add_func ("/cli/export/numbered", test_export_numbered);
  g_test_add_func ("/cli/export/jobs", test_export_jobs);
  g_test_add_func ("/cli/export/deck", test_export_deck);
  g_test_add_func ("/cli/export/stdout", test_export_stdout);
  g_test_add_func ("/cli/export/usage", test_export_usage);
  g_test_add_func ("/cli/export/killed", test_export_killed);
  g_test_add_func ("/cli/export/no-place", test_export_no_place);
}
