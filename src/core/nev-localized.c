/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-localized.h"

#include <glib/gi18n-lib.h>

#include "nev-error.h"
#include "nev-label.h"

/**
 * nev_localized_get:
 * @language: the language wanted
 *
 * Gets a text in a language, or in English where there is no translation.
 *
 * Returns: the text; "" if there is none in either, never %NULL
 */
const char *
nev_localized_get (const NevLocalized *self,
                   NevLanguage         language)
{
  g_return_val_if_fail (self != NULL, "");
  g_return_val_if_fail (language < NEV_N_LANGUAGES, "");

  if (self->text[language] != NULL)
    return self->text[language];
  if (self->text[NEV_LANGUAGE_ENGLISH] != NULL)
    return self->text[NEV_LANGUAGE_ENGLISH];

  return "";
}

/**
 * nev_localized_clear:
 *
 * Frees the texts. What is left is an empty text that may be used or cleared again.
 */
void
nev_localized_clear (NevLocalized *self)
{
  for (guint i = 0; i < NEV_N_LANGUAGES; i++)
    g_clear_pointer (&self->text[i], g_free);
}

/**
 * nev_language_parse:
 * @tag: a BCP 47 tag ("zh-Hans") or a locale's name ("zh_CN.UTF-8"), in any case
 * @language: (out): what it names
 * @error: return location for a %NEV_DATA_ERROR_NOT_FOUND
 *
 * Reads the name of a language. Traditional Chinese is not taken for simplified.
 *
 * Returns: whether it is one of ours
 */
gboolean
nev_language_parse (const char  *tag,
                    NevLanguage *language,
                    GError     **error)
{
  static const char *const english[] = { "en", "c", "posix" };
  static const char *const chinese[] = { "zh", "zh-cn", "zh-sg", "zh-hans", "zh-hans-cn", "zh-hans-sg" };
  g_autofree char         *name = NULL;
  g_autofree char         *found = NULL;

  g_return_val_if_fail (tag != NULL, FALSE);
  g_return_val_if_fail (language != NULL, FALSE);

  name = g_ascii_strdown (tag, (gssize) strcspn (tag, ".@"));
  g_strdelimit (name, "_", '-');

  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    {
      if (g_str_equal (name, english[i]))
        {
          *language = NEV_LANGUAGE_ENGLISH;
          return TRUE;
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (chinese); i++)
    {
      if (g_str_equal (name, chinese[i]))
        {
          *language = NEV_LANGUAGE_CHINESE;
          return TRUE;
        }
    }

  if (g_str_has_prefix (name, "en-"))
    {
      *language = NEV_LANGUAGE_ENGLISH;
      return TRUE;
    }

  found = nev_label_quote (tag);
  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND,
               _("expected a language, en or zh_CN, found %s"), found);

  return FALSE;
}

/**
 * nev_language_from_locale:
 *
 * Finds the language of the person who uses the program. Goes by the same list and the same
 * names as gettext does for the window's words, so that chart and window agree: of the
 * Chinese locales only zh_CN has a catalogue.
 *
 * Returns: the language; English where the locale's is none of ours
 */
NevLanguage
nev_language_from_locale (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      NevLanguage language;

      if (g_str_equal (names[i], "zh") || g_str_has_prefix (names[i], "zh."))
        continue;
      if (nev_language_parse (names[i], &language, NULL))
        return language;
    }

  return NEV_LANGUAGE_ENGLISH;
}

/**
 * nev_language_to_tag:
 *
 * Names a language as a dataset's translations and a catalogue do.
 *
 * Returns: "en" or "zh_CN"
 */
const char *
nev_language_to_tag (NevLanguage self)
{
  static const char *const tags[NEV_N_LANGUAGES] = { "en", "zh_CN" };

  g_return_val_if_fail (self < NEV_N_LANGUAGES, tags[0]);

  return tags[self];
}
