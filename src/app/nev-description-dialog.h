/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-localized.h"
#include "nev-spec.h"

G_BEGIN_DECLS

#define NEV_TYPE_DESCRIPTION_DIALOG (nev_description_dialog_get_type ())

/* A chart in words, to be read and copied. */
G_DECLARE_FINAL_TYPE (NevDescriptionDialog, nev_description_dialog, NEV, DESCRIPTION_DIALOG, AdwWindow)

NevDescriptionDialog *nev_description_dialog_new     (GtkWindow      *parent,
                                                      NevSpec        *spec,
                                                      const NevTable *table,
                                                      NevLanguage     language);

G_END_DECLS
