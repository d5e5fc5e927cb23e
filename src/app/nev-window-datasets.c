/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-datasets.h"

#include <glib/gi18n-lib.h>

#include "nev-join.h"
#include "nev-load-job.h"
#include "nev-view-job.h"
#include "nev-window-export.h"
#include "nev-window-import.h"
#include "nev-window-private.h"
#include "nev-window-view.h"

/* The datasets that are open in a window. They are joined, so that the rest of the window knows one; in the sidebar each has its own
 * heading.
 */

static NevOpened *
opened_new (GFile      *file,
            NevDataset *dataset)
{
  NevOpened *self = g_new0 (NevOpened, 1);

  g_set_object (&self->file, file);
  self->dataset = g_object_ref (dataset);

  return self;
}

static void
opened_free (gpointer data)
{
  NevOpened *self = data;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->watch);
  g_clear_object (&self->file);
  g_object_unref (self->dataset);
  g_free (self);
}

static NevDataset *
join (NevWindow *self,
      GError   **error)
{
  g_autoptr(GPtrArray) datasets = g_ptr_array_new ();

  for (guint i = 0; i < self->opened->len; i++)
    g_ptr_array_add (datasets, ((NevOpened *) g_ptr_array_index (self->opened, i))->dataset);

  return nev_join_datasets (datasets, error);
}

/* The number of the first chart of a dataset, and how many it has. */
static guint
count_charts (NevWindow *self,
              guint      index,
              guint     *n_charts)
{
  guint first = 0;

  for (guint i = 0; i < index; i++)
    first += nev_dataset_get_n_charts (((NevOpened *) g_ptr_array_index (self->opened, i))->dataset);

  *n_charts = nev_dataset_get_n_charts (((NevOpened *) g_ptr_array_index (self->opened, index))->dataset);

  return first;
}

static gboolean
find_file (NevWindow *self,
           GFile     *file,
           guint     *index)
{
  for (guint i = 0; i < self->opened->len; i++)
    {
      GFile *other = ((NevOpened *) g_ptr_array_index (self->opened, i))->file;

      if (file == other || (file != NULL && other != NULL && g_file_equal (file, other)))
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
update_actions (NevWindow *self)
{
  guint index;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open-bundled", self->dataset != NULL && !find_file (self, NULL, &index));
}

/**
 * nev_window_open_dataset:
 * @self: a window
 * @dataset: what was read from the window's own file
 *
 * Shows a dataset alone.
 */
void
nev_window_open_dataset (NevWindow  *self,
                         NevDataset *dataset)
{
  NevOpened *opened = opened_new (self->file, dataset);
  g_autoptr(GPtrArray) wanted = NULL;

  g_ptr_array_set_size (self->opened, 0);
  g_ptr_array_add (self->opened, opened);
  nev_window_watch (self, opened);
  nev_window_show_dataset (self, dataset);
  nev_window_say_choices (self, dataset);
  update_actions (self);

  wanted = g_steal_pointer (&self->wanted_files);
  self->wanted_files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < wanted->len; i++)
    nev_window_add_dataset (self, g_ptr_array_index (wanted, i));
}

/**
 * nev_window_update_dataset:
 * @self: a window
 * @opened: one of its datasets
 * @dataset: the new version of it
 * @error: return location for an error
 *
 * Shows a new version of a dataset, in the way the old one was looked at.
 *
 * Returns: whether it could be shown together with the others
 */
gboolean
nev_window_update_dataset (NevWindow  *self,
                           NevOpened  *opened,
                           NevDataset *dataset,
                           GError    **error)
{
  g_autoptr(NevDataset) old = g_steal_pointer (&opened->dataset);
  g_autoptr(NevDataset) joined = NULL;

  opened->dataset = g_object_ref (dataset);
  joined = join (self, error);

  if (joined == NULL)
    {
      g_object_unref (opened->dataset);
      opened->dataset = g_steal_pointer (&old);
      return FALSE;
    }

  nev_window_replace_dataset (self, joined);

  return TRUE;
}

/**
 * nev_window_get_section:
 * @self: a window
 * @chart: the number of a chart
 *
 * Finds the heading that stands above a chart in the sidebar.
 *
 * Returns: the number of the dataset that the chart is the first one of; -1 if it isn't the first
 */
int
nev_window_get_section (NevWindow *self,
                        guint      chart)
{
  for (guint i = 0; i < self->opened->len; i++)
    {
      guint n_charts;

      if (count_charts (self, i, &n_charts) == chart && n_charts > 0)
        return (int) i;
    }

  return -1;
}

/**
 * nev_window_get_page_dataset:
 * @self: a window that shows a dataset
 *
 * Finds whose page is shown.
 *
 * Returns: (transfer none): the dataset as it was read; of the overview all that are open
 */
NevDataset *
nev_window_get_page_dataset (NevWindow *self)
{
  for (guint i = 0; self->page > 0 && i < self->opened->len; i++)
    {
      guint n_charts;
      guint first = count_charts (self, i, &n_charts);

      if (self->page - 1 >= first && self->page - 1 < first + n_charts)
        return ((NevOpened *) g_ptr_array_index (self->opened, i))->dataset;
    }

  return self->dataset;
}

/* Shows the first chart of a dataset that was opened, or what there is of it. */
static void
show_first_chart (NevWindow *self,
                  guint      index)
{
  guint n_charts;
  guint first = count_charts (self, index, &n_charts);

  nev_window_set_page (self, n_charts > 0 ? first + 1 : 0);
}

/**
 * nev_window_add_read:
 * @self: a window with a dataset
 * @file: (nullable): the file of another one
 * @dataset: what was read from it
 *
 * Shows a dataset besides those that are open, or why that can't be.
 */
void
nev_window_add_read (NevWindow  *self,
                     GFile      *file,
                     NevDataset *dataset)
{
  g_autoptr(NevDataset) joined = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (self->opened, opened_new (file, dataset));
  joined = join (self, &error);

  if (joined == NULL)
    {
      g_ptr_array_set_size (self->opened, (int) self->opened->len - 1);
      nev_window_show_error (self, _("The Dataset Could Not Be Opened"), error);
      return;
    }

  nev_window_watch (self, g_ptr_array_index (self->opened, self->opened->len - 1));
  nev_window_replace_dataset (self, joined);
  show_first_chart (self, self->opened->len - 1);
  nev_window_say_choices (self, dataset);
  update_actions (self);
}

typedef struct
{
  NevWindow    *window;
  GFile        *file; /* NULL: the bundled dataset */
  GCancellable *cancellable;
} Adding;

static void
adding_free (Adding *self)
{
  g_object_unref (self->window);
  g_clear_object (&self->file);
  g_object_unref (self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

static void
add_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(Adding) adding = user_data;
  g_autoptr(NevDataset) dataset = NULL;
  g_autoptr(GError) error = NULL;
  NevWindow *self = adding->window;
  guint      index;

  dataset = nev_load_finish (result, &error);

  /* Somebody gave it up, or somebody newer is in charge, or nobody is there any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->loading_toast == NULL)
    return;

  nev_loading_toast_end (self->loading_toast, adding->cancellable);

  if (self->dataset == NULL)
    return;

  /* Somebody was faster. */
  if (find_file (self, adding->file, &index))
    {
      show_first_chart (self, index);
      return;
    }

  if (dataset != NULL)
    {
      nev_window_add_read (self, adding->file, dataset);
      return;
    }

  if (!nev_window_ask_import (self, adding->file, error))
    nev_window_show_error (self, _("The Dataset Could Not Be Opened"), error);
}

/* While the first dataset is being read the others wait; in place of one that couldn't be read the next is. */
static void
wait_or_load (NevWindow *self,
              GFile     *file)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "failed") == 0)
    {
      g_set_object (&self->file, file);
      nev_window_load (self);
    }
  else if (file != NULL)
    {
      g_ptr_array_add (self->wanted_files, g_object_ref (file));
    }
}

/**
 * nev_window_add_dataset:
 * @self: a window
 * @file: (nullable): a dataset; %NULL for the bundled one
 *
 * Opens a dataset beside those that are open, or shows it if it is.
 */
void
nev_window_add_dataset (NevWindow *self,
                        GFile     *file)
{
  g_autoptr(NevLoadProgress) progress = NULL;
  Adding *adding;
  guint   index;

  g_return_if_fail (NEV_IS_WINDOW (self));

  if (self->dataset == NULL)
    {
      wait_or_load (self, file);
      return;
    }

  if (find_file (self, file, &index))
    {
      show_first_chart (self, index);
      return;
    }

  adding = g_new0 (Adding, 1);
  adding->window = g_object_ref (self);
  g_set_object (&adding->file, file);
  progress = nev_load_progress_new ();
  adding->cancellable = nev_loading_toast_begin (self->loading_toast, file, progress);
  nev_load_async (file, NULL, progress, adding->cancellable, add_cb, adding);
}

guint
nev_window_get_n_datasets (NevWindow *self)
{
  g_return_val_if_fail (NEV_IS_WINDOW (self), 0);

  return self->opened->len;
}

/**
 * nev_window_close_dataset:
 * @self: a window with several datasets
 * @index: one of them
 *
 * Shows the others only.
 */
void
nev_window_close_dataset (NevWindow *self,
                          guint      index)
{
  g_autoptr(NevDataset) joined = NULL;

  g_return_if_fail (NEV_IS_WINDOW (self));
  g_return_if_fail (index < self->opened->len);

  if (self->opened->len == 1)
    return;

  g_ptr_array_remove_index (self->opened, index);
  g_set_object (&self->file, ((NevOpened *) g_ptr_array_index (self->opened, 0))->file);

  /* Fewer bases than before */
  joined = join (self, NULL);
  nev_window_replace_dataset (self, joined);
  update_actions (self);
}

static void
close_dataset_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  nev_window_close_dataset (NEV_WINDOW (widget), g_variant_get_uint32 (parameter));
}

static void
open_bundled_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  nev_window_add_dataset (NEV_WINDOW (widget), NULL);
}

static void
close_clicked_cb (GtkButton *button,
                  gpointer   user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (button), "win.close-dataset", "u", GPOINTER_TO_UINT (user_data));
}

/**
 * nev_window_create_heading:
 * @self: a window
 * @index: one of its datasets
 *
 * Makes the heading of a dataset in the sidebar; where there are several, each can be closed.
 *
 * Returns: (transfer floating): a widget
 */
GtkWidget *
nev_window_create_heading (NevWindow *self,
                           guint      index)
{
  NevOpened       *opened = g_ptr_array_index (self->opened, index);
  const char      *title = nev_dataset_get_title (opened->dataset, nev_language_from_locale ());
  g_autofree char *tooltip = g_strdup_printf (_("Close “%s”"), title);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *label = g_object_new (GTK_TYPE_LABEL,
                                         "label", title,
                                         "xalign", 0.0f,
                                         "wrap", TRUE,
                                         "hexpand", TRUE,
                                         NULL);
  GtkWidget       *button;

  /* The label takes the room of the heading, and the sidebar none of the chart's. */
  gtk_widget_set_hexpand (box, FALSE);
  gtk_widget_add_css_class (box, "sidebar-heading");
  gtk_widget_add_css_class (label, "sidebar-heading-title");
  gtk_box_append (GTK_BOX (box), label);

  if (self->opened->len == 1)
    return box;

  button = g_object_new (GTK_TYPE_BUTTON,
                         "icon-name", "window-close-symbolic",
                         "tooltip-text", tooltip,
                         "valign", GTK_ALIGN_CENTER,
                         NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (close_clicked_cb), GUINT_TO_POINTER (index));
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

/* A chart that is dragged out of the window isn't a dataset. */
static gboolean
accept_cb (GtkDropTarget *target,
           GdkDrop       *drop,
           gpointer       user_data)
{
  return gdk_drop_get_drag (drop) == NULL && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST);
}

static gboolean
drop_cb (NevWindow    *self,
         const GValue *value)
{
  g_autoptr(GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    {
      if (nev_view_is_file (l->data))
        nev_window_open_view (self, l->data);
      else
        nev_window_add_dataset (self, l->data);
    }

  return files != NULL;
}

/**
 * nev_window_init_datasets:
 * @self: a window
 *
 * Makes a window ready for datasets, and for files that are dropped on it.
 */
void
nev_window_init_datasets (NevWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->opened = g_ptr_array_new_with_free_func (opened_free);
  self->wanted_files = g_ptr_array_new_with_free_func (g_object_unref);
  self->loading_toast = nev_loading_toast_new (self->toasts);

  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), NULL);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  update_actions (self);
}

/**
 * nev_window_datasets_install:
 * @widget_class: the window's class
 *
 * Adds the actions.
 */
void
nev_window_datasets_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.close-dataset", "u", close_dataset_cb);
  gtk_widget_class_install_action (widget_class, "win.open-bundled", NULL, open_bundled_cb);
}
