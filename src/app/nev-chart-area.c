/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-chart-area.h"

/* The first child is the chart, the last one a strip below it, which is there only where the chart keeps enough height. */

/* Of the chart, in pixels; a lower one has the strip's room too */
#define CHART_HEIGHT 270

struct _NevChartArea
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (NevChartArea, nev_chart_area, GTK_TYPE_WIDGET)

static void
nev_chart_area_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  GtkWidget *strip = gtk_widget_get_last_child (widget);
  int        strip_minimum = 0, strip_natural = 0;

  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural, NULL, NULL);

  if (gtk_widget_get_visible (strip))
    gtk_widget_measure (strip, orientation, -1, &strip_minimum, &strip_natural, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, strip_minimum);
      *natural = MAX (*natural, strip_natural);
    }
  else
    {
      *natural += strip_natural;
    }
}

static void
nev_chart_area_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GtkWidget *chart = gtk_widget_get_first_child (widget);
  GtkWidget *strip = gtk_widget_get_last_child (widget);
  int        strip_height = 0;
  gboolean   has_room = FALSE;

  if (gtk_widget_get_visible (strip))
    {
      gtk_widget_measure (strip, GTK_ORIENTATION_VERTICAL, -1, &strip_height, NULL, NULL, NULL);
      has_room = height - strip_height >= CHART_HEIGHT;
    }

  gtk_widget_set_child_visible (strip, has_room);
  if (!has_room)
    strip_height = 0;

  gtk_widget_size_allocate (chart, &(GtkAllocation){ 0, 0, width, height - strip_height }, -1);
  if (has_room)
    gtk_widget_size_allocate (strip, &(GtkAllocation){ 0, height - strip_height, width, strip_height }, -1);
}

static void
nev_chart_area_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (nev_chart_area_parent_class)->dispose (object);
}

static void
nev_chart_area_class_init (NevChartAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nev_chart_area_dispose;

  widget_class->measure = nev_chart_area_measure;
  widget_class->size_allocate = nev_chart_area_size_allocate;
}

static void
nev_chart_area_init (NevChartArea *self)
{
}
