/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-view-private.h"

#include <string.h>

#include "nev-json-writer.h"

/* The month that begins on a day, or the day. */
static void
write_from (NevJsonWriter *json,
            gint32         day)
{
  NevPeriod        month = nev_period_at (day, NEV_FREQUENCY_MONTH);
  g_autofree char *text = NULL;

  text = nev_period_to_string (month.start == day ? month : (NevPeriod){ day, day + 1 });
  nev_json_writer_string (json, "from", text);
}

static void
write_to (NevJsonWriter *json,
          gint32         day)
{
  NevPeriod        month = nev_period_at (day - 1, NEV_FREQUENCY_MONTH);
  g_autofree char *text = NULL;

  text = nev_period_to_string (month.end == day ? month : (NevPeriod){ day - 1, day });
  nev_json_writer_string (json, "to", text);
}

static void
write_index_base (NevJsonWriter *json,
                  NevSpec       *spec)
{
  g_autofree char *text = nev_period_to_string (nev_spec_get_period_at (spec, nev_spec_get_index_base (spec)));

  nev_json_writer_string (json, "indexBase", text);
}

static void
write_ranking_period (NevJsonWriter *json,
                      NevSpec       *spec)
{
  g_autofree char *text = nev_period_to_string (nev_spec_get_period_at (spec, nev_spec_get_ranking_day (spec)));

  nev_json_writer_string (json, "rankingPeriod", text);
}

static void
write_arrangement (NevJsonWriter *json,
                   NevSpec       *spec)
{
  NevPeriod against = nev_spec_get_against (spec);
  NevArrangement arrangement = nev_spec_get_arrangement (spec);

  /* What is without effect at this frequency couldn't be read again. */
  if (arrangement == NEV_ARRANGEMENT_SEASONAL)
    nev_json_writer_string (json, "arrangement", "seasonal");
  else if (nev_spec_get_ranking (spec))
    nev_json_writer_string (json, "arrangement", "ranking");
  else if (nev_spec_get_chart (spec)->is_ranking && arrangement != NEV_ARRANGEMENT_AGAINST)
    nev_json_writer_string (json, "arrangement", "timeline");

  if (nev_spec_get_ranking_day (spec) != 0)
    write_ranking_period (json, spec);

  if (nev_period_is_none (nev_spec_get_against_range (spec)))
    return;

  nev_json_writer_begin_object (json, "against");
  write_from (json, against.start);
  write_to (json, against.end);
  nev_json_writer_end_object (json);
}

static void
write_series (NevJsonWriter *json,
              const char    *name,
              GPtrArray     *series)
{
  if (series == NULL)
    return;

  nev_json_writer_begin_array (json, name);

  for (guint i = 0; i < series->len; i++)
    nev_json_writer_string (json, NULL, nev_series_get_id (g_ptr_array_index (series, i)));

  nev_json_writer_end_array (json);
}

static void
write_words (NevJsonWriter *json,
             const char    *name,
             const char    *words)
{
  if (words != NULL && *words != '\0')
    nev_json_writer_string (json, name, words);
}

static void
write_annotation (NevJsonWriter       *json,
                  const NevAnnotation *annotation)
{
  nev_json_writer_begin_object (json, NULL);
  nev_json_writer_string (json, "kind", nev_annotation_kind_to_string (annotation->kind));

  if (nev_annotation_kind_has_values (annotation->kind))
    {
      nev_json_writer_string (json, "measure", nev_measure_to_string (annotation->measure));
      nev_json_writer_number (json, "from", annotation->from);
      if (annotation->kind == NEV_ANNOTATION_BAND)
        nev_json_writer_number (json, "to", annotation->to);
    }
  else
    {
      g_autofree char *period = nev_period_to_string (annotation->period);

      nev_json_writer_string (json, "period", period);
    }

  write_words (json, "text", annotation->text);
  nev_json_writer_end_object (json);
}

/**
 * nev_view_write:
 * @spec: what is wanted of a chart
 *
 * Writes a view as a file keeps it. The same choices give the same bytes. Where the range has no end,
 * none is written, so that the view grows with its dataset.
 *
 * Returns: (transfer full): JSON, which nev_view_parse() reads
 */
GBytes *
nev_view_write (NevSpec *spec)
{
  NevJsonWriter *json;
  GPtrArray     *annotations;
  char          *text;

  g_return_val_if_fail (NEV_IS_SPEC (spec), NULL);

  annotations = nev_spec_get_annotations (spec);
  json = nev_json_writer_new ();
  nev_json_writer_begin_object (json, NULL);
  nev_json_writer_string (json, "format", NEV_VIEW_FORMAT);
  nev_json_writer_number (json, "version", NEV_VIEW_VERSION);
  nev_json_writer_string (json, "dataset", nev_dataset_get_name (nev_spec_get_dataset (spec)));
  nev_json_writer_string (json, "chart", nev_spec_get_chart (spec)->name);
  nev_json_writer_string (json, "frequency", nev_frequency_to_string (nev_spec_get_frequency (spec)));
  nev_json_writer_string (json, "measure", nev_measure_to_string (nev_spec_get_measure (spec)));
  nev_json_writer_string (json, "mark", nev_mark_to_string (nev_spec_get_mark (spec)));

  if (nev_spec_get_merge_jan_feb (spec))
    nev_json_writer_boolean (json, "mergeJanFeb", TRUE);
  if (nev_spec_get_index_base (spec) != 0)
    write_index_base (json, spec);
  if (nev_spec_get_from (spec) != 0)
    write_from (json, nev_spec_get_from (spec));
  if (nev_spec_get_to (spec) != 0)
    write_to (json, nev_spec_get_to (spec));
  write_arrangement (json, spec);
  write_series (json, "series", nev_spec_get_series (spec));
  write_series (json, "hidden", nev_spec_get_hidden (spec));
  if (nev_spec_get_focus (spec) != NULL)
    nev_json_writer_string (json, "focus", nev_series_get_id (nev_spec_get_focus (spec)));

  write_words (json, "title", nev_spec_get_title (spec));
  write_words (json, "subtitle", nev_spec_get_subtitle (spec));
  write_words (json, "footnote", nev_spec_get_footnote (spec));

  if (annotations->len > 0)
    {
      nev_json_writer_begin_array (json, "annotations");
      for (guint i = 0; i < annotations->len; i++)
        write_annotation (json, g_ptr_array_index (annotations, i));
      nev_json_writer_end_array (json);
    }

  nev_json_writer_end_object (json);
  text = nev_json_writer_finish (json);

  return g_bytes_new_take (text, strlen (text));
}
