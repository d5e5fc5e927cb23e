/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-contradiction-item.h"

#include <string.h>

#include "nev-catalog.h"
#include "nev-words.h"

/* The words are made when a row asks for them, which few of a long list do; all but those that are searched. */

struct _NevContradictionItem
{
  GObject parent_instance;

  /* Owned */
  NevDataset       *dataset;
  NevContradiction *contradiction;
  char             *sought; /* all words, with their case folded */

  NevLanguage language;
  gboolean    has_heading;
};

enum
{
  PROP_0,
  PROP_HEADING,
  PROP_HAS_HEADING,
  PROP_TITLE,
  PROP_EXCESS,
  PROP_STATED,
  PROP_STATED_SOURCE,
  PROP_SENTENCE,
  PROP_SOURCES,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (NevContradictionItem, nev_contradiction_item, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static const NevFact *
get_fact (NevContradictionItem *self)
{
  return nev_ledger_get_fact (nev_series_get_ledger (self->contradiction->series), self->contradiction->fact);
}

static char *
create_title (NevContradictionItem *self)
{
  g_autofree char *period = nev_format_period (get_fact (self)->period, NEV_PERIOD_FORMAT_LONG, self->language);

  return g_strdup_printf (nev_tr (self->language, "%1$s, %2$s"),
                          nev_series_get_title (self->contradiction->series, self->language), period);
}

static char *
create_stated (NevContradictionItem *self)
{
  g_autofree char *value = nev_words_stated (self->contradiction, self->language);

  /* Translators: %s is a value: "Published: 6,278,000 vehicles" */
  return g_strdup_printf (get_fact (self)->is_claim ? nev_tr (self->language, "Claimed: %s")
                                                    : nev_tr (self->language, "Published: %s"),
                          value);
}

/* Those of the other statement, each once and on a line of its own. */
static char *
create_sources (NevContradictionItem *self)
{
  const NevReading *other = &self->contradiction->other;
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < other->n_terms; i++)
    {
      const NevReadingTerm *term = &other->terms[i];
      guint                 source = nev_ledger_get_fact (nev_series_get_ledger (term->series), term->fact)->source;
      g_autofree char      *words = NULL;

      if (!g_hash_table_add (seen, GUINT_TO_POINTER (source)))
        continue;

      words = nev_words_source (self->dataset, source, self->language);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
    }

  return g_string_free (text, FALSE);
}

static void
nev_contradiction_item_finalize (GObject *object)
{
  NevContradictionItem *self = NEV_CONTRADICTION_ITEM (object);

  g_free (self->sought);
  nev_contradiction_free (self->contradiction);
  g_object_unref (self->dataset);

  G_OBJECT_CLASS (nev_contradiction_item_parent_class)->finalize (object);
}

static void
nev_contradiction_item_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  NevContradictionItem *self = NEV_CONTRADICTION_ITEM (object);

  switch (prop_id)
    {
    case PROP_HEADING:
      g_value_set_string (value, nev_words_contradiction_kind (self->contradiction->kind, self->language));
      break;

    case PROP_HAS_HEADING:
      g_value_set_boolean (value, self->has_heading);
      break;

    case PROP_TITLE:
      g_value_take_string (value, create_title (self));
      break;

    case PROP_EXCESS:
      g_value_take_string (value, nev_words_excess (self->contradiction, self->language));
      break;

    case PROP_STATED:
      g_value_take_string (value, create_stated (self));
      break;

    case PROP_STATED_SOURCE:
      g_value_take_string (value, nev_words_source (self->dataset, get_fact (self)->source, self->language));
      break;

    case PROP_SENTENCE:
      g_value_take_string (value, nev_words_contradiction (self->dataset, self->contradiction, self->language));
      break;

    case PROP_SOURCES:
      g_value_take_string (value, create_sources (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_contradiction_item_class_init (NevContradictionItemClass *klass)
{
  static const char *const words[N_PROPS] = {
    [PROP_HEADING] = "heading",
    [PROP_TITLE] = "title",
    [PROP_EXCESS] = "excess",
    [PROP_STATED] = "stated",
    [PROP_STATED_SOURCE] = "stated-source",
    [PROP_SENTENCE] = "sentence",
    [PROP_SOURCES] = "sources",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = nev_contradiction_item_finalize;
  object_class->get_property = nev_contradiction_item_get_property;

  for (int i = 1; i < N_PROPS; i++)
    {
      if (words[i] != NULL)
        properties[i] = g_param_spec_string (words[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    }

  properties[PROP_HAS_HEADING] =
    g_param_spec_boolean ("has-heading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nev_contradiction_item_init (NevContradictionItem *self)
{
}

/**
 * nev_contradiction_item_new:
 * @dataset: the dataset
 * @contradiction: (transfer full): a contradiction in it
 * @language: of the words
 *
 * Returns: (transfer full): an item that tells of it
 */
NevContradictionItem *
nev_contradiction_item_new (NevDataset       *dataset,
                            NevContradiction *contradiction,
                            NevLanguage       language)
{
  NevContradictionItem *self = g_object_new (NEV_TYPE_CONTRADICTION_ITEM, NULL);
  g_autofree char      *description = NULL;

  self->dataset = g_object_ref (dataset);
  self->contradiction = contradiction;
  self->language = language;

  description = nev_contradiction_item_describe (self);
  self->sought = g_utf8_casefold (description, -1);

  return self;
}

const NevContradiction *
nev_contradiction_item_get_contradiction (NevContradictionItem *self)
{
  g_return_val_if_fail (NEV_IS_CONTRADICTION_ITEM (self), NULL);

  return self->contradiction;
}

/**
 * nev_contradiction_item_set_has_heading:
 * @self: an item
 * @has_heading: whether it is the first of its kind that is shown
 *
 * Chooses whether the heading of its kind stands above it.
 */
void
nev_contradiction_item_set_has_heading (NevContradictionItem *self,
                                        gboolean              has_heading)
{
  g_return_if_fail (NEV_IS_CONTRADICTION_ITEM (self));

  if (self->has_heading == !!has_heading)
    return;

  self->has_heading = !!has_heading;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_HEADING]);
}

/**
 * nev_contradiction_item_describe:
 * @self: an item
 *
 * Returns: (transfer full): all that its row says, to be read aloud
 */
char *
nev_contradiction_item_describe (NevContradictionItem *self)
{
  g_autofree char *title = create_title (self);
  g_autofree char *stated = create_stated (self);
  g_autofree char *source = nev_words_source (self->dataset, get_fact (self)->source, self->language);
  g_autofree char *sentence = nev_words_contradiction (self->dataset, self->contradiction, self->language);
  g_autofree char *excess = nev_words_excess (self->contradiction, self->language);
  g_autofree char *sources = create_sources (self);

  return g_strjoin ("\n", title, stated, source, sentence, excess, sources, NULL);
}

/**
 * nev_contradiction_item_matches:
 * @self: an item
 * @terms: (array zero-terminated=1): words or parts of words, with their case folded
 *
 * Returns: whether its words hold all terms
 */
gboolean
nev_contradiction_item_matches (NevContradictionItem *self,
                                const char *const    *terms)
{
  for (gsize i = 0; terms[i] != NULL; i++)
    {
      if (strstr (self->sought, terms[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
check_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  NevDataset *dataset = source_object;
  g_autoptr(GPtrArray) found = nev_check_dataset (dataset);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  nev_check_sort (dataset, found);
  g_ptr_array_set_free_func (found, NULL);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (items, nev_contradiction_item_new (dataset, g_ptr_array_index (found, i), GPOINTER_TO_INT (task_data)));

  g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * nev_check_async:
 * @dataset: a dataset
 * @language: of the words
 * @cancellable: (nullable): to give up
 * @callback: called when all is found
 * @user_data: for @callback
 *
 * Looks for contradictions in a thread.
 */
void
nev_check_async (NevDataset         *dataset,
                 NevLanguage         language,
                 GCancellable       *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (dataset, cancellable, callback, user_data);

  g_task_set_source_tag (task, nev_check_async);
  g_task_set_task_data (task, GINT_TO_POINTER (language), NULL);
  g_task_run_in_thread (task, check_thread);
}

/**
 * nev_check_finish:
 * @result: the result that the callback got
 * @error: return location of an error
 *
 * Returns: (transfer full) (element-type NevContradictionItem): what was found, sorted as it is told; %NULL when it
 *   was cancelled
 */
GPtrArray *
nev_check_finish (GAsyncResult *result,
                  GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
