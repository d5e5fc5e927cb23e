/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-package-private.h"

#include <glib/gi18n-lib.h>

/* What the descriptor says about series, bases and publishers; and the series made from it and
 * from the facts.
 */

static const struct
{
  const char *name;
  NevUnit     unit;
} units[] = {
  { "vehicles", NEV_UNIT_VEHICLES },
  { "chargers", NEV_UNIT_CHARGERS },
  { "percent", NEV_UNIT_PERCENT },
  { "vehicles-per-charger", NEV_UNIT_VEHICLES_PER_CHARGER },
  { "CNY", NEV_UNIT_CNY },
  { "people", NEV_UNIT_PEOPLE },
};

static const char *const kinds[] = {
  [NEV_SERIES_FLOW] = "flow",
  [NEV_SERIES_STOCK] = "stock",
  [NEV_SERIES_RATIO] = "ratio",
};

static void
clear_series_draft (gpointer data)
{
  NevSeriesDraft *draft = data;

  nev_localized_clear (&draft->parts.unit_text);
  nev_localized_clear (&draft->parts.title);
  nev_localized_clear (&draft->parts.description);
  g_clear_pointer (&draft->parts.ledger, nev_ledger_unref);
  g_clear_pointer (&draft->facts, g_array_unref);
  g_clear_object (&draft->series);
}

void
nev_draft_init (NevDraft  *self,
                NevFaults *faults)
{
  self->faults = faults;
  nev_dataset_parts_init (&self->parts);
  self->series = g_array_new (FALSE, TRUE, sizeof (NevSeriesDraft));
  g_array_set_clear_func (self->series, clear_series_draft);
  nev_names_init (&self->series_names);
  nev_names_init (&self->basis_names);
  nev_names_init (&self->source_names);
  nev_names_init (&self->publisher_names);
  nev_names_init (&self->chart_names);
}

void
nev_draft_clear (NevDraft *self)
{
  nev_dataset_parts_clear (&self->parts);
  g_clear_pointer (&self->series, g_array_unref);
  nev_names_clear (&self->series_names);
  nev_names_clear (&self->basis_names);
  nev_names_clear (&self->source_names);
  nev_names_clear (&self->publisher_names);
  nev_names_clear (&self->chart_names);
}

/**
 * nev_draft_read_objects:
 * @parent: an object's place
 * @name: its member that is an array of objects; it may be missing
 * @max_length: how many there may be
 * @read: reads one of them
 *
 * Reads a list. What is wrong with one of them doesn't keep the others from being read.
 */
void
nev_draft_read_objects (NevDraft           *self,
                        const NevJsonPlace *parent,
                        const char         *name,
                        guint               max_length,
                        NevReadFunc         read)
{
  NevJsonPlace array = nev_json_get_member (parent, name);
  GError      *local = NULL;
  guint        length;

  if (array.node == NULL)
    return;

  if (!nev_json_expect_array (&array, max_length, &length, &local))
    {
      nev_faults_take (self->faults, local);
      return;
    }

  for (guint i = 0; i < length && !nev_faults_is_full (self->faults); i++)
    {
      NevJsonPlace element = nev_json_get_element (&array, i);

      if (!nev_json_expect_object (&element, &local) || !read (self, &element, &local))
        nev_faults_take (self->faults, g_steal_pointer (&local));
    }
}

/**
 * nev_draft_read_reference:
 * @place: where the name of something stands
 * @names: the names that there are
 * @index: (out): which of them it is
 * @error: return location for a %NEV_DATA_ERROR_SCHEMA
 *
 * Reads a name that something bears.
 *
 * Returns: whether it is one
 */
gboolean
nev_draft_read_reference (const NevJsonPlace *place,
                          NevNames           *names,
                          int                *index,
                          GError            **error)
{
  g_autofree char *found = NULL;
  g_autofree char *suggestion = NULL;
  const char      *name;

  if (!nev_json_read_string (place, NEV_LABEL_NAME, &name, error))
    return FALSE;

  *index = nev_names_find (names, name);

  if (*index >= 0)
    return TRUE;

  found = nev_label_quote (name);
  suggestion = nev_names_suggest (names, name);

  return nev_json_fail (place, NEV_DATA_ERROR_SCHEMA, error, _("expected a name that is declared, found %s; %s"), found, suggestion);
}

/* The name of a thing that is declared at @object, which no other of its kind has. */
static gboolean
read_name (const NevJsonPlace *object,
           NevLabelKind        kind,
           NevNames           *names,
           const char        **name,
           GError            **error)
{
  NevJsonPlace     place = nev_json_get_member (object, "name");
  g_autofree char *found = NULL;

  if (!nev_json_read_string (&place, kind, name, error))
    return FALSE;

  if (nev_names_add (names, *name))
    return TRUE;

  found = nev_label_quote (*name);

  return nev_json_fail (&place, NEV_DATA_ERROR_SCHEMA, error, _("expected each name once, found %s again"), found);
}

static gboolean
read_publisher (NevDraft           *self,
                const NevJsonPlace *place,
                GError            **error)
{
  NevPublisher *publisher = nev_array_append_empty (self->parts.publishers);
  const char   *name;

  if (!read_name (place, NEV_LABEL_LINE, &self->publisher_names, &name, error))
    return FALSE;

  publisher->name = g_strdup (name);

  return nev_json_read_words (place, "title", NEV_LABEL_LINE, &publisher->title, error);
}

static gboolean
read_basis (NevDraft           *self,
            const NevJsonPlace *place,
            GError            **error)
{
  NevBasis    *basis = nev_array_append_empty (self->parts.bases);
  NevJsonPlace mixed = nev_json_get_member (place, "mixed");
  const char  *name;

  if (!read_name (place, NEV_LABEL_NAME, &self->basis_names, &name, error))
    return FALSE;

  basis->name = g_strdup (name);

  return nev_json_read_boolean (&mixed, &basis->is_mixed, error) &&
         nev_json_read_words (place, "title", NEV_LABEL_LINE, &basis->title, error);
}

static gboolean
read_kind (const NevJsonPlace *object,
           NevSeriesKind      *kind,
           GError            **error)
{
  NevJsonPlace     place = nev_json_get_member (object, "kind");
  g_autofree char *found = NULL;
  const char      *text;

  if (!nev_json_read_string (&place, NEV_LABEL_LINE, &text, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (text, kinds[i]))
        {
          *kind = i;
          return TRUE;
        }
    }

  found = nev_label_quote (text);

  return nev_json_fail (&place, NEV_DATA_ERROR_SCHEMA, error, _("expected flow, stock or ratio, found %s"), found);
}

static gboolean
read_unit (const NevJsonPlace *object,
           NevSeriesParts     *parts,
           GError            **error)
{
  NevJsonPlace place = nev_json_get_member (object, "unit");
  const char  *text;

  if (!nev_json_read_string (&place, NEV_LABEL_LINE, &text, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (g_str_equal (text, units[i].name))
        {
          parts->unit = units[i].unit;
          return TRUE;
        }
    }

  parts->unit = NEV_UNIT_OTHER;

  return nev_json_read_words (object, "unit", NEV_LABEL_LINE, &parts->unit_text, error);
}

/* What stands on its own; the references come when all the names are known. */
static gboolean
read_series (NevDraft           *self,
             const NevJsonPlace *place,
             GError            **error)
{
  NevSeriesDraft *draft = nev_array_append_empty (self->series);

  draft->stock = draft->numerator = draft->denominator = -1;
  draft->facts = g_array_new (FALSE, FALSE, sizeof (NevFact));

  return read_name (place, NEV_LABEL_NAME, &self->series_names, &draft->parts.id, error) &&
         read_kind (place, &draft->parts.kind, error) &&
         read_unit (place, &draft->parts, error) &&
         nev_json_read_words (place, "title", NEV_LABEL_LINE, &draft->parts.title, error) &&
         nev_json_read_words (place, "description", NEV_LABEL_TEXT, &draft->parts.description, error);
}

static NevSeriesDraft *
get_series (NevDraft *self,
            int       index)
{
  return &g_array_index (self->series, NevSeriesDraft, index);
}

/* A reference from a series of the kind @from to one of the kind @to; or none. */
static gboolean
read_series_reference (NevDraft           *self,
                       const NevJsonPlace *object,
                       const char         *name,
                       NevSeriesKind       from,
                       NevSeriesKind       to,
                       int                *index,
                       GError            **error)
{
  NevJsonPlace          place = nev_json_get_member (object, name);
  const NevSeriesDraft *series = get_series (self, (int) object->index);
  const NevSeriesDraft *other;

  if (place.node == NULL)
    return TRUE;

  if (series->parts.kind != from)
    return nev_json_fail (&place, NEV_DATA_ERROR_SCHEMA, error, _("expected this only in a series whose kind is %s, found it in one whose kind is %s"),
                          kinds[from], kinds[series->parts.kind]);

  if (!nev_draft_read_reference (&place, &self->series_names, index, error))
    return FALSE;

  other = get_series (self, *index);

  if (other->parts.kind != to)
    return nev_json_fail (&place, NEV_DATA_ERROR_SCHEMA, error, _("expected a series whose kind is %s, found “%s”, whose kind is %s"),
                          kinds[to], other->parts.id, kinds[other->parts.kind]);

  return TRUE;
}

static gboolean
pair_stock (NevDraft           *self,
            const NevJsonPlace *object,
            GError            **error)
{
  NevJsonPlace          place = nev_json_get_member (object, "stock");
  const NevSeriesDraft *flow = get_series (self, (int) object->index);
  NevSeriesDraft       *stock;

  if (flow->stock < 0)
    return TRUE;

  stock = get_series (self, flow->stock);

  if (stock->is_paired)
    return nev_json_fail (&place, NEV_DATA_ERROR_SCHEMA, error, _("expected a stock that no other series names, found “%s”"), stock->parts.id);

  if (stock->parts.unit != flow->parts.unit ||
      g_strcmp0 (stock->parts.unit_text.text[NEV_LANGUAGE_ENGLISH], flow->parts.unit_text.text[NEV_LANGUAGE_ENGLISH]) != 0)
    return nev_json_fail (&place, NEV_DATA_ERROR_SCHEMA, error, _("expected a stock in the same unit, found “%s”"), stock->parts.id);

  stock->is_paired = TRUE;

  return TRUE;
}

static gboolean
read_references (NevDraft           *self,
                 const NevJsonPlace *place,
                 GError            **error)
{
  NevSeriesDraft *draft = get_series (self, (int) place->index);

  if (!read_series_reference (self, place, "stock", NEV_SERIES_FLOW, NEV_SERIES_STOCK, &draft->stock, error) ||
      !read_series_reference (self, place, "numerator", NEV_SERIES_RATIO, NEV_SERIES_FLOW, &draft->numerator, error) ||
      !read_series_reference (self, place, "denominator", NEV_SERIES_RATIO, NEV_SERIES_FLOW, &draft->denominator, error))
    return FALSE;

  if ((draft->numerator < 0) != (draft->denominator < 0))
    return nev_json_fail (place, NEV_DATA_ERROR_SCHEMA, error, _("expected numerator and denominator or neither, found one of them"));

  if (draft->numerator >= 0 && draft->parts.unit != NEV_UNIT_PERCENT)
    return nev_json_fail (place, NEV_DATA_ERROR_SCHEMA, error, _("expected the unit percent with a numerator, found another one"));

  return pair_stock (self, place, error);
}

/* The first licence's name. */
static gboolean
read_license (NevDraft           *self,
              const NevJsonPlace *place,
              GError            **error)
{
  NevJsonPlace name_place = nev_json_get_member (place, "name");
  const char  *name;

  if (self->parts.license != NULL || name_place.node == NULL)
    return TRUE;

  if (!nev_json_read_string (&name_place, NEV_LABEL_LINE, &name, error))
    return FALSE;

  self->parts.license = g_strdup (name);

  return TRUE;
}

static gboolean
read_version (NevDraft           *self,
              const NevJsonPlace *root,
              GError            **error)
{
  NevJsonPlace place = nev_json_get_member (root, "version");
  const char  *version;

  if (place.node == NULL)
    return TRUE;

  if (!nev_json_read_string (&place, NEV_LABEL_LINE, &version, error))
    return FALSE;

  self->parts.version = g_strdup (version);

  return TRUE;
}

/* What the descriptor says of the dataset as a whole. */
static gboolean
read_dataset (NevDraft           *self,
              const NevJsonPlace *root,
              GError            **error)
{
  NevJsonPlace name_place = nev_json_get_member (root, "name");
  const char  *name;

  if (!nev_json_read_string (&name_place, NEV_LABEL_NAME, &name, error))
    return FALSE;

  self->parts.name = g_strdup (name);

  return nev_json_read_words (root, "title", NEV_LABEL_LINE, &self->parts.title, error) &&
         nev_json_read_words (root, "description", NEV_LABEL_TEXT, &self->parts.description, error) &&
         read_version (self, root, error);
}

/**
 * nev_draft_read_declarations:
 * @root: the descriptor
 *
 * Reads what must be known before the rows: the dataset's words, publishers, bases and series.
 *
 * Returns: whether the rows can be read, because every series and basis has its name
 */
gboolean
nev_draft_read_declarations (NevDraft           *self,
                             const NevJsonPlace *root)
{
  NevBasis *unnamed = nev_array_append_empty (self->parts.bases);
  GError   *local = NULL;
  guint     n_faults;

  unnamed->name = g_strdup ("");
  nev_names_add (&self->basis_names, "");

  if (!read_dataset (self, root, &local))
    nev_faults_take (self->faults, g_steal_pointer (&local));

  nev_draft_read_objects (self, root, "licenses", NEV_PACKAGE_MAX_ITEMS, read_license);
  nev_draft_read_objects (self, root, "publishers", NEV_PACKAGE_MAX_ITEMS, read_publisher);

  n_faults = self->faults->errors->len;
  nev_draft_read_objects (self, root, "bases", NEV_PACKAGE_MAX_BASES, read_basis);
  nev_draft_read_objects (self, root, "series", NEV_PACKAGE_MAX_SERIES, read_series);

  /* References count the series by their names. */
  if (self->series_names.names->len != self->series->len || self->basis_names.names->len != self->parts.bases->len)
    return FALSE;

  nev_draft_read_objects (self, root, "series", NEV_PACKAGE_MAX_SERIES, read_references);

  if (self->series->len == 0)
    {
      nev_json_fail (root, NEV_DATA_ERROR_SCHEMA, &local, _("expected at least one series, found none"));
      nev_faults_take (self->faults, local);
    }

  self->has_series = self->faults->errors->len == n_faults;

  return self->series->len > 0;
}

static guint
get_mixed_bases (NevDraft *self)
{
  guint mask = 0;

  for (guint i = 0; i < self->parts.bases->len; i++)
    {
      if (g_array_index (self->parts.bases, NevBasis, i).is_mixed)
        mask |= 1u << i;
    }

  return mask;
}

/* A stock that a flow names gets the flow's ledger. */
static void
build_ledger (NevDraft       *self,
              NevSeriesDraft *draft)
{
  gboolean is_additive = draft->parts.kind != NEV_SERIES_RATIO;

  if (draft->is_paired)
    return;

  if (draft->stock < 0)
    {
      draft->parts.ledger = nev_ledger_new ((const NevFact *) draft->facts->data, draft->facts->len, get_mixed_bases (self), is_additive);
    }
  else
    {
      NevSeriesDraft *stock = get_series (self, draft->stock);

      g_array_append_vals (draft->facts, stock->facts->data, stock->facts->len);
      draft->parts.ledger = nev_ledger_new ((const NevFact *) draft->facts->data, draft->facts->len, get_mixed_bases (self), is_additive);
      stock->parts.ledger = nev_ledger_ref (draft->parts.ledger);
    }
}

static void
build_series (NevDraft       *self,
              NevSeriesDraft *draft)
{
  if (draft->numerator >= 0)
    {
      draft->parts.numerator = get_series (self, draft->numerator)->series;
      draft->parts.denominator = get_series (self, draft->denominator)->series;
    }

  draft->series = nev_series_new (&draft->parts);
}

/**
 * nev_draft_build_series:
 *
 * Makes the series, in the order in which they are declared, when their facts have been read.
 */
void
nev_draft_build_series (NevDraft *self)
{
  for (guint i = 0; i < self->series->len; i++)
    build_ledger (self, get_series (self, (int) i));

  /* A ratio is made from two flows that must be there. */
  for (guint i = 0; i < self->series->len; i++)
    if (get_series (self, (int) i)->parts.kind != NEV_SERIES_RATIO)
      build_series (self, get_series (self, (int) i));

  for (guint i = 0; i < self->series->len; i++)
    if (get_series (self, (int) i)->parts.kind == NEV_SERIES_RATIO)
      build_series (self, get_series (self, (int) i));

  for (guint i = 0; i < self->series->len; i++)
    g_ptr_array_add (self->parts.series, g_object_ref (get_series (self, (int) i)->series));
}
