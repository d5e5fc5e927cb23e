/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-export.h"

#include "nev-deck.h"
#include "nev-package.h"

#include <glib/gstdio.h>

/* A spec for every chart that we ship. */
static GPtrArray *
create_specs (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(NevDataset) dataset = nev_package_load_bundled (&error);
  GPtrArray *specs = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_no_error (error);

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    g_ptr_array_add (specs, nev_spec_new (dataset, nev_dataset_get_chart (dataset, i)));

  return specs;
}

static GBytes *
export_deck (GPtrArray  *specs,
             NevLanguage language)
{
  NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
  g_autoptr(GError) error = NULL;
  GBytes *bytes;

  options.width = 960;
  options.height = 720;
  options.language = language;
  begin_export (NEV_FORMAT_PDF, language);
  bytes = nev_deck_export (specs, &options, NULL, NULL, NULL, &error);
  end_export (NEV_FORMAT_PDF, language);
  g_assert_no_error (error);

  return bytes;
}

/* What another program finds wrong with the file, which it only reads from a disk. */
static void
assert_sound (GBytes *bytes)
{
  g_autofree char *folder = g_dir_make_tmp ("nev-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "deck.pdf", NULL);
  g_autofree char *output = NULL;
  const char      *command[] = { "qpdf", "--check", path, NULL };
  g_autoptr(GError) error = NULL;
  int status;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_nonnull (strstr (output, "No syntax or stream encoding errors found"));

  g_unlink (path);
  g_rmdir (folder);
}

/* A page and a bookmark for each chart, the same bytes again a second later. */
static void
test_pages (void)
{
  for (int language = 0; language < NEV_N_LANGUAGES; language++)
    {
      g_autoptr(GPtrArray) specs = create_specs ();
      g_autoptr(GBytes) bytes = export_deck (specs, language);
      g_autoptr(GBytes) again = NULL;
      g_autoptr(GBytes) facts = run_on (bytes, "pdfinfo", "-", NULL);
      g_autofree char *info = to_text (facts);
      g_autofree char *pages = g_strdup_printf ("^Pages: +%u$", specs->len);

      assert_sound (bytes);
      g_assert_true (g_regex_match_simple (pages, info, G_REGEX_MULTILINE, 0));
      g_assert_true (g_regex_match_simple ("^Page size: +720 x 540 pts", info, G_REGEX_MULTILINE, 0));
      g_assert_true (g_regex_match_simple ("^Keywords: +.*CC", info, G_REGEX_MULTILINE, 0));
      g_assert_true (g_regex_match_simple (language == NEV_LANGUAGE_ENGLISH ? "^Title: +China" : "^Title: +.*中国", info, G_REGEX_MULTILINE, 0));

      g_usleep (G_USEC_PER_SEC + G_USEC_PER_SEC / 10);
      again = export_deck (specs, language);
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

/* Every page has its own words on it, in order. */
static void
test_order (void)
{
  g_autoptr(GPtrArray) specs = create_specs ();
  g_autoptr(GBytes) bytes = export_deck (specs, NEV_LANGUAGE_ENGLISH);
  g_autoptr(GBytes) words = run_on (bytes, "pdftotext", "-", "-");
  g_autofree char *text = to_text (words);
  g_auto(GStrv) pages = g_strsplit (text, "\f", -1);
  g_autoptr(NevTextMaker) maker = nev_text_maker_new (NEV_LANGUAGE_ENGLISH);

  g_assert_cmpuint (g_strv_length (pages), ==, specs->len + 1);

  for (guint i = 0; i < specs->len; i++)
    {
      NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
      g_autoptr(NevScene) scene = NULL;

      options.width = 960;
      options.height = 720;
      scene = nev_export_layout (g_ptr_array_index (specs, i), &options, maker);
      g_assert_true (g_str_has_prefix (pages[i], nev_scene_get_item (scene, 0)->text));
    }
}

static void
stop_cb (guint    n_done,
         gpointer cancellable)
{
  g_assert_cmpuint (n_done, <=, 2);
  if (n_done == 2)
    g_cancellable_cancel (cancellable);
}

static void
test_cancelled (void)
{
  NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
  g_autoptr(GPtrArray) specs = create_specs ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (nev_deck_export (specs, &options, stop_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_mistakes (void)
{
  NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
  g_autoptr(GPtrArray) specs = create_specs ();
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (nev_deck_export (none, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE);
  g_clear_error (&error);

  options.width = 10;
  g_assert_null (nev_deck_export (specs, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deck/pages", test_pages);
  g_test_add_func ("/deck/order", test_order);
  g_test_add_func ("/deck/cancelled", test_cancelled);
  g_test_add_func ("/deck/mistakes", test_mistakes);

  return g_test_run ();
}
