/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nev-localized.h"

G_BEGIN_DECLS

#define NEV_TYPE_SOURCE (nev_source_get_type ())

G_DECLARE_FINAL_TYPE (NevSource, nev_source, NEV, SOURCE, GObject)

/* A page on which facts were read. @publisher is who the figures are from. */
NevSource  *nev_source_new            (const char   *id,
                                       const char   *publisher,
                                       const char   *title,
                                       const char   *date,
                                       const char   *url,
                                       gboolean      is_claim);

const char *nev_source_get_id         (NevSource    *self);
const char *nev_source_get_publisher  (NevSource    *self);
const char *nev_source_get_title      (NevSource    *self);
const char *nev_source_get_date       (NevSource    *self);
const char *nev_source_get_url        (NevSource    *self);
gboolean    nev_source_get_is_claim   (NevSource    *self);

G_END_DECLS
