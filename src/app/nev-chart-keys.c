/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-chart-keys.h"

#include <glib/gi18n-lib.h>

#include "nev-accessible.h"
#include "nev-words.h"

/* The keys of a chart that has the focus. They move the selection, which the chart says as its description; what
 * doesn't move it rings the bell and is said again, so that nobody takes the end for a key that wasn't heard.
 */

/* More periods than any chart has. */
#define TO_THE_END 1000000

#define MONTHS_OF_YEAR 12

static void
tell_end (NevChartView  *view,
          NevChartState *state)
{
  const NevReading *reading = nev_chart_state_get_reading (state, nev_chart_state_get_selection (state));
  g_autofree char  *words = NULL;

  gtk_widget_error_bell (GTK_WIDGET (view));
  if (reading == NULL)
    return;

  words = nev_words_spoken (nev_spec_get_dataset (nev_chart_state_get_spec (state)), reading, nev_language_from_locale ());
  nev_accessible_announce (GTK_WIDGET (view), words);
}

/* In a ranking the series are above and below each other, and another period is another ranking. */
static void
step_ranking (NevChartView  *view,
              NevChartState *state,
              int            columns,
              int            n_periods)
{
  NevSpec  *spec = nev_chart_state_get_spec (state);
  NevDatum  selection = nev_chart_state_get_selection (state);
  NevPeriod extent = nev_spec_get_extent (spec);
  NevPeriod period = nev_spec_get_ranking_period (spec);

  if (columns != 0 || nev_datum_is_none (selection))
    {
      nev_chart_state_step (state, 0, columns != 0 ? columns : 1);
      if (nev_datum_equal (selection, nev_chart_state_get_selection (state)))
        tell_end (view, state);
      return;
    }

  if (!nev_spec_is_undated (spec) && !nev_period_is_none (period))
    period = nev_spec_get_period_at (spec, nev_spec_add_periods (spec, period.start, n_periods));

  if (nev_period_equal (period, nev_spec_get_ranking_period (spec)) || period.start < extent.start || period.end > extent.end)
    {
      tell_end (view, state);
      return;
    }

  nev_spec_set_ranking_day (spec, period.start);
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  NevChartView  *view = NEV_CHART_VIEW (widget);
  NevChartState *state = nev_chart_view_get_state (view);
  NevDatum       before;
  int            columns, rows;

  if (state == NULL)
    return FALSE;

  g_variant_get (args, "(ii)", &columns, &rows);

  nev_chart_view_end_hover (view);

  /* To the ends of the ranking, as to those of the line. */
  if (nev_table_is_ranking (nev_chart_state_get_table (state)) && ABS (rows) < TO_THE_END)
    {
      step_ranking (view, state, columns, rows);
      return TRUE;
    }

  before = nev_chart_state_get_selection (state);
  nev_chart_state_step (state, columns, rows);
  if (nev_datum_equal (before, nev_chart_state_get_selection (state)))
    tell_end (view, state);

  return TRUE;
}

/* The row of a day; of one outside the table that at the end. */
static int
find_row (const NevTable *table,
          gint32          day)
{
  int n_rows = (int) nev_table_get_n_rows (table);

  for (int row = 0; row < n_rows; row++)
    if (day < nev_table_get_period (table, (guint) row).end)
      return row;

  return n_rows - 1;
}

/* Where years lie over each other, the same month of another one stands above or below. */
static void
step_run (NevChartView  *view,
          NevChartState *state,
          NevDatum       datum,
          int            n_years)
{
  NevTable         *table = nev_chart_state_get_table (state);
  const NevColumn  *head = nev_table_get_column (table, (guint) datum.column);
  const NevReading *reading = nev_chart_state_get_reading (state, datum);
  guint             column, row;

  if (nev_table_find_cell (table, head->series, head->panel, nev_day_add_months (reading->period.start, MONTHS_OF_YEAR * n_years),
                           &column, &row))
    nev_chart_state_select (state, (NevDatum){ (int) column, (int) row });
  else
    tell_end (view, state);
}

static int
count_periods_of_year (NevSpec *spec)
{
  return nev_spec_count_periods (spec, nev_period_at (nev_spec_get_extent (spec).start, NEV_FREQUENCY_YEAR));
}

static gboolean
step_year_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  NevChartView  *view = NEV_CHART_VIEW (widget);
  NevChartState *state = nev_chart_view_get_state (view);
  int            n_years = g_variant_get_int32 (args);
  NevTable      *table;
  NevDatum       datum;
  int            row;

  if (state == NULL)
    return FALSE;

  nev_chart_view_end_hover (view);
  table = nev_chart_state_get_table (state);
  datum = nev_chart_state_get_selection (state);
  if (nev_datum_is_none (datum))
    {
      nev_chart_state_step (state, 0, n_years);
      return TRUE;
    }

  if (nev_table_is_ranking (table))
    {
      step_ranking (view, state, 0, n_years * count_periods_of_year (nev_chart_state_get_spec (state)));
      return TRUE;
    }

  if (nev_table_is_overlay (table))
    {
      step_run (view, state, datum, n_years);
      return TRUE;
    }

  row = find_row (table, nev_day_add_months (nev_table_get_period (table, (guint) datum.row).start, MONTHS_OF_YEAR * n_years));
  if (row == datum.row)
    tell_end (view, state);
  else
    nev_chart_state_select (state, (NevDatum){ datum.column, row });

  return TRUE;
}

/* The first of the series' highest or lowest values; NONE if it has no value. */
static NevDatum
find_extreme (const NevTable *table,
              int             column,
              gboolean        is_highest)
{
  NevDatum found = NEV_DATUM_NONE;
  double   value = 0;

  for (guint row = 0; row < nev_table_get_n_rows (table); row++)
    {
      const NevReading *reading = nev_table_get_reading (table, (guint) column, row);

      if (reading->status == NEV_STATUS_GAP ||
          (!nev_datum_is_none (found) && (is_highest ? reading->value <= value : reading->value >= value)))
        continue;

      found = (NevDatum){ column, (int) row };
      value = reading->value;
    }

  return found;
}

static gboolean
extreme_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  NevChartView  *view = NEV_CHART_VIEW (widget);
  NevChartState *state = nev_chart_view_get_state (view);
  NevTable      *table;
  NevDatum       before, found;

  if (state == NULL)
    return FALSE;

  table = nev_chart_state_get_table (state);
  if (nev_table_get_n_columns (table) == 0)
    return FALSE;

  nev_chart_view_end_hover (view);
  before = nev_chart_state_get_selection (state);
  found = find_extreme (table, MAX (before.column, 0), g_variant_get_boolean (args));
  if (nev_datum_is_none (found) || nev_datum_equal (before, found))
    tell_end (view, state);
  else
    nev_chart_state_select (state, found);

  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  NevChartState *state = nev_chart_view_get_state (NEV_CHART_VIEW (widget));

  if (state == NULL || nev_datum_is_none (nev_chart_state_get_selection (state)))
    return FALSE;

  return gtk_widget_activate_action (widget, "page.focus-details", NULL);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  NevChartState *state = nev_chart_view_get_state (NEV_CHART_VIEW (widget));

  if (state == NULL)
    return FALSE;

  if (!nev_datum_is_none (nev_chart_state_get_selection (state)))
    nev_chart_state_select (state, NEV_DATUM_NONE);
  else if (nev_spec_get_focus (nev_chart_state_get_spec (state)) != NULL)
    nev_spec_set_focus (nev_chart_state_get_spec (state), NULL);
  else
    return FALSE;

  return TRUE;
}

/* On the number pad too. */
static void
add_step (GtkWidgetClass *widget_class,
          guint           key,
          guint           keypad_key,
          int             columns,
          int             rows)
{
  gtk_widget_class_add_binding (widget_class, key, 0, step_cb, "(ii)", columns, rows);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, step_cb, "(ii)", columns, rows);
}

/**
 * nev_chart_keys_install:
 * @widget_class: that of #NevChartView
 *
 * Adds the keys: Left and Right walk the periods, Up and Down the series, Home and End go to the first and the last
 * period, Page Up and Page Down a year back and on, M to the highest value and Shift+M to the lowest; Return leads to the
 * details, Escape ends the selection, and then the focus of a series. In a ranking Home and End go to the first and the last series.
 */
void
nev_chart_keys_install (GtkWidgetClass *widget_class)
{
  add_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, -1);
  add_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, 1);
  add_step (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, -1, 0);
  add_step (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 1, 0);
  add_step (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, -TO_THE_END);
  add_step (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 0, TO_THE_END);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, step_year_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Up, 0, step_year_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, step_year_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Down, 0, step_year_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, 0, extreme_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, GDK_SHIFT_MASK, extreme_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

/**
 * nev_chart_keys_get_instructions:
 *
 * Tells somebody who doesn't see the chart how to read it.
 *
 * Returns: the keys, in the application's language
 */
const char *
nev_chart_keys_get_instructions (void)
{
  return _ ("Left and Right read the periods, Up and Down the series, Page Up and Page Down go a year back and on, "
            "M finds the highest value and Shift+M the lowest. F lets the other series recede, H hides the series. Enter tells how a number was obtained, "
            "T shows the table, D the description.");
}
