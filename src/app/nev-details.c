/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-details.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "nev-catalog.h"
#include "nev-reading-text.h"
#include "nev-sum-view.h"
#include "nev-words.h"

struct _NevDetails
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkWidget *summary;
  GtkLabel  *period;
  GtkLabel  *subject;
  GtkLabel  *value;
  GtkLabel  *change;
  GtkLabel  *change_before;
  GtkLabel  *rounding;
  GtkLabel  *status;
  GtkWidget *derivation_group;
  NevSumView *sum;
  GtkWidget *change_title;
  NevSumView *change_sum;
  GtkWidget *notes_group;
  GtkBox    *notes;
  GtkWidget *sources_group;
  GtkWidget *sources;
  GtkWidget *description_group;
  GtkLabel  *description;
};

G_DEFINE_FINAL_TYPE (NevDetails, nev_details, GTK_TYPE_BOX)

static void
remove_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)))
    {
      if (GTK_IS_LIST_BOX (widget))
        gtk_list_box_remove (GTK_LIST_BOX (widget), child);
      else
        gtk_box_remove (GTK_BOX (widget), child);
    }
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
source_activated_cb (GtkWidget *row,
                     NevSource *source)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (row)), nev_source_get_url (source), GDK_CURRENT_TIME);
}

static GtkWidget *
create_source_row (NevDataset *dataset,
                   NevSource  *source,
                   NevLanguage language)
{
  const char      *publisher = nev_dataset_get_publisher (dataset, nev_source_get_publisher (source), language);
  const char      *date = nev_source_get_date (source);
  g_autofree char *subtitle = date != NULL && *date != '\0' ? g_strdup_printf (nev_tr (language, "%1$s, %2$s"), publisher, date) : g_strdup (publisher);
  GtkWidget       *row;

  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "use-markup", FALSE,
                      "title", nev_source_get_title (source),
                      "subtitle", subtitle,
                      NULL);

  if (nev_source_get_url (source) != NULL && *nev_source_get_url (source) != '\0')
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("adw-external-link-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (source_activated_cb), source, 0);
    }

  return row;
}

/* Those of the value first, then what its change rests on besides; what is added before what is taken away. */
static void
collect_sources (GArray           *sources,
                 const NevReading *reading)
{
  for (int sign = 1; sign >= -1; sign -= 2)
    for (guint i = 0; i < reading->n_terms; i++)
      {
        const NevReadingTerm *term = &reading->terms[i];
        guint                 source = nev_ledger_get_fact (nev_series_get_ledger (term->series), term->fact)->source;
        gboolean              is_known = term->sign != sign;

        for (guint j = 0; j < sources->len && !is_known; j++)
          is_known = g_array_index (sources, guint, j) == source;

        if (!is_known)
          g_array_append_val (sources, source);
      }
}

/* With numbers where a sum refers to them. */
static void
show_sources (NevDetails *self,
              NevDataset *dataset,
              GArray     *sources,
              gboolean    has_sum,
              NevLanguage language)
{
  remove_children (self->sources);

  for (guint i = 0; i < sources->len; i++)
    {
      GtkWidget *row = create_source_row (dataset, nev_dataset_get_source (dataset, g_array_index (sources, guint, i)), language);

      if (has_sum)
        {
          g_autofree char *number = g_strdup_printf ("%u", i + 1);
          GtkWidget       *label = gtk_label_new (number);

          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
          gtk_widget_add_css_class (label, "numeric");
          adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
        }

      gtk_list_box_append (GTK_LIST_BOX (self->sources), row);
    }

  gtk_widget_set_visible (self->sources_group, sources->len > 0);
}

/* Why there is no value stands among the notes. */
static void
show_derivation (NevDetails       *self,
                 NevChartState    *state,
                 const NevReading *reading,
                 const NevReading *change,
                 GArray           *sources,
                 NevLanguage       language)
{
  nev_sum_view_show (self->sum, state, reading, sources, language);
  nev_sum_view_show (self->change_sum, state, change, sources, language);
  gtk_widget_set_visible (self->change_title, change->status == NEV_STATUS_DERIVED);
  gtk_widget_set_visible (self->derivation_group,
                          reading->status == NEV_STATUS_DERIVED || change->status == NEV_STATUS_DERIVED);
}

static void
show_notes (NevDetails       *self,
            NevDataset       *dataset,
            const NevReading *reading,
            NevLanguage       language)
{
  g_autoptr(GPtrArray) notes = nev_reading_text_notes (dataset, reading, language);

  remove_children (GTK_WIDGET (self->notes));

  for (guint i = 0; i < notes->len; i++)
    gtk_box_append (self->notes, g_object_new (GTK_TYPE_LABEL,
                                               "label", g_ptr_array_index (notes, i),
                                               "wrap", TRUE,
                                               "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                               "selectable", TRUE,
                                               "xalign", 0.0f,
                                               NULL));

  gtk_widget_set_visible (self->notes_group, notes->len > 0);
}

/* What a screen reader says of the pane when it gets the focus: the reading, then how it was obtained and what speaks
 * against it.
 */
static void
update_accessible (NevDetails       *self,
                   NevDataset       *dataset,
                   const NevReading *reading,
                   NevLanguage       language)
{
  g_autofree char *spoken = nev_words_spoken (dataset, reading, language);
  g_autofree char *expression = reading->status == NEV_STATUS_DERIVED ? nev_words_expression (reading, language) : NULL;
  g_autoptr(GPtrArray) notes = nev_reading_text_notes (dataset, reading, language);
  g_autoptr(GString) text = g_string_new (expression);

  for (guint i = 0; i < notes->len; i++)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, g_ptr_array_index (notes, i));
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->summary),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str,
                                  -1);
}

static gboolean
nev_details_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NEV_DETAILS (widget)->summary);
}

static void
nev_details_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_DETAILS);

  G_OBJECT_CLASS (nev_details_parent_class)->dispose (object);
}

static void
nev_details_class_init (NevDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nev_details_dispose;
  widget_class->grab_focus = nev_details_grab_focus;

  g_type_ensure (NEV_TYPE_SUM_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-details.ui");
  gtk_widget_class_bind_template_child (widget_class, NevDetails, summary);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, period);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, subject);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, value);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, change);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, status);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, change_before);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, rounding);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, derivation_group);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, sum);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, change_title);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, change_sum);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, notes_group);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, notes);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, sources_group);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, sources);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, description_group);
  gtk_widget_class_bind_template_child (widget_class, NevDetails, description);
}

static void
nev_details_init (NevDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nev_details_show:
 * @self: a details pane
 * @state: the chart that the reading is of
 * @reading: what to tell of; not kept
 * @language: the language of the dataset's words
 *
 * Fills the pane with a reading.
 */
void
nev_details_show (NevDetails       *self,
                  NevChartState    *state,
                  const NevReading *reading,
                  NevLanguage       language)
{
  NevDataset      *dataset = nev_spec_get_dataset (nev_chart_state_get_spec (state));
  g_autofree char *period = nev_reading_text_period (reading, language);
  g_autofree char *subject = nev_words_subject (reading, language);
  g_autofree char *value = nev_words_value (reading, language);
  g_autofree char *change = nev_reading_text_change (reading, language);
  g_autofree char *change_before = nev_reading_text_change_before (reading, language);
  g_autofree char *rounding = nev_words_rounding (reading, language);
  g_autoptr(GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *status = nev_reading_text_status (dataset, reading, language);
  const char      *description = nev_series_get_description (reading->series, language);
  g_auto(NevReading) change_reading = { 0 };

  g_return_if_fail (NEV_IS_DETAILS (self));

  nev_reading_text_read_change (reading, &change_reading);

  set_text (self->period, period);
  set_text (self->subject, subject);
  set_text (self->value, value);
  set_text (self->change, change);
  set_text (self->change_before, change_before);
  set_text (self->rounding, rounding);
  set_text (self->status, status);

  collect_sources (sources, reading);
  collect_sources (sources, &change_reading);
  show_derivation (self, state, reading, &change_reading, sources, language);
  show_notes (self, dataset, reading, language);
  show_sources (self, dataset, sources, reading->status == NEV_STATUS_DERIVED || change_reading.status == NEV_STATUS_DERIVED, language);

  set_text (self->description, description);
  gtk_widget_set_visible (self->description_group, description != NULL && *description != '\0');

  update_accessible (self, dataset, reading, language);
}
