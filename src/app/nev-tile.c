/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-tile.h"

#include <glib/gi18n-lib.h>

#include "nev-reading-text.h"
#include "nev-words.h"

struct _NevTile
{
  GtkFlowBoxChild parent_instance;

  /* Owned */
  NevDataset *dataset;

  /* Borrowed from the dataset */
  const NevHighlight *highlight;

  NevLanguage language;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *unit;
  GtkLabel *change;
  GtkLabel *status;
  GtkBox   *notes;
};

G_DEFINE_FINAL_TYPE (NevTile, nev_tile, GTK_TYPE_FLOW_BOX_CHILD)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
add_note (NevTile    *self,
          const char *text,
          const char *icon_name)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "width-chars", 24,
                                   "max-width-chars", 24,
                                   "xalign", 0.0f,
                                   "hexpand", TRUE,
                                   NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (row), g_object_new (GTK_TYPE_IMAGE,
                                               "icon-name", icon_name,
                                               "valign", GTK_ALIGN_START,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               NULL));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (self->notes, row);
  gtk_widget_show (GTK_WIDGET (self->notes));
}

/* What speaks against the figure. The rest of what is known of it stands in its details. */
static void
show_notes (NevTile          *self,
            const NevReading *reading)
{
  g_autoptr(GPtrArray) contradictions = nev_check_reading (reading);
  const char *own_note = nev_localized_get (&self->highlight->note, self->language);

  for (guint i = 0; i < contradictions->len; i++)
    {
      g_autofree char *text = nev_words_contradiction (self->dataset, g_ptr_array_index (contradictions, i), self->language);

      add_note (self, text, "dialog-warning-symbolic");
    }

  if (own_note != NULL && *own_note != '\0')
    add_note (self, own_note, "dialog-information-symbolic");
}

static char *
format_status (NevTile          *self,
               const NevReading *reading)
{
  g_autofree char *period = nev_reading_text_period (reading, self->language);
  g_autofree char *status = nev_reading_text_status (self->dataset, reading, self->language);

  /* Translators: a period and who published the figure */
  return g_strdup_printf (_("%1$s. %2$s"), period, status);
}

static void
show (NevTile *self)
{
  NevSeries  *series = self->highlight->series;
  NevUnit     unit = nev_series_get_unit (series);
  const char *unit_name = unit == NEV_UNIT_OTHER ? nev_series_get_unit_text (series, self->language)
                                                 : nev_format_unit (unit, self->language);
  const char *title = nev_localized_get (&self->highlight->title, self->language);
  g_auto(NevReading) reading = { 0 };
  g_autofree char *value = NULL;
  g_autofree char *change = NULL;
  g_autofree char *status = NULL;
  g_autofree char *full_value = NULL;
  g_autofree char *said = NULL;

  nev_series_read (series, NEV_MEASURE_LEVEL, self->highlight->period, NEV_PERIOD_NONE, &reading);

  value = nev_reading_text_headline (&reading, self->language);
  change = nev_reading_text_change (&reading, self->language);
  status = format_status (self, &reading);
  full_value = nev_words_value (&reading, self->language);

  set_text (self->title, title);
  set_text (self->value, value);
  set_text (self->unit, unit == NEV_UNIT_PERCENT || unit_name == NULL || g_str_has_suffix (value, unit_name) ? NULL : unit_name);
  set_text (self->change, change);
  set_text (self->status, status);
  show_notes (self, &reading);

  said = g_strdup_printf ("%s: %s. %s", title, full_value, change != NULL ? change : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, said,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, status,
                                  -1);
}

static void
nev_tile_dispose (GObject *object)
{
  NevTile *self = NEV_TILE (object);

  g_clear_object (&self->dataset);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_TILE);

  G_OBJECT_CLASS (nev_tile_parent_class)->dispose (object);
}

static void
nev_tile_class_init (NevTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nev_tile_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, NevTile, title);
  gtk_widget_class_bind_template_child (widget_class, NevTile, value);
  gtk_widget_class_bind_template_child (widget_class, NevTile, unit);
  gtk_widget_class_bind_template_child (widget_class, NevTile, change);
  gtk_widget_class_bind_template_child (widget_class, NevTile, status);
  gtk_widget_class_bind_template_child (widget_class, NevTile, notes);
}

static void
nev_tile_init (NevTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nev_tile_new:
 * @dataset: a dataset; kept
 * @highlight: one of its figures
 * @language: the language of the dataset's words
 *
 * Returns: a tile, to be put into a flow box; it can be activated if the figure has a chart
 */
GtkWidget *
nev_tile_new (NevDataset         *dataset,
              const NevHighlight *highlight,
              NevLanguage         language)
{
  NevTile *self;

  g_return_val_if_fail (NEV_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (highlight != NULL, NULL);

  self = g_object_new (NEV_TYPE_TILE, NULL);
  self->dataset = g_object_ref (dataset);
  self->highlight = highlight;
  self->language = language;
  show (self);

  if (highlight->chart != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");

  return GTK_WIDGET (self);
}

/**
 * nev_tile_get_highlight:
 * @self: a tile
 *
 * Returns: (transfer none): the figure that it shows
 */
const NevHighlight *
nev_tile_get_highlight (NevTile *self)
{
  g_return_val_if_fail (NEV_IS_TILE (self), NULL);

  return self->highlight;
}
