/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "nev-scene.h"
#include "nev-text.h"

G_BEGIN_DECLS

/* Draws a scene with cairo. Only walks the list; decides nothing about the chart. */
void nev_render (const NevScene *scene,
                 const NevTheme *theme,
                 NevTextMaker   *text,
                 cairo_t        *cr);

G_END_DECLS
