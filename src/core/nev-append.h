/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *nev_append_rows  (const char  *table_name,
                          GBytes      *table,
                          const char  *rows_name,
                          GBytes      *rows,
                          GError     **error);
GBytes *nev_append_undo  (const char  *table_name,
                          GBytes      *table,
                          const char  *rows_name,
                          GBytes      *rows,
                          GError     **error);

G_END_DECLS
