/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli-export.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nev-layout.h"
#include "nev-number.h"
#include "nev-preset.h"

/* What stands for standard output in the place of a file's name. */
#define STANDARD_OUTPUT "-"

void
nev_cli_export_clear (NevCliExport *self)
{
  g_clear_pointer (&self->formats, g_free);
  g_clear_pointer (&self->preset, g_free);
  g_clear_pointer (&self->size, g_free);
  g_clear_pointer (&self->scale, g_free);
  g_clear_pointer (&self->font_size, g_free);
  g_clear_pointer (&self->theme, g_free);
  g_clear_pointer (&self->hidden, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->jobs, g_free);
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->deck, g_free);
}

/* The letters after the last point of a file's name; NULL if it has none. */
static const char *
get_suffix (const char *path)
{
  const char *point = strrchr (path, '.');

  return point != NULL && strchr (point, G_DIR_SEPARATOR) == NULL ? point + 1 : NULL;
}

static gboolean
add_format (NevCliExport *self,
            const char   *name,
            GError      **error)
{
  g_autoptr(GError) local_error = NULL;
  NevFormat format;

  if (!nev_format_parse (name, &format, &local_error))
    {
      nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--format");
      return FALSE;
    }

  for (guint i = 0; i < self->n_formats; i++)
    {
      if (self->format[i] == format)
        return TRUE;
    }

  self->format[self->n_formats++] = format;

  return TRUE;
}

static gboolean
parse_formats (NevCliExport *self,
               GError      **error)
{
  g_auto(GStrv) names = NULL;

  if (self->formats == NULL)
    return TRUE;

  names = g_strsplit (self->formats, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!add_format (self, names[i], error))
        return FALSE;
    }

  if (self->n_formats > 0)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--format: expected png, svg or pdf, found nothing"));

  return FALSE;
}

/* Options that say two things of one file. */
static gboolean
check_conflicts (const NevCliExport *self,
                 GError            **error)
{
  const struct
  {
    const char *first, *second;
    gboolean    are_both;
  } conflicts[] = {
    { "--output", "--output-dir", self->output != NULL && self->folder != NULL },
    { "--output", "--numbered", self->output != NULL && self->is_numbered },
    { "--deck", "--output", self->deck != NULL && self->output != NULL },
    { "--deck", "--output-dir", self->deck != NULL && self->folder != NULL },
    { "--deck", "--format", self->deck != NULL && self->formats != NULL },
    { "--deck", "--numbered", self->deck != NULL && self->is_numbered },
    { "--json", "--output=-", self->is_json && g_strcmp0 (self->output, STANDARD_OUTPUT) == 0 },
    { "--json", "--deck=-", self->is_json && g_strcmp0 (self->deck, STANDARD_OUTPUT) == 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (conflicts); i++)
    {
      if (!conflicts[i].are_both)
        continue;

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _("expected either %1$s or %2$s, found both"), conflicts[i].first, conflicts[i].second);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_deck (NevCliExport *self,
            GError      **error)
{
  const char *suffix = get_suffix (self->deck);

  self->is_stdout = g_str_equal (self->deck, STANDARD_OUTPUT);

  if (self->is_stdout || (suffix != NULL && g_ascii_strcasecmp (suffix, "pdf") == 0))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--deck: expected a file name that ends in .pdf, found “%s”"), self->deck);

  return FALSE;
}

/* The name of a single file says its format; --format must not say another one. */
static gboolean
check_output (NevCliExport *self,
              guint         n_charts,
              GError      **error)
{
  const char *suffix;
  NevFormat   format;

  if (self->deck != NULL)
    return check_deck (self, error);

  if (self->output == NULL)
    return self->n_formats > 0 || add_format (self, "png", error);

  if (n_charts != 1 || self->n_formats > 1)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _("--output: expected one chart in one format; --output-dir takes several"));
      return FALSE;
    }

  self->is_stdout = g_str_equal (self->output, STANDARD_OUTPUT);

  if (self->is_stdout)
    return self->n_formats > 0 || add_format (self, "png", error);

  suffix = get_suffix (self->output);

  if (suffix == NULL || !nev_format_parse (suffix, &format, NULL))
    {
      if (self->n_formats > 0)
        return TRUE;

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--output: expected a file name that ends in .png, .svg or .pdf, found “%s”"), self->output);
      return FALSE;
    }

  if (self->n_formats > 0 && self->format[0] != format)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--format: expected %1$s as in “%2$s”, found %3$s"),
                   nev_format_to_string (format), self->output, nev_format_to_string (self->format[0]));
      return FALSE;
    }

  return self->n_formats > 0 || add_format (self, suffix, error);
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
parse_size (NevCliExport *self,
            GError      **error)
{
  g_auto(GStrv) sides = NULL;

  if (self->size == NULL)
    return TRUE;

  sides = g_strsplit (self->size, "x", -1);

  if (g_strv_length (sides) == 2 &&
      parse_side (sides[0], NEV_LAYOUT_MIN_WIDTH, &self->options.width) &&
      parse_side (sides[1], NEV_LAYOUT_MIN_HEIGHT, &self->options.height))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--size: expected a size from %1$dx%2$d to %3$dx%4$d pixels, found “%5$s”"),
               NEV_LAYOUT_MIN_WIDTH, NEV_LAYOUT_MIN_HEIGHT, NEV_EXPORT_MAX_SIDE, NEV_EXPORT_MAX_SIDE, self->size);

  return FALSE;
}

static gboolean
parse_scale (NevCliExport *self,
             GError      **error)
{
  if (self->scale == NULL)
    return TRUE;

  if (nev_number_parse (self->scale, &self->options.scale) && self->options.scale > 0)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--scale: expected a number above zero, found “%s”"), self->scale);

  return FALSE;
}

/* In pixels, or in points with "pt" behind the number. */
static gboolean
parse_font_size (NevCliExport *self,
                 GError      **error)
{
  g_autofree char *number = g_strdup (self->font_size);
  gboolean         is_points;
  double           size;

  if (number == NULL)
    return TRUE;

  is_points = g_str_has_suffix (number, "pt");

  if (is_points)
    number[strlen (number) - strlen ("pt")] = '\0';

  if (nev_number_parse (number, &size))
    {
      size = is_points ? size / NEV_POINTS_PER_PIXEL : size;

      if (size >= NEV_EXPORT_MIN_FONT_SIZE && size <= NEV_EXPORT_MAX_FONT_SIZE)
        {
          self->options.font_size = size;
          return TRUE;
        }
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--font-size: expected %1$g to %2$g pixels, or points as in “18pt”, found “%3$s”"),
               NEV_EXPORT_MIN_FONT_SIZE, NEV_EXPORT_MAX_FONT_SIZE, self->font_size);

  return FALSE;
}

/* In too small a picture the layout would make the letters smaller than the place allows. */
static gboolean
check_room (const NevCliExport *self,
            const NevPreset    *preset,
            GError            **error)
{
  double needed = nev_preset_get_font_size (preset, 1) * NEV_LAYOUT_MIN_SIZES;

  if (self->options.width >= needed && self->options.height >= needed)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--size: expected no side below %1$.0f pixels, for letters of %2$g points with the preset %3$s, found “%4$s”"),
               ceil (needed), preset->min_points, preset->name, self->size);

  return FALSE;
}

/* What the place needs, where nothing else is said. Letters that can't be read there are refused rather than made
 * larger in silence.
 */
static gboolean
apply_preset (NevCliExport *self,
              GError      **error)
{
  g_autoptr(GError) local_error = NULL;
  const NevPreset *preset;

  if (self->preset == NULL)
    return TRUE;

  preset = nev_preset_find (self->preset, &local_error);

  if (preset == NULL)
    {
      nev_cli_propagate_usage (error, g_steal_pointer (&local_error), "--preset");
      return FALSE;
    }

  if (self->size == NULL)
    {
      self->options.width = preset->width;
      self->options.height = preset->height;
    }

  if (self->scale == NULL)
    self->options.scale = preset->scale;

  if (self->font_size == NULL)
    self->options.font_size = nev_preset_get_font_size (preset, nev_layout_get_font_size (self->options.width, self->options.height));

  if (self->options.font_size >= nev_preset_get_font_size (preset, self->options.font_size))
    return check_room (self, preset, error);

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--font-size: expected at least %1$g points for the preset %2$s, found %3$g (“%4$s”)"),
               preset->min_points, preset->name, self->options.font_size * NEV_POINTS_PER_PIXEL, self->font_size);

  return FALSE;
}

static gboolean
parse_theme (NevCliExport *self,
             GError      **error)
{
  self->options.is_transparent = self->is_transparent;

  if (self->theme == NULL || g_str_equal (self->theme, "light"))
    return TRUE;

  if (g_str_equal (self->theme, "dark"))
    {
      self->options.theme = NEV_THEME_DARK;
      return TRUE;
    }

  /* What was written before there was an option of its own. */
  if (g_str_equal (self->theme, "transparent"))
    {
      self->options.is_transparent = TRUE;
      return TRUE;
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--theme: expected light or dark, found “%s”"), self->theme);

  return FALSE;
}

static gboolean
parse_hidden (NevCliExport *self,
              GError      **error)
{
  static const struct
  {
    const char *name;
    NevParts    part;
  } parts[] = {
    { "title", NEV_PART_TITLE },
    { "subtitle", NEV_PART_SUBTITLE },
    { "source", NEV_PART_SOURCE },
    { "labels", NEV_PART_LABELS },
  };
  g_auto(GStrv) names = NULL;

  if (self->hidden == NULL)
    return TRUE;

  names = g_strsplit (self->hidden, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      NevParts found = 0;

      for (gsize j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          if (g_str_equal (names[i], parts[j].name))
            found = parts[j].part;
        }

      if (found == 0)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("--hide: expected title, subtitle, source or labels, found “%s”"), names[i]);
          return FALSE;
        }

      self->options.hidden |= found;
    }

  return TRUE;
}

static gboolean
parse_text (NevCliExport *self,
            GError      **error)
{
  if (self->text == NULL || g_str_equal (self->text, "text"))
    return TRUE;

  if (g_str_equal (self->text, "outlines"))
    {
      self->options.has_outlines = TRUE;
      return TRUE;
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--text: expected text or outlines, found “%s”"), self->text);

  return FALSE;
}

static gboolean
parse_jobs (NevCliExport *self,
            GError      **error)
{
  guint64 value;

  if (self->jobs == NULL)
    return TRUE;

  if (g_ascii_string_to_unsigned (self->jobs, 10, 1, G_MAXUINT, &value, NULL))
    {
      self->n_jobs = (guint) value;
      return TRUE;
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--jobs: expected a whole number from 1 on, found “%s”"), self->jobs);

  return FALSE;
}

static gboolean
check_charts (NevCli             *cli,
              const NevCliExport *self,
              const NevCliView   *view,
              GError            **error)
{
  if (self->is_all && view->path != NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _("expected either --view or --all, found both"));
      return FALSE;
    }

  if (view->path != NULL)
    return nev_cli_count_arguments (cli, 0, 1, error);

  if (self->is_all && g_strv_length (cli->arguments) > 1)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _("expected either charts or --all, found both"));
      return FALSE;
    }

  return self->is_all || nev_cli_count_arguments (cli, 1, G_MAXUINT, error);
}

/**
 * nev_cli_export_parse:
 * @self: what is to be filled in
 * @cli: what is common to all commands
 * @view: the options of the view
 * @argc: how many words
 * @argv: "export" and what follows
 * @error: return location for a %G_OPTION_ERROR
 *
 * Reads the command line of "export", and checks what can be checked before there is a dataset.
 *
 * Returns: whether it could be read
 */
gboolean
nev_cli_export_parse (NevCliExport *self,
                      NevCli       *cli,
                      NevCliView   *view,
                      int           argc,
                      char        **argv,
                      GError      **error)
{
  g_autofree char   *presets = nev_preset_get_names ();
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &self->is_all, N_("Write every chart of the dataset"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->formats, "png, svg, pdf", "F,…" },
    { "preset", 0, 0, G_OPTION_ARG_STRING, &self->preset, presets, "P" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &self->size, N_("Width and height in pixels (1920x1080)"), N_("WxH") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &self->scale, N_("Draw N pixels of a PNG for each of the size (1)"), "N" },
    { "font-size", 0, 0, G_OPTION_ARG_STRING, &self->font_size, N_("Axis labels of N pixels, or points as in “18pt”"), "N" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &self->theme, "light, dark", "T" },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &self->is_transparent, N_("Leave out the ground"), NULL },
    { "hide", 0, 0, G_OPTION_ARG_STRING, &self->hidden, "title, subtitle, source, labels", N_("PART,…") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &self->text, "text, outlines", "T" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_("Write the one chart to FILE; “-” is standard output"), N_("FILE") },
    { "output-dir", 0, 0, G_OPTION_ARG_FILENAME, &self->folder, N_("Write to CHART.FORMAT in DIR"), N_("DIR") },
    { "numbered", 0, 0, G_OPTION_ARG_NONE, &self->is_numbered, N_("Put 01-, 02- … before the names of the files"), NULL },
    { "deck", 0, 0, G_OPTION_ARG_FILENAME, &self->deck, N_("Write one PDF with a page for each chart"), N_("FILE") },
    { "jobs", 0, 0, G_OPTION_ARG_STRING, &self->jobs, N_("Draw N charts at a time (as many as processors)"), "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->is_json, N_("Tell as JSON what was written"), NULL },
    { NULL }
  };

  return nev_cli_parse (cli, "CHART… | --all | --view FILE", _("Writes charts as pictures."), entries, view, argc, argv, error) &&
         check_charts (cli, self, view, error) &&
         check_conflicts (self, error) &&
         parse_formats (self, error) &&
         check_output (self, self->is_all ? G_MAXUINT : view->path != NULL ? 1 : g_strv_length (cli->arguments) - 1, error) &&
         parse_size (self, error) &&
         parse_scale (self, error) &&
         parse_font_size (self, error) &&
         apply_preset (self, error) &&
         parse_theme (self, error) &&
         parse_hidden (self, error) &&
         parse_text (self, error) &&
         parse_jobs (self, error);
}
