/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-private.h"

#include <math.h>
#include <string.h>

#include "nev-number.h"

/* One cell of a table that somebody else wrote: a number, a period, or a mark that nothing is known. */

#define MAX_CELL 64 /* longer ones are neither number nor period */
#define MAX_PARTS 4
#define MAX_EXPONENT 30
#define GROUP 3
#define MINUS_SIGN "\xe2\x88\x92"

/**
 * nev_cell_normalize:
 * @text: a cell
 *
 * Brings a cell into one form: full-width digits and signs become plain ones, white space around it goes.
 *
 * Returns: (transfer full): the cell's text
 */
char *
nev_cell_normalize (const char *text)
{
  g_autofree char *form = NULL;

  if (g_str_is_ascii (text))
    return g_strstrip (g_strdup (text));

  form = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

  return g_strstrip (form != NULL ? g_steal_pointer (&form) : g_strdup (text));
}

/**
 * nev_cell_normalize_bytes:
 * @bytes: (array length=length): a cell as it stands in a file
 *
 * Brings a cell into one form, if it is text.
 *
 * Returns: (transfer full) (nullable): the cell's text; %NULL if it isn't UTF-8
 */
char *
nev_cell_normalize_bytes (const char *bytes,
                          gsize       length)
{
  g_autofree char *text = NULL;

  if (nev_utf8_find_bad (bytes, length) != NULL)
    return NULL;

  text = g_strndup (bytes, length);

  return nev_cell_normalize (text);
}

/**
 * nev_cell_is_missing:
 * @cell: a normalized cell
 *
 * Returns: whether it is empty or a mark for a number that isn't there
 */
gboolean
nev_cell_is_missing (const char *cell)
{
  static const char *const marks[] = { "-", "--", "–", "—", "——", ".", "..", "...", "......", "n/a", "na", "n.a.", "nan", "null", "缺失", "无数据" };

  if (*cell == '\0')
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (g_ascii_strcasecmp (cell, marks[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Appends the digits before the decimal mark without what groups them; the groups behind the first have
 * three digits and the first one, one to three, the first not 0.
 */
static const char *
read_integer (const char *p,
              char        other,
              GString    *digits,
              gboolean   *is_grouped)
{
  const char *start = p;
  char        mark = '\0';
  gsize       n = 0;

  for (; g_ascii_isdigit (*p); p++)
    g_string_append_c (digits, *p);

  n = (gsize) (p - start);
  if (n == 0)
    return NULL;

  while (*p != '\0' && (*p == other || *p == ' ' || *p == '\'') && g_ascii_isdigit (p[1]))
    {
      gsize length = 0;

      if (n > GROUP || *start == '0' || (mark != '\0' && mark != *p))
        return NULL;

      mark = *p++;
      for (; g_ascii_isdigit (*p); p++, length++)
        g_string_append_c (digits, *p);

      if (length != GROUP)
        return NULL;
    }

  *is_grouped = mark != '\0';

  return p;
}

/**
 * nev_cell_parse_number:
 * @cell: a normalized cell
 * @decimal: the decimal mark, a point or a comma
 * @number: (out): what it says
 *
 * Reads a number as people write it: 1,234.5, 1 234,5, -3, 4.2%, 1.2E+05.
 *
 * Returns: whether @cell is one
 */
gboolean
nev_cell_parse_number (const char    *cell,
                       char           decimal,
                       NevCellNumber *number)
{
  g_autoptr (GString) digits = NULL;
  const char *p = cell;
  gboolean    is_grouped = FALSE;
  int         n_decimals = 0;
  gint64      exponent = 0;

  if (strlen (cell) > MAX_CELL)
    return FALSE;

  digits = g_string_sized_new (MAX_CELL);

  if (*p == '-' || *p == '+')
    {
      if (*p++ == '-')
        g_string_append_c (digits, '-');
    }
  else if (g_str_has_prefix (p, MINUS_SIGN))
    {
      g_string_append_c (digits, '-');
      p += strlen (MINUS_SIGN);
    }

  p = read_integer (p, decimal == '.' ? ',' : '.', digits, &is_grouped);
  if (p == NULL)
    return FALSE;

  if (*p == decimal)
    {
      g_string_append_c (digits, '.');
      for (p++; g_ascii_isdigit (*p); p++, n_decimals++)
        g_string_append_c (digits, *p);
      if (n_decimals == 0)
        return FALSE;
    }

  if ((*p == 'e' || *p == 'E') && !is_grouped)
    {
      char *end;

      if (!g_ascii_isdigit (p[1]) && !((p[1] == '-' || p[1] == '+') && g_ascii_isdigit (p[2])))
        return FALSE;

      exponent = g_ascii_strtoll (p + 1, &end, 10);
      if (exponent < -MAX_EXPONENT || exponent > MAX_EXPONENT)
        return FALSE;
      g_string_append_printf (digits, "e%d", (int) exponent);
      p = end;
    }

  while (*p == ' ')
    p++;

  number->is_percent = *p == '%';
  if (number->is_percent)
    p++;

  number->exponent = (int) exponent - n_decimals;
  number->rounding = pow (10, number->exponent);

  return *p == '\0' && nev_number_parse (digits->str, &number->value);
}

/**
 * nev_cell_judge_number:
 * @cell: a normalized cell
 *
 * Finds out what a cell says about the decimal mark.
 *
 * Returns: %NEV_CELL_FIRST if it has a decimal point, %NEV_CELL_SECOND for a comma
 */
NevCellKind
nev_cell_judge_number (const char *cell)
{
  NevCellNumber point, comma;
  gboolean      is_point = nev_cell_parse_number (cell, '.', &point);
  gboolean      is_comma = nev_cell_parse_number (cell, ',', &comma);

  if (is_point && is_comma)
    return point.value == comma.value && point.rounding == comma.rounding ? NEV_CELL_PLAIN : NEV_CELL_AMBIGUOUS;

  return is_point ? NEV_CELL_FIRST : is_comma ? NEV_CELL_SECOND
                                              : NEV_CELL_OTHER;
}

/* How periods are written. Y is a year, N a number of one or two digits, C six digits, D eight, M the name of a
 * month; the second word says what the numbers are, in their order: year, month, day, quarter, half-year,
 * x and X day and month in the file's order, and l the last month of several.
 */
static const struct
{
  const char *form;
  const char *parts;
} forms[] = {
  { "Y年", "y" },
  { "Y-N", "ym" },
  { "Y/N", "ym" },
  { "Y.N", "ym" },
  { "YmN", "ym" },
  { "Y-mN", "ym" },
  { "Y年N月", "ym" },
  { "Y年N月份", "ym" },
  { "N-Y", "my" },
  { "N/Y", "my" },
  { "N.Y", "my" },
  { "M Y", "my" },
  { "M-Y", "my" },
  { "M/Y", "my" },
  { "M, Y", "my" },
  { "M. Y", "my" },
  { "Y M", "ym" },
  { "Y-M", "ym" },
  { "YqN", "yq" },
  { "Y qN", "yq" },
  { "Y-qN", "yq" },
  { "Y/qN", "yq" },
  { "Y年qN", "yq" },
  { "qN Y", "qy" },
  { "qN/Y", "qy" },
  { "qN-Y", "qy" },
  { "Y年第N季度", "yq" },
  { "Y年N季度", "yq" },
  { "Y第N季度", "yq" },
  { "YhN", "yh" },
  { "Y hN", "yh" },
  { "Y-hN", "yh" },
  { "YsN", "yh" },
  { "hN Y", "hy" },
  { "Y年N半年", "yh" },
  { "Y-N-N", "ymd" },
  { "Y/N/N", "ymd" },
  { "Y.N.N", "ymd" },
  { "Y年N月N日", "ymd" },
  { "N M Y", "dmy" },
  { "N-M-Y", "dmy" },
  { "N. M Y", "dmy" },
  { "M N, Y", "mdy" },
  { "N/N/Y", "xXy" },
  { "N-N-Y", "xXy" },
  { "N.N.Y", "xXy" },
  { "Y年N-N月", "yml" },
};

static const char *const month_names[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"
};

/* A word of letters as the number of a month; 0 if it is none. */
static int
find_month (const char *word,
            gsize       length)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (month_names); i++)
    {
      if ((length == 3 || length == strlen (month_names[i]) || (i == 8 && length == 4)) && length <= strlen (month_names[i]) &&
          g_ascii_strncasecmp (word, month_names[i], length) == 0)
        return i + 1;
    }

  return 0;
}

/* 一 to 四 in front of 季度, 上 and 下 in front of 半年 */
static int
find_numeral (const char *p)
{
  static const struct
  {
    const char *text;
    int         value;
  } numerals[] = { { "一季度", 1 }, { "二季度", 2 }, { "三季度", 3 }, { "四季度", 4 }, { "上半年", 1 }, { "下半年", 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    {
      if (g_str_has_prefix (p, numerals[i].text))
        return numerals[i].value;
    }

  return 0;
}

/* Replaces the numbers and names in a cell by letters that say what they may be. */
static gboolean
read_form (const char *cell,
           GString    *form,
           int         values[MAX_PARTS],
           guint      *n_values)
{
  static const char kinds[] = { 0, 'N', 'N', 0, 'Y', 0, 'C', 0, 'D' };

  for (const char *p = cell; *p != '\0';)
    {
      const char *start = p;
      int         value = 0;
      gsize       length;

      if (*n_values == MAX_PARTS)
        return FALSE;

      if (g_ascii_isdigit (*p))
        {
          for (; g_ascii_isdigit (*p) && p - start < 9; p++)
            value = value * 10 + *p - '0';
          length = (gsize) (p - start);
          if (length >= G_N_ELEMENTS (kinds) || kinds[length] == 0)
            return FALSE;
          g_string_append_c (form, kinds[length]);
          values[(*n_values)++] = value;
        }
      else if (g_ascii_isalpha (*p))
        {
          while (g_ascii_isalpha (*p))
            p++;
          value = find_month (start, (gsize) (p - start));
          if (value > 0)
            {
              g_string_append_c (form, 'M');
              values[(*n_values)++] = value;
            }
          else
            {
              for (; start < p; start++)
                g_string_append_c (form, g_ascii_tolower (*start));
            }
        }
      else
        {
          p = g_utf8_next_char (p);
          value = find_numeral (start);
          if (value > 0)
            {
              g_string_append_c (form, 'N');
              values[(*n_values)++] = value;
            }
          else
            {
              g_string_append_len (form, start, p - start);
            }
        }
    }

  return TRUE;
}

/* Makes the period of which the parts are known; 0 where there is none. */
static gboolean
make_period (int        year,
             int        month,
             int        day,
             int        n_months,
             NevPeriod *period)
{
  if (year < 1 || month < 1 || n_months < 1 || month + n_months > 13)
    return FALSE;

  if (day != 0)
    {
      if (day < 0 || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
        return FALSE;

      period->start = nev_day_from_date (year, month, day);
      period->end = period->start + 1;
    }
  else
    {
      period->start = nev_day_from_date (year, month, 1);
      period->end = nev_day_add_months (period->start, n_months);
    }

  return TRUE;
}

static gboolean
interpret (const char  *parts,
           const int    values[MAX_PARTS],
           NevDateOrder order,
           NevPeriod   *period)
{
  int      year = 0, month = 1, day = 0, n_months = 12;
  gboolean is_month_first = order == NEV_DATE_ORDER_MONTH_FIRST;

  for (guint i = 0; parts[i] != '\0'; i++)
    {
      switch (parts[i])
        {
        case 'y':
          year = values[i];
          break;
        case 'm':
          month = values[i];
          n_months = 1;
          break;
        case 'l':
          n_months = values[i] - month + 1;
          break;
        case 'q':
          if (values[i] < 1 || values[i] > 4)
            return FALSE;
          month = values[i] * 3 - 2;
          n_months = 3;
          break;
        case 'h':
          if (values[i] < 1 || values[i] > 2)
            return FALSE;
          month = values[i] * 6 - 5;
          n_months = 6;
          break;
        default:
          if (parts[i] == 'd' || (parts[i] == 'x') != is_month_first)
            day = values[i] > 0 ? values[i] : -1;
          else
            month = values[i];
          n_months = 1;
          break;
        }
    }

  return make_period (year, month, day, n_months, period);
}

/**
 * nev_cell_parse_period:
 * @cell: a normalized cell
 * @order: what comes first in 03/04/2023; %NEV_DATE_ORDER_AUTO for the day
 * @period: (out caller-allocates): the period
 *
 * Reads a period as people write it: what nev_period_parse() reads, 2023/6, 06.2023, June 2023, 2023年6月,
 * 2023Q2, 2023年第二季度, 2023H1, 202306, 30/06/2023 and more.
 *
 * Returns: whether @cell is one
 */
gboolean
nev_cell_parse_period (const char  *cell,
                       NevDateOrder order,
                       NevPeriod   *period)
{
  static const char *const midnights[] = { " 00:00:00", "T00:00:00", " 00:00", " 0:00" };
  g_autoptr (GString) form = NULL;
  g_autofree char *day = NULL;
  int              values[MAX_PARTS] = { 0 };
  guint            n_values = 0;

  if (strlen (cell) > MAX_CELL)
    return FALSE;

  if (nev_period_parse (cell, period, NULL))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (midnights) && day == NULL; i++)
    {
      if (g_str_has_suffix (cell, midnights[i]))
        cell = day = g_strndup (cell, strlen (cell) - strlen (midnights[i]));
    }

  form = g_string_new (NULL);

  if (!read_form (cell, form, values, &n_values))
    return FALSE;

  if (g_str_equal (form->str, "C"))
    return make_period (values[0] / 100, values[0] % 100, 0, 1, period);
  if (g_str_equal (form->str, "D"))
    return make_period (values[0] / 10000, values[0] / 100 % 100, values[0] % 100 > 0 ? values[0] % 100 : -1, 1, period);

  /* A spreadsheet that takes 2023.10 for a number writes it as 2023.1: January or October. */
  if (g_str_equal (form->str, "Y.N") && g_str_has_suffix (cell, ".1"))
    return FALSE;

  /* 二季度 leaves its 季度 in the form, 上半年 its 半年. */
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (g_str_equal (form->str, forms[i].form))
        return interpret (forms[i].parts, values, order, period);
    }

  return FALSE;
}

/**
 * nev_cell_judge_period:
 * @cell: a normalized cell
 *
 * Finds out what a cell says about the order of day and month.
 *
 * Returns: %NEV_CELL_FIRST if its day comes first, %NEV_CELL_SECOND if its month does
 */
NevCellKind
nev_cell_judge_period (const char *cell)
{
  NevPeriod day_first, month_first;
  gboolean  is_day_first = nev_cell_parse_period (cell, NEV_DATE_ORDER_DAY_FIRST, &day_first);
  gboolean  is_month_first = nev_cell_parse_period (cell, NEV_DATE_ORDER_MONTH_FIRST, &month_first);

  if (is_day_first && is_month_first)
    return nev_period_equal (day_first, month_first) ? NEV_CELL_PLAIN : NEV_CELL_AMBIGUOUS;

  return is_day_first ? NEV_CELL_FIRST : is_month_first ? NEV_CELL_SECOND
                                                        : NEV_CELL_OTHER;
}
