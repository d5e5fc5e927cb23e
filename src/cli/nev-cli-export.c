/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nev-export.h"
#include "nev-layout.h"
#include "nev-number.h"

/* What is wanted, as the command line says it. */
typedef struct
{
  /* Owned */
  char    *formats;
  char    *size;
  char    *scale;
  char    *theme;
  char    *output;
  char    *folder;
  gboolean is_all;

  /* Follows from the above */
  NevFormat        format[NEV_N_FORMATS];
  guint            n_formats;
  NevExportOptions options;
} Wanted;

/* A picture that is finished but not written yet. */
typedef struct
{
  char   *path;
  GBytes *bytes;
} Picture;

static void
wanted_clear (Wanted *self)
{
  g_clear_pointer (&self->formats, g_free);
  g_clear_pointer (&self->size, g_free);
  g_clear_pointer (&self->scale, g_free);
  g_clear_pointer (&self->theme, g_free);
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->folder, g_free);
}

static void
picture_free (Picture *self)
{
  g_free (self->path);
  g_bytes_unref (self->bytes);
  g_free (self);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

/* The letters after the last point of a file's name; NULL if it has none. */
static const char *
get_suffix (const char *path)
{
  const char *point = strrchr (path, '.');

  return point != NULL && strchr (point, G_DIR_SEPARATOR) == NULL ? point + 1 : NULL;
}

static gboolean
add_format (Wanted     *wanted,
            const char *name,
            GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  NevFormat format;

  if (!nev_format_parse (name, &format, &local_error))
    {
      nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--format");
      return FALSE;
    }

  for (guint i = 0; i < wanted->n_formats; i++)
    {
      if (wanted->format[i] == format)
        return TRUE;
    }

  wanted->format[wanted->n_formats++] = format;

  return TRUE;
}

static gboolean
parse_formats (Wanted  *wanted,
               GError **error)
{
  g_auto(GStrv) names = NULL;

  if (wanted->formats == NULL)
    return TRUE;

  names = g_strsplit (wanted->formats, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!add_format (wanted, names[i], error))
        return FALSE;
    }

  if (wanted->n_formats > 0)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--format: expected png, svg or pdf, found nothing"));

  return FALSE;
}

/* The name of a single file says its format; --format must not say another one. */
static gboolean
check_output (Wanted  *wanted,
              guint    n_charts,
              GError **error)
{
  const char *suffix;
  NevFormat   format;

  if (wanted->output == NULL)
    return wanted->n_formats > 0 || add_format (wanted, "png", error);

  if (wanted->folder != NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("expected either --output or --output-dir, found both"));
      return FALSE;
    }

  if (n_charts != 1 || wanted->n_formats > 1)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _("--output: expected one chart in one format; --output-dir takes several"));
      return FALSE;
    }

  suffix = get_suffix (wanted->output);

  if (suffix == NULL || !nev_format_parse (suffix, &format, NULL))
    {
      if (wanted->n_formats > 0)
        return TRUE;

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--output: expected a file name that ends in .png, .svg or .pdf, found “%s”"), wanted->output);
      return FALSE;
    }

  if (wanted->n_formats > 0 && wanted->format[0] != format)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--format: expected %1$s as in “%2$s”, found %3$s"),
                   nev_format_to_string (format), wanted->output, nev_format_to_string (wanted->format[0]));
      return FALSE;
    }

  return wanted->n_formats > 0 || add_format (wanted, suffix, error);
}

static gboolean
parse_side (const char *text,
            guint64     min,
            int        *side)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, min, NEV_EXPORT_MAX_SIDE, &value, NULL))
    return FALSE;

  *side = (int) value;

  return TRUE;
}

static gboolean
parse_size (Wanted  *wanted,
            GError **error)
{
  g_auto(GStrv) sides = NULL;

  if (wanted->size == NULL)
    return TRUE;

  sides = g_strsplit (wanted->size, "x", -1);

  if (g_strv_length (sides) == 2 &&
      parse_side (sides[0], NEV_LAYOUT_MIN_WIDTH, &wanted->options.width) &&
      parse_side (sides[1], NEV_LAYOUT_MIN_HEIGHT, &wanted->options.height))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--size: expected a size from %1$dx%2$d to %3$dx%4$d pixels, found “%5$s”"),
               NEV_LAYOUT_MIN_WIDTH, NEV_LAYOUT_MIN_HEIGHT, NEV_EXPORT_MAX_SIDE, NEV_EXPORT_MAX_SIDE, wanted->size);

  return FALSE;
}

static gboolean
parse_scale (Wanted  *wanted,
             GError **error)
{
  if (wanted->scale == NULL)
    return TRUE;

  if (nev_number_parse (wanted->scale, &wanted->options.scale) && wanted->options.scale > 0)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--scale: expected a number above zero, found “%s”"), wanted->scale);

  return FALSE;
}

static gboolean
parse_theme (Wanted  *wanted,
             GError **error)
{
  if (wanted->theme == NULL || g_str_equal (wanted->theme, "light"))
    return TRUE;

  if (g_str_equal (wanted->theme, "dark"))
    {
      wanted->options.theme = NEV_THEME_DARK;
      return TRUE;
    }

  if (g_str_equal (wanted->theme, "transparent"))
    {
      wanted->options.is_transparent = TRUE;
      return TRUE;
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--theme: expected light, dark or transparent, found “%s”"), wanted->theme);

  return FALSE;
}

static gboolean
check_charts (NevCli       *cli,
              const Wanted *wanted,
              GError      **error)
{
  guint n = g_strv_length (cli->arguments) - 1;

  if (wanted->is_all && n > 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _("expected either charts or --all, found both"));
      return FALSE;
    }

  return wanted->is_all || nev_cli_count_arguments (cli, 1, G_MAXUINT, error);
}

static char *
make_path (const Wanted *wanted,
           const char   *chart,
           NevFormat     format)
{
  g_autofree char *name = g_strconcat (chart, ".", nev_format_to_string (format), NULL);

  if (wanted->output != NULL)
    return g_strdup (wanted->output);

  return wanted->folder != NULL ? g_build_filename (wanted->folder, name, NULL) : g_steal_pointer (&name);
}

static gboolean
draw_chart (NevCli           *cli,
            const NevCliView *view,
            const Wanted     *wanted,
            const char       *chart,
            GPtrArray        *pictures,
            GError          **error)
{
  g_autoptr(NevSpec) spec = nev_cli_create_spec (cli, view, chart, error);

  if (spec == NULL)
    return FALSE;

  for (guint i = 0; i < wanted->n_formats; i++)
    {
      g_autoptr(GError) local_error = NULL;
      g_autoptr(GBytes) bytes = nev_export_chart (spec, wanted->format[i], &wanted->options, &local_error);
      Picture *picture;

      if (g_error_matches (local_error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE))
        {
          nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--size, --scale");
          return FALSE;
        }

      if (bytes == NULL)
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "%s: ", chart);
          return FALSE;
        }

      picture = g_new0 (Picture, 1);
      picture->path = make_path (wanted, chart, wanted->format[i]);
      picture->bytes = g_steal_pointer (&bytes);
      g_ptr_array_add (pictures, picture);
    }

  return TRUE;
}

static gboolean
draw_charts (NevCli           *cli,
             const NevCliView *view,
             const Wanted     *wanted,
             GPtrArray        *pictures,
             GError          **error)
{
  for (guint i = 1; cli->arguments[i] != NULL; i++)
    {
      if (!draw_chart (cli, view, wanted, cli->arguments[i], pictures, error))
        return FALSE;
    }

  for (guint i = 0; wanted->is_all && i < nev_dataset_get_n_charts (cli->dataset); i++)
    {
      if (!draw_chart (cli, view, wanted, nev_dataset_get_chart (cli->dataset, i)->name, pictures, error))
        return FALSE;
    }

  return TRUE;
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
write_pictures (const Wanted *wanted,
                GPtrArray    *pictures,
                GError      **error)
{
  if (wanted->folder != NULL && !make_folder (wanted->folder, error))
    return FALSE;

  for (guint i = 0; i < pictures->len; i++)
    {
      const Picture *picture = g_ptr_array_index (pictures, i);
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (picture->path);
      g_autofree char *line = g_strconcat (picture->path, "\n", NULL);

      if (!nev_export_write (picture->bytes, file, NULL, error))
        return FALSE;

      if (!nev_cli_print (line, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * nev_cli_export:
 * @argc: how many words
 * @argv: "export" and what follows
 * @error: return location for an error
 *
 * Writes charts as pictures, and the names of the files to standard output.
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
  g_auto(Wanted) wanted = { .options = NEV_EXPORT_OPTIONS_INIT };
  g_autoptr(GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) picture_free);
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &wanted.is_all, N_("Write every chart of the dataset"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &wanted.formats, "png, svg, pdf", "F,…" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &wanted.size, N_("Width and height in pixels (1920x1080)"), N_("WxH") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &wanted.scale, N_("Draw N pixels of a PNG for each of the size (1)"), "N" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &wanted.theme, "light, dark, transparent", "T" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wanted.output, N_("Write the one chart to FILE"), N_("FILE") },
    { "output-dir", 0, 0, G_OPTION_ARG_FILENAME, &wanted.folder, N_("Write to CHART.FORMAT in DIR"), N_("DIR") },
    { NULL }
  };

  if (!nev_cli_parse (&cli, "CHART… | --all", _("Writes charts as pictures."), entries, &view, argc, argv, error) ||
      !check_charts (&cli, &wanted, error) ||
      !parse_formats (&wanted, error) ||
      !check_output (&wanted, wanted.is_all ? G_MAXUINT : g_strv_length (cli.arguments) - 1, error) ||
      !parse_size (&wanted, error) ||
      !parse_scale (&wanted, error) ||
      !parse_theme (&wanted, error) ||
      !nev_cli_load (&cli, error))
    return FALSE;

  wanted.options.language = cli.language;

  return draw_charts (&cli, &view, &wanted, pictures, error) && write_pictures (&wanted, pictures, error);
}
