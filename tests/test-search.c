/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "nev-application.h"
#include "nev-package.h"
#include "nev-search.h"
#include "nev-window.h"
#include "nev-words.h"

/* What the shell is answered: by the functions, and over D-Bus by the program, which runs as a service. */

#define BUS_NAME "io.github.nevcharts.NevCharts"
#define OBJECT_PATH "/io/github/nevcharts/NevCharts"
#define PATIENCE (20 * G_USEC_PER_SEC)

static const char *program;
static NevDataset *dataset;

static char *
find (const char *words)
{
  g_auto(GStrv) terms = g_strsplit (words, " ", -1);
  g_auto(GStrv) ids = nev_search_find (dataset, (const char *const *) terms);

  return g_strjoinv (" ", ids);
}

static void
test_find (void)
{
  static const struct
  {
    const char *words;
    const char *ids;
  } cases[] = {
    { "nev sales", "series:nev_sales" },
    { "SALES Nev", "series:nev_sales" },
    { "market", "chart:market-share series:nev_share" },
    { "产销", "chart:production-sales" },
    { "汽车 出口", "series:nev_exports series:auto_exports" },
    { "ＢＹＤ exports", "series:byd_exports" },
    { "nev_sal", "series:nev_sales" },
    { "sales unicorns", "" },
    { ".*", "" },
  };
  const char *const nothing[] = { NULL };
  g_auto(GStrv) none = nev_search_find (dataset, nothing);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = find (cases[i].words);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }

  g_assert_null (none[0]);
}

/* An id comes from another program. */
static void
test_resolve (void)
{
  static const char *const bad[] = { "", "chart:", "series:", "chart:nev_sales", "series:exports", "nev_sales", "series:nev_sales " };
  NevSearchResult          result;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (nev_search_resolve (dataset, bad[i], &result));
    }

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    {
      const NevChart  *chart = nev_dataset_get_chart (dataset, i);
      g_autofree char *id = g_strconcat ("chart:", chart->name, NULL);

      g_assert_true (nev_search_resolve (dataset, id, &result));
      g_assert_true (result.is_chart);
      g_assert_true (result.chart == chart);
    }

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    {
      NevSeries       *series = nev_dataset_get_series (dataset, i);
      g_autofree char *id = g_strconcat ("series:", nev_series_get_id (series), NULL);

      g_assert_true (nev_search_resolve (dataset, id, &result));
      g_assert_false (result.is_chart);
      g_assert_true (result.series == series);
      g_assert_nonnull (result.chart);
    }

  g_assert_true (nev_search_resolve (dataset, "series:byd_exports", &result));
  g_assert_cmpstr (result.chart->name, ==, "exports");
}

/* Nothing that is known ends later than the latest figure. */
static void
test_latest (void)
{
  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    {
      NevSeries *series = nev_dataset_get_series (dataset, i);
      NevPeriod  extent;
      g_auto(NevReading) latest = { 0 };

      g_test_message ("%s", nev_series_get_id (series));

      if (!nev_search_latest (series, &latest))
        continue;

      g_assert_true (nev_series_get_extent (series, &extent));

      for (NevFrequency frequency = NEV_FREQUENCY_MONTH; frequency <= NEV_FREQUENCY_YEAR; frequency++)
        {
          NevPeriod period = nev_period_at (latest.period.end, frequency);

          for (; period.start < extent.end; period = nev_period_at (period.end, frequency))
            {
              g_auto(NevReading) later = { 0 };

              nev_series_read (series, NEV_MEASURE_LEVEL, period, NEV_PERIOD_NONE, &later);
              g_assert_cmpint (later.status, ==, NEV_STATUS_GAP);
            }
        }
    }
}

static GVariant *
call (GDBusConnection *connection,
      const char      *path,
      const char      *interface,
      const char      *method,
      GVariant        *parameters,
      GError         **error)
{
  return g_dbus_connection_call_sync (connection, BUS_NAME, path, interface, method, parameters, NULL,
                                      G_DBUS_CALL_FLAGS_NO_AUTO_START, (int) (PATIENCE / 1000), NULL, error);
}

static GVariant *
ask (GDBusConnection *connection,
     const char      *method,
     GVariant        *parameters)
{
  g_autoptr(GError) error = NULL;
  GVariant *answer = call (connection, OBJECT_PATH "/SearchProvider", "org.gnome.Shell.SearchProvider2", method, parameters, &error);

  g_assert_no_error (error);

  return answer;
}

/* A window has an object of its own on the bus. */
static gboolean
has_window (GDBusConnection *connection)
{
  g_autoptr(GVariant) answer = call (connection, OBJECT_PATH "/window/1", "org.gtk.Actions", "List", NULL, NULL);

  return answer != NULL;
}

static void
assert_meta (GVariant   *metas,
             gsize       index,
             const char *id,
             const char *name,
             const char *description)
{
  g_autoptr(GVariant) meta = g_variant_get_child_value (metas, index);
  const char *found;

  g_assert_true (g_variant_lookup (meta, "id", "&s", &found));
  g_assert_cmpstr (found, ==, id);
  g_assert_true (g_variant_lookup (meta, "name", "&s", &found));
  g_assert_cmpstr (found, ==, name);
  g_assert_true (g_variant_lookup (meta, "description", "&s", &found));
  g_assert_cmpstr (found, ==, description);
  g_assert_true (g_variant_lookup (meta, "gicon", "&s", &found));
  g_assert_cmpstr (found, ==, BUS_NAME);
}

static GSubprocess *
start_service (GDBusConnection *connection,
               NevLanguage      language)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr(GError) error = NULL;
  GSubprocess *service;
  gint64       end = g_get_monotonic_time () + PATIENCE;

  g_subprocess_launcher_setenv (launcher, "LANGUAGE", nev_language_to_tag (language), TRUE);
  service = g_subprocess_launcher_spawn (launcher, &error, program, "--gapplication-service", NULL);
  g_assert_no_error (error);

  for (;;)
    {
      g_autoptr(GVariant) answer = call (connection, OBJECT_PATH, "org.freedesktop.DBus.Peer", "Ping", NULL, NULL);

      if (answer != NULL)
        return service;

      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (20000);
    }
}

static void
test_service (gconstpointer data)
{
  NevLanguage language = GPOINTER_TO_INT (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr(GSubprocess) service = NULL;
  g_autoptr(GVariant) initial = NULL;
  g_autoptr(GVariant) narrowed = NULL;
  g_autoptr(GVariant) answer = NULL;
  g_autoptr(GVariant) metas = NULL;
  g_autoptr(GVariant) activated = NULL;
  g_autoptr(GVariant) launched = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *words = NULL;
  g_autofree char *chart_words = NULL;
  NevSeries       *sales = nev_dataset_find_series (dataset, "nev_sales", NULL);
  NevSeries       *exports = nev_dataset_find_series (dataset, "nev_exports", NULL);
  g_auto(NevReading) sold = { 0 };
  g_auto(NevReading) exported = { 0 };
  gint64 end = g_get_monotonic_time () + PATIENCE;

  g_assert_no_error (error);
  g_assert_true (nev_search_latest (sales, &sold));
  g_assert_true (nev_search_latest (exports, &exported));
  words = nev_words_reading (dataset, &sold, language);
  chart_words = nev_words_reading (dataset, &exported, language);
  service = start_service (connection, language);

  initial = ask (connection, "GetInitialResultSet", g_variant_new_parsed ("(['新能源', '出口'],)"));
  printed = g_variant_print (initial, FALSE);
  g_assert_cmpstr (printed, ==, "(['series:nev_exports'],)");

  narrowed = ask (connection, "GetSubsearchResultSet", g_variant_new_parsed ("(['series:nev_exports'], ['nev', 'Sal'])"));
  g_clear_pointer (&printed, g_free);
  printed = g_variant_print (narrowed, FALSE);
  g_assert_cmpstr (printed, ==, "(['series:nev_sales'],)");

  answer = ask (connection, "GetResultMetas", g_variant_new_parsed ("(['series:nev_sales', 'no such thing', 'chart:exports'],)"));
  metas = g_variant_get_child_value (answer, 0);
  g_assert_cmpuint (g_variant_n_children (metas), ==, 2);
  assert_meta (metas, 0, "series:nev_sales", language == NEV_LANGUAGE_CHINESE ? "新能源汽车销量" : "NEV sales", words);
  assert_meta (metas, 1, "chart:exports", language == NEV_LANGUAGE_CHINESE ? "出口" : "Exports", chart_words);

  g_assert_false (has_window (connection));
  activated = ask (connection, "ActivateResult", g_variant_new_parsed ("('series:nev_sales', ['nev'], uint32 0)"));
  while (!has_window (connection))
    g_assert_cmpint (g_get_monotonic_time (), <, end);
  launched = ask (connection, "LaunchSearch", g_variant_new_parsed ("(['exports'], uint32 0)"));

  g_subprocess_send_signal (service, SIGTERM);
  g_subprocess_wait (service, NULL, NULL);
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Asked for before the dataset is there, and after. */
static void
test_show_figure (void)
{
  g_autoptr(NevApplication) application = nev_application_new (G_APPLICATION_NON_UNIQUE);
  NevSeries        *exports = nev_dataset_find_series (dataset, "byd_exports", NULL);
  NevWindow        *window;
  NevChartState    *state;
  const NevReading *shown;
  g_auto(NevReading) latest = { 0 };
  gint64 end = g_get_monotonic_time () + PATIENCE;
  guint  tick = g_timeout_add (5, tick_cb, NULL);

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_assert_true (nev_search_latest (exports, &latest));

  window = nev_window_new (GTK_APPLICATION (application), NULL);
  nev_window_show_figure (window, "exports", "byd_exports", latest.period);
  gtk_window_present (GTK_WINDOW (window));

  while (nev_window_get_dataset (window) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }

  g_assert_cmpuint (nev_window_get_page (window), ==, 2);
  state = nev_chart_page_get_state (nev_window_get_chart_page (window));
  shown = nev_chart_state_get_reading (state, nev_chart_state_get_selection (state));
  g_assert_nonnull (shown);
  g_assert_cmpstr (nev_series_get_id (shown->series), ==, "byd_exports");
  g_assert_cmpfloat (shown->value, ==, latest.value);

  nev_window_show_figure (window, "market-share", NULL, NEV_PERIOD_NONE);
  g_assert_cmpuint (nev_window_get_page (window), ==, 3);
  nev_window_show_figure (window, "no such chart", "nor series", NEV_PERIOD_NONE);
  g_assert_cmpuint (nev_window_get_page (window), ==, 3);

  g_source_remove (tick);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
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
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];

  dataset = nev_package_load_bundled (&error);
  g_assert_no_error (error);

  g_test_add_func ("/search/find", test_find);
  g_test_add_func ("/search/resolve", test_resolve);
  g_test_add_func ("/search/latest", test_latest);
  g_test_add_data_func ("/search/service/en", GINT_TO_POINTER (NEV_LANGUAGE_ENGLISH), test_service);
  g_test_add_data_func ("/search/service/zh_CN", GINT_TO_POINTER (NEV_LANGUAGE_CHINESE), test_service);
  g_test_add_func ("/search/show-figure", test_show_figure);

  status = g_test_run ();

  g_object_unref (dataset);

  return status;
}
