/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-spec.h"

G_BEGIN_DECLS

/* What a view from outside, a file or a command line, must be fit for before it is drawn. */

gboolean nev_spec_choose_series  (NevSpec            *self,
                                  const char *const  *ids,
                                  GError            **error);
gboolean nev_spec_choose_focus   (NevSpec            *self,
                                  const char         *id,
                                  GError            **error);
gboolean nev_spec_choose_hidden  (NevSpec            *self,
                                  const char *const  *ids,
                                  GError            **error);
gboolean nev_spec_choose_index_base (NevSpec         *self,
                                  NevPeriod           base,
                                  GError            **error);
gboolean nev_spec_choose_ranking_period (NevSpec         *self,
                                  NevPeriod           period,
                                  GError            **error);
gboolean nev_spec_has_index      (NevSpec            *self);
gboolean nev_spec_can_be_index_base (NevSpec         *self,
                                  NevPeriod           period);
gboolean nev_spec_check_index_base (NevSpec          *self,
                                  GError            **error);
gboolean nev_spec_check_units    (NevSpec            *self,
                                  GError            **error);
gboolean nev_spec_check_arrangement (NevSpec         *self,
                                  GError            **error);
gboolean nev_spec_check_range    (NevSpec            *self,
                                  GError            **error);

G_END_DECLS
