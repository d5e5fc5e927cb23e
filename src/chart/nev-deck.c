/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-deck.h"

#include <glib/gi18n-lib.h>

#include "nev-export-private.h"
#include "nev-pdf.h"

static gboolean
add_page (NevPdf                 *pdf,
          NevSpec                *spec,
          const NevExportOptions *options,
          NevTextMaker           *text,
          GError                **error)
{
  g_autoptr(NevScene) scene = nev_export_layout (spec, options, text);

  if (!nev_export_check_text (scene, text, error))
    {
      g_prefix_error (error, "%s: ", nev_spec_get_chart (spec)->name);
      return FALSE;
    }

  nev_pdf_add_page (pdf, scene, nev_theme_get (options->theme, options->is_transparent), text, scene->title);

  return TRUE;
}

/**
 * nev_deck_export:
 * @specs: (element-type NevSpec): what is wanted of which charts; nobody may change them meanwhile
 * @options: size, theme and language of every page
 * @progress: (nullable): called after every page
 * @user_data: for @progress
 * @cancellable: (nullable): to give up before the next page
 * @error: return location for an error of %NEV_EXPORT_ERROR
 *
 * Makes one PDF file of several charts, a page and a bookmark each, under the title of the first one's dataset. May be
 * called in any thread.
 *
 * Returns: (transfer full): the file
 */
GBytes *
nev_deck_export (GPtrArray              *specs,
                 const NevExportOptions *options,
                 NevBatchProgress        progress,
                 gpointer                user_data,
                 GCancellable           *cancellable,
                 GError                **error)
{
  NevTextMaker *text;
  g_autoptr(NevPdf) pdf = NULL;
  NevDataset *dataset;

  g_return_val_if_fail (specs != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (specs->len == 0)
    {
      g_set_error_literal (error, NEV_EXPORT_ERROR, NEV_EXPORT_ERROR_SIZE, _("a deck needs at least one chart"));
      return NULL;
    }

  if (!nev_export_check_options (NEV_FORMAT_PDF, options, error))
    return NULL;

  dataset = nev_spec_get_dataset (g_ptr_array_index (specs, 0));
  text = nev_text_maker_get (options->language);
  pdf = nev_pdf_new (nev_dataset_get_title (dataset, options->language), nev_dataset_get_description (dataset, options->language));

  for (guint i = 0; i < specs->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !add_page (pdf, g_ptr_array_index (specs, i), options, text, error))
        return NULL;

      if (progress != NULL)
        progress (i + 1, user_data);
    }

  return nev_pdf_finish (pdf, error);
}
