/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-export-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nev-columns.h"
#include "nev-export-choices.h"
#include "nev-export-preview.h"

static const struct
{
  const char *mime_type;
  const char *name;
} filters[NEV_N_FORMATS] = {
  [NEV_FORMAT_PNG] = { "image/png", N_("PNG Images") },
  [NEV_FORMAT_SVG] = { "image/svg+xml", N_("SVG Images") },
  [NEV_FORMAT_PDF] = { "application/pdf", N_("PDF Documents") },
};

/* How several charts are written. */
typedef enum
{
  LAYOUT_FILES,
  LAYOUT_DECK,
} Layout;

struct _NevExportDialog
{
  AdwWindow parent_instance;

  /* Owned */
  GPtrArray            *specs;  /* (element-type NevSpec) */
  GPtrArray            *checks; /* (element-type GtkCheckButton): of several charts, each one's */
  GSettings            *settings;
  GtkFileChooserNative *chooser;
  GCancellable         *cancellable;

  NevExportChoices choices;
  NevLanguage      language_of_charts; /* in the window; a picture has it unless another one is chosen */

  gboolean is_ready; /* the fields are set by a person */

  /* Template widgets */
  NevExportPreview *preview;
  GtkLabel         *advice;
  GtkProgressBar   *progress;
  GtkWidget        *page;
  GtkWidget        *export_button;
  GtkWidget        *charts;
  AdwComboRow      *layout;
  AdwComboRow      *format;
  AdwComboRow      *preset;
  GtkWidget        *width_row;
  GtkSpinButton    *width;
  GtkWidget        *height_row;
  GtkSpinButton    *height;
  AdwActionRow     *scale_row;
  GtkSpinButton    *scale;
  AdwComboRow      *text;
  AdwComboRow      *theme;
  GtkSwitch        *transparent;
  AdwActionRow     *points_row;
  AdwActionRow     *labels_row;
  GtkSpinButton    *points;
  GtkWidget        *reset_button;
  AdwComboRow      *language;
  GtkSwitch        *show_title;
  GtkSwitch        *show_subtitle;
  GtkSwitch        *show_source;
  GtkSwitch        *show_labels;
};

enum
{
  SIGNAL_FILE_CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (NevExportDialog, nev_export_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static const struct
{
  NevParts part;
  glong    offset;
} part_switches[] = {
  { NEV_PART_TITLE, G_STRUCT_OFFSET (NevExportDialog, show_title) },
  { NEV_PART_SUBTITLE, G_STRUCT_OFFSET (NevExportDialog, show_subtitle) },
  { NEV_PART_SOURCE, G_STRUCT_OFFSET (NevExportDialog, show_source) },
  { NEV_PART_LABELS, G_STRUCT_OFFSET (NevExportDialog, show_labels) },
};

static GtkSwitch *
get_part_switch (NevExportDialog *self,
                 guint            index)
{
  return G_STRUCT_MEMBER (GtkSwitch *, self, part_switches[index].offset);
}

static void
fill_fields (NevExportDialog *self)
{
  const NevExportChoices *choices = &self->choices;
  guint                   preset = 0;

  while (preset < NEV_N_PRESETS && nev_preset_get (preset) != choices->preset)
    preset++;

  adw_combo_row_set_selected (self->format, choices->format);
  adw_combo_row_set_selected (self->preset, preset);
  gtk_spin_button_set_value (self->width, choices->width);
  gtk_spin_button_set_value (self->height, choices->height);
  gtk_spin_button_set_value (self->scale, choices->scale);
  adw_combo_row_set_selected (self->text, choices->has_outlines ? 1 : 0);
  adw_combo_row_set_selected (self->theme, choices->theme);
  gtk_switch_set_active (self->transparent, choices->is_transparent);
  adw_combo_row_set_selected (self->language, choices->language);

  for (guint i = 0; i < G_N_ELEMENTS (part_switches); i++)
    gtk_switch_set_active (get_part_switch (self, i), (choices->hidden & part_switches[i].part) == 0);

  if (self->settings != NULL)
    adw_combo_row_set_selected (self->layout, g_settings_get_boolean (self->settings, "export-deck") ? LAYOUT_DECK : LAYOUT_FILES);
}

/* The font size is kept apart: its field also shows one that nobody chose. */
static void
read_fields (NevExportDialog *self)
{
  NevExportChoices *choices = &self->choices;
  guint             preset = adw_combo_row_get_selected (self->preset);

  choices->format = (NevFormat) adw_combo_row_get_selected (self->format);
  choices->preset = preset < NEV_N_PRESETS ? nev_preset_get (preset) : NULL;
  choices->width = gtk_spin_button_get_value_as_int (self->width);
  choices->height = gtk_spin_button_get_value_as_int (self->height);
  choices->scale = gtk_spin_button_get_value_as_int (self->scale);
  choices->has_outlines = adw_combo_row_get_selected (self->text) == 1;
  choices->theme = (NevExportTheme) adw_combo_row_get_selected (self->theme);
  choices->is_transparent = gtk_switch_get_active (self->transparent);
  choices->language = (NevLanguage) adw_combo_row_get_selected (self->language);
  choices->hidden = 0;

  for (guint i = 0; i < G_N_ELEMENTS (part_switches); i++)
    {
      if (!gtk_switch_get_active (get_part_switch (self, i)))
        choices->hidden |= part_switches[i].part;
    }
}

static void
update_rows (NevExportDialog        *self,
             const NevExportOptions *options)
{
  const NevPreset *preset = self->choices.preset;
  double           font_size = options->font_size > 0 ? options->font_size : nev_layout_get_font_size (options->width, options->height);
  NevFormat        format = nev_export_dialog_get_format (self);
  g_autofree char *pixels = g_strdup_printf (_("%1$d × %2$d pixels"), (int) (options->width * options->scale), (int) (options->height * options->scale));
  /* Translators: %g is a number of points */
  g_autofree char *least = g_strdup_printf (_("In points, at least %g"), nev_export_choices_get_min_points (&self->choices));

  gtk_widget_set_visible (self->width_row, preset == NULL);
  gtk_widget_set_visible (self->height_row, preset == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row), format == NEV_FORMAT_PNG);
  gtk_widget_set_visible (GTK_WIDGET (self->text), format == NEV_FORMAT_SVG);
  gtk_widget_set_visible (GTK_WIDGET (self->format), !nev_export_dialog_is_deck (self));
  adw_action_row_set_subtitle (self->scale_row, pixels);
  adw_action_row_set_subtitle (self->points_row, least);

  gtk_widget_set_visible (self->reset_button, self->choices.points > 0);
  gtk_spin_button_set_range (self->points, nev_export_choices_get_min_points (&self->choices), nev_export_choices_get_max_points (&self->choices));

  /* What the field would make of its own text, or else leaving it would choose a size. */
  gtk_spin_button_set_value (self->points, round (font_size * NEV_POINTS_PER_PIXEL * 10) / 10);
}

/* Lays out all charts that are chosen: the first one to be looked at, every one for what is wrong with it. Values at marks
 * are written where they fit, so that it is nothing wrong where they don't; a note or name that is missing is.
 */
static gboolean
check_charts (NevExportDialog        *self,
              const NevExportOptions *options,
              guint                  *n_dropped,
              guint                  *n_unlabelled,
              GError                **error)
{
  g_autoptr(GPtrArray) specs = nev_export_dialog_get_specs (self);
  NevTextMaker *text = nev_text_maker_get (options->language);
  gboolean      is_good;

  *n_dropped = 0;
  *n_unlabelled = 0;
  is_good = nev_export_check_options (nev_export_dialog_get_format (self), options, error);

  for (guint i = 0; i < (is_good ? specs->len : MIN (specs->len, 1)); i++)
    {
      NevSpec *spec = g_ptr_array_index (specs, i);
      g_autoptr(NevScene) scene = nev_export_layout (spec, options, text);

      *n_dropped += scene->n_dropped - scene->n_unlabelled;
      *n_unlabelled += scene->n_unlabelled;

      if (is_good && !nev_export_check_text (scene, text, error))
        {
          is_good = FALSE;
          if (specs->len > 1)
            g_prefix_error (error, "%s: ", nev_localized_get (&nev_spec_get_chart (spec)->title, nev_language_from_locale ()));
        }

      if (i == 0)
        nev_export_preview_set_scene (self->preview, g_steal_pointer (&scene), options->theme, options->is_transparent);
    }

  if (is_good && specs->len == 0)
    {
      is_good = FALSE;
      g_set_error_literal (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE, _("No chart is chosen"));
    }

  return is_good;
}

static void
save_choices (NevExportDialog *self)
{
  nev_export_choices_save (&self->choices, self->settings, self->language_of_charts);

  if (self->settings != NULL && self->specs->len > 1)
    g_settings_set_boolean (self->settings, "export-deck", nev_export_dialog_is_deck (self));
}

static void
update (NevExportDialog *self)
{
  NevExportOptions options;
  guint            n_dropped, n_unlabelled;
  gboolean         is_possible;
  g_autofree char *advice = NULL;
  g_autofree char *unlabelled = NULL;
  g_autoptr(GError) error = NULL;

  if (!self->is_ready)
    return;

  nev_export_dialog_get_options (self, &options);

  self->is_ready = FALSE;
  update_rows (self, &options);
  self->is_ready = TRUE;

  is_possible = check_charts (self, &options, &n_dropped, &n_unlabelled, &error);

  if (!is_possible)
    advice = g_strdup (error->message);
  else if (n_dropped > 0)
    advice = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u name or note has no room", "%u names or notes have no room", n_dropped), n_dropped);

  /* Translators: of the values at the marks of a chart */
  if (n_unlabelled > 0)
    unlabelled = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u has no room", "%u have no room", n_unlabelled), n_unlabelled);
  adw_action_row_set_subtitle (self->labels_row, unlabelled != NULL ? unlabelled : "");

  gtk_label_set_text (self->advice, advice != NULL ? advice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->advice), advice != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->advice), is_possible ? "error" : "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->advice), is_possible ? "warning" : "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.export", is_possible && self->cancellable == NULL);
  save_choices (self);
}

static void
changed_cb (NevExportDialog *self)
{
  if (!self->is_ready)
    return;

  read_fields (self);
  update (self);
}

/* The pixels and the letters that are usual in a place follow from the place. */
static void
preset_changed_cb (NevExportDialog *self)
{
  if (!self->is_ready)
    return;

  read_fields (self);
  self->choices.points = 0;

  if (self->choices.preset != NULL)
    self->choices.scale = (int) self->choices.preset->scale;

  self->is_ready = FALSE;
  gtk_spin_button_set_value (self->scale, self->choices.scale);
  self->is_ready = TRUE;
  update (self);
}

static void
points_changed_cb (NevExportDialog *self)
{
  if (self->is_ready)
    self->choices.points = gtk_spin_button_get_value (self->points);

  changed_cb (self);
}

static void
reset_points_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  NevExportDialog *self = NEV_EXPORT_DIALOG (widget);

  /* The button goes, and mustn't take the focus with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->points));
  self->choices.points = 0;
  update (self);
}

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

  if (self->specs->len == 1)
    adopt_suffix (self, file);

  g_signal_emit (self, signals[SIGNAL_FILE_CHOSEN], 0, file);
}

static char *
suggest_name (NevExportDialog *self)
{
  NevSpec *spec = g_ptr_array_index (self->specs, 0);

  if (self->specs->len == 1)
    return g_strdup_printf ("%s.%s", nev_spec_get_chart (spec)->name, nev_format_to_string (nev_export_dialog_get_format (self)));

  return g_strdup_printf ("%s.pdf", nev_dataset_get_name (nev_spec_get_dataset (spec)));
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  NevExportDialog *self = NEV_EXPORT_DIALOG (widget);
  NevFormat        format = nev_export_dialog_get_format (self);
  gboolean         is_folder = self->specs->len > 1 && !nev_export_dialog_is_deck (self);
  g_autofree char *name = suggest_name (self);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (is_folder ? _("Export to Folder") : _("Export Chart"), GTK_WINDOW (self),
                                               is_folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _("_Export"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);

  if (!is_folder)
    {
      gtk_file_filter_set_name (filter, _ (filters[format].name));
      gtk_file_filter_add_mime_type (filter, filters[format].mime_type);
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
    }

  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
nev_export_dialog_dispose (GObject *object)
{
  NevExportDialog *self = NEV_EXPORT_DIALOG (object);

  self->is_ready = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (nev_export_dialog_parent_class)->dispose (object);
}

static void
nev_export_dialog_finalize (GObject *object)
{
  g_clear_pointer (&NEV_EXPORT_DIALOG (object)->specs, g_ptr_array_unref);

  G_OBJECT_CLASS (nev_export_dialog_parent_class)->finalize (object);
}

static void
nev_export_dialog_class_init (NevExportDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_export_dialog_dispose;
  object_class->finalize = nev_export_dialog_finalize;

  /* A GFile to export to: a folder, where several charts go into files. */
  signals[SIGNAL_FILE_CHOSEN] =
    g_signal_new ("file-chosen", NEV_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_install_action (widget_class, "dialog.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "dialog.reset-points", NULL, reset_points_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (NEV_TYPE_COLUMNS);
  g_type_ensure (NEV_TYPE_EXPORT_PREVIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, advice);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, page);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, charts);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, layout);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, preset);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, width_row);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, height_row);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, text);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, transparent);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, points_row);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, labels_row);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, points);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, reset_button);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, language);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, show_title);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, show_subtitle);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, show_source);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, show_labels);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preset_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, points_changed_cb);
}

static void
nev_export_dialog_init (NevExportDialog *self)
{
  g_autoptr(GtkStringList) presets = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < NEV_N_PRESETS; i++)
    gtk_string_list_append (presets, _ (nev_preset_get (i)->title));

  /* Translators: the last of a list of sizes */
  gtk_string_list_append (presets, _("Another size"));
  adw_combo_row_set_model (self->preset, G_LIST_MODEL (presets));

  /* What is as on the screen changes with it. */
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_grab_focus (self->export_button);
}

static void
add_charts (NevExportDialog *self)
{
  self->checks = g_ptr_array_new ();

  for (guint i = 0; i < self->specs->len; i++)
    {
      const NevChart *chart = nev_spec_get_chart (g_ptr_array_index (self->specs, i));
      GtkWidget      *row = adw_action_row_new ();
      GtkWidget      *check = gtk_check_button_new ();

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      nev_localized_get (&chart->title, nev_language_from_locale ()), -1);
      g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->checks, check);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), nev_localized_get (&chart->title, nev_language_from_locale ()));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->charts), row);
    }
}

/**
 * nev_export_dialog_new:
 * @parent: the window that asks
 * @specs: (element-type NevSpec): what is wanted of the charts, at least one
 * @language: of the charts, to begin with
 * @settings: (nullable): where the last choices are
 *
 * Returns: a dialog, not shown yet
 */
NevExportDialog *
nev_export_dialog_new (GtkWindow  *parent,
                       GPtrArray  *specs,
                       NevLanguage language,
                       GSettings  *settings)
{
  NevExportDialog *self;

  g_return_val_if_fail (specs != NULL && specs->len > 0, NULL);

  self = g_object_new (NEV_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->specs = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < specs->len; i++)
    g_ptr_array_add (self->specs, g_object_ref (g_ptr_array_index (specs, i)));

  g_set_object (&self->settings, settings);
  gtk_widget_set_visible (self->charts, specs->len > 1);

  if (specs->len > 1)
    {
      gtk_window_set_title (GTK_WINDOW (self), _("Export All Charts"));
      add_charts (self);
    }

  self->language_of_charts = language;
  nev_export_choices_load (&self->choices, settings, language);
  fill_fields (self);
  self->is_ready = TRUE;
  update (self);

  return self;
}

/**
 * nev_export_dialog_get_format:
 * @self: a dialog
 *
 * Returns: the format that was chosen; a deck is always a PDF
 */
NevFormat
nev_export_dialog_get_format (NevExportDialog *self)
{
  g_return_val_if_fail (NEV_IS_EXPORT_DIALOG (self), NEV_FORMAT_PNG);

  return nev_export_dialog_is_deck (self) ? NEV_FORMAT_PDF : self->choices.format;
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
  NevFormat format;

  g_return_if_fail (NEV_IS_EXPORT_DIALOG (self));
  g_return_if_fail (options != NULL);

  format = nev_export_dialog_get_format (self);
  nev_export_choices_get_options (&self->choices, adw_style_manager_get_dark (adw_style_manager_get_default ()), options);

  /* What the other formats don't have. */
  if (format != NEV_FORMAT_PNG)
    options->scale = 1;
  options->has_outlines = options->has_outlines && format == NEV_FORMAT_SVG;
}

/**
 * nev_export_dialog_get_specs:
 * @self: a dialog
 *
 * Returns: (transfer full) (element-type NevSpec): what is wanted of the charts that are chosen
 */
GPtrArray *
nev_export_dialog_get_specs (NevExportDialog *self)
{
  GPtrArray *chosen;

  g_return_val_if_fail (NEV_IS_EXPORT_DIALOG (self), NULL);

  chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->specs->len; i++)
    if (self->checks == NULL || gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_ptr_array_add (chosen, g_object_ref (g_ptr_array_index (self->specs, i)));

  return chosen;
}

/**
 * nev_export_dialog_is_deck:
 * @self: a dialog
 *
 * Returns: whether several charts become the pages of one file
 */
gboolean
nev_export_dialog_is_deck (NevExportDialog *self)
{
  g_return_val_if_fail (NEV_IS_EXPORT_DIALOG (self), FALSE);

  return self->specs != NULL && self->specs->len > 1 && adw_combo_row_get_selected (self->layout) == LAYOUT_DECK;
}

/**
 * nev_export_dialog_get_cancellable:
 * @self: a dialog
 *
 * Begins a work that the dialog waits for and shows the progress of; closing it cancels the work.
 *
 * Returns: (transfer none): what is cancelled then
 */
GCancellable *
nev_export_dialog_get_cancellable (NevExportDialog *self)
{
  g_return_val_if_fail (NEV_IS_EXPORT_DIALOG (self), NULL);

  if (self->cancellable == NULL)
    self->cancellable = g_cancellable_new ();

  gtk_widget_set_sensitive (self->page, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.export", FALSE);

  return self->cancellable;
}

/**
 * nev_export_dialog_set_progress:
 * @self: a dialog
 * @fraction: from 0 to 1
 */
void
nev_export_dialog_set_progress (NevExportDialog *self,
                                double           fraction)
{
  g_return_if_fail (NEV_IS_EXPORT_DIALOG (self));

  /* Several processors don't finish in order. */
  if (self->progress != NULL)
    gtk_progress_bar_set_fraction (self->progress, MAX (fraction, gtk_progress_bar_get_fraction (self->progress)));
}
