/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"

#include <math.h>

/* What a person adds to a chart. Shaded areas lie below the marks and lines above them; words go where neither text nor
 * marks are, and are left out where there is no such place. The notes are in nev-annotate-notes.c.
 */

#define FAR 100.0       /* a value so many times the largest one would press the data flat, and isn't shown */
#define GAP 0.2         /* between a line and its words, in font sizes like the others */
#define SIDE_GAP 0.4    /* between words side by side */
#define LABEL_STEP 2.0  /* by which a label moves along its line in search of room */
#define LABEL_SHARE 0.2 /* of the picture's width, for the labels beside a plot */
#define MIN_LABEL 3.0   /* a label beside the plot has at least so much room */

typedef struct
{
  double left, top, right, bottom;
} Box;

/* Cuts the part of a segment, from 0 to 1, that lies between two limits. */
static gboolean
clip (double  start,
      double  delta,
      double  low,
      double  high,
      double *from,
      double *to)
{
  if (delta == 0)
    return start >= low && start <= high;

  *from = MAX (*from, MIN ((low - start) / delta, (high - start) / delta));
  *to = MIN (*to, MAX ((low - start) / delta, (high - start) / delta));

  return *from <= *to;
}

static gboolean
is_crossed (const Box *box,
            NevPoint   a,
            NevPoint   b)
{
  double from = 0, to = 1;

  return clip (a.x, b.x - a.x, box->left, box->right, &from, &to) &&
         clip (a.y, b.y - a.y, box->top, box->bottom, &from, &to);
}

static gboolean
has_line (const NevScene *scene,
          const NevItem  *item,
          const Box      *box)
{
  const NevPoint *points = nev_scene_get_points (scene, item);

  for (guint i = 1; i < item->n_points; i++)
    if (is_crossed (box, points[i - 1], points[i]))
      return TRUE;

  return FALSE;
}

/* Whether words in the box would lie on what the reader looks at. Grid lines don't disturb. */
static gboolean
is_covered (const NevLayout *self,
            const NevItem   *item,
            const Box       *box)
{
  double radius = item->width / 2;

  switch (item->kind)
    {
    case NEV_ITEM_LINE:
      return (item->role == NEV_ROLE_MARK || item->role == NEV_ROLE_BREAK ||
              item->role == NEV_ROLE_REFERENCE || item->role == NEV_ROLE_NOTE_LINE) &&
             has_line (self->scene, item, box);

    case NEV_ITEM_RECT:
      return item->role == NEV_ROLE_MARK && item->x < box->right && box->left < item->x + item->width &&
             item->y < box->bottom && box->top < item->y + item->height;

    case NEV_ITEM_DOT:
      return item->x - radius < box->right && box->left < item->x + radius &&
             item->y - radius < box->bottom && box->top < item->y + radius;

    case NEV_ITEM_TEXT:
    default:
      return FALSE;
    }
}

/**
 * nev_annotate_is_free:
 * @self: a layout
 * @x: left end of a box
 * @y: its top
 * @width: its width
 * @height: its height
 *
 * Returns: whether words in the box would lie on neither text nor marks
 */
gboolean
nev_annotate_is_free (const NevLayout *self,
                      double           x,
                      double           y,
                      double           width,
                      double           height)
{
  Box box = { x, y, x + width, y + height };

  if (!nev_layout_is_free (self, x, y, width, height))
    return FALSE;

  for (guint i = 0; i < self->scene->items->len; i++)
    if (is_covered (self, nev_scene_get_item (self->scene, i), &box))
      return FALSE;

  return TRUE;
}

/**
 * nev_annotate_find_rows:
 * @self: a layout
 * @period: some days
 * @first: (out): the first row that has any of them
 * @last: (out): the last one
 *
 * Returns: whether there are any; where runs of days lie over each other, days are no place on the axis
 */
gboolean
nev_annotate_find_rows (const NevLayout *self,
                        NevPeriod        period,
                        guint           *first,
                        guint           *last)
{
  gboolean is_found = FALSE;

  if (nev_table_is_overlay (self->table))
    return FALSE;

  for (guint row = 0; row < nev_table_get_n_rows (self->table); row++)
    {
      NevPeriod shown = nev_table_get_period (self->table, row);

      if (shown.start >= period.end || period.start >= shown.end)
        continue;

      *first = is_found ? *first : row;
      *last = row;
      is_found = TRUE;
    }

  return is_found;
}

/* What a panel's axis reaches; a line or band of another measure has no place on it. */
static gboolean
is_on_axis (const NevPanelLayout *panel,
            const NevAnnotation  *annotation)
{
  return annotation->measure == panel->measure &&
         annotation->from >= panel->domain_min && annotation->from <= panel->domain_max &&
         (annotation->kind == NEV_ANNOTATION_LINE ||
          (annotation->to >= panel->domain_min && annotation->to <= panel->domain_max));
}

/**
 * nev_annotate_widen:
 * @self: a layout
 * @panel: a panel
 * @min: (inout): the lowest value of its axis
 * @max: (inout): the highest
 *
 * Makes room on an axis for the lines and bands of its measure, but for those that are so far away that nothing
 * would be seen of the data. A ranking shows none of them.
 */
void
nev_annotate_widen (const NevLayout      *self,
                    const NevPanelLayout *panel,
                    double               *min,
                    double               *max)
{
  GPtrArray *annotations = nev_spec_get_annotations (self->spec);
  double     largest = MAX (fabs (*min), fabs (*max));
  double     limit = FAR * (largest > 0 ? largest : 1);

  for (guint i = 0; i < annotations->len && !nev_table_is_ranking (self->table); i++)
    {
      const NevAnnotation *annotation = g_ptr_array_index (annotations, i);
      double               to = annotation->kind == NEV_ANNOTATION_BAND ? annotation->to : annotation->from;

      if (annotation->kind != NEV_ANNOTATION_LINE && annotation->kind != NEV_ANNOTATION_BAND)
        continue;

      /* A comparison with what isn't a number is false. */
      if (annotation->measure == panel->measure && fabs (annotation->from) <= limit && fabs (to) <= limit)
        {
          *min = MIN (*min, MIN (annotation->from, to));
          *max = MAX (*max, MAX (annotation->from, to));
        }
    }
}

static void
add_band (const NevLayout      *self,
          const NevPanelLayout *panel,
          const NevAnnotation  *annotation)
{
  double y0 = round (nev_scale_map (&panel->y, annotation->from));
  double y1 = round (nev_scale_map (&panel->y, annotation->to));

  if (is_on_axis (panel, annotation))
    nev_scene_add_rect (self->scene, NEV_ROLE_BAND, panel->plot.x, MIN (y0, y1), panel->plot.width, MAX (fabs (y1 - y0), 1));
}

static void
add_span (const NevLayout      *self,
          const NevPanelLayout *panel,
          const NevAnnotation  *annotation)
{
  guint  first, last;
  double left, right;

  if (!nev_annotate_find_rows (self, annotation->period, &first, &last))
    return;

  left = round (nev_band_get_start (&panel->x, first));
  right = round (nev_band_get_start (&panel->x, last + 1));
  nev_scene_add_rect (self->scene, NEV_ROLE_BAND, left, panel->plot.y, right - left, panel->plot.height);
}

/**
 * nev_annotate_add_areas:
 * @self: a layout
 * @panel: a panel in its place, without marks yet
 *
 * Shades a panel's bands of values and spans of days.
 */
void
nev_annotate_add_areas (const NevLayout      *self,
                        const NevPanelLayout *panel)
{
  GPtrArray *annotations = nev_spec_get_annotations (self->spec);

  for (guint i = 0; i < annotations->len; i++)
    {
      const NevAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (annotation->kind == NEV_ANNOTATION_BAND)
        add_band (self, panel, annotation);
      else if (annotation->kind == NEV_ANNOTATION_SPAN)
        add_span (self, panel, annotation);
    }
}

/* The highest value of a row's bars; stacked ones stand on each other. */
static double
get_row_height (const NevLayout      *self,
                const NevPanelLayout *panel,
                guint                 row)
{
  double largest = 0, sum = 0;

  for (guint i = 0; i < panel->n_columns; i++)
    {
      const NevReading *reading = nev_table_get_reading (self->table, panel->first_column + i, row);

      if (reading->status == NEV_STATUS_GAP)
        continue;

      largest = MAX (largest, reading->value);
      sum += MAX (reading->value, 0);
    }

  return panel->mark == NEV_MARK_STACKED ? sum : largest;
}

/* Whether somewhere the bars leave so much room side by side above a value. */
static gboolean
has_room_above (const NevLayout      *self,
                const NevPanelLayout *panel,
                double                value,
                double                width)
{
  guint  n_rows = nev_table_get_n_rows (self->table);
  double band = self->scene->width * (1 - LABEL_SHARE / 2) / n_rows;
  double room = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      room = get_row_height (self, panel, row) <= value ? room + band : 0;

      if (room >= width + band)
        return TRUE;
    }

  return FALSE;
}

/**
 * nev_annotate_get_label_width:
 * @self: a layout
 * @panel: a panel with its axis
 *
 * Returns: the room at its right that the words of lines and bands want which the bars leave no room for; 0 if there
 *   are none
 */
double
nev_annotate_get_label_width (const NevLayout      *self,
                              const NevPanelLayout *panel)
{
  GPtrArray *annotations = nev_spec_get_annotations (self->spec);
  double     widest = 0;

  for (guint i = 0; i < annotations->len && panel->mark != NEV_MARK_LINE; i++)
    {
      const NevAnnotation *annotation = g_ptr_array_index (annotations, i);
      double               width;

      if ((annotation->kind != NEV_ANNOTATION_LINE && annotation->kind != NEV_ANNOTATION_BAND) ||
          *annotation->text == '\0' || !is_on_axis (panel, annotation))
        continue;

      width = nev_layout_measure (self, NEV_ROLE_REFERENCE_LABEL, annotation->text).width;
      if (!has_room_above (self, panel, annotation->kind == NEV_ANNOTATION_BAND ? annotation->to : annotation->from, width))
        widest = MAX (widest, MIN (width, LABEL_SHARE * self->scene->width));
    }

  return widest > 0 ? widest + SIDE_GAP * self->font : 0;
}

/* Writes a label at the right of the plot. */
static gboolean
add_label_beside (const NevLayout      *self,
                  const NevPanelLayout *panel,
                  const char           *text,
                  double                middle)
{
  double left = panel->plot.x + panel->plot.width + SIDE_GAP * self->font;
  double room = self->scene->width - self->font - left;
  double height = nev_layout_get_line_height (self, NEV_ROLE_REFERENCE_LABEL);
  g_autoptr (GPtrArray) lines = NULL;

  if (room < MIN_LABEL * self->font || !nev_annotate_is_free (self, left, middle - height / 2, room, height))
    return FALSE;

  lines = nev_layout_wrap (self, NEV_ROLE_REFERENCE_LABEL, text, room, 1);
  nev_layout_add_text (self, NEV_ROLE_REFERENCE_LABEL, left, middle - height / 2, 0, g_ptr_array_index (lines, 0));

  return TRUE;
}

/* Writes a label at the first of @tops that is free, as far to the right as possible; if there is none, beside the
 * plot.
 */
static void
add_label (const NevLayout      *self,
           const NevPanelLayout *panel,
           const char           *text,
           double                middle,
           const double         *tops,
           gsize                 n_tops)
{
  double pad = GAP * self->font;
  g_autoptr (GPtrArray) lines = NULL;
  NevTextExtents extents;

  if (*text == '\0')
    return;

  lines = nev_layout_wrap (self, NEV_ROLE_REFERENCE_LABEL, text, panel->plot.width - 2 * pad, 1);
  extents = nev_layout_measure (self, NEV_ROLE_REFERENCE_LABEL, g_ptr_array_index (lines, 0));

  for (double right = panel->plot.x + panel->plot.width - pad; right - extents.width >= panel->plot.x; right -= LABEL_STEP * self->font)
    for (gsize i = 0; i < n_tops; i++)
      {
        double bottom = tops[i] + extents.height;

        /* The room for the values above the plot is the plot's. */
        if (tops[i] < panel->plot.y - extents.height - pad || bottom > panel->plot.y + panel->plot.height ||
            !nev_annotate_is_free (self, right - extents.width - pad, tops[i], extents.width + 2 * pad, extents.height))
          continue;

        nev_layout_add_text (self, NEV_ROLE_REFERENCE_LABEL, right, tops[i], 1, g_ptr_array_index (lines, 0));
        return;
      }

  if (!add_label_beside (self, panel, text, middle))
    self->scene->n_dropped++;
}

static void
add_piece (const NevLayout *self,
           double           from,
           double           to,
           double           y)
{
  NevPoint points[] = { { from, y }, { to, y } };

  if (to > from)
    nev_scene_add_line (self->scene, NEV_ROLE_REFERENCE, points, G_N_ELEMENTS (points));
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  double difference = ((const Box *) a)->left - ((const Box *) b)->left;

  return (difference > 0) - (difference < 0);
}

/* A line across the plot that makes way for the values that it would strike through. */
static void
add_reference (const NevLayout      *self,
               const NevPanelLayout *panel,
               double                y)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  double pad = GAP * self->font;
  double x = panel->plot.x;

  for (guint i = 0; i < self->scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (self->scene, i);
      Box            box = { item->x - pad, item->y, item->x + item->width + pad, item->y + item->height };

      if (item->kind == NEV_ITEM_TEXT && box.top < y && box.bottom > y && box.left < panel->plot.x + panel->plot.width)
        g_array_append_val (boxes, box);
    }

  g_array_sort (boxes, compare_lefts);

  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);

      add_piece (self, x, box->left, y);
      x = MAX (x, box->right);
    }

  add_piece (self, x, panel->plot.x + panel->plot.width, y);
}

static void
add_band_label (const NevLayout      *self,
                const NevPanelLayout *panel,
                const NevAnnotation  *annotation)
{
  double height = nev_layout_get_line_height (self, NEV_ROLE_REFERENCE_LABEL);
  double pad = GAP * self->font;
  double top = nev_scale_map (&panel->y, MAX (annotation->from, annotation->to));
  double bottom = nev_scale_map (&panel->y, MIN (annotation->from, annotation->to));
  double tops[] = { top + pad / 2, bottom - height - pad / 2, top - height - pad / 2 };

  /* In a band lower than its words they stand above or below it. */
  if (bottom - top < height)
    {
      tops[0] = top - height - pad / 2;
      tops[1] = bottom + pad / 2;
    }

  add_label (self, panel, annotation->text, (top + bottom) / 2, tops, G_N_ELEMENTS (tops));
}

/**
 * nev_annotate_add_lines:
 * @self: a layout
 * @panel: a panel with its marks
 *
 * Adds a panel's reference lines.
 */
void
nev_annotate_add_lines (const NevLayout      *self,
                        const NevPanelLayout *panel)
{
  GPtrArray *annotations = nev_spec_get_annotations (self->spec);

  for (guint i = 0; i < annotations->len; i++)
    {
      const NevAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (annotation->kind == NEV_ANNOTATION_LINE && is_on_axis (panel, annotation))
        add_reference (self, panel, round (nev_scale_map (&panel->y, annotation->from)));
    }
}

/**
 * nev_annotate_add_labels:
 * @self: a layout
 * @panel: a panel with its lines and notes
 *
 * Adds the words of lines and bands, which can stand anywhere along them, where the notes have left room.
 */
void
nev_annotate_add_labels (const NevLayout      *self,
                         const NevPanelLayout *panel)
{
  GPtrArray *annotations = nev_spec_get_annotations (self->spec);

  for (guint i = 0; i < annotations->len; i++)
    {
      const NevAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (annotation->measure != panel->measure ||
          (annotation->kind != NEV_ANNOTATION_LINE && annotation->kind != NEV_ANNOTATION_BAND))
        continue;

      if (!is_on_axis (panel, annotation))
        {
          self->scene->n_dropped++;
        }
      else if (annotation->kind == NEV_ANNOTATION_BAND)
        {
          add_band_label (self, panel, annotation);
        }
      else
        {
          double y = round (nev_scale_map (&panel->y, annotation->from));
          double pad = GAP * self->font;
          double tops[] = { y - nev_layout_get_line_height (self, NEV_ROLE_REFERENCE_LABEL) - pad / 2, y + pad / 2 };

          add_label (self, panel, annotation->text, y, tops, G_N_ELEMENTS (tops));
        }
    }
}
