/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-chart-view.h"

#include "nev-chart-keys.h"
#include "nev-chart-points.h"
#include "nev-chart-style.h"
#include "nev-highlight.h"
#include "nev-picture.h"
#include "nev-reading-card.h"
#include "nev-words.h"

/* Draws one chart. The scene and its render node are kept until what is shown, the size, the style or
 * the text scale changes; the pointer and the selection are painted above them as a few small nodes.
 *
 * Pointer: hovering shows the reading in a card beside the mark, a click selects it and asks for its
 * details. Keys: see nev-chart-keys.c. One tab stop.
 *
 * Accessibility: an image whose name is the chart's title and whose description is the chart's summary and its keys. Its points are
 * within it (nev-chart-points.c); where the toolkit is too old for the selected one to say itself, the reading is the description.
 *
 * CSS: one node, "chart".
 */

/* Of the axis labels at 96 dpi, in pixels: the smallest letters, which are 0.85 of them, are 12 pixels high, or 9 points. */
#define FONT_SIZE 14.2

struct _NevChartView
{
  GtkWidget parent_instance;

  /* Owned */
  NevChartState *state;
  GSignalGroup  *state_signals;
  NevPicture    *picture;
  GtkWidget     *card;
  char          *said_title;

  NevLanguage language;
  NevDatum    hover;
  double      pointer_x, pointer_y;
  gboolean    quiet;
  gboolean    scales_text;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_QUIET,
  PROP_SCALES_TEXT,
  N_PROPS
};

enum
{
  SIGNAL_DETAILS_REQUESTED,
  N_SIGNALS
};

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (NevChartView, nev_chart_view, GTK_TYPE_WIDGET,
                               nev_chart_points_implement (g_define_type_id))
/* clang-format on */

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static double
get_font_size (NevChartView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  /* The layout's choice, as in a file */
  if (self->scales_text)
    return 0;

  return FONT_SIZE * pango_cairo_context_get_resolution (context) / 96;
}

/* What the card and the description tell of: the mark under the pointer, else the selection. */
static NevDatum
get_current (NevChartView *self)
{
  return nev_datum_is_none (self->hover) ? nev_chart_state_get_selection (self->state) : self->hover;
}

static void
update_accessible (NevChartView *self)
{
  const NevScene  *scene = nev_picture_get_scene (self->picture);
  NevDatum         selection = nev_chart_state_get_selection (self->state);
  g_autofree char *said = NULL;

  /* A property that is named again is said again, so the title only when it is another. */
  if (scene != NULL && g_strcmp0 (scene->title, self->said_title) != 0)
    {
      g_free (self->said_title);
      self->said_title = g_strdup (scene->title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->said_title, -1);
    }

  if (!nev_datum_is_none (selection) && !nev_chart_points_speak ())
    said = nev_words_spoken (nev_spec_get_dataset (nev_chart_state_get_spec (self->state)),
                             nev_chart_state_get_reading (self->state, selection), self->language);
  else if (scene != NULL)
    said = g_strdup_printf ("%s\n%s", scene->description, nev_chart_keys_get_instructions ());

  if (said != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
}

static void
place_card (NevChartView *self)
{
  GtkWidget      *widget = GTK_WIDGET (self);
  const NevScene *scene = nev_picture_get_scene (self->picture);
  const NevHit   *hit = scene != NULL ? nev_scene_find_hit (scene, get_current (self)) : NULL;

  if (hit != NULL)
    nev_reading_card_place (NEV_READING_CARD (self->card), hit->anchor_x, hit->anchor_y,
                            gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

/* Nothing is laid out for that, unless the chart is another one. */
static void
update_card (NevChartView *self)
{
  const NevReading *reading = NULL;

  if (self->state != NULL)
    {
      NevDatum current = get_current (self);

      if (!self->quiet || !nev_datum_equal (current, nev_chart_state_get_selection (self->state)))
        reading = nev_chart_state_get_reading (self->state, current);
    }

  gtk_widget_set_child_visible (self->card, reading != NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (reading == NULL)
    return;

  nev_reading_card_show (NEV_READING_CARD (self->card),
                         nev_spec_get_dataset (nev_chart_state_get_spec (self->state)), reading, self->language);

  if (nev_picture_get_scene (self->picture) != NULL)
    place_card (self);
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
restyle (NevChartView *self)
{
  nev_picture_drop_node (self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static const NevScene *
ensure_scene (NevChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->state != NULL &&
      nev_picture_lay_out (self->picture, self->state, gtk_widget_get_width (widget), gtk_widget_get_height (widget), get_font_size (self)))
    update_accessible (self);

  return nev_picture_get_scene (self->picture);
}

static void
nev_chart_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  NevChartView   *self = NEV_CHART_VIEW (widget);
  const NevScene *scene = ensure_scene (self);
  GskRenderer    *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  NevDatum        selection;

  if (scene == NULL)
    return;

  gtk_snapshot_append_node (snapshot, nev_picture_render (self->picture, nev_chart_style_get_theme (), renderer));

  selection = nev_chart_state_get_selection (self->state);
  nev_highlight_snapshot (scene, nev_chart_style_get_theme (), selection, gtk_widget_get_scale_factor (widget), snapshot);
  if (!nev_datum_equal (self->hover, selection))
    nev_highlight_snapshot (scene, nev_chart_style_get_theme (), self->hover, gtk_widget_get_scale_factor (widget), snapshot);

  gtk_widget_snapshot_child (widget, self->card, snapshot);
}

static void
nev_chart_view_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 280 : 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 720 : 440;
}

static void
nev_chart_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  NevChartView *self = NEV_CHART_VIEW (widget);

  if (!gtk_widget_get_child_visible (self->card))
    return;

  ensure_scene (self);
  place_card (self);
}

static void
nev_chart_view_system_setting_changed (GtkWidget       *widget,
                                       GtkSystemSetting setting)
{
  NevChartView *self = NEV_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (nev_chart_view_parent_class)->system_setting_changed (widget, setting);

  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_CONFIG)
    {
      nev_picture_drop_fonts (self->picture);
      gtk_widget_queue_draw (widget);
    }
}

static void
state_changed_cb (NevChartView *self)
{
  self->hover = NEV_DATUM_NONE;
  nev_picture_drop_layout (self->picture);
  update_card (self);
}

static void
selection_changed_cb (NevChartView *self)
{
  update_accessible (self);
  update_card (self);
}

static void
set_hover (NevChartView *self,
           NevDatum      hover)
{
  if (nev_datum_equal (hover, self->hover))
    return;

  self->hover = hover;
  update_card (self);
}

/* What is dragged isn't read. */
static gboolean
is_dragging (GtkEventControllerMotion *motion)
{
  return (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (motion)) & GDK_BUTTON1_MASK) != 0;
}

/* The chart may come to lie under a pointer that rests, which must not take over from the keys. */
static void
enter_cb (NevChartView             *self,
          double                    x,
          double                    y,
          GtkEventControllerMotion *motion)
{
  self->pointer_x = x;
  self->pointer_y = y;

  if (self->state != NULL && nev_datum_is_none (nev_chart_state_get_selection (self->state)) && !is_dragging (motion))
    nev_chart_view_hover (self, x, y);
}

/* GTK repeats a motion after each allocation. */
static void
motion_cb (NevChartView             *self,
           double                    x,
           double                    y,
           GtkEventControllerMotion *motion)
{
  if ((x == self->pointer_x && y == self->pointer_y) || is_dragging (motion))
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  nev_chart_view_hover (self, x, y);
}

static void
leave_cb (NevChartView *self)
{
  set_hover (self, NEV_DATUM_NONE);
}

static void
pressed_cb (NevChartView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
released_cb (NevChartView *self,
             int           n_press,
             double        x,
             double        y)
{
  /* The second click of two shows the whole chart (nev-chart-zoom.c). */
  if (self->state == NULL || n_press > 1)
    return;

  /* What is told of at that place is what is selected. */
  self->pointer_x = x;
  self->pointer_y = y;
  nev_chart_view_hover (self, x, y);
  nev_chart_state_select (self->state, self->hover);
  if (!nev_datum_is_none (self->hover))
    g_signal_emit (self, signals[SIGNAL_DETAILS_REQUESTED], 0);
}

static void
nev_chart_view_dispose (GObject *object)
{
  NevChartView *self = NEV_CHART_VIEW (object);

  g_clear_object (&self->state_signals);
  g_clear_object (&self->state);
  g_clear_pointer (&self->card, gtk_widget_unparent);

  G_OBJECT_CLASS (nev_chart_view_parent_class)->dispose (object);
}

static void
nev_chart_view_finalize (GObject *object)
{
  NevChartView *self = NEV_CHART_VIEW (object);

  g_free (self->said_title);
  nev_picture_free (self->picture);

  G_OBJECT_CLASS (nev_chart_view_parent_class)->finalize (object);
}

static void
nev_chart_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  NevChartView *self = NEV_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;

    case PROP_QUIET:
      g_value_set_boolean (value, self->quiet);
      break;

    case PROP_SCALES_TEXT:
      g_value_set_boolean (value, self->scales_text);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_chart_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  NevChartView *self = NEV_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_STATE:
      nev_chart_view_set_state (self, g_value_get_object (value));
      break;

    case PROP_QUIET:
      nev_chart_view_set_quiet (self, g_value_get_boolean (value));
      break;

    case PROP_SCALES_TEXT:
      nev_chart_view_set_scales_text (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_chart_view_class_init (NevChartViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_chart_view_dispose;
  object_class->finalize = nev_chart_view_finalize;
  object_class->get_property = nev_chart_view_get_property;
  object_class->set_property = nev_chart_view_set_property;

  widget_class->measure = nev_chart_view_measure;
  widget_class->size_allocate = nev_chart_view_size_allocate;
  widget_class->snapshot = nev_chart_view_snapshot;
  widget_class->system_setting_changed = nev_chart_view_system_setting_changed;

  properties[PROP_STATE] =
    g_param_spec_object ("state", NULL, NULL, NEV_TYPE_CHART_STATE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_QUIET] =
    g_param_spec_boolean ("quiet", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_SCALES_TEXT] =
    g_param_spec_boolean ("scales-text", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Somebody wants to know how the selected number was obtained. */
  signals[SIGNAL_DETAILS_REQUESTED] =
    g_signal_new ("details-requested", NEV_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  nev_chart_keys_install (widget_class);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nev_chart_view_init (NevChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  self->language = nev_language_from_locale ();
  self->picture = nev_picture_new (self->language);
  self->hover = NEV_DATUM_NONE;

  self->state_signals = g_signal_group_new (NEV_TYPE_CHART_STATE);
  g_signal_group_connect_swapped (self->state_signals, "changed", G_CALLBACK (state_changed_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "selection-changed", G_CALLBACK (selection_changed_cb), self);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  self->card = g_object_new (NEV_TYPE_READING_CARD, NULL);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->card, FALSE);

  g_signal_connect_object (motion, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  nev_chart_points_attach (self);
  nev_chart_style_watch (GTK_WIDGET (self), G_CALLBACK (restyle));
}

NevChartState *
nev_chart_view_get_state (NevChartView *self)
{
  g_return_val_if_fail (NEV_IS_CHART_VIEW (self), NULL);

  return self->state;
}

void
nev_chart_view_set_state (NevChartView  *self,
                          NevChartState *state)
{
  g_return_if_fail (NEV_IS_CHART_VIEW (self));
  g_return_if_fail (state == NULL || NEV_IS_CHART_STATE (state));

  if (!g_set_object (&self->state, state))
    return;

  g_signal_group_set_target (self->state_signals, state);
  state_changed_cb (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

gboolean
nev_chart_view_get_quiet (NevChartView *self)
{
  g_return_val_if_fail (NEV_IS_CHART_VIEW (self), FALSE);

  return self->quiet;
}

NevLanguage
nev_chart_view_get_language (NevChartView *self)
{
  g_return_val_if_fail (NEV_IS_CHART_VIEW (self), NEV_LANGUAGE_ENGLISH);

  return nev_picture_get_language (self->picture);
}

/**
 * nev_chart_view_set_language:
 * @self: a chart view
 * @language: of the words that are drawn
 *
 * Chooses the language of the chart. Readings are said in that of the application all the same.
 */
void
nev_chart_view_set_language (NevChartView *self,
                             NevLanguage   language)
{
  g_return_if_fail (NEV_IS_CHART_VIEW (self));

  if (nev_picture_get_language (self->picture) == language)
    return;

  nev_picture_set_language (self->picture, language);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nev_chart_view_set_quiet:
 * @self: a chart view
 * @quiet: whether what is selected is told elsewhere
 *
 * Leaves out the card of the selected mark.
 */
void
nev_chart_view_set_quiet (NevChartView *self,
                          gboolean      quiet)
{
  g_return_if_fail (NEV_IS_CHART_VIEW (self));

  if (self->quiet == !!quiet)
    return;

  self->quiet = !!quiet;
  update_card (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUIET]);
}

gboolean
nev_chart_view_get_scales_text (NevChartView *self)
{
  g_return_val_if_fail (NEV_IS_CHART_VIEW (self), FALSE);

  return self->scales_text;
}

/**
 * nev_chart_view_set_scales_text:
 * @self: a chart view
 * @scales_text: whether letters grow with the picture, as they do in a file and on a wall; otherwise they are as
 *   large as those of the window
 *
 * Chooses how large the text is.
 */
void
nev_chart_view_set_scales_text (NevChartView *self,
                                gboolean      scales_text)
{
  g_return_if_fail (NEV_IS_CHART_VIEW (self));

  if (self->scales_text == !!scales_text)
    return;

  self->scales_text = !!scales_text;
  nev_picture_drop_layout (self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALES_TEXT]);
}

/**
 * nev_chart_view_get_scene:
 * @self: a chart view
 *
 * Returns: (transfer none) (nullable): what is drawn; %NULL before the first frame and after a change
 */
const NevScene *
nev_chart_view_get_scene (NevChartView *self)
{
  g_return_val_if_fail (NEV_IS_CHART_VIEW (self), NULL);

  return nev_picture_get_scene (self->picture);
}

guint
nev_chart_view_get_n_layouts (NevChartView *self)
{
  g_return_val_if_fail (NEV_IS_CHART_VIEW (self), 0);

  return nev_picture_get_n_layouts (self->picture);
}

guint
nev_chart_view_get_n_renders (NevChartView *self)
{
  g_return_val_if_fail (NEV_IS_CHART_VIEW (self), 0);

  return nev_picture_get_n_renders (self->picture);
}

/**
 * nev_chart_view_end_hover:
 * @self: a chart view
 *
 * Tells of the selection again and not of the mark under the pointer, until that moves.
 */
void
nev_chart_view_end_hover (NevChartView *self)
{
  g_return_if_fail (NEV_IS_CHART_VIEW (self));

  set_hover (self, NEV_DATUM_NONE);
}

/**
 * nev_chart_view_hover:
 * @self: a chart view
 * @x: in pixels from the left
 * @y: in pixels from the top
 *
 * Shows the reading of the mark at a place, as if the pointer were there.
 */
void
nev_chart_view_hover (NevChartView *self,
                      double        x,
                      double        y)
{
  const NevScene *scene;
  const NevHit   *hit;

  g_return_if_fail (NEV_IS_CHART_VIEW (self));

  scene = ensure_scene (self);
  hit = scene != NULL ? nev_scene_pick (scene, x, y) : NULL;
  set_hover (self, hit ? hit->datum : NEV_DATUM_NONE);
}
