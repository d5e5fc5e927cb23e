/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-table.h"

struct _NevTable
{
  gatomicrefcount ref_count;

  NevColumn   *columns;
  guint        n_columns;
  NevFrequency frequency;
  gboolean     merges_jan_feb;
  NevPeriod   *periods; /* of the rows; of the first column's where columns have runs of their own; NULL for days */
  guint        n_rows;
  gboolean     is_overlay;
  gboolean     is_ranking;
  NevReading  *readings; /* column by column; NULL for days */

  /* Of days there may be a hundred thousand, of which hardly any are looked at one by one: these are read in blocks,
   * when they are asked for. Column by column; NULL until then.
   */
  NevReading **blocks;
  gsize        n_blocks; /* in a column */
  NevPeriod    range;
  NevPeriod    base;
};

#define BLOCK 64 /* readings */

/* What a reading is compared with, where that doesn't follow from its own period. */
static NevPeriod
get_compared (const NevTable  *self,
              const NevColumn *column,
              NevPeriod        period,
              NevPeriod        base)
{
  if (column->measure != NEV_MEASURE_CHANGE_ON_PERIOD)
    return base;

  return self->merges_jan_feb ? nev_period_cut (period.start - 1, self->frequency, TRUE) : NEV_PERIOD_NONE;
}

static NevPeriod
get_first_period (const NevTable *self,
                  NevPeriod       run)
{
  NevPeriod period = nev_period_cut (run.start, self->frequency, self->merges_jan_feb);

  return period.start < run.start ? nev_period_cut (period.end, self->frequency, self->merges_jan_feb) : period;
}

/* How many periods begin within a run. */
static guint
count_periods (const NevTable *self,
               NevPeriod       run)
{
  guint n = 0;

  if (nev_period_is_none (run))
    return 0;

  if (self->frequency == NEV_FREQUENCY_DAY)
    return (guint) (run.end - run.start);

  for (NevPeriod period = get_first_period (self, run); period.start < run.end;
       period = nev_period_cut (period.end, self->frequency, self->merges_jan_feb))
    n++;

  return n;
}

static NevPeriod
get_period (const NevTable *self,
            guint           column,
            guint           row)
{
  gint32 first = self->n_columns > 0 ? self->columns[column].run.start : self->range.start;

  if (self->periods != NULL)
    return self->periods[row];

  return (NevPeriod){ first + (gint32) row, first + (gint32) row + 1 };
}

static gboolean
is_shown (NevPeriod period,
          NevPeriod run,
          NevPeriod range)
{
  return period.start >= MAX (run.start, range.start) && period.start < MIN (run.end, range.end);
}

static void
read_cell (const NevTable  *self,
           const NevColumn *head,
           NevPeriod        period,
           NevReading      *reading)
{
  if (is_shown (period, head->run, self->range))
    nev_series_read (head->series, head->measure, period, get_compared (self, head, period, self->base), reading);
  else
    nev_reading_init_gap (reading, head->series, head->measure, period, NEV_GAP_NOT_SHOWN);
}

static void
free_block (const NevTable *self,
            NevReading     *block)
{
  for (guint i = 0; i < BLOCK; i++)
    nev_reading_clear (&block[i]);

  g_free (block);
}

/* Any thread may ask: of two that read the same block one throws its own away. */
static const NevReading *
get_block (const NevTable *self,
           guint           column,
           guint           row)
{
  NevReading **place = &self->blocks[column * self->n_blocks + row / BLOCK];
  NevReading  *block = g_atomic_pointer_get (place);

  if (block == NULL)
    {
      guint first = row / BLOCK * BLOCK;

      block = g_new0 (NevReading, BLOCK);
      for (guint i = 0; i < BLOCK && first + i < self->n_rows; i++)
        read_cell (self, &self->columns[column], get_period (self, column, first + i), &block[i]);

      if (!g_atomic_pointer_compare_and_exchange (place, NULL, block))
        {
          free_block (self, block);
          block = g_atomic_pointer_get (place);
        }
    }

  return block;
}

static void
read_column (NevTable *self,
             guint     column)
{
  const NevColumn *head = &self->columns[column];
  NevPeriod        period = get_first_period (self, head->run);

  for (guint row = 0; row < self->n_rows; row++)
    {
      read_cell (self, head, period, &self->readings[(gsize) column * self->n_rows + row]);
      period = nev_period_cut (period.end, self->frequency, self->merges_jan_feb);
    }
}

/**
 * nev_table_new:
 * @columns: (array length=n_columns): what to read; the series are referenced
 * @n_columns: how many
 * @frequency: how long a row's period is
 * @merge_jan_feb: whether January and February are one row; only of %NEV_FREQUENCY_MONTH
 * @range: the days; every period of @frequency that begins within is shown
 * @base: the period that an index is 100 in
 *
 * Reads every series at every period: a row a period or, where columns have runs of their own, as many rows as the
 * longest run has periods.
 *
 * Returns: (transfer full): the table
 */
NevTable *
nev_table_new (const NevColumn *columns,
               guint            n_columns,
               NevFrequency     frequency,
               gboolean         merge_jan_feb,
               NevPeriod        range,
               NevPeriod        base)
{
  NevTable *self = g_new0 (NevTable, 1);
  NevPeriod first_run = range, period;

  g_atomic_ref_count_init (&self->ref_count);
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->frequency = frequency;
  self->range = range;
  self->base = base;
  self->merges_jan_feb = merge_jan_feb && frequency == NEV_FREQUENCY_MONTH;
  self->n_rows = n_columns == 0 ? count_periods (self, range) : 0;

  for (guint i = 0; i < n_columns; i++)
    {
      NevColumn *column = &self->columns[i];

      g_object_ref (column->series);

      if (nev_period_is_none (column->run))
        column->run = range;
      else
        self->is_overlay = TRUE;

      self->n_rows = MAX (self->n_rows, count_periods (self, column->run));
    }

  if (frequency == NEV_FREQUENCY_DAY)
    {
      self->n_blocks = self->n_rows / BLOCK + 1;
      self->blocks = g_new0 (NevReading *, n_columns * self->n_blocks);
      return self;
    }

  if (n_columns > 0)
    first_run = self->columns[0].run;

  self->periods = g_new (NevPeriod, self->n_rows);
  self->readings = g_new0 (NevReading, (gsize) n_columns * self->n_rows);
  period = self->n_rows > 0 ? get_first_period (self, first_run) : NEV_PERIOD_NONE;

  for (guint i = 0; i < self->n_rows; i++)
    {
      self->periods[i] = period;
      period = nev_period_cut (period.end, frequency, self->merges_jan_feb);
    }

  for (guint i = 0; i < n_columns; i++)
    read_column (self, i);

  return self;
}

/* From the highest value down. What isn't known has no rank. */
static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const NevReading *first = a;
  const NevReading *second = b;
  gboolean          is_first_gap = first->status == NEV_STATUS_GAP;
  gboolean          is_second_gap = second->status == NEV_STATUS_GAP;

  if (is_first_gap || is_second_gap)
    return (int) is_first_gap - (int) is_second_gap;

  return (first->value < second->value) - (first->value > second->value);
}

/**
 * nev_table_new_ranking:
 * @columns: (array length=n_columns): what to rank, all of one measure; the series are referenced
 * @n_columns: how many, at least one
 * @frequency: how long periods are where others are chosen
 * @merge_jan_feb: whether January and February are one period
 * @period: the period that all are read at; none for no rows
 * @base: the period that an index is 100 in
 *
 * Reads every series at one period and ranks them: a row a series, those of the same value in the order in which they were given.
 *
 * Returns: (transfer full): the table
 */
NevTable *
nev_table_new_ranking (const NevColumn *columns,
                       guint            n_columns,
                       NevFrequency     frequency,
                       gboolean         merge_jan_feb,
                       NevPeriod        period,
                       NevPeriod        base)
{
  NevTable *self;

  g_return_val_if_fail (n_columns > 0, NULL);

  self = g_new0 (NevTable, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->columns = g_memdup2 (columns, sizeof *columns);
  self->columns[0].run = period;
  self->n_columns = 1;
  g_object_ref (columns[0].series);
  self->frequency = frequency;
  self->merges_jan_feb = merge_jan_feb && frequency == NEV_FREQUENCY_MONTH;
  self->range = period;
  self->base = base;
  self->is_ranking = TRUE;
  self->n_rows = nev_period_is_none (period) ? 0 : n_columns;
  self->periods = g_new (NevPeriod, n_columns);
  self->readings = g_new0 (NevReading, n_columns);

  for (guint i = 0; i < self->n_rows; i++)
    {
      self->periods[i] = period;
      nev_series_read (columns[i].series, columns[i].measure, period, get_compared (self, &columns[i], period, base), &self->readings[i]);
    }

  /* It keeps the order of equals, which qsort() doesn't. */
  g_qsort_with_data (self->readings, (int) self->n_rows, sizeof (NevReading), compare_cb, NULL);

  return self;
}

/**
 * nev_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self
 */
NevTable *
nev_table_ref (NevTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * nev_table_unref:
 * @self: (transfer full): a table
 *
 * Gives a reference back.
 */
void
nev_table_unref (NevTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (gsize i = 0; self->readings != NULL && i < (gsize) self->n_columns * self->n_rows; i++)
    nev_reading_clear (&self->readings[i]);
  for (gsize i = 0; self->blocks != NULL && i < self->n_columns * self->n_blocks; i++)
    {
      if (self->blocks[i] != NULL)
        free_block (self, self->blocks[i]);
    }
  for (guint i = 0; i < self->n_columns; i++)
    g_object_unref (self->columns[i].series);

  g_free (self->columns);
  g_free (self->periods);
  g_free (self->readings);
  g_free (self->blocks);
  g_free (self);
}

/**
 * nev_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many series it has, counting one in two panels twice
 */
guint
nev_table_get_n_columns (const NevTable *self)
{
  return self->n_columns;
}

/**
 * nev_table_get_column:
 * @self: a table
 * @column: less than nev_table_get_n_columns()
 *
 * Returns: (transfer none): what stands in the column
 */
const NevColumn *
nev_table_get_column (const NevTable *self,
                      guint           column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return &self->columns[column];
}

/**
 * nev_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many periods it has
 */
guint
nev_table_get_n_rows (const NevTable *self)
{
  return self->n_rows;
}

/**
 * nev_table_get_period:
 * @self: a table
 * @row: less than nev_table_get_n_rows()
 *
 * Returns: the row's period; in an overlay that of its first run, and every reading has its own; in a ranking the same for all
 */
NevPeriod
nev_table_get_period (const NevTable *self,
                      guint           row)
{
  g_return_val_if_fail (row < self->n_rows, NEV_PERIOD_NONE);

  return get_period (self, 0, row);
}

/**
 * nev_table_get_frequency:
 * @self: a table
 *
 * Returns: how long its periods are
 */
NevFrequency
nev_table_get_frequency (const NevTable *self)
{
  return self->frequency;
}

/**
 * nev_table_merges_jan_feb:
 * @self: a table
 *
 * Returns: whether January and February of a year are one row of a table of months
 */
gboolean
nev_table_merges_jan_feb (const NevTable *self)
{
  return self->merges_jan_feb;
}

/**
 * nev_table_is_overlay:
 * @self: a table
 *
 * Returns: whether its columns have runs of their own, so that a row is no single period
 */
gboolean
nev_table_is_overlay (const NevTable *self)
{
  return self->is_overlay;
}

/**
 * nev_table_is_ranking:
 * @self: a table
 *
 * Returns: whether its rows are series, of one period, and not periods
 */
gboolean
nev_table_is_ranking (const NevTable *self)
{
  return self->is_ranking;
}

/* Which month of its year a column begins with. */
static int
get_first_month (const NevTable *self,
                 guint           column)
{
  int month;

  nev_day_to_date (nev_table_get_reading (self, column, 0)->period.start, NULL, &month, NULL);

  return month;
}

/**
 * nev_table_is_aligned:
 * @self: a table
 *
 * Tells whether all cells of a row are the same part of their years, so that it can be called by that.
 *
 * Returns: %FALSE for one without rows or columns, and where its periods are years
 */
gboolean
nev_table_is_aligned (const NevTable *self)
{
  if (self->n_rows == 0 || self->n_columns == 0 || self->frequency == NEV_FREQUENCY_YEAR)
    return FALSE;

  for (guint i = 1; i < self->n_columns; i++)
    {
      if (get_first_month (self, i) != get_first_month (self, 0))
        return FALSE;
    }

  return TRUE;
}

/**
 * nev_table_find_cell:
 * @self: a table
 * @series: a series
 * @panel: in which panel
 * @day: a day
 * @column: (out): the column
 * @row: (out): the row
 *
 * Finds where a series stands on a day; in a ranking where it stands, whatever its one period is.
 *
 * Returns: whether it is shown
 */
gboolean
nev_table_find_cell (const NevTable *self,
                     NevSeries      *series,
                     guint           panel,
                     gint32          day,
                     guint          *column,
                     guint          *row)
{
  for (guint i = 0; self->is_ranking && i < self->n_rows; i++)
    {
      if (self->readings[i].series == series && self->columns[0].panel == panel)
        {
          *column = 0;
          *row = i;
          return TRUE;
        }
    }

  for (guint i = 0; i < self->n_columns && !self->is_ranking; i++)
    {
      if (self->columns[i].series != series || self->columns[i].panel != panel)
        continue;

      for (guint j = 0; j < self->n_rows; j++)
        {
          const NevReading *reading = nev_table_get_reading (self, i, j);

          if (reading->gap != NEV_GAP_NOT_SHOWN && reading->period.start <= day && day < reading->period.end)
            {
              *column = i;
              *row = j;
              return TRUE;
            }
        }
    }

  return FALSE;
}

/**
 * nev_table_get_reading:
 * @self: a table
 * @column: less than nev_table_get_n_columns()
 * @row: less than nev_table_get_n_rows()
 *
 * Returns: (transfer none): the cell
 */
const NevReading *
nev_table_get_reading (const NevTable *self,
                       guint           column,
                       guint           row)
{
  g_return_val_if_fail (column < self->n_columns && row < self->n_rows, NULL);

  if (self->readings == NULL)
    return &get_block (self, column, row)[row % BLOCK];

  return &self->readings[(gsize) column * self->n_rows + row];
}

/* The values of a column that are nothing but what a plain table says about each day; NULL for any other. */
static NevObservations *
get_observations (const NevTable *self,
                  guint           column)
{
  const NevColumn *head = &self->columns[column];
  NevObservations *observations = nev_ledger_get_observations (nev_series_get_ledger (head->series));

  return self->readings == NULL && head->measure == NEV_MEASURE_LEVEL && observations != NULL &&
             nev_observations_is_days (observations) && nev_series_get_numerator (head->series) == NULL
           ? observations
           : NULL;
}

/**
 * nev_table_is_plain:
 * @self: a table
 * @column: less than nev_table_get_n_columns()
 *
 * Tells whether each value of a column is published for its day, all by one source and counted alike. Such a column may be
 * very long; nev_table_summarize() knows it without going through it.
 *
 * Returns: whether it is
 */
gboolean
nev_table_is_plain (const NevTable *self,
                    guint           column)
{
  g_return_val_if_fail (column < self->n_columns, FALSE);

  return get_observations (self, column) != NULL;
}

/**
 * nev_table_get_value:
 * @self: a table
 * @column: less than nev_table_get_n_columns()
 * @row: less than nev_table_get_n_rows()
 *
 * Gets the value of a cell that has one; of a plain column without a reading being made for that.
 *
 * Returns: the value
 */
double
nev_table_get_value (const NevTable *self,
                     guint           column,
                     guint           row)
{
  NevObservations *observations;

  g_return_val_if_fail (column < self->n_columns && row < self->n_rows, 0);

  observations = get_observations (self, column);
  if (observations == NULL)
    return nev_table_get_reading (self, column, row)->value;

  return nev_observations_get_value (observations, nev_observations_find (observations, self->columns[column].run.start + (gint32) row + 1));
}

static gboolean
summarize_plain (const NevTable  *self,
                 guint            column,
                 NevObservations *observations,
                 guint            first,
                 guint            end,
                 NevSummary      *summary)
{
  const NevColumn *head = &self->columns[column];
  gint32           origin = head->run.start;
  gint32           from = MAX (origin + (gint32) first, MAX (head->run.start, self->range.start));
  gint32           to = MIN (origin + (gint32) end, MIN (head->run.end, self->range.end));
  gsize            low, high, lowest, highest;

  summary->n_gaps = end - first;
  if (from >= to)
    return FALSE;

  low = nev_observations_find (observations, from + 1);
  high = nev_observations_find (observations, to + 1);
  if (low >= high)
    return FALSE;

  nev_observations_find_extremes (observations, low, high, &lowest, &highest);
  summary->n_gaps -= (guint) (high - low);
  summary->first = (guint) (nev_observations_get_period (observations, low).start - origin);
  summary->last = (guint) (nev_observations_get_period (observations, high - 1).start - origin);
  summary->lowest = (guint) (nev_observations_get_period (observations, lowest).start - origin);
  summary->highest = (guint) (nev_observations_get_period (observations, highest).start - origin);

  return TRUE;
}

/**
 * nev_table_summarize:
 * @self: a table
 * @column: less than nev_table_get_n_columns()
 * @first: a row
 * @end: the row behind the last one that counts
 * @summary: (out caller-allocates): what they come to
 *
 * Finds out what some rows of a column come to.
 *
 * Returns: whether any of them has a value; if not, only @summary's n_gaps means something
 */
gboolean
nev_table_summarize (const NevTable *self,
                     guint           column,
                     guint           first,
                     guint           end,
                     NevSummary     *summary)
{
  NevObservations *observations;
  const NevReading *lowest = NULL, *highest = NULL;

  *summary = (NevSummary){ 0 };
  g_return_val_if_fail (column < self->n_columns && end <= self->n_rows, FALSE);

  observations = get_observations (self, column);
  if (observations != NULL)
    return summarize_plain (self, column, observations, first, end, summary);

  for (guint row = first; row < end; row++)
    {
      const NevReading *reading = nev_table_get_reading (self, column, row);

      if (reading->status == NEV_STATUS_GAP)
        {
          summary->n_gaps++;
          continue;
        }

      summary->n_derived += reading->status == NEV_STATUS_DERIVED;
      summary->last = row;

      if (lowest == NULL)
        summary->first = row;
      if (lowest == NULL || reading->value < lowest->value)
        {
          lowest = reading;
          summary->lowest = row;
        }
      if (highest == NULL || reading->value > highest->value)
        {
          highest = reading;
          summary->highest = row;
        }
    }

  return lowest != NULL;
}

/* The last value of the rows before @row, or NULL. */
static const NevReading *
find_value_before (const NevTable *self,
                   guint           column,
                   guint           row)
{
  while (row-- > 0)
    {
      const NevReading *reading = nev_table_get_reading (self, column, row);

      if (reading->status != NEV_STATUS_GAP)
        return reading;
    }

  return NULL;
}

static gboolean
is_run_of_same (const NevColumn *a,
                const NevColumn *b)
{
  return a->series == b->series && a->measure == b->measure && a->panel == b->panel;
}

/**
 * nev_table_is_break:
 * @self: a table
 * @column: less than nev_table_get_n_columns()
 * @row: less than nev_table_get_n_rows()
 *
 * Tells whether the method changed between a cell and the last value before it, so that the two
 * may not be compared or joined. The run of the same series in the column before comes before this one.
 *
 * Returns: %FALSE also for a gap and for a series' first value
 */
gboolean
nev_table_is_break (const NevTable *self,
                    guint           column,
                    guint           row)
{
  const NevReading *reading;
  const NevReading *earlier;

  if (self->is_ranking || nev_table_is_plain (self, column))
    return FALSE;

  reading = nev_table_get_reading (self, column, row);
  if (reading == NULL || reading->status == NEV_STATUS_GAP)
    return FALSE;

  earlier = find_value_before (self, column, row);

  for (guint i = column; earlier == NULL && i > 0 && is_run_of_same (&self->columns[i - 1], &self->columns[column]); i--)
    earlier = find_value_before (self, i - 1, self->n_rows);

  return earlier != NULL && earlier->basis != reading->basis;
}
