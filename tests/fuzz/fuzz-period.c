/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"
#include "nev-period.h"

/* What can be read is written in one way, which is read as the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  NevPeriod period, read;
  gboolean  is_read;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  is_read = nev_period_parse (text, &period, &error);
  fuzz_check_error (is_read, error);

  if (!is_read)
    return 0;

  g_assert_cmpint (period.start, <, period.end);
  written = nev_period_to_string (period);
  g_assert_true (nev_period_parse (written, &read, NULL));
  g_assert_cmpint (read.start, ==, period.start);
  g_assert_cmpint (read.end, ==, period.end);
  again = nev_period_to_string (read);
  g_assert_cmpstr (again, ==, written);

  return 0;
}
