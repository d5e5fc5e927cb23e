/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nev-column-heads.h"
#include "nev-format.h"

/* The values of a table as they would be shown, one a row, whatever its layout. */

typedef enum
{
  COLUMN_PERIOD,
  COLUMN_SERIES,
  COLUMN_VALUE,
  N_COLUMNS
} Column;

#define NEV_TYPE_IMPORT_ITEM (nev_import_item_get_type ())

G_DECLARE_FINAL_TYPE (NevImportItem, nev_import_item, NEV, IMPORT_ITEM, GObject)

struct _NevImportItem
{
  GObject parent_instance;

  /* Owned */
  char *texts[N_COLUMNS];

  gboolean is_gap;
  gboolean is_faulty;
};

G_DEFINE_FINAL_TYPE (NevImportItem, nev_import_item, G_TYPE_OBJECT)

static void
nev_import_item_finalize (GObject *object)
{
  NevImportItem *self = NEV_IMPORT_ITEM (object);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (nev_import_item_parent_class)->finalize (object);
}

static void
nev_import_item_class_init (NevImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nev_import_item_finalize;
}

static void
nev_import_item_init (NevImportItem *self)
{
}

static char *
describe_value (const NevImportCell *cell,
                NevLanguage          language)
{
  if (cell->fault != NULL)
    /* Translators: where in a file something stands, and what is wrong with it */
    return g_strdup_printf (_("Line %u: %s"), cell->line, cell->fault);
  if (isnan (cell->value))
    return g_strdup (_("No value"));

  return nev_format_value (cell->value, cell->rounding, cell->unit, cell->unit_text, language);
}

/* A program that writes months as their first days does so throughout. */
static gboolean
is_first_of_month (NevPeriod period)
{
  int day;

  nev_day_to_date (period.start, NULL, NULL, &day);

  return period.end - period.start == 1 && day == 1;
}

static gboolean
has_only_months (const NevImportPreview *preview)
{
  for (guint i = 0; i < preview->cells->len; i++)
    {
      const NevImportCell *cell = g_ptr_array_index (preview->cells, i);

      if (!nev_period_is_none (cell->period) && !is_first_of_month (cell->period))
        return FALSE;
    }

  return TRUE;
}

static NevImportItem *
create_item (const NevImportCell *cell,
             gboolean             is_month)
{
  NevImportItem *self = g_object_new (NEV_TYPE_IMPORT_ITEM, NULL);
  NevLanguage    language = nev_language_from_locale ();
  NevPeriod      period = is_month && !nev_period_is_none (cell->period) ? nev_period_at (cell->period.start, NEV_FREQUENCY_MONTH) : cell->period;

  self->texts[COLUMN_PERIOD] = nev_period_is_none (period) ? g_strdup ("–") : nev_format_period (period, NEV_PERIOD_FORMAT_SHORT, language);
  self->texts[COLUMN_SERIES] = g_strdup (cell->series != NULL ? cell->series : "–");
  self->texts[COLUMN_VALUE] = describe_value (cell, language);
  self->is_faulty = cell->fault != NULL;
  self->is_gap = !self->is_faulty && isnan (cell->value);

  return self;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  user_data)
{
  gboolean is_value = GPOINTER_TO_UINT (user_data) == COLUMN_VALUE;

  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, g_object_new (GTK_TYPE_LABEL,
                                                    "xalign", is_value ? 1.0f : 0.0f,
                                                    "justify", is_value ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT,
                                                    "wrap", TRUE,
                                                    "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                                    "width-chars", is_value ? 14 : 8,
                                                    NULL));
}

/* What a row is read as; GTK 4.8 would say what class it is of. */
static void
name_row (GtkWidget     *label,
          NevImportItem *item)
{
  GtkWidget       *row = gtk_widget_get_parent (gtk_widget_get_parent (label));
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", item->texts[0], item->texts[1], item->texts[2]);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  user_data)
{
  NevImportItem *item = gtk_list_item_get_item (list_item);
  GtkWidget     *label = gtk_list_item_get_child (list_item);
  Column         column = GPOINTER_TO_UINT (user_data);

  gtk_label_set_text (GTK_LABEL (label), item->texts[column]);
  name_row (label, item);
  gtk_widget_remove_css_class (label, "error");
  gtk_widget_remove_css_class (label, "dim-label");

  if (column != COLUMN_VALUE)
    return;

  gtk_widget_add_css_class (label, "numeric");
  if (item->is_faulty)
    gtk_widget_add_css_class (label, "error");
  else if (item->is_gap)
    gtk_widget_add_css_class (label, "dim-label");
}

/**
 * nev_import_list_init:
 * @view: an empty view
 *
 * Makes a view ready for values.
 */
void
nev_import_list_init (GtkColumnView *view)
{
  const char *const titles[N_COLUMNS] = { _("Period"), _("Series"), _("Value") };

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr(GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_expand (column, i != COLUMN_PERIOD);
      gtk_column_view_append_column (view, column);
    }

  nev_column_heads_align (view, (const char *const[]){ titles[COLUMN_PERIOD], titles[COLUMN_SERIES], NULL });
}

/**
 * nev_import_list_show:
 * @view: a view
 * @preview: (nullable): what a table would be read as
 *
 * Shows its first values.
 */
void
nev_import_list_show (GtkColumnView          *view,
                      const NevImportPreview *preview)
{
  GListStore *store = g_list_store_new (NEV_TYPE_IMPORT_ITEM);
  gboolean    is_month = preview != NULL && has_only_months (preview);
  g_autoptr(GtkSelectionModel) model = NULL;

  for (guint i = 0; preview != NULL && i < preview->cells->len; i++)
    {
      g_autoptr(NevImportItem) item = create_item (g_ptr_array_index (preview->cells, i), is_month);

      g_list_store_append (store, item);
    }

  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store)));
  gtk_column_view_set_model (view, model);
}
