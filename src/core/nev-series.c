/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-series.h"

#include <math.h>

struct _NevSeries
{
  GObject parent_instance;

  /* Owned */
  char         *id;
  NevSeriesKind kind;
  NevUnit       unit;
  NevLocalized  unit_text;
  NevLocalized  title;
  NevLocalized  label;
  NevLocalized  description;
  NevLedger    *ledger;
  NevSeries    *numerator;
  NevSeries    *denominator;

  /* Follows from the above */
  NevPeriod extent;
};

G_DEFINE_FINAL_TYPE (NevSeries, nev_series, G_TYPE_OBJECT)

static void
nev_series_finalize (GObject *object)
{
  NevSeries *self = NEV_SERIES (object);

  g_free (self->id);
  nev_localized_clear (&self->unit_text);
  nev_localized_clear (&self->title);
  nev_localized_clear (&self->label);
  nev_localized_clear (&self->description);
  nev_ledger_unref (self->ledger);
  g_clear_object (&self->numerator);
  g_clear_object (&self->denominator);

  G_OBJECT_CLASS (nev_series_parent_class)->finalize (object);
}

static void
nev_series_class_init (NevSeriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nev_series_finalize;
}

static void
nev_series_init (NevSeries *self)
{
}

static gint32
get_month_start (gint32 day)
{
  return nev_period_at (day, NEV_FREQUENCY_MONTH).start;
}

/* A flow and its stock share a ledger, and each leads to readings of the other: the difference of
 * two stocks is a flow, so that a flow is known from the first stock on; a stock and the flow behind
 * it make the next stock, so that a stock is known until the last flow.
 */
static NevPeriod
find_extent_of_facts (NevSeries *self)
{
  NevObservations *observations = nev_ledger_get_observations (self->ledger);
  NevPeriod        extent = { G_MAXINT32, 0 };
  gboolean         has_own = FALSE;
  gboolean         is_undated = FALSE;

  if (observations != NULL)
    {
      gsize n = nev_observations_get_n (observations);

      if (n == 0)
        return NEV_PERIOD_NONE;

      return (NevPeriod){ nev_observations_get_period (observations, 0).start, nev_observations_get_period (observations, n - 1).end };
    }

  for (gsize i = 0; i < nev_ledger_get_n_facts (self->ledger); i++)
    {
      const NevFact *fact = nev_ledger_get_fact (self->ledger, i);
      gboolean       is_stock = fact->period.start == NEV_DAY_ORIGIN;
      gboolean       is_own = is_stock == (self->kind == NEV_SERIES_STOCK);

      /* Of the other series only what can be added up is of use. */
      if (fact->is_claim || (!is_own && (isnan (fact->value) || nev_ledger_is_mixed (self->ledger, fact->basis))))
        continue;

      /* It lies beside what has a date, not around it. */
      if (nev_period_is_undated (fact->period))
        {
          is_undated |= is_own;
          continue;
        }

      if (self->kind != NEV_SERIES_STOCK)
        extent.start = MIN (extent.start, is_stock ? fact->period.end : fact->period.start);
      else if (is_stock)
        extent.start = MIN (extent.start, get_month_start (fact->period.end - 1));

      extent.end = MAX (extent.end, fact->period.end);
      has_own |= is_own;
    }

  if (!has_own)
    return is_undated ? NEV_PERIOD_UNDATED : NEV_PERIOD_NONE;

  return extent;
}

static NevPeriod
find_extent (NevSeries *self)
{
  NevPeriod own = find_extent_of_facts (self);
  NevPeriod quotient;

  if (self->numerator == NULL || self->denominator == NULL)
    return own;

  /* A ratio can be calculated where both of its parts are known. */
  quotient.start = MAX (self->numerator->extent.start, self->denominator->extent.start);
  quotient.end = MIN (self->numerator->extent.end, self->denominator->extent.end);

  if (nev_period_is_none (quotient))
    return own;
  if (nev_period_is_none (own))
    return quotient;

  return (NevPeriod){ MIN (own.start, quotient.start), MAX (own.end, quotient.end) };
}

/**
 * nev_series_new:
 * @parts: what to make it from; the words in it are taken over
 *
 * Makes a series.
 *
 * Returns: (transfer full): a new series
 */
NevSeries *
nev_series_new (NevSeriesParts *parts)
{
  NevSeries *self;

  g_return_val_if_fail (parts != NULL, NULL);
  g_return_val_if_fail (parts->id != NULL, NULL);
  g_return_val_if_fail (parts->ledger != NULL, NULL);

  self = g_object_new (NEV_TYPE_SERIES, NULL);
  self->id = g_strdup (parts->id);
  self->kind = parts->kind;
  self->unit = parts->unit;
  self->unit_text = parts->unit_text;
  self->title = parts->title;
  self->label = parts->label;
  self->description = parts->description;
  self->ledger = nev_ledger_ref (parts->ledger);
  g_set_object (&self->numerator, parts->numerator);
  g_set_object (&self->denominator, parts->denominator);
  self->extent = find_extent (self);

  parts->unit_text = parts->title = parts->label = parts->description = (NevLocalized){ 0 };

  return self;
}

const char *
nev_series_get_id (NevSeries *self)
{
  g_return_val_if_fail (NEV_IS_SERIES (self), NULL);

  return self->id;
}

NevSeriesKind
nev_series_get_kind (NevSeries *self)
{
  g_return_val_if_fail (NEV_IS_SERIES (self), NEV_SERIES_FLOW);

  return self->kind;
}

NevUnit
nev_series_get_unit (NevSeries *self)
{
  g_return_val_if_fail (NEV_IS_SERIES (self), NEV_UNIT_OTHER);

  return self->unit;
}

/**
 * nev_series_get_unit_text:
 * @language: the language wanted
 *
 * Gets what the dataset itself calls the unit, for %NEV_UNIT_OTHER.
 *
 * Returns: the unit; "" if the unit is one that charts have words for
 */
const char *
nev_series_get_unit_text (NevSeries  *self,
                          NevLanguage language)
{
  g_return_val_if_fail (NEV_IS_SERIES (self), NULL);

  return nev_localized_get (&self->unit_text, language);
}

/**
 * nev_series_get_title:
 * @language: the language wanted
 *
 * Gets the series' name for people.
 *
 * Returns: the title; the id if the dataset gives none
 */
const char *
nev_series_get_title (NevSeries  *self,
                      NevLanguage language)
{
  const char *title;

  g_return_val_if_fail (NEV_IS_SERIES (self), NULL);

  title = nev_localized_get (&self->title, language);

  return *title != '\0' ? title : self->id;
}

/**
 * nev_series_get_label:
 * @language: the language wanted
 *
 * Gets the series' name where others that count the same stand beside it: "BYD" of "BYD – Sales".
 *
 * Returns: the name; the title if there is no shorter one
 */
const char *
nev_series_get_label (NevSeries  *self,
                      NevLanguage language)
{
  const char *label;

  g_return_val_if_fail (NEV_IS_SERIES (self), NULL);

  label = nev_localized_get (&self->label, language);

  return *label != '\0' ? label : nev_series_get_title (self, language);
}

const char *
nev_series_get_description (NevSeries  *self,
                            NevLanguage language)
{
  g_return_val_if_fail (NEV_IS_SERIES (self), NULL);

  return nev_localized_get (&self->description, language);
}

/**
 * nev_series_get_ledger:
 *
 * Gets the facts. A flow and its stock share one ledger.
 *
 * Returns: (transfer none): the ledger
 */
NevLedger *
nev_series_get_ledger (NevSeries *self)
{
  g_return_val_if_fail (NEV_IS_SERIES (self), NULL);

  return self->ledger;
}

NevSeries *
nev_series_get_numerator (NevSeries *self)
{
  g_return_val_if_fail (NEV_IS_SERIES (self), NULL);

  return self->numerator;
}

NevSeries *
nev_series_get_denominator (NevSeries *self)
{
  g_return_val_if_fail (NEV_IS_SERIES (self), NULL);

  return self->denominator;
}

/**
 * nev_series_get_extent:
 * @extent: (out): from the first day that something is known of to the last; a stock's first
 *   day is the first of its month
 *
 * Finds the days within which readings of the series can be had. Claims don't count, nor does what has no
 * date, unless there is nothing else: then @extent is %NEV_PERIOD_UNDATED.
 *
 * Returns: whether there are any
 */
gboolean
nev_series_get_extent (NevSeries *self,
                       NevPeriod *extent)
{
  g_return_val_if_fail (NEV_IS_SERIES (self), FALSE);
  g_return_val_if_fail (extent != NULL, FALSE);

  *extent = self->extent;

  return !nev_period_is_none (self->extent);
}
