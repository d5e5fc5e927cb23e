/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-settings.h"

#include <string.h>

#include "nev-view.h"

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

/* How the last chart is shown, with the words and notes of its maker, as a view's file says it. */
void
nev_settings_save_view (GSettings *self,
                        NevSpec   *spec)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *view = NULL;

  if (self == NULL)
    return;

  bytes = nev_view_write (spec);
  view = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_settings_set_string (self, "view", view);
}

/* Settings may be edited by hand, be those of another version or of another dataset: what can't be read is left as the
 * chart has it.
 */
void
nev_settings_restore_view (GSettings *self,
                           NevSpec   *spec)
{
  g_autofree char *text = self != NULL ? g_settings_get_string (self, "view") : g_strdup ("");
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(NevView) view = nev_view_parse ("view", bytes, NULL);
  g_autoptr(NevSpec) saved = view != NULL ? nev_view_create_spec (view, nev_spec_get_dataset (spec), NULL) : NULL;

  if (saved != NULL && nev_spec_get_chart (saved) == nev_spec_get_chart (spec))
    nev_spec_assign (spec, saved);
}

/* Charts have a language of their own: a slide may be for other readers than who makes it. */
NevLanguage
nev_settings_get_chart_language (GSettings *self)
{
  g_autofree char *tag = self != NULL ? g_settings_get_string (self, "chart-language") : g_strdup ("");
  NevLanguage      language;

  if (*tag == '\0' || !nev_language_parse (tag, &language, NULL))
    return nev_language_from_locale ();

  return language;
}

void
nev_settings_set_chart_language (GSettings  *self,
                                 NevLanguage language)
{
  if (self != NULL)
    g_settings_set_string (self, "chart-language", nev_language_to_tag (language));
}

/* Until somebody chooses, a file is marked as UTF-8 for those whose spreadsheets take it for another encoding. */
void
nev_settings_get_table_options (GSettings *self,
                                gboolean  *is_all,
                                gboolean  *has_mark)
{
  g_autoptr(GVariant) mark = self != NULL ? g_settings_get_value (self, "table-byte-order-mark") : NULL;
  g_autoptr(GVariant) chosen = mark != NULL ? g_variant_get_maybe (mark) : NULL;

  *is_all = self != NULL && g_settings_get_boolean (self, "table-all");
  *has_mark = chosen != NULL ? g_variant_get_boolean (chosen) : nev_language_from_locale () == NEV_LANGUAGE_CHINESE;
}

void
nev_settings_set_table_options (GSettings *self,
                                gboolean   is_all,
                                gboolean   has_mark)
{
  if (self == NULL)
    return;

  g_settings_set_boolean (self, "table-all", is_all);
  g_settings_set (self, "table-byte-order-mark", "mb", TRUE, has_mark);
}
