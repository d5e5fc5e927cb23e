/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-words.h"

#include "nev-catalog.h"

/* A reading for those who hear it and see neither hatching, hole nor broken line: what the picture shows
 * beside the number is said in words.
 */

/**
 * nev_words_append_sentence:
 * @text: sentences so far; may be empty
 * @sentence: one more
 *
 * Puts a sentence behind others.
 */
void
nev_words_append_sentence (GString    *text,
                           const char *sentence)
{
  /* A Chinese full stop brings its own space. */
  if (text->len > 0 && !g_str_has_suffix (text->str, "。") && !g_str_has_suffix (text->str, "\n"))
    g_string_append_c (text, ' ');

  g_string_append (text, sentence);
}

/* The one that stands before it in a chart: of two months that are merged a single one. */
static NevPeriod
get_period_before (NevPeriod period)
{
  switch (nev_period_get_kind (period))
    {
    case NEV_PERIOD_KIND_MONTH:
    case NEV_PERIOD_KIND_MONTHS:
      return nev_period_at (period.start - 1, NEV_FREQUENCY_MONTH);

    case NEV_PERIOD_KIND_QUARTER:
      return nev_period_at (period.start - 1, NEV_FREQUENCY_QUARTER);

    case NEV_PERIOD_KIND_HALF_YEAR:
      return nev_period_at (period.start - 1, NEV_FREQUENCY_HALF_YEAR);

    case NEV_PERIOD_KIND_YEAR:
      return nev_period_at (period.start - 1, NEV_FREQUENCY_YEAR);

    case NEV_PERIOD_KIND_NONE:
    case NEV_PERIOD_KIND_STOCK:
    case NEV_PERIOD_KIND_DAY:
    case NEV_PERIOD_KIND_WEEK:
    case NEV_PERIOD_KIND_DAYS:
    case NEV_PERIOD_KIND_UNDATED:
    default:
      return NEV_PERIOD_NONE;
    }
}

/* Where a chart draws its broken line: what is counted isn't what was counted the period before. */
static gboolean
is_after_break (const NevReading *reading)
{
  g_auto(NevReading) earlier = { 0 };
  NevPeriod before = get_period_before (reading->period);
  NevPeriod base = reading->measure == NEV_MEASURE_INDEX ? reading->base : NEV_PERIOD_NONE;

  if (reading->status == NEV_STATUS_GAP)
    return FALSE;

  if (reading->status == NEV_STATUS_PUBLISHED &&
      nev_ledger_get_fact (nev_series_get_ledger (reading->terms[0].series), reading->terms[0].fact)->status == NEV_OBS_STATUS_BREAK)
    return TRUE;

  if (nev_period_is_none (before))
    return FALSE;

  nev_series_read (reading->series, reading->measure, before, base, &earlier);

  return earlier.status != NEV_STATUS_GAP && earlier.basis != reading->basis;
}

/**
 * nev_words_break:
 * @reading: a reading
 * @language: the chart's language
 *
 * Says that the method of counting changed at a reading or within it.
 *
 * Returns: (nullable): a sentence; %NULL where it didn't
 */
const char *
nev_words_break (const NevReading *reading,
                 NevLanguage       language)
{
  if (reading->is_mixed)
    return nev_tr (language, "The method of counting changed within this period.");

  if (is_after_break (reading))
    return nev_tr (language, "This is the first figure after the method of counting changed.");

  return NULL;
}

/**
 * nev_words_spoken:
 * @dataset: the dataset
 * @reading: one of its readings
 * @language: the chart's language
 *
 * Says a reading as nev_words_reading() does, and why there is none, that the method of counting changed, and that other
 * figures contradict it: "NEV exports, July 2025: 225,000 vehicles (published by CAAM). Other published figures contradict this."
 *
 * Returns: (transfer full): the words
 */
char *
nev_words_spoken (NevDataset       *dataset,
                  const NevReading *reading,
                  NevLanguage       language)
{
  g_autofree char *line = nev_words_reading (dataset, reading, language);
  g_autoptr(GPtrArray) contradictions = nev_check_reading (reading);
  const char *reason = reading->status == NEV_STATUS_GAP ? nev_words_gap (reading->gap, language) : NULL;
  const char *method = nev_words_break (reading, language);
  g_autoptr(GString) text = g_string_new (NULL);

  if (reason == NULL && method == NULL && contradictions->len == 0)
    return g_steal_pointer (&line);

  /* Translators: ends what stands before a sentence: "NEV sales, July 2019: no value." */
  g_string_append_printf (text, nev_tr (language, "%s."), line);

  if (reason != NULL)
    nev_words_append_sentence (text, reason);

  if (method != NULL)
    nev_words_append_sentence (text, method);

  if (contradictions->len > 0)
    nev_words_append_sentence (text, nev_tr (language, "Other published figures contradict this."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
