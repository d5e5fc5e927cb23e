/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-options.h"

#include <glib/gi18n-lib.h>

#include "nev-error.h"
#include "nev-package-private.h"

/* The choices that there are for reading a table, and their names in files and on the command line. */

#define MAX_CHOICES 4

static const struct
{
  const char *word;
  int         value;
} choices[NEV_N_IMPORT_CHOICES][MAX_CHOICES] = {
  [NEV_IMPORT_DELIMITER] = { { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' }, { "bar", '|' } },
  [NEV_IMPORT_DECIMAL] = { { "point", '.' }, { "comma", ',' } },
  [NEV_IMPORT_DATE_ORDER] = { { "day-month", NEV_DATE_ORDER_DAY_FIRST }, { "month-day", NEV_DATE_ORDER_MONTH_FIRST } },
  [NEV_IMPORT_LAYOUT] = { { "long", NEV_IMPORT_LAYOUT_LONG }, { "wide", NEV_IMPORT_LAYOUT_WIDE }, { "across", NEV_IMPORT_LAYOUT_ACROSS }, { "categories", NEV_IMPORT_LAYOUT_CATEGORIES } },
  [NEV_IMPORT_KIND] = { { "flow", NEV_IMPORT_KIND_FLOW }, { "stock", NEV_IMPORT_KIND_STOCK }, { "ratio", NEV_IMPORT_KIND_RATIO } },
};

/**
 * nev_import_option_get_word:
 * @self: an option
 * @index: which of its choices, from 0
 * @value: (out) (optional): what the choice stands for
 *
 * Returns: (transfer none) (nullable): its name; %NULL behind the last one
 */
const char *
nev_import_option_get_word (NevImportOption self,
                            guint           index,
                            int            *value)
{
  g_return_val_if_fail (self < NEV_N_IMPORT_CHOICES, NULL);

  if (index >= MAX_CHOICES)
    return NULL;

  if (value != NULL)
    *value = choices[self][index].value;

  return choices[self][index].word;
}

/**
 * nev_import_option_to_string:
 * @self: an option
 * @value: one of its values
 *
 * Returns: (transfer none) (nullable): the value's name; %NULL for what is open
 */
const char *
nev_import_option_to_string (NevImportOption self,
                             int             value)
{
  g_return_val_if_fail (self < NEV_N_IMPORT_CHOICES, NULL);

  for (guint i = 0; i < MAX_CHOICES; i++)
    {
      if (value != 0 && choices[self][i].value == value)
        return choices[self][i].word;
    }

  return NULL;
}

/**
 * nev_import_option_parse:
 * @self: an option
 * @word: the name of one of its values
 * @value: (out): the value
 *
 * Returns: whether there is a value of this name
 */
gboolean
nev_import_option_parse (NevImportOption self,
                         const char     *word,
                         int            *value)
{
  g_return_val_if_fail (self < NEV_N_IMPORT_CHOICES, FALSE);

  for (guint i = 0; i < MAX_CHOICES && choices[self][i].word != NULL; i++)
    {
      if (g_str_equal (choices[self][i].word, word))
        {
          *value = choices[self][i].value;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * nev_import_options_get:
 * @self: options
 * @option: one of them
 *
 * Returns: its value; 0 if it is open
 */
int
nev_import_options_get (const NevImportOptions *self,
                        NevImportOption         option)
{
  switch (option)
    {
    case NEV_IMPORT_DELIMITER:
      return self->delimiter;
    case NEV_IMPORT_DECIMAL:
      return self->decimal;
    case NEV_IMPORT_DATE_ORDER:
      return self->date_order;
    case NEV_IMPORT_LAYOUT:
      return self->layout;
    case NEV_IMPORT_KIND:
      return self->kind;
    case NEV_IMPORT_ENCODING:
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * nev_import_options_set:
 * @self: options
 * @option: one of them
 * @value: its value; 0 to leave it open
 *
 * Chooses a value.
 */
void
nev_import_options_set (NevImportOptions *self,
                        NevImportOption   option,
                        int               value)
{
  switch (option)
    {
    case NEV_IMPORT_DELIMITER:
      self->delimiter = (char) value;
      break;
    case NEV_IMPORT_DECIMAL:
      self->decimal = (char) value;
      break;
    case NEV_IMPORT_DATE_ORDER:
      self->date_order = (NevDateOrder) value;
      break;
    case NEV_IMPORT_LAYOUT:
      self->layout = (NevImportLayout) value;
      break;
    case NEV_IMPORT_KIND:
      self->kind = (NevImportKind) value;
      break;
    case NEV_IMPORT_ENCODING:
    default:
      g_return_if_reached ();
    }
}

/**
 * nev_import_period_parse:
 * @text: a period as nev_period_parse() reads it
 * @period: (out): the period
 * @error: return location for a #NevDataError
 *
 * Reads the period that the values of categories are chosen to be of.
 *
 * Returns: whether it is one that a dataset may be about
 */
gboolean
nev_import_period_parse (const char *text,
                         NevPeriod  *period,
                         GError    **error)
{
  if (!nev_period_parse (text, period, error))
    return FALSE;

  if (nev_period_is_in_range (*period))
    return TRUE;

  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("expected a period within the years 1900 to 2199, found “%s”"), text);

  return FALSE;
}
