/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-png.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* Most of an export's time is zlib's. Measured at 1920 × 1080 against gnuplot with the same table (tests/bench): libpng's
 * row filters take half of the time and find nothing in a chart that zlib doesn't. Level 5 searches after every byte, also
 * within the long runs that a chart is made of; the quick search of level 3, told to look as far as level 5 does, takes two
 * thirds of its time for the same bytes. libpng can't tell it, so zlib is asked here. Smaller tables than usual are
 * cleared and moved faster, and a chart needs no more. A palette saves two thirds of it all, of the bytes as well.
 */
#define COMPRESSION_LEVEL 3
#define MEMORY_LEVEL 6
#define GOOD_LENGTH 8    /* a match that long is good enough to search less for a better one */
#define INSERT_LENGTH 32 /* of a longer match only the start is remembered */
#define NICE_LENGTH 258  /* stop at such a match */
#define MAX_CHAIN 64     /* places looked at */

#define MAX_COLORS 256

/* Where two lines cross and letters stand on a grid line, a chart has some thousand colours in a pixel or two each. Rare
 * ones take the place of a near one, so that a palette holds them all: no channel is off by more than this of 255,
 * which nobody sees, and every colour of an area is exact.
 */
#define TOLERANCE 8

/* So many pixels in a row, or so many runs, are no accident of an edge. */
#define MIN_AREA_RUN 32
#define MIN_AREA_COUNT 128

#define MAX_FOUND 4096
#define HASH_BITS 13

typedef struct
{
  guint32  color;
  guint    count; /* of runs */
  gboolean is_area;
} Found;

/* The colours of a picture, as cairo stores them. */
typedef struct
{
  guint   n_colors;
  guint32 colors[MAX_COLORS];
  guint8  indices[MAX_FOUND]; /* which of them stands for a colour that was found */
  guint   n_found;
  Found   found[MAX_FOUND];
  gint16  slots[1 << HASH_BITS]; /* by hash: which was found; -1 for none */
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
  guint8     *data; /* the rows, compressed */
  gsize       length;
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

/* Where @color is among those found, or where it would be. */
static inline gint16 *
palette_find (Palette *self,
              guint32  color)
{
  guint hash = color * 2654435761u >> (32 - HASH_BITS);

  while (self->slots[hash] >= 0 && self->found[self->slots[hash]].color != color)
    hash = (hash + 1) % (1 << HASH_BITS);

  return &self->slots[hash];
}

static gboolean
is_long_run (const guint32 *pixels,
             int            n_left)
{
  if (n_left < MIN_AREA_RUN)
    return FALSE;

  for (int i = 1; i < MIN_AREA_RUN; i++)
    if (pixels[i] != pixels[0])
      return FALSE;

  return TRUE;
}

/* Returns FALSE if there are too many colours. */
static gboolean
palette_find_all (Palette       *self,
                  const Picture *picture)
{
  self->n_found = 0;
  memset (self->slots, -1, sizeof self->slots);

  for (int y = 0; y < picture->height; y++)
    {
      const guint32 *row = get_row (picture, y);

      for (int x = 0; x < picture->width; x++)
        {
          gint16 *slot;

          if (x > 0 && row[x] == row[x - 1])
            continue;

          slot = palette_find (self, row[x]);

          if (*slot < 0)
            {
              if (self->n_found == MAX_FOUND)
                return FALSE;

              *slot = (gint16) self->n_found;
              self->found[self->n_found++] = (Found){ row[x], 0, FALSE };
            }

          self->found[*slot].count++;
          self->found[*slot].is_area |= self->found[*slot].count >= MIN_AREA_COUNT || is_long_run (row + x, picture->width - x);
        }
    }

  return TRUE;
}

/* Areas first, then what is frequent, and always in the same order. */
static int
compare_found (gconstpointer a,
               gconstpointer b,
               gpointer      found)
{
  const Found *first = (const Found *) found + *(const guint16 *) a;
  const Found *second = (const Found *) found + *(const guint16 *) b;

  if (first->is_area != second->is_area)
    return first->is_area ? -1 : 1;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;

  return (first->color > second->color) - (first->color < second->color);
}

static inline gboolean
is_near (guint32 a,
         guint32 b)
{
  for (int shift = 0; shift < 32; shift += 8)
    if (abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > TOLERANCE)
      return FALSE;

  return TRUE;
}

/* Returns FALSE if more colours are left than a palette holds. */
static gboolean
palette_choose (Palette       *self,
                const guint16 *order)
{
  self->n_colors = 0;

  for (guint i = 0; i < self->n_found; i++)
    {
      const Found *found = &self->found[order[i]];
      guint        j = self->n_found <= MAX_COLORS || found->is_area ? self->n_colors : 0;

      while (j < self->n_colors && !is_near (found->color, self->colors[j]))
        j++;

      if (j == MAX_COLORS)
        return FALSE;

      if (j == self->n_colors)
        self->colors[self->n_colors++] = found->color;

      self->indices[order[i]] = (guint8) j;
    }

  return TRUE;
}

static gboolean
palette_collect (Palette       *self,
                 const Picture *picture)
{
  guint16 order[MAX_FOUND];

  if (!palette_find_all (self, picture))
    return FALSE;

  for (guint i = 0; i < self->n_found; i++)
    order[i] = (guint16) i;

  g_qsort_with_data (order, (int) self->n_found, sizeof *order, compare_found, self->found);

  return palette_choose (self, order);
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
    out[x] = x > 0 && row[x] == row[x - 1] ? out[x - 1] : palette->indices[*palette_find (palette, row[x])];
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

static gsize
get_row_length (const Writer *self)
{
  guint n_channels = self->palette != NULL ? 1 : self->picture->has_alpha ? 4
                                                                          : 3;

  return 1 + (gsize) self->picture->width * n_channels;
}

/* Each row begins with the number of its filter: none. */
static guint8 *
create_rows (const Writer *self)
{
  gsize   row_length = get_row_length (self);
  guint8 *rows = g_malloc (row_length * (gsize) self->picture->height);

  for (int y = 0; y < self->picture->height; y++)
    {
      guint8        *out = rows + row_length * (gsize) y;
      const guint32 *row = get_row (self->picture, y);

      *out++ = PNG_FILTER_VALUE_NONE;

      if (y > 0 && memcmp (row, get_row (self->picture, y - 1), (gsize) self->picture->width * sizeof *row) == 0)
        memcpy (out, out - row_length, row_length - 1);
      else if (self->palette != NULL)
        fill_indexed (out, row, self->picture->width, self->palette);
      else if (self->picture->has_alpha)
        fill_rgba (out, row, self->picture->width);
      else
        fill_rgb (out, row, self->picture->width);
    }

  return rows;
}

/* Puts the compressed rows into @self; returns FALSE if zlib fails. */
static gboolean
compress_rows (Writer *self)
{
  gsize              length = get_row_length (self) * (gsize) self->picture->height;
  g_autofree guint8 *rows = create_rows (self);
  z_stream           stream = { .next_in = rows, .avail_in = (uInt) length };

  if (deflateInit2 (&stream, COMPRESSION_LEVEL, Z_DEFLATED, MAX_WBITS, MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
    return FALSE;

  deflateTune (&stream, GOOD_LENGTH, INSERT_LENGTH, NICE_LENGTH, MAX_CHAIN);
  stream.avail_out = (uInt) deflateBound (&stream, length);
  self->data = g_malloc (stream.avail_out);
  stream.next_out = self->data;
  self->length = deflate (&stream, Z_FINISH) == Z_STREAM_END ? stream.total_out : 0;
  deflateEnd (&stream);

  return self->length > 0;
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
  png_set_IHDR (self->png, self->info, (png_uint_32) self->picture->width, (png_uint_32) self->picture->height,
                8, color_type, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (self->png, self->info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (self->png, self->info, pixels_per_metre, pixels_per_metre, PNG_RESOLUTION_METER);
  if (self->palette != NULL)
    set_palette (self);
  set_texts (self);
  png_write_info (self->png, self->info);

  png_write_chunk (self->png, (png_const_bytep) "IDAT", self->data, self->length);
  png_write_chunk (self->png, (png_const_bytep) "IEND", NULL, 0);

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
 * Makes a PNG file: with a palette, where that holds all colours or something so near that nobody sees it, with
 * transparency where the surface has it. Equal pictures make equal bytes.
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

  writer.bytes = g_byte_array_new ();
  writer.png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &writer, error_cb, warning_cb);
  writer.info = writer.png != NULL ? png_create_info_struct (writer.png) : NULL;

  is_written = writer.info != NULL && compress_rows (&writer) && write_file (&writer);

  png_destroy_write_struct (&writer.png, &writer.info);
  g_free (writer.data);

  if (!is_written)
    {
      g_set_error (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_RENDER,
                   _("the PNG file couldn’t be made: %s"), writer.message != NULL ? writer.message : _("out of memory"));
      g_byte_array_unref (writer.bytes);
      g_free (writer.message);
      return NULL;
    }

  return g_byte_array_free_to_bytes (writer.bytes);
}
