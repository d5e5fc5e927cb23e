/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-diff.h"

/* What a new version of a dataset adds, revises and removes. */

/* Where a fact of the one version is looked for in the other. The strings belong to the datasets. */
typedef struct
{
  const char *series;
  const char *basis;
  const char *source;
  NevPeriod   period;
  NevSeries  *owner;
  guint       fact;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return ((g_str_hash (key->series) * 31 + g_str_hash (key->basis)) * 31 + g_str_hash (key->source)) * 31 +
         (guint) key->period.start * 7 + (guint) key->period.end;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  return x->period.start == y->period.start && x->period.end == y->period.end &&
         g_str_equal (x->series, y->series) && g_str_equal (x->basis, y->basis) && g_str_equal (x->source, y->source);
}

/* A stock's facts stand in the flow's ledger as well, which they share. */
static gboolean
is_own (NevSeries     *series,
        const NevFact *fact)
{
  return (nev_series_get_kind (series) == NEV_SERIES_STOCK) == (fact->period.start == NEV_DAY_ORIGIN);
}

/* All facts of a dataset, in the order in which they stand in it. */
static GArray *
list_facts (NevDataset *dataset)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (Key));

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    {
      NevSeries *series = nev_dataset_get_series (dataset, i);
      NevLedger *ledger = nev_series_get_ledger (series);

      for (guint j = 0; j < nev_ledger_get_n_facts (ledger); j++)
        {
          const NevFact *fact = nev_ledger_get_fact (ledger, j);
          Key            key = {
                       nev_series_get_id (series), nev_dataset_get_basis (dataset, fact->basis)->name,
                       nev_source_get_id (nev_dataset_get_source (dataset, fact->source)), fact->period, series, j
          };

          if (is_own (series, fact))
            g_array_append_val (keys, key);
        }
    }

  return keys;
}

static GHashTable *
index_facts (GArray *keys)
{
  GHashTable *index = g_hash_table_new (hash_key, equal_keys);

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (index, &g_array_index (keys, Key, i));

  return index;
}

static const NevFact *
get_fact (const Key *key)
{
  return nev_ledger_get_fact (nev_series_get_ledger (key->owner), key->fact);
}

/* NaN is the same as NaN. */
static gboolean
is_same_number (double a,
                double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
is_same_fact (const NevFact *a,
              const NevFact *b)
{
  return is_same_number (a->value, b->value) && a->rounding == b->rounding &&
         is_same_number (a->change, b->change) && a->change_rounding == b->change_rounding &&
         a->status == b->status && a->is_claim == b->is_claim;
}

/**
 * nev_diff_datasets:
 * @dataset: the old version
 * @new_dataset: the new one
 *
 * Compares two versions of a dataset, fact by fact. They must stay as long as what is returned.
 *
 * Returns: (transfer full) (element-type NevDifference): what isn't the same in both: first what was removed or revised, in the
 *   order of the old version, then what was added, in the order of the new one
 */
GArray *
nev_diff_datasets (NevDataset *dataset,
                   NevDataset *new_dataset)
{
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GArray) new_keys = NULL;
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GHashTable) new_index = NULL;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (NevDifference));

  g_return_val_if_fail (NEV_IS_DATASET (dataset), found);
  g_return_val_if_fail (NEV_IS_DATASET (new_dataset), found);

  keys = list_facts (dataset);
  new_keys = list_facts (new_dataset);
  index = index_facts (keys);
  new_index = index_facts (new_keys);

  for (guint i = 0; i < keys->len; i++)
    {
      const Key    *key = &g_array_index (keys, Key, i);
      const Key    *new_key = g_hash_table_lookup (new_index, key);
      NevDifference difference = { NEV_DIFFERENCE_REMOVED, key->owner, key->fact, NULL, 0 };

      if (new_key != NULL)
        {
          if (is_same_fact (get_fact (key), get_fact (new_key)))
            continue;

          difference.kind = NEV_DIFFERENCE_REVISED;
          difference.new_series = new_key->owner;
          difference.new_fact = new_key->fact;
        }

      g_array_append_val (found, difference);
    }

  for (guint i = 0; i < new_keys->len; i++)
    {
      const Key    *new_key = &g_array_index (new_keys, Key, i);
      NevDifference difference = { NEV_DIFFERENCE_ADDED, NULL, 0, new_key->owner, new_key->fact };

      if (!g_hash_table_contains (index, new_key))
        g_array_append_val (found, difference);
    }

  return found;
}

/**
 * nev_difference_kind_to_string:
 * @self: a kind
 *
 * Gets the name that a kind has in files.
 *
 * Returns: the name; static
 */
const char *
nev_difference_kind_to_string (NevDifferenceKind self)
{
  static const char *const names[] = {
    [NEV_DIFFERENCE_ADDED] = "added",
    [NEV_DIFFERENCE_REVISED] = "revised",
    [NEV_DIFFERENCE_REMOVED] = "removed",
  };

  g_return_val_if_fail (self < NEV_N_DIFFERENCE_KINDS, NULL);

  return names[self];
}
