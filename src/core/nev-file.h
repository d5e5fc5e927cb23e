/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *nev_file_read (GFile         *file,
                       const char    *name,
                       gsize          max_bytes,
                       GCancellable  *cancellable,
                       GError       **error);

G_END_DECLS
