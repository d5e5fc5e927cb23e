/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-export.h"
#include "nev-package.h"

#include <stdio.h>
#include <stdlib.h>

/* many FORMAT MARK N FILE: draws the chart "production-sales" N times at 1920 × 1080 in one process, and writes each into
 * FILE; for many.sh.
 */
int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(NevDataset) dataset = NULL;
  g_autoptr(NevSpec) spec = NULL;
  NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
  const NevChart  *chart;
  NevFormat        format;
  NevMark          mark;

  if (argc != 5 || !nev_format_parse (argv[1], &format, &error) || !nev_mark_parse (argv[2], &mark, &error))
    g_error ("usage: many png|svg|pdf line|bars N FILE");

  dataset = nev_package_load_bundled (&error);
  chart = dataset != NULL ? nev_dataset_find_chart (dataset, "production-sales", &error) : NULL;
  if (chart == NULL)
    g_error ("%s", error->message);

  spec = nev_spec_new (dataset, chart);
  nev_spec_set_mark (spec, mark);

  for (int i = atoi (argv[3]); i > 0; i--)
    {
      g_autoptr(GBytes) bytes = nev_export_chart (spec, format, &options, &error);
      FILE *file = fopen (argv[4], "wb");

      if (bytes == NULL || file == NULL)
        g_error ("%s", error != NULL ? error->message : argv[4]);

      if (fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), file) != g_bytes_get_size (bytes) || fclose (file) != 0)
        g_error ("%s", argv[4]);
    }

  return EXIT_SUCCESS;
}
