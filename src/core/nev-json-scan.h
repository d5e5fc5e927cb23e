/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NEV_JSON_MAX_DEPTH 64
#define NEV_JSON_MAX_BYTES (16 * 1024 * 1024)

gboolean nev_json_scan (const char  *data,
                        gsize        length,
                        GError     **error);

G_END_DECLS
