/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-reading-card.h"

#include "nev-card-line.h"
#include "nev-card-spot.h"
#include "nev-reading-text.h"
#include "nev-words.h"

/* The card goes where the pointer goes, so that it isn't laid out like other widgets: it requests no size, and is placed
 * between two frames (nev_reading_card_place()) without a word to the widgets around it.
 *
 * It is one node, frame and text: what GTK's cairo renderer draws anew is old and new place of what moves, a region of many
 * rectangles, and each path with a curve in it is cut to all of them. A node by itself is drawn whole and then copied there.
 *
 * CSS: a node with the style class "reading", nodes "label" in it and an "image". The frame has the colours of a popover.
 */

/* In pixels, at any size of the text as in other cards */
#define PADDING_X 13
#define PADDING_Y 10
#define LINE_SPACING 2
#define ICON_SPACING 6
#define BORDER_WIDTH 1
#define RADIUS 9

/* Of the text in the colour of the border */
#define BORDER_SHARE 0.25f

struct _NevReadingCard
{
  GtkWidget parent_instance;

  int content_width; /* of the lines, in pixels */

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
            int             y)
{
  int      width = get_natural_size (self->icon, GTK_ORIENTATION_HORIZONTAL);
  int      height = get_natural_size (self->icon, GTK_ORIENTATION_VERTICAL);
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int      x = PADDING_X + (is_rtl ? self->content_width - width : 0);

  gtk_widget_size_allocate (self->icon, &(GtkAllocation){ x, y, width, height }, -1);
}

/* From top to bottom; returns where they end. With @cr the text is drawn, else the icon is placed. */
static int
stack_lines (NevReadingCard *self,
             cairo_t        *cr)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int      y = PADDING_Y;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int indent, width, height;

      if (!NEV_IS_CARD_LINE (child) || !nev_card_line_is_shown (NEV_CARD_LINE (child)))
        continue;

      if (y > PADDING_Y)
        y += LINE_SPACING;

      /* The margin is all that is requested. */
      y += get_natural_size (child, GTK_ORIENTATION_VERTICAL);
      indent = get_indent (self, child);
      width = MAX (self->content_width - indent, 1);
      height = nev_card_line_fit_height (NEV_CARD_LINE (child), width);

      if (cr != NULL)
        nev_card_line_draw (NEV_CARD_LINE (child), cr, PADDING_X + (is_rtl ? 0 : indent), y, width);
      else if (indent > 0)
        place_icon (self, y);

      /* The icon may be the higher one. */
      if (indent > 0)
        height = MAX (height, get_natural_size (self->icon, GTK_ORIENTATION_VERTICAL));

      y += height;
    }

  return y + PADDING_Y;
}

static void
fill_rounded (cairo_t *cr,
              double   inset,
              double   width,
              double   height)
{
  double radius = RADIUS - inset;

  cairo_new_sub_path (cr);
  cairo_arc (cr, RADIUS, RADIUS, radius, G_PI, 1.5 * G_PI);
  cairo_arc (cr, width - RADIUS, RADIUS, radius, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (cr, width - RADIUS, height - RADIUS, radius, 0, 0.5 * G_PI);
  cairo_arc (cr, RADIUS, height - RADIUS, radius, 0.5 * G_PI, G_PI);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_frame (NevReadingCard *self,
            cairo_t        *cr,
            int             width,
            int             height)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA          paper = { 1, 1, 1, 1 }, text;

  gtk_style_context_lookup_color (style, "popover_bg_color", &paper);
  gtk_style_context_get_color (style, &text);

  cairo_set_source_rgb (cr,
                        paper.red + BORDER_SHARE * (text.red - paper.red),
                        paper.green + BORDER_SHARE * (text.green - paper.green),
                        paper.blue + BORDER_SHARE * (text.blue - paper.blue));
  fill_rounded (cr, 0, width, height);

  gdk_cairo_set_source_rgba (cr, &paper);
  fill_rounded (cr, BORDER_WIDTH, width, height);
}

static void
nev_reading_card_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  NevReadingCard *self = NEV_READING_CARD (widget);
  int             width = gtk_widget_get_width (widget);
  int             height = gtk_widget_get_height (widget);
  cairo_t        *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  draw_frame (self, cr, width, height);
  stack_lines (self, cr);
  cairo_destroy (cr);

  gtk_widget_snapshot_child (widget, self->icon, snapshot);
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
  widget_class->snapshot = nev_reading_card_snapshot;

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

  g_return_if_fail (NEV_IS_READING_CARD (self));

  self->content_width = fit_width (self, MAX (width - 2 * PADDING_X, 1));
  spot.width = self->content_width + 2 * PADDING_X;
  spot.height = stack_lines (self, NULL);
  nev_card_spot_find (&spot, anchor_x, anchor_y, width, height);

  gtk_widget_size_allocate (widget, &spot, -1);

  /* With a size as before GTK draws what was there. */
  gtk_widget_queue_draw (widget);
}
