/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-dataset.h"

#include <math.h>

#include "nev-check.h"
#include "nev-spec.h"

#define MAX_CELLS 20000 /* a chart may hold so many days that a fuzzer would wait for them */

static void
read_chart (NevDataset     *dataset,
            const NevChart *chart)
{
  g_autoptr (NevSpec) spec = nev_spec_new (dataset, chart);
  g_autoptr (NevTable) table = NULL;
  NevPeriod range = nev_spec_get_range (spec);

  g_assert_cmpint (range.start, <=, range.end);

  if (range.end - range.start > MAX_CELLS)
    return;

  table = nev_spec_create_table (spec);
  g_assert_nonnull (table);
}

void
fuzz_read_dataset (NevDataset *dataset)
{
  g_autoptr (GPtrArray) contradictions = NULL;

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    {
      NevSeries *series = nev_dataset_get_series (dataset, i);
      NevPeriod  extent;

      if (!nev_series_get_extent (series, &extent))
        continue;

      for (NevMeasure measure = 0; measure < NEV_N_MEASURES; measure++)
        {
          g_auto (NevReading) reading = { NULL };

          nev_series_read (series, measure, extent, extent, &reading);
          g_assert_true ((reading.status == NEV_STATUS_GAP) == (isnan (reading.value) != 0));
        }
    }

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    read_chart (dataset, nev_dataset_get_chart (dataset, i));

  contradictions = nev_check_dataset (dataset);

  for (guint i = 0; i < contradictions->len; i++)
    g_assert_cmpfloat (nev_contradiction_get_excess (g_ptr_array_index (contradictions, i)), >, 0);
}
