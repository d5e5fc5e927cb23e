/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-svg-text.h"

#include "nev-xml.h"

#include <math.h>

/* The two ways in which an SVG file holds text: as letters in named fonts, which stay text and look as they should
 * where the fonts are; and as outlines, which look the same everywhere and are text no more.
 */

typedef struct
{
  char *name;
  guint n_glyphs;
} Family;

static void
count_families (NevTextMaker  *maker,
                const NevItem *item,
                GArray        *families)
{
  PangoLayoutLine *line = nev_text_maker_get_line (maker, item->text, nev_role_is_bold (item->role));

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;
      PangoFontDescription *description = pango_font_describe (run->item->analysis.font);
      const char           *name = pango_font_description_get_family (description);
      guint                 i = 0;

      while (i < families->len && g_strcmp0 (g_array_index (families, Family, i).name, name) != 0)
        i++;

      if (i == families->len)
        {
          Family family = { g_strdup (name), 0 };

          g_array_append_val (families, family);
        }

      g_array_index (families, Family, i).n_glyphs += (guint) run->glyphs->num_glyphs;
      pango_font_description_free (description);
    }
}

static int
compare_families (gconstpointer a,
                  gconstpointer b)
{
  const Family *x = a, *y = b;

  return x->n_glyphs > y->n_glyphs ? -1 : x->n_glyphs < y->n_glyphs ? 1
                                                                    : g_strcmp0 (x->name, y->name);
}

/**
 * nev_svg_put_families:
 * @out: a file in the making, in the value of an attribute
 * @scene: whose texts are asked about
 * @maker: a maker of text in the scene's language
 *
 * Writes the list of fonts that a scene's texts were measured with, the one with the most letters first; then whatever
 * there is.
 */
void
nev_svg_put_families (GString        *out,
                      const NevScene *scene,
                      NevTextMaker   *maker)
{
  g_autoptr(GArray) families = g_array_new (FALSE, FALSE, sizeof (Family));

  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      if (item->kind == NEV_ITEM_TEXT)
        count_families (maker, item, families);
    }

  g_array_sort (families, compare_families);

  for (guint i = 0; i < families->len; i++)
    {
      Family *family = &g_array_index (families, Family, i);

      g_string_append_c (out, '\'');
      nev_xml_put_text (out, family->name);
      g_string_append (out, "', ");
      g_free (family->name);
    }

  g_string_append (out, "sans-serif");
}

/* A point in hundredths of a pixel. */
typedef struct
{
  gint64 x, y;
} Place;

/* Steps are written from one rounded point to the next, so that they are short and no error adds up. */
static void
put_step (GString *out,
          Place    from,
          double   x,
          double   y,
          gboolean is_first)
{
  Place to = { llround (x * 100), llround (y * 100) };

  if (!is_first && to.x >= from.x)
    g_string_append_c (out, ' ');

  nev_xml_put_number (out, (double) (to.x - from.x) / 100);

  if (to.y >= from.y)
    g_string_append_c (out, ' ');

  nev_xml_put_number (out, (double) (to.y - from.y) / 100);
}

static void
put_path (GString            *out,
          const cairo_path_t *path)
{
  static const char letters[] = { [CAIRO_PATH_MOVE_TO] = 'm', [CAIRO_PATH_LINE_TO] = 'l', [CAIRO_PATH_CURVE_TO] = 'c', [CAIRO_PATH_CLOSE_PATH] = 'z' };
  Place             current = { 0, 0 }, start = { 0, 0 };

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      int                      n_points = data->header.length - 1;

      /* cairo ends every contour and the path with a move that draws nothing. */
      if (data->header.type == CAIRO_PATH_MOVE_TO &&
          (i + data->header.length >= path->num_data || data[data->header.length].header.type == CAIRO_PATH_MOVE_TO))
        continue;

      g_string_append_c (out, letters[data->header.type]);

      for (int j = 1; j <= n_points; j++)
        put_step (out, current, data[j].point.x, data[j].point.y, j == 1);

      if (n_points > 0)
        current = (Place){ llround (data[n_points].point.x * 100), llround (data[n_points].point.y * 100) };

      if (data->header.type == CAIRO_PATH_MOVE_TO)
        start = current;

      if (data->header.type == CAIRO_PATH_CLOSE_PATH)
        current = start;
    }
}

/**
 * nev_svg_put_outlines:
 * @out: a file in the making, in the value of an attribute
 * @item: a text
 * @maker: a maker of text in the scene's language
 *
 * Writes the outlines of a text's letters as the data of a path.
 */
void
nev_svg_put_outlines (GString       *out,
                      const NevItem *item,
                      NevTextMaker  *maker)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t         *cr = cairo_create (surface);
  cairo_path_t    *path;

  nev_text_maker_add_path (maker, item->text, item->font_size, nev_role_is_bold (item->role), item->x,
                           item->y + item->baseline, cr);
  path = cairo_copy_path (cr);
  put_path (out, path);
  cairo_path_destroy (path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}
