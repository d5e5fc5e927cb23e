/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-package.h"
#include "nev-spec.h"

static NevDataset *dataset;

static NevSpec *
make_spec (const char *chart)
{
  return nev_spec_new (dataset, nev_dataset_find_chart (dataset, chart, NULL));
}

static GPtrArray *
make_series (const char *ids)
{
  GPtrArray *series = g_ptr_array_new ();
  g_auto(GStrv) names = g_strsplit (ids, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (series, nev_dataset_find_series (dataset, names[i], NULL));

  return series;
}

static void
check_period (NevPeriod   period,
              const char *expected)
{
  g_autofree char *text = nev_period_to_string (period);

  g_assert_cmpstr (text, ==, expected);
}

static void
set_range (NevSpec    *spec,
           const char *text)
{
  NevPeriod range;

  g_assert_true (nev_period_parse (text, &range, NULL));
  nev_spec_set_range (spec, range.start, range.end);
}

static void
test_defaults (void)
{
  g_autoptr(NevSpec) spec = make_spec ("exports");
  const NevChart *chart = nev_spec_get_chart (spec);

  g_assert_true (nev_spec_get_dataset (spec) == dataset);
  g_assert_cmpstr (chart->name, ==, "exports");
  g_assert_cmpint (nev_spec_get_frequency (spec), ==, chart->frequency);
  g_assert_cmpint (nev_spec_get_measure (spec), ==, NEV_MEASURE_LEVEL);
  g_assert_cmpint (nev_spec_get_mark (spec), ==, NEV_MARK_BARS);
  g_assert_cmpint (nev_spec_get_from (spec), ==, chart->from);
  g_assert_cmpint (nev_spec_get_to (spec), ==, chart->to);
  g_assert_null (nev_spec_get_series (spec));
  g_assert_cmpuint (nev_spec_get_n_panels (spec), ==, 2);
  g_assert_cmpint (nev_spec_get_panel (spec, 1).measure, ==, NEV_MEASURE_CHANGE_ON_YEAR);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  GString *names = user_data;

  g_string_append_printf (names, "%s ", pspec->name);
}

static void
test_notify (void)
{
  g_autoptr(NevSpec) spec = make_spec ("production-sales");
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GPtrArray) series = make_series ("nev_sales");
  g_autoptr(GPtrArray) same = make_series ("nev_sales");
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  g_signal_connect (spec, "notify", G_CALLBACK (count_cb), names);

  for (int i = 0; i < 2; i++)
    {
      nev_spec_set_frequency (spec, NEV_FREQUENCY_YEAR);
      nev_spec_set_measure (spec, NEV_MEASURE_INDEX);
      nev_spec_set_mark (spec, NEV_MARK_LINE);
      nev_spec_set_merge_jan_feb (spec, TRUE + i);
      nev_spec_set_index_base (spec, 738000);
      nev_spec_set_range (spec, 700000, 800000);
      nev_spec_set_series (spec, i == 0 ? series : same);
    }

  g_assert_cmpstr (names->str, ==, "frequency measure mark merge-jan-feb index-base from to series ");

  g_string_truncate (names, 0);
  nev_spec_set_series (spec, none);
  g_assert_null (nev_spec_get_series (spec));
  nev_spec_set_series (spec, NULL);
  g_assert_cmpstr (names->str, ==, "series ");
}

static void
test_properties (void)
{
  g_autoptr(NevSpec) spec = make_spec ("production-sales");
  g_autoptr(GPtrArray) series = make_series ("nev_sales");
  g_autoptr(GPtrArray) found = NULL;
  int      frequency, measure, mark, from, to, base;
  gboolean is_merged;

  g_object_set (spec,
                "frequency", NEV_FREQUENCY_QUARTER,
                "measure", NEV_MEASURE_YEAR_TO_DATE,
                "mark", NEV_MARK_STACKED,
                "merge-jan-feb", TRUE,
                "index-base", 738000,
                "from", 700000,
                "to", 800000,
                "series", series,
                NULL);
  g_object_get (spec,
                "frequency", &frequency,
                "measure", &measure,
                "mark", &mark,
                "merge-jan-feb", &is_merged,
                "index-base", &base,
                "from", &from,
                "to", &to,
                "series", &found,
                NULL);

  g_assert_cmpint (frequency, ==, NEV_FREQUENCY_QUARTER);
  g_assert_cmpint (measure, ==, NEV_MEASURE_YEAR_TO_DATE);
  g_assert_cmpint (mark, ==, NEV_MARK_STACKED);
  g_assert_true (is_merged);
  g_assert_cmpint (base, ==, 738000);
  g_assert_cmpint (from, ==, 700000);
  g_assert_cmpint (to, ==, 800000);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (g_ptr_array_index (found, 0) == g_ptr_array_index (series, 0));
}

static void
test_copy (void)
{
  g_autoptr(NevSpec) spec = make_spec ("exports");
  g_autoptr(GPtrArray) series = make_series ("auto_exports,nev_exports");
  g_autoptr(NevSpec) copy = NULL;

  nev_spec_set_frequency (spec, NEV_FREQUENCY_QUARTER);
  nev_spec_set_measure (spec, NEV_MEASURE_YEAR_TO_DATE);
  nev_spec_set_mark (spec, NEV_MARK_STACKED);
  nev_spec_set_merge_jan_feb (spec, TRUE);
  nev_spec_set_index_base (spec, 738000);
  nev_spec_set_range (spec, 738000, 739000);
  nev_spec_set_series (spec, series);
  copy = nev_spec_copy (spec);

  /* What happens to the original must not reach the copy. */
  nev_spec_set_measure (spec, NEV_MEASURE_LEVEL);
  nev_spec_set_series (spec, NULL);

  g_assert_cmpint (nev_spec_get_frequency (copy), ==, NEV_FREQUENCY_QUARTER);
  g_assert_cmpint (nev_spec_get_measure (copy), ==, NEV_MEASURE_YEAR_TO_DATE);
  g_assert_cmpint (nev_spec_get_mark (copy), ==, NEV_MARK_STACKED);
  g_assert_true (nev_spec_get_merge_jan_feb (copy));
  g_assert_cmpint (nev_spec_get_index_base (copy), ==, 738000);
  g_assert_cmpint (nev_spec_get_from (copy), ==, 738000);
  g_assert_cmpint (nev_spec_get_to (copy), ==, 739000);
  g_assert_cmpuint (nev_spec_get_series (copy)->len, ==, 2);
  g_assert_cmpint (nev_spec_get_panel (copy, 0).measure, ==, NEV_MEASURE_YEAR_TO_DATE);
  g_assert_cmpuint (nev_spec_get_panel (copy, 0).series->len, ==, 2);
}

static void
test_panels (void)
{
  g_autoptr(NevSpec) exports = make_spec ("exports");
  g_autoptr(NevSpec) charging = make_spec ("charging-points");
  g_autoptr(GPtrArray) series = make_series ("auto_exports");

  /* The second panel shows the same series in another way ... */
  nev_spec_set_series (exports, series);
  g_assert_cmpuint (nev_spec_get_n_panels (exports), ==, 2);
  g_assert_true (g_ptr_array_index (nev_spec_get_panel (exports, 1).series, 0) == g_ptr_array_index (series, 0));

  /* ... and goes when the first one does so itself. */
  nev_spec_set_measure (exports, NEV_MEASURE_CHANGE_ON_YEAR);
  g_assert_cmpuint (nev_spec_get_n_panels (exports), ==, 1);
  nev_spec_set_measure (exports, NEV_MEASURE_INDEX);
  g_assert_cmpuint (nev_spec_get_n_panels (exports), ==, 2);

  /* Two panels of different series have nothing to do with each other. */
  g_assert_cmpuint (nev_spec_get_n_panels (charging), ==, 2);
  g_assert_cmpint (nev_spec_get_panel (charging, 0).measure, ==, nev_spec_get_panel (charging, 1).measure);
}

static void
test_marks (void)
{
  static const struct
  {
    const char *series;
    NevMeasure  measure;
    NevMark     wanted;
    NevMark     drawn;
  } cases[] = {
    { "nev_production,nev_sales", NEV_MEASURE_LEVEL, NEV_MARK_BARS, NEV_MARK_BARS },
    { "nev_production,nev_sales", NEV_MEASURE_LEVEL, NEV_MARK_STACKED, NEV_MARK_STACKED },
    { "nev_production,nev_sales", NEV_MEASURE_YEAR_TO_DATE, NEV_MARK_STACKED, NEV_MARK_STACKED },
    { "nev_production,nev_sales", NEV_MEASURE_TRAILING_YEAR, NEV_MARK_STACKED, NEV_MARK_STACKED },
    { "nev_production,nev_sales", NEV_MEASURE_CHANGE_ON_YEAR, NEV_MARK_STACKED, NEV_MARK_LINE },
    { "nev_production,nev_sales", NEV_MEASURE_INDEX, NEV_MARK_STACKED, NEV_MARK_LINE },
    { "nev_production,nev_sales", NEV_MEASURE_CHANGE_ON_YEAR, NEV_MARK_BARS, NEV_MARK_BARS },
    { "nev_production,nev_sales", NEV_MEASURE_LEVEL, NEV_MARK_LINE, NEV_MARK_LINE },
    { "nev_share", NEV_MEASURE_LEVEL, NEV_MARK_STACKED, NEV_MARK_LINE },
    { "nev_share", NEV_MEASURE_LEVEL, NEV_MARK_BARS, NEV_MARK_BARS },
    { "public_stock,private_stock", NEV_MEASURE_LEVEL, NEV_MARK_STACKED, NEV_MARK_STACKED },
    { "nev_sales,charging_additions", NEV_MEASURE_LEVEL, NEV_MARK_STACKED, NEV_MARK_BARS },
    { "charging_stock,charging_additions", NEV_MEASURE_LEVEL, NEV_MARK_STACKED, NEV_MARK_BARS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(NevSpec) spec = make_spec ("production-sales");
      g_autoptr(GPtrArray) series = make_series (cases[i].series);

      nev_spec_set_series (spec, series);
      nev_spec_set_measure (spec, cases[i].measure);
      nev_spec_set_mark (spec, cases[i].wanted);

      g_test_message ("%s, %s", cases[i].series, nev_measure_to_string (cases[i].measure));
      g_assert_cmpint (nev_spec_get_panel (spec, 0).mark, ==, cases[i].drawn);
      g_assert_cmpint (nev_spec_get_mark (spec), ==, cases[i].wanted);
    }
}

static void
test_range (void)
{
  static const struct
  {
    NevFrequency frequency;
    const char  *asked;
    const char  *shown;
  } cases[] = {
    { NEV_FREQUENCY_MONTH, "2023-01/2023-06", "2023-S1" },
    { NEV_FREQUENCY_MONTH, "2023-01-15/2023-06-15", "2023-02/2023-05" },
    { NEV_FREQUENCY_QUARTER, "2023-02/2023-12", "2023-04/2023-12" },
    { NEV_FREQUENCY_HALF_YEAR, "2023", "2023" },
    { NEV_FREQUENCY_YEAR, "2022-06/2025-06", "2023-01/2024-12" },
    { NEV_FREQUENCY_YEAR, "2023-02/2023-11", "" },
    { NEV_FREQUENCY_MONTH, "1900", "" },
    { NEV_FREQUENCY_MONTH, "2100", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(NevSpec) spec = make_spec ("production-sales");

      nev_spec_set_frequency (spec, cases[i].frequency);
      set_range (spec, cases[i].asked);
      check_period (nev_spec_get_range (spec), cases[i].shown);
    }
}

/* Everything there is: whole periods, none that isn't over, and never more than the series know. */
static void
test_extent (void)
{
  for (int frequency = 0; frequency < NEV_N_FREQUENCIES; frequency++)
    {
      for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
        {
          g_autoptr(NevSpec) spec = make_spec ("production-sales");
          g_autoptr(GPtrArray) series = g_ptr_array_new ();
          NevPeriod known, extent;

          g_ptr_array_add (series, nev_dataset_get_series (dataset, i));
          nev_spec_set_series (spec, series);
          nev_spec_set_frequency (spec, frequency);
          nev_spec_set_range (spec, 0, 0);
          extent = nev_spec_get_extent (spec);

          if (!nev_series_get_extent (nev_dataset_get_series (dataset, i), &known))
            {
              g_assert_true (nev_period_is_none (extent));
              continue;
            }

          g_assert_false (nev_period_is_none (extent));
          g_assert_true (nev_period_equal (nev_spec_get_range (spec), extent));
          g_assert_cmpint (extent.start, ==, nev_period_at (known.start, frequency).start);
          g_assert_cmpint (extent.end, ==, nev_period_at (extent.end, frequency).start);

          if (extent.end > known.end)
            g_assert_true (nev_period_equal (extent, nev_period_at (known.start, frequency)));
        }
    }
}

static void
test_table (void)
{
  g_autoptr(NevSpec) spec = make_spec ("exports");
  g_autoptr(NevTable) table = NULL;

  set_range (spec, "2023");
  table = nev_spec_create_table (spec);

  g_assert_cmpuint (nev_table_get_n_columns (table), ==, 2);
  g_assert_cmpuint (nev_table_get_n_rows (table), ==, 12);
  g_assert_cmpuint (nev_table_get_column (table, 0)->panel, ==, 0);
  g_assert_cmpuint (nev_table_get_column (table, 1)->panel, ==, 1);
  g_assert_cmpint (nev_table_get_column (table, 1)->measure, ==, NEV_MEASURE_CHANGE_ON_YEAR);
  check_period (nev_table_get_period (table, 0), "2023-01");
  check_period (nev_table_get_period (table, 11), "2023-12");
}

static void
test_empty_table (void)
{
  g_autoptr(NevSpec) spec = make_spec ("exports");
  g_autoptr(NevTable) table = NULL;

  set_range (spec, "2100");
  table = nev_spec_create_table (spec);

  g_assert_cmpuint (nev_table_get_n_rows (table), ==, 0);
  g_assert_cmpuint (nev_table_get_n_columns (table), ==, 2);
}

static gboolean
has_level (NevSeries *series,
           NevPeriod  period)
{
  g_auto(NevReading) reading = { 0 };

  nev_series_read (series, NEV_MEASURE_LEVEL, period, NEV_PERIOD_NONE, &reading);

  return reading.status != NEV_STATUS_GAP;
}

/* All lines of an index meet at 100 in the first period in which every series has a value. */
static void
test_index (void)
{
  g_autoptr(NevSpec) spec = make_spec ("production-sales");
  g_autoptr(GPtrArray) series = make_series ("nev_sales,nev_exports");
  g_autoptr(NevTable) table = NULL;
  gboolean is_found = FALSE;

  nev_spec_set_series (spec, series);
  nev_spec_set_measure (spec, NEV_MEASURE_INDEX);
  nev_spec_set_range (spec, 0, 0);
  table = nev_spec_create_table (spec);

  for (guint row = 0; row < nev_table_get_n_rows (table) && !is_found; row++)
    {
      NevPeriod         period = nev_table_get_period (table, row);
      const NevReading *sales = nev_table_get_reading (table, 0, row);
      const NevReading *exports = nev_table_get_reading (table, 1, row);

      g_assert_true (nev_period_equal (sales->base, exports->base));
      is_found = nev_period_equal (period, sales->base);

      if (is_found)
        {
          g_assert_cmpfloat (sales->value, ==, 100);
          g_assert_cmpfloat (exports->value, ==, 100);
        }
      else
        {
          g_assert_false (has_level (sales->series, period) && has_level (exports->series, period));
        }
    }

  g_assert_true (is_found);
}

/* NEV sales of January and February 2023: the first quarter's 1,586,000 less March's 653,000; a year before 1,257,000 less
 * 484,000. 933 / 773 is 1.207.
 */
static void
test_merged (void)
{
  g_autoptr(NevSpec) spec = make_spec ("production-sales");
  g_autoptr(GPtrArray) series = make_series ("nev_sales");
  g_autoptr(NevTable) levels = NULL;
  g_autoptr(NevTable) changes = NULL;
  g_autoptr(NevTable) years = NULL;

  nev_spec_set_series (spec, series);
  nev_spec_set_merge_jan_feb (spec, TRUE);
  set_range (spec, "2023");
  levels = nev_spec_create_table (spec);

  g_assert_cmpuint (nev_table_get_n_rows (levels), ==, 11);
  check_period (nev_table_get_period (levels, 0), "2023-01/2023-02");
  check_period (nev_table_get_period (levels, 1), "2023-03");
  g_assert_cmpfloat (nev_table_get_reading (levels, 0, 0)->value, ==, 933000);
  g_assert_cmpint (nev_table_get_reading (levels, 0, 0)->status, ==, NEV_STATUS_DERIVED);

  nev_spec_set_measure (spec, NEV_MEASURE_CHANGE_ON_YEAR);
  changes = nev_spec_create_table (spec);
  g_assert_cmpfloat_with_epsilon (nev_table_get_reading (changes, 0, 0)->value, (933.0 / 773 - 1) * 100, 1e-9);

  /* It's a way to cut months, and nothing else. */
  nev_spec_set_frequency (spec, NEV_FREQUENCY_QUARTER);
  years = nev_spec_create_table (spec);
  g_assert_cmpuint (nev_table_get_n_rows (years), ==, 4);
  g_assert_false (nev_table_merges_jan_feb (years));
}

/* A whole period lies within the days asked for, or it isn't shown; also that of two months. */
static void
test_merged_range (void)
{
  static const struct
  {
    const char *asked;
    const char *shown;
  } cases[] = {
    { "2023-01/2023-06", "2023-S1" },
    { "2023-02/2023-06", "2023-03/2023-06" },
    { "2022-03/2023-01", "2022-03/2022-12" },
    { "2022-03/2023-02", "2022-03/2023-02" },
    { "2023-01", "" },
    { "2023-02", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(NevSpec) spec = make_spec ("production-sales");

      nev_spec_set_merge_jan_feb (spec, TRUE);
      set_range (spec, cases[i].asked);
      check_period (nev_spec_get_range (spec), cases[i].shown);
    }
}

/* Periods are counted as they follow each other in a table. */
static void
test_count (void)
{
  for (int i = 0; i < 400; i++)
    {
      g_autoptr(NevSpec) spec = make_spec ("production-sales");
      gint32    start;
      NevPeriod days;
      int       n = g_test_rand_int_range (0, 60);

      nev_spec_set_frequency (spec, g_test_rand_int_range (0, NEV_N_FREQUENCIES));
      nev_spec_set_merge_jan_feb (spec, g_test_rand_bit ());
      start = nev_day_from_date (g_test_rand_int_range (1990, 2030), g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
      days.start = days.end = nev_spec_get_period_at (spec, start).start;

      for (int j = 0; j < n; j++)
        days.end = nev_spec_get_period_at (spec, days.end).end;

      g_assert_cmpint (nev_spec_count_periods (spec, days), ==, n);
      g_assert_cmpint (nev_spec_add_periods (spec, start, n), ==, days.end);
      g_assert_cmpint (nev_spec_add_periods (spec, days.end, -n), ==, days.start);
    }
}

/* The month that was chosen becomes its quarter and the month again; nothing but a month of the data will do. */
static void
test_index_base (void)
{
  g_autoptr(NevSpec) spec = make_spec ("production-sales");
  g_autoptr(GPtrArray) series = make_series ("nev_sales");
  g_autoptr(NevSpec) other = NULL;
  g_autoptr(NevTable) months = NULL;
  g_autoptr(NevTable) quarters = NULL;
  NevPeriod month;

  g_assert_true (nev_period_parse ("2023-06", &month, NULL));
  nev_spec_set_series (spec, series);
  nev_spec_set_measure (spec, NEV_MEASURE_INDEX);
  nev_spec_set_index_base (spec, month.start);
  set_range (spec, "2023-01/2023-06");
  months = nev_spec_create_table (spec);

  check_period (nev_table_get_reading (months, 0, 0)->base, "2023-06");
  g_assert_cmpfloat (nev_table_get_reading (months, 0, 5)->value, ==, 100);
  /* January's 408,000 of June's 806,000 */
  g_assert_cmpfloat_with_epsilon (nev_table_get_reading (months, 0, 0)->value, 408.0 / 806 * 100, 1e-9);

  nev_spec_set_frequency (spec, NEV_FREQUENCY_QUARTER);
  quarters = nev_spec_create_table (spec);
  check_period (nev_table_get_reading (quarters, 0, 0)->base, "2023-Q2");
  g_assert_cmpfloat (nev_table_get_reading (quarters, 0, 1)->value, ==, 100);

  /* Two days of a quarter are the same choice, as long as quarters are shown. */
  other = nev_spec_copy (spec);
  g_assert_true (nev_spec_equal (spec, other));
  nev_spec_set_index_base (other, month.start - 40);
  g_assert_true (nev_spec_equal (spec, other));
  nev_spec_set_index_base (other, month.start - 100);
  g_assert_false (nev_spec_equal (spec, other));
  nev_spec_set_index_base (other, 0);
  g_assert_false (nev_spec_equal (spec, other));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);

  dataset = nev_package_load_bundled (&error);
  g_assert_no_error (error);

  g_test_add_func ("/spec/defaults", test_defaults);
  g_test_add_func ("/spec/notify", test_notify);
  g_test_add_func ("/spec/properties", test_properties);
  g_test_add_func ("/spec/copy", test_copy);
  g_test_add_func ("/spec/panels", test_panels);
  g_test_add_func ("/spec/marks", test_marks);
  g_test_add_func ("/spec/range", test_range);
  g_test_add_func ("/spec/extent", test_extent);
  g_test_add_func ("/spec/table", test_table);
  g_test_add_func ("/spec/empty-table", test_empty_table);
  g_test_add_func ("/spec/index", test_index);
  g_test_add_func ("/spec/count", test_count);
  g_test_add_func ("/spec/index-base", test_index_base);
  g_test_add_func ("/spec/merged", test_merged);
  g_test_add_func ("/spec/merged-range", test_merged_range);

  result = g_test_run ();
  g_object_unref (dataset);

  return result;
}
