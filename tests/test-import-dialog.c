/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "test-wait.h"

#include "nev-application.h"
#include "nev-import-dialog.h"
#include "nev-window.h"

/* A table that can be read in two ways is asked about, shows how it would be read, and opens when somebody has said it. */

static GtkApplication *application;

typedef struct
{
  char      *folder;
  char      *path;
  char      *descriptor;
  NevWindow *window;
} Fixture;

static void
open_described (Fixture    *fixture,
                const char *data,
                const char *descriptor)
{
  g_autoptr(GFile) file = NULL;

  fixture->folder = g_dir_make_tmp ("nev-import-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "t.csv", NULL);
  fixture->descriptor = g_build_filename (fixture->folder, "datapackage.json", NULL);
  g_assert_true (g_file_set_contents (fixture->path, data, -1, NULL));
  if (descriptor != NULL)
    g_assert_true (g_file_set_contents (fixture->descriptor, descriptor, -1, NULL));
  file = g_file_new_for_path (fixture->path);
  fixture->window = nev_window_new (application, file);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
open_table (Fixture    *fixture,
            const char *data)
{
  open_described (fixture, data, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_unlink (fixture->path);
  g_unlink (fixture->descriptor);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->descriptor);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (NEV_IS_IMPORT_DIALOG (window))
        return window;
    }

  return NULL;
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  if (widget == NULL)
    return FALSE;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (has_text (child, text))
        return TRUE;
    }

  return FALSE;
}

/* The row or switch with a title. */
static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkLabel *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return GTK_LABEL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_open_button (GtkWidget *dialog)
{
  return gtk_window_get_default_widget (GTK_WINDOW (dialog));
}

static void
test_asked (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkWidget       *dialog, *remember;

  open_table (fixture, "m,A (thousand vehicles)\n2023-01,\"1,234\"\n2023-02,\n");
  wait_until (find_dialog () != NULL);
  dialog = find_dialog ();
  wait_until (has_text (dialog, "could be 1234 or 1.234"));
  g_assert_true (has_text (dialog, "Must be chosen"));
  g_assert_true (has_text (dialog, "Detected: UTF-8"));
  g_assert_true (has_text (dialog, "No value"));
  g_assert_false (gtk_widget_get_sensitive (find_open_button (dialog)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == find_row (dialog, "Decimal Mark"));
  g_assert_cmpint (gtk_label_get_justify (find_label (dialog, "Value")), ==, GTK_JUSTIFY_RIGHT);
  g_assert_cmpint (gtk_label_get_justify (find_label (dialog, "Series")), ==, GTK_JUSTIFY_LEFT);
  g_assert_null (nev_window_get_dataset (fixture->window));

  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "Decimal Mark")), 1);
  wait_until (gtk_widget_get_sensitive (find_open_button (dialog)));
  wait_until (has_text (dialog, "1,234,000"));

  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "Decimal Mark")), 2);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "Values Are")), 1);
  wait_until (gtk_widget_get_sensitive (find_open_button (dialog)));
  wait_until (has_text (dialog, "1,234 vehicles") || has_text (dialog, "1,234"));

  remember = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (find_row (dialog, "_Remember Choices")));
  gtk_switch_set_active (GTK_SWITCH (remember), TRUE);
  gtk_widget_activate_action (dialog, "dialog.open", NULL);
  wait_until (nev_window_get_dataset (fixture->window) != NULL);
  g_assert_cmpint (nev_series_get_kind (nev_dataset_get_series (nev_window_get_dataset (fixture->window), 0)), ==, NEV_SERIES_FLOW);
  wait_until (find_dialog () == NULL);

  g_assert_true (g_file_get_contents (fixture->descriptor, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"decimal\": \"comma\""));
}

/* Cancelled, the window says what is the matter; the question can be asked for again. */
static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  open_table (fixture, "m,A\n03/04/2023,1\n");
  wait_until (find_dialog () != NULL);
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  wait_until (find_dialog () == NULL);
  g_assert_true (has_text (GTK_WIDGET (fixture->window), "could begin with the day or the month"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-options", NULL);
  wait_until (find_dialog () != NULL);
  wait_until (has_text (find_dialog (), "could begin with the day or the month"));
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
}

/* What is clear isn't asked, and can be looked at; what is wrong is told in its place. */
static void
test_looked_at (Fixture      *fixture,
                gconstpointer data)
{
  open_table (fixture, "m;A\n2023-01;1,5\n2023-02;2\n");
  wait_until (nev_window_get_dataset (fixture->window) != NULL);
  g_assert_null (find_dialog ());

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-options", NULL);
  wait_until (find_dialog () != NULL);
  wait_until (has_text (find_dialog (), "All of the table can be read"));
  g_assert_true (has_text (find_dialog (), "Detected: Semicolon"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (find_dialog ())) == find_open_button (find_dialog ()));

  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (find_dialog (), "Decimal Mark")), 1);
  wait_until (has_text (find_dialog (), "found “1,5”"));
  g_assert_false (gtk_widget_get_sensitive (find_open_button (find_dialog ())));
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
}

/* Of names and values it is asked which period they are of; a table of periods isn't asked that. */
static void
test_categories (Fixture      *fixture,
                 gconstpointer data)
{
  GtkWidget *dialog, *period;
  NevPeriod  extent;

  open_table (fixture, "Maker,Sales\nBYD,10\nNIO,20\n");
  wait_until (nev_window_get_dataset (fixture->window) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-options", NULL);
  wait_until (find_dialog () != NULL);
  dialog = find_dialog ();
  wait_until (has_text (dialog, "All of the table can be read"));
  g_assert_true (has_text (dialog, "Detected: Names and values"));
  period = find_row (dialog, "Period (none detected)");
  g_assert_nonnull (period);
  g_assert_true (gtk_widget_get_visible (period));

  gtk_editable_set_text (GTK_EDITABLE (period), "soon");
  g_signal_emit_by_name (period, "apply");
  g_assert_true (has_text (dialog, "found “soon”"));
  g_assert_true (gtk_widget_has_css_class (period, "error"));
  g_assert_false (gtk_widget_get_sensitive (find_open_button (dialog)));

  gtk_editable_set_text (GTK_EDITABLE (period), "2025");
  g_signal_emit_by_name (period, "apply");
  wait_until (gtk_widget_get_sensitive (find_open_button (dialog)));
  g_assert_false (gtk_widget_has_css_class (period, "error"));
  gtk_widget_activate_action (dialog, "dialog.open", NULL);
  wait_until (find_dialog () == NULL);
  wait_until (nev_series_get_extent (nev_dataset_get_series (nev_window_get_dataset (fixture->window), 0), &extent) &&
              nev_period_equal (extent, nev_period_at (nev_day_from_date (2025, 1, 1), NEV_FREQUENCY_YEAR)));

  /* What was written is there again, and holds of no other layout. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-options", NULL);
  wait_until (find_dialog () != NULL);
  wait_until (has_text (find_dialog (), "All of the table can be read"));
  period = find_row (find_dialog (), "Period");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (period)), ==, "2025");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (find_dialog (), "Layout")), 2);
  g_assert_false (gtk_widget_get_visible (period));
  wait_until (has_text (find_dialog (), "expected a period"));
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
}

/* What was kept beside the table isn't asked again, and the window says so; or what is wrong with it. */
static void
test_beside (Fixture      *fixture,
             gconstpointer data)
{
  open_described (fixture, "m,A\n2023-01,\"1,234\"\n2023-02,\"1,001\"\n",
                  "{\"name\": \"t\", \"resources\": [{\"path\": \"t.csv\", \"table\": {\"decimal\": \"comma\"}}]}");
  wait_until (nev_window_get_dataset (fixture->window) != NULL);
  wait_until (has_text (GTK_WIDGET (fixture->window), "Read with the choices in “datapackage.json”"));
  g_assert_null (find_dialog ());
}

static void
test_broken_beside (Fixture      *fixture,
                    gconstpointer data)
{
  open_described (fixture, "m,A\n2023-01,1\n2023-02,2\n", "{\"resources\": [");
  wait_until (nev_window_get_dataset (fixture->window) != NULL);
  wait_until (has_text (GTK_WIDGET (fixture->window), "The choices beside the table are not used: datapackage.json:"));
}

/* A table that can't be read without its descriptor is told of with what is wrong with that. */
static void
test_both_broken (Fixture      *fixture,
                  gconstpointer data)
{
  open_described (fixture, "m,A\n2023-01,x\n2023-02,2\n", "{\"resources\": [");
  wait_until (has_text (GTK_WIDGET (fixture->window), "found “x”"));
  g_assert_true (has_text (GTK_WIDGET (fixture->window), "The choices beside the table are not used: datapackage.json:"));
  g_assert_null (nev_window_get_dataset (fixture->window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  /* Not gtk_test_init(), which sets a locale that needn't be there. */
  (g_test_init) (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  application = GTK_APPLICATION (nev_application_new (G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add ("/import-dialog/asked", Fixture, NULL, NULL, test_asked, tear_down);
  g_test_add ("/import-dialog/cancelled", Fixture, NULL, NULL, test_cancelled, tear_down);
  g_test_add ("/import-dialog/looked-at", Fixture, NULL, NULL, test_looked_at, tear_down);
  g_test_add ("/import-dialog/categories", Fixture, NULL, NULL, test_categories, tear_down);
  g_test_add ("/import-dialog/beside", Fixture, NULL, NULL, test_beside, tear_down);
  g_test_add ("/import-dialog/broken-beside", Fixture, NULL, NULL, test_broken_beside, tear_down);
  g_test_add ("/import-dialog/both-broken", Fixture, NULL, NULL, test_both_broken, tear_down);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
