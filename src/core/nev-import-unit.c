/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-private.h"

#include <string.h>

#include "nev-package-private.h"

/* The unit in the name of a series: "Sales (10,000 vehicles)", 销量(万辆), "exports, thousand units", 销量/万辆,
 * "Absatz in Tsd.", "Share %". What stands in brackets is a unit whatever it says but a period; without them only words that are
 * known as one are, since a comma may be part of a name.
 */

/* What stands in front of a unit, the longer before the shorter. */
static const struct
{
  const char *word;
  double      factor;
} factors[] = {
  { "thousands of", 1e3 },
  { "thousands", 1e3 },
  { "thousand", 1e3 },
  { "millions of", 1e6 },
  { "millions", 1e6 },
  { "million", 1e6 },
  { "billions of", 1e9 },
  { "billions", 1e9 },
  { "billion", 1e9 },
  { "tausend", 1e3 },
  { "tsd.", 1e3 },
  { "tsd", 1e3 },
  { "mio.", 1e6 },
  { "mio", 1e6 },
  { "mrd.", 1e9 },
  { "mrd", 1e9 },
  { "10,000", 1e4 },
  { "10000", 1e4 },
  { "10 000", 1e4 },
  { "1,000", 1e3 },
  { "1000", 1e3 },
  { "1 000", 1e3 },
  { "000s", 1e3 },
  { "'000s", 1e3 },
  { "'000", 1e3 },
  { "十万", 1e5 },
  { "百万", 1e6 },
  { "千万", 1e7 },
  { "万", 1e4 },
  { "亿", 1e8 },
  { "千", 1e3 },
};

/* Units that begin with 千 of themselves. */
static const char *const whole_units[] = { "千瓦", "千克", "千米", "千卡", "千帕" };

static const struct
{
  const char *word;
  NevUnit     unit;
} units[] = {
  { "%", NEV_UNIT_PERCENT },
  { "percent", NEV_UNIT_PERCENT },
  { "per cent", NEV_UNIT_PERCENT },
  { "pct", NEV_UNIT_PERCENT },
  { "百分比", NEV_UNIT_PERCENT },
  { "percentage points", NEV_UNIT_PERCENTAGE_POINTS },
  { "百分点", NEV_UNIT_PERCENTAGE_POINTS },
  { "个百分点", NEV_UNIT_PERCENTAGE_POINTS },
  { "辆", NEV_UNIT_VEHICLES },
  { "vehicles", NEV_UNIT_VEHICLES },
  { "cars", NEV_UNIT_VEHICLES },
  { "fahrzeuge", NEV_UNIT_VEHICLES },
  { "元", NEV_UNIT_CNY },
  { "人民币", NEV_UNIT_CNY },
  { "cny", NEV_UNIT_CNY },
  { "rmb", NEV_UNIT_CNY },
  { "yuan", NEV_UNIT_CNY },
  { "人", NEV_UNIT_PEOPLE },
  { "people", NEV_UNIT_PEOPLE },
  { "persons", NEV_UNIT_PEOPLE },
};

/* Words that only say of others that they are a unit. */
static const char *const leads[] = { "in ", "unit: ", "unit:", "units: ", "单位:", "单位: " };

/* Units without a meaning of their own here, which are known as such all the same. */
static const char *const other_units[] = { "units", "pieces", "tonnes", "tons", "kwh", "mwh", "gwh", "gw", "mw", "eur", "usd", "台", "个", "吨", "件", "套", "户", "美元", "欧元", "千瓦时", "千瓦" };

static const char *
skip_lead (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      gsize length = strlen (leads[i]);

      if (g_ascii_strncasecmp (text, leads[i], length) == 0)
        return text + length + strspn (text + length, " ");
    }

  return text;
}

/* Reads the factor that @text begins with. A word of letters ends where the letters do: "thousandth" is none. */
static const char *
skip_factor (const char *text,
             double     *factor)
{
  *factor = 1;

  for (guint i = 0; i < G_N_ELEMENTS (whole_units); i++)
    {
      if (g_str_has_prefix (text, whole_units[i]))
        return text;
    }

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      gsize       length = strlen (factors[i].word);
      const char *end = text + length;

      if (g_ascii_strncasecmp (text, factors[i].word, length) != 0 || (g_ascii_isalnum (end[-1]) && g_ascii_isalnum (*end)))
        continue;

      *factor = factors[i].factor;

      return end + strspn (end, " ");
    }

  return text;
}

/* Reads a unit as a whole. Returns whether it is made of known words. */
static gboolean
read_unit (const char  *text,
           double      *factor,
           NevUnit     *unit,
           const char **rest)
{
  gboolean is_known;

  text = skip_lead (text);
  *rest = skip_factor (text, factor);
  *unit = NEV_UNIT_OTHER;

  /* A number alone is no unit. */
  if (**rest == '\0' && g_ascii_isdigit (*text))
    {
      *factor = 1;
      *rest = text;
      return FALSE;
    }

  is_known = **rest == '\0' && *rest != text;

  for (guint i = 0; i < G_N_ELEMENTS (units) && !is_known; i++)
    {
      if (g_ascii_strcasecmp (*rest, units[i].word) == 0)
        {
          *unit = units[i].unit;
          is_known = TRUE;
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (other_units) && !is_known; i++)
    is_known = g_ascii_strcasecmp (*rest, other_units[i]) == 0;

  return is_known;
}

/* What a name ends with in brackets, which is no unit where it says when; NULL if it doesn't. */
static char *
find_bracketed (const char *title,
                gsize      *name_length)
{
  gsize       length = strlen (title);
  char        close = length > 0 ? title[length - 1] : '\0';
  const char *open = close == ')' ? strrchr (title, '(') : close == ']' ? strrchr (title, '[')
                                                                        : NULL;

  g_autofree char *text = NULL;
  NevPeriod        period;

  if (open == NULL || open == title || title + length - open <= 2)
    return NULL;

  *name_length = (gsize) (open - title);
  text = g_strstrip (g_strndup (open + 1, length - *name_length - 2));

  if (nev_cell_parse_period (text, NEV_DATE_ORDER_AUTO, &period) && nev_period_is_in_range (period))
    return NULL;

  return g_steal_pointer (&text);
}

/* Where a unit without brackets begins; NULL if it doesn't. */
static const char *
find_mark (const char *title,
           const char *end,
           const char *mark)
{
  const char *found = g_strrstr_len (title, end - title, mark);

  return found != title ? found : NULL;
}

/* What stands behind a mark that may part a name from its unit, and reads as one; NULL if nothing does. */
static char *
find_appended (const char *title,
               gsize      *name_length)
{
  static const char *const marks[] = { ",", "/", ":", " in ", "%" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize skipped = *marks[i] == '%' ? 0 : strlen (marks[i]);

      for (const char *mark = title + strlen (title); (mark = find_mark (title, mark, marks[i])) != NULL;)
        {
          g_autofree char *text = g_strstrip (g_strdup (mark + skipped));
          const char      *rest;
          double           factor;
          NevUnit          unit;

          /* Somebody may invest in people. */
          if (!read_unit (text, &factor, &unit, &rest) || (*marks[i] == ' ' && factor == 1 && unit != NEV_UNIT_PERCENT))
            continue;

          *name_length = (gsize) (mark - title);

          return g_steal_pointer (&text);
        }
    }

  return NULL;
}

/**
 * nev_import_split_unit:
 * @title: the name of a series, normalized, so that its brackets and signs are plain ones
 * @factor: (out): what a value has to be multiplied with
 * @unit: (out): its unit then
 * @unit_text: (out) (transfer full) (nullable): what the unit is called, if it is %NEV_UNIT_OTHER
 *
 * Takes the unit off a name.
 *
 * Returns: (transfer full): the name without it
 */
char *
nev_import_split_unit (const char *title,
                       double     *factor,
                       NevUnit    *unit,
                       char      **unit_text)
{
  gsize            length;
  g_autofree char *text = find_bracketed (title, &length);
  const char      *rest;

  *factor = 1;
  *unit = NEV_UNIT_OTHER;
  *unit_text = NULL;

  if (text == NULL)
    text = find_appended (title, &length);
  if (text == NULL)
    return g_strdup (title);

  read_unit (text, factor, unit, &rest);
  if (*unit == NEV_UNIT_OTHER)
    *unit_text = g_strdup (rest);

  return g_strchomp (g_strndup (title, length));
}
