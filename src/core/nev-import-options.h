/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-period.h"

G_BEGIN_DECLS

typedef enum
{
  NEV_IMPORT_LAYOUT_AUTO,
  NEV_IMPORT_LAYOUT_LONG,   /* a row a value: series, period, value */
  NEV_IMPORT_LAYOUT_WIDE,   /* a row a period, and a column a series */
  NEV_IMPORT_LAYOUT_ACROSS, /* a row a series, and a column a period */
  NEV_IMPORT_LAYOUT_CATEGORIES, /* a row a name with its values, all of one period */
} NevImportLayout;

typedef enum
{
  NEV_DATE_ORDER_AUTO,
  NEV_DATE_ORDER_DAY_FIRST,   /* 30/06/2023 */
  NEV_DATE_ORDER_MONTH_FIRST, /* 06/30/2023 */
} NevDateOrder;

/**
 * NevImportKind:
 * @NEV_IMPORT_KIND_UNKNOWN: nobody has said; nothing is added up then
 * @NEV_IMPORT_KIND_FLOW: amounts of a period, which add up to those of longer ones
 * @NEV_IMPORT_KIND_STOCK: levels at the end of a period
 * @NEV_IMPORT_KIND_RATIO: percentages, prices, averages: what doesn't add up
 *
 * What the values of a table are. No file says it of itself.
 */
typedef enum
{
  NEV_IMPORT_KIND_UNKNOWN,
  NEV_IMPORT_KIND_FLOW,
  NEV_IMPORT_KIND_STOCK,
  NEV_IMPORT_KIND_RATIO,
} NevImportKind;

/**
 * NevImportOptions:
 * @encoding: (nullable): as iconv calls it; %NULL to find out
 * @delimiter: a comma, semicolon, tab or bar; 0 to find out
 * @decimal: a point or a comma, the other one of which groups digits; 0 to find out, or where no number has a mark
 * @date_order: what comes first where the year comes last
 * @layout: what rows and columns are
 * @kind: what the values are
 * @period: of categories, what all values are of; none to find out, or where columns differ
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
  NevImportKind   kind;
  NevPeriod       period;
} NevImportOptions;

#define NEV_IMPORT_OPTIONS_INIT { NULL, '\0', '\0', NEV_DATE_ORDER_AUTO, NEV_IMPORT_LAYOUT_AUTO, NEV_IMPORT_KIND_UNKNOWN, { 0, 0 } }

/* The members of NevImportOptions that have one of a few values. */
typedef enum
{
  NEV_IMPORT_DELIMITER,
  NEV_IMPORT_DECIMAL,
  NEV_IMPORT_DATE_ORDER,
  NEV_IMPORT_LAYOUT,
  NEV_IMPORT_KIND,
  NEV_IMPORT_ENCODING, /* has any; not for the functions below */
} NevImportOption;

#define NEV_N_IMPORT_CHOICES NEV_IMPORT_ENCODING

const char *nev_import_option_get_word   (NevImportOption         self,
                                          guint                   index,
                                          int                    *value);
const char *nev_import_option_to_string  (NevImportOption         self,
                                          int                     value);
gboolean    nev_import_option_parse      (NevImportOption         self,
                                          const char             *word,
                                          int                    *value);

int         nev_import_options_get       (const NevImportOptions *self,
                                          NevImportOption         option);
void        nev_import_options_set       (NevImportOptions       *self,
                                          NevImportOption         option,
                                          int                     value);
gboolean    nev_import_period_parse      (const char             *text,
                                          NevPeriod              *period,
                                          GError                **error);

G_END_DECLS
