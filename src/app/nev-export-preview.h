/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-scene.h"

G_BEGIN_DECLS

#define NEV_TYPE_EXPORT_PREVIEW (nev_export_preview_get_type ())

/* A scene as its file will look, as large as there is room. One without a ground is shown on a light and on a dark
 * one. To be looked at only: a picture for readers of the screen, named by the chart's title.
 */
G_DECLARE_FINAL_TYPE (NevExportPreview, nev_export_preview, NEV, EXPORT_PREVIEW, GtkWidget)

void            nev_export_preview_set_scene (NevExportPreview *self,
                                              NevScene         *scene,
                                              NevThemeKind      theme,
                                              gboolean          is_transparent);
const NevScene *nev_export_preview_get_scene (NevExportPreview *self);

G_END_DECLS
