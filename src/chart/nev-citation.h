/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-dataset.h"

G_BEGIN_DECLS

/**
 * NevCitationForm:
 * @NEV_CITATION_PLAIN: publisher, title, date, address
 * @NEV_CITATION_BIBTEX: entries for BibTeX and biblatex
 * @NEV_CITATION_GBT7714: by GB/T 7714-2015, as Chinese journals ask for
 *
 * How the sources of a figure are written for somebody else's list of references.
 */
typedef enum
{
  NEV_CITATION_PLAIN,
  NEV_CITATION_BIBTEX,
  NEV_CITATION_GBT7714,
} NevCitationForm;

#define NEV_N_CITATION_FORMS 3

const char *nev_citation_form_to_string (NevCitationForm   self);
gboolean    nev_citation_form_parse     (const char       *text,
                                         NevCitationForm  *form,
                                         GError          **error);

char       *nev_cite_source             (NevDataset       *dataset,
                                         guint             source,
                                         NevCitationForm   form,
                                         NevLanguage       language);
char       *nev_cite_reading            (NevDataset       *dataset,
                                         const NevReading *reading,
                                         NevCitationForm   form,
                                         NevLanguage       language);
char       *nev_quote_reading           (NevDataset       *dataset,
                                         const NevReading *reading,
                                         NevLanguage       language);

G_END_DECLS
