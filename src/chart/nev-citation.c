/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-citation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nev-bibtex.h"
#include "nev-catalog.h"
#include "nev-error.h"
#include "nev-words.h"

/* A published figure is cited by the page that it stands on. One that was derived stands nowhere: the pages that
 * it rests on are cited, and an entry of its own says what was calculated from them and by whom. Nothing is cited
 * that isn't in the dataset; it doesn't keep when a page was looked at, so no form says so.
 */

#define PROGRAM "NEV Charts"

static const char *const form_names[NEV_N_CITATION_FORMS] = {
  [NEV_CITATION_PLAIN] = "plain",
  [NEV_CITATION_BIBTEX] = "bibtex",
  [NEV_CITATION_GBT7714] = "gbt7714",
};

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* A sentence that ends already isn't ended again. */
static gboolean
is_ended (const GString *text)
{
  static const char *const ends[] = { ".", "?", "!", "。", "？", "！" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (g_str_has_suffix (text->str, ends[i]))
        return TRUE;
    }

  return FALSE;
}

static void
append_part (GString    *text,
             const char *part)
{
  if (is_empty (part))
    return;

  if (text->len > 0)
    g_string_append (text, is_ended (text) ? " " : ". ");

  g_string_append (text, part);
}

/* An address ends without a full stop, which would be taken for a part of it. */
static void
append_url (GString    *text,
            const char *url)
{
  if (!is_empty (url))
    append_part (text, url);
  else if (!is_ended (text))
    g_string_append_c (text, '.');
}

static gboolean
has_chinese (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN)
        return TRUE;
    }

  return FALSE;
}

static const char *
get_publisher (NevDataset *dataset,
               NevSource  *source,
               NevLanguage language)
{
  const char *name = nev_source_get_publisher (source);

  return is_empty (name) ? NULL : nev_dataset_get_publisher (dataset, name, language);
}

static void
append_plain (GString    *text,
              NevDataset *dataset,
              NevSource  *source,
              NevLanguage language)
{
  g_autoptr(GString) line = g_string_new (NULL);

  append_part (line, get_publisher (dataset, source, language));
  append_part (line, nev_source_get_title (source));
  append_part (line, nev_source_get_date (source));
  append_url (line, nev_source_get_url (source));
  g_string_append_printf (text, "%s\n", line->str);
}

/* EB/OL is what is published on the web; Z is anything else. The standard wants a reference in the language of
 * what is cited.
 */
static void
append_gbt7714 (GString    *text,
                NevDataset *dataset,
                NevSource  *source,
                NevLanguage language)
{
  const char *title = nev_source_get_title (source);
  const char *date = nev_source_get_date (source);
  const char *url = nev_source_get_url (source);
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *marked_title = g_strconcat (title, is_empty (url) ? "[Z]" : "[EB/OL]", NULL);
  g_autofree char *marked_date = is_empty (date) || is_empty (url) ? g_strdup (date) : g_strdup_printf ("(%s)", date);

  append_part (line, get_publisher (dataset, source, has_chinese (title) ? NEV_LANGUAGE_CHINESE : language));
  append_part (line, marked_title);
  append_part (line, marked_date);
  append_url (line, url);
  g_string_append_printf (text, "%s\n", line->str);
}

static void
append_bibtex (GString    *text,
               NevDataset *dataset,
               NevSource  *source,
               NevLanguage language)
{
  nev_bibtex_begin (text, nev_source_get_id (source));
  nev_bibtex_add_name (text, "author", get_publisher (dataset, source, language));
  nev_bibtex_add_name (text, "title", nev_source_get_title (source));
  nev_bibtex_add_date (text, nev_source_get_date (source));
  nev_bibtex_add_url (text, nev_source_get_url (source));
  nev_bibtex_end (text);
}

static void
append_source (GString        *text,
               NevDataset     *dataset,
               guint           index,
               NevCitationForm form,
               NevLanguage     language)
{
  NevSource *source = nev_dataset_get_source (dataset, index);

  switch (form)
    {
    case NEV_CITATION_BIBTEX:
      append_bibtex (text, dataset, source, language);
      break;

    case NEV_CITATION_GBT7714:
      append_gbt7714 (text, dataset, source, language);
      break;

    case NEV_CITATION_PLAIN:
    default:
      append_plain (text, dataset, source, language);
    }
}

/* The sources of a reading's facts, each once, in the order of the facts. */
static GArray *
get_sources (const NevReading *reading)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < reading->n_terms; i++)
    {
      const NevReadingTerm *term = &reading->terms[i];
      guint                 source = nev_ledger_get_fact (nev_series_get_ledger (term->series), term->fact)->source;
      gboolean              is_known = FALSE;

      for (guint j = 0; j < sources->len && !is_known; j++)
        is_known = g_array_index (sources, guint, j) == source;

      if (!is_known)
        g_array_append_val (sources, source);
    }

  return sources;
}

/* "China’s new-energy vehicles, 2026.2" */
static char *
name_dataset (NevDataset *dataset,
              NevLanguage language)
{
  const char *title = nev_dataset_get_title (dataset, language);
  const char *version = nev_dataset_get_version (dataset);

  if (is_empty (title))
    title = nev_dataset_get_name (dataset);

  return is_empty (version) ? g_strdup (title) : g_strdup_printf (nev_tr (language, "%1$s, %2$s"), title, version);
}

static void
append_calculation (GString          *text,
                    NevDataset       *dataset,
                    const NevReading *reading,
                    NevCitationForm   form,
                    NevLanguage       language)
{
  g_autofree char *words = nev_words_reading (dataset, reading, language);
  g_autofree char *expression = nev_words_expression (reading, language);
  g_autofree char *base = name_dataset (dataset, language);
  /* Translators: %s is a calculation such as "January–September 2023 6,278,000 minus January–August 2023 5,374,000" */
  g_autofree char *calculation = g_strdup_printf (nev_tr (language, "Calculated from published figures: %s"), expression);

  if (form == NEV_CITATION_BIBTEX)
    {
      g_autofree char *period = nev_period_to_string (nev_words_days (reading));
      g_autofree char *name = g_strdup_printf ("nev-charts:%s:%s:%s", nev_series_get_id (reading->series), period,
                                               nev_measure_to_string (reading->measure));

      nev_bibtex_begin (text, name);
      nev_bibtex_add_name (text, "author", PROGRAM);
      nev_bibtex_add_name (text, "title", words);
      nev_bibtex_add_text (text, "howpublished", base);
      nev_bibtex_add_text (text, "note", calculation);
      nev_bibtex_end (text);
    }
  else
    {
      g_autoptr(GString) line = g_string_new (PROGRAM);
      g_autofree char *title = g_strconcat (words, form == NEV_CITATION_GBT7714 ? "[DS]" : "", NULL);

      append_part (line, title);
      append_part (line, base);
      append_part (line, calculation);
      append_url (line, NULL);
      g_string_append_printf (text, "%s\n", line->str);
    }
}

/**
 * nev_citation_form_to_string:
 * @self: a form
 *
 * Returns: (transfer none): plain, bibtex or gbt7714
 */
const char *
nev_citation_form_to_string (NevCitationForm self)
{
  return form_names[self];
}

/**
 * nev_citation_form_parse:
 * @text: a name that nev_citation_form_to_string() gives
 * @form: (out): the form
 * @error: return location for an error
 *
 * Reads the name of a form.
 *
 * Returns: %FALSE with %NEV_DATA_ERROR_SYNTAX when @text names none
 */
gboolean
nev_citation_form_parse (const char      *text,
                         NevCitationForm *form,
                         GError         **error)
{
  for (int i = 0; i < NEV_N_CITATION_FORMS; i++)
    if (strcmp (text, form_names[i]) == 0)
      {
        *form = i;
        return TRUE;
      }

  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX, _ ("expected plain, bibtex or gbt7714, found “%s”"), text);

  return FALSE;
}

/**
 * nev_cite_source:
 * @dataset: a dataset
 * @source: index of one of its sources
 * @form: how to write it
 * @language: of the publisher's name
 *
 * Writes a source for a list of references. What isn't known of it is left out.
 *
 * Returns: (transfer full): one line, or an entry of several
 */
char *
nev_cite_source (NevDataset     *dataset,
                 guint           source,
                 NevCitationForm form,
                 NevLanguage     language)
{
  GString *text = g_string_new (NULL);

  append_source (text, dataset, source, form, language);

  return g_string_free (text, FALSE);
}

/**
 * nev_cite_reading:
 * @dataset: a dataset
 * @reading: one of its readings
 * @form: how to write it
 * @language: of the words
 *
 * Writes all sources that a figure rests on for a list of references, and, where it was derived, that
 * NEV Charts did so and how.
 *
 * Returns: (transfer full) (nullable): lines; %NULL for a gap, which rests on nothing
 */
char *
nev_cite_reading (NevDataset       *dataset,
                  const NevReading *reading,
                  NevCitationForm   form,
                  NevLanguage       language)
{
  g_autoptr(GArray) sources = NULL;
  GString *text;

  if (reading->status == NEV_STATUS_GAP)
    return NULL;

  sources = get_sources (reading);
  text = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    append_source (text, dataset, g_array_index (sources, guint, i), form, language);

  if (reading->status == NEV_STATUS_DERIVED)
    append_calculation (text, dataset, reading, form, language);

  return g_string_free (text, FALSE);
}

/**
 * nev_quote_reading:
 * @dataset: a dataset
 * @reading: one of its readings
 * @language: of the words
 *
 * Says a reading and on which pages it rests in one line: "NEV sales, June 2023: 806,000 vehicles (published by
 * CAAM). CAAM: the page's title, 2023-07-11, https://…".
 *
 * Returns: (transfer full): the line, without an end of line
 */
char *
nev_quote_reading (NevDataset       *dataset,
                   const NevReading *reading,
                   NevLanguage       language)
{
  g_autofree char *words = nev_words_reading (dataset, reading, language);
  g_autoptr(GArray) sources = get_sources (reading);
  GString *text = g_string_new (words);

  for (guint i = 0; i < sources->len; i++)
    {
      guint            index = g_array_index (sources, guint, i);
      const char      *url = nev_source_get_url (nev_dataset_get_source (dataset, index));
      g_autofree char *source = nev_words_source (dataset, index, language);
      /* Translators: a source and its address */
      g_autofree char *addressed = is_empty (url) ? NULL : g_strdup_printf (nev_tr (language, "%1$s, %2$s"), source, url);

      g_string_append (text, i == 0 ? ". " : "; ");
      g_string_append (text, addressed != NULL ? addressed : source);
    }

  return g_string_free (text, FALSE);
}
