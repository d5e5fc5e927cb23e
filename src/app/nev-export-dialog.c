/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-export-dialog.h"

#include <glib/gi18n-lib.h>

static const struct
{
  int width, height;
} sizes[] = {
  { 1920, 1080 },
  { 1280, 720 },
  { 800, 600 },
};

static const struct
{
  const char *mime_type;
  const char *name;
} filters[NEV_N_FORMATS] = {
  [NEV_FORMAT_PNG] = { "image/png", N_("PNG Images") },
  [NEV_FORMAT_SVG] = { "image/svg+xml", N_("SVG Images") },
  [NEV_FORMAT_PDF] = { "application/pdf", N_("PDF Documents") },
};

typedef enum
{
  THEME_LIGHT,
  THEME_DARK,
  THEME_TRANSPARENT,
} Theme;

struct _NevExportDialog
{
  AdwWindow parent_instance;

  /* Owned */
  char                 *name;
  GtkFileChooserNative *chooser;

  /* Template widgets */
  AdwComboRow *format;
  AdwComboRow *size;
  AdwComboRow *theme;
  GtkWidget   *export_button;
};

enum
{
  SIGNAL_FILE_CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (NevExportDialog, nev_export_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

/* A suffix that is typed says more than the list. */
static void
adopt_suffix (NevExportDialog *self,
              GFile           *file)
{
  g_autofree char *name = g_file_get_basename (file);
  const char      *suffix = strrchr (name, '.');
  NevFormat        format;

  if (suffix != NULL && nev_format_parse (suffix + 1, &format, NULL))
    adw_combo_row_set_selected (self->format, format);
}

static void
response_cb (NevExportDialog *self,
             int              response)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

  g_clear_object (&self->chooser);

  if (file == NULL)
    return;

  adopt_suffix (self, file);
  g_signal_emit (self, signals[SIGNAL_FILE_CHOSEN], 0, file);
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  NevExportDialog *self = NEV_EXPORT_DIALOG (widget);
  NevFormat        format = nev_export_dialog_get_format (self);
  g_autofree char *name = g_strdup_printf ("%s.%s", self->name, nev_format_to_string (format));
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _(filters[format].name));
  gtk_file_filter_add_mime_type (filter, filters[format].mime_type);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Export Chart"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _("_Export"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
nev_export_dialog_dispose (GObject *object)
{
  NevExportDialog *self = NEV_EXPORT_DIALOG (object);

  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (nev_export_dialog_parent_class)->dispose (object);
}

static void
nev_export_dialog_finalize (GObject *object)
{
  g_free (NEV_EXPORT_DIALOG (object)->name);

  G_OBJECT_CLASS (nev_export_dialog_parent_class)->finalize (object);
}

static void
nev_export_dialog_class_init (NevExportDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_export_dialog_dispose;
  object_class->finalize = nev_export_dialog_finalize;

  /* A GFile to export to. */
  signals[SIGNAL_FILE_CHOSEN] =
    g_signal_new ("file-chosen", NEV_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_install_action (widget_class, "dialog.export", NULL, export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, export_button);
}

static void
nev_export_dialog_init (NevExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_grab_focus (self->export_button);
}

/**
 * nev_export_dialog_new:
 * @parent: the window that asks
 * @name: the name to suggest for the file, without a suffix
 *
 * Returns: a dialog, not shown yet
 */
NevExportDialog *
nev_export_dialog_new (GtkWindow  *parent,
                       const char *name)
{
  NevExportDialog *self = g_object_new (NEV_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->name = g_strdup (name);

  return self;
}

NevFormat
nev_export_dialog_get_format (NevExportDialog *self)
{
  g_return_val_if_fail (NEV_IS_EXPORT_DIALOG (self), NEV_FORMAT_PNG);

  return (NevFormat) adw_combo_row_get_selected (self->format);
}

/**
 * nev_export_dialog_get_options:
 * @self: a dialog
 * @options: (out caller-allocates): what was chosen
 */
void
nev_export_dialog_get_options (NevExportDialog  *self,
                               NevExportOptions *options)
{
  guint size, theme;

  g_return_if_fail (NEV_IS_EXPORT_DIALOG (self));
  g_return_if_fail (options != NULL);

  size = adw_combo_row_get_selected (self->size);
  theme = adw_combo_row_get_selected (self->theme);

  *options = (NevExportOptions) NEV_EXPORT_OPTIONS_INIT;
  options->width = sizes[size].width;
  options->height = sizes[size].height;
  options->theme = theme == THEME_DARK ? NEV_THEME_DARK : NEV_THEME_LIGHT;
  options->is_transparent = theme == THEME_TRANSPARENT;
}
