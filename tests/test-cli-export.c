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

void
cli_add_export_tests (void)
{
  g_test_add_func ("/cli/export", test_export);
  g_test_add_func ("/cli/export/output", test_export_output);
  g_test_add_func ("/cli/export/mistake", test_export_mistake);
}
