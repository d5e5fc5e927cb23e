/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-join.h"

#include <glib/gi18n-lib.h>

#include "nev-error.h"

/* Makes one dataset of several, so that their series can stand in one chart. Whatever a dataset says by number is said by another
 * number in it, and names that an earlier one has get the dataset's own before them. Nothing is added up or compared across datasets
 * that a reading doesn't ask for: every series keeps its own facts.
 */

#define MAX_BASES 32 /* a ledger knows which of them are mixed by the bits of a number */

typedef struct
{
  NevDatasetParts parts;
  GHashTable     *names; /* (element-type utf8): of series and charts, "s/" or "c/" before them; owned */
} Join;

/* Where the things of one dataset have come to stand. */
typedef struct
{
  NevDataset            *dataset;
  const NevDatasetParts *parts;
  guint                  source; /* the first */
  guint                  series;
  guint                  chart;
  guint8                 bases[MAX_BASES];
  GHashTable            *ledgers; /* those that have been moved, by what they were: a stock shares its flow's */
} Member;

static NevLocalized
copy_words (const NevLocalized *words)
{
  NevLocalized copy;

  for (guint i = 0; i < NEV_N_LANGUAGES; i++)
    copy.text[i] = g_strdup (words->text[i]);

  return copy;
}

/* The name itself if it is free, else one with the dataset's before it. */
static char *
take_name (Join       *self,
           const char *kind,
           const char *dataset,
           const char *name)
{
  g_autofree char *key = g_strconcat (kind, name, NULL);
  char            *other = NULL;

  if (g_hash_table_add (self->names, g_strdup (key)))
    return g_strdup (name);

  for (guint i = 1;; i++)
    {
      g_autofree char *other_key = NULL;

      other = i == 1 ? g_strdup_printf ("%s.%s", dataset, name) : g_strdup_printf ("%s-%u.%s", dataset, i, name);
      other_key = g_strconcat (kind, other, NULL);

      if (g_hash_table_add (self->names, g_steal_pointer (&other_key)))
        return other;

      g_free (other);
    }
}

static gboolean
add_bases (Join    *self,
           Member  *member,
           GError **error)
{
  for (guint i = 1; i < member->parts->bases->len; i++)
    {
      const NevBasis *basis = &g_array_index (member->parts->bases, NevBasis, i);
      NevBasis        copy = { g_strdup (basis->name), copy_words (&basis->title), basis->is_mixed };

      member->bases[i] = (guint8) self->parts.bases->len;
      g_array_append_val (self->parts.bases, copy);
    }

  if (self->parts.bases->len <= MAX_BASES)
    return TRUE;

  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT, _("expected at most %d bases in datasets that are shown together, found %u"),
               MAX_BASES - 1, self->parts.bases->len - 1);

  return FALSE;
}

/* Whether a series of the datasets before has this title. */
static gboolean
has_title (Join       *self,
           Member     *member,
           const char *title)
{
  for (guint i = 0; i < member->series; i++)
    {
      if (g_strcmp0 (nev_series_get_title (g_ptr_array_index (self->parts.series, i), NEV_LANGUAGE_ENGLISH), title) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A legend must tell one series from another: "Sales (Bicycles of an imaginary town)". */
static NevLocalized
create_title (Join      *self,
              Member    *member,
              NevSeries *series)
{
  gboolean     is_taken = has_title (self, member, nev_series_get_title (series, NEV_LANGUAGE_ENGLISH));
  NevLocalized title;

  for (NevLanguage i = 0; i < NEV_N_LANGUAGES; i++)
    {
      const char *own = nev_series_get_title (series, i);

      if (is_taken)
        title.text[i] = g_strdup_printf (i == NEV_LANGUAGE_CHINESE ? "%s（%s）" : "%s (%s)", own, nev_dataset_get_title (member->dataset, i));
      else
        title.text[i] = g_strdup (own);
    }

  return title;
}

static guint
find_series (Member    *member,
             NevSeries *series)
{
  guint index = 0;

  g_ptr_array_find (member->parts->series, series, &index);

  return member->series + index;
}

static NevSeries *
get_series (Join      *self,
            Member    *member,
            NevSeries *series)
{
  return series != NULL ? g_ptr_array_index (self->parts.series, find_series (member, series)) : NULL;
}

static NevLedger *
move_ledger (Member    *member,
             NevLedger *ledger)
{
  NevLedger *moved = g_hash_table_lookup (member->ledgers, ledger);

  if (moved == NULL)
    {
      moved = nev_ledger_move (ledger, member->source, member->bases);
      g_hash_table_insert (member->ledgers, ledger, moved);
    }

  return moved;
}

static NevSeries *
create_series (Join      *self,
               Member    *member,
               NevSeries *series)
{
  g_autofree char *id = take_name (self, "s/", member->parts->name, nev_series_get_id (series));
  NevSeriesParts   parts = {
      .id = id,
      .kind = nev_series_get_kind (series),
      .unit = nev_series_get_unit (series),
      .title = create_title (self, member, series),
      .ledger = move_ledger (member, nev_series_get_ledger (series)),
      .numerator = get_series (self, member, nev_series_get_numerator (series)),
      .denominator = get_series (self, member, nev_series_get_denominator (series)),
  };

  for (NevLanguage i = 0; i < NEV_N_LANGUAGES; i++)
    {
      parts.unit_text.text[i] = g_strdup (nev_series_get_unit_text (series, i));
      parts.description.text[i] = g_strdup (nev_series_get_description (series, i));
      if (g_strcmp0 (nev_series_get_label (series, i), nev_series_get_title (series, i)) != 0)
        parts.label.text[i] = g_strdup (nev_series_get_label (series, i));
    }

  return nev_series_new (&parts);
}

/* A quotient is made of series that must be there. */
static void
add_series (Join   *self,
            Member *member)
{
  GPtrArray *series = member->parts->series;

  g_ptr_array_set_size (self->parts.series, (int) (member->series + series->len));

  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < series->len; i++)
        {
          NevSeries *one = g_ptr_array_index (series, i);

          if ((nev_series_get_numerator (one) != NULL) == (pass == 1))
            g_ptr_array_index (self->parts.series, member->series + i) = create_series (self, member, one);
        }
    }
}

static void
add_charts (Join   *self,
            Member *member)
{
  for (guint i = 0; i < member->parts->charts->len; i++)
    {
      const NevChart *chart = g_ptr_array_index (member->parts->charts, i);
      NevChart       *copy = g_new0 (NevChart, 1);

      *copy = *chart;
      copy->name = take_name (self, "c/", member->parts->name, chart->name);
      copy->title = copy_words (&chart->title);
      copy->place = copy_words (&chart->place);

      for (guint j = 0; j < chart->n_panels; j++)
        {
          copy->panels[j].series = g_ptr_array_new_with_free_func (g_object_unref);

          for (guint k = 0; k < chart->panels[j].series->len; k++)
            g_ptr_array_add (copy->panels[j].series, g_object_ref (get_series (self, member, g_ptr_array_index (chart->panels[j].series, k))));
        }

      g_ptr_array_add (self->parts.charts, copy);
    }
}

static const NevChart *
get_chart (Join           *self,
           Member         *member,
           const NevChart *chart)
{
  guint index;

  if (chart == NULL || !g_ptr_array_find (member->parts->charts, chart, &index))
    return NULL;

  return g_ptr_array_index (self->parts.charts, member->chart + index);
}

/* Publishers are known by their names: of two that share one the first says what it stands for. */
static void
add_publishers (Join   *self,
                Member *member)
{
  for (guint i = 0; i < member->parts->publishers->len; i++)
    {
      const NevPublisher *publisher = &g_array_index (member->parts->publishers, NevPublisher, i);
      NevPublisher        copy = { g_strdup (publisher->name), copy_words (&publisher->title) };

      g_array_append_val (self->parts.publishers, copy);
    }
}

static void
add_words (Join   *self,
           Member *member)
{
  for (guint i = 0; i < member->parts->highlights->len; i++)
    {
      NevHighlight highlight = g_array_index (member->parts->highlights, NevHighlight, i);

      highlight.series = get_series (self, member, highlight.series);
      highlight.chart = get_chart (self, member, highlight.chart);
      highlight.title = copy_words (&highlight.title);
      highlight.note = copy_words (&highlight.note);
      g_array_append_val (self->parts.highlights, highlight);
    }

  for (guint i = 0; i < member->parts->contexts->len; i++)
    {
      NevContext context = g_array_index (member->parts->contexts, NevContext, i);

      context.title = copy_words (&context.title);
      context.text = copy_words (&context.text);
      context.source += member->source;
      g_array_append_val (self->parts.contexts, context);
    }

  for (guint i = 0; i < member->parts->notes->len; i++)
    {
      NevNote note = g_array_index (member->parts->notes, NevNote, i);

      note.series = get_series (self, member, note.series);
      note.text = copy_words (&note.text);
      g_array_append_val (self->parts.notes, note);
    }
}

static gboolean
add_member (Join       *self,
            NevDataset *dataset,
            GError    **error)
{
  Member member = {
    dataset, nev_dataset_get_parts (dataset), self->parts.sources->len, self->parts.series->len, self->parts.charts->len, { 0 }
  };

  if (!add_bases (self, &member, error))
    return FALSE;

  member.ledgers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) nev_ledger_unref);

  for (guint i = 0; i < member.parts->sources->len; i++)
    g_ptr_array_add (self->parts.sources, g_object_ref (g_ptr_array_index (member.parts->sources, i)));

  add_publishers (self, &member);
  add_series (self, &member);
  add_charts (self, &member);
  add_words (self, &member);
  g_ptr_array_add (self->parts.members, g_object_ref (dataset));
  g_hash_table_unref (member.ledgers);

  return TRUE;
}

/* Of each licence once: "CC0-1.0, CC-BY-4.0". */
static char *
join_licenses (GPtrArray *datasets)
{
  g_autoptr (GPtrArray) licenses = g_ptr_array_new ();

  for (guint i = 0; i < datasets->len; i++)
    {
      const char *license = nev_dataset_get_license (g_ptr_array_index (datasets, i));

      if (license != NULL && *license != '\0' && !g_ptr_array_find_with_equal_func (licenses, license, g_str_equal, NULL))
        g_ptr_array_add (licenses, (gpointer) license);
    }

  g_ptr_array_add (licenses, NULL);

  return licenses->len > 1 ? g_strjoinv (", ", (char **) licenses->pdata) : NULL;
}

/**
 * nev_join_datasets:
 * @datasets: (element-type NevDataset): at least one
 * @error: return location for a %NEV_DATA_ERROR_LIMIT
 *
 * Makes one dataset of several. Name, title and version are the first one's; a series or chart whose name an earlier
 * dataset has is called "DATASET.NAME", and its title says where it is from.
 *
 * Returns: (transfer full): the dataset, which is the only one of @datasets if there is one; or %NULL with @error set
 */
NevDataset *
nev_join_datasets (GPtrArray *datasets,
                   GError   **error)
{
  Join                   self = { 0 };
  const NevDatasetParts *first;
  NevBasis               unnamed = { 0 };
  NevDataset            *joined = NULL;
  gboolean               is_good = TRUE;

  g_return_val_if_fail (datasets != NULL && datasets->len > 0, NULL);

  if (datasets->len == 1)
    return g_object_ref (g_ptr_array_index (datasets, 0));

  first = nev_dataset_get_parts (g_ptr_array_index (datasets, 0));
  nev_dataset_parts_init (&self.parts);
  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.parts.members = g_ptr_array_new_with_free_func (g_object_unref);
  self.parts.name = g_strdup (first->name);
  self.parts.version = g_strdup (first->version);
  self.parts.title = copy_words (&first->title);
  self.parts.description = copy_words (&first->description);
  self.parts.license = join_licenses (datasets);
  unnamed.name = g_strdup ("");
  g_array_append_val (self.parts.bases, unnamed);

  for (guint i = 0; i < datasets->len && is_good; i++)
    is_good = add_member (&self, g_ptr_array_index (datasets, i), error);

  if (is_good)
    joined = nev_dataset_new (&self.parts);

  nev_dataset_parts_clear (&self.parts);
  g_hash_table_unref (self.names);

  return joined;
}
