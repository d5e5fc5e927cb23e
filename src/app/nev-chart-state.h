/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nev-history.h"
#include "nev-scene.h"
#include "nev-spec.h"

G_BEGIN_DECLS

#define NEV_TYPE_CHART_STATE (nev_chart_state_get_type ())

/* One chart as a person looks at it: what is wanted, the numbers that follow from it, and the one that
 * is selected. Chart, table, options and details watch this object and not each other.
 */
G_DECLARE_FINAL_TYPE (NevChartState, nev_chart_state, NEV, CHART_STATE, GObject)

NevChartState    *nev_chart_state_new           (NevSpec       *spec);

NevSpec          *nev_chart_state_get_spec      (NevChartState *self);
NevTable         *nev_chart_state_get_table     (NevChartState *self);
NevHistory       *nev_chart_state_get_history   (NevChartState *self);
GFile            *nev_chart_state_get_file      (NevChartState *self);
NevSpec          *nev_chart_state_get_saved     (NevChartState *self);
gboolean          nev_chart_state_is_saved      (NevChartState *self);
void              nev_chart_state_set_saved     (NevChartState *self,
                                                 GFile         *file,
                                                 NevSpec       *saved);

NevDatum          nev_chart_state_get_selection (NevChartState *self);
void              nev_chart_state_select        (NevChartState *self,
                                                 NevDatum       datum);
void              nev_chart_state_step          (NevChartState *self,
                                                 int            columns,
                                                 int            rows);
gboolean          nev_chart_state_can_index     (NevChartState *self);
void              nev_chart_state_index         (NevChartState *self);
void              nev_chart_state_reset         (NevChartState *self);
void              nev_chart_state_show_figure   (NevChartState *self,
                                                 NevSeries     *series,
                                                 NevPeriod      period);
void              nev_chart_state_show_reading  (NevChartState *self,
                                                 NevSeries     *series,
                                                 NevMeasure     measure,
                                                 NevPeriod      period);
const NevReading *nev_chart_state_get_reading   (NevChartState *self,
                                                 NevDatum       datum);

static inline gboolean
nev_datum_is_none (NevDatum self)
{
  return self.column < 0 || self.row < 0;
}

static inline gboolean
nev_datum_equal (NevDatum a,
                 NevDatum b)
{
  return a.column == b.column && a.row == b.row;
}

G_END_DECLS
