/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-guard.h"

#include <string.h>

#include "nev-catalog.h"
#include "nev-words.h"

/* Whether series may be compared at all. A scale can be shared by what has one unit; and what shares one may still not be
 * counted alike, which a reader has to be told. All of it follows from what the dataset says of its series and facts.
 */

/* Of a file of millions of facts these many, evenly spaced, tell who publishes it: a chart asks with every layout. */
#define MAX_FACTS 5000

#define N_DIFFERENCES 5

/* Ways to count, by the words that descriptions have for them. */
static const struct
{
  const char *english;
  const char *chinese;
} ways[] = {
  { "wholesale", "批发" },
  { "retail", "零售" },
  { "own count", "自行公布" },
  { "registrations", "上险" },
};

/* How often something stands among a series' facts. */
typedef struct
{
  const char *name;
  guint       n;
} Tally;

static void
count (GArray     *tallies,
       const char *name)
{
  Tally tally = { name, 1 };

  for (guint i = 0; i < tallies->len; i++)
    {
      if (g_str_equal (g_array_index (tallies, Tally, i).name, name))
        {
          g_array_index (tallies, Tally, i).n++;
          return;
        }
    }

  g_array_append_val (tallies, tally);
}

/* The one that counts first comes first; of equals the one that was met first. */
static int
compare_tallies (gconstpointer a,
                 gconstpointer b)
{
  guint x = ((const Tally *) a)->n, y = ((const Tally *) b)->n;

  return (x < y) - (x > y);
}

/* Of a basis that mixes others those are told. */
static const char *
get_name (NevDataset    *dataset,
          const NevFact *fact,
          NevDifference  difference)
{
  NevSource      *source = nev_dataset_get_source (dataset, fact->source);
  const NevBasis *basis = nev_dataset_get_basis (dataset, fact->basis);

  if (difference == NEV_DIFFERENCE_BASIS)
    return basis->is_mixed ? "" : basis->name;

  return nev_source_get_publisher (source) != NULL ? nev_source_get_publisher (source) : "";
}

/* The publishers or the bases of a series' facts; what others claim doesn't count, nor what names none. */
static GArray *
tally (NevDataset   *dataset,
       NevSeries    *series,
       NevDifference difference)
{
  NevLedger *ledger = nev_series_get_ledger (series);
  gsize      n_facts = nev_ledger_get_n_facts (ledger);
  gsize      step = n_facts / MAX_FACTS + 1;
  GArray    *tallies = g_array_new (FALSE, FALSE, sizeof (Tally));

  /* All facts of a plain table have one source and one basis, and aren't made before somebody looks at them. */
  if (nev_ledger_get_observations (ledger) != NULL)
    n_facts = MIN (n_facts, 1);

  for (gsize i = 0; i < n_facts; i += step)
    {
      const NevFact *fact = nev_ledger_get_fact (ledger, i);
      const char    *name = get_name (dataset, fact, difference);

      if (!fact->is_claim && *name != '\0')
        count (tallies, name);
    }

  g_array_sort (tallies, compare_tallies);

  return tallies;
}

static gboolean
has_name (GArray     *tallies,
          const char *name)
{
  for (guint i = 0; i < tallies->len; i++)
    if (g_str_equal (g_array_index (tallies, Tally, i).name, name))
      return TRUE;

  return FALSE;
}

static gboolean
has_other_facts (NevDataset   *dataset,
                 NevSeries    *a,
                 NevSeries    *b,
                 NevDifference difference)
{
  g_autoptr(GArray) x = tally (dataset, a, difference);
  g_autoptr(GArray) y = tally (dataset, b, difference);

  if (x->len == 0 && y->len == 0)
    return FALSE;

  /* A basis that isn't named is one, too: the usual one. */
  if (x->len == 0 || y->len == 0)
    return difference == NEV_DIFFERENCE_BASIS;

  return !has_name (y, g_array_index (x, Tally, 0).name) || !has_name (x, g_array_index (y, Tally, 0).name);
}

/* The ways to count that a series' description tells of, as bits. */
static guint
find_ways (NevSeries *series)
{
  const char      *english = nev_series_get_description (series, NEV_LANGUAGE_ENGLISH);
  const char      *chinese = nev_series_get_description (series, NEV_LANGUAGE_CHINESE);
  g_autofree char *folded = g_utf8_casefold (english, -1);
  guint            found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (strstr (folded, ways[i].english) != NULL || strstr (chinese, ways[i].chinese) != NULL)
      found |= 1u << i;

  return found;
}

static gboolean
is_counted_otherwise (NevSeries *a,
                      NevSeries *b)
{
  guint x = find_ways (a), y = find_ways (b);

  return x != 0 && y != 0 && (x & y) == 0;
}

static gboolean
has_one_unit (NevUnit    unit_a,
              NevUnit    unit_b,
              NevSeries *a,
              NevSeries *b)
{
  return unit_a == unit_b &&
         (unit_a != NEV_UNIT_OTHER ||
          g_str_equal (nev_series_get_unit_text (a, NEV_LANGUAGE_ENGLISH), nev_series_get_unit_text (b, NEV_LANGUAGE_ENGLISH)));
}

/**
 * nev_guard_share_scale:
 * @measure: what is read of both
 * @a: a series
 * @b: another one
 *
 * Returns: whether both are written in one unit, so that they can stand on one axis
 */
gboolean
nev_guard_share_scale (NevMeasure measure,
                       NevSeries *a,
                       NevSeries *b)
{
  g_return_val_if_fail (NEV_IS_SERIES (a) && NEV_IS_SERIES (b), FALSE);

  return has_one_unit (nev_measure_get_unit (measure, a), nev_measure_get_unit (measure, b), a, b);
}

/**
 * nev_guard_compare:
 * @dataset: the dataset of both
 * @a: a series
 * @b: another one
 *
 * Finds in what two series aren't defined alike.
 *
 * Returns: the differences, as bits; %NEV_DIFFERENCE_NONE for two that can be compared without a word
 */
NevDifference
nev_guard_compare (NevDataset *dataset,
                   NevSeries  *a,
                   NevSeries  *b)
{
  NevDifference found = NEV_DIFFERENCE_NONE;

  g_return_val_if_fail (NEV_IS_DATASET (dataset), NEV_DIFFERENCE_NONE);
  g_return_val_if_fail (NEV_IS_SERIES (a) && NEV_IS_SERIES (b), NEV_DIFFERENCE_NONE);

  if (nev_series_get_kind (a) != nev_series_get_kind (b))
    found |= NEV_DIFFERENCE_KIND;

  /* Nobody expects the same publisher of other things. */
  if (!has_one_unit (nev_series_get_unit (a), nev_series_get_unit (b), a, b))
    return found | NEV_DIFFERENCE_UNIT;

  if (has_other_facts (dataset, a, b, NEV_DIFFERENCE_PUBLISHER))
    found |= NEV_DIFFERENCE_PUBLISHER;
  if (has_other_facts (dataset, a, b, NEV_DIFFERENCE_BASIS))
    found |= NEV_DIFFERENCE_BASIS;
  if (is_counted_otherwise (a, b))
    found |= NEV_DIFFERENCE_COUNT;

  return found;
}

static char *
join (NevLanguage language,
      char       *words,
      const char *more)
{
  char *joined = words != NULL ? g_strconcat (words, nev_tr (language, ", "), more, NULL) : g_strdup (more);

  g_free (words);

  return joined;
}

/* As the source line names it: briefly in English, in full in Chinese. */
static const char *
name_publisher (NevDataset *dataset,
                const char *name,
                NevLanguage language)
{
  return language == NEV_LANGUAGE_CHINESE ? nev_dataset_get_publisher (dataset, name, language) : name;
}

static const char *
name_basis (NevDataset *dataset,
            NevSeries  *series,
            const char *name,
            NevLanguage language)
{
  NevLedger *ledger = nev_series_get_ledger (series);

  for (gsize i = 0; i < nev_ledger_get_n_facts (ledger); i++)
    {
      const NevBasis *basis = nev_dataset_get_basis (dataset, nev_ledger_get_fact (ledger, i)->basis);
      const char     *title = nev_localized_get (&basis->title, language);

      if (g_str_equal (basis->name, name))
        return *title != '\0' ? title : name;
    }

  return name;
}

static char *
list_names (NevDataset   *dataset,
            NevSeries    *series,
            NevDifference difference,
            NevLanguage   language)
{
  g_autoptr(GArray) tallies = tally (dataset, series, difference);
  char *names = NULL;

  for (guint i = 0; i < tallies->len; i++)
    {
      const char *name = g_array_index (tallies, Tally, i).name;

      if (difference == NEV_DIFFERENCE_BASIS)
        name = name_basis (dataset, series, name, language);
      else
        name = name_publisher (dataset, name, language);

      names = join (language, names, name);
    }

  return names;
}

static char *
list_ways (NevSeries  *series,
           NevLanguage language)
{
  const char *const words[] = {
    nev_tr (language, "wholesale"),
    nev_tr (language, "retail"),
    nev_tr (language, "own count"),
    nev_tr (language, "registrations"),
  };
  guint found = find_ways (series);
  char *names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (found & 1u << i)
      names = join (language, names, words[i]);

  return names;
}

static const char *
name_kind (NevSeries  *series,
           NevLanguage language)
{
  switch (nev_series_get_kind (series))
    {
    case NEV_SERIES_FLOW:
      /* Translators: how a series is counted: "in the period (Charging points added), at its end (Charging points)" */
      return nev_tr (language, "in the period");
    case NEV_SERIES_STOCK:
      return nev_tr (language, "at its end");
    case NEV_SERIES_RATIO:
    default:
      return nev_tr (language, "as a quotient");
    }
}

/**
 * nev_guard_get_unit:
 * @series: a series
 * @language: of the words
 *
 * Returns: (transfer full): what its level is counted in: "vehicles"
 */
char *
nev_guard_get_unit (NevSeries  *series,
                    NevLanguage language)
{
  g_return_val_if_fail (NEV_IS_SERIES (series), NULL);

  if (nev_series_get_unit (series) == NEV_UNIT_OTHER)
    return g_strdup (nev_series_get_unit_text (series, language));

  return g_strdup (nev_format_unit (nev_series_get_unit (series), language));
}

/**
 * nev_guard_get_publishers:
 * @dataset: the dataset
 * @series: one of its series
 * @language: of the words
 *
 * Returns: (transfer full) (nullable): who published its figures, first who published most: "EVCIPA, NEA"; %NULL if
 *   nobody is named
 */
char *
nev_guard_get_publishers (NevDataset *dataset,
                          NevSeries  *series,
                          NevLanguage language)
{
  g_return_val_if_fail (NEV_IS_DATASET (dataset) && NEV_IS_SERIES (series), NULL);

  return list_names (dataset, series, NEV_DIFFERENCE_PUBLISHER, language);
}

/* What there is to say of a series; NULL for nothing. */
static char *
name_side (NevDataset   *dataset,
           NevSeries    *series,
           NevDifference difference,
           NevLanguage   language)
{
  switch (difference)
    {
    case NEV_DIFFERENCE_UNIT:
      return nev_guard_get_unit (series, language);
    case NEV_DIFFERENCE_KIND:
      return g_strdup (name_kind (series, language));
    case NEV_DIFFERENCE_COUNT:
      return list_ways (series, language);
    case NEV_DIFFERENCE_PUBLISHER:
    case NEV_DIFFERENCE_BASIS:
    case NEV_DIFFERENCE_NONE:
    default:
      return list_names (dataset, series, difference, language);
    }
}

/* "CAAM (NEV sales, NEV exports); BYD (BYD overseas sales)": what is alike is said once. */
static char *
list_sides (NevDataset   *dataset,
            GPtrArray    *series,
            NevDifference difference,
            NevLanguage   language)
{
  g_autoptr(GPtrArray) sides = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < series->len; i++)
    {
      NevSeries       *one = g_ptr_array_index (series, i);
      const char      *title = nev_series_get_title (one, language);
      g_autofree char *side = name_side (dataset, one, difference, language);
      guint            index;

      if (side == NULL || *side == '\0')
        continue;

      if (g_ptr_array_find_with_equal_func (sides, side, g_str_equal, &index))
        {
          titles->pdata[index] = join (language, titles->pdata[index], title);
          continue;
        }

      g_ptr_array_add (sides, g_steal_pointer (&side));
      g_ptr_array_add (titles, g_strdup (title));
    }

  for (guint i = 0; i < sides->len; i++)
    {
      if (i > 0)
        g_string_append (text, nev_tr (language, "; "));

      /* Translators: a unit, a publisher, a basis, and the series to which it belongs */
      g_string_append_printf (text, nev_tr (language, "%1$s (%2$s)"), (char *) sides->pdata[i], (char *) titles->pdata[i]);
    }

  return g_string_free (text, FALSE);
}

static char *
describe_difference (NevDataset   *dataset,
                     GPtrArray    *series,
                     NevDifference difference,
                     NevLanguage   language)
{
  g_autofree char *sides = list_sides (dataset, series, difference, language);

  switch (difference)
    {
    case NEV_DIFFERENCE_UNIT:
      return g_strdup_printf (nev_tr (language, "Units: %s."), sides);
    case NEV_DIFFERENCE_KIND:
      return g_strdup_printf (nev_tr (language, "Counted: %s."), sides);
    case NEV_DIFFERENCE_PUBLISHER:
      return g_strdup_printf (nev_tr (language, "Publishers: %s."), sides);
    case NEV_DIFFERENCE_BASIS:
      return g_strdup_printf (nev_tr (language, "Basis: %s."), sides);
    case NEV_DIFFERENCE_COUNT:
    case NEV_DIFFERENCE_NONE:
    default:
      return g_strdup_printf (nev_tr (language, "Way of counting: %s."), sides);
    }
}

/**
 * nev_guard_describe:
 * @dataset: the dataset
 * @series: (element-type NevSeries): series of it that are to be compared
 * @language: of the words
 *
 * Tells in what series aren't defined alike.
 *
 * Returns: (transfer full) (nullable): sentences: "Definitions differ. Publishers: CAAM (NEV exports); BYD, CAAM (BYD
 *   exports)."; %NULL where there is nothing to be told
 */
char *
nev_guard_describe (NevDataset *dataset,
                    GPtrArray  *series,
                    NevLanguage language)
{
  NevDifference found = NEV_DIFFERENCE_NONE;
  GString      *text;

  g_return_val_if_fail (NEV_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (series != NULL, NULL);

  for (guint i = 0; i < series->len; i++)
    for (guint j = 0; j < i; j++)
      found |= nev_guard_compare (dataset, g_ptr_array_index (series, j), g_ptr_array_index (series, i));

  if (found == NEV_DIFFERENCE_NONE)
    return NULL;

  text = g_string_new (nev_tr (language, "Definitions differ."));

  for (guint i = 0; i < N_DIFFERENCES; i++)
    {
      g_autofree char *sentence = NULL;

      if (!(found & 1u << i))
        continue;

      sentence = describe_difference (dataset, series, 1u << i, language);
      nev_words_append_sentence (text, sentence);
    }

  return g_string_free (text, FALSE);
}

/**
 * nev_guard_get_note:
 * @spec: what is shown
 * @language: the chart's language
 *
 * Tells in what the series that share a scale aren't defined alike.
 *
 * Returns: (transfer full) (nullable): as nev_guard_describe(); %NULL where there is nothing to be told
 */
char *
nev_guard_get_note (NevSpec    *spec,
                    NevLanguage language)
{
  g_return_val_if_fail (NEV_IS_SPEC (spec), NULL);

  /* Where both panels have series that aren't counted alike, they are the same ones. */
  for (guint i = 0; i < nev_spec_get_n_panels (spec); i++)
    {
      char *note = nev_guard_describe (nev_spec_get_dataset (spec), nev_spec_get_panel (spec, i).series, language);

      if (note != NULL)
        return note;
    }

  return NULL;
}
