/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-description-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nev-headline.h"

struct _NevDescriptionDialog
{
  AdwWindow parent_instance;

  /* Owned; what is copied */
  char *summary;

  /* Template widgets */
  AdwToastOverlay *toasts;
  GtkLabel        *text;
};

G_DEFINE_FINAL_TYPE (NevDescriptionDialog, nev_description_dialog, ADW_TYPE_WINDOW)

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  NevDescriptionDialog *self = NEV_DESCRIPTION_DIALOG (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->summary);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Description copied")));
}

/* The first line, which is the chart's title, in bold, and room between the paragraphs. */
static char *
create_markup (const char *summary)
{
  g_autofree char *trimmed = g_strchomp (g_strdup (summary));
  g_auto(GStrv) lines = g_strsplit (trimmed, "\n", -1);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_markup_escape_text (lines[i], -1);

      g_string_append_printf (markup, i == 0 ? "<b>%s</b>" : "\n\n%s", line);
    }

  return g_string_free (markup, FALSE);
}

/* A label that takes the focus selects all of its text, which then is harder to read. */
static void
nev_description_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nev_description_dialog_parent_class)->map (widget);

  gtk_label_select_region (NEV_DESCRIPTION_DIALOG (widget)->text, 0, 0);
}

static void
nev_description_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_DESCRIPTION_DIALOG);

  G_OBJECT_CLASS (nev_description_dialog_parent_class)->dispose (object);
}

static void
nev_description_dialog_finalize (GObject *object)
{
  g_free (NEV_DESCRIPTION_DIALOG (object)->summary);

  G_OBJECT_CLASS (nev_description_dialog_parent_class)->finalize (object);
}

static void
nev_description_dialog_class_init (NevDescriptionDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_description_dialog_dispose;
  object_class->finalize = nev_description_dialog_finalize;
  widget_class->map = nev_description_dialog_map;

  gtk_widget_class_install_action (widget_class, "description.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-description-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NevDescriptionDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, NevDescriptionDialog, text);
}

static void
nev_description_dialog_init (NevDescriptionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nev_description_dialog_new:
 * @parent: the window that shows the chart
 * @spec: what is shown
 * @table: its numbers
 * @language: of the words
 *
 * Returns: (transfer none): a dialog that shows the chart's summary
 */
NevDescriptionDialog *
nev_description_dialog_new (GtkWindow      *parent,
                            NevSpec        *spec,
                            const NevTable *table,
                            NevLanguage     language)
{
  NevDescriptionDialog *self = g_object_new (NEV_TYPE_DESCRIPTION_DIALOG, "transient-for", parent, NULL);
  g_autofree char      *markup = NULL;

  self->summary = nev_headline_summarize (spec, table, language);
  markup = create_markup (self->summary);
  gtk_label_set_markup (self->text, markup);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->text));

  return self;
}
