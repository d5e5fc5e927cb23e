/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-spec.h"

G_BEGIN_DECLS

/* What is remembered from one start to the next. Where the schema isn't installed there are no settings
 * (NULL), and each of these has a default.
 */
GSettings *nev_settings_new              (void);
void       nev_settings_bind_window      (GSettings  *self,
                                          GtkWindow  *window);
gboolean   nev_settings_get_show_sidebar (GSettings  *self);
void       nev_settings_set_show_sidebar (GSettings  *self,
                                          gboolean    show_sidebar);
char      *nev_settings_get_chart        (GSettings  *self);
void       nev_settings_set_chart        (GSettings  *self,
                                          const char *chart);
void       nev_settings_save_view        (GSettings  *self,
                                          NevSpec    *spec);
void       nev_settings_restore_view     (GSettings  *self,
                                          NevSpec    *spec);
NevLanguage nev_settings_get_chart_language (GSettings *self);
void       nev_settings_set_chart_language (GSettings *self,
                                          NevLanguage language);
void       nev_settings_get_table_options (GSettings *self,
                                          gboolean   *is_all,
                                          gboolean   *has_mark);
void       nev_settings_set_table_options (GSettings *self,
                                          gboolean    is_all,
                                          gboolean    has_mark);

G_END_DECLS
