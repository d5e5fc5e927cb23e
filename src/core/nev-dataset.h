/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nev-import-options.h"
#include "nev-measure.h"
#include "nev-series.h"
#include "nev-source.h"

G_BEGIN_DECLS

#define NEV_TYPE_DATASET (nev_dataset_get_type ())

/* A list model of NevSeries, with what belongs to them; immutable. */
G_DECLARE_FINAL_TYPE (NevDataset, nev_dataset, NEV, DATASET, GObject)

typedef enum
{
  NEV_MARK_BARS,
  NEV_MARK_STACKED,
  NEV_MARK_LINE,
} NevMark;

#define NEV_N_MARKS 3
#define NEV_MAX_PANELS 2

const char *nev_mark_to_string (NevMark       self);
gboolean    nev_mark_parse     (const char   *text,
                                NevMark      *mark,
                                GError      **error);

/* One panel of a chart as the dataset declares it. */
typedef struct
{
  GPtrArray *series; /* (element-type NevSeries) */
  NevMeasure measure;
  NevMark    mark;
} NevPanel;

/**
 * NevChart:
 * @from: the first day shown; 0 for the beginning of the data
 * @to: the day after the last one shown; 0 for the end of the data
 * @is_ranking: whether its series are ranked at one period, and there may be more of them than can be told apart by colour
 *
 * A chart that a dataset declares under its views: what is shown before anybody
 * chooses otherwise.
 */
typedef struct
{
  char        *name;  /* "production-sales" */
  NevLocalized title; /* "Production and sales" */
  NevLocalized place; /* "China" */
  NevFrequency frequency;
  gint32       from;
  gint32       to;
  NevPanel     panels[NEV_MAX_PANELS];
  guint        n_panels;
  gboolean     is_ranking;
} NevChart;

/* A figure of the overview: a series at a period, and the chart that it leads to. */
typedef struct
{
  NevSeries      *series;
  NevPeriod       period;
  const NevChart *chart; /* or NULL */
  NevLocalized    title;
  NevLocalized    note;
} NevHighlight;

/* A piece of the overview's context: a few words with their source. */
typedef struct
{
  NevLocalized title;
  NevLocalized text;
  guint        source;
} NevContext;

/* A note that a maintainer put on a series, shown where any of its readings within @period is. */
typedef struct
{
  NevSeries   *series;
  NevPeriod    period;
  NevLocalized text;
} NevNote;

typedef struct
{
  char        *name; /* "guns"; "" is the basis of facts that name none */
  NevLocalized title;
  gboolean     is_mixed;
} NevBasis;

typedef struct
{
  char        *name; /* "CAAM" */
  NevLocalized title;
} NevPublisher;

/* What a dataset is made from. The arrays' ownership passes to the dataset. */
typedef struct
{
  char        *name;
  char        *version;
  char        *license; /* SPDX: "CC0-1.0" */
  NevLocalized title;
  NevLocalized description;
  GPtrArray   *series;     /* (element-type NevSeries) */
  GPtrArray   *sources;    /* (element-type NevSource) */
  GPtrArray   *charts;     /* (element-type NevChart) */
  GArray      *bases;      /* (element-type NevBasis) */
  GArray      *publishers; /* (element-type NevPublisher) */
  GArray      *highlights; /* (element-type NevHighlight) */
  GArray      *contexts;   /* (element-type NevContext) */
  GArray      *notes;      /* (element-type NevNote) */
  GPtrArray   *members;    /* (element-type NevDataset); NULL unless it was joined from them */

  /* Of a plain table, how it was read; the encoding belongs to the parts */
  NevImportOptions read_as;
  char            *encoding; /* NULL if it isn't a table */
} NevDatasetParts;

void                nev_dataset_parts_init        (NevDatasetParts *parts);
void                nev_dataset_parts_clear       (NevDatasetParts *parts);
NevDataset         *nev_dataset_new               (NevDatasetParts *parts);
const NevDatasetParts *nev_dataset_get_parts      (NevDataset      *self);

const char         *nev_dataset_get_name          (NevDataset      *self);
const char         *nev_dataset_get_version       (NevDataset      *self);
const char         *nev_dataset_get_license       (NevDataset      *self);
const char         *nev_dataset_get_title         (NevDataset      *self,
                                                   NevLanguage      language);
const char         *nev_dataset_get_description   (NevDataset      *self,
                                                   NevLanguage      language);

const NevImportOptions *nev_dataset_get_read_as   (NevDataset      *self);

NevSeries          *nev_dataset_get_series        (NevDataset      *self,
                                                   guint            index);
guint               nev_dataset_get_n_series      (NevDataset      *self);
NevSeries          *nev_dataset_find_series       (NevDataset      *self,
                                                   const char      *id,
                                                   GError         **error);
guint               nev_dataset_get_n_charts      (NevDataset      *self);
const NevChart     *nev_dataset_get_chart         (NevDataset      *self,
                                                   guint            index);
const NevChart     *nev_dataset_find_chart        (NevDataset      *self,
                                                   const char      *name,
                                                   GError         **error);
guint               nev_dataset_get_n_sources     (NevDataset      *self);
NevSource          *nev_dataset_get_source        (NevDataset      *self,
                                                   guint            index);
const NevBasis     *nev_dataset_get_basis         (NevDataset      *self,
                                                   int              index);
const char         *nev_dataset_get_publisher     (NevDataset      *self,
                                                   const char      *name,
                                                   NevLanguage      language);
const NevHighlight *nev_dataset_get_highlights    (NevDataset      *self,
                                                   guint           *n_highlights);
const NevContext   *nev_dataset_get_contexts      (NevDataset      *self,
                                                   guint           *n_contexts);
const NevNote      *nev_dataset_get_notes         (NevDataset      *self,
                                                   guint           *n_notes);

G_END_DECLS
