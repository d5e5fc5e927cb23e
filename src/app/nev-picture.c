/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-picture.h"

#include "nev-layout.h"
#include "nev-render.h"
#include "nev-text.h"

/* In pixels; a multiple of what scaled desktops divide by, so that tiles meet between pixels. */
#define TILE_SIZE 512

struct _NevPicture
{
  NevLanguage   language;
  NevTextMaker *text;
  guint         n_layouts;
  guint         n_renders;

  /* NULL is stale; without a scene there is no node */
  NevScene      *scene;
  GskRenderNode *node;
};

/**
 * nev_picture_new:
 * @language: of the chart's words
 *
 * Returns: (transfer full): a picture that isn't laid out yet
 */
NevPicture *
nev_picture_new (NevLanguage language)
{
  NevPicture *self = g_new0 (NevPicture, 1);

  self->language = language;
  self->text = nev_text_maker_new (language);

  return self;
}

void
nev_picture_free (NevPicture *self)
{
  nev_picture_drop_layout (self);
  nev_text_maker_free (self->text);
  g_free (self);
}

NevLanguage
nev_picture_get_language (const NevPicture *self)
{
  return self->language;
}

void
nev_picture_set_language (NevPicture *self,
                          NevLanguage language)
{
  self->language = language;
  nev_picture_drop_fonts (self);
}

/**
 * nev_picture_lay_out:
 * @self: a picture
 * @state: the chart
 * @width: in pixels
 * @height: in pixels
 * @font_size: of the axis labels, in pixels
 *
 * Lays the chart out, unless it is. A picture that is too small for a chart stays empty.
 *
 * Returns: whether there was something to do
 */
gboolean
nev_picture_lay_out (NevPicture    *self,
                     NevChartState *state,
                     int            width,
                     int            height,
                     double         font_size)
{
  NevLayoutOptions options = {
    .width = width,
    .height = height,
    .font_size = font_size,
    .language = self->language,
    .measure = nev_text_maker_measure,
    .measure_data = self->text,
  };

  if (self->scene != NULL && self->scene->width == width && self->scene->height == height)
    return FALSE;

  nev_picture_drop_layout (self);

  if (width < NEV_LAYOUT_MIN_WIDTH || height < NEV_LAYOUT_MIN_HEIGHT)
    return FALSE;

  self->scene = nev_layout (nev_chart_state_get_spec (state), nev_chart_state_get_table (state), &options);
  self->n_layouts++;

  return TRUE;
}

static void
append_tile (NevPicture            *self,
             const NevTheme        *theme,
             const graphene_rect_t *tile,
             GtkSnapshot           *snapshot)
{
  cairo_t *cr;

  gtk_snapshot_push_clip (snapshot, tile);
  cr = gtk_snapshot_append_cairo (snapshot, tile);
  nev_render (self->scene, theme, self->text, cr);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

/**
 * nev_picture_render:
 * @self: a picture
 * @theme: its colours
 * @renderer: (nullable): what will draw the node
 *
 * Renders what is laid out, unless it is.
 *
 * GTK's cairo renderer replays a node into a new image as large as the part that is shown anew. Of a whole screen that is
 * memory that the system has to find for each frame, and below a card that moves it's everything between old and new. So
 * it's given tiles, each clipped to itself: parts of the window that are shown anew elsewhere would make every stroke in it
 * slower. For other renderers one node is one texture.
 *
 * Returns: (transfer none) (nullable): the node; %NULL if nothing is laid out
 */
GskRenderNode *
nev_picture_render (NevPicture     *self,
                    const NevTheme *theme,
                    GskRenderer    *renderer)
{
  g_autoptr(GtkSnapshot) snapshot = NULL;
  double width, height, tile_width, tile_height;

  if (self->node != NULL || self->scene == NULL)
    return self->node;

  width = self->scene->width;
  height = self->scene->height;
  tile_width = GSK_IS_CAIRO_RENDERER (renderer) ? TILE_SIZE : width;
  tile_height = GSK_IS_CAIRO_RENDERER (renderer) ? TILE_SIZE : height;

  snapshot = gtk_snapshot_new ();
  for (double y = 0; y < height; y += tile_height)
    for (double x = 0; x < width; x += tile_width)
      append_tile (self, theme,
                   &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) MIN (tile_width, width - x), (float) MIN (tile_height, height - y)),
                   snapshot);

  self->node = gtk_snapshot_to_node (snapshot);
  self->n_renders++;

  return self->node;
}

/* The chart is another one. */
void
nev_picture_drop_layout (NevPicture *self)
{
  nev_picture_drop_node (self);
  g_clear_pointer (&self->scene, nev_scene_free);
}

/* Only its colours are. */
void
nev_picture_drop_node (NevPicture *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

/* The fonts of the system have changed. */
void
nev_picture_drop_fonts (NevPicture *self)
{
  nev_picture_drop_layout (self);
  nev_text_maker_free (self->text);
  self->text = nev_text_maker_new (self->language);
}

const NevScene *
nev_picture_get_scene (const NevPicture *self)
{
  return self->scene;
}

guint
nev_picture_get_n_layouts (const NevPicture *self)
{
  return self->n_layouts;
}

guint
nev_picture_get_n_renders (const NevPicture *self)
{
  return self->n_renders;
}
