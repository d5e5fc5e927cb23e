/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nev-ledger.h"
#include "nev-localized.h"

G_BEGIN_DECLS

/**
 * NevSeriesKind:
 * @NEV_SERIES_FLOW: adds up over time (vehicles sold in a month)
 * @NEV_SERIES_STOCK: stands at the end of a period (chargers in place)
 * @NEV_SERIES_RATIO: a quotient in percent; neither adds up nor is a level
 */
typedef enum
{
  NEV_SERIES_FLOW,
  NEV_SERIES_STOCK,
  NEV_SERIES_RATIO,
} NevSeriesKind;

/**
 * NevUnit:
 *
 * What is counted. The unit's words are the chart's, in its language.
 */
typedef enum
{
  NEV_UNIT_VEHICLES,
  NEV_UNIT_CHARGERS,
  NEV_UNIT_PERCENT,
  NEV_UNIT_PERCENTAGE_POINTS, /* the change of a percentage */
  NEV_UNIT_INDEX,
  NEV_UNIT_VEHICLES_PER_CHARGER,
  NEV_UNIT_CNY,
  NEV_UNIT_PEOPLE,
  NEV_UNIT_OTHER,             /* said by the series' own unit text */
} NevUnit;

#define NEV_TYPE_SERIES (nev_series_get_type ())

G_DECLARE_FINAL_TYPE (NevSeries, nev_series, NEV, SERIES, GObject)

/* What a series is made from; the series takes its own references and copies. */
typedef struct
{
  const char   *id;
  NevSeriesKind kind;
  NevUnit       unit;
  NevLocalized  unit_text;   /* stolen; for NEV_UNIT_OTHER */
  NevLocalized  title;       /* stolen: "NEV sales" */
  NevLocalized  label;       /* stolen: its name among others that count the same; none: the title */
  NevLocalized  description; /* stolen: what is counted, by whom */
  NevLedger    *ledger;
  NevSeries    *numerator;   /* of a ratio; or NULL */
  NevSeries    *denominator;
} NevSeriesParts;

NevSeries    *nev_series_new             (NevSeriesParts *parts);

const char   *nev_series_get_id          (NevSeries      *self);
NevSeriesKind nev_series_get_kind        (NevSeries      *self);
NevUnit       nev_series_get_unit        (NevSeries      *self);
const char   *nev_series_get_unit_text   (NevSeries      *self,
                                          NevLanguage     language);
const char   *nev_series_get_title       (NevSeries      *self,
                                          NevLanguage     language);
const char   *nev_series_get_label       (NevSeries      *self,
                                          NevLanguage     language);
const char   *nev_series_get_description (NevSeries      *self,
                                          NevLanguage     language);
NevLedger    *nev_series_get_ledger      (NevSeries      *self);
NevSeries    *nev_series_get_numerator   (NevSeries      *self);
NevSeries    *nev_series_get_denominator (NevSeries      *self);

gboolean      nev_series_get_extent      (NevSeries      *self,
                                          NevPeriod      *extent);

G_END_DECLS
