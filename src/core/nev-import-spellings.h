/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-import-digits.h"
#include "nev-import-series.h"

G_BEGIN_DECLS

/* How a series is written in the file, and which one it is. */
typedef struct
{
  char *text; /* and eight zeros */
  gsize length;
  int   index;
  guint next; /* the spelling that followed it last */
} NevSpelling;

/* How the series of a long table are written in it. */
typedef struct
{
  NevSpelling *all; /* in the order in which they were met */
  guint        n;
  guint       *sorted; /* the same, ordered by text */
  guint        last;   /* spelling */
  gboolean     is_cycling; /* the series changed with the last row */
  gsize        longest; /* length */
  gboolean     is_plain; /* there are some, and none would have to be quoted */
} NevSpellings;

void     nev_spellings_clear (NevSpellings    *self);
gboolean nev_spellings_find  (NevSpellings    *self,
                              NevImportSeries *series,
                              char             delimiter,
                              const char      *text,
                              gsize            length,
                              int             *index);

/* The series that is expected where a line begins or goes on: the one of the row before, or the one that followed it the last
 * time. Moves @p behind it; eight more bytes than the longest spelling may be looked at.
 */
G_ALWAYS_INLINE static inline gboolean
nev_spellings_skip_expected (const NevSpellings *self,
                             const char        **p,
                             guint              *found)
{
  guint              next = self->all[self->last].next;
  guint              first = self->is_cycling ? next : self->last;
  const NevSpelling *spelling = &self->all[first];

  *found = first;

  if (!nev_digits_equal (*p, spelling->text, spelling->length))
    {
      *found = self->is_cycling ? self->last : next;
      spelling = &self->all[*found];
      if (!nev_digits_equal (*p, spelling->text, spelling->length))
        return FALSE;
    }

  *p += spelling->length;

  return TRUE;
}

G_END_DECLS
