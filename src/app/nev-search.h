/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-dataset.h"

G_BEGIN_DECLS

/* A chart or series that was searched for. */
typedef struct
{
  const NevChart *chart;  /* borrowed; that of a series is one that shows it; NULL without any chart */
  NevSeries      *series; /* borrowed; of a chart its first one */
  gboolean        is_chart;
} NevSearchResult;

char      **nev_search_find    (NevDataset         *dataset,
                                const char *const  *terms);
char       *nev_search_get_chart_words (const NevChart  *chart);
char       *nev_search_get_series_words (NevSeries      *series,
                                const char *const  *more);
gboolean    nev_search_matches (const char         *words,
                                const char *const  *terms);
gboolean    nev_search_resolve (NevDataset         *dataset,
                                const char         *id,
                                NevSearchResult    *result);
const NevChart *nev_search_find_chart (NevDataset      *dataset,
                                NevSeries          *series);
gboolean    nev_search_latest  (NevSeries          *series,
                                NevReading         *reading);

G_END_DECLS
