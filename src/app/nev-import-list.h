/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-import-preview.h"

G_BEGIN_DECLS

void nev_import_list_init  (GtkColumnView          *view);
void nev_import_list_show  (GtkColumnView          *view,
                            const NevImportPreview *preview);

G_END_DECLS
