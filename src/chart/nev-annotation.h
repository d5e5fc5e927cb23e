/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-measure.h"

G_BEGIN_DECLS

/**
 * NevAnnotationKind:
 * @NEV_ANNOTATION_LINE: a reference line across the plot at a value
 * @NEV_ANNOTATION_BAND: the values between two
 * @NEV_ANNOTATION_SPAN: the days of a period
 * @NEV_ANNOTATION_NOTE: words about a period
 */
typedef enum
{
  NEV_ANNOTATION_LINE,
  NEV_ANNOTATION_BAND,
  NEV_ANNOTATION_SPAN,
  NEV_ANNOTATION_NOTE,
} NevAnnotationKind;

#define NEV_N_ANNOTATION_KINDS 4

/* The most of a chart, and the letters of each. */
#define NEV_MAX_ANNOTATIONS 32
#define NEV_ANNOTATION_MAX_TEXT 200

/**
 * NevAnnotation:
 * @measure: of a line and a band: what @from and @to are values of; only a panel of this measure shows them
 * @from: of a line, its value; of a band, the lower one; in the unit of the measure
 * @to: of a band, the upper value
 * @period: of a span and a note; they stay with it whatever the range and the frequency
 * @text: what is written beside it; "" for nothing, which a note can't have
 *
 * What a person adds to a chart so that its reader sees the point.
 */
typedef struct
{
  NevAnnotationKind kind;
  NevMeasure        measure;
  double            from;
  double            to;
  NevPeriod         period;
  char             *text;
} NevAnnotation;

NevAnnotation *nev_annotation_copy           (const NevAnnotation *self);
void           nev_annotation_free           (NevAnnotation       *self);
gboolean       nev_annotation_equal          (const NevAnnotation *a,
                                              const NevAnnotation *b);
gboolean       nev_annotation_check          (const NevAnnotation *self,
                                              GError             **error);

const char    *nev_annotation_kind_to_string (NevAnnotationKind    self);
gboolean       nev_annotation_kind_parse     (const char          *text,
                                              NevAnnotationKind   *kind,
                                              GError             **error);

/* Whether it stands at values, or else at a period. */
static inline gboolean
nev_annotation_kind_has_values (NevAnnotationKind self)
{
  return self == NEV_ANNOTATION_LINE || self == NEV_ANNOTATION_BAND;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevAnnotation, nev_annotation_free)

G_END_DECLS
