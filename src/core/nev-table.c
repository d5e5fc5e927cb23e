/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-table.h"

struct _NevTable
{
  gatomicrefcount ref_count;

  NevColumn   *columns;
  guint        n_columns;
  NevFrequency frequency;
  gboolean     merges_jan_feb;
  NevPeriod   *periods;
  guint        n_rows;
  NevReading  *readings; /* column by column */
};

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

/**
 * nev_table_new:
 * @columns: (array length=n_columns): what to read; the series are referenced
 * @n_columns: how many
 * @frequency: how long a row's period is
 * @merge_jan_feb: whether January and February are one row; only of %NEV_FREQUENCY_MONTH
 * @range: the days; every period of @frequency that begins within is a row
 * @base: the period that an index is 100 in
 *
 * Reads every series at every period.
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
  GArray   *periods = g_array_new (FALSE, FALSE, sizeof (NevPeriod));
  NevPeriod period = nev_period_is_none (range) ? NEV_PERIOD_NONE : nev_period_cut (range.start, frequency, merge_jan_feb);

  if (period.start < range.start)
    period = nev_period_cut (period.end, frequency, merge_jan_feb);

  for (; period.start < range.end; period = nev_period_cut (period.end, frequency, merge_jan_feb))
    g_array_append_val (periods, period);

  g_atomic_ref_count_init (&self->ref_count);
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->frequency = frequency;
  self->merges_jan_feb = merge_jan_feb && frequency == NEV_FREQUENCY_MONTH;
  self->n_rows = periods->len;
  self->periods = (NevPeriod *) g_array_free (periods, FALSE);
  self->readings = g_new0 (NevReading, (gsize) n_columns * self->n_rows);

  for (guint i = 0; i < n_columns; i++)
    {
      g_object_ref (columns[i].series);

      for (guint j = 0; j < self->n_rows; j++)
        nev_series_read (columns[i].series, columns[i].measure, self->periods[j],
                         get_compared (self, &columns[i], self->periods[j], base), &self->readings[i * self->n_rows + j]);
    }

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

  for (gsize i = 0; i < (gsize) self->n_columns * self->n_rows; i++)
    nev_reading_clear (&self->readings[i]);
  for (guint i = 0; i < self->n_columns; i++)
    g_object_unref (self->columns[i].series);

  g_free (self->columns);
  g_free (self->periods);
  g_free (self->readings);
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
 * Returns: the row's period
 */
NevPeriod
nev_table_get_period (const NevTable *self,
                      guint           row)
{
  g_return_val_if_fail (row < self->n_rows, NEV_PERIOD_NONE);

  return self->periods[row];
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

  return &self->readings[(gsize) column * self->n_rows + row];
}

/**
 * nev_table_is_break:
 * @self: a table
 * @column: less than nev_table_get_n_columns()
 * @row: less than nev_table_get_n_rows()
 *
 * Tells whether the method changed between a cell and the last value before it, so that the two
 * may not be compared or joined.
 *
 * Returns: %FALSE also for a gap and for a column's first value
 */
gboolean
nev_table_is_break (const NevTable *self,
                    guint           column,
                    guint           row)
{
  const NevReading *reading = nev_table_get_reading (self, column, row);

  if (reading == NULL || reading->status == NEV_STATUS_GAP)
    return FALSE;

  for (guint i = row; i-- > 0;)
    {
      const NevReading *earlier = nev_table_get_reading (self, column, i);

      if (earlier->status != NEV_STATUS_GAP)
        return earlier->basis != reading->basis;
    }

  return FALSE;
}
