/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-cli.h"

#include <string.h>

#include "nev-package.h"

static JsonNode *
show (const char *series,
      const char *period,
      const char *measure)
{
  g_autofree char *command = g_strdup_printf ("show %s %s --measure %s --json", series, period, measure);
  JsonNode        *node = cli_get_json (command);
  JsonObject      *object = json_node_get_object (node);
  g_autoptr(GList) members = json_object_get_members (object);
  g_autoptr(GString) names = g_string_new (NULL);

  for (GList *l = members; l != NULL; l = l->next)
    g_string_append_printf (names, "%s ", (const char *) l->data);

  g_assert_cmpstr (names->str, ==, "series period measure value unit status rounding facts notes ");
  g_assert_cmpstr (json_object_get_string_member (object, "series"), ==, series);
  g_assert_cmpstr (json_object_get_string_member (object, "period"), ==, period);
  g_assert_cmpstr (json_object_get_string_member (object, "measure"), ==, measure);

  return node;
}

static gboolean
has_note (JsonNode   *node,
          const char *part)
{
  JsonArray *notes = json_object_get_array_member (json_node_get_object (node), "notes");

  for (guint i = 0; i < json_array_get_length (notes); i++)
    {
      if (strstr (json_array_get_string_element (notes, i), part) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The seed article's figures are what the application shows. */
static void
test_article (void)
{
  static const struct
  {
    const char *series;
    const char *measure;
    double      value;
    const char *unit;
  } cases[] = {
    { "nev_production", "level", 3788000, "vehicles" },
    { "nev_production", "change-on-year", 42.4, "percent" },
    { "nev_sales", "level", 3747000, "vehicles" },
    { "nev_sales", "change-on-year", 44.1, "percent" },
    { "nev_exports", "level", 534000, "vehicles" },
    { "nev_exports", "change-on-year", 160, "percent" },
    { "nev_share", "level", 28.3, "percent" },
    { "charging_additions", "level", 1442000, "chargers" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JsonNode) node = show (cases[i].series, "2023-S1", cases[i].measure);
      JsonObject *object = json_node_get_object (node);
      JsonArray  *facts = json_object_get_array_member (object, "facts");
      JsonObject *fact = json_array_get_object_element (facts, 0);

      g_assert_cmpfloat (json_object_get_double_member (object, "value"), ==, cases[i].value);
      g_assert_cmpstr (json_object_get_string_member (object, "unit"), ==, cases[i].unit);
      g_assert_cmpstr (json_object_get_string_member (object, "status"), ==, "published");
      g_assert_cmpuint (json_array_get_length (facts), ==, 1);
      g_assert_cmpfloat (json_object_get_double_member (fact, "value"), ==, cases[i].value);
      g_assert_cmpint (json_object_get_int_member (fact, "sign"), ==, 1);
      g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (fact, "source"), "publisher"), !=, "");
      g_assert_true (has_note (node, "Breaking Latest News"));
    }
}

/* The article's rate for charging points stands as a claim that the other facts contradict. */
static void
test_claims (void)
{
  g_autoptr(JsonNode) change = show ("charging_additions", "2023-S1", "change-on-year");
  g_autoptr(JsonNode) level = show ("charging_additions", "2023-S1", "level");
  g_autoptr(JsonNode) byd = show ("byd_exports", "2023-S1", "level");
  g_autofree char *text = cli_get_output ("show charging_additions 2023-S1");
  JsonObject      *object = json_node_get_object (change);

  g_assert_cmpstr (json_object_get_string_member (object, "status"), ==, "derived");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (object, "value"), 10.7, 0.1);
  g_assert_true (has_note (change, "+18.6%; the other facts give +10.7% (±0.6): contradicted"));
  g_assert_true (has_note (level, "+18.6%; the other facts give +10.7% (±0.6): contradicted"));
  cli_assert_contains (text, "1,442,000 chargers (published by EVCIPA)");
  cli_assert_contains (text, "+10.7% (derived, ±0.6)");
  cli_assert_contains (text, "+18.6%; the other facts give +10.7% (±0.6): contradicted");

  object = json_node_get_object (byd);
  g_assert_cmpfloat (json_object_get_double_member (object, "value"), ==, 81000);
  g_assert_true (has_note (byd, "Breaking Latest News states 74,000 vehicles as a bound; CAAM has 81,000."));

  g_free (text);
  text = cli_get_output ("show byd_exports 2023-S1");
  cli_assert_contains (strstr (text, "\nSources\n"), "Breaking Latest News: ");
}

/* A gap and a change of method are said where the number would be, and once. */
static void
test_spoken (void)
{
  g_autofree char *gap = cli_get_output ("show private_additions 2022-S1");
  g_autofree char *mixed = cli_get_output ("show charging_additions 2025-S1");
  g_autofree char *contradicted = cli_get_output ("show nev_exports 2025-07");

  g_assert_true (g_str_has_prefix (gap, "Private charging points added, first half of 2022: no value. "
                                        "Nothing that was published leads to a value.\n"));
  g_assert_null (strstr (gap, "\n  Nothing that was published leads to a value."));
  cli_assert_contains (mixed, "3,282,000 chargers (published by NEA). The method of counting changed within this period.\n");
  g_assert_true (g_str_has_prefix (contradicted, "NEV exports, July 2025: 225,000 vehicles (published by CAAM). "
                                                 "Other published figures contradict this.\n"));
}

static void
test_description (void)
{
  g_autofree char *english = cli_get_output ("data exports --describe --to 2025-12");
  g_autofree char *chinese = cli_get_output ("data exports --describe --language zh_CN");

  cli_assert_contains (english, "highest 300,000 vehicles (");
  cli_assert_contains (english, "Mostly rising: higher than a year earlier in ");
  g_assert_true (g_str_has_suffix (english, "Source: CAAM. Data to Dec 2025.\n"));
  cli_assert_contains (chinese, "总体上升");
}

static void
test_derived (void)
{
  g_autoptr(JsonNode) node = show ("nev_sales", "2023-09", "level");
  JsonObject      *object = json_node_get_object (node);
  JsonArray       *facts = json_object_get_array_member (object, "facts");
  g_autofree char *text = cli_get_output ("show nev_sales 2023-09");
  double           sum = 0;

  g_assert_cmpstr (json_object_get_string_member (object, "status"), ==, "derived");
  g_assert_cmpfloat (json_object_get_double_member (object, "value"), ==, 904000);
  g_assert_cmpfloat (json_object_get_double_member (object, "rounding"), ==, 2000);
  g_assert_cmpuint (json_array_get_length (facts), ==, 2);

  for (guint i = 0; i < 2; i++)
    {
      JsonObject *fact = json_array_get_object_element (facts, i);
      double      sign = json_object_get_double_member (fact, "sign");

      g_assert_cmpstr (json_object_get_string_member (fact, "period"), ==, sign > 0 ? "2023-01/2023-09" : "2023-01/2023-08");
      sum += sign * json_object_get_double_member (fact, "value");
    }

  g_assert_cmpfloat (sum, ==, 904000);
  cli_assert_contains (text, "NEV sales, September 2023: 904,000 vehicles (derived, ±1,000)");
  cli_assert_contains (text, "NEV sales, change on the year, September 2023: +27.7% (derived, ±0.3)\n");
  cli_assert_contains (text, "NEV sales, change on the period before, September 2023: +6.9% (derived, ±0.2)\n");
  cli_assert_contains (text, "Good to ±1,000: the rounding of the figures adds up\n");
  cli_assert_contains (text, "January–September 2023 6,278,000 minus January–August 2023 5,374,000");

  /* What it was derived from doesn't agree with the rest of the year. */
  g_assert_true (has_note (node, "January–September 2023: other published figures give 6,322,000"));
  g_assert_true (has_note (node, "44,000 more than published."));
}

static void
test_contradicted (void)
{
  g_autoptr(JsonNode) node = show ("nev_exports", "2025-07", "level");
  JsonObject *object = json_node_get_object (node);

  g_assert_cmpstr (json_object_get_string_member (object, "status"), ==, "published");
  g_assert_cmpfloat (json_object_get_double_member (object, "value"), ==, 225000);
  g_assert_true (has_note (node, "The running totals give 248,000"));
  g_assert_true (has_note (node, "23,000 more than published"));
}

/* No reading of charging figures uses facts of both bases in one path. */
static void
test_bases (void)
{
  static const char *const ids[] = {
    "charging_additions", "public_additions", "private_additions", "charging_stock", "public_stock", "private_stock"
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(NevDataset) dataset = nev_package_load_bundled (&error);
  guint n = 0;

  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    for (int frequency = 0; frequency < NEV_N_FREQUENCIES; frequency++)
      for (int measure = 0; measure < NEV_N_MEASURES; measure++)
        {
          NevSeries *series = nev_dataset_find_series (dataset, ids[i], NULL);
          NevPeriod  extent, base;

          g_assert_true (nev_series_get_extent (series, &extent));
          base = nev_period_at (nev_day_from_date (2023, 1, 1), frequency);

          for (NevPeriod period = nev_period_at (extent.start, frequency);
               period.start < extent.end;
               period = nev_period_at (period.end, frequency))
            {
              g_auto(NevReading) reading = { 0 };

              nev_series_read (series, measure, period, base, &reading);

              for (guint j = 0; j < reading.n_terms; j++, n++)
                {
                  const NevReadingTerm *term = &reading.terms[j];

                  g_assert_cmpint (nev_ledger_get_fact (nev_series_get_ledger (term->series), term->fact)->basis, ==, reading.basis);
                }
            }
        }

  g_assert_cmpuint (n, >, 1000);
}

static void
test_show_language (void)
{
  g_autofree char *chinese = cli_get_output ("show nev_sales 2023-S1 --language zh_CN");
  g_autofree char *also_chinese = cli_get_output ("show nev_sales 2023-S1 --language=zh-Hans");
  g_autofree char *english = cli_get_output ("show nev_sales 2023-S1 --language en");

  cli_assert_contains (chinese, "374.7万辆");
  g_assert_cmpstr (chinese, ==, also_chinese);
  cli_assert_contains (english, "3,747,000 vehicles");
}

static void
test_show_gap (void)
{
  g_autoptr(JsonNode) node = show ("nev_sales", "1999", "level");
  g_autofree char *text = cli_get_output ("show nev_sales 1999");
  JsonObject      *object = json_node_get_object (node);

  g_assert_true (json_object_get_null_member (object, "value"));
  g_assert_cmpstr (json_object_get_string_member (object, "status"), ==, "gap");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "facts")), ==, 0);
  cli_assert_contains (text, "NEV sales, 1999: no value");
  cli_assert_contains (text, "Nothing that was published leads to a value.");
}

static void
test_cite (void)
{
  g_autofree char *plain = cli_get_output ("show nev_sales 2023-S1 --cite plain");
  g_autofree char *bibtex = cli_get_output ("show nev_sales 2023-09 --cite=bibtex");
  g_autofree char *gbt7714 = cli_get_output ("show nev_sales 2023-S1 --cite gbt7714 --language zh_CN");

  g_assert_cmpstr (plain, ==, "China Association of Automobile Manufacturers. 人民日报海外版/中新网: 中国汽车产销量同比分别增长9.3%和9.8%. "
                              "2023-07-14. https://www.jl.chinanews.com/qccy/2023-07-14/230028.html\n");
  cli_assert_contains (bibtex, "@misc{caam-2023-09-12,\n  author = {{China Association of Automobile Manufacturers}},\n");
  cli_assert_contains (bibtex, "@misc{nev-charts:nev_sales:2023-09:level,\n  author = {{NEV Charts}},\n");
  g_assert_cmpstr (gbt7714, ==, "中国汽车工业协会. 人民日报海外版/中新网: 中国汽车产销量同比分别增长9.3%和9.8%[EB/OL]. (2023-07-14). "
                                "https://www.jl.chinanews.com/qccy/2023-07-14/230028.html\n");
}

/* Beside the change of one of the two months, and nowhere else, it says why it is none of the trade. */
static void
test_holiday (void)
{
  static const struct
  {
    const char *series, *period, *measure;
    gboolean    is_said;
  } cases[] = {
    { "nev_sales", "2023-01", "change-on-year", TRUE },
    { "nev_sales", "2023-02", "change-on-year", TRUE },
    { "nev_sales", "2023-03", "change-on-year", FALSE },
    { "nev_sales", "2023-01", "level", FALSE },
    { "nev_sales", "2023-01/2023-02", "change-on-year", FALSE },
    { "nev_sales", "2023-Q1", "change-on-year", FALSE },
    { "nev_share", "2023-01", "change-on-year", TRUE },
    { "charging_stock", "2023-01", "change-on-year", FALSE },
  };
  const char      *said = "Spring Festival moves between January and February";
  g_autofree char *text = cli_get_output ("show nev_sales 2023-01");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JsonNode) node = show (cases[i].series, cases[i].period, cases[i].measure);

      g_test_message ("%s %s %s", cases[i].series, cases[i].period, cases[i].measure);
      g_assert_cmpint (has_note (node, said), ==, cases[i].is_said);
    }

  /* Once, although the level's change is shown beneath it. */
  cli_assert_contains (text, said);
  g_assert_null (strstr (strstr (text, said) + 1, said));
}

/* The two months together, by hand: 1,586,000 less 653,000, against 1,257,000 less 484,000. */
static void
test_january_february (void)
{
  g_autofree char *text = cli_get_output ("show nev_sales 2023-01/2023-02");
  g_autofree char *index = cli_get_output ("show nev_sales 2023-01 --measure index --index-base 2023-06");
  g_autofree char *unequal = cli_get_output ("show nev_sales 2023-01/2023-02 --measure index --index-base 2023-06");

  cli_assert_contains (text, "NEV sales, January–February 2023: 933,000 vehicles (derived, ±1,000)");
  cli_assert_contains (text, "NEV sales, change on the year, January–February 2023: +20.7% (derived, ±0.3)");
  cli_assert_contains (index, "NEV sales, index (June 2023 = 100), January 2023: 50.6");
  cli_assert_contains (unequal, "no value. The period to compare with is not as long as this one.");
}

void
cli_add_show_tests (void)
{
  g_test_add_func ("/cli/show/article", test_article);
  g_test_add_func ("/cli/show/claims", test_claims);
  g_test_add_func ("/cli/show/derived", test_derived);
  g_test_add_func ("/cli/show/spoken", test_spoken);
  g_test_add_func ("/cli/show/description", test_description);
  g_test_add_func ("/cli/show/contradicted", test_contradicted);
  g_test_add_func ("/cli/show/bases", test_bases);
  g_test_add_func ("/cli/show/language", test_show_language);
  g_test_add_func ("/cli/show/cite", test_cite);
  g_test_add_func ("/cli/show/gap", test_show_gap);
  g_test_add_func ("/cli/show/holiday", test_holiday);
  g_test_add_func ("/cli/show/january-february", test_january_february);
}
