/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-split.h"

/* The smallest size is that of the larger child alone, so that a narrow window stays possible. Which children are seen
 * is known only with the size: so it is decided there, by what doesn't ask for another size.
 */

/* Side by side: what the first child keeps, and what the second one has to get at least. */
#define MIN_FIRST_WIDTH 400
#define MIN_SECOND_WIDTH 320

/* One above the other: what both together need, and how much of it the first one gets. */
#define MIN_STACKED_WIDTH 480
#define MIN_STACKED_HEIGHT 520
#define FIRST_SHARE 0.55

struct _NevSplit
{
  GtkWidget parent_instance;

  /* Child; the line between the others */
  GtkWidget *separator;

  /* The largest since the second child was shown last: what scrolls past must not move the border to and fro. */
  int second_width;

  gboolean show_second;
};

enum
{
  PROP_0,
  PROP_SHOW_SECOND,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (NevSplit, nev_split, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static GtkWidget *
get_first (NevSplit *self)
{
  return gtk_widget_get_next_sibling (self->separator);
}

static GtkWidget *
get_second (NevSplit *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self));
}

static void
nev_split_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  *minimum = 0;
  *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  gtk_widget_set_child_visible (child, width > 0 && height > 0);

  if (width > 0 && height > 0)
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
allocate_beside (NevSplit *self,
                 int       width,
                 int       height)
{
  GtkWidget *second = get_second (self);
  gboolean   is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int        natural, second_width;

  gtk_widget_measure (second, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  self->second_width = MAX (self->second_width, natural);
  second_width = CLAMP (self->second_width, MIN_SECOND_WIDTH, width - MIN_FIRST_WIDTH);

  allocate (get_first (self), is_rtl ? second_width : 0, 0, width - second_width, height);
  allocate (self->separator, is_rtl ? second_width - 1 : width - second_width, 0, 1, height);
  allocate (second, is_rtl ? 0 : width - second_width + 1, 0, second_width - 1, height);
}

static void
nev_split_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  NevSplit *self = NEV_SPLIT (widget);
  int       first_height = 0, line;

  if (self->show_second && width >= MIN_FIRST_WIDTH + MIN_SECOND_WIDTH)
    {
      allocate_beside (self, width, height);
      return;
    }

  if (!self->show_second)
    first_height = height;
  else if (width >= MIN_STACKED_WIDTH && height >= MIN_STACKED_HEIGHT)
    first_height = (int) (height * FIRST_SHARE);

  line = first_height > 0 && first_height < height ? 1 : 0;
  allocate (get_first (self), 0, 0, width, first_height);
  allocate (self->separator, 0, first_height, width, line);
  allocate (get_second (self), 0, first_height + line, width, height - first_height - line);
}

/* Before there is a size. */
static void
nev_split_map (GtkWidget *widget)
{
  NevSplit *self = NEV_SPLIT (widget);

  gtk_widget_set_child_visible (get_second (self), self->show_second);

  GTK_WIDGET_CLASS (nev_split_parent_class)->map (widget);
}

static void
nev_split_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (nev_split_parent_class)->dispose (object);
}

static void
nev_split_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW_SECOND:
      g_value_set_boolean (value, nev_split_get_show_second (NEV_SPLIT (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_split_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW_SECOND:
      nev_split_set_show_second (NEV_SPLIT (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_split_class_init (NevSplitClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_split_dispose;
  object_class->get_property = nev_split_get_property;
  object_class->set_property = nev_split_set_property;

  widget_class->map = nev_split_map;
  widget_class->measure = nev_split_measure;
  widget_class->size_allocate = nev_split_size_allocate;

  properties[PROP_SHOW_SECOND] =
    g_param_spec_boolean ("show-second", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nev_split_init (NevSplit *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  /* Which way it lies doesn't matter: it fills what it is given. */
  self->separator = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_parent (self->separator, GTK_WIDGET (self));
}

gboolean
nev_split_get_show_second (NevSplit *self)
{
  g_return_val_if_fail (NEV_IS_SPLIT (self), FALSE);

  return self->show_second;
}

/**
 * nev_split_set_show_second:
 * @self: a split with both of its children
 * @show_second: whether the second child is wanted
 *
 * Shows or leaves out the second child. It can have the focus at once.
 */
void
nev_split_set_show_second (NevSplit *self,
                           gboolean  show_second)
{
  g_return_if_fail (NEV_IS_SPLIT (self));

  show_second = !!show_second;

  if (self->show_second == show_second)
    return;

  self->show_second = show_second;
  self->second_width = 0;
  gtk_widget_set_child_visible (get_second (self), show_second);
  if (!show_second)
    gtk_widget_set_child_visible (get_first (self), TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SECOND]);
}
