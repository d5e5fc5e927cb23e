/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-spec.h"

#include "nev-package.h"

struct _NevSpec
{
  GObject parent_instance;

  /* Owned */
  NevDataset *dataset;
  GPtrArray  *series; /* NULL: the chart's */
  GPtrArray  *hidden; /* NULL: none */
  NevSeries  *focus;  /* NULL: none */
  char       *title; /* NULL, like the next two: what follows from the data */
  char       *subtitle;
  char       *footnote;
  GPtrArray  *annotations; /* (element-type NevAnnotation) */

  /* Borrowed from the dataset */
  const NevChart *chart;

  /* Chosen */
  NevFrequency frequency;
  NevMeasure   measure;
  NevMark      mark;
  gboolean     merge_jan_feb;
  gint32       index_base; /* a day of the period, or 0 */
  gint32       from;
  gint32       to;
  gboolean     seasonal;
  NevPeriod    against; /* NEV_PERIOD_NONE: no other range */
  gboolean     ranking;
  gint32       ranking_day; /* a day of the period, or 0 */

  /* Follows from the above */
  GPtrArray *overlaid; /* (nullable): the one series whose years lie over each other */
  GPtrArray *shown[NEV_MAX_PANELS]; /* (nullable): what is left of a panel's series where some are hidden */
  NevPanel panels[NEV_MAX_PANELS];
  guint    n_panels;
  gboolean is_undated;
};

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

static gboolean
is_subset (GPtrArray *series,
           GPtrArray *of)
{
  for (guint i = 0; i < series->len; i++)
    {
      if (!g_ptr_array_find (of, g_ptr_array_index (series, i), NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_level (NevMeasure measure)
{
  return measure == NEV_MEASURE_LEVEL ||
         measure == NEV_MEASURE_YEAR_TO_DATE ||
         measure == NEV_MEASURE_TRAILING_YEAR;
}

/* Only counts of one unit make a pile whose height means something. A quotient has no parts, and what
 * it is compared with is seen best along a line.
 */
static NevMark
choose_mark (const NevPanel *panel)
{
  NevSeries *first = g_ptr_array_index (panel->series, 0);

  if (panel->mark != NEV_MARK_STACKED)
    return panel->mark;

  if (!is_level (panel->measure))
    return NEV_MARK_LINE;

  for (guint i = 0; i < panel->series->len; i++)
    {
      NevSeries *series = g_ptr_array_index (panel->series, i);

      if (nev_series_get_kind (series) == NEV_SERIES_RATIO)
        return NEV_MARK_LINE;

      if (nev_series_get_unit (series) != nev_series_get_unit (first) ||
          nev_series_get_kind (series) != nev_series_get_kind (first))
        return NEV_MARK_BARS;
    }

  return NEV_MARK_STACKED;
}

/* Piles side by side would be one more thing to tell apart. */
static NevMark
choose_overlay_mark (const NevPanel *panel)
{
  return choose_mark (panel) == NEV_MARK_STACKED ? NEV_MARK_BARS : choose_mark (panel);
}

/* The years of one series lie over each other: those of the one that the title speaks of. */
static void
update_overlay (NevSpec *self)
{
  NevArrangement arrangement = nev_spec_get_arrangement (self);

  g_clear_pointer (&self->overlaid, g_ptr_array_unref);

  if (arrangement == NEV_ARRANGEMENT_TIMELINE)
    return;

  if (arrangement == NEV_ARRANGEMENT_RANKING)
    {
      self->panels[0].mark = NEV_MARK_BARS;
      self->n_panels = 1;
      return;
    }

  if (arrangement == NEV_ARRANGEMENT_SEASONAL)
    {
      GPtrArray *shown = self->panels[0].series;
      gboolean   has_focus = self->focus != NULL && g_ptr_array_find (shown, self->focus, NULL);

      self->overlaid = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (self->overlaid, g_object_ref (has_focus ? self->focus : g_ptr_array_index (shown, shown->len - 1)));
      self->panels[0].series = self->overlaid;
      self->panels[0].mark = self->mark;
      self->n_panels = 1;
    }

  for (guint i = 0; i < self->n_panels; i++)
    self->panels[i].mark = choose_overlay_mark (&self->panels[i]);
}

static gboolean
is_hidden (NevSpec   *self,
           NevSeries *series)
{
  return self->hidden != NULL && g_ptr_array_find (self->hidden, series, NULL);
}

/* What is left of a panel's series; NULL for nothing. */
static GPtrArray *
filter_series (NevSpec   *self,
               GPtrArray *series,
               guint      panel)
{
  g_autoptr(GPtrArray) shown = NULL;

  if (self->hidden == NULL)
    return series;

  shown = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < series->len; i++)
    {
      if (!is_hidden (self, g_ptr_array_index (series, i)))
        g_ptr_array_add (shown, g_object_ref (g_ptr_array_index (series, i)));
    }

  if (shown->len == series->len)
    return series;

  return shown->len > 0 ? (self->shown[panel] = g_steal_pointer (&shown)) : NULL;
}

/* Whether all that is known of some series has no date. */
static gboolean
find_undated (GPtrArray *series)
{
  gboolean is_known = FALSE;

  for (guint i = 0; i < series->len; i++)
    {
      NevPeriod extent;

      if (!nev_series_get_extent (g_ptr_array_index (series, i), &extent))
        continue;

      if (!nev_period_is_undated (extent))
        return FALSE;

      is_known = TRUE;
    }

  return is_known;
}

/* A second panel that measures the first one's series in another way follows when other series are
 * chosen, and goes when the first one measures the same.
 */
static void
update_panels (NevSpec *self)
{
  const NevPanel *main_panel = &self->chart->panels[0];
  GPtrArray      *main_series = self->series != NULL ? self->series : main_panel->series;
  GPtrArray      *main_shown;

  for (guint i = 0; i < NEV_MAX_PANELS; i++)
    g_clear_pointer (&self->shown[i], g_ptr_array_unref);

  /* A chart of nothing is none: who hides everything sees it all. */
  main_shown = filter_series (self, main_series, 0);
  self->panels[0] = (NevPanel){ main_shown != NULL ? main_shown : main_series, self->measure, self->mark };
  self->panels[0].mark = choose_mark (&self->panels[0]);
  self->n_panels = 1;
  self->is_undated = find_undated (self->panels[0].series);

  for (guint i = 1; i < self->chart->n_panels; i++)
    {
      NevPanel panel = self->chart->panels[i];

      if (self->series != NULL && is_subset (panel.series, main_panel->series))
        panel.series = main_series;

      if (panel.measure == self->measure && is_subset (panel.series, main_series))
        continue;

      panel.series = filter_series (self, panel.series, i);
      if (panel.series == NULL)
        continue;

      panel.mark = choose_mark (&panel);
      self->panels[self->n_panels++] = panel;
    }

  update_overlay (self);
}

static gboolean
is_same_series (GPtrArray *a,
                GPtrArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
copy_series (GPtrArray *series)
{
  GPtrArray *copy;

  if (series == NULL || series->len == 0)
    return NULL;

  copy = g_ptr_array_new_full (series->len, g_object_unref);

  for (guint i = 0; i < series->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (series, i)));

  return copy;
}

static gboolean
is_same_annotations (GPtrArray *a,
                     GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!nev_annotation_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

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

/* An empty text is none. */
static gboolean
set_text (char      **text,
          const char *value)
{
  if (value != NULL && *value == '\0')
    value = NULL;

  if (g_strcmp0 (*text, value) == 0)
    return FALSE;

  g_free (*text);
  *text = g_strdup (value);

  return TRUE;
}

/* What doesn't belong to the chart any more can't be hidden in it. */
static void
forget_hidden (NevSpec *self)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; self->hidden != NULL && i < self->hidden->len; i++)
    {
      NevSeries *series = g_ptr_array_index (self->hidden, i);
      gboolean   belongs = g_ptr_array_find (nev_spec_get_all_series (self), series, NULL);

      for (guint j = 1; j < self->chart->n_panels; j++)
        belongs = belongs || g_ptr_array_find (self->chart->panels[j].series, series, NULL);

      if (belongs)
        g_ptr_array_add (kept, series);
    }

  nev_spec_set_hidden (self, kept);
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
  update_panels (self);

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
         is_same_series (self->series, other->series) &&
         is_same_series (self->hidden, other->hidden) &&
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
         is_same_annotations (self->annotations, other->annotations);
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
  update_panels (self);

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
  update_panels (self);

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
  update_panels (self);

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

gboolean
nev_spec_get_seasonal (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  return self->seasonal;
}

/**
 * nev_spec_set_seasonal:
 * @self: a spec
 * @seasonal: whether the years are to lie over each other
 *
 * Chooses the arrangement of the periods: months across, and a line or bar a year, of the series in the focus or the last
 * one. It takes the
 * place of another range. As long as the periods are years nothing comes of it.
 */
void
nev_spec_set_seasonal (NevSpec *self,
                       gboolean seasonal)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  seasonal = seasonal != FALSE;

  if (self->seasonal == seasonal)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->seasonal = seasonal;
  if (seasonal)
    {
      nev_spec_set_against (self, NEV_PERIOD_NONE);
      nev_spec_set_ranking (self, FALSE);
    }
  update_panels (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEASONAL]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * nev_spec_get_against:
 * @self: a spec
 *
 * Returns: the days that the range is to lie over; %NEV_PERIOD_NONE for none
 */
NevPeriod
nev_spec_get_against (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NEV_PERIOD_NONE);

  return self->against;
}

/**
 * nev_spec_set_against:
 * @self: a spec
 * @against: other days that are to be shown on the same axis, aligned at their beginning; %NEV_PERIOD_NONE for none
 *
 * Lays another range over the one that is shown. It takes the place of years that lie over each other.
 */
void
nev_spec_set_against (NevSpec  *self,
                      NevPeriod against)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  if (nev_period_is_none (against))
    against = NEV_PERIOD_NONE;

  if (nev_period_equal (self->against, against))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->against = against;
  if (!nev_period_is_none (against))
    {
      nev_spec_set_seasonal (self, FALSE);
      nev_spec_set_ranking (self, FALSE);
    }
  update_panels (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AGAINST]);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
nev_spec_get_ranking (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  return self->ranking;
}

/**
 * nev_spec_set_ranking:
 * @self: a spec
 * @ranking: whether the series of the first panel are to be ranked at one period
 *
 * Chooses bars below each other, one a series, from the highest value to the lowest. They take the place of years or ranges
 * that lie over each other.
 */
void
nev_spec_set_ranking (NevSpec *self,
                      gboolean ranking)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  ranking = ranking != FALSE;

  if (self->ranking == ranking)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->ranking = ranking;
  if (ranking)
    {
      nev_spec_set_seasonal (self, FALSE);
      nev_spec_set_against (self, NEV_PERIOD_NONE);
    }
  update_panels (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RANKING]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * nev_spec_get_ranking_day:
 * @self: a spec
 *
 * Returns: a day of the period that was chosen for rankings; 0 for the latest that has a value
 */
gint32
nev_spec_get_ranking_day (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), 0);

  return self->ranking_day;
}

/**
 * nev_spec_set_ranking_day:
 * @self: a spec
 * @day: a day of the period at which series are to be ranked; 0 for the latest one shown in which any has a value
 *
 * Chooses the period of rankings. When the frequency changes, the month becomes its quarter.
 */
void
nev_spec_set_ranking_day (NevSpec *self,
                          gint32   day)
{
  g_return_if_fail (NEV_IS_SPEC (self));
  g_return_if_fail (day >= 0);

  if (self->ranking_day == day)
    return;

  self->ranking_day = day;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RANKING_DAY]);
}

/**
 * nev_spec_is_undated:
 * @self: a spec
 *
 * Returns: whether nothing that the series of the first panel know has a date
 */
gboolean
nev_spec_is_undated (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  return self->is_undated;
}

/**
 * nev_spec_must_rank:
 * @self: a spec
 *
 * Returns: whether the series can't be shown in any other way: they have no dates, or are too many to be told apart by colour
 */
gboolean
nev_spec_must_rank (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), FALSE);

  return self->is_undated || nev_spec_get_all_series (self)->len > NEV_PANEL_MAX_SERIES;
}

/**
 * nev_spec_get_arrangement:
 * @self: a spec
 *
 * Returns: how the periods share the axis
 */
NevArrangement
nev_spec_get_arrangement (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NEV_ARRANGEMENT_TIMELINE);

  if (self->ranking || nev_spec_must_rank (self))
    return NEV_ARRANGEMENT_RANKING;

  if (!nev_period_is_none (self->against))
    return NEV_ARRANGEMENT_AGAINST;

  return self->seasonal && self->frequency != NEV_FREQUENCY_YEAR ? NEV_ARRANGEMENT_SEASONAL : NEV_ARRANGEMENT_TIMELINE;
}

/**
 * nev_spec_get_series:
 * @self: a spec
 *
 * Gets the series that were chosen for the first panel.
 *
 * Returns: (transfer none) (nullable) (element-type NevSeries): the series; %NULL for those of the chart
 */
GPtrArray *
nev_spec_get_series (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->series;
}

/**
 * nev_spec_set_series:
 * @self: a spec
 * @series: (nullable) (element-type NevSeries): series of the dataset; %NULL or none at all for those
 *   of the chart
 *
 * Chooses the series of the first panel; of a second one also, if that measures the same series.
 */
void
nev_spec_set_series (NevSpec   *self,
                     GPtrArray *series)
{
  GPtrArray *copy;

  g_return_if_fail (NEV_IS_SPEC (self));

  if (series != NULL && series->len == 0)
    series = NULL;

  if (is_same_series (self->series, series))
    return;

  copy = copy_series (series);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  self->series = copy;
  update_panels (self);

  g_object_freeze_notify (G_OBJECT (self));
  forget_hidden (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERIES]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * nev_spec_get_all_series:
 * @self: a spec
 *
 * Gets the first panel's series, also those of them that are hidden.
 *
 * Returns: (transfer none) (element-type NevSeries): the series that were chosen, or those of the chart
 */
GPtrArray *
nev_spec_get_all_series (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->series != NULL ? self->series : self->chart->panels[0].series;
}

/**
 * nev_spec_get_hidden:
 * @self: a spec
 *
 * Returns: (transfer none) (nullable) (element-type NevSeries): the series that belong to the chart and aren't shown;
 *   %NULL for none
 */
GPtrArray *
nev_spec_get_hidden (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->hidden;
}

/**
 * nev_spec_set_hidden:
 * @self: a spec
 * @hidden: (nullable) (element-type NevSeries): series that aren't to be shown; %NULL or none at all to show every one
 *
 * Hides series. They are no part of any panel, and so of no table, picture or description, but can come back. The first
 * panel is never without any: where all of its series are hidden, it shows them.
 */
void
nev_spec_set_hidden (NevSpec   *self,
                     GPtrArray *hidden)
{
  GPtrArray *copy;

  g_return_if_fail (NEV_IS_SPEC (self));

  if (hidden != NULL && hidden->len == 0)
    hidden = NULL;

  if (is_same_series (self->hidden, hidden))
    return;

  copy = copy_series (hidden);
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
  self->hidden = copy;
  update_panels (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIDDEN]);
}

/**
 * nev_spec_get_focus:
 * @self: a spec
 *
 * Returns: (transfer none) (nullable): the series behind which the others recede; %NULL for none, and while it isn't shown
 */
NevSeries *
nev_spec_get_focus (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  for (guint i = 0; i < self->n_panels; i++)
    {
      if (self->focus != NULL && g_ptr_array_find (self->panels[i].series, self->focus, NULL))
        return self->focus;
    }

  return NULL;
}

/**
 * nev_spec_set_focus:
 * @self: a spec
 * @focus: (nullable): the series that the chart is about; %NULL for all alike
 *
 * Lets the other series recede; where years lie over each other, shows those of this one. It is a part of the picture: exported, and kept in a view.
 */
void
nev_spec_set_focus (NevSpec   *self,
                    NevSeries *focus)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  if (!g_set_object (&self->focus, focus))
    return;

  update_panels (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}

const char *
nev_spec_get_title (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->title;
}

/**
 * nev_spec_set_title:
 * @self: a spec
 * @title: (nullable): the words above the chart; %NULL or "" for those that follow from the data
 *
 * Gives the chart a title of its maker's own.
 */
void
nev_spec_set_title (NevSpec    *self,
                    const char *title)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  if (set_text (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
nev_spec_get_subtitle (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->subtitle;
}

/**
 * nev_spec_set_subtitle:
 * @self: a spec
 * @subtitle: (nullable): the words below the title; %NULL or "" for those that follow from the data
 */
void
nev_spec_set_subtitle (NevSpec    *self,
                       const char *subtitle)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  if (set_text (&self->subtitle, subtitle))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

const char *
nev_spec_get_footnote (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->footnote;
}

/**
 * nev_spec_set_footnote:
 * @self: a spec
 * @footnote: (nullable): words above the source line; %NULL or "" for none
 */
void
nev_spec_set_footnote (NevSpec    *self,
                       const char *footnote)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  if (set_text (&self->footnote, footnote))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOOTNOTE]);
}

/**
 * nev_spec_get_annotations:
 * @self: a spec
 *
 * Returns: (transfer none) (element-type NevAnnotation): the lines, bands, spans and notes, in the order in which
 *   they were added; not to be changed
 */
GPtrArray *
nev_spec_get_annotations (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->annotations;
}

/**
 * nev_spec_set_annotations:
 * @self: a spec
 * @annotations: (element-type NevAnnotation): the lines, bands, spans and notes, at most %NEV_MAX_ANNOTATIONS; copied
 */
void
nev_spec_set_annotations (NevSpec   *self,
                          GPtrArray *annotations)
{
  GPtrArray *copy;

  g_return_if_fail (NEV_IS_SPEC (self));
  g_return_if_fail (annotations != NULL && annotations->len <= NEV_MAX_ANNOTATIONS);

  if (is_same_annotations (self->annotations, annotations))
    return;

  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) nev_annotation_free);
  for (guint i = 0; i < annotations->len; i++)
    g_ptr_array_add (copy, nev_annotation_copy (g_ptr_array_index (annotations, i)));

  g_ptr_array_unref (self->annotations);
  self->annotations = copy;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANNOTATIONS]);
}

guint
nev_spec_get_n_panels (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), 0);

  return self->n_panels;
}

/**
 * nev_spec_get_panel:
 * @self: a spec
 * @panel: which one, from 0
 *
 * Gets a panel as it is to be drawn: the chart's, with the choices applied.
 *
 * Returns: the panel; its series are valid until the spec changes
 */
NevPanel
nev_spec_get_panel (NevSpec *self,
                    guint    panel)
{
  g_return_val_if_fail (NEV_IS_SPEC (self) && panel < self->n_panels, (NevPanel){ 0 });

  return self->panels[panel];
}
