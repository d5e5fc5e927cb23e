/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-pyramid.h"

#include <math.h>

/* The numbers are cut into blocks, of each of which the lowest and the highest are known; these blocks are put together to
 * larger ones, and so on. A run of numbers is some whole blocks with smaller ones, and at last a few numbers, at both ends.
 * Where in a block its lowest is, is looked for when it turned out to be the lowest of the run: that is one block, and to
 * know it of all would take longer to build than it ever saves.
 */

#define BLOCK 64  /* numbers */
#define FAN_OUT 8 /* blocks of a level in one of the next */
#define MAX_LEVELS 12
#define LANES 4

typedef struct
{
  double low;
  double high;
} Extremes;

struct _NevPyramid
{
  const double *values; /* borrowed */
  gsize         n;

  Extremes *levels[MAX_LEVELS];
  gsize     n_blocks[MAX_LEVELS];
  guint     n_levels;
};

/* An extreme that was found, and the numbers among which it is. */
typedef struct
{
  double value;
  gsize  first;
  gsize  end;
} Place;

typedef struct
{
  Place low;
  Place high;
} Found;

/* Comparisons that don't wait for each other, and no branches: what comes next can't be guessed. */
static Extremes
scan (const double *values,
      gsize         n)
{
  double lows[LANES] = { INFINITY, INFINITY, INFINITY, INFINITY };
  double highs[LANES] = { -INFINITY, -INFINITY, -INFINITY, -INFINITY };
  gsize  i = 0;

  for (; i + LANES <= n; i += LANES)
    {
      for (guint lane = 0; lane < LANES; lane++)
        {
          lows[lane] = values[i + lane] < lows[lane] ? values[i + lane] : lows[lane];
          highs[lane] = values[i + lane] > highs[lane] ? values[i + lane] : highs[lane];
        }
    }

  for (; i < n; i++)
    {
      lows[0] = MIN (lows[0], values[i]);
      highs[0] = MAX (highs[0], values[i]);
    }

  return (Extremes){ MIN (MIN (lows[0], lows[1]), MIN (lows[2], lows[3])),
                     MAX (MAX (highs[0], highs[1]), MAX (highs[2], highs[3])) };
}

/**
 * nev_pyramid_new:
 * @values: (array length=n): numbers, all finite; they must outlive the pyramid
 * @n: how many
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
  gsize       below;

  self->values = values;
  self->n = n;
  self->n_levels = 1;
  self->n_blocks[0] = (n + BLOCK - 1) / BLOCK;
  self->levels[0] = g_new (Extremes, self->n_blocks[0]);

  for (gsize i = 0; i < self->n_blocks[0]; i++)
    self->levels[0][i] = scan (values + i * BLOCK, MIN (BLOCK, n - i * BLOCK));

  while ((below = self->n_blocks[self->n_levels - 1]) > FAN_OUT)
    {
      const Extremes *parts = self->levels[self->n_levels - 1];
      gsize           n_blocks = (below + FAN_OUT - 1) / FAN_OUT;
      Extremes       *blocks = g_new (Extremes, n_blocks);

      for (gsize i = 0; i < n_blocks; i++)
        {
          blocks[i] = parts[i * FAN_OUT];

          for (gsize j = i * FAN_OUT + 1; j < MIN ((i + 1) * FAN_OUT, below); j++)
            blocks[i] = (Extremes){ MIN (blocks[i].low, parts[j].low), MAX (blocks[i].high, parts[j].high) };
        }

      self->levels[self->n_levels] = blocks;
      self->n_blocks[self->n_levels++] = n_blocks;
    }

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

static inline void
include (Found   *found,
         Extremes extremes,
         gsize    first,
         gsize    end)
{
  if (extremes.low < found->low.value)
    found->low = (Place){ extremes.low, first, end };
  if (extremes.high > found->high.value)
    found->high = (Place){ extremes.high, first, end };
}

static void
include_numbers (const NevPyramid *self,
                 gsize             first,
                 gsize             end,
                 Found            *found)
{
  if (first < end)
    include (found, scan (self->values + first, end - first), first, end);
}

/* Blocks of one level, each of @size numbers, as far as they make no whole block of the next. */
static void
include_blocks (const NevPyramid *self,
                guint             level,
                gsize             size,
                gsize             first,
                gsize             end,
                Found            *found)
{
  gsize whole_first = (first + FAN_OUT - 1) / FAN_OUT, whole_end = end / FAN_OUT;
  gsize left_end = end, right = end;

  if (level + 1 < self->n_levels && whole_first < whole_end)
    {
      include_blocks (self, level + 1, size * FAN_OUT, whole_first, whole_end, found);
      left_end = whole_first * FAN_OUT;
      right = whole_end * FAN_OUT;
    }

  for (gsize i = first; i < left_end; i++)
    include (found, self->levels[level][i], i * size, (i + 1) * size);
  for (gsize i = right; i < end; i++)
    include (found, self->levels[level][i], i * size, (i + 1) * size);
}

/* Goes down to the block in which an extreme is, and to the number. */
static gsize
find_place (const NevPyramid *self,
            Place             place,
            gboolean          is_low)
{
  gsize size = BLOCK, i;
  guint level = 0;

  for (; place.end - place.first > size; level++)
    size *= FAN_OUT;

  for (; level > 0; level--)
    {
      size /= FAN_OUT;

      for (i = place.first / size; (is_low ? self->levels[level - 1][i].low : self->levels[level - 1][i].high) != place.value;)
        i++;

      place.first = i * size;
    }

  for (i = place.first; self->values[i] != place.value;)
    i++;

  return i;
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
  Found found = { { INFINITY, 0, 0 }, { -INFINITY, 0, 0 } };
  gsize whole_first = (first + BLOCK - 1) / BLOCK, whole_end = end / BLOCK;

  g_return_if_fail (first < end && end <= self->n);

  /* What isn't whole lies in one block, or at both sides of where the next one begins. */
  if (whole_first < whole_end)
    include_blocks (self, 0, BLOCK, whole_first, whole_end, &found);
  include_numbers (self, first, MIN (whole_first * BLOCK, end), &found);
  include_numbers (self, MAX (MAX (whole_first, whole_end) * BLOCK, first), end, &found);

  *lowest = find_place (self, found.low, TRUE);
  *highest = find_place (self, found.high, FALSE);
}
