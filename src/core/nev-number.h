/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NEV_NUMBER_BUFFER 32

gsize    nev_number_scan      (const char *text,
                               gsize       length);
gboolean nev_number_parse     (const char *text,
                               double     *value);
double   nev_number_simplify  (double      value,
                               double      size);
char    *nev_number_to_string (double      value,
                               char        buffer[NEV_NUMBER_BUFFER]);

G_END_DECLS
