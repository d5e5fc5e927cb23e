/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-chart-state.h"

#include "nev-spec-series.h"

/* The selection is kept as what it means (series, panel, days) and not as a cell, so that it
 * outlives a change of range or frequency: a month that is selected becomes its quarter, and the
 * month again on the way back.
 */

#define SIGN(number) (((number) > 0) - ((number) < 0))

struct _NevChartState
{
  GObject parent_instance;

  /* Owned */
  NevSpec    *spec;
  NevHistory *history;
  GFile      *file;   /* into which the view was saved, or NULL */
  NevSpec    *saved;  /* what is in it */
  NevSeries  *series; /* of the selection, or NULL */

  guint  panel;
  gint32 day;

  /* Follows from the spec; NULL is stale */
  NevTable *table;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (NevChartState, nev_chart_state, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
spec_notify_cb (NevChartState *self)
{
  g_clear_pointer (&self->table, nev_table_unref);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
nev_chart_state_dispose (GObject *object)
{
  NevChartState *self = NEV_CHART_STATE (object);

  g_clear_pointer (&self->table, nev_table_unref);
  g_clear_object (&self->series);
  g_clear_object (&self->history);
  g_clear_object (&self->file);
  g_clear_object (&self->saved);
  g_clear_object (&self->spec);

  G_OBJECT_CLASS (nev_chart_state_parent_class)->dispose (object);
}

static void
nev_chart_state_class_init (NevChartStateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nev_chart_state_dispose;

  /* The table is another one. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", NEV_TYPE_CHART_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[SIGNAL_SELECTION_CHANGED] =
    g_signal_new ("selection-changed", NEV_TYPE_CHART_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nev_chart_state_init (NevChartState *self)
{
}

/**
 * nev_chart_state_new:
 * @spec: what is wanted of the chart; its changes are followed
 *
 * Returns: (transfer full): a state with nothing selected
 */
NevChartState *
nev_chart_state_new (NevSpec *spec)
{
  NevChartState *self;

  g_return_val_if_fail (NEV_IS_SPEC (spec), NULL);

  self = g_object_new (NEV_TYPE_CHART_STATE, NULL);
  self->spec = g_object_ref (spec);
  self->history = nev_history_new (spec);
  g_signal_connect_object (spec, "notify", G_CALLBACK (spec_notify_cb), self, G_CONNECT_SWAPPED);

  return self;
}

NevSpec *
nev_chart_state_get_spec (NevChartState *self)
{
  g_return_val_if_fail (NEV_IS_CHART_STATE (self), NULL);

  return self->spec;
}

NevHistory *
nev_chart_state_get_history (NevChartState *self)
{
  g_return_val_if_fail (NEV_IS_CHART_STATE (self), NULL);

  return self->history;
}

/**
 * nev_chart_state_get_file:
 * @self: a state
 *
 * Returns: (transfer none) (nullable): the file in which the view is kept
 */
GFile *
nev_chart_state_get_file (NevChartState *self)
{
  g_return_val_if_fail (NEV_IS_CHART_STATE (self), NULL);

  return self->file;
}

/**
 * nev_chart_state_get_saved:
 * @self: a state
 *
 * Returns: (transfer none) (nullable): the view as its file has it; %NULL without a file
 */
NevSpec *
nev_chart_state_get_saved (NevChartState *self)
{
  g_return_val_if_fail (NEV_IS_CHART_STATE (self), NULL);

  return self->saved;
}

/**
 * nev_chart_state_is_saved:
 * @self: a state
 *
 * Returns: whether its file holds just what is wanted of the chart now
 */
gboolean
nev_chart_state_is_saved (NevChartState *self)
{
  g_return_val_if_fail (NEV_IS_CHART_STATE (self), FALSE);

  return self->saved != NULL && nev_spec_equal (self->spec, self->saved);
}

/**
 * nev_chart_state_set_saved:
 * @self: a state
 * @file: the file in which the view is kept
 * @saved: what is in it; not changed any more
 */
void
nev_chart_state_set_saved (NevChartState *self,
                           GFile         *file,
                           NevSpec       *saved)
{
  g_return_if_fail (NEV_IS_CHART_STATE (self));

  g_set_object (&self->file, file);
  g_set_object (&self->saved, saved);
}

/**
 * nev_chart_state_get_table:
 * @self: a state
 *
 * The numbers that are shown, made when they are first asked for after a change.
 *
 * Returns: (transfer none): the table
 */
NevTable *
nev_chart_state_get_table (NevChartState *self)
{
  g_return_val_if_fail (NEV_IS_CHART_STATE (self), NULL);

  if (self->table == NULL)
    self->table = nev_spec_create_table (self->spec);

  return self->table;
}

/**
 * nev_chart_state_get_selection:
 * @self: a state
 *
 * Returns: the selected cell of the table; %NEV_DATUM_NONE if there is none, or if it isn't shown
 *   at present
 */
NevDatum
nev_chart_state_get_selection (NevChartState *self)
{
  guint column, row;

  g_return_val_if_fail (NEV_IS_CHART_STATE (self), NEV_DATUM_NONE);

  if (self->series == NULL)
    return NEV_DATUM_NONE;

  if (!nev_table_find_cell (nev_chart_state_get_table (self), self->series, self->panel, self->day, &column, &row))
    return NEV_DATUM_NONE;

  return (NevDatum){ (int) column, (int) row };
}

/**
 * nev_chart_state_select:
 * @self: a state
 * @datum: a cell of the table, or %NEV_DATUM_NONE
 *
 * Selects a number, so that its reading is shown.
 */
void
nev_chart_state_select (NevChartState *self,
                        NevDatum       datum)
{
  g_return_if_fail (NEV_IS_CHART_STATE (self));

  if (nev_datum_is_none (datum) ? self->series == NULL
                                : nev_datum_equal (datum, nev_chart_state_get_selection (self)))
    return;

  g_clear_object (&self->series);

  if (!nev_datum_is_none (datum))
    {
      NevTable         *table = nev_chart_state_get_table (self);
      const NevReading *reading = nev_table_get_reading (table, (guint) datum.column, (guint) datum.row);

      self->series = g_object_ref (reading->series);
      self->panel = nev_table_get_column (table, (guint) datum.column)->panel;
      self->day = reading->period.start;
    }

  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

/* Where runs lie over each other, some are shorter. */
static gboolean
is_outside (const NevTable *table,
            NevDatum        datum)
{
  return nev_table_get_reading (table, (guint) datum.column, (guint) datum.row)->gap == NEV_GAP_NOT_SHOWN;
}

/**
 * nev_chart_state_step:
 * @self: a state
 * @columns: how many series forwards; negative is backwards
 * @rows: how many periods forwards; negative is backwards
 *
 * Moves the selection, as far as the table goes, and over what it doesn't show. From nothing, a step forwards leads to
 * the first period and one backwards to the last.
 */
void
nev_chart_state_step (NevChartState *self,
                      int            columns,
                      int            rows)
{
  NevTable *table;
  NevDatum  datum;
  int       n_columns, n_rows;

  g_return_if_fail (NEV_IS_CHART_STATE (self));

  table = nev_chart_state_get_table (self);
  n_columns = (int) nev_table_get_n_columns (table);
  n_rows = (int) nev_table_get_n_rows (table);
  if (n_columns == 0 || n_rows == 0)
    return;

  datum = nev_chart_state_get_selection (self);
  if (nev_datum_is_none (datum))
    {
      datum = (NevDatum){ 0, rows < 0 ? n_rows : -1 };
      columns = 0;
    }

  datum.column = CLAMP (datum.column + columns, 0, n_columns - 1);
  datum.row = CLAMP (datum.row + rows, 0, n_rows - 1);

  while (is_outside (table, datum) && datum.row + SIGN (rows) >= 0 && datum.row + SIGN (rows) < n_rows && rows != 0)
    datum.row += SIGN (rows);

  if (!is_outside (table, datum))
    nev_chart_state_select (self, datum);
}

/**
 * nev_chart_state_can_index:
 * @self: a state
 *
 * Returns: whether an index could be measured from the selected period: its series has a level there
 */
gboolean
nev_chart_state_can_index (NevChartState *self)
{
  g_auto(NevReading) level = { 0 };
  const NevReading *reading;

  g_return_val_if_fail (NEV_IS_CHART_STATE (self), FALSE);

  reading = nev_chart_state_get_reading (self, nev_chart_state_get_selection (self));

  /* What has no date has no later one. */
  if (reading == NULL || nev_period_is_undated (reading->period))
    return FALSE;

  nev_series_read (reading->series, NEV_MEASURE_LEVEL, reading->period, NEV_PERIOD_NONE, &level);

  return level.status != NEV_STATUS_GAP;
}

/**
 * nev_chart_state_index:
 * @self: a state
 *
 * Shows the series as an index that is 100 in the selected period.
 */
void
nev_chart_state_index (NevChartState *self)
{
  gint32 day;

  g_return_if_fail (NEV_IS_CHART_STATE (self));

  if (!nev_chart_state_can_index (self))
    return;

  day = nev_chart_state_get_reading (self, nev_chart_state_get_selection (self))->period.start;
  nev_spec_set_index_base (self->spec, day);
  nev_spec_set_measure (self->spec, NEV_MEASURE_INDEX);
}

static NevFrequency
frequency_of_period (NevPeriod period)
{
  switch (nev_period_get_kind (period))
    {
    case NEV_PERIOD_KIND_QUARTER:
      return NEV_FREQUENCY_QUARTER;

    case NEV_PERIOD_KIND_HALF_YEAR:
      return NEV_FREQUENCY_HALF_YEAR;

    case NEV_PERIOD_KIND_YEAR:
      return NEV_FREQUENCY_YEAR;

    case NEV_PERIOD_KIND_DAY:
      return NEV_FREQUENCY_DAY;

    case NEV_PERIOD_KIND_NONE:
    case NEV_PERIOD_KIND_STOCK:
    case NEV_PERIOD_KIND_WEEK:
    case NEV_PERIOD_KIND_MONTH:
    case NEV_PERIOD_KIND_MONTHS:
    case NEV_PERIOD_KIND_DAYS:
    case NEV_PERIOD_KIND_UNDATED:
    default:
      return NEV_FREQUENCY_MONTH;
    }
}

static gboolean
panel_shows (const NevPanel *panel,
             NevSeries      *series,
             NevMeasure      measure)
{
  return panel->measure == measure && g_ptr_array_find (panel->series, series, NULL);
}

/* The chart's own range, made wider where the figure lies outside. */
static void
set_range_around (NevSpec *spec,
                  gint32   start,
                  gint32   end)
{
  const NevChart *chart = nev_spec_get_chart (spec);

  nev_spec_set_range (spec, MIN (chart->from, start), chart->to == 0 ? 0 : MAX (chart->to, end));
}

static void
set_timeline (NevSpec *spec)
{
  nev_spec_set_seasonal (spec, FALSE);
  nev_spec_set_against (spec, NEV_PERIOD_NONE);
  nev_spec_set_ranking (spec, FALSE);
}

/* In time, or in the ranking of its period where the chart is one. */
static void
set_arrangement_for (NevSpec *spec,
                     gint32   day)
{
  set_timeline (spec);

  if (!nev_spec_get_chart (spec)->is_ranking && !nev_spec_must_rank (spec))
    return;

  nev_spec_set_ranking (spec, nev_spec_get_chart (spec)->is_ranking);
  nev_spec_set_ranking_day (spec, nev_spec_is_undated (spec) ? 0 : day);
}

/**
 * nev_chart_state_reset:
 * @self: a state
 *
 * Shows the chart as the dataset declares it.
 */
void
nev_chart_state_reset (NevChartState *self)
{
  const NevChart *chart;

  g_return_if_fail (NEV_IS_CHART_STATE (self));

  chart = nev_spec_get_chart (self->spec);

  nev_spec_set_series (self->spec, NULL);
  nev_spec_set_hidden (self->spec, NULL);
  nev_spec_set_focus (self->spec, NULL);
  nev_spec_set_frequency (self->spec, chart->frequency);
  nev_spec_set_measure (self->spec, chart->panels[0].measure);
  nev_spec_set_mark (self->spec, chart->panels[0].mark);
  nev_spec_set_merge_jan_feb (self->spec, FALSE);
  nev_spec_set_index_base (self->spec, 0);
  nev_spec_set_range (self->spec, chart->from, chart->to);
  set_timeline (self->spec);
  nev_spec_set_ranking (self->spec, chart->is_ranking);
  nev_spec_set_ranking_day (self->spec, 0);
}

/* A month has a mark of its own only where it isn't merged, and the two months only where they are. */
static void
set_merge_for (NevSpec  *spec,
               gint32    day,
               NevPeriod period)
{
  NevPeriod shown = nev_spec_get_period_at (spec, day);

  /* A stock stands at the end. */
  if (period.start == NEV_DAY_ORIGIN ? shown.end != period.end : !nev_period_equal (shown, period))
    nev_spec_set_merge_jan_feb (spec, nev_period_equal (nev_period_cut (day, NEV_FREQUENCY_MONTH, TRUE), period));
}

/**
 * nev_chart_state_show_reading:
 * @self: a state
 * @series: a series of the dataset
 * @measure: what is read of it
 * @period: the period of the figure
 *
 * Changes what is wanted so that a figure is a mark of the chart amid the run that the chart
 * shows by default, and selects it. A series that isn't the chart's takes the place of those that are.
 */
void
nev_chart_state_show_reading (NevChartState *self,
                              NevSeries     *series,
                              NevMeasure     measure,
                              NevPeriod      period)
{
  gboolean is_stock = nev_period_get_kind (period) == NEV_PERIOD_KIND_STOCK;
  gint32   day = is_stock ? period.end - 1 : period.start;
  NevPanel panel;

  g_return_if_fail (NEV_IS_CHART_STATE (self));
  g_return_if_fail (NEV_IS_SERIES (series));

  nev_spec_set_series (self->spec, NULL);
  nev_spec_show_series (self->spec, series);
  if (!nev_period_is_undated (period))
    nev_spec_set_frequency (self->spec, frequency_of_period (period));
  nev_spec_set_measure (self->spec, measure);
  set_merge_for (self->spec, day, period);
  set_range_around (self->spec, day, period.end);
  set_arrangement_for (self->spec, day);

  panel = nev_spec_get_panel (self->spec, 0);
  if (!panel_shows (&panel, series, measure))
    {
      g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (shown, g_object_ref (series));
      nev_spec_set_series (self->spec, shown);
    }

  g_set_object (&self->series, series);
  self->panel = 0;
  self->day = day;

  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

/**
 * nev_chart_state_show_figure:
 * @self: a state
 * @series: a series of the dataset
 * @period: the period of the figure
 *
 * Shows the level of a series, see nev_chart_state_show_reading().
 */
void
nev_chart_state_show_figure (NevChartState *self,
                             NevSeries     *series,
                             NevPeriod      period)
{
  nev_chart_state_show_reading (self, series, NEV_MEASURE_LEVEL, period);
}

/**
 * nev_chart_state_get_reading:
 * @self: a state
 * @datum: a cell of the table, or %NEV_DATUM_NONE
 *
 * Returns: (transfer none) (nullable): what stands in the cell, valid until the next change
 */
const NevReading *
nev_chart_state_get_reading (NevChartState *self,
                             NevDatum       datum)
{
  g_return_val_if_fail (NEV_IS_CHART_STATE (self), NULL);

  if (nev_datum_is_none (datum))
    return NULL;

  return nev_table_get_reading (nev_chart_state_get_table (self), (guint) datum.column, (guint) datum.row);
}
