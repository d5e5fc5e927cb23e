/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-highlight.h"

#define LINE_WIDTH 2.0f
#define RING_SIZE 13.0f

static gboolean
find_bar (const NevScene  *scene,
          NevDatum         datum,
          graphene_rect_t *bar)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      if (item->kind == NEV_ITEM_RECT && item->role == NEV_ROLE_MARK &&
          item->datum.column == datum.column && item->datum.row == datum.row)
        {
          graphene_rect_init (bar, (float) item->x, (float) item->y, (float) item->width, (float) item->height);
          return TRUE;
        }
    }

  return FALSE;
}

void
nev_highlight_snapshot (const NevScene *scene,
                        const NevTheme *theme,
                        NevDatum        datum,
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

  if (find_bar (scene, datum, &bar))
    {
      graphene_rect_inset (&bar, -LINE_WIDTH / 2, -LINE_WIDTH / 2);
      gsk_rounded_rect_init_from_rect (&outline, &bar, LINE_WIDTH);
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
