/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-show-file.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <unistd.h>

/* Three ways, each tried when the one before isn't there: the file manager's own service, the portal (which
 * is what there is in a sandbox), and opening the folder.
 */

typedef struct
{
  GFile     *file;
  GtkWindow *parent;
} NevShowFile;

static void
nev_show_file_free (NevShowFile *self)
{
  g_object_unref (self->file);
  g_object_unref (self->parent);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevShowFile, nev_show_file_free)

static void
show_folder (NevShowFile *self)
{
  g_autoptr(GFile) folder = g_file_get_parent (self->file);
  g_autofree char *uri = g_file_get_uri (folder != NULL ? folder : self->file);

  gtk_show_uri (self->parent, uri, GDK_CURRENT_TIME);
}

static void
portal_cb (GObject      *connection,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(NevShowFile) self = user_data;
  g_autoptr(GVariant) reply = NULL;

  reply = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (connection), NULL, result, NULL);
  if (reply == NULL)
    show_folder (self);
}

static void
ask_portal (GDBusConnection *connection,
            NevShowFile     *self)
{
  g_autoptr(GUnixFDList) fds = g_unix_fd_list_new ();
  const char *path = g_file_peek_path (self->file);
  int         fd = path != NULL ? open (path, O_RDONLY | O_CLOEXEC) : -1;

  if (fd < 0)
    {
      show_folder (self);
      nev_show_file_free (self);
      return;
    }

  g_unix_fd_list_append (fds, fd, NULL);
  close (fd);

  g_dbus_connection_call_with_unix_fd_list (connection,
                                            "org.freedesktop.portal.Desktop",
                                            "/org/freedesktop/portal/desktop",
                                            "org.freedesktop.portal.OpenURI",
                                            "OpenDirectory",
                                            g_variant_new ("(sha{sv})", "", 0, NULL),
                                            NULL, G_DBUS_CALL_FLAGS_NONE, -1, fds, NULL,
                                            portal_cb, self);
}

static void
file_manager_cb (GObject      *connection,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(NevShowFile) self = user_data;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (connection), result, NULL);

  if (reply == NULL)
    ask_portal (G_DBUS_CONNECTION (connection), g_steal_pointer (&self));
}

static void
bus_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(NevShowFile) self = user_data;
  g_autoptr(GDBusConnection) connection = g_bus_get_finish (result, NULL);
  g_autofree char *uri = g_file_get_uri (self->file);
  const char      *uris[] = { uri, NULL };

  if (connection == NULL)
    {
      show_folder (self);
      return;
    }

  g_dbus_connection_call (connection,
                          "org.freedesktop.FileManager1",
                          "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1",
                          "ShowItems",
                          g_variant_new ("(^ass)", uris, ""),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          file_manager_cb, g_steal_pointer (&self));
}

/**
 * nev_show_file:
 * @file: a file that exists
 * @parent: the window that asks
 *
 * Shows a file in its folder, with the desktop's file manager.
 */
void
nev_show_file (GFile     *file,
               GtkWindow *parent)
{
  NevShowFile *self;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (GTK_IS_WINDOW (parent));

  self = g_new0 (NevShowFile, 1);
  self->file = g_object_ref (file);
  self->parent = g_object_ref (parent);

  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, self);
}
