/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-window.h"

G_BEGIN_DECLS

/* A chart as it is looked at, kept in a file. */
void nev_window_open_view    (NevWindow *self,
                              GFile     *file);
void nev_window_save_view    (NevWindow *self,
                              GFile     *file);
void nev_window_save_view_as (NevWindow *self);

G_END_DECLS
