/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nev-scene.h"
#include "nev-text.h"

G_BEGIN_DECLS

GBytes *nev_svg_write (const NevScene *scene,
                       const NevTheme *theme,
                       NevTextMaker   *text,
                       gboolean        has_outlines);

G_END_DECLS
