/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GInputStream *nev_file_open (GFile         *file,
                             const char    *name,
                             guint64        max_bytes,
                             guint64       *size,
                             GCancellable  *cancellable,
                             GError       **error);
GBytes       *nev_file_read (GFile         *file,
                             const char    *name,
                             gsize          max_bytes,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
