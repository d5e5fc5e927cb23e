/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-against-choice.h"

#include <glib/gi18n-lib.h>

#include "nev-accessible.h"
#include "nev-period-lists.h"

struct _NevAgainstChoice
{
  GtkBox parent_instance;

  /* Owned */
  NevSpec *spec;
  GArray  *periods; /* (element-type NevPeriod): what the two lists offer */

  gboolean is_updating;

  /* Template widgets */
  GtkCheckButton *check;
  GtkWidget      *lists;
  GtkDropDown    *from;
  GtkDropDown    *to;
};

G_DEFINE_FINAL_TYPE (NevAgainstChoice, nev_against_choice, GTK_TYPE_BOX)

/* A chart of few periods has nothing to compare them with. */
static void
update_check (NevAgainstChoice *self,
              gboolean          is_active)
{
  NevPeriod   range, against;
  gboolean    is_possible = is_active || nev_spec_suggest_against (self->spec, &range, &against);
  const char *description = is_possible ? _("Lays both ranges over each other, aligned at their beginning")
                                        : _("There are too few figures for two ranges");

  gtk_check_button_set_active (self->check, is_active);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), is_possible);
  nev_accessible_explain (GTK_WIDGET (self->check), description);
}

static void
toggled_cb (NevAgainstChoice *self)
{
  NevPeriod range, against;

  if (self->is_updating || self->spec == NULL)
    return;

  if (!gtk_check_button_get_active (self->check))
    {
      nev_spec_set_against (self->spec, NEV_PERIOD_NONE);
      return;
    }

  if (!nev_spec_suggest_against (self->spec, &range, &against))
    return;

  g_object_freeze_notify (G_OBJECT (self->spec));
  if (!nev_period_equal (range, nev_spec_get_range (self->spec)))
    nev_spec_set_range (self->spec, range.start, range.end);
  nev_spec_set_against (self->spec, against);
  g_object_thaw_notify (G_OBJECT (self->spec));
}

static void
selected_cb (NevAgainstChoice *self,
             GParamSpec       *pspec,
             GtkDropDown      *touched)
{
  guint first, last;

  if (self->is_updating || self->spec == NULL || self->periods == NULL ||
      !nev_period_lists_get (self->from, self->to, touched, &first, &last))
    return;

  nev_spec_set_against (self->spec, (NevPeriod){ g_array_index (self->periods, NevPeriod, first).start,
                                                 g_array_index (self->periods, NevPeriod, last).end });
}

static void
nev_against_choice_dispose (GObject *object)
{
  NevAgainstChoice *self = NEV_AGAINST_CHOICE (object);

  g_clear_object (&self->spec);
  g_clear_pointer (&self->periods, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_AGAINST_CHOICE);

  G_OBJECT_CLASS (nev_against_choice_parent_class)->dispose (object);
}

static void
nev_against_choice_class_init (NevAgainstChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nev_against_choice_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-against-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, NevAgainstChoice, check);
  gtk_widget_class_bind_template_child (widget_class, NevAgainstChoice, lists);
  gtk_widget_class_bind_template_child (widget_class, NevAgainstChoice, from);
  gtk_widget_class_bind_template_child (widget_class, NevAgainstChoice, to);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
nev_against_choice_init (NevAgainstChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nev_against_choice_update:
 * @self: the choice
 * @spec: what is wanted of a chart, after it changed; what is chosen from now on goes there
 *
 * Shows what a chart's range is compared with.
 */
void
nev_against_choice_update (NevAgainstChoice *self,
                           NevSpec          *spec)
{
  gboolean is_active;

  g_return_if_fail (NEV_IS_AGAINST_CHOICE (self));
  g_return_if_fail (NEV_IS_SPEC (spec));

  g_set_object (&self->spec, spec);
  is_active = !nev_period_is_none (nev_spec_get_against (spec));

  self->is_updating = TRUE;
  update_check (self, is_active);
  gtk_widget_set_visible (self->lists, is_active);
  if (is_active)
    nev_period_lists_update (&self->periods, spec, nev_spec_get_against_range (spec), self->from, self->to);
  self->is_updating = FALSE;
}
