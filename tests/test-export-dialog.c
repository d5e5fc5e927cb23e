/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-export-dialog.h"
#include "nev-export-job.h"
#include "nev-export-preview.h"
#include "nev-package.h"
#include "nev-preset.h"
#include "nev-settings.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  NevDataset *dataset;
  GPtrArray  *specs;
  GSettings  *settings;
  char       *folder;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  self->dataset = nev_package_load_bundled (&error);
  g_assert_no_error (error);
  self->specs = g_ptr_array_new_with_free_func (g_object_unref);
  self->settings = nev_settings_new ();
  g_assert_nonnull (self->settings);
  self->folder = g_dir_make_tmp ("nev-XXXXXX", &error);
  g_assert_no_error (error);

  for (guint i = 0; i < nev_dataset_get_n_charts (self->dataset); i++)
    g_ptr_array_add (self->specs, nev_spec_new (self->dataset, nev_dataset_get_chart (self->dataset, i)));
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }

  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_ptr_array_unref (self->specs);
  g_clear_object (&self->settings);
  g_clear_object (&self->dataset);
}

static NevExportDialog *
create_dialog (Fixture *self,
               guint    n_specs)
{
  g_autoptr(GPtrArray) specs = g_ptr_array_new ();

  for (guint i = 0; i < n_specs; i++)
    g_ptr_array_add (specs, g_ptr_array_index (self->specs, i));

  return nev_export_dialog_new (NULL, specs, NEV_LANGUAGE_ENGLISH, self->settings);
}

/* What was chosen the last time is what is offered, within what a place allows. */
static void
test_choices (Fixture      *self,
              gconstpointer data)
{
  static const struct
  {
    const char  *format, *preset, *theme;
    int          scale;
    double       points;
    guint        hidden;
    gboolean     is_transparent, has_outlines;
    NevFormat    expected_format;
    int          width, height;
    double       expected_scale, font_size;
    NevThemeKind expected_theme;
    gboolean     expected_outlines;
  } cases[] = {
    { "png", "slide", "light", 2, 12, 0, FALSE, FALSE, NEV_FORMAT_PNG, 1280, 720, 2, 16, NEV_THEME_LIGHT, FALSE },
    { "svg", "slide-half", "dark", 3, 3, NEV_PART_TITLE | NEV_PART_LABELS, TRUE, TRUE, NEV_FORMAT_SVG, 600, 540, 1, 16, NEV_THEME_DARK, TRUE },
    { "pdf", "a4", "light", 4, 9, NEV_PART_SOURCE, FALSE, TRUE, NEV_FORMAT_PDF, 1122, 793, 1, 12, NEV_THEME_LIGHT, FALSE },
    { "png", "", "light", 4, 15, NEV_PART_SUBTITLE, FALSE, FALSE, NEV_FORMAT_PNG, 700, 400, 4, 20, NEV_THEME_LIGHT, FALSE },
    { "gif", "poster", "pink", 1, 500, 0, FALSE, FALSE, NEV_FORMAT_PNG, 700, 400, 1, 24, NEV_THEME_LIGHT, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NevExportDialog *dialog;
      NevExportOptions options;

      g_settings_set_string (self->settings, "export-format", cases[i].format);
      g_settings_set_string (self->settings, "export-preset", cases[i].preset);
      g_settings_set_string (self->settings, "export-theme", cases[i].theme);
      g_settings_set_int (self->settings, "export-width", 700);
      g_settings_set_int (self->settings, "export-height", 400);
      g_settings_set_int (self->settings, "export-scale", cases[i].scale);
      g_settings_set_double (self->settings, "export-points", cases[i].points);
      g_settings_set_uint (self->settings, "export-hidden", cases[i].hidden);
      g_settings_set_boolean (self->settings, "export-transparent", cases[i].is_transparent);
      g_settings_set_boolean (self->settings, "export-outlines", cases[i].has_outlines);

      dialog = create_dialog (self, 1);
      nev_export_dialog_get_options (dialog, &options);
      g_assert_cmpint (nev_export_dialog_get_format (dialog), ==, cases[i].expected_format);
      g_assert_cmpint (options.width, ==, cases[i].width);
      g_assert_cmpint (options.height, ==, cases[i].height);
      g_assert_cmpfloat (options.scale, ==, cases[i].expected_scale);
      g_assert_cmpfloat_with_epsilon (options.font_size, cases[i].font_size, 1e-9);
      g_assert_cmpint (options.theme, ==, cases[i].expected_theme);
      g_assert_cmpint (options.is_transparent, ==, cases[i].is_transparent);
      g_assert_cmpuint (options.hidden, ==, cases[i].hidden);
      g_assert_cmpint (options.has_outlines, ==, cases[i].expected_outlines);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
}

static gpointer
get_child (NevExportDialog *dialog,
           const char      *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (dialog), NEV_TYPE_EXPORT_DIALOG, name);

  g_assert_nonnull (child);

  return child;
}

static const char *
get_advice (NevExportDialog *dialog)
{
  GtkWidget *advice = get_child (dialog, "advice");

  return gtk_widget_get_visible (advice) ? gtk_label_get_text (GTK_LABEL (advice)) : "";
}

static gboolean
can_export (NevExportDialog *dialog)
{
  return gtk_widget_is_sensitive (get_child (dialog, "export_button"));
}

/* What is shown is the scene that is written, whatever is chosen. */
static void
test_preview (Fixture      *self,
              gconstpointer data)
{
  NevExportDialog *dialog = create_dialog (self, 1);

  for (int i = 0; i < 4; i++)
    {
      NevExportOptions options;
      g_autoptr(NevScene) scene = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *shown = NULL;

      /* The letters and the pixels are those of the place. */
      if (i == 1)
        {
          gtk_spin_button_set_value (get_child (dialog, "points"), 20);
          adw_combo_row_set_selected (get_child (dialog, "preset"), 4);
          g_assert_false (gtk_widget_get_visible (get_child (dialog, "reset_button")));
          g_assert_cmpfloat (gtk_spin_button_get_value (get_child (dialog, "scale")), ==, nev_preset_get (4)->scale);
        }
      if (i == 2)
        gtk_switch_set_active (get_child (dialog, "show_title"), FALSE);
      if (i == 3)
        adw_combo_row_set_selected (get_child (dialog, "language"), NEV_LANGUAGE_CHINESE);

      nev_export_dialog_get_options (dialog, &options);
      scene = nev_export_layout (g_ptr_array_index (self->specs, 0), &options, nev_text_maker_get (options.language));
      expected = nev_scene_to_string (scene);
      shown = nev_scene_to_string (nev_export_preview_get_scene (get_child (dialog, "preview")));
      g_assert_cmpstr (shown, ==, expected);
    }

  gtk_window_destroy (GTK_WINDOW (dialog));

  /* A language of its own is kept; that of the charts goes with them. */
  dialog = create_dialog (self, 1);
  g_assert_cmpuint (adw_combo_row_get_selected (get_child (dialog, "language")), ==, NEV_LANGUAGE_CHINESE);
  adw_combo_row_set_selected (get_child (dialog, "language"), NEV_LANGUAGE_ENGLISH);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_settings_reset (self->settings, "export-hidden");
}

/* What is wrong is said before anything is written, of every chart that is chosen. */
static void
test_advice (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GPtrArray) annotations = g_ptr_array_new ();
  NevAnnotation    far = { .kind = NEV_ANNOTATION_LINE, .measure = NEV_MEASURE_LEVEL, .from = 5e12, .text = (char *) "Far" };
  NevExportDialog *dialog;

  g_settings_set_string (self->settings, "export-format", "png");
  g_settings_set_string (self->settings, "export-preset", "");
  g_settings_set_int (self->settings, "export-width", 8192);
  g_settings_set_int (self->settings, "export-height", 8192);
  g_settings_set_int (self->settings, "export-scale", 4);

  dialog = create_dialog (self, 1);
  g_assert_false (can_export (dialog));
  g_assert_nonnull (strstr (get_advice (dialog), "too large"));

  /* A PDF has no pixels. */
  adw_combo_row_set_selected (get_child (dialog, "format"), NEV_FORMAT_PDF);
  g_assert_true (can_export (dialog));

  gtk_spin_button_set_value (get_child (dialog, "width"), NEV_LAYOUT_MIN_WIDTH);
  gtk_spin_button_set_value (get_child (dialog, "height"), NEV_LAYOUT_MIN_HEIGHT);
  g_assert_null (strstr (get_advice (dialog), "no room"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (get_child (dialog, "labels_row")), "have no room"));
  g_assert_true (can_export (dialog));
  gtk_switch_set_active (get_child (dialog, "show_labels"), FALSE);
  g_assert_cmpstr (adw_action_row_get_subtitle (get_child (dialog, "labels_row")), ==, "");
  gtk_switch_set_active (get_child (dialog, "show_labels"), TRUE);
  gtk_window_destroy (GTK_WINDOW (dialog));

  /* Values that aren't written stand on the axis; a line that isn't drawn is missing. */
  g_settings_reset (self->settings, "export-preset");
  g_ptr_array_add (annotations, &far);
  nev_spec_set_annotations (g_ptr_array_index (self->specs, 0), annotations);
  dialog = create_dialog (self, 1);
  g_assert_cmpstr (get_advice (dialog), ==, "1 name or note has no room");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (get_child (dialog, "labels_row")), "have no room"));
  gtk_window_destroy (GTK_WINDOW (dialog));

  /* Not only the chart that is looked at. */
  nev_spec_set_title (g_ptr_array_index (self->specs, 1), "Cuneiform \360\222\200\200");
  dialog = create_dialog (self, 2);
  g_assert_false (can_export (dialog));
  g_assert_nonnull (strstr (get_advice (dialog), "U+12000"));
  gtk_switch_set_active (get_child (dialog, "show_title"), FALSE);
  g_assert_true (can_export (dialog));
  gtk_switch_set_active (get_child (dialog, "show_title"), TRUE);

  /* One file for all is kept, and isn't taken for the format of the next chart. */
  adw_combo_row_set_selected (get_child (dialog, "format"), NEV_FORMAT_SVG);
  adw_combo_row_set_selected (get_child (dialog, "layout"), 1);
  g_assert_cmpint (nev_export_dialog_get_format (dialog), ==, NEV_FORMAT_PDF);
  gtk_window_destroy (GTK_WINDOW (dialog));

  dialog = create_dialog (self, 1);
  g_assert_cmpint (nev_export_dialog_get_format (dialog), ==, NEV_FORMAT_SVG);
  gtk_window_destroy (GTK_WINDOW (dialog));

  dialog = create_dialog (self, 2);
  g_assert_true (nev_export_dialog_is_deck (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What is chosen by nobody is what the command line takes. */
static void
test_presets (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *cli = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "nev-charts-cli", NULL);
  NevSpec *spec = g_ptr_array_index (self->specs, 0);

  g_settings_set_string (self->settings, "export-format", "svg");
  g_settings_set_string (self->settings, "export-theme", "light");
  g_settings_set_uint (self->settings, "export-hidden", 0);
  g_settings_set_boolean (self->settings, "export-transparent", FALSE);
  g_settings_set_boolean (self->settings, "export-outlines", FALSE);
  g_settings_set_string (self->settings, "export-language", "");

  for (guint i = 0; i < NEV_N_PRESETS; i++)
    {
      const char      *preset = nev_preset_get (i)->name;
      g_autofree char *command = g_strdup_printf ("'%s' export %s --language=en --format=svg --preset=%s -o -", cli, nev_spec_get_chart (spec)->name, preset);
      g_autofree char *theirs = NULL;
      g_autoptr(GBytes) ours = NULL;
      g_autoptr(GError) error = NULL;
      NevExportDialog *dialog;
      NevExportOptions options;
      int              status;

      g_test_message ("%s", preset);
      g_settings_set_string (self->settings, "export-preset", preset);
      g_settings_set_double (self->settings, "export-points", 0);
      dialog = create_dialog (self, 1);
      g_assert_false (gtk_widget_get_visible (get_child (dialog, "reset_button")));

      /* A size of one's own is taken, and taken back. */
      gtk_spin_button_set_value (get_child (dialog, "points"), 14.5);
      nev_export_dialog_get_options (dialog, &options);
      g_assert_cmpfloat_with_epsilon (options.font_size, 14.5 / NEV_POINTS_PER_PIXEL, 1e-9);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.reset-points", NULL));

      /* Nor is a size chosen by leaving its field. */
      gtk_spin_button_update (get_child (dialog, "points"));
      g_assert_false (gtk_widget_get_visible (get_child (dialog, "reset_button")));

      nev_export_dialog_get_options (dialog, &options);
      gtk_window_destroy (GTK_WINDOW (dialog));

      ours = nev_export_chart (spec, NEV_FORMAT_SVG, &options, &error);
      g_assert_no_error (error);
      g_assert_true (g_spawn_command_line_sync (command, &theirs, NULL, &status, &error));
      g_assert_no_error (error);
      g_assert_cmpint (status, ==, 0);
      g_assert_cmpmem (g_bytes_get_data (ours, NULL), g_bytes_get_size (ours), theirs, strlen (theirs));
    }
}

static void
count_cb (double   fraction,
          gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = MAX (*last, fraction);
}

static void
keep_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
export_all (Fixture                *self,
            NevFormat               format,
            const NevExportOptions *options,
            gboolean                is_deck,
            GFile                  *target,
            GCancellable           *cancellable,
            double                 *progress,
            GError                **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  nev_export_all_async (self->specs, format, options, is_deck, target, count_cb, progress, cancellable, keep_cb, &result);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return nev_export_all_finish (result, error);
}

/* The window's files and deck are those of the command line, byte by byte. */
static void
test_same_as_cli (Fixture      *self,
                  gconstpointer data)
{
  static const char *const formats[NEV_N_FORMATS] = { "png", "svg", "pdf" };
  g_autofree char *cli = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "nev-charts-cli", NULL);

  for (int i = 0; i <= NEV_N_FORMATS; i++)
    {
      gboolean         is_deck = i == NEV_N_FORMATS;
      g_autofree char *ours = g_build_filename (self->folder, is_deck ? "ours.pdf" : NULL, NULL);
      g_autofree char *theirs = g_build_filename (self->folder, is_deck ? "theirs.pdf" : "theirs", NULL);
      g_autoptr(GFile) target = g_file_new_for_path (ours);
      g_autoptr(GError) error = NULL;
      NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
      double           progress = 0;

      options.width = 600;
      options.height = 540;
      options.scale = i == NEV_FORMAT_PNG ? 2 : 1;
      options.font_size = 16;
      options.theme = NEV_THEME_DARK;
      options.hidden = NEV_PART_SUBTITLE;
      g_assert_true (export_all (self, is_deck ? NEV_FORMAT_PDF : i, &options, is_deck, target, NULL, &progress, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (progress, ==, 1);

      for (guint j = 0; j < (is_deck ? 1 : self->specs->len); j++)
        {
          const char      *chart = nev_spec_get_chart (g_ptr_array_index (self->specs, j))->name;
          const char      *format = formats[is_deck ? NEV_FORMAT_PDF : i];
          g_autofree char *name = is_deck ? NULL : g_strdup_printf ("%02u-%s.%s", j + 1, chart, format);
          g_autofree char *path = g_build_filename (ours, name, NULL);
          g_autofree char *command = g_strdup_printf ("'%s' export %s %s'%s' --preset=slide-half --font-size=16 --theme=dark --hide=subtitle --language=en",
                                                      cli, is_deck ? "--all" : chart, is_deck ? "--deck=" : "--format=", is_deck ? theirs : format);
          g_autofree char *said = NULL; /* the files' names, which aren't lines of a test */
          g_autofree char *whole = is_deck ? g_strdup (command) : g_strdup_printf ("%s -o '%s'", command, theirs);
          g_autofree char *a = NULL;
          g_autofree char *b = NULL;
          gsize            length_a, length_b;
          int              status;

          g_assert_true (g_spawn_command_line_sync (whole, &said, NULL, &status, &error));
          g_assert_no_error (error);
          g_assert_cmpint (status, ==, 0);
          g_assert_true (g_file_get_contents (path, &a, &length_a, &error));
          g_assert_no_error (error);
          g_assert_true (g_file_get_contents (theirs, &b, &length_b, &error));
          g_assert_no_error (error);
          g_assert_cmpmem (a, length_a, b, length_b);
        }
    }
}

/* Nothing is written after Cancel. */
static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GFile) target = g_file_new_for_path (self->folder);
  g_autoptr(GDir) folder = NULL;
  g_autoptr(GError) error = NULL;
  NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
  double           progress = 0;

  g_cancellable_cancel (cancellable);
  g_assert_false (export_all (self, NEV_FORMAT_PNG, &options, FALSE, target, cancellable, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (progress, ==, 0);
  folder = g_dir_open (self->folder, 0, NULL);
  g_assert_null (g_dir_read_name (folder));
}

static void
add_test (const char *path,
          void (*run) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, run, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/export-dialog/choices", test_choices);
  add_test ("/export-dialog/preview", test_preview);
  add_test ("/export-dialog/advice", test_advice);
  add_test ("/export-dialog/presets", test_presets);
  add_test ("/export-dialog/same-as-cli", test_same_as_cli);
  add_test ("/export-dialog/cancel", test_cancel);

  return g_test_run ();
}
