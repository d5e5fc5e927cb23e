/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *nev_encoding_decode (GBytes      *bytes,
                           const char  *wanted,
                           gsize       *length,
                           char       **found,
                           GError     **error);

G_END_DECLS
