/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-export-preview.h"

#include "nev-render.h"

/* Between two pictures and around them, in pixels. */
#define SPACING 12

#define MIN_HEIGHT 96
#define NATURAL_WIDTH 420

struct _NevExportPreview
{
  GtkWidget parent_instance;

  /* Owned; NULL until there is something to show */
  NevScene *scene;

  NevThemeKind theme;
  gboolean     is_transparent;
};

G_DEFINE_FINAL_TYPE (NevExportPreview, nev_export_preview, GTK_TYPE_WIDGET)

static int
get_n_pictures (const NevExportPreview *self)
{
  return self->is_transparent ? 2 : 1;
}

/* How much a picture is scaled if @n_columns of them stand side by side. */
static double
get_scale (NevExportPreview *self,
           int               n_columns,
           int               n_rows)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - SPACING * (n_columns - 1) - 2;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - SPACING * (n_rows - 1) - 2;

  return MIN (width / n_columns / self->scene->width, height / n_rows / self->scene->height);
}

static GdkRGBA
to_rgba (NevColor color)
{
  return (GdkRGBA){ (float) color.red, (float) color.green, (float) color.blue, 1 };
}

static void
draw (NevExportPreview *self,
      GtkSnapshot      *snapshot,
      NevThemeKind      ground,
      double            x,
      double            y,
      double            scale)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) (self->scene->width * scale), (float) (self->scene->height * scale));
  GskRoundedRect  outline;
  GdkRGBA         background = to_rgba (nev_theme_get (ground, FALSE)->background);
  GdkRGBA         border;
  cairo_t        *cr;

  gtk_snapshot_append_color (snapshot, &background, &bounds);

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  nev_render (self->scene, nev_theme_get (self->theme, self->is_transparent), nev_text_maker_get (self->scene->language), cr);
  cairo_destroy (cr);

  /* Where the ground of the dialog is that of the picture, its edge must still be seen. */
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &border);
  border.alpha *= 0.25f;
  graphene_rect_inset (&bounds, -1, -1);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ border, border, border, border });
}

static void
nev_export_preview_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  NevExportPreview *self = NEV_EXPORT_PREVIEW (widget);
  int               n = get_n_pictures (self);
  gboolean          is_row;
  double            scale, x, y, step_x, step_y;

  if (self->scene == NULL)
    return;

  is_row = get_scale (self, n, 1) >= get_scale (self, 1, n);
  scale = is_row ? get_scale (self, n, 1) : get_scale (self, 1, n);

  if (scale <= 0)
    return;

  step_x = is_row ? self->scene->width * scale + SPACING : 0;
  step_y = is_row ? 0 : self->scene->height * scale + SPACING;
  x = (gtk_widget_get_width (widget) - self->scene->width * scale - step_x * (n - 1)) / 2;
  y = (gtk_widget_get_height (widget) - self->scene->height * scale - step_y * (n - 1)) / 2;

  if (!self->is_transparent)
    {
      draw (self, snapshot, self->theme, x, y, scale);
      return;
    }

  draw (self, snapshot, NEV_THEME_LIGHT, x, y, scale);
  draw (self, snapshot, NEV_THEME_DARK, x + step_x, y + step_y, scale);
}

static GtkSizeRequestMode
nev_export_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nev_export_preview_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  NevExportPreview *self = NEV_EXPORT_PREVIEW (widget);
  double            aspect = self->scene != NULL ? self->scene->height / self->scene->width : 0.5625;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_HEIGHT;
      *natural = NATURAL_WIDTH;
      return;
    }

  *minimum = MIN_HEIGHT;
  *natural = MAX (MIN_HEIGHT, (int) ((for_size < 0 ? NATURAL_WIDTH : for_size) * aspect));
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

  widget_class->snapshot = nev_export_preview_snapshot;
  widget_class->measure = nev_export_preview_measure;
  widget_class->get_request_mode = nev_export_preview_get_request_mode;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nev_export_preview_init (NevExportPreview *self)
{
}

/**
 * nev_export_preview_set_scene:
 * @self: a preview
 * @scene: (transfer full): what the file will show
 * @theme: its colours
 * @is_transparent: whether it has no ground
 *
 * Shows a scene.
 */
void
nev_export_preview_set_scene (NevExportPreview *self,
                              NevScene         *scene,
                              NevThemeKind      theme,
                              gboolean          is_transparent)
{
  g_return_if_fail (NEV_IS_EXPORT_PREVIEW (self));
  g_return_if_fail (scene != NULL);

  g_clear_pointer (&self->scene, nev_scene_free);
  self->scene = scene;
  self->theme = theme;
  self->is_transparent = is_transparent;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, scene->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, scene->description,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * nev_export_preview_get_scene:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const NevScene *
nev_export_preview_get_scene (NevExportPreview *self)
{
  g_return_val_if_fail (NEV_IS_EXPORT_PREVIEW (self), NULL);

  return self->scene;
}
