/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-localized.h"

G_BEGIN_DECLS

#define NEV_TYPE_PRESENTER (nev_presenter_get_type ())

/* The charts of a dataset on the full screen, one after another. */
G_DECLARE_FINAL_TYPE (NevPresenter, nev_presenter, NEV, PRESENTER, AdwWindow)

NevPresenter *nev_presenter_new      (GtkWindow    *parent,
                                      GPtrArray    *states,
                                      guint         page,
                                      NevLanguage   language);
guint         nev_presenter_get_page (NevPresenter *self);

G_END_DECLS
