/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-dataset.h"

#include <glib/gi18n-lib.h>

#include "nev-error.h"
#include "nev-label.h"

struct _NevDataset
{
  GObject parent_instance;

  /* Owned */
  NevDatasetParts parts;
};

static void nev_dataset_list_model_init (GListModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (NevDataset, nev_dataset, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, nev_dataset_list_model_init))
/* clang-format on */

static const char *const mark_names[NEV_N_MARKS] = {
  [NEV_MARK_BARS] = "bars",
  [NEV_MARK_STACKED] = "stacked",
  [NEV_MARK_LINE] = "line",
};

/**
 * nev_mark_to_string:
 * @self: a mark
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
nev_mark_to_string (NevMark self)
{
  g_return_val_if_fail (self < NEV_N_MARKS, NULL);

  return mark_names[self];
}

/**
 * nev_mark_parse:
 * @text: a name that nev_mark_to_string() gives
 * @mark: (out): the mark
 * @error: return location for an error
 *
 * Reads the name of a mark.
 *
 * Returns: %FALSE with %NEV_DATA_ERROR_SYNTAX when @text names none
 */
gboolean
nev_mark_parse (const char *text,
                NevMark    *mark,
                GError    **error)
{
  g_autofree char *found = NULL;

  for (guint i = 0; i < NEV_N_MARKS; i++)
    {
      if (g_str_equal (text, mark_names[i]))
        {
          *mark = i;
          return TRUE;
        }
    }

  found = nev_label_quote (text);
  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX, _("expected bars, stacked or line, found %s"), found);

  return FALSE;
}

static void
clear_basis (gpointer data)
{
  NevBasis *basis = data;

  g_free (basis->name);
  nev_localized_clear (&basis->title);
}

static void
clear_publisher (gpointer data)
{
  NevPublisher *publisher = data;

  g_free (publisher->name);
  nev_localized_clear (&publisher->title);
}

static void
clear_highlight (gpointer data)
{
  NevHighlight *highlight = data;

  nev_localized_clear (&highlight->title);
  nev_localized_clear (&highlight->note);
}

static void
clear_context (gpointer data)
{
  NevContext *context = data;

  nev_localized_clear (&context->title);
  nev_localized_clear (&context->text);
}

static void
clear_note (gpointer data)
{
  NevNote *note = data;

  nev_localized_clear (&note->text);
}

static void
free_chart (gpointer data)
{
  NevChart *chart = data;

  for (guint i = 0; i < NEV_MAX_PANELS; i++)
    g_clear_pointer (&chart->panels[i].series, g_ptr_array_unref);

  nev_localized_clear (&chart->title);
  nev_localized_clear (&chart->place);
  g_free (chart->name);
  g_free (chart);
}

static GArray *
array_new (gsize          element_size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint) element_size);

  g_array_set_clear_func (array, clear);

  return array;
}

/**
 * nev_dataset_parts_init:
 * @parts: (out caller-allocates): the parts
 *
 * Makes the parts of an empty dataset. The arrays free their elements; charts are allocated
 * with g_new0().
 */
void
nev_dataset_parts_init (NevDatasetParts *parts)
{
  *parts = (NevDatasetParts){
    .series = g_ptr_array_new_with_free_func (g_object_unref),
    .sources = g_ptr_array_new_with_free_func (g_object_unref),
    .charts = g_ptr_array_new_with_free_func (free_chart),
    .bases = array_new (sizeof (NevBasis), clear_basis),
    .publishers = array_new (sizeof (NevPublisher), clear_publisher),
    .highlights = array_new (sizeof (NevHighlight), clear_highlight),
    .contexts = array_new (sizeof (NevContext), clear_context),
    .notes = array_new (sizeof (NevNote), clear_note),
  };
}

/**
 * nev_dataset_parts_clear:
 *
 * Frees the parts. It does no harm to do so twice.
 */
void
nev_dataset_parts_clear (NevDatasetParts *parts)
{
  g_clear_pointer (&parts->highlights, g_array_unref);
  g_clear_pointer (&parts->contexts, g_array_unref);
  g_clear_pointer (&parts->notes, g_array_unref);
  g_clear_pointer (&parts->charts, g_ptr_array_unref);
  g_clear_pointer (&parts->series, g_ptr_array_unref);
  g_clear_pointer (&parts->sources, g_ptr_array_unref);
  g_clear_pointer (&parts->bases, g_array_unref);
  g_clear_pointer (&parts->publishers, g_array_unref);
  g_clear_pointer (&parts->members, g_ptr_array_unref);
  nev_localized_clear (&parts->title);
  nev_localized_clear (&parts->description);
  g_clear_pointer (&parts->name, g_free);
  g_clear_pointer (&parts->version, g_free);
  g_clear_pointer (&parts->license, g_free);
  g_clear_pointer (&parts->encoding, g_free);
}

static void
nev_dataset_finalize (GObject *object)
{
  NevDataset *self = NEV_DATASET (object);

  nev_dataset_parts_clear (&self->parts);

  G_OBJECT_CLASS (nev_dataset_parent_class)->finalize (object);
}

static void
nev_dataset_class_init (NevDatasetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nev_dataset_finalize;
}

static void
nev_dataset_init (NevDataset *self)
{
}

static GType
nev_dataset_get_item_type (GListModel *model)
{
  return NEV_TYPE_SERIES;
}

static guint
nev_dataset_get_n_items (GListModel *model)
{
  return NEV_DATASET (model)->parts.series->len;
}

static gpointer
nev_dataset_get_item (GListModel *model,
                      guint       position)
{
  NevDataset *self = NEV_DATASET (model);

  return position < self->parts.series->len ? g_object_ref (g_ptr_array_index (self->parts.series, position)) : NULL;
}

static void
nev_dataset_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nev_dataset_get_item_type;
  iface->get_n_items = nev_dataset_get_n_items;
  iface->get_item = nev_dataset_get_item;
}

/**
 * nev_dataset_new:
 * @parts: what to make it from; taken over, so that there is nothing left to clear
 *
 * Makes a dataset.
 *
 * Returns: (transfer full): a new dataset
 */
NevDataset *
nev_dataset_new (NevDatasetParts *parts)
{
  NevDataset *self;

  g_return_val_if_fail (parts != NULL, NULL);
  g_return_val_if_fail (parts->name != NULL, NULL);

  self = g_object_new (NEV_TYPE_DATASET, NULL);
  self->parts = *parts;
  *parts = (NevDatasetParts){ 0 };

  return self;
}

/**
 * nev_dataset_get_parts:
 * @self: a dataset
 *
 * Gets what a dataset is made from.
 *
 * Returns: (transfer none): the parts, which don't change
 */
const NevDatasetParts *
nev_dataset_get_parts (NevDataset *self)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);

  return &self->parts;
}

const char *
nev_dataset_get_name (NevDataset *self)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);

  return self->parts.name;
}

/**
 * nev_dataset_get_version:
 *
 * Returns: (transfer none): the data's own version; "" if it has none
 */
const char *
nev_dataset_get_version (NevDataset *self)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);

  return self->parts.version != NULL ? self->parts.version : "";
}

/**
 * nev_dataset_get_license:
 *
 * Returns: (transfer none): the SPDX name of the data's licence; "" if none is given
 */
const char *
nev_dataset_get_license (NevDataset *self)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);

  return self->parts.license != NULL ? self->parts.license : "";
}

/**
 * nev_dataset_get_read_as:
 *
 * Returns: (transfer none) (nullable): how the plain table was read that this is; what is still open in it made no
 *   difference. %NULL if it isn't one
 */
const NevImportOptions *
nev_dataset_get_read_as (NevDataset *self)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);

  return self->parts.encoding != NULL ? &self->parts.read_as : NULL;
}

/**
 * nev_dataset_get_title:
 * @language: the language wanted
 *
 * Returns: (transfer none): the dataset's name for people; the name if it gives none
 */
const char *
nev_dataset_get_title (NevDataset *self,
                       NevLanguage language)
{
  const char *title;

  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);

  title = nev_localized_get (&self->parts.title, language);

  return *title != '\0' ? title : self->parts.name;
}

const char *
nev_dataset_get_description (NevDataset *self,
                             NevLanguage language)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);

  return nev_localized_get (&self->parts.description, language);
}

NevSeries *
nev_dataset_get_series (NevDataset *self,
                        guint       index)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);
  g_return_val_if_fail (index < self->parts.series->len, NULL);

  return g_ptr_array_index (self->parts.series, index);
}

guint
nev_dataset_get_n_series (NevDataset *self)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), 0);

  return self->parts.series->len;
}

static char *
suggest (GPtrArray  *names,
         const char *wanted)
{
  return nev_label_suggest (wanted, (const char *const *) names->pdata, names->len);
}

/**
 * nev_dataset_find_series:
 * @id: a series' id
 * @error: return location for a %NEV_DATA_ERROR_NOT_FOUND, which says what there is
 *
 * Finds a series.
 *
 * Returns: (transfer none): the series; or %NULL with @error set
 */
NevSeries *
nev_dataset_find_series (NevDataset *self,
                         const char *id,
                         GError    **error)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *suggestion = NULL;

  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  names = g_ptr_array_new ();

  for (guint i = 0; i < self->parts.series->len; i++)
    {
      NevSeries *series = g_ptr_array_index (self->parts.series, i);

      if (g_str_equal (nev_series_get_id (series), id))
        return series;
      g_ptr_array_add (names, (gpointer) nev_series_get_id (series));
    }

  wanted = nev_label_quote (id);
  suggestion = suggest (names, id);
  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND, _("no series is called %s; %s"), wanted, suggestion);

  return NULL;
}

guint
nev_dataset_get_n_charts (NevDataset *self)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), 0);

  return self->parts.charts->len;
}

const NevChart *
nev_dataset_get_chart (NevDataset *self,
                       guint       index)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);
  g_return_val_if_fail (index < self->parts.charts->len, NULL);

  return g_ptr_array_index (self->parts.charts, index);
}

/**
 * nev_dataset_find_chart:
 * @name: a chart's name
 * @error: return location for a %NEV_DATA_ERROR_NOT_FOUND, which says what there is
 *
 * Finds a chart.
 *
 * Returns: (transfer none): the chart; or %NULL with @error set
 */
const NevChart *
nev_dataset_find_chart (NevDataset *self,
                        const char *name,
                        GError    **error)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *suggestion = NULL;

  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  names = g_ptr_array_new ();

  for (guint i = 0; i < self->parts.charts->len; i++)
    {
      const NevChart *chart = g_ptr_array_index (self->parts.charts, i);

      if (g_str_equal (chart->name, name))
        return chart;
      g_ptr_array_add (names, chart->name);
    }

  wanted = nev_label_quote (name);
  suggestion = suggest (names, name);
  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_NOT_FOUND, _("no chart is called %s; %s"), wanted, suggestion);

  return NULL;
}

guint
nev_dataset_get_n_sources (NevDataset *self)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), 0);

  return self->parts.sources->len;
}

NevSource *
nev_dataset_get_source (NevDataset *self,
                        guint       index)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);
  g_return_val_if_fail (index < self->parts.sources->len, NULL);

  return g_ptr_array_index (self->parts.sources, index);
}

/**
 * nev_dataset_get_basis:
 * @index: a fact's or reading's basis; negative for none
 *
 * Gets what is counted, and how. Basis 0 is that of facts that name none: its name is "".
 *
 * Returns: (nullable): the basis; %NULL for none
 */
const NevBasis *
nev_dataset_get_basis (NevDataset *self,
                       int         index)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);
  g_return_val_if_fail (index < (int) self->parts.bases->len, NULL);

  return index >= 0 ? &g_array_index (self->parts.bases, NevBasis, index) : NULL;
}

/**
 * nev_dataset_get_publisher:
 * @name: a source's publisher
 * @language: the language wanted
 *
 * Gets the full name of a publisher.
 *
 * Returns: its title; @name itself if the dataset says no more
 */
const char *
nev_dataset_get_publisher (NevDataset *self,
                           const char *name,
                           NevLanguage language)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->parts.publishers->len; i++)
    {
      const NevPublisher *publisher = &g_array_index (self->parts.publishers, NevPublisher, i);

      if (g_str_equal (publisher->name, name))
        {
          const char *title = nev_localized_get (&publisher->title, language);

          return *title != '\0' ? title : name;
        }
    }

  return name;
}

const NevHighlight *
nev_dataset_get_highlights (NevDataset *self,
                            guint      *n_highlights)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);

  *n_highlights = self->parts.highlights->len;

  return (const NevHighlight *) self->parts.highlights->data;
}

const NevContext *
nev_dataset_get_contexts (NevDataset *self,
                          guint      *n_contexts)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);

  *n_contexts = self->parts.contexts->len;

  return (const NevContext *) self->parts.contexts->data;
}

const NevNote *
nev_dataset_get_notes (NevDataset *self,
                       guint      *n_notes)
{
  g_return_val_if_fail (NEV_IS_DATASET (self), NULL);

  *n_notes = self->parts.notes->len;

  return (const NevNote *) self->parts.notes->data;
}
