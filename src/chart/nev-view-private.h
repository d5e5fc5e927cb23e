/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-json-reader.h"
#include "nev-view.h"

G_BEGIN_DECLS

#define NEV_VIEW_FORMAT "nev-charts-view"
#define NEV_VIEW_VERSION 1

/* How a view is read. The document is kept, so that what only a dataset can tell to be wrong has a
 * place in messages, too.
 */
struct _NevView
{
  /* Owned */
  char      *name;
  JsonNode  *root;
  GPtrArray *annotations; /* (element-type NevAnnotation) */
  GPtrArray *series;      /* ids, NULL-terminated; or NULL: the chart's */
  GPtrArray *hidden;      /* the same; or NULL: none */

  /* Borrowed from the document; NULL: what the chart has, or none */
  const char *dataset;
  const char *chart;
  const char *title;
  const char *subtitle;
  const char *footnote;
  const char *focus;

  /* Chosen */
  gboolean     has_frequency, has_measure, has_mark;
  gboolean     merge_jan_feb;
  NevFrequency frequency;
  NevMeasure   measure;
  NevMark      mark;
  NevPeriod    index_base; /* none: the first that will do */
  gint32       from, to; /* 0: no end */
  gboolean     has_arrangement;
  NevArrangement arrangement;
  NevPeriod    ranking_period; /* NEV_PERIOD_NONE: the latest */
  NevPeriod    against;        /* NEV_PERIOD_NONE: no other range */
};

gboolean nev_view_read    (NevView             *self,
                           const NevJsonPlace  *root,
                           GError             **error);
gboolean nev_view_fail_at (const NevJsonPlace  *place,
                           GError              *cause,
                           GError             **error);

G_END_DECLS
