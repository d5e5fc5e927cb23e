/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-measure.h"

G_BEGIN_DECLS

/* @run: the days that the column runs over; none: those of the table. */
typedef struct
{
  NevSeries *series; /* the table holds a reference */
  NevMeasure measure;
  guint      panel;
  NevPeriod  run;
} NevColumn;

/**
 * NevSummary:
 * @first: the first row with a value
 * @last: the last one
 * @lowest: the first one with the lowest value, or another one that has it
 * @highest: the same of the highest value
 * @n_derived: how many values are derived
 * @n_gaps: how many rows have none
 *
 * What some rows of a column come to.
 */
typedef struct
{
  guint first;
  guint last;
  guint lowest;
  guint highest;
  guint n_derived;
  guint n_gaps;
} NevSummary;

/* What a chart shows, as numbers: a row a period, a column a series and measure, each cell with
 * its provenance. Screen, table, file and speech all read this one. Immutable.
 *
 * Columns with runs of their own, such as the years of one series, lie over each other: a row is then the first
 * period of every run, the second ..., and each reading tells its real period. Where a run is shorter than the others,
 * and outside the days of the table, there are gaps for %NEV_GAP_NOT_SHOWN.
 *
 * A ranking is turned the other way: one column, of one period, and a row a series, which its reading tells, from the
 * highest value to the lowest and with the gaps at the end. The column's own series is but the first of them.
 */
typedef struct _NevTable NevTable;

NevTable         *nev_table_new           (const NevColumn *columns,
                                           guint            n_columns,
                                           NevFrequency     frequency,
                                           gboolean         merge_jan_feb,
                                           NevPeriod        range,
                                           NevPeriod        base);
NevTable         *nev_table_new_ranking   (const NevColumn *columns,
                                           guint            n_columns,
                                           NevFrequency     frequency,
                                           gboolean         merge_jan_feb,
                                           NevPeriod        period,
                                           NevPeriod        base);
NevTable         *nev_table_ref           (NevTable        *self);
void              nev_table_unref         (NevTable        *self);

guint             nev_table_get_n_columns (const NevTable  *self);
const NevColumn  *nev_table_get_column    (const NevTable  *self,
                                           guint            column);
guint             nev_table_get_n_rows    (const NevTable  *self);
NevPeriod         nev_table_get_period    (const NevTable  *self,
                                           guint            row);
NevFrequency      nev_table_get_frequency (const NevTable  *self);
gboolean          nev_table_merges_jan_feb (const NevTable *self);
gboolean          nev_table_is_overlay    (const NevTable  *self);
gboolean          nev_table_is_ranking    (const NevTable  *self);
gboolean          nev_table_is_aligned    (const NevTable  *self);
gboolean          nev_table_find_cell     (const NevTable  *self,
                                           NevSeries       *series,
                                           guint            panel,
                                           gint32           day,
                                           guint           *column,
                                           guint           *row);
const NevReading *nev_table_get_reading   (const NevTable  *self,
                                           guint            column,
                                           guint            row);
double            nev_table_get_value     (const NevTable  *self,
                                           guint            column,
                                           guint            row);
gboolean          nev_table_is_plain      (const NevTable  *self,
                                           guint            column);
gboolean          nev_table_summarize     (const NevTable  *self,
                                           guint            column,
                                           guint            first,
                                           guint            end,
                                           NevSummary      *summary);
gboolean          nev_table_is_break      (const NevTable  *self,
                                           guint            column,
                                           guint            row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevTable, nev_table_unref)

G_END_DECLS
