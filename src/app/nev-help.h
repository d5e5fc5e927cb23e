/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NEV_TYPE_HELP (nev_help_get_type ())

/* A window with a few words about how to read the charts, that needs no network and no other program. */
G_DECLARE_FINAL_TYPE (NevHelp, nev_help, NEV, HELP, AdwWindow)

void nev_help_present (GtkWindow *parent);

G_END_DECLS
