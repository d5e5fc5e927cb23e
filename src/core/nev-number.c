/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-number.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Numbers as JSON (RFC 8259) and our CSV files write them, whatever the locale: no "+1", ".5", "1.",
 * "012", "0x10", "nan", and no thousands separators.
 */

/* 10^15 < 2^53: integers up to here are exact. */
#define MAX_EXACT_DIGITS 15

static gsize
scan_digits (const char *text,
             gsize       from,
             gsize       length)
{
  while (from < length && g_ascii_isdigit (text[from]))
    from++;

  return from;
}

/**
 * nev_number_scan:
 * @text: (array length=length): bytes
 * @length: how many
 *
 * Finds the number that a text begins with, by RFC 8259, section 6.
 *
 * Returns: its length in bytes; 0 if there is none
 */
gsize
nev_number_scan (const char *text,
                 gsize       length)
{
  gsize start = length > 0 && text[0] == '-' ? 1 : 0;
  gsize end = scan_digits (text, start, length);
  gsize next;

  if (end == start || (text[start] == '0' && end > start + 1))
    return 0;

  if (end < length && text[end] == '.')
    {
      next = scan_digits (text, end + 1, length);
      if (next == end + 1)
        return 0;
      end = next;
    }

  if (end < length && (text[end] == 'e' || text[end] == 'E'))
    {
      start = end + 1;
      if (start < length && (text[start] == '+' || text[start] == '-'))
        start++;
      next = scan_digits (text, start, length);
      if (next == start)
        return 0;
      end = next;
    }

  return end;
}

/* Numbers with few digits and no exponent: an exact integer over an exact power of ten is rounded
 * once, to what strtod() gives, in a fifth of its time.
 */
static gboolean
parse_short (const char *text,
             gsize       length,
             double     *value)
{
  static const double powers[MAX_EXACT_DIGITS + 1] = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };
  gboolean is_negative = text[0] == '-';
  gint64   digits = 0;
  gsize    n_decimals = 0;
  gsize    i = is_negative ? 1 : 0;

  if (length - i > MAX_EXACT_DIGITS)
    return FALSE;

  for (; i < length; i++)
    {
      if (text[i] == '.')
        n_decimals = length - i - 1;
      else if (g_ascii_isdigit (text[i]))
        digits = digits * 10 + text[i] - '0';
      else
        return FALSE;
    }

  *value = (double) digits / powers[n_decimals];
  if (is_negative)
    *value = -*value;

  return TRUE;
}

/**
 * nev_number_parse:
 * @text: a number and nothing else
 * @value: (out): the double nearest to it; infinite where it's out of a double's range
 *
 * Reads a number.
 *
 * Returns: whether @text is one
 */
gboolean
nev_number_parse (const char *text,
                  double     *value)
{
  gsize length = strlen (text);

  if (length == 0 || nev_number_scan (text, length) != length)
    return FALSE;

  if (!parse_short (text, length, value))
    *value = g_ascii_strtod (text, NULL);

  return TRUE;
}

/**
 * nev_number_simplify:
 * @value: what was calculated from decimals by adding, subtracting and multiplying, or NaN
 * @size: the absolute values of the terms added up; of a product its own absolute value
 *
 * Takes off what binary arithmetic leaves: 0.1 + 0.2 is 0.3 and not 0.30000000000000004. A double is good to 15 digits of
 * what it was read from, so that of the numbers that the calculation may mean, the one with the fewest decimals is it.
 *
 * Returns: the double nearest to that number; @value where no shorter one lies so near
 */
double
nev_number_simplify (double value,
                     double size)
{
  double error = 2 * DBL_EPSILON * size;
  double largest = (double) (G_GINT64_CONSTANT (1) << DBL_MANT_DIG);

  /* Powers of ten are exact up to here, and so is a whole number over one rounded once, as if it was read. */
  for (double scale = 1; scale <= 1e22 && fabs (value) * scale < largest; scale *= 10)
    {
      double decimal = round (value * scale) / scale;

      if (fabs (decimal - value) <= error)
        return decimal;
    }

  return value;
}

/**
 * nev_number_to_string:
 * @value: a finite number
 * @buffer: where to write it
 *
 * Writes a number with as few digits as bring the same double back. Integers up to 2^53 have no
 * exponent.
 *
 * Returns: @buffer
 */
char *
nev_number_to_string (double value,
                      char   buffer[NEV_NUMBER_BUFFER])
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  if (value == rint (value) && fabs (value) <= 9007199254740992.0)
    {
      /* -0 is written as 0. */
      g_snprintf (buffer, NEV_NUMBER_BUFFER, "%" G_GINT64_FORMAT, (gint64) value);
      return buffer;
    }

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, NEV_NUMBER_BUFFER, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  /* So that nobody takes it for an integer that is exact. */
  if (strpbrk (buffer, ".e") == NULL)
    g_strlcat (buffer, ".0", NEV_NUMBER_BUFFER);

  return buffer;
}
