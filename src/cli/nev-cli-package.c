/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>

#include "nev-package.h"

/**
 * nev_cli_package:
 * @argc: how many words
 * @argv: "package" and what follows
 * @error: return location for an error
 *
 * Writes a descriptor that says of a plain table how it is read.
 *
 * Returns: whether it went well
 */
gboolean
nev_cli_package (int      argc,
                 char   **argv,
                 GError **error)
{
  g_auto(NevCli) cli = NEV_CLI_INIT;
  g_autofree char   *name = NULL;
  g_autofree char   *shown = NULL;
  g_autofree char   *text = NULL;
  const GOptionEntry entries[] = { { NULL } };

  if (!nev_cli_parse (&cli, "",
                      _("Writes a descriptor (datapackage.json) that says of the table (CSV) that --dataset names how it is read. It belongs "
                         "into the table's folder, and is what is opened then."),
                      entries, NULL, argc, argv, error) ||
      !nev_cli_count_arguments (&cli, 0, 0, error) ||
      !nev_cli_load (&cli, error))
    return FALSE;

  name = cli.path != NULL ? g_path_get_basename (cli.path) : NULL;

  if (name == NULL || nev_dataset_get_read_as (cli.dataset) == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("expected a table (CSV) as --dataset, found something else"));
      return FALSE;
    }

  shown = g_filename_display_name (name);
  text = nev_package_describe_table (cli.dataset, shown);

  return nev_cli_print (text, error);
}
