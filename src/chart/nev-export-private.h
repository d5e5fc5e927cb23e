/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "nev-export.h"

G_BEGIN_DECLS

/* What the makers of single files and of decks share. */

#define NEV_EXPORT_PROGRAM "NEV Charts"

gboolean nev_export_check_status  (cairo_status_t          status,
                                   GError                **error);

G_END_DECLS
