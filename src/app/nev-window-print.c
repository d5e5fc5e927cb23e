/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-window-print.h"

#include <glib/gi18n-lib.h>

#include "nev-layout.h"
#include "nev-render.h"
#include "nev-window-export.h"

/* What is printed stands still while the dialog is open, whatever happens in the window. */
typedef struct
{
  NevSpec      *spec;
  NevTextMaker *text;
  NevLanguage   language;
} NevPrintJob;

static void
nev_print_job_free (NevPrintJob *self)
{
  g_clear_object (&self->spec);
  nev_text_maker_free (self->text);
  g_free (self);
}

/* Paper is white, and a pixel of the layout is one of the screen, 1/96 inch; or less on a label for a parcel, so that
 * there is room for a chart.
 */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              NevPrintJob       *job)
{
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double scale = MIN (gtk_print_context_get_dpi_x (context) / 96,
                      MIN (width / NEV_LAYOUT_MIN_WIDTH, height / NEV_LAYOUT_MIN_HEIGHT));
  g_autoptr(NevTable) table = nev_spec_create_table (job->spec);
  g_autoptr(NevScene) scene = NULL;
  cairo_t         *cr = gtk_print_context_get_cairo_context (context);
  NevLayoutOptions options = {
    .width = MAX (width / scale, NEV_LAYOUT_MIN_WIDTH),
    .height = MAX (height / scale, NEV_LAYOUT_MIN_HEIGHT),
    .language = job->language,
    .measure = nev_text_maker_measure,
    .measure_data = job->text,
  };

  scene = nev_layout (job->spec, table, &options);
  cairo_scale (cr, scale, scale);
  nev_render (scene, nev_theme_get (NEV_THEME_LIGHT, TRUE), job->text, cr);
}

static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         NevWindow              *self)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    nev_window_show_error (self, _("The Chart Could Not Be Printed"), error);
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  g_autoptr(GtkPrintOperation) operation = nev_window_create_print_operation (NEV_WINDOW (widget));

  /* What fails is told by "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (widget), NULL);
}

/**
 * nev_window_print_install:
 * @widget_class: the window's
 *
 * Adds win.print.
 */
void
nev_window_print_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
}

/**
 * nev_window_create_print_operation:
 * @self: a window that shows a chart
 *
 * Makes ready to print the chart as it is now, on one page, A4 across unless somebody chooses another. In a sandbox
 * GTK asks the portal.
 *
 * Returns: (transfer full): the operation; not run yet
 */
GtkPrintOperation *
nev_window_create_print_operation (NevWindow *self)
{
  GtkPrintOperation *operation;
  NevPrintJob       *job;
  NevSpec           *spec;
  g_autoptr(GtkPageSetup) setup = NULL;
  g_autoptr(GtkPaperSize) size = NULL;

  g_return_val_if_fail (NEV_IS_WINDOW (self), NULL);
  g_return_val_if_fail (nev_window_get_spec (self) != NULL, NULL);

  spec = nev_window_get_spec (self);
  job = g_new0 (NevPrintJob, 1);
  job->spec = nev_spec_copy (spec);
  job->language = nev_window_get_chart_language (self);
  job->text = nev_text_maker_new (job->language);

  size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  setup = gtk_page_setup_new ();
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);

  operation = gtk_print_operation_new ();
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_job_name (operation, nev_localized_get (&nev_spec_get_chart (spec)->title, job->language));

  g_object_set_data_full (G_OBJECT (operation), "job", job, (GDestroyNotify) nev_print_job_free);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, 0);

  return operation;
}
