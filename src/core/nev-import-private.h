/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-csv.h"
#include "nev-error.h"
#include "nev-import-preview.h"
#include "nev-label.h"

G_BEGIN_DECLS

/* nev-import-cell.c */

/* What a cell may say about the whole file's way of writing. */
typedef enum
{
  NEV_CELL_OTHER,     /* it isn't a number, or period */
  NEV_CELL_PLAIN,     /* the same, whatever the way of writing */
  NEV_CELL_AMBIGUOUS, /* different things in different ways */
  NEV_CELL_FIRST,     /* only good with the decimal point; with the day first */
  NEV_CELL_SECOND,    /* only good with the decimal comma; with the month first */
} NevCellKind;

typedef struct
{
  double   value;
  double   rounding;
  int      exponent; /* the power of ten that is the rounding */
  gboolean is_percent;
} NevCellNumber;

char       *nev_cell_normalize       (const char    *text);
char       *nev_cell_normalize_bytes (const char    *bytes,
                                      gsize          length);
gboolean    nev_cell_is_missing      (const char    *cell);
gboolean    nev_cell_parse_number    (const char    *cell,
                                      char           decimal,
                                      NevCellNumber *number);
gboolean    nev_cell_parse_period    (const char    *cell,
                                      NevDateOrder   order,
                                      NevPeriod     *period);
NevCellKind nev_cell_judge_number    (const char    *cell);
NevCellKind nev_cell_judge_period    (const char    *cell);

/* nev-import-unit.c */

char       *nev_import_split_unit (const char    *title,
                                   double        *factor,
                                   NevUnit       *unit,
                                   char         **unit_text);

/* nev-import-columns.c */

/* Which columns are what. In a wide table every column but that of the periods is a series; where periods stand across,
 * every column but that of the series and of their units is a period. In a table of categories every column but that of the
 * names, of their units and of their ranks, which follow from the values, is a value. What there isn't is NEV_NO_COLUMN.
 */
#define NEV_NO_COLUMN G_MAXUINT

typedef struct
{
  NevImportLayout layout;
  guint           n_columns;
  guint           period;
  guint           series;
  guint           value;
  guint           unit;
  guint           rank;
} NevImportColumns;

/* What must be said by somebody, since the file doesn't. */
typedef struct
{
  gboolean        is_open;
  NevImportOption option; /* that decides */
  char           *text;   /* what could be what, without a word on how to say it */
} NevImportQuestion;

gboolean    nev_import_find_columns (const char             *name,
                                     const char             *text,
                                     gsize                   length,
                                     const NevImportOptions *options,
                                     NevImportColumns       *columns,
                                     NevImportQuestion      *question,
                                     GError                **error);
gboolean    nev_import_columns_has_value (const NevImportColumns *self,
                                     guint                   column);

/* nev-import-categories.c */
gboolean    nev_import_resembles_period (const char         *cell);
gboolean    nev_import_guess_categories (NevCsv             *csv,
                                     NevImportColumns       *columns);
NevPeriod  *nev_import_get_periods  (const char             *name,
                                     NevCsv                 *csv,
                                     const NevImportColumns *columns,
                                     const NevImportOptions *options);
void        nev_import_merge_headings (const char           *name,
                                     const NevImportColumns *columns,
                                     const NevPeriod        *periods,
                                     char                  **headings);
NevPeriod   nev_import_get_common_period (const char        *name,
                                     NevCsv                 *csv,
                                     const NevImportColumns *columns,
                                     const NevImportOptions *options);

/* nev-import-guess.c */

void        nev_import_question_clear (NevImportQuestion    *self);
gboolean    nev_import_ask          (NevImportQuestion      *self,
                                     NevImportOption         option,
                                     char                   *text);

gboolean    nev_import_guess_or_ask (const char             *name,
                                     const char             *text,
                                     gsize                   length,
                                     NevImportOptions       *options,
                                     NevImportQuestion      *question,
                                     gboolean                skips_bad,
                                     GCancellable           *cancellable,
                                     GError                **error);

gboolean    nev_import_check_record (NevCsv                 *csv,
                                     const char             *name,
                                     guint                   n_columns,
                                     gboolean               *is_empty,
                                     GError                **error);

gboolean    nev_import_fail_rows    (const char             *name,
                                     guint                   line,
                                     GError                **error);
gboolean    nev_import_fail         (const char             *name,
                                     guint                   line,
                                     guint                   column,
                                     NevDataError            code,
                                     GError                **error,
                                     const char             *format,
                                     ...) G_GNUC_PRINTF (6, 7);

char       *nev_import_describe_number (const char          *cell);

/* nev-import.c */

void        nev_import_cell_free    (gpointer                data);
void        nev_import_read_cells   (const char             *name,
                                     const char             *text,
                                     gsize                   length,
                                     const NevImportOptions *options,
                                     GPtrArray              *cells,
                                     GError                **error);

struct _NevImportSeries;

gboolean    nev_import_read_header  (const char              *name,
                                     NevCsv                  *csv,
                                     const NevImportColumns  *columns,
                                     struct _NevImportSeries *series,
                                     int                    **of_column,
                                     GError                 **error);
NevDataset *nev_import_load_long    (const char              *name,
                                     GBytes                  *bytes,
                                     const NevImportOptions  *options,
                                     GCancellable            *cancellable,
                                     GError                 **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NevImportQuestion, nev_import_question_clear)

G_END_DECLS
