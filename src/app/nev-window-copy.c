/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-copy.h"

#include <glib/gi18n-lib.h>

#include "nev-copy-job.h"
#include "nev-window-export.h"

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(NevWindow) self = user_data;
  g_autoptr(GdkContentProvider) content = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;

  content = nev_copy_finish (result, &error);

  if (content == NULL)
    {
      nev_window_show_error (self, _ ("The Chart Could Not Be Copied"), error);
      return;
    }

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);

  if (nev_copy_get_kind (result) == NEV_COPY_CHART)
    message = g_strdup (_ ("Chart copied"));
  else
    message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row copied", "%u rows copied", nev_copy_get_n_rows (result)),
                               nev_copy_get_n_rows (result));

  nev_window_add_toast (self, adw_toast_new (message));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  NevWindow *self = NEV_WINDOW (widget);

  nev_copy_async (nev_window_get_spec (self), NEV_COPY_CHART, NULL, nev_window_get_chart_language (self), NULL, copied_cb, g_object_ref (self));
}

/* The whole table as it stands there; or the rows that are selected, if any are. */
static void
copy_data_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  NevWindow    *self = NEV_WINDOW (widget);
  NevChartPage *page = nev_window_get_chart_page (self);
  g_autoptr(GArray) rows = NULL;

  if (g_str_equal (action_name, "win.copy-rows"))
    rows = nev_chart_page_get_rows (page, TRUE);

  if (rows == NULL)
    rows = nev_chart_page_get_rows (page, FALSE);

  nev_copy_async (nev_window_get_spec (self), NEV_COPY_DATA, rows, nev_window_get_chart_language (self), NULL, copied_cb, g_object_ref (self));
}

/**
 * nev_window_copy_install:
 * @widget_class: the window's
 *
 * Adds win.copy and win.copy-data with their keys, and win.copy-rows, whose key is the table's.
 */
void
nev_window_copy_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-data", NULL, copy_data_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-rows", NULL, copy_data_cb);

  /* Not the application's: text that is selected is copied before the chart is. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.copy-data", NULL);
}
