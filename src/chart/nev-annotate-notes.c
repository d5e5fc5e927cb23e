/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"

#include <math.h>

/* Words about days: notes hang from above the plot on lines to their marks, and spans have their names in their columns.
 */

#define GAP 0.2         /* between a line and words or marks, in font sizes like the others */
#define SIDE_GAP 0.4    /* between words side by side */
#define NOTE_WIDTH 18.0 /* of a note's widest line */
#define NOTE_SHARE 0.5  /* and of the picture's width */
#define NOTE_ROOM 0.3   /* of the height that the panels have, for notes above them */
#define MIN_LEADER 0.4  /* a shorter line isn't drawn */
#define LONG_NOTES 22.0 /* notes have three lines where the picture is so high, otherwise two */

/* The words of a note or a span, and where they belong. */
typedef struct
{
  GPtrArray *lines;
  NevRole    role;
  guint      first, last; /* rows */
  double     x;           /* of the mark, or the rows' middle */
  double     tip;         /* where the line to the mark ends */
  double     width, height;
} Note;

static GPtrArray *
wrap_note (const NevLayout *self,
           NevRole          role,
           const char      *text)
{
  double width = MIN (NOTE_WIDTH * self->font, NOTE_SHARE * self->scene->width);

  return nev_layout_wrap (self, role, text, width, self->scene->height < LONG_NOTES * self->font ? 2 : 3);
}

static double
get_widest (const NevLayout *self,
            NevRole          role,
            GPtrArray       *lines)
{
  double width = 0;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, nev_layout_measure (self, role, g_ptr_array_index (lines, i)).width);

  return width;
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  double difference = ((const Note *) a)->x - ((const Note *) b)->x;

  return (difference > 0) - (difference < 0);
}

static void
clear_note (gpointer data)
{
  g_ptr_array_unref (((Note *) data)->lines);
}

/* The notes, or the names of spans, whose days are shown, from the left to the right. */
static GArray *
collect_notes (const NevLayout  *self,
               NevAnnotationKind kind,
               const NevBand    *x)
{
  GPtrArray *annotations = nev_spec_get_annotations (self->spec);
  GArray    *notes = g_array_new (FALSE, FALSE, sizeof (Note));

  g_array_set_clear_func (notes, clear_note);

  for (guint i = 0; i < annotations->len; i++)
    {
      const NevAnnotation *annotation = g_ptr_array_index (annotations, i);
      Note                 note = { .role = kind == NEV_ANNOTATION_SPAN ? NEV_ROLE_REFERENCE_LABEL : NEV_ROLE_NOTE };

      if (annotation->kind != kind || *annotation->text == '\0' ||
          !nev_annotate_find_rows (self, annotation->period, &note.first, &note.last))
        continue;

      note.lines = wrap_note (self, note.role, annotation->text);
      note.x = nev_band_get_start (x, (note.first + note.last + 1) / 2.0);
      note.width = get_widest (self, note.role, note.lines);
      note.height = note.lines->len * nev_layout_get_line_height (self, note.role);
      g_array_append_val (notes, note);
    }

  g_array_sort (notes, compare_notes);

  return notes;
}

/**
 * nev_annotate_get_note_height:
 * @self: a layout
 * @height: that the panels have, in pixels
 *
 * Returns: the room above the first panel that the notes want; 0 if there are none
 */
double
nev_annotate_get_note_height (const NevLayout *self,
                              double           height)
{
  NevBand x = { 2 * self->font, self->scene->width - self->font, MAX (nev_table_get_n_rows (self->table), 1) };
  g_autoptr (GArray) notes = NULL;
  double ends[] = { 0, 0, 0 }; /* of the last note of each row of notes */
  double line_height, wanted = 0;

  if (nev_spec_get_annotations (self->spec)->len == 0)
    return 0;

  notes = collect_notes (self, NEV_ANNOTATION_NOTE, &x);
  line_height = nev_layout_get_line_height (self, NEV_ROLE_NOTE);

  /* Where the marks are is known only roughly yet. */
  for (guint i = 0; i < notes->len; i++)
    {
      const Note *note = &g_array_index (notes, Note, i);
      double      pad = SIDE_GAP * self->font;
      gsize       tier = 0;

      while (tier + 1 < G_N_ELEMENTS (ends) && ends[tier] > note->x - pad)
        tier++;

      ends[tier] = MAX (ends[tier] + pad, note->x - note->width / 2) + note->width + pad;
      wanted = MAX (wanted, note->height + tier * line_height * 2);
    }

  return MIN (wanted, floor (NOTE_ROOM * MAX (height, 0) / line_height) * line_height);
}

/* The highest point of a row's marks, and the labels above it. */
static NevPoint
find_tip (const NevLayout      *self,
          const NevPanelLayout *panel,
          guint                 row)
{
  NevPoint tip = { nev_band_get_middle (&panel->x, row), panel->plot.y + panel->plot.height };
  double   label;

  for (guint i = 0; i < self->scene->hits->len; i++)
    {
      const NevHit *hit = &g_array_index (self->scene->hits, NevHit, i);

      if (hit->datum.row == (int) row && hit->y == panel->plot.y && hit->anchor_y < tip.y)
        tip = (NevPoint){ hit->anchor_x, hit->anchor_y };
    }

  /* A part of a stack answers in its middle. */
  for (guint i = 0; i < self->scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (self->scene, i);

      if (item->role == NEV_ROLE_MARK && item->kind == NEV_ITEM_RECT && item->datum.row == (int) row &&
          item->y >= panel->plot.y - 1 && item->y < MIN (tip.y, panel->plot.y + panel->plot.height))
        tip = (NevPoint){ item->x + item->width / 2, item->y };
      else if (item->role == NEV_ROLE_MARK && item->kind == NEV_ITEM_DOT && item->datum.row == (int) row && item->y == tip.y)
        tip.y -= item->width / 2;
    }

  label = tip.y;
  for (guint i = 0; i < self->scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (self->scene, i);

      if (item->role == NEV_ROLE_VALUE_LABEL && item->x <= tip.x && tip.x <= item->x + item->width &&
          item->y < tip.y && item->y + item->height > tip.y - item->height / 2)
        label = MIN (label, item->y);
    }

  return (NevPoint){ tip.x, label };
}

/* Writes a note where its box is free. */
static gboolean
try_box (const NevLayout *self,
         const Note      *note,
         double           x,
         double           y,
         double           align)
{
  double pad = SIDE_GAP * self->font;
  double left = CLAMP (x - align * note->width, self->font, MAX (self->scene->width - self->font - note->width, self->font));

  if (!nev_annotate_is_free (self, left - pad, y, note->width + 2 * pad, note->height))
    return FALSE;

  for (guint i = 0; i < note->lines->len; i++)
    nev_layout_add_text (self, note->role, left + align * note->width, y + i * note->height / note->lines->len, align,
                         g_ptr_array_index (note->lines, i));

  return TRUE;
}

/* Writes a note at @y if there is room, in the middle of, to the right or to the left of its line. */
static gboolean
try_note (const NevLayout *self,
          const Note      *note,
          double           y)
{
  double bottom = y + note->height;
  double pad = GAP * self->font;

  /* The line leads through no words. */
  if (note->tip > bottom && !nev_layout_is_free (self, note->x - pad, bottom, 2 * pad, note->tip - bottom))
    return FALSE;

  if (!try_box (self, note, note->x, y, 0.5) && !try_box (self, note, note->x, y, 0) && !try_box (self, note, note->x, y, 1))
    return FALSE;

  if (note->tip - bottom >= MIN_LEADER * self->font)
    {
      NevPoint line[] = { { note->x, bottom }, { note->x, note->tip } };

      nev_scene_add_line (self->scene, NEV_ROLE_NOTE_LINE, line, G_N_ELEMENTS (line));
    }

  return TRUE;
}

/* Writes the name of a span into its column's upper half, or above it. */
static gboolean
try_span (const NevLayout      *self,
          const NevPanelLayout *panel,
          const Note           *note,
          double                top)
{
  double pad = GAP * self->font;
  double step = note->height / note->lines->len;
  double left = nev_band_get_start (&panel->x, note->first) + 2 * pad;
  double right = nev_band_get_start (&panel->x, note->last + 1) - 2 * pad;

  for (double y = panel->plot.y + pad; y + note->height < panel->plot.y + panel->plot.height / 2; y += step)
    if (try_box (self, note, note->x, y, 0.5) ||
        (right - left >= note->width && (try_box (self, note, left, y, 0) || try_box (self, note, right, y, 1))))
      return TRUE;

  for (double y = panel->plot.y - note->height; y >= top; y -= step)
    if (try_box (self, note, note->x, y, 0.5))
      return TRUE;

  return FALSE;
}

/**
 * nev_annotate_add_notes:
 * @self: a layout
 * @panel: the first panel, with its marks and lines
 * @room: the height above it that is kept for notes
 *
 * Adds the notes, each with a line down to its mark, from the left to the right, as high as there is room; and then
 * the names of spans.
 */
void
nev_annotate_add_notes (const NevLayout      *self,
                        const NevPanelLayout *panel,
                        double                room)
{
  g_autoptr (GArray) notes = NULL;
  g_autoptr (GArray) spans = NULL;
  double top;

  if (nev_spec_get_annotations (self->spec)->len == 0)
    return;

  notes = collect_notes (self, NEV_ANNOTATION_NOTE, &panel->x);
  spans = collect_notes (self, NEV_ANNOTATION_SPAN, &panel->x);
  top = panel->plot.y - nev_layout_get_line_height (self, NEV_ROLE_VALUE_LABEL) - room;

  for (guint i = 0; i < notes->len; i++)
    {
      Note    *note = &g_array_index (notes, Note, i);
      NevPoint tip = find_tip (self, panel, (note->first + note->last) / 2);
      gboolean is_placed = FALSE;

      note->x = round (tip.x);
      note->tip = tip.y - GAP * self->font;

      for (double y = top; !is_placed && y + note->height <= note->tip; y += note->height / note->lines->len)
        is_placed = try_note (self, note, y);

      if (!is_placed)
        self->scene->n_dropped++;
    }

  for (guint i = 0; i < spans->len; i++)
    if (!try_span (self, panel, &g_array_index (spans, Note, i), top))
      self->scene->n_dropped++;
}
