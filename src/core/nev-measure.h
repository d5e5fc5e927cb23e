/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-series.h"

G_BEGIN_DECLS

/**
 * NevMeasure:
 * @NEV_MEASURE_LEVEL: the flow of the period, or the stock at its end
 * @NEV_MEASURE_YEAR_TO_DATE: the flow from 1 January to the end of the period
 * @NEV_MEASURE_TRAILING_YEAR: the flow of the twelve months that end with the period
 * @NEV_MEASURE_CHANGE_ON_YEAR: percent, on the same period a year earlier; for a ratio in
 *   percent the difference, in percentage points
 * @NEV_MEASURE_CHANGE_ON_PERIOD: the same, on the period before, which must be as long unless it is of a ratio
 * @NEV_MEASURE_INDEX: the level, that of a base period being 100
 */
typedef enum
{
  NEV_MEASURE_LEVEL,
  NEV_MEASURE_YEAR_TO_DATE,
  NEV_MEASURE_TRAILING_YEAR,
  NEV_MEASURE_CHANGE_ON_YEAR,
  NEV_MEASURE_CHANGE_ON_PERIOD,
  NEV_MEASURE_INDEX,
} NevMeasure;

#define NEV_N_MEASURES 6

typedef enum
{
  NEV_STATUS_GAP,       /* nothing published leads to a value */
  NEV_STATUS_PUBLISHED, /* stated by the publisher for exactly this */
  NEV_STATUS_DERIVED,   /* calculated from published facts */
} NevStatus;

#define NEV_N_STATUSES 3

/**
 * NevGapReason:
 *
 * Why a reading is a gap although facts lie near.
 */
typedef enum
{
  NEV_GAP_NONE,        /* it isn't one */
  NEV_GAP_NO_FACTS,    /* no path of facts */
  NEV_GAP_METHOD,      /* it would have to compare across a break of method */
  NEV_GAP_TOO_COARSE,  /* the facts are rounded so much that not even the sign would be known */
  NEV_GAP_NOT_DEFINED, /* the measure makes no sense for the series (a stock's year to date) */
  NEV_GAP_UNEQUAL,     /* what it would be compared with is not as long (February and January merged, against December) */
  NEV_GAP_NO_BASE,     /* there is no value in the period that is to be 100 */
  NEV_GAP_NOT_SHOWN,   /* it lies outside the days that a table shows */
} NevGapReason;

/* A fact in a reading. @part is 0 for the value itself (or the numerator), 1 for what it is
 * compared with or divided by.
 */
typedef struct
{
  NevSeries *series; /* borrowed from the dataset */
  guint      fact;   /* in the series' ledger */
  int        sign;
  int        part;
  gboolean   is_change; /* it is the fact's published rate that is used, not its value */
} NevReadingTerm;

/**
 * NevReading:
 * @value: in the unit that nev_measure_get_unit() gives; NaN for a gap
 * @rounding: the width within which rounding leaves the value; it is good to half of it
 * @basis: the basis of all facts used; -1 for a gap
 * @is_mixed: the fact itself spans a break of method (published only, never compared)
 * @terms: (element-type NevReadingTerm): the facts that it was obtained from
 *
 * One number, and how it was obtained.
 */
typedef struct
{
  NevSeries      *series; /* borrowed */
  NevPeriod       period;
  NevPeriod       base; /* of an index: the period that is 100; of a change on the period before: that period, if it was
                         * asked for */
  NevMeasure      measure;
  NevStatus       status;
  NevGapReason    gap;
  double          value;
  double          rounding;
  int             basis;
  gboolean        is_mixed;
  NevReadingTerm *terms;
  guint           n_terms;
} NevReading;

void        nev_series_read           (NevSeries        *series,
                                       NevMeasure        measure,
                                       NevPeriod         period,
                                       NevPeriod         base,
                                       NevReading       *reading);
void        nev_series_read_quotient  (NevSeries        *series,
                                       NevPeriod         period,
                                       NevReading       *reading);
void        nev_series_read_growth    (NevSeries        *series,
                                       NevPeriod         period,
                                       NevReading       *reading);
void        nev_reading_init_gap      (NevReading       *reading,
                                       NevSeries        *series,
                                       NevMeasure        measure,
                                       NevPeriod         period,
                                       NevGapReason      reason);
void        nev_reading_clear         (NevReading       *self);

NevUnit     nev_measure_get_unit      (NevMeasure        self,
                                       NevSeries        *series);
const char *nev_measure_to_string     (NevMeasure        self);
gboolean    nev_measure_parse         (const char       *text,
                                       NevMeasure       *measure,
                                       GError          **error);
const char *nev_status_to_string      (NevStatus         self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NevReading, nev_reading_clear)

G_END_DECLS
