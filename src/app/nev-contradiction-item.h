/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-check.h"

G_BEGIN_DECLS

#define NEV_TYPE_CONTRADICTION_ITEM (nev_contradiction_item_get_type ())

/* One contradiction of a dataset in a list, with its words as properties. */
G_DECLARE_FINAL_TYPE (NevContradictionItem, nev_contradiction_item, NEV, CONTRADICTION_ITEM, GObject)

NevContradictionItem   *nev_contradiction_item_new               (NevDataset           *dataset,
                                                                  NevContradiction     *contradiction,
                                                                  NevLanguage           language);

const NevContradiction *nev_contradiction_item_get_contradiction (NevContradictionItem *self);
void                    nev_contradiction_item_set_has_heading   (NevContradictionItem *self,
                                                                  gboolean              has_heading);
char                   *nev_contradiction_item_describe          (NevContradictionItem *self);
gboolean                nev_contradiction_item_matches           (NevContradictionItem *self,
                                                                  const char *const    *terms);

/* What a dataset contradicts itself in, found off the main thread. */
void                    nev_check_async                          (NevDataset           *dataset,
                                                                  NevLanguage           language,
                                                                  GCancellable         *cancellable,
                                                                  GAsyncReadyCallback   callback,
                                                                  gpointer              user_data);
GPtrArray              *nev_check_finish                         (GAsyncResult         *result,
                                                                  GError              **error);

G_END_DECLS
