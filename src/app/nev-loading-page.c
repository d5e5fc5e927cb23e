/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-loading-page.h"

#include <glib/gi18n-lib.h>

/* What stands in the window while a dataset is read. Most are read at once, and a bar would only flicker; it comes, with a
 * button to give up, when the reading takes as long as one notices.
 */

#define PATIENCE 150 /* milliseconds */
#define INTERVAL 100

struct _NevLoadingPage
{
  GtkBox parent_instance;

  /* Owned */
  NevLoadProgress *progress; /* NULL while nothing is read */
  guint            timeout;

  /* Template widgets */
  GtkWidget      *spinner;
  GtkWidget      *details;
  GtkLabel       *label;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (NevLoadingPage, nev_loading_page, GTK_TYPE_BOX)

static gboolean
tick_cb (gpointer user_data)
{
  NevLoadingPage *self = user_data;

  nev_loading_page_update_bar (self->bar, nev_load_progress_get (self->progress));

  if (!gtk_widget_get_visible (self->details))
    {
      gtk_widget_set_visible (self->details, TRUE);
      gtk_widget_set_visible (self->spinner, FALSE);
      self->timeout = g_timeout_add (INTERVAL, tick_cb, self);
      return G_SOURCE_REMOVE;
    }

  return G_SOURCE_CONTINUE;
}

static void
nev_loading_page_dispose (GObject *object)
{
  nev_loading_page_stop (NEV_LOADING_PAGE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_LOADING_PAGE);

  G_OBJECT_CLASS (nev_loading_page_parent_class)->dispose (object);
}

static void
nev_loading_page_class_init (NevLoadingPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_loading_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-loading-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NevLoadingPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, NevLoadingPage, details);
  gtk_widget_class_bind_template_child (widget_class, NevLoadingPage, label);
  gtk_widget_class_bind_template_child (widget_class, NevLoadingPage, bar);
}

static void
nev_loading_page_init (NevLoadingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nev_loading_page_start:
 * @self: a page
 * @name: (nullable): the file's name
 * @progress: how far the reading is
 *
 * Begins to show how far a reading is, from the moment on at which one would wonder.
 */
void
nev_loading_page_start (NevLoadingPage  *self,
                        const char      *name,
                        NevLoadProgress *progress)
{
  g_autofree char *text = NULL;

  g_return_if_fail (NEV_IS_LOADING_PAGE (self));

  nev_loading_page_stop (self);

  /* Translators: %s is a file */
  text = name != NULL ? g_strdup_printf (_ ("Reading “%s”"), name) : g_strdup (_ ("Reading the Dataset"));
  gtk_label_set_text (self->label, text);
  gtk_progress_bar_set_fraction (self->bar, 0);

  self->progress = nev_load_progress_ref (progress);
  self->timeout = g_timeout_add (PATIENCE, tick_cb, self);
}

/**
 * nev_loading_page_stop:
 * @self: a page
 *
 * Ends that, when the reading has ended.
 */
void
nev_loading_page_stop (NevLoadingPage *self)
{
  g_return_if_fail (NEV_IS_LOADING_PAGE (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->progress, nev_load_progress_unref);

  if (self->details == NULL)
    return;

  gtk_widget_set_visible (self->details, FALSE);
  gtk_widget_set_visible (self->spinner, TRUE);
}

/**
 * nev_loading_page_update_bar:
 * @bar: a bar
 * @fraction: how much is read, 0 to 1
 *
 * Shows how far a reading is. What isn't read piece by piece only says that it goes on, and so does what is made of it at the end.
 */
void
nev_loading_page_update_bar (GtkProgressBar *bar,
                             double          fraction)
{
  if (fraction > 0 && fraction < 1)
    gtk_progress_bar_set_fraction (bar, fraction);
  else
    gtk_progress_bar_pulse (bar);
}
