/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "nev-application.h"
#include "nev-note-editor.h"
#include "nev-package.h"
#include "nev-titles-dialog.h"

/* The dialog in which the words of a chart are written. */

static GtkApplication *application;
static NevDataset     *dataset;

typedef struct
{
  NevChartState   *state;
  NevSpec         *spec;
  NevTitlesDialog *dialog;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_find_chart (dataset, "exports", NULL));

  fixture->state = nev_chart_state_new (spec);
  fixture->spec = spec;
  fixture->dialog = nev_titles_dialog_new (NULL, fixture->state, NEV_LANGUAGE_ENGLISH);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_object_unref (fixture->state);

  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static gpointer
get_child (gpointer    widget,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (widget), G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);

  return child;
}

static const char *
get_text (gpointer    widget,
          const char *name)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_child (widget, name)));
}

static void
write_text (gpointer    widget,
            const char *name,
            const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (widget, name)), text);
}

static void
do_action (Fixture    *fixture,
           const char *name,
           const char *format,
           ...)
{
  g_autoptr(GVariant) target = NULL;
  va_list arguments;

  va_start (arguments, format);
  target = format != NULL ? g_variant_ref_sink (g_variant_new_va (format, NULL, &arguments)) : NULL;
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->dialog), name, target));
  va_end (arguments);
}

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  gpointer row = get_child (fixture->dialog, "title");

  /* What the chart says by itself is offered, and isn't written down by that. */
  g_assert_true (g_str_has_prefix (get_text (fixture->dialog, "title"), "NEV exports "));
  g_assert_cmpstr (adw_preferences_row_get_title (row), ==, "Title (Suggested)");
  g_assert_cmpstr (get_text (fixture->dialog, "footnote"), ==, "");
  g_assert_null (nev_spec_get_title (fixture->spec));
  g_assert_false (gtk_widget_get_visible (get_child (fixture->dialog, "title_button")));

  write_text (fixture->dialog, "title", "Ours <b>");
  write_text (fixture->dialog, "footnote", "1) ours");
  g_assert_cmpstr (nev_spec_get_title (fixture->spec), ==, "Ours <b>");
  g_assert_cmpstr (nev_spec_get_footnote (fixture->spec), ==, "1) ours");
  g_assert_cmpstr (adw_preferences_row_get_title (row), ==, "Title");
  g_assert_true (gtk_widget_get_visible (get_child (fixture->dialog, "title_button")));

  do_action (fixture, "dialog.use-suggestion", "s", "title");
  g_assert_null (nev_spec_get_title (fixture->spec));
  g_assert_true (g_str_has_prefix (get_text (fixture->dialog, "title"), "NEV exports "));

  /* Undone, the field shows what the chart does. */
  nev_history_undo (nev_chart_state_get_history (fixture->state));
  g_assert_cmpstr (get_text (fixture->dialog, "title"), ==, "Ours <b>");

  /* Another range gives another suggestion. */
  nev_spec_set_title (fixture->spec, NULL);
  nev_spec_set_frequency (fixture->spec, NEV_FREQUENCY_YEAR);
  g_assert_null (strstr (get_text (fixture->dialog, "title"), "February"));
}

static void
test_notes (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    guint       kind; /* in the list */
    const char *period, *from, *to, *text;
    const char *message; /* NULL: it is taken */
  } cases[] = {
    { 0, "2023-06", "", "", "", "Write the text of the note." },
    { 0, "June 2023", "", "", "Subsidy", "Write a period such as 2023-06, 2023-Q2, 2023-S1, 2023 or 2023-01/2023-08." },
    { 0, " 2023-06 ", "", "", "Subsidy", NULL },
    { 1, "2023-01/2023-08", "", "", "", NULL },
    { 2, "", "5,000", "", "Goal", "Write a number such as 500000 or 12.5." },
    { 2, "", "1e999", "", "Goal", "Write a number such as 500000 or 12.5." },
    { 2, "", "5000", "", "Goal", NULL },
    { 3, "", "5", "5", "", "The upper value must be greater than the lower one." },
    { 3, "", "5", "6.5", "", NULL },
  };
  gpointer   editor = get_child (fixture->dialog, "editor");
  GtkLabel  *error = get_child (editor, "error");
  GPtrArray *annotations;
  guint      n_taken = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);

      do_action (fixture, "dialog.add-note", NULL);
      adw_combo_row_set_selected (get_child (editor, "kind"), cases[i].kind);
      write_text (editor, "period", cases[i].period);
      write_text (editor, "from", cases[i].from);
      write_text (editor, "to", cases[i].to);
      write_text (editor, "text", cases[i].text);
      g_assert_false (gtk_widget_get_visible (GTK_WIDGET (error)));

      do_action (fixture, "dialog.apply", NULL);
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (error)), ==, cases[i].message != NULL);
      if (cases[i].message != NULL)
        g_assert_cmpstr (gtk_label_get_label (error), ==, cases[i].message);
      else
        n_taken++;
      g_assert_cmpuint (nev_spec_get_annotations (fixture->spec)->len, ==, n_taken);

      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }

  /* The second is written anew, the first goes. */
  do_action (fixture, "dialog.edit-note", "i", 1);
  g_assert_cmpstr (get_text (editor, "period"), ==, "2023-01/2023-08");
  write_text (editor, "text", "Tax");
  do_action (fixture, "dialog.apply", NULL);
  do_action (fixture, "dialog.remove-note", "i", 0);

  annotations = nev_spec_get_annotations (fixture->spec);
  g_assert_cmpuint (annotations->len, ==, n_taken - 1);
  g_assert_cmpstr (((NevAnnotation *) g_ptr_array_index (annotations, 0))->text, ==, "Tax");
  g_assert_cmpint (((NevAnnotation *) g_ptr_array_index (annotations, 0))->kind, ==, NEV_ANNOTATION_SPAN);
  g_assert_cmpfloat (((NevAnnotation *) g_ptr_array_index (annotations, 2))->to, ==, 6.5);

  /* The note that is edited is undone meanwhile: there is nothing left to apply it to. */
  do_action (fixture, "dialog.edit-note", "i", 2);
  while (nev_history_can_undo (nev_chart_state_get_history (fixture->state)))
    nev_history_undo (nev_chart_state_get_history (fixture->state));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture->dialog, "stack")), ==, "list");
}

static void
test_limit (Fixture      *fixture,
            gconstpointer data)
{
  NevAnnotation note = { .kind = NEV_ANNOTATION_NOTE, .period = nev_spec_get_extent (fixture->spec), .text = (char *) "Much" };
  g_autoptr(GPtrArray) notes = g_ptr_array_new ();

  for (guint i = 0; i < NEV_MAX_ANNOTATIONS; i++)
    g_ptr_array_add (notes, &note);
  nev_spec_set_annotations (fixture->spec, notes);

  nev_titles_dialog_add_note (fixture->dialog, note.period);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture->dialog, "stack")), ==, "list");
}

/* A ranking shows no notes: what was written is kept, and nothing is added that wouldn't be seen. */
static void
test_ranking (Fixture      *fixture,
              gconstpointer data)
{
  NevPeriod extent = nev_spec_get_extent (fixture->spec);
  gpointer  stack = get_child (fixture->dialog, "stack");

  nev_spec_set_ranking (fixture->spec, TRUE);
  g_assert_false (nev_titles_dialog_has_room (fixture->spec));
  g_assert_cmpstr (adw_preferences_group_get_description (get_child (fixture->dialog, "notes")), ==, "A ranking shows none of them.");
  nev_titles_dialog_add_note (fixture->dialog, extent);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");

  nev_spec_set_ranking (fixture->spec, FALSE);
  g_assert_true (nev_titles_dialog_has_room (fixture->spec));
  nev_titles_dialog_add_note (fixture->dialog, extent);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "editor");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  /* Not gtk_test_init(), which sets a locale that needn't be there. */
  (g_test_init) (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  application = GTK_APPLICATION (nev_application_new (G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  dataset = nev_package_load_bundled (&error);
  g_assert_no_error (error);

  g_test_add ("/titles/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/titles/notes", Fixture, NULL, set_up, test_notes, tear_down);
  g_test_add ("/titles/limit", Fixture, NULL, set_up, test_limit, tear_down);
  g_test_add ("/titles/ranking", Fixture, NULL, set_up, test_ranking, tear_down);

  status = g_test_run ();

  g_object_unref (dataset);
  g_object_unref (application);

  return status;
}
