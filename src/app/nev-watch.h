/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NEV_TYPE_WATCH (nev_watch_get_type ())

/* Tells when the files of a dataset have changed, once for all that changes in one go. */
G_DECLARE_FINAL_TYPE (NevWatch, nev_watch, NEV, WATCH, GObject)

NevWatch *nev_watch_new (GPtrArray *files);

G_END_DECLS
