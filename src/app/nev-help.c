/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-help.h"

struct _NevHelp
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (NevHelp, nev_help, ADW_TYPE_WINDOW)

static void
nev_help_class_init (NevHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-help.ui");
}

static void
nev_help_init (NevHelp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nev_help_present:
 * @parent: (nullable): the window that asks for help, beside which it stays readable
 *
 * Shows the help. There is one at a time.
 */
void
nev_help_present (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (!NEV_IS_HELP (window))
        continue;

      gtk_window_present (window);
      return;
    }

  gtk_window_present (g_object_new (NEV_TYPE_HELP, "transient-for", parent, NULL));
}
