/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"
#include "nev-words.h"

#include "nev-catalog.h"
#include "nev-words-table.h"

#include <math.h>

#define GROUP_SHARE 0.8        /* of a period's width, for its bars */
#define NARROW_GROUP_SHARE 0.9 /* where a period has few pixels */
#define NARROW_BAND 8.0        /* pixels */
#define LABEL_SHARE 0.9        /* of a period's width, for a label */
#define MAX_DECIMALS 12        /* of a label */
#define LABEL_GAP 0.2          /* between a mark and its label, in font sizes */
#define LABELS_GAP 0.3         /* between the labels of two bars, in font sizes */
#define DOT 0.5                /* diameter of a point, in font sizes */
#define MIN_DOT_DISTANCE 0.9   /* closer than this points are left out and the line is dashed instead, in font sizes */

/**
 * nev_marks_get_reading:
 * @self: a layout
 * @panel: a panel
 * @index: one of its columns
 * @row: a row
 *
 * Returns: (transfer none): what a mark stands for
 */
const NevReading *
nev_marks_get_reading (const NevLayout      *self,
                       const NevPanelLayout *panel,
                       guint                 index,
                       guint                 row)
{
  return nev_table_get_reading (self->table, panel->first_column + index, row);
}

static NevStyle
get_style (const NevReading *reading)
{
  return reading->status == NEV_STATUS_DERIVED ? NEV_STYLE_DERIVED : NEV_STYLE_PUBLISHED;
}

static NevDatum
get_datum (const NevPanelLayout *panel,
           guint                 index,
           guint                 row)
{
  return (NevDatum){ (int) (panel->first_column + index), (int) row };
}

/**
 * nev_marks_has_labels:
 * @self: a layout
 * @panel: a panel
 *
 * Returns: whether values are written on its marks
 */
gboolean
nev_marks_has_labels (const NevLayout      *self,
                      const NevPanelLayout *panel)
{
  return !panel->is_bare && !(self->options->hidden & NEV_PART_LABELS);
}

/**
 * nev_marks_drop_label:
 * @self: a layout
 *
 * Counts a value that isn't written on its mark, because there is no room.
 */
void
nev_marks_drop_label (const NevLayout *self)
{
  self->scene->n_dropped++;
  self->scene->n_unlabelled++;
}

/* A label on a mark has three digits that count for the largest, but none after the point that isn't known, and of what isn't
 * less than one no more than one there.
 */
static char *
format_label (const NevLayout      *self,
              const NevPanelLayout *panel,
              double                value,
              double                precision)
{
  double largest = MAX (fabs (panel->y.domain_min), fabs (panel->y.domain_max)) / panel->magnitude.divisor;
  int    most = largest < 1 ? MAX_DECIMALS : panel->magnitude.divisor > 1 ? 2 : 1;
  int    n_decimals = (int) CLAMP (2 - floor (log10 (largest)), 0, most);

  if (precision > 0)
    n_decimals = MIN (n_decimals, nev_rounding_get_decimals (precision / panel->magnitude.divisor));

  if (panel->measure == NEV_MEASURE_CHANGE_ON_YEAR || panel->measure == NEV_MEASURE_CHANGE_ON_PERIOD)
    return nev_format_change_short (value, panel->unit, n_decimals, self->language);

  return nev_format_value_short (value, panel->unit, panel->magnitude, n_decimals, self->language);
}

/**
 * nev_marks_format_reading:
 * @self: a layout
 * @panel: a panel
 * @reading: one of its readings
 *
 * Returns: (transfer full): the label of its mark
 */
char *
nev_marks_format_reading (const NevLayout      *self,
                          const NevPanelLayout *panel,
                          const NevReading     *reading)
{
  return format_label (self, panel, reading->value, nev_words_precision (reading));
}

/* The area that answers for a datum: as high as the plot, so that a low bar can be hit too. What isn't shown has none. */
static void
add_hit (const NevLayout      *self,
         const NevPanelLayout *panel,
         NevDatum              datum,
         double                x,
         double                width,
         double                anchor_x,
         double                anchor_y)
{
  NevHit hit = { datum, x, panel->plot.y, width, panel->plot.height, anchor_x, anchor_y };

  if (nev_table_get_reading (self->table, (guint) datum.column, (guint) datum.row)->gap != NEV_GAP_NOT_SHOWN)
    nev_scene_add_hit (self->scene, &hit);
}

/* The bars of one period: whole pixels wide and equally so, or as wide as they come where there is less than one. */
typedef struct
{
  double left, bar_width, step;
} Group;

static Group
get_group (const NevPanelLayout *panel,
           guint                 row,
           guint                 n_bars)
{
  double band = nev_band_get_width (&panel->x);
  double width = band * (band < NARROW_BAND ? NARROW_GROUP_SHARE : GROUP_SHARE);
  double step = width / n_bars;
  Group  group;

  if (step >= 2)
    step = floor (step);

  group.step = step;
  group.bar_width = step >= 5 && n_bars > 1 ? step - 1 : step;
  group.left = nev_band_get_middle (&panel->x, row) - step * n_bars / 2;

  if (step >= 2)
    group.left = round (group.left);

  return group;
}

static void
add_bar (const NevLayout      *self,
         const NevPanelLayout *panel,
         guint                 index,
         guint                 row,
         double                x,
         double                width,
         double                from,
         double                to)
{
  const NevReading *reading = nev_marks_get_reading (self, panel, index, row);
  double            y0 = round (nev_scale_map (&panel->y, from));
  double            y1 = round (nev_scale_map (&panel->y, to));
  NevItem          *item = nev_scene_add_rect (self->scene, NEV_ROLE_MARK, x, MIN (y0, y1), width, MAX (fabs (y1 - y0), 1));

  item->slot = nev_layout_get_slot (self, panel->first_column + index);
  item->style = get_style (reading);
  item->datum = get_datum (panel, index, row);
}

/* Whether every value has room for its label within @width, and a little between two: some bars with labels and others without would
 * read as if it meant something.
 */
static gboolean
labels_fit (const NevLayout      *self,
            const NevPanelLayout *panel,
            double                width)
{
  for (guint i = 0; i < panel->n_columns; i++)
    for (guint row = 0; row < nev_table_get_n_rows (self->table); row++)
      {
        const NevReading *reading = nev_marks_get_reading (self, panel, i, row);
        g_autofree char  *text = NULL;

        if (reading->status == NEV_STATUS_GAP)
          continue;

        text = nev_marks_format_reading (self, panel, reading);
        if (nev_layout_measure (self, NEV_ROLE_VALUE_LABEL, text).width + LABELS_GAP * self->font > width)
          return FALSE;
      }

  return TRUE;
}

/* The label above a bar that grows upwards, below one that grows downwards. */
static void
add_value_label (const NevLayout      *self,
                 const NevPanelLayout *panel,
                 double                x,
                 double                value,
                 guint                 slot,
                 const char           *text)
{
  double y = round (nev_scale_map (&panel->y, value));
  double height = nev_layout_measure (self, NEV_ROLE_VALUE_LABEL, text).height;
  double bottom = panel->plot.y + panel->plot.height;

  y = value >= 0 ? y - height : MIN (y + LABEL_GAP * self->font, bottom - height);

  /* A label recedes with its bar. */
  if (nev_slot_is_context (slot))
    nev_layout_add_text (self, NEV_ROLE_VALUE_LABEL, x, y, 0.5, text)->slot = slot;
  else
    nev_layout_add_text (self, NEV_ROLE_VALUE_LABEL, x, y, 0.5, text);
}

static void
add_bars (const NevLayout      *self,
          const NevPanelLayout *panel)
{
  guint    n_rows = nev_table_get_n_rows (self->table);
  Group    first = get_group (panel, 0, panel->n_columns);
  gboolean is_labelled = nev_marks_has_labels (self, panel) && labels_fit (self, panel, panel->n_columns > 1 ? first.step : nev_band_get_width (&panel->x) * LABEL_SHARE);
  double   base = CLAMP (0, panel->y.domain_min, panel->y.domain_max);

  for (guint row = 0; row < n_rows; row++)
    {
      Group group = get_group (panel, row, panel->n_columns);

      for (guint i = 0; i < panel->n_columns; i++)
        {
          const NevReading *reading = nev_marks_get_reading (self, panel, i, row);
          double            x = group.left + i * group.step;
          double            middle = x + group.bar_width / 2;
          double            band = nev_band_get_width (&panel->x) / panel->n_columns;
          gboolean          is_gap = reading->status == NEV_STATUS_GAP;

          add_hit (self, panel, get_datum (panel, i, row), nev_band_get_start (&panel->x, row) + i * band, band,
                   middle, nev_scale_map (&panel->y, is_gap ? base : reading->value));

          if (is_gap)
            continue;

          add_bar (self, panel, i, row, x, group.bar_width, base, reading->value);

          if (is_labelled)
            {
              g_autofree char *text = nev_marks_format_reading (self, panel, reading);

              add_value_label (self, panel, middle, reading->value, nev_layout_get_slot (self, panel->first_column + i), text);
            }
          else if (nev_marks_has_labels (self, panel))
            nev_marks_drop_label (self);
        }
    }
}

/* A label on a part of a stack. On hatching it couldn't be read. */
static void
add_part_label (const NevLayout      *self,
                const NevPanelLayout *panel,
                guint                 index,
                guint                 row,
                double                middle,
                double                width,
                double                from,
                double                to)
{
  const NevReading *reading = nev_marks_get_reading (self, panel, index, row);
  g_autofree char  *text = nev_marks_format_reading (self, panel, reading);
  NevTextExtents    extents = nev_layout_measure (self, NEV_ROLE_VALUE_LABEL_INSIDE, text);
  double            y = nev_scale_map (&panel->y, (from + to) / 2);
  double            height = fabs (nev_scale_map (&panel->y, from) - nev_scale_map (&panel->y, to));
  NevItem          *item;

  if (reading->status == NEV_STATUS_DERIVED || extents.width > width || extents.height * 1.1 > height)
    {
      nev_marks_drop_label (self);
      return;
    }

  item = nev_layout_add_text (self, NEV_ROLE_VALUE_LABEL_INSIDE, middle, y - extents.height / 2, 0.5, text);
  item->slot = nev_layout_get_slot (self, panel->first_column + index);
}

/* The sum above a stack, where all its parts are known. */
static void
add_total_label (const NevLayout      *self,
                 const NevPanelLayout *panel,
                 double                middle,
                 double                width,
                 double                total)
{
  g_autofree char *text = format_label (self, panel, total, 0);

  if (nev_layout_measure (self, NEV_ROLE_VALUE_LABEL, text).width <= width)
    add_value_label (self, panel, middle, total, 0, text);
}

static void
add_stacks (const NevLayout      *self,
            const NevPanelLayout *panel)
{
  for (guint row = 0; row < nev_table_get_n_rows (self->table); row++)
    {
      Group    group = get_group (panel, row, 1);
      double   band = nev_band_get_width (&panel->x);
      double   middle = group.left + group.bar_width / 2;
      double   above = 0, below = 0;
      gboolean is_complete = panel->n_columns > 1;

      for (guint i = 0; i < panel->n_columns; i++)
        {
          const NevReading *reading = nev_marks_get_reading (self, panel, i, row);
          gboolean          is_gap = reading->status == NEV_STATUS_GAP;
          double            from = !is_gap && reading->value < 0 ? below : above;
          double            to = is_gap ? from : from + reading->value;

          add_hit (self, panel, get_datum (panel, i, row), nev_band_get_start (&panel->x, row), band,
                   middle, nev_scale_map (&panel->y, (from + to) / 2));

          if (is_gap)
            {
              is_complete = FALSE;
              continue;
            }

          add_bar (self, panel, i, row, group.left, group.bar_width, from, to);
          if (nev_marks_has_labels (self, panel) && band >= 1)
            add_part_label (self, panel, i, row, middle, group.bar_width, from, to);

          if (reading->value < 0)
            below = to;
          else
            above = to;
        }

      if (is_complete && below == 0 && nev_marks_has_labels (self, panel))
        add_total_label (self, panel, middle, band * LABEL_SHARE, above);
    }
}

/* Keeps the first, lowest, highest and last point of every pixel column, in order, which draws the same pixels as
 * all of them. Returns how many are left at the front of @points.
 */
static guint
thin_out (NevPoint *points,
          guint     n)
{
  guint kept = 0;

  for (guint first = 0, next; first < n; first = next)
    {
      guint low = first, high = first, keep[4];

      for (next = first + 1; next < n && floor (points[next].x) == floor (points[first].x); next++)
        {
          if (points[next].y < points[low].y)
            low = next;
          if (points[next].y > points[high].y)
            high = next;
        }

      keep[0] = first;
      keep[1] = MIN (low, high);
      keep[2] = MAX (low, high);
      keep[3] = next - 1;

      for (guint i = 0; i < G_N_ELEMENTS (keep); i++)
        if (i == 0 || keep[i] != keep[i - 1])
          points[kept++] = points[keep[i]];
    }

  return kept;
}

/**
 * nev_marks_get_point:
 * @self: a layout
 * @panel: a panel
 * @index: one of its columns
 * @row: a row that has a value
 *
 * Returns: where the value lies
 */
NevPoint
nev_marks_get_point (const NevLayout      *self,
                     const NevPanelLayout *panel,
                     guint                 index,
                     guint                 row)
{
  return (NevPoint){ nev_band_get_middle (&panel->x, row),
                     nev_scale_map (&panel->y, nev_marks_get_reading (self, panel, index, row)->value) };
}

/* A line goes on where both ends are known and counted alike. */
static gboolean
is_joined (const NevLayout      *self,
           const NevPanelLayout *panel,
           guint                 index,
           guint                 row)
{
  return row > 0 &&
         nev_marks_get_reading (self, panel, index, row - 1)->status != NEV_STATUS_GAP &&
         nev_marks_get_reading (self, panel, index, row)->status != NEV_STATUS_GAP &&
         !nev_table_is_break (self->table, panel->first_column + index, row);
}

/* Where points are too close for dots, the piece of the line that leads to a derived one says so. */
static NevStyle
get_piece_style (const NevLayout      *self,
                 const NevPanelLayout *panel,
                 guint                 index,
                 guint                 row,
                 gboolean              has_dots)
{
  return has_dots ? NEV_STYLE_PUBLISHED : get_style (nev_marks_get_reading (self, panel, index, row));
}

static void
add_line (const NevLayout      *self,
          const NevPanelLayout *panel,
          guint                 index,
          gboolean              has_dots)
{
  guint                n_rows = nev_table_get_n_rows (self->table);
  g_autofree NevPoint *points = g_new (NevPoint, n_rows + 1);

  for (guint first = 0, next; first < n_rows; first = next)
    {
      guint    n = 0;
      NevStyle style = NEV_STYLE_PUBLISHED;

      next = first + 1;

      if (nev_marks_get_reading (self, panel, index, first)->status == NEV_STATUS_GAP)
        continue;

      points[n++] = nev_marks_get_point (self, panel, index, first);

      while (next < n_rows && is_joined (self, panel, index, next))
        {
          NevStyle piece = get_piece_style (self, panel, index, next, has_dots);

          if (n > 1 && piece != style)
            break;

          style = piece;
          points[n++] = nev_marks_get_point (self, panel, index, next++);
        }

      if (n > 1)
        {
          NevItem *item = nev_scene_add_line (self->scene, NEV_ROLE_MARK, points, thin_out (points, n));

          item->slot = nev_layout_get_slot (self, panel->first_column + index);
          item->style = style;
          item->datum = get_datum (panel, index, 0);
          item->datum.row = -1;
        }

      /* The next piece begins where this one ended, unless it was the end of a run. */
      if (next < n_rows && is_joined (self, panel, index, next))
        next--;
    }
}

static gboolean
is_alone (const NevLayout      *self,
          const NevPanelLayout *panel,
          guint                 index,
          guint                 row)
{
  return !is_joined (self, panel, index, row) &&
         (row + 1 == nev_table_get_n_rows (self->table) || !is_joined (self, panel, index, row + 1));
}

static void
add_dots (const NevLayout      *self,
          const NevPanelLayout *panel,
          guint                 index,
          gboolean              has_dots)
{
  double band = nev_band_get_width (&panel->x);

  for (guint row = 0; row < nev_table_get_n_rows (self->table); row++)
    {
      const NevReading *reading = nev_marks_get_reading (self, panel, index, row);
      gboolean          is_gap = reading->status == NEV_STATUS_GAP;
      double            x = nev_band_get_middle (&panel->x, row);
      double            y = is_gap ? panel->plot.y + panel->plot.height : nev_scale_map (&panel->y, reading->value);
      NevItem          *item;

      add_hit (self, panel, get_datum (panel, index, row), nev_band_get_start (&panel->x, row), band, x, y);

      if (is_gap || !(has_dots || is_alone (self, panel, index, row)))
        continue;

      item = nev_scene_add_dot (self->scene, NEV_ROLE_MARK, x, y, DOT * self->font);
      item->slot = nev_layout_get_slot (self, panel->first_column + index);
      item->style = get_style (reading);
      item->datum = get_datum (panel, index, row);
    }
}

static gboolean
is_plain (const NevLayout      *self,
          const NevPanelLayout *panel)
{
  for (guint i = 0; i < panel->n_columns; i++)
    {
      if (!nev_table_is_plain (self->table, panel->first_column + i))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_break (const NevLayout      *self,
          const NevPanelLayout *panel,
          guint                 row)
{
  for (guint i = 0; i < panel->n_columns; i++)
    if (nev_table_is_break (self->table, panel->first_column + i, row))
      return TRUE;

  return FALSE;
}

/* Where the method changed a line crosses the plot, and the first one says what it means. */
static void
add_breaks (const NevLayout      *self,
            const NevPanelLayout *panel)
{
  gboolean is_labelled = FALSE;

  /* It would cross runs in which nothing changed there. Nothing ever does in plain columns. */
  if (nev_table_is_overlay (self->table) || is_plain (self, panel))
    return;

  for (guint row = 1; row < nev_table_get_n_rows (self->table); row++)
    {
      double         x = round (nev_band_get_start (&panel->x, row));
      NevPoint       line[] = { { x, panel->plot.y }, { x, panel->plot.y + panel->plot.height } };
      const char    *text = nev_tr (self->language, "Method changed");
      NevTextExtents extents = nev_layout_measure (self, NEV_ROLE_BREAK_LABEL, text);
      double         gap = LABEL_GAP * self->font;

      if (!is_break (self, panel, row))
        continue;

      nev_scene_add_line (self->scene, NEV_ROLE_BREAK, line, G_N_ELEMENTS (line));

      /* It stands above the plot, where no mark can be; only a label on a bar can be in the way. */
      if (!is_labelled && x - extents.width - gap >= panel->plot.x &&
          nev_layout_is_free (self, x - extents.width, panel->plot.y - extents.height, extents.width, extents.height))
        nev_layout_add_text (self, NEV_ROLE_BREAK_LABEL, x, panel->plot.y - extents.height, 1, text);

      is_labelled = TRUE;
    }
}

/* The points of all years would be a cloud. */
static gboolean
is_in_front (const NevLayout      *self,
             const NevPanelLayout *panel,
             guint                 index)
{
  return nev_slot_get_tone (nev_layout_get_slot (self, panel->first_column + index)) == 0;
}

static gboolean
is_dense (const NevLayout      *self,
          const NevPanelLayout *panel)
{
  for (guint i = 0; i < panel->n_columns; i++)
    {
      if (!nev_marks_is_dense (self, panel, i))
        return FALSE;
    }

  return TRUE;
}

static void
add_dense_bars (const NevLayout      *self,
                const NevPanelLayout *panel)
{
  for (guint i = 0; i < panel->n_columns; i++)
    nev_marks_add_dense_bars (self, panel, i);
  for (guint i = 0; i < panel->n_columns; i++)
    nev_marks_add_dense_hits (self, panel, i);
}

static gboolean
is_context (const NevLayout      *self,
            const NevPanelLayout *panel,
            guint                 index)
{
  return nev_slot_is_context (nev_layout_get_slot (self, panel->first_column + index));
}

/* What has the focus lies over what hasn't. */
static void
add_lines (const NevLayout      *self,
           const NevPanelLayout *panel,
           gboolean              has_room,
           gboolean              has_focus)
{
  for (guint i = 0; i < panel->n_columns; i++)
    {
      if (is_context (self, panel, i) == has_focus)
        continue;

      if (nev_marks_is_dense (self, panel, i))
        nev_marks_add_dense_line (self, panel, i, DOT * self->font);
      else
        add_line (self, panel, i, has_room && is_in_front (self, panel, i));
    }

  for (guint i = 0; i < panel->n_columns; i++)
    {
      if (is_context (self, panel, i) == has_focus)
        continue;

      if (nev_marks_is_dense (self, panel, i))
        nev_marks_add_dense_hits (self, panel, i);
      else
        add_dots (self, panel, i, has_room && is_in_front (self, panel, i));
    }
}

/**
 * nev_marks_add:
 * @self: a layout
 * @panel: a panel in its place
 *
 * Adds a panel's marks with their labels, the breaks of method, and the areas that answer to a pointer.
 */
void
nev_marks_add (const NevLayout      *self,
               const NevPanelLayout *panel)
{
  gboolean has_room = !panel->is_bare && nev_band_get_width (&panel->x) >= MIN_DOT_DISTANCE * self->font;

  switch (panel->mark)
    {
    case NEV_MARK_BARS:
      if (is_dense (self, panel))
        add_dense_bars (self, panel);
      else
        add_bars (self, panel);
      break;

    case NEV_MARK_STACKED:
      add_stacks (self, panel);
      break;

    case NEV_MARK_LINE:
      add_lines (self, panel, has_room, FALSE);
      add_lines (self, panel, has_room, TRUE);
      if (panel->has_end_labels && !panel->is_bare)
        nev_marks_add_end_labels (self, panel);
      break;

    default:
      g_assert_not_reached ();
    }

  if (!panel->is_bare)
    add_breaks (self, panel);
}
