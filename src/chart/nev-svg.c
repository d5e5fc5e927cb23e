/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-svg.h"

#include "nev-svg-text.h"
#include "nev-xml.h"

#include <math.h>

/* An SVG file that a person can go on working with: text is text, a bar is a rectangle with the name of its
 * number ("nev_sales-2023-06") and, as a title that browsers show, what the number is and who says so; bars of one series
 * form a group. What looks alike shares one group that says how, so the file stays small. Shapes keep their order; texts
 * come after all shapes, and last what can be pointed at but not seen: the numbers along a line without dots.
 */

/* How far from a number on a line one may point at it, in font sizes. */
#define TARGET 0.4

/* How a rectangle or dot is filled. */
typedef enum
{
  FILL_SOLID,
  FILL_PALE, /* published, and receding behind others of its colour */
  FILL_TINT,
  FILL_HATCH,
  FILL_DASHES, /* hatched too narrowly for an outline */
} Fill;

/* What the items of one group have in common. */
typedef struct
{
  NevItemKind kind;
  NevRole     role;
  NevStyle    style;
  guint       slot;
  int         column; /* of marks, or -1 */
  Fill        fill;
  gboolean    is_straight; /* lines along the pixels */
} Group;

typedef struct
{
  const NevScene *scene;
  const NevTheme *theme;
  NevTextMaker   *text;
  NevHatch        hatch;
  GString        *out;
  gboolean        has_outlines;
  guint           n_rows, n_columns;
  const NevHit  **hits;       /* by row and column; NULL once its mark is written */
  GHashTable     *group_ids;  /* (element-type utf8): those in use */
  gboolean       *is_written; /* by item */
} Writer;

/* Takes the hit of a mark that hasn't been written yet. */
static const NevHit *
take_hit (Writer  *self,
          NevDatum datum)
{
  const NevHit **hit;
  const NevHit  *taken;

  if (datum.column < 0 || datum.row < 0 || (guint) datum.column >= self->n_columns || (guint) datum.row >= self->n_rows)
    return NULL;

  hit = &self->hits[(guint) datum.row * self->n_columns + (guint) datum.column];
  taken = *hit;
  *hit = NULL;

  return taken;
}

static void
index_hits (Writer *self)
{
  const GArray *hits = self->scene->hits;

  for (guint i = 0; i < hits->len; i++)
    {
      const NevHit *hit = &g_array_index (hits, NevHit, i);

      self->n_columns = MAX (self->n_columns, (guint) hit->datum.column + 1);
      self->n_rows = MAX (self->n_rows, (guint) hit->datum.row + 1);
    }

  self->hits = g_new0 (const NevHit *, self->n_columns * self->n_rows);

  for (guint i = 0; i < hits->len; i++)
    {
      const NevHit *hit = &g_array_index (hits, NevHit, i);

      if (hit->id != NULL && hit->text != NULL)
        self->hits[(guint) hit->datum.row * self->n_columns + (guint) hit->datum.column] = hit;
    }
}

/* Ends a mark with what it is called and what it says. */
static void
end_mark (Writer       *self,
          const char   *element,
          const NevHit *hit)
{
  if (hit == NULL)
    {
      g_string_append (self->out, "/>\n");
      return;
    }

  g_string_append (self->out, " id=\"");
  g_string_append (self->out, hit->id);
  g_string_append (self->out, "\"><title>");
  nev_xml_put_text (self->out, hit->text);
  g_string_append (self->out, "</title></");
  g_string_append (self->out, element);
  g_string_append (self->out, ">\n");
}

static double
get_line_width (const Writer *self,
                NevRole       role,
                guint         slot)
{
  return nev_theme_get_look (self->theme, role, slot).line_width * self->scene->font_size / NEV_LOOK_FONT_SIZE;
}

static Fill
get_fill (const Writer  *self,
          const NevItem *item)
{
  double size = MIN (item->width, item->height);

  if (item->kind == NEV_ITEM_RECT && item->role == NEV_ROLE_MARK && item->style == NEV_STYLE_PUBLISHED &&
      nev_slot_get_tone (item->slot) > 0 && size > 2 * self->hatch.outline_width)
    return FILL_PALE;

  if (item->role != NEV_ROLE_MARK || item->style != NEV_STYLE_DERIVED)
    return FILL_SOLID;

  if (item->kind == NEV_ITEM_DOT)
    return FILL_TINT;

  if (size >= self->hatch.spacing)
    return FILL_HATCH;

  return size > 2 * self->hatch.outline_width ? FILL_TINT : FILL_DASHES;
}

static gboolean
has_outline (Fill fill)
{
  return fill == FILL_PALE || fill == FILL_TINT || fill == FILL_HATCH;
}

/* A grid line, a tick or the like, that runs along the pixels. */
static gboolean
is_straight (const Writer  *self,
             const NevItem *item)
{
  const NevPoint *points = nev_scene_get_points (self->scene, item);

  return item->kind == NEV_ITEM_LINE && item->role != NEV_ROLE_MARK && item->n_points == 2 &&
         (points[0].x == points[1].x || points[0].y == points[1].y);
}

static Group
get_group (const Writer  *self,
           const NevItem *item)
{
  Group group = { .kind = item->kind, .role = item->role, .style = item->style, .slot = item->slot, .column = -1 };

  if (item->role == NEV_ROLE_MARK)
    group.column = item->datum.column;

  if (item->kind == NEV_ITEM_RECT || item->kind == NEV_ITEM_DOT)
    group.fill = get_fill (self, item);

  group.is_straight = is_straight (self, item);

  return group;
}

static gboolean
group_equal (const Group *a,
             const Group *b)
{
  return a->kind == b->kind && a->role == b->role && a->style == b->style && a->slot == b->slot &&
         a->column == b->column && a->fill == b->fill && a->is_straight == b->is_straight;
}

/* A straight line is a whole number of pixels wide, as in a PNG: a thinner one would be lost between two of them. */
static double
get_stroke_width (const Writer *self,
                  NevRole       role,
                  guint         slot,
                  gboolean      is_straight)
{
  double width = get_line_width (self, role, slot);

  return is_straight ? MAX (round (width), 1) : width;
}

static void
open_line_group (Writer      *self,
                 const Group *group)
{
  NevLook look = nev_theme_get_look (self->theme, group->role, group->slot);
  double  width = get_stroke_width (self, group->role, group->slot, group->is_straight);
  double  dashes[NEV_MAX_DASHES];
  guint   n_dashes = nev_theme_get_dashes (group->role, group->style, group->slot, width, dashes);

  g_string_append (self->out, " fill=\"none\"");
  nev_xml_put_color (self->out, "stroke", &look.color);
  nev_xml_put_attribute (self->out, "stroke-width", width);

  if (group->is_straight)
    g_string_append (self->out, " shape-rendering=\"crispEdges\"");
  else
    g_string_append (self->out, " stroke-linejoin=\"round\"");

  if (n_dashes == 0 && group->role == NEV_ROLE_MARK)
    g_string_append (self->out, " stroke-linecap=\"round\"");

  for (guint i = 0; i < n_dashes; i++)
    {
      g_string_append (self->out, i == 0 ? " stroke-dasharray=\"" : " ");
      nev_xml_put_number (self->out, dashes[i]);
    }

  if (n_dashes > 0)
    g_string_append_c (self->out, '"');
}

/* Colours that come again have the same hatching. */
static guint
get_hatch_slot (guint slot)
{
  return nev_slot_is_again (slot) ? slot - NEV_N_SLOTS : slot;
}

static void
open_shape_group (Writer      *self,
                  const Group *group)
{
  NevColor pale = nev_theme_get_fill (self->theme, group->slot);
  NevColor tint = nev_theme_get_tint (self->theme, group->slot);
  NevLook  look = nev_theme_get_look (self->theme, group->role, group->slot);
  gboolean is_dot = group->kind == NEV_ITEM_DOT;

  if (group->fill == FILL_SOLID)
    nev_xml_put_color (self->out, "fill", &look.color);
  else if (group->fill == FILL_HATCH || group->fill == FILL_DASHES)
    g_string_append_printf (self->out, " fill=\"url(#hatch%u)\"", get_hatch_slot (group->slot));
  else if (group->fill == FILL_PALE)
    nev_xml_put_color (self->out, "fill", &pale);
  else
    nev_xml_put_color (self->out, "fill", is_dot && !self->theme->is_transparent ? &self->theme->background : &tint);

  if (has_outline (group->fill))
    {
      nev_xml_put_color (self->out, "stroke", &look.color);
      nev_xml_put_attribute (self->out, "stroke-width", self->hatch.outline_width);
    }

  if (!is_dot)
    g_string_append (self->out, " shape-rendering=\"crispEdges\"");
}

static void
open_text_group (Writer      *self,
                 const Group *group)
{
  NevLook look = nev_theme_get_look (self->theme, group->role, group->slot);

  nev_xml_put_color (self->out, "fill", &look.color);

  if (self->has_outlines)
    return;

  nev_xml_put_attribute (self->out, "font-size", look.font_scale * self->scene->font_size);

  if (look.is_bold)
    g_string_append (self->out, " font-weight=\"bold\"");
}

/* All groups of a series are of its class, and the first one has its name. */
static void
put_class (Writer      *self,
           const Group *group)
{
  char *const *names = self->scene->column_names;

  if (group->column < 0)
    g_string_append_printf (self->out, " class=\"%s\"", nev_role_to_string (group->role));
  else if (names == NULL)
    g_string_append_printf (self->out, " class=\"s%d\"", group->column);
  else if (g_hash_table_add (self->group_ids, names[group->column]))
    g_string_append_printf (self->out, " id=\"%1$s\" class=\"%1$s\"", names[group->column]);
  else
    g_string_append_printf (self->out, " class=\"%s\"", names[group->column]);
}

static void
open_group (Writer      *self,
            const Group *group)
{
  g_string_append (self->out, "<g");
  put_class (self, group);

  switch (group->kind)
    {
    case NEV_ITEM_LINE:
      open_line_group (self, group);
      break;

    case NEV_ITEM_RECT:
    case NEV_ITEM_DOT:
      open_shape_group (self, group);
      break;

    case NEV_ITEM_TEXT:
      open_text_group (self, group);
      break;

    default:
      g_assert_not_reached ();
    }

  g_string_append (self->out, group->kind == NEV_ITEM_LINE ? ">\n<path d=\"" : ">\n");
}

static void
close_group (Writer      *self,
             const Group *group)
{
  g_string_append (self->out, group->kind == NEV_ITEM_LINE ? "\"/>\n</g>\n" : "</g>\n");
}

static void
put_line (Writer        *self,
          const NevItem *item)
{
  const NevPoint *points = nev_scene_get_points (self->scene, item);
  double          half = get_stroke_width (self, item->role, item->slot, TRUE) / 2;
  gboolean        is_across = is_straight (self, item) && points[0].y == points[1].y;
  gboolean        is_upright = is_straight (self, item) && !is_across;

  for (guint i = 0; i < item->n_points; i++)
    {
      g_string_append_c (self->out, i == 0 ? 'M' : i == 1 ? 'L'
                                                          : ' ');
      nev_xml_put_number (self->out, is_upright ? round (points[i].x - half) + half : points[i].x);
      g_string_append_c (self->out, ' ');
      nev_xml_put_number (self->out, is_across ? round (points[i].y - half) + half : points[i].y);
    }
}

/* An outline lies inside of the rectangle's or dot's edge. */
static void
put_rect (Writer        *self,
          const NevItem *item)
{
  double inset = has_outline (get_fill (self, item)) ? self->hatch.outline_width / 2 : 0;

  if (item->width <= 0 || item->height <= 0)
    return;

  g_string_append (self->out, "<rect");
  nev_xml_put_attribute (self->out, "x", item->x + inset);
  nev_xml_put_attribute (self->out, "y", item->y + inset);
  nev_xml_put_attribute (self->out, "width", item->width - 2 * inset);
  nev_xml_put_attribute (self->out, "height", item->height - 2 * inset);
  end_mark (self, "rect", take_hit (self, item->datum));
}

static void
put_dot (Writer        *self,
         const NevItem *item)
{
  double inset = has_outline (get_fill (self, item)) ? self->hatch.outline_width / 2 : 0;

  g_string_append (self->out, "<circle");
  nev_xml_put_attribute (self->out, "cx", item->x);
  nev_xml_put_attribute (self->out, "cy", item->y);
  nev_xml_put_attribute (self->out, "r", MAX (item->width / 2 - inset, inset));
  end_mark (self, "circle", take_hit (self, item->datum));
}

static void
put_text (Writer        *self,
          const NevItem *item)
{
  if (self->has_outlines)
    {
      g_string_append (self->out, "<path aria-label=\"");
      nev_xml_put_text (self->out, item->text);
      g_string_append (self->out, "\" d=\"");
      nev_svg_put_outlines (self->out, item, self->text);
      g_string_append (self->out, "\"/>\n");
      return;
    }

  g_string_append (self->out, "<text");
  nev_xml_put_attribute (self->out, "x", item->x);
  nev_xml_put_attribute (self->out, "y", item->y + item->baseline);
  g_string_append_c (self->out, '>');
  nev_xml_put_text (self->out, item->text);
  g_string_append (self->out, "</text>\n");
}

static void
put_item (Writer        *self,
          const NevItem *item)
{
  switch (item->kind)
    {
    case NEV_ITEM_LINE:
      put_line (self, item);
      break;

    case NEV_ITEM_RECT:
      put_rect (self, item);
      break;

    case NEV_ITEM_DOT:
      put_dot (self, item);
      break;

    case NEV_ITEM_TEXT:
      put_text (self, item);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* Writes @first and the items behind it that may share its group. Texts lie on top of everything and bars don't lie
 * on one another, so they are collected across others of their kind; all else keeps its order.
 */
static void
put_group (Writer *self,
           guint   first)
{
  const NevItem *head = nev_scene_get_item (self->scene, first);
  Group          group = get_group (self, head);
  gboolean       is_bar = head->kind == NEV_ITEM_RECT && head->role == NEV_ROLE_MARK;

  open_group (self, &group);

  for (guint i = first; i < self->scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (self->scene, i);
      Group          other = get_group (self, item);

      if ((item->kind == NEV_ITEM_TEXT) != (head->kind == NEV_ITEM_TEXT) || self->is_written[i])
        continue;

      if (group_equal (&group, &other))
        {
          put_item (self, item);
          self->is_written[i] = TRUE;
        }
      else if (head->kind != NEV_ITEM_TEXT && !(is_bar && item->kind == NEV_ITEM_RECT && item->role == NEV_ROLE_MARK))
        {
          break;
        }
    }

  close_group (self, &group);
}

static void
put_items (Writer  *self,
           gboolean is_text)
{
  for (guint i = 0; i < self->scene->items->len; i++)
    if ((nev_scene_get_item (self->scene, i)->kind == NEV_ITEM_TEXT) == is_text && !self->is_written[i])
      put_group (self, i);
}

/* The numbers that no mark of their own stands for, most of all those along a line without dots: discs that show
 * nothing but what they say.
 */
static void
put_targets (Writer *self)
{
  gboolean is_open = FALSE;

  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    {
      const NevHit *hit = self->hits[i];

      if (hit == NULL)
        continue;

      if (!is_open)
        g_string_append (self->out, "<g id=\"readings\" fill=\"none\" pointer-events=\"all\">\n");

      is_open = TRUE;
      g_string_append (self->out, "<circle");
      nev_xml_put_attribute (self->out, "cx", hit->anchor_x);
      nev_xml_put_attribute (self->out, "cy", hit->anchor_y);
      nev_xml_put_attribute (self->out, "r", TARGET * self->scene->font_size);
      end_mark (self, "circle", hit);
    }

  if (is_open)
    g_string_append (self->out, "</g>\n");
}

static void
put_hatch (Writer *self,
           guint   slot)
{
  double   spacing = self->hatch.spacing;
  NevColor tint = nev_theme_get_tint (self->theme, slot);
  NevColor stroke = nev_theme_get_stroke (self->theme, slot);

  g_string_append_printf (self->out, "<pattern id=\"hatch%u\" patternUnits=\"userSpaceOnUse\"", slot);
  nev_xml_put_attribute (self->out, "width", spacing);
  nev_xml_put_attribute (self->out, "height", spacing);
  g_string_append (self->out, "><rect");
  nev_xml_put_attribute (self->out, "width", spacing);
  nev_xml_put_attribute (self->out, "height", spacing);
  nev_xml_put_color (self->out, "fill", &tint);
  g_string_append (self->out, "/><path");
  nev_xml_put_color (self->out, "stroke", &stroke);
  nev_xml_put_attribute (self->out, "stroke-width", self->hatch.line_width);

  /* The diagonal, and the ends of its neighbours in two corners. */
  g_string_append (self->out, " d=\"M-1 1L1 -1M-1 ");
  nev_xml_put_number (self->out, spacing + 1);
  g_string_append_c (self->out, 'L');
  nev_xml_put_number (self->out, spacing + 1);
  g_string_append (self->out, " -1M");
  nev_xml_put_number (self->out, spacing - 1);
  g_string_append_c (self->out, ' ');
  nev_xml_put_number (self->out, spacing + 1);
  g_string_append_c (self->out, 'L');
  nev_xml_put_number (self->out, spacing + 1);
  g_string_append_c (self->out, ' ');
  nev_xml_put_number (self->out, spacing - 1);
  g_string_append (self->out, "\"/></pattern>\n");
}

static void
put_hatches (Writer *self)
{
  gboolean is_used[NEV_N_LOOK_SLOTS] = { FALSE };
  gboolean is_open = FALSE;

  for (guint i = 0; i < self->scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (self->scene, i);

      if (item->kind == NEV_ITEM_RECT && (get_fill (self, item) == FILL_HATCH || get_fill (self, item) == FILL_DASHES))
        is_used[get_hatch_slot (item->slot)] = TRUE;
    }

  for (guint slot = 0; slot < NEV_N_LOOK_SLOTS; slot++)
    {
      if (!is_used[slot])
        continue;

      if (!is_open)
        g_string_append (self->out, "<defs>\n");

      is_open = TRUE;
      put_hatch (self, slot);
    }

  if (is_open)
    g_string_append (self->out, "</defs>\n");
}

/**
 * nev_svg_write:
 * @scene: what is to be drawn
 * @theme: the colours
 * @text: a maker of text in the scene's language; says which fonts its texts were measured with
 * @has_outlines: letters become shapes
 *
 * Writes a scene as an SVG file, with editable text unless that becomes shapes. Equal scenes make equal bytes.
 *
 * Returns: (transfer full): the file
 */
GBytes *
nev_svg_write (const NevScene *scene,
               const NevTheme *theme,
               NevTextMaker   *text,
               gboolean        has_outlines)
{
  g_autoptr(GHashTable) group_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gboolean *is_written = g_new0 (gboolean, scene->items->len);
  Writer               self = {
                  .scene = scene,
                  .theme = theme,
                  .text = text,
                  .hatch = nev_theme_get_hatch (scene->font_size),
                  .out = g_string_sized_new (8192),
                  .has_outlines = has_outlines,
                  .group_ids = group_ids,
                  .is_written = is_written,
  };

  g_string_append (self.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
  nev_xml_put_attribute (self.out, "width", scene->width);
  nev_xml_put_attribute (self.out, "height", scene->height);
  g_string_append (self.out, " viewBox=\"0 0 ");
  nev_xml_put_number (self.out, scene->width);
  g_string_append_c (self.out, ' ');
  nev_xml_put_number (self.out, scene->height);
  g_string_append_printf (self.out, "\" xml:lang=\"%s\" role=\"img\"",
                          scene->language == NEV_LANGUAGE_CHINESE ? "zh-CN" : "en");

  if (!has_outlines)
    {
      g_string_append (self.out, " font-family=\"");
      nev_svg_put_families (self.out, scene, text);
      g_string_append_c (self.out, '"');
    }

  g_string_append (self.out, ">\n");
  index_hits (&self);
  nev_xml_put_element (self.out, "title", scene->title);
  nev_xml_put_element (self.out, "desc", scene->description);
  put_hatches (&self);

  if (!theme->is_transparent)
    {
      g_string_append (self.out, "<rect width=\"100%\" height=\"100%\"");
      nev_xml_put_color (self.out, "fill", &theme->background);
      g_string_append (self.out, "/>\n");
    }

  put_items (&self, FALSE);
  put_items (&self, TRUE);
  put_targets (&self);
  g_string_append (self.out, "</svg>\n");
  g_free (self.hits);

  return g_string_free_to_bytes (self.out);
}
