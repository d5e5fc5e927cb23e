/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nev-scene.h"
#include "nev-text.h"

G_BEGIN_DECLS

/* A PDF file in the making, to which pages are added one by one. */
typedef struct _NevPdf NevPdf;

NevPdf *nev_pdf_new      (const char      *title,
                          const char      *subject);
void    nev_pdf_free     (NevPdf          *self);

void    nev_pdf_add_page (NevPdf          *self,
                          const NevScene  *scene,
                          const NevTheme  *theme,
                          NevTextMaker    *text,
                          const char      *bookmark);
GBytes *nev_pdf_finish   (NevPdf          *self,
                          GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevPdf, nev_pdf_free)

G_END_DECLS
