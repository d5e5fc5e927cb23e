/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-scene.h"

G_BEGIN_DECLS

/* Marks a datum of a scene that is drawn already: an outline around its bar, else a ring around its
 * point. @scale is the device pixels in one of the scene. Small nodes only: one as large as the chart would make GTK draw the chart again.
 */
void nev_highlight_snapshot (const NevScene *scene,
                             const NevTheme *theme,
                             NevDatum        datum,
                             int             scale,
                             GtkSnapshot    *snapshot);

G_END_DECLS
