/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nev-headline.h"
#include "nev-table-cells.h"
#include "nev-table-text.h"

static void
write_series (NevJsonWriter *json,
              NevSeries     *series,
              NevLanguage    language)
{
  nev_json_writer_string (json, "series", nev_series_get_id (series));
  nev_json_writer_string (json, "title", nev_series_get_title (series, language));
}

static void
write_columns (NevJsonWriter  *json,
               const NevTable *table,
               NevLanguage     language)
{
  nev_json_writer_begin_array (json, "columns");

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    {
      const NevColumn *column = nev_table_get_column (table, i);
      NevUnit          unit = nev_measure_get_unit (column->measure, column->series);

      nev_json_writer_begin_object (json, NULL);
      if (!nev_table_is_ranking (table))
        write_series (json, column->series, language);
      nev_json_writer_string (json, "measure", nev_measure_to_string (column->measure));
      if (nev_table_get_n_rows (table) > 0)
        nev_cli_write_base (json, nev_table_get_reading (table, i, 0));
      nev_cli_write_unit (json, column->series, unit);
      nev_json_writer_number (json, "panel", column->panel);
      if (nev_table_is_overlay (table))
        {
          g_autofree char *run = nev_period_to_string (column->run);

          nev_json_writer_string (json, "run", run);
        }
      nev_json_writer_end_object (json);
    }

  nev_json_writer_end_array (json);
}

/* A cell that isn't shown is null. */
static void
write_cell (NevJsonWriter    *json,
            const NevReading *reading,
            gboolean          has_period)
{
  g_autofree char *period = nev_period_to_string (reading->period);

  if (reading->gap == NEV_GAP_NOT_SHOWN)
    {
      nev_json_writer_string (json, NULL, NULL);
      return;
    }

  nev_json_writer_begin_object (json, NULL);
  if (has_period)
    nev_json_writer_string (json, "period", period);
  nev_json_writer_number (json, "value", nev_reading_get_value (reading));
  nev_json_writer_string (json, "status", nev_status_to_string (reading->status));
  nev_json_writer_number (json, "rounding", nev_reading_get_rounding (reading));
  nev_json_writer_end_object (json);
}

static void
write_rows (NevJsonWriter  *json,
            const NevTable *table,
            NevLanguage     language)
{
  nev_json_writer_begin_array (json, "rows");

  for (guint row = 0; row < nev_table_get_n_rows (table); row++)
    {
      g_autofree char *period = nev_period_to_string (nev_table_get_period (table, row));

      nev_json_writer_begin_object (json, NULL);
      if (nev_table_is_overlay (table))
        nev_json_writer_number (json, "position", row + 1);
      if (nev_table_is_ranking (table))
        nev_json_writer_number (json, "position", nev_table_get_reading (table, 0, row)->status == NEV_STATUS_GAP ? NAN : row + 1);
      if (nev_table_is_ranking (table))
        write_series (json, nev_table_get_reading (table, 0, row)->series, language);
      if (!nev_table_is_overlay (table))
        nev_json_writer_string (json, "period", period);
      nev_json_writer_begin_array (json, "cells");

      for (guint i = 0; i < nev_table_get_n_columns (table); i++)
        {
          const NevReading *reading = nev_table_get_reading (table, i, row);

          write_cell (json, reading, nev_table_is_overlay (table));
        }

      nev_json_writer_end_array (json);
      nev_json_writer_end_object (json);
    }

  nev_json_writer_end_array (json);
}

static char *
format_json (NevSpec        *spec,
             const NevTable *table,
             NevLanguage     language)
{
  NevJsonWriter  *json = nev_json_writer_new ();
  const NevChart *chart = nev_spec_get_chart (spec);

  nev_json_writer_begin_object (json, NULL);
  nev_json_writer_string (json, "chart", chart->name);
  nev_json_writer_string (json, "title", nev_localized_get (&chart->title, language));
  nev_json_writer_string (json, "frequency", nev_frequency_to_string (nev_table_get_frequency (table)));
  if (nev_table_merges_jan_feb (table))
    nev_json_writer_boolean (json, "mergeJanFeb", TRUE);
  write_columns (json, table, language);
  write_rows (json, table, language);
  nev_json_writer_end_object (json);

  return nev_json_writer_finish (json);
}

static gboolean
parse_format (const char *name,
              gboolean   *is_json,
              GError    **error)
{
  *is_json = g_strcmp0 (name, "json") == 0;

  if (name == NULL || *is_json || g_str_equal (name, "csv"))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--format: expected csv or json, found “%s”"), name);

  return FALSE;
}

static gboolean
check_together (gboolean          is_description,
                gboolean          is_all,
                gboolean          has_mark,
                gboolean          is_json,
                const char       *format,
                const NevCliView *view,
                GError          **error)
{
  const char *message = NULL;

  if (is_description && format != NULL)
    message = _ ("--describe writes text: it has no --format");
  else if (is_description && is_all)
    message = _ ("--describe is about the chart: it has no --all");
  else if (has_mark && (is_description || is_json))
    message = _ ("--bom is a mark of CSV files");
  else if (is_all && (view->from != NULL || view->to != NULL))
    message = _ ("--all writes every period: it has no --from and no --to");

  if (message == NULL)
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);

  return FALSE;
}

/**
 * nev_cli_data:
 * @argc: how many words
 * @argv: "data" and what follows
 * @error: return location for an error
 *
 * Writes the table that a chart shows.
 *
 * Returns: whether it went well
 */
gboolean
nev_cli_data (int      argc,
              char   **argv,
              GError **error)
{
  g_auto(NevCli) cli = NEV_CLI_INIT;
  g_auto(NevCliView) view = { NULL };
  g_autoptr(NevSpec) spec = NULL;
  g_autoptr(NevTable) table = NULL;
  g_autofree char   *format = NULL;
  g_autofree char   *text = NULL;
  g_autofree char   *marked = NULL;
  gboolean           is_json;
  gboolean           is_description = FALSE, is_all = FALSE, has_mark = FALSE;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, "csv, json", "F" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &is_all, N_ ("Write every period of which the series know anything"), NULL },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &has_mark, N_ ("Begin CSV with a mark that it is UTF-8, as Excel wants it"), NULL },
    { "describe", 0, 0, G_OPTION_ARG_NONE, &is_description, N_ ("Write sentences about the numbers in their place"), NULL },
    { NULL }
  };

  if (!nev_cli_parse (&cli, "CHART | --view FILE",
                      _ ("Writes the table that a chart shows: a row a period; of each series the value, whether it is "
                         "published, derived or a gap, and its rounding."),
                      entries, &view, argc, argv, error) ||
      !nev_cli_count_arguments (&cli, view.path != NULL ? 0 : 1, 1, error) ||
      !parse_format (format, &is_json, error) ||
      !check_together (is_description, is_all, has_mark, is_json, format, &view, error) ||
      !nev_cli_load (&cli, error))
    return FALSE;

  spec = nev_cli_create_spec (&cli, &view, cli.arguments[1], error);

  if (spec == NULL)
    return FALSE;

  table = is_all ? nev_spec_create_full_table (spec) : nev_spec_create_table (spec);
  if (is_description)
    text = nev_headline_summarize (spec, table, cli.language);
  else
    text = is_json ? format_json (spec, table, cli.language) : nev_table_write_data (table);

  if (!has_mark)
    return nev_cli_print (text, error);

  marked = g_strconcat (NEV_BYTE_ORDER_MARK, text, NULL);

  return nev_cli_print (marked, error);
}
