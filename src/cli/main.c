/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <string.h>

#define EXIT_DONE 0
#define EXIT_FAILED 1
#define EXIT_USAGE 2

static const struct
{
  const char *name;
  gboolean (*run) (int argc, char **argv, GError **error);
  const char *summary;
} commands[] = {
  { "list", nev_cli_list, N_("Lists the charts and series of a dataset") },
  { "show", nev_cli_show, N_("Shows one number and how it was obtained") },
  { "data", nev_cli_data, N_("Writes the table that a chart shows") },
  { "export", nev_cli_export, N_("Writes charts as pictures") },
  { "check", nev_cli_check, N_("Looks for errors and contradictions in a dataset") },
  { "diff", nev_cli_diff, N_("Tells what a new version of a dataset changes") },
  { "append", nev_cli_append, N_("Adds facts to a dataset, after checking them") },
  { "package", nev_cli_package, N_("Writes how a table (CSV) is read into a descriptor") },
};

/* The word after "--language"; NULL if there is none. */
static const char *
find_language (int    argc,
               char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--language") && i + 1 < argc)
        return argv[i + 1];

      if (g_str_has_prefix (argv[i], "--language="))
        return argv[i] + strlen ("--language=");
    }

  return NULL;
}

/* The language must be known before the first message. Whether it is one that we have is for the commands
 * to say, with the other options.
 */
static void
init_language (int    argc,
               char **argv)
{
  const char *tag = find_language (argc, argv);
  NevLanguage language;
  gboolean    is_chosen = tag != NULL && nev_language_parse (tag, &language, NULL);

  if (is_chosen)
    g_setenv ("LANGUAGE", nev_language_to_tag (language), TRUE);

  setlocale (LC_ALL, "");

  /* gettext doesn't look at LANGUAGE in the locale "C". */
  if (is_chosen && g_str_equal (setlocale (LC_MESSAGES, NULL), "C"))
    setlocale (LC_MESSAGES, "C.UTF-8");

  bindtextdomain (GETTEXT_PACKAGE, NEV_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static char *
get_help (void)
{
  GString *help = g_string_new (NULL);

  g_string_append (help, _("Usage:"));
  g_string_append (help, "\n");

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (help, "  nev-charts-cli %-7s %s\n", commands[i].name, _(commands[i].summary));

  g_string_append (help, "\n");
  g_string_append (help, _("“nev-charts-cli COMMAND --help” tells a command’s options."));
  g_string_append (help, "\n");

  return g_string_free (help, FALSE);
}

static gboolean
run_command (int      argc,
             char   **argv,
             GError **error)
{
  g_autofree char *help = NULL;

  if (argc < 2)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _("expected a command: list, show, data, export, check, diff or append"));
      return FALSE;
    }

  if (g_str_equal (argv[1], "--version"))
    return nev_cli_print ("nev-charts-cli " NEV_VERSION "\n", error);

  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      help = get_help ();
      return nev_cli_print (help, error);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (argv[1], commands[i].name))
        return commands[i].run (argc - 1, argv + 1, error);
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               _("expected list, show, data, export, check, diff or append, found “%s”"), argv[1]);

  return FALSE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;

  /* A file that may not grow any further is an error to report, not an end. */
  signal (SIGXFSZ, SIG_IGN);

  init_language (argc, argv);
  g_set_prgname ("nev-charts-cli");

  if (run_command (argc, argv, &error))
    return EXIT_DONE;

  g_printerr ("nev-charts-cli: %s\n", error->message);

  if (error->domain != G_OPTION_ERROR)
    return EXIT_FAILED;

  g_printerr (_("“nev-charts-cli --help” tells how it is used.\n"));

  return EXIT_USAGE;
}
