/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-accessible-names.h"

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

/* A button that says how much it will do is labelled anew. */
static void
watch_button (GtkButton *button)
{
  g_signal_handlers_disconnect_by_func (button, name_button, NULL);
  g_signal_connect (button, "notify::label", G_CALLBACK (name_button), NULL);
  name_button (button);
}

/* The button within is what takes the focus, and knows an icon at most. */
static void
name_menu_button (GtkMenuButton *button)
{
  const char *name = gtk_widget_get_tooltip_text (GTK_WIDGET (button));

  if (gtk_menu_button_get_icon_name (button) != NULL && name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (button))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
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
