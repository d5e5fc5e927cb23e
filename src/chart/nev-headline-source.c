/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-headline.h"

#include "nev-catalog.h"

static void
add_publisher (GPtrArray     *publishers,
               NevDataset    *dataset,
               const NevFact *fact,
               NevLanguage    language)
{
  NevSource  *source = nev_dataset_get_source (dataset, fact->source);
  const char *name = nev_source_get_publisher (source);

  if (name == NULL || *name == '\0')
    name = nev_source_get_title (source);
  if (language == NEV_LANGUAGE_CHINESE)
    name = nev_dataset_get_publisher (dataset, name, language);

  if (!g_ptr_array_find_with_equal_func (publishers, name, g_str_equal, NULL))
    g_ptr_array_add (publishers, (gpointer) name);
}

/* All of a plain column is by one source, so that its last value is enough. */
static guint
get_first_row (const NevTable *table,
               guint           column)
{
  NevSummary summary;

  if (!nev_table_is_plain (table, column))
    return 0;

  return nev_table_summarize (table, column, 0, nev_table_get_n_rows (table), &summary) ? summary.last : nev_table_get_n_rows (table);
}

/**
 * nev_headline_get_source:
 * @spec: what is wanted of the chart
 * @table: its numbers
 * @language: of the words
 *
 * Says who the figures are from and how far they go, so that a picture or a table carries its source with it.
 *
 * Returns: (transfer full): "Source: CAAM. Data to Feb 2026."
 */
char *
nev_headline_get_source (NevSpec        *spec,
                         const NevTable *table,
                         NevLanguage     language)
{
  NevDataset *dataset = nev_spec_get_dataset (spec);
  g_autoptr (GPtrArray) publishers = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_autofree char *last = NULL;
  NevPeriod        latest = NEV_PERIOD_NONE;

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    for (guint j = get_first_row (table, i); j < nev_table_get_n_rows (table); j++)
      {
        const NevReading *reading = nev_table_get_reading (table, i, j);

        if (reading->status != NEV_STATUS_GAP && reading->period.end > latest.end)
          latest = reading->period;

        for (guint k = 0; k < reading->n_terms; k++)
          add_publisher (publishers, dataset,
                         nev_ledger_get_fact (nev_series_get_ledger (reading->terms[k].series), reading->terms[k].fact), language);
      }

  if (publishers->len == 0)
    return g_strdup (nev_dataset_get_title (dataset, language));

  g_ptr_array_add (publishers, NULL);
  names = g_strjoinv (nev_tr (language, ", "), (char **) publishers->pdata);

  if (nev_period_is_undated (latest))
    /* Translators: the source line below a chart of figures without a date: who published them */
    return g_strdup_printf (nev_tr (language, "Source: %s."), names);

  last = nev_format_period (latest, NEV_PERIOD_FORMAT_SHORT, language);

  /* Translators: the source line below a chart: who published the figures, and the last period shown. */
  return g_strdup_printf (nev_tr (language, "Source: %1$s. Data to %2$s."), names, last);
}
