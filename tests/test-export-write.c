/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* unshare () */

#include "nev-export.h"

#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define OLD "the old file"
#define NEW_LENGTH 200000

static GBytes *
create_bytes (void)
{
  guint8 *data = g_malloc (NEW_LENGTH);

  for (int i = 0; i < NEW_LENGTH; i++)
    data[i] = (guint8) (i * 7);

  return g_bytes_new_take (data, NEW_LENGTH);
}

typedef struct
{
  char *folder;
  char *path; /* in it; not there yet */
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("nev-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "chart.png", NULL);
}

static void
remove_all (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }

  g_remove (folder);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  remove_all (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static gboolean
write_to (const char *path,
          GError    **error)
{
  g_autoptr(GBytes) bytes = create_bytes ();
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return nev_export_write (bytes, file, NULL, error);
}

static void
assert_written (const char *path)
{
  g_autoptr(GBytes) bytes = create_bytes ();
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;
  gsize            length;

  g_file_get_contents (path, &found, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (found, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_old (const char *path)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, OLD);
}

static void
write_old (const char *path)
{
  g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
}

/* Nothing that we needed on the way is left lying about. */
static void
assert_n_files (const Fixture *self,
                guint          n_files)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  g_assert_cmpuint (n, ==, n_files);
}

static void
test_new (Fixture      *self,
          gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (write_to (self->path, &error));
  g_assert_no_error (error);
  assert_written (self->path);
  assert_n_files (self, 1);
}

static void
test_replace (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GStatBuf status;

  write_old (self->path);
  g_chmod (self->path, 0640);
  g_assert_true (write_to (self->path, &error));
  g_assert_no_error (error);
  assert_written (self->path);
  assert_n_files (self, 1);

  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
}

/* A link stays a link, and what it points at is replaced; also through a second one, and where nothing is yet. */
static void
test_links (Fixture      *self,
            gconstpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *link = g_build_filename (self->folder, "link.png", NULL);
      g_autofree char *link_to_link = g_build_filename (self->folder, "link-to-link.png", NULL);
      g_autoptr(GError) error = NULL;

      if (i == 0)
        write_old (self->path);

      g_assert_cmpint (symlink ("chart.png", link), ==, 0);
      g_assert_cmpint (symlink (link, link_to_link), ==, 0);
      g_assert_true (write_to (link_to_link, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
      g_assert_true (g_file_test (link_to_link, G_FILE_TEST_IS_SYMLINK));
      assert_written (self->path);
      assert_n_files (self, 3);

      g_remove (link);
      g_remove (link_to_link);
      g_remove (self->path);
    }
}

/* A ring of links leads nowhere and ends. */
static void
test_link_ring (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "other.png", NULL);

  g_assert_cmpint (symlink (other, self->path), ==, 0);
  g_assert_cmpint (symlink (self->path, other), ==, 0);
  write_to (self->path, NULL);
}

static void
test_missing_folder (Fixture      *self,
                     gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "missing", "chart.png", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (write_to (path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, path));
  assert_n_files (self, 0);
}

static void
test_folder (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *expected = g_strdup_printf ("%s is a folder", self->folder);

  g_assert_false (write_to (self->folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_true (g_file_test (self->folder, G_FILE_TEST_IS_DIR));
}

static void
test_cancelled (Fixture      *self,
                gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GBytes) bytes = create_bytes ();
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GError) error = NULL;

  write_old (self->path);
  g_cancellable_cancel (cancellable);
  g_assert_false (nev_export_write (bytes, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old (self->path);
}

/* A device is written to and never replaced. */
static void
test_full_device (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GStatBuf status;

  g_assert_cmpint (symlink ("/dev/full", self->path), ==, 0);
  g_assert_false (write_to (self->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, self->path));

  g_assert_cmpint (g_stat ("/dev/full", &status), ==, 0);
  g_assert_true (S_ISCHR (status.st_mode));
  g_assert_true (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_null_device (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (write_to ("/dev/null", &error));
  g_assert_no_error (error);
}

/* The name that was asked for, not that of a temporary file beside it. */
static void
assert_names (const GError *error,
              const char   *path)
{
  g_autofree char *temporary = g_strconcat (path, ".", NULL);

  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_null (strstr (error->message, temporary));
}

/* A disk that is full after so many bytes: the old file is still there, and nothing else. */
static void
test_full_disk (Fixture      *self,
                gconstpointer data)
{
  static const rlim_t limits[] = { 0, 1, 4096, 65536, NEW_LENGTH - 1 };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  write_old (self->path);
  signal (SIGXFSZ, SIG_IGN);

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      struct rlimit before, limit;
      g_autoptr(GError) error = NULL;
      gboolean is_written;

      g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
      limit = (struct rlimit){ limits[i], before.rlim_max };
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      is_written = write_to (self->path, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

      g_assert_false (is_written);
      assert_names (error, self->path);
      assert_old (self->path);
      assert_n_files (self, 1);
    }

  g_assert_true (write_to (self->path, NULL));
  assert_written (self->path);
}

static void
write_map (const char *path,
           const char *text)
{
  FILE *file = fopen (path, "w");

  if (file == NULL)
    return;

  fputs (text, file);
  fclose (file);
}

/* A name space of its own, in which it may mount disks; whoever it is. */
static gboolean
enter_namespace (void)
{
  g_autofree char *uids = g_strdup_printf ("0 %u 1", getuid ());
  g_autofree char *gids = g_strdup_printf ("0 %u 1", getgid ());

  if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
    return unshare (CLONE_NEWNS) == 0;

  write_map ("/proc/self/setgroups", "deny");
  write_map ("/proc/self/uid_map", uids);
  write_map ("/proc/self/gid_map", gids);

  return getuid () == 0;
}

/* A disk of 64 kB that only this process sees. Where that isn't allowed, files may not become larger. */
static void
make_small_disk (const char *folder)
{
  struct rlimit limit = { 65536, 65536 };

  if (enter_namespace () &&
      mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
      mount ("nev", folder, "tmpfs", 0, "size=64k") == 0)
    {
      g_test_message ("a disk of 64 kB");
      return;
    }

  g_test_message ("files of 64 kB");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_small_disk (Fixture      *self,
                 gconstpointer data)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  make_small_disk (self->folder);
  write_old (self->path);

  for (int i = 0; i < 5; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (write_to (self->path, &error));
      assert_names (error, self->path);
      assert_old (self->path);
      assert_n_files (self, 1);
    }

  umount (self->folder);
}

/* root may write everywhere, so it becomes somebody else. */
static void
test_read_only_folder (Fixture      *self,
                       gconstpointer data)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  write_old (self->path);
  g_assert_cmpint (g_chmod (self->path, 0644), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);

  if (geteuid () == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *path = i == 0 ? g_strdup (self->path) : g_build_filename (self->folder, "other.png", NULL);
      g_autoptr(GError) error = NULL;

      g_assert_false (write_to (path, &error));
      assert_names (error, path);
      assert_n_files (self, 1);
    }

  assert_old (self->path);

  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
}

typedef struct
{
  const char *path;
  int         is_over; /* atomic */
} Remover;

static gpointer
remove_thread (gpointer data)
{
  Remover *self = data;

  while (!g_atomic_int_get (&self->is_over))
    {
      g_unlink (self->path);
      g_usleep (200);
    }

  return NULL;
}

/* Somebody removes the file again and again while it's written: what is there is whole, and nothing else is. */
static void
test_removed_meanwhile (Fixture      *self,
                        gconstpointer data)
{
  Remover  remover = { self->path, FALSE };
  GThread *thread = g_thread_new ("remove", remove_thread, &remover);
  int      n_written = 0;

  for (int i = 0; i < 50; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *found = NULL;
      gsize            length;

      if (write_to (self->path, &error))
        n_written++;
      else
        g_assert_nonnull (strstr (error->message, self->path));

      if (g_file_get_contents (self->path, &found, &length, NULL))
        g_assert_cmpuint (length, ==, NEW_LENGTH);
    }

  g_atomic_int_set (&remover.is_over, TRUE);
  g_thread_join (thread);
  g_test_message ("%d of 50 were there", n_written);
  g_assert_true (write_to (self->path, NULL));
  assert_written (self->path);
  assert_n_files (self, 1);
}

/* Killed at any moment, a program leaves the old file or the new one. */
static void
test_killed (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GBytes) bytes = create_bytes ();

  write_old (self->path);

  for (int i = 0; i < 40; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_path (self->path);
      g_autofree char *found = NULL;
      gsize            length;
      pid_t            child = fork ();

      if (child == 0)
        {
          for (;;)
            nev_export_write (bytes, file, NULL, NULL);
        }

      g_usleep ((gulong) g_test_rand_int_range (0, 5000));
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);

      g_assert_true (g_file_get_contents (self->path, &found, &length, NULL));
      if (length != strlen (OLD))
        g_assert_cmpmem (found, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
}

#define ADD(name, function) g_test_add ("/export-write/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("new", test_new);
  ADD ("replace", test_replace);
  ADD ("links", test_links);
  ADD ("link-ring", test_link_ring);
  ADD ("missing-folder", test_missing_folder);
  ADD ("folder", test_folder);
  ADD ("cancelled", test_cancelled);
  ADD ("full-device", test_full_device);
  ADD ("null-device", test_null_device);
  ADD ("full-disk", test_full_disk);
  ADD ("small-disk", test_small_disk);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("removed-meanwhile", test_removed_meanwhile);
  ADD ("killed", test_killed);

  return g_test_run ();
}
