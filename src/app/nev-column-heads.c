/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-column-heads.h"

/* A list of columns has no property for where its heads stand, so their labels are looked for. */
static void
align (GtkWidget         *widget,
       const char *const *words)
{
  if (GTK_IS_LABEL (widget) && !g_strv_contains (words, gtk_label_get_text (GTK_LABEL (widget))))
    {
      GtkWidget *box = gtk_widget_get_parent (widget);
      gboolean   is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

      gtk_label_set_justify (GTK_LABEL (widget), GTK_JUSTIFY_RIGHT);
      gtk_widget_set_hexpand (box, TRUE);
      gtk_widget_set_direction (box, is_rtl ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL);
      gtk_widget_set_halign (box, GTK_ALIGN_START);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    align (child, words);
}

/**
 * nev_column_heads_align:
 * @view: a list that has its columns
 * @words: (array zero-terminated=1): the heads of columns that hold words
 *
 * Lets every other head end where the numbers under it do, with the arrow that tells the order in front of it.
 */
void
nev_column_heads_align (GtkColumnView     *view,
                        const char *const *words)
{
  align (gtk_widget_get_first_child (GTK_WIDGET (view)), words);
}
