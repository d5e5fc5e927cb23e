/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"

#include <math.h>

/* The period axis of a chart by days: the days of months, or the months of years, or years, as there is room. It goes
 * from one label to the next and not from day to day, of which there may be a hundred thousand.
 */

#define LABEL_GAP 0.5      /* between the axis and its labels, in font sizes */
#define LABEL_DISTANCE 0.6 /* between two labels side by side, in font sizes */
#define TICK_LENGTH 0.35   /* in font sizes */
#define DAYS_PER_MONTH 30.0
#define DAYS_PER_YEAR 365.0

static const int day_steps[] = { 1, 2, 5, 10 };
static const int month_steps[] = { 1, 2, 3, 6 };
static const int year_steps[] = { 1, 2, 5, 10, 20, 50, 100 };

typedef char *(*FormatFunc) (NevPeriod   period,
                             NevLanguage language);

static NevPeriod
get_days (const NevLayout *self)
{
  return (NevPeriod){ nev_table_get_period (self->table, 0).start,
                      nev_table_get_period (self->table, nev_table_get_n_rows (self->table) - 1).end };
}

static double
get_x (const NevLayout      *self,
       const NevPanelLayout *panel,
       gint32                day)
{
  return nev_band_get_start (&panel->x, day - nev_table_get_period (self->table, 0).start);
}

static char *
format_day (NevPeriod   period,
            NevLanguage language)
{
  int day;

  nev_day_to_date (period.start, NULL, NULL, &day);

  return g_strdup_printf ("%d", day);
}

static char *
format_month (NevPeriod   period,
              NevLanguage language)
{
  int month;

  nev_day_to_date (period.start, NULL, &month, NULL);

  return nev_format_month (month, language);
}

static char *
format_month_of_year (NevPeriod   period,
                      NevLanguage language)
{
  return nev_format_period (period, NEV_PERIOD_FORMAT_SHORT, language);
}

static char *
format_year (NevPeriod   period,
             NevLanguage language)
{
  int year;

  nev_day_to_date (period.start, &year, NULL, NULL);

  return g_strdup_printf ("%d", year);
}

/* The first of @steps at which labels have room, of which each period has @width; 0 if none does. */
static int
choose_step (const NevLayout *self,
             FormatFunc       format,
             NevFrequency     frequency,
             double           width,
             const int       *steps,
             guint            n_steps)
{
  double widest = 0;

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *text = format (nev_period_at (nev_day_from_date (2000, i + 1, 30 - 2 * (i == 1)), frequency), self->language);

      widest = MAX (widest, nev_layout_measure (self, NEV_ROLE_AXIS_LABEL, text).width);
    }

  for (guint i = 0; i < n_steps; i++)
    {
      if (steps[i] * width >= widest + LABEL_DISTANCE * self->font)
        return steps[i];
    }

  return 0;
}

/* Whether a period is one of those that have a label: of days the 5th, 10th ... and not the 31st beside the 1st. */
static gboolean
is_labelled (NevPeriod    period,
             NevFrequency frequency,
             int          step)
{
  int year, month, day;

  nev_day_to_date (period.start, &year, &month, &day);

  if (frequency == NEV_FREQUENCY_DAY)
    return step == 1 || (step == 2 ? day % 2 == 1 && day < 31 : day % step == 0);

  return (frequency == NEV_FREQUENCY_MONTH ? month - 1 : year) % step == 0;
}

static void
add_tick (const NevLayout *self,
          double           x,
          double           top)
{
  NevPoint line[] = { { round (x), top }, { round (x), top + TICK_LENGTH * self->font } };

  nev_scene_add_line (self->scene, NEV_ROLE_TICK, line, G_N_ELEMENTS (line));
}

/* Labels each in the middle of what is shown of its period. One that is alone there may be wider than that: at the
 * end to the right, or where only every so many periods have one, and this is shown whole. @tick_top is NAN for no ticks.
 */
static void
add_labels (const NevLayout      *self,
            const NevPanelLayout *panel,
            NevFrequency          frequency,
            int                   step,
            FormatFunc            format,
            double                y,
            double                tick_top)
{
  NevPeriod days = get_days (self);

  for (NevPeriod period = nev_period_at (days.start, frequency); period.start < days.end; period = nev_period_at (period.end, frequency))
    {
      gboolean         is_whole = period.start >= days.start && period.end <= days.end;
      double           left = get_x (self, panel, MAX (period.start, days.start));
      double           right = get_x (self, panel, MIN (period.end, days.end));
      g_autofree char *text = NULL;
      double           width;

      if (!is_labelled (period, frequency, step))
        continue;

      if (!isnan (tick_top) && period.start > days.start)
        add_tick (self, left, tick_top);

      text = format (period, self->language);
      width = nev_layout_measure (self, NEV_ROLE_AXIS_LABEL, text).width;

      if (width <= right - left || (is_whole && (step > 1 || frequency == NEV_FREQUENCY_DAY)))
        nev_layout_add_text (self, NEV_ROLE_AXIS_LABEL, CLAMP ((left + right) / 2, width / 2, self->scene->width - width / 2), y, 0.5, text);
      else if (period.end >= days.end && left + width <= self->scene->width)
        nev_layout_add_text (self, NEV_ROLE_AXIS_LABEL, left, y, 0, text);
    }
}

/**
 * nev_axis_add_day_years:
 * @self: a layout of a table by days that has rows
 * @panel: a panel, in its place
 * @top: where the axis is
 * @y: the top of the labels
 *
 * Adds the years, as nev_axis_add_years() does for longer periods than days.
 */
void
nev_axis_add_day_years (const NevLayout      *self,
                        const NevPanelLayout *panel,
                        double                top,
                        double                y)
{
  int step = choose_step (self, format_year, NEV_FREQUENCY_YEAR, nev_band_get_width (&panel->x) * DAYS_PER_YEAR,
                          year_steps, G_N_ELEMENTS (year_steps));

  if (step > 0)
    add_labels (self, panel, NEV_FREQUENCY_YEAR, step, format_year, y, top);
}

/**
 * nev_axis_add_days:
 * @self: a layout of a table by days that has rows
 * @panel: the lowest panel, in its place
 * @top: where the axis is
 *
 * Adds the period axis that all panels share: days and months, months and years, or only years.
 */
void
nev_axis_add_days (const NevLayout      *self,
                   const NevPanelLayout *panel,
                   double                top)
{
  double y = top + LABEL_GAP * self->font;
  double below = y + nev_layout_get_line_height (self, NEV_ROLE_AXIS_LABEL);
  double band = nev_band_get_width (&panel->x);
  int    step = choose_step (self, format_day, NEV_FREQUENCY_DAY, band, day_steps, G_N_ELEMENTS (day_steps));

  if (step > 0)
    {
      add_labels (self, panel, NEV_FREQUENCY_DAY, step, format_day, y, NAN);
      add_labels (self, panel, NEV_FREQUENCY_MONTH, 1, format_month_of_year, below, top);
      return;
    }

  step = choose_step (self, format_month, NEV_FREQUENCY_MONTH, band * DAYS_PER_MONTH, month_steps, G_N_ELEMENTS (month_steps));
  if (step > 0)
    {
      add_labels (self, panel, NEV_FREQUENCY_MONTH, step, format_month, y, NAN);
      y = below;
    }

  nev_axis_add_day_years (self, panel, top, y);
}
