/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-mo.h"

#include <string.h>

/* The file is a header of seven words, of which the first five are of interest: magic number, version,
 * number of texts, offset of the texts' table and of the translations'. A table has two words a text:
 * length and offset. The texts are sorted, and each has a zero behind it.
 */

#define MAGIC 0x950412deu
#define WORD 4
#define ENTRY (2 * WORD)
#define HEADER_LENGTH (7 * WORD)

static guint32
read_word (const NevMo *self,
           gsize        offset)
{
  guint32 word;

  memcpy (&word, self->data + offset, sizeof word);

  return self->is_swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

static const char *
get_text (const NevMo *self,
          guint32      table,
          guint32      index)
{
  return self->data + read_word (self, table + (gsize) index * ENTRY + WORD);
}

/* Whether all texts of a table lie in the file, with their zeros. */
static gboolean
check_table (const NevMo *self,
             guint32      table)
{
  if (table > self->length || self->n_texts > (self->length - table) / ENTRY)
    return FALSE;

  for (guint32 i = 0; i < self->n_texts; i++)
    {
      gsize   entry = table + (gsize) i * ENTRY;
      guint32 length = read_word (self, entry);
      guint32 offset = read_word (self, entry + WORD);

      if (offset >= self->length || length >= self->length - offset || self->data[offset + length] != '\0')
        return FALSE;
    }

  return TRUE;
}

/**
 * nev_mo_init:
 * @data: (array length=length): a catalogue
 * @length: its length in bytes
 *
 * Opens a catalogue. Everything that it says about itself is checked here, once.
 *
 * Returns: whether it is one that can be searched
 */
gboolean
nev_mo_init (NevMo      *self,
             const char *data,
             gsize       length)
{
  *self = (NevMo){ .data = data, .length = length };

  if (length < HEADER_LENGTH)
    return FALSE;

  self->is_swapped = read_word (self, 0) == GUINT32_SWAP_LE_BE (MAGIC);

  /* The upper half of the version is the major one. */
  if (read_word (self, 0) != MAGIC || read_word (self, WORD) >> 16 > 1)
    return FALSE;

  self->n_texts = read_word (self, 2 * WORD);
  self->texts = read_word (self, 3 * WORD);
  self->translations = read_word (self, 4 * WORD);

  if (!check_table (self, self->texts) || !check_table (self, self->translations))
    return FALSE;

  for (guint32 i = 1; i < self->n_texts; i++)
    {
      if (strcmp (get_text (self, self->texts, i - 1), get_text (self, self->texts, i)) >= 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * nev_mo_find:
 * @text: a text; not "", whose translation is the catalogue's own header
 *
 * Looks a text up.
 *
 * Returns: (nullable): its translation, %NULL if there is none
 */
const char *
nev_mo_find (const NevMo *self,
             const char  *text)
{
  guint32 first = 0;
  guint32 end = self->n_texts;

  while (first < end)
    {
      guint32 middle = first + (end - first) / 2;
      int     order = strcmp (text, get_text (self, self->texts, middle));

      if (order == 0)
        return get_text (self, self->translations, middle);
      if (order < 0)
        end = middle;
      else
        first = middle + 1;
    }

  return NULL;
}
