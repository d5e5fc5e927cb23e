/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-pdf.h"

#include <cairo-pdf.h>
#include <string.h>

#include "nev-export-private.h"
#include "nev-preset.h"
#include "nev-render.h"

/* Nothing in a file depends on the time: it needs a date, and the true one would make every file another. */
#define DATE "1970-01-01T00:00:00Z"

struct _NevPdf
{
  /* Owned */
  GByteArray      *bytes;
  cairo_surface_t *surface;
  cairo_t         *cr;
  GPtrArray       *keywords; /* (element-type utf8): whose figures the pages show, and their licence; each once */

  guint n_pages;
};

static cairo_status_t
append_cb (void                *bytes,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (NevPdf              *self,
              cairo_pdf_metadata_t key,
              const char          *value)
{
  if (value != NULL && *value != '\0')
    cairo_pdf_surface_set_metadata (self->surface, key, value);
}

/**
 * nev_pdf_new:
 * @title: (nullable): what the file shows, in UTF-8
 * @subject: (nullable): the same at length
 *
 * Begins a PDF file without a page. Equal pages make equal bytes.
 *
 * Returns: (transfer full): a new file
 */
NevPdf *
nev_pdf_new (const char *title,
             const char *subject)
{
  NevPdf *self = g_new0 (NevPdf, 1);

  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (append_cb, self->bytes, 1, 1);
  self->cr = cairo_create (self->surface);
  self->keywords = g_ptr_array_new_with_free_func (g_free);

  set_metadata (self, CAIRO_PDF_METADATA_CREATE_DATE, DATE);
  set_metadata (self, CAIRO_PDF_METADATA_CREATOR, NEV_EXPORT_PROGRAM);
  set_metadata (self, CAIRO_PDF_METADATA_AUTHOR, NEV_EXPORT_PROGRAM);
  set_metadata (self, CAIRO_PDF_METADATA_TITLE, title);
  set_metadata (self, CAIRO_PDF_METADATA_SUBJECT, subject);

  return self;
}

void
nev_pdf_free (NevPdf *self)
{
  if (self == NULL)
    return;

  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  cairo_surface_destroy (self->surface);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_ptr_array_unref (self->keywords);
  g_free (self);
}

static void
add_keyword (NevPdf     *self,
             const char *word)
{
  if (word != NULL && *word != '\0' && !g_ptr_array_find_with_equal_func (self->keywords, word, g_str_equal, NULL))
    g_ptr_array_add (self->keywords, g_strdup (word));
}

static void
add_bookmark (NevPdf     *self,
              const char *title)
{
  g_autofree char *link = g_strdup_printf ("page=%u pos=[0 0]", self->n_pages);

  cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, title, link, 0);
}

/**
 * nev_pdf_add_page:
 * @self: a file
 * @scene: what is on the page
 * @theme: the colours
 * @text: a maker of text in the scene's language
 * @bookmark: (nullable): what leads to the page in a viewer's list
 *
 * Adds a page as large as the scene. What goes wrong is told by nev_pdf_finish().
 */
void
nev_pdf_add_page (NevPdf         *self,
                  const NevScene *scene,
                  const NevTheme *theme,
                  NevTextMaker   *text,
                  const char     *bookmark)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (scene != NULL);

  cairo_pdf_surface_set_size (self->surface, scene->width * NEV_POINTS_PER_PIXEL, scene->height * NEV_POINTS_PER_PIXEL);
  self->n_pages++;
  if (bookmark != NULL)
    add_bookmark (self, bookmark);
  add_keyword (self, scene->source);
  add_keyword (self, scene->license);

  cairo_save (self->cr);
  cairo_scale (self->cr, NEV_POINTS_PER_PIXEL, NEV_POINTS_PER_PIXEL);
  nev_render (scene, theme, text, self->cr);
  cairo_restore (self->cr);
  cairo_show_page (self->cr);
}

/**
 * nev_pdf_finish:
 * @self: a file
 * @error: return location for an error of %NEV_EXPORT_ERROR
 *
 * Ends the file; nothing may be added any more.
 *
 * Returns: (transfer full): the file
 */
GBytes *
nev_pdf_finish (NevPdf  *self,
                GError **error)
{
  g_autofree char *keywords = NULL;
  cairo_status_t   status;

  g_return_val_if_fail (self != NULL, NULL);

  g_ptr_array_add (self->keywords, NULL);
  keywords = g_strjoinv ("; ", (char **) self->keywords->pdata);
  set_metadata (self, CAIRO_PDF_METADATA_KEYWORDS, keywords);

  /* Some errors only show up when the end is written. */
  status = cairo_status (self->cr);
  cairo_surface_finish (self->surface);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status == CAIRO_STATUS_SUCCESS && self->bytes->len == 0)
    status = CAIRO_STATUS_WRITE_ERROR;

  if (!nev_export_check_status (status, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}
