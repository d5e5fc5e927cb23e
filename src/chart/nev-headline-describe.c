/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-headline.h"

#include "nev-catalog.h"
#include "nev-guard.h"
#include "nev-words-table.h"
#include "nev-words.h"

#include <math.h>

/* The chart for those who don't see it: what a glance at it tells, one sentence a fact. */

typedef struct
{
  const NevReading *latest;
  const NevReading *highest;
  const NevReading *lowest;
  guint             n_periods;
  guint             n_derived;
  guint             n_gaps;
} Summary;

static Summary
summarize (const NevTable *table,
           guint           column)
{
  Summary    summary = { NULL };
  NevSummary rows;

  if (nev_table_is_plain (table, column) && !nev_table_is_overlay (table))
    {
      summary.n_periods = nev_table_get_n_rows (table);

      if (nev_table_summarize (table, column, 0, summary.n_periods, &rows))
        {
          summary.latest = nev_table_get_reading (table, column, rows.last);
          summary.highest = nev_table_get_reading (table, column, rows.highest);
          summary.lowest = nev_table_get_reading (table, column, rows.lowest);
        }

      summary.n_gaps = rows.n_gaps;

      return summary;
    }

  for (guint row = 0; row < nev_table_get_n_rows (table); row++)
    {
      const NevReading *reading = nev_table_get_reading (table, column, row);

      if (reading->gap == NEV_GAP_NOT_SHOWN)
        continue;

      summary.n_periods++;

      if (reading->status == NEV_STATUS_GAP)
        {
          summary.n_gaps++;
          continue;
        }

      if (reading->status == NEV_STATUS_DERIVED)
        summary.n_derived++;

      summary.latest = reading;

      if (summary.highest == NULL || reading->value > summary.highest->value)
        summary.highest = reading;

      if (summary.lowest == NULL || reading->value < summary.lowest->value)
        summary.lowest = reading;
    }

  return summary;
}

static char *
format_value_in_period (const NevReading *reading,
                        NevLanguage       language)
{
  g_autofree char *value = nev_words_value (reading, language);
  g_autofree char *period = nev_format_period (nev_words_days (reading), NEV_PERIOD_FORMAT_LONG, language);

  /* Translators: a value and its period: "904,000 vehicles (September 2023)" */
  return g_strdup_printf (nev_tr (language, "%1$s (%2$s)"), value, period);
}

/* "NEV sales", "NEV sales, 2024" */
static char *
format_subject (const NevTable *table,
                guint           column,
                NevLanguage     language)
{
  g_autofree char *subject = nev_words_subject (nev_table_get_reading (table, column, 0), language);
  g_autofree char *run = NULL;

  if (!nev_table_is_overlay (table))
    return g_steal_pointer (&subject);

  run = nev_words_run (table, column, NEV_PERIOD_FORMAT_LONG, language);

  return g_strdup_printf (nev_tr (language, "%1$s, %2$s"), subject, run);
}

static void
describe_column (GString        *text,
                 const NevTable *table,
                 guint           column,
                 NevLanguage     language)
{
  Summary          summary = summarize (table, column);
  g_autofree char *subject = format_subject (table, column, language);
  g_autofree char *latest = NULL;
  g_autofree char *highest = NULL;
  g_autofree char *lowest = NULL;
  g_autofree char *values = NULL;
  g_autofree char *trend = nev_headline_get_trend (table, column, language);
  g_autofree char *counts = NULL;

  if (summary.latest == NULL)
    {
      /* Translators: %s is a series */
      values = g_strdup_printf (nev_tr (language, "%s: no value."), subject);
      nev_words_append_sentence (text, values);
      return;
    }

  latest = format_value_in_period (summary.latest, language);
  highest = format_value_in_period (summary.highest, language);
  lowest = format_value_in_period (summary.lowest, language);

  /* Translators: a series, and three values with their periods */
  values = g_strdup_printf (nev_tr (language, "%1$s: latest %2$s, highest %3$s, lowest %4$s."),
                            subject, latest, highest, lowest);
  nev_words_append_sentence (text, values);

  if (trend != NULL)
    nev_words_append_sentence (text, trend);

  if (summary.n_derived == 0 && summary.n_gaps == 0)
    return;

  /* Translators: three numbers; all of the periods shown, and two kinds of them */
  counts = g_strdup_printf (nev_tr (language, "Periods: %1$u, derived: %2$u, without a value: %3$u."),
                            summary.n_periods, summary.n_derived, summary.n_gaps);
  nev_words_append_sentence (text, counts);
}

/* The end of what is ranked, and how much of it there is. */
static void
describe_ranking (GString        *text,
                  const NevTable *table,
                  NevLanguage     language)
{
  NevSummary       rows;
  guint            n_rows = nev_table_get_n_rows (table);
  g_autofree char *highest = NULL;
  g_autofree char *lowest = NULL;
  g_autofree char *values = NULL;
  g_autofree char *counts = NULL;

  if (!nev_table_summarize (table, 0, 0, n_rows, &rows))
    return;

  highest = nev_words_value (nev_table_get_reading (table, 0, rows.first), language);
  lowest = nev_words_value (nev_table_get_reading (table, 0, rows.last), language);

  /* Translators: the highest and the lowest of several that are ranked, each with its value */
  values = g_strdup_printf (nev_tr (language, "Highest: %1$s (%2$s), lowest: %3$s (%4$s)."),
                            nev_series_get_label (nev_table_get_reading (table, 0, rows.first)->series, language), highest,
                            nev_series_get_label (nev_table_get_reading (table, 0, rows.last)->series, language), lowest);
  nev_words_append_sentence (text, values);

  /* Translators: three numbers: how many are ranked, how many of these are derived, and how many others have no value */
  counts = g_strdup_printf (nev_tr (language, "Ranked: %1$u, derived: %2$u, without a value: %3$u."),
                            n_rows - rows.n_gaps, rows.n_derived, rows.n_gaps);
  nev_words_append_sentence (text, counts);
}

static void
describe_index (GString        *text,
                const NevTable *table,
                NevLanguage     language)
{
  g_autofree char *note = nev_headline_get_index_note (table, language);

  if (note != NULL)
    nev_words_append_sentence (text, note);
}

/* The picture shows it as colours. */
static void
describe_focus (GString    *text,
                NevSpec    *spec,
                NevLanguage language)
{
  NevSeries       *focus = nev_spec_get_focus (spec);
  g_autofree char *sentence = NULL;

  if (focus == NULL)
    return;

  /* Translators: %s is a series; the others are drawn in grey */
  sentence = g_strdup_printf (nev_tr (language, "In focus: %s."), nev_series_get_title (focus, language));
  nev_words_append_sentence (text, sentence);
}

static void
describe_definitions (GString    *text,
                      NevSpec    *spec,
                      NevLanguage language)
{
  g_autofree char *note = nev_guard_get_note (spec, language);

  if (note != NULL)
    nev_words_append_sentence (text, note);
}

/* The first period, in the order of time, before which the method changed. */
static NevPeriod
find_break (const NevTable *table)
{
  NevPeriod first = NEV_PERIOD_NONE;

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    for (guint row = 0; row < nev_table_get_n_rows (table); row++)
      {
        NevPeriod period = nev_table_get_reading (table, i, row)->period;

        if (nev_table_is_break (table, i, row) && (nev_period_is_none (first) || period.start < first.start))
          first = period;
      }

  return first;
}

/**
 * nev_headline_get_break_note:
 * @table: a chart's numbers
 * @language: the chart's language
 *
 * Says from when on figures that lie over earlier ones are counted in another way. There a line across the plot would cross
 * runs of days in which nothing changed; and between two ranges it isn't known when it was.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL where there is no such change, and on a time line
 */
char *
nev_headline_get_break_note (const NevTable *table,
                             NevLanguage     language)
{
  NevPeriod        first = nev_table_is_overlay (table) ? find_break (table) : NEV_PERIOD_NONE;
  g_autofree char *period = NULL;

  if (nev_period_is_none (first))
    return NULL;

  period = nev_format_period (first, NEV_PERIOD_FORMAT_LONG, language);

  /* Translators: %s is "June 2025" */
  return g_strdup_printf (nev_tr (language, "From %s on another method of counting is in use."), period);
}

static void
describe_breaks (GString        *text,
                 const NevTable *table,
                 NevLanguage     language)
{
  g_autofree char *note = nev_headline_get_break_note (table, language);
  guint            n_plain = 0;

  if (nev_table_is_overlay (table))
    {
      if (note != NULL)
        nev_words_append_sentence (text, note);
      return;
    }

  for (guint column = 0; column < nev_table_get_n_columns (table); column++)
    n_plain += nev_table_is_plain (table, column);

  /* Nothing ever changes in plain columns. */
  if (n_plain == nev_table_get_n_columns (table))
    return;

  for (guint row = 0; row < nev_table_get_n_rows (table); row++)
    {
      for (guint column = 0; column < nev_table_get_n_columns (table); column++)
        {
          g_autofree char *period = NULL;
          g_autofree char *sentence = NULL;

          if (!nev_table_is_break (table, column, row))
            continue;

          period = nev_format_period (nev_table_get_period (table, row), NEV_PERIOD_FORMAT_PHRASE, language);
          /* Translators: %s is "in June 2025" */
          sentence = g_strdup_printf (nev_tr (language, "The method of counting changed %s."), period);
          nev_words_append_sentence (text, sentence);
          break;
        }
    }
}

static const NevColumn *
find_column (const NevTable *table,
             NevMeasure      measure)
{
  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    if (nev_table_get_column (table, i)->measure == measure)
      return nev_table_get_column (table, i);

  return NULL;
}

static char *
format_level_of (const NevColumn *column,
                 double           value,
                 NevLanguage      language)
{
  return nev_format_value (value, value == floor (value) ? 1 : 0.1, nev_measure_get_unit (column->measure, column->series),
                           nev_series_get_unit_text (column->series, language), language);
}

/* A line or a band at its values, a span or a note in its days; NULL for what isn't shown. */
static char *
describe_annotation (const NevAnnotation *annotation,
                     const NevTable      *table,
                     NevLanguage          language)
{
  const NevColumn *column = find_column (table, annotation->measure);
  NevPeriod        days = { nev_table_get_period (table, 0).start, nev_table_get_period (table, nev_table_get_n_rows (table) - 1).end };
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *period = NULL;

  if (annotation->kind == NEV_ANNOTATION_SPAN || annotation->kind == NEV_ANNOTATION_NOTE)
    {
      /* Days have no place of their own there. */
      if (nev_table_is_overlay (table))
        return NULL;

      if (annotation->period.start >= days.end || days.start >= annotation->period.end)
        return NULL;

      period = nev_format_period (annotation->period, NEV_PERIOD_FORMAT_LONG, language);
      /* Translators: a period, and what a person wrote beside it */
      return g_strdup_printf (nev_tr (language, "Note on %1$s: “%2$s”."), period, annotation->text);
    }

  if (column == NULL)
    return NULL;

  from = format_level_of (column, annotation->from, language);

  if (annotation->kind == NEV_ANNOTATION_LINE)
    /* Translators: a value, and what a person wrote beside the line there */
    return g_strdup_printf (nev_tr (language, "Line at %1$s: “%2$s”."), from, annotation->text);

  to = format_level_of (column, annotation->to, language);

  /* Translators: two values, and what a person wrote beside the shaded range between them */
  return g_strdup_printf (nev_tr (language, "Shaded from %1$s to %2$s: “%3$s”."), from, to, annotation->text);
}

static void
describe_annotations (GString        *text,
                      NevSpec        *spec,
                      const NevTable *table,
                      NevLanguage     language)
{
  GPtrArray *annotations = nev_spec_get_annotations (spec);

  /* They aren't drawn there. */
  if (nev_table_is_ranking (table))
    return;

  for (guint i = 0; i < annotations->len; i++)
    {
      const NevAnnotation *annotation = g_ptr_array_index (annotations, i);
      g_autofree char     *sentence = NULL;

      /* A line without words says nothing that could be read. */
      if (*annotation->text != '\0')
        sentence = describe_annotation (annotation, table, language);

      if (sentence != NULL)
        nev_words_append_sentence (text, sentence);
    }
}

/* The first and the last period that are shown; FALSE where there is none. */
static gboolean
find_ends (const NevTable *table,
           NevPeriod      *first,
           NevPeriod      *last)
{
  guint n_rows = nev_table_get_n_rows (table);

  *first = *last = NEV_PERIOD_NONE;

  if (!nev_table_is_overlay (table) && n_rows > 0 && nev_table_get_n_columns (table) > 0)
    {
      *first = nev_table_get_period (table, 0);
      *last = nev_table_get_period (table, n_rows - 1);
      return TRUE;
    }

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    for (guint row = 0; row < nev_table_get_n_rows (table); row++)
      {
        const NevReading *reading = nev_table_get_reading (table, i, row);

        if (reading->gap == NEV_GAP_NOT_SHOWN)
          continue;

        if (nev_period_is_none (*first) || reading->period.start < first->start)
          *first = reading->period;
        if (reading->period.end > last->end)
          *last = reading->period;
      }

  return !nev_period_is_none (*first);
}

static void
begin_paragraph (GString *text)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
}

static char *
describe (NevSpec        *spec,
          const NevTable *table,
          gboolean        has_paragraphs,
          NevLanguage     language)
{
  g_autoptr(GString) text = g_string_new (NULL);
  NevPeriod        first_period, last_period;
  g_autofree char *what = nev_headline_get_scope (spec, table, language);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *scope = NULL;
  gsize            len;

  if (!find_ends (table, &first_period, &last_period))
    return g_strdup (nev_tr (language, "Nothing is known about this range"));

  first = nev_format_period (first_period, NEV_PERIOD_FORMAT_LONG, language);
  last = nev_format_period (last_period, NEV_PERIOD_FORMAT_LONG, language);

  if (nev_table_is_ranking (table))
    /* Translators: the subtitle ("Sales, 2025, million vehicles") ends as a sentence */
    scope = g_strdup_printf (nev_tr (language, "%s."), what);
  else
    /* Translators: the subtitle ("Monthly, China, million vehicles"), the first and the last period */
    scope = g_strdup_printf (nev_tr (language, "%1$s, from %2$s to %3$s."), what, first, last);
  nev_words_append_sentence (text, scope);

  if (nev_table_is_ranking (table))
    describe_ranking (text, table, language);

  for (guint column = 0; column < nev_table_get_n_columns (table) && !nev_table_is_ranking (table); column++)
    {
      if (has_paragraphs)
        begin_paragraph (text);
      describe_column (text, table, column, language);
    }

  if (has_paragraphs)
    begin_paragraph (text);
  len = text->len;
  describe_focus (text, spec, language);
  describe_definitions (text, spec, language);
  describe_index (text, table, language);
  describe_breaks (text, table, language);
  describe_annotations (text, spec, table, language);

  /* The paragraph that was begun for nothing */
  if (has_paragraphs && text->len == len)
    g_string_truncate (text, len - 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * nev_headline_describe:
 * @spec: what is shown
 * @table: its numbers
 * @language: the chart's language
 *
 * Describes a chart for those who don't see it: what it measures and when, of each series the latest,
 * the highest and the lowest value, whether it rises or falls, gaps, breaks of method, and what a person has written into it.
 *
 * Returns: (transfer full): a few sentences
 */
char *
nev_headline_describe (NevSpec        *spec,
                       const NevTable *table,
                       NevLanguage     language)
{
  return describe (spec, table, FALSE, language);
}

/**
 * nev_headline_summarize:
 * @spec: what is shown
 * @table: its numbers
 * @language: the chart's language
 *
 * Writes a chart as a text that stands for itself: its title, a paragraph for what is shown and for each series with the
 * sentences of nev_headline_describe(), and who published the figures.
 *
 * Returns: (transfer full): lines
 */
char *
nev_headline_summarize (NevSpec        *spec,
                        const NevTable *table,
                        NevLanguage     language)
{
  g_autofree char *title = nev_headline_get_title (spec, table, language);
  g_autofree char *description = describe (spec, table, TRUE, language);
  g_autofree char *source = nev_headline_get_source (spec, table, language);

  if (source == NULL || *source == '\0')
    return g_strdup_printf ("%s\n%s\n", title, description);

  return g_strdup_printf ("%s\n%s\n%s\n", title, description, source);
}
