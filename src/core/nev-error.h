/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NevDataError:
 * @NEV_DATA_ERROR_SYNTAX: the bytes are not what the format allows
 * @NEV_DATA_ERROR_SCHEMA: well-formed, but not a dataset: a wrong type, a missing
 *   property, a value out of range, a name that nothing bears
 * @NEV_DATA_ERROR_LIMIT: larger or deeper than a dataset may be
 * @NEV_DATA_ERROR_NOT_FOUND: a series, chart or period that was asked for isn't there
 * @NEV_DATA_ERROR_AMBIGUOUS: can be read in two ways, and somebody has to say in which
 *
 * What can be wrong with data or with a question about it. Messages say where
 * (file, row, column or JSON path), what was wanted and what was found.
 */
typedef enum
{
  NEV_DATA_ERROR_SYNTAX,
  NEV_DATA_ERROR_SCHEMA,
  NEV_DATA_ERROR_LIMIT,
  NEV_DATA_ERROR_NOT_FOUND,
  NEV_DATA_ERROR_AMBIGUOUS,
} NevDataError;

#define NEV_DATA_ERROR (nev_data_error_quark ())

GQuark nev_data_error_quark (void);

G_END_DECLS
