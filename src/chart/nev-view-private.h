/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-view.h"

G_BEGIN_DECLS

#define NEV_VIEW_FORMAT "nev-charts-view"
#define NEV_VIEW_VERSION 1

G_END_DECLS
