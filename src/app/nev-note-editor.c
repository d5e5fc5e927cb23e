/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-note-editor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nev-label.h"
#include "nev-number.h"
#include "nev-words.h"

struct _NevNoteEditor
{
  AdwBin parent_instance;

  /* Follows from the spec that is edited */
  NevMeasure measures[NEV_MAX_PANELS];

  /* Template widgets */
  AdwComboRow *kind;
  AdwComboRow *measure;
  AdwEntryRow *period;
  AdwEntryRow *from;
  AdwEntryRow *to;
  AdwEntryRow *text;
  GtkWidget   *error;
};

G_DEFINE_FINAL_TYPE (NevNoteEditor, nev_note_editor, ADW_TYPE_BIN)

/* The most usual one first. */
static const struct
{
  NevAnnotationKind kind;
  const char       *name;
} kinds[NEV_N_ANNOTATION_KINDS] = {
  { NEV_ANNOTATION_NOTE, N_("Note") },
  { NEV_ANNOTATION_SPAN, N_("Time Span") },
  { NEV_ANNOTATION_LINE, N_("Reference Line") },
  { NEV_ANNOTATION_BAND, N_("Band") },
};

static void
hide_error (NevNoteEditor *self)
{
  AdwEntryRow *rows[] = { self->period, self->from, self->to, self->text };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (rows[i]), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (rows[i]), GTK_ACCESSIBLE_STATE_INVALID);
    }

  gtk_widget_set_visible (self->error, FALSE);
}

static void
show_error (NevNoteEditor *self,
            AdwEntryRow   *row,
            const char    *message)
{
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_label_set_label (GTK_LABEL (self->error), message);
  gtk_widget_set_visible (self->error, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static NevAnnotationKind
get_kind (NevNoteEditor *self)
{
  return kinds[adw_combo_row_get_selected (self->kind)].kind;
}

static void
kind_selected_cb (NevNoteEditor *self)
{
  NevAnnotationKind kind = get_kind (self);
  gboolean          has_value = kind == NEV_ANNOTATION_LINE || kind == NEV_ANNOTATION_BAND;

  gtk_widget_set_visible (GTK_WIDGET (self->period), !has_value);
  gtk_widget_set_visible (GTK_WIDGET (self->from), has_value);
  gtk_widget_set_visible (GTK_WIDGET (self->to), kind == NEV_ANNOTATION_BAND);
  gtk_widget_set_visible (GTK_WIDGET (self->measure), has_value && g_list_model_get_n_items (adw_combo_row_get_model (self->measure)) > 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->from), kind == NEV_ANNOTATION_BAND ? _("Lower Value") : _("Value"));
  hide_error (self);
}

static char *
get_text (AdwEntryRow *row)
{
  return g_strstrip (nev_label_fit (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
read_number (NevNoteEditor *self,
             AdwEntryRow   *row,
             double        *value)
{
  g_autofree char *text = get_text (row);

  if (nev_number_parse (text, value) && isfinite (*value))
    return TRUE;

  show_error (self, row, _("Write a number such as 500000 or 12.5."));

  return FALSE;
}

static void
set_number (AdwEntryRow *row,
            double       value)
{
  char buffer[NEV_NUMBER_BUFFER];

  gtk_editable_set_text (GTK_EDITABLE (row), nev_number_to_string (value, buffer));
}

/* A line belongs to the axis of one measure; there is nothing to choose where the chart has only one. */
static void
show_measures (NevNoteEditor       *self,
               NevSpec             *spec,
               const NevAnnotation *annotation)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;
  guint n_panels = nev_spec_get_n_panels (spec);

  for (guint i = 0; i < n_panels; i++)
    {
      self->measures[i] = nev_spec_get_panel (spec, i).measure;
      gtk_string_list_append (names, nev_words_measure (self->measures[i], nev_language_from_locale ()));
      if (self->measures[i] == annotation->measure)
        selected = i;
    }

  adw_combo_row_set_model (self->measure, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->measure, selected);
}

static void
nev_note_editor_dispose (GObject *object)
{
  /* The template would let go of a child that is bound without telling AdwBin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_NOTE_EDITOR);

  G_OBJECT_CLASS (nev_note_editor_parent_class)->dispose (object);
}

static void
nev_note_editor_class_init (NevNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nev_note_editor_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, NevNoteEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, NevNoteEditor, measure);
  gtk_widget_class_bind_template_child (widget_class, NevNoteEditor, period);
  gtk_widget_class_bind_template_child (widget_class, NevNoteEditor, from);
  gtk_widget_class_bind_template_child (widget_class, NevNoteEditor, to);
  gtk_widget_class_bind_template_child (widget_class, NevNoteEditor, text);
  gtk_widget_class_bind_template_child (widget_class, NevNoteEditor, error);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, hide_error);
}

static void
nev_note_editor_init (NevNoteEditor *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (names, _(kinds[i].name));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
}

/**
 * nev_note_editor_edit:
 * @self: an editor
 * @spec: what is wanted of the chart
 * @annotation: what to begin with; where its period is %NEV_PERIOD_NONE, its value 0 or its text "" the field is empty
 *
 * Begins to write an annotation of a chart.
 */
void
nev_note_editor_edit (NevNoteEditor       *self,
                      NevSpec             *spec,
                      const NevAnnotation *annotation)
{
  g_autofree char *period = NULL;

  g_return_if_fail (NEV_IS_NOTE_EDITOR (self));
  g_return_if_fail (NEV_IS_SPEC (spec));
  g_return_if_fail (annotation != NULL);

  if (nev_period_get_kind (annotation->period) != NEV_PERIOD_KIND_NONE)
    period = nev_period_to_string (annotation->period);

  show_measures (self, spec, annotation);
  gtk_editable_set_text (GTK_EDITABLE (self->period), period != NULL ? period : "");
  gtk_editable_set_text (GTK_EDITABLE (self->from), "");
  gtk_editable_set_text (GTK_EDITABLE (self->to), "");
  gtk_editable_set_text (GTK_EDITABLE (self->text), annotation->text);

  if (annotation->kind == NEV_ANNOTATION_LINE || annotation->kind == NEV_ANNOTATION_BAND)
    set_number (self->from, annotation->from);
  if (annotation->kind == NEV_ANNOTATION_BAND)
    set_number (self->to, annotation->to);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (kinds[i].kind == annotation->kind)
        adw_combo_row_set_selected (self->kind, i);
    }

  kind_selected_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/**
 * nev_note_editor_finish:
 * @self: an editor that was given a chart
 *
 * Takes what was written. If something is wrong, it is shown beside it.
 *
 * Returns: (transfer full) (nullable): the annotation; %NULL if something is wrong
 */
NevAnnotation *
nev_note_editor_finish (NevNoteEditor *self)
{
  g_autofree char *text = NULL;
  g_autofree char *period = NULL;
  NevAnnotation    annotation = { 0 };

  g_return_val_if_fail (NEV_IS_NOTE_EDITOR (self), NULL);

  hide_error (self);
  text = get_text (self->text);
  annotation.kind = get_kind (self);
  annotation.text = text;

  if (annotation.kind == NEV_ANNOTATION_NOTE || annotation.kind == NEV_ANNOTATION_SPAN)
    {
      period = get_text (self->period);
      if (!nev_period_parse_dated (period, &annotation.period, NULL))
        {
          show_error (self, self->period, _("Write a period such as 2023-06, 2023-Q2, 2023-S1, 2023 or 2023-01/2023-08."));
          return NULL;
        }
    }
  else
    {
      annotation.measure = self->measures[adw_combo_row_get_selected (self->measure)];
      if (!read_number (self, self->from, &annotation.from) ||
          (annotation.kind == NEV_ANNOTATION_BAND && !read_number (self, self->to, &annotation.to)))
        return NULL;
    }

  if (annotation.kind == NEV_ANNOTATION_BAND && annotation.from >= annotation.to)
    {
      show_error (self, self->to, _("The upper value must be greater than the lower one."));
      return NULL;
    }

  if (annotation.kind == NEV_ANNOTATION_NOTE && *text == '\0')
    {
      show_error (self, self->text, _("Write the text of the note."));
      return NULL;
    }

  if (g_utf8_strlen (text, -1) > NEV_ANNOTATION_MAX_TEXT)
    {
      g_autofree char *message = g_strdup_printf (_("The text may have %d characters at most."), NEV_ANNOTATION_MAX_TEXT);

      show_error (self, self->text, message);
      return NULL;
    }

  return nev_annotation_copy (&annotation);
}

/**
 * nev_note_editor_get_kind_name:
 * @kind: a kind
 *
 * Returns: what the window calls it
 */
const char *
nev_note_editor_get_kind_name (NevAnnotationKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (kinds[i].kind == kind)
        return _(kinds[i].name);
    }

  g_return_val_if_reached ("");
}
