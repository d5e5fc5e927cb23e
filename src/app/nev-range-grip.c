/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-range-grip.h"

/* Keys: Left and Right move it by a period, Home and End as far as it goes; with Shift, Left and Right move the end of what
 * is between the handles.
 *
 * Accessibility: a slider, or a scrollbar for what is between the handles. GTK 4.8 tells nobody the value, so that it
 * stands in the name.
 *
 * CSS: a node "grip" with the class start, window or end.
 */

struct _NevRangeGrip
{
  GtkWidget parent_instance;

  NevGrip grip;
  char   *label;
};

enum
{
  SIGNAL_MOVE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (NevRangeGrip, nev_range_grip, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  int      n_periods;
  gboolean is_resize;

  g_variant_get (args, "(ib)", &n_periods, &is_resize);
  g_signal_emit (widget, signals[SIGNAL_MOVE], 0,
                 is_resize && NEV_RANGE_GRIP (widget)->grip == NEV_GRIP_WINDOW ? NEV_GRIP_END : NEV_RANGE_GRIP (widget)->grip,
                 n_periods);

  return TRUE;
}

static void
nev_range_grip_finalize (GObject *object)
{
  g_free (NEV_RANGE_GRIP (object)->label);

  G_OBJECT_CLASS (nev_range_grip_parent_class)->finalize (object);
}

/* On the number pad too. */
static void
add_keys (GtkWidgetClass *widget_class,
          guint           key,
          guint           keypad_key,
          int             n_periods)
{
  gtk_widget_class_add_binding (widget_class, key, 0, move_cb, "(ib)", n_periods, FALSE);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, move_cb, "(ib)", n_periods, FALSE);
}

static void
nev_range_grip_class_init (NevRangeGripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nev_range_grip_finalize;

  /* A key moves a grip, not always this one, by so many periods; very many are as far as it goes. */
  signals[SIGNAL_MOVE] =
    g_signal_new ("move", NEV_TYPE_RANGE_GRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  add_keys (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1);
  add_keys (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1);
  add_keys (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, -G_MAXSHORT);
  add_keys (widget_class, GDK_KEY_End, GDK_KEY_KP_End, G_MAXSHORT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, move_cb, "(ib)", -1, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, move_cb, "(ib)", 1, TRUE);

  gtk_widget_class_set_css_name (widget_class, "grip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
nev_range_grip_init (NevRangeGrip *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * nev_range_grip_new:
 * @grip: which one
 *
 * Returns: (transfer full): a floating widget
 */
GtkWidget *
nev_range_grip_new (NevGrip grip)
{
  static const char *const classes[NEV_N_GRIPS] = { "start", "window", "end" };
  NevRangeGrip *self = g_object_new (NEV_TYPE_RANGE_GRIP,
                                     "accessible-role", grip == NEV_GRIP_WINDOW ? GTK_ACCESSIBLE_ROLE_SCROLLBAR : GTK_ACCESSIBLE_ROLE_SLIDER,
                                     NULL);

  self->grip = grip;
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[grip]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_ORIENTATION, GTK_ORIENTATION_HORIZONTAL, -1);

  return GTK_WIDGET (self);
}

/**
 * nev_range_grip_show:
 * @self: a grip
 * @value: where it is, in periods since the first one
 * @max: how many periods there are
 * @label: what it is and where, in words
 *
 * Tells those who can't see it where the grip is.
 */
void
nev_range_grip_show (NevRangeGrip *self,
                     double        value,
                     double        max,
                     const char   *label)
{
  g_return_if_fail (NEV_IS_RANGE_GRIP (self));

  /* What is named again is said again. */
  if (g_strcmp0 (label, self->label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, max,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, label,
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}
