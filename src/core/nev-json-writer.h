/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes JSON with numbers as short as they can be (json-glib prints 42.4 as
 * 42.399999999999999) and NaN as null. @name is NULL inside an array.
 */
typedef struct _NevJsonWriter NevJsonWriter;

NevJsonWriter *nev_json_writer_new          (void);
char          *nev_json_writer_finish       (NevJsonWriter *self);

void           nev_json_writer_begin_object (NevJsonWriter *self,
                                             const char    *name);
void           nev_json_writer_end_object   (NevJsonWriter *self);
void           nev_json_writer_begin_array  (NevJsonWriter *self,
                                             const char    *name);
void           nev_json_writer_end_array    (NevJsonWriter *self);
void           nev_json_writer_string       (NevJsonWriter *self,
                                             const char    *name,
                                             const char    *value);
void           nev_json_writer_number       (NevJsonWriter *self,
                                             const char    *name,
                                             double         value);
void           nev_json_writer_boolean      (NevJsonWriter *self,
                                             const char    *name,
                                             gboolean       value);

G_END_DECLS
