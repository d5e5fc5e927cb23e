/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "nev-export.h"

G_BEGIN_DECLS

GBytes *nev_png_encode (cairo_surface_t  *surface,
                        double            pixels_per_inch,
                        const char       *title,
                        const char       *description,
                        GError          **error);

G_END_DECLS
