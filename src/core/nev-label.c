/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names and words that come from outside: whether they are fit to be shown, and how they stand
 * in a message.
 */

/* In a message; more wouldn't be read */
#define MAX_QUOTED 40
#define MAX_LISTED 12

/* Whether eight bytes are all ASCII and none is zero. */
static inline gboolean
is_plain_word (const char *p)
{
  guint64 word;

  memcpy (&word, p, sizeof word);

  return ((word | ((word - 0x0101010101010101u) & ~word)) & 0x8080808080808080u) == 0;
}

/**
 * nev_utf8_find_bad:
 * @data: (array length=length): bytes
 * @length: how many
 *
 * Finds what isn't text. Does so eight bytes at a time, as long as they are ASCII.
 *
 * Returns: (nullable): the first byte that is zero, or not UTF-8; %NULL if there is none
 */
const char *
nev_utf8_find_bad (const char *data,
                   gsize       length)
{
  const char *end = data + length;
  const char *p = data;

  while (p < end)
    {
      gunichar c;

      if (end - p >= (gssize) sizeof (guint64) && is_plain_word (p))
        {
          p += sizeof (guint64);
          continue;
        }

      c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char_validated (p, end - p);

      /* Mistakes are the largest values. */
      if (c == 0 || c > 0x10ffff)
        return p;

      p = g_utf8_next_char (p);
    }

  return NULL;
}

/* Most are ASCII. */
static inline gunichar
get_char (const char *p)
{
  return (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);
}

/* Control characters and U+FFFE, U+FFFF can't stand in an SVG file; line ends would break a
 * title in two.
 */
static gboolean
is_fit (gunichar     c,
        NevLabelKind kind)
{
  if (c < 0x20 || c == 0x7f)
    return c == '\n' && kind == NEV_LABEL_TEXT;
  if (c < 0x7f)
    return TRUE;

  return !g_unichar_iscntrl (c) && (c & 0xfffe) != 0xfffe &&
         ((c != 0x2028 && c != 0x2029) || kind == NEV_LABEL_TEXT);
}

static gboolean
is_name (const char *text)
{
  if (*text == '.' || *text == '-' || *text == '\0')
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = get_char (p);

      if (c != '_' && c != '-' && c != '.' && !g_unichar_isalnum (c))
        return FALSE;
    }

  return TRUE;
}

/**
 * nev_label_check:
 * @text: valid UTF-8
 * @kind: what it shall be used for
 *
 * Tells whether a text is fit for its use. A name becomes part of commands and of the names of
 * exported files, so that it must not lead anywhere.
 *
 * Returns: (transfer full) (nullable): %NULL if it is; else what was expected and found, to
 *   stand behind the place in a message
 */
char *
nev_label_check (const char  *text,
                 NevLabelKind kind)
{
  static const glong limits[] = { NEV_MAX_NAME, NEV_MAX_LINE, NEV_MAX_TEXT };
  glong              length = 0;

  if (kind == NEV_LABEL_NAME && !is_name (text))
    {
      g_autofree char *found = nev_label_quote (text);

      return g_strdup_printf (_("expected a name of letters, digits, “_”, “-” and “.”, found %s"), found);
    }

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), length++)
    {
      gunichar c = get_char (p);

      if (!is_fit (c, kind))
        return g_strdup_printf (_("expected no control characters, found U+%04X"), c);
    }

  if (length > limits[kind])
    return g_strdup_printf (_("expected at most %ld characters, found %ld"), limits[kind], length);

  return NULL;
}

/**
 * nev_label_fit:
 * @text: valid UTF-8, which a person wrote or pasted
 *
 * Makes a text fit for one line: what can't stand there becomes a space, and what is too long is cut.
 *
 * Returns: (transfer full): a text that nev_label_check() finds nothing wrong with as a %NEV_LABEL_LINE
 */
char *
nev_label_fit (const char *text)
{
  GString *line = g_string_new (NULL);
  int      length = 0;

  for (const char *p = text; *p != '\0' && length < NEV_MAX_LINE; p = g_utf8_next_char (p), length++)
    {
      gunichar c = get_char (p);

      g_string_append_unichar (line, is_fit (c, NEV_LABEL_LINE) ? c : ' ');
    }

  return g_string_free (line, FALSE);
}

/**
 * nev_label_quote:
 * @text: any bytes
 *
 * Makes a text fit to stand in a message: in quotation marks, short, on one line.
 *
 * Returns: (transfer full): “text”, or "nothing" for an empty one
 */
char *
nev_label_quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) MIN (strlen (text), 4 * MAX_QUOTED + 4));
  g_autoptr (GString) quoted = g_string_new ("“");
  guint length = 0;

  if (*text == '\0')
    return g_strdup (_("nothing"));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p), length++)
    {
      gunichar c = get_char (p);

      if (length == MAX_QUOTED)
        {
          g_string_append (quoted, "…");
          break;
        }

      g_string_append_unichar (quoted, is_fit (c, NEV_LABEL_LINE) ? c : 0xfffd);
    }

  g_string_append (quoted, "”");

  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

/* Levenshtein's distance, blind to case. */
static guint
distance (const char *a,
          const char *b)
{
  guint row[NEV_MAX_NAME + 1];
  gsize length = strlen (b);

  if (length > NEV_MAX_NAME)
    return G_MAXUINT;

  for (guint j = 0; j <= length; j++)
    row[j] = j;

  for (guint i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;
      for (guint j = 0; j < length; j++)
        {
          guint replaced = diagonal + (g_ascii_tolower (a[i]) != g_ascii_tolower (b[j]));

          diagonal = row[j + 1];
          row[j + 1] = MIN (replaced, MIN (row[j], diagonal) + 1);
        }
    }

  return row[length];
}

/**
 * nev_label_suggest:
 * @wanted: a name that nothing bears
 * @names: (array length=n_names): those that there are
 *
 * Helps on somebody who asked for what isn't there: names all that there is, or, of many,
 * the one that was probably meant.
 *
 * Returns: (transfer full): the second half of a sentence
 */
char *
nev_label_suggest (const char        *wanted,
                   const char *const *names,
                   guint              n_names)
{
  guint nearest = 0;
  guint least = G_MAXUINT;

  /* The basis that has no name is none to suggest. */
  if (n_names > 0 && *names[0] == '\0')
    {
      names++;
      n_names--;
    }

  if (n_names == 0)
    return g_strdup (_("there is none"));

  if (n_names <= MAX_LISTED)
    {
      g_autoptr (GString) list = g_string_new (names[0]);

      for (guint i = 1; i < n_names; i++)
        g_string_append_printf (list, ", %s", names[i]);

      return g_strdup_printf (_("there are: %s"), list->str);
    }

  for (guint i = 0; i < n_names && strlen (wanted) <= NEV_MAX_NAME; i++)
    {
      guint d = distance (wanted, names[i]);

      if (d < least)
        {
          least = d;
          nearest = i;
        }
    }

  return g_strdup_printf (_("of %u the nearest is “%s”"), n_names, names[nearest]);
}
