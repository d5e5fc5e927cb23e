/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-export.h"

#include "nev-batch.h"
#include "nev-package.h"

#define N_ITEMS 12

/* Twelve small files of our charts, in all formats. */
typedef struct
{
  NevDataset  *dataset;
  NevBatchItem items[N_ITEMS];
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  self->dataset = nev_package_load_bundled (&error);
  g_assert_no_error (error);

  for (guint i = 0; i < N_ITEMS; i++)
    {
      NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;

      options.width = 320 + (int) i;
      options.height = 240;
      options.theme = i % 2;
      self->items[i].spec = nev_spec_new (self->dataset, nev_dataset_get_chart (self->dataset, i % nev_dataset_get_n_charts (self->dataset)));
      self->items[i].format = i % NEV_N_FORMATS;
      self->items[i].options = options;
    }
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  for (guint i = 0; i < N_ITEMS; i++)
    g_object_unref (self->items[i].spec);

  g_object_unref (self->dataset);
}

/* Counts each number of files that are done; more than once is an error. */
static void
count_cb (guint    n_done,
          gpointer user_data)
{
  int *counts = user_data;

  g_assert_cmpuint (n_done, >=, 1);
  g_assert_cmpuint (n_done, <=, N_ITEMS);
  g_atomic_int_inc (&counts[n_done - 1]);
}

/* However many are made at a time, in order and with the bytes of a single one. */
static void
test_same_bytes (Fixture      *self,
                 gconstpointer data)
{
  static const guint n_jobs[] = { 0, 1, 2, 5, 100 };

  for (gsize i = 0; i < G_N_ELEMENTS (n_jobs); i++)
    {
      int counts[N_ITEMS] = { 0 };
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) files = nev_batch_export (self->items, N_ITEMS, n_jobs[i], count_cb, counts, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (files->len, ==, N_ITEMS);

      for (guint j = 0; j < N_ITEMS; j++)
        {
          g_autoptr(GBytes) alone = nev_export_chart (self->items[j].spec, self->items[j].format, &self->items[j].options, &error);

          g_assert_no_error (error);
          g_assert_true (g_bytes_equal (alone, g_ptr_array_index (files, j)));
          g_assert_cmpint (counts[j], ==, 1);
        }
    }
}

static void
test_nothing (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = nev_batch_export (NULL, 0, 0, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 0);
}

/* Of several errors it is the first one in order, whoever was faster. */
static void
test_first_error (Fixture      *self,
                  gconstpointer data)
{
  self->items[5].options.width = 5;
  self->items[7].options.width = 7;
  self->items[11].options.width = 11;

  for (guint n_jobs = 1; n_jobs <= 8; n_jobs++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (nev_batch_export (self->items, N_ITEMS, n_jobs, NULL, NULL, NULL, &error));
      g_assert_error (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE);
      g_assert_true (g_str_has_prefix (error->message, "5 × 240"));
    }
}

static void
cancel_cb (guint    n_done,
           gpointer cancellable)
{
  if (n_done == 3)
    g_cancellable_cancel (cancellable);
  g_assert_cmpuint (n_done, <=, 3 + 2);
}

static void
test_cancelled (Fixture      *self,
                gconstpointer data)
{
  for (guint n_jobs = 1; n_jobs <= 2; n_jobs++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;

      g_assert_null (nev_batch_export (self->items, N_ITEMS, n_jobs, cancel_cb, cancellable, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_names (Fixture      *self,
            gconstpointer data)
{
  static const struct
  {
    guint       index, n;
    const char *start;
  } cases[] = { { 0, 1, "01-" }, { 8, 9, "09-" }, { 98, 99, "99-" }, { 0, 100, "001-" }, { 99, 100, "100-" }, { 41, 1000, "0042-" } };
  NevSpec *spec = self->items[0].spec;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = nev_batch_get_file_name (spec, NEV_FORMAT_SVG, cases[i].index, cases[i].n);
      g_autofree char *expected = g_strdup_printf ("%s%s.svg", cases[i].start, nev_spec_get_chart (spec)->name);

      g_assert_cmpstr (name, ==, expected);
    }
}

#define ADD(name, function) g_test_add ("/batch/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("same-bytes", test_same_bytes);
  ADD ("nothing", test_nothing);
  ADD ("first-error", test_first_error);
  ADD ("cancelled", test_cancelled);
  ADD ("names", test_names);

  return g_test_run ();
}
