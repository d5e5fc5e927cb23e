/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A GNU message catalogue (.mo) in memory, which must outlive this. */
typedef struct
{
  const char *data;
  gsize       length;
  gboolean    is_swapped; /* written on a machine of the other byte order */
  guint32     n_texts;
  guint32     texts; /* where the tables are */
  guint32     translations;
} NevMo;

gboolean    nev_mo_init (NevMo       *self,
                         const char  *data,
                         gsize        length);
const char *nev_mo_find (const NevMo *self,
                         const char  *text);

G_END_DECLS
