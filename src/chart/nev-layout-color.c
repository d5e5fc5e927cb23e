/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"

#include <math.h>

/* Which colour a column of the table has: that of its series, wherever the series is shown, so that readers know it again; and
 * how far it recedes.
 */

#define LARGEST_TONE_STEP 5 /* from a run to the one before */

/**
 * nev_layout_is_drawn:
 * @self: a layout
 * @column: a column of the table
 *
 * Returns: whether anything is known of it. A run of which nothing is isn't drawn, and needs no colour.
 */
gboolean
nev_layout_is_drawn (const NevLayout *self,
                     guint            column)
{
  NevSummary summary;

  return nev_table_summarize (self->table, column, 0, nev_table_get_n_rows (self->table), &summary);
}

/* How far a run recedes behind later ones of the same series; and everything behind a series that has the focus. */
static guint
get_tone (const NevLayout *self,
          guint            column)
{
  const NevColumn *head = nev_table_get_column (self->table, column);
  NevSeries       *focus = nev_spec_get_focus (self->spec);
  guint            n_runs = 0, n_later = 0;

  if (focus != NULL && focus != head->series)
    return NEV_TONE_CONTEXT;

  if (!nev_table_is_overlay (self->table))
    return 0;

  for (guint i = 0; i < nev_table_get_n_columns (self->table); i++)
    {
      const NevColumn *other = nev_table_get_column (self->table, i);

      if (other->series != head->series || other->panel != head->panel || !nev_layout_is_drawn (self, i))
        continue;

      n_runs++;
      if (i > column)
        n_later++;
    }

  if (n_later == 0 || n_runs < 2)
    return 0;

  return (guint) MIN (round (n_later * MIN (LARGEST_TONE_STEP, (NEV_N_TONES - 1.0) / (n_runs - 1))), NEV_N_TONES - 1);
}

/* The series of a chart, each with its colour. */
typedef struct
{
  NevSeries *owners[NEV_N_SLOTS];
  guint      n;
} Palette;

static guint
get_owned (const Palette *self,
           NevSeries     *series)
{
  guint slot = 0;

  while (slot < NEV_N_SLOTS && self->owners[slot] != series)
    slot++;

  return slot;
}

/* Those that the chart was made for have their places, whether they are shown or not. */
static void
add_declared (Palette        *self,
              const NevChart *chart)
{
  for (guint i = 0; i < chart->n_panels; i++)
    for (guint j = 0; j < chart->panels[i].series->len; j++)
      {
        NevSeries *series = g_ptr_array_index (chart->panels[i].series, j);

        if (self->n < NEV_N_SLOTS && get_owned (self, series) == NEV_N_SLOTS)
          self->owners[self->n++] = series;
      }
}

/* The others take what is free, and then what belongs to a series that isn't in the same panel. */
static void
add_chosen (Palette   *self,
            GPtrArray *chosen)
{
  for (guint i = 0; i < chosen->len; i++)
    {
      NevSeries *series = g_ptr_array_index (chosen, i);
      guint      slot = get_owned (self, NULL);

      if (get_owned (self, series) < NEV_N_SLOTS)
        continue;

      for (guint j = 0; j < NEV_N_SLOTS && slot == NEV_N_SLOTS; j++)
        if (!g_ptr_array_find (chosen, self->owners[j], NULL))
          slot = j;

      if (slot < NEV_N_SLOTS)
        self->owners[slot] = series;
    }
}

static guint
find_slot (const NevLayout *self,
           NevSeries       *series)
{
  Palette palette = { { NULL } };
  guint   slot;

  add_declared (&palette, nev_spec_get_chart (self->spec));
  add_chosen (&palette, nev_spec_get_all_series (self->spec));
  slot = get_owned (&palette, series);

  return slot < NEV_N_SLOTS ? slot : 0;
}

/**
 * nev_layout_get_slot:
 * @self: a layout
 * @column: a column of the table
 *
 * Finds the colour of a column, which is its series' own; and how far it recedes, where its runs lie over each other behind
 * the latest, or behind another series that has the focus. Many years of one series recede from hue to hue; what a range is
 * laid over is paler than the range, and dashed, since not every colour can be much paler and still be seen.
 *
 * Returns: the slot, with its tone
 */
guint
nev_layout_get_slot (const NevLayout *self,
                     guint            column)
{
  guint slot = find_slot (self, nev_table_get_column (self->table, column)->series);
  guint tone = get_tone (self, column);

  if (tone == 0 || tone == NEV_TONE_CONTEXT)
    return nev_slot_with_tone (slot, tone);

  if (nev_spec_get_arrangement (self->spec) == NEV_ARRANGEMENT_SEASONAL)
    return nev_slot_of_run (slot, tone);

  return nev_slot_with_tone (slot + NEV_N_SLOTS, tone);
}
