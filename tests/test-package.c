/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "nev-catalog.h"
#include "nev-check.h"
#include "nev-csv.h"
#include "nev-error.h"
#include "nev-json-scan.h"
#include "nev-label.h"
#include "nev-mo.h"
#include "nev-package.h"

static char *
get_path (const char *folder,
          const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", folder, name, NULL);
}

static NevDataset *
load (const char *path,
      GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return nev_package_load (file, NULL, error);
}

static NevDataset *
load_good (const char *name)
{
  g_autofree char *path = get_path ("good", name);
  g_autoptr (GError) error = NULL;
  NevDataset *dataset = load (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dataset);

  return dataset;
}

/* NEV_TEST_UPDATE=1 writes what was expected anew; the difference is for review. */
static void
assert_expected (const char *path,
                 const char *text)
{
  g_autofree char *expected = NULL;

  if (g_getenv ("NEV_TEST_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
append_words (GString    *text,
              const char *english,
              const char *chinese)
{
  g_string_append_printf (text, " [%s|%s]", english, g_str_equal (english, chinese) ? "" : chinese);
}

#define LOCALIZED(self) nev_localized_get (self, NEV_LANGUAGE_ENGLISH), nev_localized_get (self, NEV_LANGUAGE_CHINESE)

static void
append_series (GString   *text,
               NevSeries *series)
{
  NevLedger       *ledger = nev_series_get_ledger (series);
  NevPeriod        extent;
  g_autofree char *days = nev_series_get_extent (series, &extent) ? nev_period_to_string (extent) : g_strdup ("nothing");

  g_string_append_printf (text, "series %s kind %d unit %d extent %s", nev_series_get_id (series), nev_series_get_kind (series),
                          nev_series_get_unit (series), days);
  append_words (text, nev_series_get_title (series, NEV_LANGUAGE_ENGLISH), nev_series_get_title (series, NEV_LANGUAGE_CHINESE));
  append_words (text, nev_series_get_description (series, NEV_LANGUAGE_ENGLISH), nev_series_get_description (series, NEV_LANGUAGE_CHINESE));
  append_words (text, nev_series_get_unit_text (series, NEV_LANGUAGE_ENGLISH), nev_series_get_unit_text (series, NEV_LANGUAGE_CHINESE));
  if (nev_series_get_numerator (series) != NULL)
    g_string_append_printf (text, " %s/%s", nev_series_get_id (nev_series_get_numerator (series)),
                            nev_series_get_id (nev_series_get_denominator (series)));
  g_string_append_c (text, '\n');

  for (gsize i = 0; i < nev_ledger_get_n_facts (ledger); i++)
    {
      const NevFact   *fact = nev_ledger_get_fact (ledger, i);
      g_autofree char *period = nev_period_to_string (fact->period);

      g_string_append_printf (text, "  %s%s %g±%g %g±%g basis %u%s status %d source %u%s\n",
                              fact->period.start == NEV_DAY_ORIGIN ? "to " : "", period, fact->value, fact->rounding,
                              fact->change, fact->change_rounding, fact->basis, nev_ledger_is_mixed (ledger, fact->basis) ? " mixed" : "",
                              fact->status, fact->source, fact->is_claim ? " claim" : "");
    }
}

static void
append_charts (GString    *text,
               NevDataset *dataset)
{
  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    {
      const NevChart *chart = nev_dataset_get_chart (dataset, i);

      g_string_append_printf (text, "chart %s %s %d-%d", chart->name, nev_frequency_to_string (chart->frequency), chart->from, chart->to);
      append_words (text, LOCALIZED (&chart->title));
      append_words (text, LOCALIZED (&chart->place));
      g_string_append_c (text, '\n');

      for (guint j = 0; j < chart->n_panels; j++)
        {
          const NevPanel *panel = &chart->panels[j];

          g_string_append_printf (text, "  %s %s", nev_measure_to_string (panel->measure), nev_mark_to_string (panel->mark));
          for (guint k = 0; k < panel->series->len; k++)
            g_string_append_printf (text, " %s", nev_series_get_id (g_ptr_array_index (panel->series, k)));
          g_string_append_c (text, '\n');
        }
    }
}

static void
append_overview (GString    *text,
                 NevDataset *dataset)
{
  guint               n;
  const NevHighlight *highlights = nev_dataset_get_highlights (dataset, &n);
  const NevContext   *contexts;
  const NevNote      *notes;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *period = nev_period_to_string (highlights[i].period);

      g_string_append_printf (text, "highlight %s %s %s", nev_series_get_id (highlights[i].series), period,
                              highlights[i].chart != NULL ? highlights[i].chart->name : "-");
      append_words (text, LOCALIZED (&highlights[i].title));
      append_words (text, LOCALIZED (&highlights[i].note));
      g_string_append_c (text, '\n');
    }

  contexts = nev_dataset_get_contexts (dataset, &n);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, "context");
      append_words (text, LOCALIZED (&contexts[i].title));
      append_words (text, LOCALIZED (&contexts[i].text));
      g_string_append_printf (text, " %s\n", nev_source_get_id (nev_dataset_get_source (dataset, contexts[i].source)));
    }

  notes = nev_dataset_get_notes (dataset, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *period = nev_period_to_string (notes[i].period);

      g_string_append_printf (text, "note %s %s", nev_series_get_id (notes[i].series), period);
      append_words (text, LOCALIZED (&notes[i].text));
      g_string_append_c (text, '\n');
    }
}

/* Everything that a dataset says. */
static char *
describe (NevDataset *dataset)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "dataset %s version %s licence %s", nev_dataset_get_name (dataset), nev_dataset_get_version (dataset), nev_dataset_get_license (dataset));
  append_words (text, nev_dataset_get_title (dataset, NEV_LANGUAGE_ENGLISH), nev_dataset_get_title (dataset, NEV_LANGUAGE_CHINESE));
  append_words (text, nev_dataset_get_description (dataset, NEV_LANGUAGE_ENGLISH), nev_dataset_get_description (dataset, NEV_LANGUAGE_CHINESE));
  g_string_append_c (text, '\n');

  for (guint i = 0; i < nev_dataset_get_n_sources (dataset); i++)
    {
      NevSource *source = nev_dataset_get_source (dataset, i);

      g_string_append_printf (text, "source %s (%s) (%s) (%s) (%s)%s\n", nev_source_get_id (source), nev_source_get_publisher (source),
                              nev_source_get_title (source), nev_source_get_date (source), nev_source_get_url (source),
                              nev_source_get_is_claim (source) ? " claim" : "");
    }

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    append_series (text, nev_dataset_get_series (dataset, i));

  append_charts (text, dataset);
  append_overview (text, dataset);

  return g_string_free (text, FALSE);
}

/* One dataset, written in four ways. */
static void
test_good (void)
{
  static const char *const names[] = { "small", "spreadsheet", "inline-arrays.json", "inline-objects.json" };
  g_autofree char         *path = get_path ("good", "expected.txt");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (NevDataset) dataset = load_good (names[i]);
      g_autofree char *text = describe (dataset);

      g_test_message ("%s", names[i]);
      assert_expected (path, text);
    }
}

static void
test_dataset (void)
{
  g_autoptr (NevDataset) dataset = load_good ("small");
  g_autoptr (NevSeries) item = g_list_model_get_item (G_LIST_MODEL (dataset), 1);
  NevSeries *added = nev_dataset_find_series (dataset, "added", NULL);
  NevSeries *chargers = nev_dataset_find_series (dataset, "chargers", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (dataset)) == NEV_TYPE_SERIES);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (dataset)), ==, 6);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (dataset), 6));
  g_assert_true (item == nev_dataset_find_series (dataset, "nev", NULL));

  g_assert_true (nev_series_get_ledger (added) == nev_series_get_ledger (chargers));
  g_assert_cmpuint (nev_ledger_get_fact (nev_series_get_ledger (added), 0)->row, ==, 7);
  g_assert_cmpuint (nev_ledger_get_fact (nev_series_get_ledger (added), 2)->row, ==, 9);

  g_assert_cmpstr (nev_dataset_get_publisher (dataset, "CAAM", NEV_LANGUAGE_CHINESE), ==, "协会");
  g_assert_cmpstr (nev_dataset_get_publisher (dataset, "Somebody", NEV_LANGUAGE_CHINESE), ==, "Somebody");
  g_assert_cmpstr (nev_dataset_get_basis (dataset, 0)->name, ==, "");
  g_assert_cmpstr (nev_dataset_get_basis (dataset, 2)->name, ==, "both");
  g_assert_true (nev_dataset_get_basis (dataset, 2)->is_mixed);
  g_assert_null (nev_dataset_get_basis (dataset, -1));

  g_assert_null (nev_dataset_find_series (dataset, "nav", &error));
  g_assert_cmpstr (error->message, ==, "no series is called “nav”; there are: share, nev, all, added, chargers, batteries");
  g_clear_error (&error);
  g_assert_null (nev_dataset_find_chart (dataset, "other", &error));
  g_assert_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "no chart is called “other”; there are: sales, chargers");
}

static void
test_bundled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NevDataset) dataset = nev_package_load_bundled (&error);
  NevPeriod  period;
  NevReading reading;

  g_assert_no_error (error);
  g_assert_cmpstr (nev_dataset_get_name (dataset), ==, "china-nev");
  g_assert_cmpstr (nev_dataset_get_license (dataset), ==, "CC0-1.0");

  g_assert_true (nev_period_parse ("2023-S1", &period, NULL));
  nev_series_read (nev_dataset_find_series (dataset, "nev_sales", NULL), NEV_MEASURE_LEVEL, period, NEV_PERIOD_NONE, &reading);
  g_assert_cmpfloat (reading.value, ==, 3747000);
  nev_reading_clear (&reading);
}

/* A folder need not be a local one. */
static void
test_remote (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///io/github/nevcharts/NevCharts/china-nev");
  g_autoptr (GError) error = NULL;
  g_autoptr (NevDataset) dataset = nev_package_load (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (nev_dataset_get_name (dataset), ==, "china-nev");
}

/* Each file and folder of the corpus against the message that stands beside it. */
static void
test_bad (void)
{
  g_autofree char *folder = get_path ("bad", ".");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n_cases = 0;

  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = get_path ("bad", name);
      g_autofree char *stem = g_strndup (name, strcspn (name, "."));
      g_autofree char *expected_name = g_strconcat (stem, ".expected", NULL);
      g_autofree char *expected_path = get_path ("bad", expected_name);
      g_autofree char *message = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (NevDataset) dataset = NULL;

      if (g_str_has_suffix (name, ".expected"))
        continue;

      g_test_message ("%s", name);
      n_cases++;
      dataset = load (path, &error);
      g_assert_null (dataset);
      g_assert_nonnull (error);
      g_assert_true (error->domain == NEV_DATA_ERROR);
      message = g_strconcat (error->message, "\n", NULL);
      assert_expected (expected_path, message);
    }

  g_assert_cmpuint (n_cases, >, 100);
}

/* A copy of the good dataset that can be spoilt. */
typedef struct
{
  char *path;
  char *files[3];
  char *contents[3];
  gsize lengths[3];
} Copy;

static const char *const file_names[3] = { "datapackage.json", "observations.csv", "sources.csv" };

static void
copy_write (Copy       *self,
            guint       file,
            const char *contents,
            gsize       length)
{
  FILE *stream = g_fopen (self->files[file], "wb");

  g_assert_nonnull (stream);
  g_assert_cmpuint (fwrite (contents, 1, length, stream), ==, length);
  g_assert_cmpint (fclose (stream), ==, 0);
}

static void
copy_restore (Copy *self,
              guint file)
{
  copy_write (self, file, self->contents[file], self->lengths[file]);
}

static void
copy_init (Copy *self)
{
  self->path = g_dir_make_tmp ("nev-test-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (file_names); i++)
    {
      g_autofree char *original = g_test_build_filename (G_TEST_DIST, "data", "good", "small", file_names[i], NULL);

      self->files[i] = g_build_filename (self->path, file_names[i], NULL);
      g_assert_true (g_file_get_contents (original, &self->contents[i], &self->lengths[i], NULL));
      copy_restore (self, i);
    }
}

static void
copy_clear (Copy *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (file_names); i++)
    {
      g_unlink (self->files[i]);
      g_free (self->files[i]);
      g_free (self->contents[i]);
    }

  g_assert_cmpint (g_rmdir (self->path), ==, 0);
  g_free (self->path);
}

/* Either a dataset that can be read, or an error with a message that can be shown. */
static gboolean
load_politely (Copy *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NevDataset) dataset = load (self->path, &error);

  if (dataset != NULL)
    {
      g_autofree char *text = describe (dataset);
      g_autoptr (GPtrArray) contradictions = nev_check_dataset (dataset);

      g_assert_no_error (error);
      g_assert_nonnull (contradictions);
      return TRUE;
    }

  g_assert_nonnull (error);
  g_assert_true (error->domain == NEV_DATA_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), >, 20);
  g_assert_cmpuint (strlen (error->message), <, 1000);
  g_assert_null (strpbrk (error->message, "\r\n"));

  return FALSE;
}

static void
test_cuts (void)
{
  Copy copy;

  copy_init (&copy);
  g_assert_true (load_politely (&copy));

  for (guint i = 0; i < G_N_ELEMENTS (file_names); i++)
    {
      guint n_loaded = 0;

      for (gsize length = 0; length < copy.lengths[i]; length++)
        {
          copy_write (&copy, i, copy.contents[i], length);
          n_loaded += load_politely (&copy) ? 1 : 0;
        }

      /* Of the descriptor only the last line end can be missing; of the tables whole rows
       * of the end can, and digits of the last cell.
       */
      g_test_message ("%s: %u cuts load", file_names[i], n_loaded);
      if (i == 0)
        g_assert_cmpuint (n_loaded, ==, 1);
      else
        g_assert_cmpuint (n_loaded, <, 40);
      copy_restore (&copy, i);
    }

  copy_clear (&copy);
}

/* The same every time, so that a failure can be had again. */
static void
test_flipped_bytes (void)
{
  GRand *rand = g_rand_new_with_seed (2023);
  guint  n_loaded = 0;
  Copy   copy;

  copy_init (&copy);

  for (guint round = 0; round < 6000; round++)
    {
      guint            file = round % G_N_ELEMENTS (file_names);
      g_autofree char *spoilt = g_memdup2 (copy.contents[file], copy.lengths[file]);
      int              n_flips = g_rand_int_range (rand, 1, 5);

      for (int i = 0; i < n_flips; i++)
        {
          gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) copy.lengths[file]);

          /* A bit, or something that has a meaning. */
          if (g_rand_boolean (rand))
            spoilt[at] = (char) (spoilt[at] ^ (1 << g_rand_int_range (rand, 0, 8)));
          else
            spoilt[at] = ",\"\n\r\\{}[]:-e0/.\xff"[g_rand_int_range (rand, 0, 16)];
        }

      copy_write (&copy, file, spoilt, copy.lengths[file]);
      n_loaded += load_politely (&copy) ? 1 : 0;
      copy_restore (&copy, file);
    }

  g_test_message ("%u of 6000 load", n_loaded);
  g_assert_cmpuint (n_loaded, >, 0);

  g_rand_free (rand);
  copy_clear (&copy);
}

static void
assert_message (const char *path,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NevDataset) dataset = load (path, &error);

  g_assert_null (dataset);
  g_assert_cmpstr (error->message, ==, message);
}

/* Links within the folder are followed, others aren't, and nothing but a regular file is read. */
static void
test_links (void)
{
  g_autofree char *inside = NULL;
  g_autofree char *outside = NULL;
  g_autofree char *original = g_test_build_filename (G_TEST_DIST, "data", "good", "small", "observations.csv", NULL);
  g_autofree char *original_folder = get_path ("good", "small");
  Copy             copy;

  copy_init (&copy);
  inside = g_build_filename (copy.path, "inside.csv", NULL);
  outside = g_strconcat (copy.path, "-link", NULL);

  g_assert_cmpint (g_rename (copy.files[1], inside), ==, 0);
  g_assert_cmpint (symlink ("inside.csv", copy.files[1]), ==, 0);
  g_assert_true (load_politely (&copy));

  g_assert_cmpint (g_unlink (copy.files[1]), ==, 0);
  g_assert_cmpint (symlink (original, copy.files[1]), ==, 0);
  assert_message (copy.path, "observations.csv: expected a file in the dataset’s folder, found a link that leads out of it");

  g_assert_cmpint (g_unlink (copy.files[1]), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", copy.files[1]), ==, 0);
  assert_message (copy.path, "observations.csv: expected a file in the dataset’s folder, found a link that leads out of it");

  g_assert_cmpint (g_unlink (copy.files[1]), ==, 0);
  g_assert_cmpint (mkfifo (copy.files[1], 0600), ==, 0);
  assert_message (copy.path, "observations.csv: expected a regular file, found something else");

  /* A sibling folder whose name begins like the dataset's is not within it. */
  g_assert_cmpint (g_unlink (copy.files[1]), ==, 0);
  g_assert_cmpint (g_mkdir (outside, 0700), ==, 0);
  {
    g_autofree char *file = g_build_filename (outside, "o.csv", NULL);

    g_assert_cmpint (g_rename (inside, file), ==, 0);
    g_assert_cmpint (symlink (file, copy.files[1]), ==, 0);
    assert_message (copy.path, "observations.csv: expected a file in the dataset’s folder, found a link that leads out of it");
    g_assert_cmpint (g_unlink (file), ==, 0);
  }
  g_assert_cmpint (g_rmdir (outside), ==, 0);

  /* What somebody opens by a link is what it leads to. */
  g_assert_cmpint (symlink (original_folder, outside), ==, 0);
  {
    g_autoptr (NevDataset) dataset = load (outside, NULL);

    g_assert_nonnull (dataset);
  }
  g_assert_cmpint (g_unlink (outside), ==, 0);

  {
    g_autofree char *descriptor = g_build_filename (original_folder, "datapackage.json", NULL);
    g_autoptr (NevDataset) dataset = NULL;

    g_assert_cmpint (symlink (descriptor, outside), ==, 0);
    dataset = load (outside, NULL);
    g_assert_nonnull (dataset);
  }
  g_assert_cmpint (g_unlink (outside), ==, 0);

  copy_clear (&copy);
}

/* A header and so many rows, numbered between @before and @after. */
static void
write_rows (Copy       *copy,
            guint       file,
            const char *header,
            const char *before,
            const char *after,
            guint       n_rows)
{
  FILE *stream = g_fopen (copy->files[file], "wb");

  g_assert_nonnull (stream);
  fprintf (stream, "%s\n", header);
  for (guint i = 0; i < n_rows; i++)
    fprintf (stream, "%s%u%s\n", before, i, after);
  g_assert_cmpint (fclose (stream), ==, 0);
}

static void
test_limits (void)
{
  Copy copy;

  copy_init (&copy);

  g_assert_cmpint (truncate (copy.files[0], NEV_JSON_MAX_BYTES + 1), ==, 0);
  assert_message (copy.path, "datapackage.json: expected at most 16777216 bytes, found 16777217");
  copy_restore (&copy, 0);

  g_assert_cmpint (truncate (copy.files[1], NEV_CSV_MAX_BYTES + 1), ==, 0);
  assert_message (copy.path, "observations.csv: expected at most 268435456 bytes, found 268435457");

  write_rows (&copy, 1, "series,TIME_PERIOD,OBS_VALUE,rounding,source", "nev,2023,", ",1,caam-1", NEV_PACKAGE_MAX_ROWS + 1);
  assert_message (copy.path, "observations.csv:1000002: expected at most 1000000 rows, found more");
  copy_restore (&copy, 1);

  write_rows (&copy, 2, "id,publisher,title,role", "s", ",A,A,data", NEV_PACKAGE_MAX_ITEMS + 1);
  assert_message (copy.path, "sources.csv:10002: expected at most 10000 sources, found more");

  copy_clear (&copy);
}

static void
test_not_there (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = get_path ("good", "small");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Copy copy;

  g_assert_null (load ("/nowhere/datapackage.json", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  copy_init (&copy);
  g_unlink (copy.files[2]);
  g_assert_null (load (copy.path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "sources.csv"));
  g_clear_error (&error);
  copy_clear (&copy);

  g_cancellable_cancel (cancellable);
  g_assert_null (nev_package_load (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_language (void)
{
  static const struct
  {
    const char *tag;
    int         language; /* -1: none of ours */
  } cases[] = {
    { "en", NEV_LANGUAGE_ENGLISH },
    { "en_GB.UTF-8", NEV_LANGUAGE_ENGLISH },
    { "en-US", NEV_LANGUAGE_ENGLISH },
    { "C", NEV_LANGUAGE_ENGLISH },
    { "C.UTF-8", NEV_LANGUAGE_ENGLISH },
    { "POSIX", NEV_LANGUAGE_ENGLISH },
    { "zh", NEV_LANGUAGE_CHINESE },
    { "zh_CN", NEV_LANGUAGE_CHINESE },
    { "zh-cn", NEV_LANGUAGE_CHINESE },
    { "zh_CN.UTF-8", NEV_LANGUAGE_CHINESE },
    { "zh_CN.utf8@x", NEV_LANGUAGE_CHINESE },
    { "zh-Hans", NEV_LANGUAGE_CHINESE },
    { "zh-Hans-CN", NEV_LANGUAGE_CHINESE },
    { "zh_TW", -1 },
    { "zh-Hant", -1 },
    { "zhuang", -1 },
    { "english", -1 },
    { "de_DE", -1 },
    { "", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NevLanguage language = NEV_LANGUAGE_ENGLISH;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].tag);
      g_assert_cmpint (nev_language_parse (cases[i].tag, &language, &error), ==, cases[i].language >= 0);
      if (cases[i].language >= 0)
        g_assert_cmpint (language, ==, cases[i].language);
      else
        g_assert_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND);
    }

  g_assert_cmpstr (nev_language_to_tag (NEV_LANGUAGE_CHINESE), ==, "zh_CN");
}

static void
test_locale (void)
{
  static const struct
  {
    const char *languages;
    NevLanguage language;
  } cases[] = {
    { "zh_CN", NEV_LANGUAGE_CHINESE },
    { "zh_CN.UTF-8", NEV_LANGUAGE_CHINESE },
    { "de:zh_CN:en", NEV_LANGUAGE_CHINESE },
    { "de:en:zh_CN", NEV_LANGUAGE_ENGLISH },
    { "zh_TW", NEV_LANGUAGE_ENGLISH },
    { "de", NEV_LANGUAGE_ENGLISH },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_setenv ("LANGUAGE", cases[i].languages, TRUE);
      g_assert_cmpint (nev_language_from_locale (), ==, cases[i].language);
    }

  g_unsetenv ("LANGUAGE");
  g_assert_cmpint (nev_language_from_locale (), ==, NEV_LANGUAGE_ENGLISH);
}

static void
test_labels (void)
{
  static const struct
  {
    const char *text;
    const char *quoted;
  } quotes[] = {
    { "", "nothing" },
    { "a", "“a”" },
    { "x\ny\x01", "“x\xef\xbf\xbdy\xef\xbf\xbd”" },
    { "caf\xe9", "“caf\xef\xbf\xbd”" },
    { "1234567890123456789012345678901234567890", "“1234567890123456789012345678901234567890”" },
    { "12345678901234567890123456789012345678901", "“1234567890123456789012345678901234567890…”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autofree char *quoted = nev_label_quote (quotes[i].text);

      g_assert_cmpstr (quoted, ==, quotes[i].quoted);
    }

  g_assert_null (nev_label_check ("nev_sales.2-年", NEV_LABEL_NAME));
  g_assert_null (nev_label_check ("a\nb", NEV_LABEL_TEXT));
  {
    g_autofree char *long_text = g_strnfill (NEV_MAX_LINE + 1, 'x');
    g_autofree char *cut = nev_label_fit (long_text);
    g_autofree char *joined = nev_label_fit ("a\nb\u2028年\x7f");

    g_assert_cmpint (g_utf8_strlen (cut, -1), ==, NEV_MAX_LINE);
    g_assert_cmpstr (joined, ==, "a b 年 ");
    g_assert_null (nev_label_check (joined, NEV_LABEL_LINE));
  }
}

/* A catalogue of two texts, in either byte order. */
static GByteArray *
make_catalogue (gboolean is_swapped)
{
  /* The texts follow the header of seven words and the two tables of two entries. */
  static const char    texts[] = "June\0May\0六月\0五月";
  static const guint32 words[] = {
    0x950412de, 0, 2, 28, 44, 0, 60,
    4, 60, 3, 65,
    6, 69, 6, 76
  };
  GByteArray *file = g_byte_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint32 word = is_swapped ? GUINT32_SWAP_LE_BE (words[i]) : words[i];

      g_byte_array_append (file, (const guint8 *) &word, sizeof word);
    }
  g_byte_array_append (file, (const guint8 *) texts, sizeof texts);

  return file;
}

static void
test_catalogue (void)
{
  GRand *rand = g_rand_new_with_seed (2023);

  for (int is_swapped = 0; is_swapped < 2; is_swapped++)
    {
      g_autoptr (GByteArray) file = make_catalogue (is_swapped);
      NevMo mo;

      g_assert_true (nev_mo_init (&mo, (const char *) file->data, file->len));
      g_assert_cmpstr (nev_mo_find (&mo, "June"), ==, "六月");
      g_assert_cmpstr (nev_mo_find (&mo, "May"), ==, "五月");
      g_assert_null (nev_mo_find (&mo, "Mai"));
      g_assert_null (nev_mo_find (&mo, ""));
      g_assert_null (nev_mo_find (&mo, "z"));

      for (guint length = 0; length < file->len; length++)
        {
          g_autofree char *cut = g_memdup2 (file->data, length);

          g_assert_false (nev_mo_init (&mo, cut, length));
        }

      for (guint round = 0; round < 5000; round++)
        {
          g_autofree char *spoilt = g_memdup2 (file->data, file->len);

          spoilt[g_rand_int_range (rand, 0, (gint32) file->len)] = (char) g_rand_int_range (rand, 0, 256);
          if (nev_mo_init (&mo, spoilt, file->len))
            nev_mo_find (&mo, "May");
        }
    }

  g_rand_free (rand);
}

static void
test_translation (void)
{
  g_assert_cmpstr (nev_tr (NEV_LANGUAGE_ENGLISH, "Industry Statistics"), ==, "Industry Statistics");
  g_assert_cmpstr (nev_tr (NEV_LANGUAGE_CHINESE, "Industry Statistics"), ==, "行业统计");
  g_assert_cmpstr (nev_tr (NEV_LANGUAGE_CHINESE, "words that nobody has translated"), ==, "words that nobody has translated");
  g_assert_cmpstr (nev_tr (NEV_LANGUAGE_CHINESE, ""), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/package/good", test_good);
  g_test_add_func ("/package/dataset", test_dataset);
  g_test_add_func ("/package/bundled", test_bundled);
  g_test_add_func ("/package/remote", test_remote);
  g_test_add_func ("/package/bad", test_bad);
  g_test_add_func ("/package/cuts", test_cuts);
  g_test_add_func ("/package/flipped-bytes", test_flipped_bytes);
  g_test_add_func ("/package/links", test_links);
  g_test_add_func ("/package/limits", test_limits);
  g_test_add_func ("/package/not-there", test_not_there);
  g_test_add_func ("/language/parse", test_language);
  g_test_add_func ("/language/locale", test_locale);
  g_test_add_func ("/label", test_labels);
  g_test_add_func ("/catalogue/file", test_catalogue);
  g_test_add_func ("/catalogue/translation", test_translation);

  return g_test_run ();
}
