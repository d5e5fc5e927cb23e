/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-search-provider.h"

#include "nev-package.h"
#include "nev-search.h"
#include "nev-window.h"
#include "nev-words.h"

/* The shell starts the program for this without a window (--gapplication-service), asks at each key, and after a
 * while without questions the program ends. The dataset is read at the first question.
 */

#define ICON_NAME "io.github.nevcharts.NevCharts"

struct _NevSearchProvider
{
  GObject parent_instance;

  /* Borrowed; owns this */
  GtkApplication *application;

  /* Owned; NULL until somebody asks, or if it can't be read */
  NevDataset *dataset;

  guint registration;
};

G_DEFINE_FINAL_TYPE (NevSearchProvider, nev_search_provider, G_TYPE_OBJECT)

static const char interface_xml[] =
  "<node>"
  "  <interface name='org.gnome.Shell.SearchProvider2'>"
  "    <method name='GetInitialResultSet'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetSubsearchResultSet'>"
  "      <arg type='as' name='previous_results' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetResultMetas'>"
  "      <arg type='as' name='identifiers' direction='in'/>"
  "      <arg type='aa{sv}' name='metas' direction='out'/>"
  "    </method>"
  "    <method name='ActivateResult'>"
  "      <arg type='s' name='identifier' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "    <method name='LaunchSearch'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "  </interface>"
  "</node>";

static void
add_meta (GVariantBuilder *metas,
          NevDataset      *dataset,
          const char      *id)
{
  NevLanguage     language = nev_language_from_locale ();
  NevSearchResult result;
  g_auto(NevReading) reading = { 0 };

  if (!nev_search_resolve (dataset, id, &result))
    return;

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (id));
  g_variant_builder_add (metas, "{sv}", "name",
                         g_variant_new_string (result.is_chart ? nev_localized_get (&result.chart->title, language)
                                                               : nev_series_get_title (result.series, language)));
  g_variant_builder_add (metas, "{sv}", "gicon", g_variant_new_string (ICON_NAME));

  if (nev_search_latest (result.series, &reading))
    {
      g_autofree char *words = nev_words_reading (dataset, &reading, language);

      g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (words));
    }

  g_variant_builder_close (metas);
}

static GVariant *
create_metas (NevDataset        *dataset,
              const char *const *ids)
{
  GVariantBuilder metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; ids[i] != NULL; i++)
    add_meta (&metas, dataset, ids[i]);

  return g_variant_new ("(aa{sv})", &metas);
}

/* One that shows the bundled dataset; another is made if need be. */
static NevWindow *
get_window (NevSearchProvider *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      if (NEV_IS_WINDOW (l->data) && nev_window_get_file (l->data) == NULL)
        return l->data;
    }

  return nev_window_new (self->application, NULL);
}

static void
show_result (NevSearchProvider *self,
             const char        *id,
             guint              timestamp)
{
  NevWindow      *window = get_window (self);
  NevSearchResult result;
  g_auto(NevReading) reading = { 0 };

  if (id != NULL && nev_search_resolve (self->dataset, id, &result) && result.chart != NULL)
    {
      gboolean has_figure = !result.is_chart && nev_search_latest (result.series, &reading);

      nev_window_show_figure (window, result.chart->name, has_figure ? nev_series_get_id (result.series) : NULL, reading.period);
    }

  gtk_window_present_with_time (GTK_WINDOW (window), timestamp);
}

static gboolean
load_dataset (NevSearchProvider *self,
              GError           **error)
{
  if (self->dataset == NULL)
    self->dataset = nev_package_load_bundled (error);

  return self->dataset != NULL;
}

static void
method_call_cb (GDBusConnection       *connection,
                const char            *sender,
                const char            *object_path,
                const char            *interface_name,
                const char            *method_name,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  NevSearchProvider      *self = user_data;
  g_autofree const char **words = NULL;
  g_auto(GStrv) results = NULL;
  GVariant   *answer = NULL;
  const char *id;
  GError     *error = NULL;
  guint       timestamp;

  if (!load_dataset (self, &error))
    {
      g_dbus_method_invocation_take_error (invocation, error);
      return;
    }

  /* Counts the time without questions from here again. */
  g_application_hold (G_APPLICATION (self->application));

  if (g_str_equal (method_name, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^a&s)", &words);
      results = nev_search_find (self->dataset, words);
      answer = g_variant_new ("(^as)", results);
    }
  else if (g_str_equal (method_name, "GetSubsearchResultSet"))
    {
      /* All is searched again: a term that gets longer doesn't find more, but the list is short. */
      g_variant_get (parameters, "(@as^a&s)", NULL, &words);
      results = nev_search_find (self->dataset, words);
      answer = g_variant_new ("(^as)", results);
    }
  else if (g_str_equal (method_name, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^a&s)", &words);
      answer = create_metas (self->dataset, words);
    }
  else if (g_str_equal (method_name, "ActivateResult"))
    {
      g_variant_get (parameters, "(&s@asu)", &id, NULL, &timestamp);
      show_result (self, id, timestamp);
    }
  else if (g_str_equal (method_name, "LaunchSearch"))
    {
      g_variant_get (parameters, "(^a&su)", &words, &timestamp);
      results = nev_search_find (self->dataset, words);
      show_result (self, results[0], timestamp);
    }

  g_dbus_method_invocation_return_value (invocation, answer);
  g_application_release (G_APPLICATION (self->application));
}

static void
nev_search_provider_finalize (GObject *object)
{
  NevSearchProvider *self = NEV_SEARCH_PROVIDER (object);

  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (nev_search_provider_parent_class)->finalize (object);
}

static void
nev_search_provider_class_init (NevSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nev_search_provider_finalize;
}

static void
nev_search_provider_init (NevSearchProvider *self)
{
}

/**
 * nev_search_provider_new:
 * @application: the application, which must outlive it
 *
 * Returns: (transfer full): a search provider
 */
NevSearchProvider *
nev_search_provider_new (GtkApplication *application)
{
  NevSearchProvider *self = g_object_new (NEV_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;

  return self;
}

/**
 * nev_search_provider_export:
 * @self: a search provider
 * @connection: where to answer
 * @path: the path of the object that answers
 * @error: return location for an error
 *
 * Starts to answer.
 *
 * Returns: whether it does
 */
gboolean
nev_search_provider_export (NevSearchProvider *self,
                            GDBusConnection   *connection,
                            const char        *path,
                            GError           **error)
{
  static const GDBusInterfaceVTable vtable = { method_call_cb, NULL, NULL };
  g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, error);

  if (node == NULL)
    return FALSE;

  self->registration = g_dbus_connection_register_object (connection, path, node->interfaces[0], &vtable,
                                                          self, NULL, error);

  return self->registration != 0;
}

/**
 * nev_search_provider_unexport:
 * @self: a search provider
 * @connection: where it answers
 *
 * Stops to answer.
 */
void
nev_search_provider_unexport (NevSearchProvider *self,
                              GDBusConnection   *connection)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (connection, self->registration);

  self->registration = 0;
}
