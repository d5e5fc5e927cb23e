/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-scene.h"
#include "nev-spec.h"
#include "nev-text.h"

G_BEGIN_DECLS

/* The smallest picture that is laid out; below it there is no room for a chart. */
#define NEV_LAYOUT_MIN_WIDTH 160
#define NEV_LAYOUT_MIN_HEIGHT 120

/* A picture has at least so many font sizes on its shorter side; larger letters are made smaller. */
#define NEV_LAYOUT_MIN_SIZES 16.0

/* What may be left out of a picture. */
typedef enum
{
  NEV_PART_TITLE = 1 << 0,
  NEV_PART_SUBTITLE = 1 << 1,
  NEV_PART_SOURCE = 1 << 2, /* the source line and the footnote */
  NEV_PART_LABELS = 1 << 3, /* the values at the marks */
} NevParts;

/**
 * NevLayoutOptions:
 * @width, @height: of the picture, in pixels of the scene
 * @font_size: of the axis labels, in the same pixels; 0 for one that suits the size
 * @hidden: what is left out
 */
typedef struct
{
  double         width, height;
  double         font_size;
  NevLanguage    language;
  NevParts       hidden;
  NevTextMeasure measure;
  gpointer       measure_data;
} NevLayoutOptions;

NevScene *nev_layout               (NevSpec                *spec,
                                    const NevTable         *table,
                                    const NevLayoutOptions *options);
NevScene *nev_layout_strip         (NevSpec                *spec,
                                    const NevTable         *table,
                                    const NevLayoutOptions *options);
double    nev_layout_get_font_size (double                  width,
                                    double                  height);

G_END_DECLS
