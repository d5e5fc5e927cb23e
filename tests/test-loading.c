/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>

#include "nev-application.h"
#include "nev-chart-page.h"
#include "nev-chart-view.h"
#include "nev-loading-page.h"
#include "nev-window.h"
#include "test-wait.h"

/* A large table in the window: it is told how far the reading is, and one can give up and try again. */

static GtkApplication *application;

static GtkWidget *
find_widget (GtkWidget *parent,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (parent, type))
    return parent;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GFile *
create_table (char **folder)
{
  g_autoptr(GString) table = g_string_new ("series,period,value\n");
  g_autofree char *path = NULL;

  *folder = g_dir_make_tmp ("nev-XXXXXX", NULL);
  path = g_build_filename (*folder, "large.csv", NULL);

  for (int i = 0; i < 120000; i++)
    g_string_append_printf (table, "s%d,%04d-%02d-%02d,%d\n", i / 30000, 1950 + i % 30000 / 372, i % 372 / 31 + 1, MIN (i % 31 + 1, 28), i / 30000);

  g_assert_true (g_file_set_contents (path, table->str, (gssize) table->len, NULL));

  return g_file_new_for_path (path);
}

static void
remove_table (GFile *file,
              char  *folder)
{
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_page (void)
{
  g_autoptr(NevLoadProgress) progress = nev_load_progress_new ();
  NevLoadingPage *page = g_object_ref_sink (g_object_new (NEV_TYPE_LOADING_PAGE, NULL));
  GtkWidget      *bar = find_widget (GTK_WIDGET (page), GTK_TYPE_PROGRESS_BAR);
  GtkWidget      *spinner = find_widget (GTK_WIDGET (page), GTK_TYPE_SPINNER);

  /* What is soon over shows no bar. */
  nev_loading_page_start (page, "large.csv", progress);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (bar)));
  g_assert_true (gtk_widget_get_visible (spinner));

  wait_until (gtk_widget_get_visible (gtk_widget_get_parent (bar)));
  g_assert_false (gtk_widget_get_visible (spinner));
  g_assert_nonnull (find_widget (GTK_WIDGET (page), GTK_TYPE_BUTTON));

  nev_loading_page_stop (page);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (bar)));

  g_object_unref (page);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_progress (void)
{
  g_autofree char *folder = NULL;
  g_autoptr(GFile) file = create_table (&folder);
  g_autoptr(NevLoadProgress) progress = nev_load_progress_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(NevDataset) dataset = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpfloat (nev_load_progress_get (progress), ==, 0);
  nev_load_async (file, NULL, progress, NULL, load_cb, &result);
  wait_until (result != NULL);

  dataset = nev_load_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (nev_load_progress_get (progress), ==, 1);

  remove_table (file, folder);
}

static void
test_cancel (void)
{
  g_autofree char *folder = NULL;
  g_autoptr(GFile) file = create_table (&folder);
  NevWindow     *window = nev_window_new (GTK_APPLICATION (application), file);
  AdwStatusPage *failed;
  NevChartView  *view;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));

  /* The answer is there at once, whatever the thread does. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel-loading", NULL);
  failed = ADW_STATUS_PAGE (find_widget (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE));
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (failed)));
  g_assert_cmpstr (adw_status_page_get_title (failed), ==, "Reading Was Cancelled");
  g_assert_cmpstr (adw_status_page_get_description (failed), ==, "“large.csv” was not read to its end.");

  /* There is nothing to give up any more. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel-loading", NULL);

  /* The newest request wins. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  wait_until (nev_window_get_dataset (window) != NULL);
  g_assert_cmpuint (nev_dataset_get_n_series (nev_window_get_dataset (window)), ==, 4);

  nev_window_set_page (window, 1);
  view = nev_chart_page_get_chart_view (nev_window_get_chart_page (window));
  wait_until (nev_chart_view_get_scene (view) != NULL);
  g_assert_true (nev_chart_view_get_scene (view)->is_thinned);

  gtk_window_destroy (GTK_WINDOW (window));
  wait_until (window == NULL);
  remove_table (file, folder);
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

  g_test_add_func ("/loading/page", test_page);
  g_test_add_func ("/loading/progress", test_progress);
  g_test_add_func ("/loading/cancel", test_cancel);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
