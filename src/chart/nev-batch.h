/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-export.h"

G_BEGIN_DECLS

/**
 * NevBatchItem:
 * @spec: what is wanted of which chart; nobody may change it meanwhile
 * @format: of the file
 * @options: size, theme and language
 *
 * One of several files that are made side by side.
 */
typedef struct
{
  NevSpec         *spec;
  NevFormat        format;
  NevExportOptions options;
} NevBatchItem;

/**
 * NevBatchProgress:
 * @n_done: how many files or pages are finished, from 1 on; each number once, but not necessarily in order
 * @user_data: the caller's
 *
 * Called in any thread.
 */
typedef void (*NevBatchProgress) (guint    n_done,
                                  gpointer user_data);

GPtrArray *nev_batch_export (const NevBatchItem  *items,
                             guint                n_items,
                             guint                n_jobs,
                             NevBatchProgress     progress,
                             gpointer             user_data,
                             GCancellable        *cancellable,
                             GError             **error);
char      *nev_batch_get_file_name (NevSpec       *spec,
                             NevFormat            format,
                             guint                index,
                             guint                n);

G_END_DECLS
