/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-annotation.h"
#include "nev-dataset.h"
#include "nev-table.h"

G_BEGIN_DECLS

#define NEV_TYPE_SPEC (nev_spec_get_type ())

/**
 * NevArrangement:
 * @NEV_ARRANGEMENT_TIMELINE: the periods follow each other along the axis
 * @NEV_ARRANGEMENT_SEASONAL: the years of one series lie over each other
 * @NEV_ARRANGEMENT_AGAINST: the range lies over another one
 * @NEV_ARRANGEMENT_RANKING: there is no such axis; the series are ranked at one period
 *
 * How the periods share the axis.
 */
typedef enum
{
  NEV_ARRANGEMENT_TIMELINE,
  NEV_ARRANGEMENT_SEASONAL,
  NEV_ARRANGEMENT_AGAINST,
  NEV_ARRANGEMENT_RANKING,
} NevArrangement;

/* What is wanted of a chart: a chart of a dataset and the choices that differ from it. The one
 * object below the window that changes; a thread takes a copy. Every setter notifies.
 */
G_DECLARE_FINAL_TYPE (NevSpec, nev_spec, NEV, SPEC, GObject)

NevSpec        *nev_spec_new           (NevDataset    *dataset,
                                        const NevChart *chart);
NevSpec        *nev_spec_copy          (NevSpec       *self);
void            nev_spec_assign        (NevSpec       *self,
                                        NevSpec       *other);
gboolean        nev_spec_equal         (NevSpec       *self,
                                        NevSpec       *other);

NevDataset     *nev_spec_get_dataset   (NevSpec       *self);
const NevChart *nev_spec_get_chart     (NevSpec       *self);

NevFrequency    nev_spec_get_frequency (NevSpec       *self);
void            nev_spec_set_frequency (NevSpec       *self,
                                        NevFrequency   frequency);
NevMeasure      nev_spec_get_measure   (NevSpec       *self);
void            nev_spec_set_measure   (NevSpec       *self,
                                        NevMeasure     measure);
NevMark         nev_spec_get_mark      (NevSpec       *self);
void            nev_spec_set_mark      (NevSpec       *self,
                                        NevMark        mark);

/* Whether January and February of a year are one period; says nothing but of months. */
gboolean        nev_spec_get_merge_jan_feb (NevSpec   *self);
void            nev_spec_set_merge_jan_feb (NevSpec   *self,
                                        gboolean       merge_jan_feb);

/* A day of the period that an index is 100 in; 0 for the first one in which all its series have a value. */
gint32          nev_spec_get_index_base (NevSpec      *self);
void            nev_spec_set_index_base (NevSpec      *self,
                                        gint32         day);

/* The days asked for; 0 for the beginning or the end of the data. */
gint32          nev_spec_get_from      (NevSpec       *self);
gint32          nev_spec_get_to        (NevSpec       *self);
void            nev_spec_set_range     (NevSpec       *self,
                                        gint32         from,
                                        gint32         to);
/* The whole periods of the frequency that are shown; and all that there are; and how they are cut. */
NevPeriod       nev_spec_get_range     (NevSpec       *self);
NevPeriod       nev_spec_get_extent    (NevSpec       *self);
NevPeriod       nev_spec_get_period_at (NevSpec       *self,
                                        gint32         day);
int             nev_spec_count_periods (NevSpec       *self,
                                        NevPeriod      days);
gint32          nev_spec_add_periods   (NevSpec       *self,
                                        gint32         day,
                                        int            n_periods);

/* At most one of the three: years over each other, another range over the one that is shown, or the series of the first panel
 * ranked at one period.
 */
gboolean        nev_spec_get_seasonal  (NevSpec       *self);
void            nev_spec_set_seasonal  (NevSpec       *self,
                                        gboolean       seasonal);
NevPeriod       nev_spec_get_against   (NevSpec       *self);
void            nev_spec_set_against   (NevSpec       *self,
                                        NevPeriod      against);
gboolean        nev_spec_get_ranking   (NevSpec       *self);
void            nev_spec_set_ranking   (NevSpec       *self,
                                        gboolean       ranking);
/* A day of the period at which they are ranked; 0 for the latest. */
gint32          nev_spec_get_ranking_day (NevSpec     *self);
void            nev_spec_set_ranking_day (NevSpec     *self,
                                        gint32         day);
NevPeriod       nev_spec_get_ranking_period (NevSpec  *self);
/* Whether there is nothing else: nothing says of which days the values are, or there are too many series. */
gboolean        nev_spec_is_undated    (NevSpec       *self);
gboolean        nev_spec_must_rank     (NevSpec       *self);
/* What follows from them; and the whole periods of the other range. */
NevArrangement  nev_spec_get_arrangement (NevSpec     *self);
NevPeriod       nev_spec_get_against_range (NevSpec   *self);
gboolean        nev_spec_suggest_against (NevSpec     *self,
                                        NevPeriod     *range,
                                        NevPeriod     *against);

/* The series of the first panel. NULL: those of the chart. */
GPtrArray      *nev_spec_get_series    (NevSpec       *self);
void            nev_spec_set_series    (NevSpec       *self,
                                        GPtrArray     *series);

/* The same, also those that are hidden; and the hidden ones of all panels: NULL for none. */
GPtrArray      *nev_spec_get_all_series (NevSpec      *self);
GPtrArray      *nev_spec_get_hidden    (NevSpec       *self);
void            nev_spec_set_hidden    (NevSpec       *self,
                                        GPtrArray     *hidden);
/* The one behind which the others recede; NULL for none. */
NevSeries      *nev_spec_get_focus     (NevSpec       *self);
void            nev_spec_set_focus     (NevSpec       *self,
                                        NevSeries     *focus);

/* Words of the maker's own; NULL: those that follow from the data, and no footnote. */
const char     *nev_spec_get_title     (NevSpec       *self);
void            nev_spec_set_title     (NevSpec       *self,
                                        const char    *title);
const char     *nev_spec_get_subtitle  (NevSpec       *self);
void            nev_spec_set_subtitle  (NevSpec       *self,
                                        const char    *subtitle);
const char     *nev_spec_get_footnote  (NevSpec       *self);
void            nev_spec_set_footnote  (NevSpec       *self,
                                        const char    *footnote);

/* (element-type NevAnnotation); never NULL. */
GPtrArray      *nev_spec_get_annotations (NevSpec     *self);
void            nev_spec_set_annotations (NevSpec     *self,
                                        GPtrArray     *annotations);

guint           nev_spec_get_n_panels  (NevSpec       *self);
NevPanel        nev_spec_get_panel     (NevSpec       *self,
                                        guint          panel);

/* The numbers that are shown. */
NevTable       *nev_spec_create_table  (NevSpec       *self);
NevTable       *nev_spec_create_full_table (NevSpec   *self);

G_END_DECLS
