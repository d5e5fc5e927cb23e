/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-scene.h"
#include "nev-spec.h"
#include "nev-text.h"

G_BEGIN_DECLS

/* The smallest picture that is laid out; below it there is no room for a chart. */
#define NEV_LAYOUT_MIN_WIDTH 160
#define NEV_LAYOUT_MIN_HEIGHT 120

/**
 * NevLayoutOptions:
 * @width, @height: of the picture, in pixels of the scene
 * @font_size: of the axis labels, in the same pixels; 0 for one that suits the size
 * @hide_title: leaves out title and subtitle (the window shows them itself)
 * @hide_source: leaves out the source line
 */
typedef struct
{
  double         width, height;
  double         font_size;
  NevLanguage    language;
  gboolean       hide_title;
  gboolean       hide_source;
  NevTextMeasure measure;
  gpointer       measure_data;
} NevLayoutOptions;

NevScene *nev_layout               (NevSpec                *spec,
                                    const NevTable         *table,
                                    const NevLayoutOptions *options);
double    nev_layout_get_font_size (double                  width,
                                    double                  height);

G_END_DECLS
