/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-export.h"
#include "nev-preset.h"

G_BEGIN_DECLS

typedef enum
{
  NEV_EXPORT_THEME_SCREEN,
  NEV_EXPORT_THEME_LIGHT,
  NEV_EXPORT_THEME_DARK,
} NevExportTheme;

/**
 * NevExportChoices:
 * @preset: (nullable): the place that the picture is for; %NULL for @width and @height
 * @width, @height: of a picture that is for no preset, in pixels of the layout
 * @scale: pixels of a PNG for each pixel of the layout
 * @points: of the axis labels; 0 for a size that suits the picture
 *
 * What a person chose for a picture, before it is known what the screen looks like and what the place demands.
 */
typedef struct
{
  NevFormat        format;
  const NevPreset *preset;
  int              width, height;
  int              scale;
  double           points;
  NevExportTheme   theme;
  gboolean         is_transparent;
  NevParts         hidden;
  NevLanguage      language;
  gboolean         has_outlines;
} NevExportChoices;

void   nev_export_choices_load           (NevExportChoices       *self,
                                          GSettings              *settings,
                                          NevLanguage             chart_language);
void   nev_export_choices_save           (const NevExportChoices *self,
                                          GSettings              *settings,
                                          NevLanguage             chart_language);

double nev_export_choices_get_min_points (const NevExportChoices *self);
double nev_export_choices_get_max_points (const NevExportChoices *self);
void   nev_export_choices_get_options    (const NevExportChoices *self,
                                          gboolean                is_screen_dark,
                                          NevExportOptions       *options);

G_END_DECLS
