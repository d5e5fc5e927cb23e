/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-check.h"
#include "nev-window.h"

G_BEGIN_DECLS

void nev_window_init_check           (NevWindow              *self);
void nev_window_check_dataset        (NevWindow              *self);
void nev_window_show_contradictions  (NevWindow              *self);
void nev_window_show_contradiction   (NevWindow              *self,
                                      const NevContradiction *contradiction);

G_END_DECLS
