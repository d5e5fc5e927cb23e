/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>

#include "test-wait.h"

#include "nev-application.h"
#include "nev-view-job.h"
#include "nev-window-view.h"

/* A chart is saved as it is looked at, and opened again. */

static GtkApplication *application;

typedef struct
{
  char      *folder;
  GFile     *file;
  NevWindow *window;
} Fixture;

static gpointer
get_child (NevWindow  *window,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (window), NEV_TYPE_WINDOW, name);
}

static const char *
get_subtitle (NevWindow *window)
{
  return adw_window_title_get_subtitle (get_child (window, "title"));
}

static gboolean
has_failed (NevWindow *window)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (get_child (window, "stack")), "failed") == 0;
}

/* As the desktop opens a file. */
static NevWindow *
open_file (GFile *file)
{
  g_application_open (G_APPLICATION (application), &file, 1, "");

  return NEV_WINDOW (gtk_application_get_active_window (application));
}

static void
close_window (NevWindow *window)
{
  if (nev_window_get_n_pages (window) > 0)
    nev_window_set_page (window, 0);
  gtk_window_destroy (GTK_WINDOW (window));

  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("nev-views-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "ours.nevview", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->window = nev_window_new (application, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (nev_window_get_dataset (fixture->window) != NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_window (fixture->window);
  g_file_delete (fixture->file, NULL, NULL);
  g_rmdir (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  NevWindow       *window;
  NevSpec         *spec, *found;
  g_autofree char *path = g_build_filename (fixture->folder, "ours", NULL);
  g_autoptr(GFile) bare = g_file_new_for_path (path);

  nev_window_set_page (fixture->window, 2);
  spec = nev_window_get_spec (fixture->window);
  nev_spec_set_title (spec, "Ours");
  nev_spec_set_frequency (spec, NEV_FREQUENCY_QUARTER);

  /* The suffix is added. */
  nev_window_save_view (fixture->window, bare);
  wait_until (g_str_equal (get_subtitle (fixture->window), "ours.nevview"));
  g_assert_true (g_file_query_exists (fixture->file, NULL));
  g_assert_false (g_file_query_exists (bare, NULL));

  /* A change is told, and so is that it's undone; another chart has no file. */
  nev_spec_set_title (spec, "Theirs");
  g_assert_cmpstr (get_subtitle (fixture->window), ==, "• ours.nevview");
  nev_spec_set_title (spec, "Ours");
  g_assert_cmpstr (get_subtitle (fixture->window), ==, "ours.nevview");
  nev_window_set_page (fixture->window, 1);
  g_assert_null (strstr (get_subtitle (fixture->window), "nevview"));

  window = open_file (fixture->file);
  g_assert_true (window != fixture->window);
  wait_until (nev_window_get_page (window) == 2 && g_str_equal (get_subtitle (window), "ours.nevview"));
  found = nev_window_get_spec (window);
  g_assert_cmpstr (nev_spec_get_title (found), ==, "Ours");
  g_assert_cmpint (nev_spec_get_frequency (found), ==, NEV_FREQUENCY_QUARTER);
  g_assert_false (nev_history_can_undo (nev_chart_state_get_history (nev_chart_page_get_state (nev_window_get_chart_page (window)))));

  /* Saved again without a question. */
  nev_spec_set_title (found, "Hers");
  nev_window_save_view (window, NULL);
  wait_until (g_str_equal (get_subtitle (window), "ours.nevview"));
  close_window (window);
}

static void
test_bad (Fixture      *fixture,
          gconstpointer data)
{
  static const char *const contents[] = { "", "{", "[]", "{\"a\": 1}" };
  NevWindow               *window;
  g_autofree char         *path = g_build_filename (fixture->folder, "absent.nevview", NULL);
  g_autoptr(GFile) absent = g_file_new_for_path (path);

  for (guint i = 0; i <= G_N_ELEMENTS (contents); i++)
    {
      g_test_message ("%u", i);

      if (i < G_N_ELEMENTS (contents))
        g_assert_true (g_file_replace_contents (fixture->file, contents[i], strlen (contents[i]), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));

      window = open_file (i < G_N_ELEMENTS (contents) ? fixture->file : absent);
      wait_until (has_failed (window));
      g_assert_cmpstr (adw_status_page_get_title (get_child (window, "failed_page")), ==, "The View Could Not Be Opened");
      g_assert_cmpstr (adw_status_page_get_description (get_child (window, "failed_page")), !=, "");

      /* The dataset is all right. */
      gtk_widget_activate_action (GTK_WIDGET (window), "win.load-bundled", NULL);
      wait_until (nev_window_get_dataset (window) != NULL && !has_failed (window));
      close_window (window);
    }
}

static void
test_large (Fixture      *fixture,
            gconstpointer data)
{
  gsize            length = 1024 * 1024 + 1;
  g_autofree char *contents = g_strnfill (length, ' ');
  NevWindow       *window;

  g_assert_true (g_file_replace_contents (fixture->file, contents, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  window = open_file (fixture->file);
  wait_until (has_failed (window));
  g_assert_cmpstr (adw_status_page_get_description (get_child (window, "failed_page")), ==,
                   "ours.nevview: expected at most 1048576 bytes, found more");
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("nev-home-XXXXXX", NULL);
  g_autofree char *recent = g_build_filename (home, "recently-used.xbel", NULL);
  g_autoptr(GError) error = NULL;
  int status;

  /* The list of recent files is nobody's. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);

  /* Not gtk_test_init(), which sets a locale that needn't be there. */
  (g_test_init) (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  application = GTK_APPLICATION (nev_application_new (G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  /* GTK 4.8 loses a time for each file in the list. */
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE, NULL);

  g_test_add ("/views/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/views/bad", Fixture, NULL, set_up, test_bad, tear_down);
  g_test_add ("/views/large", Fixture, NULL, set_up, test_large, tear_down);

  status = g_test_run ();

  g_object_unref (application);
  g_remove (recent);
  g_rmdir (home);

  return status;
}
