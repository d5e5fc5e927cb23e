/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-package-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "nev-label.h"

/* What the descriptor says about showing the series: charts, highlights, notes, contexts. */

/* What stands under views is ours if it says so; other programs may have theirs there too. */
#define SPEC_TYPE "nev-charts"

static NevSeries *
get_series (NevDraft *self,
            int       index)
{
  return g_ptr_array_index (self->parts.series, index);
}

/* Passes on what a parser found wrong with the text at a place. */
static gboolean
fail_parsing (const NevJsonPlace *place,
              GError             *parse_error,
              GError            **error)
{
  nev_json_fail (place, NEV_DATA_ERROR_SCHEMA, error, "%s", parse_error->message);
  g_error_free (parse_error);

  return FALSE;
}

static gboolean
read_series (NevDraft           *self,
             const NevJsonPlace *object,
             NevSeries         **series,
             GError            **error)
{
  NevJsonPlace place = nev_json_get_member (object, "series");
  int          index;

  if (!nev_draft_read_reference (&place, &self->series_names, &index, error))
    return FALSE;

  *series = get_series (self, index);

  return TRUE;
}

static gboolean
read_period (const NevJsonPlace *place,
             gboolean            has_date,
             NevPeriod          *period,
             GError            **error)
{
  const char *text;
  GError     *local = NULL;

  if (!nev_json_read_string (place, NEV_LABEL_LINE, &text, error))
    return FALSE;

  if (has_date ? !nev_period_parse_dated (text, period, &local) : !nev_period_parse (text, period, &local))
    return fail_parsing (place, local, error);

  if (!nev_period_is_in_range (*period))
    return nev_json_fail (place, NEV_DATA_ERROR_SCHEMA, error, _("expected a period within the years 1900 to 2199, found “%s”"), text);

  return TRUE;
}

static gboolean
read_period_member (const NevJsonPlace *object,
                    const char         *name,
                    NevPeriod          *period,
                    GError            **error)
{
  NevJsonPlace place = nev_json_get_member (object, name);

  return read_period (&place, FALSE, period, error);
}

static gboolean
read_measure (const NevJsonPlace *panel,
              NevMeasure         *measure,
              GError            **error)
{
  NevJsonPlace place = nev_json_get_member (panel, "measure");
  const char  *text;
  GError      *local = NULL;

  if (!nev_json_read_string (&place, NEV_LABEL_LINE, &text, error))
    return FALSE;

  return nev_measure_parse (text, measure, &local) || fail_parsing (&place, local, error);
}

static gboolean
read_mark (const NevJsonPlace *panel,
           NevMark            *mark,
           GError            **error)
{
  NevJsonPlace place = nev_json_get_member (panel, "mark");
  const char  *text;
  GError      *local = NULL;

  if (!nev_json_read_string (&place, NEV_LABEL_LINE, &text, error))
    return FALSE;

  return nev_mark_parse (text, mark, &local) || fail_parsing (&place, local, error);
}

static gboolean
read_frequency (const NevJsonPlace *spec,
                NevFrequency       *frequency,
                GError            **error)
{
  NevJsonPlace place = nev_json_get_member (spec, "frequency");
  const char  *text;
  GError      *local = NULL;

  if (!nev_json_read_string (&place, NEV_LABEL_LINE, &text, error))
    return FALSE;

  return nev_frequency_parse (text, frequency, &local) || fail_parsing (&place, local, error);
}

static gboolean
read_range (const NevJsonPlace *spec,
            NevChart           *chart,
            GError            **error)
{
  NevJsonPlace from = nev_json_get_member (spec, "from");
  NevJsonPlace to = nev_json_get_member (spec, "to");
  NevPeriod    period;

  if (from.node != NULL)
    {
      if (!read_period (&from, TRUE, &period, error))
        return FALSE;
      chart->from = period.start;
    }

  if (to.node != NULL)
    {
      if (!read_period (&to, TRUE, &period, error))
        return FALSE;
      chart->to = period.end;

      if (chart->to <= chart->from)
        return nev_json_fail (&to, NEV_DATA_ERROR_SCHEMA, error, _("expected a period that isn’t before “from”, found “%s”"),
                              json_node_get_string (to.node));
    }

  return TRUE;
}

/* What is ranked needs no colours that tell it apart, so there may be more of it. */
static gboolean
read_arrangement (const NevJsonPlace *spec,
                  NevChart           *chart,
                  GError            **error)
{
  NevJsonPlace     place = nev_json_get_member (spec, "arrangement");
  g_autofree char *found = NULL;
  const char      *text;

  if (place.node == NULL)
    return TRUE;

  if (!nev_json_read_string (&place, NEV_LABEL_LINE, &text, error))
    return FALSE;

  chart->is_ranking = g_str_equal (text, "ranking");

  if (chart->is_ranking || g_str_equal (text, "timeline"))
    return TRUE;

  found = nev_label_quote (text);

  return nev_json_fail (&place, NEV_DATA_ERROR_SCHEMA, error, _("expected timeline or ranking, found %s"), found);
}

static gboolean
read_panel (NevDraft           *self,
            const NevJsonPlace *place,
            guint               max_series,
            NevPanel           *panel,
            GError            **error)
{
  NevJsonPlace series = nev_json_get_member (place, "series");
  guint        n_series;

  panel->series = g_ptr_array_new_with_free_func (g_object_unref);

  if (!nev_json_expect_array (&series, max_series, &n_series, error))
    return FALSE;

  if (n_series == 0)
    return nev_json_fail (&series, NEV_DATA_ERROR_SCHEMA, error, _("expected at least one series, found none"));

  for (guint i = 0; i < n_series; i++)
    {
      NevJsonPlace element = nev_json_get_element (&series, i);
      int          index;

      if (!nev_draft_read_reference (&element, &self->series_names, &index, error))
        return FALSE;

      g_ptr_array_add (panel->series, g_object_ref (get_series (self, index)));
    }

  return read_measure (place, &panel->measure, error) && read_mark (place, &panel->mark, error);
}

static gboolean
read_panels (NevDraft           *self,
             const NevJsonPlace *spec,
             NevChart           *chart,
             GError            **error)
{
  NevJsonPlace panels = nev_json_get_member (spec, "panels");
  guint        max_series = chart->is_ranking ? NEV_PACKAGE_MAX_SERIES : NEV_PANEL_MAX_SERIES;

  if (!nev_json_expect_array (&panels, NEV_MAX_PANELS, &chart->n_panels, error))
    return FALSE;

  if (chart->n_panels == 0)
    return nev_json_fail (&panels, NEV_DATA_ERROR_SCHEMA, error, _("expected one or two panels, found none"));

  for (guint i = 0; i < chart->n_panels; i++)
    {
      NevJsonPlace panel = nev_json_get_element (&panels, i);

      if (!nev_json_expect_object (&panel, error) || !read_panel (self, &panel, max_series, &chart->panels[i], error))
        return FALSE;
    }

  return TRUE;
}

/* The place stands in the spec, where no words are translated; its translation stands with the
 * title's.
 */
static gboolean
read_place (const NevJsonPlace *view,
            const NevJsonPlace *spec,
            NevChart           *chart,
            GError            **error)
{
  NevJsonPlace place = nev_json_get_member (spec, "place");
  const char  *text;

  if (place.node == NULL)
    return TRUE;

  if (!nev_json_read_string (&place, NEV_LABEL_LINE, &text, error) ||
      !nev_json_read_words (view, "place", NEV_LABEL_LINE, &chart->place, error))
    return FALSE;

  g_free (chart->place.text[NEV_LANGUAGE_ENGLISH]);
  chart->place.text[NEV_LANGUAGE_ENGLISH] = g_strdup (text);

  return TRUE;
}

static gboolean
is_ours (const NevJsonPlace *view)
{
  NevJsonPlace type = nev_json_get_member (view, "specType");

  return type.node != NULL && JSON_NODE_HOLDS_VALUE (type.node) && g_strcmp0 (json_node_get_string (type.node), SPEC_TYPE) == 0;
}

static gboolean
read_view (NevDraft           *self,
           const NevJsonPlace *view,
           GError            **error)
{
  NevJsonPlace name_place = nev_json_get_member (view, "name");
  NevJsonPlace spec = nev_json_get_member (view, "spec");
  const char  *name;
  NevChart    *chart;

  if (!is_ours (view))
    return TRUE;

  chart = g_new0 (NevChart, 1);
  g_ptr_array_add (self->parts.charts, chart);

  if (!nev_json_read_string (&name_place, NEV_LABEL_NAME, &name, error))
    return FALSE;

  chart->name = g_strdup (name);

  if (!nev_names_add (&self->chart_names, name))
    return nev_json_fail (&name_place, NEV_DATA_ERROR_SCHEMA, error, _("expected each name once, found “%s” again"), name);

  return nev_json_require_words (view, "title", NEV_LABEL_LINE, &chart->title, error) &&
         nev_json_expect_object (&spec, error) &&
         read_place (view, &spec, chart, error) &&
         read_frequency (&spec, &chart->frequency, error) &&
         read_range (&spec, chart, error) &&
         read_arrangement (&spec, chart, error) &&
         read_panels (self, &spec, chart, error);
}

static gboolean
read_highlight (NevDraft           *self,
                const NevJsonPlace *place,
                GError            **error)
{
  NevHighlight *highlight = nev_array_append_empty (self->parts.highlights);
  NevJsonPlace  view = nev_json_get_member (place, "view");
  int           chart;

  if (!read_series (self, place, &highlight->series, error) ||
      !read_period_member (place, "period", &highlight->period, error) ||
      !nev_json_require_words (place, "title", NEV_LABEL_LINE, &highlight->title, error) ||
      !nev_json_read_words (place, "note", NEV_LABEL_TEXT, &highlight->note, error))
    return FALSE;

  if (view.node == NULL)
    return TRUE;

  if (!nev_draft_read_reference (&view, &self->chart_names, &chart, error))
    return FALSE;

  highlight->chart = g_ptr_array_index (self->parts.charts, chart);

  return TRUE;
}

static gboolean
read_context (NevDraft           *self,
              const NevJsonPlace *place,
              GError            **error)
{
  NevContext  *context = nev_array_append_empty (self->parts.contexts);
  NevJsonPlace source_place = nev_json_get_member (place, "source");
  int          source;

  if (!nev_json_require_words (place, "title", NEV_LABEL_LINE, &context->title, error) ||
      !nev_json_require_words (place, "text", NEV_LABEL_TEXT, &context->text, error) ||
      !nev_draft_read_reference (&source_place, &self->source_names, &source, error))
    return FALSE;

  context->source = (guint) source;

  return TRUE;
}

static gboolean
read_note (NevDraft           *self,
           const NevJsonPlace *place,
           GError            **error)
{
  NevNote *note = nev_array_append_empty (self->parts.notes);

  return read_series (self, place, &note->series, error) &&
         read_period_member (place, "period", &note->period, error) &&
         nev_json_require_words (place, "text", NEV_LABEL_TEXT, &note->text, error);
}

/**
 * nev_draft_read_views:
 * @root: the descriptor
 *
 * Reads what refers to the series, when these have been made.
 */
void
nev_draft_read_views (NevDraft           *self,
                      const NevJsonPlace *root)
{
  nev_draft_read_objects (self, root, "views", NEV_PACKAGE_MAX_ITEMS, read_view);
  nev_draft_read_objects (self, root, "highlights", NEV_PACKAGE_MAX_ITEMS, read_highlight);
  nev_draft_read_objects (self, root, "notes", NEV_PACKAGE_MAX_ITEMS, read_note);
  nev_draft_read_objects (self, root, "contexts", NEV_PACKAGE_MAX_ITEMS, read_context);
}
