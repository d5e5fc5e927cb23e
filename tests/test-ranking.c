/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nev-headline.h"
#include "nev-import.h"
#include "nev-layout.h"
#include "nev-package.h"
#include "nev-readings.h"
#include "nev-spec-check.h"
#include "nev-spec-series.h"
#include "nev-table-cells.h"
#include "nev-table-text.h"
#include "nev-view.h"
#include "nev-words-table.h"

/* Series that are ranked at one period: which stands where, what is said of it, and what may be asked for. */

static const char makers[] = "Maker,Sales 2024,Change\n"
                             "Chery,539000,232.7\n"
                             "BYD,4272145,41.3\n"
                             "Aion,375000,-21.9\n"
                             "Xiaomi,136854,\n"
                             "Nio,222000,38.7\n"
                             "Zeekr,222000,87\n";

static NevDataset *
read_table (const char *name,
            const char *text)
{
  NevImportOptions options = NEV_IMPORT_OPTIONS_INIT;
  g_autoptr(GError) error = NULL;
  NevDataset *dataset;

  nev_import_guess (name, text, strlen (text), &options, NULL, &error);
  g_assert_no_error (error);
  dataset = nev_import_read (name, text, strlen (text), &options, NULL, &error);
  g_assert_no_error (error);

  return dataset;
}

static NevPeriod
parse (const char *text)
{
  NevPeriod period = NEV_PERIOD_NONE;

  g_assert_true (nev_period_parse (text, &period, NULL));

  return period;
}

/* "BYD Chery Aion" */
static char *
list_rows (const NevTable *table)
{
  GString *names = g_string_new (NULL);

  for (guint row = 0; row < nev_table_get_n_rows (table); row++)
    {
      g_autofree char *name = nev_words_row (table, row, NEV_PERIOD_FORMAT_SHORT, NEV_LANGUAGE_ENGLISH);

      g_string_append_printf (names, "%s%s", row > 0 ? " " : "", name);
    }

  return g_string_free (names, FALSE);
}

/* From the highest to the lowest, equals in the order of the table, and at the end what has no value. */
static void
test_order (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(NevDataset) dataset = read_table ("makers.csv", makers);
  g_autoptr(NevSpec) sales = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));
  g_autoptr(NevSpec) change = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 1));
  g_autoptr(NevTable) sales_table = nev_spec_create_table (sales);
  g_autoptr(NevTable) change_table = nev_spec_create_table (change);
  g_autofree char *sales_rows = list_rows (sales_table);
  g_autofree char *change_rows = list_rows (change_table);

  g_assert_cmpint (nev_spec_get_arrangement (sales), ==, NEV_ARRANGEMENT_RANKING);
  g_assert_true (nev_table_is_ranking (sales_table));
  g_assert_cmpuint (nev_table_get_n_columns (sales_table), ==, 1);
  g_assert_cmpstr (sales_rows, ==, "BYD Chery Aion Nio Zeekr Xiaomi");
  g_assert_cmpstr (change_rows, ==, "Chery Zeekr BYD Nio Aion Xiaomi");
  g_assert_true (nev_period_equal (nev_table_get_period (sales_table, 0), parse ("2024")));
  g_assert_true (nev_period_is_undated (nev_table_get_period (change_table, 0)));
  g_assert_cmpint (nev_table_get_reading (change_table, 0, 5)->status, ==, NEV_STATUS_GAP);
  g_assert_cmpfloat (nev_table_get_reading (change_table, 0, 4)->value, ==, -21.9);

  /* What has a date can be shown in time; what has none can't. */
  g_assert_false (nev_spec_must_rank (sales));
  nev_spec_set_ranking (sales, FALSE);
  g_assert_cmpint (nev_spec_get_arrangement (sales), ==, NEV_ARRANGEMENT_TIMELINE);
  nev_spec_set_ranking (change, FALSE);
  g_assert_cmpint (nev_spec_get_arrangement (change), ==, NEV_ARRANGEMENT_RANKING);

  g_assert_true (nev_spec_choose_ranking_period (change, NEV_PERIOD_UNDATED, &error));
  g_assert_false (nev_spec_choose_ranking_period (change, parse ("2024"), &error));
  g_assert_cmpstr (error->message, ==, "expected the period undated, since nothing has a date, found 2024");
}

/* A value without a date beside others with one neither hides them nor makes their time longer. */
static void
test_undated_beside (void)
{
  g_autoptr(NevDataset) dataset = read_table ("sales.csv", "series,period,value\nA,2024,5\nA,2025,6\nA,undated,9\n");
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));
  g_autoptr(NevTable) table = NULL;

  g_assert_false (nev_spec_is_undated (spec));
  nev_spec_set_frequency (spec, NEV_FREQUENCY_YEAR);
  g_assert_true (nev_period_equal (nev_spec_get_extent (spec), parse ("2024/2025")));

  nev_spec_set_ranking (spec, TRUE);
  table = nev_spec_create_table (spec);
  g_assert_cmpfloat (nev_table_get_reading (table, 0, 0)->value, ==, 6);
}

/* CAAM: in June 2023 784,000 were produced and 806,000 sold; in May 713,000 and 717,000. */
static void
test_period (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(NevDataset) dataset = nev_package_load_bundled (&error);
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_find_chart (dataset, "production-sales", NULL));
  g_autoptr(NevTable) table = NULL;
  g_autoptr(NevTable) latest = NULL;

  nev_spec_set_frequency (spec, NEV_FREQUENCY_MONTH);
  nev_spec_set_range (spec, 0, parse ("2023-05").end);
  nev_spec_set_ranking (spec, TRUE);
  latest = nev_spec_create_table (spec);
  g_assert_true (nev_period_equal (nev_table_get_period (latest, 0), parse ("2023-05")));
  g_assert_cmpfloat (nev_table_get_reading (latest, 0, 0)->value, ==, 717000);

  g_assert_true (nev_spec_choose_ranking_period (spec, parse ("2023-06"), &error));
  table = nev_spec_create_table (spec);
  g_assert_cmpuint (nev_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (nev_series_get_id (nev_table_get_reading (table, 0, 0)->series), ==, "nev_sales");
  g_assert_cmpfloat (nev_table_get_reading (table, 0, 0)->value, ==, 806000);
  g_assert_cmpfloat (nev_table_get_reading (table, 0, 1)->value, ==, 784000);

  /* The quarter that the month lies in */
  nev_spec_set_frequency (spec, NEV_FREQUENCY_QUARTER);
  g_assert_true (nev_period_equal (nev_spec_get_ranking_period (spec), parse ("2023-Q2")));

  g_assert_false (nev_spec_choose_ranking_period (spec, parse ("2023-06"), &error));
  g_assert_cmpstr (error->message, ==, "expected one of the chart’s periods, such as 2023-Q2, found 2023-06");
  g_clear_error (&error);

  g_assert_false (nev_spec_choose_ranking_period (spec, NEV_PERIOD_UNDATED, &error));
  g_assert_cmpstr (error->message, ==, "expected one of the chart’s periods, such as 2019-Q1, found undated");
  g_clear_error (&error);

  g_assert_true (nev_spec_choose_ranking_period (spec, parse ("1999-Q1"), NULL));
  g_assert_false (nev_spec_check_arrangement (spec, &error));
  g_assert_cmpstr (error->message, ==, "expected a period from 2019-Q1 to 2025-Q4 to rank at, found 1999-Q1");

  /* Other arrangements and this one end each other. */
  nev_spec_set_seasonal (spec, TRUE);
  g_assert_false (nev_spec_get_ranking (spec));
  nev_spec_set_ranking (spec, TRUE);
  g_assert_false (nev_spec_get_seasonal (spec));
  nev_spec_set_against (spec, parse ("2022"));
  g_assert_false (nev_spec_get_ranking (spec));
}

/* Columns of one measure are one ranking, at the period that is chosen. Nio had no figure for 2023, and Aion none for 2024. */
static void
test_columns (void)
{
  static const char table[] = "Maker,Sales 2024 (thousand vehicles),Change,Sales 2023 (thousand vehicles)\n"
                              "Aion,,-21.9,480\n"
                              "BYD,4272,41.3,3024\n"
                              "Nio,222,,\n";
  static const struct
  {
    const char *period, *rows;
    double      highest;
    const char *title, *scope, *description;
  } cases[] = {
    { "2024", "BYD Nio Aion", 4272000, "Highest: BYD, 4.272 million in 2024", "Sales, 2024, million vehicles",
      "Sales, 2024, million vehicles. Highest: BYD (4,272,000 vehicles), lowest: Nio (222,000 vehicles). Ranked: 2, derived: 0, without a value: 1." },
    { "2023", "BYD Aion Nio", 3024000, "Highest: BYD, 3.024 million in 2023", "Sales, 2023, million vehicles",
      "Sales, 2023, million vehicles. Highest: BYD (3,024,000 vehicles), lowest: Aion (480,000 vehicles). Ranked: 2, derived: 0, without a value: 1." },
  };
  g_autoptr(NevDataset) dataset = read_table ("makers.csv", table);
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));

  g_assert_cmpuint (nev_dataset_get_n_charts (dataset), ==, 2);
  g_assert_cmpuint (nev_dataset_get_n_series (dataset), ==, 6);
  g_assert_true (nev_period_equal (nev_spec_get_ranking_period (spec), parse ("2024")));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(NevTable) ranking = NULL;
      g_autofree char *rows = NULL;
      g_autofree char *title = NULL;
      g_autofree char *scope = NULL;
      g_autofree char *description = NULL;

      g_assert_true (nev_spec_choose_ranking_period (spec, parse (cases[i].period), &error));
      g_assert_no_error (error);
      ranking = nev_spec_create_table (spec);
      rows = list_rows (ranking);
      title = nev_headline_get_title (spec, ranking, NEV_LANGUAGE_ENGLISH);
      scope = nev_headline_get_scope (spec, ranking, NEV_LANGUAGE_ENGLISH);
      description = nev_headline_describe (spec, ranking, NEV_LANGUAGE_ENGLISH);
      g_assert_cmpstr (rows, ==, cases[i].rows);
      g_assert_cmpfloat (nev_table_get_reading (ranking, 0, 0)->value, ==, cases[i].highest);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (scope, ==, cases[i].scope);
      g_assert_cmpstr (description, ==, cases[i].description);
    }
}

static void
test_words (void)
{
  static const struct
  {
    guint       chart;
    NevLanguage language;
    const char *title, *scope, *description, *source;
  } cases[] = {
    { 0, NEV_LANGUAGE_ENGLISH, "Highest: BYD, 4,272,145 in 2024", "Sales 2024, million",
      "Sales 2024, million. Highest: BYD (4,272,145), lowest: Xiaomi (136,854). Ranked: 6, derived: 0, without a value: 0.",
      "Source: makers.csv. Data to 2024." },
    { 1, NEV_LANGUAGE_ENGLISH, "Highest: Chery, 232.7", "Change",
      "Change. Highest: Chery (232.7), lowest: Aion (−21.9). Ranked: 5, derived: 0, without a value: 1.", "Source: makers.csv." },
    { 1, NEV_LANGUAGE_CHINESE, "最高：Chery，232.7", "Change",
      "Change。最高：Chery（232.7），最低：Aion（−21.9）。参与排名：5，推算：0，无数值：1。", "来源：makers.csv。" },
  };
  g_autoptr(NevDataset) dataset = read_table ("makers.csv", makers);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, cases[i].chart));
      g_autoptr(NevTable) table = nev_spec_create_table (spec);
      g_autofree char *title = nev_headline_get_title (spec, table, cases[i].language);
      g_autofree char *scope = nev_headline_get_scope (spec, table, cases[i].language);
      g_autofree char *description = nev_headline_describe (spec, table, cases[i].language);
      g_autofree char *source = nev_headline_get_source (spec, table, cases[i].language);

      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (scope, ==, cases[i].scope);
      g_assert_cmpstr (description, ==, cases[i].description);
      g_assert_cmpstr (source, ==, cases[i].source);
    }
}

/* Where several are as high, the title names none of them. */
static void
test_equals (void)
{
  static const struct
  {
    const char *text, *title;
  } cases[] = {
    { "Maker,Sales\nBYD,5\nTesla,5\nNio,3\n", "Sales" },
    { "Maker,Sales\nBYD,5\nTesla,3\nNio,3\n", "Highest: BYD, 5" },
    { "Maker,Sales\nBYD,0\nTesla,0\n", "Sales" },
    { "Maker,Sales\nBYD,-5\nTesla,\n", "Highest: BYD, −5" },
    { "Maker,Sales\nBYD,5\n", "Highest: BYD, 5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(NevDataset) dataset = read_table ("sales.csv", cases[i].text);
      g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));
      g_autoptr(NevTable) table = nev_spec_create_table (spec);
      g_autofree char *title = nev_headline_get_title (spec, table, NEV_LANGUAGE_ENGLISH);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

/* A series can be hidden as long as another one is left, and what is told of it is what happens. */
static void
test_hide (void)
{
  g_autoptr(NevDataset) dataset = read_table ("sales.csv", "Maker,Sales\nBYD,5\nTesla,3\nNio,3\n");
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));
  g_autoptr(GPtrArray) list = nev_spec_list_series (spec);

  g_assert_cmpuint (list->len, ==, 3);

  for (guint i = 0; i < list->len; i++)
    {
      gboolean can_hide = nev_spec_can_hide_series (spec, g_ptr_array_index (list, i));

      g_assert_true (can_hide == (i < 2));
      g_assert_true (nev_spec_hide_series (spec, g_ptr_array_index (list, i)) == can_hide);
      g_assert_false (nev_spec_can_hide_series (spec, g_ptr_array_index (list, 0)));
      g_assert_cmpuint (nev_spec_count_shown (spec), ==, i == 0 ? 2 : 1);
    }
}

/* The rows of a table on the screen, of a table that is copied and of one for programs are those of the picture. */
static void
test_table (void)
{
  g_autoptr(NevDataset) dataset = read_table ("makers.csv", makers);
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 1));
  g_autoptr(NevTable) table = nev_spec_create_table (spec);
  g_autoptr(NevTable) full = nev_spec_create_full_table (spec);
  g_autoptr(NevTableCells) cells = nev_table_cells_new (table, NEV_LANGUAGE_ENGLISH);
  g_autofree char *data = nev_table_write_data (table);
  g_autofree char *full_data = nev_table_write_data (full);
  g_autofree char *head = nev_table_cells_get_title (cells, 0);
  g_autofree char *row = nev_table_cells_describe_row (cells, 4);
  g_autofree char *gap = nev_table_cells_describe_row (cells, 5);
  g_autofree char *text = nev_table_cells_get_text (cells, 0, 4);

  g_assert_cmpstr (data, ==, "position,series,measure,period,value,status,rounding\r\n"
                             "1,chery-change,level,undated,232.7,published,0.1\r\n"
                             "2,zeekr-change,level,undated,87,published,1\r\n"
                             "3,byd-change,level,undated,41.3,published,0.1\r\n"
                             "4,nio-change,level,undated,38.7,published,0.1\r\n"
                             "5,aion-change,level,undated,-21.9,published,0.1\r\n"
                             ",xiaomi-change,level,undated,,gap,\r\n");
  g_assert_cmpstr (full_data, ==, data);
  g_assert_cmpstr (nev_words_row_head (table, NEV_LANGUAGE_ENGLISH), ==, "Name");
  g_assert_cmpstr (head, ==, "Value");
  g_assert_cmpstr (row, ==, "Aion; Value: −21.9, published");
  g_assert_cmpstr (gap, ==, "Xiaomi; Value: no value");
  g_assert_cmpstr (text, ==, "−21.9");
}

static void
measure_text (const char     *text,
              double          font_size,
              gboolean        is_bold,
              NevTextExtents *extents,
              gpointer        user_data)
{
  *extents = (NevTextExtents){ 0.6 * font_size * (double) g_utf8_strlen (text, -1), 1.2 * font_size, font_size };
}

static NevScene *
lay_out (NevSpec *spec,
         double   width,
         double   height)
{
  g_autoptr(NevTable) table = nev_spec_create_table (spec);
  NevLayoutOptions options = { .width = width, .height = height, .font_size = 12, .language = NEV_LANGUAGE_ENGLISH, .measure = measure_text };

  return nev_layout (spec, table, &options);
}

static const NevItem *
find_bar (const NevScene *scene,
          int             row)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      if (item->kind == NEV_ITEM_RECT && item->datum.row == row)
        return item;
    }

  return NULL;
}

/* Each bar is as long as its value, to the left for a negative one; the pointer finds it beside the bar, too. */
static void
test_bars (void)
{
  g_autoptr(NevDataset) dataset = read_table ("makers.csv", makers);
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 1));
  g_autoptr(NevTable) table = nev_spec_create_table (spec);
  g_autoptr(NevScene) scene = lay_out (spec, 800, 600);
  g_autoptr(NevScene) focused = NULL;
  const NevItem *first = find_bar (scene, 0);
  double         zero = first->x, unit = first->width / 232.7;

  for (int row = 0; row < 5; row++)
    {
      const NevItem *bar = find_bar (scene, row);
      double         value = nev_table_get_reading (table, 0, (guint) row)->value;
      const NevHit  *hit = nev_scene_pick (scene, scene->width - 5, bar->y + bar->height / 2);

      g_assert_cmpfloat_with_epsilon (bar->width, MAX (ABS (value) * unit, 1), 1);
      g_assert_cmpfloat_with_epsilon (value < 0 ? bar->x + bar->width : bar->x, zero, 0.01);
      g_assert_nonnull (hit);
      g_assert_cmpint (hit->datum.row, ==, row);
      if (row > 0)
        g_assert_cmpfloat (bar->y, >, find_bar (scene, row - 1)->y + bar->height);
    }

  /* A gap has no bar, but a place. */
  g_assert_null (find_bar (scene, 5));
  g_assert_nonnull (nev_scene_find_hit (scene, (NevDatum){ 0, 5 }));

  nev_spec_set_focus (spec, nev_table_get_reading (table, 0, 2)->series);
  focused = lay_out (spec, 800, 600);
  g_assert_false (nev_slot_is_context (find_bar (focused, 2)->slot));
  g_assert_true (nev_slot_is_context (find_bar (focused, 1)->slot));
}

/* Of more than there is room for, the highest are shown and the rest is counted. */
static void
test_many (void)
{
  g_autoptr(GString) text = g_string_new ("Name,Value\n");
  g_autoptr(NevDataset) dataset = NULL;
  g_autoptr(NevSpec) spec = NULL;
  g_autoptr(NevScene) large = NULL;
  g_autoptr(NevScene) small = NULL;
  guint shown = 0;

  for (int i = 0; i < 150; i++)
    g_string_append_printf (text, "Item %d,%d\n", i, 1000 - i);

  dataset = read_table ("many.csv", text->str);
  spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));
  large = lay_out (spec, 1000, 4000);
  small = lay_out (spec, 400, 300);

  g_assert_nonnull (find_bar (large, 58));
  g_assert_null (find_bar (large, 59));
  g_assert_cmpuint (large->n_dropped, ==, 91);

  while (find_bar (small, (int) shown) != NULL)
    shown++;
  g_assert_cmpuint (shown, >, 3);
  g_assert_cmpuint (shown, <, 30);
  g_assert_cmpuint (small->hits->len, ==, shown);
  g_assert_null (nev_scene_find_hit (small, (NevDatum){ 0, 140 }));
}

/* A view says that its chart is ranked, and at which period; and that one that is declared so isn't. */
static void
test_view (void)
{
  g_autoptr(NevDataset) dataset = read_table ("makers.csv", makers);
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));

  for (int ranking = 0; ranking < 2; ranking++)
    for (int has_period = 0; has_period < 2; has_period++)
      {
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) bytes = NULL;
        g_autoptr(NevView) view = NULL;
        g_autoptr(NevSpec) read = NULL;

        nev_spec_set_ranking (spec, ranking);
        nev_spec_set_ranking_day (spec, has_period ? parse ("2024").start : 0);
        bytes = nev_view_write (spec);
        g_assert_nonnull (strstr (g_bytes_get_data (bytes, NULL), ranking ? "\"ranking\"" : "\"timeline\""));
        g_assert_true ((strstr (g_bytes_get_data (bytes, NULL), "\"rankingPeriod\": \"2024\"") != NULL) == has_period);

        view = nev_view_parse ("a.nevview", bytes, &error);
        g_assert_no_error (error);
        read = nev_view_create_spec (view, dataset, &error);
        g_assert_no_error (error);
        g_assert_true (nev_spec_equal (spec, read));
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ranking/order", test_order);
  g_test_add_func ("/ranking/undated-beside", test_undated_beside);
  g_test_add_func ("/ranking/period", test_period);
  g_test_add_func ("/ranking/columns", test_columns);
  g_test_add_func ("/ranking/words", test_words);
  g_test_add_func ("/ranking/equals", test_equals);
  g_test_add_func ("/ranking/hide", test_hide);
  g_test_add_func ("/ranking/table", test_table);
  g_test_add_func ("/ranking/bars", test_bars);
  g_test_add_func ("/ranking/many", test_many);
  g_test_add_func ("/ranking/view", test_view);

  return g_test_run ();
}
