/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-json-scan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nev-error.h"
#include "nev-label.h"
#include "nev-number.h"

/* Checks JSON text by RFC 8259 before json-glib sees it. Before its version 1.10 json-glib crashes on deep
 * nesting, and it takes 012 for ten, 1e999 for infinity, a large integer for -1, the last of
 * two members of one name, and no document at all for a document, without a word.
 *
 * Narrower than the RFC, so that what is read is what was written: numbers must be finite, integers exact
 * in a double, names unique in their object, and strings without U+0000 and single surrogates. A
 * byte-order mark at the beginning is skipped, here and by json-glib.
 */

/* Members of one object; their names are compared one with another. */
#define MAX_MEMBERS 256
#define MAX_NUMBER 64
#define MAX_INTEGER 9007199254740992.0

typedef struct
{
  guint32 hash;
  guint   offset; /* in the names */
} Member;

typedef struct
{
  const char *data;
  const char *cursor;
  const char *end;
  guint       depth;

  /* The members of all objects that are open, and their names without escapes, each with
   * its zero; those of an object are dropped with it.
   */
  GArray  *members;
  GString *names;
} Scanner;

G_GNUC_PRINTF (5, 6)
static gboolean
fail (Scanner     *self,
      const char  *at,
      NevDataError code,
      GError     **error,
      const char  *format,
      ...)
{
  g_autofree char *message = NULL;
  const char      *line_start = self->data;
  guint            line = 1;
  va_list          arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  for (const char *p = self->data; p < at; p++)
    {
      if (*p == '\n' || (*p == '\r' && (p + 1 == self->end || p[1] != '\n')))
        {
          line_start = p + 1;
          line++;
        }
    }

  g_set_error (error, NEV_DATA_ERROR, (int) code, _("line %u, column %u: %s"),
               line, (guint) g_utf8_strlen (line_start, at - line_start) + 1, message);

  return FALSE;
}

/* The word, number or character at @at, to stand in a message. */
static char *
describe (Scanner    *self,
          const char *at)
{
  g_autofree char *word = NULL;
  const char      *p = at;

  if (at == self->end)
    return g_strdup (_("the end of the file"));

  while (p < self->end && (g_ascii_isalnum (*p) || strchr ("+-._", *p)))
    p++;
  if (p == at)
    p = g_utf8_find_next_char (at, self->end);

  word = g_strndup (at, p != NULL ? p - at : self->end - at);

  return nev_label_quote (word);
}

static gboolean
fail_expected (Scanner    *self,
               const char *at,
               const char *wanted,
               GError    **error)
{
  g_autofree char *found = describe (self, at);

  return fail (self, at, NEV_DATA_ERROR_SYNTAX, error, _("expected %s, found %s"), wanted, found);
}

static char
peek (Scanner *self)
{
  while (self->cursor < self->end && (*self->cursor == ' ' || *self->cursor == '\n' || *self->cursor == '\r' || *self->cursor == '\t'))
    self->cursor++;

  return self->cursor < self->end ? *self->cursor : '\0';
}

/* Reads the four digits of \u. */
static gboolean
scan_hex (Scanner  *self,
          gunichar *c)
{
  if (self->end - self->cursor < 4)
    return FALSE;

  *c = 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (self->cursor[i]);

      if (digit < 0)
        return FALSE;
      *c = *c * 16 + (gunichar) digit;
    }
  self->cursor += 4;

  return TRUE;
}

/* The cursor stands behind the backslash. */
static gboolean
scan_escape (Scanner *self,
             GString *text,
             GError **error)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char       *start = self->cursor - 1;
  const char       *letter;
  gunichar          c, low;

  if (self->cursor == self->end)
    return fail_expected (self, self->cursor, _("the rest of the string"), error);

  if (*self->cursor != 'u')
    {
      letter = strchr (letters, *self->cursor);
      if (letter == NULL)
        return fail_expected (self, self->cursor, _("one of “\"\\/bfnrtu” behind the backslash"), error);

      self->cursor++;
      if (text != NULL)
        g_string_append_c (text, meanings[letter - letters]);
      return TRUE;
    }

  self->cursor++;
  if (!scan_hex (self, &c))
    return fail_expected (self, self->cursor, _("four hexadecimal digits behind “\\u”"), error);

  if (c >= 0xd800 && c < 0xdc00 && self->end - self->cursor > 2 && self->cursor[0] == '\\' && self->cursor[1] == 'u')
    {
      self->cursor += 2;
      if (!scan_hex (self, &low) || low < 0xdc00 || low > 0xdfff)
        return fail (self, start, NEV_DATA_ERROR_SYNTAX, error, _("expected a surrogate pair, found half of one"));
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }

  if (c == 0 || (c >= 0xd800 && c <= 0xdfff))
    return fail (self, start, NEV_DATA_ERROR_SYNTAX, error, _("expected a character, found U+%04X"), c);

  if (text != NULL)
    g_string_append_unichar (text, c);

  return TRUE;
}

/* The cursor stands on the opening quote. @text takes up what the string says; or is NULL. */
static gboolean
scan_string (Scanner *self,
             GString *text,
             GError **error)
{
  for (self->cursor++; self->cursor < self->end;)
    {
      char c = *self->cursor;

      if ((guchar) c < 0x20)
        return fail (self, self->cursor, NEV_DATA_ERROR_SYNTAX, error,
                     _("expected the rest of the string, found the control character U+%04X"), (guint) c);

      self->cursor++;

      if (c == '"')
        return TRUE;
      else if (c == '\\')
        {
          if (!scan_escape (self, text, error))
            return FALSE;
        }
      else if (text != NULL)
        g_string_append_c (text, c);
    }

  return fail_expected (self, self->cursor, _("the rest of the string"), error);
}

static gboolean
scan_number (Scanner *self,
             GError **error)
{
  const char *start = self->cursor;
  gsize       length = nev_number_scan (start, (gsize) (self->end - start));
  const char *end = start + length;
  char        buffer[MAX_NUMBER + 1];
  double      value;

  if (length == 0 || (end < self->end && (g_ascii_isalnum (*end) || strchr ("+-._", *end))))
    return fail_expected (self, start, _("a number as JSON writes it"), error);

  if (length > MAX_NUMBER)
    return fail (self, start, NEV_DATA_ERROR_LIMIT, error,
                 _("expected a number of at most %d characters, found %zu"), MAX_NUMBER, length);

  memcpy (buffer, start, length);
  buffer[length] = '\0';
  nev_number_parse (buffer, &value);

  if (!isfinite (value))
    return fail (self, start, NEV_DATA_ERROR_LIMIT, error, _("expected a number that a double holds, found “%s”"), buffer);

  if (fabs (value) > MAX_INTEGER && strcspn (buffer, ".eE") == length)
    return fail (self, start, NEV_DATA_ERROR_LIMIT, error, _("expected an integer up to 2^53, found “%s”"), buffer);

  self->cursor = end;

  return TRUE;
}

static gboolean
scan_word (Scanner *self,
           GError **error)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->cursor) >= length && memcmp (self->cursor, words[i], length) == 0 &&
          (self->cursor + length == self->end || !g_ascii_isalnum (self->cursor[length])))
        {
          self->cursor += length;
          return TRUE;
        }
    }

  return fail_expected (self, self->cursor, _("a value"), error);
}

/* The name of a member; @first is the object's first in the members. */
static gboolean
scan_name (Scanner *self,
           guint    first,
           GError **error)
{
  const char *start = self->cursor;
  Member      member = { 0, (guint) self->names->len };

  if (!scan_string (self, self->names, error))
    return FALSE;

  g_string_append_c (self->names, '\0');
  member.hash = g_str_hash (self->names->str + member.offset);

  for (guint i = first; i < self->members->len; i++)
    {
      const Member *other = &g_array_index (self->members, Member, i);

      if (other->hash == member.hash && strcmp (self->names->str + other->offset, self->names->str + member.offset) == 0)
        {
          g_autofree char *name = nev_label_quote (self->names->str + member.offset);

          return fail (self, start, NEV_DATA_ERROR_SYNTAX, error, _("expected each name once in an object, found %s again"), name);
        }
    }

  if (self->members->len - first == MAX_MEMBERS)
    return fail (self, start, NEV_DATA_ERROR_LIMIT, error, _("expected at most %d members in an object, found more"), MAX_MEMBERS);

  g_array_append_val (self->members, member);

  return TRUE;
}

static gboolean scan_value (Scanner *self,
                            GError **error);

static gboolean
scan_object (Scanner *self,
             GError **error)
{
  guint first = self->members->len;
  gsize names_length = self->names->len;

  self->cursor++;

  if (peek (self) == '}')
    {
      self->cursor++;
      return TRUE;
    }

  for (;;)
    {
      if (peek (self) != '"')
        return fail_expected (self, self->cursor, _("a name in double quotation marks"), error);
      if (!scan_name (self, first, error))
        return FALSE;

      if (peek (self) != ':')
        return fail_expected (self, self->cursor, _("“:”"), error);
      self->cursor++;

      if (!scan_value (self, error))
        return FALSE;

      switch (peek (self))
        {
        case ',':
          self->cursor++;
          break;
        case '}':
          self->cursor++;
          g_array_set_size (self->members, first);
          g_string_truncate (self->names, names_length);
          return TRUE;
        default:
          return fail_expected (self, self->cursor, _("“,” or “}”"), error);
        }
    }
}

static gboolean
scan_array (Scanner *self,
            GError **error)
{
  self->cursor++;

  if (peek (self) == ']')
    {
      self->cursor++;
      return TRUE;
    }

  for (;;)
    {
      if (!scan_value (self, error))
        return FALSE;

      switch (peek (self))
        {
        case ',':
          self->cursor++;
          break;
        case ']':
          self->cursor++;
          return TRUE;
        default:
          return fail_expected (self, self->cursor, _("“,” or “]”"), error);
        }
    }
}

static gboolean
scan_value (Scanner *self,
            GError **error)
{
  char     c = peek (self);
  gboolean is_good;

  if (c == '"')
    return scan_string (self, NULL, error);

  if (c != '{' && c != '[')
    return g_ascii_isdigit (c) || c == '-' || c == '+' || c == '.' ? scan_number (self, error) : scan_word (self, error);

  if (self->depth == NEV_JSON_MAX_DEPTH)
    return fail (self, self->cursor, NEV_DATA_ERROR_LIMIT, error,
                 _("expected at most %d objects and arrays in one another, found more"), NEV_JSON_MAX_DEPTH);

  self->depth++;
  is_good = c == '{' ? scan_object (self, error) : scan_array (self, error);
  self->depth--;

  return is_good;
}

static gboolean
scan_document (Scanner *self,
               GError **error)
{
  const char *bad = nev_utf8_find_bad (self->data, (gsize) (self->end - self->data));

  if (bad != NULL)
    {
      /* Only what precedes the bad byte is text that can be counted and shown. */
      self->end = bad;
      return fail (self, bad, NEV_DATA_ERROR_SYNTAX, error, _("expected UTF-8, found the byte 0x%02x"), (guint) (guchar) *bad);
    }

  if (peek (self) == '\0' && self->cursor == self->end)
    return fail (self, self->cursor, NEV_DATA_ERROR_SYNTAX, error, _("expected a value, found an empty file"));

  if (!scan_value (self, error))
    return FALSE;

  peek (self);
  if (self->cursor < self->end)
    return fail_expected (self, self->cursor, _("the end of the file"), error);

  return TRUE;
}

/**
 * nev_json_scan:
 * @data: (array length=length): a JSON text
 * @length: its length in bytes
 * @error: return location for a %NEV_DATA_ERROR_SYNTAX or %NEV_DATA_ERROR_LIMIT
 *
 * Checks that a text is one JSON value, and one that json-glib reads as it is written. Messages begin
 * with line and column; the caller puts the file's name in front.
 *
 * Returns: whether it is
 */
gboolean
nev_json_scan (const char *data,
               gsize       length,
               GError    **error)
{
  g_autoptr (GArray) members = NULL;
  g_autoptr (GString) names = NULL;
  Scanner scanner = { 0 };

  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  if (length > NEV_JSON_MAX_BYTES)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT,
                   _("expected at most %d bytes, found %zu"), NEV_JSON_MAX_BYTES, length);
      return FALSE;
    }

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  members = g_array_new (FALSE, FALSE, sizeof (Member));
  names = g_string_new (NULL);
  scanner.data = scanner.cursor = data != NULL ? data : "";
  scanner.end = scanner.data + length;
  scanner.members = members;
  scanner.names = names;

  return scan_document (&scanner, error);
}
