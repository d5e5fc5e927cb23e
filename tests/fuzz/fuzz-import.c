/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-dataset.h"
#include "fuzz.h"
#include "nev-import.h"

/* The first byte says what is known of the table, the rest is the table. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char *const encodings[] = { NULL, "UTF-8", "GB18030", "UTF-16" };
  static const char        decimals[] = { '\0', '.', ',', '\0' };
  NevImportOptions         options = NEV_IMPORT_OPTIONS_INIT;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NevDataset) dataset = NULL;

  if (size == 0)
    return 0;

  options.encoding = encodings[data[0] & 3];
  options.decimal = decimals[(data[0] >> 2) & 3];
  options.date_order = (data[0] >> 4) % 3;
  options.layout = (data[0] >> 6) % 3;

  bytes = g_bytes_new_static (data + 1, size - 1);
  dataset = nev_import_load ("fuzz.csv", bytes, &options, NULL, &error);
  fuzz_check_error (dataset != NULL, error);

  if (dataset != NULL)
    fuzz_read_dataset (dataset);

  return 0;
}
