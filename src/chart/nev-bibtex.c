/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-bibtex.h"

#include <stdio.h>
#include <string.h>

/* The characters that TeX reads as something else, or that the usual fonts have in another place. A brace is
 * named and not escaped: BibTeX counts braces without looking at what stands before them.
 */
static const struct
{
  gunichar    character;
  const char *text;
} specials[] = {
  { '\\', "\\textbackslash{}" },
  { '{', "\\textbraceleft{}" },
  { '}', "\\textbraceright{}" },
  { '~', "\\textasciitilde{}" },
  { '^', "\\textasciicircum{}" },
  { '<', "\\textless{}" },
  { '>', "\\textgreater{}" },
  { '|', "\\textbar{}" },
  { '&', "\\&" },
  { '%', "\\%" },
  { '$', "\\$" },
  { '#', "\\#" },
  { '_', "\\_" },
  { 0x2212, "\\textminus{}" },
};

static void
append_text (GString    *entry,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gboolean is_special = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (specials) && !is_special; i++)
        {
          is_special = specials[i].character == character;
          if (is_special)
            g_string_append (entry, specials[i].text);
        }

      if (!is_special)
        g_string_append_unichar (entry, g_unichar_iscntrl (character) ? ' ' : character);
    }
}

static gboolean
begin_field (GString    *entry,
             const char *field,
             const char *text)
{
  if (text == NULL || *text == '\0')
    return FALSE;

  g_string_append_printf (entry, ",\n  %s = ", field);

  return TRUE;
}

/**
 * nev_bibtex_begin:
 * @entry: what to append to
 * @name: of what is cited; its key is made of it
 *
 * Begins an entry of the kind that every style knows.
 */
void
nev_bibtex_begin (GString    *entry,
                  const char *name)
{
  g_autofree char *key = nev_bibtex_create_key (name);

  g_string_append_printf (entry, "@misc{%s", key);
}

/**
 * nev_bibtex_add_name:
 * @entry: an entry that was begun
 * @field: "author"
 * @text: (nullable): the name of an organisation, or a title
 *
 * Adds a text that stands as it is: it is not taken apart into first and last names, and no letter becomes a small one.
 */
void
nev_bibtex_add_name (GString    *entry,
                     const char *field,
                     const char *text)
{
  if (!begin_field (entry, field, text))
    return;

  g_string_append (entry, "{{");
  append_text (entry, text);
  g_string_append (entry, "}}");
}

/**
 * nev_bibtex_add_text:
 * @entry: an entry that was begun
 * @field: "note"
 * @text: (nullable): any text
 *
 * Adds a text.
 */
void
nev_bibtex_add_text (GString    *entry,
                     const char *field,
                     const char *text)
{
  if (!begin_field (entry, field, text))
    return;

  g_string_append_c (entry, '{');
  append_text (entry, text);
  g_string_append_c (entry, '}');
}

/**
 * nev_bibtex_add_date:
 * @entry: an entry that was begun
 * @date: (nullable): a year, month or day by ISO 8601
 *
 * Adds what is known of a date.
 */
void
nev_bibtex_add_date (GString    *entry,
                     const char *date)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
  int                      year, month, day;
  int                      n = date != NULL ? sscanf (date, "%4d-%2d-%2d", &year, &month, &day) : 0;

  if (n >= 1)
    g_string_append_printf (entry, ",\n  year = {%04d}", year);

  /* A word that every style defines, so it stands without braces. */
  if (n >= 2 && month >= 1 && month <= 12)
    g_string_append_printf (entry, ",\n  month = %s", months[month - 1]);

  if (n >= 3)
    g_string_append_printf (entry, ",\n  day = {%d}", day);
}

/**
 * nev_bibtex_add_url:
 * @entry: an entry that was begun
 * @url: (nullable): an address
 *
 * Adds an address. It is read as it stands, so nothing is escaped in it but what would end the field.
 */
void
nev_bibtex_add_url (GString    *entry,
                    const char *url)
{
  if (!begin_field (entry, "url", url))
    return;

  g_string_append_c (entry, '{');

  for (const char *p = url; *p != '\0'; p++)
    {
      if (strchr ("{}\\", *p) != NULL || g_ascii_iscntrl (*p) || *p == ' ')
        g_string_append_printf (entry, "%%%02X", (guchar) *p);
      else
        g_string_append_c (entry, *p);
    }

  g_string_append_c (entry, '}');
}

/**
 * nev_bibtex_end:
 * @entry: an entry that was begun
 *
 * Ends the entry and its line.
 */
void
nev_bibtex_end (GString *entry)
{
  g_string_append (entry, "\n}\n");
}

/**
 * nev_bibtex_create_key:
 * @name: any name
 *
 * Makes a key by which an entry is cited: the name itself where it is of letters, digits and "-_.:/+". Otherwise
 * what isn't is replaced, and a few digits that follow from the name keep two names apart.
 *
 * Returns: (transfer full): the same key for the same name
 */
char *
nev_bibtex_create_key (const char *name)
{
  g_autoptr(GString) key = g_string_new (NULL);
  g_autofree char *sum = NULL;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_c (key, g_ascii_isalnum (*p) || strchr ("-_.:/+", *p) != NULL ? *p : '-');

  if (*name != '\0' && g_str_equal (key->str, name))
    return g_strdup (name);

  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  return g_strdup_printf ("%s-%.8s", *name != '\0' ? key->str : "source", sum);
}
