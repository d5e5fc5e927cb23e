/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-format.h"

#include <math.h>

#define EN NEV_LANGUAGE_ENGLISH
#define ZH NEV_LANGUAGE_CHINESE

static void
test_number (void)
{
  static const struct
  {
    double      value;
    int         n_decimals;
    const char *text;
  } cases[] = {
    { 0, 0, "0" },
    { 7, 0, "7" },
    { 999, 0, "999" },
    { 1000, 0, "1,000" },
    { 3788000, 0, "3,788,000" },
    { 1e15, 0, "1,000,000,000,000,000" },
    { 28.3, 1, "28.3" },
    { 1234.5, 2, "1,234.50" },
    { -1234.5, 1, "−1,234.5" },
    { -0.04, 1, "0.0" },
    { -0.0, 0, "0" },
    { 999.96, 1, "1,000.0" },
    { 0.123456789, 9, "0.123457" },
    { 5, -3, "5" },
    { NAN, 0, "–" },
    { INFINITY, 2, "–" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *english = nev_format_number (cases[i].value, cases[i].n_decimals, EN);
      g_autofree char *chinese = nev_format_number (cases[i].value, cases[i].n_decimals, ZH);

      g_assert_cmpstr (english, ==, cases[i].text);
      g_assert_cmpstr (chinese, ==, cases[i].text);
    }
}

static void
test_longest_number (void)
{
  g_autofree char *number = nev_format_number (-G_MAXDOUBLE, 6, EN);

  g_assert_true (g_str_has_prefix (number, "−179,769,313,"));
  g_assert_true (g_str_has_suffix (number, ",368.000000"));
}

static void
test_value (void)
{
  static const struct
  {
    double      value, rounding;
    NevUnit     unit;
    const char *english;
    const char *chinese;
  } cases[] = {
    { 3788000, 1000, NEV_UNIT_VEHICLES, "3,788,000 vehicles", "378.8万辆" },
    { 3747000, 1000, NEV_UNIT_VEHICLES, "3,747,000 vehicles", "374.7万辆" },
    { 3750000, 1000, NEV_UNIT_VEHICLES, "3,750,000 vehicles", "375万辆" },
    { 904000, 2000, NEV_UNIT_VEHICLES, "904,000 vehicles", "90.4万辆" },
    { 904321, 2000, NEV_UNIT_VEHICLES, "904,000 vehicles", "90.4万辆" },
    { 1046083, 1, NEV_UNIT_VEHICLES, "1,046,083 vehicles", "104.6083万辆" },
    { 9500, 100, NEV_UNIT_VEHICLES, "9,500 vehicles", "9,500辆" },
    { 1442000, 1000, NEV_UNIT_CHARGERS, "1,442,000 chargers", "144.2万台" },
    { 16100000, 1000, NEV_UNIT_CHARGERS, "16,100,000 chargers", "1,610万台" },
    { -12000, 1000, NEV_UNIT_VEHICLES, "−12,000 vehicles", "−1.2万辆" },
    { 28.3, 0.1, NEV_UNIT_PERCENT, "28.3%", "28.3%" },
    { 30, 1, NEV_UNIT_PERCENT, "30%", "30%" },
    { 28.31, 0, NEV_UNIT_PERCENT, "28.3%", "28.3%" },
    { 5, 0.1, NEV_UNIT_PERCENTAGE_POINTS, "+5.0 pp", "+5.0个百分点" },
    { -1.2, 0.1, NEV_UNIT_PERCENTAGE_POINTS, "−1.2 pp", "−1.2个百分点" },
    { 123.456, 0.1, NEV_UNIT_INDEX, "123.5", "123.5" },
    { 2.6, 0.1, NEV_UNIT_VEHICLES_PER_CHARGER, "2.6 vehicles per charger", "2.6辆/台" },
    { 40e9, 1e9, NEV_UNIT_CNY, "40 billion yuan", "400亿元" },
    { 6000, 1000, NEV_UNIT_PEOPLE, "6,000 people", "6,000人" },
    { 12, 1, NEV_UNIT_OTHER, "12 things", "12things" },
    { NAN, 1000, NEV_UNIT_VEHICLES, "–", "–" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *english = nev_format_value (cases[i].value, cases[i].rounding, cases[i].unit, "things", EN);
      g_autofree char *chinese = nev_format_value (cases[i].value, cases[i].rounding, cases[i].unit, "things", ZH);

      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (chinese, ==, cases[i].chinese);
    }
}

static void
test_magnitude (void)
{
  static const struct
  {
    NevUnit     unit;
    double      largest;
    const char *english;
    const char *chinese;
  } cases[] = {
    { NEV_UNIT_VEHICLES, 0, "", "" },
    { NEV_UNIT_VEHICLES, 9999, "", "" },
    { NEV_UNIT_VEHICLES, 74000, "thousand", "万" },
    { NEV_UNIT_VEHICLES, 999999, "thousand", "万" },
    { NEV_UNIT_VEHICLES, 1000000, "million", "万" },
    { NEV_UNIT_VEHICLES, -3788000, "million", "万" },
    { NEV_UNIT_CNY, 40e9, "billion", "亿" },
    { NEV_UNIT_PERCENT, 160000, "", "" },
    { NEV_UNIT_INDEX, 100000, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (nev_magnitude_choose (cases[i].unit, cases[i].largest, EN).word, ==, cases[i].english);
      g_assert_cmpstr (nev_magnitude_choose (cases[i].unit, cases[i].largest, ZH).word, ==, cases[i].chinese);
    }
}

static void
test_value_short (void)
{
  NevMagnitude     million = nev_magnitude_choose (NEV_UNIT_VEHICLES, 3788000, EN);
  NevMagnitude     wan = nev_magnitude_choose (NEV_UNIT_VEHICLES, 3788000, ZH);
  NevMagnitude     plain = nev_magnitude_choose (NEV_UNIT_PERCENT, 100, EN);
  g_autofree char *english = nev_format_value_short (3788000, NEV_UNIT_VEHICLES, million, 3, EN);
  g_autofree char *chinese = nev_format_value_short (3788000, NEV_UNIT_VEHICLES, wan, 1, ZH);
  g_autofree char *percent = nev_format_value_short (28.3, NEV_UNIT_PERCENT, plain, 1, EN);
  g_autofree char *points = nev_format_value_short (5, NEV_UNIT_PERCENTAGE_POINTS, plain, 1, EN);
  g_autofree char *gap = nev_format_value_short (NAN, NEV_UNIT_VEHICLES, million, 3, EN);
  g_autofree char *bare = NULL;

  million.word = "";
  bare = nev_format_value_short (3788000, NEV_UNIT_VEHICLES, million, 1, EN);

  g_assert_cmpstr (english, ==, "3.788 million");
  g_assert_cmpstr (chinese, ==, "378.8万辆");
  g_assert_cmpstr (percent, ==, "28.3%");
  g_assert_cmpstr (points, ==, "+5.0");
  g_assert_cmpstr (gap, ==, "–");
  g_assert_cmpstr (bare, ==, "3.8");
}

static void
test_change (void)
{
  static const struct
  {
    double      value, rounding;
    NevUnit     unit;
    const char *english;
    const char *chinese;
    const char *brief;
  } cases[] = {
    { 42.4, 0.1, NEV_UNIT_PERCENT, "+42.4%", "+42.4%", "+42.4%" },
    { 160, 10, NEV_UNIT_PERCENT, "+160%", "+160%", "+160.0%" },
    { -5.25, 0.1, NEV_UNIT_PERCENT, "−5.2%", "−5.2%", "−5.2%" },
    { 0, 0.1, NEV_UNIT_PERCENT, "0.0%", "0.0%", "0.0%" },
    { 0.04, 0.1, NEV_UNIT_PERCENT, "0.0%", "0.0%", "0.0%" },
    { -0.04, 0.1, NEV_UNIT_PERCENT, "0.0%", "0.0%", "0.0%" },
    { 5, 0.1, NEV_UNIT_PERCENTAGE_POINTS, "+5.0 pp", "+5.0个百分点", "+5.0" },
    { NAN, 0.1, NEV_UNIT_PERCENT, "–", "–", "–" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *english = nev_format_change (cases[i].value, cases[i].rounding, cases[i].unit, EN);
      g_autofree char *chinese = nev_format_change (cases[i].value, cases[i].rounding, cases[i].unit, ZH);
      g_autofree char *brief = nev_format_change_short (cases[i].value, cases[i].unit, 1, EN);

      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (chinese, ==, cases[i].chinese);
      g_assert_cmpstr (brief, ==, cases[i].brief);
    }
}

static void
test_rounding (void)
{
  static const struct
  {
    double rounding;
    int    n_decimals;
  } cases[] = {
    { 1000, 0 },
    { 1, 0 },
    { 0.5, 1 },
    { 0.1, 1 },
    { 0.09, 2 },
    { 0.01, 2 },
    { 0.001, 3 },
    { 1e-9, 6 },
    { 0, 0 },
    { -1, 0 },
    { NAN, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (nev_rounding_get_decimals (cases[i].rounding), ==, cases[i].n_decimals);
}

static void
test_period (void)
{
  static const struct
  {
    const char *period;
    const char *in_full;
    const char *brief;
    const char *phrase;
    const char *chinese;
  } cases[] = {
    { "2023", "2023", "2023", "in 2023", "2023年" },
    { "2023-S1", "first half of 2023", "H1 2023", "in the first half of 2023", "2023年上半年" },
    { "2023-S2", "second half of 2023", "H2 2023", "in the second half of 2023", "2023年下半年" },
    { "2023-Q1", "first quarter of 2023", "Q1 2023", "in the first quarter of 2023", "2023年第一季度" },
    { "2023-Q2", "second quarter of 2023", "Q2 2023", "in the second quarter of 2023", "2023年第二季度" },
    { "2023-Q4", "fourth quarter of 2023", "Q4 2023", "in the fourth quarter of 2023", "2023年第四季度" },
    { "2023-06", "June 2023", "Jun 2023", "in June 2023", "2023年6月" },
    { "2023-12", "December 2023", "Dec 2023", "in December 2023", "2023年12月" },
    { "2023-01/2023-08", "January–August 2023", "Jan–Aug 2023", "from January to August 2023", "2023年1—8月" },
    { "2022-01/2023-03", "January 2022 – March 2023", "Jan 2022 – Mar 2023", "from January 2022 to March 2023", "2022年1月—2023年3月" },
    { "2023-06-30", "30 June 2023", "30 Jun 2023", "on 30 June 2023", "2023年6月30日" },
    { "2023-06-28/2023-07-02", "28 June 2023 – 2 July 2023", "28 Jun 2023 – 2 Jul 2023", "from 28 June 2023 to 2 July 2023", "2023年6月28日—2023年7月2日" },
    { "2023-W05", "30 January 2023 – 5 February 2023", "30 Jan 2023 – 5 Feb 2023", "from 30 January 2023 to 5 February 2023", "2023年1月30日—2023年2月5日" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NevPeriod        period;
      g_autofree char *in_full = NULL;
      g_autofree char *brief = NULL;
      g_autofree char *phrase = NULL;
      g_autofree char *chinese = NULL;
      g_autofree char *chinese_brief = NULL;

      g_assert_true (nev_period_parse (cases[i].period, &period, NULL));
      in_full = nev_format_period (period, NEV_PERIOD_FORMAT_LONG, EN);
      brief = nev_format_period (period, NEV_PERIOD_FORMAT_SHORT, EN);
      phrase = nev_format_period (period, NEV_PERIOD_FORMAT_PHRASE, EN);
      chinese = nev_format_period (period, NEV_PERIOD_FORMAT_LONG, ZH);
      chinese_brief = nev_format_period (period, NEV_PERIOD_FORMAT_SHORT, ZH);

      g_assert_cmpstr (in_full, ==, cases[i].in_full);
      g_assert_cmpstr (brief, ==, cases[i].brief);
      g_assert_cmpstr (phrase, ==, cases[i].phrase);
      g_assert_cmpstr (chinese, ==, cases[i].chinese);
      g_assert_cmpstr (chinese_brief, ==, cases[i].chinese);
    }
}

static void
check_stock (int         day_after,
             int         month_after,
             const char *in_full,
             const char *brief,
             const char *phrase,
             const char *chinese)
{
  NevPeriod        stock = { NEV_DAY_ORIGIN, nev_day_from_date (2023, month_after, day_after) };
  g_autofree char *en_full = nev_format_period (stock, NEV_PERIOD_FORMAT_LONG, EN);
  g_autofree char *en_brief = nev_format_period (stock, NEV_PERIOD_FORMAT_SHORT, EN);
  g_autofree char *en_phrase = nev_format_period (stock, NEV_PERIOD_FORMAT_PHRASE, EN);
  g_autofree char *zh = nev_format_period (stock, NEV_PERIOD_FORMAT_LONG, ZH);

  g_assert_cmpstr (en_full, ==, in_full);
  g_assert_cmpstr (en_brief, ==, brief);
  g_assert_cmpstr (en_phrase, ==, phrase);
  g_assert_cmpstr (zh, ==, chinese);
}

static void
test_stock (void)
{
  check_stock (1, 7, "end of June 2023", "end of Jun 2023", "at the end of June 2023", "2023年6月末");
  check_stock (16, 6, "15 June 2023", "15 Jun 2023", "on 15 June 2023", "2023年6月15日");
}

static void
test_no_period (void)
{
  g_autofree char *none = nev_format_period (NEV_PERIOD_NONE, NEV_PERIOD_FORMAT_LONG, EN);

  g_assert_cmpstr (none, ==, "–");
}

static void
test_month (void)
{
  g_autofree char *english = nev_format_month (6, EN);
  g_autofree char *chinese = nev_format_month (12, ZH);

  g_assert_cmpstr (english, ==, "Jun");
  g_assert_cmpstr (chinese, ==, "12月");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/number", test_number);
  g_test_add_func ("/format/longest-number", test_longest_number);
  g_test_add_func ("/format/value", test_value);
  g_test_add_func ("/format/magnitude", test_magnitude);
  g_test_add_func ("/format/value-short", test_value_short);
  g_test_add_func ("/format/change", test_change);
  g_test_add_func ("/format/rounding", test_rounding);
  g_test_add_func ("/format/period", test_period);
  g_test_add_func ("/format/stock", test_stock);
  g_test_add_func ("/format/no-period", test_no_period);
  g_test_add_func ("/format/month", test_month);

  return g_test_run ();
}
