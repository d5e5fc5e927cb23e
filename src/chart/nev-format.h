/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-measure.h"
#include "nev-localized.h"

G_BEGIN_DECLS

/* How the numbers of one axis are written: divided by @divisor and followed, where there is room, by
 * @word ("million", "万"). Chosen once from the axis' range so that all its numbers read alike.
 */
typedef struct
{
  double      divisor;
  const char *word; /* "" for none; static */
} NevMagnitude;

typedef enum
{
  NEV_PERIOD_FORMAT_LONG,         /* "first half of 2023", "2023年上半年" */
  NEV_PERIOD_FORMAT_SHORT,        /* "H1 2023", "Jun 2023", "2023年6月" */
  NEV_PERIOD_FORMAT_PHRASE,       /* "in the first half of 2023", "2023年上半年" */
  NEV_PERIOD_FORMAT_SHORT_PHRASE, /* "in H1 2023", "2023年上半年" */
} NevPeriodFormat;

NevMagnitude nev_magnitude_choose    (NevUnit         unit,
                                      double          largest,
                                      NevLanguage     language);

char        *nev_format_number       (double          value,
                                      int             n_decimals,
                                      NevLanguage     language);
char        *nev_format_value        (double          value,
                                      double          rounding,
                                      NevUnit         unit,
                                      const char     *unit_text,
                                      NevLanguage     language);
char        *nev_format_value_short  (double          value,
                                      NevUnit         unit,
                                      NevMagnitude    magnitude,
                                      int             n_decimals,
                                      NevLanguage     language);
char        *nev_format_change       (double          value,
                                      double          rounding,
                                      NevUnit         unit,
                                      NevLanguage     language);
char        *nev_format_change_short (double          value,
                                      NevUnit         unit,
                                      int             n_decimals,
                                      NevLanguage     language);
const char  *nev_format_unit         (NevUnit         unit,
                                      NevLanguage     language);
char        *nev_format_period       (NevPeriod       period,
                                      NevPeriodFormat format,
                                      NevLanguage     language);
char        *nev_format_month        (int             month,
                                      NevLanguage     language);
char        *nev_format_months       (int             first,
                                      int             last,
                                      NevLanguage     language);
int          nev_rounding_get_decimals (double        rounding);
double       nev_rounding_drop_digits (double         value,
                                       double         rounding);

G_END_DECLS
