/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-words.h"

#include "nev-catalog.h"

/* How a value was obtained, as a formula in words. A reading's facts form one or two sums; which of
 * them belongs where is told by a term's part and by its series: those of a ratio's numerator
 * and denominator stand for a quotient of their own.
 */

#define ANY_PART -1

/* Which of a reading's terms form one sum. */
typedef struct
{
  int        part;
  NevSeries *series; /* NULL for any */
} Selection;

static gboolean
is_selected (const NevReadingTerm *term,
             Selection             selection)
{
  return (selection.part == ANY_PART || term->part == selection.part) &&
         (selection.series == NULL || term->series == selection.series);
}

static guint
count_terms (const NevReading *reading,
             Selection         selection)
{
  guint n = 0;

  for (guint i = 0; i < reading->n_terms; i++)
    n += is_selected (&reading->terms[i], selection);

  return n;
}

/* "January–September 2023 6,278,000"; the unit would be said too often. */
static char *
format_term (const NevReading     *reading,
             const NevReadingTerm *term,
             NevLanguage           language)
{
  const NevFact   *fact = nev_ledger_get_fact (nev_series_get_ledger (term->series), term->fact);
  NevUnit          unit = nev_series_get_unit (term->series);
  g_autofree char *period = nev_format_period (fact->period, NEV_PERIOD_FORMAT_LONG, language);
  g_autofree char *value = nev_format_value (fact->value, fact->rounding,
                                             unit == NEV_UNIT_PERCENT ? unit : NEV_UNIT_OTHER, NULL, language);

  if (term->series != reading->series)
    {
      /* Translators: series, period, value: "NEV sales, June 2023 806,000" */
      return g_strdup_printf (nev_tr (language, "%1$s, %2$s %3$s"),
                              nev_series_get_title (term->series, language), period, value);
    }

  /* Translators: period and value: "June 2023 806,000" */
  return g_strdup_printf (nev_tr (language, "%1$s %2$s"), period, value);
}

static char *
append_terms (char             *sum,
              const NevReading *reading,
              Selection         selection,
              int               sign,
              NevLanguage       language)
{
  for (guint i = 0; i < reading->n_terms; i++)
    {
      g_autofree char *so_far = sum;
      g_autofree char *term = NULL;

      if (!is_selected (&reading->terms[i], selection) || reading->terms[i].sign != sign)
        {
          sum = g_steal_pointer (&so_far);
          continue;
        }

      term = format_term (reading, &reading->terms[i], language);

      if (so_far == NULL)
        sum = g_steal_pointer (&term);
      else if (sign > 0)
        sum = g_strdup_printf (nev_tr (language, "%1$s plus %2$s"), so_far, term);
      else
        sum = g_strdup_printf (nev_tr (language, "%1$s minus %2$s"), so_far, term);
    }

  return sum;
}

/* What is added comes first, so that no sum begins with a minus. */
static char *
format_sum (const NevReading *reading,
            Selection         selection,
            NevLanguage       language)
{
  char *sum = append_terms (NULL, reading, selection, 1, language);

  return append_terms (sum, reading, selection, -1, language);
}

static char *
format_operand (const NevReading *reading,
                Selection         selection,
                NevLanguage       language)
{
  g_autofree char *sum = format_sum (reading, selection, language);

  if (count_terms (reading, selection) > 1)
    return g_strdup_printf (nev_tr (language, "(%s)"), sum);

  return g_steal_pointer (&sum);
}

/* The level that the terms of one part stand for: a sum, or a ratio's quotient of two sums. */
static char *
format_level (const NevReading *reading,
              int               part,
              gboolean          is_operand,
              NevLanguage       language)
{
  NevSeries       *numerator = nev_series_get_numerator (reading->series);
  NevSeries       *denominator = nev_series_get_denominator (reading->series);
  g_autofree char *above = NULL;
  g_autofree char *below = NULL;
  g_autofree char *quotient = NULL;

  if (numerator == NULL || denominator == NULL ||
      count_terms (reading, (Selection){ part, numerator }) == 0)
    {
      Selection selection = { part, NULL };

      return is_operand ? format_operand (reading, selection, language)
                        : format_sum (reading, selection, language);
    }

  above = format_operand (reading, (Selection){ part, numerator }, language);
  below = format_operand (reading, (Selection){ part, denominator }, language);
  quotient = g_strdup_printf (nev_tr (language, "%1$s ÷ %2$s"), above, below);

  return is_operand ? g_strdup_printf (nev_tr (language, "(%s)"), quotient) : g_steal_pointer (&quotient);
}

/**
 * nev_words_expression:
 * @reading: a reading that isn't a gap
 * @language: the chart's language
 *
 * Writes what a value was calculated from as a formula: "January–September 2023 6,278,000 minus
 * January–August 2023 5,374,000".
 *
 * Returns: (transfer full) (nullable): the words; %NULL for a gap
 */
char *
nev_words_expression (const NevReading *reading,
                      NevLanguage       language)
{
  g_autofree char *now = NULL;
  g_autofree char *then = NULL;

  if (reading->n_terms == 0)
    return NULL;

  if (reading->measure != NEV_MEASURE_INDEX &&
      reading->measure != NEV_MEASURE_CHANGE_ON_YEAR &&
      reading->measure != NEV_MEASURE_CHANGE_ON_PERIOD)
    return format_level (reading, ANY_PART, FALSE, language);

  now = format_level (reading, 0, TRUE, language);
  then = format_level (reading, 1, TRUE, language);

  if (reading->measure == NEV_MEASURE_INDEX)
    return g_strdup_printf (nev_tr (language, "%1$s ÷ %2$s × 100"), now, then);

  if (nev_measure_get_unit (reading->measure, reading->series) == NEV_UNIT_PERCENTAGE_POINTS)
    return g_strdup_printf (nev_tr (language, "%1$s − %2$s"), now, then);

  return g_strdup_printf (nev_tr (language, "%1$s ÷ %2$s − 1"), now, then);
}

static guint
get_source (const NevReadingTerm *term)
{
  return nev_ledger_get_fact (nev_series_get_ledger (term->series), term->fact)->source;
}

static gboolean
is_named_before (const NevReading *reading,
                 guint             index)
{
  for (guint i = 0; i < index; i++)
    {
      if (get_source (&reading->terms[i]) == get_source (&reading->terms[index]))
        return TRUE;
    }

  return FALSE;
}

static char *
format_published (NevDataset           *dataset,
                  const NevReadingTerm *term,
                  NevLanguage           language)
{
  guint            index = get_source (term);
  const char      *publisher = nev_source_get_publisher (nev_dataset_get_source (dataset, index));
  g_autofree char *source = nev_words_source (dataset, index, language);

  if (publisher == NULL || *publisher == '\0')
    {
      /* Translators: %s is the title of a page */
      return g_strdup_printf (nev_tr (language, "Published in %s"), source);
    }

  /* Translators: %s is "CAAM: title of the page, 2023-07-14" */
  return g_strdup_printf (nev_tr (language, "Published by %s"), source);
}

/**
 * nev_words_derivation:
 * @dataset: the dataset
 * @reading: one of its readings
 * @language: the chart's language
 *
 * Says how a value was obtained: by whom it was published, or the calculation in one line and each
 * of its sources in one more; of a gap, why it is one.
 *
 * Returns: (transfer full): one or more lines
 */
char *
nev_words_derivation (NevDataset       *dataset,
                      const NevReading *reading,
                      NevLanguage       language)
{
  g_autoptr(GString) lines = NULL;
  g_autofree char *expression = NULL;

  if (reading->status == NEV_STATUS_GAP)
    return g_strdup (nev_words_gap (reading->gap, language));

  if (reading->status == NEV_STATUS_PUBLISHED)
    return format_published (dataset, &reading->terms[0], language);

  expression = nev_words_expression (reading, language);
  lines = g_string_new (expression);

  for (guint i = 0; i < reading->n_terms; i++)
    {
      g_autofree char *source = NULL;

      if (is_named_before (reading, i))
        continue;

      source = nev_words_source (dataset, get_source (&reading->terms[i]), language);
      g_string_append_c (lines, '\n');
      g_string_append (lines, source);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}
