/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-export.h"

G_BEGIN_DECLS

#define NEV_TYPE_EXPORT_DIALOG (nev_export_dialog_get_type ())

/* Asks what a chart, or several, are exported for, shows the very picture that is written, and asks where to. */
G_DECLARE_FINAL_TYPE (NevExportDialog, nev_export_dialog, NEV, EXPORT_DIALOG, AdwWindow)

NevExportDialog *nev_export_dialog_new             (GtkWindow        *parent,
                                                    GPtrArray        *specs,
                                                    NevLanguage       language,
                                                    GSettings        *settings);

NevFormat        nev_export_dialog_get_format      (NevExportDialog  *self);
void             nev_export_dialog_get_options     (NevExportDialog  *self,
                                                    NevExportOptions *options);
GPtrArray       *nev_export_dialog_get_specs       (NevExportDialog  *self);
gboolean         nev_export_dialog_is_deck         (NevExportDialog  *self);

/* While several charts are written. */
GCancellable    *nev_export_dialog_get_cancellable (NevExportDialog  *self);
void             nev_export_dialog_set_progress    (NevExportDialog  *self,
                                                    double            fraction);

G_END_DECLS
