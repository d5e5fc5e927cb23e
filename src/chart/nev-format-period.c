/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-format.h"

/* The calendar names of periods. The languages differ in the order of year and month, in whether a
 * month has a name or a number and in what is said once for two months of one year; so
 * each has its own function and nothing here is a translated format.
 */

#define DASH "\342\200\223"    /* U+2013 */
#define EM_DASH "\342\200\224" /* U+2014 */

static const char *const long_months[] = {
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December"
};

static const char *const short_months[] = {
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
};

static const char *const english_quarters[] = { "first", "second", "third", "fourth" };
static const char *const english_halves[] = { "first", "second" };
static const char *const chinese_quarters[] = { "一", "二", "三", "四" };
static const char *const chinese_halves[] = { "上", "下" };

typedef struct
{
  int year, month, day;
} Date;

/* A period's two ends as dates, both included; of a stock, only the last one means something. */
typedef struct
{
  NevPeriodKind kind;
  Date          first;
  Date          last;
  gboolean      is_month_end;
} Calendar;

static Date
get_date (gint32 day)
{
  Date date;

  nev_day_to_date (day, &date.year, &date.month, &date.day);

  return date;
}

static Calendar
get_calendar (NevPeriod period)
{
  Calendar calendar = { nev_period_get_kind (period) };

  calendar.last = get_date (period.end - 1);
  calendar.first = calendar.kind == NEV_PERIOD_KIND_STOCK ? calendar.last : get_date (period.start);
  calendar.is_month_end = get_date (period.end).day == 1;

  return calendar;
}

static char *
format_english_day (Date     date,
                    gboolean is_short)
{
  const char *const *months = is_short ? short_months : long_months;

  return g_strdup_printf ("%d %s %d", date.day, months[date.month - 1], date.year);
}

static char *
format_english_days (const Calendar *calendar,
                     gboolean        is_short,
                     gboolean        is_phrase)
{
  g_autofree char *first = format_english_day (calendar->first, is_short);
  g_autofree char *last = format_english_day (calendar->last, is_short);

  return g_strdup_printf (is_phrase ? "from %s to %s" : "%s " DASH " %s", first, last);
}

static char *
format_english_months (const Calendar *calendar,
                       gboolean        is_short,
                       gboolean        is_phrase)
{
  const char *const *months = is_short ? short_months : long_months;
  const char        *first = months[calendar->first.month - 1];
  const char        *last = months[calendar->last.month - 1];

  if (calendar->first.year == calendar->last.year)
    return g_strdup_printf (is_phrase ? "from %s to %s %d" : "%s" DASH "%s %d",
                            first, last, calendar->last.year);

  return g_strdup_printf (is_phrase ? "from %s %d to %s %d" : "%s %d " DASH " %s %d",
                          first, calendar->first.year, last, calendar->last.year);
}

static char *
format_english_stock (const Calendar *calendar,
                      gboolean        is_short,
                      gboolean        is_phrase)
{
  const char *const *months = is_short ? short_months : long_months;
  g_autofree char   *day = NULL;

  if (calendar->is_month_end)
    return g_strdup_printf ("%send of %s %d", is_phrase ? "at the " : "",
                            months[calendar->last.month - 1], calendar->last.year);

  day = format_english_day (calendar->last, is_short);

  return g_strconcat (is_phrase ? "on " : "", day, NULL);
}

static char *
format_english (const Calendar *calendar,
                gboolean        is_short,
                gboolean        is_phrase)
{
  const char *const *months = is_short ? short_months : long_months;
  const char        *in = is_phrase ? "in " : "";
  const char        *in_the = is_phrase ? "in the " : "";
  const Date        *first = &calendar->first;
  g_autofree char   *day = NULL;

  switch (calendar->kind)
    {
    case NEV_PERIOD_KIND_STOCK:
      return format_english_stock (calendar, is_short, is_phrase);

    case NEV_PERIOD_KIND_DAY:
      day = format_english_day (*first, is_short);
      return g_strconcat (is_phrase ? "on " : "", day, NULL);

    case NEV_PERIOD_KIND_MONTH:
      return g_strdup_printf ("%s%s %d", in, months[first->month - 1], first->year);

    case NEV_PERIOD_KIND_QUARTER:
      if (is_short)
        return g_strdup_printf ("%sQ%d %d", in, (first->month + 2) / 3, first->year);
      return g_strdup_printf ("%s%s quarter of %d", in_the, english_quarters[(first->month - 1) / 3], first->year);

    case NEV_PERIOD_KIND_HALF_YEAR:
      if (is_short)
        return g_strdup_printf ("%sH%d %d", in, (first->month + 5) / 6, first->year);
      return g_strdup_printf ("%s%s half of %d", in_the, english_halves[(first->month - 1) / 6], first->year);

    case NEV_PERIOD_KIND_YEAR:
      return g_strdup_printf ("%s%d", in, first->year);

    case NEV_PERIOD_KIND_MONTHS:
      return format_english_months (calendar, is_short, is_phrase);

    case NEV_PERIOD_KIND_UNDATED:
      return g_strdup (is_phrase ? "(undated)" : "undated");

    case NEV_PERIOD_KIND_WEEK:
    case NEV_PERIOD_KIND_DAYS:
    case NEV_PERIOD_KIND_NONE:
    default:
      return format_english_days (calendar, is_short, is_phrase);
    }
}

static char *
format_chinese (const Calendar *calendar)
{
  const Date *first = &calendar->first;
  const Date *last = &calendar->last;

  switch (calendar->kind)
    {
    case NEV_PERIOD_KIND_STOCK:
      if (calendar->is_month_end)
        return g_strdup_printf ("%d年%d月末", last->year, last->month);
      return g_strdup_printf ("%d年%d月%d日", last->year, last->month, last->day);

    case NEV_PERIOD_KIND_DAY:
      return g_strdup_printf ("%d年%d月%d日", first->year, first->month, first->day);

    case NEV_PERIOD_KIND_MONTH:
      return g_strdup_printf ("%d年%d月", first->year, first->month);

    case NEV_PERIOD_KIND_QUARTER:
      return g_strdup_printf ("%d年第%s季度", first->year, chinese_quarters[(first->month - 1) / 3]);

    case NEV_PERIOD_KIND_HALF_YEAR:
      return g_strdup_printf ("%d年%s半年", first->year, chinese_halves[(first->month - 1) / 6]);

    case NEV_PERIOD_KIND_YEAR:
      return g_strdup_printf ("%d年", first->year);

    case NEV_PERIOD_KIND_MONTHS:
      if (first->year == last->year)
        return g_strdup_printf ("%d年%d" EM_DASH "%d月", first->year, first->month, last->month);
      return g_strdup_printf ("%d年%d月" EM_DASH "%d年%d月", first->year, first->month, last->year, last->month);

    case NEV_PERIOD_KIND_UNDATED:
      return g_strdup ("未注明时间");

    case NEV_PERIOD_KIND_WEEK:
    case NEV_PERIOD_KIND_DAYS:
    case NEV_PERIOD_KIND_NONE:
    default:
      return g_strdup_printf ("%d年%d月%d日" EM_DASH "%d年%d月%d日",
                              first->year, first->month, first->day, last->year, last->month, last->day);
    }
}

/**
 * nev_format_period:
 * @period: a run of days; a stock's stands for its last day
 * @format: in which words; Chinese has one form for all
 * @language: the chart's language
 *
 * Writes a period's calendar name: "first half of 2023", "Jun 2023", "end of June 2023",
 * "2023年1—8月".
 *
 * Returns: (transfer full): the name; a dash for a period without days
 */
char *
nev_format_period (NevPeriod       period,
                   NevPeriodFormat format,
                   NevLanguage     language)
{
  Calendar calendar;
  gboolean is_short = format == NEV_PERIOD_FORMAT_SHORT || format == NEV_PERIOD_FORMAT_SHORT_PHRASE;
  gboolean is_phrase = format == NEV_PERIOD_FORMAT_PHRASE || format == NEV_PERIOD_FORMAT_SHORT_PHRASE;

  if (nev_period_is_none (period))
    return g_strdup (DASH);

  calendar = get_calendar (period);

  if (language == NEV_LANGUAGE_CHINESE)
    return format_chinese (&calendar);

  return format_english (&calendar, is_short, is_phrase);
}

/**
 * nev_format_month:
 * @month: a month, 1 to 12
 * @language: the chart's language
 *
 * Writes a month as it stands below an axis: "Jun", "6月".
 *
 * Returns: (transfer full): the name
 */
char *
nev_format_month (int         month,
                  NevLanguage language)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  if (language == NEV_LANGUAGE_CHINESE)
    return g_strdup_printf ("%d月", month);

  return g_strdup (short_months[month - 1]);
}

/**
 * nev_format_months:
 * @first: a month, 1 to 12
 * @last: a later month of the same year
 * @language: the chart's language
 *
 * Writes several months as they stand below an axis where they are one period: "Jan–Feb", "1—2月".
 *
 * Returns: (transfer full): the name
 */
char *
nev_format_months (int         first,
                   int         last,
                   NevLanguage language)
{
  g_return_val_if_fail (first >= 1 && first <= last && last <= 12, NULL);

  if (language == NEV_LANGUAGE_CHINESE)
    return g_strdup_printf ("%d" EM_DASH "%d月", first, last);

  return g_strdup_printf ("%s" DASH "%s", short_months[first - 1], short_months[last - 1]);
}
