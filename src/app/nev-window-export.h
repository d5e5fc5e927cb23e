/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-export.h"
#include "nev-window.h"

G_BEGIN_DECLS

/* How the chart of a window gets out of it. */
void nev_window_show_export_dialog (NevWindow              *self);
void nev_window_show_export_all_dialog (NevWindow          *self);
void nev_window_export             (NevWindow              *self,
                                    GFile                  *file,
                                    NevFormat               format,
                                    const NevExportOptions *options);
void nev_window_show_error         (NevWindow              *self,
                                    const char             *heading,
                                    const GError           *error);
void nev_window_tell_exported      (NevWindow              *self,
                                    GFile                  *file);

G_END_DECLS
