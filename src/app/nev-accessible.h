/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What newer versions of GTK can tell a screen reader. With older ones this does nothing, so that nothing may depend on it. */
void nev_accessible_announce  (GtkWidget  *widget,
                               const char *words);

void nev_accessible_describe  (GtkWidget  *widget,
                               const char *words);

void nev_accessible_name_control (GtkWidget  *control,
                                  GtkWidget  *label,
                                  const char *value);

/* For the eye as well */
void nev_accessible_explain   (GtkWidget  *widget,
                               const char *words);

G_END_DECLS
