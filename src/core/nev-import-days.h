/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-import-digits.h"

G_BEGIN_DECLS

#define NEV_IMPORT_DAY_LENGTH 10 /* of 2023-06-30 */

/* The periods of a large table, as they are written in it. */
typedef struct
{
  NevDateOrder order; /* of day and month */
  guint        kinds; /* a bit for each NevCellKind that was met */

  /* The month that a day was in last: most are in the month of the row before. */
  guint64      month; /* as its first eight bytes are */
  gint32       start;
  guint        n_days;

  gint32      *month_starts;
  struct _NevCachedPeriod *cache;
} NevImportDays;

void     nev_import_days_init       (NevImportDays *self,
                                     NevDateOrder   order);
void     nev_import_days_clear      (NevImportDays *self);
gboolean nev_import_days_find_month (NevImportDays *self,
                                     const char    *p);
gboolean nev_import_days_read_other (NevImportDays *self,
                                     const char    *text,
                                     gsize          length,
                                     NevPeriod     *period);

/* 2023-06-30, which is NEV_IMPORT_DAY_LENGTH bytes long, within the years that there may be. */
G_ALWAYS_INLINE static inline gboolean
nev_import_days_read_day (NevImportDays *self,
                          const char    *p,
                          NevPeriod     *period)
{
  guint day = nev_digits_read_two (p + 8) - 1;

  if (nev_digits_load (p) != self->month && !nev_import_days_find_month (self, p))
    return FALSE;

  if (day >= self->n_days)
    return FALSE;

  *period = (NevPeriod){ self->start + (gint32) day, self->start + (gint32) day + 1 };

  return TRUE;
}

G_END_DECLS
