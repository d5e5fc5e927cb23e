/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-scene.h"

#include <math.h>
#include <stdlib.h>

/* From the square to the words of a legend, in font sizes */
#define LEGEND_KEY 1.1

/**
 * nev_scene_new:
 * @width: of the picture, in pixels
 * @height: of the picture, in pixels
 * @font_size: of the axis labels, in the same pixels; all other sizes follow from it
 * @language: the language of its texts
 *
 * Creates a scene in which nothing is drawn yet.
 *
 * Returns: (transfer full): a new scene
 */
NevScene *
nev_scene_new (double      width,
               double      height,
               double      font_size,
               NevLanguage language)
{
  NevScene *self = g_new0 (NevScene, 1);

  self->width = width;
  self->height = height;
  self->font_size = font_size;
  self->language = language;
  self->items = g_array_new (FALSE, FALSE, sizeof (NevItem));
  self->points = g_array_new (FALSE, FALSE, sizeof (NevPoint));
  self->hits = g_array_new (FALSE, FALSE, sizeof (NevHit));
  self->strings = g_string_chunk_new (1024);

  return self;
}

void
nev_scene_free (NevScene *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->items);
  g_array_unref (self->points);
  g_array_unref (self->hits);
  g_free (self->title);
  g_free (self->description);
  g_free (self->source);
  g_free (self->license);
  g_free (self->view);
  g_strfreev (self->column_names);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static NevItem *
add_item (NevScene   *self,
          NevItemKind kind,
          NevRole     role)
{
  NevItem item = { .kind = kind, .role = role, .datum = NEV_DATUM_NONE };

  g_array_append_val (self->items, item);

  return &g_array_index (self->items, NevItem, self->items->len - 1);
}

/**
 * nev_scene_add_line:
 * @self: a scene
 * @role: what the line is there for
 * @points: its corners, in pixels of the scene; copied
 * @n_points: how many
 *
 * Adds an open polyline on top of everything that is there already.
 *
 * Returns: (transfer none): the new item, to be completed before the next one is added
 */
NevItem *
nev_scene_add_line (NevScene       *self,
                    NevRole         role,
                    const NevPoint *points,
                    guint           n_points)
{
  NevItem *item = add_item (self, NEV_ITEM_LINE, role);

  item->first_point = self->points->len;
  item->n_points = n_points;
  g_array_append_vals (self->points, points, n_points);

  return item;
}

/**
 * nev_scene_add_rect:
 * @self: a scene
 * @role: what the rectangle is there for
 * @x: its left side
 * @y: its top
 * @width: not negative
 * @height: not negative
 *
 * Adds a rectangle on top of everything that is there already.
 *
 * Returns: (transfer none): the new item, to be completed before the next one is added
 */
NevItem *
nev_scene_add_rect (NevScene *self,
                    NevRole   role,
                    double    x,
                    double    y,
                    double    width,
                    double    height)
{
  NevItem *item = add_item (self, NEV_ITEM_RECT, role);

  item->x = x;
  item->y = y;
  item->width = width;
  item->height = height;

  return item;
}

/**
 * nev_scene_add_dot:
 * @self: a scene
 * @role: what the dot is there for
 * @x: its middle
 * @y: its middle
 * @diameter: from edge to edge
 *
 * Adds a disc on top of everything that is there already.
 *
 * Returns: (transfer none): the new item, to be completed before the next one is added
 */
NevItem *
nev_scene_add_dot (NevScene *self,
                   NevRole   role,
                   double    x,
                   double    y,
                   double    diameter)
{
  NevItem *item = nev_scene_add_rect (self, role, x, y, diameter, diameter);

  item->kind = NEV_ITEM_DOT;

  return item;
}

/**
 * nev_scene_add_text:
 * @self: a scene
 * @role: what the text is there for; gives it its font size and weight
 * @x: the left side of its box
 * @y: the top of its box
 * @width: as it was measured
 * @height: as it was measured
 * @baseline: from @y, as it was measured
 * @text: one line; copied
 *
 * Adds a text on top of everything that is there already.
 *
 * Returns: (transfer none): the new item, to be completed before the next one is added
 */
NevItem *
nev_scene_add_text (NevScene   *self,
                    NevRole     role,
                    double      x,
                    double      y,
                    double      width,
                    double      height,
                    double      baseline,
                    const char *text)
{
  NevItem *item = nev_scene_add_rect (self, role, x, y, width, height);

  item->kind = NEV_ITEM_TEXT;
  item->baseline = baseline;
  item->font_size = self->font_size * nev_role_get_font_scale (role);
  item->text = g_string_chunk_insert (self->strings, text);

  return item;
}

void
nev_scene_add_hit (NevScene     *self,
                   const NevHit *hit)
{
  g_array_append_val (self->hits, *hit);
}

/* Whether @a is nearer than @b to what somebody at @x, @y points at. */
static gboolean
is_better_hit (const NevHit *a,
               const NevHit *b,
               double        x,
               double        y)
{
  double size_a = a->width * a->height;
  double size_b = b->width * b->height;

  /* Equal columns side by side differ by rounding only. */
  if (fabs (size_a - size_b) > 1e-6 * MAX (size_a, size_b))
    return size_a < size_b;

  return hypot (a->anchor_x - x, a->anchor_y - y) < hypot (b->anchor_x - x, b->anchor_y - y);
}

/**
 * nev_scene_pick:
 * @self: a scene
 * @x: in pixels of the scene
 * @y: in pixels of the scene
 *
 * Finds what somebody who points there means: of the areas that contain the point the smallest,
 * of equal ones the one whose mark is nearest.
 *
 * Returns: (transfer none) (nullable): the hit
 */
const NevHit *
nev_scene_pick (const NevScene *self,
                double          x,
                double          y)
{
  const NevHit *best = NULL;

  for (guint i = 0; i < self->hits->len; i++)
    {
      const NevHit *hit = &g_array_index (self->hits, NevHit, i);

      if (x >= hit->x && x < hit->x + hit->width && y >= hit->y && y < hit->y + hit->height &&
          (best == NULL || is_better_hit (hit, best, x, y)))
        best = hit;
    }

  return best;
}

/**
 * nev_scene_find_hit:
 * @self: a scene
 * @datum: a cell of the table
 *
 * Finds where a cell is drawn; in a thinned scene the pixel of the nearest one, if it has none of its own.
 *
 * Returns: (transfer none) (nullable): its hit; %NULL if it isn't drawn
 */
const NevHit *
nev_scene_find_hit (const NevScene *self,
                    NevDatum        datum)
{
  const NevHit *nearest = NULL;

  for (guint i = 0; i < self->hits->len; i++)
    {
      const NevHit *hit = &g_array_index (self->hits, NevHit, i);

      if (hit->datum.column != datum.column)
        continue;
      if (hit->datum.row == datum.row)
        return hit;
      if (nearest == NULL || abs (hit->datum.row - datum.row) < abs (nearest->datum.row - datum.row))
        nearest = hit;
    }

  return self->is_thinned ? nearest : NULL;
}

/**
 * nev_scene_pick_label:
 * @self: a scene
 * @x: in pixels of the scene
 * @y: in pixels of the scene
 *
 * Finds the name of a series, at the end of its line or in the legend, where that includes the square before it.
 *
 * Returns: (transfer none) (nullable): the name's item, whose datum tells the column
 */
const NevItem *
nev_scene_pick_label (const NevScene *self,
                      double          x,
                      double          y)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (self, i);
      double         left = item->x;

      if (item->kind != NEV_ITEM_TEXT || item->datum.column < 0 || item->datum.row >= 0)
        continue;

      if (item->role == NEV_ROLE_LEGEND)
        left -= LEGEND_KEY * self->font_size;

      if (x >= left && x < item->x + item->width && y >= item->y && y < item->y + item->height)
        return item;
    }

  return NULL;
}

/* Locales write other decimal points. */
static void
append_number (GString *string,
               double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* Adding zero turns -0 into 0. */
  g_string_append (string, g_ascii_formatd (buffer, sizeof buffer, "%.1f", round (value * 10) / 10 + 0.0));
}

static void
append_pair (GString    *string,
             const char *before,
             double      a,
             const char *between,
             double      b)
{
  g_string_append (string, before);
  append_number (string, a);
  g_string_append (string, between);
  append_number (string, b);
}

static void
append_item (GString        *string,
             const NevScene *self,
             const NevItem  *item)
{
  static const char *kind_names[] = { "line", "rect", "dot", "text" };

  g_string_append_printf (string, "%s %s", kind_names[item->kind], nev_role_to_string (item->role));

  if (item->datum.column >= 0)
    {
      g_string_append_printf (string, " c%d", item->datum.column);
      if (item->datum.row >= 0)
        g_string_append_printf (string, "-r%d", item->datum.row);
    }

  if (item->slot > 0)
    g_string_append_printf (string, " slot=%u", item->slot);

  if (item->style == NEV_STYLE_DERIVED)
    g_string_append (string, " derived");

  switch (item->kind)
    {
    case NEV_ITEM_LINE:
      for (guint i = 0; i < item->n_points; i++)
        append_pair (string, " ", nev_scene_get_points (self, item)[i].x, ",", nev_scene_get_points (self, item)[i].y);
      break;

    case NEV_ITEM_RECT:
      append_pair (string, " ", item->x, ",", item->y);
      append_pair (string, " ", item->width, "x", item->height);
      break;

    case NEV_ITEM_DOT:
      append_pair (string, " ", item->x, ",", item->y);
      g_string_append_c (string, ' ');
      append_number (string, item->width);
      break;

    case NEV_ITEM_TEXT:
      append_pair (string, " ", item->x, ",", item->y);
      append_pair (string, " ", item->width, "x", item->height);
      g_string_append_printf (string, " “%s”", item->text);
      break;

    default:
      g_assert_not_reached ();
    }

  g_string_append_c (string, '\n');
}

/**
 * nev_scene_to_string:
 * @self: a scene
 *
 * Writes down what is drawn, one item a line and rounded to a tenth of a pixel, so that a changed
 * layout shows as a readable difference.
 *
 * Returns: (transfer full): the text
 */
char *
nev_scene_to_string (const NevScene *self)
{
  GString *string = g_string_new (NULL);

  append_pair (string, "scene ", self->width, "x", self->height);
  g_string_append (string, " font ");
  append_number (string, self->font_size);
  g_string_append_printf (string, " %s\n", nev_language_to_tag (self->language));

  for (guint i = 0; i < self->n_plots; i++)
    {
      append_pair (string, "plot ", self->plots[i].x, ",", self->plots[i].y);
      append_pair (string, " ", self->plots[i].width, "x", self->plots[i].height);
      g_string_append_c (string, '\n');
    }

  for (guint i = 0; i < self->items->len; i++)
    append_item (string, self, nev_scene_get_item (self, i));

  if (self->n_dropped > 0)
    g_string_append_printf (string, "dropped %u\n", self->n_dropped);

  return g_string_free (string, FALSE);
}
