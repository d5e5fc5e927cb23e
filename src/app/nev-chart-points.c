/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-chart-points.h"

#include <math.h>

#include "nev-words.h"

/* The points of a chart as objects for a screen reader, which GTK can do from 4.10 on: each has what is said of it as its name
 * and the place of its mark. They are made when they are first asked for, and again when the table is another one; a chart that is
 * only drawn anew keeps them.
 *
 * From 4.18 on the selected one has the focus as far as a screen reader is concerned, though it is the chart that gets the keys.
 * With older versions the chart says it as its description (nev-chart-view.c).
 */

#if GTK_CHECK_VERSION(4, 10, 0)

/* More than these are too many to be walked through and would have to be made at once: then there are those of one series only, and
 * of its periods a run of as many, that in which the selection lies.
 */
#define MAX_POINTS 240

/* As high as what can be hit by a finger, in pixels. */
#define POINT_HEIGHT 24.0

#define POINTS "nev-chart-points"

G_GNUC_BEGIN_IGNORE_DEPRECATIONS /* newer than the oldest GTK that is built with */

#define NEV_TYPE_CHART_POINT (nev_chart_point_get_type ())
G_DECLARE_FINAL_TYPE (NevChartPoint, nev_chart_point, NEV, CHART_POINT, GObject)

/* clang-format off */
typedef struct
{
  /* Borrowed */
  NevChartView  *view;
  NevChartPoint *selected; /* one of the points, or NULL */

  /* Owned */
  GSignalGroup *state_signals;
  GPtrArray    *points; /* (element-type NevChartPoint) in the order of series, then periods; NULL until asked for */
} NevChartPoints;
/* clang-format on */

struct _NevChartPoint
{
  GObject parent_instance;

  /* Owned */
  GtkATContext *context;

  /* Borrowed; NULL when the chart has others or is gone */
  NevChartPoints *points;

  NevDatum datum;
  guint    index;
};

enum
{
  PROP_0,
  PROP_ACCESSIBLE_ROLE,
};

static const GtkAccessibleInterface *widget_iface;

static void nev_chart_point_init_accessible (GtkAccessibleInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (NevChartPoint, nev_chart_point, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, nev_chart_point_init_accessible))
/* clang-format on */

static GtkATContext *
nev_chart_point_get_at_context (GtkAccessible *accessible)
{
  NevChartPoint   *self = NEV_CHART_POINT (accessible);
  NevChartState   *state = self->points != NULL ? nev_chart_view_get_state (self->points->view) : NULL;
  g_autofree char *words = NULL;

  if (self->context == NULL && state != NULL)
    {
      words = nev_words_spoken (nev_spec_get_dataset (nev_chart_state_get_spec (state)),
                                nev_chart_state_get_reading (state, self->datum), nev_language_from_locale ());
      self->context = gtk_at_context_create (GTK_ACCESSIBLE_ROLE_LIST_ITEM, accessible,
                                             gtk_widget_get_display (GTK_WIDGET (self->points->view)));
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_SELECTED, self->points->selected == self, -1);
    }

  return self->context != NULL ? g_object_ref (self->context) : NULL;
}

static gboolean
nev_chart_point_get_platform_state (GtkAccessible             *accessible,
                                    GtkAccessiblePlatformState state)
{
  NevChartPoint *self = NEV_CHART_POINT (accessible);

  if (self->points == NULL || !nev_chart_points_speak ())
    return FALSE;

  if (state == GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED)
    return self->points->selected == self && gtk_widget_has_focus (GTK_WIDGET (self->points->view));

  return state == GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE;
}

static GtkAccessible *
nev_chart_point_get_accessible_parent (GtkAccessible *accessible)
{
  NevChartPoint *self = NEV_CHART_POINT (accessible);

  return self->points != NULL ? GTK_ACCESSIBLE (g_object_ref (self->points->view)) : NULL;
}

/* Points have nothing within them. */
static GtkAccessible *
nev_chart_point_get_first_accessible_child (GtkAccessible *accessible)
{
  return NULL;
}

/* Behind the last point comes what the chart has as a widget. */
static GtkAccessible *
nev_chart_point_get_next_accessible_sibling (GtkAccessible *accessible)
{
  NevChartPoint *self = NEV_CHART_POINT (accessible);

  if (self->points == NULL)
    return NULL;

  if (self->index + 1 < self->points->points->len)
    return g_object_ref (g_ptr_array_index (self->points->points, self->index + 1));

  return widget_iface->get_first_accessible_child (GTK_ACCESSIBLE (self->points->view));
}

/* GTK takes what is written here even when it is told that there is nothing. */
static gboolean
nev_chart_point_get_bounds (GtkAccessible *accessible,
                            int           *x,
                            int           *y,
                            int           *width,
                            int           *height)
{
  NevChartPoint  *self = NEV_CHART_POINT (accessible);
  const NevScene *scene = self->points != NULL ? nev_chart_view_get_scene (self->points->view) : NULL;
  const NevHit   *hit = scene != NULL ? nev_scene_find_hit (scene, self->datum) : NULL;

  *x = *y = *width = *height = 0;
  if (hit == NULL)
    return FALSE;

  *x = (int) floor (hit->x);
  *y = (int) floor (hit->anchor_y - POINT_HEIGHT / 2);
  *width = (int) ceil (hit->x + hit->width) - *x;
  *height = (int) POINT_HEIGHT;

  return TRUE;
}

static void
nev_chart_point_init_accessible (GtkAccessibleInterface *iface)
{
  iface->get_at_context = nev_chart_point_get_at_context;
  iface->get_platform_state = nev_chart_point_get_platform_state;
  iface->get_accessible_parent = nev_chart_point_get_accessible_parent;
  iface->get_first_accessible_child = nev_chart_point_get_first_accessible_child;
  iface->get_next_accessible_sibling = nev_chart_point_get_next_accessible_sibling;
  iface->get_bounds = nev_chart_point_get_bounds;
}

static void
nev_chart_point_dispose (GObject *object)
{
  NevChartPoint *self = NEV_CHART_POINT (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (nev_chart_point_parent_class)->dispose (object);
}

static void
nev_chart_point_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_ACCESSIBLE_ROLE)
    g_value_set_enum (value, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/* The interface wants the role to be writable; it is what it is. */
static void
nev_chart_point_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id != PROP_ACCESSIBLE_ROLE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
nev_chart_point_class_init (NevChartPointClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nev_chart_point_dispose;
  object_class->get_property = nev_chart_point_get_property;
  object_class->set_property = nev_chart_point_set_property;

  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE, "accessible-role");
}

static void
nev_chart_point_init (NevChartPoint *self)
{
}

static void
add_point (NevChartPoints *self,
           NevTable       *table,
           guint           column,
           guint           row)
{
  NevChartPoint *point;

  /* Where runs lie over each other, some are shorter. */
  if (nev_table_get_reading (table, column, row)->gap == NEV_GAP_NOT_SHOWN)
    return;

  point = g_object_new (NEV_TYPE_CHART_POINT, NULL);
  point->points = self;
  point->datum = (NevDatum){ (int) column, (int) row };
  point->index = self->points->len;
  g_ptr_array_add (self->points, point);
}

static void
drop_points (NevChartPoints *self)
{
  self->selected = NULL;

  if (self->points == NULL)
    return;

  for (guint i = 0; i < self->points->len; i++)
    {
      NevChartPoint *point = g_ptr_array_index (self->points, i);

      point->points = NULL;
    }

  g_clear_pointer (&self->points, g_ptr_array_unref);
}

static void
ensure_points (NevChartPoints *self)
{
  NevChartState *state = nev_chart_view_get_state (self->view);
  NevTable      *table;
  NevDatum       selection;
  guint          n_columns, n_rows, column, row;

  if (self->points != NULL || state == NULL)
    return;

  self->points = g_ptr_array_new_with_free_func (g_object_unref);
  table = nev_chart_state_get_table (state);
  n_columns = nev_table_get_n_columns (table);
  n_rows = nev_table_get_n_rows (table);

  if (n_columns * n_rows <= MAX_POINTS)
    {
      for (column = 0; column < n_columns; column++)
        for (row = 0; row < n_rows; row++)
          add_point (self, table, column, row);
      return;
    }

  selection = nev_chart_state_get_selection (state);
  column = (guint) MAX (selection.column, 0);
  row = (guint) MAX (selection.row, 0) / MAX_POINTS * MAX_POINTS;
  for (guint end = MIN (row + MAX_POINTS, n_rows); row < end; row++)
    add_point (self, table, column, row);
}

static NevChartPoint *
look_up (NevChartPoints *self,
         NevDatum        datum)
{
  ensure_points (self);

  for (guint i = 0; self->points != NULL && i < self->points->len; i++)
    {
      NevChartPoint *point = g_ptr_array_index (self->points, i);

      if (nev_datum_equal (point->datum, datum))
        return point;
    }

  return NULL;
}

/* The point of a datum, among others than before if need be. */
static NevChartPoint *
find_point (NevChartPoints *self,
            NevDatum        datum)
{
  NevChartPoint *point = look_up (self, datum);

  if (point != NULL)
    return point;

  drop_points (self);

  return look_up (self, datum);
}

static void
tell_focus (gpointer accessible)
{
#if GTK_CHECK_VERSION(4, 18, 0)
  gtk_accessible_update_platform_state (GTK_ACCESSIBLE (accessible), GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
#endif
}

static void
tell_selected (NevChartPoint *point,
               gboolean       is_selected)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (point), GTK_ACCESSIBLE_STATE_SELECTED, is_selected, -1);
}

/* Nobody asks for points of a chart that hasn't the focus, unless they were asked for before. */
static void
selection_changed_cb (NevChartPoints *self)
{
  NevChartState *state = nev_chart_view_get_state (self->view);
  NevDatum       selection = state != NULL ? nev_chart_state_get_selection (state) : NEV_DATUM_NONE;
  gboolean       has_focus = gtk_widget_has_focus (GTK_WIDGET (self->view));
  g_autoptr(NevChartPoint) before = self->selected != NULL ? g_object_ref (self->selected) : NULL;
  NevChartPoint *point = NULL;

  if (!nev_datum_is_none (selection) && (has_focus || self->points != NULL))
    point = find_point (self, selection);

  if (point == before)
    return;

  /* First, as it is asked for what it is told of. */
  self->selected = point;

  if (before != NULL)
    tell_selected (before, FALSE);
  if (point != NULL)
    tell_selected (point, TRUE);

  if (!has_focus)
    return;

  tell_focus (before != NULL ? (gpointer) before : self->view);
  tell_focus (point != NULL ? (gpointer) point : self->view);
}

static void
has_focus_changed_cb (NevChartPoints *self)
{
  NevChartPoint *before = self->selected;

  selection_changed_cb (self);

  /* Otherwise it has been told. */
  if (before != NULL && self->selected == before)
    tell_focus (before);
}

/* The cells of another table. */
static void
table_changed_cb (NevChartPoints *self)
{
  drop_points (self);
  selection_changed_cb (self);
}

static void
state_notify_cb (NevChartPoints *self)
{
  g_signal_group_set_target (self->state_signals, nev_chart_view_get_state (self->view));
  table_changed_cb (self);
}

static void
nev_chart_points_free (NevChartPoints *self)
{
  drop_points (self);
  g_object_unref (self->state_signals);
  g_free (self);
}

static NevChartPoints *
get_points (GtkAccessible *view)
{
  return g_object_get_data (G_OBJECT (view), POINTS);
}

static GtkAccessible *
nev_chart_points_get_first_accessible_child (GtkAccessible *accessible)
{
  NevChartPoints *self = get_points (accessible);

  if (self != NULL)
    {
      ensure_points (self);
      if (self->points != NULL && self->points->len > 0)
        return g_object_ref (g_ptr_array_index (self->points, 0));
    }

  return widget_iface->get_first_accessible_child (accessible);
}

static gboolean
nev_chart_points_get_platform_state (GtkAccessible             *accessible,
                                     GtkAccessiblePlatformState state)
{
  NevChartPoints *self = get_points (accessible);

  if (state == GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED && nev_chart_points_speak () && self != NULL && self->selected != NULL)
    return FALSE;

  return widget_iface->get_platform_state (accessible, state);
}

static void
init_view_accessible (GtkAccessibleInterface *iface,
                      gpointer                data)
{
  widget_iface = g_type_interface_peek_parent (iface);

  iface->get_first_accessible_child = nev_chart_points_get_first_accessible_child;
  iface->get_platform_state = nev_chart_points_get_platform_state;
}
#endif

/**
 * nev_chart_points_implement:
 * @view_type: that of #NevChartView, while it is made
 *
 * Lets points be children of their chart. With GTK before 4.10 nothing is done.
 */
void
nev_chart_points_implement (GType view_type)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  const GInterfaceInfo info = { (GInterfaceInitFunc) init_view_accessible, NULL, NULL };

  g_type_add_interface_static (view_type, GTK_TYPE_ACCESSIBLE, &info);
#endif
}

/**
 * nev_chart_points_attach:
 * @view: a chart
 *
 * Shows the points of a chart to screen readers. With GTK before 4.10 nothing is done.
 */
void
nev_chart_points_attach (NevChartView *view)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  NevChartPoints *self = g_new0 (NevChartPoints, 1);

  self->view = view;
  self->state_signals = g_signal_group_new (NEV_TYPE_CHART_STATE);
  g_signal_group_connect_swapped (self->state_signals, "changed", G_CALLBACK (table_changed_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "selection-changed", G_CALLBACK (selection_changed_cb), self);

  g_object_set_data_full (G_OBJECT (view), POINTS, self, (GDestroyNotify) nev_chart_points_free);
  g_signal_connect_swapped (view, "notify::state", G_CALLBACK (state_notify_cb), self);
  g_signal_connect_swapped (view, "notify::has-focus", G_CALLBACK (has_focus_changed_cb), self);
#endif
}

/**
 * nev_chart_points_speak:
 *
 * Returns: whether a selected point has the focus and so says itself; otherwise the chart has to say it
 */
gboolean
nev_chart_points_speak (void)
{
#if GTK_CHECK_VERSION(4, 18, 0)
  return TRUE;
#else
  return FALSE;
#endif
}

#if GTK_CHECK_VERSION(4, 10, 0)
G_GNUC_END_IGNORE_DEPRECATIONS
#endif
