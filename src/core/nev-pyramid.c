/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-pyramid.h"

/* The numbers are cut into blocks, of each of which it is known where its lowest and its highest are; these blocks are
 * cut into blocks again, and so on. A run of numbers is some whole blocks with a few numbers or smaller blocks at both
 * ends. An eighth of a byte a number is enough, since only the places are kept.
 */

#define BLOCK 64 /* numbers, and blocks of a level in one of the next */
#define MAX_LEVELS 11

typedef struct
{
  guint32 lowest;
  guint32 highest;
} Extremes;

struct _NevPyramid
{
  const double *values; /* borrowed */
  gsize         n;

  Extremes *levels[MAX_LEVELS];
  gsize     n_blocks[MAX_LEVELS];
  guint     n_levels;
};

static inline void
include (const double *values,
         Extremes     *extremes,
         Extremes      other)
{
  if (values[other.lowest] < values[extremes->lowest])
    extremes->lowest = other.lowest;
  if (values[other.highest] > values[extremes->highest])
    extremes->highest = other.highest;
}

static Extremes
scan (const double *values,
      gsize         first,
      gsize         end)
{
  double low = values[first], high = low;
  gsize  lowest = first, highest = first;

  for (gsize i = first + 1; i < end; i++)
    {
      if (values[i] < low)
        {
          low = values[i];
          lowest = i;
        }
      if (values[i] > high)
        {
          high = values[i];
          highest = i;
        }
    }

  return (Extremes){ (guint32) lowest, (guint32) highest };
}

/**
 * nev_pyramid_new:
 * @values: (array length=n): numbers, none of them NaN; they must outlive the pyramid
 * @n: how many, less than 2^32
 *
 * Goes through the numbers once.
 *
 * Returns: (transfer full): the pyramid
 */
NevPyramid *
nev_pyramid_new (const double *values,
                 gsize         n)
{
  NevPyramid *self = g_new0 (NevPyramid, 1);
  gsize       below = n;

  self->values = values;
  self->n = n;

  do
    {
      guint     level = self->n_levels++;
      gsize     n_blocks = (below + BLOCK - 1) / BLOCK;
      Extremes *blocks = self->levels[level] = g_new (Extremes, n_blocks);

      for (gsize i = 0; i < n_blocks; i++)
        {
          gsize end = MIN ((i + 1) * BLOCK, below);

          if (level == 0)
            {
              blocks[i] = scan (values, i * BLOCK, end);
              continue;
            }

          blocks[i] = self->levels[level - 1][i * BLOCK];
          for (gsize j = i * BLOCK + 1; j < end; j++)
            include (values, &blocks[i], self->levels[level - 1][j]);
        }

      below = self->n_blocks[level] = n_blocks;
    }
  while (below > BLOCK);

  return self;
}

void
nev_pyramid_free (NevPyramid *self)
{
  for (guint i = 0; i < self->n_levels; i++)
    g_free (self->levels[i]);

  g_free (self);
}

/**
 * nev_pyramid_get_size:
 *
 * Returns: how many bytes it takes
 */
gsize
nev_pyramid_get_size (const NevPyramid *self)
{
  gsize size = sizeof *self;

  for (guint i = 0; i < self->n_levels; i++)
    size += self->n_blocks[i] * sizeof (Extremes);

  return size;
}

/* The extremes of blocks of one level: of what is whole in the level above from there. */
static Extremes
find_in_blocks (const NevPyramid *self,
                guint             level,
                gsize             first,
                gsize             end)
{
  const Extremes *blocks = self->levels[level];
  Extremes        found = blocks[first];
  gsize           whole_first = (first + BLOCK - 1) / BLOCK, whole_end = end / BLOCK;

  if (level + 1 < self->n_levels && whole_first < whole_end)
    {
      include (self->values, &found, find_in_blocks (self, level + 1, whole_first, whole_end));

      for (gsize i = first; i < whole_first * BLOCK; i++)
        include (self->values, &found, blocks[i]);
      first = whole_end * BLOCK;
    }

  for (gsize i = first; i < end; i++)
    include (self->values, &found, blocks[i]);

  return found;
}

/**
 * nev_pyramid_find:
 * @first: the first of some numbers
 * @end: the one behind the last of them
 * @lowest: (out): where their lowest is; one of several
 * @highest: (out): where their highest is; one of several
 *
 * Finds the extremes of a run, which must not be empty.
 */
void
nev_pyramid_find (const NevPyramid *self,
                  gsize             first,
                  gsize             end,
                  gsize            *lowest,
                  gsize            *highest)
{
  Extremes found;
  gsize    whole_first = (first + BLOCK - 1) / BLOCK, whole_end = end / BLOCK;

  g_return_if_fail (first < end && end <= self->n);

  if (whole_first >= whole_end)
    {
      found = scan (self->values, first, end);
    }
  else
    {
      found = find_in_blocks (self, 0, whole_first, whole_end);

      if (first < whole_first * BLOCK)
        include (self->values, &found, scan (self->values, first, whole_first * BLOCK));
      if (whole_end * BLOCK < end)
        include (self->values, &found, scan (self->values, whole_end * BLOCK, end));
    }

  *lowest = found.lowest;
  *highest = found.highest;
}
