/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-settings.h"

/* The parts of a view, in their order. */
enum
{
  VIEW_FREQUENCY,
  VIEW_MEASURE,
  VIEW_MARK,
  VIEW_FROM,
  VIEW_TO,
  N_VIEW_PARTS
};

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

static char *
format_day (gint32 day)
{
  return day == 0 ? g_strdup ("") : nev_period_to_string ((NevPeriod){ day, day + 1 });
}

static gboolean
parse_day (const char *text,
           gint32     *day)
{
  NevPeriod period = NEV_PERIOD_NONE;

  if (*text != '\0' && !nev_period_parse (text, &period, NULL))
    return FALSE;

  *day = period.start;

  return TRUE;
}

/* How the last chart is shown: what nev_settings_restore_view() gives back to its spec at the next start. */
void
nev_settings_save_view (GSettings *self,
                        NevSpec   *spec)
{
  g_autofree char *from = format_day (nev_spec_get_from (spec));
  g_autofree char *to = format_day (nev_spec_get_to (spec));
  g_autofree char *view = g_strdup_printf ("%s;%s;%s;%s;%s",
                                           nev_frequency_to_string (nev_spec_get_frequency (spec)),
                                           nev_measure_to_string (nev_spec_get_measure (spec)),
                                           nev_mark_to_string (nev_spec_get_mark (spec)),
                                           from, to);

  if (self != NULL)
    g_settings_set_string (self, "view", view);
}

/* Settings may be edited by hand or be those of another version: what can't be read is left as the chart has it. */
void
nev_settings_restore_view (GSettings *self,
                           NevSpec   *spec)
{
  g_autofree char *view = self != NULL ? g_settings_get_string (self, "view") : g_strdup ("");
  g_auto(GStrv) parts = g_strsplit (view, ";", -1);
  NevFrequency frequency;
  NevMeasure   measure;
  NevMark      mark;
  gint32       from, to;

  if (g_strv_length (parts) != N_VIEW_PARTS ||
      !nev_frequency_parse (parts[VIEW_FREQUENCY], &frequency, NULL) ||
      !nev_measure_parse (parts[VIEW_MEASURE], &measure, NULL) ||
      !nev_mark_parse (parts[VIEW_MARK], &mark, NULL) ||
      !parse_day (parts[VIEW_FROM], &from) ||
      !parse_day (parts[VIEW_TO], &to))
    return;

  nev_spec_set_frequency (spec, frequency);
  nev_spec_set_measure (spec, measure);
  nev_spec_set_mark (spec, mark);
  nev_spec_set_range (spec, from, to);
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
