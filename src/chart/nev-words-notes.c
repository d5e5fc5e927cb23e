/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-words.h"

#include <math.h>

#include "nev-catalog.h"

/* What speaks against a reading or must be known beside it. The most important stands first: who
 * claims something else, then what else was published, then how it was counted.
 */

/* A sum of more facts than this is counted instead of written out. */
#define MAX_TERMS_IN_NOTE 4

/* Of the facts that a reading was derived from, so many at most are named as contradicted. */
#define MAX_TERM_NOTES 3

/* Who says so: a claim's source in as few words as it can be told by. */
static char *
name_claimant (NevDataset    *dataset,
               const NevFact *fact,
               NevLanguage    language)
{
  NevSource  *source = nev_dataset_get_source (dataset, fact->source);
  const char *publisher = nev_source_get_publisher (source);

  if (publisher == NULL || *publisher == '\0')
    return g_strdup (nev_source_get_title (source));

  return g_strdup (nev_dataset_get_publisher (dataset, publisher, language));
}

static const NevFact *
get_fact (NevSeries *series,
          guint      fact)
{
  return nev_ledger_get_fact (nev_series_get_ledger (series), fact);
}

/* A reading's value, with its error where it has one: "+10.7% (±0.1)". */
static char *
format_value_with_error (const NevReading *reading,
                         NevLanguage       language)
{
  g_autofree char *value = nev_words_value (reading, language);
  g_autofree char *error = nev_words_error (reading, language);

  if (error == NULL)
    return g_steal_pointer (&value);

  /* Translators: a value and its error: "+10.7% (±0.1)" */
  return g_strdup_printf (nev_tr (language, "%1$s (%2$s)"), value, error);
}

static char *
format_stated_value (NevSeries     *series,
                     const NevFact *fact,
                     NevLanguage    language)
{
  return nev_format_value (fact->value, fact->rounding, nev_series_get_unit (series),
                           nev_series_get_unit_text (series, language), language);
}

static char *
format_stated_change (NevSeries     *series,
                      const NevFact *fact,
                      NevLanguage    language)
{
  return nev_format_change (fact->change, fact->change_rounding,
                            nev_measure_get_unit (NEV_MEASURE_CHANGE_ON_YEAR, series), language);
}

/* What "over 74,000" means beside 81,000 is for the reader to judge. */
static char *
format_claimed_bound (NevDataset       *dataset,
                      const char       *who,
                      const char       *stated,
                      const NevReading *known,
                      NevLanguage       language)
{
  g_autofree char *other = nev_format_value (known->value, nev_words_precision (known), NEV_UNIT_OTHER, NULL, language);
  const char      *publisher = NULL;

  if (known->status == NEV_STATUS_PUBLISHED)
    {
      const NevFact *own = get_fact (known->terms[0].series, known->terms[0].fact);

      publisher = nev_words_publisher (dataset, nev_dataset_get_source (dataset, own->source), language);
    }

  if (publisher == NULL)
    {
      /* Translators: who, a value ("over 74,000 vehicles"), another value */
      return g_strdup_printf (nev_tr (language, "%1$s states %2$s as a bound; the other facts give %3$s."), who, stated, other);
    }

  /* Translators: who, a value ("over 74,000 vehicles"), who else, another value */
  return g_strdup_printf (nev_tr (language, "%1$s states %2$s as a bound; %3$s has %4$s."), who, stated, publisher, other);
}

static char *
format_claimed_value (NevDataset       *dataset,
                      NevSeries        *series,
                      const NevFact    *fact,
                      const NevReading *known,
                      gboolean          is_contradicted,
                      NevLanguage       language)
{
  g_autofree char *who = name_claimant (dataset, fact, language);
  g_autofree char *stated = format_stated_value (series, fact, language);
  g_autofree char *other = format_value_with_error (known, language);

  if (is_contradicted && fact->status == NEV_OBS_STATUS_DEFINITION)
    return format_claimed_bound (dataset, who, stated, known, language);

  if (is_contradicted)
    {
      /* Translators: who, a value, another value */
      return g_strdup_printf (nev_tr (language, "%1$s states %2$s; the other facts give %3$s: contradicted."), who, stated, other);
    }

  if (known->status == NEV_STATUS_GAP)
    {
      /* Translators: who, a value */
      return g_strdup_printf (nev_tr (language, "%1$s states %2$s; no other fact says."), who, stated);
    }

  /* Translators: who, a value */
  return g_strdup_printf (nev_tr (language, "%1$s states the same: %2$s."), who, stated);
}

static char *
format_claimed_change (NevDataset       *dataset,
                       NevSeries        *series,
                       const NevFact    *fact,
                       const NevReading *known,
                       gboolean          is_contradicted,
                       NevLanguage       language)
{
  g_autofree char *who = name_claimant (dataset, fact, language);
  g_autofree char *stated = format_stated_change (series, fact, language);
  g_autofree char *other = format_value_with_error (known, language);

  if (is_contradicted)
    {
      /* Translators: who, a change such as "+18.6%", another change */
      return g_strdup_printf (nev_tr (language, "%1$s states a change on the year of %2$s; the other facts give %3$s: contradicted."),
                              who, stated, other);
    }

  if (known->status == NEV_STATUS_GAP)
    {
      /* Translators: who, a change */
      return g_strdup_printf (nev_tr (language, "%1$s states a change on the year of %2$s; no other fact says."), who, stated);
    }

  /* Translators: who, a change */
  return g_strdup_printf (nev_tr (language, "%1$s states the same change on the year: %2$s."), who, stated);
}

static gboolean
is_found (GPtrArray           *contradictions,
          NevContradictionKind kind,
          guint                fact)
{
  for (guint i = 0; i < contradictions->len; i++)
    {
      const NevContradiction *contradiction = g_ptr_array_index (contradictions, i);

      if (contradiction->kind == kind && contradiction->fact == fact)
        return TRUE;
    }

  return FALSE;
}

/* What claims say about this series and period, whether the other facts bear them out or not. */
static void
add_claims (GPtrArray        *notes,
            NevDataset       *dataset,
            const NevReading *reading,
            GPtrArray        *contradictions,
            NevLanguage       language)
{
  NevSeries *series = reading->series;
  NevLedger *ledger = nev_series_get_ledger (series);
  NevPeriod  days = nev_words_days (reading);

  /* Nobody claims anything about a plain table. */
  if (nev_ledger_get_observations (ledger) != NULL)
    return;

  for (guint i = 0; i < nev_ledger_get_n_facts (ledger); i++)
    {
      const NevFact *fact = nev_ledger_get_fact (ledger, i);

      if (!fact->is_claim || !nev_period_equal (fact->period, days))
        continue;

      if (!isnan (fact->value) && reading->measure == NEV_MEASURE_LEVEL)
        g_ptr_array_add (notes, format_claimed_value (dataset, series, fact, reading,
                                                      is_found (contradictions, NEV_CONTRADICTION_CLAIM_VALUE, i), language));

      if (!isnan (fact->change))
        {
          g_auto(NevReading) change = { 0 };

          nev_series_read (series, NEV_MEASURE_CHANGE_ON_YEAR, reading->period, NEV_PERIOD_NONE, &change);
          g_ptr_array_add (notes, format_claimed_change (dataset, series, fact, &change,
                                                         is_found (contradictions, NEV_CONTRADICTION_CLAIM_CHANGE, i), language));
        }
    }
}

/* One total less what of it came before: "January to July" less "January to June". */
static gboolean
is_of_running_totals (const NevReading *reading)
{
  const NevFact *total = NULL;
  gboolean       is_less_beginning = FALSE;

  for (guint i = 0; i < reading->n_terms; i++)
    {
      if (reading->terms[i].sign < 0)
        continue;

      if (total != NULL)
        return FALSE;

      total = get_fact (reading->terms[i].series, reading->terms[i].fact);
    }

  if (total == NULL || total->period.start == NEV_DAY_ORIGIN)
    return FALSE;

  for (guint i = 0; i < reading->n_terms; i++)
    {
      NevPeriod days = get_fact (reading->terms[i].series, reading->terms[i].fact)->period;

      is_less_beginning |= reading->terms[i].sign < 0 && days.start == total->period.start;
    }

  return is_less_beginning;
}

static gboolean
is_of_parts (const NevReading *reading)
{
  for (guint i = 0; i < reading->n_terms; i++)
    {
      if (reading->terms[i].sign < 0)
        return FALSE;
    }

  return TRUE;
}

static char *
format_other_way (const NevReading *other,
                  NevLanguage       language)
{
  if (other->n_terms > MAX_TERMS_IN_NOTE)
    {
      /* Translators: always more than four */
      return g_strdup_printf (nev_tr (language, "from %u published figures"), other->n_terms);
    }

  return nev_words_expression (other, language);
}

static char *
format_sum_contradiction (const NevContradiction *contradiction,
                          NevLanguage             language)
{
  const NevReading *other = &contradiction->other;
  double            excess = other->value - contradiction->stated;
  double            precision = MIN (other->rounding, contradiction->stated_rounding);
  g_autofree char  *value = nev_format_value (other->value, other->rounding, NEV_UNIT_OTHER, NULL, language);
  g_autofree char  *difference = nev_format_value (fabs (excess), precision, NEV_UNIT_OTHER, NULL, language);
  g_autofree char  *way = format_other_way (other, language);

  /* Translators: in these six: a value, how it is calculated, a difference */
  if (is_of_running_totals (other))
    return g_strdup_printf (excess > 0 ? nev_tr (language, "The running totals give %1$s (%2$s), %3$s more than published.")
                                       : nev_tr (language, "The running totals give %1$s (%2$s), %3$s less than published."),
                            value, way, difference);

  if (is_of_parts (other))
    return g_strdup_printf (excess > 0 ? nev_tr (language, "The published parts add up to %1$s (%2$s), %3$s more than published.")
                                       : nev_tr (language, "The published parts add up to %1$s (%2$s), %3$s less than published."),
                            value, way, difference);

  return g_strdup_printf (excess > 0 ? nev_tr (language, "Other published figures give %1$s (%2$s), %3$s more than published.")
                                     : nev_tr (language, "Other published figures give %1$s (%2$s), %3$s less than published."),
                          value, way, difference);
}

static char *
format_quotient_contradiction (const NevContradiction *contradiction,
                               NevLanguage             language)
{
  const NevReading *other = &contradiction->other;
  double            excess = other->value - contradiction->stated;
  g_autofree char  *value = format_value_with_error (other, language);
  g_autofree char  *difference = nev_format_number (fabs (excess), 1, language);
  g_autofree char  *way = format_other_way (other, language);

  /* Translators: in these four: a percentage, how it is calculated, a difference in percentage points */
  if (contradiction->kind == NEV_CONTRADICTION_RATIO)
    return g_strdup_printf (excess > 0 ? nev_tr (language, "The published counts give %1$s (%2$s), %3$s points more than published.")
                                       : nev_tr (language, "The published counts give %1$s (%2$s), %3$s points less than published."),
                            value, way, difference);

  return g_strdup_printf (excess > 0 ? nev_tr (language, "The two published values give %1$s (%2$s), %3$s points more than the published rate.")
                                     : nev_tr (language, "The two published values give %1$s (%2$s), %3$s points less than the published rate."),
                          value, way, difference);
}

/**
 * nev_words_contradiction:
 * @dataset: the dataset
 * @contradiction: a contradiction in it
 * @language: the chart's language
 *
 * Says what else is known than what is stated, and by how much it differs.
 *
 * Returns: (transfer full): a sentence
 */
char *
nev_words_contradiction (NevDataset             *dataset,
                         const NevContradiction *contradiction,
                         NevLanguage             language)
{
  NevSeries     *series = contradiction->series;
  const NevFact *fact = get_fact (series, contradiction->fact);

  switch (contradiction->kind)
    {
    case NEV_CONTRADICTION_CLAIM_VALUE:
      return format_claimed_value (dataset, series, fact, &contradiction->other, TRUE, language);

    case NEV_CONTRADICTION_CLAIM_CHANGE:
      return format_claimed_change (dataset, series, fact, &contradiction->other, TRUE, language);

    case NEV_CONTRADICTION_CHANGE:
    case NEV_CONTRADICTION_RATIO:
      return format_quotient_contradiction (contradiction, language);

    case NEV_CONTRADICTION_SUM:
    default:
      return format_sum_contradiction (contradiction, language);
    }
}

static void
add_contradictions (GPtrArray  *notes,
                    NevDataset *dataset,
                    GPtrArray  *contradictions,
                    NevLanguage language)
{
  for (guint i = 0; i < contradictions->len; i++)
    {
      const NevContradiction *contradiction = g_ptr_array_index (contradictions, i);

      if (contradiction->kind != NEV_CONTRADICTION_CLAIM_VALUE &&
          contradiction->kind != NEV_CONTRADICTION_CLAIM_CHANGE)
        g_ptr_array_add (notes, nev_words_contradiction (dataset, contradiction, language));
    }
}

/* A sentence that begins with a common word, after a colon. */
static char *
begin_small (const char *sentence)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_unichar (text, g_unichar_tolower (g_utf8_get_char (sentence)));
  g_string_append (text, g_utf8_next_char (sentence));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A derived value is no better than the facts that it rests on. */
static void
add_term_contradictions (GPtrArray        *notes,
                         NevDataset       *dataset,
                         const NevReading *reading,
                         NevLanguage       language)
{
  g_autoptr(GPtrArray) found = NULL;

  if (reading->status != NEV_STATUS_DERIVED || reading->measure != NEV_MEASURE_LEVEL)
    return;

  found = nev_check_terms (reading);

  for (guint i = 0; i < MIN (found->len, MAX_TERM_NOTES); i++)
    {
      const NevContradiction *contradiction = g_ptr_array_index (found, i);
      const NevFact          *fact = get_fact (contradiction->series, contradiction->fact);
      g_autofree char        *period = nev_format_period (fact->period, NEV_PERIOD_FORMAT_LONG, language);
      g_autofree char        *sentence = nev_words_contradiction (dataset, contradiction, language);
      g_autofree char        *rest = begin_small (sentence);

      if (contradiction->series == reading->series)
        {
          /* Translators: a period and what speaks against its figure */
          g_ptr_array_add (notes, g_strdup_printf (nev_tr (language, "%1$s: %2$s"), period, rest));
        }
      else
        {
          /* Translators: a series, a period, what speaks against its figure */
          g_ptr_array_add (notes, g_strdup_printf (nev_tr (language, "%1$s, %2$s: %3$s"),
                                                   nev_series_get_title (contradiction->series, language), period, rest));
        }
    }
}

static gboolean
has_several_bases (NevSeries *series)
{
  NevLedger *ledger = nev_series_get_ledger (series);

  if (nev_ledger_get_observations (ledger) != NULL)
    return FALSE;

  for (guint i = 1; i < nev_ledger_get_n_facts (ledger); i++)
    {
      if (nev_ledger_get_fact (ledger, i)->basis != nev_ledger_get_fact (ledger, 0)->basis)
        return TRUE;
    }

  return FALSE;
}

/* What was counted, where a series counts different things over time. */
static void
add_basis (GPtrArray        *notes,
           NevDataset       *dataset,
           const NevReading *reading,
           NevLanguage       language)
{
  const NevBasis *basis = reading->basis >= 0 ? nev_dataset_get_basis (dataset, reading->basis) : NULL;
  const char     *title = basis != NULL ? nev_localized_get (&basis->title, language) : NULL;

  if (title == NULL || *title == '\0' || !has_several_bases (reading->series))
    return;

  if (reading->is_mixed)
    {
      /* Translators: %s says what is counted: "charging points, then connectors" */
      g_ptr_array_add (notes, g_strdup_printf (nev_tr (language, "The method of counting changed within this period (%s), "
                                                                 "so the figure is not compared with others."),
                                               title));
      return;
    }

  /* Translators: %s says what is counted: "charging points" */
  g_ptr_array_add (notes, g_strdup_printf (nev_tr (language, "What is counted: %s."), title));
}

static void
add_gap (GPtrArray        *notes,
         const NevReading *reading,
         NevLanguage       language)
{
  const char *reason = reading->status == NEV_STATUS_GAP ? nev_words_gap (reading->gap, language) : NULL;

  if (reason != NULL)
    g_ptr_array_add (notes, g_strdup (reason));
}

/* What the publisher itself says about how good the figure is. */
static void
add_observation_status (GPtrArray        *notes,
                        const NevReading *reading,
                        NevLanguage       language)
{
  const char *note = NULL;

  /* That the method changed within a figure has been said. */
  if (reading->status != NEV_STATUS_PUBLISHED || reading->is_mixed)
    return;

  switch (get_fact (reading->terms[0].series, reading->terms[0].fact)->status)
    {
    case NEV_OBS_STATUS_BREAK:
      note = nev_tr (language, "This is the first figure after the method of counting changed.");
      break;

    case NEV_OBS_STATUS_DEFINITION:
      note = nev_tr (language, "The figure is a bound, or its definition differs from that of the others.");
      break;

    case NEV_OBS_STATUS_ESTIMATED:
      note = nev_tr (language, "The figure is an estimate.");
      break;

    case NEV_OBS_STATUS_PROVISIONAL:
      note = nev_tr (language, "The figure is provisional.");
      break;

    case NEV_OBS_STATUS_UNRELIABLE:
      note = nev_tr (language, "The figure is of doubtful quality.");
      break;

    case NEV_OBS_STATUS_NORMAL:
    default:
      return;
    }

  g_ptr_array_add (notes, g_strdup (note));
}

/* A flow lies within a note's period; a stock stands at a day within it. */
static gboolean
is_within (const NevReading *reading,
           NevPeriod         period)
{
  NevPeriod days = nev_words_days (reading);

  if (days.start == NEV_DAY_ORIGIN)
    days.start = days.end - 1;

  return period.start <= days.start && days.end <= period.end;
}

/**
 * nev_words_holiday:
 * @reading: a reading
 * @language: the chart's language
 *
 * Says what must be known of the change of January or February alone: Spring Festival falls into the one month in one year
 * and into the other in another. What that does to a stock is little.
 *
 * Returns: (nullable): a sentence; %NULL for any other reading
 */
const char *
nev_words_holiday (const NevReading *reading,
                   NevLanguage       language)
{
  int month;

  if (reading->measure != NEV_MEASURE_CHANGE_ON_YEAR || reading->status == NEV_STATUS_GAP ||
      nev_series_get_kind (reading->series) == NEV_SERIES_STOCK ||
      nev_period_get_kind (reading->period) != NEV_PERIOD_KIND_MONTH)
    return NULL;

  nev_day_to_date (reading->period.start, NULL, &month, NULL);

  if (month > 2)
    return NULL;

  return nev_tr (language, "Spring Festival moves between January and February from year to year; "
                           "both months together are comparable.");
}

static void
add_holiday (GPtrArray        *notes,
             const NevReading *reading,
             NevLanguage       language)
{
  const char *holiday = nev_words_holiday (reading, language);

  if (holiday != NULL)
    g_ptr_array_add (notes, g_strdup (holiday));
}

static void
add_dataset_notes (GPtrArray        *notes,
                   NevDataset       *dataset,
                   const NevReading *reading,
                   NevLanguage       language)
{
  guint          n;
  const NevNote *all = nev_dataset_get_notes (dataset, &n);

  for (guint i = 0; i < n; i++)
    {
      if (all[i].series == reading->series && is_within (reading, all[i].period))
        g_ptr_array_add (notes, g_strdup (nev_localized_get (&all[i].text, language)));
    }
}

/**
 * nev_words_notes:
 * @dataset: the dataset
 * @reading: one of its readings
 * @language: the chart's language
 *
 * Collects what must be known beside a reading: claims of other sources and whether the facts bear
 * them out, contradictions of its own and of the facts that it was derived from, what was counted, why there is no value, and the
 * dataset's own notes.
 *
 * Returns: (transfer full) (element-type utf8): sentences, the most important first; often none
 */
GPtrArray *
nev_words_notes (NevDataset       *dataset,
                 const NevReading *reading,
                 NevLanguage       language)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) contradictions = NULL;
  g_auto(NevReading) level = { 0 };

  /* A running total is the level of a longer period, of which others may have spoken. */
  if (reading->measure == NEV_MEASURE_YEAR_TO_DATE || reading->measure == NEV_MEASURE_TRAILING_YEAR)
    {
      nev_series_read (reading->series, NEV_MEASURE_LEVEL, nev_words_days (reading), NEV_PERIOD_NONE, &level);
      if (reading->gap != NEV_GAP_NOT_DEFINED)
        reading = &level;
    }

  contradictions = nev_check_reading (reading);

  if (reading->measure == NEV_MEASURE_LEVEL || reading->measure == NEV_MEASURE_CHANGE_ON_YEAR)
    add_claims (notes, dataset, reading, contradictions, language);

  add_contradictions (notes, dataset, contradictions, language);
  add_term_contradictions (notes, dataset, reading, language);
  add_basis (notes, dataset, reading, language);
  add_gap (notes, reading, language);
  add_observation_status (notes, reading, language);
  add_holiday (notes, reading, language);
  add_dataset_notes (notes, dataset, reading, language);

  return notes;
}
