/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-scene.h"
#include "nev-text.h"

G_BEGIN_DECLS

void nev_svg_put_families (GString        *out,
                           const NevScene *scene,
                           NevTextMaker   *maker);
void nev_svg_put_outlines (GString        *out,
                           const NevItem  *item,
                           NevTextMaker   *maker);

G_END_DECLS
