/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-render.h"

#include <math.h>

/* A very long line is stroked in pieces, because cairo's time grows with the square of the crossings in one path. The
 * pieces overlap by a pixel, which nobody sees in so dense a line.
 */
#define MAX_POINTS_IN_ONE 512
#define NOISE 4.0 /* line widths up and down, for each pixel to the right */
#define POINTS_PER_STROKE 64

typedef struct
{
  const NevScene *scene;
  const NevTheme *theme;
  NevTextMaker   *text;
  cairo_t        *cr;
  double          unit;    /* pixels of the scene that a width of 1 in a NevLook takes */
  gboolean        is_grid; /* the target has pixels, and the axes of both are parallel */
  cairo_matrix_t  matrix;
  NevPoint        clip_from, clip_to; /* nothing is visible beyond */
} Renderer;

/* On a grid of pixels an edge is put between two of them; on paper it stays where it is. */
static double
snap_x (const Renderer *self,
        double          x)
{
  return self->is_grid ? (round (x * self->matrix.xx + self->matrix.x0) - self->matrix.x0) / self->matrix.xx : x;
}

static double
snap_y (const Renderer *self,
        double          y)
{
  return self->is_grid ? (round (y * self->matrix.yy + self->matrix.y0) - self->matrix.y0) / self->matrix.yy : y;
}

/* A whole number of device pixels and at least one. */
static double
snap_width (const Renderer *self,
            double          width)
{
  return self->is_grid ? MAX (round (width * self->matrix.xx), 1) / self->matrix.xx : width;
}

/* A letter may reach out of its box, and a line is as wide as it is: less than the height of the text either way. */
static gboolean
is_visible (const Renderer *self,
            double          left,
            double          top,
            double          right,
            double          bottom)
{
  double margin = self->scene->font_size;

  return left - margin < self->clip_to.x && right + margin > self->clip_from.x &&
         top - margin < self->clip_to.y && bottom + margin > self->clip_from.y;
}

static void
set_color (const Renderer *self,
           const NevColor *color)
{
  cairo_set_source_rgba (self->cr, color->red, color->green, color->blue, color->alpha);
}

static void
set_line (const Renderer *self,
          const NevItem  *item,
          double          width)
{
  double dashes[NEV_MAX_DASHES];
  guint  n_dashes = nev_theme_get_dashes (item->role, item->style, item->slot, width, dashes);

  cairo_set_line_width (self->cr, width);
  cairo_set_dash (self->cr, dashes, (int) n_dashes, 0);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (self->cr, item->role == NEV_ROLE_MARK && n_dashes == 0 ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
}

/* A hair line that runs along the grid: its edges, not its middle, lie between the pixels. */
static void
render_straight (const Renderer *self,
                 const NevPoint *a,
                 const NevPoint *b,
                 double          width)
{
  if (a->y == b->y)
    {
      double y = snap_y (self, a->y - width / 2) + width / 2;

      cairo_move_to (self->cr, snap_x (self, a->x), y);
      cairo_line_to (self->cr, snap_x (self, b->x), y);
    }
  else
    {
      double x = snap_x (self, a->x - width / 2) + width / 2;

      cairo_move_to (self->cr, x, snap_y (self, a->y));
      cairo_line_to (self->cr, x, snap_y (self, b->y));
    }

  cairo_stroke (self->cr);
}

/* Whether a line goes up and down so much that it fills an area, which strokes would paint over and over. */
static gboolean
is_noise (const NevPoint *points,
          guint           n,
          double          width)
{
  double way = 0;

  for (guint i = 1; i < n; i++)
    {
      if (points[i].x < points[i - 1].x)
        return FALSE;

      way += fabs (points[i].y - points[i - 1].y);
    }

  return way > NOISE * width * (points[n - 1].x - points[0].x);
}

/* Fills what a line covers: of each column of pixels from its highest to its lowest point and to where it came from, as
 * wide as the line is.
 */
static void
render_noise (const Renderer *self,
              const NevPoint *points,
              guint           n,
              double          width)
{
  for (guint first = 0, next; first < n; first = next)
    {
      double column = floor (points[first].x);
      double top = points[MAX (first, 1) - 1].y, bottom = top;

      for (next = first; next < n && floor (points[next].x) == column; next++)
        {
          top = MIN (top, points[next].y);
          bottom = MAX (bottom, points[next].y);
        }

      cairo_rectangle (self->cr, column + 0.5 - width / 2, top - width / 2, width, bottom - top + width);
    }

  cairo_fill (self->cr);
}

static void
render_line (const Renderer *self,
             const NevItem  *item)
{
  const NevPoint *points = nev_scene_get_points (self->scene, item);
  NevLook         look = nev_theme_get_look (self->theme, item->role, item->slot);
  double          width = look.line_width * self->unit;
  NevPoint        from = { G_MAXDOUBLE, G_MAXDOUBLE }, to = { -G_MAXDOUBLE, -G_MAXDOUBLE };
  gboolean        is_long;

  for (guint i = 0; i < item->n_points; i++)
    {
      from = (NevPoint){ MIN (from.x, points[i].x), MIN (from.y, points[i].y) };
      to = (NevPoint){ MAX (to.x, points[i].x), MAX (to.y, points[i].y) };
    }

  if (!is_visible (self, from.x, from.y, to.x, to.y))
    return;

  set_color (self, &look.color);

  if (item->role != NEV_ROLE_MARK && item->n_points == 2 &&
      (points[0].x == points[1].x || points[0].y == points[1].y))
    {
      width = snap_width (self, width);
      set_line (self, item, width);
      render_straight (self, &points[0], &points[1], width);
      return;
    }

  set_line (self, item, width);
  is_long = item->n_points > MAX_POINTS_IN_ONE && cairo_get_dash_count (self->cr) == 0;

  if (is_long && is_noise (points, item->n_points, width))
    {
      render_noise (self, points, item->n_points, width);
      return;
    }

  for (guint i = 0; i < item->n_points; i++)
    {
      cairo_line_to (self->cr, points[i].x, points[i].y);

      if (is_long && i % POINTS_PER_STROKE == POINTS_PER_STROKE - 1)
        {
          cairo_stroke (self->cr);
          cairo_move_to (self->cr, points[i].x, points[i].y);
        }
    }

  cairo_stroke (self->cr);
}

static void
render_hatch (const Renderer *self,
              const NevHatch *hatch,
              double          left,
              double          top,
              double          right,
              double          bottom)
{
  cairo_t *cr = self->cr;

  cairo_save (cr);
  cairo_rectangle (cr, left, top, right - left, bottom - top);
  cairo_clip (cr);

  /* The line x + y = sum; one more on each side, because lines have a width. */
  for (double i = floor ((left + top) / hatch->spacing); i <= ceil ((right + bottom) / hatch->spacing); i++)
    {
      double sum = i * hatch->spacing;
      double from = MAX (sum - bottom, left) - 1;
      double to = MIN (sum - top, right) + 1;

      /* Only where it crosses the bar: in a high and narrow one most of the line would be clipped away. */
      cairo_move_to (cr, from, sum - from);
      cairo_line_to (cr, to, sum - to);
    }

  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, hatch->line_width);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A line around a bar that lies inside. */
static void
render_outline (const Renderer *self,
                double          outline,
                double          left,
                double          top,
                double          right,
                double          bottom)
{
  cairo_rectangle (self->cr, left, top, right - left, bottom - top);
  cairo_rectangle (self->cr, left + outline, top + outline, right - left - 2 * outline, bottom - top - 2 * outline);
  cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill (self->cr);
  cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_WINDING);
}

static void
render_pale_rect (const Renderer *self,
                  const NevItem  *item,
                  const NevColor *color,
                  double          left,
                  double          top,
                  double          right,
                  double          bottom)
{
  NevColor fill = nev_theme_get_fill (self->theme, item->slot);
  double   outline = snap_width (self, nev_theme_get_hatch (self->scene->font_size).outline_width);

  if (MIN (right - left, bottom - top) > 2 * outline)
    {
      set_color (self, &fill);
      cairo_rectangle (self->cr, left, top, right - left, bottom - top);
      cairo_fill (self->cr);
      set_color (self, color);
      render_outline (self, outline, left, top, right, bottom);
      return;
    }

  set_color (self, color);
  cairo_rectangle (self->cr, left, top, right - left, bottom - top);
  cairo_fill (self->cr);
}

static void
render_derived_rect (const Renderer *self,
                     const NevItem  *item,
                     const NevColor *color,
                     double          left,
                     double          top,
                     double          right,
                     double          bottom)
{
  NevHatch hatch = nev_theme_get_hatch (self->scene->font_size);
  double   outline = snap_width (self, hatch.outline_width);
  double   size = MIN (right - left, bottom - top);
  NevColor tint = nev_theme_get_tint (self->theme, item->slot);
  NevColor stroke = nev_theme_get_stroke (self->theme, item->slot);

  set_color (self, &tint);
  cairo_rectangle (self->cr, left, top, right - left, bottom - top);
  cairo_fill (self->cr);

  set_color (self, &stroke);

  /* Where two outlines would fill the bar, it would look published: the hatching alone makes dashes of it. */
  if (size <= 2 * outline || size >= hatch.spacing)
    render_hatch (self, &hatch, left, top, right, bottom);

  if (size <= 2 * outline)
    return;

  set_color (self, color);
  render_outline (self, outline, left, top, right, bottom);
}

static void
render_rect (const Renderer *self,
             const NevItem  *item)
{
  NevLook look = nev_theme_get_look (self->theme, item->role, item->slot);
  double  left = snap_x (self, item->x);
  double  top = snap_y (self, item->y);
  double  right = snap_x (self, item->x + item->width);
  double  bottom = snap_y (self, item->y + item->height);

  if (item->width <= 0 || item->height <= 0 || !is_visible (self, left, top, right, bottom))
    return;

  /* What is there stays visible, however small. */
  if (self->is_grid)
    {
      right = MAX (right, left + 1 / self->matrix.xx);
      bottom = MAX (bottom, top + 1 / self->matrix.yy);
    }

  if (item->role == NEV_ROLE_MARK && item->style == NEV_STYLE_DERIVED)
    {
      render_derived_rect (self, item, &look.color, left, top, right, bottom);
      return;
    }

  if (item->role == NEV_ROLE_MARK && nev_slot_get_tone (item->slot) > 0)
    {
      render_pale_rect (self, item, &look.color, left, top, right, bottom);
      return;
    }

  set_color (self, &look.color);
  cairo_rectangle (self->cr, left, top, right - left, bottom - top);
  cairo_fill (self->cr);
}

/* Lines of no length with round ends: on paper that is a sixth of the numbers that circles take. */
static void
fill_discs (const Renderer *self,
            guint           first,
            guint           n,
            double          radius,
            const NevColor *color)
{
  set_color (self, color);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (self->cr, 2 * radius);

  for (guint i = first; i < first + n; i++)
    {
      const NevItem *item = nev_scene_get_item (self->scene, i);

      if (!is_visible (self, item->x - radius, item->y - radius, item->x + radius, item->y + radius))
        continue;

      cairo_move_to (self->cr, item->x, item->y);
      cairo_line_to (self->cr, item->x, item->y);
    }

  cairo_stroke (self->cr);
}

/* How many dots that look like the one at @first follow each other there. */
static guint
count_dots (const Renderer *self,
            guint           first)
{
  const NevItem *item = nev_scene_get_item (self->scene, first);
  guint          n = 1;

  for (; first + n < self->scene->items->len; n++)
    {
      const NevItem *next = nev_scene_get_item (self->scene, first + n);

      if (next->kind != NEV_ITEM_DOT || next->role != item->role || next->style != item->style ||
          next->slot != item->slot || next->width != item->width)
        break;
    }

  return n;
}

static void
render_dots (const Renderer *self,
             guint           first,
             guint           n)
{
  const NevItem *item = nev_scene_get_item (self->scene, first);
  NevLook        look = nev_theme_get_look (self->theme, item->role, item->slot);
  NevHatch       hatch = nev_theme_get_hatch (self->scene->font_size);
  NevColor       tint = nev_theme_get_tint (self->theme, item->slot);
  double         radius = item->width / 2;

  fill_discs (self, first, n, radius, &look.color);

  if (item->style == NEV_STYLE_DERIVED)
    fill_discs (self, first, n, MAX (radius - hatch.outline_width, 0),
                self->theme->is_transparent ? &tint : &self->theme->background);
}

static void
render_text (const Renderer *self,
             const NevItem  *item)
{
  NevLook look = nev_theme_get_look (self->theme, item->role, item->slot);

  if (!is_visible (self, item->x, item->y, item->x + item->width, item->y + item->height))
    return;

  set_color (self, &look.color);
  nev_text_maker_draw (self->text, item->text, item->font_size, look.is_bold, item->x, item->y + item->baseline, self->cr);
}

static gboolean
is_pixel_grid (cairo_t              *cr,
               const cairo_matrix_t *matrix)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type != CAIRO_SURFACE_TYPE_PDF && type != CAIRO_SURFACE_TYPE_PS && type != CAIRO_SURFACE_TYPE_SVG &&
         matrix->xy == 0 && matrix->yx == 0 && matrix->xx > 0 && matrix->yy > 0;
}

/**
 * nev_render:
 * @scene: what is to be drawn
 * @theme: the colours
 * @text: a maker of text in the scene's language, of the thread that calls
 * @cr: where to draw; a pixel of the scene is a unit of its user space
 *
 * Draws a scene, and the theme's background below it. On a target that has pixels, bars and hair
 * lines are moved to their edges. What lies outside of the clip takes no time.
 */
void
nev_render (const NevScene *scene,
            const NevTheme *theme,
            NevTextMaker   *text,
            cairo_t        *cr)
{
  Renderer self = { scene, theme, text, cr, scene->font_size / NEV_LOOK_FONT_SIZE };

  cairo_save (cr);
  cairo_get_matrix (cr, &self.matrix);
  self.is_grid = is_pixel_grid (cr, &self.matrix);
  cairo_clip_extents (cr, &self.clip_from.x, &self.clip_from.y, &self.clip_to.x, &self.clip_to.y);

  if (!theme->is_transparent)
    {
      set_color (&self, &theme->background);
      cairo_rectangle (cr, 0, 0, scene->width, scene->height);
      cairo_fill (cr);
    }

  for (guint i = 0, n; i < scene->items->len; i += n)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      n = 1;

      /* Text leaves a current point behind, and the next line would start there. */
      cairo_new_path (cr);

      switch (item->kind)
        {
        case NEV_ITEM_LINE:
          render_line (&self, item);
          break;

        case NEV_ITEM_RECT:
          render_rect (&self, item);
          break;

        case NEV_ITEM_DOT:
          n = count_dots (&self, i);
          render_dots (&self, i, n);
          break;

        case NEV_ITEM_TEXT:
          render_text (&self, item);
          break;

        default:
          g_assert_not_reached ();
        }
    }

  cairo_restore (cr);
}
