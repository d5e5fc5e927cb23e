/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-headline.h"
#include "nev-package.h"
#include "nev-words-sum.h"
#include "nev-words.h"

#include <glib/gstdio.h>
#include <string.h>

#define EN NEV_LANGUAGE_ENGLISH
#define ZH NEV_LANGUAGE_CHINESE

/* A dataset with one of everything that there are words for. */
static const char *const package =
  "{ 'profile': 'tabular-data-package', 'name': 'small', 'title': 'Small',"
  "  'publishers': [ { 'name': 'CAAM', 'title': 'Makers', 'translations': { 'zh_CN': { 'title': '中汽协' } } } ],"
  "  'bases': [ { 'name': 'points', 'title': 'charging points' }, { 'name': 'guns', 'title': 'connectors' },"
  "             { 'name': 'both', 'title': 'points, then connectors', 'mixed': true } ],"
  "  'series': ["
  "    { 'name': 'sales', 'title': 'Sales', 'kind': 'flow', 'unit': 'vehicles', 'translations': { 'zh_CN': { 'title': '销量' } } },"
  "    { 'name': 'all', 'title': 'All sales', 'kind': 'flow', 'unit': 'vehicles' },"
  "    { 'name': 'share', 'title': 'Share', 'kind': 'ratio', 'unit': 'percent', 'numerator': 'sales', 'denominator': 'all' },"
  "    { 'name': 'added', 'title': 'Chargers added', 'kind': 'flow', 'unit': 'chargers', 'stock': 'chargers' },"
  "    { 'name': 'chargers', 'title': 'Chargers', 'kind': 'stock', 'unit': 'chargers' } ],"
  "  'notes': [ { 'series': 'sales', 'period': '2023', 'text': 'A note on 2023.' },"
  "             { 'series': 'chargers', 'period': '2023-06', 'text': 'A note on June.' } ],"
  "  'resources': ["
  "    { 'name': 'sources', 'data': ["
  "      { 'id': 'a', 'publisher': 'CAAM', 'title': 'Page A', 'date': '2023-07-14', 'url': 'https://example.org/a', 'role': 'data' },"
  "      { 'id': 'b', 'publisher': 'CAAM', 'title': 'Page B', 'date': '', 'url': '', 'role': 'data' },"
  "      { 'id': 'c', 'publisher': 'A paper', 'title': 'Its page', 'date': '', 'url': '', 'role': 'claim' } ] },"
  "    { 'name': 'observations', 'data': [ %s ] } ],"
  "  'views': [ { 'name': 'sales', 'title': 'All the sales', 'resources': [ 'observations' ], 'specType': 'nev-charts',"
  "               'spec': { 'place': 'China', 'frequency': 'month', 'panels': [ { 'series': [ 'sales' ], 'measure': 'level', 'mark': 'bars' } ] } },"
  "             { 'name': 'share', 'title': 'The share', 'resources': [ 'observations' ], 'specType': 'nev-charts',"
  "               'spec': { 'frequency': 'half-year', 'panels': [ { 'series': [ 'share' ], 'measure': 'level', 'mark': 'line' } ] } },"
  "             { 'name': 'two', 'title': 'Two panels', 'resources': [ 'observations' ], 'specType': 'nev-charts',"
  "               'spec': { 'place': 'China', 'frequency': 'half-year', 'panels': ["
  "                 { 'series': [ 'sales' ], 'measure': 'level', 'mark': 'bars' },"
  "                 { 'series': [ 'sales' ], 'measure': 'change-on-year', 'mark': 'line' } ] } } ] }";

static const struct
{
  const char *series, *period, *value, *rounding, *change, *basis, *status, *source;
} facts[] = {
  /* Two running totals give September; July contradicts them. */
  { "sales", "2023-01/2023-06", "3747000", "1000", "44.1", "", "A", "a" },
  { "sales", "2023-S1", "3747000", "1000", "44.1", "", "A", "c" },
  { "sales", "2022-S1", "2600000", "1000", "", "", "A", "b" },
  { "sales", "2023-01/2023-07", "4600000", "1000", "", "", "A", "a" },
  { "sales", "2023-07", "780000", "1000", "", "", "P", "b" },
  { "sales", "2023-01/2023-08", "5374000", "1000", "", "", "A", "a" },
  { "sales", "2023-01/2023-09", "6278000", "1000", "", "", "A", "b" },
  { "sales", "2022-09", "904000", "1000", "", "", "A", "b" },
  { "sales", "2022-10", "1000000", "1000", "-12.5", "", "A", "b" },
  { "all", "2023-S1", "13239000", "1000", "", "", "A", "a" },
  { "all", "2022-S1", "12057000", "1000", "", "", "A", "a" },
  { "all", "2023-07", "2400000", "1000", "", "", "A", "a" },
  { "share", "2022-S1", "23.3", "0.1", "", "", "A", "b" },
  { "share", "2023-S1", "28.3", "0.1", "", "", "A", "a" },
  { "share", "2023-S1", "28.3", "0.1", "", "", "A", "c" },
  /* A rate that is claimed and doesn't fit what the stock says. */
  { "added", "2023-S1", "1442000", "1000", "", "points", "A", "a" },
  { "added", "2023-S1", "1442000", "1000", "18.6", "points", "A", "c" },
  { "chargers", "2021-12-31", "2617000", "1000", "", "points", "A", "a" },
  { "chargers", "2022-06-30", "3920000", "10000", "", "points", "A", "b" },
  { "chargers", "2023-06-30", "6652000", "1000", "", "points", "A", "b" },
  { "chargers", "2024-12-31", "12818000", "1000", "", "points", "A", "b" },
  { "chargers", "2025-06-30", "16100000", "1000", "", "guns", "B", "b" },
  { "added", "2025-S1", "3282000", "1000", "99.2", "both", "A", "b" },
};

static char *
make_package (void)
{
  g_autoptr(GString) rows = g_string_new (NULL);
  g_auto(GStrv) parts = g_strsplit (package, "%s", 2);
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    g_string_append_printf (rows,
                            "%s{ 'series': '%s', 'TIME_PERIOD': '%s', 'OBS_VALUE': %s, 'rounding': %s, 'change_on_year': %s, "
                            "'change_rounding': %s, 'basis': '%s', 'OBS_STATUS': '%s', 'source': '%s' }",
                            i > 0 ? ", " : "", facts[i].series, facts[i].period, facts[i].value, facts[i].rounding,
                            *facts[i].change != '\0' ? facts[i].change : "null", *facts[i].change != '\0' ? "0.1" : "null",
                            facts[i].basis, facts[i].status, facts[i].source);

  text = g_strconcat (parts[0], rows->str, parts[1], NULL);

  return g_strdelimit (g_steal_pointer (&text), "'", '"');
}

static NevDataset *
load_small (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = make_package ();
  g_autofree char *folder = g_dir_make_tmp ("nev-words-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "datapackage.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  NevDataset *dataset;

  g_assert_no_error (error);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  dataset = nev_package_load (file, NULL, &error);
  g_assert_no_error (error);

  g_unlink (path);
  g_rmdir (folder);

  return dataset;
}

static void
read_one (NevDataset *dataset,
          const char *series,
          NevMeasure  measure,
          const char *period,
          NevReading *reading)
{
  NevPeriod when, base;

  g_assert_true (nev_period_parse (period, &when, NULL));
  g_assert_true (nev_period_parse ("2022-09", &base, NULL));
  nev_series_read (nev_dataset_find_series (dataset, series, NULL), measure, when, base, reading);
}

static void
test_reading (void)
{
  g_autoptr(NevDataset) dataset = load_small ();
  static const struct
  {
    const char *series;
    NevMeasure  measure;
    const char *period;
    const char *reading;
    const char *value;
    const char *derivation;
  } cases[] = {
    { "sales", NEV_MEASURE_LEVEL, "2023-S1",
      "Sales, first half of 2023: 3,747,000 vehicles (published by CAAM)", "3,747,000 vehicles",
      "Published by CAAM: Page A, 2023-07-14" },
    { "sales", NEV_MEASURE_LEVEL, "2023-09",
      "Sales, September 2023: 904,000 vehicles (derived, ±1,000)", "904,000 vehicles",
      "January–September 2023 6,278,000 minus January–August 2023 5,374,000\nCAAM: Page A, 2023-07-14\nCAAM: Page B" },
    { "sales", NEV_MEASURE_YEAR_TO_DATE, "2023-08",
      "Sales, year to date, January–August 2023: 5,374,000 vehicles (published by CAAM)", "5,374,000 vehicles",
      "Published by CAAM: Page A, 2023-07-14" },
    { "sales", NEV_MEASURE_CHANGE_ON_YEAR, "2023-S1",
      "Sales, change on the year, first half of 2023: +44.1% (published by CAAM)", "+44.1%",
      "Published by CAAM: Page A, 2023-07-14" },
    { "sales", NEV_MEASURE_CHANGE_ON_YEAR, "2023-09",
      "Sales, change on the year, September 2023: 0.0% (derived, ±0.2)", "0.0%",
      "(January–September 2023 6,278,000 minus January–August 2023 5,374,000) ÷ September 2022 904,000 − 1\n"
      "CAAM: Page A, 2023-07-14\nCAAM: Page B" },
    { "sales", NEV_MEASURE_CHANGE_ON_YEAR, "2022-10",
      "Sales, change on the year, October 2022: −12.5% (published by CAAM)", "−12.5%", "Published by CAAM: Page B" },
    { "sales", NEV_MEASURE_INDEX, "2022-10",
      "Sales, index (September 2022 = 100), October 2022: 110.6 (derived, ±0.2)", "110.6",
      "October 2022 1,000,000 ÷ September 2022 904,000 × 100\nCAAM: Page B" },
    { "sales", NEV_MEASURE_LEVEL, "2021",
      "Sales, 2021: no value", "–", "Nothing that was published leads to a value." },
    { "share", NEV_MEASURE_LEVEL, "2023-S1",
      "Share, first half of 2023: 28.3% (published by CAAM)", "28.3%", "Published by CAAM: Page A, 2023-07-14" },
    { "share", NEV_MEASURE_LEVEL, "2023-07",
      "Share, July 2023: 32.5% (derived, ±0.1)", "32.5%",
      "Sales, July 2023 780,000 ÷ All sales, July 2023 2,400,000\nCAAM: Page B\nCAAM: Page A, 2023-07-14" },
    { "share", NEV_MEASURE_CHANGE_ON_YEAR, "2023-S1",
      "Share, change on the year, first half of 2023: +5.0 pp (derived, ±0.1)", "+5.0 pp",
      "first half of 2023 28.3% − first half of 2022 23.3%\nCAAM: Page A, 2023-07-14\nCAAM: Page B" },
    { "added", NEV_MEASURE_CHANGE_ON_YEAR, "2023-S1",
      "Chargers added, change on the year, first half of 2023: +10.7% (derived, ±0.6)", "+10.7%",
      "first half of 2023 1,442,000 ÷ (end of June 2022 3,920,000 minus end of December 2021 2,617,000) − 1\n"
      "CAAM: Page A, 2023-07-14\nCAAM: Page B" },
    { "added", NEV_MEASURE_CHANGE_ON_YEAR, "2025-S1",
      "Chargers added, change on the year, first half of 2025: no value", "–",
      "The method of counting changed between the two periods." },
    { "chargers", NEV_MEASURE_LEVEL, "2023-Q2",
      "Chargers, end of June 2023: 6,652,000 chargers (published by CAAM)", "6,652,000 chargers", "Published by CAAM: Page B" },
    { "chargers", NEV_MEASURE_YEAR_TO_DATE, "2023-Q2",
      "Chargers, year to date, end of June 2023: no value", "–", "This measure is not defined for this series." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(NevReading) reading = { 0 };
      g_autofree char *words = NULL;
      g_autofree char *value = NULL;
      g_autofree char *derivation = NULL;

      read_one (dataset, cases[i].series, cases[i].measure, cases[i].period, &reading);
      words = nev_words_reading (dataset, &reading, EN);
      value = nev_words_value (&reading, EN);
      derivation = nev_words_derivation (dataset, &reading, EN);

      g_assert_cmpstr (words, ==, cases[i].reading);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_cmpstr (derivation, ==, cases[i].derivation);
    }
}

static void
test_chinese (void)
{
  g_autoptr(NevDataset) dataset = load_small ();
  g_auto(NevReading) published = { 0 };
  g_auto(NevReading) derived = { 0 };
  g_autofree char *published_words = NULL;
  g_autofree char *derived_words = NULL;
  g_autofree char *derivation = NULL;

  read_one (dataset, "sales", NEV_MEASURE_LEVEL, "2023-S1", &published);
  read_one (dataset, "sales", NEV_MEASURE_LEVEL, "2023-09", &derived);
  published_words = nev_words_reading (dataset, &published, ZH);
  derived_words = nev_words_reading (dataset, &derived, ZH);
  derivation = nev_words_derivation (dataset, &derived, ZH);

  g_assert_cmpstr (published_words, ==, "2023年上半年销量：374.7万辆（中汽协公布）");
  g_assert_cmpstr (derived_words, ==, "2023年9月销量：90.4万辆（推算，±0.1万）");
  g_assert_true (g_str_has_prefix (derivation, "2023年1—9月627.8万减2023年1—8月537.4万\n"));
}

/* A sum as a table: sign, label, number and error of each line, a rule above what others come to. */
static char *
write_sum (const NevReading *reading,
           NevLanguage       language)
{
  g_autoptr(GPtrArray) lines = nev_words_sum (reading, language);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const NevSumLine *line = g_ptr_array_index (lines, i);

      if (line->kind == NEV_SUM_LINE_SUBTOTAL || line->kind == NEV_SUM_LINE_RESULT)
        g_string_append (text, "----\n");
      g_string_append_printf (text, "%s|%s|%s|%s\n", line->sign, line->label, line->number, line->error != NULL ? line->error : "");
      g_assert_cmpint (line->term >= 0, ==, line->kind == NEV_SUM_LINE_FACT);
    }

  return g_string_free (text, FALSE);
}

static void
test_sum (void)
{
  g_autoptr(NevDataset) dataset = load_small ();
  static const struct
  {
    const char *series;
    NevMeasure  measure;
    const char *period;
    NevLanguage language;
    const char *sum;
  } cases[] = {
    { "sales", NEV_MEASURE_LEVEL, "2023-S1", EN, "" },
    { "sales", NEV_MEASURE_LEVEL, "2021", EN, "" },
    { "sales", NEV_MEASURE_LEVEL, "2023-09", EN,
      "|Jan–Sep 2023|6,278,000|±500\n"
      "−|Jan–Aug 2023|5,374,000|±500\n"
      "----\n"
      "|Sep 2023|904,000|±1,000\n" },
    { "sales", NEV_MEASURE_LEVEL, "2023-09", ZH,
      "|2023年1—9月|627.8万|±0.05万\n"
      "−|2023年1—8月|537.4万|±0.05万\n"
      "----\n"
      "|2023年9月|90.4万|±0.1万\n" },
    { "sales", NEV_MEASURE_CHANGE_ON_YEAR, "2023-09", EN,
      "|Jan–Sep 2023|6,278,000|±500\n"
      "−|Jan–Aug 2023|5,374,000|±500\n"
      "----\n"
      "|Sep 2023|904,000|±1,000\n"
      "÷|Sep 2022|904,000|±500\n"
      "−||1|\n"
      "----\n"
      "|Sep 2023|0.0%|±0.2\n" },
    { "sales", NEV_MEASURE_INDEX, "2022-10", EN,
      "|Oct 2022|1,000,000|±500\n"
      "÷|Sep 2022|904,000|±500\n"
      "×||100|\n"
      "----\n"
      "|Oct 2022|110.6|±0.2\n" },
    { "share", NEV_MEASURE_LEVEL, "2023-07", EN,
      "|Sales, Jul 2023|780,000|±500\n"
      "÷|All sales, Jul 2023|2,400,000|±500\n"
      "----\n"
      "|Jul 2023|32.5%|±0.1\n" },
    { "share", NEV_MEASURE_CHANGE_ON_YEAR, "2023-S1", EN,
      "|H1 2023|28.3%|±0.05\n"
      "−|H1 2022|23.3%|±0.05\n"
      "----\n"
      "|H1 2023|+5.0 pp|±0.1\n" },
    { "added", NEV_MEASURE_CHANGE_ON_YEAR, "2023-S1", EN,
      "|H1 2023|1,442,000|±500\n"
      "|End of Jun 2022|3,920,000|±5,000\n"
      "−|End of Dec 2021|2,617,000|±500\n"
      "----\n"
      "÷|H1 2022|1,303,000|±5,500\n"
      "−||1|\n"
      "----\n"
      "|H1 2023|+10.7%|±0.6\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(NevReading) reading = { 0 };
      g_autofree char *sum = NULL;

      read_one (dataset, cases[i].series, cases[i].measure, cases[i].period, &reading);
      sum = write_sum (&reading, cases[i].language);
      g_assert_cmpstr (sum, ==, cases[i].sum);
    }
}

static void
test_rounding (void)
{
  g_autoptr(NevDataset) dataset = load_small ();
  static const struct
  {
    const char *series;
    NevMeasure  measure;
    const char *period;
    NevLanguage language;
    const char *rounding;
  } cases[] = {
    { "sales", NEV_MEASURE_LEVEL, "2023-S1", EN, "Rounded to 1,000, so good to ±500" },
    { "sales", NEV_MEASURE_CHANGE_ON_YEAR, "2023-S1", EN, "Rounded to 0.1, so good to ±0.05" },
    { "sales", NEV_MEASURE_LEVEL, "2023-09", EN, "Good to ±1,000: the rounding of the figures adds up" },
    { "sales", NEV_MEASURE_LEVEL, "2021", EN, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(NevReading) reading = { 0 };
      g_autofree char *rounding = NULL;

      read_one (dataset, cases[i].series, cases[i].measure, cases[i].period, &reading);
      rounding = nev_words_rounding (&reading, cases[i].language);
      g_assert_cmpstr (rounding, ==, cases[i].rounding);
    }
}

static void
check_notes (NevDataset *dataset,
             const char *series,
             NevMeasure  measure,
             const char *period,
             const char *expected)
{
  g_auto(NevReading) reading = { 0 };
  g_autoptr(GPtrArray) notes = NULL;
  g_autofree char *joined = NULL;

  read_one (dataset, series, measure, period, &reading);
  notes = nev_words_notes (dataset, &reading, EN);
  g_ptr_array_add (notes, NULL);
  joined = g_strjoinv ("\n", (char **) notes->pdata);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_notes (void)
{
  g_autoptr(NevDataset) dataset = load_small ();

  /* A claim that fits. */
  check_notes (dataset, "sales", NEV_MEASURE_LEVEL, "2023-S1",
               "A paper states the same: 3,747,000 vehicles.\n"
               "A paper states the same change on the year: +44.1%.\n"
               "Other published figures give 3,820,000 (January–July 2023 4,600,000 minus July 2023 780,000), "
               "73,000 more than published.\n"
               "A note on 2023.");
  check_notes (dataset, "sales", NEV_MEASURE_CHANGE_ON_YEAR, "2023-S1",
               "A paper states the same change on the year: +44.1%.\n"
               "A note on 2023.");
  check_notes (dataset, "sales", NEV_MEASURE_YEAR_TO_DATE, "2023-06",
               "A paper states the same: 3,747,000 vehicles.\n"
               "A paper states the same change on the year: +44.1%.\n"
               "Other published figures give 3,820,000 (January–July 2023 4,600,000 minus July 2023 780,000), "
               "73,000 more than published.\n"
               "A note on 2023.");

  /* A claim that doesn't. */
  check_notes (dataset, "added", NEV_MEASURE_LEVEL, "2023-S1",
               "A paper states the same: 1,442,000 chargers.\n"
               "A paper states a change on the year of +18.6%; the other facts give +10.7% (±0.6): contradicted.\n"
               "What is counted: charging points.");
  check_notes (dataset, "added", NEV_MEASURE_CHANGE_ON_YEAR, "2023-S1",
               "A paper states a change on the year of +18.6%; the other facts give +10.7% (±0.6): contradicted.\n"
               "What is counted: charging points.");

  /* What was published contradicts itself. */
  check_notes (dataset, "sales", NEV_MEASURE_LEVEL, "2023-07",
               "The running totals give 853,000 (January–July 2023 4,600,000 minus first half of 2023 3,747,000), "
               "73,000 more than published.\n"
               "The figure is provisional.\n"
               "A note on 2023.");

  /* Breaks of method, and notes on a stock's day. */
  check_notes (dataset, "added", NEV_MEASURE_LEVEL, "2025-S1",
               "The method of counting changed within this period (points, then connectors), so the figure is not compared "
               "with others.");
  check_notes (dataset, "added", NEV_MEASURE_CHANGE_ON_YEAR, "2025-S1",
               "The method of counting changed between the two periods.");
  check_notes (dataset, "chargers", NEV_MEASURE_LEVEL, "2025-06",
               "What is counted: connectors.\n"
               "This is the first figure after the method of counting changed.");
  check_notes (dataset, "chargers", NEV_MEASURE_LEVEL, "2023-S1",
               "What is counted: charging points.\n"
               "A note on June.");

  check_notes (dataset, "all", NEV_MEASURE_LEVEL, "2023-S1", "");
}

static void
test_names (void)
{
  for (int i = 0; i < NEV_N_MEASURES; i++)
    g_assert_cmpstr (nev_words_measure (i, EN), !=, nev_words_measure (i, ZH));

  for (int i = 0; i < NEV_N_FREQUENCIES; i++)
    g_assert_cmpstr (nev_words_frequency (i, EN), !=, nev_words_frequency (i, ZH));

  for (int i = 0; i < NEV_N_MARKS; i++)
    g_assert_cmpstr (nev_words_mark (i, EN), !=, nev_words_mark (i, ZH));

  g_assert_cmpstr (nev_words_status (NEV_STATUS_PUBLISHED, EN), ==, "published");
  g_assert_cmpstr (nev_words_status (NEV_STATUS_GAP, EN), ==, "no value");
}

static void
check_headline (NevDataset  *dataset,
                const char  *chart,
                NevFrequency frequency,
                NevMeasure   measure,
                const char  *to,
                NevLanguage  language,
                const char  *title,
                const char  *subtitle)
{
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_find_chart (dataset, chart, NULL));
  g_autoptr(NevTable) table = NULL;
  g_autofree char *found_title = NULL;
  g_autofree char *found_subtitle = NULL;
  NevPeriod        last;

  g_assert_true (nev_period_parse (to, &last, NULL));
  nev_spec_set_frequency (spec, frequency);
  nev_spec_set_measure (spec, measure);
  nev_spec_set_range (spec, 0, last.end);
  table = nev_spec_create_table (spec);
  found_title = nev_headline_get_title (spec, table, language);
  found_subtitle = nev_headline_get_subtitle (spec, table, language);

  g_assert_cmpstr (found_title, ==, title);
  g_assert_cmpstr (found_subtitle, ==, subtitle);
}

static void
test_headline (void)
{
  g_autoptr(NevDataset) dataset = load_small ();

  check_headline (dataset, "sales", NEV_FREQUENCY_HALF_YEAR, NEV_MEASURE_LEVEL, "2023-S1", EN,
                  "Sales rose 44.1% on the year to 3.747 million in the first half of 2023", "Half-yearly, China, million vehicles");
  check_headline (dataset, "sales", NEV_FREQUENCY_HALF_YEAR, NEV_MEASURE_LEVEL, "2023-S1", ZH,
                  "2023年上半年销量同比增长44.1%，达374.7万辆", "半年度，China，万辆");
  check_headline (dataset, "sales", NEV_FREQUENCY_MONTH, NEV_MEASURE_LEVEL, "2023-09", EN,
                  "Sales unchanged on the year at 904,000 in September 2023", "Monthly, China, million vehicles");
  check_headline (dataset, "sales", NEV_FREQUENCY_MONTH, NEV_MEASURE_LEVEL, "2022-10", EN,
                  "Sales fell 12.5% on the year to 1 million in October 2022", "Monthly, China, million vehicles");
  check_headline (dataset, "sales", NEV_FREQUENCY_MONTH, NEV_MEASURE_CHANGE_ON_YEAR, "2022-12", EN,
                  "Sales down 12.5% on the year in October 2022", "Monthly, China, change on the year, percent");
  check_headline (dataset, "sales", NEV_FREQUENCY_HALF_YEAR, NEV_MEASURE_CHANGE_ON_YEAR, "2023-S1", EN,
                  "Sales up 44.1% on the year in the first half of 2023", "Half-yearly, China, change on the year, percent");
  check_headline (dataset, "sales", NEV_FREQUENCY_MONTH, NEV_MEASURE_YEAR_TO_DATE, "2023-08", EN,
                  "Sales: 5.374 million in January–August 2023", "Monthly, China, year to date, million vehicles");
  check_headline (dataset, "sales", NEV_FREQUENCY_MONTH, NEV_MEASURE_INDEX, "2022-10", EN,
                  "Sales at 110.6 in October 2022 (September 2022 = 100)", "Monthly, China, index, September 2022 = 100");
  check_headline (dataset, "sales", NEV_FREQUENCY_MONTH, NEV_MEASURE_LEVEL, "2022-03", EN,
                  "All the sales", "Monthly, China, vehicles");
  check_headline (dataset, "share", NEV_FREQUENCY_HALF_YEAR, NEV_MEASURE_LEVEL, "2023-S1", EN,
                  "Share reached 28.3% in the first half of 2023, up 5.0 points on the year", "Half-yearly, percent");
  check_headline (dataset, "share", NEV_FREQUENCY_HALF_YEAR, NEV_MEASURE_LEVEL, "2022-S1", EN,
                  "Share: 23.3% in the first half of 2022", "Half-yearly, percent");
  check_headline (dataset, "two", NEV_FREQUENCY_HALF_YEAR, NEV_MEASURE_LEVEL, "2023-S1", EN,
                  "Sales rose 44.1% on the year to 3.747 million in the first half of 2023", "Half-yearly, China");
}

static void
test_panel_title (void)
{
  g_autoptr(NevDataset) dataset = load_small ();
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_find_chart (dataset, "two", NULL));
  g_autoptr(NevTable) table = nev_spec_create_table (spec);
  g_autofree char *upper = nev_headline_get_panel_title (spec, table, 0, EN);
  g_autofree char *lower = nev_headline_get_panel_title (spec, table, 1, EN);

  g_autoptr(GPtrArray) both = g_ptr_array_new ();
  g_autoptr(NevTable) wider = NULL;
  g_autofree char *several = NULL;

  g_ptr_array_add (both, nev_dataset_find_series (dataset, "sales", NULL));
  g_ptr_array_add (both, nev_dataset_find_series (dataset, "all", NULL));
  nev_spec_set_series (spec, both);
  wider = nev_spec_create_table (spec);
  several = nev_headline_get_panel_title (spec, wider, 0, EN);

  g_assert_cmpstr (several, ==, "Million vehicles");
  g_assert_cmpstr (upper, ==, "Sales, million vehicles");
  g_assert_cmpstr (lower, ==, "Sales: change on the year, percent");
}

static void
test_describe (void)
{
  g_autoptr(NevDataset) dataset = load_small ();
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_find_chart (dataset, "sales", NULL));
  g_autoptr(NevTable) table = NULL;
  g_autofree char *words = NULL;

  nev_spec_set_range (spec, nev_day_from_date (2023, 7, 1), 0);
  table = nev_spec_create_table (spec);
  words = nev_headline_describe (spec, table, EN);

  g_assert_cmpstr (words, ==,
                   "Monthly, China, thousand vehicles, from July 2023 to September 2023. "
                   "Sales: latest 904,000 vehicles (September 2023), highest 904,000 vehicles (September 2023), "
                   "lowest 774,000 vehicles (August 2023). "
                   "No clear trend: higher than a year earlier in 0 of 1 periods, latest 0.0% (September 2023). "
                   "Periods: 3, derived: 2, without a value: 0.");
}

/* The same sentences, with a paragraph a series and nothing else between title and source. */
static void
test_summarize (void)
{
  g_autoptr(NevDataset) dataset = load_small ();
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_find_chart (dataset, "sales", NULL));
  g_autoptr(NevTable) table = NULL;
  g_autofree char *title = NULL;
  g_autofree char *source = NULL;
  g_autofree char *words = NULL;
  g_autofree char *expected = NULL;

  nev_spec_set_range (spec, nev_day_from_date (2023, 7, 1), 0);
  table = nev_spec_create_table (spec);
  title = nev_headline_get_title (spec, table, EN);
  source = nev_headline_get_source (spec, table, EN);
  words = nev_headline_summarize (spec, table, EN);
  expected = g_strdup_printf ("%s\n"
                              "Monthly, China, thousand vehicles, from July 2023 to September 2023.\n"
                              "Sales: latest 904,000 vehicles (September 2023), highest 904,000 vehicles (September 2023), "
                              "lowest 774,000 vehicles (August 2023). "
                              "No clear trend: higher than a year earlier in 0 of 1 periods, latest 0.0%% (September 2023). "
                              "Periods: 3, derived: 2, without a value: 0.\n"
                              "%s\n",
                              title, source);

  g_assert_cmpstr (words, ==, expected);
}

/* What is drawn as a hole, a broken line or not at all is said. */
static void
test_spoken (void)
{
  g_autoptr(NevDataset) dataset = load_small ();
  static const struct
  {
    const char *series;
    NevMeasure  measure;
    const char *period;
    const char *spoken;
  } cases[] = {
    { "sales", NEV_MEASURE_LEVEL, "2023-09", "Sales, September 2023: 904,000 vehicles (derived, ±1,000)" },
    { "sales", NEV_MEASURE_LEVEL, "2021", "Sales, 2021: no value. Nothing that was published leads to a value." },
    { "added", NEV_MEASURE_CHANGE_ON_YEAR, "2025-S1",
      "Chargers added, change on the year, first half of 2025: no value. "
      "The method of counting changed between the two periods." },
    { "added", NEV_MEASURE_LEVEL, "2025-S1",
      "Chargers added, first half of 2025: 3,282,000 chargers (published by CAAM). "
      "The method of counting changed within this period." },
    { "chargers", NEV_MEASURE_YEAR_TO_DATE, "2023-Q2",
      "Chargers, year to date, end of June 2023: no value. This measure is not defined for this series." },
    { "all", NEV_MEASURE_INDEX, "2023-07",
      "All sales, index (September 2022 = 100), July 2023: no value. Nothing is known of the period that is to be 100." },
    /* Two months, and a single one to compare them with */
    { "sales", NEV_MEASURE_CHANGE_ON_PERIOD, "2023-01/2023-02",
      "Sales, change on the period before, January–February 2023: no value. The period to compare with is not as long as this one." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(NevReading) reading = { 0 };
      g_autofree char *spoken = NULL;

      read_one (dataset, cases[i].series, cases[i].measure, cases[i].period, &reading);
      spoken = nev_words_spoken (dataset, &reading, EN);
      g_assert_cmpstr (spoken, ==, cases[i].spoken);
    }
}

static guint
count_words (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

/* Running totals, and a level that is known only roughly or isn't the highest. */
static void
test_bundled_trends (void)
{
  static const struct
  {
    const char  *chart;
    NevFrequency frequency;
    NevMeasure   measure;
    const char  *to;
    NevLanguage  language;
    const char  *title;
  } cases[] = {
    { "exports", NEV_FREQUENCY_MONTH, NEV_MEASURE_YEAR_TO_DATE, "2026-02", EN,
      "NEV exports rose 110% on the year to 583,000 in January–February 2026" },
    { "exports", NEV_FREQUENCY_MONTH, NEV_MEASURE_YEAR_TO_DATE, "2026-02", ZH,
      "2026年1—2月新能源汽车出口同比增长110%，达58.3万辆" },
    { "exports", NEV_FREQUENCY_MONTH, NEV_MEASURE_TRAILING_YEAR, "2026-02", EN,
      "NEV exports rose 112.1% to 2.916 million in the twelve months to February 2026" },
    { "exports", NEV_FREQUENCY_MONTH, NEV_MEASURE_TRAILING_YEAR, "2026-02", ZH,
      "截至2026年2月的12个月新能源汽车出口同比增长112.1%，达291.6万辆" },
    { "market-share", NEV_FREQUENCY_MONTH, NEV_MEASURE_LEVEL, "2026-02", EN,
      "NEV market share was 42.4% in February 2026, up 0.5 points on the year" },
    { "charging-points", NEV_FREQUENCY_HALF_YEAR, NEV_MEASURE_LEVEL, "2025-S2", EN,
      "Charging points added: 3.99 million in the second half of 2025" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(NevDataset) dataset = nev_package_load_bundled (&error);

  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_find_chart (dataset, cases[i].chart, NULL));
      g_autoptr(NevTable) table = NULL;
      g_autofree char *title = NULL;
      NevPeriod        last;

      g_assert_true (nev_period_parse (cases[i].to, &last, NULL));
      nev_spec_set_frequency (spec, cases[i].frequency);
      nev_spec_set_measure (spec, cases[i].measure);
      nev_spec_set_range (spec, 0, last.end);
      table = nev_spec_create_table (spec);
      title = nev_headline_get_title (spec, table, cases[i].language);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

/* Every chart of the bundled dataset in every measure and frequency has a title that is short enough. */
static void
test_bundled_titles (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(NevDataset) dataset = nev_package_load_bundled (&error);

  g_assert_no_error (error);

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    {
      for (int measure = 0; measure < NEV_N_MEASURES; measure++)
        {
          for (int frequency = 0; frequency < NEV_N_FREQUENCIES; frequency++)
            {
              g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, i));
              g_autoptr(NevTable) table = NULL;
              g_autofree char *title = NULL;
              g_autofree char *description = NULL;

              nev_spec_set_measure (spec, measure);
              nev_spec_set_frequency (spec, frequency);
              table = nev_spec_create_table (spec);
              title = nev_headline_get_title (spec, table, EN);
              description = nev_headline_describe (spec, table, ZH);

              g_test_message ("%s", title);
              g_assert_cmpuint (count_words (title), <=, 15);
              g_assert_cmpuint (strlen (description), >, 0);
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/reading", test_reading);
  g_test_add_func ("/words/chinese", test_chinese);
  g_test_add_func ("/words/sum", test_sum);
  g_test_add_func ("/words/rounding", test_rounding);
  g_test_add_func ("/words/notes", test_notes);
  g_test_add_func ("/words/names", test_names);
  g_test_add_func ("/headline/title", test_headline);
  g_test_add_func ("/headline/bundled-trends", test_bundled_trends);
  g_test_add_func ("/headline/panel-title", test_panel_title);
  g_test_add_func ("/headline/describe", test_describe);
  g_test_add_func ("/headline/summarize", test_summarize);
  g_test_add_func ("/words/spoken", test_spoken);
  g_test_add_func ("/headline/bundled-titles", test_bundled_titles);

  return g_test_run ();
}
