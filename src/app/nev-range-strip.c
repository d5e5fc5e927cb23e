/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-range-strip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "nev-chart-style.h"
#include "nev-format.h"
#include "nev-layout.h"
#include "nev-range-grip.h"
#include "nev-range-mover.h"
#include "nev-render.h"
#include "nev-scale.h"
#include "nev-text.h"

/* The strip is laid out for all periods (nev_layout_strip()) and stays as it is while the range changes; only the window
 * moves. Dragging a handle moves that end, dragging the window all of it, a press beside it takes it there, a double-click
 * shows everything. All of it goes by whole periods.
 *
 * Keys: those of the grips (nev-range-grip.c), which take the focus.
 *
 * Where there are no more periods than must be shown it isn't visible.
 *
 * CSS: a node "rangestrip" with a trough and three grips in it. Time runs from left to right, as in the chart, in every language.
 */

/* Of the years at 96 dpi, and of the plot above them; in pixels */
#define FONT_SIZE 12.0
#define PLOT_HEIGHT 32
#define LABEL_LINES 1.6

/* Beside the plot, so that a handle at its end has room. */
#define HANDLE_WIDTH 12

/* A handle also answers to a finger beside it, and to one that comes from within, if the window is as wide. */
#define REACH 24.0
#define REACH_INSIDE 6.0

/* Of what isn't shown in the chart */
#define FADED 0.45

struct _NevRangeStrip
{
  GtkWidget parent_instance;

  /* Owned */
  NevChartState *state;
  GSignalGroup  *state_signals;
  NevRangeMover *mover;
  GtkWidget     *trough;
  GtkWidget     *grips[NEV_N_GRIPS];

  /* Owned; what the strip was made for */
  NevSpec *spec;

  /* Owned; follow from the above; NULL is stale */
  NevScene      *scene;
  NevTextMaker  *text;
  GskRenderNode *node;

  NevViewport viewport;

  /* Amid a drag */
  NevGrip     dragged;
  NevViewport base;
};

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (NevRangeStrip, nev_range_strip, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static double
get_font_size (NevRangeStrip *self)
{
  return FONT_SIZE * pango_cairo_context_get_resolution (gtk_widget_get_pango_context (GTK_WIDGET (self))) / 96;
}

static void
drop_node (NevRangeStrip *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_scene (NevRangeStrip *self)
{
  g_clear_pointer (&self->scene, nev_scene_free);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  drop_node (self);
}

static const NevScene *
ensure_scene (NevRangeStrip *self)
{
  int              width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * HANDLE_WIDTH;
  int              height = gtk_widget_get_height (GTK_WIDGET (self));
  NevLayoutOptions options = { .width = width, .height = height, .font_size = get_font_size (self), .language = nev_language_from_locale () };
  g_autoptr(NevTable) table = NULL;

  if (self->spec == NULL || (self->scene != NULL && self->scene->width == width && self->scene->height == height))
    return self->scene;

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, nev_scene_free);

  if (self->text == NULL)
    self->text = nev_text_maker_new (options.language);

  options.measure = nev_text_maker_measure;
  options.measure_data = self->text;
  table = nev_spec_create_table (self->spec);
  self->scene = nev_layout_strip (self->spec, table, &options);

  return self->scene;
}

static GskRenderNode *
ensure_node (NevRangeStrip *self)
{
  g_autoptr(GtkSnapshot) snapshot = NULL;
  cairo_t *cr;

  if (self->node != NULL)
    return self->node;

  snapshot = gtk_snapshot_new ();
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->scene->width, (float) self->scene->height));
  nev_render (self->scene, nev_chart_style_get_theme (), self->text, cr);
  cairo_destroy (cr);
  self->node = gtk_snapshot_to_node (snapshot);

  return self->node;
}

/* The periods side by side in the widget */
static NevBand
get_band (NevRangeStrip *self)
{
  return (NevBand){ HANDLE_WIDTH, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - HANDLE_WIDTH, HANDLE_WIDTH + 1),
                    (guint) MAX (self->viewport.n, 1) };
}

static double
get_left (NevRangeStrip *self)
{
  NevBand band = get_band (self);

  return round (nev_band_get_start (&band, self->viewport.start));
}

static double
get_right (NevRangeStrip *self)
{
  NevBand band = get_band (self);

  return round (nev_band_get_start (&band, self->viewport.end));
}

static void
nev_range_strip_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  NevRangeStrip *self = NEV_RANGE_STRIP (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 4 * HANDLE_WIDTH
                                                                  : PLOT_HEIGHT + (int) ceil (LABEL_LINES * get_font_size (self));
}

static void
nev_range_strip_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  NevRangeStrip  *self = NEV_RANGE_STRIP (widget);
  const NevScene *scene = ensure_scene (self);
  int             left = (int) get_left (self);
  int             right = (int) get_right (self);
  int             bottom = scene != NULL && scene->n_plots > 0 ? (int) (2 * scene->plots[0].y + scene->plots[0].height) : height;

  gtk_widget_size_allocate (self->trough, &(GtkAllocation){ HANDLE_WIDTH, 0, MAX (width - 2 * HANDLE_WIDTH, 1), bottom }, -1);
  gtk_widget_size_allocate (self->grips[NEV_GRIP_START], &(GtkAllocation){ left - HANDLE_WIDTH, 0, HANDLE_WIDTH, bottom }, -1);
  gtk_widget_size_allocate (self->grips[NEV_GRIP_WINDOW], &(GtkAllocation){ left, 0, MAX (right - left, 1), bottom }, -1);
  gtk_widget_size_allocate (self->grips[NEV_GRIP_END], &(GtkAllocation){ right, 0, HANDLE_WIDTH, bottom }, -1);
}

static void
append_part (NevRangeStrip *self,
             GtkSnapshot   *snapshot,
             float          x,
             float          y,
             float          width,
             float          height)
{
  /* GTK 4.8 loses what is clipped to nothing. */
  if (width <= 0 || height <= 0)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (x, y, width, height));
  gtk_snapshot_append_node (snapshot, ensure_node (self));
  gtk_snapshot_pop (snapshot);
}

static void
nev_range_strip_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  NevRangeStrip  *self = NEV_RANGE_STRIP (widget);
  const NevScene *scene = ensure_scene (self);
  float           left = (float) get_left (self) - HANDLE_WIDTH;
  float           width = (float) (get_right (self) - get_left (self));
  float           bottom;

  if (scene == NULL || scene->n_plots == 0)
    return;

  gtk_widget_snapshot_child (widget, self->trough, snapshot);

  bottom = (float) (2 * scene->plots[0].y + scene->plots[0].height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (HANDLE_WIDTH, 0));

  /* Faded beside the window, in full within, and the years everywhere */
  gtk_snapshot_push_opacity (snapshot, FADED);
  append_part (self, snapshot, 0, 0, left, bottom);
  append_part (self, snapshot, left + width, 0, (float) scene->width - left - width, bottom);
  gtk_snapshot_pop (snapshot);
  append_part (self, snapshot, left, 0, width, bottom);
  append_part (self, snapshot, 0, bottom, (float) scene->width, (float) scene->height - bottom);

  gtk_snapshot_restore (snapshot);

  for (guint i = 0; i < NEV_N_GRIPS; i++)
    gtk_widget_snapshot_child (widget, self->grips[i], snapshot);
}

static void
nev_range_strip_system_setting_changed (GtkWidget       *widget,
                                        GtkSystemSetting setting)
{
  NevRangeStrip *self = NEV_RANGE_STRIP (widget);

  GTK_WIDGET_CLASS (nev_range_strip_parent_class)->system_setting_changed (widget, setting);

  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_CONFIG)
    {
      g_clear_pointer (&self->text, nev_text_maker_free);
      drop_scene (self);
      gtk_widget_queue_resize (widget);
    }
}

/* What is heard of the three grips */
static void
update_accessible (NevRangeStrip *self)
{
  NevSpec         *spec = nev_chart_state_get_spec (self->state);
  NevLanguage      language = nev_language_from_locale ();
  NevPeriod        range = nev_spec_get_range (spec);
  gboolean         is_none = nev_period_is_none (range);
  g_autofree char *first = is_none ? g_strdup (_("No Periods")) : nev_format_period (nev_spec_get_period_at (spec, range.start), NEV_PERIOD_FORMAT_SHORT, language);
  g_autofree char *last = is_none ? g_strdup (_("No Periods")) : nev_format_period (nev_spec_get_period_at (spec, range.end - 1), NEV_PERIOD_FORMAT_SHORT, language);

  /* Translators: the first period that a chart shows, such as "Jan 2021" */
  g_autofree char *start = g_strdup_printf (_("Beginning: %s"), first);
  /* Translators: the last period that a chart shows */
  g_autofree char *end = g_strdup_printf (_("End: %s"), last);
  /* Translators: the first and the last period that a chart shows */
  g_autofree char *both = g_strdup_printf (_("Shown: %1$s – %2$s"), first, last);

  nev_range_grip_show (NEV_RANGE_GRIP (self->grips[NEV_GRIP_START]), self->viewport.start, self->viewport.n, start);
  nev_range_grip_show (NEV_RANGE_GRIP (self->grips[NEV_GRIP_END]), self->viewport.end, self->viewport.n, end);
  nev_range_grip_show (NEV_RANGE_GRIP (self->grips[NEV_GRIP_WINDOW]), self->viewport.start, self->viewport.n, both);
}

/* What the strip shows of a chart: all of the periods, and none of the words. */
static NevSpec *
create_spec (NevSpec *chart)
{
  NevSpec *spec = nev_spec_copy (chart);

  nev_spec_set_range (spec, 0, 0);
  nev_spec_set_seasonal (spec, FALSE);
  nev_spec_set_against (spec, NEV_PERIOD_NONE);
  nev_spec_set_title (spec, NULL);
  nev_spec_set_subtitle (spec, NULL);
  nev_spec_set_footnote (spec, NULL);

  return spec;
}

/* The range alone moves the window; whatever else changes makes another picture. */
static void
update (NevRangeStrip *self)
{
  g_autoptr(NevSpec) spec = NULL;
  NevViewport viewport;

  if (self->state == NULL)
    return;

  /* A ranking is of one period. */
  if (nev_spec_get_arrangement (nev_chart_state_get_spec (self->state)) == NEV_ARRANGEMENT_RANKING)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  spec = create_spec (nev_chart_state_get_spec (self->state));

  if (self->spec == NULL || !nev_spec_equal (self->spec, spec))
    {
      g_set_object (&self->spec, spec);
      drop_scene (self);
    }

  viewport = nev_viewport_from_spec (nev_chart_state_get_spec (self->state));
  if (viewport.start != self->viewport.start || viewport.end != self->viewport.end || viewport.n != self->viewport.n)
    {
      self->viewport = viewport;
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }

  gtk_widget_set_visible (GTK_WIDGET (self), viewport.n > NEV_VIEWPORT_MIN_PERIODS);
  update_accessible (self);
}

/* What a press takes hold of; NEV_N_GRIPS beside the window. Its handles are in reach from without, and from within
 * where that leaves something to take hold of the window by.
 */
static NevGrip
find_grip (NevRangeStrip *self,
           double         x)
{
  double left = get_left (self);
  double right = get_right (self);
  double inside = MIN (REACH_INSIDE, (right - left) / 4);

  if (x < left - REACH || x > right + REACH)
    return NEV_N_GRIPS;

  if (x < left + inside)
    return NEV_GRIP_START;

  return x > right - inside ? NEV_GRIP_END : NEV_GRIP_WINDOW;
}

static void
set_cursor (NevRangeStrip *self,
            NevGrip        grip,
            gboolean       is_dragged)
{
  static const char *const names[] = {
    [NEV_GRIP_START] = "ew-resize",
    [NEV_GRIP_WINDOW] = "grab",
    [NEV_GRIP_END] = "ew-resize",
    [NEV_N_GRIPS] = "pointer",
  };

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_dragged && grip == NEV_GRIP_WINDOW ? "grabbing" : names[grip]);
}

static void
motion_cb (NevRangeStrip            *self,
           double                    x,
           double                    y,
           GtkEventControllerMotion *motion)
{
  if (!(gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (motion)) & GDK_BUTTON1_MASK))
    set_cursor (self, find_grip (self, x), FALSE);
}

static NevViewport
move_grip (NevViewport viewport,
           NevGrip     grip,
           double      n_periods)
{
  switch (grip)
    {
    case NEV_GRIP_START:
      return nev_viewport_set_start (viewport, viewport.start + n_periods);

    case NEV_GRIP_END:
      return nev_viewport_set_end (viewport, viewport.end + n_periods);

    case NEV_GRIP_WINDOW:
    case NEV_N_GRIPS:
    default:
      return nev_viewport_pan (viewport, n_periods);
    }
}

static void
drag_begin_cb (NevRangeStrip *self,
               double         x,
               double         y,
               GtkGesture    *drag)
{
  NevBand band = get_band (self);

  if (self->state == NULL)
    return;

  gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
  self->dragged = find_grip (self, x);
  self->base = self->viewport;

  /* Beside the window: its middle comes here, and it can be dragged on. */
  if (self->dragged == NEV_N_GRIPS)
    {
      double place = (x - band.range_min) / nev_band_get_width (&band);

      self->dragged = NEV_GRIP_WINDOW;
      self->base = nev_viewport_round (nev_viewport_pan (self->base, place - (self->base.start + self->base.end) / 2));
      nev_range_mover_set (self->mover, self->state, self->base);
    }

  set_cursor (self, self->dragged, TRUE);
  gtk_widget_grab_focus (self->grips[self->dragged]);
}

static void
drag_update_cb (NevRangeStrip *self,
                double         x)
{
  NevBand band = get_band (self);

  if (self->state != NULL)
    nev_range_mover_set (self->mover, self->state,
                         move_grip (self->base, self->dragged, round (x / nev_band_get_width (&band))));
}

static void
drag_end_cb (NevRangeStrip *self)
{
  nev_range_mover_end (self->mover, NEV_MOVE_IS_OVER);
  set_cursor (self, self->dragged, FALSE);
}

static void
pressed_cb (NevRangeStrip *self,
            int            n_press)
{
  if (n_press == 2 && self->state != NULL)
    nev_range_mover_set (self->mover, self->state, self->base = nev_viewport_all (self->viewport));
}

static void
grip_move_cb (NevRangeStrip *self,
              NevGrip        grip,
              int            n_periods)
{
  if (self->state == NULL)
    return;

  nev_range_mover_set (self->mover, self->state,
                       move_grip (nev_viewport_round (nev_range_mover_get (self->mover, self->state)), grip, n_periods));
  nev_range_mover_end (self->mover, NEV_MOVE_MAY_GO_ON);
}

static void
nev_range_strip_dispose (GObject *object)
{
  NevRangeStrip *self = NEV_RANGE_STRIP (object);

  g_clear_pointer (&self->mover, nev_range_mover_free);
  g_clear_object (&self->state_signals);
  g_clear_object (&self->state);
  g_clear_object (&self->spec);
  g_clear_pointer (&self->trough, gtk_widget_unparent);
  for (guint i = 0; i < NEV_N_GRIPS; i++)
    g_clear_pointer (&self->grips[i], gtk_widget_unparent);

  G_OBJECT_CLASS (nev_range_strip_parent_class)->dispose (object);
}

static void
nev_range_strip_finalize (GObject *object)
{
  NevRangeStrip *self = NEV_RANGE_STRIP (object);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, nev_scene_free);
  g_clear_pointer (&self->text, nev_text_maker_free);

  G_OBJECT_CLASS (nev_range_strip_parent_class)->finalize (object);
}

static void
nev_range_strip_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  NevRangeStrip *self = NEV_RANGE_STRIP (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_range_strip_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  NevRangeStrip *self = NEV_RANGE_STRIP (object);

  switch (prop_id)
    {
    case PROP_STATE:
      nev_range_strip_set_state (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_range_strip_class_init (NevRangeStripClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_range_strip_dispose;
  object_class->finalize = nev_range_strip_finalize;
  object_class->get_property = nev_range_strip_get_property;
  object_class->set_property = nev_range_strip_set_property;

  widget_class->measure = nev_range_strip_measure;
  widget_class->size_allocate = nev_range_strip_size_allocate;
  widget_class->snapshot = nev_range_strip_snapshot;
  widget_class->system_setting_changed = nev_range_strip_system_setting_changed;

  properties[PROP_STATE] =
    g_param_spec_object ("state", NULL, NULL, NEV_TYPE_CHART_STATE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "rangestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nev_range_strip_init (NevRangeStrip *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  self->mover = nev_range_mover_new (GTK_WIDGET (self));
  self->dragged = NEV_N_GRIPS;

  self->state_signals = g_signal_group_new (NEV_TYPE_CHART_STATE);
  g_signal_group_connect_swapped (self->state_signals, "changed", G_CALLBACK (update), self);

  self->trough = g_object_new (ADW_TYPE_BIN, "css-name", "trough", "can-target", FALSE, NULL);
  gtk_widget_set_parent (self->trough, GTK_WIDGET (self));

  /* One after another for Tab */
  for (guint i = 0; i < NEV_N_GRIPS; i++)
    {
      self->grips[i] = nev_range_grip_new ((NevGrip) i);
      gtk_widget_set_parent (self->grips[i], GTK_WIDGET (self));
      g_signal_connect_object (self->grips[i], "move", G_CALLBACK (grip_move_cb), self, G_CONNECT_SWAPPED);
    }

  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  /* Both see the same press. */
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (click, drag);

  nev_chart_style_watch (GTK_WIDGET (self), G_CALLBACK (drop_node));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Range"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

NevChartState *
nev_range_strip_get_state (NevRangeStrip *self)
{
  g_return_val_if_fail (NEV_IS_RANGE_STRIP (self), NULL);

  return self->state;
}

void
nev_range_strip_set_state (NevRangeStrip *self,
                           NevChartState *state)
{
  g_return_if_fail (NEV_IS_RANGE_STRIP (self));
  g_return_if_fail (state == NULL || NEV_IS_CHART_STATE (state));

  if (!g_set_object (&self->state, state))
    return;

  nev_range_mover_end (self->mover, NEV_MOVE_IS_OVER);
  g_signal_group_set_target (self->state_signals, state);
  update (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * nev_range_strip_get_scene:
 * @self: a range strip
 *
 * Returns: (transfer none) (nullable): what is drawn below the window; %NULL before the first frame and after a change
 */
const NevScene *
nev_range_strip_get_scene (NevRangeStrip *self)
{
  g_return_val_if_fail (NEV_IS_RANGE_STRIP (self), NULL);

  return self->scene;
}
