/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "test-wait.h"

#include "nev-application.h"
#include "nev-window.h"

/* A dataset that is changed while it is open: the new version is shown as the old one was looked at, and a broken one isn't. */

static GtkApplication *application;

static const char *const members[] = { "datapackage.json", "observations.csv", "sources.csv" };

typedef struct
{
  char      *folder;
  NevWindow *window;
} Fixture;

static char *
read_member (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "example", name, NULL);
  char            *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

/* As editors do it: a new file takes the old one's name. */
static void
write_member (Fixture    *fixture,
              const char *name,
              const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr(GFile) file = NULL;

  fixture->folder = g_dir_make_tmp ("nev-watch-XXXXXX", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *text = read_member (members[i]);

      write_member (fixture, members[i], text);
    }

  file = g_file_new_for_path (fixture->folder);
  fixture->window = nev_window_new (application, file);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (nev_window_get_dataset (fixture->window) != NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));

  while (g_main_context_iteration (NULL, FALSE))
    continue;

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, members[i], NULL);

      g_unlink (path);
    }

  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static NevReading
read_sales (Fixture    *fixture,
            const char *text)
{
  NevSeries *series = nev_dataset_find_series (nev_window_get_dataset (fixture->window), "sales", NULL);
  NevReading reading = { NULL };
  NevPeriod  period;

  g_assert_true (nev_period_parse (text, &period, NULL));
  nev_series_read (series, NEV_MEASURE_LEVEL, period, period, &reading);

  return reading;
}

static gboolean
find_text (GtkWidget  *widget,
           const char *part)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (find_text (child, part))
        return TRUE;
    }

  return FALSE;
}

static void
test_replaced (Fixture      *fixture,
               gconstpointer data)
{
  NevDataset      *before = nev_window_get_dataset (fixture->window);
  g_autofree char *text = read_member ("observations.csv");
  g_autofree char *changed = g_strconcat (text, "sales,2024-03,380,10,,,P,office-2024-03\n", NULL);
  g_auto(NevReading) reading = { NULL };
  NevSpec *spec;

  nev_window_set_page (fixture->window, 1);
  spec = nev_window_get_spec (fixture->window);
  nev_spec_set_mark (spec, NEV_MARK_LINE);
  nev_spec_set_frequency (spec, NEV_FREQUENCY_QUARTER);
  nev_spec_set_title (spec, "Ours");

  write_member (fixture, "observations.csv", changed);
  wait_until (nev_window_get_dataset (fixture->window) != before);

  reading = read_sales (fixture, "2024-03");
  g_assert_cmpfloat (reading.value, ==, 380);

  /* The view stays. */
  g_assert_cmpuint (nev_window_get_page (fixture->window), ==, 1);
  spec = nev_window_get_spec (fixture->window);
  g_assert_cmpint (nev_spec_get_mark (spec), ==, NEV_MARK_LINE);
  g_assert_cmpint (nev_spec_get_frequency (spec), ==, NEV_FREQUENCY_QUARTER);
  g_assert_cmpstr (nev_spec_get_title (spec), ==, "Ours");
  wait_until (find_text (GTK_WIDGET (fixture->window), "was read again"));
}

static void
test_broken (Fixture      *fixture,
             gconstpointer data)
{
  NevDataset      *before = nev_window_get_dataset (fixture->window);
  g_autofree char *text = read_member ("observations.csv");
  g_auto(NevReading) reading = { NULL };

  nev_window_set_page (fixture->window, 2);
  write_member (fixture, "observations.csv", "series,TIME_PERIOD,OBS_VALUE,rounding,source\nsales,2024-13,1,1,office-2024-03\n");
  wait_until (find_text (GTK_WIDGET (fixture->window), "observations.csv:2: TIME_PERIOD: expected a period"));

  g_assert_true (nev_window_get_dataset (fixture->window) == before);
  g_assert_cmpuint (nev_window_get_page (fixture->window), ==, 2);

  /* Mended, it is shown again. */
  write_member (fixture, "observations.csv", text);
  wait_until (nev_window_get_dataset (fixture->window) != before);
  reading = read_sales (fixture, "2024-01");
  g_assert_cmpfloat (reading.value, ==, 310);
  wait_until (!find_text (GTK_WIDGET (fixture->window), "observations.csv:2:"));
}

/* A chart that the new version hasn't makes room for the overview; a file of another name isn't looked at. */
static void
test_chart_gone (Fixture      *fixture,
                 gconstpointer data)
{
  NevDataset      *before = nev_window_get_dataset (fixture->window);
  g_autofree char *text = read_member ("datapackage.json");
  g_autoptr(GString) changed = g_string_new (text);

  nev_window_set_page (fixture->window, 2);
  g_assert_cmpuint (g_string_replace (changed, "\"name\": \"share\"", "\"name\": \"portion\"", 0), ==, 1);
  write_member (fixture, "datapackage.json", changed->str);
  wait_until (nev_window_get_dataset (fixture->window) != before);

  g_assert_cmpuint (nev_window_get_page (fixture->window), ==, 0);
  g_assert_cmpuint (nev_window_get_n_pages (fixture->window), ==, 3);
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

  g_test_add ("/watch/replaced", Fixture, NULL, set_up, test_replaced, tear_down);
  g_test_add ("/watch/broken", Fixture, NULL, set_up, test_broken, tear_down);
  g_test_add ("/watch/chart-gone", Fixture, NULL, set_up, test_chart_gone, tear_down);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
