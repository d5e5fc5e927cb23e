/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"
#include "nev-package.h"
#include "nev-view.h"

/* A view that can be applied to the bundled dataset is written so that it is read as the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static NevDataset *dataset;
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) spec_error = NULL;
  g_autoptr (NevView) view = NULL;
  g_autoptr (NevView) again = NULL;
  g_autoptr (NevSpec) spec = NULL;
  g_autoptr (NevSpec) spec_again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) written_again = NULL;

  if (dataset == NULL)
    dataset = nev_package_load_bundled (NULL);

  view = nev_view_parse ("fuzz.nevview", bytes, &error);
  fuzz_check_error (view != NULL, error);

  if (view == NULL)
    return 0;

  spec = nev_view_create_spec (view, dataset, &spec_error);
  fuzz_check_error (spec != NULL, spec_error);

  if (spec == NULL)
    return 0;

  written = nev_view_write (spec);
  again = nev_view_parse ("written.nevview", written, &error);
  g_assert_no_error (error);
  spec_again = nev_view_create_spec (again, dataset, &error);
  g_assert_no_error (error);
  g_assert_true (nev_spec_equal (spec, spec_again));
  written_again = nev_view_write (spec_again);
  g_assert_true (g_bytes_equal (written, written_again));

  return 0;
}
