/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEV_TYPE_SEARCH_PROVIDER (nev_search_provider_get_type ())

/* What the shell asks when somebody searches there: the charts and series of the bundled dataset, by name.
 * The interface is org.gnome.Shell.SearchProvider2.
 */
G_DECLARE_FINAL_TYPE (NevSearchProvider, nev_search_provider, NEV, SEARCH_PROVIDER, GObject)

NevSearchProvider *nev_search_provider_new      (GtkApplication    *application);

gboolean           nev_search_provider_export   (NevSearchProvider *self,
                                                 GDBusConnection   *connection,
                                                 const char        *path,
                                                 GError           **error);
void               nev_search_provider_unexport (NevSearchProvider *self,
                                                 GDBusConnection   *connection);

G_END_DECLS
