/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-dataset.h"
#include "nev-faults.h"
#include "nev-import.h"
#include "nev-json-writer.h"
#include "nev-spec.h"

G_BEGIN_DECLS

/* The options that say how a table is written, as words. */
typedef struct
{
  char *encoding;
  char *period;
  char *words[NEV_N_IMPORT_CHOICES];
} NevCliImport;

/* What the commands share: options that all of them have, the dataset, the ways out. An error of the
 * domain G_OPTION_ERROR is a wrong usage; any other is a failure.
 */
typedef struct
{
  /* Owned */
  GOptionContext *context;
  char           *parameters; /* "SERIES PERIOD" */
  char           *path; /* of the dataset; NULL for the bundled one */
  char          **more; /* of datasets that are joined with it; or NULL */
  char           *tag;
  char          **arguments; /* what isn't an option */
  NevDataset     *dataset;
  NevCliImport    import;

  NevLanguage     language;
} NevCli;

#define NEV_CLI_INIT { NULL }

/* The options that change what a chart shows. */
typedef struct
{
  char *from;
  char *to;
  char *frequency;
  char *measure;
  char *mark;
  char *series;
  char *focus;
  char *index_base;
  char *against;

  gboolean merge_jan_feb;

  char  *path; /* of a file that holds a view */
  char  *title;
  char  *subtitle;
  char  *footnote;
  char **notes;
  char **lines;
  char **bands;
  char **spans;

  gboolean seasonal;
  gboolean ranking;
  char    *ranking_period;
} NevCliView;

void      nev_cli_clear             (NevCli             *self);
gboolean  nev_cli_parse             (NevCli             *self,
                                     const char         *parameters,
                                     const char         *summary,
                                     const GOptionEntry *entries,
                                     NevCliView         *view,
                                     int                 argc,
                                     char              **argv,
                                     GError            **error);
gboolean  nev_cli_count_arguments   (NevCli             *self,
                                     guint               min,
                                     guint               max,
                                     GError            **error);
gboolean  nev_cli_check_alone       (NevCli             *self,
                                     GError            **error);
gboolean  nev_cli_load              (NevCli             *self,
                                     GError            **error);
gboolean  nev_cli_check_dataset     (NevCli             *self,
                                     NevFaults          *faults,
                                     GError            **error);
gboolean  nev_cli_print             (const char         *text,
                                     GError            **error);
gboolean  nev_cli_print_bytes       (GBytes             *bytes,
                                     GError            **error);
void      nev_cli_propagate_usage   (GError            **error,
                                     GError             *cause,
                                     const char         *option);

/* nev-cli-import.c */
void      nev_cli_import_clear       (NevCliImport       *self);
void      nev_cli_import_add_entries (NevCliImport       *self,
                                      GOptionContext     *context);
const char *nev_cli_import_get_name  (NevImportOption     option);
gboolean  nev_cli_import_read        (const NevCliImport *self,
                                      gboolean            has_dataset,
                                      NevImportOptions   *options,
                                      gboolean           *is_set,
                                      GError            **error);

void      nev_cli_view_add_entries  (NevCliView         *self,
                                     GOptionContext     *context);
void      nev_cli_view_clear        (NevCliView         *self);
gboolean  nev_cli_view_annotate     (const NevCliView   *self,
                                     NevSpec            *spec,
                                     GError            **error);
NevSpec  *nev_cli_create_spec       (NevCli             *self,
                                     const NevCliView   *view,
                                     const char         *chart,
                                     GError            **error);

void      nev_cli_write_unit        (NevJsonWriter      *json,
                                     NevSeries          *series,
                                     NevUnit             unit);
void      nev_cli_write_base        (NevJsonWriter      *json,
                                     const NevReading   *reading);
void      nev_cli_write_source      (NevJsonWriter      *json,
                                     const char         *name,
                                     NevSource          *source);
void      nev_cli_write_facts       (NevJsonWriter      *json,
                                     NevDataset         *dataset,
                                     const NevReading   *reading);

/* nev-cli-diff.c */
char     *nev_cli_diff_as_text      (NevDataset         *dataset,
                                     NevDataset         *new_dataset,
                                     GArray             *found,
                                     NevLanguage         language);
void      nev_cli_write_diff        (NevJsonWriter      *json,
                                     NevDataset         *dataset,
                                     NevDataset         *new_dataset,
                                     GArray             *found);

/* The commands. */
gboolean  nev_cli_list              (int                 argc,
                                     char              **argv,
                                     GError            **error);
gboolean  nev_cli_show              (int                 argc,
                                     char              **argv,
                                     GError            **error);
gboolean  nev_cli_data              (int                 argc,
                                     char              **argv,
                                     GError            **error);
gboolean  nev_cli_export            (int                 argc,
                                     char              **argv,
                                     GError            **error);
gboolean  nev_cli_check             (int                 argc,
                                     char              **argv,
                                     GError            **error);
gboolean  nev_cli_diff              (int                 argc,
                                     char              **argv,
                                     GError            **error);
gboolean  nev_cli_package           (int                 argc,
                                     char              **argv,
                                     GError            **error);
gboolean  nev_cli_append            (int                 argc,
                                     char              **argv,
                                     GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NevCli, nev_cli_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NevCliView, nev_cli_view_clear)

G_END_DECLS
