/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names that things are referred to by, in the order in which the things stand. A balanced tree and
 * not a hash table, since names may be chosen so that they collide.
 */
typedef struct
{
  GPtrArray *names; /* (element-type utf8) */
  GTree     *indices;
  guint      last; /* found; the next one asked for is often the same */
} NevNames;

void     nev_names_init    (NevNames   *self);
void     nev_names_clear   (NevNames   *self);
gboolean nev_names_add     (NevNames   *self,
                            const char *name);
int      nev_names_find    (NevNames   *self,
                            const char *name);
char    *nev_names_suggest (NevNames   *self,
                            const char *wanted);

G_END_DECLS
