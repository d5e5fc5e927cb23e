/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nev-error.h"
#include "nev-label.h"

/* Text from outside becomes UTF-8: by its mark, else as strict UTF-8, else as GB18030, which is what
 * Chinese offices write. Every byte must mean something; nothing is replaced or left out. Nearly any two bytes mean something in
 * GB18030, so that it has to look like Chinese too.
 */

#define FALLBACK "GB18030"

static const struct
{
  const char *mark;
  gsize       length;
  const char *encoding;
} marks[] = {
  { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\xff\xfe", 2, "UTF-16LE" },
  { "\xfe\xff", 2, "UTF-16BE" },
};

static guint
count_line (const char *data,
            gsize       offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    {
      if (data[i] == '\n' || (data[i] == '\r' && data[i + 1] != '\n'))
        line++;
    }

  return line;
}

static void
set_zero_byte (GError **error,
               guint    line)
{
  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX, _("line %u: expected text, found a zero byte"), line);
}

static char *
take_utf8 (const char *data,
           gsize       length,
           GError    **error)
{
  const char *bad = nev_utf8_find_bad (data, length);
  char       *text;

  if (bad != NULL && *bad == '\0')
    {
      set_zero_byte (error, count_line (data, (gsize) (bad - data)));
      return NULL;
    }

  if (bad != NULL)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX, _("line %u: expected UTF-8, found 0x%02x as byte %zu of the file’s text"),
                   count_line (data, (gsize) (bad - data)), (guint) (guchar) *bad, (gsize) (bad - data) + 1);
      return NULL;
    }

  text = g_malloc (length + 1);
  memcpy (text, data, length);
  text[length] = '\0';

  return text;
}

static char *
convert (const char *data,
         gsize       length,
         const char *encoding,
         gsize      *text_length,
         GError    **error)
{
  g_autofree char *text = NULL;
  GError          *local = NULL;
  gsize            n_read;
  const char      *zero;

  text = g_convert (data, (gssize) length, "UTF-8", encoding, &n_read, text_length, &local);

  /* Half a character at the end is no error to g_convert(). */
  if (text != NULL && n_read == length)
    {
      zero = memchr (text, '\0', *text_length);
      if (zero == NULL)
        return g_steal_pointer (&text);

      set_zero_byte (error, count_line (text, (gsize) (zero - text)));
      return NULL;
    }

  if (g_error_matches (local, G_CONVERT_ERROR, G_CONVERT_ERROR_NO_CONVERSION))
    g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA,
                 _("expected an encoding such as UTF-8, UTF-16, GB18030 or ISO-8859-1, found “%s”"), encoding);
  else
    g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX,
                 _("line %u: expected text in %s, found something else as byte %zu of the file’s text"),
                 count_line (data, MIN (n_read, length)), encoding, MIN (n_read, length) + 1);

  g_clear_error (&local);

  return NULL;
}

/* Whether text that could be GB18030 reads like Chinese: at least half of what isn't ASCII is among the characters that
 * most text consists of, the first level of GB 2312 and its signs. What an accented letter of ISO 8859 and the one behind
 * it make is nearly always a rare one.
 */
static gboolean
is_chinese (const char *data,
            gsize       size)
{
  const guchar *bytes = (const guchar *) data;
  gsize         n = 0, n_common = 0;

  for (gsize i = 0; i < size;)
    {
      guchar lead = bytes[i], trail = i + 1 < size ? bytes[i + 1] : 0;

      if (lead < 0x80)
        {
          i++;
          continue;
        }

      n++;
      if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa9)))
        n_common++;

      i += g_ascii_isdigit (trail) ? 4 : 2;
    }

  return 2 * n_common >= n;
}

static void
set_unknown (GError **error,
             guint    line)
{
  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_AMBIGUOUS,
               _("line %u: expected text in UTF-8, UTF-16 or GB18030, found something else; say with --encoding what it is, such as ISO-8859-1"), line);
}

/* The line of the first byte that isn't ASCII. */
static guint
find_line (const char *data,
           gsize       size)
{
  gsize i = 0;

  while (i < size && (guchar) data[i] < 0x80)
    i++;

  return count_line (data, i);
}

/**
 * nev_encoding_decode:
 * @bytes: a file's content
 * @wanted: (nullable): the encoding's name, as iconv knows it; %NULL to find it out
 * @length: (out): the text's length in bytes
 * @found: (out) (optional) (transfer full): the name of the encoding
 * @error: return location for a #NevDataError, which says the line but not the file
 *
 * Reads text in whatever encoding it is: that of its byte-order mark, else UTF-8 if all of it is, else GB18030 if it reads like
 * Chinese. Else it is a %NEV_DATA_ERROR_AMBIGUOUS.
 *
 * Returns: (transfer full): the text in UTF-8 without a mark, holding no zero byte; %NULL with @error set
 */
char *
nev_encoding_decode (GBytes     *bytes,
                     const char *wanted,
                     gsize      *length,
                     char      **found,
                     GError    **error)
{
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);
  const char      *encoding = wanted;
  GError          *local = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  if (size == 0)
    data = "";

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gboolean is_wanted = wanted == NULL || g_ascii_strcasecmp (wanted, marks[i].encoding) == 0 ||
                           (i > 0 && g_ascii_strcasecmp (wanted, "UTF-16") == 0);

      if (is_wanted && size >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
        {
          encoding = marks[i].encoding;
          data += marks[i].length;
          size -= marks[i].length;
          break;
        }
    }

  if (encoding == NULL)
    {
      const char *bad = nev_utf8_find_bad (data, size);

      encoding = bad == NULL || *bad == '\0' ? "UTF-8" : FALLBACK;
    }

  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    {
      text = take_utf8 (data, size, error);
      *length = size;
    }
  else
    {
      text = convert (data, size, encoding, length, &local);

      if (wanted == NULL && g_str_equal (encoding, FALLBACK) && !is_chinese (data, size))
        {
          g_clear_error (&local);
          g_clear_pointer (&text, g_free);
          set_unknown (error, find_line (data, size));
        }
      else if (local != NULL)
        {
          g_propagate_error (error, local);
        }
    }

  if (text != NULL && found != NULL)
    *found = g_strdup (encoding);

  return g_steal_pointer (&text);
}
