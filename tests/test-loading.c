/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>

#include "nev-application.h"
#include "nev-chart-page.h"
#include "nev-chart-view.h"
#include "nev-loading-page.h"
#include "nev-loading-toast.h"
#include "nev-window-datasets.h"
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

/* What is read besides: told of when it takes long, and given up by its button. */
static void
test_toast (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/large.csv");
  g_autoptr(GFile) same = g_file_new_for_path ("/nowhere/large.csv");
  g_autoptr(GFile) other = g_file_new_for_path ("/nowhere/other.csv");
  g_autoptr(NevLoadProgress) progress = nev_load_progress_new ();
  g_autoptr(GCancellable) older = NULL;
  g_autoptr(GCancellable) newer = NULL;
  g_autoptr(GCancellable) besides = NULL;
  g_autoptr(GCancellable) last = NULL;
  GtkWidget       *overlay = g_object_ref_sink (adw_toast_overlay_new ());
  GtkWidget       *bar, *label;
  NevLoadingToast *toast = nev_loading_toast_new (ADW_TOAST_OVERLAY (overlay));

  older = nev_loading_toast_begin (toast, file, progress);
  g_assert_null (find_widget (overlay, GTK_TYPE_PROGRESS_BAR));

  /* The newest request for a file wins. */
  newer = nev_loading_toast_begin (toast, same, progress);
  g_assert_true (g_cancellable_is_cancelled (older));
  g_assert_false (g_cancellable_is_cancelled (newer));
  nev_loading_toast_end (toast, older);

  wait_until (find_widget (overlay, GTK_TYPE_PROGRESS_BAR) != NULL);
  bar = find_widget (overlay, GTK_TYPE_PROGRESS_BAR);
  label = gtk_widget_get_first_child (gtk_widget_get_parent (bar));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Reading “large.csv”");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_assert_nonnull (find_widget (overlay, GTK_TYPE_BUTTON));

  besides = nev_loading_toast_begin (toast, other, progress);
  wait_until (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), "Reading 2 datasets") == 0);

  nev_loading_toast_end (toast, besides);
  g_assert_nonnull (find_widget (overlay, GTK_TYPE_PROGRESS_BAR));
  nev_loading_toast_cancel (toast);
  g_assert_true (g_cancellable_is_cancelled (newer));
  g_assert_false (g_cancellable_is_cancelled (besides));
  wait_until (find_widget (overlay, GTK_TYPE_PROGRESS_BAR) == NULL);

  /* What is read when the window goes is given up. */
  last = nev_loading_toast_begin (toast, file, progress);
  nev_loading_toast_free (toast);
  g_assert_true (g_cancellable_is_cancelled (last));
  g_object_unref (overlay);
}

/* One dataset beside another. */
static void
test_added (void)
{
  g_autofree char *folder = NULL;
  g_autoptr(GFile) file = create_table (&folder);
  NevWindow *window = nev_window_new (GTK_APPLICATION (application), NULL);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (nev_window_get_dataset (window) != NULL);

  /* One that was given up can be asked for again, and twice is once. */
  nev_window_add_dataset (window, file);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel-loading", NULL);
  g_assert_cmpuint (nev_window_get_n_datasets (window), ==, 1);
  nev_window_add_dataset (window, file);
  nev_window_add_dataset (window, file);
  wait_until (nev_window_get_n_datasets (window) == 2);
  nev_window_close_dataset (window, 1);

  /* Nobody is there any more when it is read. */
  nev_window_add_dataset (window, file);
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
  g_test_add_func ("/loading/toast", test_toast);
  g_test_add_func ("/loading/added", test_added);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
