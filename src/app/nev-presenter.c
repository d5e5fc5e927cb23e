/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-presenter.h"

#include <glib/gi18n-lib.h>

#include "nev-chart-view.h"

/* The charts as they stand in the window, alone and as large as the screen is.
 *
 * Keys: Right, Page Down and Space show the next chart, Left, Page Up and Backspace the one before, Home and End the
 * first and the last; Escape, F11 and F5 leave. A remote control sends these too. The number of the page is shown for
 * a moment, and the pointer until it has rested.
 */

/* How long the pointer and the number of the page are seen, in milliseconds */
#define PATIENCE 2000

#define TO_THE_END 1000000

struct _NevPresenter
{
  AdwWindow parent_instance;

  /* Owned */
  GPtrArray *states; /* (element-type NevChartState) */

  guint  page;
  guint  pointer_timeout;
  guint  label_timeout;
  double pointer_x, pointer_y;

  /* Template widgets */
  NevChartView *chart_view;
  GtkRevealer  *revealer;
  GtkLabel     *page_label;
};

G_DEFINE_FINAL_TYPE (NevPresenter, nev_presenter, ADW_TYPE_WINDOW)

static gboolean
hide_pointer_cb (gpointer user_data)
{
  NevPresenter *self = user_data;

  self->pointer_timeout = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");

  return G_SOURCE_REMOVE;
}

static void
show_pointer (NevPresenter *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->pointer_timeout, g_source_remove);
  self->pointer_timeout = g_timeout_add (PATIENCE, hide_pointer_cb, self);
}

/* GTK repeats a motion after each allocation. */
static void
motion_cb (NevPresenter *self,
           double        x,
           double        y)
{
  if (x == self->pointer_x && y == self->pointer_y)
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  show_pointer (self);
}

static gboolean
hide_label_cb (gpointer user_data)
{
  NevPresenter *self = user_data;

  self->label_timeout = 0;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);

  return G_SOURCE_REMOVE;
}

static void
show_page (NevPresenter *self)
{
  g_autofree char *text = NULL;

  nev_chart_view_set_state (self->chart_view, g_ptr_array_index (self->states, self->page));

  /* Translators: which of the charts is shown: "3 / 6" */
  text = g_strdup_printf (_("%1$u / %2$u"), self->page + 1, self->states->len);
  gtk_label_set_text (self->page_label, text);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  g_clear_handle_id (&self->label_timeout, g_source_remove);
  self->label_timeout = g_timeout_add (PATIENCE, hide_label_cb, self);
}

/* At the ends nothing happens: a talk doesn't begin again by itself. */
static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  NevPresenter *self = NEV_PRESENTER (widget);
  int           page = (int) self->page + g_variant_get_int32 (args);

  self->page = (guint) CLAMP (page, 0, (int) self->states->len - 1);
  show_page (self);

  return TRUE;
}

static gboolean
leave_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return TRUE;
}

static void
add_turn (GtkShortcutController *controller,
          guint                  key,
          int                    pages)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_callback_action_new (turn_cb, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (pages));
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

static void
add_leave (GtkShortcutController *controller,
           guint                  key)
{
  gtk_shortcut_controller_add_shortcut (controller, gtk_shortcut_new (gtk_keyval_trigger_new (key, 0),
                                                                      gtk_callback_action_new (leave_cb, NULL, NULL)));
}

/* Before the chart sees a key, which walks its numbers with the same ones. */
static GtkEventController *
create_keys (void)
{
  GtkEventController    *keys = gtk_shortcut_controller_new ();
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (keys);

  static const guint next[] = { GDK_KEY_Right, GDK_KEY_KP_Right, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, GDK_KEY_space };
  static const guint previous[] = { GDK_KEY_Left, GDK_KEY_KP_Left, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, GDK_KEY_BackSpace };

  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    add_turn (controller, next[i], 1);
  for (guint i = 0; i < G_N_ELEMENTS (previous); i++)
    add_turn (controller, previous[i], -1);

  add_turn (controller, GDK_KEY_Home, -TO_THE_END);
  add_turn (controller, GDK_KEY_KP_Home, -TO_THE_END);
  add_turn (controller, GDK_KEY_End, TO_THE_END);
  add_turn (controller, GDK_KEY_KP_End, TO_THE_END);
  add_leave (controller, GDK_KEY_Escape);
  add_leave (controller, GDK_KEY_F11);
  add_leave (controller, GDK_KEY_F5);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);

  return keys;
}

static void
nev_presenter_dispose (GObject *object)
{
  NevPresenter *self = NEV_PRESENTER (object);

  g_clear_handle_id (&self->pointer_timeout, g_source_remove);
  g_clear_handle_id (&self->label_timeout, g_source_remove);

  G_OBJECT_CLASS (nev_presenter_parent_class)->dispose (object);
}

static void
nev_presenter_finalize (GObject *object)
{
  g_clear_pointer (&NEV_PRESENTER (object)->states, g_ptr_array_unref);

  G_OBJECT_CLASS (nev_presenter_parent_class)->finalize (object);
}

static void
nev_presenter_class_init (NevPresenterClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_presenter_dispose;
  object_class->finalize = nev_presenter_finalize;

  g_type_ensure (NEV_TYPE_CHART_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-presenter.ui");
  gtk_widget_class_bind_template_child (widget_class, NevPresenter, chart_view);
  gtk_widget_class_bind_template_child (widget_class, NevPresenter, revealer);
  gtk_widget_class_bind_template_child (widget_class, NevPresenter, page_label);
}

static void
nev_presenter_init (NevPresenter *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), create_keys ());

  show_pointer (self);
}

/**
 * nev_presenter_new:
 * @parent: the window that the charts are in
 * @states: (element-type NevChartState): the charts, at least one
 * @page: the index of the one to begin with
 * @language: of the charts' words
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
NevPresenter *
nev_presenter_new (GtkWindow  *parent,
                   GPtrArray  *states,
                   guint       page,
                   NevLanguage language)
{
  NevPresenter *self;

  g_return_val_if_fail (states->len > 0, NULL);
  g_return_val_if_fail (page < states->len, NULL);

  self = g_object_new (NEV_TYPE_PRESENTER, "transient-for", parent, "modal", TRUE, NULL);
  self->states = g_ptr_array_copy (states, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  self->page = page;
  nev_chart_view_set_language (self->chart_view, language);
  show_page (self);

  return self;
}

guint
nev_presenter_get_page (NevPresenter *self)
{
  g_return_val_if_fail (NEV_IS_PRESENTER (self), 0);

  return self->page;
}
