/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "nev-application.h"
#include "nev-help.h"
#include "nev-window.h"

/* The list of keys in the window holds what works, and what works is in the list. */

static GtkApplication *application;

static guint
without_keypad (guint key)
{
  switch (key)
    {
    case GDK_KEY_KP_Left:
      return GDK_KEY_Left;
    case GDK_KEY_KP_Right:
      return GDK_KEY_Right;
    case GDK_KEY_KP_Up:
      return GDK_KEY_Up;
    case GDK_KEY_KP_Down:
      return GDK_KEY_Down;
    case GDK_KEY_KP_Home:
      return GDK_KEY_Home;
    case GDK_KEY_KP_End:
      return GDK_KEY_End;
    case GDK_KEY_KP_Page_Up:
      return GDK_KEY_Page_Up;
    case GDK_KEY_KP_Page_Down:
      return GDK_KEY_Page_Down;
    case GDK_KEY_KP_Enter:
      return GDK_KEY_Return;
    case GDK_KEY_KP_Add:
    case GDK_KEY_equal: /* the key of plus without Shift */
      return GDK_KEY_plus;
    case GDK_KEY_KP_Subtract:
      return GDK_KEY_minus;
    case GDK_KEY_KP_0:
      return GDK_KEY_0;
    default:
      return key;
    }
}

static void
add_key (GHashTable     *keys,
         guint           key,
         GdkModifierType modifiers)
{
  g_hash_table_add (keys, gtk_accelerator_name (without_keypad (gdk_keyval_to_lower (key)), modifiers));
}

static void
add_accelerator (GHashTable *keys,
                 const char *accelerator)
{
  GdkModifierType modifiers;
  guint           key;

  g_assert_true (gtk_accelerator_parse (accelerator, &key, &modifiers));
  add_key (keys, key, modifiers);
}

static GHashTable *
keys_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static char *
join (GHashTable *keys)
{
  g_autoptr(GList) list = g_list_sort (g_hash_table_get_keys (keys), (GCompareFunc) strcmp);
  GString *text = g_string_new (NULL);

  for (GList *l = list; l != NULL; l = l->next)
    g_string_append_printf (text, "%s\n", (const char *) l->data);

  return g_string_free (text, FALSE);
}

static void
add_listed (GtkWidget  *widget,
            GHashTable *keys)
{
  g_autofree char *accelerators = NULL;
  g_auto(GStrv) words = NULL;

  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_object_get (widget, "accelerator", &accelerators, NULL);
      words = g_strsplit (accelerators, " ", -1);

      for (guint i = 0; words[i] != NULL; i++)
        add_accelerator (keys, words[i]);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_listed (child, keys);
}

/* The keys of a widget that stand in its class or that it added; not those of the widgets in it, which a window knows
 * too.
 */
static void
add_own (GtkWidget  *widget,
         GHashTable *keys)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) ||
          (GTK_IS_ROOT (widget) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE))
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger))
            add_key (keys, gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                     gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)));
        }
    }
}

static gboolean
is_ours (GType type)
{
  return g_str_has_prefix (g_type_name (type), "Nev");
}

/* What a widget of the type that ours derives from has on its own: it needs no line in the list. */
static void
remove_inherited (GType       type,
                  GHashTable *keys)
{
  g_autoptr(GHashTable) inherited = keys_new ();
  GHashTableIter iter;
  gpointer       key;
  GtkWidget     *widget;

  while (is_ours (type))
    type = g_type_parent (type);

  if (G_TYPE_IS_ABSTRACT (type))
    return;

  widget = g_object_ref_sink (g_object_new (type, NULL));
  add_own (widget, inherited);

  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  g_object_unref (widget);

  g_hash_table_iter_init (&iter, inherited);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_remove (keys, key);
}

static void
add_working (GtkWidget  *widget,
             GHashTable *keys)
{
  if (is_ours (G_OBJECT_TYPE (widget)))
    {
      g_autoptr(GHashTable) own = keys_new ();
      GHashTableIter iter;
      gpointer       key;

      add_own (widget, own);
      remove_inherited (G_OBJECT_TYPE (widget), own);

      g_hash_table_iter_init (&iter, own);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_hash_table_add (keys, g_strdup (key));
    }

  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget)))
    add_accelerator (keys, "F10");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_working (child, keys);
}

/* The window has the actions of its class and those that it was given. */
static gboolean
has_action (GtkWidget  *window,
            const char *name)
{
  const GVariantType *parameter_type;
  const char         *found, *property;
  GType               owner;
  guint               i = 0;

  if (g_str_has_prefix (name, "app."))
    return g_action_group_has_action (G_ACTION_GROUP (application), name + strlen ("app."));

  if (g_str_has_prefix (name, "win.") && g_action_group_has_action (G_ACTION_GROUP (window), name + strlen ("win.")))
    return TRUE;

  while (gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (window), i++, &owner, &found, &parameter_type, &property))
    {
      if (g_str_equal (found, name))
        return TRUE;
    }

  return FALSE;
}

static void
test_list (void)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/nevcharts/NevCharts/help-overlay.ui");
  GtkWidget *overlay = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));
  GtkWidget *window = GTK_WIDGET (nev_window_new (application, NULL));
  g_auto(GStrv) actions = gtk_application_list_action_descriptions (application);
  g_autoptr(GHashTable) listed = keys_new ();
  g_autoptr(GHashTable) working = keys_new ();
  g_autofree char *in_list = NULL;
  g_autofree char *in_use = NULL;

  /* It is made when it is needed. */
  nev_window_get_chart_page (NEV_WINDOW (window));

  add_listed (overlay, listed);
  add_working (window, working);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto(GStrv) accels = gtk_application_get_accels_for_action (application, actions[i]);

      g_test_message ("%s", actions[i]);
      g_assert_true (has_action (window, actions[i]));

      for (guint j = 0; accels[j] != NULL; j++)
        add_accelerator (working, accels[j]);
    }

  in_list = join (listed);
  in_use = join (working);
  g_assert_cmpstr (in_list, ==, in_use);

  gtk_window_destroy (GTK_WINDOW (overlay));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A letter that chooses one thing of a menu chooses no other of it. */
static void
check_letters (GMenuModel *menu,
               GHashTable *letters)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr(GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      const char *mark;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label) &&
          (mark = strchr (label, '_')) != NULL)
        {
          char *letter = g_utf8_strdown (mark + 1, 1);

          g_test_message ("%s", label);
          g_assert_true (g_hash_table_add (letters, letter));
        }

      if (section != NULL)
        check_letters (section, letters);

      if (submenu != NULL)
        {
          g_autoptr(GHashTable) own = keys_new ();

          check_letters (submenu, own);
        }
    }
}

static guint
check_menus (GtkWidget *widget)
{
  GMenuModel *menu = GTK_IS_MENU_BUTTON (widget) ? gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)) : NULL;
  guint       n = 0;

  if (menu != NULL)
    {
      g_autoptr(GHashTable) letters = keys_new ();

      check_letters (menu, letters);
      n++;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check_menus (child);

  return n;
}

static void
test_letters (void)
{
  GtkWidget *window = GTK_WIDGET (nev_window_new (application, NULL));
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/nevcharts/NevCharts/nev-chart-menu.ui");
  g_autoptr(GSList) objects = gtk_builder_get_objects (builder);
  guint n = 0;

  nev_window_get_chart_page (NEV_WINDOW (window));
  g_assert_cmpuint (check_menus (window), >, 0);

  for (GSList *l = objects; l != NULL; l = l->next)
    {
      g_autoptr(GHashTable) letters = keys_new ();

      if (!G_IS_MENU_MODEL (l->data))
        continue;

      check_letters (l->data, letters);
      n++;
    }
  g_assert_cmpuint (n, >, 0);

  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWindow *
find_help (guint *n_found)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow  *found = NULL;

  *n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (NEV_IS_HELP (window))
        {
          found = window;
          (*n_found)++;
        }
    }

  return found;
}

/* Asked for twice it is there once, and it goes with the window that asked. */
static void
test_help (void)
{
  GtkWindow *window = GTK_WINDOW (nev_window_new (application, NULL));
  GtkWindow *help;
  guint      n_found;

  gtk_window_present (window);

  for (int i = 0; i < 2; i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (application), "help", NULL);
      help = find_help (&n_found);
      g_assert_cmpuint (n_found, ==, 1);
      g_assert_true (gtk_window_get_transient_for (help) == window);
      g_assert_true (gtk_widget_is_visible (GTK_WIDGET (help)));
    }

  gtk_window_destroy (window);
  find_help (&n_found);
  g_assert_cmpuint (n_found, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  /* Not gtk_test_init(), which sets a locale that needn't be there. */
  (g_test_init) (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  application = GTK_APPLICATION (nev_application_new (G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/shortcuts/list", test_list);
  g_test_add_func ("/shortcuts/letters", test_letters);
  g_test_add_func ("/shortcuts/help", test_help);

  status = g_test_run ();

  g_object_unref (application);

  return status;
}
