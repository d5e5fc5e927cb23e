/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-import-preview.h"

G_BEGIN_DECLS

#define NEV_TYPE_IMPORT_DIALOG (nev_import_dialog_get_type ())

/* Asks how a table is written. */
G_DECLARE_FINAL_TYPE (NevImportDialog, nev_import_dialog, NEV, IMPORT_DIALOG, AdwWindow)

NevImportDialog *nev_import_dialog_new (GtkWindow              *parent,
                                        GFile                  *file,
                                        const NevImportOptions *options);

G_END_DECLS
