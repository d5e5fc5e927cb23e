/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nev-catalog.h"
#include "nev-charts.h"
#include "nev-package.h"
#include "nev-words.h"

static const char *const kind_names[] = {
  [NEV_SERIES_FLOW] = "flow",
  [NEV_SERIES_STOCK] = "stock",
  [NEV_SERIES_RATIO] = "ratio",
};

/* How well a series is known: its months from the first to the last, by how their values are had. */
typedef struct
{
  char *first;
  char *last;
  guint n_published;
  guint n_derived;
  guint n_gaps;
} Coverage;

static void
coverage_clear (Coverage *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->last, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Coverage, coverage_clear)

static void
count_reading (NevSeries *series,
               NevPeriod  period,
               Coverage  *coverage)
{
  g_auto(NevReading) reading = { 0 };

  nev_series_read (series, NEV_MEASURE_LEVEL, period, NEV_PERIOD_NONE, &reading);

  if (reading.status == NEV_STATUS_PUBLISHED)
    coverage->n_published++;
  else if (reading.status == NEV_STATUS_DERIVED)
    coverage->n_derived++;
  else
    coverage->n_gaps++;
}

static void
count_months (NevSeries *series,
              NevPeriod  extent,
              Coverage  *coverage)
{
  for (NevPeriod month = nev_period_at (extent.start, NEV_FREQUENCY_MONTH);
       month.start < extent.end;
       month = nev_period_at (month.end, NEV_FREQUENCY_MONTH))
    count_reading (series, month, coverage);
}

static void
get_coverage (NevSeries *series,
              Coverage  *coverage)
{
  NevPeriod extent;

  *coverage = (Coverage){ NULL };

  if (!nev_series_get_extent (series, &extent))
    return;

  /* One year, or what has no date, says nothing of months. */
  if (nev_ledger_get_n_facts (nev_series_get_ledger (series)) == 1 && nev_period_get_kind (extent) != NEV_PERIOD_KIND_MONTH)
    {
      coverage->first = nev_period_to_string (extent);
      count_reading (series, extent, coverage);
      return;
    }

  coverage->first = nev_period_to_string (nev_period_at (extent.start, NEV_FREQUENCY_MONTH));
  coverage->last = nev_period_to_string (nev_period_at (extent.end - 1, NEV_FREQUENCY_MONTH));
  count_months (series, extent, coverage);
}

static void
write_chart (NevJsonWriter  *json,
             const NevChart *chart,
             NevLanguage     language)
{
  nev_json_writer_begin_object (json, NULL);
  nev_json_writer_string (json, "name", chart->name);
  nev_json_writer_string (json, "title", nev_localized_get (&chart->title, language));
  nev_json_writer_string (json, "frequency", nev_frequency_to_string (chart->frequency));
  if (chart->is_ranking)
    nev_json_writer_string (json, "arrangement", "ranking");
  nev_json_writer_begin_array (json, "panels");

  for (guint i = 0; i < chart->n_panels; i++)
    {
      nev_json_writer_begin_object (json, NULL);
      nev_json_writer_begin_array (json, "series");

      for (guint j = 0; j < chart->panels[i].series->len; j++)
        nev_json_writer_string (json, NULL, nev_series_get_id (g_ptr_array_index (chart->panels[i].series, j)));

      nev_json_writer_end_array (json);
      nev_json_writer_string (json, "measure", nev_measure_to_string (chart->panels[i].measure));
      nev_json_writer_string (json, "mark", nev_mark_to_string (chart->panels[i].mark));
      nev_json_writer_end_object (json);
    }

  nev_json_writer_end_array (json);
  nev_json_writer_end_object (json);
}

static void
write_series (NevJsonWriter *json,
              NevSeries     *series,
              NevLanguage    language)
{
  NevUnit unit = nev_series_get_unit (series);
  g_auto(Coverage) coverage;

  get_coverage (series, &coverage);

  nev_json_writer_begin_object (json, NULL);
  nev_json_writer_string (json, "id", nev_series_get_id (series));
  nev_json_writer_string (json, "title", nev_series_get_title (series, language));
  nev_json_writer_string (json, "kind", kind_names[nev_series_get_kind (series)]);
  nev_cli_write_unit (json, series, unit);
  nev_json_writer_string (json, "first", coverage.first);
  nev_json_writer_string (json, "last", coverage.last);
  nev_json_writer_number (json, "published", coverage.n_published);
  nev_json_writer_number (json, "derived", coverage.n_derived);
  nev_json_writer_number (json, "gaps", coverage.n_gaps);
  nev_json_writer_end_object (json);
}

/* How a plain table was read; what made no difference is null. */
static void
write_table (NevJsonWriter          *json,
             const NevImportOptions *read_as)
{
  nev_json_writer_begin_object (json, "table");
  nev_json_writer_string (json, "encoding", read_as->encoding);

  for (guint i = 0; i < NEV_N_IMPORT_CHOICES; i++)
    nev_json_writer_string (json, nev_package_get_table_member (i), nev_import_option_to_string (i, nev_import_options_get (read_as, i)));

  if (!nev_period_is_none (read_as->period))
    {
      g_autofree char *period = nev_period_to_string (read_as->period);

      nev_json_writer_string (json, "period", period);
    }

  nev_json_writer_end_object (json);
}

static char *
list_as_json (NevDataset *dataset,
              NevLanguage language)
{
  NevJsonWriter *json = nev_json_writer_new ();

  nev_json_writer_begin_object (json, NULL);
  nev_json_writer_string (json, "dataset", nev_dataset_get_name (dataset));
  nev_json_writer_string (json, "version", nev_dataset_get_version (dataset));
  if (nev_dataset_get_read_as (dataset) != NULL)
    write_table (json, nev_dataset_get_read_as (dataset));
  nev_json_writer_begin_array (json, "charts");

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    write_chart (json, nev_dataset_get_chart (dataset, i), language);

  nev_json_writer_end_array (json);
  nev_json_writer_number (json, "uncharted", nev_dataset_count_uncharted (dataset));
  nev_json_writer_begin_array (json, "series");

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    write_series (json, nev_dataset_get_series (dataset, i), language);

  nev_json_writer_end_array (json);
  nev_json_writer_end_object (json);

  return nev_json_writer_finish (json);
}

static void
append_series (GString    *text,
               NevSeries  *series,
               int         width,
               NevLanguage language)
{
  g_auto(Coverage) coverage;
  g_autofree char *counts = NULL;

  get_coverage (series, &coverage);

  if (coverage.first == NULL)
    {
      g_string_append_printf (text, "  %-*s  %s\n", width, nev_series_get_id (series), nev_series_get_title (series, language));
      return;
    }

  /* Translators: three numbers of months */
  counts = g_strdup_printf (nev_tr (language, "published %1$u, derived %2$u, gaps %3$u"),
                            coverage.n_published, coverage.n_derived, coverage.n_gaps);
  g_string_append_printf (text, "  %-*s  %s\n  %-*s  %s%s%s, %s\n",
                          width, nev_series_get_id (series), nev_series_get_title (series, language),
                          width, "", coverage.first, coverage.last != NULL ? "/" : "", coverage.last != NULL ? coverage.last : "", counts);
}

/* The options that say what was found out. */
static void
append_table (GString    *text,
              NevDataset *dataset,
              NevLanguage language)
{
  const NevImportOptions *read_as = nev_dataset_get_read_as (dataset);
  const char             *name = nev_package_get_choices (dataset, NULL);

  g_string_append_printf (text, "\n%s\n  --encoding=%s", nev_tr (language, "The table is read as"), read_as->encoding);

  for (guint i = 0; i < NEV_N_IMPORT_CHOICES; i++)
    {
      const char *word = nev_import_option_to_string (i, nev_import_options_get (read_as, i));

      if (word != NULL)
        g_string_append_printf (text, " %s=%s", nev_cli_import_get_name (i), word);
    }

  if (!nev_period_is_none (read_as->period))
    {
      g_autofree char *period = nev_period_to_string (read_as->period);

      g_string_append_printf (text, " --period=%s", period);
    }

  g_string_append_c (text, '\n');

  if (name != NULL)
    {
      g_autofree char *kept = g_strdup_printf (nev_tr (language, "Choices kept in %s"), name);

      g_string_append_printf (text, "  %s\n", kept);
    }
}

static char *
list_as_text (NevDataset *dataset,
              NevLanguage language)
{
  GString *text = g_string_new (NULL);
  gsize    width = 0;
  guint    n_uncharted = nev_dataset_count_uncharted (dataset);

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    width = MAX (width, strlen (nev_dataset_get_chart (dataset, i)->name));

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    width = MAX (width, strlen (nev_series_get_id (nev_dataset_get_series (dataset, i))));

  g_string_append_printf (text, "%s\n", nev_tr (language, "Charts"));

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    {
      const NevChart *chart = nev_dataset_get_chart (dataset, i);

      g_string_append_printf (text, "  %-*s  %s\n", (int) width, chart->name, nev_localized_get (&chart->title, language));
    }

  g_string_append_printf (text, "\n%s\n", nev_tr (language, "Series, and how their months are known"));

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    append_series (text, nev_dataset_get_series (dataset, i), (int) width, language);

  if (n_uncharted > 0)
    {
      g_autofree char *count = g_strdup_printf (nev_tr (language, "Series in no chart: %u"), n_uncharted);

      g_string_append_printf (text, "\n%s\n", count);
    }

  if (nev_dataset_get_read_as (dataset) != NULL)
    append_table (text, dataset, language);

  return g_string_free (text, FALSE);
}

/**
 * nev_cli_list:
 * @argc: how many words
 * @argv: "list" and what follows
 * @error: return location for an error
 *
 * Lists the charts and series of a dataset, with what is known of them.
 *
 * Returns: whether it went well
 */
gboolean
nev_cli_list (int      argc,
              char   **argv,
              GError **error)
{
  g_auto(NevCli) cli = NEV_CLI_INIT;
  gboolean           is_json = FALSE;
  g_autofree char   *text = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_("Write JSON"), NULL },
    { NULL }
  };

  if (!nev_cli_parse (&cli, "", _("Lists charts and series; of each series the first and the last month, and how many "
                                   "months between them were published, can be derived, or are gaps."),
                      entries, NULL, argc, argv, error) ||
      !nev_cli_count_arguments (&cli, 0, 0, error) ||
      !nev_cli_load (&cli, error))
    return FALSE;

  text = is_json ? list_as_json (cli.dataset, cli.language) : list_as_text (cli.dataset, cli.language);

  return nev_cli_print (text, error);
}
