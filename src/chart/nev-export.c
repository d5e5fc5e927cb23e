/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-export-private.h"

#include "nev-error.h"
#include "nev-pdf.h"
#include "nev-png.h"
#include "nev-preset.h"
#include "nev-readings.h"
#include "nev-render.h"
#include "nev-svg.h"
#include "nev-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A picture is made in memory as a whole and checked. Nothing in it depends on the time, and on the machine only
 * the fonts: the same scene makes the same bytes.
 */

/* An inch of a picture: CSS's and the slides' pixel. */
#define PIXELS_PER_INCH (72.0 / NEV_POINTS_PER_PIXEL)

/* clang-format off */
G_DEFINE_QUARK (nev-export-error-quark, nev_export_error)
/* clang-format on */

static const char *const format_names[NEV_N_FORMATS] = {
  [NEV_FORMAT_PNG] = "png",
  [NEV_FORMAT_SVG] = "svg",
  [NEV_FORMAT_PDF] = "pdf",
};

/**
 * nev_format_to_string:
 * @self: a format
 *
 * Gets the name of a format, which is also the ending of its files.
 *
 * Returns: (transfer none): png, svg or pdf
 */
const char *
nev_format_to_string (NevFormat self)
{
  g_return_val_if_fail (self < NEV_N_FORMATS, "");

  return format_names[self];
}

/**
 * nev_format_parse:
 * @text: a name
 * @format: (out): the format
 * @error: return location for a %NEV_DATA_ERROR_SYNTAX
 *
 * Finds the format that a name is for.
 *
 * Returns: whether there is one
 */
gboolean
nev_format_parse (const char *text,
                  NevFormat  *format,
                  GError    **error)
{
  for (int i = 0; i < NEV_N_FORMATS; i++)
    if (strcmp (text, format_names[i]) == 0)
      {
        *format = i;
        return TRUE;
      }

  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX,
               _("expected png, svg or pdf, found “%s”"), text);

  return FALSE;
}

static gboolean
check_size (double   width,
            double   height,
            double   scale,
            GError **error)
{
  /* Written so that NaN is refused too. */
  if (!(width * scale >= 1 && height * scale >= 1))
    {
      g_set_error (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE,
                   _("a picture of %.0f × %.0f pixels, %g times, has no pixel"), width, height, scale);
      return FALSE;
    }

  if (width * scale > NEV_EXPORT_MAX_SIDE || height * scale > NEV_EXPORT_MAX_SIDE)
    {
      g_set_error (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE,
                   _("a picture of %.0f × %.0f pixels is too large; no side may have more than %d"),
                   width * scale, height * scale, NEV_EXPORT_MAX_SIDE);
      return FALSE;
    }

  if (width * scale * height * scale > NEV_EXPORT_MAX_PIXELS)
    {
      g_set_error (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE,
                   _("a picture of %.0f × %.0f pixels is too large; all together may not be more than %d"),
                   width * scale, height * scale, NEV_EXPORT_MAX_PIXELS);
      return FALSE;
    }

  return TRUE;
}

/**
 * nev_export_check_text:
 * @scene: what is to be drawn
 * @text: a maker of text in its language
 * @error: return location for %NEV_EXPORT_ERROR_FONT
 *
 * Checks that the fonts have every character of a scene. One that no font has would become a box that says nothing,
 * and nobody looks at every exported file.
 *
 * Returns: whether every word can be drawn
 */
gboolean
nev_export_check_text (const NevScene *scene,
                       NevTextMaker   *text,
                       GError        **error)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);
      gunichar       missing;
      char           letter[8] = "";

      if (item->kind != NEV_ITEM_TEXT)
        continue;

      missing = nev_text_maker_find_missing (text, item->text, nev_role_is_bold (item->role));

      if (missing == 0)
        continue;

      if (g_unichar_isgraph (missing))
        letter[g_unichar_to_utf8 (missing, letter)] = '\0';

      g_set_error (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_FONT,
                   _("no font here can draw the character %s (U+%04X) of “%s”"), letter, missing, item->text);

      return FALSE;
    }

  return TRUE;
}

gboolean
nev_export_check_status (cairo_status_t status,
                         GError       **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_RENDER,
               _("the picture couldn’t be drawn: %s"), cairo_status_to_string (status));

  return FALSE;
}

/* Draws and gives cairo's first complaint. */
static cairo_status_t
draw (const NevScene  *scene,
      const NevTheme  *theme,
      NevTextMaker    *text,
      cairo_surface_t *surface,
      double           scale)
{
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  nev_render (scene, theme, text, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

static GBytes *
make_png (const NevScene *scene,
          const NevTheme *theme,
          NevTextMaker   *text,
          double          scale,
          GError        **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (theme->is_transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                                         (int) lround (scene->width * scale),
                                                         (int) lround (scene->height * scale));
  const NevPngText texts[] = {
    { "Title", scene->title },
    { "Description", scene->description },
    { "Source", scene->source },
    { "Copyright", scene->license },
    { "Software", NEV_EXPORT_PROGRAM },
    { "View", scene->view },
  };
  GBytes *bytes = NULL;

  if (nev_export_check_status (draw (scene, theme, text, surface, scale), error))
    bytes = nev_png_encode (surface, PIXELS_PER_INCH * scale, texts, G_N_ELEMENTS (texts), error);

  cairo_surface_destroy (surface);

  return bytes;
}

static GBytes *
make_pdf (const NevScene *scene,
          const NevTheme *theme,
          NevTextMaker   *text,
          GError        **error)
{
  g_autoptr(NevPdf) pdf = nev_pdf_new (scene->title, scene->description);

  nev_pdf_add_page (pdf, scene, theme, text, NULL);

  return nev_pdf_finish (pdf, error);
}

static GBytes *
export_scene (const NevScene *scene,
              const NevTheme *theme,
              NevTextMaker   *text,
              NevFormat       format,
              double          scale,
              gboolean        has_outlines,
              GError        **error)
{
  if (!check_size (scene->width, scene->height, format == NEV_FORMAT_PNG ? scale : 1, error) ||
      !nev_export_check_text (scene, text, error))
    return NULL;

  switch (format)
    {
    case NEV_FORMAT_PNG:
      return make_png (scene, theme, text, scale, error);

    case NEV_FORMAT_SVG:
      return nev_svg_write (scene, theme, text, has_outlines);

    case NEV_FORMAT_PDF:
      return make_pdf (scene, theme, text, error);

    default:
      g_assert_not_reached ();
    }
}

/**
 * nev_export_scene:
 * @scene: what is to be drawn
 * @theme: the colours
 * @format: of the file
 * @scale: pixels of a PNG for each pixel of the scene; other formats have no pixels
 * @error: return location for an error of %NEV_EXPORT_ERROR
 *
 * Makes a file of a scene. May be called in any thread.
 *
 * Returns: (transfer full): the file
 */
GBytes *
nev_export_scene (const NevScene *scene,
                  const NevTheme *theme,
                  NevFormat       format,
                  double          scale,
                  GError        **error)
{
  NevTextMaker *text;

  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (theme != NULL, NULL);
  g_return_val_if_fail (format < NEV_N_FORMATS, NULL);

  text = nev_text_maker_get (scene->language);

  return export_scene (scene, theme, text, format, scale, FALSE, error);
}

/**
 * nev_export_check_options:
 * @format: of the file
 * @options: what is wanted
 * @error: return location for %NEV_EXPORT_ERROR_SIZE
 *
 * Checks that a chart fits a picture of this size, and the picture the format.
 *
 * Returns: whether it does
 */
gboolean
nev_export_check_options (NevFormat               format,
                          const NevExportOptions *options,
                          GError                **error)
{
  if (options->width < NEV_LAYOUT_MIN_WIDTH || options->height < NEV_LAYOUT_MIN_HEIGHT)
    {
      g_set_error (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE,
                   _("%d × %d pixels are too few for a chart; it needs at least %d × %d"),
                   options->width, options->height, NEV_LAYOUT_MIN_WIDTH, NEV_LAYOUT_MIN_HEIGHT);
      return FALSE;
    }

  if (!(options->font_size == 0 || (options->font_size >= NEV_EXPORT_MIN_FONT_SIZE && options->font_size <= NEV_EXPORT_MAX_FONT_SIZE)))
    {
      g_set_error (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE,
                   _("expected a font size from %g to %g pixels, found %g"),
                   NEV_EXPORT_MIN_FONT_SIZE, NEV_EXPORT_MAX_FONT_SIZE, options->font_size);
      return FALSE;
    }

  return check_size (options->width, options->height, format == NEV_FORMAT_PNG ? options->scale : 1, error);
}

static NevScene *
lay_out (NevSpec                *spec,
         const NevTable         *table,
         const NevExportOptions *options,
         NevTextMaker           *text)
{
  NevLayoutOptions layout = { 0 };

  layout.width = options->width;
  layout.height = options->height;
  layout.font_size = options->font_size;
  layout.language = options->language;
  layout.hidden = options->hidden;
  layout.measure = nev_text_maker_measure;
  layout.measure_data = text;

  return nev_layout (spec, table, &layout);
}

/* So that a picture can be made again from the picture, with newer figures. */
static char *
get_view (NevSpec *spec)
{
  g_autoptr(GBytes) bytes = nev_view_write (spec);
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

/**
 * nev_export_layout:
 * @spec: what is wanted of which chart; nobody may change it meanwhile
 * @options: size, language and what is left out
 * @text: a maker of text in that language
 *
 * Lays a chart out as it is exported with these options: what a preview shows and what finds no room are that of
 * the file.
 *
 * Returns: (transfer full): the scene
 */
NevScene *
nev_export_layout (NevSpec                *spec,
                   const NevExportOptions *options,
                   NevTextMaker           *text)
{
  g_autoptr(NevTable) table = NULL;

  g_return_val_if_fail (NEV_IS_SPEC (spec), NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  table = nev_spec_create_table (spec);

  return lay_out (spec, table, options, text);
}

/**
 * nev_export_chart:
 * @spec: what is wanted of which chart; nobody may change it meanwhile
 * @format: of the file
 * @options: size, theme and language
 * @error: return location for an error of %NEV_EXPORT_ERROR
 *
 * Makes a file of a chart. May be called in any thread.
 *
 * Returns: (transfer full): the file
 */
GBytes *
nev_export_chart (NevSpec                *spec,
                  NevFormat               format,
                  const NevExportOptions *options,
                  GError                **error)
{
  NevTextMaker *text;
  g_autoptr(NevTable) table = NULL;
  g_autoptr(NevScene) scene = NULL;

  g_return_val_if_fail (NEV_IS_SPEC (spec), NULL);
  g_return_val_if_fail (format < NEV_N_FORMATS, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (!nev_export_check_options (format, options, error))
    return NULL;

  text = nev_text_maker_get (options->language);
  table = nev_spec_create_table (spec);
  scene = lay_out (spec, table, options, text);

  if (format == NEV_FORMAT_SVG)
    nev_readings_add (scene, spec, table);
  else if (format == NEV_FORMAT_PNG)
    scene->view = get_view (spec);

  return export_scene (scene, nev_theme_get (options->theme, options->is_transparent), text, format, options->scale,
                       options->has_outlines, error);
}
