/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The beginning of a stock: before every day that can be written. */
#define NEV_DAY_ORIGIN G_MININT32

/**
 * NevPeriod:
 * @start: the first day
 * @end: the day after the last one
 *
 * A half-open run of days, counted as GDate's Julian days (1 = 1 January of year 1). Months,
 * quarters, halves, years, running totals, weeks and single days are all this one
 * type; which of them it is gets worked out when it is written.
 */
typedef struct
{
  gint32 start;
  gint32 end;
} NevPeriod;

#define NEV_PERIOD_NONE ((NevPeriod){ 0, 0 })

/* What is known of no particular days: all that a dataset may be about, from 1900-01-01 to 2199-12-31. */
#define NEV_PERIOD_UNDATED ((NevPeriod){ 693596, 803169 })

/**
 * NevFrequency:
 *
 * How long the periods of a chart are. Days stand behind the others, from months to years, since only few
 * series are known by days.
 */
typedef enum
{
  NEV_FREQUENCY_MONTH,
  NEV_FREQUENCY_QUARTER,
  NEV_FREQUENCY_HALF_YEAR,
  NEV_FREQUENCY_YEAR,
  NEV_FREQUENCY_DAY,
} NevFrequency;

#define NEV_N_FREQUENCIES 5

/**
 * NevPeriodKind:
 *
 * The calendar name of a run of days, the shortest that fits.
 */
typedef enum
{
  NEV_PERIOD_KIND_NONE,
  NEV_PERIOD_KIND_STOCK,  /* from the origin to a day */
  NEV_PERIOD_KIND_DAY,
  NEV_PERIOD_KIND_WEEK,
  NEV_PERIOD_KIND_MONTH,
  NEV_PERIOD_KIND_QUARTER,
  NEV_PERIOD_KIND_HALF_YEAR,
  NEV_PERIOD_KIND_YEAR,
  NEV_PERIOD_KIND_MONTHS, /* a run of whole months of any other length */
  NEV_PERIOD_KIND_DAYS,
  NEV_PERIOD_KIND_UNDATED,
} NevPeriodKind;

gboolean      nev_period_parse         (const char    *text,
                                        NevPeriod     *period,
                                        GError       **error);
gboolean      nev_period_parse_dated   (const char    *text,
                                        NevPeriod     *period,
                                        GError       **error);
char         *nev_period_to_string     (NevPeriod      self);
NevPeriodKind nev_period_get_kind      (NevPeriod      self);

gint32        nev_day_from_date        (int            year,
                                        int            month,
                                        int            day);
void          nev_day_to_date          (gint32         day,
                                        int           *year,
                                        int           *month,
                                        int           *day_of_month);
gint32        nev_day_add_months       (gint32         day,
                                        int            n_months);

NevPeriod     nev_period_at            (gint32         day,
                                        NevFrequency   frequency);
NevPeriod     nev_period_cut           (gint32         day,
                                        NevFrequency   frequency,
                                        gboolean       merge_jan_feb);
NevPeriod     nev_period_shift_months  (NevPeriod      self,
                                        int            n_months);
NevPeriod     nev_period_year_to_date  (NevPeriod      self);
NevPeriod     nev_period_trailing_year (NevPeriod      self);

int           nev_frequency_get_months (NevFrequency   self);
const char   *nev_frequency_to_string  (NevFrequency   self);
gboolean      nev_frequency_parse      (const char    *text,
                                        NevFrequency  *frequency,
                                        GError       **error);

static inline gboolean
nev_period_is_none (NevPeriod self)
{
  return self.end <= self.start;
}

static inline gboolean
nev_period_equal (NevPeriod a,
                  NevPeriod b)
{
  return a.start == b.start && a.end == b.end;
}

static inline gboolean
nev_period_is_undated (NevPeriod self)
{
  return nev_period_equal (self, NEV_PERIOD_UNDATED);
}

G_END_DECLS
