/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "nev-export.h"

G_BEGIN_DECLS

/**
 * NevPngText:
 * @key: the PNG specification's word for it, in ASCII: "Title"
 * @text: (nullable): in UTF-8; %NULL for none
 *
 * A text that a picture carries with it.
 */
typedef struct
{
  const char *key;
  const char *text;
} NevPngText;

GBytes *nev_png_encode (cairo_surface_t   *surface,
                        double             pixels_per_inch,
                        const NevPngText  *texts,
                        guint              n_texts,
                        GError           **error);

G_END_DECLS
