/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>

/* The options that say how a table (CSV) is written, where it doesn't say so itself. */

static const char *const option_names[NEV_N_IMPORT_CHOICES] = {
  [NEV_IMPORT_DELIMITER] = "--delimiter",
  [NEV_IMPORT_DECIMAL] = "--decimal",
  [NEV_IMPORT_DATE_ORDER] = "--date-order",
  [NEV_IMPORT_LAYOUT] = "--layout",
  [NEV_IMPORT_KIND] = "--kind",
};

/**
 * nev_cli_import_get_name:
 * @option: an option of a table
 *
 * Returns: (transfer none): how it is given on the command line
 */
const char *
nev_cli_import_get_name (NevImportOption option)
{
  g_return_val_if_fail (option < NEV_N_IMPORT_CHOICES, NULL);

  return option_names[option];
}

void
nev_cli_import_clear (NevCliImport *self)
{
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->period, g_free);

  for (guint i = 0; i < NEV_N_IMPORT_CHOICES; i++)
    g_clear_pointer (&self->words[i], g_free);
}

/**
 * nev_cli_import_add_entries:
 * @self: where to put the options
 * @context: the command's
 *
 * Lets a command have the options of a table.
 */
void
nev_cli_import_add_entries (NevCliImport   *self,
                            GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &self->encoding,
      N_("Understand the table in this encoding: UTF-8, UTF-16, GB18030, …"), "E" },
    { "delimiter", 0, 0, G_OPTION_ARG_STRING, &self->words[NEV_IMPORT_DELIMITER], N_("Separate columns at this: comma, semicolon, tab, bar"), "D" },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &self->words[NEV_IMPORT_DECIMAL], N_("Take this for the decimal mark: point, comma"), "M" },
    { "date-order", 0, 0, G_OPTION_ARG_STRING, &self->words[NEV_IMPORT_DATE_ORDER], N_("Read 03/04/2023 in this order: day-month, month-day"), "O" },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &self->words[NEV_IMPORT_LAYOUT], N_("Read the table as: long, wide, across, categories"), "L" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &self->words[NEV_IMPORT_KIND], N_("Take its values for: flow, stock, ratio"), "K" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &self->period, N_("Take the values of categories for those of the period P; undated if it isn’t known"), "P" },
    { NULL }
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/* A mark of punctuation may stand for itself. */
static gboolean
is_mark (NevImportOption option,
         int             value,
         const char     *word)
{
  return option <= NEV_IMPORT_DECIMAL && *word == (char) value && word[1] == '\0';
}

static gboolean
choose (NevImportOption option,
        const char     *word,
        int            *value,
        GError        **error)
{
  g_autoptr(GString) list = g_string_new (NULL);
  const char *name;
  int         candidate;

  *value = 0;

  if (word == NULL || nev_import_option_parse (option, word, value))
    return TRUE;

  for (guint i = 0; (name = nev_import_option_get_word (option, i, &candidate)) != NULL; i++)
    {
      if (is_mark (option, candidate, word))
        {
          *value = candidate;
          return TRUE;
        }

      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
    }

  nev_cli_propagate_usage (error, g_error_new (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("expected one of %s, found “%s”"), list->str, word),
                           option_names[option]);

  return FALSE;
}

static gboolean
read_period (const char *word,
             NevPeriod  *period,
             GError    **error)
{
  g_autoptr (GError) local_error = NULL;

  if (nev_import_period_parse (word, period, &local_error))
    return TRUE;

  nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--period");

  return FALSE;
}

/**
 * nev_cli_import_read:
 * @self: the options' words
 * @has_dataset: whether there is a dataset that they can be about
 * @options: (out caller-allocates): what they say; strings belong to @self
 * @is_set: (out): whether there are any
 * @error: return location for a %G_OPTION_ERROR
 *
 * Reads the options of a table.
 *
 * Returns: whether they are good
 */
gboolean
nev_cli_import_read (const NevCliImport *self,
                     gboolean            has_dataset,
                     NevImportOptions   *options,
                     gboolean           *is_set,
                     GError            **error)
{
  *options = (NevImportOptions){ .encoding = self->encoding };
  *is_set = self->encoding != NULL || self->period != NULL;

  for (guint i = 0; i < NEV_N_IMPORT_CHOICES; i++)
    *is_set = *is_set || self->words[i] != NULL;

  if (*is_set && !has_dataset)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("expected a table (CSV) as --dataset, which the option is about, found none"));
      return FALSE;
    }

  for (guint i = 0; i < NEV_N_IMPORT_CHOICES; i++)
    {
      int value;

      if (!choose (i, self->words[i], &value, error))
        return FALSE;

      nev_import_options_set (options, i, value);
    }

  return self->period == NULL || read_period (self->period, &options->period, error);
}
