/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-application.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "nev-accessible-names.h"
#include "nev-help.h"
#include "nev-search-provider.h"
#include "nev-view-job.h"
#include "nev-window-datasets.h"
#include "nev-window-view.h"

#define WEBSITE "https://github.com/nevcharts/nev-charts"

/* How long the program waits for another question when it has no window, in milliseconds */
#define SERVICE_TIMEOUT 10000

struct _NevApplication
{
  AdwApplication parent_instance;

  /* Owned */
  NevSearchProvider *search_provider;
};

G_DEFINE_FINAL_TYPE (NevApplication, nev_application, ADW_TYPE_APPLICATION)

/* What somebody who reports a problem should copy. */
static char *
get_debug_info (NevDataset *dataset)
{
  GString *info = g_string_new (NULL);

  g_string_append_printf (info, "NEV Charts %s\n", NEV_VERSION);
  if (dataset != NULL)
    g_string_append_printf (info, "Dataset %s %s\n", nev_dataset_get_name (dataset), nev_dataset_get_version (dataset));
  g_string_append_printf (info, "GLib %u.%u.%u\n", glib_major_version, glib_minor_version, glib_micro_version);
  g_string_append_printf (info, "GTK %u.%u.%u\n", gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version ());
  g_string_append_printf (info, "libadwaita %u.%u.%u\n", adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version ());
  g_string_append_printf (info, "cairo %s\n", cairo_version_string ());
  g_string_append_printf (info, "Pango %s\n", pango_version_string ());
  g_string_append_printf (info, "Language %s\n", pango_language_to_string (pango_language_get_default ()));

  return g_string_free (info, FALSE);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkWindow       *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  NevDataset      *dataset = NEV_IS_WINDOW (window) ? nev_window_get_dataset (NEV_WINDOW (window)) : NULL;
  NevLanguage      language = nev_language_from_locale ();
  g_autofree char *debug_info = get_debug_info (dataset);
  g_autofree char *comments = NULL;

  if (dataset != NULL)
    /* Translators: the title of a dataset and its version */
    comments = g_strdup_printf (_("Dataset: %1$s, version %2$s"),
                                nev_dataset_get_title (dataset, language), nev_dataset_get_version (dataset));

  adw_show_about_window (window,
                         "application-name", _("NEV Charts"),
                         "application-icon", "io.github.nevcharts.NevCharts",
                         "version", NEV_VERSION,
                         "developer-name", _("The NEV Charts contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "website", WEBSITE,
                         "issue-url", WEBSITE "/issues",
                         "comments", comments,
                         "debug-info", debug_info,
                         "debug-info-filename", "nev-charts.txt",
                         /* Translators: your name, and your address if you like */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (nev_window_new (GTK_APPLICATION (user_data), NULL)));
}

static void
open_response_cb (GtkNativeDialog *chooser,
                  int              response,
                  GApplication    *application)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      g_application_open (application, &file, 1, "");
    }

  g_object_unref (chooser);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkApplication       *application = user_data;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Open a Dataset or View"), gtk_application_get_active_window (application),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Data packages, tables and views (JSON, CSV, TSV, NEVVIEW)"));
  gtk_file_filter_add_pattern (filter, "*.json");
  gtk_file_filter_add_suffix (filter, NEV_VIEW_SUFFIX + 1);
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "tab");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  g_signal_connect_object (chooser, "response", G_CALLBACK (open_response_cb), application, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  nev_help_present (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/nevcharts/NevCharts/help-overlay.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (window, gtk_application_get_active_window (GTK_APPLICATION (user_data)));
  gtk_window_present (window);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

static gboolean
nev_application_dbus_register (GApplication    *application,
                               GDBusConnection *connection,
                               const char      *object_path,
                               GError         **error)
{
  NevApplication  *self = NEV_APPLICATION (application);
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);

  return G_APPLICATION_CLASS (nev_application_parent_class)->dbus_register (application, connection, object_path, error) &&
         nev_search_provider_export (self->search_provider, connection, path, error);
}

static void
nev_application_dbus_unregister (GApplication    *application,
                                 GDBusConnection *connection,
                                 const char      *object_path)
{
  nev_search_provider_unexport (NEV_APPLICATION (application)->search_provider, connection);

  G_APPLICATION_CLASS (nev_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
nev_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "about", about_cb },
    { "help", help_cb },
    { "new-window", new_window_cb },
    { "open", open_cb },
    { "shortcuts", shortcuts_cb },
    { "quit", quit_cb },
  };
  static const struct
  {
    const char *action;
    const char *accels[4];
  } accels[] = {
    { "app.help", { "F1" } },
    { "app.new-window", { "<Control>n" } },
    { "app.open", { "<Control>o" } },
    { "app.quit", { "<Control>q" } },
    { "app.shortcuts", { "<Control>question" } },
    { "window.close", { "<Control>w" } },
    { "win.show-sidebar", { "F9" } },
    { "win.edit-titles", { "<Control>t" } },
    { "win.export", { "<Control>e" } },
    { "win.export-data", { "<Control><Shift>e" } },
    { "win.present", { "F11", "F5" } },
    { "win.print", { "<Control>p" } },
    { "win.search", { "<Control>f" } },
    { "win.save-view", { "<Control>s" } },
    { "win.save-view-as", { "<Control><Shift>s" } },
    { "win.previous-page", { "<Control>Page_Up" } },
    { "win.next-page", { "<Control>Page_Down" } },
    { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
    { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
    { "win.zoom-reset", { "<Control>0", "<Control>KP_0" } },
  };
  gboolean is_rtl;

  G_APPLICATION_CLASS (nev_application_parent_class)->startup (application);

  nev_accessible_names_watch ();

  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    g_application_set_inactivity_timeout (application, SERVICE_TIMEOUT);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action, accels[i].accels);

  /* Back is where a line of text begins. */
  is_rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), is_rtl ? "win.forward" : "win.back", (const char *[]){ "<Alt>Left", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), is_rtl ? "win.back" : "win.forward", (const char *[]){ "<Alt>Right", NULL });
}

static void
nev_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (nev_window_new (GTK_APPLICATION (application), NULL));

  gtk_window_present (window);
}

/* The window that shows datasets; not one of help or the like. */
static NevWindow *
get_window (GApplication *application)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    {
      if (NEV_IS_WINDOW (l->data))
        return l->data;
    }

  return NULL;
}

/* A dataset is opened beside those that are open already; a view has a window of its own. */
static void
nev_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      gboolean   is_view = nev_view_is_file (files[i]);
      NevWindow *window = is_view ? NULL : get_window (application);

      if (window != NULL)
        nev_window_add_dataset (window, files[i]);
      else
        window = nev_window_new (GTK_APPLICATION (application), is_view ? NULL : files[i]);

      if (is_view)
        nev_window_open_view (window, files[i]);

      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
nev_application_finalize (GObject *object)
{
  NevApplication *self = NEV_APPLICATION (object);

  g_clear_object (&self->search_provider);

  G_OBJECT_CLASS (nev_application_parent_class)->finalize (object);
}

static void
nev_application_class_init (NevApplicationClass *klass)
{
  GObjectClass      *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = nev_application_finalize;

  application_class->dbus_register = nev_application_dbus_register;
  application_class->dbus_unregister = nev_application_dbus_unregister;
  application_class->startup = nev_application_startup;
  application_class->activate = nev_application_activate;
  application_class->open = nev_application_open;
}

static void
nev_application_init (NevApplication *self)
{
  self->search_provider = nev_search_provider_new (GTK_APPLICATION (self));
}

/**
 * nev_application_new:
 * @flags: flags beside that of opening files
 *
 * Returns: (transfer full): the application
 */
NevApplication *
nev_application_new (GApplicationFlags flags)
{
  return g_object_new (NEV_TYPE_APPLICATION,
                       "application-id", "io.github.nevcharts.NevCharts",
                       "flags", flags | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
