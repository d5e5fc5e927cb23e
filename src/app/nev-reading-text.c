/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-reading-text.h"

#include <glib/gi18n-lib.h>

#include "nev-words.h"

#define THOUSAND 1000

/**
 * nev_reading_text_period:
 * @reading: a reading
 * @language: the language of the dataset's words
 *
 * Returns: (transfer full): the period that it speaks of, to begin a line with: "First half of 2023"
 */
char *
nev_reading_text_period (const NevReading *reading,
                         NevLanguage       language)
{
  g_autofree char *period = nev_format_period (nev_words_days (reading), NEV_PERIOD_FORMAT_LONG, language);
  g_autofree char *initial = g_utf8_strup (period, g_utf8_offset_to_pointer (period, 1) - period);

  return g_strconcat (initial, g_utf8_offset_to_pointer (period, 1), NULL);
}

static gboolean
is_amount (const NevReading *reading)
{
  return reading->measure == NEV_MEASURE_LEVEL ||
         reading->measure == NEV_MEASURE_YEAR_TO_DATE ||
         reading->measure == NEV_MEASURE_TRAILING_YEAR;
}

/**
 * nev_reading_text_read_change:
 * @reading: a reading
 * @change: (out caller-allocates): its change on a year earlier
 *
 * Returns: whether the change is known; not so if the reading is a change or an index itself
 */
gboolean
nev_reading_text_read_change (const NevReading *reading,
                              NevReading       *change)
{
  NevPeriod days = reading->period;

  if (!is_amount (reading))
    return FALSE;

  if (nev_series_get_kind (reading->series) != NEV_SERIES_STOCK)
    days = nev_words_days (reading);

  nev_series_read (reading->series, NEV_MEASURE_CHANGE_ON_YEAR, days, NEV_PERIOD_NONE, change);

  return change->status != NEV_STATUS_GAP;
}

/**
 * nev_reading_text_change:
 * @reading: a reading
 * @language: the language of the dataset's words
 *
 * Returns: (transfer full) (nullable): the change on a year earlier in words; %NULL if it isn't
 *   known, or if the reading is a change or an index itself
 */
char *
nev_reading_text_change (const NevReading *reading,
                         NevLanguage       language)
{
  g_auto(NevReading) change = { 0 };
  g_autofree char *value = NULL;

  if (!nev_reading_text_read_change (reading, &change))
    return NULL;

  value = nev_words_value (&change, language);

  /* Translators: %s is a change such as "+44.1%" */
  return change.status == NEV_STATUS_PUBLISHED ? g_strdup_printf (_("%s on a year earlier"), value)
                                               : g_strdup_printf (_("%s on a year earlier (derived)"), value);
}

/**
 * nev_reading_text_change_before:
 * @reading: a reading
 * @language: the language of the dataset's words
 *
 * Returns: (transfer full) (nullable): the change of a level on the period before it in words; %NULL if it isn't known,
 *   or if that is the year before
 */
char *
nev_reading_text_change_before (const NevReading *reading,
                                NevLanguage       language)
{
  g_auto(NevReading) change = { 0 };
  g_autofree char *value = NULL;

  if (!nev_words_read_change_before (reading, &change))
    return NULL;

  value = nev_words_value (&change, language);

  /* Translators: %s is a change such as "+12.4%" */
  return change.status == NEV_STATUS_PUBLISHED ? g_strdup_printf (_("%s on the period before"), value)
                                               : g_strdup_printf (_("%s on the period before (derived)"), value);
}

/**
 * nev_reading_text_warning:
 * @dataset: the dataset that the reading is from
 * @reading: a reading
 * @language: the language of the dataset's words
 *
 * Returns: (transfer full) (nullable): which claim the figures contradict; %NULL if none
 */
char *
nev_reading_text_warning (NevDataset       *dataset,
                          const NevReading *reading,
                          NevLanguage       language)
{
  g_autoptr(GPtrArray) contradictions = nev_check_reading (reading);

  for (guint i = 0; i < contradictions->len; i++)
    {
      const NevContradiction *contradiction = g_ptr_array_index (contradictions, i);

      if (contradiction->kind == NEV_CONTRADICTION_CLAIM_VALUE ||
          contradiction->kind == NEV_CONTRADICTION_CLAIM_CHANGE)
        return nev_words_contradiction (dataset, contradiction, language);
    }

  return NULL;
}

/* Each once; empty for a gap. */
static char *
get_publishers (NevDataset       *dataset,
                const NevReading *reading,
                NevLanguage       language)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < reading->n_terms; i++)
    {
      const NevReadingTerm *term = &reading->terms[i];
      const NevFact        *fact = nev_ledger_get_fact (nev_series_get_ledger (term->series), term->fact);
      NevSource            *source = nev_dataset_get_source (dataset, fact->source);
      const char           *name = nev_source_get_publisher (source);

      /* In English the short name is what a publisher is known by. */
      if (language != NEV_LANGUAGE_ENGLISH)
        name = nev_dataset_get_publisher (dataset, name, language);

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }

  g_ptr_array_add (names, NULL);

  /* Translators: stands between names in a list */
  return g_strjoinv (_(", "), (char **) names->pdata);
}

/**
 * nev_reading_text_status:
 * @dataset: the dataset that the reading is from
 * @reading: a reading
 * @language: the language of the dataset's words
 *
 * Returns: (transfer full): whether the number was published or derived, and who says so
 */
char *
nev_reading_text_status (NevDataset       *dataset,
                         const NevReading *reading,
                         NevLanguage       language)
{
  g_autofree char *publishers = get_publishers (dataset, reading, language);

  switch (reading->status)
    {
    case NEV_STATUS_PUBLISHED:
      /* Translators: %s is who published a figure */
      return g_strdup_printf (_("Published by %s"), publishers);

    case NEV_STATUS_DERIVED:
      /* Translators: %s is who published the figures from which a number was calculated */
      return g_strdup_printf (_("Derived from figures of %s"), publishers);

    case NEV_STATUS_GAP:
    default:
      /* Any other reason stands among the notes. */
      return g_strdup (reading->gap == NEV_GAP_NO_FACTS ? _("Nothing published leads to a value") : _("No value"));
    }
}

/* A published rate stands beside the level, so that what speaks against it has to stand there too. */
static void
add_notes_of_change (GPtrArray        *notes,
                     NevDataset       *dataset,
                     const NevReading *change,
                     NevLanguage       language)
{
  g_autoptr(GPtrArray) own = nev_words_notes (dataset, change, language);

  for (guint i = 0; i < own->len; i++)
    {
      const char *note = g_ptr_array_index (own, i);

      if (!g_ptr_array_find_with_equal_func (notes, note, g_str_equal, NULL))
        g_ptr_array_add (notes, g_strdup (note));
    }
}

/**
 * nev_reading_text_notes:
 * @dataset: the dataset that the reading is from
 * @reading: a reading
 * @language: the language of the dataset's words
 *
 * Collects what must be known beside a number and its change on a year earlier.
 *
 * Returns: (transfer full) (element-type utf8): sentences
 */
GPtrArray *
nev_reading_text_notes (NevDataset       *dataset,
                        const NevReading *reading,
                        NevLanguage       language)
{
  GPtrArray *notes = nev_words_notes (dataset, reading, language);
  g_auto(NevReading) change = { 0 };

  if (!nev_reading_text_read_change (reading, &change))
    return notes;

  if (nev_words_holiday (&change, language) != NULL)
    g_ptr_array_add (notes, g_strdup (nev_words_holiday (&change, language)));

  if (change.status == NEV_STATUS_PUBLISHED)
    add_notes_of_change (notes, dataset, &change, language);

  return notes;
}

/**
 * nev_reading_text_headline:
 * @reading: a reading
 * @language: the language of the dataset's words
 *
 * Writes a number to be read at a glance: "3.788 million", "534,000", "28.3%".
 *
 * Returns: (transfer full): the number with its magnitude; a dash for a gap
 */
char *
nev_reading_text_headline (const NevReading *reading,
                           NevLanguage       language)
{
  NevUnit      unit = nev_measure_get_unit (reading->measure, reading->series);
  NevMagnitude magnitude = nev_magnitude_choose (unit, reading->value, language);

  /* "534 thousand" is no shorter than the number itself. */
  if (magnitude.divisor <= THOUSAND)
    return nev_words_number (reading, (NevMagnitude){ 1, "" }, language);

  return nev_words_value_short (reading, magnitude, nev_rounding_get_decimals (reading->rounding / magnitude.divisor), language);
}
