/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-words.h"

#include <math.h>

#include "nev-catalog.h"

/* What a list of contradictions says of each, beside the sentence of nev-words-notes.c. */

#define MAX_DECIMALS 4

static gboolean
is_of_change (const NevContradiction *contradiction)
{
  return contradiction->kind == NEV_CONTRADICTION_CHANGE ||
         contradiction->kind == NEV_CONTRADICTION_CLAIM_CHANGE;
}

/**
 * nev_words_contradiction_kind:
 * @kind: a kind
 * @language: the chart's language
 *
 * Says what is compared with what, as a heading.
 *
 * Returns: (transfer none): the words
 */
const char *
nev_words_contradiction_kind (NevContradictionKind kind,
                              NevLanguage          language)
{
  switch (kind)
    {
    case NEV_CONTRADICTION_CHANGE:
      return nev_tr (language, "Published rate against the two values");

    case NEV_CONTRADICTION_RATIO:
      return nev_tr (language, "Published ratio against the two counts");

    case NEV_CONTRADICTION_CLAIM_VALUE:
      return nev_tr (language, "Claimed value against the other facts");

    case NEV_CONTRADICTION_CLAIM_CHANGE:
      return nev_tr (language, "Claimed rate against the other facts");

    case NEV_CONTRADICTION_SUM:
    default:
      return nev_tr (language, "Published value against the sum of others");
    }
}

/**
 * nev_words_stated:
 * @contradiction: a contradiction
 * @language: the chart's language
 *
 * Writes what is stated, with its unit: "6,278,000 vehicles", "+18.6%".
 *
 * Returns: (transfer full): the words
 */
char *
nev_words_stated (const NevContradiction *contradiction,
                  NevLanguage             language)
{
  NevSeries *series = contradiction->series;

  if (is_of_change (contradiction))
    return nev_format_change (contradiction->stated, contradiction->stated_rounding,
                              nev_measure_get_unit (NEV_MEASURE_CHANGE_ON_YEAR, series), language);

  return nev_format_value (contradiction->stated, contradiction->stated_rounding, nev_series_get_unit (series),
                           nev_series_get_unit_text (series, language), language);
}

/**
 * nev_words_excess:
 * @contradiction: a contradiction
 * @language: the chart's language
 *
 * Says how much of the difference rounding doesn't explain: "42,000 beyond rounding".
 *
 * Returns: (transfer full): the words
 */
char *
nev_words_excess (const NevContradiction *contradiction,
                  NevLanguage             language)
{
  double           excess = nev_contradiction_get_excess (contradiction);
  g_autofree char *number = NULL;
  int              n_decimals = 1;

  if (!is_of_change (contradiction) && nev_series_get_unit (contradiction->series) != NEV_UNIT_PERCENT)
    {
      double precision = MIN (contradiction->stated_rounding, contradiction->other.rounding) / 2;

      number = nev_format_value (excess, precision, NEV_UNIT_OTHER, NULL, language);
      /* Translators: %s is a number */
      return g_strdup_printf (nev_tr (language, "%s beyond rounding"), number);
    }

  /* A small one has as many digits as show that it isn't none. */
  while (n_decimals < MAX_DECIMALS && excess * pow (10, n_decimals) < 1)
    n_decimals++;

  number = nev_format_number (excess, n_decimals, language);

  /* Translators: %s is a number of percentage points */
  return g_strdup_printf (nev_tr (language, "%s points beyond rounding"), number);
}
