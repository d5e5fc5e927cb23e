/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-import-days.h"
#include "nev-import-scan.h"
#include "nev-import-spellings.h"

G_BEGIN_DECLS

struct _NevImportScan
{
  char            *name;
  NevImportOptions options; /* as the head says */
  NevImportOptions wanted;  /* as the caller does */
  NevImportColumns columns;
  NevImportSeries *series;
  int             *of_column; /* in a wide table: the index of its series; -1 for none */

  NevSpellings  spellings; /* in a long table: of its series */
  NevImportDays days;

  gboolean    is_started; /* the header is behind */
  const char *end;        /* of what is read */
  guint       line;
  guint       n_rows;
  guint       n_values;
  guint       number_kinds; /* a bit for each NevCellKind that was met */

  guint8 ends_field[256];
};

/* nev-import-lines.c */

void     nev_import_lines_init (NevImportScan *self);
gboolean nev_import_lines_read (NevImportScan *self,
                                const char    *p,
                                const char    *end,
                                GError       **error);

G_END_DECLS
