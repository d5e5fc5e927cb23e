/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-period.h"

#include "nev-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MONTHS_PER_YEAR 12
/* The first day of the year after it is still counted: the last period ends there. */
#define MAX_YEAR 9999

#define UNDATED "undated"

static const struct
{
  const char *name;
  int         months;
} frequencies[NEV_N_FREQUENCIES] = {
  [NEV_FREQUENCY_MONTH] = { "month", 1 },
  [NEV_FREQUENCY_QUARTER] = { "quarter", 3 },
  [NEV_FREQUENCY_HALF_YEAR] = { "half-year", 6 },
  [NEV_FREQUENCY_YEAR] = { "year", 12 },
  [NEV_FREQUENCY_DAY] = { "day", 0 },
};

#define DAYS_BEFORE (-305) /* the day number of 1 March of year 0 */
#define DAYS_OF_400_YEARS 146097

/**
 * nev_day_from_date:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31, in that month
 *
 * Counts days by the Gregorian calendar.
 *
 * Returns: the day number, 1 for 1 January of year 1
 */
gint32
nev_day_from_date (int year,
                   int month,
                   int day)
{
  /* GDate takes twenty times as long, which counts where all months of many series are looked at. A year begins in March
   * here, so that a leap day is its last, and months of 31 and 30 days are in fives.
   */
  int y = month > 2 ? year : year - 1;
  int m = month > 2 ? month - 3 : month + 9;

  return DAYS_BEFORE + 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1;
}

/**
 * nev_day_to_date:
 * @day: a day number
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @day_of_month: (out) (optional): its day, 1 to 31
 *
 * Finds a day in the calendar.
 */
void
nev_day_to_date (gint32 day,
                 int   *year,
                 int   *month,
                 int   *day_of_month)
{
  gint64 n = (gint64) MAX (day, 1) - DAYS_BEFORE;
  gint32 era = (gint32) (n / DAYS_OF_400_YEARS), of_era = (gint32) (n % DAYS_OF_400_YEARS);
  gint32 y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  gint32 of_year = of_era - (365 * y + y / 4 - y / 100);
  gint32 m = (5 * of_year + 2) / 153;

  if (year)
    *year = 400 * era + y + (m < 10 ? 0 : 1);
  if (month)
    *month = m < 10 ? m + 3 : m - 9;
  if (day_of_month)
    *day_of_month = of_year - (153 * m + 2) / 5 + 1;
}

/**
 * nev_day_add_months:
 * @day: a day number
 * @n_months: how many months later; negative for earlier
 *
 * Moves a day by whole months. A day that the month doesn't have becomes the month's last.
 *
 * Returns: the day number; the origin stays the origin
 */
gint32
nev_day_add_months (gint32 day,
                    int    n_months)
{
  int year, month, day_of_month, months;

  if (day == NEV_DAY_ORIGIN)
    return day;

  nev_day_to_date (day, &year, &month, &day_of_month);
  months = CLAMP (year * MONTHS_PER_YEAR + month - 1 + n_months, MONTHS_PER_YEAR, (MAX_YEAR + 1) * MONTHS_PER_YEAR);
  year = months / MONTHS_PER_YEAR;
  month = months % MONTHS_PER_YEAR + 1;

  return nev_day_from_date (year, month, MIN (day_of_month, g_date_get_days_in_month (month, (GDateYear) year)));
}

/**
 * nev_period_at:
 * @day: a day number
 * @frequency: a frequency
 *
 * Finds the day, month, quarter, half-year or year that a day lies in.
 *
 * Returns: the period
 */
NevPeriod
nev_period_at (gint32       day,
               NevFrequency frequency)
{
  int    months = nev_frequency_get_months (frequency);
  int    year, month;
  gint32 start;

  if (frequency == NEV_FREQUENCY_DAY)
    return (NevPeriod){ day, day + 1 };

  nev_day_to_date (day, &year, &month, NULL);
  start = nev_day_from_date (year, (month - 1) / months * months + 1, 1);

  return (NevPeriod){ start, nev_day_add_months (start, months) };
}

/**
 * nev_period_cut:
 * @day: a day number
 * @frequency: a frequency
 * @merge_jan_feb: whether January and February are one period; only of %NEV_FREQUENCY_MONTH
 *
 * Finds the period that a day lies in, where time may be cut as Chinese statistics cut it: Spring Festival moves
 * between January and February, so that only both of them together are alike in all years.
 *
 * Returns: the period
 */
NevPeriod
nev_period_cut (gint32       day,
                NevFrequency frequency,
                gboolean     merge_jan_feb)
{
  NevPeriod period = nev_period_at (day, frequency);
  int       year, month;

  if (!merge_jan_feb || frequency != NEV_FREQUENCY_MONTH)
    return period;

  nev_day_to_date (day, &year, &month, NULL);

  if (month <= 2)
    period = (NevPeriod){ nev_day_from_date (year, 1, 1), nev_day_from_date (year, 3, 1) };

  return period;
}

/**
 * nev_period_shift_months:
 * @self: a period
 * @n_months: how many months later; negative for earlier
 *
 * Returns: the period that lies @n_months later
 */
NevPeriod
nev_period_shift_months (NevPeriod self,
                         int       n_months)
{
  return (NevPeriod){ nev_day_add_months (self.start, n_months), nev_day_add_months (self.end, n_months) };
}

/**
 * nev_period_year_to_date:
 * @self: a period
 *
 * Returns: 1 January of the year that @self ends in, to the end of @self
 */
NevPeriod
nev_period_year_to_date (NevPeriod self)
{
  return (NevPeriod){ nev_period_at (self.end - 1, NEV_FREQUENCY_YEAR).start, self.end };
}

/**
 * nev_period_trailing_year:
 * @self: a period
 *
 * Returns: the twelve months that end with @self
 */
NevPeriod
nev_period_trailing_year (NevPeriod self)
{
  return (NevPeriod){ nev_day_add_months (self.end, -MONTHS_PER_YEAR), self.end };
}

/**
 * nev_period_get_kind:
 * @self: a period
 *
 * Works out the shortest calendar name of a run of days: January to June of one year is a half-year.
 *
 * Returns: the kind
 */
NevPeriodKind
nev_period_get_kind (NevPeriod self)
{
  int year, month, day, end_year, end_month, end_day, months;

  if (nev_period_is_none (self))
    return NEV_PERIOD_KIND_NONE;
  if (self.start == NEV_DAY_ORIGIN)
    return NEV_PERIOD_KIND_STOCK;
  if (nev_period_is_undated (self))
    return NEV_PERIOD_KIND_UNDATED;
  if (self.end - self.start == 1)
    return NEV_PERIOD_KIND_DAY;

  nev_day_to_date (self.start, &year, &month, &day);
  nev_day_to_date (self.end, &end_year, &end_month, &end_day);

  if (day != 1 || end_day != 1)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) self.start);

      if (self.end - self.start == 7 && g_date_get_weekday (&date) == G_DATE_MONDAY)
        return NEV_PERIOD_KIND_WEEK;

      return NEV_PERIOD_KIND_DAYS;
    }

  months = (end_year - year) * MONTHS_PER_YEAR + end_month - month;

  if (months == 1)
    return NEV_PERIOD_KIND_MONTH;
  if (months == 3 && month % 3 == 1)
    return NEV_PERIOD_KIND_QUARTER;
  if (months == 6 && month % 6 == 1)
    return NEV_PERIOD_KIND_HALF_YEAR;
  if (months == 12 && month == 1)
    return NEV_PERIOD_KIND_YEAR;

  return NEV_PERIOD_KIND_MONTHS;
}

static char *
week_to_string (gint32 monday)
{
  GDate date;
  int   year;

  /* ISO 8601: a week belongs to the year that its Thursday lies in. */
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) monday);
  nev_day_to_date (monday + 3, &year, NULL, NULL);

  return g_strdup_printf ("%04d-W%02u", year, g_date_get_iso8601_week_of_year (&date));
}

/**
 * nev_period_to_string:
 * @self: a period
 *
 * Writes a period in its shortest ISO 8601 or SDMX form, which nev_period_parse() reads. A
 * stock's is the day at whose end it stands.
 *
 * Returns: (transfer full): for example 2023-06, 2023-Q2, 2023-S1, 2023 or 2023-01/2023-08; "undated" for
 *   %NEV_PERIOD_UNDATED
 */
char *
nev_period_to_string (NevPeriod self)
{
  int year, month, day, last_year, last_month, last_day;

  nev_day_to_date (self.start, &year, &month, &day);
  nev_day_to_date (self.end - 1, &last_year, &last_month, &last_day);

  switch (nev_period_get_kind (self))
    {
    case NEV_PERIOD_KIND_NONE:
      return g_strdup ("");
    case NEV_PERIOD_KIND_STOCK:
    case NEV_PERIOD_KIND_DAY:
      return g_strdup_printf ("%04d-%02d-%02d", last_year, last_month, last_day);
    case NEV_PERIOD_KIND_WEEK:
      return week_to_string (self.start);
    case NEV_PERIOD_KIND_MONTH:
      return g_strdup_printf ("%04d-%02d", year, month);
    case NEV_PERIOD_KIND_QUARTER:
      return g_strdup_printf ("%04d-Q%d", year, (month - 1) / 3 + 1);
    case NEV_PERIOD_KIND_HALF_YEAR:
      return g_strdup_printf ("%04d-S%d", year, (month - 1) / 6 + 1);
    case NEV_PERIOD_KIND_YEAR:
      return g_strdup_printf ("%04d", year);
    case NEV_PERIOD_KIND_MONTHS:
      return g_strdup_printf ("%04d-%02d/%04d-%02d", year, month, last_year, last_month);
    case NEV_PERIOD_KIND_DAYS:
      return g_strdup_printf ("%04d-%02d-%02d/%04d-%02d-%02d", year, month, day, last_year, last_month, last_day);
    case NEV_PERIOD_KIND_UNDATED:
      return g_strdup (UNDATED);
    default:
      g_assert_not_reached ();
    }
}

/* Reads exactly @n_digits digits and moves on, or gives -1. */
static int
read_digits (const char **text,
             int          n_digits)
{
  int value = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return -1;

      value = value * 10 + (*text)[i] - '0';
    }

  *text += n_digits;

  return value;
}

/* A part of a year: @first to @last, each @months long; "-" and the letter have been read. */
static gboolean
read_part (const char **text,
           int          year,
           int          n_digits,
           int          n_parts,
           NevPeriod   *period)
{
  int months = MONTHS_PER_YEAR / n_parts;
  int part = read_digits (text, n_digits);

  if (part < 1 || part > n_parts)
    return FALSE;

  period->start = nev_day_from_date (year, (part - 1) * months + 1, 1);
  period->end = nev_day_add_months (period->start, months);

  return TRUE;
}

static gboolean
read_week (const char **text,
           int          year,
           NevPeriod   *period)
{
  int   week = read_digits (text, 2);
  GDate date;

  if (week < 1 || week > (int) g_date_get_monday_weeks_in_year ((GDateYear) year) + 1)
    return FALSE;

  /* 4 January always lies in week 1. */
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 4, G_DATE_JANUARY, (GDateYear) year);
  period->start = (gint32) g_date_get_julian (&date) - ((int) g_date_get_weekday (&date) - G_DATE_MONDAY) + (week - 1) * 7;
  period->end = period->start + 7;

  /* Week 53 exists only where its Thursday does. */
  nev_day_to_date (period->start + 3, &week, NULL, NULL);

  return week == year;
}

static gboolean
read_month_or_day (const char **text,
                   int          year,
                   NevPeriod   *period)
{
  const char *month_text = *text;
  int         month = read_digits (text, 2);
  int         day;

  if (month < 1 || month > MONTHS_PER_YEAR)
    return FALSE;

  if (**text != '-')
    return read_part (&month_text, year, 2, MONTHS_PER_YEAR, period);

  (*text)++;
  day = read_digits (text, 2);

  if (day < 1 || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return FALSE;

  period->start = nev_day_from_date (year, month, day);
  period->end = period->start + 1;

  return TRUE;
}

static gboolean
read_period (const char **text,
             NevPeriod   *period)
{
  int year = read_digits (text, 4);

  if (year < 1)
    return FALSE;

  if (**text != '-')
    {
      *period = nev_period_at (nev_day_from_date (year, 1, 1), NEV_FREQUENCY_YEAR);
      return TRUE;
    }

  (*text)++;

  switch (*(*text)++)
    {
    case 'Q':
      return read_part (text, year, 1, 4, period);
    case 'S':
      return read_part (text, year, 1, 2, period);
    case 'W':
      return read_week (text, year, period);
    default:
      (*text)--;
      return read_month_or_day (text, year, period);
    }
}

/**
 * nev_period_parse:
 * @text: a time period as ISO 8601 or SDMX writes it
 * @period: (out caller-allocates): the period
 * @error: return location for an error
 *
 * Reads 2023, 2023-S1, 2023-Q2, 2023-06, 2023-W05, 2023-06-30, and two of them with a slash between, of
 * which the first gives the first day and the second the last. Years are 0001 to 9999. "undated" is
 * %NEV_PERIOD_UNDATED.
 *
 * Returns: %FALSE with %NEV_DATA_ERROR_SYNTAX when @text is none of these
 */
gboolean
nev_period_parse (const char *text,
                  NevPeriod  *period,
                  GError    **error)
{
  if (strcmp (text, UNDATED) == 0)
    {
      *period = NEV_PERIOD_UNDATED;
      return TRUE;
    }

  return nev_period_parse_dated (text, period, error);
}

/**
 * nev_period_parse_dated:
 * @text: a time period as ISO 8601 or SDMX writes it
 * @period: (out caller-allocates): the period
 * @error: return location for an error
 *
 * Reads what nev_period_parse() reads but "undated": what stands on an axis of dates has one.
 *
 * Returns: %FALSE with %NEV_DATA_ERROR_SYNTAX when @text is none of these
 */
gboolean
nev_period_parse_dated (const char *text,
                        NevPeriod  *period,
                        GError    **error)
{
  const char *rest = text;
  NevPeriod   first, last;
  gboolean    is_read;

  is_read = read_period (&rest, &first);
  last = first;

  if (is_read && *rest == '/')
    {
      rest++;
      is_read = read_period (&rest, &last);
    }

  if (!is_read || *rest != '\0' || last.end <= first.start)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX,
                   _ ("expected a period such as 2023, 2023-S1, 2023-Q2, 2023-06, 2023-06-30 or 2023-01/2023-06, found “%s”"), text);
      return FALSE;
    }

  *period = (NevPeriod){ first.start, last.end };

  return TRUE;
}

/**
 * nev_frequency_get_months:
 * @self: a frequency
 *
 * Returns: how many months a period of it has; 0 for a day
 */
int
nev_frequency_get_months (NevFrequency self)
{
  return frequencies[self].months;
}

/**
 * nev_frequency_to_string:
 * @self: a frequency
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
nev_frequency_to_string (NevFrequency self)
{
  return frequencies[self].name;
}

/**
 * nev_frequency_parse:
 * @text: a name that nev_frequency_to_string() gives
 * @frequency: (out): the frequency
 * @error: return location for an error
 *
 * Reads the name of a frequency.
 *
 * Returns: %FALSE with %NEV_DATA_ERROR_SYNTAX when @text names none
 */
gboolean
nev_frequency_parse (const char   *text,
                     NevFrequency *frequency,
                     GError      **error)
{
  for (int i = 0; i < NEV_N_FREQUENCIES; i++)
    if (strcmp (text, frequencies[i].name) == 0)
      {
        *frequency = i;
        return TRUE;
      }

  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX,
               _ ("expected day, month, quarter, half-year or year, found “%s”"), text);

  return FALSE;
}
