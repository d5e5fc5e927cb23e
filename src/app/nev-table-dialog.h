/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-table-job.h"

G_BEGIN_DECLS

#define NEV_TYPE_TABLE_DIALOG (nev_table_dialog_get_type ())

/* Asks which rows of a chart's table go into a file and how that begins, and then where it is written. */
G_DECLARE_FINAL_TYPE (NevTableDialog, nev_table_dialog, NEV, TABLE_DIALOG, AdwWindow)

NevTableDialog *nev_table_dialog_new         (GtkWindow       *parent,
                                              NevSpec         *spec,
                                              NevLanguage      language,
                                              GSettings       *settings);
void            nev_table_dialog_get_options (NevTableDialog  *self,
                                              NevTableOptions *options);

G_END_DECLS
