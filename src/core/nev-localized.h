/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NevLanguage:
 *
 * The languages that a dataset's words and a chart's words come in. A chart's language
 * is its own choice and not the process's locale.
 */
typedef enum
{
  NEV_LANGUAGE_ENGLISH,
  NEV_LANGUAGE_CHINESE, /* simplified: zh_CN */
} NevLanguage;

#define NEV_N_LANGUAGES 2

/* A text of the dataset in each language; one that is missing stands in English. */
typedef struct
{
  char *text[NEV_N_LANGUAGES];
} NevLocalized;

const char *nev_localized_get   (const NevLocalized *self,
                                 NevLanguage         language);
void        nev_localized_clear (NevLocalized       *self);

gboolean    nev_language_parse  (const char         *tag,
                                 NevLanguage        *language,
                                 GError            **error);
NevLanguage nev_language_from_locale (void);
const char *nev_language_to_tag (NevLanguage         self);

G_END_DECLS
