/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-xml.h"

#include <math.h>

/**
 * nev_xml_put_text:
 * @out: a file in the making
 * @text: what shall be read there
 *
 * Writes a text, with what XML takes for something else escaped. Leaves out what XML 1.0 can't hold
 * at all, not even escaped.
 */
void
nev_xml_put_text (GString    *out,
                  const char *text)
{
  const char *start = text;
  const char *p;

  /* What needs no care goes in whole pieces, because nearly everything is such. */
  for (p = text; *p != '\0';)
    {
      const char *replacement = NULL;
      gsize       length = 1;

      if (*p == '&')
        replacement = "&amp;";
      else if (*p == '<')
        replacement = "&lt;";
      else if (*p == '>')
        replacement = "&gt;";
      else if (*p == '"')
        replacement = "&quot;";
      else if ((guchar) *p < 0x20 && *p != '\t' && *p != '\n')
        replacement = "";
      else if (p[0] == '\xef' && p[1] == '\xbf' && (p[2] == '\xbe' || p[2] == '\xbf'))
        replacement = "", length = 3; /* U+FFFE, U+FFFF */

      if (replacement != NULL)
        {
          g_string_append_len (out, start, p - start);
          g_string_append (out, replacement);
          start = p + length;
        }

      p += length;
    }

  g_string_append_len (out, start, p - start);
}

/**
 * nev_xml_put_element:
 * @out: a file in the making
 * @name: of the element
 * @text: (nullable): what stands in it; without any nothing is written
 *
 * Writes an element of text.
 */
void
nev_xml_put_element (GString    *out,
                     const char *name,
                     const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append_printf (out, "<%s>", name);
  nev_xml_put_text (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

/**
 * nev_xml_put_number:
 * @out: a file in the making
 * @number: a length in pixels
 *
 * Writes a number with at most two decimals, whatever the locale, and never "-0". By hand, because printf() would
 * take half of the time that a file takes.
 */
void
nev_xml_put_number (GString *out,
                    double   number)
{
  guint64 hundredths = (guint64) llround (MIN (fabs (number), 1e12) * 100);
  guint64 whole = hundredths / 100;
  guint   fraction = (guint) (hundredths % 100);
  char    buffer[24];
  char   *p = buffer + sizeof buffer;

  if (fraction % 10 != 0)
    *--p = (char) ('0' + fraction % 10);

  if (fraction != 0)
    {
      *--p = (char) ('0' + fraction / 10);
      *--p = '.';
    }

  do
    *--p = (char) ('0' + whole % 10);
  while ((whole /= 10) > 0);

  if (number < 0 && hundredths > 0)
    *--p = '-';

  g_string_append_len (out, p, buffer + sizeof buffer - p);
}

/**
 * nev_xml_put_attribute:
 * @out: a file in the making, in a tag
 * @name: of the attribute
 * @number: its value
 *
 * Writes an attribute that is a number.
 */
void
nev_xml_put_attribute (GString    *out,
                       const char *name,
                       double      number)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"");
  nev_xml_put_number (out, number);
  g_string_append_c (out, '"');
}

/**
 * nev_xml_put_color:
 * @out: a file in the making, in a tag
 * @name: of the attribute
 * @color: its value; opaque
 *
 * Writes an attribute that is a colour.
 */
void
nev_xml_put_color (GString        *out,
                   const char     *name,
                   const NevColor *color)
{
  g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", name,
                          (guint) lround (color->red * 255), (guint) lround (color->green * 255), (guint) lround (color->blue * 255));
}
