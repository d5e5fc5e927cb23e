/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-table-dialog.h"

#include <glib/gi18n-lib.h>

#include "nev-accessible.h"
#include "nev-settings.h"
#include "nev-table-cells.h"

/* Nobody has to open a file to find out how much is in it: the choices say how many rows and columns they are. */

struct _NevTableDialog
{
  AdwWindow parent_instance;

  /* Owned */
  NevSpec              *spec;
  GSettings            *settings; /* or NULL */
  GtkFileChooserNative *chooser;

  NevLanguage language;
  guint       n_shown_rows;
  guint       n_all_rows;

  /* Template widgets */
  GtkButton      *save_button;
  AdwActionRow   *shown_row;
  GtkCheckButton *shown;
  AdwActionRow   *all_row;
  GtkCheckButton *all;
  GtkSwitch      *mark;
};

enum
{
  SIGNAL_FILE_CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (NevTableDialog, nev_table_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

/* "38 rows × 5 columns, Jan 2023 – Feb 2026" */
static guint
describe (NevTableDialog *self,
          NevTable       *table,
          AdwActionRow   *row,
          GtkCheckButton *choice)
{
  g_autoptr(NevTableCells) cells = nev_table_cells_new (table, nev_language_from_locale ());
  guint            n_rows = nev_table_get_n_rows (table);
  guint            n_columns = nev_table_cells_get_n_fields (cells);
  g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", n_rows), n_rows);
  g_autofree char *columns = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u column", "%u columns", n_columns), n_columns);
  g_autofree char *first = n_rows > 0 ? nev_table_cells_get_row_title (cells, 0) : g_strdup ("–");
  g_autofree char *last = n_rows > 0 ? nev_table_cells_get_row_title (cells, n_rows - 1) : g_strdup ("–");
  /* Translators: how large a table is and from when to when it goes: "38 rows × 5 columns, Jan 2023 – Feb 2026" */
  g_autofree char *text = g_strdup_printf (_ ("%1$s × %2$s, %3$s – %4$s"), rows, columns, first, last);

  adw_action_row_set_subtitle (row, text);
  nev_accessible_describe (GTK_WIDGET (row), text);
  nev_accessible_describe (GTK_WIDGET (choice), text);

  return n_rows;
}

static void
changed_cb (NevTableDialog *self)
{
  NevTableOptions  options;
  g_autofree char *label = NULL;

  /* Not yet, or no more. */
  if (self->spec == NULL)
    return;

  nev_table_dialog_get_options (self, &options);

  if (options.is_all)
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Save All %u Row…", "_Save All %u Rows…", self->n_all_rows), self->n_all_rows);
  else
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Save %u Row…", "_Save %u Rows…", self->n_shown_rows), self->n_shown_rows);

  gtk_button_set_label (self->save_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", (options.is_all ? self->n_all_rows : self->n_shown_rows) > 0);
}

static void
response_cb (NevTableDialog *self,
             int             response)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

  g_clear_object (&self->chooser);

  if (file != NULL)
    g_signal_emit (self, signals[SIGNAL_FILE_CHOSEN], 0, file);
}

static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  NevTableDialog  *self = NEV_TABLE_DIALOG (widget);
  g_autofree char *name = g_strconcat (nev_spec_get_chart (self->spec)->name, ".csv", NULL);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  NevTableOptions options;

  nev_table_dialog_get_options (self, &options);
  nev_settings_set_table_options (self->settings, options.is_all, options.has_mark);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Save as CSV"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_filter_set_name (filter, _ ("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);

  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
nev_table_dialog_dispose (GObject *object)
{
  NevTableDialog *self = NEV_TABLE_DIALOG (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->spec);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_TABLE_DIALOG);

  G_OBJECT_CLASS (nev_table_dialog_parent_class)->dispose (object);
}

static void
nev_table_dialog_class_init (NevTableDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nev_table_dialog_dispose;

  /* A GFile to write. */
  signals[SIGNAL_FILE_CHOSEN] =
    g_signal_new ("file-chosen", NEV_TYPE_TABLE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-table-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NevTableDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, NevTableDialog, shown_row);
  gtk_widget_class_bind_template_child (widget_class, NevTableDialog, shown);
  gtk_widget_class_bind_template_child (widget_class, NevTableDialog, all_row);
  gtk_widget_class_bind_template_child (widget_class, NevTableDialog, all);
  gtk_widget_class_bind_template_child (widget_class, NevTableDialog, mark);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
nev_table_dialog_init (NevTableDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Not in the template, where the button isn't in the window yet. */
  gtk_widget_grab_focus (GTK_WIDGET (self->save_button));
}

/**
 * nev_table_dialog_new:
 * @parent: the window that shows the chart
 * @spec: what is wanted of the chart; copied
 * @language: of what is written
 * @settings: (nullable): where the choices are remembered
 *
 * Returns: (transfer none): a dialog, not shown yet; "file-chosen" tells what came of it
 */
NevTableDialog *
nev_table_dialog_new (GtkWindow  *parent,
                      NevSpec    *spec,
                      NevLanguage language,
                      GSettings  *settings)
{
  NevTableDialog *self;
  g_autoptr(NevTable) shown_table = NULL;
  g_autoptr(NevTable) full_table = NULL;
  gboolean is_all, has_mark;

  g_return_val_if_fail (NEV_IS_SPEC (spec), NULL);

  self = g_object_new (NEV_TYPE_TABLE_DIALOG, "transient-for", parent, NULL);
  self->spec = nev_spec_copy (spec);
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->language = language;

  shown_table = nev_spec_create_table (self->spec);
  full_table = nev_spec_create_full_table (self->spec);
  self->n_shown_rows = describe (self, shown_table, self->shown_row, self->shown);
  self->n_all_rows = describe (self, full_table, self->all_row, self->all);

  nev_settings_get_table_options (settings, &is_all, &has_mark);
  gtk_check_button_set_active (is_all ? self->all : self->shown, TRUE);
  gtk_switch_set_active (self->mark, has_mark);
  changed_cb (self);

  return self;
}

void
nev_table_dialog_get_options (NevTableDialog  *self,
                              NevTableOptions *options)
{
  g_return_if_fail (NEV_IS_TABLE_DIALOG (self));

  /* Not asked of the other one, which isn't chosen yet when this one tells that it isn't any more. */
  *options = (NevTableOptions){ !gtk_check_button_get_active (self->shown), gtk_switch_get_active (self->mark), self->language };
}
