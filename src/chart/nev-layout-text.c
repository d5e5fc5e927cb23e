/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"

#include <math.h>

#include <string.h>

#define ELLIPSIS "…"

/**
 * nev_layout_measure:
 * @self: a layout
 * @role: what the text is there for
 * @text: one line
 *
 * Returns: the size of the text in its role's font
 */
NevTextExtents
nev_layout_measure (const NevLayout *self,
                    NevRole          role,
                    const char      *text)
{
  NevTextExtents extents;

  self->options->measure (text, self->font * nev_role_get_font_scale (role), nev_role_is_bold (role),
                          &extents, self->options->measure_data);

  return extents;
}

/**
 * nev_layout_get_line_height:
 * @self: a layout
 * @role: what the text is there for
 *
 * Returns: the distance between two lines of text, in pixels
 */
double
nev_layout_get_line_height (const NevLayout *self,
                            NevRole          role)
{
  /* A letter of each kind, so that lines of either script have the same height. */
  return nev_layout_measure (self, role, self->language == NEV_LANGUAGE_CHINESE ? "Ág国" : "Ág").height;
}

/**
 * nev_layout_add_text:
 * @self: a layout
 * @role: what the text is there for
 * @x: where it stands
 * @y: its top
 * @align: which part of its width stands at @x: 0 the left end, 0.5 the middle, 1 the right end
 * @text: one line
 *
 * Adds a line of text to the scene.
 *
 * Returns: (transfer none): the item, valid until the next one is added
 */
NevItem *
nev_layout_add_text (const NevLayout *self,
                     NevRole          role,
                     double           x,
                     double           y,
                     double           align,
                     const char      *text)
{
  NevTextExtents extents = nev_layout_measure (self, role, text);
  NevItem       *item = nev_scene_add_text (self->scene, role, x - align * extents.width, y,
                                            extents.width, extents.height, extents.baseline, text);

  item->font_size = self->font * nev_role_get_font_scale (role);

  return item;
}

/**
 * nev_layout_is_free:
 * @self: a layout
 * @x: left end of a box
 * @y: its top
 * @width: its width
 * @height: its height
 *
 * Returns: whether no text has been placed in the box yet
 */
gboolean
nev_layout_is_free (const NevLayout *self,
                    double           x,
                    double           y,
                    double           width,
                    double           height)
{
  for (guint i = 0; i < self->scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (self->scene, i);

      if (item->kind == NEV_ITEM_TEXT && item->x < x + width && x < item->x + item->width &&
          item->y < y + height && y < item->y + item->height)
        return FALSE;
    }

  return TRUE;
}

/* Shortens @line until it fits with an ellipsis. */
static char *
ellipsize (const NevLayout *self,
           NevRole          role,
           const char      *line,
           double           width)
{
  for (glong n = g_utf8_strlen (line, -1); n > 0; n--)
    {
      g_autofree char *start = g_utf8_substring (line, 0, n);
      g_autofree char *shorter = g_strconcat (g_strchomp (start), ELLIPSIS, NULL);

      if (nev_layout_measure (self, role, shorter).width <= width)
        return g_steal_pointer (&shorter);
    }

  return g_strdup (ELLIPSIS);
}

/* The byte offset after the longest part of @text, up to one of its break opportunities, that fits. */
static gsize
find_break (const NevLayout    *self,
            NevRole             role,
            const char         *text,
            const PangoLogAttr *attrs,
            double              width)
{
  const char *best = NULL;
  const char *p = text;

  for (glong i = 0; *p != '\0'; i++)
    {
      const char *next = g_utf8_next_char (p);

      if (attrs[i + 1].is_line_break || *next == '\0')
        {
          g_autofree char *line = g_strchomp (g_strndup (text, (gsize) (next - text)));

          if (best != NULL && nev_layout_measure (self, role, line).width > width)
            break;
          best = next;
        }

      p = next;
    }

  return (gsize) (best - text);
}

/* How much of @text goes on a line: words are kept together unless one alone is longer than that. */
static gsize
find_length (const NevLayout *self,
             NevRole          role,
             const char      *text,
             double           width)
{
  PangoLanguage           *language = pango_language_from_string (self->language == NEV_LANGUAGE_CHINESE ? "zh-cn" : "en");
  int                      n_attrs = (int) g_utf8_strlen (text, -1) + 1;
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n_attrs);
  g_autofree char         *line = NULL;
  gsize                    length;

  pango_get_log_attrs (text, -1, -1, language, attrs, n_attrs);
  nev_layout_keep_words (text, attrs);
  length = find_break (self, role, text, attrs, width);

  line = g_strchomp (g_strndup (text, length));
  if (nev_layout_measure (self, role, line).width <= width)
    return length;

  pango_get_log_attrs (text, -1, -1, language, attrs, n_attrs);

  return find_break (self, role, text, attrs, width);
}

static GPtrArray *
break_lines (const NevLayout *self,
             NevRole          role,
             const char      *text,
             double           width,
             guint            max_lines)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  while (*text != '\0')
    {
      g_autofree char *line = NULL;
      gsize            length;

      if (lines->len + 1 == max_lines || nev_layout_measure (self, role, text).width <= width)
        length = strlen (text);
      else
        length = find_length (self, role, text, width);

      line = g_strchomp (g_strndup (text, length));

      if (nev_layout_measure (self, role, line).width > width)
        g_ptr_array_add (lines, ellipsize (self, role, line, width));
      else
        g_ptr_array_add (lines, g_steal_pointer (&line));

      text += length;
    }

  return lines;
}

/**
 * nev_layout_wrap:
 * @self: a layout
 * @role: what the text is there for
 * @text: the text
 * @width: how wide a line may be, in pixels
 * @max_lines: how many there may be; the last one is shortened with an ellipsis
 *
 * Breaks a text into lines, where Unicode allows it. Two lines are made about equally long, so that
 * no single word stands alone in the second.
 *
 * Returns: (transfer full) (element-type utf8): the lines
 */
GPtrArray *
nev_layout_wrap (const NevLayout *self,
                 NevRole          role,
                 const char      *text,
                 double           width,
                 guint            max_lines)
{
  GPtrArray *lines = break_lines (self, role, text, width, max_lines);
  double     total = nev_layout_measure (self, role, text).width;

  if (lines->len != 2 || total > 2 * width)
    return lines;

  for (double narrower = total / 2; narrower < width; narrower += self->font)
    {
      GPtrArray *even = break_lines (self, role, text, narrower, 3);

      if (even->len == 2)
        {
          g_ptr_array_unref (lines);
          return even;
        }

      g_ptr_array_unref (even);
    }

  return lines;
}

/**
 * nev_layout_has_derived:
 * @self: a layout
 *
 * Returns: whether any value that is shown was derived
 */
gboolean
nev_layout_has_derived (const NevLayout *self)
{
  for (guint i = 0; i < nev_table_get_n_columns (self->table); i++)
    {
      NevSummary summary;

      if (nev_table_summarize (self->table, i, 0, nev_table_get_n_rows (self->table), &summary) && summary.n_derived > 0)
        return TRUE;
    }

  return FALSE;
}
