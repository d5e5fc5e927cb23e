/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nev-error.h"
#include "nev-label.h"
#include "nev-localized.h"

G_BEGIN_DECLS

/* json-glib's; outside of core only to be held and given back. */
typedef struct _JsonNode JsonNode;

typedef struct _NevJsonPlace NevJsonPlace;

/**
 * NevJsonPlace:
 * @parent: what it lies in; %NULL for the document
 * @name: its name in the parent, %NULL in an array; the file's name for the document
 * @index: its index in an array
 * @node: the value; %NULL if there is none, or null
 *
 * A place in a JSON document. It lives on the stack of the function that reads it, so that no
 * path is ever written unless there is something to say about the place.
 */
struct _NevJsonPlace
{
  const NevJsonPlace *parent;
  const char         *name;
  guint               index;
  JsonNode           *node;
};

JsonNode    *nev_json_load          (const char          *file_name,
                                     GBytes              *bytes,
                                     GError             **error);
void         nev_json_free          (JsonNode            *root);

char        *nev_json_place_to_string (const NevJsonPlace *self);
gboolean     nev_json_fail          (const NevJsonPlace  *self,
                                     NevDataError         code,
                                     GError             **error,
                                     const char          *format,
                                     ...) G_GNUC_PRINTF (4, 5);
const char  *nev_json_describe      (JsonNode            *node);

NevJsonPlace nev_json_get_member    (const NevJsonPlace  *self,
                                     const char          *name);
NevJsonPlace nev_json_get_element   (const NevJsonPlace  *self,
                                     guint                index);

gboolean     nev_json_expect_object (const NevJsonPlace  *self,
                                     GError             **error);
gboolean     nev_json_expect_members (const NevJsonPlace *self,
                                     const char *const   *known,
                                     GError             **error);
gboolean     nev_json_expect_array  (const NevJsonPlace  *self,
                                     guint                max_length,
                                     guint               *length,
                                     GError             **error);
gboolean     nev_json_read_string   (const NevJsonPlace  *self,
                                     NevLabelKind         kind,
                                     const char         **value,
                                     GError             **error);
gboolean     nev_json_read_number   (const NevJsonPlace  *self,
                                     double              *value,
                                     GError             **error);
gboolean     nev_json_read_boolean  (const NevJsonPlace  *self,
                                     gboolean            *value,
                                     GError             **error);
gboolean     nev_json_read_words    (const NevJsonPlace  *object,
                                     const char          *name,
                                     NevLabelKind         kind,
                                     NevLocalized        *words,
                                     GError             **error);
gboolean     nev_json_require_words (const NevJsonPlace  *object,
                                     const char          *name,
                                     NevLabelKind         kind,
                                     NevLocalized        *words,
                                     GError             **error);

G_END_DECLS
