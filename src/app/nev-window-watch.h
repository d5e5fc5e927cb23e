/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-window.h"

G_BEGIN_DECLS

void nev_window_watch (NevWindow *self);

G_END_DECLS
