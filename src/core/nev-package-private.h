/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-json-reader.h"
#include "nev-names.h"
#include "nev-package.h"
#include "nev-rows.h"

G_BEGIN_DECLS

/* Where a package's files come from. */
typedef struct
{
  GFile        *folder; /* NULL: the dataset that is compiled into the program */
  GCancellable *cancellable;

  /* Is told how much of a table is read; or NULL */
  NevProgressFunc progress;
  gpointer        progress_data;

  /* What is read besides them; or NULL */
  const NevPackageRows *more_sources;
  const NevPackageRows *more_observations;
} NevOrigin;

/* A series as the descriptor declares it, while its facts are collected. The other series that it
 * names are indices into the declarations; -1 for none.
 */
typedef struct
{
  NevSeriesParts parts; /* its id belongs to the document */
  int            stock;
  int            numerator;
  int            denominator;
  gboolean       is_paired; /* a flow says that it is its stock */
  GArray        *facts;     /* (element-type NevFact) */
  NevSeries     *series;    /* once it's made */
} NevSeriesDraft;

/* A dataset in the making. */
typedef struct
{
  NevFaults      *faults; /* borrowed */
  NevDatasetParts parts;
  GArray         *series; /* (element-type NevSeriesDraft) */
  gboolean        has_series; /* what is said of them is good, so that they can be made */
  NevNames        series_names;
  NevNames        basis_names;
  NevNames        source_names;
  NevNames        publisher_names;
  NevNames        chart_names;
} NevDraft;

typedef gboolean (*NevReadFunc) (NevDraft           *draft,
                                 const NevJsonPlace *place,
                                 GError            **error);

void     nev_draft_init              (NevDraft           *self,
                                      NevFaults          *faults);
void     nev_draft_clear             (NevDraft           *self);

/* nev-package-files.c */
GBytes  *nev_origin_read             (NevOrigin          *self,
                                      const char         *path,
                                      gsize               max_bytes,
                                      GError            **error);
void     nev_origin_find_descriptor  (NevOrigin          *self,
                                      GFile              *file,
                                      char              **name);
NevRows *nev_origin_open_resource    (NevOrigin          *self,
                                      const NevJsonPlace *root,
                                      const char         *name,
                                      NevFaults          *faults);
GFile   *nev_origin_find_resource    (NevOrigin          *self,
                                      const NevJsonPlace *root,
                                      const char         *name,
                                      GError            **error);

GFile   *nev_origin_find_path        (NevOrigin          *self,
                                      const NevJsonPlace *path,
                                      GError            **error);

/* nev-package-table.c */
gboolean nev_package_describes_table (const NevJsonPlace *root);
GFile   *nev_package_find_described  (NevOrigin          *origin,
                                      const NevJsonPlace *root,
                                      NevImportOptions   *options,
                                      GError            **error);

/* nev-package-choices.c */

/* How a table is read, as a descriptor beside it says. */
typedef struct
{
  char            *name;    /* the descriptor's; NULL if there is none that is good */
  NevImportOptions options; /* whose strings belong to the document */
  JsonNode        *node;
  GError          *fault;   /* of one that isn't */
} NevPackageChoices;

void     nev_package_choices_find    (NevPackageChoices  *self,
                                      GFile              *file,
                                      GCancellable       *cancellable);
void     nev_package_choices_remember (const NevPackageChoices *self,
                                      NevDataset         *dataset);
void     nev_package_choices_clear   (NevPackageChoices  *self);

/* nev-package-series.c */
void     nev_draft_read_objects      (NevDraft           *self,
                                      const NevJsonPlace *parent,
                                      const char         *name,
                                      guint               max_length,
                                      NevReadFunc         read);
gboolean nev_draft_read_reference    (const NevJsonPlace *place,
                                      NevNames           *names,
                                      int                *index,
                                      GError            **error);
gboolean nev_draft_read_declarations (NevDraft           *self,
                                      const NevJsonPlace *root);
void     nev_draft_build_series      (NevDraft           *self);

/* nev-package-rows.c */
void     nev_draft_read_sources      (NevDraft           *self,
                                      NevRows            *rows,
                                      GCancellable       *cancellable);
void     nev_draft_read_observations (NevDraft           *self,
                                      NevRows            *rows,
                                      GCancellable       *cancellable);

/* nev-package-views.c */
void     nev_draft_read_views        (NevDraft           *self,
                                      const NevJsonPlace *root);

gboolean nev_period_is_in_range      (NevPeriod           period);

/* A new element at the end, all zero; so that what is read into it is freed with the array. */
static inline gpointer
nev_array_append_empty (GArray *array)
{
  g_array_set_size (array, array->len + 1);

  return array->data + (gsize) (array->len - 1) * g_array_get_element_size (array);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NevDraft, nev_draft_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NevPackageChoices, nev_package_choices_clear)

G_END_DECLS
