/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

/* Stands in for libFuzzer where there is none: runs each file of the folders that it is given once. */
int
main (int   argc,
      char *argv[])
{
  guint n_files = 0;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GDir) folder = g_dir_open (argv[i], 0, &error);
      const char *name;

      g_assert_no_error (error);

      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *path = g_build_filename (argv[i], name, NULL);
          g_autofree char *data = NULL;
          gsize            length;

          g_file_get_contents (path, &data, &length, &error);
          g_assert_no_error (error);
          LLVMFuzzerTestOneInput ((const uint8_t *) data, length);
          n_files++;
        }
    }

  g_print ("%u files\n", n_files);
  g_assert_cmpuint (n_files, >, 0);

  return 0;
}
