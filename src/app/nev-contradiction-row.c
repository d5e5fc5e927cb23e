/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-contradiction-row.h"

struct _NevContradictionRow
{
  GtkBox parent_instance;

  /* Owned */
  NevContradictionItem *item;
};

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (NevContradictionRow, nev_contradiction_row, GTK_TYPE_BOX)

static GParamSpec *properties[N_PROPS];

static void
nev_contradiction_row_dispose (GObject *object)
{
  NevContradictionRow *self = NEV_CONTRADICTION_ROW (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEV_TYPE_CONTRADICTION_ROW);

  G_OBJECT_CLASS (nev_contradiction_row_parent_class)->dispose (object);
}

static void
nev_contradiction_row_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, NEV_CONTRADICTION_ROW (object)->item);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_contradiction_row_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      nev_contradiction_row_set_item (NEV_CONTRADICTION_ROW (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_contradiction_row_class_init (NevContradictionRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nev_contradiction_row_dispose;
  object_class->get_property = nev_contradiction_row_get_property;
  object_class->set_property = nev_contradiction_row_set_property;

  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, NEV_TYPE_CONTRADICTION_ITEM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nevcharts/NevCharts/nev-contradiction-row.ui");
}

static void
nev_contradiction_row_init (NevContradictionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nev_contradiction_row_set_item:
 * @self: a row
 * @item: (nullable): what it tells of
 *
 * Shows another contradiction.
 */
void
nev_contradiction_row_set_item (NevContradictionRow  *self,
                                NevContradictionItem *item)
{
  g_return_if_fail (NEV_IS_CONTRADICTION_ROW (self));

  if (g_set_object (&self->item, item))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}
