/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-spec.h"

G_BEGIN_DECLS

/* Two lists of all periods of a chart, for the ends of a range. */

void     nev_period_lists_update (GArray      **periods,
                                  NevSpec      *spec,
                                  NevPeriod     range,
                                  GtkDropDown  *from,
                                  GtkDropDown  *to);
gboolean nev_period_lists_get    (GtkDropDown  *from,
                                  GtkDropDown  *to,
                                  GtkDropDown  *touched,
                                  guint        *first,
                                  guint        *last);

G_END_DECLS
