/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>

/* The options that say how a table (CSV) is written, where it doesn't say so itself. */

/* A word of the command line and what it stands for. */
typedef struct
{
  const char *word;
  int         value;
} Choice;

static const Choice delimiters[] = {
  { "comma", ',' }, { ",", ',' }, { "semicolon", ';' }, { ";", ';' }, { "tab", '\t' }, { "\t", '\t' }, { "bar", '|' }, { "|", '|' }, { NULL, 0 }
};

static const Choice decimals[] = { { "point", '.' }, { ".", '.' }, { "comma", ',' }, { ",", ',' }, { NULL, 0 } };

static const Choice date_orders[] = {
  { "day-month", NEV_DATE_ORDER_DAY_FIRST }, { "month-day", NEV_DATE_ORDER_MONTH_FIRST }, { NULL, 0 }
};

static const Choice layouts[] = { { "long", NEV_IMPORT_LAYOUT_LONG }, { "wide", NEV_IMPORT_LAYOUT_WIDE }, { NULL, 0 } };

void
nev_cli_import_clear (NevCliImport *self)
{
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->delimiter, g_free);
  g_clear_pointer (&self->decimal, g_free);
  g_clear_pointer (&self->date_order, g_free);
  g_clear_pointer (&self->layout, g_free);
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
    { "delimiter", 0, 0, G_OPTION_ARG_STRING, &self->delimiter, N_("Separate columns at this: comma, semicolon, tab, bar"), "D" },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &self->decimal, N_("Take this for the decimal mark: point, comma"), "M" },
    { "date-order", 0, 0, G_OPTION_ARG_STRING, &self->date_order, N_("Read 03/04/2023 in this order: day-month, month-day"), "O" },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &self->layout, N_("Read the table as: long, wide"), "L" },
    { NULL }
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
choose (const Choice *choices,
        const char   *option,
        const char   *word,
        int          *value,
        GError      **error)
{
  g_autoptr(GString) list = g_string_new (NULL);

  *value = 0;

  if (word == NULL)
    return TRUE;

  for (guint i = 0; choices[i].word != NULL; i++)
    {
      if (g_str_equal (word, choices[i].word))
        {
          *value = choices[i].value;
          return TRUE;
        }

      if (g_ascii_isalpha (*choices[i].word))
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", choices[i].word);
    }

  nev_cli_propagate_usage (error, g_error_new (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("expected one of %s, found “%s”"), list->str, word), option);

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
  int delimiter, decimal, date_order, layout;

  *is_set = self->encoding != NULL || self->delimiter != NULL || self->decimal != NULL || self->date_order != NULL || self->layout != NULL;

  if (*is_set && !has_dataset)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("expected a table (CSV) as --dataset, which the option is about, found none"));
      return FALSE;
    }

  if (!choose (delimiters, "--delimiter", self->delimiter, &delimiter, error) ||
      !choose (decimals, "--decimal", self->decimal, &decimal, error) ||
      !choose (date_orders, "--date-order", self->date_order, &date_order, error) ||
      !choose (layouts, "--layout", self->layout, &layout, error))
    return FALSE;

  *options = (NevImportOptions){
    .encoding = self->encoding,
    .delimiter = (char) delimiter,
    .decimal = (char) decimal,
    .date_order = (NevDateOrder) date_order,
    .layout = (NevImportLayout) layout,
  };

  return TRUE;
}
