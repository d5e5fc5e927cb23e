/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-load-job.h"

G_BEGIN_DECLS

/* The datasets that are being read while others are shown, and the toast that tells of them. */
typedef struct _NevLoadingToast NevLoadingToast;

NevLoadingToast *nev_loading_toast_new    (AdwToastOverlay  *overlay);
void             nev_loading_toast_free   (NevLoadingToast  *self);

GCancellable    *nev_loading_toast_begin  (NevLoadingToast  *self,
                                           GFile            *file,
                                           NevLoadProgress  *progress);
void             nev_loading_toast_end    (NevLoadingToast  *self,
                                           GCancellable     *cancellable);
void             nev_loading_toast_cancel (NevLoadingToast  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevLoadingToast, nev_loading_toast_free)

G_END_DECLS
