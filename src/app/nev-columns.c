/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-columns.h"

/* The first child is something to look at and takes what room there is; the second one is a list that scrolls. So
 * the smallest size is that of the folded form, and nothing depends on a width that isn't known yet.
 */

/* Below this width the children stand one above the other. */
#define FOLD_WIDTH 640

/* Of the list, side by side. */
#define LIST_WIDTH 380

/* The most of a folded height that is given to what is looked at. */
#define MAX_SHARE 0.42

struct _NevColumns
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (NevColumns, nev_columns, GTK_TYPE_WIDGET)

static void
nev_columns_measure (GtkWidget     *widget,
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
      *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (*minimum, child_minimum) : *minimum + child_minimum;
      *natural += child_natural;
    }

  *natural = MAX (*minimum, *natural);
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
nev_columns_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  gboolean   is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int        minimum, natural, first_height;

  if (width >= FOLD_WIDTH)
    {
      allocate (first, is_rtl ? LIST_WIDTH : 0, 0, width - LIST_WIDTH, height);
      allocate (second, is_rtl ? 0 : width - LIST_WIDTH, 0, LIST_WIDTH, height);
      return;
    }

  gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  first_height = MAX (minimum, MIN (natural, (int) (height * MAX_SHARE)));
  allocate (first, 0, 0, width, first_height);
  allocate (second, 0, first_height, width, MAX (height - first_height, 0));
}

static void
nev_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (nev_columns_parent_class)->dispose (object);
}

static void
nev_columns_class_init (NevColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nev_columns_dispose;

  widget_class->measure = nev_columns_measure;
  widget_class->size_allocate = nev_columns_size_allocate;
}

static void
nev_columns_init (NevColumns *self)
{
}
