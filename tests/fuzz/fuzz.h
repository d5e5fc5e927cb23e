/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <stdint.h>

/* What libFuzzer calls with bytes that it made up, and fuzz-replay.c with those of a file. What must hold of any input is asserted. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* An error has a message, and there is one exactly if there is no result. */
static inline void
fuzz_check_error (gboolean      has_result,
                  const GError *error)
{
  g_assert_true (has_result == (error == NULL));

  if (error != NULL)
    g_assert_true (g_utf8_validate (error->message, -1, NULL) && *error->message != '\0');
}
