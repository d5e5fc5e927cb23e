/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-export-choices.h"

#include <math.h>

static const char *const theme_names[] = {
  [NEV_EXPORT_THEME_SCREEN] = "screen",
  [NEV_EXPORT_THEME_LIGHT] = "light",
  [NEV_EXPORT_THEME_DARK] = "dark",
};

static int
get_width (const NevExportChoices *self)
{
  return self->preset != NULL ? self->preset->width : self->width;
}

static int
get_height (const NevExportChoices *self)
{
  return self->preset != NULL ? self->preset->height : self->height;
}

/**
 * nev_export_choices_load:
 * @self: (out caller-allocates): what was chosen last
 * @settings: (nullable): the settings; %NULL for what is chosen before anybody chose
 * @chart_language: the language of the charts in the window, which a picture has unless another one was chosen
 *
 * Finds the choices of last time again. Settings may be those of another version: what isn't known any more is left
 * as it is at first.
 */
void
nev_export_choices_load (NevExportChoices *self,
                         GSettings        *settings,
                         NevLanguage       chart_language)
{
  g_autofree char *format = NULL;
  g_autofree char *preset = NULL;
  g_autofree char *theme = NULL;
  g_autofree char *language = NULL;

  *self = (NevExportChoices){
    .preset = nev_preset_get (0),
    .width = 1280,
    .height = 720,
    .scale = 2,
    .theme = NEV_EXPORT_THEME_LIGHT,
    .language = chart_language,
  };

  if (settings == NULL)
    return;

  format = g_settings_get_string (settings, "export-format");
  preset = g_settings_get_string (settings, "export-preset");
  theme = g_settings_get_string (settings, "export-theme");
  language = g_settings_get_string (settings, "export-language");

  self->preset = *preset != '\0' ? nev_preset_find (preset, NULL) : NULL;
  self->width = g_settings_get_int (settings, "export-width");
  self->height = g_settings_get_int (settings, "export-height");
  self->scale = g_settings_get_int (settings, "export-scale");
  self->points = g_settings_get_double (settings, "export-points");
  self->is_transparent = g_settings_get_boolean (settings, "export-transparent");
  self->hidden = (NevParts) g_settings_get_uint (settings, "export-hidden");
  self->has_outlines = g_settings_get_boolean (settings, "export-outlines");

  if (!nev_format_parse (format, &self->format, NULL))
    self->format = NEV_FORMAT_PNG;

  if (*language == '\0' || !nev_language_parse (language, &self->language, NULL))
    self->language = chart_language;

  for (guint i = 0; i < G_N_ELEMENTS (theme_names); i++)
    {
      if (g_str_equal (theme, theme_names[i]))
        self->theme = (NevExportTheme) i;
    }
}

/**
 * nev_export_choices_save:
 * @self: what was chosen
 * @settings: (nullable): the settings
 * @chart_language: the language of the charts in the window; the same one follows it the next time, too
 *
 * Keeps the choices for the next time.
 */
void
nev_export_choices_save (const NevExportChoices *self,
                         GSettings              *settings,
                         NevLanguage             chart_language)
{
  if (settings == NULL)
    return;

  g_settings_set_string (settings, "export-preset", self->preset != NULL ? self->preset->name : "");
  g_settings_set_string (settings, "export-format", nev_format_to_string (self->format));
  g_settings_set_int (settings, "export-width", self->width);
  g_settings_set_int (settings, "export-height", self->height);
  g_settings_set_int (settings, "export-scale", self->scale);
  g_settings_set_double (settings, "export-points", self->points);
  g_settings_set_string (settings, "export-theme", theme_names[self->theme]);
  g_settings_set_boolean (settings, "export-transparent", self->is_transparent);
  g_settings_set_uint (settings, "export-hidden", self->hidden);
  g_settings_set_boolean (settings, "export-outlines", self->has_outlines);
  g_settings_set_string (settings, "export-language", self->language != chart_language ? nev_language_to_tag (self->language) : "");
}

/**
 * nev_export_choices_get_min_points:
 * @self: what is chosen
 *
 * Returns: the smallest axis labels that the place allows, in points
 */
double
nev_export_choices_get_min_points (const NevExportChoices *self)
{
  return self->preset != NULL ? self->preset->min_points : NEV_EXPORT_MIN_FONT_SIZE * NEV_POINTS_PER_PIXEL;
}

/**
 * nev_export_choices_get_max_points:
 * @self: what is chosen
 *
 * Returns: the largest axis labels that the layout makes in a picture of this size, in points
 */
double
nev_export_choices_get_max_points (const NevExportChoices *self)
{
  double pixels = MIN (MIN (get_width (self), get_height (self)) / NEV_LAYOUT_MIN_SIZES, NEV_EXPORT_MAX_FONT_SIZE);

  return MAX (floor (pixels * NEV_POINTS_PER_PIXEL), nev_export_choices_get_min_points (self));
}

/**
 * nev_export_choices_get_options:
 * @self: what is chosen
 * @is_screen_dark: whether the window is dark
 * @options: (out caller-allocates): what that means
 *
 * Makes options of choices, the same that the command line makes of the same words.
 */
void
nev_export_choices_get_options (const NevExportChoices *self,
                                gboolean                is_screen_dark,
                                NevExportOptions       *options)
{
  gboolean is_dark = self->theme == NEV_EXPORT_THEME_SCREEN ? is_screen_dark : self->theme == NEV_EXPORT_THEME_DARK;

  *options = (NevExportOptions) NEV_EXPORT_OPTIONS_INIT;
  options->width = get_width (self);
  options->height = get_height (self);
  options->scale = self->scale;
  options->theme = is_dark ? NEV_THEME_DARK : NEV_THEME_LIGHT;
  options->is_transparent = self->is_transparent;
  options->language = self->language;
  options->hidden = self->hidden;
  options->has_outlines = self->has_outlines;

  if (self->points > 0)
    options->font_size = CLAMP (self->points, nev_export_choices_get_min_points (self), nev_export_choices_get_max_points (self)) / NEV_POINTS_PER_PIXEL;
  else if (self->preset != NULL)
    options->font_size = nev_preset_get_font_size (self->preset, 0);
}
