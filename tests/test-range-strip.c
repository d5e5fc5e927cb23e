/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "test-wait.h"

#include "nev-application.h"
#include "nev-contradictions.h"
#include "nev-range-grip.h"
#include "nev-range-strip.h"
#include "nev-viewport.h"
#include "nev-window-check.h"

/* Moving through time in the window: the strip's keys, the zoom's keys, and how they are undone. */

static GApplication *application;

typedef struct
{
  NevWindow     *window;
  NevChartView  *view;
  NevRangeStrip *strip;
  NevChartState *state;
  NevSpec       *spec;
} Fixture;

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static GtkWidget *
find_grip (Fixture    *fixture,
           const char *css_class)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->strip)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, css_class))
      return child;

  g_assert_not_reached ();
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->window = nev_window_new (GTK_APPLICATION (application), NULL);
  fixture->view = nev_chart_page_get_chart_view (nev_window_get_chart_page (fixture->window));
  fixture->strip = NEV_RANGE_STRIP (find_widget (GTK_WIDGET (fixture->window), NEV_TYPE_RANGE_STRIP));

  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (nev_window_get_dataset (fixture->window) != NULL);
  nev_window_set_page (fixture->window, 1);
  fixture->spec = nev_window_get_spec (fixture->window);
  fixture->state = nev_chart_page_get_state (nev_window_get_chart_page (fixture->window));
  wait_until (nev_range_strip_get_scene (fixture->strip) != NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  nev_window_set_page (fixture->window, 0);
  gtk_window_destroy (GTK_WINDOW (fixture->window));

  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* What a key does that a widget's class binds. */
static void
press (GtkWidget      *widget,
       guint           key,
       GdkModifierType modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            {
              g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut)));
              return;
            }
        }
    }

  g_assert_not_reached ();
}

#define wait_for_viewport(fixture, wanted) \
  wait_until (nev_viewport_equal (nev_viewport_from_spec ((fixture)->spec), (wanted)))

static void
test_keys (Fixture      *fixture,
           gconstpointer data)
{
  static const struct
  {
    const char     *grip;
    guint           key;
    GdkModifierType modifiers;
    int             start, end; /* after it; negative is from the end */
  } cases[] = {
    { "window", GDK_KEY_Home, 0, 0, 12 },
    { "window", GDK_KEY_Left, 0, 0, 12 },
    { "window", GDK_KEY_Right, 0, 1, 13 },
    { "window", GDK_KEY_KP_Right, 0, 2, 14 },
    { "window", GDK_KEY_Right, GDK_SHIFT_MASK, 2, 15 },
    { "window", GDK_KEY_Left, GDK_SHIFT_MASK, 2, 14 },
    { "start", GDK_KEY_Right, 0, 3, 14 },
    { "start", GDK_KEY_Left, 0, 2, 14 },
    { "start", GDK_KEY_Right, GDK_SHIFT_MASK, 3, 14 },
    { "start", GDK_KEY_End, 0, 12, 14 }, /* two remain */
    { "start", GDK_KEY_Right, 0, 12, 14 },
    { "start", GDK_KEY_Home, 0, 0, 14 },
    { "end", GDK_KEY_Left, 0, 0, 13 },
    { "end", GDK_KEY_Home, 0, 0, 2 },
    { "end", GDK_KEY_Left, 0, 0, 2 },
    { "end", GDK_KEY_End, 0, 0, -1 },
    { "end", GDK_KEY_Right, 0, 0, -1 },
  };
  NevViewport first = nev_viewport_from_spec (fixture->spec);

  nev_viewport_apply ((NevViewport){ 5, 17, first.n }, fixture->spec);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NevViewport wanted = { cases[i].start, cases[i].end < 0 ? first.n : cases[i].end, first.n };

      g_test_message ("%u", i);
      press (find_grip (fixture, cases[i].grip), cases[i].key, cases[i].modifiers);
      wait_for_viewport (fixture, wanted);
    }

  /* The outermost ends are those of the data. */
  g_assert_cmpint (nev_spec_get_from (fixture->spec), ==, 0);
  g_assert_cmpint (nev_spec_get_to (fixture->spec), ==, 0);
}

/* Keys that follow at once are one step; what was done before is another one. */
static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  NevHistory *history = nev_chart_state_get_history (fixture->state);
  NevViewport first = nev_viewport_from_spec (fixture->spec);
  NevViewport second = { 5, 17, first.n };

  nev_viewport_apply (second, fixture->spec);
  wait_until (nev_history_can_undo (history));

  for (int i = 0; i < 5; i++)
    press (find_grip (fixture, "window"), GDK_KEY_Right, 0);
  wait_for_viewport (fixture, ((NevViewport){ 10, 22, first.n }));

  nev_history_undo (history);
  wait_for_viewport (fixture, second);
  nev_history_undo (history);
  wait_for_viewport (fixture, first);
  g_assert_false (nev_history_can_undo (history));

  nev_history_redo (history);
  nev_history_redo (history);
  wait_for_viewport (fixture, ((NevViewport){ 10, 22, first.n }));
}

/* Only the window moves over the strip; what the chart shows besides makes another one. */
static void
test_picture (Fixture      *fixture,
              gconstpointer data)
{
  const NevScene  *scene = nev_range_strip_get_scene (fixture->strip);
  g_autofree char *monthly = nev_scene_to_string (scene);
  g_autofree char *yearly = NULL;

  nev_viewport_apply (nev_viewport_zoom (nev_viewport_from_spec (fixture->spec), 0.5, 40), fixture->spec);
  wait_until (nev_chart_view_get_scene (fixture->view) != NULL);
  g_assert_true (nev_range_strip_get_scene (fixture->strip) == scene);

  nev_spec_set_frequency (fixture->spec, NEV_FREQUENCY_YEAR);
  wait_until (nev_range_strip_get_scene (fixture->strip) != NULL);
  yearly = nev_scene_to_string (nev_range_strip_get_scene (fixture->strip));
  g_assert_cmpstr (monthly, !=, yearly);
}

static void
assert_label (GtkWidget  *widget,
              const char *label)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_accessible (Fixture      *fixture,
                 gconstpointer data)
{
  nev_spec_set_range (fixture->spec, nev_day_from_date (2022, 1, 1), nev_day_from_date (2023, 7, 1));

  assert_label (find_grip (fixture, "start"), "Beginning: Jan 2022");
  assert_label (find_grip (fixture, "end"), "End: Jun 2023");
  assert_label (find_grip (fixture, "window"), "Shown: Jan 2022 – Jun 2023");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_grip (fixture, "start")), GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_grip (fixture, "window")), GTK_ACCESSIBLE_ROLE_SCROLLBAR);

  nev_spec_set_frequency (fixture->spec, NEV_FREQUENCY_YEAR);
  nev_spec_set_range (fixture->spec, nev_day_from_date (2022, 2, 1), nev_day_from_date (2022, 3, 1));
  assert_label (find_grip (fixture, "window"), "Shown: No Periods – No Periods");
}

/* In a low window the chart has the room. */
static void
test_room (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *area = gtk_widget_get_parent (GTK_WIDGET (fixture->strip));

  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (fixture->strip)));

  for (int height = gtk_widget_get_height (area); height >= 200; height -= 10)
    {
      int chart_height;

      gtk_widget_size_allocate (area, &(GtkAllocation){ 0, 0, gtk_widget_get_width (area), height }, -1);
      chart_height = gtk_widget_get_height (GTK_WIDGET (fixture->view));

      if (gtk_widget_get_child_visible (GTK_WIDGET (fixture->strip)))
        g_assert_cmpint (chart_height + gtk_widget_get_height (GTK_WIDGET (fixture->strip)), <=, height);
      else
        g_assert_cmpint (chart_height, ==, height);
      g_assert_cmpint (chart_height, >=, MIN (height, 220));
    }

  g_assert_false (gtk_widget_get_child_visible (GTK_WIDGET (fixture->strip)));
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
}

/* As often in as out, never further than two periods or all of them; the selected number stays in sight. */
static void
test_zoom (Fixture      *fixture,
           gconstpointer data)
{
  NevHistory *history = nev_chart_state_get_history (fixture->state);
  NevViewport first = nev_viewport_from_spec (fixture->spec);
  NevPeriod   selected;
  NevDatum    selection;

  nev_chart_state_select (fixture->state, (NevDatum){ 0, 3 });
  selected = nev_table_get_period (nev_chart_state_get_table (fixture->state), 3);

  for (int i = 0; i < 30; i++)
    activate (fixture, "win.zoom-in");
  wait_until (nev_viewport_get_length (nev_viewport_from_spec (fixture->spec)) == NEV_VIEWPORT_MIN_PERIODS);
  selection = nev_chart_state_get_selection (fixture->state);
  g_assert_cmpint (selection.row, >=, 0);
  g_assert_true (nev_period_equal (nev_table_get_period (nev_chart_state_get_table (fixture->state), (guint) selection.row), selected));

  for (int i = 0; i < 30; i++)
    activate (fixture, "win.zoom-out");
  wait_for_viewport (fixture, nev_viewport_all (first));

  activate (fixture, "win.zoom-reset");
  wait_for_viewport (fixture, first);

  while (nev_history_can_undo (history))
    nev_history_undo (history);
  g_assert_true (nev_viewport_equal (nev_viewport_from_spec (fixture->spec), first));
}

static void
assert_view (Fixture    *fixture,
             guint       page,
             NevViewport viewport)
{
  g_assert_cmpuint (nev_window_get_page (fixture->window), ==, page);
  if (page == 1)
    g_assert_true (nev_viewport_equal (nev_viewport_from_spec (fixture->spec), viewport));
}

static void
end_event (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* However many movements there are between two frames, the chart is laid out once, and the strip not at all. */
static void
test_frames (Fixture      *fixture,
             gconstpointer data)
{
  const NevScene *scene = nev_range_strip_get_scene (fixture->strip);
  guint           n_layouts;

  wait_until (nev_chart_view_get_scene (fixture->view) != NULL);
  nev_viewport_apply ((NevViewport){ 5, 17, nev_viewport_from_spec (fixture->spec).n }, fixture->spec);
  wait_until (nev_chart_view_get_scene (fixture->view) != NULL);
  n_layouts = nev_chart_view_get_n_layouts (fixture->view);

  for (int i = 0; i < 10; i++)
    {
      press (find_grip (fixture, "window"), GDK_KEY_Right, 0);
      press (find_grip (fixture, "end"), GDK_KEY_Right, 0);
      activate (fixture, "win.zoom-out");
    }
  wait_until (nev_viewport_from_spec (fixture->spec).start != 5);
  wait_until (nev_chart_view_get_scene (fixture->view) != NULL);

  g_assert_cmpuint (nev_chart_view_get_n_layouts (fixture->view), ==, n_layouts + 1);
  g_assert_true (nev_range_strip_get_scene (fixture->strip) == scene);
}

/* The page of contradictions is a view too, and the overview isn't one on the way there. */
static void
test_contradictions (Fixture      *fixture,
                     gconstpointer data)
{
  GtkWidget *contradictions = find_widget (GTK_WIDGET (fixture->window), NEV_TYPE_CONTRADICTIONS);

  nev_window_show_contradictions (fixture->window);
  nev_window_set_page (fixture->window, 2);
  activate (fixture, "win.back");
  g_assert_true (gtk_widget_get_child_visible (contradictions));
  activate (fixture, "win.back");
  g_assert_false (gtk_widget_get_child_visible (contradictions));
  g_assert_cmpuint (nev_window_get_page (fixture->window), ==, 1);
  activate (fixture, "win.forward");
  g_assert_true (gtk_widget_get_child_visible (contradictions));
  activate (fixture, "win.forward");
  g_assert_cmpuint (nev_window_get_page (fixture->window), ==, 2);
}

/* Back and forward, over pages and within one; a zoom is a view as soon as one goes back from it. */
static void
test_views (Fixture      *fixture,
            gconstpointer data)
{
  NevViewport first = nev_viewport_from_spec (fixture->spec);
  NevViewport second = { 5, 17, first.n };
  NevViewport third;

  nev_viewport_apply (second, fixture->spec);
  end_event ();
  nev_window_set_page (fixture->window, 2);
  nev_window_set_page (fixture->window, 1);
  activate (fixture, "win.zoom-in");
  wait_until (!nev_viewport_equal (nev_viewport_from_spec (fixture->spec), second));
  third = nev_viewport_from_spec (fixture->spec);

  activate (fixture, "win.back");
  assert_view (fixture, 1, second);
  activate (fixture, "win.back");
  assert_view (fixture, 2, second);
  activate (fixture, "win.back");
  assert_view (fixture, 1, second);
  activate (fixture, "win.back");
  assert_view (fixture, 1, first);
  activate (fixture, "win.back");
  assert_view (fixture, 0, first);
  activate (fixture, "win.back");
  assert_view (fixture, 0, first);

  for (int i = 0; i < 5; i++)
    activate (fixture, "win.forward");
  assert_view (fixture, 1, third);
  activate (fixture, "win.forward");
  assert_view (fixture, 1, third);

  /* A view that one went back to is a step of the chart. */
  activate (fixture, "win.back");
  end_event ();
  activate (fixture, "win.undo");
  assert_view (fixture, 1, third);
}

#define add_test(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  /* Not gtk_test_init(), which sets a locale that needn't be there. */
  (g_test_init) (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  application = G_APPLICATION (nev_application_new (G_APPLICATION_NON_UNIQUE));
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  g_application_hold (application);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add_test ("/range-strip/keys", test_keys);
  add_test ("/range-strip/undo", test_undo);
  add_test ("/range-strip/picture", test_picture);
  add_test ("/range-strip/accessible", test_accessible);
  add_test ("/range-strip/room", test_room);
  add_test ("/range-strip/zoom", test_zoom);
  add_test ("/range-strip/frames", test_frames);
  add_test ("/range-strip/views", test_views);
  add_test ("/range-strip/contradictions", test_contradictions);

  status = g_test_run ();

  g_application_release (application);
  g_object_unref (application);

  return status;
}
