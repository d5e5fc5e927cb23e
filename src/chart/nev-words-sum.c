/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-words-sum.h"

#include <math.h>

#include "nev-catalog.h"
#include "nev-words.h"

/* How a value was calculated, line by line. nev-words-derivation.c says the same in one: a reading's facts form one
 * or two sums; those of a ratio's numerator and denominator stand for a quotient of their own.
 */

#define ANY_PART -1

typedef struct
{
  GPtrArray        *lines;
  const NevReading *reading;
  NevLanguage       language;
  NevMagnitude      magnitude; /* of all counts, so that they stand below each other */
  int               n_decimals;
} Sheet;

static void
line_free (NevSumLine *line)
{
  g_free (line->label);
  g_free (line->number);
  g_free (line->error);
  g_free (line);
}

static const NevFact *
get_fact (const NevReadingTerm *term)
{
  return nev_ledger_get_fact (nev_series_get_ledger (term->series), term->fact);
}

static gboolean
is_percent (NevSeries *series)
{
  return nev_series_get_unit (series) == NEV_UNIT_PERCENT;
}

/* Counts have the digits of the finest of them. */
static void
choose_digits (Sheet *sheet)
{
  double largest = 0, finest = 0;

  for (guint i = 0; i < sheet->reading->n_terms; i++)
    {
      const NevFact *fact = get_fact (&sheet->reading->terms[i]);

      if (is_percent (sheet->reading->terms[i].series))
        continue;

      largest = MAX (largest, fabs (fact->value));
      if (fact->rounding > 0 && (finest == 0 || fact->rounding < finest))
        finest = fact->rounding;
    }

  sheet->magnitude = (NevMagnitude){ 1, "" };
  if (sheet->language == NEV_LANGUAGE_CHINESE)
    sheet->magnitude = nev_magnitude_choose (NEV_UNIT_VEHICLES, largest, sheet->language);

  sheet->n_decimals = nev_rounding_get_decimals (MAX (finest, sheet->magnitude.divisor > 1 ? 1 : 0) / sheet->magnitude.divisor);
}

static char *
format_count (const Sheet *sheet,
              double       value)
{
  g_autofree char *number = nev_format_number (value / sheet->magnitude.divisor, sheet->n_decimals, sheet->language);

  return g_strconcat (number, sheet->magnitude.word, NULL);
}

/* Half of what rounding leaves, which may need a digit more. */
static char *
format_error (const Sheet *sheet,
              double       rounding)
{
  double           half = rounding / 2 / sheet->magnitude.divisor;
  g_autofree char *number = NULL;

  if (rounding <= 0)
    return NULL;

  number = nev_format_number (half, nev_rounding_get_decimals (half), sheet->language);

  return g_strconcat ("±", number, sheet->magnitude.word, NULL);
}

static char *
format_percent_error (const Sheet *sheet,
                      double       rounding)
{
  g_autofree char *number = nev_format_number (rounding / 2, nev_rounding_get_decimals (rounding / 2), sheet->language);

  return rounding > 0 ? g_strconcat ("±", number, NULL) : NULL;
}

static NevSumLine *
add_line (Sheet         *sheet,
          NevSumLineKind kind,
          const char    *sign,
          char          *label,
          char          *number,
          char          *error)
{
  NevSumLine *line = g_new0 (NevSumLine, 1);

  *line = (NevSumLine){ kind, sign, label, number, error, -1 };
  g_ptr_array_add (sheet->lines, line);

  return line;
}

static char *
name_period (const Sheet *sheet,
             NevSeries   *series,
             NevPeriod    period)
{
  g_autofree char *words = nev_format_period (period, NEV_PERIOD_FORMAT_SHORT, sheet->language);

  if (series == NULL || series == sheet->reading->series)
    {
      /* It begins a line. */
      g_autofree char *initial = g_utf8_strup (words, g_utf8_offset_to_pointer (words, 1) - words);

      return g_strconcat (initial, g_utf8_offset_to_pointer (words, 1), NULL);
    }

  return g_strdup_printf (nev_tr (sheet->language, "%1$s, %2$s"), nev_series_get_title (series, sheet->language), words);
}

/* What the value of a part is for. */
static NevPeriod
get_part_days (const NevReading *reading,
               int               part)
{
  NevPeriod days = nev_words_days (reading);
  gboolean  is_stock = days.start == NEV_DAY_ORIGIN;
  NevPeriod period = reading->period;
  int       y1, m1, y2, m2, day;

  if (part <= 0)
    return days;

  switch (reading->measure)
    {
    case NEV_MEASURE_INDEX:
      period = reading->base;
      break;

    case NEV_MEASURE_CHANGE_ON_PERIOD:
      nev_day_to_date (period.start, &y1, &m1, &day);
      nev_day_to_date (period.end, &y2, &m2, &day);
      period = nev_period_shift_months (period, -((y2 - y1) * 12 + m2 - m1));
      break;

    case NEV_MEASURE_LEVEL:
    case NEV_MEASURE_YEAR_TO_DATE:
    case NEV_MEASURE_TRAILING_YEAR:
    case NEV_MEASURE_CHANGE_ON_YEAR:
    default:
      period = nev_period_shift_months (period, -12);
    }

  if (is_stock)
    period.start = NEV_DAY_ORIGIN;

  return period;
}

static gboolean
is_selected (const NevReadingTerm *term,
             int                   part,
             NevSeries            *series)
{
  return (part == ANY_PART || term->part == part) && (series == NULL || term->series == series);
}

static void
add_fact (Sheet      *sheet,
          guint       index,
          const char *sign)
{
  const NevReadingTerm *term = &sheet->reading->terms[index];
  const NevFact        *fact = get_fact (term);
  NevSumLine           *line;
  char                 *number;
  char                 *error;

  if (is_percent (term->series))
    {
      number = nev_format_value (fact->value, fact->rounding, NEV_UNIT_PERCENT, NULL, sheet->language);
      error = format_percent_error (sheet, fact->rounding);
    }
  else
    {
      number = format_count (sheet, fact->value);
      error = format_error (sheet, fact->rounding);
    }

  line = add_line (sheet, NEV_SUM_LINE_FACT, sign, name_period (sheet, term->series, fact->period), number, error);
  line->term = (int) index;
}

/* One figure stands for itself; several come to something. What is added comes first, so that no sum begins with a
 * minus.
 */
static void
add_sum (Sheet         *sheet,
         int            part,
         NevSeries     *series,
         const char    *sign,
         NevSumLineKind kind)
{
  const NevReading *reading = sheet->reading;
  double            value = 0, rounding = 0;
  guint             n = 0, n_added = 0;
  NevSeries        *of = series;

  for (guint i = 0; i < reading->n_terms; i++)
    n += is_selected (&reading->terms[i], part, series);

  for (int wanted = 1; wanted >= -1; wanted -= 2)
    for (guint i = 0; i < reading->n_terms; i++)
      {
        const NevReadingTerm *term = &reading->terms[i];

        if (!is_selected (term, part, series) || term->sign != wanted)
          continue;

        if (n == 1)
          add_fact (sheet, i, sign);
        else
          add_fact (sheet, i, wanted < 0 ? "−" : n_added > 0 ? "+"
                                                             : "");

        value += wanted * get_fact (term)->value;
        rounding += get_fact (term)->rounding;
        of = term->series;
        n_added++;
      }

  if (n > 1)
    add_line (sheet, kind, sign, name_period (sheet, nev_series_get_kind (of) == NEV_SERIES_STOCK ? NULL : series, get_part_days (reading, part)),
              format_count (sheet, value), format_error (sheet, rounding));
}

/* The level of one part: a sum, or a ratio's quotient of two. */
static void
add_level (Sheet         *sheet,
           int            part,
           const char    *sign,
           NevSumLineKind kind)
{
  const NevReading *reading = sheet->reading;
  NevSeries        *numerator = nev_series_get_numerator (reading->series);
  NevSeries        *denominator = nev_series_get_denominator (reading->series);
  double            values[2] = { 0, 0 };
  gboolean          is_quotient = FALSE;

  for (guint i = 0; i < reading->n_terms && numerator != NULL && denominator != NULL; i++)
    {
      const NevReadingTerm *term = &reading->terms[i];

      if (!is_selected (term, part, NULL) || term->series == reading->series)
        continue;

      is_quotient = TRUE;
      values[term->series == denominator] += term->sign * get_fact (term)->value;
    }

  if (!is_quotient)
    {
      add_sum (sheet, part, NULL, sign, kind);
      return;
    }

  add_sum (sheet, part, numerator, "", NEV_SUM_LINE_SUBTOTAL);
  add_sum (sheet, part, denominator, "÷", NEV_SUM_LINE_SUBTOTAL);

  if (kind == NEV_SUM_LINE_SUBTOTAL)
    add_line (sheet, kind, sign, name_period (sheet, NULL, get_part_days (reading, part)),
              nev_format_value (values[0] / values[1] * 100, 0.1, NEV_UNIT_PERCENT, NULL, sheet->language), NULL);
}

/**
 * nev_words_sum:
 * @reading: a reading
 * @language: the chart's language
 *
 * Writes what a value was calculated from as a sum on paper: the figures below each other, a rule, the value. Every
 * figure has the error that its rounding leaves, and the value what they add up to.
 *
 * Returns: (transfer full) (element-type NevSumLine): the lines; none for what wasn't derived
 */
GPtrArray *
nev_words_sum (const NevReading *reading,
               NevLanguage       language)
{
  Sheet          sheet = { g_ptr_array_new_with_free_func ((GDestroyNotify) line_free), reading, language, { 1, "" }, 0 };
  gboolean       is_points;
  NevSumLineKind last = NEV_SUM_LINE_RESULT;

  if (reading->status != NEV_STATUS_DERIVED)
    return sheet.lines;

  choose_digits (&sheet);
  is_points = nev_measure_get_unit (reading->measure, reading->series) == NEV_UNIT_PERCENTAGE_POINTS;

  if (reading->measure == NEV_MEASURE_INDEX ||
      reading->measure == NEV_MEASURE_CHANGE_ON_YEAR ||
      reading->measure == NEV_MEASURE_CHANGE_ON_PERIOD)
    {
      add_level (&sheet, 0, "", NEV_SUM_LINE_SUBTOTAL);
      add_level (&sheet, 1, is_points ? "−" : "÷", NEV_SUM_LINE_SUBTOTAL);

      if (reading->measure == NEV_MEASURE_INDEX)
        add_line (&sheet, NEV_SUM_LINE_NUMBER, "×", g_strdup (""), g_strdup ("100"), NULL);
      else if (!is_points)
        add_line (&sheet, NEV_SUM_LINE_NUMBER, "−", g_strdup (""), g_strdup ("1"), NULL);
    }
  else
    {
      add_level (&sheet, ANY_PART, "", last);
    }

  if (sheet.lines->len > 0 && ((NevSumLine *) g_ptr_array_index (sheet.lines, sheet.lines->len - 1))->kind == last)
    return sheet.lines;

  add_line (&sheet, last, "", name_period (&sheet, NULL, nev_words_days (reading)), nev_words_value (reading, language), nev_words_error (reading, language));

  return sheet.lines;
}

/**
 * nev_words_rounding:
 * @reading: a reading
 * @language: the chart's language
 *
 * Says how well a value is known: "Rounded to 1,000, so good to ±500", or what the rounding of its figures adds up to.
 *
 * Returns: (transfer full) (nullable): the words; %NULL for a gap, and where the rounding isn't known
 */
char *
nev_words_rounding (const NevReading *reading,
                    NevLanguage       language)
{
  NevUnit          unit = nev_measure_get_unit (reading->measure, reading->series);
  Sheet            sheet = { NULL, reading, language, { 1, "" }, 0 };
  g_autofree char *place = NULL;
  g_autofree char *error = NULL;

  if (reading->status == NEV_STATUS_GAP || reading->rounding <= 0)
    return NULL;

  if (reading->status == NEV_STATUS_DERIVED)
    {
      error = nev_words_error (reading, language);

      /* Translators: %s is an error such as "±1,000" */
      return g_strdup_printf (nev_tr (language, "Good to %s: the rounding of the figures adds up"), error);
    }

  if (language == NEV_LANGUAGE_CHINESE)
    sheet.magnitude = nev_magnitude_choose (unit, reading->value, language);

  place = nev_format_number (reading->rounding / sheet.magnitude.divisor, nev_rounding_get_decimals (reading->rounding / sheet.magnitude.divisor), language);
  error = format_error (&sheet, reading->rounding);

  /* Translators: the place of the last digit ("1,000"), what counts it ("万" in Chinese, else nothing), an error ("±500") */
  return g_strdup_printf (nev_tr (language, "Rounded to %1$s%2$s, so good to %3$s"), place, sheet.magnitude.word, error);
}

/**
 * nev_words_read_change_before:
 * @reading: a reading
 * @change: (out caller-allocates): its change on the period before
 *
 * Reads how a level changed since the period before it. Of a year that is the change on the year, and of a run of
 * months nobody means it.
 *
 * Returns: whether the change is known
 */
gboolean
nev_words_read_change_before (const NevReading *reading,
                              NevReading       *change)
{
  NevPeriodKind kind = nev_period_get_kind (reading->period);

  if (reading->measure != NEV_MEASURE_LEVEL ||
      (kind != NEV_PERIOD_KIND_MONTH && kind != NEV_PERIOD_KIND_QUARTER && kind != NEV_PERIOD_KIND_HALF_YEAR))
    return FALSE;

  nev_series_read (reading->series, NEV_MEASURE_CHANGE_ON_PERIOD, reading->period, NEV_PERIOD_NONE, change);

  return change->status != NEV_STATUS_GAP;
}
