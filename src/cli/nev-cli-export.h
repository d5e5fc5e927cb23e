/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-cli.h"
#include "nev-export.h"

G_BEGIN_DECLS

/* The options of "export": what is wanted, as the command line says it. */
typedef struct
{
  /* Owned */
  char    *formats;
  char    *preset;
  char    *size;
  char    *scale;
  char    *font_size;
  char    *theme;
  char    *hidden;
  char    *text;
  char    *jobs;
  char    *output;
  char    *folder;
  char    *deck;
  gboolean is_all;
  gboolean is_transparent;
  gboolean is_numbered;
  gboolean is_json;

  /* Follows from the above */
  NevFormat        format[NEV_N_FORMATS];
  guint            n_formats;
  guint            n_jobs; /* 0 for as many as there are processors */
  gboolean         is_stdout;
  NevExportOptions options;
} NevCliExport;

#define NEV_CLI_EXPORT_INIT { .options = NEV_EXPORT_OPTIONS_INIT }

void     nev_cli_export_clear (NevCliExport  *self);
gboolean nev_cli_export_parse (NevCliExport  *self,
                               NevCli        *cli,
                               NevCliView    *view,
                               int            argc,
                               char         **argv,
                               GError       **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NevCliExport, nev_cli_export_clear)

G_END_DECLS
