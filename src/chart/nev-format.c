/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-format.h"

#include <math.h>
#include <string.h>

#include "nev-catalog.h"

/* Numbers are written here and not by the C library, so that a chart reads the same whatever the
 * locale of the process. The words of magnitudes aren't translated but chosen: the languages
 * count in different powers of ten.
 */

#define MINUS "\342\210\222" /* U+2212 */
#define DASH "\342\200\223"  /* U+2013: no value */

#define MAX_DECIMALS 6
#define DECIMALS_OF_CHANGE 1

/* Every whole number up to here is a double. */
#define MAX_WHOLE 9e15

/* A double at its largest, with a sign, a point and the decimals. */
#define NUMBER_LENGTH 330

static const NevMagnitude no_magnitude = { 1, "" };

static const NevMagnitude english_magnitudes[] = {
  { 1e9, "billion" },
  { 1e6, "million" },
  { 1e3, "thousand" },
};

static const NevMagnitude chinese_magnitudes[] = {
  { 1e8, "亿" },
  { 1e4, "万" },
};

static gboolean
is_count (NevUnit unit)
{
  switch (unit)
    {
    case NEV_UNIT_VEHICLES:
    case NEV_UNIT_CHARGERS:
    case NEV_UNIT_CNY:
    case NEV_UNIT_PEOPLE:
    case NEV_UNIT_OTHER:
      return TRUE;

    case NEV_UNIT_PERCENT:
    case NEV_UNIT_PERCENTAGE_POINTS:
    case NEV_UNIT_INDEX:
    case NEV_UNIT_VEHICLES_PER_CHARGER:
    default:
      return FALSE;
    }
}

/**
 * nev_magnitude_choose:
 * @unit: what is counted
 * @largest: the largest absolute value that is to be written
 * @language: the chart's language
 *
 * Chooses what the numbers of an axis or a row of labels are counted in: thousands and
 * millions in English, 万 and 亿 in Chinese. Percentages, indices and quotients are
 * written as they are; so are counts with fewer than five digits.
 *
 * Returns: the magnitude
 */
NevMagnitude
nev_magnitude_choose (NevUnit     unit,
                      double      largest,
                      NevLanguage language)
{
  const NevMagnitude *magnitudes = english_magnitudes;
  gsize               n = G_N_ELEMENTS (english_magnitudes);

  if (language == NEV_LANGUAGE_CHINESE)
    {
      magnitudes = chinese_magnitudes;
      n = G_N_ELEMENTS (chinese_magnitudes);
    }

  if (!is_count (unit) || fabs (largest) < 1e4)
    return no_magnitude;

  for (gsize i = 0; i < n; i++)
    {
      if (fabs (largest) >= magnitudes[i].divisor)
        return magnitudes[i];
    }

  return no_magnitude;
}

/* Writes the digits of |@value| with commas between the thousands. */
static void
append_digits (GString *string,
               double   value,
               int      n_decimals)
{
  char        digits[NUMBER_LENGTH];
  char        format[8];
  const char *point;
  gsize       n_integer;

  /* Most numbers are whole, and printing them as such takes a fraction of the time. */
  if (n_decimals == 0 && fabs (value) < MAX_WHOLE)
    g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, (gint64) llrint (fabs (value)));
  else
    {
      g_snprintf (format, sizeof format, "%%.%df", n_decimals);
      g_ascii_formatd (digits, sizeof digits, format, fabs (value));
    }

  point = strchr (digits, '.');
  n_integer = point != NULL ? (gsize) (point - digits) : strlen (digits);

  for (gsize i = 0; i < n_integer; i++)
    {
      if (i > 0 && (n_integer - i) % 3 == 0)
        g_string_append_c (string, ',');

      g_string_append_c (string, digits[i]);
    }

  g_string_append (string, digits + n_integer);
}

static gboolean
is_written_as_zero (const char *number)
{
  return strpbrk (number, "123456789") == NULL;
}

/**
 * nev_format_number:
 * @value: a number
 * @n_decimals: how many digits after the point, 0 to 6
 * @language: the chart's language
 *
 * Writes a number with a comma between the thousands and a true minus sign.
 *
 * What rounds to zero has no sign. What isn't finite is a dash.
 *
 * Returns: (transfer full): the number
 */
char *
nev_format_number (double      value,
                   int         n_decimals,
                   NevLanguage language)
{
  g_autoptr(GString) string = g_string_new (NULL);

  if (!isfinite (value))
    return g_strdup (DASH);

  append_digits (string, value, CLAMP (n_decimals, 0, MAX_DECIMALS));

  if (value < 0 && !is_written_as_zero (string->str))
    g_string_prepend (string, MINUS);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* 3.750 is 3.75: where the unit is a million, zeros at the end say nothing. */
static void
trim_decimals (char *number)
{
  char *end = number + strlen (number);

  if (strchr (number, '.') == NULL)
    return;

  while (end[-1] == '0')
    end--;

  if (end[-1] == '.')
    end--;

  *end = '\0';
}

/**
 * nev_rounding_get_decimals:
 * @rounding: the place of the last digit that is known, or a width of doubt
 *
 * Gets how many digits after the point it makes sense to write: 1 for 0.1 and for 0.3,
 * none for 1 and above, nor where nothing is known.
 *
 * Returns: the number of digits, 0 to 6
 */
int
nev_rounding_get_decimals (double rounding)
{
  if (!(rounding > 0) || rounding >= 1)
    return 0;

  /* The logarithm of 0.001 isn't exactly -3. */
  return (int) CLAMP (ceil (-log10 (rounding) - 1e-9), 0, MAX_DECIMALS);
}

/**
 * nev_rounding_drop_digits:
 * @value: a value
 * @rounding: how finely it is known; 0 where that is not known
 *
 * Takes the digits out of a value that mean nothing: one that is good to 2,000 has no hundreds.
 *
 * Returns: the value
 */
double
nev_rounding_drop_digits (double value,
                          double rounding)
{
  double place;

  if (!isfinite (value) || !(rounding > 1))
    return value;

  place = pow (10, floor (log10 (rounding) + 1e-9));

  return round (value / place) * place;
}

static char *
format_full_count (double      value,
                   double      rounding,
                   NevUnit     unit,
                   NevLanguage language)
{
  NevMagnitude     magnitude = no_magnitude;
  g_autofree char *number = NULL;

  /* Sums of money have too many zeros to read in any language. */
  if (language == NEV_LANGUAGE_CHINESE || unit == NEV_UNIT_CNY)
    magnitude = nev_magnitude_choose (unit, value, language);

  if (magnitude.divisor > 1)
    {
      double known = rounding > 0 ? rounding / magnitude.divisor : 0;

      number = nev_format_number (value / magnitude.divisor,
                                  known > 0 ? nev_rounding_get_decimals (known) : MAX_DECIMALS,
                                  language);
      trim_decimals (number);
    }
  else
    {
      number = nev_format_number (value, nev_rounding_get_decimals (rounding), language);
    }

  if (language == NEV_LANGUAGE_CHINESE)
    return g_strconcat (number, magnitude.word, NULL);

  return magnitude.divisor > 1 ? g_strconcat (number, " ", magnitude.word, NULL)
                               : g_steal_pointer (&number);
}

static int
get_decimals_of_change (double rounding)
{
  return rounding > 0 ? nev_rounding_get_decimals (rounding) : DECIMALS_OF_CHANGE;
}

/**
 * nev_format_value:
 * @value: a value; NaN for none
 * @rounding: the place of the last digit that is known; 0 where that is not known
 * @unit: its unit
 * @unit_text: (nullable): the words of %NEV_UNIT_OTHER
 * @language: the chart's language
 *
 * Writes a value in full, with its unit: "3,788,000 vehicles", "378.8万辆", "28.3%".
 *
 * Digits below @rounding are not written.
 *
 * Returns: (transfer full): the words
 */
char *
nev_format_value (double      value,
                  double      rounding,
                  NevUnit     unit,
                  const char *unit_text,
                  NevLanguage language)
{
  g_autofree char *number = NULL;
  const char      *word = unit == NEV_UNIT_OTHER ? unit_text : nev_format_unit (unit, language);

  if (!isfinite (value))
    return g_strdup (DASH);

  if (unit == NEV_UNIT_PERCENTAGE_POINTS)
    return nev_format_change (value, rounding, unit, language);

  value = nev_rounding_drop_digits (value, rounding);

  if (is_count (unit))
    number = format_full_count (value, rounding, unit, language);
  else
    number = nev_format_number (value, get_decimals_of_change (rounding), language);

  if (unit == NEV_UNIT_PERCENT)
    return g_strconcat (number, "%", NULL);

  if (unit == NEV_UNIT_INDEX || word == NULL || *word == '\0')
    return g_steal_pointer (&number);

  if (language == NEV_LANGUAGE_CHINESE)
    return g_strconcat (number, word, NULL);

  return g_strconcat (number, " ", word, NULL);
}

/**
 * nev_format_value_short:
 * @value: a value; NaN for none
 * @unit: its unit
 * @magnitude: from nev_magnitude_choose(); with an empty word, only the number is written
 * @n_decimals: how many digits after the point
 * @language: the chart's language
 *
 * Writes a value as short as an axis or a label on a bar needs it: "3.788 million",
 * "378.8万辆", "28.3%", "+5.0".
 *
 * Returns: (transfer full): the words
 */
char *
nev_format_value_short (double       value,
                        NevUnit      unit,
                        NevMagnitude magnitude,
                        int          n_decimals,
                        NevLanguage  language)
{
  g_autofree char *number = NULL;

  if (!isfinite (value))
    return g_strdup (DASH);

  if (unit == NEV_UNIT_PERCENTAGE_POINTS)
    return nev_format_change_short (value, unit, n_decimals, language);

  number = nev_format_number (value / magnitude.divisor, n_decimals, language);

  if (unit == NEV_UNIT_PERCENT)
    return g_strconcat (number, "%", NULL);

  if (magnitude.word == NULL || *magnitude.word == '\0')
    return g_steal_pointer (&number);

  if (language == NEV_LANGUAGE_CHINESE)
    return g_strconcat (number, magnitude.word, nev_format_unit (unit, language), NULL);

  return g_strconcat (number, " ", magnitude.word, NULL);
}

static char *
format_signed (double      value,
               int         n_decimals,
               NevLanguage language)
{
  g_autofree char *number = nev_format_number (value, n_decimals, language);

  if (value > 0 && !is_written_as_zero (number))
    return g_strconcat ("+", number, NULL);

  return g_steal_pointer (&number);
}

/**
 * nev_format_change:
 * @value: a change; NaN for none
 * @rounding: the place of its last digit that is known; 0 where that is not known
 * @unit: %NEV_UNIT_PERCENT or %NEV_UNIT_PERCENTAGE_POINTS
 * @language: the chart's language
 *
 * Writes a change with its sign and unit: "+42.4%", "−5%", "+5.0 pp".
 *
 * Returns: (transfer full): the words
 */
char *
nev_format_change (double      value,
                   double      rounding,
                   NevUnit     unit,
                   NevLanguage language)
{
  g_autofree char *number = NULL;

  if (!isfinite (value))
    return g_strdup (DASH);

  number = format_signed (nev_rounding_drop_digits (value, rounding),
                          get_decimals_of_change (rounding), language);

  if (unit == NEV_UNIT_PERCENTAGE_POINTS)
    {
      /* Translators: a change in percentage points: "+5.0 pp" */
      return g_strdup_printf (nev_tr (language, "%s pp"), number);
    }

  return g_strconcat (number, "%", NULL);
}

/**
 * nev_format_change_short:
 * @value: a change; NaN for none
 * @unit: %NEV_UNIT_PERCENT or %NEV_UNIT_PERCENTAGE_POINTS
 * @n_decimals: how many digits after the point
 * @language: the chart's language
 *
 * Writes a change as a label on a mark: "+42.4%"; percentage points, whose unit stands in
 * the chart's subtitle, as "+5.0".
 *
 * Returns: (transfer full): the words
 */
char *
nev_format_change_short (double      value,
                         NevUnit     unit,
                         int         n_decimals,
                         NevLanguage language)
{
  g_autofree char *number = NULL;

  if (!isfinite (value))
    return g_strdup (DASH);

  number = format_signed (value, n_decimals, language);

  return unit == NEV_UNIT_PERCENT ? g_strconcat (number, "%", NULL) : g_steal_pointer (&number);
}

/**
 * nev_format_unit:
 * @unit: a unit
 * @language: the chart's language
 *
 * Gets the word of a unit as it follows a number: "vehicles", "辆".
 *
 * Returns: the word; "" for %NEV_UNIT_OTHER, whose words the series has
 */
const char *
nev_format_unit (NevUnit     unit,
                 NevLanguage language)
{
  switch (unit)
    {
    case NEV_UNIT_VEHICLES:
      return nev_tr (language, "vehicles");

    case NEV_UNIT_CHARGERS:
      return nev_tr (language, "chargers");

    case NEV_UNIT_PERCENT:
      return nev_tr (language, "percent");

    case NEV_UNIT_PERCENTAGE_POINTS:
      return nev_tr (language, "percentage points");

    case NEV_UNIT_INDEX:
      return nev_tr (language, "index");

    case NEV_UNIT_VEHICLES_PER_CHARGER:
      return nev_tr (language, "vehicles per charger");

    case NEV_UNIT_CNY:
      return nev_tr (language, "yuan");

    case NEV_UNIT_PEOPLE:
      return nev_tr (language, "people");

    case NEV_UNIT_OTHER:
    default:
      return "";
    }
}
