/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <locale.h>

#include "nev-against-choice.h"
#include "nev-options.h"
#include "nev-package.h"

/* Years over each other, and two ranges, as a person chooses them. */

static NevDataset *dataset;

typedef struct
{
  NevChartState    *state;
  NevSpec          *spec; /* the state's */
  GtkWidget        *window;
  NevOptions       *options;
  NevAgainstChoice *against;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->spec = nev_spec_new (dataset, nev_dataset_find_chart (dataset, "production-sales", NULL));
  fixture->state = nev_chart_state_new (fixture->spec);
  fixture->options = g_object_new (NEV_TYPE_OPTIONS, "state", fixture->state, NULL);
  fixture->against = g_object_new (NEV_TYPE_AGAINST_CHOICE, NULL);
  fixture->window = gtk_window_new ();
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->options));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->against));
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->state);
  g_object_unref (fixture->spec);
}

/* An event ends, and another one begins. */
static void
end_event (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static GtkCheckButton *
find_check (GtkWidget  *widget,
            const char *label)
{
  if (GTK_IS_CHECK_BUTTON (widget) && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0)
    return GTK_CHECK_BUTTON (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkCheckButton *found = find_check (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static NevPeriod
parse (const char *text)
{
  NevPeriod period = NEV_PERIOD_NONE;

  g_assert_true (nev_period_parse (text, &period, NULL));

  return period;
}

static void
test_years (Fixture      *fixture,
            gconstpointer data)
{
  GtkCheckButton *check = find_check (GTK_WIDGET (fixture->options), "Compare Years");
  NevHistory     *history = nev_chart_state_get_history (fixture->state);

  gtk_check_button_set_active (check, TRUE);
  end_event ();
  g_assert_true (nev_spec_get_seasonal (fixture->spec));
  g_assert_true (nev_table_is_overlay (nev_chart_state_get_table (fixture->state)));

  nev_history_undo (history);
  g_assert_false (nev_spec_get_seasonal (fixture->spec));
  g_assert_false (gtk_check_button_get_active (check));
  nev_history_redo (history);
  g_assert_true (gtk_check_button_get_active (check));

  /* Years have no parts; and all is back when there are parts again. */
  nev_spec_set_frequency (fixture->spec, NEV_FREQUENCY_YEAR);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (check)));
  g_assert_false (nev_table_is_overlay (nev_chart_state_get_table (fixture->state)));
  nev_spec_set_frequency (fixture->spec, NEV_FREQUENCY_QUARTER);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (check)));
  g_assert_true (gtk_check_button_get_active (check));

  nev_chart_state_reset (fixture->state);
  g_assert_false (gtk_check_button_get_active (check));
}

/* What is selected stays the same number. */
static void
test_selection (Fixture      *fixture,
                gconstpointer data)
{
  NevTable         *table;
  const NevReading *reading;
  guint             column, row;

  nev_spec_set_range (fixture->spec, parse ("2023").start, parse ("2025-06").end);
  table = nev_chart_state_get_table (fixture->state);
  g_assert_true (nev_table_find_cell (table, nev_dataset_find_series (dataset, "nev_sales", NULL), 0, parse ("2024-03").start, &column, &row));
  nev_chart_state_select (fixture->state, (NevDatum){ (int) column, (int) row });

  nev_spec_set_seasonal (fixture->spec, TRUE);
  g_assert_true (nev_datum_equal (nev_chart_state_get_selection (fixture->state), (NevDatum){ 1, 2 }));
  reading = nev_chart_state_get_reading (fixture->state, nev_chart_state_get_selection (fixture->state));
  g_assert_true (nev_period_equal (reading->period, parse ("2024-03")));
  g_assert_cmpfloat (reading->value, ==, 883000);

  /* The same month of the next year, and no further than is shown. */
  nev_chart_state_step (fixture->state, 1, 0);
  reading = nev_chart_state_get_reading (fixture->state, nev_chart_state_get_selection (fixture->state));
  g_assert_true (nev_period_equal (reading->period, parse ("2025-03")));
  nev_chart_state_step (fixture->state, 0, 3);
  nev_chart_state_step (fixture->state, 0, 1);
  reading = nev_chart_state_get_reading (fixture->state, nev_chart_state_get_selection (fixture->state));
  g_assert_true (nev_period_equal (reading->period, parse ("2025-06")));

  nev_spec_set_seasonal (fixture->spec, FALSE);
  reading = nev_chart_state_get_reading (fixture->state, nev_chart_state_get_selection (fixture->state));
  g_assert_true (nev_period_equal (reading->period, parse ("2025-06")));
}

static void
test_ranges (Fixture      *fixture,
             gconstpointer data)
{
  GtkCheckButton *check = find_check (GTK_WIDGET (fixture->against), "_Compare with Another Range");
  NevHistory     *history = nev_chart_state_get_history (fixture->state);

  nev_spec_set_range (fixture->spec, parse ("2025-S1").start, parse ("2025-S1").end);
  nev_spec_set_seasonal (fixture->spec, TRUE);
  end_event ();
  nev_against_choice_update (fixture->against, fixture->spec);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (check)));

  gtk_check_button_set_active (check, TRUE);
  end_event ();
  g_assert_true (nev_period_equal (nev_spec_get_against (fixture->spec), parse ("2024-S1")));
  g_assert_false (nev_spec_get_seasonal (fixture->spec));
  g_assert_cmpuint (nev_table_get_n_rows (nev_chart_state_get_table (fixture->state)), ==, 6);

  /* All of it is one step. */
  nev_history_undo (history);
  g_assert_true (nev_period_is_none (nev_spec_get_against (fixture->spec)));
  g_assert_true (nev_spec_get_seasonal (fixture->spec));
  nev_history_redo (history);

  nev_against_choice_update (fixture->against, fixture->spec);
  g_assert_true (gtk_check_button_get_active (check));
  gtk_check_button_set_active (check, FALSE);
  g_assert_true (nev_period_is_none (nev_spec_get_against (fixture->spec)));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  dataset = nev_package_load_bundled (&error);
  g_assert_no_error (error);

  g_test_add ("/overlay/years", Fixture, NULL, set_up, test_years, tear_down);
  g_test_add ("/overlay/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/overlay/ranges", Fixture, NULL, set_up, test_ranges, tear_down);

  status = g_test_run ();

  g_object_unref (dataset);

  return status;
}
