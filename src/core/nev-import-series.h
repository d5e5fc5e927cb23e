/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-import-private.h"

G_BEGIN_DECLS

/* The series of a table in the making, and the dataset that is made of them. */
typedef struct _NevImportSeries NevImportSeries;

typedef enum
{
  NEV_IMPORT_VALUE_GOOD,
  NEV_IMPORT_VALUE_TOO_LARGE,
  NEV_IMPORT_VALUE_PERCENT, /* the others of its series have a percent sign, or have none */
} NevImportValue;

typedef enum
{
  NEV_IMPORT_NAME_GOOD,
  NEV_IMPORT_NAME_EMPTY,
  NEV_IMPORT_NAME_UNFIT,
  NEV_IMPORT_NAME_TOO_MANY,
} NevImportName;

NevImportSeries *nev_import_series_new       (const char          *name);
void             nev_import_series_free      (NevImportSeries     *self);

int              nev_import_series_find      (NevImportSeries     *self,
                                              const char          *title);
NevImportName    nev_import_series_name      (NevImportSeries     *self,
                                              const char          *cell,
                                              int                 *index,
                                              char               **fault);
NevImportName    nev_import_series_add_category (NevImportSeries  *self,
                                              const char          *cell,
                                              const char          *heading,
                                              gboolean             is_only,
                                              int                 *index,
                                              char               **fault);
void             nev_import_series_describe  (NevImportSeries     *self,
                                              int                  index,
                                              NevImportCell       *cell);
NevImportValue   nev_import_series_add_value (NevImportSeries     *self,
                                              int                  index,
                                              NevPeriod            period,
                                              const NevCellNumber *number,
                                              guint                line);
NevDataset      *nev_import_series_build     (NevImportSeries     *self,
                                              const NevImportOptions *options,
                                              GCancellable        *cancellable,
                                              GError             **error);

G_END_DECLS
