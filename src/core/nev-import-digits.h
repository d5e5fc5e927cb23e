/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "nev-import-private.h"

G_BEGIN_DECLS

/* Plain text read eight bytes at a time: digits, and whether a text begins with another one. Whoever passes @is_roomy says that
 * NEV_DIGITS_ROOM bytes may be looked at; then there are no loops, and so no guesses of the processor at how long a
 * number is, which would be wrong in every second row. Everything is inlined, since it is run for each cell of a large table.
 */

#define NEV_DIGITS_ROOM 11 /* a sign, eight digits, a mark, and what is behind them */
#define NEV_DIGITS_MAX  14 /* with the point 15 characters, which nev_number_parse() takes the same way */

/* The first byte is the lowest. */
G_ALWAYS_INLINE static inline guint64
nev_digits_load (const char *p)
{
  guint64 bytes;

  memcpy (&bytes, p, sizeof bytes);

  return GUINT64_FROM_LE (bytes);
}

/* Whether the same @length bytes are at @p and @text, of both of which eight more may be looked at. */
G_ALWAYS_INLINE static inline gboolean
nev_digits_equal (const char *p,
                  const char *text,
                  gsize       length)
{
  guint64 differ;
  gsize   i;

  for (i = 0; i + 8 <= length; i += 8)
    if (nev_digits_load (p + i) != nev_digits_load (text + i))
      return FALSE;

  differ = nev_digits_load (p + i) ^ nev_digits_load (text + i);

  return (differ & ((G_GUINT64_CONSTANT (1) << 8 * (length - i)) - 1)) == 0;
}

/* Two digits; not less than 100 if they are something else. */
G_ALWAYS_INLINE static inline guint
nev_digits_read_two (const char *p)
{
  guint tens = (guint) (guchar) p[0] - '0', ones = (guint) (guchar) p[1] - '0';

  return tens <= 9 && ones <= 9 ? tens * 10 + ones : 100;
}

G_ALWAYS_INLINE static inline gboolean
nev_digits_is_digit (char c)
{
  return (guint) (guchar) c - '0' <= 9;
}

/* What @p begins with as digits from 0 to 9, of which so many are some as nev_digits_count() says. */
G_ALWAYS_INLINE static inline guint64
nev_digits_take (const char *p)
{
  return nev_digits_load (p) ^ G_GUINT64_CONSTANT (0x3030303030303030);
}

/* The highest bit of each byte that isn't a digit. A byte that isn't ASCII may spoil those behind it. */
G_ALWAYS_INLINE static inline guint64
nev_digits_find_others (guint64 digits)
{
  return ((digits + G_GUINT64_CONSTANT (0x7676767676767676)) | digits) & G_GUINT64_CONSTANT (0x8080808080808080);
}

/* How many bytes there are before the first of others; some other there must be. */
G_ALWAYS_INLINE static inline guint
nev_digits_count (guint64 others)
{
  return (guint) __builtin_ctzll (others) / 8;
}

/* The number that the first @n make, at least one. */
G_ALWAYS_INLINE static inline guint64
nev_digits_join (guint64 digits,
                 guint   n)
{
  /* Zeros come before them, so that there are eight; then pairs are made of them, fours of the pairs, and one of the fours. */
  digits <<= 64 - 8 * n;
  digits = digits * 10 + (digits >> 8);

  return ((digits & G_GUINT64_CONSTANT (0x000000ff000000ff)) * G_GUINT64_CONSTANT (0x000f424000000064) +
          ((digits >> 16) & G_GUINT64_CONSTANT (0x000000ff000000ff)) * G_GUINT64_CONSTANT (0x0000271000000001)) >>
         32;
}

/* What a plain number with a decimal mark says about it: 1.234 could be a thousand. */
G_ALWAYS_INLINE static inline NevCellKind
nev_digits_judge_mark (const char *digits,
                       guint       n_digits,
                       guint       n_decimals,
                       char        mark)
{
  if (n_decimals == 3 && n_digits <= 3 && *digits != '0')
    return NEV_CELL_AMBIGUOUS;

  return mark == '.' ? NEV_CELL_FIRST : NEV_CELL_SECOND;
}

gboolean nev_digits_read_any_number (const char   **p,
                                     char           decimal,
                                     NevCellNumber *number,
                                     guint         *kinds);

/* nev_digits_read_any_number() for at most seven digits, which is nearly all. */
G_ALWAYS_INLINE static inline gboolean
nev_digits_read_number (const char   **p,
                        gboolean       is_roomy,
                        char           decimal,
                        NevCellNumber *number,
                        guint         *kinds)
{
  static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7 };
  gboolean            is_negative = **p == '-';
  const char         *text = *p + (is_negative ? 1 : 0);
  guint64             digits, others;
  guint               n, n_digits;
  double              value;

  if (!is_roomy)
    return nev_digits_read_any_number (p, decimal, number, kinds);

  digits = nev_digits_take (text);
  others = nev_digits_find_others (digits);

  if (others == 0 || (n_digits = nev_digits_count (others)) == 0)
    return nev_digits_read_any_number (p, decimal, number, kinds);

  if (*text == '0' && n_digits > 1)
    return FALSE;

  if (text[n_digits] == decimal)
    {
      guint64 whole = (G_GUINT64_CONSTANT (1) << 8 * n_digits) - 1;

      /* What is behind the mark moves on to its place, and of what ends a number the next is the first. */
      digits = (digits & whole) | (nev_digits_take (text + 1) & ~whole);
      others &= others - 1;
      others = others != 0 ? others >> 8 : nev_digits_find_others (digits);

      if (others == 0)
        return nev_digits_read_any_number (p, decimal, number, kinds);

      n = nev_digits_count (others);
      if (n == n_digits)
        return FALSE;

      *kinds |= 1u << nev_digits_judge_mark (text, n_digits, n - n_digits, decimal);
      value = (double) (gint64) nev_digits_join (digits, n) / powers[n - n_digits];
      *p = text + n + 1;
    }
  else
    {
      n = n_digits;
      value = (double) (gint64) nev_digits_join (digits, n);
      *p = text + n;
    }

  number->value = is_negative ? -value : value;
  number->exponent = (int) n_digits - (int) n;
  number->is_percent = FALSE;

  return TRUE;
}

G_END_DECLS
