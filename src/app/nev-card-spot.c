/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-card-spot.h"

/* Between a mark and the card that tells of it, in pixels */
#define DISTANCE 14

/**
 * nev_card_spot_find:
 * @card: (inout): its size, in pixels; gets its place
 * @anchor_x: of a mark, in pixels
 * @anchor_y: of that mark
 * @width: of the view, in pixels
 * @height: of the view
 *
 * Finds the place of a card: after its mark, else before it, above or below, whichever is the first with room. A card never
 * reaches beyond the view; where there is room on no side at all it lies as far from the mark as it can.
 */
void
nev_card_spot_find (GtkAllocation *card,
                    double         anchor_x,
                    double         anchor_y,
                    int            width,
                    int            height)
{
  double x, y;

  card->width = MIN (card->width, width);
  card->height = MIN (card->height, height);

  x = anchor_x + DISTANCE;
  y = anchor_y - card->height / 2;

  if (x + card->width > width)
    x = anchor_x - DISTANCE - card->width;

  if (x < 0)
    {
      x = anchor_x - card->width / 2;
      y = anchor_y - DISTANCE - card->height;

      if (y < 0)
        y = anchor_y + DISTANCE;

      if (y + card->height > height)
        {
          x = anchor_x > width / 2.0 ? 0 : width - card->width;
          y = anchor_y > height / 2.0 ? 0 : height - card->height;
        }
    }

  card->x = (int) CLAMP (x, 0, width - card->width);
  card->y = (int) CLAMP (y, 0, height - card->height);
}
