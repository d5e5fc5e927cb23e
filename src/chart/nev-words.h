/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-check.h"
#include "nev-dataset.h"
#include "nev-format.h"

G_BEGIN_DECLS

/* The names of things, in a chart's language. Static. */
const char *nev_words_measure        (NevMeasure              measure,
                                      NevLanguage             language);
const char *nev_words_frequency      (NevFrequency            frequency,
                                      NevLanguage             language);
const char *nev_words_mark           (NevMark                 mark,
                                      NevLanguage             language);
const char *nev_words_status         (NevStatus               status,
                                      NevLanguage             language);

/* A reading's parts: what, when, how much, how exactly. */
char       *nev_words_subject        (const NevReading       *reading,
                                      NevLanguage             language);
NevPeriod   nev_words_days           (const NevReading       *reading);
double      nev_words_precision      (const NevReading       *reading);
char       *nev_words_value          (const NevReading       *reading,
                                      NevLanguage             language);
char       *nev_words_value_short    (const NevReading       *reading,
                                      NevMagnitude            magnitude,
                                      int                     n_decimals,
                                      NevLanguage             language);
char       *nev_words_number         (const NevReading       *reading,
                                      NevMagnitude            magnitude,
                                      NevLanguage             language);
char       *nev_words_error          (const NevReading       *reading,
                                      NevLanguage             language);

char       *nev_words_rounding       (const NevReading       *reading,
                                      NevLanguage             language);
gboolean    nev_words_read_change_before (const NevReading   *reading,
                                      NevReading             *change);

/* Sentences about a reading: what it is, how it was obtained, what speaks against it. */
char       *nev_words_reading        (NevDataset             *dataset,
                                      const NevReading       *reading,
                                      NevLanguage             language);
char       *nev_words_spoken         (NevDataset             *dataset,
                                      const NevReading       *reading,
                                      NevLanguage             language);
char       *nev_words_expression     (const NevReading       *reading,
                                      NevLanguage             language);
char       *nev_words_derivation     (NevDataset             *dataset,
                                      const NevReading       *reading,
                                      NevLanguage             language);
const char *nev_words_gap            (NevGapReason            reason,
                                      NevLanguage             language);
const char *nev_words_break          (const NevReading       *reading,
                                      NevLanguage             language);
const char *nev_words_publisher      (NevDataset             *dataset,
                                      NevSource              *source,
                                      NevLanguage             language);
char       *nev_words_source         (NevDataset             *dataset,
                                      guint                   source,
                                      NevLanguage             language);
const char *nev_words_contradiction_kind (NevContradictionKind kind,
                                      NevLanguage             language);
char       *nev_words_stated         (const NevContradiction *contradiction,
                                      NevLanguage             language);
char       *nev_words_excess         (const NevContradiction *contradiction,
                                      NevLanguage             language);
char       *nev_words_contradiction  (NevDataset             *dataset,
                                      const NevContradiction *contradiction,
                                      NevLanguage             language);
const char *nev_words_holiday        (const NevReading       *reading,
                                      NevLanguage             language);
GPtrArray  *nev_words_notes          (NevDataset             *dataset,
                                      const NevReading       *reading,
                                      NevLanguage             language);
void        nev_words_append_sentence (GString               *text,
                                      const char             *sentence);

G_END_DECLS
