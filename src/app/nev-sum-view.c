/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-sum-view.h"

#include <stdio.h>

#include "nev-words-sum.h"
#include "nev-words.h"

enum
{
  COLUMN_SIGN,
  COLUMN_LABEL,
  COLUMN_NUMBER,
  COLUMN_ERROR,
  N_COLUMNS
};

struct _NevSumView
{
  GtkGrid parent_instance;

  /* Weak */
  NevChartState *state;
};

G_DEFINE_FINAL_TYPE (NevSumView, nev_sum_view, GTK_TYPE_GRID)

static const NevFact *
get_fact (const NevReadingTerm *term)
{
  return nev_ledger_get_fact (nev_series_get_ledger (term->series), term->fact);
}

/* Where the chart shows a published figure. */
static NevDatum
find_datum (NevChartState        *state,
            const NevReadingTerm *term)
{
  NevTable *table = nev_chart_state_get_table (state);

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    {
      if (nev_table_get_column (table, i)->series != term->series)
        continue;

      for (guint j = 0; j < nev_table_get_n_rows (table); j++)
        {
          const NevReading *reading = nev_table_get_reading (table, i, j);

          if (reading->status == NEV_STATUS_PUBLISHED && reading->terms[0].fact == term->fact && !reading->terms[0].is_change)
            return (NevDatum){ (int) i, (int) j };
        }
    }

  return NEV_DATUM_NONE;
}

static gboolean
activate_link_cb (NevSumView *self,
                  const char *uri)
{
  NevDatum datum;

  if (self->state != NULL && sscanf (uri, "%d,%d", &datum.column, &datum.row) == 2)
    nev_chart_state_select (self->state, datum);

  return TRUE;
}

/* "<a href="0,8">June 2023</a> <sup>1</sup>" */
static char *
create_markup (NevChartState        *state,
               const NevReadingTerm *term,
               const char           *label,
               GArray               *sources)
{
  NevDatum         datum = find_datum (state, term);
  g_autofree char *text = g_markup_escape_text (label, -1);
  GString         *markup = g_string_new (NULL);

  if (nev_datum_is_none (datum))
    g_string_append (markup, text);
  else
    g_string_append_printf (markup, "<a href=\"%d,%d\">%s</a>", datum.column, datum.row, text);

  for (guint i = 0; i < sources->len; i++)
    {
      if (g_array_index (sources, guint, i) == get_fact (term)->source)
        g_string_append_printf (markup, " <small><sup>%u</sup></small>", i + 1);
    }

  return g_string_free (markup, FALSE);
}

static GtkWidget *
attach_label (NevSumView *self,
              const char *text,
              int         column,
              int         row)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "xalign", column == COLUMN_LABEL ? 0.0f : 1.0f,
                                   "valign", GTK_ALIGN_END,
                                   NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (GTK_GRID (self), label, column, row, 1, 1);

  return label;
}

static void
attach_line (NevSumView       *self,
             const NevSumLine *line,
             const NevReading *reading,
             GArray           *sources,
             int               row,
             NevLanguage       language)
{
  GtkWidget *label, *number, *error;

  attach_label (self, line->sign, COLUMN_SIGN, row);
  label = attach_label (self, line->label, COLUMN_LABEL, row);
  number = attach_label (self, line->number, COLUMN_NUMBER, row);
  error = attach_label (self, line->error, COLUMN_ERROR, row);

  g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
  gtk_label_set_selectable (GTK_LABEL (number), TRUE);
  gtk_widget_add_css_class (error, "caption");
  gtk_widget_add_css_class (error, "dim-label");

  if (line->kind == NEV_SUM_LINE_RESULT)
    {
      gtk_widget_add_css_class (label, "result");
      gtk_widget_add_css_class (number, "result");
    }

  if (line->term >= 0)
    {
      const NevReadingTerm *term = &reading->terms[line->term];
      NevDataset           *dataset = nev_spec_get_dataset (nev_chart_state_get_spec (self->state));
      g_autofree char      *markup = create_markup (self->state, term, line->label, sources);
      g_autofree char      *source = nev_words_source (dataset, get_fact (term)->source, language);

      gtk_label_set_markup (GTK_LABEL (label), markup);
      gtk_widget_set_tooltip_text (label, source);
      g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
nev_sum_view_dispose (GObject *object)
{
  g_clear_weak_pointer (&NEV_SUM_VIEW (object)->state);

  G_OBJECT_CLASS (nev_sum_view_parent_class)->dispose (object);
}

static void
nev_sum_view_class_init (NevSumViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nev_sum_view_dispose;
}

static void
nev_sum_view_init (NevSumView *self)
{
  gtk_grid_set_column_spacing (GTK_GRID (self), 6);
  gtk_grid_set_row_spacing (GTK_GRID (self), 3);
}

/**
 * nev_sum_view_show:
 * @self: a view
 * @state: the chart that the reading is of
 * @reading: what to tell of; not kept
 * @sources: (element-type guint): the sources by their numbers, the first being 1
 * @language: of the words
 *
 * Shows how a reading was calculated, and hides where it wasn't.
 */
void
nev_sum_view_show (NevSumView       *self,
                   NevChartState    *state,
                   const NevReading *reading,
                   GArray           *sources,
                   NevLanguage       language)
{
  g_autoptr(GPtrArray) lines = nev_words_sum (reading, language);
  GtkWidget *child;
  int        row = 0;

  g_return_if_fail (NEV_IS_SUM_VIEW (self));

  g_set_weak_pointer (&self->state, state);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_grid_remove (GTK_GRID (self), child);

  for (guint i = 0; i < lines->len; i++)
    {
      const NevSumLine *line = g_ptr_array_index (lines, i);

      if (line->kind == NEV_SUM_LINE_SUBTOTAL || line->kind == NEV_SUM_LINE_RESULT)
        gtk_grid_attach (GTK_GRID (self), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, row++, N_COLUMNS, 1);

      attach_line (self, line, reading, sources, row++, language);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), lines->len > 0);
}
