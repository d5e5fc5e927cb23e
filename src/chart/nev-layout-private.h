/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-format.h"
#include "nev-layout.h"
#include "nev-scale.h"
#include "nev-ticks.h"

G_BEGIN_DECLS

/* What every step of a layout needs. @font is the size of an axis label; all distances are multiples of it. */
typedef struct
{
  const NevLayoutOptions *options;
  NevSpec                *spec;
  NevDataset             *dataset;
  const NevTable         *table;
  NevScene               *scene;
  NevLanguage             language;
  double                  font;
} NevLayout;

/* One panel: its columns in the table, its axes, and the rectangle that the marks fill. */
typedef struct
{
  NevMark      mark;
  NevMeasure   measure;
  NevUnit      unit;
  const char  *unit_text;
  guint        first_column;
  guint        n_columns;
  NevMagnitude magnitude;
  NevTicks     ticks;
  double       domain_min, domain_max; /* what the axis reaches over */
  NevScale     y;
  NevBand      x;
  NevPlot      plot;
  gboolean     has_end_labels; /* the lines' names stand at their ends */
  gboolean     is_bare;        /* nothing but the marks */
} NevPanelLayout;

/* Panels */
NevPanelLayout nev_layout_prepare_panel (const NevLayout      *self,
                                         guint                 index);
void           nev_layout_place_panel   (const NevLayout      *self,
                                         NevPanelLayout       *panel);

/* Text */
NevTextExtents nev_layout_measure       (const NevLayout      *self,
                                         NevRole               role,
                                         const char           *text);
NevItem       *nev_layout_add_text      (const NevLayout      *self,
                                         NevRole               role,
                                         double                x,
                                         double                y,
                                         double                align,
                                         const char           *text);
double         nev_layout_get_line_height (const NevLayout    *self,
                                         NevRole               role);
gboolean       nev_layout_is_free       (const NevLayout      *self,
                                         double                x,
                                         double                y,
                                         double                width,
                                         double                height);
void           nev_layout_keep_words    (const char           *text,
                                         PangoLogAttr         *attrs);
GPtrArray     *nev_layout_wrap          (const NevLayout      *self,
                                         NevRole               role,
                                         const char           *text,
                                         double                width,
                                         guint                 max_lines);

/* Colours go to series, so that one in two panels has the same in both. */
guint          nev_layout_get_slot      (const NevLayout      *self,
                                         guint                 column);
gboolean       nev_layout_is_drawn      (const NevLayout      *self,
                                         guint                 column);
gboolean       nev_layout_has_derived   (const NevLayout      *self);

/* Axes */
void           nev_axis_prepare_values  (const NevLayout      *self,
                                         NevPanelLayout       *panel,
                                         double                height);
double         nev_axis_get_label_width (const NevLayout      *self,
                                         const NevPanelLayout *panel);
char          *nev_axis_format_tick     (const NevLayout      *self,
                                         const NevPanelLayout *panel,
                                         int                   index);
void           nev_axis_add_values      (const NevLayout      *self,
                                         const NevPanelLayout *panel);
double         nev_axis_get_period_height (const NevLayout    *self);
void           nev_axis_add_periods     (const NevLayout      *self,
                                         const NevPanelLayout *panel,
                                         double                top);
void           nev_axis_add_years       (const NevLayout      *self,
                                         const NevPanelLayout *panel,
                                         double                top,
                                         double                y);
void           nev_axis_add_days        (const NevLayout      *self,
                                         const NevPanelLayout *panel,
                                         double                top);
void           nev_axis_add_day_years   (const NevLayout      *self,
                                         const NevPanelLayout *panel,
                                         double                top,
                                         double                y);

/* A ranking, axis and marks */
void           nev_ranking_add          (const NevLayout      *self,
                                         NevPanelLayout       *panel,
                                         double                top,
                                         double                bottom);

/* Marks */
void           nev_marks_add            (const NevLayout      *self,
                                         const NevPanelLayout *panel);
const NevReading *nev_marks_get_reading (const NevLayout      *self,
                                         const NevPanelLayout *panel,
                                         guint                 index,
                                         guint                 row);
NevPoint       nev_marks_get_point      (const NevLayout      *self,
                                         const NevPanelLayout *panel,
                                         guint                 index,
                                         guint                 row);
gboolean       nev_marks_has_labels     (const NevLayout      *self,
                                         const NevPanelLayout *panel);
void           nev_marks_drop_label     (const NevLayout      *self);
char          *nev_marks_format_reading (const NevLayout      *self,
                                         const NevPanelLayout *panel,
                                         const NevReading     *reading);

/* The ends of lines */
double         nev_marks_get_end_label_width (const NevLayout *self,
                                         const NevPanelLayout *panel);
void           nev_marks_add_end_labels (const NevLayout      *self,
                                         const NevPanelLayout *panel);

/* Marks of more rows than pixels */
gboolean       nev_marks_is_dense       (const NevLayout      *self,
                                         const NevPanelLayout *panel,
                                         guint                 index);
void           nev_marks_add_dense_line (const NevLayout      *self,
                                         const NevPanelLayout *panel,
                                         guint                 index,
                                         double                diameter);
void           nev_marks_add_dense_bars (const NevLayout      *self,
                                         const NevPanelLayout *panel,
                                         guint                 index);
void           nev_marks_add_dense_hits (const NevLayout      *self,
                                         const NevPanelLayout *panel,
                                         guint                 index);

/* What a person adds */
void           nev_annotate_widen       (const NevLayout      *self,
                                         const NevPanelLayout *panel,
                                         double               *min,
                                         double               *max);
double         nev_annotate_get_label_width (const NevLayout  *self,
                                         const NevPanelLayout *panel);
gboolean       nev_annotate_is_free     (const NevLayout      *self,
                                         double                x,
                                         double                y,
                                         double                width,
                                         double                height);
gboolean       nev_annotate_find_rows   (const NevLayout      *self,
                                         NevPeriod             period,
                                         guint                *first,
                                         guint                *last);
double         nev_annotate_get_note_height (const NevLayout  *self,
                                         double                height);
void           nev_annotate_add_areas   (const NevLayout      *self,
                                         const NevPanelLayout *panel);
void           nev_annotate_add_lines   (const NevLayout      *self,
                                         const NevPanelLayout *panel);
void           nev_annotate_add_labels  (const NevLayout      *self,
                                         const NevPanelLayout *panel);
void           nev_annotate_add_notes   (const NevLayout      *self,
                                         const NevPanelLayout *panel,
                                         double                room);

/* What stands around the panels */
double         nev_caption_add_legend   (const NevLayout      *self,
                                         const NevPanelLayout *panels,
                                         guint                 n_panels,
                                         double                top);

G_END_DECLS
