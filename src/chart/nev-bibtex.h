/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An entry of a BibTeX file, written line by line. A field without a text is left out. */
void  nev_bibtex_begin      (GString    *entry,
                             const char *name);
void  nev_bibtex_add_name   (GString    *entry,
                             const char *field,
                             const char *text);
void  nev_bibtex_add_text   (GString    *entry,
                             const char *field,
                             const char *text);
void  nev_bibtex_add_date   (GString    *entry,
                             const char *date);
void  nev_bibtex_add_url    (GString    *entry,
                             const char *url);
void  nev_bibtex_end        (GString    *entry);

char *nev_bibtex_create_key (const char *name);

G_END_DECLS
