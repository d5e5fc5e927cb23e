/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "nev-localized.h"

G_BEGIN_DECLS

/* The fonts of every chart, on the screen and in each format, so that a layout fits wherever it is drawn. */
#define NEV_FONT_FAMILY "Sans"

/* A line of text as it will be drawn: @baseline is measured from the top. */
typedef struct
{
  double width;
  double height;
  double baseline;
} NevTextExtents;

typedef void (*NevTextMeasure) (const char     *text,
                                double          size,
                                gboolean        is_bold,
                                NevTextExtents *extents,
                                gpointer        user_data);

/* Measures and draws lines of text in one language; not to be shared by threads. */
typedef struct _NevTextMaker NevTextMaker;

NevTextMaker    *nev_text_maker_new          (NevLanguage     language);
void             nev_text_maker_free         (NevTextMaker   *self);
NevTextMaker    *nev_text_maker_get          (NevLanguage     language);

void             nev_text_maker_measure      (const char     *text,
                                              double          size,
                                              gboolean        is_bold,
                                              NevTextExtents *extents,
                                              gpointer        maker);
void             nev_text_maker_draw         (NevTextMaker   *self,
                                              const char     *text,
                                              double          size,
                                              gboolean        is_bold,
                                              double          x,
                                              double          baseline,
                                              cairo_t        *cr);
void             nev_text_maker_add_path     (NevTextMaker   *self,
                                              const char     *text,
                                              double          size,
                                              gboolean        is_bold,
                                              double          x,
                                              double          baseline,
                                              cairo_t        *cr);
gunichar         nev_text_maker_find_missing (NevTextMaker   *self,
                                              const char     *text,
                                              gboolean        is_bold);
PangoLayoutLine *nev_text_maker_get_line     (NevTextMaker   *self,
                                              const char     *text,
                                              gboolean        is_bold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevTextMaker, nev_text_maker_free)

G_END_DECLS
