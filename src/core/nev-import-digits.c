/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-digits.h"

/**
 * nev_digits_read_any_number:
 * @p: text with a line end in it; is moved behind the number
 * @decimal: the decimal mark
 * @number: (out): the number
 * @kinds: to which is added what it says about the decimal mark
 *
 * Reads -1234.5, with so few digits that it is exact.
 *
 * Returns: whether there is one
 */
gboolean
nev_digits_read_any_number (const char   **p,
                            char           decimal,
                            NevCellNumber *number,
                            guint         *kinds)
{
  static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14 };
  const char         *q = *p, *digits;
  gboolean            is_negative = *q == '-';
  guint64             value = 0;
  gsize               n_digits, n_decimals = 0;

  digits = q += is_negative ? 1 : 0;

  /* Of too many digits the value is wrong, and isn't used. */
  for (; nev_digits_is_digit (*q); q++)
    value = value * 10 + (guint64) (*q - '0');

  n_digits = (gsize) (q - digits);
  if (n_digits == 0 || n_digits > NEV_DIGITS_MAX || (*digits == '0' && n_digits > 1))
    return FALSE;

  if (*q == decimal)
    {
      const char *decimals = ++q;

      for (; nev_digits_is_digit (*q); q++)
        value = value * 10 + (guint64) (*q - '0');

      n_decimals = (gsize) (q - decimals);
      if (n_decimals == 0 || n_digits + n_decimals > NEV_DIGITS_MAX)
        return FALSE;

      *kinds |= 1u << nev_digits_judge_mark (digits, (guint) n_digits, (guint) n_decimals, decimal);
    }

  number->value = (double) (gint64) value / powers[n_decimals];
  if (is_negative)
    number->value = -number->value;
  number->exponent = -(int) n_decimals;
  number->is_percent = FALSE;
  *p = q;

  return TRUE;
}
