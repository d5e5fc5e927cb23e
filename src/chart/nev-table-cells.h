/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-format.h"
#include "nev-table.h"

G_BEGIN_DECLS

/* What stands in the heads and cells of a table: on the screen, on the clipboard, in a file, read aloud. Immutable. */
typedef struct _NevTableCells NevTableCells;

NevTableCells  *nev_table_cells_new           (NevTable            *table,
                                               NevLanguage          language);
void            nev_table_cells_free          (NevTableCells       *self);

NevTable       *nev_table_cells_get_table     (const NevTableCells *self);
NevLanguage     nev_table_cells_get_language  (const NevTableCells *self);

/* Of a column: its name, what is counted, the name with the unit in full behind it, and both as a list has them. */
char           *nev_table_cells_get_title     (const NevTableCells *self,
                                               guint                column);
char           *nev_table_cells_get_unit      (const NevTableCells *self,
                                               guint                column);
char           *nev_table_cells_get_full_title (const NevTableCells *self,
                                               guint                column);
char           *nev_table_cells_get_head      (const NevTableCells *self,
                                               guint                column);
NevMagnitude    nev_table_cells_get_magnitude (const NevTableCells *self,
                                               guint                column);
gboolean        nev_table_cells_has_derived   (const NevTableCells *self,
                                               guint                column);

/* Of all columns. */
char           *nev_table_cells_get_row_head  (const NevTableCells *self);
guint           nev_table_cells_get_n_fields  (const NevTableCells *self);
gboolean        nev_table_cells_has_status    (const NevTableCells *self,
                                               NevStatus            status);
gboolean        nev_table_cells_has_break     (const NevTableCells *self);

/* Of a row: its name, how its values were obtained, and all that it says. */
char           *nev_table_cells_get_row_title (const NevTableCells *self,
                                               guint                row);
char           *nev_table_cells_get_row_status (const NevTableCells *self,
                                               guint                row);
char           *nev_table_cells_describe_row  (const NevTableCells *self,
                                               guint                row);

/* Of a cell: for eyes, for programs, how it was obtained and what else is to be said. */
char           *nev_table_cells_get_text      (const NevTableCells *self,
                                               guint                column,
                                               guint                row);
char           *nev_table_cells_get_number    (const NevTableCells *self,
                                               guint                column,
                                               guint                row);
const char     *nev_table_cells_get_status    (const NevTableCells *self,
                                               guint                column,
                                               guint                row);
char           *nev_table_cells_get_remark    (const NevTableCells *self,
                                               guint                column,
                                               guint                row);

/* A reading's numbers as they are written out in full; NaN for a gap. */
double          nev_reading_get_value         (const NevReading    *reading);
double          nev_reading_get_rounding      (const NevReading    *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevTableCells, nev_table_cells_free)

G_END_DECLS
