/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-format.h"

G_BEGIN_DECLS

/**
 * NevSumLineKind:
 * @NEV_SUM_LINE_FACT: a published figure
 * @NEV_SUM_LINE_NUMBER: a number of the calculation: the 1 that is taken from a quotient
 * @NEV_SUM_LINE_SUBTOTAL: what the figures above it come to, with a rule above
 * @NEV_SUM_LINE_RESULT: the value itself, with a rule above
 */
typedef enum
{
  NEV_SUM_LINE_FACT,
  NEV_SUM_LINE_NUMBER,
  NEV_SUM_LINE_SUBTOTAL,
  NEV_SUM_LINE_RESULT,
} NevSumLineKind;

/* A line of a calculation as it is written on paper. */
typedef struct
{
  NevSumLineKind kind;
  const char    *sign;   /* "", "+", "−", "÷" or "×"; static */
  char          *label;  /* "Jan–Sep 2023": short, so that it stays one line */
  char          *number; /* "6,278,000", with as many digits after the point as those above it */
  char          *error;  /* "±500"; or NULL */
  int            term;   /* of a fact: which of the reading's; -1 */
} NevSumLine;

GPtrArray *nev_words_sum (const NevReading *reading,
                          NevLanguage       language);

G_END_DECLS
