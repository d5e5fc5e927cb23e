/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-spec-private.h"

/* What is wanted of a chart. What its parts mean stands with them: nev-spec-panels.c, nev-spec-arrangement.c, nev-spec-words.c. */

enum
{
  PROP_0,
  PROP_FREQUENCY,
  PROP_MEASURE,
  PROP_MARK,
  PROP_MERGE_JAN_FEB,
  PROP_INDEX_BASE,
  PROP_FROM,
  PROP_TO,
  PROP_SEASONAL,
  PROP_AGAINST,
  PROP_RANKING,
  PROP_RANKING_DAY,
  PROP_SERIES,
  PROP_HIDDEN,
  PROP_FOCUS,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_FOOTNOTE,
  PROP_ANNOTATIONS,
  N_PROPERTIES
};

G_DEFINE_FINAL_TYPE (NevSpec, nev_spec, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPERTIES];

/* A file holds the period of the frequency, so that a day that was chosen among months may come back from it as another
 * one of the same year.
 */
static gboolean
is_same_period (NevSpec *self,
                gint32   day,
                NevSpec *other,
                gint32   other_day)
{
  if (day == 0 || other_day == 0)
    return day == other_day;

  return nev_period_equal (nev_spec_get_period_at (self, day), nev_spec_get_period_at (other, other_day));
}

static void
nev_spec_finalize (GObject *object)
{
  NevSpec *self = NEV_SPEC (object);

  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
  g_clear_object (&self->focus);
  for (guint i = 0; i < NEV_MAX_PANELS; i++)
    g_clear_pointer (&self->shown[i], g_ptr_array_unref);
  g_clear_pointer (&self->overlaid, g_ptr_array_unref);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_clear_object (&self->dataset);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->footnote);

  G_OBJECT_CLASS (nev_spec_parent_class)->finalize (object);
}

static void
nev_spec_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  NevSpec *self = NEV_SPEC (object);

  switch (prop_id)
    {
    case PROP_FREQUENCY:
      g_value_set_int (value, (int) self->frequency);
      break;

    case PROP_MEASURE:
      g_value_set_int (value, (int) self->measure);
      break;

    case PROP_MARK:
      g_value_set_int (value, (int) self->mark);
      break;

    case PROP_MERGE_JAN_FEB:
      g_value_set_boolean (value, self->merge_jan_feb);
      break;

    case PROP_INDEX_BASE:
      g_value_set_int (value, self->index_base);
      break;

    case PROP_FROM:
      g_value_set_int (value, self->from);
      break;

    case PROP_TO:
      g_value_set_int (value, self->to);
      break;

    case PROP_SEASONAL:
      g_value_set_boolean (value, self->seasonal);
      break;

    case PROP_AGAINST:
      g_value_set_pointer (value, &self->against);
      break;

    case PROP_RANKING:
      g_value_set_boolean (value, self->ranking);
      break;

    case PROP_RANKING_DAY:
      g_value_set_int (value, self->ranking_day);
      break;

    case PROP_SERIES:
      g_value_set_boxed (value, self->series);
      break;

    case PROP_HIDDEN:
      g_value_set_boxed (value, self->hidden);
      break;

    case PROP_FOCUS:
      g_value_set_object (value, nev_spec_get_focus (self));
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;

    case PROP_FOOTNOTE:
      g_value_set_string (value, self->footnote);
      break;

    case PROP_ANNOTATIONS:
      g_value_set_boxed (value, self->annotations);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
nev_spec_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  NevSpec *self = NEV_SPEC (object);

  switch (prop_id)
    {
    case PROP_FREQUENCY:
      nev_spec_set_frequency (self, g_value_get_int (value));
      break;

    case PROP_MEASURE:
      nev_spec_set_measure (self, g_value_get_int (value));
      break;

    case PROP_MARK:
      nev_spec_set_mark (self, g_value_get_int (value));
      break;

    case PROP_MERGE_JAN_FEB:
      nev_spec_set_merge_jan_feb (self, g_value_get_boolean (value));
      break;

    case PROP_INDEX_BASE:
      nev_spec_set_index_base (self, g_value_get_int (value));
      break;

    case PROP_FROM:
      nev_spec_set_range (self, g_value_get_int (value), self->to);
      break;

    case PROP_TO:
      nev_spec_set_range (self, self->from, g_value_get_int (value));
      break;

    case PROP_SEASONAL:
      nev_spec_set_seasonal (self, g_value_get_boolean (value));
      break;

    case PROP_RANKING:
      nev_spec_set_ranking (self, g_value_get_boolean (value));
      break;

    case PROP_RANKING_DAY:
      nev_spec_set_ranking_day (self, g_value_get_int (value));
      break;

    case PROP_SERIES:
      nev_spec_set_series (self, g_value_get_boxed (value));
      break;

    case PROP_HIDDEN:
      nev_spec_set_hidden (self, g_value_get_boxed (value));
      break;

    case PROP_FOCUS:
      nev_spec_set_focus (self, g_value_get_object (value));
      break;

    case PROP_TITLE:
      nev_spec_set_title (self, g_value_get_string (value));
      break;

    case PROP_SUBTITLE:
      nev_spec_set_subtitle (self, g_value_get_string (value));
      break;

    case PROP_FOOTNOTE:
      nev_spec_set_footnote (self, g_value_get_string (value));
      break;

    case PROP_ANNOTATIONS:
      nev_spec_set_annotations (self, g_value_get_boxed (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
nev_spec_class_init (NevSpecClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = nev_spec_finalize;
  object_class->get_property = nev_spec_get_property;
  object_class->set_property = nev_spec_set_property;

  properties[PROP_FREQUENCY] = g_param_spec_int ("frequency", NULL, NULL, 0, NEV_N_FREQUENCIES - 1, 0, flags);
  properties[PROP_MEASURE] = g_param_spec_int ("measure", NULL, NULL, 0, NEV_N_MEASURES - 1, 0, flags);
  properties[PROP_MARK] = g_param_spec_int ("mark", NULL, NULL, 0, NEV_N_MARKS - 1, 0, flags);
  properties[PROP_MERGE_JAN_FEB] = g_param_spec_boolean ("merge-jan-feb", NULL, NULL, FALSE, flags);
  properties[PROP_INDEX_BASE] = g_param_spec_int ("index-base", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_FROM] = g_param_spec_int ("from", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_TO] = g_param_spec_int ("to", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SEASONAL] = g_param_spec_boolean ("seasonal", NULL, NULL, FALSE, flags);
  properties[PROP_AGAINST] = g_param_spec_pointer ("against", NULL, NULL, flags & ~G_PARAM_WRITABLE);
  properties[PROP_RANKING] = g_param_spec_boolean ("ranking", NULL, NULL, FALSE, flags);
  properties[PROP_RANKING_DAY] = g_param_spec_int ("ranking-day", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SERIES] = g_param_spec_boxed ("series", NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  properties[PROP_HIDDEN] = g_param_spec_boxed ("hidden", NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, NEV_TYPE_SERIES, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_FOOTNOTE] = g_param_spec_string ("footnote", NULL, NULL, NULL, flags);
  properties[PROP_ANNOTATIONS] = g_param_spec_boxed ("annotations", NULL, NULL, G_TYPE_PTR_ARRAY, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
nev_spec_init (NevSpec *self)
{
  self->annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) nev_annotation_free);
}

/**
 * nev_spec_new:
 * @dataset: a dataset
 * @chart: one of its charts
 *
 * Makes a spec that wants a chart as the dataset declares it.
 *
 * Returns: (transfer full): the spec
 */
NevSpec *
nev_spec_new (NevDataset     *dataset,
              const NevChart *chart)
{
  NevSpec *self;

  g_return_val_if_fail (NEV_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (chart != NULL && chart->n_panels > 0, NULL);

  self = g_object_new (NEV_TYPE_SPEC, NULL);
  self->dataset = g_object_ref (dataset);
  self->chart = chart;
  self->frequency = chart->frequency;
  self->measure = chart->panels[0].measure;
  self->mark = chart->panels[0].mark;
  self->from = chart->from;
  self->to = chart->to;
  self->ranking = chart->is_ranking;
  nev_spec_update_panels (self);

  return self;
}

/**
 * nev_spec_copy:
 * @self: a spec
 *
 * Copies a spec, so that a thread may read it while the original changes.
 *
 * Returns: (transfer full): the copy
 */
NevSpec *
nev_spec_copy (NevSpec *self)
{
  NevSpec *copy;

  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  copy = nev_spec_new (self->dataset, self->chart);
  nev_spec_assign (copy, self);

  return copy;
}

/**
 * nev_spec_assign:
 * @self: a spec
 * @other: a spec of the same chart
 *
 * Takes all choices over from another spec, such as an earlier state of the same one.
 */
void
nev_spec_assign (NevSpec *self,
                 NevSpec *other)
{
  g_return_if_fail (NEV_IS_SPEC (self));
  g_return_if_fail (NEV_IS_SPEC (other) && other->chart == self->chart);

  g_object_freeze_notify (G_OBJECT (self));
  nev_spec_set_series (self, other->series);
  nev_spec_set_hidden (self, other->hidden);
  nev_spec_set_focus (self, other->focus);
  nev_spec_set_frequency (self, other->frequency);
  nev_spec_set_measure (self, other->measure);
  nev_spec_set_mark (self, other->mark);
  nev_spec_set_merge_jan_feb (self, other->merge_jan_feb);
  nev_spec_set_index_base (self, other->index_base);
  nev_spec_set_range (self, other->from, other->to);
  nev_spec_set_against (self, other->against);
  nev_spec_set_seasonal (self, other->seasonal);
  nev_spec_set_ranking (self, other->ranking);
  nev_spec_set_ranking_day (self, other->ranking_day);
  nev_spec_set_title (self, other->title);
  nev_spec_set_subtitle (self, other->subtitle);
  nev_spec_set_footnote (self, other->footnote);
  nev_spec_set_annotations (self, other->annotations);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * nev_spec_equal:
 * @self: a spec
 * @other: another one
 *
 * Returns: whether both want the same of the same chart
 */
gboolean
nev_spec_equal (NevSpec *self,
                NevSpec *other)
{
  g_return_val_if_fail (NEV_IS_SPEC (self) && NEV_IS_SPEC (other), FALSE);

  return self->chart == other->chart &&
         nev_spec_same_series (self->series, other->series) &&
         nev_spec_same_series (self->hidden, other->hidden) &&
         nev_spec_get_focus (self) == nev_spec_get_focus (other) &&
         self->frequency == other->frequency &&
         self->measure == other->measure &&
         self->mark == other->mark &&
         self->merge_jan_feb == other->merge_jan_feb &&
         is_same_period (self, self->index_base, other, other->index_base) &&
         self->ranking == other->ranking &&
         is_same_period (self, self->ranking_day, other, other->ranking_day) &&
         self->from == other->from &&
         self->to == other->to &&
         self->seasonal == other->seasonal &&
         nev_period_equal (self->against, other->against) &&
         g_strcmp0 (self->title, other->title) == 0 &&
         g_strcmp0 (self->subtitle, other->subtitle) == 0 &&
         g_strcmp0 (self->footnote, other->footnote) == 0 &&
         nev_spec_same_annotations (self->annotations, other->annotations);
}

NevDataset *
nev_spec_get_dataset (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->dataset;
}

const NevChart *
nev_spec_get_chart (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->chart;
}

NevFrequency
nev_spec_get_frequency (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NEV_FREQUENCY_MONTH);

  return self->frequency;
}

void
nev_spec_set_frequency (NevSpec     *self,
                        NevFrequency frequency)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  if (self->frequency == frequency)
    return;

  self->frequency = frequency;
  nev_spec_update_panels (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FREQUENCY]);
}

/**
 * nev_spec_get_measure:
 * @self: a spec
 *
 * Returns: what is read of the first panel's series
 */
NevMeasure
nev_spec_get_measure (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NEV_MEASURE_LEVEL);

  return self->measure;
}

/**
 * nev_spec_set_measure:
 * @self: a spec
 * @measure: what is to be read of the first panel's series
 *
 * Chooses the measure of the first panel. A second panel that shows the same then goes.
 */
void
nev_spec_set_measure (NevSpec   *self,
                      NevMeasure measure)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  if (self->measure == measure)
    return;

  self->measure = measure;
  nev_spec_update_panels (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEASURE]);
}

/**
 * nev_spec_get_mark:
 * @self: a spec
 *
 * Returns: the mark that was chosen for the first panel; the one that is drawn is the panel's
 */
NevMark
nev_spec_get_mark (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NEV_MARK_BARS);

  return self->mark;
}

/**
 * nev_spec_set_mark:
 * @self: a spec
 * @mark: how the first panel is to be drawn
 *
 * Chooses the mark of the first panel. Where it can't be drawn, which is so for a pile of rates, the
 * panel takes bars or a line, and the choice comes back as soon as it can.
 */
void
nev_spec_set_mark (NevSpec *self,
                   NevMark  mark)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  if (self->mark == mark)
    return;

  self->mark = mark;
  nev_spec_update_panels (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARK]);
}

gboolean
nev_spec_get_merge_jan_feb (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  return self->merge_jan_feb;
}

/**
 * nev_spec_set_merge_jan_feb:
 * @self: a spec
 * @merge_jan_feb: whether January and February of a year are to be one period
 *
 * Chooses how months are cut. At other frequencies the choice does nothing, and comes back with the months.
 */
void
nev_spec_set_merge_jan_feb (NevSpec *self,
                            gboolean merge_jan_feb)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  if (self->merge_jan_feb == !!merge_jan_feb)
    return;

  self->merge_jan_feb = !!merge_jan_feb;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MERGE_JAN_FEB]);
}

/**
 * nev_spec_get_index_base:
 * @self: a spec
 *
 * Returns: a day of the period that was chosen to be 100, which is the one that nev_spec_get_period_at() finds; 0 for the
 *   first that will do
 */
gint32
nev_spec_get_index_base (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), 0);

  return self->index_base;
}

/**
 * nev_spec_set_index_base:
 * @self: a spec
 * @day: a day of the period that is to be 100; 0 for the first one shown in which every series has a value
 *
 * Chooses what an index is measured from. When the frequency changes, the month becomes its quarter.
 */
void
nev_spec_set_index_base (NevSpec *self,
                         gint32   day)
{
  g_return_if_fail (NEV_IS_SPEC (self));
  g_return_if_fail (day >= 0);

  if (self->index_base == day)
    return;

  self->index_base = day;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX_BASE]);
}

gint32
nev_spec_get_from (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), 0);

  return self->from;
}

gint32
nev_spec_get_to (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), 0);

  return self->to;
}

/**
 * nev_spec_set_range:
 * @self: a spec
 * @from: the first day wanted; 0 for the beginning of the data
 * @to: the day after the last one wanted; 0 for the end of the data
 *
 * Chooses the days that are shown.
 */
void
nev_spec_set_range (NevSpec *self,
                    gint32   from,
                    gint32   to)
{
  gboolean is_from_new, is_to_new;

  g_return_if_fail (NEV_IS_SPEC (self));

  is_from_new = self->from != from;
  is_to_new = self->to != to;

  /* Whoever is told of one finds both. */
  self->from = from;
  self->to = to;

  if (is_from_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FROM]);

  if (is_to_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TO]);
}
