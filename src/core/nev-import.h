/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-dataset.h"

G_BEGIN_DECLS

typedef enum
{
  NEV_IMPORT_LAYOUT_AUTO,
  NEV_IMPORT_LAYOUT_LONG, /* a row a value: series, period, value */
  NEV_IMPORT_LAYOUT_WIDE, /* a row a period, and a column a series */
} NevImportLayout;

typedef enum
{
  NEV_DATE_ORDER_AUTO,
  NEV_DATE_ORDER_DAY_FIRST,   /* 30/06/2023 */
  NEV_DATE_ORDER_MONTH_FIRST, /* 06/30/2023 */
} NevDateOrder;

/**
 * NevImportOptions:
 * @encoding: (nullable): as iconv calls it; %NULL to find out
 * @delimiter: a comma, semicolon, tab or bar; 0 to find out
 * @decimal: a point or a comma, the other one of which groups digits; 0 to find out
 * @date_order: what comes first where the year comes last
 * @layout: what rows and columns are
 *
 * How a table of numbers is to be understood. What is all zero finds everything out.
 */
typedef struct
{
  const char     *encoding;
  char            delimiter;
  char            decimal;
  NevDateOrder    date_order;
  NevImportLayout layout;
} NevImportOptions;

/* What a table may hold at most. One that isn't written plainly and alike throughout is read in memory, and may be
 * as large as NEV_CSV_MAX_BYTES.
 */
#define NEV_IMPORT_MAX_BYTES G_GUINT64_CONSTANT (4294967296)
#define NEV_IMPORT_MAX_ROWS  50000000

/**
 * NevProgressFunc:
 * @fraction: how much is done, 0 to 1
 * @user_data: what was given with the function
 *
 * Is told how far a reading has come, in the thread that reads.
 */
typedef void (*NevProgressFunc) (double   fraction,
                                 gpointer user_data);

#define NEV_IMPORT_OPTIONS_INIT { NULL, '\0', '\0', NEV_DATE_ORDER_AUTO, NEV_IMPORT_LAYOUT_AUTO }

gboolean    nev_import_guess (const char             *name,
                              const char             *text,
                              gsize                   length,
                              NevImportOptions       *options,
                              GCancellable           *cancellable,
                              GError                **error);
NevDataset *nev_import_read  (const char             *name,
                              const char             *text,
                              gsize                   length,
                              const NevImportOptions *options,
                              GCancellable           *cancellable,
                              GError                **error);
NevDataset *nev_import_load  (const char             *name,
                              GBytes                 *bytes,
                              const NevImportOptions *options,
                              GCancellable           *cancellable,
                              GError                **error);
NevDataset *nev_import_load_stream (const char             *name,
                                    GInputStream           *stream,
                                    guint64                 size,
                                    const NevImportOptions *options,
                                    NevProgressFunc         progress,
                                    gpointer                progress_data,
                                    GCancellable           *cancellable,
                                    GError                **error);

G_END_DECLS
