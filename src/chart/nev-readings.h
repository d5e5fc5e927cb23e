/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-scene.h"
#include "nev-spec.h"

G_BEGIN_DECLS

void nev_readings_add (NevScene       *scene,
                       NevSpec        *spec,
                       const NevTable *table);

G_END_DECLS
