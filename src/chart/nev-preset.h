/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NevPreset:
 * @name: as the command line says it: "slide-half"
 * @title: untranslated, for gettext
 * @width, @height: of the layout, in pixels of 1/96 inch: what the picture measures in its place
 * @min_points: the smallest axis label that is read from the back of the room or at arm's length, in points
 * @scale: pixels of a PNG for each pixel of the layout that are usual for this
 *
 * A place that a picture is made for.
 */
typedef struct
{
  const char *name;
  const char *title;
  int         width, height;
  double      min_points;
  double      scale;
} NevPreset;

#define NEV_N_PRESETS 6

/* A pixel of a layout is that of CSS and of slides, 1/96 inch; a point is 1/72. */
#define NEV_POINTS_PER_PIXEL 0.75

const NevPreset *nev_preset_get           (guint             index);
const NevPreset *nev_preset_find          (const char       *name,
                                           GError          **error);
char            *nev_preset_get_names     (void);
double           nev_preset_get_font_size (const NevPreset  *self,
                                           double            wanted);

G_END_DECLS
