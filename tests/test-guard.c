/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nev-guard.h"
#include "nev-headline.h"
#include "nev-layout.h"
#include "nev-package.h"
#include "nev-spec-check.h"
#include "nev-view.h"

static NevDataset *dataset;

static NevSpec *
make_spec (const char *chart)
{
  return nev_spec_new (dataset, nev_dataset_find_chart (dataset, chart, NULL));
}

static NevSeries *
find (const char *id)
{
  NevSeries *series = nev_dataset_find_series (dataset, id, NULL);

  g_assert_nonnull (series);

  return series;
}

static GPtrArray *
make_series (const char *ids)
{
  GPtrArray *series = g_ptr_array_new ();
  g_auto(GStrv) names = g_strsplit (ids, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (series, find (names[i]));

  return series;
}

static void
test_compare (void)
{
  static const struct
  {
    const char   *a, *b;
    NevDifference expected;
  } cases[] = {
    { "nev_production", "nev_sales", NEV_DIFFERENCE_NONE },
    { "nev_sales", "auto_sales", NEV_DIFFERENCE_NONE },
    { "nev_sales", "nev_exports", NEV_DIFFERENCE_NONE },
    { "public_additions", "private_additions", NEV_DIFFERENCE_NONE },
    { "charging_stock", "public_dc_stock", NEV_DIFFERENCE_NONE },
    { "nev_exports", "byd_exports", NEV_DIFFERENCE_PUBLISHER | NEV_DIFFERENCE_BASIS },
    { "nev_exports", "byd_overseas_sales", NEV_DIFFERENCE_PUBLISHER },
    { "nev_sales", "byd_overseas_sales", NEV_DIFFERENCE_PUBLISHER | NEV_DIFFERENCE_COUNT },
    { "charging_additions", "charging_stock", NEV_DIFFERENCE_KIND },
    { "nev_sales", "charging_additions", NEV_DIFFERENCE_UNIT },
    { "nev_sales", "charging_stock", NEV_DIFFERENCE_UNIT | NEV_DIFFERENCE_KIND },
    { "nev_sales", "gac_rd_headcount", NEV_DIFFERENCE_UNIT | NEV_DIFFERENCE_KIND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %s", cases[i].a, cases[i].b);
      g_assert_cmpint (nev_guard_compare (dataset, find (cases[i].a), find (cases[i].b)), ==, cases[i].expected);
      g_assert_cmpint (nev_guard_compare (dataset, find (cases[i].b), find (cases[i].a)), ==, cases[i].expected);
    }

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    g_assert_cmpint (nev_guard_compare (dataset, nev_dataset_get_series (dataset, i), nev_dataset_get_series (dataset, i)), ==,
                     NEV_DIFFERENCE_NONE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *ids;
    const char *english;
    const char *chinese;
  } cases[] = {
    { "nev_production,nev_sales", NULL, NULL },
    { "nev_sales", NULL, NULL },
    { "nev_exports,byd_exports",
      "Definitions differ. Publishers: CAAM (NEV exports); BYD, CAAM (BYD exports). Basis: the company’s own count (BYD exports).",
      "统计口径不同。发布方：中国汽车工业协会（新能源汽车出口）；比亚迪、中国汽车工业协会（比亚迪出口）。口径：企业口径（比亚迪出口）。" },
    { "nev_sales,auto_sales,byd_overseas_sales",
      "Definitions differ. Publishers: CAAM (NEV sales, All vehicle sales); BYD (BYD overseas sales). "
      "Way of counting: wholesale (NEV sales, All vehicle sales); own count (BYD overseas sales).",
      "统计口径不同。发布方：中国汽车工业协会（新能源汽车销量、汽车销量）；比亚迪（比亚迪海外销量）。"
      "计数方式：批发（新能源汽车销量、汽车销量）；自行公布（比亚迪海外销量）。" },
    { "charging_additions,charging_stock",
      "Definitions differ. Counted: in the period (Charging points added); at its end (Charging points).", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) series = make_series (cases[i].ids);
      g_autofree char *english = nev_guard_describe (dataset, series, NEV_LANGUAGE_ENGLISH);
      g_autofree char *chinese = nev_guard_describe (dataset, series, NEV_LANGUAGE_CHINESE);

      g_assert_cmpstr (english, ==, cases[i].english);
      if (cases[i].chinese != NULL)
        g_assert_cmpstr (chinese, ==, cases[i].chinese);
    }
}

/* The charts of the bundled dataset compare what can be compared. */
static void
test_bundled_charts (void)
{
  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    {
      g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, i));

      g_assert_null (nev_guard_get_note (spec, NEV_LANGUAGE_ENGLISH));
    }
}

static void
test_scale (void)
{
  g_assert_true (nev_guard_share_scale (NEV_MEASURE_LEVEL, find ("nev_sales"), find ("byd_exports")));
  g_assert_false (nev_guard_share_scale (NEV_MEASURE_LEVEL, find ("nev_sales"), find ("charging_stock")));
  g_assert_true (nev_guard_share_scale (NEV_MEASURE_INDEX, find ("nev_sales"), find ("charging_stock")));
  g_assert_true (nev_guard_share_scale (NEV_MEASURE_CHANGE_ON_YEAR, find ("nev_sales"), find ("charging_stock")));
  g_assert_false (nev_guard_share_scale (NEV_MEASURE_CHANGE_ON_YEAR, find ("nev_sales"), find ("nev_share")));
}

/* What is hidden is nowhere, and comes back with its colour. */
static void
test_hidden (void)
{
  g_autoptr(NevSpec) spec = make_spec ("production-sales");
  g_autoptr(NevSpec) copy = NULL;
  g_autoptr(GPtrArray) production = make_series ("nev_production");
  g_autoptr(GPtrArray) both = make_series ("nev_production,nev_sales");
  g_autoptr(GPtrArray) other = make_series ("nev_exports,nev_sales");
  g_autoptr(NevTable) table = NULL;

  nev_spec_set_hidden (spec, production);
  table = nev_spec_create_table (spec);
  g_assert_cmpuint (nev_table_get_n_columns (table), ==, 1);
  g_assert_true (nev_table_get_column (table, 0)->series == find ("nev_sales"));
  g_assert_cmpuint (nev_spec_get_all_series (spec)->len, ==, 2);

  copy = nev_spec_copy (spec);
  g_assert_true (nev_spec_equal (spec, copy));
  nev_spec_set_hidden (copy, NULL);
  g_assert_false (nev_spec_equal (spec, copy));
  g_assert_cmpuint (nev_spec_get_panel (copy, 0).series->len, ==, 2);

  /* A chart of nothing is none. */
  nev_spec_set_hidden (spec, both);
  g_assert_cmpuint (nev_spec_get_panel (spec, 0).series->len, ==, 2);

  /* What isn't the chart's any more isn't hidden in it. */
  nev_spec_set_hidden (spec, production);
  nev_spec_set_series (spec, other);
  g_assert_null (nev_spec_get_hidden (spec));
}

static void
test_hidden_panel (void)
{
  g_autoptr(NevSpec) spec = make_spec ("charging-points");
  g_autoptr(GPtrArray) one = make_series ("private_additions");
  g_autoptr(GPtrArray) both = make_series ("public_additions,private_additions");

  nev_spec_set_hidden (spec, one);
  g_assert_cmpuint (nev_spec_get_n_panels (spec), ==, 2);
  g_assert_cmpuint (nev_spec_get_panel (spec, 1).series->len, ==, 1);

  nev_spec_set_hidden (spec, both);
  g_assert_cmpuint (nev_spec_get_n_panels (spec), ==, 1);

  nev_spec_set_hidden (spec, NULL);
  g_assert_cmpuint (nev_spec_get_panel (spec, 1).series->len, ==, 2);
}

static void
test_focus (void)
{
  g_autoptr(NevSpec) spec = make_spec ("production-sales");
  g_autoptr(GPtrArray) sales = make_series ("nev_sales");
  g_autoptr(NevTable) table = NULL;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;

  nev_spec_set_focus (spec, find ("nev_exports"));
  g_assert_null (nev_spec_get_focus (spec));

  nev_spec_set_focus (spec, find ("nev_production"));
  g_assert_true (nev_spec_get_focus (spec) == find ("nev_production"));

  table = nev_spec_create_table (spec);
  title = nev_headline_get_title (spec, table, NEV_LANGUAGE_ENGLISH);
  description = nev_headline_describe (spec, table, NEV_LANGUAGE_ENGLISH);
  g_assert_true (g_str_has_prefix (title, "NEV production "));
  g_assert_nonnull (strstr (description, "In focus: NEV production."));

  /* Where years lie over each other they are those of the series in the focus. */
  nev_spec_set_seasonal (spec, TRUE);
  g_assert_true (g_ptr_array_index (nev_spec_get_panel (spec, 0).series, 0) == find ("nev_production"));
  nev_spec_set_seasonal (spec, FALSE);

  /* It comes back with what it is on. */
  nev_spec_set_series (spec, sales);
  g_assert_null (nev_spec_get_focus (spec));
  nev_spec_set_series (spec, NULL);
  g_assert_nonnull (nev_spec_get_focus (spec));
}

static NevSpec *
read_view (const char *members,
           GError    **error)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"nev-charts-view\", \"version\": 1, \"dataset\": \"china-nev\", "
                                           "\"chart\": \"production-sales\", %s}",
                                           members);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(NevView) view = nev_view_parse ("a.nevview", bytes, error);

  return view != NULL ? nev_view_create_spec (view, dataset, error) : NULL;
}

static void
test_view (void)
{
  static const struct
  {
    const char *members;
    const char *message;
  } bad[] = {
    { "\"focus\": 3", "a.nevview: focus: expected a string, found a number" },
    { "\"focus\": \"nev_exports\"", "a.nevview: focus: expected a series that is shown (nev_production, nev_sales), found nev_exports" },
    { "\"hidden\": [\"nev_production\"], \"focus\": \"nev_production\"",
      "a.nevview: focus: expected a series that is shown (nev_sales), found nev_production" },
    { "\"hidden\": [\"nev_exports\"]", "a.nevview: hidden: expected a series of the chart, found nev_exports" },
    { "\"hidden\": [\"nev_sales\", \"nev_sales\"]", "a.nevview: hidden: expected every series once, found nev_sales twice" },
    { "\"hidden\": [\"nev_sales\", \"nev_production\"]", "a.nevview: hidden: expected a series that is left to be shown, found none" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(NevSpec) spec = read_view ("\"series\": [\"nev_sales\", \"nev_production\", \"nev_exports\"], "
                                        "\"hidden\": [\"nev_production\"], \"focus\": \"nev_exports\"",
                                        &error);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(NevView) view = NULL;
  g_autoptr(NevSpec) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (nev_spec_get_panel (spec, 0).series->len, ==, 2);
  g_assert_true (nev_spec_get_focus (spec) == find ("nev_exports"));

  bytes = nev_view_write (spec);
  view = nev_view_parse ("b.nevview", bytes, &error);
  g_assert_no_error (error);
  again = nev_view_create_spec (view, dataset, &error);
  g_assert_no_error (error);
  g_assert_true (nev_spec_equal (spec, again));

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) bad_error = NULL;

      g_assert_null (read_view (bad[i].members, &bad_error));
      g_assert_nonnull (bad_error);
      g_assert_cmpstr (bad_error->message, ==, bad[i].message);
    }
}

/* Every letter is half as wide as high. */
static void
measure_cb (const char     *text,
            double          size,
            gboolean        is_bold,
            NevTextExtents *extents,
            gpointer        user_data)
{
  *extents = (NevTextExtents){ 0.5 * size * g_utf8_strlen (text, -1), 1.2 * size, size };
}

static NevScene *
lay_out (NevSpec *spec)
{
  g_autoptr(NevTable) table = nev_spec_create_table (spec);
  NevLayoutOptions options = { .width = 1200, .height = 700, .language = NEV_LANGUAGE_ENGLISH, .measure = measure_cb };

  return nev_layout (spec, table, &options);
}

static const NevItem *
find_text (const NevScene *scene,
           const char     *text)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      if (item->kind == NEV_ITEM_TEXT && strstr (item->text, text) != NULL && item->datum.column >= 0)
        return item;
    }

  return NULL;
}

/* The names in the legend and at the lines' ends answer to a click, and nothing else of the chart is a name. */
static void
test_labels (void)
{
  static const NevMark marks[] = { NEV_MARK_BARS, NEV_MARK_LINE };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr(NevSpec) spec = make_spec ("production-sales");
      g_autoptr(NevScene) scene = NULL;
      const NevItem *sales;

      nev_spec_set_mark (spec, marks[i]);
      scene = lay_out (spec);
      sales = find_text (scene, "NEV sales");
      g_assert_nonnull (sales);
      g_assert_cmpint (sales->datum.column, ==, 1);
      g_assert_true (nev_scene_pick_label (scene, sales->x + 1, sales->y + 1) == sales);
      g_assert_true (nev_scene_pick_label (scene, sales->x + sales->width - 1, sales->y + sales->height - 1) == sales);
      g_assert_null (nev_scene_pick_label (scene, sales->x + sales->width + 2, sales->y + 1));
      g_assert_null (nev_scene_pick_label (scene, scene->width / 2, scene->height / 2));
      if (marks[i] == NEV_MARK_BARS)
        g_assert_true (nev_scene_pick_label (scene, sales->x - scene->font_size, sales->y + 1) == sales);
    }
}

/* All marks of what hasn't the focus recede, and no others. */
static void
test_receding (void)
{
  static const NevMark marks[] = { NEV_MARK_BARS, NEV_MARK_LINE, NEV_MARK_STACKED };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr(NevSpec) spec = make_spec ("production-sales");
      g_autoptr(NevScene) scene = NULL;
      guint    n_front = 0, n_context = 0;
      gboolean is_front_reached = FALSE;

      nev_spec_set_mark (spec, marks[i]);
      nev_spec_set_focus (spec, find ("nev_production"));
      scene = lay_out (spec);

      for (guint j = 0; j < scene->items->len; j++)
        {
          const NevItem *item = nev_scene_get_item (scene, j);

          if (item->datum.column < 0 || item->role == NEV_ROLE_LEGEND)
            continue;

          g_assert_cmpint (nev_slot_is_context (item->slot), ==, item->datum.column != 0);

          if (item->datum.column == 0)
            n_front++;
          else
            n_context++;

          /* The line in the focus is drawn last. */
          if (marks[i] == NEV_MARK_LINE && item->role == NEV_ROLE_MARK)
            {
              g_assert_false (is_front_reached && item->datum.column != 0);
              is_front_reached = item->datum.column == 0;
            }
        }

      g_assert_cmpuint (n_front, >, 0);
      g_assert_cmpuint (n_context, >, 0);
    }
}

static guint
find_slot (const NevScene *scene,
           NevRole         role)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      if (item->role == role && item->datum.row >= 0)
        return item->slot;
    }

  return G_MAXUINT;
}

/* A series keeps the colour that readers know it by. */
static void
test_colors (void)
{
  g_autoptr(NevSpec) spec = make_spec ("production-sales");
  g_autoptr(GPtrArray) production = make_series ("nev_production");
  g_autoptr(NevScene) scene = NULL;

  nev_spec_set_hidden (spec, production);
  scene = lay_out (spec);
  g_assert_cmpuint (find_slot (scene, NEV_ROLE_MARK), ==, 1);
}

static guint
find_last_slot (NevSpec *spec)
{
  g_autoptr(NevScene) scene = lay_out (spec);

  for (guint i = scene->items->len; i-- > 0;)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      if (item->role == NEV_ROLE_MARK && item->datum.column >= 0)
        return item->slot % NEV_N_SLOTS;
    }

  return G_MAXUINT;
}

/* So it does where its years lie over each other, where it is chosen alone, and where another one of its panel is hidden. */
static void
test_colors_elsewhere (void)
{
  g_autoptr(NevSpec) spec = make_spec ("production-sales");
  g_autoptr(NevSpec) exports = make_spec ("exports");
  g_autoptr(NevSpec) charging = make_spec ("charging-points");
  g_autoptr(GPtrArray) sales = make_series ("nev_sales");
  g_autoptr(GPtrArray) other = make_series ("auto_sales");
  g_autoptr(GPtrArray) stock = make_series ("public_additions");

  nev_spec_set_seasonal (spec, TRUE);
  g_assert_cmpuint (find_last_slot (spec), ==, 1);

  nev_spec_set_seasonal (spec, FALSE);
  nev_spec_set_series (spec, sales);
  g_assert_cmpuint (find_last_slot (spec), ==, 1);

  /* Another one has a colour that is none of the chart's. */
  nev_spec_set_series (spec, other);
  g_assert_cmpuint (find_last_slot (spec), ==, 2);

  g_assert_cmpuint (find_last_slot (charging), ==, 2);
  nev_spec_set_hidden (charging, stock);
  g_assert_cmpuint (find_last_slot (charging), ==, 2);
  g_assert_cmpuint (nev_spec_get_n_panels (exports), ==, 2);
  g_assert_cmpuint (find_last_slot (exports), ==, 0);
}

/* What a range is laid over has the colour too, but paler and in dashes. */
static void
test_colors_against (void)
{
  g_autoptr(NevSpec) spec = make_spec ("production-sales");
  g_autoptr(NevScene) scene = NULL;
  guint n_before = 0;

  nev_spec_set_mark (spec, NEV_MARK_LINE);
  nev_spec_set_range (spec, nev_day_from_date (2025, 1, 1), nev_day_from_date (2025, 12, 31) + 1);
  nev_spec_set_against (spec, (NevPeriod){ nev_day_from_date (2023, 1, 1), nev_day_from_date (2023, 12, 31) + 1 });
  scene = lay_out (spec);

  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      if (item->role != NEV_ROLE_MARK || item->datum.column < 0)
        continue;

      g_assert_cmpuint (item->slot % NEV_N_SLOTS, ==, item->datum.column / 2);
      g_assert_false (nev_slot_is_of_run (item->slot));
      g_assert_cmpint (nev_slot_get_tone (item->slot) > 0, ==, item->datum.column % 2 == 0);
      g_assert_cmpint (nev_slot_is_again (item->slot), ==, item->datum.column % 2 == 0);
      n_before += nev_slot_is_again (item->slot);
    }

  g_assert_cmpuint (n_before, >, 0);
}

/* The note stands in the picture and in its description. */
static void
test_note (void)
{
  g_autoptr(NevSpec) spec = make_spec ("exports");
  g_autoptr(GPtrArray) series = make_series ("nev_exports,byd_overseas_sales");
  g_autoptr(NevScene) scene = NULL;
  g_autofree char *drawn = NULL;

  nev_spec_set_series (spec, series);
  scene = lay_out (spec);
  drawn = nev_scene_to_string (scene);
  g_assert_nonnull (strstr (drawn, "Definitions differ. Publishers: CAAM"));
  g_assert_nonnull (strstr (scene->description, "Definitions differ. Publishers: CAAM (NEV exports); BYD (BYD overseas sales)."));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  dataset = nev_package_load_bundled (&error);
  g_assert_no_error (error);

  g_test_add_func ("/guard/compare", test_compare);
  g_test_add_func ("/guard/words", test_words);
  g_test_add_func ("/guard/bundled-charts", test_bundled_charts);
  g_test_add_func ("/guard/scale", test_scale);
  g_test_add_func ("/guard/note", test_note);
  g_test_add_func ("/guard/hidden", test_hidden);
  g_test_add_func ("/guard/hidden-panel", test_hidden_panel);
  g_test_add_func ("/guard/focus", test_focus);
  g_test_add_func ("/guard/view", test_view);
  g_test_add_func ("/guard/labels", test_labels);
  g_test_add_func ("/guard/receding", test_receding);
  g_test_add_func ("/guard/colors", test_colors);
  g_test_add_func ("/guard/colors-elsewhere", test_colors_elsewhere);
  g_test_add_func ("/guard/colors-against", test_colors_against);

  status = g_test_run ();
  g_clear_object (&dataset);

  return status;
}
