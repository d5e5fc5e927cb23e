/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-export-preview.h"

#include "nev-render.h"

#define NATURAL_WIDTH 480
#define NATURAL_HEIGHT 300
#define MIN_SIDE 120

struct _NevExportPreview
{
  GtkWidget parent_instance;

  /* Owned */
  NevScene *scene;

  /* Borrowed; lives for ever */
  const NevTheme *theme;
};

G_DEFINE_FINAL_TYPE (NevExportPreview, nev_export_preview, GTK_TYPE_WIDGET)

static const GdkRGBA white = { 1, 1, 1, 1 };
static const GdkRGBA dark = { 0.1f, 0.11f, 0.13f, 1 };

static void
nev_export_preview_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  *minimum = MIN_SIDE;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
nev_export_preview_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  NevExportPreview *self = NEV_EXPORT_PREVIEW (widget);
  double            width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double            scale;
  graphene_rect_t   box;
  cairo_t          *cr;

  if (self->scene == NULL)
    return;

  scale = MIN (width / self->scene->width, height / self->scene->height);
  graphene_rect_init (&box, (float) round ((width - self->scene->width * scale) / 2), (float) round ((height - self->scene->height * scale) / 2),
                      (float) (self->scene->width * scale), (float) (self->scene->height * scale));

  if (self->theme->is_transparent)
    {
      graphene_rect_t left = box, right = box;

      left.size.width /= 2;
      right.size.width /= 2;
      right.origin.x += right.size.width;
      gtk_snapshot_append_color (snapshot, &white, &left);
      gtk_snapshot_append_color (snapshot, &dark, &right);
    }

  cr = gtk_snapshot_append_cairo (snapshot, &box);
  cairo_translate (cr, box.origin.x, box.origin.y);
  cairo_scale (cr, scale, scale);
  nev_render (self->scene, self->theme, nev_text_maker_get (self->scene->language), cr);
  cairo_destroy (cr);
}

static void
nev_export_preview_finalize (GObject *object)
{
  g_clear_pointer (&NEV_EXPORT_PREVIEW (object)->scene, nev_scene_free);

  G_OBJECT_CLASS (nev_export_preview_parent_class)->finalize (object);
}

static void
nev_export_preview_class_init (NevExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nev_export_preview_finalize;
  widget_class->measure = nev_export_preview_measure;
  widget_class->snapshot = nev_export_preview_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nev_export_preview_init (NevExportPreview *self)
{
}

/**
 * nev_export_preview_set_scene:
 * @self: a preview
 * @scene: (transfer full) (nullable): the scene of the file
 * @theme: its colours, as nev_theme_get() gives them
 */
void
nev_export_preview_set_scene (NevExportPreview *self,
                              NevScene         *scene,
                              const NevTheme   *theme)
{
  g_return_if_fail (NEV_IS_EXPORT_PREVIEW (self));

  g_clear_pointer (&self->scene, nev_scene_free);
  self->scene = scene;
  self->theme = theme;

  if (scene != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, scene->title,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, scene->description,
                                    -1);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
