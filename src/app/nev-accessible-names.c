/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-accessible-names.h"

#include <adwaita.h>

/* Names for what takes the focus where the toolkit gives none, or one that nobody would say. GTK 4.8 reads a text button as
 * "_Export Export", because it is named once by its property and once by the label in it. Newer versions do better, and
 * lose nothing by being told again.
 *
 * All widgets are looked at when they come to be seen, whichever dialog they are in, so that no template can forget it.
 */

/* "_Export" as it is read; a doubled underscore is one. */
static char *
strip_mnemonic (const char *label)
{
  GString *text = g_string_new (NULL);

  for (const char *c = label; *c != '\0'; c++)
    {
      if (*c == '_' && *++c == '\0')
        break;
      g_string_append_c (text, *c);
    }

  return g_string_free (text, FALSE);
}

static void
name_button (GtkButton *button)
{
  const char      *label = gtk_button_get_label (button);
  g_autofree char *name = NULL;

  if (label == NULL || *label == '\0')
    return;

  name = gtk_button_get_use_underline (button) ? strip_mnemonic (label) : g_strdup (label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_check_button (GtkCheckButton *button)
{
  const char      *label = gtk_check_button_get_label (button);
  g_autofree char *name = NULL;

  if (label == NULL || *label == '\0' || !gtk_check_button_get_use_underline (button))
    return;

  name = strip_mnemonic (label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A button that says how much it will do is labelled anew. */
static void
watch_button (GtkButton *button)
{
  g_signal_handlers_disconnect_by_func (button, name_button, NULL);
  g_signal_connect (button, "notify::label", G_CALLBACK (name_button), NULL);
  name_button (button);
}

/* The button within is what takes the focus, and knows an icon at most. Newer versions say that the outer one labels it, and
 * say the words of both; the newest name it as the outer one, and that by its open menu, which it labels in turn.
 */
static void
name_menu_button (GtkMenuButton *button)
{
  const char *name = gtk_widget_get_tooltip_text (GTK_WIDGET (button));
  GtkWidget  *within = gtk_widget_get_first_child (GTK_WIDGET (button));

  if (gtk_menu_button_get_icon_name (button) == NULL || name == NULL)
    return;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (within), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (within), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* libadwaita 1.7 names a row with an entry by its property and by the label in it. */
static void
name_entry_row (AdwPreferencesRow *row)
{
  const char      *title = adw_preferences_row_get_title (row);
  g_autofree char *name = adw_preferences_row_get_use_underline (row) ? strip_mnemonic (title) : g_strdup (title);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
watch_entry_row (AdwPreferencesRow *row)
{
  g_signal_handlers_disconnect_by_func (row, name_entry_row, NULL);
  g_signal_connect (row, "notify::title", G_CALLBACK (name_entry_row), NULL);
  name_entry_row (row);
}

/* GTK 4.18 says that its label names an item of a menu, and hides the label. */
static void
name_menu_item (GtkWidget *item)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_object_get (item, "text", &text, NULL);
  if (text == NULL)
    return;

  name = strip_mnemonic (text);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint,
           guint                  n_values,
           const GValue          *values,
           gpointer               user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_BUTTON (widget))
    watch_button (GTK_BUTTON (widget));
  else if (GTK_IS_MENU_BUTTON (widget))
    name_menu_button (GTK_MENU_BUTTON (widget));
  else if (GTK_IS_CHECK_BUTTON (widget))
    name_check_button (GTK_CHECK_BUTTON (widget));
  else if (ADW_IS_ENTRY_ROW (widget))
    watch_entry_row (ADW_PREFERENCES_ROW (widget));
  else if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton") && g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "text"))
    name_menu_item (widget);

  return TRUE;
}

/**
 * nev_accessible_names_watch:
 *
 * Names the widgets of the program from now on as they come to be seen.
 */
void
nev_accessible_names_watch (void)
{
  g_autoptr(GTypeClass) widget_class = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
