/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-export.h"

G_BEGIN_DECLS

#define NEV_TYPE_EXPORT_DIALOG (nev_export_dialog_get_type ())

/* Asks in which format, size and theme a chart is to be exported, and then into which file. */
G_DECLARE_FINAL_TYPE (NevExportDialog, nev_export_dialog, NEV, EXPORT_DIALOG, AdwWindow)

NevExportDialog *nev_export_dialog_new         (GtkWindow        *parent,
                                                const char       *name);

NevFormat        nev_export_dialog_get_format  (NevExportDialog  *self);
void             nev_export_dialog_get_options (NevExportDialog  *self,
                                                NevExportOptions *options);

G_END_DECLS
