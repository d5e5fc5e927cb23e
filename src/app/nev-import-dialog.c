/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "nev-columns.h"
#include "nev-format.h"
#include "nev-import-job.h"
#include "nev-import-list.h"
#include "nev-loading-page.h"

/* What was found out about a table stands in its rows, and can be said otherwise; what has to be said is marked. Whatever is
 * chosen, the values are shown as they would be read. Nothing can be opened before all of the file was read so.
 */

#define AUTOMATIC 0 /* the first item of each row */
#define PATIENCE 150 /* milliseconds, until one wonders how far the reading is; and until its bar moves on */

struct _NevImportDialog
{
  AdwWindow parent_instance;

  /* Owned */
  GFile            *file;
  GCancellable     *cancellable; /* of what is being read */
  NevImportPreview *preview;     /* NULL until there is one */
  NevLoadProgress  *progress;    /* of that */
  guint             timeout;

  gboolean is_choosing; /* the rows are set by the dialog itself */
  gboolean has_begun;   /* the keyboard is where it begins */

  /* Template widgets */
  AdwWindowTitle *heading;
  GtkStack       *stack;
  GtkImage       *icon;
  GtkSpinner     *spinner;
  GtkLabel       *message;
  GtkProgressBar *bar;
  GtkColumnView  *values;
  AdwComboRow    *encoding;
  AdwComboRow    *delimiter;
  AdwComboRow    *decimal;
  AdwComboRow    *date_order;
  AdwComboRow    *layout;
  AdwEntryRow    *period;
  AdwComboRow    *kind;
  GtkSwitch      *remember;
};

enum
{
  SIGNAL_READ,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (NevImportDialog, nev_import_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

/* In the order of the row's items, the first of which is automatic. */
static const char *const encodings[] = { "UTF-8", "UTF-16", "GB18030", "BIG5", "WINDOWS-1252", "WINDOWS-1251", "SHIFT_JIS", "EUC-KR" };

static AdwComboRow *
get_row (NevImportDialog *self,
         NevImportOption  option)
{
  AdwComboRow *const rows[] = {
    [NEV_IMPORT_DELIMITER] = self->delimiter,
    [NEV_IMPORT_DECIMAL] = self->decimal,
    [NEV_IMPORT_DATE_ORDER] = self->date_order,
    [NEV_IMPORT_LAYOUT] = self->layout,
    [NEV_IMPORT_KIND] = self->kind,
    [NEV_IMPORT_ENCODING] = self->encoding,
  };

  return rows[option];
}

/* What the values of categories are of, as far as somebody has written a period. */
static NevPeriod
get_period (NevImportDialog *self,
            GError         **error)
{
  NevPeriod        period = NEV_PERIOD_NONE;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->period))));

  if (gtk_widget_get_visible (GTK_WIDGET (self->period)) && *text != '\0')
    nev_import_period_parse (text, &period, error);

  return period;
}

static void
get_options (NevImportDialog  *self,
             NevImportOptions *options)
{
  guint encoding = adw_combo_row_get_selected (self->encoding);

  *options = (NevImportOptions) NEV_IMPORT_OPTIONS_INIT;

  if (encoding != AUTOMATIC && encoding <= G_N_ELEMENTS (encodings))
    options->encoding = encodings[encoding - 1];

  for (guint i = 0; i < NEV_N_IMPORT_CHOICES; i++)
    {
      guint selected = adw_combo_row_get_selected (get_row (self, i));
      int   value = 0;

      if (selected != AUTOMATIC && selected != GTK_INVALID_LIST_POSITION)
        nev_import_option_get_word (i, selected - 1, &value);

      nev_import_options_set (options, i, value);
    }

  options->period = get_period (self, NULL);
}

static void
choose (NevImportDialog        *self,
        const NevImportOptions *options)
{
  self->is_choosing = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      if (options->encoding != NULL && g_ascii_strcasecmp (options->encoding, encodings[i]) == 0)
        adw_combo_row_set_selected (self->encoding, i + 1);
    }

  for (guint i = 0; i < NEV_N_IMPORT_CHOICES; i++)
    {
      const char *word;
      int         value;

      for (guint j = 0; (word = nev_import_option_get_word (i, j, &value)) != NULL; j++)
        {
          if (value == nev_import_options_get (options, i))
            adw_combo_row_set_selected (get_row (self, i), j + 1);
        }
    }

  if (!nev_period_is_none (options->period))
    {
      g_autofree char *period = nev_period_to_string (options->period);

      gtk_widget_set_visible (GTK_WIDGET (self->period), TRUE);
      gtk_editable_set_text (GTK_EDITABLE (self->period), period);
    }

  self->is_choosing = FALSE;
}

/* The words of a row's item that stands for a value; NULL if none does. */
static const char *
find_item (NevImportDialog *self,
           NevImportOption  option,
           int              value)
{
  GListModel *model = adw_combo_row_get_model (get_row (self, option));
  const char *word;
  int         candidate;

  for (guint i = 0; (word = nev_import_option_get_word (option, i, &candidate)) != NULL; i++)
    {
      if (value != 0 && candidate == value)
        return gtk_string_list_get_string (GTK_STRING_LIST (model), i + 1);
    }

  return NULL;
}

/* What was found, or that something has to be said. */
static char *
describe_option (NevImportDialog *self,
                 NevImportOption  option)
{
  const NevImportOptions *found = &self->preview->found;
  const char             *text = option == NEV_IMPORT_ENCODING ? found->encoding : find_item (self, option, nev_import_options_get (found, option));

  if (option == NEV_IMPORT_KIND)
    return g_strdup (text != NULL ? "" : _("Nothing is added up"));
  if (self->preview->is_open && self->preview->asked == option)
    return g_strdup (_("Must be chosen"));
  if (adw_combo_row_get_selected (get_row (self, option)) != AUTOMATIC)
    return g_strdup ("");
  if (text != NULL)
    return g_strdup_printf (_("Detected: %s"), text);

  return g_strdup (self->preview->error == NULL ? _("Makes no difference in this table") : "");
}

static void
update_rows (NevImportDialog *self)
{
  for (guint i = 0; i <= NEV_IMPORT_ENCODING; i++)
    {
      AdwComboRow     *row = get_row (self, i);
      g_autofree char *text = describe_option (self, i);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);

      if (self->preview->is_open && self->preview->asked == i)
        gtk_widget_add_css_class (GTK_WIDGET (row), "asked");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "asked");
    }
}

/* The row has no subtitle, so that its title says what was found. */
static void
update_period (NevImportDialog *self)
{
  const NevImportOptions *found = &self->preview->found;
  g_autofree char        *period = NULL;
  g_autofree char        *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->period), found->layout == NEV_IMPORT_LAYOUT_CATEGORIES);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->period)) == '\0' && !nev_period_is_none (found->period))
    {
      period = nev_format_period (found->period, NEV_PERIOD_FORMAT_LONG, nev_language_from_locale ());
      /* Translators: what the values of a table are of, if nothing is written there: "Period (detected: 2025)" */
      title = nev_period_is_undated (found->period) ? g_strdup (_("Period (none detected)"))
                                                    : g_strdup_printf (_("Period (detected: %s)"), period);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->period), title != NULL ? title : _("Period"));
}

static gboolean
tick_cb (gpointer user_data)
{
  NevImportDialog *self = user_data;

  nev_loading_page_update_bar (self->bar, nev_load_progress_get (self->progress));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);

  return G_SOURCE_CONTINUE;
}

static void
stop_progress (NevImportDialog *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->progress, nev_load_progress_unref);

  if (self->bar != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
}

static void
start_progress (NevImportDialog *self)
{
  stop_progress (self);
  self->progress = nev_load_progress_new ();
  self->timeout = g_timeout_add (PATIENCE, tick_cb, self);
}

static void
say (NevImportDialog *self,
     const char      *icon_name,
     const char      *text)
{
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), icon_name == NULL);
  gtk_spinner_set_spinning (self->spinner, icon_name == NULL);
  gtk_label_set_text (self->message, text);
}

static void
say_result (NevImportDialog *self)
{
  const NevImportPreview *preview = self->preview;
  g_autofree char        *text = NULL;
  guint                   n;

  if (preview->is_open)
    {
      text = g_strdup_printf (_("%s Choose it under “%s”."), preview->question, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (self, preview->asked))));
      say (self, "dialog-question-symbolic", text);
    }
  else if (preview->dataset != NULL)
    {
      n = nev_dataset_get_n_series (preview->dataset);
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All of the table can be read: %u series.", "All of the table can be read: %u series.", n), n);
      say (self, "object-select-symbolic", text);
    }
  else if (preview->is_whole && preview->error != NULL)
    {
      say (self, "dialog-error-symbolic", preview->error->message);
    }
  else
    {
      say (self, NULL, _("The rest of the table is being read…"));
    }
}

static void
show_preview (NevImportDialog *self)
{
  update_rows (self);
  update_period (self);
  nev_import_list_show (self->values, self->preview);
  gtk_stack_set_visible_child_name (self->stack, self->preview->cells->len > 0 ? "values" : "empty");
  say_result (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.open", self->preview->dataset != NULL);
}

/* The keyboard begins where something has to be said, or else where the table opens; unless somebody was elsewhere
 * sooner than it was read.
 */
static void
begin_with_keys (NevImportDialog *self)
{
  GtkWidget *widget = self->preview->is_open ? GTK_WIDGET (get_row (self, self->preview->asked))
                                             : gtk_window_get_default_widget (GTK_WINDOW (self));

  if (self->has_begun || !(self->preview->is_open || self->preview->dataset != NULL))
    return;

  self->has_begun = TRUE;
  if (gtk_window_get_focus (GTK_WINDOW (self)) == GTK_WIDGET (self->encoding))
    gtk_widget_grab_focus (widget);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(NevImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  NevImportPreview *preview = nev_import_job_finish (result, &error);
  NevImportOptions  options;

  /* Something else was chosen, or nobody is there any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->file == NULL)
    {
      g_clear_pointer (&preview, nev_import_preview_free);
      return;
    }

  if (preview == NULL)
    {
      stop_progress (self);
      say (self, "dialog-error-symbolic", error->message);
      return;
    }

  g_clear_pointer (&self->preview, nev_import_preview_free);
  self->preview = preview;
  show_preview (self);
  begin_with_keys (self);

  if (preview->is_whole)
    {
      stop_progress (self);
      return;
    }

  get_options (self, &options);
  nev_import_job_start (self->file, &options, TRUE, self->progress, self->cancellable, read_cb, g_object_ref (self));
}

/* The beginning first, which is there at once. */
static void
read_table (NevImportDialog *self)
{
  NevImportOptions options;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.open", FALSE);
  say (self, NULL, _("The table is being read…"));
  start_progress (self);
  get_options (self, &options);
  nev_import_job_start (self->file, &options, FALSE, self->progress, self->cancellable, read_cb, g_object_ref (self));
}

static void
changed_cb (NevImportDialog *self)
{
  g_autoptr(GError) error = NULL;

  if (self->file == NULL || self->is_choosing)
    return;

  self->has_begun = TRUE;

  get_period (self, &error);
  if (error == NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->period), "error");
      read_table (self);
      return;
    }

  g_cancellable_cancel (self->cancellable);
  stop_progress (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->period), "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.open", FALSE);
  say (self, "dialog-error-symbolic", error->message);
}

/* A period of categories holds of no other layout. */
static void
layout_changed_cb (NevImportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->layout);
  int   value = NEV_IMPORT_LAYOUT_CATEGORIES;

  if (selected != AUTOMATIC && selected != GTK_INVALID_LIST_POSITION)
    nev_import_option_get_word (NEV_IMPORT_LAYOUT, selected - 1, &value);
  if (value != NEV_IMPORT_LAYOUT_CATEGORIES)
    gtk_widget_set_visible (GTK_WIDGET (self->period), FALSE);

  changed_cb (self);
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_autoptr(NevImportDialog) self = g_object_ref (NEV_IMPORT_DIALOG (widget));
  g_autoptr(NevDataset) dataset = g_object_ref (self->preview->dataset);

  g_signal_emit (self, signals[SIGNAL_READ], 0, dataset, gtk_switch_get_active (self->remember));
  gtk_window_close (GTK_WINDOW (self));
}

static void
nev_import_dialog_dispose (GObject *object)
{
  NevImportDialog *self = NEV_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  stop_progress (self);
  g_clear_pointer (&self->preview, nev_import_preview_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (nev_import_dialog_parent_class)->dispose (object);
}

static void
nev_import_dialog_class_init (NevImportDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_import_dialog_dispose;

  /**
   * NevImportDialog::read:
   * @dataset: what the table was read as
   * @is_remembered: whether that is to be kept beside the table
   *
   * Somebody is content with how the table is read.
   */
  signals[SIGNAL_READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, NEV_TYPE_DATASET, G_TYPE_BOOLEAN);

  gtk_widget_class_install_action (widget_class, "dialog.open", NULL, open_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (NEV_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, icon);
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, message);
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, values);
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, encoding);
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, delimiter);
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, decimal);
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, date_order);
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, layout);
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, period);
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, NevImportDialog, remember);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_changed_cb);
}

static void
nev_import_dialog_init (NevImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.open", FALSE);
  nev_import_list_init (self->values);
  gtk_widget_grab_focus (GTK_WIDGET (self->encoding));
}

/**
 * nev_import_dialog_new:
 * @parent: the window that the table is opened in
 * @file: a table
 * @options: (nullable): what was chosen before
 *
 * Makes a dialog that begins to read the table.
 *
 * Returns: (transfer none): the dialog, which the desktop owns
 */
NevImportDialog *
nev_import_dialog_new (GtkWindow              *parent,
                       GFile                  *file,
                       const NevImportOptions *options)
{
  NevImportDialog *self = g_object_new (NEV_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (basename);

  adw_window_title_set_subtitle (self->heading, name);

  if (options != NULL)
    choose (self, options);

  self->file = g_object_ref (file);
  read_table (self);

  return self;
}
