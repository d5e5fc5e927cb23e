/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"

#include "nev-catalog.h"
#include "nev-headline.h"
#include "nev-words-table.h"

#define SWATCH 0.75       /* the side of a legend's square, in font sizes like the others */
#define LINE_KEY 1.6      /* the length of a legend's line */
#define DOT 0.5           /* the diameter of a legend's point */
#define SWATCH_GAP 0.35   /* between a square and its words */
#define ENTRY_GAP 1.2     /* between two entries */
#define MARGIN 1.0
#define BELOW 0.35
#define MAX_SHARE 0.15    /* of the picture's height, for the rows but the last one */

/* Where the next entry of the legend goes. */
typedef struct
{
  double x, y;
  double max_y; /* further down there is no room for another row */
} Pen;

/* A piece of a line: what is said of it holds for its points and, where they are left out, for the line itself. */
static void
add_line_key (const NevLayout *self,
              guint            slot,
              NevStyle         style,
              double           x,
              double           y,
              double           length)
{
  NevPoint points[] = { { x, y }, { x + length, y } };
  NevItem *item = nev_scene_add_line (self->scene, NEV_ROLE_MARK, points, G_N_ELEMENTS (points));

  item->slot = slot;
  item->style = style;
}

static void
add_key (const NevLayout *self,
         NevItemKind      kind,
         guint            slot,
         NevStyle         style,
         double           x,
         double           y,
         double           swatch)
{
  double   line_height = nev_layout_get_line_height (self, NEV_ROLE_LEGEND);
  NevItem *item;

  if (kind == NEV_ITEM_LINE)
    {
      add_line_key (self, slot, style, x, y + line_height / 2, swatch);
      item = nev_scene_add_dot (self->scene, NEV_ROLE_MARK, x + swatch / 2, y + line_height / 2, DOT * self->font);
    }
  else
    item = nev_scene_add_rect (self->scene, NEV_ROLE_MARK, x, y + (line_height - swatch) / 2, swatch, swatch);

  item->slot = slot;
  item->style = style;
}

/* Of kind %NEV_ITEM_TEXT it is words alone. */
static void
add_entry (const NevLayout *self,
           Pen             *pen,
           NevItemKind      kind,
           guint            slot,
           NevStyle         style,
           int              column,
           const char      *text)
{
  double               margin = MARGIN * self->font;
  double               swatch = (kind == NEV_ITEM_LINE ? LINE_KEY : SWATCH) * self->font;
  double               indent = kind == NEV_ITEM_TEXT ? 0 : swatch + SWATCH_GAP * self->font;
  double               room = self->scene->width - 2 * margin - indent;
  g_autoptr (GPtrArray) lines = nev_layout_wrap (self, NEV_ROLE_LEGEND, text, room, 1);
  const char          *words = g_ptr_array_index (lines, 0);
  double               width = indent + nev_layout_measure (self, NEV_ROLE_LEGEND, words).width;
  double               line_height = nev_layout_get_line_height (self, NEV_ROLE_LEGEND);
  NevItem             *item;

  if (pen->x > margin && pen->x + width > self->scene->width - margin)
    {
      pen->x = margin;
      pen->y += line_height;
    }

  if (pen->y > pen->max_y)
    {
      self->scene->n_dropped++;
      return;
    }

  if (kind != NEV_ITEM_TEXT)
    add_key (self, kind, slot, style, pen->x, pen->y, swatch);

  item = nev_layout_add_text (self, NEV_ROLE_LEGEND, pen->x + indent, pen->y, 0, words);
  item->datum = (NevDatum){ column, -1 };
  if (nev_slot_is_context (slot) && column >= 0)
    item->slot = slot;

  pen->x += width + ENTRY_GAP * self->font;
}

/* A panel with one series needs no names: title and subtitle say what it shows; but not which year, where years lie over
 * each other.
 */
static gboolean
needs_names (const NevLayout      *self,
             const NevPanelLayout *panel)
{
  return (panel->n_columns > 1 || nev_table_is_overlay (self->table)) && !panel->has_end_labels;
}

/* A year before the first one that is known has no bars, and its colour would be that of the year after it. */
static gboolean
is_empty_year (const NevLayout *self,
               guint            column)
{
  return nev_spec_get_arrangement (self->spec) == NEV_ARRANGEMENT_SEASONAL && !nev_layout_is_drawn (self, column);
}

/* Whether what looks alike has its entry already. */
static gboolean
is_named (const NevLayout      *self,
          const NevPanelLayout *panels,
          guint                 column)
{
  for (guint i = panels[0].first_column; i < column; i++)
    {
      const NevColumn *a = nev_table_get_column (self->table, i);
      const NevColumn *b = nev_table_get_column (self->table, column);

      if (a->series == b->series && nev_period_equal (a->run, b->run))
        return TRUE;
    }

  return FALSE;
}

/* The colour in which the key shows what is derived: not that of a series behind the focus, and not that of an older year, which
 * would look like the year itself.
 */
static guint
get_key_slot (const NevLayout      *self,
              const NevPanelLayout *panel)
{
  for (guint i = 0; i < panel->n_columns; i++)
    {
      guint slot = nev_layout_get_slot (self, panel->first_column + i);

      if (nev_slot_get_tone (slot) == 0)
        return slot;
    }

  return nev_layout_get_slot (self, panel->first_column);
}

/**
 * nev_caption_add_legend:
 * @self: a layout
 * @panels: (array length=n_panels): the panels
 * @n_panels: how many
 * @top: where the legend begins
 *
 * Adds the names of the series where they don't stand at the lines, and the key to how derived values
 * are drawn where there are any; where runs of days lie over each other also from when on another method was in use.
 *
 * Returns: the height that the legend takes; 0 if none is needed
 */
double
nev_caption_add_legend (const NevLayout      *self,
                        const NevPanelLayout *panels,
                        guint                 n_panels,
                        double                top)
{
  Pen              start = { MARGIN * self->font, top, top + MAX_SHARE * self->scene->height };
  Pen              pen = start;
  g_autofree char *note = nev_headline_get_break_note (self->table, self->language);

  for (guint i = 0; i < n_panels; i++)
    for (guint j = 0; j < panels[i].n_columns && needs_names (self, &panels[i]); j++)
      {
        guint            column = panels[i].first_column + j;
        g_autofree char *name = NULL;

        if (is_named (self, panels, column) || is_empty_year (self, column))
          continue;

        name = nev_words_column (self->table, column, self->language);
        add_entry (self, &pen, NEV_ITEM_RECT, nev_layout_get_slot (self, column), NEV_STYLE_PUBLISHED, (int) column, name);
      }

  if (nev_layout_has_derived (self))
    add_entry (self, &pen, panels[0].mark == NEV_MARK_LINE ? NEV_ITEM_LINE : NEV_ITEM_RECT,
               get_key_slot (self, &panels[0]), NEV_STYLE_DERIVED, -1,
               nev_tr (self->language, "Derived from published figures"));

  if (note != NULL)
    add_entry (self, &pen, NEV_ITEM_TEXT, 0, NEV_STYLE_PUBLISHED, -1, note);

  if (pen.x == start.x && pen.y == start.y)
    return 0;

  return MIN (pen.y, pen.max_y) - top + nev_layout_get_line_height (self, NEV_ROLE_LEGEND) + BELOW * self->font;
}
