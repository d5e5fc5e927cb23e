/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-text.h"

#include <cairo-pdf.h>

/* One way to make text, for measuring, for drawing and for files alike. It asks nothing of the screen: no
 * hinting, whose widths would depend on the size in device pixels, and no font settings of the desktop's. So
 * text grows in proportion, and one size is enough to lay it out in: choosing the fonts for another one
 * would take Pango and fontconfig longer than all the rest of a chart. The language is set because Han
 * characters are drawn in Japanese shapes otherwise.
 */

/* Pixels; large, so that Pango's rounding doesn't show. */
#define SIZE 64.0

/* A text is measured several times, then checked, then drawn. More than a few charts' are not kept. */
#define MAX_LAYOUTS 256

struct _NevTextMaker
{
  PangoContext         *context;
  PangoFontDescription *fonts[2];   /* normal, bold */
  GHashTable           *layouts[2]; /* (element-type utf8 PangoLayout): normal, bold; by text, which is the layout's own */
};

/* Since 1.17.4 cairo draws letters at quarters of a pixel, but finds the box around a text as if it still moved them to
 * whole ones. Where a clip cuts the text, ink outside of that box is lost, up to half a pixel of the letters' edges: in a
 * tile of the window, and in a part of it that is drawn anew. No function sets the option that places aren't rounded, so
 * it is taken from a surface that has it. Before 1.17.4 they are rounded, in the box and in the picture.
 */
static cairo_font_options_t *
create_options (void)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  if (cairo_version () >= CAIRO_VERSION_ENCODE (1, 17, 4))
    {
      cairo_surface_t *paper = cairo_pdf_surface_create_for_stream (NULL, NULL, 1, 1);

      cairo_surface_get_font_options (paper, options);
      cairo_surface_destroy (paper);
    }

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);

  return options;
}

static PangoFontDescription *
create_font (gboolean is_bold)
{
  PangoFontDescription *font = pango_font_description_from_string (NEV_FONT_FAMILY);

  pango_font_description_set_absolute_size (font, SIZE * PANGO_SCALE);
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

  return font;
}

static PangoLayout *
create_layout (PangoContext               *context,
               const PangoFontDescription *font,
               const char                 *text)
{
  PangoLayout   *layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_layout_set_font_description (layout, font);

  /* A PDF file would take another font for every ligature. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0"));
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_attr_list_unref (attributes);

  return layout;
}

/**
 * nev_text_maker_new:
 * @language: of the texts; chooses the shapes of Han characters
 *
 * Creates a maker of text with the fonts of the thread that calls.
 *
 * Returns: (transfer full): a new maker
 */
NevTextMaker *
nev_text_maker_new (NevLanguage language)
{
  NevTextMaker         *self = g_new0 (NevTextMaker, 1);
  cairo_font_options_t *options = create_options ();

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_language (self->context,
                              pango_language_from_string (language == NEV_LANGUAGE_CHINESE ? "zh-cn" : "en"));

  for (int i = 0; i < 2; i++)
    {
      self->fonts[i] = create_font (i);
      self->layouts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
    }

  cairo_font_options_destroy (options);

  return self;
}

void
nev_text_maker_free (NevTextMaker *self)
{
  if (self == NULL)
    return;

  for (int i = 0; i < 2; i++)
    {
      g_hash_table_unref (self->layouts[i]);
      pango_font_description_free (self->fonts[i]);
    }

  g_object_unref (self->context);
  g_free (self);
}

static void
free_makers (gpointer makers)
{
  for (int i = 0; i < NEV_N_LANGUAGES; i++)
    nev_text_maker_free (((NevTextMaker **) makers)[i]);

  g_free (makers);
}

/**
 * nev_text_maker_get:
 * @language: of the texts
 *
 * Gets the maker that the thread which calls keeps for a language, so that the words of one picture, and the fonts
 * that were chosen for them, serve the next one.
 *
 * Returns: (transfer none): the maker; to be used by this thread only
 */
NevTextMaker *
nev_text_maker_get (NevLanguage language)
{
  static GPrivate key = G_PRIVATE_INIT (free_makers);
  NevTextMaker  **makers = g_private_get (&key);

  if (makers == NULL)
    {
      makers = g_new0 (NevTextMaker *, NEV_N_LANGUAGES);
      g_private_set (&key, makers);
    }

  if (makers[language] == NULL)
    makers[language] = nev_text_maker_new (language);

  return makers[language];
}

static PangoLayout *
get_layout (NevTextMaker *self,
            const char   *text,
            gboolean      is_bold)
{
  GHashTable  *layouts = self->layouts[is_bold ? 1 : 0];
  PangoLayout *layout = g_hash_table_lookup (layouts, text);

  if (layout != NULL)
    return layout;

  if (g_hash_table_size (layouts) == MAX_LAYOUTS)
    g_hash_table_remove_all (layouts);

  layout = create_layout (self->context, self->fonts[is_bold ? 1 : 0], text);
  g_hash_table_insert (layouts, (gpointer) pango_layout_get_text (layout), layout);

  return layout;
}

/**
 * nev_text_maker_measure:
 * @text: one line
 * @size: of the letters, in pixels
 * @is_bold: whether they are bold
 * @extents: (out): the room that it takes, in pixels
 * @maker: (type NevTextMaker): a maker of text
 *
 * Measures a line of text; a #NevTextMeasure.
 */
void
nev_text_maker_measure (const char     *text,
                        double          size,
                        gboolean        is_bold,
                        NevTextExtents *extents,
                        gpointer        maker)
{
  double         scale = size / SIZE / PANGO_SCALE;
  PangoRectangle logical;

  pango_layout_line_get_extents (nev_text_maker_get_line (maker, text, is_bold), NULL, &logical);

  extents->width = logical.width * scale;
  extents->height = logical.height * scale;
  extents->baseline = -logical.y * scale;
}

/* Puts the origin where a line of text begins, in the size that it is laid out in; to be ended by cairo_restore(). */
static void
begin_line (cairo_t *cr,
            double   size,
            double   x,
            double   baseline)
{
  cairo_save (cr);
  cairo_translate (cr, x, baseline);
  cairo_scale (cr, size / SIZE, size / SIZE);
  cairo_move_to (cr, 0, 0);
}

/**
 * nev_text_maker_draw:
 * @self: a maker of text
 * @text: one line
 * @size: of the letters, in pixels
 * @is_bold: whether they are bold
 * @x: where it begins
 * @baseline: what it stands on
 * @cr: where to draw, in its current colour
 *
 * Draws a line of text.
 */
void
nev_text_maker_draw (NevTextMaker *self,
                     const char   *text,
                     double        size,
                     gboolean      is_bold,
                     double        x,
                     double        baseline,
                     cairo_t      *cr)
{
  begin_line (cr, size, x, baseline);
  pango_cairo_show_layout_line (cr, nev_text_maker_get_line (self, text, is_bold));
  cairo_restore (cr);
}

/**
 * nev_text_maker_add_path:
 * @self: a maker of text
 * @text: one line
 * @size: of the letters, in pixels
 * @is_bold: whether they are bold
 * @x: where it begins
 * @baseline: what it stands on
 * @cr: where the outlines go
 *
 * Adds the outlines of a line of text to the current path, exactly as wide as it is drawn.
 */
void
nev_text_maker_add_path (NevTextMaker *self,
                         const char   *text,
                         double        size,
                         gboolean      is_bold,
                         double        x,
                         double        baseline,
                         cairo_t      *cr)
{
  begin_line (cr, size, x, baseline);
  pango_cairo_layout_line_path (cr, nev_text_maker_get_line (self, text, is_bold));
  cairo_restore (cr);
}

/**
 * nev_text_maker_find_missing:
 * @self: a maker of text
 * @text: one line
 * @is_bold: whether it is bold
 *
 * Looks for a character that no font here can draw, which would become an empty box.
 *
 * Returns: the first one; 0 if there is none
 */
gunichar
nev_text_maker_find_missing (NevTextMaker *self,
                             const char   *text,
                             gboolean      is_bold)
{
  PangoLayout     *layout = get_layout (self, text, is_bold);
  PangoLayoutLine *line;

  if (pango_layout_get_unknown_glyphs_count (layout) == 0)
    return 0;

  line = pango_layout_get_line_readonly (layout, 0);

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem   *run = l->data;
      const PangoGlyphString *glyphs = run->glyphs;

      for (int i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
          return g_utf8_get_char (text + run->item->offset + glyphs->log_clusters[i]);
    }

  return 0;
}

/**
 * nev_text_maker_get_line:
 * @self: a maker of text
 * @text: one line
 * @is_bold: whether it is bold
 *
 * Lays a line of text out, at a size of its own: good for asking which fonts it takes.
 *
 * Returns: (transfer none): the line, good until the next call
 */
PangoLayoutLine *
nev_text_maker_get_line (NevTextMaker *self,
                         const char   *text,
                         gboolean      is_bold)
{
  return pango_layout_get_line_readonly (get_layout (self, text, is_bold), 0);
}
