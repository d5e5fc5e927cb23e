/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "fuzz-dataset.h"
#include "fuzz.h"
#include "nev-package.h"

static char *folder;

static void
remove_folder (void)
{
  g_autofree char *path = g_build_filename (folder, "datapackage.json", NULL);

  g_unlink (path);
  g_rmdir (folder);
  g_free (folder);
}

/* A descriptor in a folder of its own, so that a path in it finds the descriptor itself and nothing else. */
static void
write_descriptor (const uint8_t *data,
                  size_t         size)
{
  g_autofree char *path = NULL;
  int              file;

  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("nev-fuzz-XXXXXX", NULL);
      g_assert_nonnull (folder);
      atexit (remove_folder);
    }

  path = g_build_filename (folder, "datapackage.json", NULL);
  file = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (write (file, data, size), ==, size);
  close (file);
}

/* A descriptor whose rows stand in it. Read for who opens it and for who mends it: the first hears the first of what the second hears. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NevDataset) dataset = NULL;
  g_autoptr (NevDataset) checked = NULL;
  g_auto (NevFaults) faults = { NULL };

  write_descriptor (data, size);
  file = g_file_new_for_path (folder);
  dataset = nev_package_load (file, NULL, &error);
  fuzz_check_error (dataset != NULL, error);

  nev_faults_init (&faults, 100);
  checked = nev_package_check (file, &faults, NULL);
  g_assert_true ((checked == NULL) == (dataset == NULL));
  g_assert_true ((checked == NULL) == (faults.errors->len > 0));

  if (error != NULL)
    g_assert_cmpstr (((const GError *) g_ptr_array_index (faults.errors, 0))->message, ==, error->message);

  if (dataset != NULL)
    fuzz_read_dataset (dataset);

  return 0;
}
