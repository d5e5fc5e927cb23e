/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-accessible.h"

#include <glib/gi18n-lib.h>

/**
 * nev_accessible_announce:
 * @widget: what the words are about
 * @words: what to say
 *
 * Has a screen reader say something that no change of a name or a description makes it say. From GTK 4.14 on.
 */
void
nev_accessible_announce (GtkWidget  *widget,
                         const char *words)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

#if GTK_CHECK_VERSION(4, 14, 0)
  /* GTK's own stand-in for a screen reader, which tests choose, can't be told anything and would crash. */
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") == 0)
    return;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS /* newer than the oldest GTK that is built with */
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

/**
 * nev_accessible_describe:
 * @widget: a widget
 * @words: what there is to say of it beyond its name
 *
 * Gives a widget a description, also one that its class would have described by a label: GTK 4.18 reads nothing of that.
 */
void
nev_accessible_describe (GtkWidget  *widget,
                         const char *words)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/**
 * nev_accessible_explain:
 * @widget: a widget
 * @words: what it does, or why it can't
 *
 * Gives a widget a description and a tooltip. With the words that it has nothing is done: a tooltip that is set again
 * asks the display where the pointer is and waits for the answer.
 */
void
nev_accessible_explain (GtkWidget  *widget,
                        const char *words)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), words) == 0)
    return;

  gtk_widget_set_tooltip_text (widget, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/**
 * nev_accessible_name_control:
 * @control: a drop-down list or a menu button
 * @label: what it chooses
 * @value: what is chosen
 *
 * Names the button within a control, which is what takes the focus and doesn't know what it chooses.
 */
void
nev_accessible_name_control (GtkWidget  *control,
                             GtkWidget  *label,
                             const char *value)
{
  /* Translators: an option and what is chosen, to be read aloud: "Frequency: Monthly" */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), gtk_label_get_text (GTK_LABEL (label)), value);

  /* A menu button is named by the label in it already. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (control)), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (control)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}
