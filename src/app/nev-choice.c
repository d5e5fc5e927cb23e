/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-choice.h"

struct _NevChoice
{
  GObject parent_instance;

  /* Owned */
  char *label;

  gboolean sensible;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_SENSIBLE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (NevChoice, nev_choice, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
nev_choice_finalize (GObject *object)
{
  g_free (NEV_CHOICE (object)->label);

  G_OBJECT_CLASS (nev_choice_parent_class)->finalize (object);
}

static void
nev_choice_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  NevChoice *self = NEV_CHOICE (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_SENSIBLE:
      g_value_set_boolean (value, self->sensible);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nev_choice_class_init (NevChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = nev_choice_finalize;
  object_class->get_property = nev_choice_get_property;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_SENSIBLE] =
    g_param_spec_boolean ("sensible", NULL, NULL, TRUE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nev_choice_init (NevChoice *self)
{
  self->sensible = TRUE;
}

NevChoice *
nev_choice_new (const char *label)
{
  NevChoice *self = g_object_new (NEV_TYPE_CHOICE, NULL);

  self->label = g_strdup (label);

  return self;
}

const char *
nev_choice_get_label (NevChoice *self)
{
  g_return_val_if_fail (NEV_IS_CHOICE (self), NULL);

  return self->label;
}

gboolean
nev_choice_get_sensible (NevChoice *self)
{
  g_return_val_if_fail (NEV_IS_CHOICE (self), FALSE);

  return self->sensible;
}

void
nev_choice_set_sensible (NevChoice *self,
                         gboolean   sensible)
{
  g_return_if_fail (NEV_IS_CHOICE (self));

  if (self->sensible == !!sensible)
    return;

  self->sensible = !!sensible;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENSIBLE]);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget     *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget     *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, NULL);
  GtkWidget     *image = g_object_new (GTK_TYPE_IMAGE,
                                       "icon-name", "object-select-symbolic",
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                       NULL);
  GBindingGroup *bindings = g_binding_group_new ();

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), image);
  gtk_list_item_set_child (item, box);

  g_binding_group_bind (bindings, "label", label, "label", G_BINDING_SYNC_CREATE);
  g_binding_group_bind (bindings, "sensible", box, "sensitive", G_BINDING_SYNC_CREATE);
  g_binding_group_bind (bindings, "sensible", item, "activatable", G_BINDING_SYNC_CREATE);
  g_binding_group_bind (bindings, "sensible", item, "selectable", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "selected", image, "visible", G_BINDING_SYNC_CREATE);
  g_object_set_data_full (G_OBJECT (item), "bindings", bindings, g_object_unref);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  g_binding_group_set_source (g_object_get_data (G_OBJECT (item), "bindings"), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  g_binding_group_set_source (g_object_get_data (G_OBJECT (item), "bindings"), NULL);
}

/**
 * nev_choice_factory_new:
 *
 * Makes the rows of a drop-down list of choices. Not a template: a list item whose properties are
 * looked up from itself is freed wrongly by GTK 4.8.
 *
 * Returns: (transfer full): the factory
 */
GtkListItemFactory *
nev_choice_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}
