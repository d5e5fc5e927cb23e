/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-reading-card.h"

#include "nev-reading-text.h"
#include "nev-words.h"

struct _NevReadingCard
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel  *period;
  GtkLabel  *subject;
  GtkLabel  *value;
  GtkLabel  *change;
  GtkWidget *warning_box;
  GtkLabel  *warning;
  GtkLabel  *status;
};

G_DEFINE_FINAL_TYPE (NevReadingCard, nev_reading_card, GTK_TYPE_BOX)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
nev_reading_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_READING_CARD);

  G_OBJECT_CLASS (nev_reading_card_parent_class)->dispose (object);
}

static void
nev_reading_card_class_init (NevReadingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nev_reading_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-reading-card.ui");
  gtk_widget_class_bind_template_child (widget_class, NevReadingCard, period);
  gtk_widget_class_bind_template_child (widget_class, NevReadingCard, subject);
  gtk_widget_class_bind_template_child (widget_class, NevReadingCard, value);
  gtk_widget_class_bind_template_child (widget_class, NevReadingCard, change);
  gtk_widget_class_bind_template_child (widget_class, NevReadingCard, warning_box);
  gtk_widget_class_bind_template_child (widget_class, NevReadingCard, warning);
  gtk_widget_class_bind_template_child (widget_class, NevReadingCard, status);
}

static void
nev_reading_card_init (NevReadingCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nev_reading_card_show:
 * @self: a card
 * @dataset: the dataset that the reading is from
 * @reading: what to tell of; not kept
 * @language: the language of the dataset's words
 *
 * Writes a reading on the card.
 */
void
nev_reading_card_show (NevReadingCard   *self,
                       NevDataset       *dataset,
                       const NevReading *reading,
                       NevLanguage       language)
{
  g_autofree char *period = nev_reading_text_period (reading, language);
  g_autofree char *subject = nev_words_subject (reading, language);
  g_autofree char *value = nev_words_value (reading, language);
  g_autofree char *change = nev_reading_text_change (reading, language);
  g_autofree char *warning = nev_reading_text_warning (dataset, reading, language);
  g_autofree char *status = nev_reading_text_status (dataset, reading, language);

  g_return_if_fail (NEV_IS_READING_CARD (self));

  set_text (self->period, period);
  set_text (self->subject, subject);
  set_text (self->value, value);
  set_text (self->change, change);
  set_text (self->warning, warning);
  gtk_widget_set_visible (self->warning_box, warning != NULL);
  set_text (self->status, status);
}
