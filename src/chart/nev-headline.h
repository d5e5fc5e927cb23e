/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-format.h"
#include "nev-spec.h"

G_BEGIN_DECLS

/* What the numbers of a panel are counted in: one choice for its axis, its labels and its title. */
NevMagnitude nev_headline_get_magnitude   (NevSpec        *spec,
                                           const NevTable *table,
                                           guint           panel,
                                           NevLanguage     language);

/* A chart in words. */
char        *nev_headline_get_title       (NevSpec        *spec,
                                           const NevTable *table,
                                           NevLanguage     language);
char        *nev_headline_get_subtitle    (NevSpec        *spec,
                                           const NevTable *table,
                                           NevLanguage     language);
char        *nev_headline_get_scope       (NevSpec        *spec,
                                           const NevTable *table,
                                           NevLanguage     language);
char        *nev_headline_get_panel_title (NevSpec        *spec,
                                           const NevTable *table,
                                           guint           column,
                                           NevLanguage     language);
char        *nev_headline_get_break_note  (const NevTable *table,
                                           NevLanguage     language);
char        *nev_headline_get_source     (NevSpec        *spec,
                                           const NevTable *table,
                                           NevLanguage     language);
char        *nev_headline_get_trend       (const NevTable *table,
                                           guint           column,
                                           NevLanguage     language);
char        *nev_headline_get_index_note  (const NevTable *table,
                                           NevLanguage     language);
char        *nev_headline_describe        (NevSpec        *spec,
                                           const NevTable *table,
                                           NevLanguage     language);
char        *nev_headline_summarize       (NevSpec        *spec,
                                           const NevTable *table,
                                           NevLanguage     language);

G_END_DECLS
