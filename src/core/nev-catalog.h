/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-localized.h"

G_BEGIN_DECLS

/* The translation of a chart's word in the chart's language, whatever the process's locale. */
const char *nev_tr (NevLanguage  language,
                    const char  *text) G_GNUC_FORMAT (2);

G_END_DECLS
