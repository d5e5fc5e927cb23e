/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-spellings.h"

#define MAX_SPELLINGS 4096
#define ROOM 8

void
nev_spellings_clear (NevSpellings *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->all[i].text);

  g_clear_pointer (&self->all, g_free);
  g_clear_pointer (&self->sorted, g_free);
}

static int
compare_text (const NevSpelling *spelling,
              const char        *text,
              gsize              length)
{
  int order = memcmp (spelling->text, text, MIN (spelling->length, length));

  return order != 0 ? order : (spelling->length > length) - (spelling->length < length);
}

static gboolean
is_spelling (const NevSpelling *spelling,
             const char        *text,
             gsize              length)
{
  return length == spelling->length && memcmp (text, spelling->text, length) == 0;
}

/* The place in the order of texts that a text has or would have. */
static guint
find_place (const NevSpellings *self,
            const char         *text,
            gsize               length)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_text (&self->all[self->sorted[middle]], text, length) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
add_spelling (NevSpellings    *self,
              NevImportSeries *series,
              char             delimiter,
              const char      *text,
              gsize            length,
              guint            place)
{
  g_autofree char *cell = nev_cell_normalize_bytes (text, length);
  NevSpelling      spelling = { .length = length };

  if (cell == NULL || self->n == MAX_SPELLINGS ||
      nev_import_series_name (series, cell, &spelling.index, NULL) != NEV_IMPORT_NAME_GOOD)
    return FALSE;

  if (self->all == NULL)
    {
      self->all = g_new (NevSpelling, MAX_SPELLINGS);
      self->sorted = g_new (guint, MAX_SPELLINGS);
    }

  spelling.text = g_malloc0 (length + ROOM);
  memcpy (spelling.text, text, length);
  self->longest = MAX (self->longest, length);
  self->is_plain = (self->n == 0 || self->is_plain) && memchr (text, delimiter, length) == NULL;

  memmove (self->sorted + place + 1, self->sorted + place, (self->n - place) * sizeof *self->sorted);
  self->sorted[place] = self->n;
  self->all[self->n++] = spelling;

  return TRUE;
}

/**
 * nev_spellings_find:
 * @series: gets the series if it is a new one
 * @delimiter: what stands between fields
 * @text: (array length=length): a field
 * @index: (out): which series it names
 *
 * Finds the series of a row, which is the same as in the row before, or the one that followed it the last time, or has to be looked
 * for.
 *
 * Returns: whether the name is good
 */
gboolean
nev_spellings_find (NevSpellings    *self,
                    NevImportSeries *series,
                    char             delimiter,
                    const char      *text,
                    gsize            length,
                    int             *index)
{
  guint found = self->last;

  if (self->n == 0 || !is_spelling (&self->all[found], text, length))
    {
      if (self->n > 0)
        found = self->all[self->last].next;

      if (self->n == 0 || !is_spelling (&self->all[found], text, length))
        {
          guint place = find_place (self, text, length);

          if ((place == self->n || !is_spelling (&self->all[self->sorted[place]], text, length)) &&
              !add_spelling (self, series, delimiter, text, length, place))
            return FALSE;

          found = self->sorted[place];
          self->all[self->last].next = found;
        }
    }

  self->last = found;
  *index = self->all[found].index;

  return TRUE;
}
