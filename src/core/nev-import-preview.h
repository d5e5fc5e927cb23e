/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-import.h"

G_BEGIN_DECLS

#define NEV_IMPORT_PREVIEW_ROWS 50

/**
 * NevImportCell:
 * @line: where it stands, from 1
 * @column: where it stands, from 1; 0 for all of a line
 * @text: what stands there
 * @series: (nullable): the series' title without its unit; %NULL if that isn't known
 * @period: what it is for; none if that isn't known
 * @unit: of the value
 * @unit_text: (nullable): the unit's name, if it has no meaning of its own
 * @value: the value; NaN for a gap, and for what is wrong
 * @rounding: the power of ten that it is rounded to
 * @fault: (nullable): why it can't be read; %NULL if it can
 *
 * What was made of a cell.
 */
typedef struct
{
  guint     line;
  guint     column;
  char     *text;
  char     *series;
  NevPeriod period;
  NevUnit   unit;
  char     *unit_text;
  double    value;
  double    rounding;
  char     *fault;
} NevImportCell;

/**
 * NevImportPreview:
 * @found: how the table is written, as far as that is known
 * @is_whole: whether all of the file was looked at, and not its beginning only
 * @is_open: whether somebody has to say something
 * @asked: what, if @is_open
 * @question: (nullable): why, in a sentence
 * @error: (nullable): why there is no dataset, if all of the file was looked at
 * @cells: (element-type NevImportCell): of the first rows
 * @dataset: (nullable): all that is in the file
 *
 * What a table would be read as.
 */
typedef struct
{
  NevImportOptions found;
  gboolean         is_whole;
  gboolean         is_open;
  NevImportOption  asked;
  char            *question;
  GError          *error;
  GPtrArray       *cells;
  NevDataset      *dataset;

  char *encoding;
} NevImportPreview;

NevImportPreview *nev_import_preview_load (GFile                  *file,
                                           const NevImportOptions *options,
                                           gboolean                is_whole,
                                           NevProgressFunc         progress,
                                           gpointer                progress_data,
                                           GCancellable           *cancellable,
                                           GError                **error);
void              nev_import_preview_free (NevImportPreview       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevImportPreview, nev_import_preview_free)

G_END_DECLS
