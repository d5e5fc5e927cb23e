/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-json-writer.h"

#include <math.h>

#include "nev-number.h"

struct _NevJsonWriter
{
  GString *text;
  guint    depth;
  gboolean is_empty; /* nothing stands in the innermost object or array yet */
};

/* RFC 8259, section 7: what must be escaped is, everything else stays as it is. */
static void
append_string (GString    *text,
               const char *value)
{
  g_string_append_c (text, '"');

  for (const char *p = value; *p != '\0'; p++)
    {
      switch (*p)
        {
        case '"':
        case '\\':
          g_string_append_c (text, '\\');
          g_string_append_c (text, *p);
          break;
        case '\n':
          g_string_append (text, "\\n");
          break;
        case '\r':
          g_string_append (text, "\\r");
          break;
        case '\t':
          g_string_append (text, "\\t");
          break;
        default:
          if ((guchar) *p < 0x20)
            g_string_append_printf (text, "\\u%04x", (guint) *p);
          else
            g_string_append_c (text, *p);
        }
    }

  g_string_append_c (text, '"');
}

/* Everything that comes before a value. */
static void
begin_value (NevJsonWriter *self,
             const char    *name)
{
  if (self->depth > 0)
    {
      g_string_append (self->text, self->is_empty ? "\n" : ",\n");
      g_string_append_printf (self->text, "%*s", 2 * (int) self->depth, "");
    }

  self->is_empty = FALSE;

  if (name != NULL)
    {
      append_string (self->text, name);
      g_string_append (self->text, ": ");
    }
}

static void
begin_container (NevJsonWriter *self,
                 const char    *name,
                 char           bracket)
{
  begin_value (self, name);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->is_empty = TRUE;
}

static void
end_container (NevJsonWriter *self,
               char           bracket)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;

  if (!self->is_empty)
    {
      g_string_append_c (self->text, '\n');
      g_string_append_printf (self->text, "%*s", 2 * (int) self->depth, "");
    }

  g_string_append_c (self->text, bracket);
  self->is_empty = FALSE;
}

/**
 * nev_json_writer_new:
 *
 * Makes a writer of one JSON document, indented by two spaces. @name is %NULL in the functions
 * below for the root and inside an array.
 *
 * Returns: (transfer full): a new writer, which nev_json_writer_finish() frees
 */
NevJsonWriter *
nev_json_writer_new (void)
{
  NevJsonWriter *self = g_new0 (NevJsonWriter, 1);

  self->text = g_string_new (NULL);

  return self;
}

/**
 * nev_json_writer_finish:
 * @self: (transfer full): a writer, all of whose objects and arrays are ended
 *
 * Ends the document and frees the writer.
 *
 * Returns: (transfer full): the document, with a line end
 */
char *
nev_json_writer_finish (NevJsonWriter *self)
{
  GString *text = self->text;

  g_warn_if_fail (self->depth == 0);

  g_free (self);
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

void
nev_json_writer_begin_object (NevJsonWriter *self,
                              const char    *name)
{
  begin_container (self, name, '{');
}

void
nev_json_writer_end_object (NevJsonWriter *self)
{
  end_container (self, '}');
}

void
nev_json_writer_begin_array (NevJsonWriter *self,
                             const char    *name)
{
  begin_container (self, name, '[');
}

void
nev_json_writer_end_array (NevJsonWriter *self)
{
  end_container (self, ']');
}

/**
 * nev_json_writer_string:
 * @name: (nullable): the member's name
 * @value: (nullable): valid UTF-8; %NULL is written as null
 *
 * Writes a string.
 */
void
nev_json_writer_string (NevJsonWriter *self,
                        const char    *name,
                        const char    *value)
{
  begin_value (self, name);

  if (value != NULL)
    append_string (self->text, value);
  else
    g_string_append (self->text, "null");
}

/**
 * nev_json_writer_number:
 * @name: (nullable): the member's name
 * @value: any number; JSON has no word for one that isn't finite, it is written as null
 *
 * Writes a number with as few digits as bring the same double back.
 */
void
nev_json_writer_number (NevJsonWriter *self,
                        const char    *name,
                        double         value)
{
  char buffer[NEV_NUMBER_BUFFER];

  begin_value (self, name);
  g_string_append (self->text, isfinite (value) ? nev_number_to_string (value, buffer) : "null");
}

void
nev_json_writer_boolean (NevJsonWriter *self,
                         const char    *name,
                         gboolean       value)
{
  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}
