/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In characters */
#define NEV_MAX_NAME 100
#define NEV_MAX_LINE 300
#define NEV_MAX_TEXT 5000

/**
 * NevLabelKind:
 * @NEV_LABEL_NAME: what commands, files and other names are made of: letters, digits, "_", "-" and "."
 * @NEV_LABEL_LINE: one line of words
 * @NEV_LABEL_TEXT: words with line ends
 *
 * What a text from outside must be fit for.
 */
typedef enum
{
  NEV_LABEL_NAME,
  NEV_LABEL_LINE,
  NEV_LABEL_TEXT,
} NevLabelKind;

const char *nev_utf8_find_bad (const char         *data,
                               gsize               length);

char       *nev_label_check   (const char         *text,
                               NevLabelKind        kind);
char       *nev_label_fit     (const char         *text);
char       *nev_label_quote   (const char         *text);
char       *nev_label_suggest (const char         *wanted,
                               const char *const  *names,
                               guint               n_names);

G_END_DECLS
