/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"

#include "nev-catalog.h"
#include "nev-words-table.h"
#include "nev-words.h"

#include <math.h>

/* Bars below each other, one a series, from the highest value to the lowest: at the left the names, at the ends of the bars their
 * values, below them the axis. What there is no room for is counted in the last line.
 */

#define NAME_SHARE 0.38   /* of the picture's width, that names may take */
#define GAP 0.5           /* between names and plot, plot and axis, in font sizes like the others */
#define LABEL_GAP 0.3     /* between the end of a bar and its value */
#define TICK_GAP 1.0      /* between the labels of two ticks */
#define MAX_BAR 4.0       /* the thickness of a bar where there are few */
#define MIN_ROW 1.1       /* of a line of text */
#define BAR_SHARE 0.72    /* of a row's height */
#define MAX_ROWS 60       /* more can't be taken in, and nobody reads them */
#define LABELLED_PLOT 6.0 /* the width of a plot that has room for values beside its bars */
#define NAME_LINES 2
#define MIN_PLOT_SHARE 0.5 /* of the plot's width, that values leave it at least */

/* What the rows of a picture share. */
typedef struct
{
  guint    n_shown;
  gboolean has_more; /* rows that only the last line speaks of */
  double   height;
  double   name_width;
  gboolean has_values;            /* at the ends of the bars */
  double   left_room, right_room; /* for those that reach beyond the plot */
} Rows;

static const NevReading *
get_reading (const NevLayout *self,
             guint            row)
{
  return nev_table_get_reading (self->table, 0, row);
}

static Rows
choose_rows (const NevLayout *self,
             double           height)
{
  Rows  rows = { 0 };
  guint n_rows = nev_table_get_n_rows (self->table);
  double least = MIN_ROW * nev_layout_get_line_height (self, NEV_ROLE_AXIS_LABEL);
  guint  n_fitting = (guint) CLAMP (floor (height / least), 1, MAX_ROWS);

  rows.has_more = n_rows > n_fitting;
  rows.n_shown = rows.has_more ? MAX (n_fitting, 2) - 1 : n_rows;
  rows.height = height / (rows.n_shown + (rows.has_more ? 1 : 0));

  return rows;
}

/* "and 123 more", for which there is no room. */
static char *
format_rest (const NevLayout *self,
             const Rows      *rows)
{
  /* Translators: below the bars of a ranking, of which not all have room */
  return g_strdup_printf (nev_tr (self->language, "and %u more"), nev_table_get_n_rows (self->table) - rows->n_shown);
}

static double
measure_names (const NevLayout *self,
               const Rows      *rows)
{
  double widest = 0;

  for (guint row = 0; row < rows->n_shown; row++)
    {
      g_autofree char *name = nev_words_row (self->table, row, NEV_PERIOD_FORMAT_SHORT, self->language);

      widest = MAX (widest, nev_layout_measure (self, NEV_ROLE_AXIS_LABEL, name).width);
    }

  if (rows->has_more)
    {
      g_autofree char *rest = format_rest (self, rows);

      widest = MAX (widest, nev_layout_measure (self, NEV_ROLE_SOURCE, rest).width);
    }

  return MIN (ceil (widest), floor (NAME_SHARE * self->scene->width));
}

/* How far values reach beyond the plot: those of short bars stand within it. The plot is yet as wide as it can be; when it is
 * narrower for the values, of which it leaves at least a half, there is as much less room within it.
 */
static void
measure_values (const NevLayout      *self,
                const NevPanelLayout *panel,
                Rows                 *rows)
{
  double left = panel->y.range_min, right = panel->y.range_max;
  double share = MIN_PLOT_SHARE, widest = 0;

  for (guint row = 0; row < rows->n_shown && nev_marks_has_labels (self, panel); row++)
    {
      const NevReading *reading = get_reading (self, row);
      g_autofree char  *text = NULL;
      double            width;

      if (reading->status == NEV_STATUS_GAP)
        continue;

      text = nev_marks_format_reading (self, panel, reading);
      width = ceil (nev_layout_measure (self, NEV_ROLE_VALUE_LABEL, text).width + LABEL_GAP * self->font);
      widest = MAX (widest, width);
      if (reading->value < 0)
        rows->left_room = MAX (rows->left_room, width - share * (nev_scale_map (&panel->y, reading->value) - left));
      else
        rows->right_room = MAX (rows->right_room, width - share * (right - nev_scale_map (&panel->y, reading->value)));
    }

  rows->left_room = ceil (rows->left_room);
  rows->right_room = ceil (rows->right_room);
  rows->has_values = widest > 0 && right - left - rows->left_room - rows->right_room >= LABELLED_PLOT * self->font;
}

/* Whether every @step-th tick has room for its label. */
static gboolean
ticks_fit (const NevLayout      *self,
           const NevPanelLayout *panel,
           int                   step)
{
  double distance = fabs (nev_scale_map (&panel->y, nev_ticks_get (&panel->ticks, step)) -
                          nev_scale_map (&panel->y, nev_ticks_get (&panel->ticks, 0)));

  for (int i = 0; i < panel->ticks.n; i++)
    {
      g_autofree char *text = nev_axis_format_tick (self, panel, i);

      if (nev_layout_measure (self, NEV_ROLE_AXIS_LABEL, text).width + TICK_GAP * self->font > distance)
        return FALSE;
    }

  return TRUE;
}

/* The values below the bars, with a line through the plot at each. */
static void
add_axis (const NevLayout      *self,
          const NevPanelLayout *panel)
{
  double bottom = panel->plot.y + panel->plot.height;
  double y = bottom + GAP * self->font;
  int    step = 1;

  while (step < panel->ticks.n && !ticks_fit (self, panel, step))
    step++;

  for (int i = 0; i < panel->ticks.n; i++)
    {
      double   value = nev_ticks_get (&panel->ticks, i);
      double   x = round (nev_scale_map (&panel->y, value));
      NevPoint line[] = { { x, panel->plot.y }, { x, bottom } };

      if (value >= panel->domain_min && value <= panel->domain_max && (value == 0 || (panel->ticks.first + i) % step == 0))
        nev_scene_add_line (self->scene, value == 0 ? NEV_ROLE_BASELINE : NEV_ROLE_GRID, line, G_N_ELEMENTS (line));
    }

  for (int i = 0; i < panel->ticks.n; i++)
    {
      double           value = nev_ticks_get (&panel->ticks, i);
      g_autofree char *text = nev_axis_format_tick (self, panel, i);
      NevTextExtents   extents = nev_layout_measure (self, NEV_ROLE_AXIS_LABEL, text);
      double           x = nev_scale_map (&panel->y, value) - extents.width / 2;

      if (value < panel->domain_min || value > panel->domain_max || (panel->ticks.first + i) % step != 0)
        continue;

      x = CLAMP (x, 0, MAX (self->scene->width - extents.width, 0));
      if (nev_layout_is_free (self, x, y, extents.width, extents.height))
        nev_layout_add_text (self, NEV_ROLE_AXIS_LABEL, x, y, 0, text);
    }
}

/* A name stands in front of its bar, in two lines where one is too short and both have room. */
static void
add_name (const NevLayout      *self,
          const NevPanelLayout *panel,
          const Rows           *rows,
          guint                 row,
          double                middle)
{
  g_autofree char *name = nev_words_row (self->table, row, NEV_PERIOD_FORMAT_SHORT, self->language);
  double           line_height = nev_layout_get_line_height (self, NEV_ROLE_AXIS_LABEL);
  guint            max_lines = rows->height >= NAME_LINES * line_height ? NAME_LINES : 1;
  g_autoptr (GPtrArray) lines = nev_layout_wrap (self, NEV_ROLE_AXIS_LABEL, name, rows->name_width, max_lines);
  double           right = panel->plot.x - rows->left_room - GAP * self->font;
  double           top = middle - lines->len * line_height / 2;

  for (guint i = 0; i < lines->len; i++)
    nev_layout_add_text (self, NEV_ROLE_AXIS_LABEL, right, top + i * line_height, 1, g_ptr_array_index (lines, i));
}

/* All bars have the first colour: the names tell them apart. What isn't in the focus recedes. */
static guint
get_slot (const NevLayout  *self,
          const NevReading *reading)
{
  NevSeries *focus = nev_spec_get_focus (self->spec);

  return nev_slot_with_tone (0, focus == NULL || focus == reading->series ? 0 : NEV_TONE_CONTEXT);
}

static void
add_value (const NevLayout      *self,
           const NevPanelLayout *panel,
           const NevReading     *reading,
           double                x,
           double                middle,
           guint                 slot)
{
  g_autofree char *text = nev_marks_format_reading (self, panel, reading);
  double           gap = LABEL_GAP * self->font;
  double           y = middle - nev_layout_measure (self, NEV_ROLE_VALUE_LABEL, text).height / 2;
  NevItem         *item = reading->value < 0 ? nev_layout_add_text (self, NEV_ROLE_VALUE_LABEL, x - gap, y, 1, text)
                                             : nev_layout_add_text (self, NEV_ROLE_VALUE_LABEL, x + gap, y, 0, text);

  if (nev_slot_is_context (slot))
    item->slot = slot;
}

/* Where a bar would begin stands that there is none. Why is in its reading. */
static void
add_gap (const NevLayout      *self,
         const NevPanelLayout *panel,
         double                x,
         double                middle)
{
  double      left = x + LABEL_GAP * self->font;
  double      room = panel->plot.x + panel->plot.width - left;
  const char *words = nev_tr (self->language, "no value");
  g_autoptr (GPtrArray) lines = nev_layout_wrap (self, NEV_ROLE_SOURCE, words, MAX (room, self->font), 1);
  double height = nev_layout_get_line_height (self, NEV_ROLE_SOURCE);

  if (lines->len > 0)
    nev_layout_add_text (self, NEV_ROLE_SOURCE, left, middle - height / 2, 0, g_ptr_array_index (lines, 0));
}

static void
add_row (const NevLayout      *self,
         const NevPanelLayout *panel,
         const Rows           *rows,
         guint                 row)
{
  const NevReading *reading = get_reading (self, row);
  double            top = panel->plot.y + row * rows->height;
  double            middle = top + rows->height / 2;
  double            thickness = round (MIN (MAX (rows->height * BAR_SHARE, 1), MAX_BAR * self->font));
  double            zero = round (nev_scale_map (&panel->y, CLAMP (0, panel->domain_min, panel->domain_max)));
  double            end = reading->status == NEV_STATUS_GAP ? zero : round (nev_scale_map (&panel->y, reading->value));
  guint             slot = get_slot (self, reading);
  NevHit            hit = { { 0, (int) row }, 0, top, self->scene->width, rows->height, end, middle };
  NevItem          *bar;
  double            length;

  nev_scene_add_hit (self->scene, &hit);
  add_name (self, panel, rows, row, middle);

  if (reading->status == NEV_STATUS_GAP)
    {
      add_gap (self, panel, zero, middle);
      return;
    }

  /* Zero has a bar of one pixel, which stays in the plot where zero is at its end. */
  length = MAX (fabs (end - zero), 1);
  bar = nev_scene_add_rect (self->scene, NEV_ROLE_MARK, MIN (MIN (zero, end), panel->plot.x + panel->plot.width - length),
                            round (middle - thickness / 2), length, thickness);
  bar->slot = slot;
  bar->style = reading->status == NEV_STATUS_DERIVED ? NEV_STYLE_DERIVED : NEV_STYLE_PUBLISHED;
  bar->datum = hit.datum;

  if (rows->has_values)
    add_value (self, panel, reading, end, middle, slot);
  else if (nev_marks_has_labels (self, panel))
    nev_marks_drop_label (self);
}

static void
add_rest (const NevLayout      *self,
          const NevPanelLayout *panel,
          const Rows           *rows)
{
  g_autofree char *text = format_rest (self, rows);
  g_autoptr (GPtrArray) lines = nev_layout_wrap (self, NEV_ROLE_SOURCE, text, rows->name_width, 1);
  double height = nev_layout_get_line_height (self, NEV_ROLE_SOURCE);
  double y = panel->plot.y + rows->n_shown * rows->height + (rows->height - height) / 2;

  self->scene->n_dropped += nev_table_get_n_rows (self->table) - rows->n_shown;
  nev_layout_add_text (self, NEV_ROLE_SOURCE, panel->plot.x - rows->left_room - GAP * self->font, y, 1, g_ptr_array_index (lines, 0));
}

/**
 * nev_ranking_add:
 * @self: the layout of a ranking
 * @panel: its panel
 * @top: where it begins
 * @bottom: where it ends
 *
 * Adds the names, bars and values of series that are ranked, and their axis.
 */
void
nev_ranking_add (const NevLayout *self,
                 NevPanelLayout  *panel,
                 double           top,
                 double           bottom)
{
  double line_height = nev_layout_get_line_height (self, NEV_ROLE_AXIS_LABEL);
  Rows   rows = choose_rows (self, MAX (bottom - top - GAP * self->font - line_height, 1));
  guint  n_lines = rows.n_shown + (rows.has_more ? 1 : 0);
  double margin = self->font, left, right;

  rows.name_width = measure_names (self, &rows);
  left = ceil (margin + rows.name_width + GAP * self->font);
  right = self->scene->width - margin;

  /* The magnitude comes from the axis, and the width of the values from that. */
  nev_axis_prepare_values (self, panel, (right - left) / 2);
  panel->y = nev_scale_init (panel->domain_min, panel->domain_max, left, right);
  measure_values (self, panel, &rows);
  if (!rows.has_values)
    rows.left_room = rows.right_room = 0;

  left += rows.left_room;
  right -= rows.right_room;
  panel->plot = (NevPlot){ left, ceil (top), MAX (floor (right - left), 1), floor (rows.height * n_lines) };
  panel->x = (NevBand){ panel->plot.y, panel->plot.y + rows.height * n_lines, n_lines };
  panel->y = nev_scale_init (panel->domain_min, panel->domain_max, panel->plot.x, panel->plot.x + panel->plot.width);
  self->scene->plots[self->scene->n_plots++] = panel->plot;

  add_axis (self, panel);
  for (guint row = 0; row < rows.n_shown; row++)
    add_row (self, panel, &rows, row);
  if (rows.has_more)
    add_rest (self, panel, &rows);
}
