/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nev-layout.h"
#include "nev-scene.h"
#include "nev-spec.h"

G_BEGIN_DECLS

typedef enum
{
  NEV_FORMAT_PNG,
  NEV_FORMAT_SVG,
  NEV_FORMAT_PDF,
} NevFormat;

#define NEV_N_FORMATS 3

/* The largest side of a picture, in pixels: cairo's limit. */
#define NEV_EXPORT_MAX_SIDE 32767
/* And the most of them all together: 4 bytes each must fit in memory. */
#define NEV_EXPORT_MAX_PIXELS (256 * 1024 * 1024)

/* Of the axis labels, in pixels of the layout. */
#define NEV_EXPORT_MIN_FONT_SIZE 4.0
#define NEV_EXPORT_MAX_FONT_SIZE 1000.0

typedef enum
{
  NEV_EXPORT_ERROR_SIZE,  /* too large or too small for a picture */
  NEV_EXPORT_ERROR_FONT,  /* a character that no font here can draw */
  NEV_EXPORT_ERROR_RENDER /* cairo or libpng refused */
} NevExportError;

#define NEV_EXPORT_ERROR (nev_export_error_quark ())

GQuark nev_export_error_quark (void);

/**
 * NevExportOptions:
 * @width, @height: of the layout, in pixels
 * @scale: pixels of a PNG for each pixel of the layout; changes no design
 * @font_size: of the axis labels, in pixels of the layout; 0 for one that suits the size
 * @hidden: what is left out
 * @has_outlines: letters of an SVG become shapes, which look alike everywhere and can't be edited
 */
typedef struct
{
  int          width, height;
  double       scale;
  double       font_size;
  NevThemeKind theme;
  gboolean     is_transparent;
  NevLanguage  language;
  NevParts     hidden;
  gboolean     has_outlines;
} NevExportOptions;

#define NEV_EXPORT_OPTIONS_INIT { 1920, 1080, 1, 0, NEV_THEME_LIGHT, FALSE, NEV_LANGUAGE_ENGLISH }

const char *nev_format_to_string    (NevFormat               self);
gboolean    nev_format_parse        (const char             *text,
                                     NevFormat              *format,
                                     GError                **error);

gboolean    nev_export_check_options (NevFormat              format,
                                     const NevExportOptions *options,
                                     GError                **error);
gboolean    nev_export_check_text   (const NevScene         *scene,
                                     NevTextMaker           *text,
                                     GError                **error);

NevScene   *nev_export_layout       (NevSpec                *spec,
                                     const NevExportOptions *options,
                                     NevTextMaker           *text);
GBytes     *nev_export_chart        (NevSpec                *spec,
                                     NevFormat               format,
                                     const NevExportOptions *options,
                                     GError                **error);
GBytes     *nev_export_scene        (const NevScene         *scene,
                                     const NevTheme         *theme,
                                     NevFormat               format,
                                     double                  scale,
                                     GError                **error);
gboolean    nev_export_write        (GBytes                 *bytes,
                                     GFile                  *file,
                                     GCancellable           *cancellable,
                                     GError                **error);

G_END_DECLS
