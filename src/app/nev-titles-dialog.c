/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-titles-dialog.h"

#include <glib/gi18n-lib.h>

#include "nev-format.h"
#include "nev-headline.h"
#include "nev-label.h"
#include "nev-note-editor.h"
#include "nev-number.h"

/* A text that isn't the maker's own is the one that follows from the data: it stands in its field as a suggestion to
 * begin with, and comes back when the field is emptied.
 */

typedef enum
{
  TEXT_TITLE,
  TEXT_SUBTITLE,
  TEXT_FOOTNOTE,
  N_TEXTS
} Text;

struct _NevTitlesDialog
{
  AdwWindow parent_instance;

  /* Owned */
  NevChartState *state;
  GSignalGroup  *spec_signals;
  GPtrArray     *note_rows; /* (element-type GtkWidget) */
  char          *suggestions[N_TEXTS];

  NevLanguage language;
  int         edited; /* the annotation that is edited; -1 for a new one */

  /* Template widgets */
  GtkStack            *stack;
  AdwEntryRow         *title;
  AdwEntryRow         *subtitle;
  AdwEntryRow         *footnote;
  GtkWidget           *title_button;
  GtkWidget           *subtitle_button;
  AdwPreferencesGroup *notes;
  NevNoteEditor       *editor;
  AdwWindowTitle      *editor_title;
  GtkButton           *apply_button;
};

G_DEFINE_FINAL_TYPE (NevTitlesDialog, nev_titles_dialog, ADW_TYPE_WINDOW)

static const struct
{
  const char *(*get) (NevSpec *spec);
  void (*set) (NevSpec *spec, const char *text);
  char *(*suggest) (NevSpec *spec, const NevTable *table, NevLanguage language);
  const char *name;
  const char *suggested_name;
} texts[N_TEXTS] = {
  [TEXT_TITLE] = { nev_spec_get_title, nev_spec_set_title, nev_headline_get_title, N_("Title"), N_("Title (Suggested)") },
  [TEXT_SUBTITLE] = { nev_spec_get_subtitle, nev_spec_set_subtitle, nev_headline_get_subtitle, N_("Subtitle"), N_("Subtitle (Suggested)") },
  [TEXT_FOOTNOTE] = { nev_spec_get_footnote, nev_spec_set_footnote, NULL, N_("Footnote"), N_("Footnote") },
};

static NevSpec *
get_spec (NevTitlesDialog *self)
{
  return nev_chart_state_get_spec (self->state);
}

static AdwEntryRow *
get_row (NevTitlesDialog *self,
         Text             text)
{
  AdwEntryRow *rows[N_TEXTS] = { self->title, self->subtitle, self->footnote };

  return rows[text];
}

/* What the chart would say by itself. */
static void
update_suggestions (NevTitlesDialog *self)
{
  g_autoptr(NevSpec) plain = nev_spec_copy (get_spec (self));
  NevTable *table = nev_chart_state_get_table (self->state);

  for (guint i = 0; i < N_TEXTS; i++)
    texts[i].set (plain, NULL);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_free (self->suggestions[i]);
      self->suggestions[i] = texts[i].suggest != NULL ? texts[i].suggest (plain, table, self->language) : g_strdup ("");
    }
}

static void
text_changed_cb (NevTitlesDialog *self,
                 AdwEntryRow     *row)
{
  g_autofree char *written = nev_label_fit (gtk_editable_get_text (GTK_EDITABLE (row)));

  for (guint i = 0; i < N_TEXTS; i++)
    {
      if (get_row (self, (Text) i) == row)
        texts[i].set (get_spec (self), g_strcmp0 (written, self->suggestions[i]) == 0 ? NULL : written);
    }
}

/* A field that was just emptied stays so while somebody is about to write into it. */
static void
update_text (NevTitlesDialog *self,
             Text             text)
{
  AdwEntryRow *row = get_row (self, text);
  const char  *own = texts[text].get (get_spec (self));
  const char  *shown = own != NULL ? own : self->suggestions[text];
  const char  *written = gtk_editable_get_text (GTK_EDITABLE (row));
  gboolean     is_emptied = *written == '\0' && own == NULL &&
                        (gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), own == NULL ? _(texts[text].suggested_name) : _(texts[text].name));

  if (is_emptied || g_str_equal (written, shown))
    return;

  g_signal_handlers_block_by_func (row, text_changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (row), shown);
  g_signal_handlers_unblock_by_func (row, text_changed_cb, self);
}

static char *
describe (const NevAnnotation *annotation)
{
  char             from[NEV_NUMBER_BUFFER], to[NEV_NUMBER_BUFFER];
  g_autofree char *place = NULL;

  switch (annotation->kind)
    {
    case NEV_ANNOTATION_LINE:
      place = g_strdup (nev_number_to_string (annotation->from, from));
      break;

    case NEV_ANNOTATION_BAND:
      place = g_strdup_printf ("%s – %s", nev_number_to_string (annotation->from, from), nev_number_to_string (annotation->to, to));
      break;

    case NEV_ANNOTATION_SPAN:
    case NEV_ANNOTATION_NOTE:
      place = nev_format_period (annotation->period, NEV_PERIOD_FORMAT_SHORT, nev_language_from_locale ());
      break;

    default:
      g_assert_not_reached ();
    }

  return g_strdup_printf ("%s · %s", nev_note_editor_get_kind_name (annotation->kind), place);
}

static GtkWidget *
create_note_row (const NevAnnotation *annotation,
                 int                  index)
{
  g_autofree char *description = describe (annotation);
  gboolean         has_text = *annotation->text != '\0';
  GtkWidget       *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  GtkWidget       *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                       "title", has_text ? annotation->text : description,
                                       "subtitle", has_text ? description : NULL,
                                       "use-markup", FALSE,
                                       "activatable", TRUE,
                                       "action-name", "dialog.edit-note",
                                       NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i", index);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "dialog.remove-note");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", index);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
update_notes (NevTitlesDialog *self)
{
  GPtrArray *annotations = nev_spec_get_annotations (get_spec (self));

  for (guint i = 0; i < self->note_rows->len; i++)
    adw_preferences_group_remove (self->notes, g_ptr_array_index (self->note_rows, i));
  g_ptr_array_set_size (self->note_rows, 0);

  for (guint i = 0; i < annotations->len; i++)
    {
      GtkWidget *row = create_note_row (g_ptr_array_index (annotations, i), (int) i);

      adw_preferences_group_add (self->notes, row);
      g_ptr_array_add (self->note_rows, row);
    }
}

static void
update (NevTitlesDialog *self)
{
  NevSpec *spec;

  /* The focus leaves a dialog that goes, too. */
  if (self->state == NULL)
    return;

  spec = get_spec (self);
  update_suggestions (self);
  for (guint i = 0; i < N_TEXTS; i++)
    update_text (self, (Text) i);

  gtk_widget_set_visible (self->title_button, nev_spec_get_title (spec) != NULL);
  gtk_widget_set_visible (self->subtitle_button, nev_spec_get_subtitle (spec) != NULL);

  /* What was written before is kept for when the chart isn't ranked. */
  adw_preferences_group_set_description (self->notes,
                                         nev_spec_get_arrangement (spec) == NEV_ARRANGEMENT_RANKING ? _("A ranking shows none of them.")
                                                                                                    : _("Words about a period, and lines at a value."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add-note", nev_titles_dialog_has_room (spec));
}

static void
show_list (NevTitlesDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_window_set_default_widget (GTK_WINDOW (self), NULL);
}

static void
show_editor (NevTitlesDialog     *self,
             int                  index,
             const NevAnnotation *annotation)
{
  self->edited = index;
  adw_window_title_set_title (self->editor_title, index < 0 ? _("Add Note") : _("Edit Note"));
  gtk_button_set_label (self->apply_button, index < 0 ? _("_Add") : _("_Apply"));
  gtk_stack_set_visible_child_name (self->stack, "editor");
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->apply_button));
  nev_note_editor_edit (self->editor, get_spec (self), annotation);
}

/* What is undone meanwhile may be the very note that is edited. */
static void
annotations_changed_cb (NevTitlesDialog *self)
{
  update_notes (self);
  if (self->edited >= (int) nev_spec_get_annotations (get_spec (self))->len)
    show_list (self);
}

static GPtrArray *
copy_annotations (NevTitlesDialog *self)
{
  GPtrArray *annotations = nev_spec_get_annotations (get_spec (self));
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) nev_annotation_free);

  for (guint i = 0; i < annotations->len; i++)
    g_ptr_array_add (copy, nev_annotation_copy (g_ptr_array_index (annotations, i)));

  return copy;
}

static void
use_suggestion_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  NevTitlesDialog *self = NEV_TITLES_DIALOG (widget);
  Text             text = g_str_equal (g_variant_get_string (parameter, NULL), "title") ? TEXT_TITLE : TEXT_SUBTITLE;

  nev_history_end_step (nev_chart_state_get_history (self->state));
  texts[text].set (get_spec (self), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (get_row (self, text)));
}

static void
add_note_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  nev_titles_dialog_add_note (NEV_TITLES_DIALOG (widget), NEV_PERIOD_NONE);
}

static void
edit_note_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  NevTitlesDialog *self = NEV_TITLES_DIALOG (widget);
  GPtrArray       *annotations = nev_spec_get_annotations (get_spec (self));
  int              index = g_variant_get_int32 (parameter);

  if (index >= 0 && index < (int) annotations->len)
    show_editor (self, index, g_ptr_array_index (annotations, (guint) index));
}

static void
remove_note_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  NevTitlesDialog *self = NEV_TITLES_DIALOG (widget);
  g_autoptr(GPtrArray) annotations = copy_annotations (self);
  int index = g_variant_get_int32 (parameter);

  if (index < 0 || index >= (int) annotations->len)
    return;

  g_ptr_array_remove_index (annotations, (guint) index);
  nev_spec_set_annotations (get_spec (self), annotations);
}

static void
apply_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  NevTitlesDialog *self = NEV_TITLES_DIALOG (widget);
  NevAnnotation   *annotation = nev_note_editor_finish (self->editor);
  g_autoptr(GPtrArray) annotations = copy_annotations (self);

  if (annotation == NULL)
    return;

  if (self->edited < 0)
    {
      g_ptr_array_add (annotations, annotation);
    }
  else
    {
      nev_annotation_free (g_ptr_array_index (annotations, (guint) self->edited));
      g_ptr_array_index (annotations, (guint) self->edited) = annotation;
    }

  show_list (self);
  nev_spec_set_annotations (get_spec (self), annotations);
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  NevTitlesDialog *self = NEV_TITLES_DIALOG (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "list"))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_list (self);
}

static void
nev_titles_dialog_dispose (GObject *object)
{
  NevTitlesDialog *self = NEV_TITLES_DIALOG (object);

  if (self->state != NULL)
    nev_history_end_step (nev_chart_state_get_history (self->state));

  g_clear_object (&self->spec_signals);
  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_TITLES_DIALOG);

  G_OBJECT_CLASS (nev_titles_dialog_parent_class)->dispose (object);
}

static void
nev_titles_dialog_finalize (GObject *object)
{
  NevTitlesDialog *self = NEV_TITLES_DIALOG (object);

  g_ptr_array_unref (self->note_rows);
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->suggestions[i]);

  G_OBJECT_CLASS (nev_titles_dialog_parent_class)->finalize (object);
}

static void
nev_titles_dialog_class_init (NevTitlesDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_titles_dialog_dispose;
  object_class->finalize = nev_titles_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "dialog.use-suggestion", "s", use_suggestion_cb);
  gtk_widget_class_install_action (widget_class, "dialog.add-note", NULL, add_note_cb);
  gtk_widget_class_install_action (widget_class, "dialog.edit-note", "i", edit_note_cb);
  gtk_widget_class_install_action (widget_class, "dialog.remove-note", "i", remove_note_cb);
  gtk_widget_class_install_action (widget_class, "dialog.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "dialog.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "dialog.back", NULL);

  g_type_ensure (NEV_TYPE_NOTE_EDITOR);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-titles-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NevTitlesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, NevTitlesDialog, title);
  gtk_widget_class_bind_template_child (widget_class, NevTitlesDialog, subtitle);
  gtk_widget_class_bind_template_child (widget_class, NevTitlesDialog, footnote);
  gtk_widget_class_bind_template_child (widget_class, NevTitlesDialog, title_button);
  gtk_widget_class_bind_template_child (widget_class, NevTitlesDialog, subtitle_button);
  gtk_widget_class_bind_template_child (widget_class, NevTitlesDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, NevTitlesDialog, editor);
  gtk_widget_class_bind_template_child (widget_class, NevTitlesDialog, editor_title);
  gtk_widget_class_bind_template_child (widget_class, NevTitlesDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
nev_titles_dialog_init (NevTitlesDialog *self)
{
  self->note_rows = g_ptr_array_new ();
  self->edited = -1;

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_TEXTS; i++)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect_object (focus, "leave", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (GTK_WIDGET (get_row (self, (Text) i)), focus);
    }

  self->spec_signals = g_signal_group_new (NEV_TYPE_CHART_STATE);
  g_signal_group_connect_swapped (self->spec_signals, "changed", G_CALLBACK (update), self);
}

/**
 * nev_titles_dialog_new:
 * @parent: the window that shows the chart
 * @state: the chart
 * @language: the chart's language, for what is suggested
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
NevTitlesDialog *
nev_titles_dialog_new (GtkWindow     *parent,
                       NevChartState *state,
                       NevLanguage    language)
{
  NevTitlesDialog *self;

  g_return_val_if_fail (NEV_IS_CHART_STATE (state), NULL);

  self = g_object_new (NEV_TYPE_TITLES_DIALOG, "transient-for", parent, NULL);
  self->state = g_object_ref (state);
  self->language = language;

  g_signal_group_set_target (self->spec_signals, state);
  g_signal_connect_object (get_spec (self), "notify::annotations", G_CALLBACK (annotations_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  update_notes (self);

  return self;
}

NevChartState *
nev_titles_dialog_get_state (NevTitlesDialog *self)
{
  g_return_val_if_fail (NEV_IS_TITLES_DIALOG (self), NULL);

  return self->state;
}

/**
 * nev_titles_dialog_has_room:
 * @spec: a chart
 *
 * Returns: whether another note can be added to it, which would be shown; a ranking shows none
 */
gboolean
nev_titles_dialog_has_room (NevSpec *spec)
{
  return nev_spec_get_arrangement (spec) != NEV_ARRANGEMENT_RANKING && nev_spec_get_annotations (spec)->len < NEV_MAX_ANNOTATIONS;
}

/**
 * nev_titles_dialog_add_note:
 * @self: a dialog
 * @period: what the note is about; %NEV_PERIOD_NONE to leave that open
 *
 * Begins to write a new note, if there may be another one.
 */
void
nev_titles_dialog_add_note (NevTitlesDialog *self,
                            NevPeriod        period)
{
  NevAnnotation note = { .kind = NEV_ANNOTATION_NOTE, .period = period, .text = (char *) "" };

  g_return_if_fail (NEV_IS_TITLES_DIALOG (self));

  if (!nev_titles_dialog_has_room (get_spec (self)))
    return;

  note.measure = nev_spec_get_panel (get_spec (self), 0).measure;
  show_editor (self, -1, &note);
}
