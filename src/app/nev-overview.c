/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-overview.h"

#include "nev-tile.h"
#include "nev-words.h"

struct _NevOverview
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel   *title;
  GtkLabel   *description;
  GtkFlowBox *tiles;
  GtkWidget  *contexts_group;
  GtkListBox *contexts;
};

enum
{
  SIGNAL_HIGHLIGHT_ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (NevOverview, nev_overview, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
tile_activated_cb (NevOverview     *self,
                   GtkFlowBoxChild *child)
{
  const NevHighlight *highlight = nev_tile_get_highlight (NEV_TILE (child));

  if (highlight->chart != NULL)
    g_signal_emit (self, signals[SIGNAL_HIGHLIGHT_ACTIVATED], 0, highlight);
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f,
                                   NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_context (NevDataset       *dataset,
                const NevContext *context,
                NevLanguage       language)
{
  g_autofree char *source = nev_words_source (dataset, context->source, language);
  GtkWidget       *box = g_object_new (GTK_TYPE_BOX,
                                       "orientation", GTK_ORIENTATION_VERTICAL,
                                       "spacing", 3,
                                       "margin-top", 12,
                                       "margin-bottom", 12,
                                       "margin-start", 12,
                                       "margin-end", 12,
                                       NULL);
  g_autofree char *description = g_strdup_printf ("%s\n%s", nev_localized_get (&context->text, language), source);
  GtkWidget       *source_label = create_label (source, "caption");
  GtkWidget       *row;

  gtk_widget_add_css_class (source_label, "dim-label");
  gtk_box_append (GTK_BOX (box), create_label (nev_localized_get (&context->title, language), "heading"));
  gtk_box_append (GTK_BOX (box), create_label (nev_localized_get (&context->text, language), NULL));
  gtk_box_append (GTK_BOX (box), source_label);

  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, nev_localized_get (&context->title, language),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);

  return row;
}

static void
nev_overview_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_OVERVIEW);

  G_OBJECT_CLASS (nev_overview_parent_class)->dispose (object);
}

static void
nev_overview_class_init (NevOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nev_overview_dispose;

  /* Somebody wants to see a figure (a NevHighlight) in its chart. */
  signals[SIGNAL_HIGHLIGHT_ACTIVATED] =
    g_signal_new ("highlight-activated", NEV_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, NevOverview, title);
  gtk_widget_class_bind_template_child (widget_class, NevOverview, description);
  gtk_widget_class_bind_template_child (widget_class, NevOverview, tiles);
  gtk_widget_class_bind_template_child (widget_class, NevOverview, contexts_group);
  gtk_widget_class_bind_template_child (widget_class, NevOverview, contexts);
  gtk_widget_class_bind_template_callback (widget_class, tile_activated_cb);
}

static void
nev_overview_init (NevOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nev_overview_set_dataset:
 * @self: an overview
 * @dataset: the dataset to tell of
 *
 * Fills the page.
 */
void
nev_overview_set_dataset (NevOverview *self,
                          NevDataset  *dataset)
{
  NevLanguage language = nev_language_from_locale ();
  g_autoptr(GtkSizeGroup) widths = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  const NevHighlight *highlights;
  const NevContext   *contexts;
  GtkWidget          *child;
  guint               n;

  g_return_if_fail (NEV_IS_OVERVIEW (self));
  g_return_if_fail (NEV_IS_DATASET (dataset));

  gtk_label_set_text (self->title, nev_dataset_get_title (dataset, language));
  gtk_label_set_text (self->description, nev_dataset_get_description (dataset, language));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tiles))))
    gtk_flow_box_remove (self->tiles, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->contexts))))
    gtk_list_box_remove (self->contexts, child);

  highlights = nev_dataset_get_highlights (dataset, &n);
  for (guint i = 0; i < n; i++)
    {
      child = nev_tile_new (dataset, &highlights[i], language);
      gtk_size_group_add_widget (widths, child);
      gtk_flow_box_insert (self->tiles, child, -1);
    }

  contexts = nev_dataset_get_contexts (dataset, &n);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->contexts, create_context (dataset, &contexts[i], language));

  gtk_widget_set_visible (self->contexts_group, n > 0);
}
