/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NEV_TYPE_APPLICATION (nev_application_get_type ())

G_DECLARE_FINAL_TYPE (NevApplication, nev_application, NEV, APPLICATION, AdwApplication)

NevApplication *nev_application_new (GApplicationFlags flags);

G_END_DECLS
