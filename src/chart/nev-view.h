/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-spec.h"

G_BEGIN_DECLS

/* What a view's file ends with, and how large it may be. */
#define NEV_VIEW_SUFFIX ".nevview"
#define NEV_VIEW_MAX_BYTES (1024 * 1024)

/* A view as a file keeps it: which chart of which dataset, and what was chosen of it. It knows names
 * only; a dataset makes a spec of it.
 */
typedef struct _NevView NevView;

GBytes     *nev_view_write       (NevSpec     *spec);

NevView    *nev_view_parse       (const char  *name,
                                  GBytes      *bytes,
                                  GError     **error);
NevView    *nev_view_load        (GFile       *file,
                                  GCancellable *cancellable,
                                  GError     **error);
void        nev_view_free        (NevView     *self);

const char *nev_view_get_dataset (NevView     *self);
const char *nev_view_get_chart   (NevView     *self);

NevSpec    *nev_view_create_spec (NevView     *self,
                                  NevDataset  *dataset,
                                  GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevView, nev_view_free)

G_END_DECLS
