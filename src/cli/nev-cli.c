/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "nev-format.h"
#include "nev-join.h"
#include "nev-package.h"

void
nev_cli_clear (NevCli *self)
{
  g_clear_pointer (&self->context, g_option_context_free);
  g_clear_pointer (&self->parameters, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->more, g_strfreev);
  g_clear_pointer (&self->tag, g_free);
  g_clear_pointer (&self->arguments, g_strfreev);
  g_clear_object (&self->dataset);
  nev_cli_import_clear (&self->import);
}

/**
 * nev_cli_propagate_usage:
 * @error: (nullable): where to put it
 * @cause: (transfer full): what is wrong with a word of the command line
 * @option: (nullable): the option that it belongs to: "--from"
 *
 * Passes an error on as one of usage.
 */
void
nev_cli_propagate_usage (GError    **error,
                         GError     *cause,
                         const char *option)
{
  if (option != NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: %s", option, cause->message);
  else
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, cause->message);

  g_error_free (cause);
}

/**
 * nev_cli_parse:
 * @self: what is common to all commands
 * @parameters: what the command takes besides options, for its help
 * @summary: what the command does, for its help
 * @entries: the command's own options
 * @view: (nullable): where to put the options of a view
 * @argc: how many words
 * @argv: the words, the command's name first
 * @error: return location for a %G_OPTION_ERROR
 *
 * Reads the command line of a command.
 *
 * Returns: whether it could be read
 */
gboolean
nev_cli_parse (NevCli             *self,
               const char         *parameters,
               const char         *summary,
               const GOptionEntry *entries,
               NevCliView         *view,
               int                 argc,
               char              **argv,
               GError            **error)
{
  g_autoptr(GError) local_error = NULL;
  const GOptionEntry common[] = {
    { "dataset", 0, 0, G_OPTION_ARG_FILENAME, &self->path, N_("Read the dataset at PATH"), N_("PATH") },
    { "with", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->more, N_("Read the dataset at PATH as well; several times for several"), N_("PATH") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &self->tag, N_("Write in this language: en, zh_CN"), N_("TAG") },
    { NULL }
  };
  g_autofree char *usage = g_strdup_printf ("%s %s", argv[0], parameters);

  self->parameters = g_strdup (parameters);
  self->context = g_option_context_new (usage);
  g_option_context_set_summary (self->context, summary);
  g_option_context_set_translation_domain (self->context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (self->context, entries, GETTEXT_PACKAGE);

  if (view != NULL)
    nev_cli_view_add_entries (view, self->context);

  g_option_context_add_main_entries (self->context, common, GETTEXT_PACKAGE);
  nev_cli_import_add_entries (&self->import, self->context);

  /* GOption changes the array, so it gets a copy. */
  self->arguments = g_new0 (char *, (gsize) argc + 1);

  for (int i = 0; i < argc; i++)
    self->arguments[i] = g_strdup (argv[i]);

  if (!g_option_context_parse_strv (self->context, &self->arguments, &local_error))
    {
      nev_cli_propagate_usage (error, g_steal_pointer (&local_error), NULL);
      return FALSE;
    }

  self->language = nev_language_from_locale ();

  if (self->tag != NULL && !nev_language_parse (self->tag, &self->language, &local_error))
    {
      nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--language");
      return FALSE;
    }

  return TRUE;
}

/**
 * nev_cli_count_arguments:
 * @self: what nev_cli_parse() read
 * @min: the fewest arguments
 * @max: the most
 * @error: return location for a %G_OPTION_ERROR
 *
 * Checks how many arguments there are besides the command's name and options.
 *
 * Returns: whether they are as many as they should be
 */
gboolean
nev_cli_count_arguments (NevCli  *self,
                         guint    min,
                         guint    max,
                         GError **error)
{
  guint            n = g_strv_length (self->arguments) - 1;
  g_autofree char *found = g_strjoinv (" ", self->arguments + 1);

  if (n >= min && n <= max)
    return TRUE;

  if (max == 0)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("expected nothing but options, found “%s”"), found);
  else if (n == 0)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("expected %s, found nothing"), self->parameters);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("expected %1$s, found “%2$s”"), self->parameters, found);

  return FALSE;
}

/**
 * nev_cli_check_alone:
 * @self: what nev_cli_parse() read
 * @error: return location for a %G_OPTION_ERROR
 *
 * Checks that one dataset is meant, for commands that follow a dataset through its versions.
 *
 * Returns: whether no other is to be joined with it
 */
gboolean
nev_cli_check_alone (NevCli  *self,
                     GError **error)
{
  if (self->more == NULL)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("--with: expected one dataset, found “%s” besides"), self->more[0]);

  return FALSE;
}

/* Reads the datasets that --with names, and makes one of all. */
static gboolean
join_more (NevCli    *self,
           NevFaults *faults)
{
  g_autoptr(GPtrArray) datasets = g_ptr_array_new_with_free_func (g_object_unref);
  GError     *error = NULL;
  NevDataset *joined;

  g_ptr_array_add (datasets, g_object_ref (self->dataset));

  for (guint i = 0; self->more[i] != NULL; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (self->more[i]);
      NevDataset *dataset = nev_package_check (file, faults, NULL);

      if (dataset == NULL)
        return FALSE;

      g_ptr_array_add (datasets, dataset);
    }

  joined = nev_join_datasets (datasets, &error);

  if (joined == NULL)
    {
      nev_faults_take (faults, error);
      return FALSE;
    }

  g_object_unref (self->dataset);
  self->dataset = joined;

  return TRUE;
}

/**
 * nev_cli_check_dataset:
 * @self: what nev_cli_parse() read
 * @faults: (inout): where to put what is wrong with the dataset
 * @error: return location for a %G_OPTION_ERROR
 *
 * Loads the dataset that the command line names, or else the bundled one, which may have mistakes: then there are some in @faults
 * and no dataset.
 *
 * Returns: whether the command line could be understood
 */
gboolean
nev_cli_check_dataset (NevCli    *self,
                       NevFaults *faults,
                       GError   **error)
{
  g_autoptr(GFile) file = self->path != NULL ? g_file_new_for_commandline_arg (self->path) : NULL;
  const char      *fault = NULL;
  NevImportOptions options;
  gboolean         is_table;

  if (!nev_cli_import_read (&self->import, file != NULL, &options, &is_table, error))
    return FALSE;

  if (file == NULL)
    self->dataset = nev_package_check_bundled (faults);
  else if (!is_table)
    self->dataset = nev_package_check (file, faults, NULL);
  else
    self->dataset = nev_package_check_table (file, &options, faults, NULL);

  if (self->dataset != NULL)
    nev_package_get_choices (self->dataset, &fault);
  if (fault != NULL)
    g_printerr (_("nev-charts-cli: the choices beside the table are not used: %s\n"), fault);

  if (self->dataset != NULL && self->more != NULL && !join_more (self, faults))
    g_clear_object (&self->dataset);

  return TRUE;
}

/**
 * nev_cli_load:
 * @self: what nev_cli_parse() read
 * @error: return location for an error
 *
 * Loads the dataset that the command line names, or else the bundled one.
 *
 * Returns: whether it could be loaded
 */
gboolean
nev_cli_load (NevCli  *self,
              GError **error)
{
  g_auto(NevFaults) faults = { NULL };

  nev_faults_init (&faults, 1);

  if (!nev_cli_check_dataset (self, &faults, error))
    return FALSE;

  if (self->dataset == NULL)
    g_propagate_error (error, g_error_copy (g_ptr_array_index (faults.errors, 0)));

  return self->dataset != NULL;
}

static gboolean
print (const char *data,
       gsize       length,
       GError    **error)
{
  int code;

  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;

  code = errno;
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
               _("could not write to standard output: %s"), g_strerror (code));

  return FALSE;
}

/**
 * nev_cli_print:
 * @text: what is to be written, in UTF-8
 * @error: return location for a #GIOError
 *
 * Writes a result to standard output and makes sure that it got there.
 *
 * Returns: whether all of it was written
 */
gboolean
nev_cli_print (const char *text,
               GError    **error)
{
  return print (text, strlen (text), error);
}

/**
 * nev_cli_print_bytes:
 * @bytes: a whole file
 * @error: return location for a #GIOError
 *
 * Writes a file to standard output and makes sure that it got there.
 *
 * Returns: whether all of it was written
 */
gboolean
nev_cli_print_bytes (GBytes  *bytes,
                     GError **error)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  return print (data, length, error);
}

/**
 * nev_cli_write_unit:
 * @json: where to write
 * @series: a series
 * @unit: its unit, or that of a measure of it
 *
 * Writes the member "unit", in English in every language: programs read it.
 */
void
nev_cli_write_unit (NevJsonWriter *json,
                    NevSeries     *series,
                    NevUnit        unit)
{
  nev_json_writer_string (json, "unit", unit == NEV_UNIT_OTHER ? nev_series_get_unit_text (series, NEV_LANGUAGE_ENGLISH) : nev_format_unit (unit, NEV_LANGUAGE_ENGLISH));
}

/**
 * nev_cli_write_base:
 * @json: where to write
 * @reading: a reading
 *
 * Writes the period in which an index is 100; nothing of any other measure.
 */
void
nev_cli_write_base (NevJsonWriter    *json,
                    const NevReading *reading)
{
  g_autofree char *base = NULL;

  if (reading->measure != NEV_MEASURE_INDEX)
    return;

  base = nev_period_is_none (reading->base) ? NULL : nev_period_to_string (reading->base);
  nev_json_writer_string (json, "base", base);
}

/**
 * nev_cli_write_source:
 * @json: where to write
 * @name: (nullable): the member's name
 * @source: a source
 *
 * Writes a source as an object.
 */
void
nev_cli_write_source (NevJsonWriter *json,
                      const char    *name,
                      NevSource     *source)
{
  nev_json_writer_begin_object (json, name);
  nev_json_writer_string (json, "id", nev_source_get_id (source));
  nev_json_writer_string (json, "publisher", nev_source_get_publisher (source));
  nev_json_writer_string (json, "title", nev_source_get_title (source));
  nev_json_writer_string (json, "date", nev_source_get_date (source));
  nev_json_writer_string (json, "url", nev_source_get_url (source));
  nev_json_writer_end_object (json);
}

/**
 * nev_cli_write_facts:
 * @json: where to write
 * @dataset: the dataset
 * @reading: one of its readings
 *
 * Writes the facts that a reading was obtained from as the member "facts".
 */
void
nev_cli_write_facts (NevJsonWriter    *json,
                     NevDataset       *dataset,
                     const NevReading *reading)
{
  nev_json_writer_begin_array (json, "facts");

  for (guint i = 0; i < reading->n_terms; i++)
    {
      const NevReadingTerm *term = &reading->terms[i];
      const NevFact        *fact = nev_ledger_get_fact (nev_series_get_ledger (term->series), term->fact);
      g_autofree char      *period = nev_period_to_string (fact->period);

      nev_json_writer_begin_object (json, NULL);
      nev_json_writer_string (json, "period", period);
      nev_json_writer_number (json, "value", term->is_change ? fact->change : fact->value);
      nev_json_writer_number (json, "sign", term->sign);
      nev_cli_write_source (json, "source", nev_dataset_get_source (dataset, fact->source));
      nev_json_writer_end_object (json);
    }

  nev_json_writer_end_array (json);
}
