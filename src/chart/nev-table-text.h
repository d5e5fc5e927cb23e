/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-spec.h"

G_BEGIN_DECLS

typedef enum
{
  NEV_TABLE_FORMAT_CSV,
  NEV_TABLE_FORMAT_TSV, /* what a spreadsheet takes from the clipboard */
  NEV_TABLE_FORMAT_HTML,
} NevTableFormat;

/* The numbers of a chart as text: for programs with ids, for people with words. */
char  *nev_table_write_data          (const NevTable   *table);
char  *nev_table_write               (NevSpec          *spec,
                                      const NevTable   *table,
                                      NevTableFormat    format,
                                      NevLanguage       language);

/* A reading's numbers as they are written out in full; NaN for a gap. */
double nev_reading_get_value         (const NevReading *reading);
double nev_reading_get_rounding      (const NevReading *reading);

G_END_DECLS
