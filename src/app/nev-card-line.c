/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-card-line.h"

/* A label whose text may be another one in each frame. A GtkLabel asks for its size anew then, and so does everything
 * around it up to the window; of this one the card asks the size when it needs it (nev_card_line_fit_width()), and nothing
 * else is laid out. The card draws it, too: it is a widget for the sake of its style.
 *
 * It wraps. Said it isn't: the chart tells the same to a screen reader.
 *
 * CSS: a node "label", with the style classes of one. GTK gives the font features of a style to widgets of its own only, so
 * those of "numeric" are set here.
 */

struct _NevCardLine
{
  GtkWidget parent_instance;

  /* Owned; NULL until there is a text */
  PangoLayout *layout;

  int max_width_chars; /* -1 for no limit */
  int max_lines;       /* 0 for no limit */

  /* Follows from the font */
  guint serial; /* of the context that it was asked of; 0 for none yet */
  int   char_width;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_MAX_WIDTH_CHARS,
  PROP_MAX_LINES,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (NevCardLine, nev_card_line, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static PangoLayout *
create_layout (NevCardLine *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  if (self->max_lines > 0)
    {
      pango_layout_set_height (layout, -self->max_lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  if (gtk_widget_has_css_class (GTK_WIDGET (self), "numeric"))
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }

  return layout;
}

/* In pixels; as GtkLabel has it. Pango sets a sample of text to find out. */
static int
get_char_width (NevCardLine *self)
{
  PangoContext *context = pango_layout_get_context (self->layout);

  if (self->serial != pango_context_get_serial (context))
    {
      PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

      self->char_width = PANGO_PIXELS_CEIL (MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                                 pango_font_metrics_get_approximate_digit_width (metrics)));
      self->serial = pango_context_get_serial (context);
      pango_font_metrics_unref (metrics);
    }

  return self->char_width;
}

static void
nev_card_line_measure (GtkWidget     *widget,
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
nev_card_line_dispose (GObject *object)
{
  g_clear_object (&NEV_CARD_LINE (object)->layout);

  G_OBJECT_CLASS (nev_card_line_parent_class)->dispose (object);
}

static void
nev_card_line_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  NevCardLine *self = NEV_CARD_LINE (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, nev_card_line_get_label (self));
      break;

    case PROP_MAX_WIDTH_CHARS:
      g_value_set_int (value, self->max_width_chars);
      break;

    case PROP_MAX_LINES:
      g_value_set_int (value, self->max_lines);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_card_line_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  NevCardLine *self = NEV_CARD_LINE (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      nev_card_line_set_label (self, g_value_get_string (value));
      break;

    case PROP_MAX_WIDTH_CHARS:
      self->max_width_chars = g_value_get_int (value);
      break;

    case PROP_MAX_LINES:
      self->max_lines = g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_card_line_class_init (NevCardLineClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_card_line_dispose;
  object_class->get_property = nev_card_line_get_property;
  object_class->set_property = nev_card_line_set_property;

  widget_class->measure = nev_card_line_measure;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_MAX_WIDTH_CHARS] =
    g_param_spec_int ("max-width-chars", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  properties[PROP_MAX_LINES] =
    g_param_spec_int ("max-lines", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
nev_card_line_init (NevCardLine *self)
{
  /* The card draws it. */
  gtk_widget_set_child_visible (GTK_WIDGET (self), FALSE);
}

/**
 * nev_card_line_get_label:
 * @self: a line of a card
 *
 * Returns: (transfer none): what it says; empty for no line at all
 */
const char *
nev_card_line_get_label (NevCardLine *self)
{
  g_return_val_if_fail (NEV_IS_CARD_LINE (self), NULL);

  return self->layout != NULL ? pango_layout_get_text (self->layout) : "";
}

/**
 * nev_card_line_set_label:
 * @self: a line of a card
 * @label: (nullable): what it says; %NULL or nothing for no line at all
 *
 * Writes another text. The line must be fitted and drawn again then, and asks nobody for it.
 */
void
nev_card_line_set_label (NevCardLine *self,
                         const char  *label)
{
  g_return_if_fail (NEV_IS_CARD_LINE (self));

  if (label == NULL)
    label = "";

  if (g_str_equal (nev_card_line_get_label (self), label))
    return;

  if (self->layout == NULL)
    self->layout = create_layout (self);

  pango_layout_set_text (self->layout, label, -1);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

gboolean
nev_card_line_is_shown (NevCardLine *self)
{
  return *nev_card_line_get_label (self) != '\0';
}

/**
 * nev_card_line_fit_width:
 * @self: a line of a card
 * @available: the room that there is, in pixels
 *
 * Breaks the text so that it fits.
 *
 * Returns: how much of the room it takes
 */
int
nev_card_line_fit_width (NevCardLine *self,
                         int          available)
{
  int width;

  g_return_val_if_fail (NEV_IS_CARD_LINE (self), 0);

  if (!nev_card_line_is_shown (self))
    return 0;

  if (self->max_width_chars > 0)
    available = MIN (available, self->max_width_chars * get_char_width (self));

  pango_layout_set_width (self->layout, available * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, &width, NULL);

  return width;
}

/**
 * nev_card_line_fit_height:
 * @self: a line of a card, see nev_card_line_fit_width()
 * @width: that it is given at last, in pixels
 *
 * Returns: how high it is then
 */
int
nev_card_line_fit_height (NevCardLine *self,
                          int          width)
{
  gboolean is_rtl;
  int      height;

  g_return_val_if_fail (NEV_IS_CARD_LINE (self), 0);

  if (!nev_card_line_is_shown (self))
    return 0;

  if (pango_layout_get_line_count (self->layout) > 1)
    {
      is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
      pango_layout_set_alignment (self->layout, is_rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      pango_layout_set_width (self->layout, width * PANGO_SCALE);
    }

  pango_layout_get_pixel_size (self->layout, NULL, &height);

  return height;
}

/**
 * nev_card_line_draw:
 * @self: a line of a card, see nev_card_line_fit_height()
 * @cr: what to draw on
 * @x: of its left end, in pixels
 * @y: of its top
 * @width: that it was fitted to at last
 *
 * Draws the text in the colour of the style.
 */
void
nev_card_line_draw (NevCardLine *self,
                    cairo_t     *cr,
                    int          x,
                    int          y,
                    int          width)
{
  PangoRectangle logical;
  GdkRGBA        color;

  g_return_if_fail (NEV_IS_CARD_LINE (self));

  if (!nev_card_line_is_shown (self))
    return;

  /* Several lines are aligned within their width; one isn't laid out once more for that. */
  if (pango_layout_get_line_count (self->layout) == 1)
    {
      pango_layout_get_pixel_extents (self->layout, NULL, &logical);
      x -= logical.x;
      if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
        x += width - logical.width;
    }

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, self->layout);
}
