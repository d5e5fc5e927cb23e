/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"

#include "nev-catalog.h"
#include "nev-headline.h"
#include "nev-words-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TICK_DISTANCE 2.6 /* between two values, in font sizes */
#define MAX_VALUE_TICKS 8
#define MAX_DECIMALS 12 /* of a tick's label */
#define LABEL_GAP 0.5      /* between an axis and its labels, in font sizes */
#define LABEL_DISTANCE 0.6 /* between two labels side by side, in font sizes */
#define TICK_LENGTH 0.35   /* in font sizes */
#define HEADROOM 0.06      /* of the range, beyond the outermost value where the next tick is far */

static const int month_steps[] = { 1, 2, 3, 6 };
static const guint row_steps[] = { 1, 2, 3, 4, 6, 12, 24, 60, 120 };
static const int year_steps[] = { 1, 2, 5, 10, 20, 50, 100 };

/* The lowest and highest that a panel's marks reach. */
static void
find_range (const NevLayout      *self,
            const NevPanelLayout *panel,
            double               *min,
            double               *max)
{
  gboolean is_index = panel->measure == NEV_MEASURE_INDEX && panel->mark == NEV_MARK_LINE;

  /* Bars are read by their length and start at zero. So do lines, but for an index, which is about the
   * distance from 100.
   */
  *min = *max = is_index ? 100 : 0;

  for (guint i = 0; i < panel->n_columns && panel->mark != NEV_MARK_STACKED; i++)
    {
      NevSummary summary;

      if (!nev_table_summarize (self->table, panel->first_column + i, 0, nev_table_get_n_rows (self->table), &summary))
        continue;

      *min = MIN (*min, nev_table_get_reading (self->table, panel->first_column + i, summary.lowest)->value);
      *max = MAX (*max, nev_table_get_reading (self->table, panel->first_column + i, summary.highest)->value);
    }

  for (guint row = 0; row < nev_table_get_n_rows (self->table) && panel->mark == NEV_MARK_STACKED; row++)
    {
      double below = 0, above = 0;

      for (guint i = 0; i < panel->n_columns; i++)
        {
          const NevReading *reading = nev_table_get_reading (self->table, panel->first_column + i, row);

          if (reading->status == NEV_STATUS_GAP)
            continue;

          below += MIN (reading->value, 0);
          above += MAX (reading->value, 0);
          *min = MIN (*min, below);
          *max = MAX (*max, above);
        }
    }
}

/* The axis ends at the outermost ticks, but for one that lies more than half a step beyond the data: that would
 * waste the room that the data could have.
 */
static void
trim_domain (NevPanelLayout *panel,
             double          min,
             double          max)
{
  double first = nev_ticks_get (&panel->ticks, 0);
  double last = nev_ticks_get (&panel->ticks, panel->ticks.n - 1);
  double half_step = (nev_ticks_get (&panel->ticks, 1) - first) / 2;
  double room = HEADROOM * (max - min);

  panel->domain_min = min - first > half_step ? min - room : first;
  panel->domain_max = last - max > half_step ? max + room : last;
}

/* The ticks that have a label: those on the axis, all or every second, third ... so that the labels have room. */
static gboolean
has_label (const NevLayout      *self,
           const NevPanelLayout *panel,
           int                   index)
{
  double value = nev_ticks_get (&panel->ticks, index);
  double step = nev_ticks_get (&panel->ticks, 1) - nev_ticks_get (&panel->ticks, 0);
  double distance = step / (panel->domain_max - panel->domain_min) * panel->plot.height;
  int    every = (int) MAX (ceil (nev_layout_get_line_height (self, NEV_ROLE_AXIS_LABEL) / distance), 1);

  return value >= panel->domain_min && value <= panel->domain_max && (panel->ticks.first + index) % every == 0;
}

/**
 * nev_axis_prepare_values:
 * @self: a layout
 * @panel: the panel; gets its ticks and magnitude
 * @height: of its plot, in pixels
 *
 * Chooses the values that stand on a panel's axis.
 */
void
nev_axis_prepare_values (const NevLayout *self,
                         NevPanelLayout  *panel,
                         double           height)
{
  double min, max;
  int    n_wanted = (int) CLAMP (height / (TICK_DISTANCE * self->font), 2, MAX_VALUE_TICKS);

  find_range (self, panel, &min, &max);
  nev_annotate_widen (self, panel, &min, &max);
  max = max > min ? max : min + 1;
  panel->ticks = nev_ticks_cover (min, max, n_wanted);
  trim_domain (panel, min, max);
  panel->magnitude = nev_headline_get_magnitude (self->spec, self->table,
                                                 nev_table_get_column (self->table, panel->first_column)->panel, self->language);

  /* The word stands once, in the subtitle. */
  panel->magnitude.word = "";
}

/**
 * nev_axis_format_tick:
 * @self: a layout
 * @panel: a panel with its ticks
 * @index: one of them
 *
 * Returns: (transfer full): the label of the tick
 */
char *
nev_axis_format_tick (const NevLayout      *self,
                      const NevPanelLayout *panel,
                      int                   index)
{
  double step = (nev_ticks_get (&panel->ticks, 1) - nev_ticks_get (&panel->ticks, 0)) / panel->magnitude.divisor;
  double value = nev_ticks_get (&panel->ticks, index);
  int    n_decimals = value == 0 ? 0 : (int) CLAMP (ceil (-log10 (step) - 1e-9), 0, MAX_DECIMALS);

  if (panel->unit == NEV_UNIT_PERCENTAGE_POINTS)
    return nev_format_number (value, n_decimals, self->language);

  return nev_format_value_short (value, panel->unit, panel->magnitude, n_decimals, self->language);
}

/**
 * nev_axis_get_label_width:
 * @self: a layout
 * @panel: a panel with its ticks
 *
 * Returns: the width of its widest value label, in pixels
 */
double
nev_axis_get_label_width (const NevLayout      *self,
                          const NevPanelLayout *panel)
{
  double width = 0;

  for (int i = 0; i < panel->ticks.n; i++)
    {
      g_autofree char *text = nev_axis_format_tick (self, panel, i);

      if (has_label (self, panel, i))
        width = MAX (width, nev_layout_measure (self, NEV_ROLE_AXIS_LABEL, text).width);
    }

  return width;
}

/**
 * nev_axis_add_values:
 * @self: a layout
 * @panel: a panel in its place
 *
 * Adds a panel's value labels and grid lines.
 */
void
nev_axis_add_values (const NevLayout      *self,
                     const NevPanelLayout *panel)
{
  /* All lines, then all labels: a file says each look once. */
  for (int i = 0; i < panel->ticks.n; i++)
    {
      double   value = nev_ticks_get (&panel->ticks, i);
      double   y = round (nev_scale_map (&panel->y, value));
      NevPoint line[] = { { panel->plot.x, y }, { panel->plot.x + panel->plot.width, y } };

      if (has_label (self, panel, i))
        nev_scene_add_line (self->scene, value == 0 ? NEV_ROLE_BASELINE : NEV_ROLE_GRID, line, G_N_ELEMENTS (line));
    }

  for (int i = 0; i < panel->ticks.n; i++)
    {
      double           y = round (nev_scale_map (&panel->y, nev_ticks_get (&panel->ticks, i)));
      g_autofree char *text = nev_axis_format_tick (self, panel, i);
      NevTextExtents   extents = nev_layout_measure (self, NEV_ROLE_AXIS_LABEL, text);

      if (has_label (self, panel, i))
        nev_layout_add_text (self, NEV_ROLE_AXIS_LABEL, panel->plot.x - LABEL_GAP * self->font, y - extents.height / 2, 1, text);
    }
}

static gboolean
has_parts (const NevLayout *self)
{
  return nev_table_get_frequency (self->table) != NEV_FREQUENCY_YEAR;
}

/**
 * nev_axis_get_period_height:
 * @self: a layout
 *
 * Returns: the height of the labels below the period axis, in pixels
 */
double
nev_axis_get_period_height (const NevLayout *self)
{
  double line_height = nev_layout_get_line_height (self, NEV_ROLE_AXIS_LABEL);

  if (nev_table_is_overlay (self->table))
    return LABEL_GAP * self->font + (nev_words_axis (self->table, self->language) != NULL ? 2 : 1) * line_height;

  return LABEL_GAP * self->font + (has_parts (self) ? 2 : 1) * line_height;
}

static int
get_year (const NevLayout *self,
          guint            row)
{
  int year;

  nev_day_to_date (nev_table_get_period (self->table, row).start, &year, NULL, NULL);

  return year;
}

/* Which part of its year a row is, counted from 0. */
static int
get_part (const NevLayout *self,
          guint            row)
{
  int month;

  nev_day_to_date (nev_table_get_period (self->table, row).start, NULL, &month, NULL);

  return (month - 1) / nev_frequency_get_months (nev_table_get_frequency (self->table));
}

static char *
format_part (const NevLayout *self,
             int              part)
{
  static const char *const quarters[] = { N_("Q1"), N_("Q2"), N_("Q3"), N_("Q4") };

  switch (nev_table_get_frequency (self->table))
    {
    case NEV_FREQUENCY_MONTH:
      if (part == 0 && nev_table_merges_jan_feb (self->table))
        return nev_format_months (1, 2, self->language);
      return nev_format_month (part + 1, self->language);
    case NEV_FREQUENCY_QUARTER:
      return g_strdup (nev_tr (self->language, quarters[part]));
    case NEV_FREQUENCY_HALF_YEAR:
      return g_strdup (part == 0 ? nev_tr (self->language, "H1") : nev_tr (self->language, "H2"));
    case NEV_FREQUENCY_YEAR:
    case NEV_FREQUENCY_DAY: /* has an axis of its own */
    default:
      return g_strdup ("");
    }
}

static double
measure_part (const NevLayout *self,
              int              part)
{
  g_autofree char *text = format_part (self, part);

  return nev_layout_measure (self, NEV_ROLE_AXIS_LABEL, text).width;
}

/* Whether the label of January and February, which is wider than that of a month, has room where every @step-th month has
 * one. The next label is a row nearer to it than the others are to each other, for want of February's.
 */
static gboolean
has_room_for_merged (const NevLayout *self,
                     double           band,
                     int              step,
                     double           width)
{
  return MAX (step - 1, 1) * band >= (measure_part (self, 0) + width) / 2 + LABEL_DISTANCE * self->font;
}

/* One label for how many parts of a year, so that they have room side by side; 0 if not even that helps. */
static int
choose_part_step (const NevLayout *self,
                  double           band)
{
  gboolean is_merged = nev_table_merges_jan_feb (self->table);
  int      n_parts = 12 / nev_frequency_get_months (nev_table_get_frequency (self->table));
  double   width = 0;

  for (int i = is_merged ? 2 : 0; i < n_parts; i++)
    width = MAX (width, measure_part (self, i));

  for (gsize i = 0; i < G_N_ELEMENTS (month_steps) && month_steps[i] < n_parts; i++)
    if (n_parts % month_steps[i] == 0 &&
        month_steps[i] * band >= width + LABEL_DISTANCE * self->font &&
        (!is_merged || has_room_for_merged (self, band, month_steps[i], width)))
      return month_steps[i];

  return 0;
}

static int
choose_year_step (const NevLayout *self,
                  double           year_width)
{
  double width = nev_layout_measure (self, NEV_ROLE_AXIS_LABEL, "2000").width + LABEL_DISTANCE * self->font;

  for (gsize i = 0; i < G_N_ELEMENTS (year_steps); i++)
    if (year_steps[i] * year_width >= width)
      return year_steps[i];

  return G_MAXINT;
}

static void
add_part_labels (const NevLayout      *self,
                 const NevPanelLayout *panel,
                 double                y,
                 int                   step)
{
  for (guint row = 0; row < nev_table_get_n_rows (self->table); row++)
    {
      int              part = get_part (self, row);
      g_autofree char *text = NULL;
      double           x, middle, room;

      if (part % step != 0)
        continue;

      text = format_part (self, part);
      x = middle = nev_band_get_middle (&panel->x, row);
      room = nev_layout_measure (self, NEV_ROLE_AXIS_LABEL, text).width / 2 + LABEL_GAP * self->font;
      x = CLAMP (x, MIN (room, x), MAX (self->scene->width - room, 0));

      /* Before and after a wide label there is a row to spare at most. */
      if (fabs (x - middle) < nev_band_get_width (&panel->x))
        nev_layout_add_text (self, NEV_ROLE_AXIS_LABEL, x, y, 0.5, text);
    }
}

/* Where a year's label stands: in the middle of those of its rows that are shown; if they are too few for it, it
 * reaches beyond them on the side where no other year is, and into what the one before, which ends at @taken, leaves free.
 * Returns FALSE if that has no room either.
 */
static gboolean
place_year (const NevLayout *self,
            double           width,
            double           left,
            double           right,
            gboolean         is_last,
            double           taken,
            double          *x)
{
  if (width <= right - left)
    {
      *x = (left + right - width) / 2;
      return TRUE;
    }

  *x = MIN (left, self->scene->width - width - LABEL_GAP * self->font);

  return is_last && *x >= taken;
}

/**
 * nev_axis_add_years:
 * @self: a layout
 * @panel: the lowest panel, in its place
 * @top: where the ticks begin
 * @y: the top of the labels
 *
 * Adds the years below a panel, with a tick where a new one begins.
 */
void
nev_axis_add_years (const NevLayout      *self,
                    const NevPanelLayout *panel,
                    double                top,
                    double                y)
{
  guint  n_rows = nev_table_get_n_rows (self->table);
  guint  rows_per_year;
  int    step;
  double taken = 0;

  if (nev_table_get_frequency (self->table) == NEV_FREQUENCY_DAY)
    {
      nev_axis_add_day_years (self, panel, top, y);
      return;
    }

  rows_per_year = (guint) (12 / nev_frequency_get_months (nev_table_get_frequency (self->table))) -
                  (nev_table_merges_jan_feb (self->table) ? 1 : 0);
  step = choose_year_step (self, rows_per_year * nev_band_get_width (&panel->x));

  for (guint first = 0, next; first < n_rows; first = next)
    {
      int              year = get_year (self, first);
      g_autofree char *text = g_strdup_printf ("%d", year);
      double           width = nev_layout_measure (self, NEV_ROLE_AXIS_LABEL, text).width;
      double           left = nev_band_get_start (&panel->x, first), right, x;

      for (next = first + 1; next < n_rows && get_year (self, next) == year;)
        next++;

      right = nev_band_get_start (&panel->x, next);

      if (year % step != 0)
        continue;

      if (first > 0)
        {
          NevPoint line[] = { { round (left), top }, { round (left), top + TICK_LENGTH * self->font } };

          nev_scene_add_line (self->scene, NEV_ROLE_TICK, line, G_N_ELEMENTS (line));
        }

      /* Where only some years have a label, it may be wider than its year. */
      if (step > 1 && next - first == rows_per_year)
        nev_layout_add_text (self, NEV_ROLE_AXIS_LABEL, (left + right) / 2, y, 0.5, text);
      else if (step == 1 && place_year (self, width, left, right, next == n_rows, taken, &x))
        {
          nev_layout_add_text (self, NEV_ROLE_AXIS_LABEL, x, y, 0, text);
          taken = x + width + LABEL_DISTANCE * self->font;
        }
    }
}

/* Where runs lie over each other: what a row is in all of them. */
static char *
format_row (const NevLayout *self,
            guint            row)
{
  if (nev_words_axis (self->table, self->language) != NULL)
    return nev_format_number (row + 1, 0, self->language);

  return nev_words_row (self->table, row, NEV_PERIOD_FORMAT_SHORT, self->language);
}

static guint
choose_row_step (const NevLayout *self,
                 double           band)
{
  double width = 0;

  for (guint row = 0; row < nev_table_get_n_rows (self->table); row++)
    {
      g_autofree char *text = format_row (self, row);

      width = MAX (width, nev_layout_measure (self, NEV_ROLE_AXIS_LABEL, text).width);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (row_steps); i++)
    if (row_steps[i] * band >= width + LABEL_DISTANCE * self->font)
      return row_steps[i];

  return G_MAXUINT;
}

/* In the middle of the axis, or of the picture where that is hardly wider than the words. */
static void
add_axis_name (const NevLayout      *self,
               const NevPanelLayout *panel,
               double                y,
               const char           *name)
{
  g_autoptr (GPtrArray) lines = nev_layout_wrap (self, NEV_ROLE_AXIS_LABEL, name, self->scene->width - 2 * self->font, 1);
  const char *words = g_ptr_array_index (lines, 0);
  NevTextExtents extents = nev_layout_measure (self, NEV_ROLE_AXIS_LABEL, words);
  double      half = extents.width / 2;
  double      x = panel->plot.x + panel->plot.width / 2;

  if (x - half < self->font || x + half > self->scene->width - self->font)
    x = self->scene->width / 2;

  if (nev_layout_is_free (self, x - half, y, extents.width, extents.height))
    nev_layout_add_text (self, NEV_ROLE_AXIS_LABEL, x, y, 0.5, words);
  else
    self->scene->n_dropped++;
}

static void
add_row_labels (const NevLayout      *self,
                const NevPanelLayout *panel,
                double                top)
{
  const char *axis = nev_words_axis (self->table, self->language);
  guint       step = choose_row_step (self, nev_band_get_width (&panel->x));

  for (guint row = 0; row < nev_table_get_n_rows (self->table) && step < G_MAXUINT; row++)
    {
      g_autofree char *text = NULL;
      NevTextExtents   extents;
      double           x;

      /* What is counted is labelled at round numbers. */
      if (axis != NULL && step > 1 ? (row + 1) % step != 0 : row % step != 0)
        continue;

      text = format_row (self, row);
      extents = nev_layout_measure (self, NEV_ROLE_AXIS_LABEL, text);
      x = MIN (nev_band_get_middle (&panel->x, row) - extents.width / 2, self->scene->width - extents.width);

      if (nev_layout_is_free (self, x, top, extents.width, extents.height))
        nev_layout_add_text (self, NEV_ROLE_AXIS_LABEL, x, top, 0, text);
    }

  if (axis != NULL)
    add_axis_name (self, panel, top + nev_layout_get_line_height (self, NEV_ROLE_AXIS_LABEL), axis);
}

/**
 * nev_axis_add_periods:
 * @self: a layout
 * @panel: the lowest panel, in its place
 * @top: where the axis is
 *
 * Adds the period axis that all panels share: the parts of the years as far as they have room, the years
 * below them. Labels are always horizontal.
 */
void
nev_axis_add_periods (const NevLayout      *self,
                      const NevPanelLayout *panel,
                      double                top)
{
  double y = top + LABEL_GAP * self->font;
  int    step;

  if (nev_table_is_overlay (self->table))
    {
      add_row_labels (self, panel, y);
      return;
    }

  if (nev_table_get_frequency (self->table) == NEV_FREQUENCY_DAY)
    {
      nev_axis_add_days (self, panel, top);
      return;
    }

  step = has_parts (self) ? choose_part_step (self, nev_band_get_width (&panel->x)) : 0;

  if (step > 0)
    {
      add_part_labels (self, panel, y, step);
      y += nev_layout_get_line_height (self, NEV_ROLE_AXIS_LABEL);
    }

  nev_axis_add_years (self, panel, top, y);
}
