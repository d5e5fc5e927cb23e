/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-highlight.h"

#include <math.h>

#define LINE_WIDTH 2.0f
#define RING_SIZE 13.0f

/* Between the pixels of the screen, as it is drawn. */
static gboolean
find_bar (const NevScene  *scene,
          NevDatum         datum,
          int              scale,
          graphene_rect_t *bar)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      if (item->kind == NEV_ITEM_RECT && item->role == NEV_ROLE_MARK &&
          item->datum.column == datum.column && item->datum.row == datum.row)
        {
          double left = round (item->x * scale) / scale;
          double top = round (item->y * scale) / scale;
          double right = round ((item->x + item->width) * scale) / scale;
          double bottom = round ((item->y + item->height) * scale) / scale;

          graphene_rect_init (bar, (float) left, (float) top, (float) (right - left), (float) (bottom - top));
          return TRUE;
        }
    }

  return FALSE;
}

void
nev_highlight_snapshot (const NevScene *scene,
                        const NevTheme *theme,
                        NevDatum        datum,
                        int             scale,
                        GtkSnapshot    *snapshot)
{
  const NevHit   *hit;
  graphene_rect_t bar;
  GskRoundedRect  outline;
  float           widths[4] = { LINE_WIDTH, LINE_WIDTH, LINE_WIDTH, LINE_WIDTH };
  GdkRGBA         color = { (float) theme->text.red, (float) theme->text.green, (float) theme->text.blue, 1 };
  GdkRGBA         colors[4] = { color, color, color, color };

  if (datum.column < 0 || datum.row < 0)
    return;

  if (find_bar (scene, datum, scale, &bar))
    {
      /* Without a curve it is a few rectangles, which GTK's cairo renderer fills without an outline to cut. */
      graphene_rect_inset (&bar, -LINE_WIDTH / 2, -LINE_WIDTH / 2);
      gsk_rounded_rect_init_from_rect (&outline, &bar, 0);
    }
  else if ((hit = nev_scene_find_hit (scene, datum)))
    {
      graphene_rect_init (&bar, (float) hit->anchor_x - RING_SIZE / 2, (float) hit->anchor_y - RING_SIZE / 2, RING_SIZE, RING_SIZE);
      gsk_rounded_rect_init_from_rect (&outline, &bar, RING_SIZE / 2);
    }
  else
    return;

  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}
