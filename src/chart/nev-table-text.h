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

/* Says that a file is UTF-8. Without it spreadsheets take Chinese in a CSV file for another encoding. */
#define NEV_BYTE_ORDER_MARK "\357\273\277"

/* The numbers of a chart as text: for programs with ids, for people with words. */
char *nev_table_write_data (const NevTable *table);
char *nev_table_write      (NevSpec       *spec,
                            NevTable      *table,
                            const GArray  *rows,
                            NevTableFormat format,
                            NevLanguage    language);

G_END_DECLS
