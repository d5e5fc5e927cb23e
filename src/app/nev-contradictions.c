/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-contradictions.h"

#include <glib/gi18n-lib.h>

#include "nev-contradiction-item.h"
#include "nev-contradiction-row.h"

/* Looks when it is first shown or told to, in a thread. The list holds those that are of the chosen kind and hold
 * the words that are searched; the first of each kind has a heading.
 */

#define UNKNOWN -1

struct _NevContradictions
{
  AdwBin parent_instance;

  /* Owned */
  NevDataset   *dataset; /* NULL until it is loaded */
  GPtrArray    *items;   /* (element-type NevContradictionItem); NULL until they are found */
  GListStore   *shown;
  GArray       *kinds; /* (element-type NevContradictionKind): those behind the entries of the drop-down but the first */
  GCancellable *looking;

  gboolean is_updating;

  /* Template widgets */
  GtkStack    *stack;
  GtkEditable *entry;
  GtkDropDown *kind;
  GtkLabel    *summary;
  GtkStack    *results;
  GtkListView *list;
};

enum
{
  PROP_0,
  PROP_COUNT,
  N_PROPS
};

enum
{
  SIGNAL_CONTRADICTION_ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (NevContradictions, nev_contradictions, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static NevContradictionKind
get_kind (NevContradictionItem *item)
{
  return nev_contradiction_item_get_contradiction (item)->kind;
}

static char **
get_terms (NevContradictions *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (self->entry), -1);
  g_auto(GStrv) words = g_strsplit_set (folded, " \t", -1);
  g_autoptr(GStrvBuilder) terms = g_strv_builder_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_strv_builder_add (terms, words[i]);
    }

  return g_strv_builder_end (terms);
}

static void
update_summary (NevContradictions *self,
                guint              n_shown)
{
  g_autofree char *text = NULL;

  if (n_shown == self->items->len)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u contradiction", "%u contradictions", n_shown), n_shown);
  else
    /* Translators: "12 of 162 contradictions" */
    text = g_strdup_printf (_ ("%1$u of %2$u contradictions"), n_shown, self->items->len);

  gtk_label_set_text (self->summary, text);
}

static void
filter (NevContradictions *self)
{
  guint chosen = gtk_drop_down_get_selected (self->kind);
  g_auto(GStrv) terms = get_terms (self);
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      NevContradictionItem *item = g_ptr_array_index (self->items, i);

      if (chosen > 0 && chosen <= self->kinds->len && get_kind (item) != g_array_index (self->kinds, NevContradictionKind, chosen - 1))
        continue;

      if (!nev_contradiction_item_matches (item, (const char *const *) terms))
        continue;

      nev_contradiction_item_set_has_heading (item, shown->len == 0 || get_kind (g_ptr_array_index (shown, shown->len - 1)) != get_kind (item));
      g_ptr_array_add (shown, item);
    }

  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)), shown->pdata, shown->len);
  gtk_stack_set_visible_child_name (self->results, shown->len > 0 ? "list" : "none");
  update_summary (self, shown->len);
}

static void
filter_changed_cb (NevContradictions *self)
{
  if (self->items != NULL && !self->is_updating)
    filter (self);
}

/* As short as fits beside the search on a narrow screen; the headings say it in full. */
static const char *
get_kind_name (NevContradictionKind kind)
{
  switch (kind)
    {
    case NEV_CONTRADICTION_CHANGE:
      return _ ("Rates");

    case NEV_CONTRADICTION_RATIO:
      return _ ("Ratios");

    case NEV_CONTRADICTION_CLAIM_VALUE:
      return _ ("Claimed Values");

    case NEV_CONTRADICTION_CLAIM_CHANGE:
      return _ ("Claimed Rates");

    case NEV_CONTRADICTION_SUM:
    default:
      return _ ("Sums");
    }
}

/* Only kinds that there are, each with how many. */
static void
update_kinds (NevContradictions *self)
{
  guint n[NEV_N_CONTRADICTION_KINDS] = { 0 };
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->kinds, 0);
  gtk_string_list_append (names, _ ("All Kinds"));

  for (guint i = 0; i < self->items->len; i++)
    n[get_kind (g_ptr_array_index (self->items, i))]++;

  for (NevContradictionKind kind = 0; kind < NEV_N_CONTRADICTION_KINDS; kind++)
    {
      if (n[kind] == 0)
        continue;

      gtk_string_list_take (names, g_strdup_printf ("%s (%u)", get_kind_name (kind), n[kind]));
      g_array_append_val (self->kinds, kind);
    }

  self->is_updating = TRUE;
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->kind, 0);
  gtk_editable_set_text (self->entry, "");
  self->is_updating = FALSE;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(NevContradictions) self = user_data;
  GPtrArray *items = nev_check_finish (result, NULL);

  /* Somebody newer is in charge, or nobody is there any more. */
  if (items == NULL)
    return;

  self->items = items;
  g_clear_object (&self->looking);
  update_kinds (self);
  filter (self);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "found" : "empty");

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
activate_cb (NevContradictions *self,
             guint              position)
{
  g_autoptr(NevContradictionItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  g_signal_emit (self, signals[SIGNAL_CONTRADICTION_ACTIVATED], 0, nev_contradiction_item_get_contradiction (item));
}

static void
setup_cb (NevContradictions *self,
          GtkListItem       *list_item)
{
  gtk_list_item_set_child (list_item, g_object_new (NEV_TYPE_CONTRADICTION_ROW, NULL));
}

/* A row is read as one thing, so it has to say all of it. */
static void
bind_cb (NevContradictions *self,
         GtkListItem       *list_item)
{
  NevContradictionItem *item = gtk_list_item_get_item (list_item);
  GtkWidget            *row = gtk_list_item_get_child (list_item);
  g_autofree char      *description = nev_contradiction_item_describe (item);

  nev_contradiction_row_set_item (NEV_CONTRADICTION_ROW (row), item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

static void
unbind_cb (NevContradictions *self,
           GtkListItem       *list_item)
{
  nev_contradiction_row_set_item (NEV_CONTRADICTION_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
clear (NevContradictions *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_list_store_remove_all (self->shown);
  g_clear_pointer (&self->items, g_ptr_array_unref);
}

static void
nev_contradictions_map (GtkWidget *widget)
{
  NevContradictions *self = NEV_CONTRADICTIONS (widget);

  /* A list makes its rows also where nobody sees them. */
  if (gtk_list_view_get_model (self->list) == NULL)
    {
      g_autoptr(GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));

      gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
    }

  GTK_WIDGET_CLASS (nev_contradictions_parent_class)->map (widget);

  nev_contradictions_look (self);
}

static gboolean
nev_contradictions_grab_focus (GtkWidget *widget)
{
  NevContradictions *self = NEV_CONTRADICTIONS (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
nev_contradictions_dispose (GObject *object)
{
  NevContradictions *self = NEV_CONTRADICTIONS (object);

  clear (self);
  g_clear_object (&self->dataset);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_CONTRADICTIONS);

  G_OBJECT_CLASS (nev_contradictions_parent_class)->dispose (object);
}

static void
nev_contradictions_finalize (GObject *object)
{
  NevContradictions *self = NEV_CONTRADICTIONS (object);

  g_object_unref (self->shown);
  g_array_unref (self->kinds);

  G_OBJECT_CLASS (nev_contradictions_parent_class)->finalize (object);
}

static void
nev_contradictions_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COUNT:
      g_value_set_int (value, nev_contradictions_get_count (NEV_CONTRADICTIONS (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_contradictions_class_init (NevContradictionsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_contradictions_dispose;
  object_class->finalize = nev_contradictions_finalize;
  object_class->get_property = nev_contradictions_get_property;

  widget_class->map = nev_contradictions_map;
  widget_class->grab_focus = nev_contradictions_grab_focus;

  /* How many were found; -1 as long as nobody knows. */
  properties[PROP_COUNT] =
    g_param_spec_int ("count", NULL, NULL, UNKNOWN, G_MAXINT, UNKNOWN, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Somebody wants to see where it is (a NevContradiction). */
  signals[SIGNAL_CONTRADICTION_ACTIVATED] =
    g_signal_new ("contradiction-activated", NEV_TYPE_CONTRADICTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (NEV_TYPE_CONTRADICTION_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-contradictions.ui");
  gtk_widget_class_bind_template_child (widget_class, NevContradictions, stack);
  gtk_widget_class_bind_template_child (widget_class, NevContradictions, entry);
  gtk_widget_class_bind_template_child (widget_class, NevContradictions, kind);
  gtk_widget_class_bind_template_child (widget_class, NevContradictions, summary);
  gtk_widget_class_bind_template_child (widget_class, NevContradictions, results);
  gtk_widget_class_bind_template_child (widget_class, NevContradictions, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
nev_contradictions_init (NevContradictions *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->shown = g_list_store_new (NEV_TYPE_CONTRADICTION_ITEM);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (NevContradictionKind));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
}

/**
 * nev_contradictions_set_dataset:
 * @self: a page
 * @dataset: (nullable): the dataset that is shown
 *
 * Forgets what was found in another dataset. This one is looked at when the page is.
 */
void
nev_contradictions_set_dataset (NevContradictions *self,
                                NevDataset        *dataset)
{
  g_return_if_fail (NEV_IS_CONTRADICTIONS (self));

  clear (self);
  g_set_object (&self->dataset, dataset);
  gtk_stack_set_visible_child_name (self->stack, "looking");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    nev_contradictions_look (self);
}

/**
 * nev_contradictions_look:
 * @self: a page
 *
 * Begins to look for contradictions, unless that was done.
 */
void
nev_contradictions_look (NevContradictions *self)
{
  g_return_if_fail (NEV_IS_CONTRADICTIONS (self));

  if (self->dataset == NULL || self->items != NULL || self->looking != NULL)
    return;

  self->looking = g_cancellable_new ();
  nev_check_async (self->dataset, nev_language_from_locale (), self->looking, found_cb, g_object_ref (self));
}

/**
 * nev_contradictions_get_count:
 * @self: a page
 *
 * Returns: how many were found; -1 as long as nobody knows
 */
int
nev_contradictions_get_count (NevContradictions *self)
{
  g_return_val_if_fail (NEV_IS_CONTRADICTIONS (self), UNKNOWN);

  return self->items != NULL ? (int) self->items->len : UNKNOWN;
}
