/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-series-item.h"

#include <glib/gi18n-lib.h>

#include "nev-format.h"
#include "nev-guard.h"
#include "nev-search.h"

struct _NevSeriesItem
{
  GObject parent_instance;

  /* Owned */
  NevDataset *dataset;
  NevSeries  *series; /* NULL: it is a chart */
  char       *words;  /* by which it is found */

  /* Borrowed from the dataset */
  const NevChart *chart; /* NULL: it is a series */
};

G_DEFINE_FINAL_TYPE (NevSeriesItem, nev_series_item, G_TYPE_OBJECT)

static void
nev_series_item_finalize (GObject *object)
{
  NevSeriesItem *self = NEV_SERIES_ITEM (object);

  g_clear_object (&self->series);
  g_clear_object (&self->dataset);
  g_free (self->words);

  G_OBJECT_CLASS (nev_series_item_parent_class)->finalize (object);
}

static void
nev_series_item_class_init (NevSeriesItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nev_series_item_finalize;
}

static void
nev_series_item_init (NevSeriesItem *self)
{
}

/* Who looks through a list may also think of who publishes it. */
static char *
get_series_words (NevDataset *dataset,
                  NevSeries  *series)
{
  g_autofree char *english = nev_guard_get_publishers (dataset, series, NEV_LANGUAGE_ENGLISH);
  g_autofree char *chinese = nev_guard_get_publishers (dataset, series, NEV_LANGUAGE_CHINESE);

  return nev_search_get_series_words (series, (const char *const[]){ english != NULL ? english : "", chinese != NULL ? chinese : "", NULL });
}

static void
append (GListStore     *list,
        NevDataset     *dataset,
        NevSeries      *series,
        const NevChart *chart)
{
  g_autoptr(NevSeriesItem) self = g_object_new (NEV_TYPE_SERIES_ITEM, NULL);

  self->dataset = g_object_ref (dataset);
  self->chart = chart;
  if (series != NULL)
    self->series = g_object_ref (series);
  self->words = series != NULL ? get_series_words (dataset, series) : nev_search_get_chart_words (chart);
  g_list_store_append (list, self);
}

/**
 * nev_series_item_append_series:
 * @list: of #NevSeriesItem; may hold items of other datasets
 * @dataset: a dataset
 *
 * Adds all series of a dataset to a list.
 */
void
nev_series_item_append_series (GListStore *list,
                               NevDataset *dataset)
{
  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    append (list, dataset, nev_dataset_get_series (dataset, i), NULL);
}

/**
 * nev_series_item_append_charts:
 * @list: of #NevSeriesItem
 * @dataset: a dataset
 *
 * Adds all charts of a dataset to a list.
 */
void
nev_series_item_append_charts (GListStore *list,
                               NevDataset *dataset)
{
  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    append (list, dataset, NULL, nev_dataset_get_chart (dataset, i));
}

/**
 * nev_series_item_get_series:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the series; %NULL for a chart
 */
NevSeries *
nev_series_item_get_series (NevSeriesItem *self)
{
  g_return_val_if_fail (NEV_IS_SERIES_ITEM (self), NULL);

  return self->series;
}

/**
 * nev_series_item_get_chart:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the chart; of a series one that shows it, or where it can stand; %NULL without any
 */
const NevChart *
nev_series_item_get_chart (NevSeriesItem *self)
{
  g_return_val_if_fail (NEV_IS_SERIES_ITEM (self), NULL);

  return self->chart != NULL ? self->chart : nev_search_find_chart (self->dataset, self->series);
}

const char *
nev_series_item_get_title (NevSeriesItem *self)
{
  NevLanguage language = nev_language_from_locale ();

  g_return_val_if_fail (NEV_IS_SERIES_ITEM (self), NULL);

  return self->series != NULL ? nev_series_get_title (self->series, language) : nev_localized_get (&self->chart->title, language);
}

/* "January 2019 – February 2026"; NULL if nothing is known. */
static char *
format_extent (NevSeries  *series,
               NevLanguage language)
{
  NevPeriod        extent;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!nev_series_get_extent (series, &extent))
    return NULL;

  if (nev_period_is_undated (extent))
    return nev_format_period (extent, NEV_PERIOD_FORMAT_LONG, language);

  first = nev_format_period (nev_period_at (extent.start, NEV_FREQUENCY_MONTH), NEV_PERIOD_FORMAT_LONG, language);
  last = nev_format_period (nev_period_at (extent.end - 1, NEV_FREQUENCY_MONTH), NEV_PERIOD_FORMAT_LONG, language);

  return g_str_equal (first, last) ? g_steal_pointer (&first) : g_strdup_printf (_ ("%s – %s"), first, last);
}

/**
 * nev_series_item_get_details:
 * @self: an item
 *
 * Returns: (transfer full): what tells it from others: "vehicles · CAAM · January 2019 – February 2026"
 */
char *
nev_series_item_get_details (NevSeriesItem *self)
{
  NevLanguage      language = nev_language_from_locale ();
  g_autofree char *unit = NULL;
  g_autofree char *publishers = NULL;
  g_autofree char *extent = NULL;

  g_return_val_if_fail (NEV_IS_SERIES_ITEM (self), NULL);

  if (self->series == NULL)
    return g_strdup (_ ("Chart"));

  unit = nev_guard_get_unit (self->series, language);
  publishers = nev_guard_get_publishers (self->dataset, self->series, language);
  extent = format_extent (self->series, language);

  return g_strjoin (" · ", unit, publishers != NULL ? publishers : _ ("no publisher"), extent, NULL);
}

/**
 * nev_series_item_matches:
 * @self: an item
 * @text: words or parts of words
 *
 * Returns: whether the item is found by all of them, in either language and whatever their case; by none everything is
 */
gboolean
nev_series_item_matches (NevSeriesItem *self,
                         const char    *text)
{
  g_auto(GStrv) parts = NULL;
  g_auto(GStrv) terms = NULL;
  g_autofree char *spaced = NULL;

  g_return_val_if_fail (NEV_IS_SERIES_ITEM (self), FALSE);

  /* A Chinese keyboard types a space of its own. */
  parts = g_strsplit (text, "　", -1);
  spaced = g_strjoinv (" ", parts);
  terms = g_strsplit_set (spaced, " \t", -1);

  return nev_search_matches (self->words, (const char *const *) terms);
}
