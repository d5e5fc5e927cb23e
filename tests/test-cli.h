/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What the program did when it was run. */
typedef struct
{
  int   status;
  char *out;
  char *err;
} CliResult;

void      cli_result_clear      (CliResult  *self);

void      cli_run               (CliResult  *result,
                                 const char *command);
void      cli_kill              (const char *command,
                                 gulong      microseconds);
char     *cli_get_output        (const char *command);
JsonNode *cli_get_json          (const char *command);

void      cli_assert_contains   (const char *text,
                                 const char *part);

char     *cli_make_folder       (void);
guint     cli_remove_folder     (const char *path);

void      cli_add_show_tests    (void);
void      cli_add_export_tests  (void);
void      cli_add_check_tests   (void);
void      cli_add_import_tests  (void);
void      cli_add_maintain_tests (void);
void      cli_add_view_tests    (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliResult, cli_result_clear)

G_END_DECLS
