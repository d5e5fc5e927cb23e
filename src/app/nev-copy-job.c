/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-copy-job.h"

#include "nev-export.h"
#include "nev-headline.h"
#include "nev-table-text.h"

/* What the thread gets: copies of its own. */
typedef struct
{
  NevSpec    *spec;
  NevCopyKind kind;
  GArray     *rows; /* or NULL */
  NevLanguage language;

  /* What came of it */
  guint n_rows;
} NevCopyJob;

static void
nev_copy_job_free (NevCopyJob *self)
{
  g_clear_object (&self->spec);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self);
}

static void
add_bytes (GPtrArray  *providers,
           const char *mime_type,
           GBytes     *bytes)
{
  g_ptr_array_add (providers, gdk_content_provider_new_for_bytes (mime_type, bytes));
}

static void
add_text (GPtrArray  *providers,
          const char *mime_type,
          char       *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_take (text, strlen (text));

  add_bytes (providers, mime_type, bytes);
}

/* A string, and not bytes: so GTK offers it under all the names that text has. */
static void
add_plain_text (GPtrArray  *providers,
                const char *text)
{
  g_ptr_array_add (providers, gdk_content_provider_new_typed (G_TYPE_STRING, text));
}

static gboolean
add_chart (const NevCopyJob *job,
           GPtrArray        *providers,
           GError          **error)
{
  NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
  const NevTheme  *theme = nev_theme_get (options.theme, options.is_transparent);
  NevTextMaker *maker = nev_text_maker_get (job->language);
  g_autoptr(NevTable) table = nev_spec_create_table (job->spec);
  g_autoptr(NevScene) scene = NULL;
  g_autoptr(GBytes) png = NULL;
  g_autoptr(GBytes) svg = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *text = NULL;

  options.language = job->language;
  scene = nev_export_layout (job->spec, &options, maker);
  png = nev_export_scene (scene, theme, NEV_FORMAT_PNG, options.scale, error);
  svg = png != NULL ? nev_export_scene (scene, theme, NEV_FORMAT_SVG, 1, error) : NULL;

  if (svg == NULL)
    return FALSE;

  /* The summary begins with the subtitle that follows from the data. */
  subtitle = nev_headline_get_subtitle (job->spec, table, job->language);
  text = g_str_has_prefix (scene->description, subtitle)
           ? g_strdup_printf ("%s\n%s\n%s\n", scene->title, scene->description, scene->source)
           : g_strdup_printf ("%s\n%s\n%s\n%s\n", scene->title, subtitle, scene->description, scene->source);

  /* The first is what most programs take. */
  add_bytes (providers, "image/png", png);
  add_bytes (providers, "image/svg+xml", svg);
  add_plain_text (providers, text);

  return TRUE;
}

static void
add_data (NevCopyJob *job,
          GPtrArray  *providers)
{
  g_autoptr(NevTable) table = nev_spec_create_table (job->spec);
  g_autofree char *tsv = nev_table_write (job->spec, table, job->rows, NEV_TABLE_FORMAT_TSV, job->language);

  job->n_rows = job->rows != NULL ? job->rows->len : nev_table_get_n_rows (table);
  add_text (providers, "text/tab-separated-values", g_strdup (tsv));
  add_text (providers, "text/csv", nev_table_write (job->spec, table, job->rows, NEV_TABLE_FORMAT_CSV, job->language));
  add_text (providers, "text/html", nev_table_write (job->spec, table, job->rows, NEV_TABLE_FORMAT_HTML, job->language));
  add_plain_text (providers, tsv);
}

static void
copy_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  NevCopyJob *job = task_data;
  g_autoptr(GPtrArray) providers = g_ptr_array_new ();
  GError *error = NULL;

  if (job->kind == NEV_COPY_DATA)
    add_data (job, providers);
  else if (!add_chart (job, providers, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* Takes the references. */
  g_task_return_pointer (task, gdk_content_provider_new_union ((GdkContentProvider **) providers->pdata, providers->len),
                         g_object_unref);
}

/**
 * nev_copy_async:
 * @spec: what is wanted of the chart; copied
 * @kind: the picture or the numbers
 * @rows: (element-type guint) (nullable): the rows of the numbers, in their order; kept. %NULL: all of them
 * @language: of the words
 * @cancellable: (nullable): to give up
 * @callback: called when the content is there, or the error
 * @user_data: for @callback
 *
 * Makes what goes onto the clipboard or is dragged away, in every format at once, so that it is there also when the
 * chart has changed since.
 */
void
nev_copy_async (NevSpec            *spec,
                NevCopyKind         kind,
                GArray             *rows,
                NevLanguage         language,
                GCancellable       *cancellable,
                GAsyncReadyCallback callback,
                gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  NevCopyJob *job = g_new0 (NevCopyJob, 1);

  job->spec = nev_spec_copy (spec);
  job->kind = kind;
  job->rows = rows != NULL ? g_array_ref (rows) : NULL;
  job->language = language;

  g_task_set_source_tag (task, nev_copy_async);
  g_task_set_task_data (task, job, (GDestroyNotify) nev_copy_job_free);
  g_task_run_in_thread (task, copy_thread);
}

/**
 * nev_copy_finish:
 * @result: the result that the callback got
 * @error: return location of an error
 *
 * Returns: (transfer full): the content; %NULL on error
 */
GdkContentProvider *
nev_copy_finish (GAsyncResult *result,
                 GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

NevCopyKind
nev_copy_get_kind (GAsyncResult *result)
{
  NevCopyJob *job = g_task_get_task_data (G_TASK (result));

  return job->kind;
}

guint
nev_copy_get_n_rows (GAsyncResult *result)
{
  NevCopyJob *job = g_task_get_task_data (G_TASK (result));

  return job->n_rows;
}
