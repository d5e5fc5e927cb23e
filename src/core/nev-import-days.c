/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-days.h"

#include "nev-package-private.h"

/* What isn't a plain day is read by the same function as on the long way, and kept, since periods come again with every series. */

#define CACHE 8192 /* a power of two */
#define MAX_PERIOD 23
#define N_MONTHS ((NEV_MAX_YEAR - NEV_MIN_YEAR + 1) * 12)

typedef struct _NevCachedPeriod
{
  char      text[MAX_PERIOD + 1]; /* filled up with zeros */
  NevPeriod period;
} CachedPeriod;

void
nev_import_days_init (NevImportDays *self,
                      NevDateOrder   order)
{
  *self = (NevImportDays){ .order = order };
  self->cache = g_new0 (CachedPeriod, CACHE);
  self->month_starts = g_new (gint32, N_MONTHS + 1);

  for (int i = 0; i <= N_MONTHS; i++)
    self->month_starts[i] = nev_day_from_date (NEV_MIN_YEAR + i / 12, i % 12 + 1, 1);
}

void
nev_import_days_clear (NevImportDays *self)
{
  g_clear_pointer (&self->cache, g_free);
  g_clear_pointer (&self->month_starts, g_free);
}

/**
 * nev_import_days_find_month:
 * @p: NEV_IMPORT_DAY_LENGTH bytes
 *
 * Finds the month that a day is in, if it is written 2023-06-30.
 *
 * Returns: whether it is a month
 */
gboolean
nev_import_days_find_month (NevImportDays *self,
                            const char    *p)
{
  guint         year, month;
  const gint32 *start;

  if (p[4] != '-' || p[7] != '-')
    return FALSE;

  year = nev_digits_read_two (p) * 100 + nev_digits_read_two (p + 2) - NEV_MIN_YEAR;
  month = nev_digits_read_two (p + 5) - 1;

  if (year > NEV_MAX_YEAR - NEV_MIN_YEAR || month > 11)
    return FALSE;

  start = &self->month_starts[year * 12 + month];
  self->month = nev_digits_load (p);
  self->start = start[0];
  self->n_days = (guint) (start[1] - start[0]);

  return TRUE;
}

/**
 * nev_import_days_read_other:
 * @text: (array length=length): a field
 * @period: (out): the period
 *
 * Reads any other period, and what it says about the order of day and month.
 *
 * Returns: whether it is one
 */
gboolean
nev_import_days_read_other (NevImportDays *self,
                            const char    *text,
                            gsize          length,
                            NevPeriod     *period)
{
  char             key[MAX_PERIOD + 1] = { 0 };
  CachedPeriod    *cached = NULL;
  g_autofree char *cell = NULL;

  if (length > 0 && length <= MAX_PERIOD)
    {
      guint hash = 5381;

      for (gsize i = 0; i < length; i++)
        hash = hash * 33 + (guchar) (key[i] = text[i]);

      cached = &self->cache[hash % CACHE];
      if (memcmp (cached->text, key, sizeof key) == 0)
        {
          *period = cached->period;
          return TRUE;
        }
    }

  cell = nev_cell_normalize_bytes (text, length);
  if (cell == NULL || !nev_cell_parse_period (cell, self->order, period) || !nev_period_is_in_range (*period))
    return FALSE;

  self->kinds |= 1u << nev_cell_judge_period (cell);

  if (cached != NULL)
    {
      memcpy (cached->text, key, sizeof key);
      cached->period = *period;
    }

  return TRUE;
}
