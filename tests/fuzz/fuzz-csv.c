/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz.h"
#include "nev-csv.h"

/* The first byte chooses the delimiter. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char delimiters[] = ",;\t|";
  g_autoptr (NevCsv) csv = NULL;
  g_autoptr (GError) error = NULL;
  guint line = 0;

  if (size == 0)
    return 0;

  csv = nev_csv_new ("fuzz.csv", (const char *) data + 1, size - 1, delimiters[data[0] % 4]);

  while (nev_csv_next (csv, &error))
    {
      g_assert_no_error (error);
      g_assert_cmpuint (nev_csv_get_n_fields (csv), >, 0);
      g_assert_cmpuint (nev_csv_get_n_fields (csv), <=, NEV_CSV_MAX_COLUMNS);
      g_assert_cmpuint (nev_csv_get_line (csv), >, line);
      line = nev_csv_get_line (csv);

      for (guint i = 0; i < nev_csv_get_n_fields (csv); i++)
        {
          const char *field = nev_csv_get_field (csv, i);

          g_assert_cmpuint (strlen (field), <=, NEV_CSV_MAX_FIELD);
          g_assert_true (g_utf8_validate (field, -1, NULL));
        }
    }

  if (error != NULL)
    fuzz_check_error (FALSE, error);

  return 0;
}
