/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli-export.h"

#include <glib/gi18n-lib.h>

#include "nev-batch.h"
#include "nev-deck.h"

/* What "export" works on: the charts wanted, drawn but not written yet. */
typedef struct
{
  GPtrArray *specs; /* (element-type NevSpec) */
  GPtrArray *files; /* (element-type GBytes): for each spec all formats; or the deck */
  GPtrArray *paths; /* (element-type filename): of the files */
} Work;

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->specs, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
add_spec (Work             *self,
          NevCli           *cli,
          const NevCliView *view,
          const char       *chart,
          GError          **error)
{
  NevSpec *spec = nev_cli_create_spec (cli, view, chart, error);

  if (spec == NULL)
    return FALSE;

  g_ptr_array_add (self->specs, spec);

  return TRUE;
}

static gboolean
add_specs (Work               *self,
           NevCli             *cli,
           const NevCliView   *view,
           const NevCliExport *wanted,
           GError            **error)
{
  if (view->path != NULL)
    return add_spec (self, cli, view, cli->arguments[1], error);

  for (guint i = 1; cli->arguments[i] != NULL; i++)
    {
      if (!add_spec (self, cli, view, cli->arguments[i], error))
        return FALSE;
    }

  for (guint i = 0; wanted->is_all && i < nev_dataset_get_n_charts (cli->dataset); i++)
    {
      if (!add_spec (self, cli, view, nev_dataset_get_chart (cli->dataset, i)->name, error))
        return FALSE;
    }

  return TRUE;
}

static char *
make_path (const Work         *self,
           const NevCliExport *wanted,
           guint               index,
           NevFormat           format)
{
  NevSpec         *spec = g_ptr_array_index (self->specs, index);
  g_autofree char *name = NULL;

  if (wanted->output != NULL)
    return g_strdup (wanted->output);

  if (wanted->is_numbered)
    name = nev_batch_get_file_name (spec, format, index, self->specs->len);
  else
    name = g_strdup_printf ("%s.%s", nev_spec_get_chart (spec)->name, nev_format_to_string (format));

  return wanted->folder != NULL ? g_build_filename (wanted->folder, name, NULL) : g_steal_pointer (&name);
}

static gboolean
draw_pictures (Work               *self,
               const NevCliExport *wanted,
               GError            **error)
{
  g_autoptr(GArray) items = g_array_new (FALSE, TRUE, sizeof (NevBatchItem));

  for (guint i = 0; i < self->specs->len; i++)
    for (guint j = 0; j < wanted->n_formats; j++)
      {
        NevBatchItem item = { g_ptr_array_index (self->specs, i), wanted->format[j], wanted->options };

        g_array_append_val (items, item);
        g_ptr_array_add (self->paths, make_path (self, wanted, i, wanted->format[j]));
      }

  self->files = nev_batch_export ((const NevBatchItem *) (const void *) items->data, items->len, wanted->n_jobs, NULL, NULL, NULL, error);

  return self->files != NULL;
}

static gboolean
draw_deck (Work               *self,
           const NevCliExport *wanted,
           GError            **error)
{
  GBytes *bytes = nev_deck_export (self->specs, &wanted->options, NULL, NULL, NULL, error);

  if (bytes == NULL)
    return FALSE;

  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_ptr_array_add (self->files, bytes);
  g_ptr_array_add (self->paths, g_strdup (wanted->deck));

  return TRUE;
}

static gboolean
draw (Work               *self,
      const NevCliExport *wanted,
      GError            **error)
{
  g_autoptr(GError) local_error = NULL;

  if (wanted->deck != NULL ? draw_deck (self, wanted, &local_error) : draw_pictures (self, wanted, &local_error))
    return TRUE;

  if (g_error_matches (local_error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE))
    nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--size, --scale");
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
make_folder (const char *path,
             GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GFile) folder = g_file_new_for_commandline_arg (path);

  if (g_file_make_directory_with_parents (folder, NULL, &local_error) ||
      g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;

  g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "%s: ", path);

  return FALSE;
}

/* Nothing is written before everything is drawn, so that a mistake in the last chart leaves no files of
 * the others behind.
 */
static gboolean
write_files (const Work         *self,
             const NevCliExport *wanted,
             GError            **error)
{
  if (wanted->folder != NULL && !make_folder (wanted->folder, error))
    return FALSE;

  for (guint i = 0; i < self->files->len; i++)
    {
      const char *path = g_ptr_array_index (self->paths, i);
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
      g_autofree char *line = g_strconcat (path, "\n", NULL);

      if (!nev_export_write (g_ptr_array_index (self->files, i), file, NULL, error))
        return FALSE;

      if (!wanted->is_json && !nev_cli_print (line, error))
        return FALSE;
    }

  return TRUE;
}

/* The names of files are bytes, JSON is UTF-8. */
static void
write_file_name (NevJsonWriter *json,
                 const char    *path)
{
  g_autofree char *name = g_filename_display_name (path);

  nev_json_writer_string (json, "file", name);
}

static void
write_options (NevJsonWriter      *json,
               const NevCliExport *wanted,
               NevFormat           format)
{
  nev_json_writer_string (json, "format", nev_format_to_string (format));
  nev_json_writer_number (json, "width", wanted->options.width);
  nev_json_writer_number (json, "height", wanted->options.height);
  nev_json_writer_number (json, "scale", format == NEV_FORMAT_PNG ? wanted->options.scale : 1);
  nev_json_writer_string (json, "theme", wanted->options.theme == NEV_THEME_DARK ? "dark" : "light");
  nev_json_writer_boolean (json, "transparent", wanted->options.is_transparent);
  nev_json_writer_string (json, "language", nev_language_to_tag (wanted->options.language));
}

static void
write_bytes (NevJsonWriter *json,
             GBytes        *bytes)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  nev_json_writer_number (json, "bytes", (double) g_bytes_get_size (bytes));
  nev_json_writer_string (json, "sha256", sum);
}

static void
write_chart (NevJsonWriter  *json,
             NevSpec        *spec,
             const NevScene *scene)
{
  nev_json_writer_string (json, "chart", nev_spec_get_chart (spec)->name);
  nev_json_writer_string (json, "title", scene->title);
  nev_json_writer_number (json, "dropped_labels", scene->n_dropped);
}

static void
write_pictures_json (const Work         *self,
                     const NevCliExport *wanted,
                     NevTextMaker       *text,
                     NevJsonWriter      *json)
{
  for (guint i = 0; i < self->specs->len; i++)
    {
      NevSpec *spec = g_ptr_array_index (self->specs, i);
      g_autoptr(NevScene) scene = nev_export_layout (spec, &wanted->options, text);

      for (guint j = 0; j < wanted->n_formats; j++)
        {
          guint index = i * wanted->n_formats + j;

          nev_json_writer_begin_object (json, NULL);
          write_file_name (json, g_ptr_array_index (self->paths, index));
          write_chart (json, spec, scene);
          write_options (json, wanted, wanted->format[j]);
          write_bytes (json, g_ptr_array_index (self->files, index));
          nev_json_writer_end_object (json);
        }
    }
}

static void
write_deck_json (const Work         *self,
                 const NevCliExport *wanted,
                 NevTextMaker       *text,
                 NevJsonWriter      *json)
{
  NevDataset *dataset = nev_spec_get_dataset (g_ptr_array_index (self->specs, 0));

  nev_json_writer_begin_object (json, NULL);
  write_file_name (json, g_ptr_array_index (self->paths, 0));
  nev_json_writer_string (json, "title", nev_dataset_get_title (dataset, wanted->options.language));
  write_options (json, wanted, NEV_FORMAT_PDF);
  write_bytes (json, g_ptr_array_index (self->files, 0));
  nev_json_writer_begin_array (json, "pages");

  for (guint i = 0; i < self->specs->len; i++)
    {
      NevSpec *spec = g_ptr_array_index (self->specs, i);
      g_autoptr(NevScene) scene = nev_export_layout (spec, &wanted->options, text);

      nev_json_writer_begin_object (json, NULL);
      write_chart (json, spec, scene);
      nev_json_writer_end_object (json);
    }

  nev_json_writer_end_array (json);
  nev_json_writer_end_object (json);
}

static gboolean
print_json (const Work         *self,
            const NevCliExport *wanted,
            GError            **error)
{
  NevTextMaker *text = nev_text_maker_get (wanted->options.language);
  NevJsonWriter   *json = nev_json_writer_new ();
  g_autofree char *output = NULL;

  nev_json_writer_begin_array (json, NULL);
  if (wanted->deck != NULL)
    write_deck_json (self, wanted, text, json);
  else
    write_pictures_json (self, wanted, text, json);
  nev_json_writer_end_array (json);
  output = nev_json_writer_finish (json);

  return nev_cli_print (output, error);
}

/**
 * nev_cli_export:
 * @argc: how many words
 * @argv: "export" and what follows
 * @error: return location for an error
 *
 * Writes charts as pictures or as a deck, and the names of the files to standard output.
 *
 * Returns: whether it went well
 */
gboolean
nev_cli_export (int      argc,
                char   **argv,
                GError **error)
{
  g_auto(NevCli) cli = NEV_CLI_INIT;
  g_auto(NevCliView) view = { NULL };
  g_auto(NevCliExport) wanted = NEV_CLI_EXPORT_INIT;
  g_auto(Work) work = { NULL };

  if (!nev_cli_export_parse (&wanted, &cli, &view, argc, argv, error) ||
      !nev_cli_load (&cli, error))
    return FALSE;

  wanted.options.language = cli.language;
  work.specs = g_ptr_array_new_with_free_func (g_object_unref);
  work.paths = g_ptr_array_new_with_free_func (g_free);

  if (!add_specs (&work, &cli, &view, &wanted, error) ||
      !draw (&work, &wanted, error))
    return FALSE;

  if (wanted.is_stdout)
    return nev_cli_print_bytes (g_ptr_array_index (work.files, 0), error);

  return write_files (&work, &wanted, error) && (!wanted.is_json || print_json (&work, &wanted, error));
}
