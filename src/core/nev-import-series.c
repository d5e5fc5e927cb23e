/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-series.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "nev-charts.h"
#include "nev-number.h"
#include "nev-observations-private.h"
#include "nev-package-private.h"

/* What is made of a table: its series with their units, and charts of them. */

typedef struct
{
  char    *title;     /* without the unit */
  char    *label;     /* of a category; or NULL */
  guint    group;     /* of a category: what it is counted by */
  char    *unit_text; /* or NULL */
  NevUnit  unit;
  double   factor;
  gboolean is_percent; /* its cells have a percent sign */
  NevObservations *observations;
} Draft;

struct _NevImportSeries
{
  char    *name;
  NevNames titles; /* as they stand in the file */
  NevNames ids;
  NevNames headings; /* of categories: what they are counted by, with the unit */
  GArray  *drafts; /* (element-type Draft) */
};

static void
clear_draft (gpointer data)
{
  Draft *draft = data;

  g_free (draft->title);
  g_free (draft->label);
  g_free (draft->unit_text);
  nev_observations_unref (draft->observations);
}

NevImportSeries *
nev_import_series_new (const char *name)
{
  NevImportSeries *self = g_new0 (NevImportSeries, 1);

  self->name = g_strdup (name);
  nev_names_init (&self->titles);
  nev_names_init (&self->ids);
  nev_names_init (&self->headings);
  self->drafts = g_array_new (FALSE, TRUE, sizeof (Draft));
  g_array_set_clear_func (self->drafts, clear_draft);

  return self;
}

void
nev_import_series_free (NevImportSeries *self)
{
  g_free (self->name);
  nev_names_clear (&self->titles);
  nev_names_clear (&self->ids);
  nev_names_clear (&self->headings);
  g_array_unref (self->drafts);
  g_free (self);
}

static Draft *
get_draft (NevImportSeries *self,
           guint            index)
{
  return &g_array_index (self->drafts, Draft, index);
}

/* A name of letters and digits made of any text: what else stands in it becomes a hyphen. */
static char *
make_id (const char *text,
         const char *otherwise)
{
  g_autoptr (GString) id = g_string_new (NULL);
  guint    length = 0;
  gboolean is_gap = FALSE;

  for (const char *p = text; *p != '\0' && length < NEV_MAX_NAME - 8; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (!g_unichar_isalnum (c) && c != '_')
        {
          is_gap = TRUE;
          continue;
        }

      if (is_gap && id->len > 0)
        {
          g_string_append_c (id, '-');
          length++;
        }

      g_string_append_unichar (id, c);
      length++;
      is_gap = FALSE;
    }

  return id->len > 0 ? g_string_free (g_steal_pointer (&id), FALSE) : g_strdup (otherwise);
}

static void
add_id (NevNames   *ids,
        const char *wanted)
{
  g_autofree char *id = g_strdup (wanted);

  for (guint i = 2; !nev_names_add (ids, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", wanted, i);
    }
}

/**
 * nev_import_series_find:
 * @title: a normalized cell
 *
 * Returns: the index of the series with this title; -1 if there is none
 */
int
nev_import_series_find (NevImportSeries *self,
                        const char      *title)
{
  return nev_names_find (&self->titles, title);
}

/* A draft without a name yet. */
static Draft *
append_draft (NevImportSeries *self)
{
  Draft *draft = nev_array_append_empty (self->drafts);

  draft->observations = nev_observations_new ();

  return draft;
}

static void
add_draft_id (NevImportSeries *self,
              const Draft     *draft)
{
  g_autofree char *otherwise = g_strdup_printf ("series-%u", self->drafts->len);
  g_autofree char *id = make_id (draft->title, otherwise);

  add_id (&self->ids, id);
}

static int
add_series (NevImportSeries *self,
            const char      *title)
{
  Draft *draft = append_draft (self);

  draft->title = nev_import_split_unit (title, &draft->factor, &draft->unit, &draft->unit_text);
  nev_names_add (&self->titles, title);
  add_draft_id (self, draft);

  return (int) self->drafts->len - 1;
}

/* A name that can stand in a line; NULL with a @fault if it can't. */
static char *
clean_name (const char *cell,
            char      **fault)
{
  g_autofree char *title = g_strdelimit (g_strdup (cell), "\r\n\t", ' ');
  g_autofree char *found = nev_label_check (title, NEV_LABEL_LINE);

  if (found == NULL)
    return g_steal_pointer (&title);

  if (fault != NULL)
    *fault = g_steal_pointer (&found);

  return NULL;
}

/**
 * nev_import_series_name:
 * @cell: a normalized cell
 * @index: (out): the series that it names, which is made if there is none; a unit that its title ends with is
 *   taken off then
 * @fault: (out) (optional) (transfer full): what is wrong with an unfit name
 *
 * Finds or makes a series.
 *
 * Returns: whether the name is good
 */
NevImportName
nev_import_series_name (NevImportSeries *self,
                        const char      *cell,
                        int             *index,
                        char           **fault)
{
  g_autofree char *title = NULL;

  if (*cell == '\0')
    return NEV_IMPORT_NAME_EMPTY;

  *index = nev_import_series_find (self, cell);
  if (*index >= 0)
    return NEV_IMPORT_NAME_GOOD;

  title = clean_name (cell, fault);
  if (title == NULL)
    return NEV_IMPORT_NAME_UNFIT;

  if (self->drafts->len == NEV_PACKAGE_MAX_SERIES)
    return NEV_IMPORT_NAME_TOO_MANY;

  *index = add_series (self, title);

  return NEV_IMPORT_NAME_GOOD;
}

/**
 * nev_import_series_add_category:
 * @cell: a normalized cell: the category's name
 * @heading: what it is counted by, with the unit that its values have
 * @is_only: whether all categories are counted by that alone, so that the name says enough
 * @index: (out): the new series
 * @fault: (out) (optional) (transfer full): what is wrong with an unfit name
 *
 * Makes the series of a category. Categories that are counted by the same share a chart.
 *
 * Returns: whether the names are good
 */
NevImportName
nev_import_series_add_category (NevImportSeries *self,
                                const char      *cell,
                                const char      *heading,
                                gboolean         is_only,
                                int             *index,
                                char           **fault)
{
  g_autofree char *label = NULL;
  g_autofree char *group = NULL;
  g_autofree char *title = NULL;
  Draft           *draft;

  if (*cell == '\0')
    return NEV_IMPORT_NAME_EMPTY;

  label = clean_name (cell, fault);
  group = label != NULL ? clean_name (heading, fault) : NULL;
  if (group == NULL)
    return NEV_IMPORT_NAME_UNFIT;

  if (self->drafts->len == NEV_PACKAGE_MAX_SERIES)
    return NEV_IMPORT_NAME_TOO_MANY;

  draft = append_draft (self);
  title = nev_import_split_unit (group, &draft->factor, &draft->unit, &draft->unit_text);
  draft->title = is_only ? g_strdup (label) : g_strdup_printf ("%s – %s", label, title);
  draft->label = g_steal_pointer (&label);
  nev_names_add (&self->headings, group);
  draft->group = (guint) nev_names_find (&self->headings, group);
  add_draft_id (self, draft);
  *index = (int) self->drafts->len - 1;

  return NEV_IMPORT_NAME_GOOD;
}

/**
 * nev_import_series_describe:
 * @index: a series
 * @cell: one of its cells, in which the series' title and unit are set, and as the rounding what its values have to be
 *   multiplied with
 *
 * Says whose a cell is.
 */
void
nev_import_series_describe (NevImportSeries *self,
                            int              index,
                            NevImportCell   *cell)
{
  const Draft *draft = get_draft (self, (guint) index);

  cell->series = g_strdup (draft->title);
  cell->unit = draft->is_percent ? NEV_UNIT_PERCENT : draft->unit;
  cell->unit_text = g_strdup (draft->unit_text);
  cell->rounding = draft->factor;
}

/**
 * nev_import_series_add_value:
 * @index: a series
 * @period: what the value is for
 * @number: the value
 * @line: where it stands
 *
 * Adds a value to a series.
 *
 * Returns: whether it is good
 */
NevImportValue
nev_import_series_add_value (NevImportSeries     *self,
                             int                  index,
                             NevPeriod            period,
                             const NevCellNumber *number,
                             guint                line)
{
  Draft *draft = get_draft (self, (guint) index);
  double value = number->value * draft->factor;

  /* 1.005 thousand are 1005 and not 1004.9999999999999. */
  if (draft->factor != 1)
    value = nev_number_simplify (value, fabs (value));

  if (fabs (value) > NEV_MAX_VALUE)
    return NEV_IMPORT_VALUE_TOO_LARGE;

  if (draft->observations->n == 0)
    draft->is_percent = number->is_percent;
  else if (draft->is_percent != number->is_percent && draft->unit != NEV_UNIT_PERCENT)
    return NEV_IMPORT_VALUE_PERCENT;

  nev_observations_append_inline (draft->observations, period, value, number->exponent, line);

  return NEV_IMPORT_VALUE_GOOD;
}

/* A period may be there again with the same value, and is left out then. */
static gboolean
sort_observations (NevImportSeries *self,
                   Draft           *draft,
                   GError         **error)
{
  g_autofree char *text = NULL;
  NevPeriod        period;
  guint            row, other_row;

  if (nev_observations_sort (draft->observations, &period, &row, &other_row))
    return TRUE;

  text = nev_period_to_string (period);

  return nev_import_fail (self->name, row, 0, NEV_DATA_ERROR_SCHEMA, error,
                          _("expected one value of “%s” for %s, found another one than in line %u"),
                          draft->title, text, other_row);
}

static gboolean
is_first_of_month (const NevObservations *observations)
{
  for (gsize i = 0; i < nev_observations_get_n (observations); i++)
    {
      NevPeriod period = nev_observations_get_period (observations, i);
      int       day;

      nev_day_to_date (period.start, NULL, NULL, &day);
      if (day != 1 || period.end - period.start != 1)
        return FALSE;
    }

  return TRUE;
}

/* Days stand for what ends with them, as stocks do. If all are the first of a month, they are how a program
 * writes months.
 */
static void
settle_days (NevImportSeries *self,
             gboolean        *has_days)
{
  gboolean is_first = TRUE;

  *has_days = FALSE;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      *has_days = *has_days || nev_observations_has_days (get_draft (self, i)->observations);
      is_first = is_first && is_first_of_month (get_draft (self, i)->observations);
    }

  /* Of categories the period was chosen, or named in words. */
  if (!is_first || self->headings.names->len > 0)
    return;

  for (guint i = 0; i < self->drafts->len; i++)
    nev_observations_make_months (get_draft (self, i)->observations);

  *has_days = FALSE;
}

static gboolean
is_undated (const Draft *draft)
{
  return nev_observations_get_n (draft->observations) > 0 && nev_period_is_undated (nev_observations_get_period (draft->observations, 0));
}

/* The finest calendar step that all of a series' periods are made of. */
static NevFrequency
find_frequency (const Draft *draft)
{
  NevFrequency found = NEV_FREQUENCY_YEAR;

  if (nev_observations_is_days (draft->observations))
    return NEV_FREQUENCY_DAY;

  if (is_undated (draft))
    return NEV_FREQUENCY_YEAR;

  for (gsize i = 0; i < nev_observations_get_n (draft->observations) && found > NEV_FREQUENCY_MONTH; i++)
    {
      NevPeriod period = nev_observations_get_period (draft->observations, i);

      while (found > NEV_FREQUENCY_MONTH && !nev_period_equal (nev_period_at (period.end - 1, found), period))
        found--;
    }

  return found;
}

/* Periods that lie within each other add up, or contradict each other. */
static NevLedger *
build_ledger (const Draft  *draft,
              NevSeriesKind kind)
{
  static const NevPlainValues values[] = {
    [NEV_SERIES_FLOW] = NEV_PLAIN_FLOWS,
    [NEV_SERIES_STOCK] = NEV_PLAIN_STOCKS,
    [NEV_SERIES_RATIO] = NEV_PLAIN_LEVELS,
  };
  gsize               n = nev_observations_get_n (draft->observations);
  g_autofree NevFact *facts = NULL;

  if (nev_observations_is_disjoint (draft->observations))
    return nev_ledger_new_plain (draft->observations, draft->factor, values[kind]);

  facts = g_new0 (NevFact, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      facts[i] = (NevFact){
        .period = nev_observations_get_period (draft->observations, i),
        .value = nev_observations_get_value (draft->observations, i),
        .rounding = pow (10, nev_observations_get_exponent (draft->observations, i)) * draft->factor,
        .change = NAN,
        .row = nev_observations_get_row (draft->observations, i),
      };

      if (kind == NEV_SERIES_STOCK)
        facts[i].period.start = NEV_DAY_ORIGIN;
    }

  return nev_ledger_new (facts, n, 0, kind != NEV_SERIES_RATIO);
}

/* Percentages are what they are, whatever is said of the table as a whole. Of days that nobody has said anything
 * of, those that end a month stand for it. What has no date is neither of a time nor at one.
 */
static NevSeriesKind
get_kind (NevImportKind kind,
          gboolean      is_percent,
          gboolean      is_dateless,
          gboolean      has_days)
{
  static const NevSeriesKind kinds[] = {
    [NEV_IMPORT_KIND_UNKNOWN] = NEV_SERIES_RATIO,
    [NEV_IMPORT_KIND_FLOW] = NEV_SERIES_FLOW,
    [NEV_IMPORT_KIND_STOCK] = NEV_SERIES_STOCK,
    [NEV_IMPORT_KIND_RATIO] = NEV_SERIES_RATIO,
  };

  if (is_percent || is_dateless)
    return NEV_SERIES_RATIO;

  return kind == NEV_IMPORT_KIND_UNKNOWN && has_days ? NEV_SERIES_STOCK : kinds[kind];
}

static NevSeries *
build_series (NevImportSeries *self,
              guint            index,
              NevImportKind    kind,
              gboolean         has_days)
{
  Draft         *draft = get_draft (self, index);
  NevSeriesParts parts = { 0 };
  NevSeries     *series;
  gboolean       is_percent = draft->is_percent || draft->unit == NEV_UNIT_PERCENT;

  parts.id = g_ptr_array_index (self->ids.names, index);
  parts.kind = get_kind (kind, is_percent, is_undated (draft), has_days);
  parts.unit = is_percent ? NEV_UNIT_PERCENT : draft->unit;
  parts.title.text[NEV_LANGUAGE_ENGLISH] = g_strdup (draft->title);
  if (g_strcmp0 (draft->label, draft->title) != 0)
    parts.label.text[NEV_LANGUAGE_ENGLISH] = g_strdup (draft->label);
  if (parts.unit == NEV_UNIT_OTHER)
    parts.unit_text.text[NEV_LANGUAGE_ENGLISH] = g_strdup (draft->unit_text != NULL ? draft->unit_text : "");

  parts.ledger = build_ledger (draft, parts.kind);
  series = nev_series_new (&parts);
  nev_ledger_unref (parts.ledger);

  return series;
}

/* A chart of all categories that are counted by the same. */
static void
add_ranking (NevImportSeries    *self,
             NevDatasetParts    *parts,
             guint               group,
             const NevFrequency *frequencies)
{
  NevChart        *chart = g_new0 (NevChart, 1);
  g_autofree char *unit_text = NULL;
  double           factor;
  NevUnit          unit;

  chart->name = g_strdup_printf ("chart-%u", group + 1);
  chart->title.text[NEV_LANGUAGE_ENGLISH] = nev_import_split_unit (g_ptr_array_index (self->headings.names, group), &factor, &unit, &unit_text);
  chart->frequency = NEV_FREQUENCY_YEAR;
  chart->is_ranking = TRUE;
  chart->n_panels = 1;
  chart->panels[0].series = g_ptr_array_new_with_free_func (g_object_unref);
  chart->panels[0].measure = NEV_MEASURE_LEVEL;
  chart->panels[0].mark = NEV_MARK_BARS;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      if (get_draft (self, i)->group != group)
        continue;

      g_ptr_array_add (chart->panels[0].series, g_object_ref (g_ptr_array_index (parts->series, i)));
      if (nev_observations_get_n (get_draft (self, i)->observations) > 0)
        chart->frequency = frequencies[i];
    }

  g_ptr_array_add (parts->charts, chart);
}

/**
 * nev_import_series_build:
 * @options: how the table was read
 * @cancellable: (nullable): ends it early
 * @error: return location for a %NEV_DATA_ERROR_SCHEMA
 *
 * Makes the dataset. Series of one unit and frequency share charts.
 *
 * Returns: (transfer full): the dataset; %NULL if a value contradicts another
 */
NevDataset *
nev_import_series_build (NevImportSeries        *self,
                         const NevImportOptions *options,
                         GCancellable           *cancellable,
                         GError                **error)
{
  g_autofree NevFrequency *frequencies = g_new (NevFrequency, self->drafts->len + 1);
  g_autofree char         *title = NULL;
  NevDatasetParts          parts;
  NevBasis                *basis;
  gboolean                 has_days;
  const char              *dot = strrchr (self->name, '.');

  settle_days (self, &has_days);

  for (guint i = 0; i < self->drafts->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !sort_observations (self, get_draft (self, i), error))
        return NULL;

      frequencies[i] = find_frequency (get_draft (self, i));
    }

  title = dot != NULL && dot > self->name ? g_strndup (self->name, (gsize) (dot - self->name)) : g_strdup (self->name);
  nev_dataset_parts_init (&parts);
  parts.read_as = *options;
  parts.read_as.encoding = parts.encoding = g_strdup (options->encoding);
  parts.name = make_id (title, "data");
  parts.title.text[NEV_LANGUAGE_ENGLISH] = g_strdup (title);
  basis = nev_array_append_empty (parts.bases);
  basis->name = g_strdup ("");
  g_ptr_array_add (parts.sources, nev_source_new ("file", self->name, self->name, "", "", FALSE));

  for (guint i = 0; i < self->drafts->len; i++)
    g_ptr_array_add (parts.series, build_series (self, i, options->kind, has_days));

  for (guint i = 0; i < self->headings.names->len; i++)
    add_ranking (self, &parts, i, frequencies);

  if (self->headings.names->len == 0)
    nev_dataset_parts_add_charts (&parts, frequencies);
  else
    nev_dataset_parts_add_highlights (&parts);

  return nev_dataset_new (&parts);
}
