/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nev-dataset.h"

G_BEGIN_DECLS

#define NEV_TYPE_SERIES_ITEM (nev_series_item_get_type ())

/* A series, or a chart, in a list that is searched. */
G_DECLARE_FINAL_TYPE (NevSeriesItem, nev_series_item, NEV, SERIES_ITEM, GObject)

void            nev_series_item_append_series (GListStore    *list,
                                               NevDataset    *dataset);
void            nev_series_item_append_charts (GListStore    *list,
                                               NevDataset    *dataset);

NevSeries      *nev_series_item_get_series    (NevSeriesItem *self);
const NevChart *nev_series_item_get_chart     (NevSeriesItem *self);
const char     *nev_series_item_get_title     (NevSeriesItem *self);
char           *nev_series_item_get_details   (NevSeriesItem *self);
gboolean        nev_series_item_matches       (NevSeriesItem *self,
                                               const char    *text);

G_END_DECLS
