/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-svg.h"

#include "nev-xml.h"

#include <math.h>

/* An SVG file that a person can go on working with: text is text, a bar is a rectangle with the name of its
 * cell ("c1-r29": column 1, row 29 of the table), bars of one series form a group. What looks alike shares one group
 * that says how, so the file stays small. Shapes keep their order; texts come after all shapes.
 */

/* How a rectangle or dot is filled. */
typedef enum
{
  FILL_SOLID,
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
  GHashTable     *ids;        /* (element-type utf8): those in use */
  gboolean       *is_written; /* by item */
} Writer;

static void
put_id (Writer  *self,
        NevDatum datum)
{
  char *id;

  if (datum.column < 0 || datum.row < 0)
    return;

  id = g_strdup_printf ("c%d-r%d", datum.column, datum.row);

  if (g_hash_table_add (self->ids, id))
    g_string_append_printf (self->out, " id=\"%s\"", id);
}

static double
get_line_width (const Writer *self,
                NevRole       role)
{
  return nev_theme_get_look (self->theme, role, 0).line_width * self->scene->font_size / NEV_LOOK_FONT_SIZE;
}

static Fill
get_fill (const Writer  *self,
          const NevItem *item)
{
  double size = MIN (item->width, item->height);

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
  return fill == FILL_TINT || fill == FILL_HATCH;
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
                  gboolean      is_straight)
{
  double width = get_line_width (self, role);

  return is_straight ? MAX (round (width), 1) : width;
}

static void
open_line_group (Writer      *self,
                 const Group *group)
{
  NevLook look = nev_theme_get_look (self->theme, group->role, group->slot);
  double  width = get_stroke_width (self, group->role, group->is_straight);
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

static void
open_shape_group (Writer      *self,
                  const Group *group)
{
  guint    slot = group->slot % NEV_N_SLOTS;
  NevLook  look = nev_theme_get_look (self->theme, group->role, group->slot);
  gboolean is_dot = group->kind == NEV_ITEM_DOT;

  if (group->fill == FILL_SOLID)
    nev_xml_put_color (self->out, "fill", &look.color);
  else if (group->fill == FILL_HATCH || group->fill == FILL_DASHES)
    g_string_append_printf (self->out, " fill=\"url(#hatch%u)\"", slot);
  else
    nev_xml_put_color (self->out, "fill", is_dot && !self->theme->is_transparent ? &self->theme->background : &self->theme->tints[slot]);

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
  nev_xml_put_attribute (self->out, "font-size", look.font_scale * self->scene->font_size);

  if (look.is_bold)
    g_string_append (self->out, " font-weight=\"bold\"");
}

static void
open_group (Writer      *self,
            const Group *group)
{
  if (group->column >= 0)
    g_string_append_printf (self->out, "<g class=\"s%d\"", group->column);
  else
    g_string_append_printf (self->out, "<g class=\"%s\"", nev_role_to_string (group->role));

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
  double          half = get_stroke_width (self, item->role, TRUE) / 2;
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
  put_id (self, item->datum);
  nev_xml_put_attribute (self->out, "x", item->x + inset);
  nev_xml_put_attribute (self->out, "y", item->y + inset);
  nev_xml_put_attribute (self->out, "width", item->width - 2 * inset);
  nev_xml_put_attribute (self->out, "height", item->height - 2 * inset);
  g_string_append (self->out, "/>\n");
}

static void
put_dot (Writer        *self,
         const NevItem *item)
{
  double inset = has_outline (get_fill (self, item)) ? self->hatch.outline_width / 2 : 0;

  g_string_append (self->out, "<circle");
  put_id (self, item->datum);
  nev_xml_put_attribute (self->out, "cx", item->x);
  nev_xml_put_attribute (self->out, "cy", item->y);
  nev_xml_put_attribute (self->out, "r", MAX (item->width / 2 - inset, inset));
  g_string_append (self->out, "/>\n");
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
      g_string_append (self->out, "<text");
      nev_xml_put_attribute (self->out, "x", item->x);
      nev_xml_put_attribute (self->out, "y", item->y + item->baseline);
      g_string_append_c (self->out, '>');
      nev_xml_put_text (self->out, item->text);
      g_string_append (self->out, "</text>\n");
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

static void
put_hatch (Writer *self,
           guint   slot)
{
  double spacing = self->hatch.spacing;

  g_string_append_printf (self->out, "<pattern id=\"hatch%u\" patternUnits=\"userSpaceOnUse\"", slot);
  nev_xml_put_attribute (self->out, "width", spacing);
  nev_xml_put_attribute (self->out, "height", spacing);
  g_string_append (self->out, "><rect");
  nev_xml_put_attribute (self->out, "width", spacing);
  nev_xml_put_attribute (self->out, "height", spacing);
  nev_xml_put_color (self->out, "fill", &self->theme->tints[slot]);
  g_string_append (self->out, "/><path");
  nev_xml_put_color (self->out, "stroke", &self->theme->slots[slot]);
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
  gboolean is_used[NEV_N_SLOTS] = { FALSE };
  gboolean is_open = FALSE;

  for (guint i = 0; i < self->scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (self->scene, i);

      if (item->kind == NEV_ITEM_RECT && (get_fill (self, item) == FILL_HATCH || get_fill (self, item) == FILL_DASHES))
        is_used[item->slot % NEV_N_SLOTS] = TRUE;
    }

  for (guint slot = 0; slot < NEV_N_SLOTS; slot++)
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

typedef struct
{
  char *name;
  guint n_glyphs;
} Family;

static void
count_families (Writer        *self,
                const NevItem *item,
                GArray        *families)
{
  PangoLayoutLine *line = nev_text_maker_get_line (self->text, item->text, nev_role_is_bold (item->role));

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;
      PangoFontDescription *description = pango_font_describe (run->item->analysis.font);
      const char           *name = pango_font_description_get_family (description);
      guint                 i = 0;

      while (i < families->len && g_strcmp0 (g_array_index (families, Family, i).name, name) != 0)
        i++;

      if (i == families->len)
        {
          Family family = { g_strdup (name), 0 };

          g_array_append_val (families, family);
        }

      g_array_index (families, Family, i).n_glyphs += (guint) run->glyphs->num_glyphs;
      pango_font_description_free (description);
    }
}

static int
compare_families (gconstpointer a,
                  gconstpointer b)
{
  const Family *x = a, *y = b;

  return x->n_glyphs > y->n_glyphs ? -1 : x->n_glyphs < y->n_glyphs ? 1
                                                                    : g_strcmp0 (x->name, y->name);
}

/* The fonts that the texts were measured with, the one with the most letters first; then whatever there is. */
static void
put_families (Writer *self)
{
  g_autoptr(GArray) families = g_array_new (FALSE, FALSE, sizeof (Family));

  for (guint i = 0; i < self->scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (self->scene, i);

      if (item->kind == NEV_ITEM_TEXT)
        count_families (self, item, families);
    }

  g_array_sort (families, compare_families);

  for (guint i = 0; i < families->len; i++)
    {
      Family *family = &g_array_index (families, Family, i);

      g_string_append_c (self->out, '\'');
      nev_xml_put_text (self->out, family->name);
      g_string_append (self->out, "', ");
      g_free (family->name);
    }

  g_string_append (self->out, "sans-serif");
}

/**
 * nev_svg_write:
 * @scene: what is to be drawn
 * @theme: the colours
 * @text: a maker of text in the scene's language; says which fonts its texts were measured with
 *
 * Writes a scene as an SVG file with editable text. Equal scenes make equal bytes.
 *
 * Returns: (transfer full): the file
 */
GBytes *
nev_svg_write (const NevScene *scene,
               const NevTheme *theme,
               NevTextMaker   *text)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree gboolean *is_written = g_new0 (gboolean, scene->items->len);
  Writer               self = {
                  .scene = scene,
                  .theme = theme,
                  .text = text,
                  .hatch = nev_theme_get_hatch (scene->font_size),
                  .out = g_string_sized_new (8192),
                  .ids = ids,
                  .is_written = is_written,
  };

  g_string_append (self.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
  nev_xml_put_attribute (self.out, "width", scene->width);
  nev_xml_put_attribute (self.out, "height", scene->height);
  g_string_append (self.out, " viewBox=\"0 0 ");
  nev_xml_put_number (self.out, scene->width);
  g_string_append_c (self.out, ' ');
  nev_xml_put_number (self.out, scene->height);
  g_string_append_printf (self.out, "\" xml:lang=\"%s\" role=\"img\" font-family=\"",
                          scene->language == NEV_LANGUAGE_CHINESE ? "zh-CN" : "en");
  put_families (&self);
  g_string_append (self.out, "\">\n");

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
  g_string_append (self.out, "</svg>\n");

  return g_string_free_to_bytes (self.out);
}
