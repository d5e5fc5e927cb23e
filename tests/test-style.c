/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include "test-wait.h"

#include "nev-application.h"
#include "nev-chart-style.h"
#include "nev-window.h"

/* What somebody asked of the desktop, more contrast or larger letters, reaches the drawing. */

#define DPI 96
#define MIN_FONT_SIZE 12
#define LARGE 1.5

static GtkApplication *application;

static void
test_high_contrast (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_assert_true (adw_style_manager_get_high_contrast (manager));

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_assert_true (nev_chart_style_get_theme () == nev_theme_get_high_contrast (NEV_THEME_LIGHT));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (nev_chart_style_get_theme () == nev_theme_get_high_contrast (NEV_THEME_DARK));
}

/* Nine points, which is as small as letters on a screen may be. */
static void
assert_legible (const NevScene *scene)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      if (item->kind == NEV_ITEM_TEXT)
        g_assert_cmpfloat (item->font_size, >=, MIN_FONT_SIZE);
    }
}

static void
test_text_scale (void)
{
  NevWindow    *window = nev_window_new (application, NULL);
  NevChartView *view = nev_chart_page_get_chart_view (nev_window_get_chart_page (window));
  double        before;

  gtk_window_present (GTK_WINDOW (window));
  wait_until (nev_window_get_dataset (window) != NULL);
  nev_window_set_page (window, 1);
  wait_until (nev_chart_view_get_scene (view) != NULL);
  before = nev_chart_view_get_scene (view)->font_size;
  assert_legible (nev_chart_view_get_scene (view));

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (DPI * LARGE * PANGO_SCALE), NULL);
  wait_until (nev_chart_view_get_scene (view) != NULL && nev_chart_view_get_scene (view)->font_size > before);
  g_assert_cmpfloat_with_epsilon (nev_chart_view_get_scene (view)->font_size, before * LARGE, 0.01);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);

  /* Not gtk_test_init(), which sets a locale that needn't be there. */
  (g_test_init) (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  application = GTK_APPLICATION (nev_application_new (G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/style/high-contrast", test_high_contrast);
  g_test_add_func ("/style/text-scale", test_text_scale);

  status = g_test_run ();

  g_object_unref (application);

  return status;
}
