/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-spec.h"

G_BEGIN_DECLS

struct _NevSpec
{
  GObject parent_instance;

  /* Owned */
  NevDataset *dataset;
  GPtrArray  *series; /* NULL: the chart's */
  GPtrArray  *hidden; /* NULL: none */
  NevSeries  *focus;  /* NULL: none */
  char       *title; /* NULL, like the next two: what follows from the data */
  char       *subtitle;
  char       *footnote;
  GPtrArray  *annotations; /* (element-type NevAnnotation) */

  /* Borrowed from the dataset */
  const NevChart *chart;

  /* Chosen */
  NevFrequency frequency;
  NevMeasure   measure;
  NevMark      mark;
  gboolean     merge_jan_feb;
  gint32       index_base; /* a day of the period, or 0 */
  gint32       from;
  gint32       to;
  gboolean     seasonal;
  NevPeriod    against; /* NEV_PERIOD_NONE: no other range */
  gboolean     ranking;
  gint32       ranking_day; /* a day of the period, or 0 */

  /* Follows from the above */
  GPtrArray *overlaid; /* (nullable): the one series whose years lie over each other */
  GPtrArray *shown[NEV_MAX_PANELS]; /* (nullable): what is left of a panel's series where some are hidden */
  NevPanel panels[NEV_MAX_PANELS];
  guint    n_panels;
  gboolean is_undated;
};

/* What follows from the choices */
void     nev_spec_update_panels    (NevSpec   *self);

/* Whether two lists hold the same */
gboolean nev_spec_same_series      (GPtrArray *a,
                                    GPtrArray *b);
gboolean nev_spec_same_annotations (GPtrArray *a,
                                    GPtrArray *b);

G_END_DECLS
