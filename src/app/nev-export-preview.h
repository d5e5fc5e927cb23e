/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-scene.h"

G_BEGIN_DECLS

#define NEV_TYPE_EXPORT_PREVIEW (nev_export_preview_get_type ())

/* The scene of a file, as small as the room is. What is transparent is shown on white and on dark. */
G_DECLARE_FINAL_TYPE (NevExportPreview, nev_export_preview, NEV, EXPORT_PREVIEW, GtkWidget)

void nev_export_preview_set_scene (NevExportPreview *self,
                                   NevScene         *scene,
                                   const NevTheme   *theme);

G_END_DECLS
