/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-error.h"

/* clang-format off */
G_DEFINE_QUARK (nev-data-error-quark, nev_data_error)
/* clang-format on */
