/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-reading-card.h"

#include "nev-card-line.h"
#include "nev-card-spot.h"
#include "nev-reading-text.h"
#include "nev-words.h"

/* The card goes where the pointer goes, so that it isn't laid out like other widgets: it requests no size, and is placed
 * between two frames (nev_reading_card_place()) without a word to the widgets around it.
 *
 * CSS: a node with the style class "reading", nodes "label" in it and an "image".
 */

/* In pixels, at any size of the text as in other cards */
#define LINE_SPACING 2
#define ICON_SPACING 6

struct _NevReadingCard
{
  GtkWidget parent_instance;

  /* Template widgets */
  NevCardLine *period;
  NevCardLine *subject;
  NevCardLine *value;
  NevCardLine *change;
  GtkWidget   *icon;
  NevCardLine *warning;
  NevCardLine *status;
};

G_DEFINE_FINAL_TYPE (NevReadingCard, nev_reading_card, GTK_TYPE_WIDGET)

/* Minimal, too: what they hold is no part of it. */
static int
get_natural_size (GtkWidget     *widget,
                  GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* Beside the line */
static int
get_indent (NevReadingCard *self,
            GtkWidget      *line)
{
  return line == GTK_WIDGET (self->warning) ? get_natural_size (self->icon, GTK_ORIENTATION_HORIZONTAL) + ICON_SPACING : 0;
}

static int
fit_width (NevReadingCard *self,
           int             available)
{
  int width = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (NEV_IS_CARD_LINE (child) && nev_card_line_is_shown (NEV_CARD_LINE (child)))
      {
        int indent = get_indent (self, child);

        width = MAX (width, indent + nev_card_line_fit_width (NEV_CARD_LINE (child), MAX (available - indent, 1)));
      }

  return width;
}

static void
place_icon (NevReadingCard *self,
            int             width,
            int             y)
{
  int      icon_width = get_natural_size (self->icon, GTK_ORIENTATION_HORIZONTAL);
  int      icon_height = get_natural_size (self->icon, GTK_ORIENTATION_VERTICAL);
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (self->icon, &(GtkAllocation){ is_rtl ? width - icon_width : 0, y, icon_width, icon_height }, -1);
}

/* From top to bottom; returns where they end. Without @is_final that is all. */
static int
stack_lines (NevReadingCard *self,
             int             width,
             gboolean        is_final)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int      y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int indent, margin, height;

      if (!NEV_IS_CARD_LINE (child) || !nev_card_line_is_shown (NEV_CARD_LINE (child)))
        continue;

      indent = get_indent (self, child);
      margin = get_natural_size (child, GTK_ORIENTATION_VERTICAL);
      height = margin + nev_card_line_fit_height (NEV_CARD_LINE (child), MAX (width - indent, 1));
      if (y > 0)
        y += LINE_SPACING;

      if (is_final)
        {
          gtk_widget_size_allocate (child, &(GtkAllocation){ is_rtl ? 0 : indent, y, MAX (width - indent, 1), height }, -1);
          if (indent > 0)
            place_icon (self, width, y + margin);
        }

      /* The icon may be the higher one. */
      if (indent > 0)
        height = MAX (height, margin + get_natural_size (self->icon, GTK_ORIENTATION_VERTICAL));

      y += height;
    }

  return y;
}

static void
nev_reading_card_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
nev_reading_card_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  stack_lines (NEV_READING_CARD (widget), width, TRUE);
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

  widget_class->measure = nev_reading_card_measure;
  widget_class->size_allocate = nev_reading_card_size_allocate;

  g_type_ensure (NEV_TYPE_CARD_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-reading-card.ui");
  gtk_widget_class_bind_template_child (widget_class, NevReadingCard, period);
  gtk_widget_class_bind_template_child (widget_class, NevReadingCard, subject);
  gtk_widget_class_bind_template_child (widget_class, NevReadingCard, value);
  gtk_widget_class_bind_template_child (widget_class, NevReadingCard, change);
  gtk_widget_class_bind_template_child (widget_class, NevReadingCard, icon);
  gtk_widget_class_bind_template_child (widget_class, NevReadingCard, warning);
  gtk_widget_class_bind_template_child (widget_class, NevReadingCard, status);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
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
 * Writes a reading on the card, which is to be placed then.
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

  nev_card_line_set_label (self->period, period);
  nev_card_line_set_label (self->subject, subject);
  nev_card_line_set_label (self->value, value);
  nev_card_line_set_label (self->change, change);
  nev_card_line_set_label (self->warning, warning);
  gtk_widget_set_child_visible (self->icon, warning != NULL);
  nev_card_line_set_label (self->status, status);
}

/**
 * nev_reading_card_place:
 * @self: a card
 * @anchor_x: of the mark that it tells of, in its parent
 * @anchor_y: of that mark
 * @width: of the parent, in pixels
 * @height: of the parent, in pixels
 *
 * Allocates the card as much room as it needs, near the mark and within the parent.
 */
void
nev_reading_card_place (NevReadingCard *self,
                        double          anchor_x,
                        double          anchor_y,
                        int             width,
                        int             height)
{
  GtkWidget    *widget = GTK_WIDGET (self);
  GtkAllocation spot = { 0 };
  int           frame_width, frame_height, content_width;

  g_return_if_fail (NEV_IS_READING_CARD (self));

  /* What the style puts around the lines is all that is requested. */
  frame_width = get_natural_size (widget, GTK_ORIENTATION_HORIZONTAL);
  frame_height = get_natural_size (widget, GTK_ORIENTATION_VERTICAL);

  content_width = fit_width (self, MAX (width - frame_width, 1));
  spot.width = frame_width + content_width;
  spot.height = frame_height + stack_lines (self, content_width, FALSE);
  nev_card_spot_find (&spot, anchor_x, anchor_y, width, height);

  gtk_widget_size_allocate (widget, &spot, -1);

  /* With a size as before GTK leaves out what is inside. */
  stack_lines (self, content_width, TRUE);
}
