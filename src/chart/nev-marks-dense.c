/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"

#include <math.h>

/* Marks of a column of so many rows that several of them fall on one pixel: they take as long as there are pixels, however
 * many rows there are. Of every pixel column the first, lowest, highest and last point are drawn, which give the same
 * picture as all of them; what lies between is never read. A pixel column without a value is a gap; a gap within a
 * pixel column can't be seen.
 */

#define ROWS_PER_PIXEL 2.0

/* The rows whose middles lie in one column of pixels. */
typedef struct
{
  guint      first;
  guint      end;
  gboolean   has_values;
  NevSummary summary;
} Pixel;

/**
 * nev_marks_is_dense:
 * @self: a layout
 * @panel: a panel in its place
 * @index: one of its columns
 *
 * Returns: whether the column is drawn pixel by pixel
 */
gboolean
nev_marks_is_dense (const NevLayout      *self,
                    const NevPanelLayout *panel,
                    guint                 index)
{
  return nev_band_get_width (&panel->x) * ROWS_PER_PIXEL < 1 && nev_table_is_plain (self->table, panel->first_column + index);
}

/* The first row whose middle isn't left of @x, found where it should be and put right by comparing as everybody does. */
static guint
find_row (const NevPanelLayout *panel,
          guint                 n_rows,
          double                x)
{
  double guess = (x - panel->x.range_min) / nev_band_get_width (&panel->x) - 0.5;
  guint  row = (guint) CLAMP (guess, 0, (double) n_rows);

  while (row > 0 && nev_band_get_middle (&panel->x, row - 1) >= x)
    row--;
  while (row < n_rows && nev_band_get_middle (&panel->x, row) < x)
    row++;

  return row;
}

/* Goes on to the next column of pixels that has rows; FALSE at the end. */
static gboolean
next_pixel (const NevLayout      *self,
            const NevPanelLayout *panel,
            guint                 column,
            Pixel                *pixel)
{
  guint n_rows = nev_table_get_n_rows (self->table);

  pixel->first = pixel->end;
  if (pixel->first == n_rows)
    return FALSE;

  pixel->end = find_row (panel, n_rows, floor (nev_band_get_middle (&panel->x, pixel->first)) + 1);
  pixel->has_values = nev_table_summarize (self->table, column, pixel->first, pixel->end, &pixel->summary);

  return TRUE;
}

static NevPoint
get_point (const NevLayout      *self,
           const NevPanelLayout *panel,
           guint                 column,
           guint                 row)
{
  return (NevPoint){ nev_band_get_middle (&panel->x, row),
                     nev_scale_map (&panel->y, nev_table_get_value (self->table, column, row)) };
}

/* The points of a pixel column in their order, each once. */
static void
append_points (const NevLayout      *self,
               const NevPanelLayout *panel,
               guint                 column,
               const NevSummary     *summary,
               GArray               *points)
{
  guint rows[] = { summary->first, MIN (summary->lowest, summary->highest), MAX (summary->lowest, summary->highest), summary->last };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (i == 0 || rows[i] != rows[i - 1])
        {
          NevPoint point = get_point (self, panel, column, rows[i]);

          g_array_append_val (points, point);
        }
    }
}

static void
finish_line (const NevLayout *self,
             guint            column,
             GArray          *points)
{
  NevItem *item;

  if (points->len > 1)
    {
      item = nev_scene_add_line (self->scene, NEV_ROLE_MARK, (const NevPoint *) points->data, points->len);
      item->slot = nev_layout_get_slot (self, column);
      item->style = NEV_STYLE_PUBLISHED;
      item->datum = (NevDatum){ (int) column, -1 };
    }

  g_array_set_size (points, 0);
}

/* A value that no other one is near to. */
static void
add_lone_dot (const NevLayout *self,
              guint            column,
              guint            row,
              NevPoint         point,
              double           diameter)
{
  NevItem *item = nev_scene_add_dot (self->scene, NEV_ROLE_MARK, point.x, point.y, diameter);

  item->slot = nev_layout_get_slot (self, column);
  item->style = NEV_STYLE_PUBLISHED;
  item->datum = (NevDatum){ (int) column, (int) row };
}

/**
 * nev_marks_add_dense_line:
 * @self: a layout
 * @panel: a panel in its place
 * @index: one of its columns, which is dense
 * @diameter: of a dot, in pixels
 *
 * Adds a line, broken where there is no value for a pixel or more, and a dot where a piece has only one point.
 */
void
nev_marks_add_dense_line (const NevLayout      *self,
                          const NevPanelLayout *panel,
                          guint                 index,
                          double                diameter)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (NevPoint));
  guint column = panel->first_column + index;
  guint last = 0;
  Pixel pixel = { 0 };

  while (next_pixel (self, panel, column, &pixel))
    {
      if (pixel.has_values)
        {
          append_points (self, panel, column, &pixel.summary, points);
          last = pixel.summary.last;
          continue;
        }

      if (points->len == 1)
        add_lone_dot (self, column, last, g_array_index (points, NevPoint, 0), diameter);
      finish_line (self, column, points);
    }

  if (points->len == 1)
    add_lone_dot (self, column, last, g_array_index (points, NevPoint, 0), diameter);
  finish_line (self, column, points);
}

/**
 * nev_marks_add_dense_bars:
 * @self: a layout
 * @panel: a panel in its place
 * @index: one of its columns, which is dense
 *
 * Adds a bar a pixel, as high as the highest of its values, and as low as the lowest.
 */
void
nev_marks_add_dense_bars (const NevLayout      *self,
                          const NevPanelLayout *panel,
                          guint                 index)
{
  guint  column = panel->first_column + index;
  double base = CLAMP (0, panel->y.domain_min, panel->y.domain_max);
  Pixel  pixel = { 0 };

  while (next_pixel (self, panel, column, &pixel))
    {
      double   x = floor (nev_band_get_middle (&panel->x, pixel.first));
      double   top, bottom;
      NevItem *item;

      if (!pixel.has_values)
        continue;

      top = round (nev_scale_map (&panel->y, MAX (base, nev_table_get_value (self->table, column, pixel.summary.highest))));
      bottom = round (nev_scale_map (&panel->y, MIN (base, nev_table_get_value (self->table, column, pixel.summary.lowest))));
      item = nev_scene_add_rect (self->scene, NEV_ROLE_MARK, x, top, 1, MAX (bottom - top, 1));
      item->slot = nev_layout_get_slot (self, column);
      item->style = NEV_STYLE_PUBLISHED;
      item->datum = (NevDatum){ (int) column, (int) pixel.summary.highest };
    }
}

/**
 * nev_marks_add_dense_hits:
 * @self: a layout
 * @panel: a panel in its place
 * @index: one of its columns, which is dense
 *
 * Adds the areas that answer to a pointer: one a pixel column, for the value in it that is furthest from zero.
 */
void
nev_marks_add_dense_hits (const NevLayout      *self,
                          const NevPanelLayout *panel,
                          guint                 index)
{
  guint column = panel->first_column + index;
  Pixel pixel = { 0 };

  self->scene->is_thinned = TRUE;

  while (next_pixel (self, panel, column, &pixel))
    {
      double left = nev_band_get_start (&panel->x, pixel.first);
      double width = nev_band_get_start (&panel->x, pixel.end) - left;
      NevHit hit = { { (int) column, (int) pixel.first }, left, panel->plot.y, width, panel->plot.height, left + width / 2, panel->plot.y + panel->plot.height };

      if (pixel.has_values)
        {
          double   low = nev_table_get_value (self->table, column, pixel.summary.lowest);
          double   high = nev_table_get_value (self->table, column, pixel.summary.highest);
          guint    row = fabs (low) > fabs (high) ? pixel.summary.lowest : pixel.summary.highest;
          NevPoint point = get_point (self, panel, column, row);

          hit.datum.row = (int) row;
          hit.anchor_x = point.x;
          hit.anchor_y = point.y;
        }

      nev_scene_add_hit (self->scene, &hit);
    }
}
