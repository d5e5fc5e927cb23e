/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nev-error.h"
#include "nev-headline.h"
#include "nev-layout.h"
#include "nev-package.h"
#include "nev-readings.h"
#include "nev-spec-check.h"
#include "nev-table-text.h"
#include "nev-words-table.h"

/* Years of one series over each other, and a range over another one: which number stands where, and what it is called. */

static NevDataset *dataset;

static NevPeriod
parse (const char *text)
{
  NevPeriod period = NEV_PERIOD_NONE;

  g_assert_true (nev_period_parse (text, &period, NULL));

  return period;
}

static NevSpec *
make_spec (const char *chart,
           const char *series,
           const char *range)
{
  const char *const ids[] = { series, NULL };
  NevSpec          *spec = nev_spec_new (dataset, nev_dataset_find_chart (dataset, chart, NULL));

  if (series != NULL)
    g_assert_true (nev_spec_choose_series (spec, ids, NULL));

  nev_spec_set_range (spec, parse (range).start, parse (range).end);

  return spec;
}

static void
assert_cell (const NevTable *table,
             guint           column,
             guint           row,
             const char     *period,
             NevStatus       status,
             double          value)
{
  const NevReading *reading = nev_table_get_reading (table, column, row);

  g_test_message ("%u, %u: %s", column, row, period);
  g_assert_true (nev_period_equal (reading->period, parse (period)));
  g_assert_cmpint (reading->status, ==, status);

  if (status != NEV_STATUS_GAP)
    g_assert_cmpfloat_with_epsilon (reading->value, value, 1e-9);
}

/* Sales in thousands as published: 2023: 408, 525, 653, ..., September 904 by difference; 2024: 729, 477, 883. */
static void
test_seasonal (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales", "nev_sales", "2023-03/2024-03");
  g_autoptr (NevTable) table = NULL;

  nev_spec_set_seasonal (spec, TRUE);
  table = nev_spec_create_table (spec);

  g_assert_true (nev_table_is_overlay (table));
  g_assert_true (nev_table_is_aligned (table));
  g_assert_cmpuint (nev_table_get_n_columns (table), ==, 2);
  g_assert_cmpuint (nev_table_get_n_rows (table), ==, 12);
  assert_cell (table, 0, 2, "2023-03", NEV_STATUS_PUBLISHED, 653000);
  assert_cell (table, 0, 8, "2023-09", NEV_STATUS_DERIVED, 904000);
  assert_cell (table, 0, 11, "2023-12", NEV_STATUS_PUBLISHED, 1191000);
  assert_cell (table, 1, 0, "2024-01", NEV_STATUS_PUBLISHED, 729000);
  assert_cell (table, 1, 1, "2024-02", NEV_STATUS_PUBLISHED, 477000);
  assert_cell (table, 1, 2, "2024-03", NEV_STATUS_PUBLISHED, 883000);

  /* What wasn't asked for isn't there, though it is known. */
  assert_cell (table, 0, 1, "2023-02", NEV_STATUS_GAP, 0);
  assert_cell (table, 1, 3, "2024-04", NEV_STATUS_GAP, 0);
  g_assert_cmpint (nev_table_get_reading (table, 0, 1)->gap, ==, NEV_GAP_NOT_SHOWN);
  g_assert_cmpint (nev_table_get_reading (table, 1, 3)->gap, ==, NEV_GAP_NOT_SHOWN);
}

/* 408 + 525 = 933; with March 1,586, which was published. */
static void
test_year_to_date (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales", "nev_sales", "2023/2024");
  g_autoptr (NevTable) table = NULL;
  g_auto (NevReading) reading = { 0 };

  nev_spec_set_measure (spec, NEV_MEASURE_YEAR_TO_DATE);
  nev_spec_set_seasonal (spec, TRUE);
  table = nev_spec_create_table (spec);

  nev_series_read (nev_table_get_column (table, 0)->series, NEV_MEASURE_YEAR_TO_DATE, parse ("2023-03"), NEV_PERIOD_NONE, &reading);
  assert_cell (table, 0, 0, "2023-01", NEV_STATUS_PUBLISHED, 408000);
  assert_cell (table, 0, 2, "2023-03", NEV_STATUS_PUBLISHED, 1586000);
  g_assert_cmpfloat (nev_table_get_reading (table, 0, 2)->value, ==, reading.value);
  g_assert_cmpuint (nev_table_get_reading (table, 0, 2)->n_terms, ==, reading.n_terms);
}

/* Every cell of an overlay is the reading that the time line has for the period. */
static void
test_same_readings (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales", NULL, "2019/2025");

  for (NevFrequency frequency = 0; frequency < NEV_N_FREQUENCIES; frequency++)
    for (NevMeasure measure = 0; measure < NEV_N_MEASURES; measure++)
      for (int against = 0; against < 2; against++)
        {
          g_autoptr (NevTable) table = NULL;

          nev_spec_set_frequency (spec, frequency);
          nev_spec_set_measure (spec, measure);
          nev_spec_set_seasonal (spec, !against);
          nev_spec_set_against (spec, against ? parse ("2020-07/2022-06") : NEV_PERIOD_NONE);
          table = nev_spec_create_table (spec);

          for (guint i = 0; i < nev_table_get_n_columns (table); i++)
            for (guint row = 0; row < nev_table_get_n_rows (table); row++)
              {
                const NevReading *cell = nev_table_get_reading (table, i, row);
                const NevColumn  *column = nev_table_get_column (table, i);
                g_auto (NevReading) reading = { 0 };
                guint found_column, found_row;

                if (cell->gap == NEV_GAP_NOT_SHOWN)
                  continue;

                nev_series_read (column->series, column->measure, cell->period, cell->base, &reading);
                g_assert_cmpint (cell->status, ==, reading.status);
                g_assert_cmpint (cell->gap, ==, reading.gap);
                g_assert_true (cell->status == NEV_STATUS_GAP || cell->value == reading.value);
                g_assert_cmpint (cell->period.start, >=, column->run.start);
                g_assert_cmpint (cell->period.end, <=, column->run.end);

                g_assert_true (nev_table_find_cell (table, column->series, column->panel, cell->period.start, &found_column, &found_row));
                g_assert_true (nev_period_equal (nev_table_get_reading (table, found_column, found_row)->period, cell->period));
              }
        }
}

static void
test_against (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales", "nev_sales", "2025-01/2025-04");
  g_autoptr (NevTable) table = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;

  nev_spec_set_against (spec, parse ("2023-01/2023-03"));
  table = nev_spec_create_table (spec);
  csv = nev_table_write_data (table);

  /* The earlier one first, and the shorter one ends. */
  g_assert_cmpstr (csv, ==,
                   "series,measure,run,position,period,value,status,rounding\r\n"
                   "nev_sales,level,2023-Q1,1,2023-01,408000,published,1000\r\n"
                   "nev_sales,level,2023-Q1,2,2023-02,525000,published,1000\r\n"
                   "nev_sales,level,2023-Q1,3,2023-03,653000,published,1000\r\n"
                   "nev_sales,level,2025-01/2025-04,1,2025-01,944000,published,1000\r\n"
                   "nev_sales,level,2025-01/2025-04,2,2025-02,892000,published,1000\r\n"
                   "nev_sales,level,2025-01/2025-04,3,2025-03,1237000,published,1000\r\n"
                   "nev_sales,level,2025-01/2025-04,4,2025-04,1226000,published,1000\r\n");

  text = nev_table_write (spec, table, NULL, NEV_TABLE_FORMAT_TSV, NEV_LANGUAGE_ENGLISH);
  g_assert_cmpstr (text, ==,
                   "Month\tNEV sales, Q1 2023 (vehicles)\tNEV sales, Jan–Apr 2025 (vehicles)\n"
                   "Jan\t408000\t944000\n"
                   "Feb\t525000\t892000\n"
                   "Mar\t653000\t1237000\n"
                   "Apr\t\t1226000\n"
                   "\n"
                   "Source: CAAM. Data to Apr 2025.\n");
}

/* Ranges that begin in different months are counted. */
static void
test_words (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales", "nev_sales", "2025-01/2025-04");
  g_autoptr (NevTable) table = NULL;
  g_autofree char *row = NULL;
  g_autofree char *chinese = NULL;
  g_autofree char *column = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *description = NULL;

  nev_spec_set_against (spec, parse ("2023-07/2023-10"));
  table = nev_spec_create_table (spec);
  row = nev_words_row (table, 2, NEV_PERIOD_FORMAT_SHORT, NEV_LANGUAGE_ENGLISH);
  chinese = nev_words_row (table, 2, NEV_PERIOD_FORMAT_SHORT, NEV_LANGUAGE_CHINESE);
  column = nev_words_column (table, 0, NEV_LANGUAGE_ENGLISH);
  subtitle = nev_headline_get_subtitle (spec, table, NEV_LANGUAGE_ENGLISH);
  description = nev_headline_describe (spec, table, NEV_LANGUAGE_ENGLISH);

  g_assert_false (nev_table_is_aligned (table));
  g_assert_cmpstr (row, ==, "Month 3");
  g_assert_cmpstr (chinese, ==, "第3个月");
  g_assert_cmpstr (nev_words_axis (table, NEV_LANGUAGE_ENGLISH), ==, "Month of the range");
  g_assert_cmpstr (column, ==, "July–October 2023");
  g_assert_cmpstr (subtitle, ==, "Monthly, January–April 2025 against July–October 2023, China, million vehicles");
  g_assert_nonnull (strstr (description, "from July 2023 to April 2025."));
  g_assert_nonnull (strstr (description, "NEV sales, July–October 2023: latest 956,000 vehicles (October 2023)"));
}

/* A chart of several series compares the years of its main one, which the subtitle names. */
static void
test_main_series (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales", NULL, "2024/2025");
  g_autoptr (NevTable) table = NULL;
  g_autofree char *subtitle = NULL;

  nev_spec_set_mark (spec, NEV_MARK_STACKED);
  nev_spec_set_seasonal (spec, TRUE);
  table = nev_spec_create_table (spec);
  subtitle = nev_headline_get_subtitle (spec, table, NEV_LANGUAGE_ENGLISH);

  g_assert_cmpuint (nev_table_get_n_columns (table), ==, 2);
  g_assert_cmpstr (nev_series_get_id (nev_table_get_column (table, 0)->series), ==, "nev_sales");
  g_assert_cmpstr (subtitle, ==, "Monthly, NEV sales by year, China, million vehicles");
  g_assert_cmpint (nev_spec_get_panel (spec, 0).mark, ==, NEV_MARK_BARS);

  /* All comes back. */
  nev_spec_set_seasonal (spec, FALSE);
  g_assert_cmpuint (nev_spec_get_panel (spec, 0).series->len, >, 1);
  g_assert_cmpint (nev_spec_get_panel (spec, 0).mark, ==, NEV_MARK_STACKED);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_choice (void)
{
  g_autoptr (NevSpec) spec = make_spec ("exports", NULL, "2024/2025");
  g_autoptr (NevSpec) copy = NULL;
  guint n = 0;

  g_signal_connect_swapped (spec, "notify", G_CALLBACK (count_cb), &n);

  g_assert_cmpint (nev_spec_get_arrangement (spec), ==, NEV_ARRANGEMENT_TIMELINE);
  nev_spec_set_seasonal (spec, TRUE);
  g_assert_cmpint (nev_spec_get_arrangement (spec), ==, NEV_ARRANGEMENT_SEASONAL);
  g_assert_cmpuint (nev_spec_get_n_panels (spec), ==, 1);
  g_assert_cmpuint (n, ==, 1);
  copy = nev_spec_copy (spec);
  g_assert_true (nev_spec_equal (spec, copy));

  /* One takes the place of the other. */
  nev_spec_set_against (spec, parse ("2023"));
  g_assert_cmpuint (n, ==, 3);
  g_assert_false (nev_spec_equal (spec, copy));
  g_assert_false (nev_spec_get_seasonal (spec));
  g_assert_cmpint (nev_spec_get_arrangement (spec), ==, NEV_ARRANGEMENT_AGAINST);
  nev_spec_assign (copy, spec);
  g_assert_true (nev_spec_equal (spec, copy));

  nev_spec_set_seasonal (spec, TRUE);
  g_assert_true (nev_period_is_none (nev_spec_get_against (spec)));
  nev_spec_assign (spec, copy);
  g_assert_true (nev_spec_equal (spec, copy));

  /* Years have no parts. */
  nev_spec_set_seasonal (spec, TRUE);
  nev_spec_set_frequency (spec, NEV_FREQUENCY_YEAR);
  g_assert_cmpint (nev_spec_get_arrangement (spec), ==, NEV_ARRANGEMENT_TIMELINE);
  nev_spec_set_frequency (spec, NEV_FREQUENCY_HALF_YEAR);
  g_assert_cmpint (nev_spec_get_arrangement (spec), ==, NEV_ARRANGEMENT_SEASONAL);
}

static void
test_check (void)
{
  static const struct
  {
    NevFrequency frequency;
    gboolean     seasonal;
    const char  *against;
    const char  *message;
  } cases[] = {
    { NEV_FREQUENCY_MONTH, TRUE, NULL, NULL },
    { NEV_FREQUENCY_YEAR, TRUE, NULL, "expected parts of a year, by which years can be compared, found the frequency “year”" },
    { NEV_FREQUENCY_YEAR, FALSE, "2022", NULL },
    { NEV_FREQUENCY_MONTH, FALSE, "1999", "no whole period lies within the range to compare with; there are figures from 2019-01 to 2026-02" },
    { NEV_FREQUENCY_YEAR, FALSE, "2022-Q1", "no whole period lies within the range to compare with; there are figures from 2019 to 2025" },
    { NEV_FREQUENCY_MONTH, FALSE, "2024", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NevSpec) spec = make_spec ("production-sales", "nev_sales", "2024");
      g_autoptr (GError) error = NULL;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      nev_spec_set_frequency (spec, cases[i].frequency);
      nev_spec_set_seasonal (spec, cases[i].seasonal);
      if (cases[i].against != NULL)
        nev_spec_set_against (spec, parse (cases[i].against));

      g_assert_cmpint (nev_spec_check_arrangement (spec, &error), ==, cases[i].message == NULL);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].message);
    }
}

static void
test_suggestion (void)
{
  static const struct
  {
    NevFrequency frequency;
    const char  *range;
    const char  *suggested;
    const char  *against;
  } cases[] = {
    { NEV_FREQUENCY_MONTH, "2025-S1", "2025-S1", "2024-S1" },
    { NEV_FREQUENCY_MONTH, "2024-03/2025-06", "2024-03/2025-06", "2022-03/2023-06" },
    { NEV_FREQUENCY_MONTH, "2019-S1", "2019-S1", "2020-S1" },
    { NEV_FREQUENCY_YEAR, "2023/2025", "2023/2025", "2020/2022" },
    { NEV_FREQUENCY_MONTH, "2019/2026", "2025-03/2026-02", "2024-03/2025-02" },
    { NEV_FREQUENCY_QUARTER, "2019/2026", "2025", "2024" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NevSpec) spec = make_spec ("production-sales", "nev_sales", cases[i].range);
      NevPeriod range, against;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      nev_spec_set_frequency (spec, cases[i].frequency);
      g_assert_true (nev_spec_suggest_against (spec, &range, &against));
      g_assert_true (nev_period_equal (range, parse (cases[i].suggested)));
      g_assert_true (nev_period_equal (against, parse (cases[i].against)));
    }
}

/* Every letter is as wide as it is high. */
static void
measure_square (const char     *text,
                double          size,
                gboolean        is_bold,
                NevTextExtents *extents,
                gpointer        user_data)
{
  *extents = (NevTextExtents){ size * (double) g_utf8_strlen (text, -1), size, size };
}

/* A number has the same name in a file, wherever it stands; two ranges with months in common have two names for them. */
static void
test_names (void)
{
  NevLayoutOptions options = { .width = 1920, .height = 1080, .font_size = 12, .measure = measure_square };

  for (int against = 0; against < 2; against++)
    {
      g_autoptr (NevSpec) spec = make_spec ("production-sales", "nev_sales", "2024-01/2025-12");
      g_autoptr (NevTable) table = NULL;
      g_autoptr (NevScene) scene = NULL;
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

      nev_spec_set_seasonal (spec, !against);
      if (against)
        nev_spec_set_against (spec, parse ("2024-07/2026-02"));

      table = nev_spec_create_table (spec);
      scene = nev_layout (spec, table, &options);
      nev_readings_add (scene, spec, table);

      for (guint i = 0; i < scene->hits->len; i++)
        {
          const NevHit *hit = &g_array_index (scene->hits, NevHit, i);

          if (hit->id != NULL)
            g_assert_true (g_hash_table_add (names, (gpointer) hit->id));
        }

      g_assert_true (g_hash_table_contains (names, "nev_sales-2024-01"));
      g_assert_true (g_hash_table_contains (names, "nev_sales-2025-12"));
      g_assert_cmpstr (scene->column_names[0], ==, against ? "nev_sales-run-2024-01_2025-12" : "nev_sales-run-2024");
      g_assert_cmpstr (scene->column_names[1], ==, against ? "nev_sales-run-2024-07_2026-02" : "nev_sales-run-2025");
    }
}

/* In 2025 charging points came to be counted anew, with a half year that is mixed: the year before isn't compared without
 * a word.
 */
static void
test_break (void)
{
  g_autoptr (NevSpec) spec = nev_spec_new (dataset, nev_dataset_find_chart (dataset, "charging-points", NULL));
  g_autoptr (NevTable) table = NULL;
  g_autofree char *description = NULL;
  guint            n_breaks = 0;

  nev_spec_set_frequency (spec, NEV_FREQUENCY_HALF_YEAR);
  nev_spec_set_range (spec, parse ("2024").start, parse ("2025").end);
  nev_spec_set_seasonal (spec, TRUE);
  table = nev_spec_create_table (spec);
  description = nev_headline_describe (spec, table, NEV_LANGUAGE_ENGLISH);

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    for (guint row = 0; row < nev_table_get_n_rows (table); row++)
      n_breaks += nev_table_is_break (table, i, row) ? 1 : 0;

  g_assert_cmpuint (n_breaks, ==, 2);
  g_assert_nonnull (strstr (description, "From first half of 2025 on another method of counting is in use."));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);

  dataset = nev_package_load_bundled (&error);
  g_assert_no_error (error);

  g_test_add_func ("/arrangement/seasonal", test_seasonal);
  g_test_add_func ("/arrangement/year-to-date", test_year_to_date);
  g_test_add_func ("/arrangement/same-readings", test_same_readings);
  g_test_add_func ("/arrangement/against", test_against);
  g_test_add_func ("/arrangement/words", test_words);
  g_test_add_func ("/arrangement/main-series", test_main_series);
  g_test_add_func ("/arrangement/choice", test_choice);
  g_test_add_func ("/arrangement/check", test_check);
  g_test_add_func ("/arrangement/suggestion", test_suggestion);
  g_test_add_func ("/arrangement/names", test_names);
  g_test_add_func ("/arrangement/break", test_break);

  result = g_test_run ();
  g_object_unref (dataset);

  return result;
}
