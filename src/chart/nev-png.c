/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-png.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <png.h>
#include <string.h>

/* Most of an export's time is zlib's. Measured at 1920 × 1080 against gnuplot with the same table (tests/bench): libpng's
 * row filters take half of the time and find nothing in a chart that zlib doesn't. A line chart has 1.1 of gnuplot's
 * bytes up to level 3, 0.9 from level 4 on, for half as many instructions again; what lies above 5 gains 1 %. Smaller
 * tables than usual are cleared and moved faster, and a chart needs no more. A palette, where the colours are few
 * enough, saves two thirds of it all.
 */
#define COMPRESSION_LEVEL 5
#define MEMORY_LEVEL 6

#define MAX_COLORS 256
#define HASH_BITS 10

/* The colours of a picture, as cairo stores them. */
typedef struct
{
  guint   n_colors;
  guint32 colors[MAX_COLORS];
  gint16  indices[1 << HASH_BITS]; /* by hash; -1 for none */
} Palette;

typedef struct
{
  const guint8 *data;
  int           width, height, stride;
  gboolean      has_alpha;
} Picture;

typedef struct
{
  /* Owned */
  png_structp png;
  png_infop   info;
  GByteArray *bytes;
  guint8     *row;     /* one row as libpng takes it */
  char       *message; /* what libpng complained about */

  /* Borrowed */
  const Picture    *picture;
  Palette          *palette; /* NULL if there are more colours */
  const NevPngText *texts;
  guint             n_texts;
  double            pixels_per_inch;
} Writer;

static const guint32 *
get_row (const Picture *self,
         int            y)
{
  return (const guint32 *) (const void *) (self->data + (gsize) y * (gsize) self->stride);
}

/* Where @color is in the palette's table, or where it would be. */
static inline gint16 *
palette_find (Palette *self,
              guint32  color)
{
  guint hash = color * 2654435761u >> (32 - HASH_BITS);

  while (self->indices[hash] >= 0 && self->colors[self->indices[hash]] != color)
    hash = (hash + 1) % (1 << HASH_BITS);

  return &self->indices[hash];
}

/* Returns FALSE if there are too many colours. */
static gboolean
palette_collect (Palette       *self,
                 const Picture *picture)
{
  self->n_colors = 0;
  memset (self->indices, -1, sizeof self->indices);

  for (int y = 0; y < picture->height; y++)
    {
      const guint32 *row = get_row (picture, y);

      for (int x = 0; x < picture->width; x++)
        {
          gint16 *index;

          if (x > 0 && row[x] == row[x - 1])
            continue;

          index = palette_find (self, row[x]);

          if (*index >= 0)
            continue;

          if (self->n_colors == MAX_COLORS)
            return FALSE;

          *index = (gint16) self->n_colors;
          self->colors[self->n_colors++] = row[x];
        }
    }

  return TRUE;
}

static inline guint8
unpremultiply (guint32 color,
               int     shift,
               guint   alpha)
{
  return alpha == 0 ? 0 : (guint8) (((color >> shift & 0xff) * 255 + alpha / 2) / alpha);
}

static void
fill_indexed (guint8        *out,
              const guint32 *row,
              int            width,
              Palette       *palette)
{
  for (int x = 0; x < width; x++)
    out[x] = x > 0 && row[x] == row[x - 1] ? out[x - 1] : (guint8) *palette_find (palette, row[x]);
}

static void
fill_rgb (guint8        *out,
          const guint32 *row,
          int            width)
{
  for (int x = 0; x < width; x++, out += 3)
    {
      out[0] = (guint8) (row[x] >> 16);
      out[1] = (guint8) (row[x] >> 8);
      out[2] = (guint8) row[x];
    }
}

static void
fill_rgba (guint8        *out,
           const guint32 *row,
           int            width)
{
  for (int x = 0; x < width; x++, out += 4)
    {
      guint alpha = row[x] >> 24;

      out[0] = unpremultiply (row[x], 16, alpha);
      out[1] = unpremultiply (row[x], 8, alpha);
      out[2] = unpremultiply (row[x], 0, alpha);
      out[3] = (guint8) alpha;
    }
}

static void
fill_row (Writer        *self,
          const guint32 *row)
{
  if (self->palette != NULL)
    fill_indexed (self->row, row, self->picture->width, self->palette);
  else if (self->picture->has_alpha)
    fill_rgba (self->row, row, self->picture->width);
  else
    fill_rgb (self->row, row, self->picture->width);
}

static void
error_cb (png_structp     png,
          png_const_charp message)
{
  Writer *self = png_get_error_ptr (png);

  self->message = g_strdup (message);
  longjmp (png_jmpbuf (png), 1);
}

static void
warning_cb (png_structp     png,
            png_const_charp message)
{
  g_debug ("libpng: %s", message);
}

static void
write_cb (png_structp png,
          png_bytep   data,
          size_t      length)
{
  Writer *self = png_get_io_ptr (png);

  g_byte_array_append (self->bytes, data, (guint) length);
}

static void
flush_cb (png_structp png)
{
}

static void
set_palette (Writer *self)
{
  png_color colors[MAX_COLORS];
  png_byte  alphas[MAX_COLORS];

  for (guint i = 0; i < self->palette->n_colors; i++)
    {
      guint32 color = self->palette->colors[i];
      guint   alpha = self->picture->has_alpha ? color >> 24 : 255;

      colors[i].red = unpremultiply (color, 16, alpha);
      colors[i].green = unpremultiply (color, 8, alpha);
      colors[i].blue = unpremultiply (color, 0, alpha);
      alphas[i] = (png_byte) alpha;
    }

  png_set_PLTE (self->png, self->info, colors, (int) self->palette->n_colors);

  if (self->picture->has_alpha)
    png_set_tRNS (self->png, self->info, alphas, (int) self->palette->n_colors, NULL);
}

/* What is ASCII is text of a kind that every program reads. */
static void
set_texts (Writer *self)
{
  for (guint i = 0; i < self->n_texts; i++)
    {
      const NevPngText *text = &self->texts[i];
      png_text          chunk = { .key = (char *) text->key, .text = (char *) text->text };

      if (text->text == NULL || *text->text == '\0')
        continue;

      chunk.compression = g_str_is_ascii (text->text) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
      png_set_text (self->png, self->info, &chunk, 1);
    }
}

/* Everything that libpng may leave by longjmp() lives in the writer, so nothing leaks and no variable is undefined. */
static gboolean
write_file (Writer *self)
{
  int         color_type = self->palette != NULL      ? PNG_COLOR_TYPE_PALETTE
                           : self->picture->has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA
                                                      : PNG_COLOR_TYPE_RGB;
  png_uint_32 pixels_per_metre = (png_uint_32) lround (self->pixels_per_inch / 0.0254);

  if (setjmp (png_jmpbuf (self->png)))
    return FALSE;

  png_set_write_fn (self->png, self, write_cb, flush_cb);
  png_set_compression_level (self->png, COMPRESSION_LEVEL);
  png_set_compression_mem_level (self->png, MEMORY_LEVEL);
  png_set_filter (self->png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_IHDR (self->png, self->info, (png_uint_32) self->picture->width, (png_uint_32) self->picture->height,
                8, color_type, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (self->png, self->info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (self->png, self->info, pixels_per_metre, pixels_per_metre, PNG_RESOLUTION_METER);
  if (self->palette != NULL)
    set_palette (self);
  set_texts (self);
  png_write_info (self->png, self->info);

  for (int y = 0; y < self->picture->height; y++)
    {
      fill_row (self, get_row (self->picture, y));
      png_write_row (self->png, self->row);
    }

  png_write_end (self->png, self->info);

  return TRUE;
}

/**
 * nev_png_encode:
 * @surface: an image of cairo's formats RGB24 or ARGB32
 * @pixels_per_inch: its resolution, from which programs take its size on paper
 * @texts: (array length=n_texts): what it shows, in words
 * @n_texts: how many
 * @error: return location for an error of %NEV_EXPORT_ERROR
 *
 * Makes a PNG file of exactly these pixels: with a palette where they have few colours, with an alpha
 * channel where the surface has one. Equal pictures make equal bytes.
 *
 * Returns: (transfer full): the file
 */
GBytes *
nev_png_encode (cairo_surface_t  *surface,
                double            pixels_per_inch,
                const NevPngText *texts,
                guint             n_texts,
                GError          **error)
{
  Picture             picture = { .has_alpha = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32 };
  g_autofree Palette *palette = g_new (Palette, 1);
  Writer              writer = {
                 .picture = &picture, .texts = texts, .n_texts = n_texts, .pixels_per_inch = pixels_per_inch
  };
  gboolean is_written;

  cairo_surface_flush (surface);
  picture.data = cairo_image_surface_get_data (surface);
  picture.width = cairo_image_surface_get_width (surface);
  picture.height = cairo_image_surface_get_height (surface);
  picture.stride = cairo_image_surface_get_stride (surface);

  if (palette_collect (palette, &picture))
    writer.palette = palette;

  writer.row = g_malloc ((gsize) picture.width * sizeof (guint32));
  writer.bytes = g_byte_array_new ();
  writer.png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &writer, error_cb, warning_cb);
  writer.info = writer.png != NULL ? png_create_info_struct (writer.png) : NULL;

  is_written = writer.info != NULL && write_file (&writer);

  png_destroy_write_struct (&writer.png, &writer.info);
  g_free (writer.row);

  if (!is_written)
    {
      g_set_error (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_RENDER,
                   _ ("the PNG file couldn’t be made: %s"), writer.message != NULL ? writer.message : _ ("out of memory"));
      g_byte_array_unref (writer.bytes);
      g_free (writer.message);
      return NULL;
    }

  return g_byte_array_free_to_bytes (writer.bytes);
}
