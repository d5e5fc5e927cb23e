/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-export.h"

#include "nev-error.h"
#include "nev-layout.h"
#include "nev-package.h"

#include <glib/gstdio.h>
#include <stdio.h>

static const char *program;

static void
test_format_names (void)
{
  for (int i = 0; i < NEV_N_FORMATS; i++)
    {
      NevFormat format = NEV_FORMAT_PNG;
      g_autoptr(GError) error = NULL;

      g_assert_true (nev_format_parse (nev_format_to_string (i), &format, &error));
      g_assert_no_error (error);
      g_assert_cmpint (format, ==, i);
    }

  for (int i = 0; i < 3; i++)
    {
      static const char *bad[] = { "", "PNG", "jpeg" };
      NevFormat          format;
      g_autoptr(GError) error = NULL;

      g_assert_false (nev_format_parse (bad[i], &format, &error));
      g_assert_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, "png, svg or pdf"));
    }
}

/* Writes the scene to standard output, for tests that need another process; see main(). */
static int
run_export (const char *name)
{
  g_autoptr(NevScene) scene = create_scene ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  NevFormat format;
  gsize     length;

  if (!nev_format_parse (name, &format, &error))
    return 2;

  begin_export (format, scene->language);
  bytes = nev_export_scene (scene, nev_theme_get (NEV_THEME_LIGHT, FALSE), format, 2, &error);
  end_export (format, scene->language);

  if (bytes == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  length = g_bytes_get_size (bytes);

  return fwrite (g_bytes_get_data (bytes, NULL), 1, length, stdout) == length ? 0 : 1;
}

/* The same bytes twice, and in another process, and a second later. */
static void
test_same_bytes (void)
{
  g_autoptr(NevScene) scene = create_scene ();

  for (int format = 0; format < NEV_N_FORMATS; format++)
    {
      g_autoptr(GBytes) once = export_scene (scene, NEV_THEME_LIGHT, FALSE, format, 2);
      g_autoptr(GBytes) other = NULL;
      g_autoptr(GBytes) again = NULL;
      g_autoptr(GSubprocess) process = NULL;
      g_autoptr(GError) error = NULL;

      g_usleep (format == NEV_FORMAT_PDF ? G_USEC_PER_SEC + G_USEC_PER_SEC / 10 : 0);
      again = export_scene (scene, NEV_THEME_LIGHT, FALSE, format, 2);
      g_assert_true (g_bytes_equal (once, again));

      process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--export", nev_format_to_string (format), NULL);
      g_assert_no_error (error);
      g_subprocess_communicate (process, NULL, NULL, &other, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (once, other));
    }
}

static gpointer
export_thread (gpointer scene)
{
  return nev_export_scene (scene, nev_theme_get (NEV_THEME_DARK, FALSE), NEV_FORMAT_PNG, 1, NULL);
}

/* A scene is only read, so any number of threads may draw it. */
static void
test_threads (void)
{
  g_autoptr(NevScene) scene = create_scene ();
  g_autoptr(GBytes) expected = export_scene (scene, NEV_THEME_DARK, FALSE, NEV_FORMAT_PNG, 1);
  GThread *threads[6];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("export", export_thread, scene);

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr(GBytes) found = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (found, expected));
    }
}

static void
test_pdf (void)
{
  g_autoptr(NevScene) scene = create_scene ();
  g_autoptr(GBytes) bytes = export_scene (scene, NEV_THEME_LIGHT, FALSE, NEV_FORMAT_PDF, 1);
  g_autoptr(GBytes) words = run_on (bytes, "pdftotext", "-", "-");
  g_autoptr(GBytes) facts = run_on (bytes, "pdfinfo", "-", NULL);
  g_autofree char *text = to_text (words);
  g_autofree char *info = to_text (facts);

  g_assert_nonnull (strstr (text, "新能源 <44.1 %> & “more”"));
  g_assert_nonnull (strstr (text, "Source: 中汽协"));
  g_assert_true (g_regex_match_simple ("^Title: +销量 <&> 增长$", info, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("^Creator: +NEV Charts$", info, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("^Page size: +240 x 135 pts", info, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("^Pages: +1$", info, G_REGEX_MULTILINE, 0));
}

static void
test_sizes (void)
{
  static const struct
  {
    double      width, height, scale;
    NevFormat   format;
    const char *message; /* NULL: none */
  } cases[] = {
    { 20000, 10, 2, NEV_FORMAT_PNG, "a picture of 40000 × 20 pixels is too large; no side may have more than 32767" },
    { 10, 32768, 1, NEV_FORMAT_SVG, "a picture of 10 × 32768 pixels is too large; no side may have more than 32767" },
    { 30000, 30000, 1, NEV_FORMAT_PNG, "a picture of 30000 × 30000 pixels is too large; all together may not be more than 268435456" },
    { 100, 100, 0.001, NEV_FORMAT_PNG, "a picture of 100 × 100 pixels, 0.001 times, has no pixel" },
    { 100, 100, -1, NEV_FORMAT_PNG, "a picture of 100 × 100 pixels, -1 times, has no pixel" },
    { 100, 100, NAN, NEV_FORMAT_PNG, "a picture of 100 × 100 pixels, nan times, has no pixel" },
    { 100, 100, INFINITY, NEV_FORMAT_PNG, "a picture of inf × inf pixels is too large; no side may have more than 32767" },
    { 100, 100, 1000, NEV_FORMAT_SVG, NULL },
    { 32767, 1, 1, NEV_FORMAT_PNG, NULL },
    { 32767, 1, 1, NEV_FORMAT_PDF, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(NevScene) scene = nev_scene_new (cases[i].width, cases[i].height, 12, NEV_LANGUAGE_ENGLISH);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = nev_export_scene (scene, nev_theme_get (NEV_THEME_LIGHT, FALSE), cases[i].format, cases[i].scale, &error);

      if (cases[i].message == NULL)
        {
          g_assert_no_error (error);
          g_assert_nonnull (bytes);
        }
      else
        {
          g_assert_error (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE);
          g_assert_cmpstr (error->message, ==, cases[i].message);
        }
    }
}

static void
test_missing_character (void)
{
  for (int format = 0; format < NEV_N_FORMATS; format++)
    {
      g_autoptr(NevScene) scene = create_scene ();
      g_autoptr(GError) error = NULL;

      nev_scene_add_text (scene, NEV_ROLE_SOURCE, 0, 0, 10, 10, 8, "a\U000f1234z");
      g_assert_null (nev_export_scene (scene, nev_theme_get (NEV_THEME_LIGHT, FALSE), format, 1, &error));
      g_assert_error (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_FONT);
      g_assert_nonnull (strstr (error->message, "U+F1234"));
      g_assert_nonnull (strstr (error->message, "a\U000f1234z"));
    }
}

/* On a machine without any font an export says so, and isn't a picture of empty boxes. */
static void
test_no_fonts (void)
{
  static const char conf[] = "<?xml version=\"1.0\"?><fontconfig><dir>/nowhere</dir></fontconfig>";
  g_autofree char  *folder = g_dir_make_tmp ("nev-XXXXXX", NULL);
  g_autofree char  *path = g_build_filename (folder, "fonts.conf", NULL);
  g_autofree char  *output = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr(GSubprocess) process = NULL;

  g_file_set_contents (path, conf, -1, &error);
  g_assert_no_error (error);
  g_subprocess_launcher_setenv (launcher, "FONTCONFIG_FILE", path, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG"); /* Pango warns. */
  process = g_subprocess_launcher_spawn (launcher, &error, program, "--export", "png", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &output, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_nonnull (strstr (output, "no font here can draw the character"));

  g_unlink (path);
  g_rmdir (folder);
}

/* Every chart that we ship, in every format, language and theme. */
static void
test_charts (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(NevDataset) dataset = nev_package_load_bundled (&error);

  g_assert_no_error (error);

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    for (int format = 0; format < NEV_N_FORMATS; format++)
      for (int j = 0; j < 8; j++)
        {
          g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, i));
          NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
          g_autoptr(GBytes) once = NULL;
          g_autoptr(GBytes) again = NULL;

          options.width = j % 3 == 0 ? NEV_LAYOUT_MIN_WIDTH : 640;
          options.height = j % 3 == 0 ? NEV_LAYOUT_MIN_HEIGHT : 360;
          options.language = j % 2;
          options.theme = j / 2 % 2;
          options.is_transparent = j / 4;
          begin_export (format, options.language);
          once = nev_export_chart (spec, format, &options, &error);
          g_assert_no_error (error);
          again = nev_export_chart (spec, format, &options, &error);
          g_assert_no_error (error);
          end_export (format, options.language);
          g_assert_true (g_bytes_equal (once, again));
        }
}

static void
test_options (void)
{
  static const struct
  {
    int         width, height;
    double      scale, font_size;
    const char *message;
  } cases[] = {
    { 159, 1080, 1, 0, "159 × 1080 pixels are too few for a chart; it needs at least 160 × 120" },
    { 1920, 119, 1, 0, "1920 × 119 pixels are too few for a chart; it needs at least 160 × 120" },
    { -5, 0, 1, 0, "-5 × 0 pixels are too few for a chart; it needs at least 160 × 120" },
    { 40000, 1080, 1, 0, "a picture of 40000 × 1080 pixels is too large; no side may have more than 32767" },
    { 1920, 1080, 20, 0, "a picture of 38400 × 21600 pixels is too large; no side may have more than 32767" },
    { 1920, 1080, 1, 3, "expected a font size from 4 to 1000 pixels, found 3" },
    { 1920, 1080, 1, NAN, "expected a font size from 4 to 1000 pixels, found nan" },
    { 1920, 1080, 1, 1e9, "expected a font size from 4 to 1000 pixels, found 1e+09" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(NevDataset) dataset = nev_package_load_bundled (&error);
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));

  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
      g_autoptr(GError) found = NULL;

      options.width = cases[i].width;
      options.height = cases[i].height;
      options.scale = cases[i].scale;
      options.font_size = cases[i].font_size;
      g_assert_null (nev_export_chart (spec, NEV_FORMAT_PNG, &options, &found));
      g_assert_error (found, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE);
      g_assert_cmpstr (found->message, ==, cases[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--export"))
    return run_export (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/format-names", test_format_names);
  g_test_add_func ("/export/same-bytes", test_same_bytes);
  g_test_add_func ("/export/threads", test_threads);
  g_test_add_func ("/export/pdf", test_pdf);
  g_test_add_func ("/export/sizes", test_sizes);
  g_test_add_func ("/export/missing-character", test_missing_character);
  g_test_add_func ("/export/no-fonts", test_no_fonts);
  g_test_add_func ("/export/charts", test_charts);
  g_test_add_func ("/export/options", test_options);

  return g_test_run ();
}
