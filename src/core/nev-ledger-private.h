/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-ledger.h"

G_BEGIN_DECLS

/* What a ledger is made of: nev-ledger.c builds it and knows its facts, nev-ledger-sum.c finds the way from one day to another. */

typedef struct
{
  gint32 day;
  guint8 basis;
} NevNode;

typedef struct
{
  guint fact;
  guint to;
  int   sign;
} NevEdge;

struct _NevLedger
{
  gatomicrefcount ref_count;

  NevFact *facts;
  gsize    n_facts;
  guint    mixed_bases;
  gboolean is_additive;

  guint *by_period; /* the facts ordered by period, the one to be preferred first */

  NevNode *nodes; /* ordered by basis and day */
  guint n_nodes;
  NevEdge *edges; /* those that leave node i: from first_edge[i] up to first_edge[i + 1] */
  guint *first_edge;

  /* Of a plain one, in place of all of the above but the number */
  NevObservations *observations;
  double           factor;
  NevPlainValues   values;
  guint            source;
  guint8           basis;
  NevFact        **blocks; /* made when they are asked for; NULL until then */
};

gboolean nev_ledger_is_edge     (const NevLedger *self,
                                 const NevFact   *fact);
int      nev_ledger_find_node   (const NevLedger *self,
                                 gint32           day,
                                 guint8           basis);
NevFact  nev_ledger_make_fact   (const NevLedger *self,
                                 gsize            index);
int      nev_ledger_find_direct (const NevLedger *self,
                                 NevPeriod        period);

G_END_DECLS
