/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "nev-observations.h"

G_BEGIN_DECLS

/**
 * NevObsStatus:
 *
 * The observation status of a fact, SDMX's code list CL_OBS_STATUS as far as
 * it is used here.
 */
typedef enum
{
  NEV_OBS_STATUS_NORMAL,      /* A */
  NEV_OBS_STATUS_BREAK,       /* B: the first one after the method changed */
  NEV_OBS_STATUS_DEFINITION,  /* D: the definition differs, or the value is a bound ("over 6,000") */
  NEV_OBS_STATUS_ESTIMATED,   /* E */
  NEV_OBS_STATUS_PROVISIONAL, /* P */
  NEV_OBS_STATUS_UNRELIABLE,  /* U */
} NevObsStatus;

#define NEV_N_OBS_STATUSES 6

char nev_obs_status_to_code (NevObsStatus self);

/**
 * NevFact:
 * @period: what the value is for; a stock's starts at %NEV_DAY_ORIGIN
 * @value: in the series' unit; NaN where only the rate was published
 * @rounding: the place of the last digit printed (1000 for "3.788 million"); the value
 *   is good to half of it
 * @change: the change on the same period a year earlier that the publisher states for
 *   this period, in percent; NaN where none is
 * @change_rounding: the place of the last digit of @change
 * @source: index of the source in the dataset
 * @basis: index of the basis in the dataset: what is counted, and how
 * @status: SDMX's observation status
 * @is_claim: said by somebody who isn't the series' publisher: kept and shown beside the
 *   publisher's figure, never calculated with
 * @row: where it stands in its file (1 is the first line), for messages
 *
 * One published figure.
 */
typedef struct
{
  NevPeriod    period;
  double       value;
  double       rounding;
  double       change;
  double       change_rounding;
  guint        source;
  guint        row;
  NevObsStatus status;
  guint8       basis;
  gboolean     is_claim;
} NevFact;

/* A fact in a sum: +1 where it is walked from its start to its end, -1 the other way. */
typedef struct
{
  guint fact;
  int   sign;
} NevTerm;

/**
 * NevSum:
 * @value: the sum of the terms; NaN where there is no path
 * @rounding: the terms' rounding added up; the value is good to half of it
 * @basis: the basis all terms share; -1 where there is no path
 * @terms: (element-type NevTerm): in the order in which they are walked
 * @n_terms: how many; one positive term is a published value, none is a gap
 *
 * The value of a period as a path through the ledger.
 */
typedef struct
{
  double   value;
  double   rounding;
  int      basis;
  NevTerm *terms;
  guint    n_terms;
} NevSum;

#define NEV_SUM_INIT { NAN, 0, -1, NULL, 0 }

/**
 * NevPlainValues:
 * @NEV_PLAIN_LEVELS: of periods, and don't add up
 * @NEV_PLAIN_FLOWS: of periods, and add up
 * @NEV_PLAIN_STOCKS: stand at the ends of periods
 *
 * What the values of a plain ledger are.
 */
typedef enum
{
  NEV_PLAIN_LEVELS,
  NEV_PLAIN_FLOWS,
  NEV_PLAIN_STOCKS,
} NevPlainValues;

/* One series' published facts as a graph; immutable. See nev-ledger.c for how it is walked. */
typedef struct _NevLedger NevLedger;

NevLedger     *nev_ledger_new         (const NevFact   *facts,
                                       gsize            n_facts,
                                       guint            mixed_bases,
                                       gboolean         is_additive);
NevLedger     *nev_ledger_new_plain   (NevObservations *observations,
                                       double           factor,
                                       NevPlainValues   values);
NevLedger     *nev_ledger_move        (const NevLedger *self,
                                       guint            source,
                                       const guint8    *bases);
NevLedger     *nev_ledger_ref         (NevLedger       *self);
void           nev_ledger_unref       (NevLedger       *self);

gsize          nev_ledger_get_n_facts (const NevLedger *self);
const NevFact *nev_ledger_get_fact    (const NevLedger *self,
                                       gsize            index);
NevObservations *nev_ledger_get_observations (const NevLedger *self);
gboolean       nev_ledger_is_mixed    (const NevLedger *self,
                                       int              basis);

gboolean       nev_ledger_sum         (const NevLedger *self,
                                       NevPeriod        period,
                                       NevSum          *sum);
gboolean       nev_ledger_cross_check (const NevLedger *self,
                                       gsize            fact,
                                       NevSum          *other);
int            nev_ledger_find_change (const NevLedger *self,
                                       NevPeriod        period);

void           nev_sum_clear          (NevSum          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevLedger, nev_ledger_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NevSum, nev_sum_clear)

G_END_DECLS
