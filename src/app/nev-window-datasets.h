/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-window.h"

G_BEGIN_DECLS

void  nev_window_datasets_install (GtkWidgetClass *widget_class);
void  nev_window_init_datasets    (NevWindow      *self);

void  nev_window_add_dataset      (NevWindow      *self,
                                   GFile          *file);
guint nev_window_get_n_datasets   (NevWindow      *self);
void  nev_window_close_dataset    (NevWindow      *self,
                                   guint           index);

G_END_DECLS
