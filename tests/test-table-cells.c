/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-csv.h"
#include "nev-layout.h"
#include "nev-number.h"
#include "nev-package.h"
#include "nev-readings.h"
#include "nev-table-cells.h"
#include "nev-table-order.h"
#include "nev-table-text.h"
#include "nev-words.h"

#include <math.h>
#include <string.h>

/* Screen, files and the chart's own words say the same of every number: of every chart of the bundled dataset, in every
 * measure and frequency and in both languages.
 */

static NevDataset *dataset;

static void
measure_fixed (const char     *text,
               double          size,
               gboolean        is_bold,
               NevTextExtents *extents,
               gpointer        user_data)
{
  *extents = (NevTextExtents){ 0.6 * size * (double) g_utf8_strlen (text, -1), size * 1.25, size };
}

static double
parse_number (const char *text)
{
  double value;

  if (*text == '\0')
    return NAN;

  g_assert_true (nev_number_parse (text, &value));

  return value;
}

static void
assert_same_number (double a,
                    double b)
{
  if (isnan (a) || isnan (b))
    g_assert_true (isnan (a) && isnan (b));
  else
    g_assert_cmpfloat (a, ==, b);
}

static void
next (NevCsv *csv)
{
  g_autoptr(GError) error = NULL;
  gboolean is_there = nev_csv_next (csv, &error);

  g_assert_no_error (error);
  g_assert_true (is_there);
}

/* The file for people: heads with units, numbers in full and how they were obtained. */
static void
compare_file (NevSpec             *spec,
              const NevTableCells *cells)
{
  NevTable        *table = nev_table_cells_get_table (cells);
  g_autofree char *text = nev_table_write (spec, table, NULL, NEV_TABLE_FORMAT_CSV, nev_table_cells_get_language (cells));
  g_autoptr(NevCsv) csv = nev_csv_new ("csv", text, strlen (text), ',');
  guint field = 1;

  next (csv);
  for (guint i = 0; i < nev_table_get_n_columns (table); i++, field++)
    {
      g_autofree char *title = nev_table_cells_get_full_title (cells, i);

      g_assert_cmpstr (nev_csv_get_field (csv, field), ==, title);
      field += nev_table_cells_has_derived (cells, i);
    }
  g_assert_cmpuint (nev_csv_get_n_fields (csv), ==, field);

  for (guint row = 0; row < nev_table_get_n_rows (table); row++)
    {
      g_autofree char *title = nev_table_cells_get_row_title (cells, row);

      next (csv);
      g_assert_cmpstr (nev_csv_get_field (csv, 0), ==, title);

      field = 1;
      for (guint i = 0; i < nev_table_get_n_columns (table); i++, field++)
        {
          const NevReading *reading = nev_table_get_reading (table, i, row);

          assert_same_number (parse_number (nev_csv_get_field (csv, field)), nev_reading_get_value (reading));
          if (nev_table_cells_has_derived (cells, i))
            g_assert_cmpstr (nev_csv_get_field (csv, ++field), ==, nev_words_status (reading->status, nev_table_cells_get_language (cells)));
          else
            g_assert_cmpint (reading->status, !=, NEV_STATUS_DERIVED);
        }
    }
}

/* The file for programs, which nev-charts-cli writes. */
static void
compare_data (const NevTable *table)
{
  g_autofree char *text = nev_table_write_data (table);
  g_autoptr(NevCsv) csv = nev_csv_new ("data", text, strlen (text), ',');

  next (csv);
  g_assert_cmpuint (nev_csv_get_n_fields (csv), ==, 1 + 3 * nev_table_get_n_columns (table));

  for (guint row = 0; row < nev_table_get_n_rows (table); row++)
    {
      g_autofree char *period = nev_period_to_string (nev_table_get_period (table, row));

      next (csv);
      g_assert_cmpstr (nev_csv_get_field (csv, 0), ==, period);

      for (guint i = 0; i < nev_table_get_n_columns (table); i++)
        {
          const NevReading *reading = nev_table_get_reading (table, i, row);

          assert_same_number (parse_number (nev_csv_get_field (csv, 1 + 3 * i)), nev_reading_get_value (reading));
          g_assert_cmpstr (nev_csv_get_field (csv, 2 + 3 * i), ==, nev_status_to_string (reading->status));
          assert_same_number (parse_number (nev_csv_get_field (csv, 3 + 3 * i)), nev_reading_get_rounding (reading));
        }
    }
}

static void
compare_long_row (NevCsv           *csv,
                  guint             field,
                  const NevReading *reading)
{
  g_autofree char *period = nev_period_to_string (reading->period);

  g_assert_cmpstr (nev_csv_get_field (csv, field), ==, period);
  assert_same_number (parse_number (nev_csv_get_field (csv, field + 1)), nev_reading_get_value (reading));
  g_assert_cmpstr (nev_csv_get_field (csv, field + 2), ==, nev_status_to_string (reading->status));
  assert_same_number (parse_number (nev_csv_get_field (csv, field + 3)), nev_reading_get_rounding (reading));
}

/* Of periods that lie over each other programs get a row for each value, of a ranking one for each series. Every cell that
 * the screen fills is there once, and no other one.
 */
static void
compare_long (const NevTable *table)
{
  g_autofree char *text = nev_table_write_data (table);
  g_autoptr(NevCsv) csv = nev_csv_new ("data", text, strlen (text), ',');
  g_autoptr(GError) error = NULL;

  next (csv);

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    for (guint row = 0; row < nev_table_get_n_rows (table); row++)
      {
        const NevColumn  *column = nev_table_get_column (table, i);
        const NevReading *reading = nev_table_get_reading (table, i, row);
        g_autofree char  *position = g_strdup_printf ("%u", row + 1);
        g_autofree char  *run = nev_period_to_string (column->run);

        if (reading->gap == NEV_GAP_NOT_SHOWN)
          continue;

        next (csv);

        if (nev_table_is_ranking (table))
          {
            g_assert_cmpstr (nev_csv_get_field (csv, 0), ==, reading->status == NEV_STATUS_GAP ? "" : position);
            g_assert_cmpstr (nev_csv_get_field (csv, 1), ==, nev_series_get_id (reading->series));
            g_assert_cmpstr (nev_csv_get_field (csv, 2), ==, nev_measure_to_string (reading->measure));
            compare_long_row (csv, 3, reading);
          }
        else
          {
            g_assert_cmpstr (nev_csv_get_field (csv, 0), ==, nev_series_get_id (column->series));
            g_assert_cmpstr (nev_csv_get_field (csv, 1), ==, nev_measure_to_string (column->measure));
            g_assert_cmpstr (nev_csv_get_field (csv, 2), ==, run);
            g_assert_cmpstr (nev_csv_get_field (csv, 3), ==, position);
            compare_long_row (csv, 4, reading);
          }
      }

  g_assert_false (nev_csv_next (csv, &error));
  g_assert_no_error (error);
}

/* What a text shows as a number: without marks, signs and separators. */
static double
read_text (const char *text)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_isdigit (*p) || *p == '.')
        g_string_append_c (digits, *p);
      else if (*p == '-' || g_utf8_get_char (p) == 0x2212)
        g_string_append_c (digits, '-');
    }

  return parse_number (digits->str);
}

static void
compare_texts (const NevTableCells *cells)
{
  NevTable   *table = nev_table_cells_get_table (cells);
  NevLanguage language = nev_table_cells_get_language (cells);

  for (guint row = 0; row < nev_table_get_n_rows (table); row++)
    {
      g_autofree char *description = nev_table_cells_describe_row (cells, row);

      for (guint i = 0; i < nev_table_get_n_columns (table); i++)
        {
          const NevReading *reading = nev_table_get_reading (table, i, row);
          NevMagnitude      magnitude = nev_table_cells_get_magnitude (cells, i);
          g_autofree char  *text = nev_table_cells_get_text (cells, i, row);
          g_autofree char  *number = nev_words_number (reading, magnitude, language);
          g_autofree char  *words = nev_words_value (reading, language);
          gboolean          is_gap = reading->status == NEV_STATUS_GAP;

          if (reading->gap == NEV_GAP_NOT_SHOWN)
            {
              g_assert_cmpstr (text, ==, "");
              continue;
            }

          g_assert_cmpint (strstr (text, "* ") != NULL, ==, reading->status == NEV_STATUS_DERIVED);
          g_assert_cmpint (strstr (text, "┆ ") != NULL, ==, nev_table_is_break (table, i, row));
          g_assert_true (g_str_has_suffix (text, number));
          g_assert_nonnull (strstr (description, is_gap ? nev_words_status (NEV_STATUS_GAP, language) : words));

          /* The screen rounds to the digits that are known, the file doesn't. */
          if (!is_gap)
            g_assert_cmpfloat_with_epsilon (read_text (number) * magnitude.divisor, reading->value,
                                            MAX (nev_words_precision (reading), 1e-9 * fabs (reading->value)));

          /* English counts nothing in thousands, so that the words have the very digits. */
          if (language == NEV_LANGUAGE_ENGLISH)
            g_assert_nonnull (strstr (words, number));
        }
    }
}

/* What the marks of the chart are said to be. */
static void
compare_scene (NevSpec    *spec,
               NevTable   *table,
               NevLanguage language)
{
  NevLayoutOptions options = { .width = 1280, .height = 720, .font_size = 14, .language = language, .measure = measure_fixed };
  g_autoptr(NevScene) scene = nev_layout (spec, table, &options);

  nev_readings_add (scene, spec, table);

  for (guint i = 0; i < scene->hits->len; i++)
    {
      const NevHit     *hit = &g_array_index (scene->hits, NevHit, i);
      const NevReading *reading = nev_table_get_reading (table, (guint) hit->datum.column, (guint) hit->datum.row);
      g_autofree char  *words = nev_words_value (reading, language);

      g_assert_cmpint (hit->text == NULL, ==, reading->status == NEV_STATUS_GAP);
      if (hit->text != NULL)
        g_assert_nonnull (strstr (hit->text, words));
    }
}

static guint
compare_all (NevSpec    *spec,
             NevLanguage language)
{
  g_autoptr(NevTable) table = nev_spec_create_table (spec);
  g_autoptr(NevTableCells) cells = nev_table_cells_new (table, language);

  compare_texts (cells);
  compare_file (spec, cells);
  compare_scene (spec, table, language);

  if (nev_table_is_overlay (table) || nev_table_is_ranking (table))
    compare_long (table);
  else
    compare_data (table);

  return nev_table_get_n_rows (table) * nev_table_get_n_columns (table);
}

/* One series more than the chart has. */
static void
add_series (NevSpec *spec)
{
  GPtrArray *shown = nev_spec_get_panel (spec, 0).series;
  g_autoptr(GPtrArray) series = g_ptr_array_new ();

  for (guint i = 0; i < shown->len; i++)
    g_ptr_array_add (series, g_ptr_array_index (shown, i));
  for (guint i = nev_dataset_get_n_series (dataset); i-- > 0 && series->len == shown->len;)
    if (!g_ptr_array_find (shown, nev_dataset_get_series (dataset, i), NULL))
      g_ptr_array_add (series, nev_dataset_get_series (dataset, i));

  g_assert_cmpuint (series->len, >, shown->len);
  nev_spec_set_series (spec, series);
}

/* The arrangements of a chart, each with the measure that is set. */
static guint
compare_arrangements (NevSpec    *spec,
                      NevLanguage language)
{
  guint n_cells;

  nev_spec_set_seasonal (spec, TRUE);
  n_cells = compare_all (spec, language);
  nev_spec_set_seasonal (spec, FALSE);

  nev_spec_set_ranking (spec, TRUE);
  n_cells += compare_all (spec, language);
  nev_spec_set_ranking (spec, FALSE);

  nev_spec_set_range (spec, nev_day_from_date (2024, 3, 1), nev_day_from_date (2026, 1, 1));
  nev_spec_set_against (spec, (NevPeriod){ nev_day_from_date (2021, 5, 1), nev_day_from_date (2023, 1, 1) });
  n_cells += compare_all (spec, language);
  nev_spec_set_against (spec, NEV_PERIOD_NONE);
  nev_spec_set_range (spec, 0, 0);

  return n_cells;
}

static void
test_agreement (gconstpointer data)
{
  NevLanguage language = (NevLanguage) GPOINTER_TO_INT (data);
  guint       n_cells = 0;

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    for (int measure = 0; measure < NEV_N_MEASURES; measure++)
      for (int frequency = 0; frequency < NEV_N_FREQUENCIES; frequency++)
        {
          g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, i));

          nev_spec_set_frequency (spec, (NevFrequency) frequency);
          nev_spec_set_measure (spec, (NevMeasure) measure);
          nev_spec_set_range (spec, 0, 0);
          n_cells += compare_all (spec, language);

          nev_spec_set_merge_jan_feb (spec, TRUE);
          n_cells += compare_all (spec, language);

          nev_spec_set_merge_jan_feb (spec, FALSE);
          n_cells += compare_arrangements (spec, language);

          nev_spec_set_index_base (spec, nev_day_from_date (2022, 6, 1));
          n_cells += compare_arrangements (spec, language);

          add_series (spec);
          n_cells += compare_all (spec, language);
          n_cells += compare_arrangements (spec, language);
        }

  g_test_message ("%u cells", n_cells);
  g_assert_cmpuint (n_cells, >, 10000);
}

/* What holds of any order: every row once, values that never fall, gaps at the end, equals by time. */
static void
test_order (void)
{
  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    {
      g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, i));
      g_autoptr(NevTable) table = NULL;

      nev_spec_set_frequency (spec, NEV_FREQUENCY_MONTH);
      nev_spec_set_range (spec, 0, 0);
      table = nev_spec_create_table (spec);

      for (int column = NEV_TABLE_ORDER_STATUS; column < (int) nev_table_get_n_columns (table); column++)
        for (int is_descending = 0; is_descending < 2; is_descending++)
          {
            g_autoptr(GArray) rows = nev_table_order (table, column, is_descending);
            g_autofree gboolean *was_there = g_new0 (gboolean, nev_table_get_n_rows (table));

            g_assert_cmpuint (rows->len, ==, nev_table_get_n_rows (table));

            for (guint j = 0; j < rows->len; j++)
              {
                guint             row = g_array_index (rows, guint, j);
                const NevReading *reading, *before;

                g_assert_false (was_there[row]);
                was_there[row] = TRUE;

                if (column == NEV_TABLE_ORDER_PERIOD)
                  g_assert_cmpuint (row, ==, is_descending ? rows->len - 1 - j : j);

                if (column < 0 || j == 0)
                  continue;

                reading = nev_table_get_reading (table, (guint) column, row);
                before = nev_table_get_reading (table, (guint) column, g_array_index (rows, guint, j - 1));

                if (before->status == NEV_STATUS_GAP)
                  g_assert_cmpint (reading->status, ==, NEV_STATUS_GAP);
                else if (reading->status != NEV_STATUS_GAP && is_descending)
                  g_assert_cmpfloat (before->value, >=, reading->value);
                else if (reading->status != NEV_STATUS_GAP)
                  g_assert_cmpfloat (before->value, <=, reading->value);

                if (before->status == reading->status && (before->value == reading->value || reading->status == NEV_STATUS_GAP))
                  g_assert_cmpuint (g_array_index (rows, guint, j - 1), <, row);
              }
          }
    }
}

static guint
count_status (const NevTable *table,
              guint           row,
              NevStatus       status)
{
  guint n = 0;

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    n += nev_table_get_reading (table, i, row)->status == status;

  return n;
}

static void
test_order_status (void)
{
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));
  g_autoptr(NevTable) table = NULL;
  g_autoptr(GArray) rows = NULL;

  nev_spec_set_frequency (spec, NEV_FREQUENCY_MONTH);
  nev_spec_set_range (spec, 0, 0);
  table = nev_spec_create_table (spec);
  rows = nev_table_order (table, NEV_TABLE_ORDER_STATUS, FALSE);

  for (guint i = 1; i < rows->len; i++)
    {
      guint before = g_array_index (rows, guint, i - 1);
      guint row = g_array_index (rows, guint, i);

      g_assert_cmpuint (count_status (table, before, NEV_STATUS_GAP), <=, count_status (table, row, NEV_STATUS_GAP));
      if (count_status (table, before, NEV_STATUS_GAP) == count_status (table, row, NEV_STATUS_GAP))
        g_assert_cmpuint (count_status (table, before, NEV_STATUS_DERIVED), <=, count_status (table, row, NEV_STATUS_DERIVED));
    }

  g_assert_cmpuint (count_status (table, g_array_index (rows, guint, 0), NEV_STATUS_DERIVED), ==, 0);
  g_assert_cmpuint (count_status (table, g_array_index (rows, guint, rows->len - 1), NEV_STATUS_PUBLISHED), <, nev_table_get_n_columns (table));
}

/* All that the series have begins and ends elsewhere, and says of what is shown the same: an index has the same base. */
static void
test_full (void)
{
  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    for (int measure = 0; measure < NEV_N_MEASURES; measure++)
      {
        g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, i));
        g_autoptr(NevTable) shown = NULL;
        g_autoptr(NevTable) full = NULL;
        guint first = 0;

        nev_spec_set_frequency (spec, NEV_FREQUENCY_QUARTER);
        nev_spec_set_measure (spec, (NevMeasure) measure);
        nev_spec_set_range (spec, nev_day_from_date (2023, 1, 1), nev_day_from_date (2024, 1, 1));
        shown = nev_spec_create_table (spec);
        full = nev_spec_create_full_table (spec);

        g_assert_cmpuint (nev_table_get_n_rows (shown), ==, 4);
        g_assert_cmpuint (nev_table_get_n_rows (full), >, 4);
        g_assert_cmpuint (nev_table_get_n_columns (full), ==, nev_table_get_n_columns (shown));

        while (!nev_period_equal (nev_table_get_period (full, first), nev_table_get_period (shown, 0)))
          first++;

        for (guint column = 0; column < nev_table_get_n_columns (shown); column++)
          for (guint row = 0; row < nev_table_get_n_rows (shown); row++)
            assert_same_number (nev_reading_get_value (nev_table_get_reading (shown, column, row)),
                                nev_reading_get_value (nev_table_get_reading (full, column, first + row)));
      }
}

/* Rows that are picked are written in the order in which they are named, with heads and source. */
static void
test_rows (void)
{
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));
  g_autoptr(NevTable) table = nev_spec_create_table (spec);
  g_autoptr(NevTableCells) cells = nev_table_cells_new (table, NEV_LANGUAGE_ENGLISH);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  const guint picked[] = { 5, 0 };

  g_array_append_vals (rows, picked, G_N_ELEMENTS (picked));
  text = nev_table_write (spec, table, rows, NEV_TABLE_FORMAT_TSV, NEV_LANGUAGE_ENGLISH);
  lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_true (g_str_has_prefix (lines[0], "Period\t"));
  for (guint i = 0; i < G_N_ELEMENTS (picked); i++)
    {
      g_autofree char *title = nev_table_cells_get_row_title (cells, picked[i]);

      g_assert_true (g_str_has_prefix (lines[1 + i], title));
    }
  g_assert_cmpstr (lines[3], ==, "");
  g_assert_true (g_str_has_prefix (lines[4], "Source: "));
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

  g_test_add_data_func ("/table-cells/agreement/english", GINT_TO_POINTER (NEV_LANGUAGE_ENGLISH), test_agreement);
  g_test_add_data_func ("/table-cells/agreement/chinese", GINT_TO_POINTER (NEV_LANGUAGE_CHINESE), test_agreement);
  g_test_add_func ("/table-cells/order", test_order);
  g_test_add_func ("/table-cells/order/status", test_order_status);
  g_test_add_func ("/table-cells/full", test_full);
  g_test_add_func ("/table-cells/rows", test_rows);

  result = g_test_run ();
  g_object_unref (dataset);

  return result;
}
