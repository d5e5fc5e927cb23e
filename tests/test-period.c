/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-error.h"
#include "nev-period.h"

static void
test_parse (void)
{
  static const struct
  {
    const char   *text, *first, *last, *canonical;
    NevPeriodKind kind;
  } cases[] = {
    { "2023", "2023-01-01", "2023-12-31", "2023", NEV_PERIOD_KIND_YEAR },
    { "2023-S1", "2023-01-01", "2023-06-30", "2023-S1", NEV_PERIOD_KIND_HALF_YEAR },
    { "2023-S2", "2023-07-01", "2023-12-31", "2023-S2", NEV_PERIOD_KIND_HALF_YEAR },
    { "2023-Q4", "2023-10-01", "2023-12-31", "2023-Q4", NEV_PERIOD_KIND_QUARTER },
    { "2024-02", "2024-02-01", "2024-02-29", "2024-02", NEV_PERIOD_KIND_MONTH },
    { "2023-12", "2023-12-01", "2023-12-31", "2023-12", NEV_PERIOD_KIND_MONTH },
    { "2023-06-30", "2023-06-30", "2023-06-30", "2023-06-30", NEV_PERIOD_KIND_DAY },
    { "2020-W53", "2020-12-28", "2021-01-03", "2020-W53", NEV_PERIOD_KIND_WEEK },
    { "2021-W01", "2021-01-04", "2021-01-10", "2021-W01", NEV_PERIOD_KIND_WEEK },
    { "2019-W01", "2018-12-31", "2019-01-06", "2019-W01", NEV_PERIOD_KIND_WEEK },
    { "2023-01/2023-06", "2023-01-01", "2023-06-30", "2023-S1", NEV_PERIOD_KIND_HALF_YEAR },
    { "2023-01/2023-08", "2023-01-01", "2023-08-31", "2023-01/2023-08", NEV_PERIOD_KIND_MONTHS },
    { "2022-11/2023-02", "2022-11-01", "2023-02-28", "2022-11/2023-02", NEV_PERIOD_KIND_MONTHS },
    { "2023-Q1/2023-Q4", "2023-01-01", "2023-12-31", "2023", NEV_PERIOD_KIND_YEAR },
    { "2023-06-03/2023-06-10", "2023-06-03", "2023-06-10", "2023-06-03/2023-06-10", NEV_PERIOD_KIND_DAYS },
    { "2023-02/2023-07", "2023-02-01", "2023-07-31", "2023-02/2023-07", NEV_PERIOD_KIND_MONTHS },
    { "9999-12", "9999-12-01", "9999-12-31", "9999-12", NEV_PERIOD_KIND_MONTH },
    { "9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31", NEV_PERIOD_KIND_DAY },
    { "0001", "0001-01-01", "0001-12-31", "0001", NEV_PERIOD_KIND_YEAR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *canonical = NULL, *first = NULL, *last = NULL;
      NevPeriod        period, again;

      g_test_message ("%s", cases[i].text);
      g_assert_true (nev_period_parse (cases[i].text, &period, &error));
      g_assert_no_error (error);

      first = nev_period_to_string ((NevPeriod){ period.start, period.start + 1 });
      last = nev_period_to_string ((NevPeriod){ period.end - 1, period.end });
      canonical = nev_period_to_string (period);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (last, ==, cases[i].last);
      g_assert_cmpstr (canonical, ==, cases[i].canonical);
      g_assert_cmpint (nev_period_get_kind (period), ==, cases[i].kind);

      g_assert_true (nev_period_parse (canonical, &again, NULL));
      g_assert_true (nev_period_equal (period, again));
    }
}

static void
test_parse_bad (void)
{
  static const char *const cases[] = {
    "", "23", "02023", "2023-", "2023-0", "2023-00", "2023-13", "2023-6", "2023-06-", "2023-06-31", "2023-02-29",
    "2023-Q0", "2023-Q5", "2023-S3", "2023-H1", "2023-q1", "2021-W53", "2023-W00", "2023-W60", "0000", "2023 ",
    " 2023", "2023-06x", "2023/", "/2023", "2023-06/2023-05", "2023/2024/2025", "2023年6月", "-2023", "20 3", "2023-06-3", "2023-1/2"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *quoted = g_strdup_printf ("*expected a period*found “%s”", cases[i]);
      NevPeriod        period;

      g_test_message ("%s", cases[i]);
      g_assert_false (nev_period_parse (cases[i], &period, &error));
      g_assert_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX);
      g_assert_true (g_pattern_match_simple (quoted, error->message));
    }
}

/* Where dates are wanted, none is no date. */
static void
test_parse_dated (void)
{
  g_autoptr(GError) error = NULL;
  NevPeriod period;

  g_assert_true (nev_period_parse ("undated", &period, NULL));
  g_assert_true (nev_period_is_undated (period));
  g_assert_true (nev_period_parse_dated ("2023-06", &period, NULL));
  g_assert_false (nev_period_parse_dated ("undated", &period, &error));
  g_assert_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX);
}

/* The calendar is GLib's. */
static void
test_calendar (void)
{
  gint32 end = nev_day_from_date (9999, 12, 31);

  for (gint32 n = 1; n <= end; n += n < 690000 || n > 810000 ? 97 : 1)
    {
      GDate date;
      int   year, month, day;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) n);
      nev_day_to_date (n, &year, &month, &day);

      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, g_date_get_month (&date));
      g_assert_cmpint (day, ==, g_date_get_day (&date));
      g_assert_cmpint (nev_day_from_date (year, month, day), ==, n);
    }

  g_assert_cmpint (nev_day_from_date (1, 1, 1), ==, 1);
}

static void
test_days (void)
{
  for (int i = 0; i < 2000; i++)
    {
      gint32 day = g_test_rand_int_range (1, nev_day_from_date (9999, 12, 31));
      int    year, month, day_of_month;

      nev_day_to_date (day, &year, &month, &day_of_month);
      g_assert_cmpint (nev_day_from_date (year, month, day_of_month), ==, day);
      g_assert_cmpint (nev_day_add_months (nev_day_from_date (year, month, 1), 0), ==, nev_day_from_date (year, month, 1));
    }

  g_assert_cmpint (nev_day_add_months (nev_day_from_date (2024, 1, 31), 1), ==, nev_day_from_date (2024, 2, 29));
  g_assert_cmpint (nev_day_add_months (nev_day_from_date (2024, 1, 1), -1), ==, nev_day_from_date (2023, 12, 1));
  g_assert_cmpint (nev_day_add_months (nev_day_from_date (2023, 11, 1), 14), ==, nev_day_from_date (2025, 1, 1));
  g_assert_cmpint (nev_day_add_months (NEV_DAY_ORIGIN, 5), ==, NEV_DAY_ORIGIN);
}

static NevPeriod
parse (const char *text)
{
  NevPeriod period = NEV_PERIOD_NONE;

  g_assert_true (nev_period_parse (text, &period, NULL));

  return period;
}

static void
assert_period (NevPeriod   period,
               const char *expected)
{
  g_autofree char *text = nev_period_to_string (period);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_relatives (void)
{
  assert_period (nev_period_year_to_date (parse ("2023-08")), "2023-01/2023-08");
  assert_period (nev_period_year_to_date (parse ("2023-12")), "2023");
  assert_period (nev_period_trailing_year (parse ("2023-06")), "2022-07/2023-06");
  assert_period (nev_period_trailing_year (parse ("2023")), "2023");
  assert_period (nev_period_shift_months (parse ("2023-S1"), -12), "2022-S1");
  assert_period (nev_period_shift_months (parse ("2024-02"), -12), "2023-02");
  assert_period (nev_period_shift_months (parse ("2023-01"), -1), "2022-12");
  assert_period (nev_period_at (nev_day_from_date (2023, 8, 17), NEV_FREQUENCY_QUARTER), "2023-Q3");
  assert_period (nev_period_at (nev_day_from_date (2023, 6, 30), NEV_FREQUENCY_HALF_YEAR), "2023-S1");
  assert_period (nev_period_at (nev_day_from_date (2023, 7, 1), NEV_FREQUENCY_HALF_YEAR), "2023-S2");
  assert_period ((NevPeriod){ NEV_DAY_ORIGIN, nev_day_from_date (2023, 7, 1) }, "2023-06-30");
}

/* January and February are one period, of months only; and periods follow each other without a gap. */
static void
test_cut (void)
{
  static const struct
  {
    int          month;
    NevFrequency frequency;
    gboolean     merge_jan_feb;
    const char  *expected;
  } cases[] = {
    { 1, NEV_FREQUENCY_MONTH, TRUE, "2024-01/2024-02" },
    { 2, NEV_FREQUENCY_MONTH, TRUE, "2024-01/2024-02" },
    { 3, NEV_FREQUENCY_MONTH, TRUE, "2024-03" },
    { 12, NEV_FREQUENCY_MONTH, TRUE, "2024-12" },
    { 2, NEV_FREQUENCY_MONTH, FALSE, "2024-02" },
    { 2, NEV_FREQUENCY_QUARTER, TRUE, "2024-Q1" },
    { 2, NEV_FREQUENCY_YEAR, TRUE, "2024" },
  };
  gint32 end = nev_day_from_date (2020, 1, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_period (nev_period_cut (nev_day_from_date (2024, cases[i].month, 28), cases[i].frequency, cases[i].merge_jan_feb),
                   cases[i].expected);

  for (int i = 0; i < 11 * 4; i++)
    {
      NevPeriod period = nev_period_cut (end, NEV_FREQUENCY_MONTH, TRUE);

      g_assert_cmpint (period.start, ==, end);
      end = period.end;
    }

  g_assert_cmpint (end, ==, nev_day_from_date (2024, 1, 1));
}

/* What is written is read again as the same days, for runs of days of any kind. */
static void
test_round_trip (void)
{
  for (int i = 0; i < 2000; i++)
    {
      NevPeriod        period, again;
      g_autofree char *text = NULL;

      period.start = g_test_rand_int_range (nev_day_from_date (1990, 1, 1), nev_day_from_date (2060, 1, 1));
      if (g_test_rand_bit ())
        period.start = nev_period_at (period.start, NEV_FREQUENCY_MONTH).start;
      period.end = g_test_rand_bit () ? nev_day_add_months (period.start, g_test_rand_int_range (1, 30)) : period.start + g_test_rand_int_range (1, 400);

      text = nev_period_to_string (period);
      g_assert_true (nev_period_parse (text, &again, NULL));
      g_assert_true (nev_period_equal (period, again));
    }
}

static void
test_frequency (void)
{
  NevFrequency frequency;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < NEV_N_FREQUENCIES; i++)
    {
      g_assert_true (nev_frequency_parse (nev_frequency_to_string (i), &frequency, NULL));
      g_assert_cmpint (frequency, ==, i);
    }

  g_assert_false (nev_frequency_parse ("week", &frequency, &error));
  g_assert_cmpstr (error->message, ==, "expected day, month, quarter, half-year or year, found “week”");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period/parse", test_parse);
  g_test_add_func ("/period/parse-bad", test_parse_bad);
  g_test_add_func ("/period/parse-dated", test_parse_dated);
  g_test_add_func ("/period/calendar", test_calendar);
  g_test_add_func ("/period/days", test_days);
  g_test_add_func ("/period/relatives", test_relatives);
  g_test_add_func ("/period/cut", test_cut);
  g_test_add_func ("/period/round-trip", test_round_trip);
  g_test_add_func ("/period/frequency", test_frequency);

  return g_test_run ();
}
