/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NEV_CSV_MAX_BYTES   (256 * 1024 * 1024)
#define NEV_CSV_MAX_COLUMNS 1024
#define NEV_CSV_MAX_FIELD   32767 /* bytes; a spreadsheet's cell holds no more */

/* Reads RFC 4180 CSV in UTF-8, record by record, without copying what needs no copy. */
typedef struct _NevCsv NevCsv;

NevCsv     *nev_csv_new          (const char  *name,
                                  const char  *data,
                                  gsize        length,
                                  char         delimiter);
void        nev_csv_free         (NevCsv      *self);

gboolean    nev_csv_next         (NevCsv      *self,
                                  GError     **error);
guint       nev_csv_get_n_fields (NevCsv      *self);
const char *nev_csv_get_field    (NevCsv      *self,
                                  guint        column);
guint       nev_csv_get_line     (NevCsv      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevCsv, nev_csv_free)

G_END_DECLS
