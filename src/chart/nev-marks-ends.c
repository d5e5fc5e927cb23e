/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"

#include "nev-words-table.h"

#include <stdlib.h>

/* What stands at the ends of lines. */

#define END_LABEL_GAP 0.6 /* between the end of a line and its name, in font sizes */
#define EARLY_GAP 0.4     /* between the end of a line that is shorter than others and its name, at least */
#define EARLY_STEP 0.4    /* by which that name moves away in search of room */
#define N_EARLY_STEPS 8

/* The last known row of a column; -1 if it is empty. */
static int
find_last_row (const NevLayout      *self,
               const NevPanelLayout *panel,
               guint                 index)
{
  NevSummary summary;

  return nev_table_summarize (self->table, panel->first_column + index, 0, nev_table_get_n_rows (self->table), &summary)
           ? (int) summary.last
           : -1;
}

/* Title and subtitle say what it is; but not which year. */
static gboolean
is_alone_in_panel (const NevLayout      *self,
                   const NevPanelLayout *panel)
{
  return panel->n_columns == 1 && !nev_table_is_overlay (self->table);
}

/* What stands at a line's end: its name, or its last value where it is the only one. */
static char *
get_end_label (const NevLayout      *self,
               const NevPanelLayout *panel,
               guint                 index)
{
  int row = find_last_row (self, panel, index);

  if (row < 0 || (is_alone_in_panel (self, panel) && !nev_marks_has_labels (self, panel)))
    return g_strdup ("");

  if (is_alone_in_panel (self, panel))
    return nev_marks_format_reading (self, panel, nev_marks_get_reading (self, panel, index, (guint) row));

  return nev_words_column (self->table, panel->first_column + index, self->language);
}

/**
 * nev_marks_get_end_label_width:
 * @self: a layout
 * @panel: a panel
 *
 * Returns: the room that the labels at its lines' ends need, in pixels; 0 if it has none
 */
double
nev_marks_get_end_label_width (const NevLayout      *self,
                               const NevPanelLayout *panel)
{
  double width = 0;

  if (panel->mark != NEV_MARK_LINE)
    return 0;

  for (guint i = 0; i < panel->n_columns; i++)
    {
      g_autofree char *text = get_end_label (self, panel, i);

      width = MAX (width, nev_layout_measure (self, NEV_ROLE_SERIES_LABEL, text).width);
    }

  return width > 0 ? width + END_LABEL_GAP * self->font : 0;
}

typedef struct
{
  guint  index;
  double y; /* the label's middle */
} EndLabel;

static int
compare_end_labels (gconstpointer a,
                    gconstpointer b)
{
  double difference = ((const EndLabel *) a)->y - ((const EndLabel *) b)->y;

  return (difference > 0) - (difference < 0);
}

/* Moves labels apart so that each has @height, from the top down and then, where the last one has left the plot,
 * from the bottom up.
 */
static void
spread (EndLabel *labels,
        guint     n,
        double    height,
        double    top,
        double    bottom)
{
  for (guint i = 0; i < n; i++)
    labels[i].y = MAX (labels[i].y, i > 0 ? labels[i - 1].y + height : top + height / 2);

  for (guint i = n; i-- > 0;)
    labels[i].y = MIN (labels[i].y, i + 1 < n ? labels[i + 1].y - height : bottom - height / 2);
}

/* A run that ends before the others has its name above or below its last point, where that lies on nothing. */
static gboolean
add_early_label (const NevLayout      *self,
                 const NevPanelLayout *panel,
                 guint                 index,
                 guint                 row)
{
  static const double shifts[] = { 0.5, 0, 1 }; /* of the name's width, to the left */
  g_autofree char    *text = get_end_label (self, panel, index);
  NevTextExtents      extents = nev_layout_measure (self, NEV_ROLE_SERIES_LABEL, text);
  NevPoint            end = nev_marks_get_point (self, panel, index, row);
  double              right = nev_band_get_middle (&panel->x, nev_table_get_n_rows (self->table) - 1);

  if (!nev_table_is_overlay (self->table) || row + 1 == nev_table_get_n_rows (self->table))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (shifts) * 2 * N_EARLY_STEPS; i++)
    {
      double distance = (EARLY_GAP + i / 2 % N_EARLY_STEPS * EARLY_STEP) * self->font;
      double x = MAX (end.x - shifts[i / 2 / N_EARLY_STEPS] * extents.width, panel->plot.x);
      double y = i % 2 == 0 ? end.y - distance - extents.height : end.y + distance;

      if (x + extents.width <= right && y >= panel->plot.y &&
          y + extents.height <= panel->plot.y + panel->plot.height &&
          nev_annotate_is_free (self, x, y, extents.width, extents.height))
        {
          NevItem *item = nev_layout_add_text (self, NEV_ROLE_SERIES_LABEL, x, y, 0, text);

          item->slot = nev_layout_get_slot (self, panel->first_column + index);
          item->datum = (NevDatum){ (int) (panel->first_column + index), -1 };
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * nev_marks_add_end_labels:
 * @self: a layout
 * @panel: a panel of lines
 *
 * Writes the names at the ends of lines, apart from each other.
 */
void
nev_marks_add_end_labels (const NevLayout      *self,
                          const NevPanelLayout *panel)
{
  g_autofree EndLabel *labels = g_new (EndLabel, panel->n_columns);
  double               height = nev_layout_get_line_height (self, NEV_ROLE_SERIES_LABEL);
  gboolean             is_overlay = nev_table_is_overlay (self->table);
  guint                last = nev_table_get_n_rows (self->table) - 1;
  double               x = is_overlay ? nev_band_get_middle (&panel->x, last) + END_LABEL_GAP * self->font : panel->plot.x;
  guint                n = 0, max = (guint) (panel->plot.height / height) + 1;

  /* From the latest of the runs that may lie over each other: where not all names have room, it keeps its. */
  for (guint i = panel->n_columns; i-- > 0;)
    {
      int row = find_last_row (self, panel, i);

      if (row < 0 || (is_alone_in_panel (self, panel) && !nev_marks_has_labels (self, panel)))
        continue;

      if (add_early_label (self, panel, i, (guint) row))
        continue;

      if (n == max)
        {
          self->scene->n_dropped++;
          continue;
        }

      labels[n++] = (EndLabel){ i, nev_marks_get_point (self, panel, i, (guint) row).y };
      x = MAX (x, nev_band_get_middle (&panel->x, (guint) row) + END_LABEL_GAP * self->font);
    }

  qsort (labels, n, sizeof *labels, compare_end_labels);
  spread (labels, n, height, panel->plot.y - height / 2, panel->plot.y + panel->plot.height + height / 2);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = get_end_label (self, panel, labels[i].index);
      NevItem         *item = nev_layout_add_text (self, NEV_ROLE_SERIES_LABEL, x, labels[i].y - height / 2, 0, text);

      item->slot = nev_layout_get_slot (self, panel->first_column + labels[i].index);
      item->datum = (NevDatum){ (int) (panel->first_column + labels[i].index), -1 };
    }
}
