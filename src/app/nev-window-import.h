/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-window.h"

G_BEGIN_DECLS

void nev_window_import_install (GtkWidgetClass *widget_class);
void nev_window_import_update  (NevWindow      *self);
gboolean nev_window_ask_import (NevWindow      *self,
                                GFile          *file,
                                const GError   *error);
void nev_window_say_choices    (NevWindow      *self,
                                NevDataset     *dataset);

G_END_DECLS
