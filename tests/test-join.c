/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nev-check.h"
#include "nev-diff.h"
#include "nev-error.h"
#include "nev-join.h"
#include "nev-package.h"

static NevDataset *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  NevDataset *dataset = nev_package_load (file, NULL, &error);

  g_assert_no_error (error);

  return dataset;
}

static NevDataset *
join (const char *first,
      const char *second)
{
  g_autoptr (GPtrArray) datasets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  NevDataset *joined;

  g_ptr_array_add (datasets, load (first));
  g_ptr_array_add (datasets, load (second));
  joined = nev_join_datasets (datasets, &error);
  g_assert_no_error (error);

  return joined;
}

static guint
count_contradictions (NevDataset *dataset)
{
  g_autoptr (GPtrArray) found = nev_check_dataset (dataset);

  return found->len;
}

/* Every reading of either dataset is the joined one's too, with its sources. */
static void
assert_same_readings (NevDataset *dataset,
                      NevDataset *joined,
                      const char *prefix)
{
  guint n_compared = 0;

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    {
      NevSeries       *series = nev_dataset_get_series (dataset, i);
      g_autofree char *id = g_strconcat (prefix, nev_series_get_id (series), NULL);
      NevSeries       *other = nev_dataset_find_series (joined, id, NULL);
      NevPeriod        extent, period;

      g_assert_nonnull (other);

      if (!nev_series_get_extent (series, &extent))
        continue;

      for (gint32 day = extent.start; day < extent.end; day = period.end)
        {
          period = nev_period_at (day, NEV_FREQUENCY_MONTH);

          for (NevMeasure measure = 0; measure < NEV_N_MEASURES; measure++)
            {
              g_auto (NevReading) a = { NULL };
              g_auto (NevReading) b = { NULL };

              nev_series_read (series, measure, period, nev_period_at (extent.start, NEV_FREQUENCY_MONTH), &a);
              nev_series_read (other, measure, period, nev_period_at (extent.start, NEV_FREQUENCY_MONTH), &b);
              g_assert_cmpint (a.status, ==, b.status);
              g_assert_cmpint (a.gap, ==, b.gap);
              g_assert_true (a.value == b.value || a.status == NEV_STATUS_GAP);
              g_assert_cmpfloat (a.rounding, ==, b.rounding);
              g_assert_cmpuint (a.n_terms, ==, b.n_terms);

              for (guint j = 0; j < a.n_terms; j++)
                {
                  const NevFact *x = nev_ledger_get_fact (nev_series_get_ledger (a.terms[j].series), a.terms[j].fact);
                  const NevFact *y = nev_ledger_get_fact (nev_series_get_ledger (b.terms[j].series), b.terms[j].fact);

                  g_assert_cmpstr (nev_source_get_id (nev_dataset_get_source (dataset, x->source)), ==,
                                   nev_source_get_id (nev_dataset_get_source (joined, y->source)));
                  g_assert_cmpstr (nev_dataset_get_basis (dataset, x->basis)->name, ==, nev_dataset_get_basis (joined, y->basis)->name);
                }

              n_compared++;
            }
        }
    }

  g_assert_cmpuint (n_compared, >, 0);
}

static void
test_two (void)
{
  g_autoptr (NevDataset) bundled = load ("china-nev");
  g_autoptr (NevDataset) example = load ("example");
  g_autoptr (NevDataset) joined = join ("china-nev", "example");

  g_assert_cmpstr (nev_dataset_get_name (joined), ==, "china-nev");
  g_assert_cmpuint (nev_dataset_get_n_series (joined), ==, nev_dataset_get_n_series (bundled) + nev_dataset_get_n_series (example));
  g_assert_cmpuint (nev_dataset_get_n_charts (joined), ==, nev_dataset_get_n_charts (bundled) + nev_dataset_get_n_charts (example));
  assert_same_readings (bundled, joined, "");
  assert_same_readings (example, joined, "");
  g_assert_cmpuint (count_contradictions (joined), ==, count_contradictions (bundled) + count_contradictions (example));
}

/* Names that both have get the dataset's before them, and titles say where they are from. */
static void
test_same_names (void)
{
  g_autoptr (NevDataset) bundled = load ("china-nev");
  g_autoptr (NevDataset) joined = join ("china-nev", "china-nev");
  g_autoptr (NevDataset) turned = join ("example", "china-nev");
  NevSeries *sales = nev_dataset_find_series (joined, "china-nev.nev_sales", NULL);

  assert_same_readings (bundled, joined, "");
  assert_same_readings (bundled, joined, "china-nev.");
  assert_same_readings (bundled, turned, "");
  g_assert_cmpuint (count_contradictions (joined), ==, 2 * count_contradictions (bundled));
  g_assert_cmpstr (nev_series_get_title (sales, NEV_LANGUAGE_ENGLISH), ==, "NEV sales (China’s new-energy vehicles)");
  g_assert_nonnull (strstr (nev_series_get_title (sales, NEV_LANGUAGE_CHINESE), "（"));
  g_assert_nonnull (nev_dataset_find_chart (joined, "china-nev.exports", NULL));

  /* A quotient divides what belongs to it. */
  g_assert_true (nev_series_get_numerator (nev_dataset_find_series (joined, "china-nev.nev_share", NULL)) == sales);

  /* What is said about the data leads into the right half. */
  for (guint i = 0; i < nev_dataset_get_parts (bundled)->highlights->len; i++)
    {
      guint               n;
      const NevHighlight *highlights = nev_dataset_get_highlights (joined, &n);

      g_assert_cmpuint (n, ==, 2 * nev_dataset_get_parts (bundled)->highlights->len);
      g_assert_true (g_str_has_prefix (nev_series_get_id (highlights[n / 2 + i].series), "china-nev."));
    }
}

/* One dataset is itself; too many bases are refused. */
static void
test_limits (void)
{
  g_autoptr (GPtrArray) datasets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (NevDataset) alone = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (datasets, load ("china-nev"));
  alone = nev_join_datasets (datasets, NULL);
  g_assert_true (alone == g_ptr_array_index (datasets, 0));

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (datasets, load ("china-nev"));

  g_assert_null (nev_join_datasets (datasets, &error));
  g_assert_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "expected at most 31 bases in datasets that are shown together, found 35");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/join/two", test_two);
  g_test_add_func ("/join/same-names", test_same_names);
  g_test_add_func ("/join/limits", test_limits);

  return g_test_run ();
}
