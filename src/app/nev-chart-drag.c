/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-chart-drag.h"

#include <glib/gi18n-lib.h>

#include "nev-chart-zoom.h"
#include "nev-export.h"

/* Of the picture under the pointer, to that of the file */
#define ICON_SCALE 0.125

/* The file stays in the cache, for who took it may read it much later; the next drag of the chart replaces it. */
static GFile *
write_file (GBytes     *png,
            const char *chart,
            GError    **error)
{
  g_autofree char *name = g_strconcat (chart, ".png", NULL);
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "nev-charts", NULL);
  g_autoptr(GFile) file = g_file_new_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _("the folder “%s” couldn’t be made"), folder);
      return NULL;
    }

  return nev_export_write (png, file, NULL, error) ? g_steal_pointer (&file) : NULL;
}

/**
 * nev_chart_drag_create_content:
 * @spec: what is wanted of the chart
 * @language: of its words
 * @icon: (out): a small picture of it
 * @error: return location for an error
 *
 * Makes what is dragged, in the size of a slide: PNG, SVG, and a PNG file that is named after the chart.
 *
 * Returns: (transfer full): the content; %NULL on error
 */
GdkContentProvider *
nev_chart_drag_create_content (NevSpec     *spec,
                               NevLanguage  language,
                               GdkTexture **icon,
                               GError     **error)
{
  NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
  const NevTheme  *theme = nev_theme_get (options.theme, options.is_transparent);
  g_autoptr(NevTextMaker) text = nev_text_maker_new (language);
  g_autoptr(NevScene) scene = NULL;
  g_autoptr(GBytes) png = NULL;
  g_autoptr(GBytes) svg = NULL;
  g_autoptr(GBytes) small = NULL;
  g_autoptr(GFile) file = NULL;
  GdkContentProvider *providers[3];
  GdkFileList        *files;

  options.language = language;
  scene = nev_export_layout (spec, &options, text);

  if (!(png = nev_export_scene (scene, theme, NEV_FORMAT_PNG, 1, error)) ||
      !(svg = nev_export_scene (scene, theme, NEV_FORMAT_SVG, 1, error)) ||
      !(small = nev_export_scene (scene, theme, NEV_FORMAT_PNG, ICON_SCALE, error)) ||
      !(file = write_file (png, nev_spec_get_chart (spec)->name, error)) ||
      !(*icon = gdk_texture_new_from_bytes (small, error)))
    return NULL;

  files = gdk_file_list_new_from_array (&file, 1);
  providers[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  providers[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  providers[2] = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);
  g_boxed_free (GDK_TYPE_FILE_LIST, files);

  /* Takes the references. */
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            NevChartView  *view)
{
  NevChartState      *state = nev_chart_view_get_state (view);
  GdkDevice          *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (source));
  GdkContentProvider *content;
  g_autoptr(GdkTexture) icon = NULL;
  g_autoptr(GError) error = NULL;

  /* A finger moves through time, and so does what begins in a plot. */
  if (state == NULL || nev_chart_zoom_is_at (view, x, y) || (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN))
    return NULL;

  content = nev_chart_drag_create_content (nev_chart_state_get_spec (state), nev_chart_view_get_language (view), &icon, &error);

  /* What isn't there can't be dragged; Export tells why. */
  if (content == NULL)
    {
      g_message ("The chart can't be dragged: %s", error->message);
      return NULL;
    }

  gtk_drag_source_set_icon (source, GDK_PAINTABLE (icon), 0, 0);

  return content;
}

/**
 * nev_chart_drag_attach:
 * @view: a chart view
 *
 * Lets a person drag the chart out of the view, by its title or what else stands beside the plots. A press that doesn't
 * move stays a click.
 */
void
nev_chart_drag_attach (NevChartView *view)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), view, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (source));
}
