/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEV_TYPE_RANGE_GRIP (nev_range_grip_get_type ())

/* A part of the range strip that keys can move: one of its handles, or what is between them. */
G_DECLARE_FINAL_TYPE (NevRangeGrip, nev_range_grip, NEV, RANGE_GRIP, GtkWidget)

typedef enum
{
  NEV_GRIP_START,
  NEV_GRIP_WINDOW,
  NEV_GRIP_END,
  NEV_N_GRIPS
} NevGrip;

GtkWidget *nev_range_grip_new   (NevGrip       grip);

void       nev_range_grip_show  (NevRangeGrip *self,
                                 double        value,
                                 double        max,
                                 const char   *label);

G_END_DECLS
