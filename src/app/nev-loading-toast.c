/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-loading-toast.h"

#include <glib/gi18n-lib.h>

#include "nev-loading-page.h"

/* Whoever looks at a chart while another dataset is read goes on looking: a toast covers nothing for long and moves nothing. It comes
 * when the reading takes as long as one notices, tells of all that are read, and goes with the last of them. Closing it gives
 * nothing up; its button does.
 */

#define PATIENCE (150 * 1000) /* microseconds */
#define INTERVAL 50           /* milliseconds */
#define BAR_WIDTH 120 /* with the buttons no wider than the narrowest window */

typedef struct
{
  GFile           *file; /* NULL: the bundled dataset */
  NevLoadProgress *progress;
  GCancellable    *cancellable;
  gint64           start;
} Reading;

struct _NevLoadingToast
{
  /* Owned */
  GPtrArray *readings; /* (element-type Reading): none of which is cancelled */
  guint      timeout;

  /* Borrowed */
  AdwToastOverlay *overlay;

  /* Weak; NULL while there is no toast */
  AdwToast       *toast;
  GtkLabel       *label;
  GtkProgressBar *bar;

  gboolean is_shown; /* if only until somebody closed it */
};

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_object (&self->file);
  g_object_unref (self->cancellable);
  nev_load_progress_unref (self->progress);
  g_free (self);
}

static char *
describe (NevLoadingToast *self)
{
  const Reading   *first = g_ptr_array_index (self->readings, 0);
  g_autofree char *basename = first->file != NULL ? g_file_get_basename (first->file) : NULL;
  g_autofree char *name = basename != NULL ? g_filename_display_name (basename) : NULL;

  if (self->readings->len > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Reading %u dataset", "Reading %u datasets", self->readings->len), self->readings->len);

  /* Translators: %s is a file */
  return name != NULL ? g_strdup_printf (_ ("Reading “%s”"), name) : g_strdup (_ ("Reading the Dataset"));
}

static void
show (NevLoadingToast *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "ellipsize", PANGO_ELLIPSIZE_MIDDLE,
                                   "xalign", 0.0f,
                                   NULL);
  GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR,
                                 "width-request", BAR_WIDTH,
                                 "hexpand", TRUE,
                                 NULL);
  AdwToast  *toast = adw_toast_new ("");

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);

  adw_toast_set_custom_title (toast, box);
  adw_toast_set_button_label (toast, _ ("_Cancel"));
  adw_toast_set_action_name (toast, "win.cancel-loading");
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);

  g_set_weak_pointer (&self->toast, toast);
  g_set_weak_pointer (&self->label, GTK_LABEL (label));
  g_set_weak_pointer (&self->bar, GTK_PROGRESS_BAR (bar));
  self->is_shown = TRUE;

  adw_toast_overlay_add_toast (self->overlay, toast);
}

static void
hide (NevLoadingToast *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);

  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->label);
  g_clear_weak_pointer (&self->bar);
  self->is_shown = FALSE;
}

static void
update (NevLoadingToast *self)
{
  g_autofree char *text = NULL;
  double           fraction = 0;

  if (self->label == NULL || self->bar == NULL)
    return;

  text = describe (self);
  if (g_strcmp0 (text, gtk_label_get_text (self->label)) != 0)
    gtk_label_set_text (self->label, text);

  for (guint i = 0; i < self->readings->len; i++)
    fraction += nev_load_progress_get (((Reading *) g_ptr_array_index (self->readings, i))->progress) / self->readings->len;

  nev_loading_page_update_bar (self->bar, fraction);
}

static gboolean
tick_cb (gpointer user_data)
{
  NevLoadingToast *self = user_data;
  const Reading   *first = g_ptr_array_index (self->readings, 0);

  if (!self->is_shown && g_get_monotonic_time () - first->start >= PATIENCE)
    show (self);

  update (self);

  return G_SOURCE_CONTINUE;
}

static void
remove_reading (NevLoadingToast *self,
                guint            index)
{
  g_ptr_array_remove_index (self->readings, index);

  if (self->readings->len > 0)
    return;

  g_clear_handle_id (&self->timeout, g_source_remove);
  hide (self);
}

/**
 * nev_loading_toast_new:
 * @overlay: where to show the toast; lives longer
 *
 * Makes a toast that is seen while a dataset is read.
 *
 * Returns: (transfer full): the toast
 */
NevLoadingToast *
nev_loading_toast_new (AdwToastOverlay *overlay)
{
  NevLoadingToast *self = g_new0 (NevLoadingToast, 1);

  self->overlay = overlay;
  self->readings = g_ptr_array_new_with_free_func (reading_free);

  return self;
}

/**
 * nev_loading_toast_free:
 * @self: a toast
 *
 * Gives up all readings.
 */
void
nev_loading_toast_free (NevLoadingToast *self)
{
  nev_loading_toast_cancel (self);
  g_ptr_array_unref (self->readings);
  g_free (self);
}

/**
 * nev_loading_toast_begin:
 * @self: a toast
 * @file: (nullable): what is read; %NULL for the bundled dataset
 * @progress: how far that is
 *
 * Begins to tell of a reading. One of the same file that goes on is given up for it.
 *
 * Returns: (transfer full): what gives the reading up
 */
GCancellable *
nev_loading_toast_begin (NevLoadingToast *self,
                         GFile           *file,
                         NevLoadProgress *progress)
{
  Reading *reading = g_new0 (Reading, 1);

  for (guint i = self->readings->len; i > 0; i--)
    {
      const Reading *other = g_ptr_array_index (self->readings, i - 1);

      if (file == other->file || (file != NULL && other->file != NULL && g_file_equal (file, other->file)))
        {
          g_cancellable_cancel (other->cancellable);
          remove_reading (self, i - 1);
        }
    }

  g_set_object (&reading->file, file);
  reading->progress = nev_load_progress_ref (progress);
  reading->cancellable = g_cancellable_new ();
  reading->start = g_get_monotonic_time ();
  g_ptr_array_add (self->readings, reading);

  if (self->timeout == 0)
    self->timeout = g_timeout_add (INTERVAL, tick_cb, self);

  return g_object_ref (reading->cancellable);
}

/**
 * nev_loading_toast_end:
 * @self: a toast
 * @cancellable: a reading's
 *
 * Tells no more of a reading, which has ended or was given up. One that isn't told of is passed over.
 */
void
nev_loading_toast_end (NevLoadingToast *self,
                       GCancellable    *cancellable)
{
  for (guint i = 0; i < self->readings->len; i++)
    {
      if (((Reading *) g_ptr_array_index (self->readings, i))->cancellable != cancellable)
        continue;

      remove_reading (self, i);
      return;
    }
}

/**
 * nev_loading_toast_cancel:
 * @self: a toast
 *
 * Gives up all readings. The threads that read end a moment later.
 */
void
nev_loading_toast_cancel (NevLoadingToast *self)
{
  while (self->readings->len > 0)
    {
      g_cancellable_cancel (((Reading *) g_ptr_array_index (self->readings, 0))->cancellable);
      remove_reading (self, 0);
    }
}
