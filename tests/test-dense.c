/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "nev-import.h"
#include "nev-layout.h"
#include "nev-pyramid.h"

/* Charts of more days than pixels: what is left out must not be missed. */

static void
measure_fixed (const char     *text,
               double          size,
               gboolean        is_bold,
               NevTextExtents *extents,
               gpointer        user_data)
{
  *extents = (NevTextExtents){ (double) strlen (text) * size * 0.6, size * 1.25, size };
}

static void
test_pyramid (void)
{
  static const gsize sizes[] = { 1, 2, 63, 64, 65, 4095, 4096, 4097, 70000, 300000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gsize              n = sizes[i];
      g_autofree double *values = g_new (double, n);
      g_autoptr (NevPyramid) pyramid = NULL;

      for (gsize j = 0; j < n; j++)
        values[j] = i % 2 == 0 ? g_test_rand_double_range (-100, 100) : g_test_rand_int_range (0, 5);

      pyramid = nev_pyramid_new (values, n);
      g_assert_cmpuint (nev_pyramid_get_size (pyramid), <=, 1000 + n * 35 / 100);

      for (guint run = 0; run < 200; run++)
        {
          gsize  first = (gsize) g_test_rand_int_range (0, (int) n);
          gsize  end = (gsize) g_test_rand_int_range ((int) first, (int) (run % 2 == 0 ? n : MIN (first + 200, n))) + 1;
          gsize  lowest, highest;
          double low = INFINITY, high = -INFINITY;

          for (gsize j = first; j < end; j++)
            {
              low = MIN (low, values[j]);
              high = MAX (high, values[j]);
            }

          nev_pyramid_find (pyramid, first, end, &lowest, &highest);
          g_assert_cmpuint (lowest, >=, first);
          g_assert_cmpuint (lowest, <, end);
          g_assert_cmpuint (highest, >=, first);
          g_assert_cmpuint (highest, <, end);
          g_assert_cmpfloat (values[lowest], ==, low);
          g_assert_cmpfloat (values[highest], ==, high);
        }
    }
}

/* Two daily series over @n_days; one day of so many isn't known, and now and then a run of days. */
static NevDataset *
create_dataset (int n_days,
                int gaps)
{
  g_autoptr (GString) table = g_string_new ("Day,A,B\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  NevDataset *dataset;
  gint32      first = nev_day_from_date (1950, 1, 1);
  int         missing = 0;

  for (int i = 0; i < n_days; i++)
    {
      int year, month, day;

      nev_day_to_date (first + i, &year, &month, &day);
      g_string_append_printf (table, "%04d-%02d-%02d,%d,", year, month, day, g_test_rand_int_range (-500, 1000));

      if (gaps > 0 && missing == 0 && g_test_rand_int_range (0, gaps) == 0)
        missing = g_test_rand_bit () ? 1 : g_test_rand_int_range (1, 300);

      if (missing > 0 && i > 0 && i < n_days - 1)
        missing--;
      else
        g_string_append_printf (table, "%d", g_test_rand_int_range (0, 1000));

      g_string_append_c (table, '\n');
    }

  bytes = g_bytes_new (table->str, table->len);
  dataset = nev_import_load ("t.csv", bytes, NULL, NULL, &error);
  g_assert_no_error (error);

  return dataset;
}

/* What a run of rows comes to is the same as when they are looked at one by one. */
static void
test_summary (void)
{
  g_autoptr (NevDataset) dataset = create_dataset (3000, 20);
  NevPeriod range = { nev_day_from_date (1950, 6, 1), nev_day_from_date (1957, 3, 1) };
  NevColumn columns[] = {
    { nev_dataset_get_series (dataset, 0), NEV_MEASURE_LEVEL, 0, NEV_PERIOD_NONE },
    { nev_dataset_get_series (dataset, 1), NEV_MEASURE_LEVEL, 0, NEV_PERIOD_NONE },
    { nev_dataset_get_series (dataset, 1), NEV_MEASURE_CHANGE_ON_YEAR, 0, NEV_PERIOD_NONE },
    { nev_dataset_get_series (dataset, 1), NEV_MEASURE_LEVEL, 0, { nev_day_from_date (1952, 1, 1), nev_day_from_date (1953, 1, 1) } },
  };

  for (guint n = 3; n <= 4; n++)
    {
      g_autoptr (NevTable) table = nev_table_new (columns, n, NEV_FREQUENCY_DAY, FALSE, range, NEV_PERIOD_NONE);
      guint n_rows = nev_table_get_n_rows (table);

      g_assert_true (nev_table_is_plain (table, 1));
      g_assert_false (nev_table_is_plain (table, 2));
      g_assert_cmpuint (n_rows, ==, range.end - range.start);

      for (guint run = 0; run < 300; run++)
        {
          guint      column = (guint) g_test_rand_int_range (0, (int) n);
          guint      first = (guint) g_test_rand_int_range (0, (int) n_rows);
          guint      length = (guint) g_test_rand_int_range (0, run % 2 == 0 ? 20 : 2000);
          guint      end = MIN (first + length, n_rows);
          guint      n_values = 0, n_gaps = 0;
          double     low = INFINITY, high = -INFINITY;
          NevSummary summary;
          gboolean   has_values = nev_table_summarize (table, column, first, end, &summary);

          for (guint row = first; row < end; row++)
            {
              const NevReading *reading = nev_table_get_reading (table, column, row);

              g_assert_cmpint (reading->period.start, ==, nev_table_get_column (table, column)->run.start + (gint32) row);

              if (reading->status == NEV_STATUS_GAP)
                {
                  n_gaps++;
                  continue;
                }

              if (n_values++ == 0)
                g_assert_cmpuint (summary.first, ==, row);
              if (n_values + summary.n_gaps == end - first)
                g_assert_cmpfloat (nev_table_get_value (table, column, row), ==, reading->value);
              low = MIN (low, reading->value);
              high = MAX (high, reading->value);
            }

          g_assert_cmpuint (summary.n_gaps, ==, n_gaps);
          g_assert_cmpint (has_values, ==, n_values > 0);
          if (!has_values)
            continue;

          g_assert_cmpfloat (nev_table_get_value (table, column, summary.lowest), ==, low);
          g_assert_cmpfloat (nev_table_get_value (table, column, summary.highest), ==, high);
          g_assert_cmpint (nev_table_get_reading (table, column, summary.last)->status, !=, NEV_STATUS_GAP);
        }
    }
}

/* The rows whose points a chart's lines and dots have for a column, marked in @is_drawn. */
static void
collect_rows (const NevScene *scene,
              int             column,
              guint8         *is_drawn,
              guint           n_rows)
{
  const NevPlot *plot = &scene->plots[0];

  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);
      double         last = -1;

      if (item->role != NEV_ROLE_MARK || item->datum.column != column)
        continue;

      if (item->kind == NEV_ITEM_DOT)
        is_drawn[item->datum.row] = TRUE;

      for (guint j = 0; item->kind == NEV_ITEM_LINE && j < item->n_points; j++)
        {
          const NevPoint *point = nev_scene_get_points (scene, item) + j;
          double          row = (point->x - plot->x) / plot->width * n_rows - 0.5;

          g_assert_cmpfloat_with_epsilon (row, round (row), 1e-4);
          g_assert_cmpfloat (row, >, last);
          last = row;
          is_drawn[(guint) round (row)] = TRUE;
        }
    }
}

/* Of each column of pixels the first, the last, a lowest and a highest value are drawn, and no more than four. */
static void
check_pixels (const NevTable *table,
              const NevScene *scene,
              guint           column)
{
  guint              n_rows = nev_table_get_n_rows (table);
  const NevPlot     *plot = &scene->plots[0];
  g_autofree guint8 *is_drawn = g_new0 (guint8, n_rows);

  collect_rows (scene, (int) column, is_drawn, n_rows);

  for (guint first = 0, end; first < n_rows; first = end)
    {
      double     pixel = floor (plot->x + plot->width * (first + 0.5) / n_rows);
      double     low = INFINITY, high = -INFINITY;
      guint      n_drawn = 0;
      NevSummary summary;

      for (end = first; end < n_rows && floor (plot->x + plot->width * (end + 0.5) / n_rows) == pixel; end++)
        {
          n_drawn += is_drawn[end];
          if (is_drawn[end])
            {
              low = MIN (low, nev_table_get_value (table, column, end));
              high = MAX (high, nev_table_get_value (table, column, end));
            }
        }

      if (!nev_table_summarize (table, column, first, end, &summary))
        {
          g_assert_cmpuint (n_drawn, ==, 0);
          continue;
        }

      g_assert_cmpuint (n_drawn, <=, 4);
      g_assert_true (is_drawn[summary.first] && is_drawn[summary.last]);
      g_assert_cmpfloat (low, ==, nev_table_get_value (table, column, summary.lowest));
      g_assert_cmpfloat (high, ==, nev_table_get_value (table, column, summary.highest));
    }
}

static NevScene *
lay_out (NevSpec        *spec,
         const NevTable *table,
         double          width)
{
  NevLayoutOptions options = { .width = width, .height = 600, .language = NEV_LANGUAGE_ENGLISH, .measure = measure_fixed };

  return nev_layout (spec, table, &options);
}

static void
test_line (void)
{
  for (guint run = 0; run < 12; run++)
    {
      g_autoptr (NevDataset) dataset = create_dataset (g_test_rand_int_range (5000, 15000), run % 3 == 0 ? 0 : 1 << run);
      g_autoptr (NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));
      g_autoptr (NevTable) table = NULL;
      g_autoptr (NevScene) scene = NULL;

      g_assert_cmpint (nev_spec_get_frequency (spec), ==, NEV_FREQUENCY_DAY);

      if (run % 2 == 1)
        nev_spec_set_range (spec, nev_day_from_date (1951, 2, 3), 0);

      table = nev_spec_create_table (spec);
      scene = lay_out (spec, table, g_test_rand_double_range (300, 1500));
      g_assert_true (scene->is_thinned);

      for (guint column = 0; column < 2; column++)
        check_pixels (table, scene, column);

      /* As many as there are pixels, not rows. */
      g_assert_cmpfloat (scene->points->len, <, 10 * scene->width + 200);
      g_assert_cmpfloat (scene->hits->len, <, 2 * scene->width + 10);
    }
}

/* Wherever one points there is an answer from there, and each day is somewhere. */
static void
test_pick (void)
{
  g_autoptr (NevDataset) dataset = create_dataset (20000, 50);
  g_autoptr (NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));
  g_autoptr (NevTable) table = nev_spec_create_table (spec);
  g_autoptr (NevScene) scene = lay_out (spec, table, 900);
  const NevPlot *plot = &scene->plots[0];
  double         rows_per_pixel = 20000 / plot->width;

  for (guint i = 0; i < 500; i++)
    {
      double        x = g_test_rand_double_range (plot->x, plot->x + plot->width);
      int           row = g_test_rand_int_range (0, 20000), column = g_test_rand_int_range (0, 2);
      const NevHit *hit = nev_scene_pick (scene, x, plot->y + g_test_rand_double_range (0, plot->height));

      g_assert_nonnull (hit);
      g_assert_cmpfloat (fabs ((x - plot->x) * rows_per_pixel - hit->datum.row), <, 2 * rows_per_pixel);

      hit = nev_scene_find_hit (scene, (NevDatum){ column, row });
      g_assert_nonnull (hit);
      g_assert_cmpint (hit->datum.column, ==, column);
      g_assert_cmpfloat (abs (hit->datum.row - row), <, 2 * rows_per_pixel);
    }
}

/* Every mark and measure of many days, also those that nobody would choose. */
static void
test_all_choices (void)
{
  g_autoptr (NevDataset) dataset = create_dataset (4000, 100);

  for (int measure = 0; measure < NEV_N_MEASURES; measure++)
    for (int mark = 0; mark < NEV_N_MARKS; mark++)
      {
        g_autoptr (NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));
        g_autoptr (NevTable) table = NULL;
        g_autoptr (NevScene) scene = NULL;

        nev_spec_set_measure (spec, measure);
        nev_spec_set_mark (spec, mark);
        table = nev_spec_create_table (spec);
        scene = lay_out (spec, table, 800);

        g_assert_cmpuint (nev_table_get_n_rows (table), ==, 4000);
        g_assert_cmpuint (scene->n_plots, ==, 1);
      }
}

/* What stands on the axis from few days to a century. */
static void
test_axis (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *labels;
  } cases[] = {
    { "1950-01-01", "1950-01-10", "1 2 3 4 5 6 7 8 9 10 Jan 1950" },
    { "1950-01-20", "1950-02-28", "21 23 25 27 29 1 3 5 7 9 11 13 15 17 19 21 23 25 27 Jan 1950 Feb 1950" },
    { "1950-02-01", "1950-04-30", "5 10 15 20 25 5 10 15 20 25 30 5 10 15 20 25 30 Feb 1950 Mar 1950 Apr 1950" },
    { "1950-01-01", "1951-12-31", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec 1950 1951" },
    { "1950-01-01", "1957-12-31", "Jan Jul Jan Jul Jan Jul Jan Jul Jan Jul Jan Jul Jan Jul Jan Jul 1950 1951 1952 1953 1954 1955 1956 1957" },
    { "1950-01-01", "2003-12-31", "1950 1955 1960 1965 1970 1975 1980 1985 1990 1995 2000" },
  };
  g_autoptr (NevDataset) dataset = create_dataset (20000, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));
      g_autoptr (NevTable) table = NULL;
      g_autoptr (NevScene) scene = NULL;
      g_autoptr (GString) labels = g_string_new (NULL);
      NevPeriod from, to;

      g_assert_true (nev_period_parse (cases[i].from, &from, NULL) && nev_period_parse (cases[i].to, &to, NULL));
      nev_spec_set_range (spec, from.start, to.end);
      table = nev_spec_create_table (spec);
      scene = lay_out (spec, table, 800);

      for (guint j = 0; j < scene->items->len; j++)
        {
          const NevItem *item = nev_scene_get_item (scene, j);

          if (item->kind == NEV_ITEM_TEXT && item->role == NEV_ROLE_AXIS_LABEL && item->y > scene->plots[0].y + scene->plots[0].height)
            g_string_append_printf (labels, "%s%s", labels->len > 0 ? " " : "", item->text);
        }

      g_assert_cmpstr (labels->str, ==, cases[i].labels);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dense/pyramid", test_pyramid);
  g_test_add_func ("/dense/summary", test_summary);
  g_test_add_func ("/dense/line", test_line);
  g_test_add_func ("/dense/pick", test_pick);
  g_test_add_func ("/dense/all-choices", test_all_choices);
  g_test_add_func ("/dense/axis", test_axis);

  return g_test_run ();
}
