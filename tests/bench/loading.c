/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "nev-application.h"
#include "nev-import-dialog.h"
#include "nev-window-datasets.h"

/* loading LARGE SMALL: a large table in the window: how soon it is seen that it is read, how soon that ends when it is given up, and
 * for how long the window is deaf meanwhile. Prints names and milliseconds; for large.sh.
 */

/* As long as the thread that reads does nothing it has ended. */
#define REST 50000
#define PATIENCE (60 * G_USEC_PER_SEC)

static gint64 last_turn;
static gint64 longest;
static guint  n_frames;

static gboolean
turn_cb (gpointer user_data)
{
  gint64 now = g_get_monotonic_time ();

  longest = MAX (longest, now - last_turn);
  last_turn = now;

  return G_SOURCE_CONTINUE;
}

static void
begin_stall (void)
{
  longest = 0;
  last_turn = g_get_monotonic_time ();
}

static double
get_milliseconds (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static gint64
get_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* The time of all threads but this one. */
static gint64
get_other_time (void)
{
  return get_clock (CLOCK_PROCESS_CPUTIME_ID) - get_clock (CLOCK_THREAD_CPUTIME_ID);
}

static void
after_paint_cb (void)
{
  n_frames++;
}

#define run_until(condition)                                   \
  G_STMT_START                                                 \
  {                                                            \
    gint64 end_ = g_get_monotonic_time () + PATIENCE;          \
    while (!(condition))                                       \
      {                                                        \
        g_main_context_iteration (NULL, TRUE);                 \
        if (g_get_monotonic_time () > end_)                    \
          g_error ("loading: waited in vain for " #condition); \
      }                                                        \
  }                                                            \
  G_STMT_END

static void
run (gint64 microseconds)
{
  gint64 end = g_get_monotonic_time () + microseconds;

  run_until (g_get_monotonic_time () >= end);
}

static gboolean
shows (GtkWidget *widget,
       GType      type)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (shows (child, type))
        return TRUE;
    }

  return FALSE;
}

/* The import dialog says from the beginning that something is read, and then how far that is. */
static gboolean
shows_progress (gpointer window)
{
  return shows (window, GTK_TYPE_PROGRESS_BAR) || (NEV_IS_IMPORT_DIALOG (window) && shows (window, GTK_TYPE_SPINNER));
}

/* Until a frame was painted with it. */
static double
measure_progress (gpointer window,
                  gint64   start)
{
  guint n;

  run_until (shows_progress (window));
  n = n_frames;
  run_until (n_frames > n);

  return get_milliseconds (start);
}

/* Gives a reading up in its middle; until a frame without the progress, and until no thread works any more. */
static void
measure_cancel (gpointer    window,
                const char *name)
{
  gint64 start, last, time;
  guint  n;

  run (G_USEC_PER_SEC / 20);
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (window, "win.cancel-loading", NULL);
  run_until (!shows_progress (window));
  n = n_frames;
  run_until (n_frames > n);
  printf ("%s-cancel-seen %.0f\n", name, get_milliseconds (start));

  last = g_get_monotonic_time ();
  time = get_other_time ();
  while (g_get_monotonic_time () - last < REST)
    {
      g_main_context_iteration (NULL, TRUE);
      if (get_other_time () - time > 500)
        {
          time = get_other_time ();
          last = g_get_monotonic_time ();
        }
    }

  printf ("%s-cancel-idle %.0f\n", name, (double) (last - start) / 1000);
}

static NevWindow *
open_window (GtkApplication *application,
             GFile          *file)
{
  NevWindow *window = nev_window_new (application, file);

  gtk_window_set_default_size (GTK_WINDOW (window), 1920, 1080);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window))), "after-paint", after_paint_cb, NULL);

  return window;
}

static void
settle (void)
{
  guint n;

  do
    {
      n = n_frames;
      run (G_USEC_PER_SEC / 2);
    }
  while (n_frames > n);
}

/* While it was read, and then until it is seen. */
static void
print_stall (const char *name)
{
  printf ("%s-stall %.1f\n", name, (double) longest / 1000);
  begin_stall ();
  settle ();
  printf ("%s-show %.1f\n", name, (double) longest / 1000);
}

/* The dataset that a window is opened with. */
static void
measure_first (GtkApplication *application,
               GFile          *large)
{
  NevWindow *window = open_window (application, large);
  gint64     start;
  guint      n = n_frames;

  run_until (n_frames > n);
  start = g_get_monotonic_time ();
  printf ("first-progress %.0f\n", measure_progress (window, start));
  measure_cancel (window, "first");

  begin_stall ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  run_until (nev_window_get_dataset (window) != NULL);
  print_stall ("first");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* As an editor does it. */
static void
replace (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *other = g_strconcat (path, ".other", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (other);

  if (!g_file_copy (file, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL) || g_rename (other, path) != 0)
    g_error ("loading: can’t replace %s", path);
}

/* One beside another, and its next version. */
static void
measure_added (GtkApplication *application,
               GFile          *large,
               GFile          *small)
{
  NevWindow  *window = open_window (application, small);
  NevDataset *before;
  gint64      start;

  run_until (nev_window_get_dataset (window) != NULL);
  settle ();

  start = g_get_monotonic_time ();
  nev_window_add_dataset (window, large);
  printf ("added-progress %.0f\n", measure_progress (window, start));
  measure_cancel (window, "added");

  begin_stall ();
  nev_window_add_dataset (window, large);
  run_until (nev_window_get_n_datasets (window) == 2);
  print_stall ("added");

  /* The waiting of the watch, for further changes, is part of it. */
  before = nev_window_get_dataset (window);
  replace (large);
  run_until (shows_progress (window));
  measure_cancel (window, "changed");
  replace (large);
  begin_stall ();
  run_until (shows_progress (window));
  run_until (nev_window_get_dataset (window) != before);
  print_stall ("changed");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* How it is read. */
static void
measure_import (GtkApplication *application,
                GFile          *large)
{
  NevImportDialog *dialog;
  gint64           start;

  begin_stall ();
  start = g_get_monotonic_time ();
  dialog = nev_import_dialog_new (NULL, large, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  g_signal_connect (gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (dialog))), "after-paint", after_paint_cb, NULL);
  printf ("import-progress %.0f\n", measure_progress (dialog, start));
  run_until (!shows_progress (dialog));
  print_stall ("import");

  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int    argc,
      char **argv)
{
  GApplication *application = G_APPLICATION (nev_application_new (G_APPLICATION_NON_UNIQUE));
  g_autoptr (GFile) large = NULL;
  g_autoptr (GFile) small = NULL;

  if (argc < 3 || !g_application_register (application, NULL, NULL))
    return EXIT_FAILURE;

  large = g_file_new_for_path (argv[1]);
  small = g_file_new_for_path (argv[2]);
  g_timeout_add_full (G_PRIORITY_HIGH, 1, turn_cb, NULL, NULL);
  setvbuf (stdout, NULL, _IOLBF, 0);

  measure_first (GTK_APPLICATION (application), large);
  measure_added (GTK_APPLICATION (application), large, small);
  measure_import (GTK_APPLICATION (application), large);

  g_object_unref (application);

  return EXIT_SUCCESS;
}
