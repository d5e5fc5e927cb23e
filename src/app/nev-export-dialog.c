/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-export-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nev-columns.h"
#include "nev-export-preview.h"
#include "nev-preset.h"

static const struct
{
  const char *mime_type;
  const char *name;
} filters[NEV_N_FORMATS] = {
  [NEV_FORMAT_PNG] = { "image/png", N_ ("PNG Images") },
  [NEV_FORMAT_SVG] = { "image/svg+xml", N_ ("SVG Images") },
  [NEV_FORMAT_PDF] = { "application/pdf", N_ ("PDF Documents") },
};

typedef enum
{
  THEME_SCREEN,
  THEME_LIGHT,
  THEME_DARK,
} Theme;

static const char *const theme_names[] = {
  [THEME_SCREEN] = "screen",
  [THEME_LIGHT] = "light",
  [THEME_DARK] = "dark",
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

  NevLanguage language_of_charts; /* in the window; a picture has it unless another one is chosen */

  gboolean is_ready; /* the choices are those of the last time */

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
  GtkSpinButton    *points;
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

/* NULL where width and height are chosen. */
static const NevPreset *
get_preset (NevExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->preset);

  return selected < NEV_N_PRESETS ? nev_preset_get (selected) : NULL;
}

static double
get_min_points (const NevPreset *preset)
{
  return preset != NULL ? preset->min_points : 3;
}

/* The smallest size of a picture says what is possible; the layout would make larger letters smaller. */
static double
get_max_points (const NevExportOptions *options)
{
  return floor (MIN (options->width, options->height) / NEV_LAYOUT_MIN_SIZES * NEV_POINTS_PER_PIXEL);
}

static void
update_rows (NevExportDialog        *self,
             const NevExportOptions *options)
{
  const NevPreset *preset = get_preset (self);
  NevFormat        format = nev_export_dialog_get_format (self);
  g_autofree char *pixels = g_strdup_printf (_ ("%1$d × %2$d pixels"), (int) lround (options->width * options->scale), (int) lround (options->height * options->scale));
  /* Translators: %g is a number of points */
  g_autofree char *least = g_strdup_printf (_ ("In points; at least %g to be read"), get_min_points (preset));

  gtk_widget_set_visible (self->width_row, preset == NULL);
  gtk_widget_set_visible (self->height_row, preset == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row), format == NEV_FORMAT_PNG);
  gtk_widget_set_visible (GTK_WIDGET (self->text), format == NEV_FORMAT_SVG);
  gtk_widget_set_visible (GTK_WIDGET (self->format), !nev_export_dialog_is_deck (self));
  adw_action_row_set_subtitle (self->scale_row, pixels);
  adw_action_row_set_subtitle (self->points_row, least);

  gtk_spin_button_set_range (self->points, get_min_points (preset), MAX (get_max_points (options), get_min_points (preset)));
}

/* Lays out all charts that are chosen: the first one to be looked at, every one for what is wrong with it. */
static gboolean
check_charts (NevExportDialog        *self,
              const NevExportOptions *options,
              guint                  *n_dropped,
              GError                **error)
{
  g_autoptr(GPtrArray) specs = nev_export_dialog_get_specs (self);
  NevTextMaker *text = nev_text_maker_get (options->language);
  gboolean      is_good;

  *n_dropped = 0;
  is_good = nev_export_check_options (nev_export_dialog_get_format (self), options, error);

  for (guint i = 0; i < (is_good ? specs->len : MIN (specs->len, 1)); i++)
    {
      NevSpec *spec = g_ptr_array_index (specs, i);
      g_autoptr(NevScene) scene = nev_export_layout (spec, options, text);

      *n_dropped += scene->n_dropped;

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
      g_set_error_literal (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE, _ ("No chart is chosen"));
    }

  return is_good;
}

static void
save_choices (NevExportDialog *self)
{
  const NevPreset *preset = get_preset (self);
  NevExportOptions options;

  if (self->settings == NULL)
    return;

  nev_export_dialog_get_options (self, &options);
  g_settings_set_string (self->settings, "export-format", nev_format_to_string ((NevFormat) adw_combo_row_get_selected (self->format)));
  g_settings_set_string (self->settings, "export-preset", preset != NULL ? preset->name : "");
  g_settings_set_int (self->settings, "export-width", gtk_spin_button_get_value_as_int (self->width));
  g_settings_set_int (self->settings, "export-height", gtk_spin_button_get_value_as_int (self->height));
  g_settings_set_int (self->settings, "export-scale", gtk_spin_button_get_value_as_int (self->scale));
  g_settings_set_string (self->settings, "export-theme", theme_names[adw_combo_row_get_selected (self->theme)]);
  g_settings_set_boolean (self->settings, "export-transparent", options.is_transparent);
  g_settings_set_double (self->settings, "export-points", gtk_spin_button_get_value (self->points));
  g_settings_set_uint (self->settings, "export-hidden", options.hidden);
  g_settings_set_boolean (self->settings, "export-outlines", adw_combo_row_get_selected (self->text) == 1);
  g_settings_set_string (self->settings, "export-language", options.language != self->language_of_charts ? nev_language_to_tag (options.language) : "");

  if (self->specs->len > 1)
    g_settings_set_boolean (self->settings, "export-deck", nev_export_dialog_is_deck (self));
}

static double
get_usual_points (const NevPreset *preset)
{
  return preset != NULL ? round (nev_preset_get_font_size (preset, 0) * NEV_POINTS_PER_PIXEL) : 12;
}

static void
restore_choices (NevExportDialog *self)
{
  g_autofree char *format_name = NULL, *preset_name = NULL, *theme_name = NULL, *language_tag = NULL;
  const NevPreset *preset;
  NevFormat        format;
  NevLanguage      language;
  double           points;
  guint            hidden;

  if (self->settings == NULL)
    {
      gtk_spin_button_set_value (self->width, 1280);
      gtk_spin_button_set_value (self->height, 720);
      gtk_spin_button_set_value (self->scale, 2);
      gtk_spin_button_set_value (self->points, get_usual_points (get_preset (self)));
      adw_combo_row_set_selected (self->theme, THEME_LIGHT);
      return;
    }

  format_name = g_settings_get_string (self->settings, "export-format");
  if (nev_format_parse (format_name, &format, NULL))
    adw_combo_row_set_selected (self->format, format);

  preset_name = g_settings_get_string (self->settings, "export-preset");
  adw_combo_row_set_selected (self->preset, NEV_N_PRESETS);
  for (guint i = 0; i < NEV_N_PRESETS; i++)
    if (g_str_equal (preset_name, nev_preset_get (i)->name))
      adw_combo_row_set_selected (self->preset, i);

  theme_name = g_settings_get_string (self->settings, "export-theme");
  for (guint i = 0; i < G_N_ELEMENTS (theme_names); i++)
    if (g_str_equal (theme_name, theme_names[i]))
      adw_combo_row_set_selected (self->theme, i);

  preset = get_preset (self);
  points = g_settings_get_double (self->settings, "export-points");
  hidden = g_settings_get_uint (self->settings, "export-hidden");
  gtk_spin_button_set_value (self->width, g_settings_get_int (self->settings, "export-width"));
  gtk_spin_button_set_value (self->height, g_settings_get_int (self->settings, "export-height"));
  gtk_spin_button_set_value (self->scale, g_settings_get_int (self->settings, "export-scale"));
  gtk_spin_button_set_value (self->points, points > 0 ? points : get_usual_points (preset));
  gtk_switch_set_active (self->transparent, g_settings_get_boolean (self->settings, "export-transparent"));
  gtk_switch_set_active (self->show_title, !(hidden & NEV_PART_TITLE));
  gtk_switch_set_active (self->show_subtitle, !(hidden & NEV_PART_SUBTITLE));
  gtk_switch_set_active (self->show_source, !(hidden & NEV_PART_SOURCE));
  gtk_switch_set_active (self->show_labels, !(hidden & NEV_PART_LABELS));
  adw_combo_row_set_selected (self->text, g_settings_get_boolean (self->settings, "export-outlines") ? 1 : 0);
  adw_combo_row_set_selected (self->layout, g_settings_get_boolean (self->settings, "export-deck") ? LAYOUT_DECK : LAYOUT_FILES);

  language_tag = g_settings_get_string (self->settings, "export-language");
  if (*language_tag != '\0' && nev_language_parse (language_tag, &language, NULL))
    adw_combo_row_set_selected (self->language, language);
}

static void
update (NevExportDialog *self)
{
  NevExportOptions options;
  guint            n_dropped;
  gboolean         is_possible;
  g_autofree char *advice = NULL;
  g_autoptr(GError) error = NULL;

  if (!self->is_ready)
    return;

  nev_export_dialog_get_options (self, &options);

  /* The limits of the size of letters change with the picture, and with them the letters. */
  self->is_ready = FALSE;
  update_rows (self, &options);
  self->is_ready = TRUE;
  nev_export_dialog_get_options (self, &options);

  is_possible = check_charts (self, &options, &n_dropped, &error);

  if (!is_possible)
    advice = g_strdup (error->message);
  else if (n_dropped > 0)
    advice = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value or note has no room", "%u values or notes have no room", n_dropped), n_dropped);

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
  update (self);
}

/* Letters of the size that is usual in a place follow from the place. */
static void
preset_changed_cb (NevExportDialog *self)
{
  if (!self->is_ready)
    return;

  self->is_ready = FALSE;
  gtk_spin_button_set_range (self->points, 0, G_MAXINT16);
  if (get_preset (self) != NULL)
    gtk_spin_button_set_value (self->scale, get_preset (self)->scale);
  gtk_spin_button_set_value (self->points, get_usual_points (get_preset (self)));
  self->is_ready = TRUE;
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
  self->chooser = gtk_file_chooser_native_new (is_folder ? _ ("Export to Folder") : _ ("Export Chart"), GTK_WINDOW (self),
                                               is_folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _ ("_Export"), _ ("_Cancel"));
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
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, points);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, language);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, show_title);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, show_subtitle);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, show_source);
  gtk_widget_class_bind_template_child (widget_class, NevExportDialog, show_labels);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preset_changed_cb);
}

static void
nev_export_dialog_init (NevExportDialog *self)
{
  g_autoptr(GtkStringList) presets = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < NEV_N_PRESETS; i++)
    gtk_string_list_append (presets, _ (nev_preset_get (i)->title));

  /* Translators: the last of a list of sizes */
  gtk_string_list_append (presets, _ ("Another size"));
  adw_combo_row_set_model (self->preset, G_LIST_MODEL (presets));

  /* What is as on the screen changes with it. */
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  gtk_switch_set_active (self->show_title, TRUE);
  gtk_switch_set_active (self->show_subtitle, TRUE);
  gtk_switch_set_active (self->show_source, TRUE);
  gtk_switch_set_active (self->show_labels, TRUE);
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
      gtk_window_set_title (GTK_WINDOW (self), _ ("Export All Charts"));
      add_charts (self);
    }

  self->language_of_charts = language;
  adw_combo_row_set_selected (self->language, language);
  restore_choices (self);
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

  return nev_export_dialog_is_deck (self) ? NEV_FORMAT_PDF : (NevFormat) adw_combo_row_get_selected (self->format);
}

static NevThemeKind
get_theme (NevExportDialog *self)
{
  switch ((Theme) adw_combo_row_get_selected (self->theme))
    {
    case THEME_SCREEN:
      return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? NEV_THEME_DARK : NEV_THEME_LIGHT;

    case THEME_DARK:
      return NEV_THEME_DARK;

    case THEME_LIGHT:
    default:
      return NEV_THEME_LIGHT;
    }
}

static NevParts
get_hidden (NevExportDialog *self)
{
  return (gtk_switch_get_active (self->show_title) ? 0 : NEV_PART_TITLE) |
         (gtk_switch_get_active (self->show_subtitle) ? 0 : NEV_PART_SUBTITLE) |
         (gtk_switch_get_active (self->show_source) ? 0 : NEV_PART_SOURCE) |
         (gtk_switch_get_active (self->show_labels) ? 0 : NEV_PART_LABELS);
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
  const NevPreset *preset;
  NevFormat        format;

  g_return_if_fail (NEV_IS_EXPORT_DIALOG (self));
  g_return_if_fail (options != NULL);

  preset = get_preset (self);
  format = nev_export_dialog_get_format (self);

  *options = (NevExportOptions) NEV_EXPORT_OPTIONS_INIT;
  options->width = preset != NULL ? preset->width : gtk_spin_button_get_value_as_int (self->width);
  options->height = preset != NULL ? preset->height : gtk_spin_button_get_value_as_int (self->height);
  options->scale = format == NEV_FORMAT_PNG ? gtk_spin_button_get_value_as_int (self->scale) : 1;
  options->font_size = gtk_spin_button_get_value (self->points) / NEV_POINTS_PER_PIXEL;
  options->theme = get_theme (self);
  options->is_transparent = gtk_switch_get_active (self->transparent);
  options->language = (NevLanguage) adw_combo_row_get_selected (self->language);
  options->hidden = get_hidden (self);
  options->has_outlines = format == NEV_FORMAT_SVG && adw_combo_row_get_selected (self->text) == 1;
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
