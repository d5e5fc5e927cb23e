/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-settings.h"

#define SCHEMA "io.github.nevcharts.NevCharts"

/* g_settings_new() ends the program where the schema is missing. */
GSettings *
nev_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

void
nev_settings_bind_window (GSettings *self,
                          GtkWindow *window)
{
  if (self == NULL)
    return;

  g_settings_bind (self, "width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self, "height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self, "maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
}

gboolean
nev_settings_get_show_sidebar (GSettings *self)
{
  return self == NULL || g_settings_get_boolean (self, "show-sidebar");
}

void
nev_settings_set_show_sidebar (GSettings *self,
                               gboolean   show_sidebar)
{
  if (self != NULL)
    g_settings_set_boolean (self, "show-sidebar", show_sidebar);
}

char *
nev_settings_get_chart (GSettings *self)
{
  return self != NULL ? g_settings_get_string (self, "chart") : NULL;
}

void
nev_settings_set_chart (GSettings  *self,
                        const char *chart)
{
  if (self != NULL)
    g_settings_set_string (self, "chart", chart);
}
