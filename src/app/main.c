/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "nev-application.h"

static int
handle_local_options_cb (GApplication *application,
                         GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("nev-charts %s\n", NEV_VERSION);

  return 0;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(NevApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, NEV_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = nev_application_new (G_APPLICATION_DEFAULT_FLAGS);
  g_application_set_option_context_parameter_string (G_APPLICATION (application), _("[FILE…]"));
  g_application_add_main_option (G_APPLICATION (application), "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _("Show the version and exit"), NULL);
  g_signal_connect (application, "handle-local-options", G_CALLBACK (handle_local_options_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
