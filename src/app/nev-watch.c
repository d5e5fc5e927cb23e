/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-watch.h"

/* Folders are watched and not files, so that a file may be replaced by another of its name. */

#define QUIET_MS 300 /* without an event: whoever writes several files has done */

struct _NevWatch
{
  GObject parent_instance;

  /* Owned */
  GHashTable *files;    /* (element-type GFile): the names that matter */
  GPtrArray  *monitors; /* (element-type GFileMonitor) */

  guint source;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (NevWatch, nev_watch, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static gboolean
quiet_cb (gpointer user_data)
{
  NevWatch *self = user_data;

  self->source = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static gboolean
matters (NevWatch *self,
         GFile    *file)
{
  return file != NULL && g_hash_table_contains (self->files, file);
}

static void
monitor_cb (NevWatch         *self,
            GFile            *file,
            GFile            *other_file,
            GFileMonitorEvent event)
{
  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED || event == G_FILE_MONITOR_EVENT_PRE_UNMOUNT)
    return;

  if (!matters (self, file) && !matters (self, other_file))
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (QUIET_MS, quiet_cb, self);
}

static void
nev_watch_dispose (GObject *object)
{
  NevWatch *self = NEV_WATCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_hash_table_unref);

  G_OBJECT_CLASS (nev_watch_parent_class)->dispose (object);
}

static void
nev_watch_class_init (NevWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nev_watch_dispose;

  /**
   * NevWatch::changed:
   *
   * A file was written, replaced or removed, and nothing more has happened for a moment.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NEV_TYPE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cancel_monitor (gpointer data)
{
  g_file_monitor_cancel (data);
  g_object_unref (data);
}

static void
nev_watch_init (NevWatch *self)
{
  self->files = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, NULL);
  self->monitors = g_ptr_array_new_with_free_func (cancel_monitor);
}

/**
 * nev_watch_new:
 * @files: (element-type GFile): the files
 *
 * Starts watching. Where a folder can't be watched, nothing is ever told of it.
 *
 * Returns: (transfer full): a watch
 */
NevWatch *
nev_watch_new (GPtrArray *files)
{
  NevWatch *self = g_object_new (NEV_TYPE_WATCH, NULL);
  g_autoptr(GHashTable) folders = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, NULL);

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      g_autoptr(GFile) folder = g_file_get_parent (file);
      GFileMonitor *monitor;

      g_hash_table_add (self->files, g_object_ref (file));

      if (folder == NULL || !g_hash_table_add (folders, g_object_ref (folder)))
        continue;

      monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (monitor == NULL)
        continue;

      g_signal_connect_object (monitor, "changed", G_CALLBACK (monitor_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->monitors, monitor);
    }

  return self;
}
