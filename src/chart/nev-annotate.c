/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"

#include <math.h>

/* What a person adds to a chart. Shaded areas lie below the marks and lines above them; words go where neither text nor
 * marks are, and are left out where there is no such place.
 */

#define FAR 100.0       /* a value so many times the largest one would press the data flat, and isn't shown */
#define GAP 0.2         /* between a line and its words, in font sizes like the others */
#define SIDE_GAP 0.4    /* between words side by side */
#define LABEL_STEP 2.0  /* by which a label moves along its line in search of room */
#define NOTE_WIDTH 18.0 /* of a note's widest line */
#define NOTE_SHARE 0.5  /* and of the picture's width */
#define NOTE_ROOM 0.3   /* of the height that the panels have, for notes above them */
#define MIN_LEADER 0.4  /* a shorter one isn't drawn */
#define LONG_NOTES 22.0 /* notes have three lines where the picture is so high, otherwise two */

typedef struct
{
  double left, top, right, bottom;
} Box;

/* The words of a note or a span, and what they hang over. */
typedef struct
{
  GPtrArray *lines;
  NevRole    role;
  double     x;   /* of the mark */
  double     tip; /* where the leader ends, or further down than any words can go */
  double     width, height;
  gboolean   has_leader;
} Note;

/* Cuts the part of a segment, from 0 to 1, that lies between two limits. */
static gboolean
clip (double  start,
      double  delta,
      double  low,
      double  high,
      double *from,
      double *to)
{
  if (delta == 0)
    return start >= low && start <= high;

  *from = MAX (*from, MIN ((low - start) / delta, (high - start) / delta));
  *to = MIN (*to, MAX ((low - start) / delta, (high - start) / delta));

  return *from <= *to;
}

static gboolean
is_crossed (const Box *box,
            NevPoint   a,
            NevPoint   b)
{
  double from = 0, to = 1;

  return clip (a.x, b.x - a.x, box->left, box->right, &from, &to) &&
         clip (a.y, b.y - a.y, box->top, box->bottom, &from, &to);
}

static gboolean
has_line (const NevScene *scene,
          const NevItem  *item,
          const Box      *box)
{
  const NevPoint *points = nev_scene_get_points (scene, item);

  for (guint i = 1; i < item->n_points; i++)
    if (is_crossed (box, points[i - 1], points[i]))
      return TRUE;

  return FALSE;
}

/* Whether words in the box would lie on what the reader looks at. Grid lines don't disturb. */
static gboolean
is_covered (const NevLayout *self,
            const NevItem   *item,
            const Box       *box)
{
  double radius = item->width / 2;

  switch (item->kind)
    {
    case NEV_ITEM_LINE:
      return (item->role == NEV_ROLE_MARK || item->role == NEV_ROLE_BREAK ||
              item->role == NEV_ROLE_REFERENCE || item->role == NEV_ROLE_NOTE_LINE) &&
             has_line (self->scene, item, box);

    case NEV_ITEM_RECT:
      return item->role == NEV_ROLE_MARK && item->x < box->right && box->left < item->x + item->width &&
             item->y < box->bottom && box->top < item->y + item->height;

    case NEV_ITEM_DOT:
      return item->x - radius < box->right && box->left < item->x + radius &&
             item->y - radius < box->bottom && box->top < item->y + radius;

    case NEV_ITEM_TEXT:
    default:
      return FALSE;
    }
}

static gboolean
is_free (const NevLayout *self,
         const Box       *box)
{
  if (!nev_layout_is_free (self, box->left, box->top, box->right - box->left, box->bottom - box->top))
    return FALSE;

  for (guint i = 0; i < self->scene->items->len; i++)
    if (is_covered (self, nev_scene_get_item (self->scene, i), box))
      return FALSE;

  return TRUE;
}

/* The rows that have days of a period; FALSE if there are none. */
static gboolean
find_rows (const NevLayout *self,
           NevPeriod        period,
           guint           *first,
           guint           *last)
{
  gboolean is_found = FALSE;

  for (guint row = 0; row < nev_table_get_n_rows (self->table); row++)
    {
      NevPeriod shown = nev_table_get_period (self->table, row);

      if (shown.start >= period.end || period.start >= shown.end)
        continue;

      *first = is_found ? *first : row;
      *last = row;
      is_found = TRUE;
    }

  return is_found;
}

/* What a panel's axis reaches; a line or band of another measure has no place on it. */
static gboolean
is_on_axis (const NevPanelLayout *panel,
            const NevAnnotation  *annotation)
{
  return annotation->measure == panel->measure &&
         annotation->from >= panel->domain_min && annotation->from <= panel->domain_max &&
         (annotation->kind == NEV_ANNOTATION_LINE ||
          (annotation->to >= panel->domain_min && annotation->to <= panel->domain_max));
}

/**
 * nev_annotate_widen:
 * @self: a layout
 * @panel: a panel
 * @min: (inout): the lowest value of its axis
 * @max: (inout): the highest
 *
 * Makes room on an axis for the lines and bands of its measure, but for those that are so far away that nothing
 * would be seen of the data.
 */
void
nev_annotate_widen (const NevLayout      *self,
                    const NevPanelLayout *panel,
                    double               *min,
                    double               *max)
{
  GPtrArray *annotations = nev_spec_get_annotations (self->spec);
  double     largest = MAX (fabs (*min), fabs (*max));
  double     limit = FAR * (largest > 0 ? largest : 1);

  for (guint i = 0; i < annotations->len; i++)
    {
      const NevAnnotation *annotation = g_ptr_array_index (annotations, i);
      double               to = annotation->kind == NEV_ANNOTATION_BAND ? annotation->to : annotation->from;

      if (annotation->kind != NEV_ANNOTATION_LINE && annotation->kind != NEV_ANNOTATION_BAND)
        continue;

      /* A comparison with what isn't a number is false. */
      if (annotation->measure == panel->measure && fabs (annotation->from) <= limit && fabs (to) <= limit)
        {
          *min = MIN (*min, MIN (annotation->from, to));
          *max = MAX (*max, MAX (annotation->from, to));
        }
    }
}

static void
add_band (const NevLayout      *self,
          const NevPanelLayout *panel,
          const NevAnnotation  *annotation)
{
  double y0 = round (nev_scale_map (&panel->y, annotation->from));
  double y1 = round (nev_scale_map (&panel->y, annotation->to));

  if (is_on_axis (panel, annotation))
    nev_scene_add_rect (self->scene, NEV_ROLE_BAND, panel->plot.x, MIN (y0, y1), panel->plot.width, MAX (fabs (y1 - y0), 1));
}

static void
add_span (const NevLayout      *self,
          const NevPanelLayout *panel,
          const NevAnnotation  *annotation)
{
  guint  first, last;
  double left, right;

  if (!find_rows (self, annotation->period, &first, &last))
    return;

  left = round (nev_band_get_start (&panel->x, first));
  right = round (nev_band_get_start (&panel->x, last + 1));
  nev_scene_add_rect (self->scene, NEV_ROLE_BAND, left, panel->plot.y, right - left, panel->plot.height);
}

/**
 * nev_annotate_add_areas:
 * @self: a layout
 * @panel: a panel in its place, without marks yet
 *
 * Shades a panel's bands of values and spans of days.
 */
void
nev_annotate_add_areas (const NevLayout      *self,
                        const NevPanelLayout *panel)
{
  GPtrArray *annotations = nev_spec_get_annotations (self->spec);

  for (guint i = 0; i < annotations->len; i++)
    {
      const NevAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (annotation->kind == NEV_ANNOTATION_BAND)
        add_band (self, panel, annotation);
      else if (annotation->kind == NEV_ANNOTATION_SPAN)
        add_span (self, panel, annotation);
    }
}

/* Writes a label at the first of @tops that is free, as far to the right as possible. */
static void
add_label (const NevLayout      *self,
           const NevPanelLayout *panel,
           const char           *text,
           const double         *tops,
           gsize                 n_tops)
{
  double pad = GAP * self->font;
  g_autoptr (GPtrArray) lines = NULL;
  NevTextExtents extents;

  if (*text == '\0')
    return;

  lines = nev_layout_wrap (self, NEV_ROLE_REFERENCE_LABEL, text, panel->plot.width - 2 * pad, 1);
  extents = nev_layout_measure (self, NEV_ROLE_REFERENCE_LABEL, g_ptr_array_index (lines, 0));

  for (double right = panel->plot.x + panel->plot.width - pad; right - extents.width >= panel->plot.x; right -= LABEL_STEP * self->font)
    for (gsize i = 0; i < n_tops; i++)
      {
        Box box = { right - extents.width, tops[i], right, tops[i] + extents.height };

        /* The room for the values above the plot is the plot's. */
        if (box.top < panel->plot.y - extents.height - pad || box.bottom > panel->plot.y + panel->plot.height || !is_free (self, &box))
          continue;

        nev_layout_add_text (self, NEV_ROLE_REFERENCE_LABEL, right, box.top, 1, g_ptr_array_index (lines, 0));
        return;
      }

  self->scene->n_dropped++;
}

static void
add_piece (const NevLayout *self,
           double           from,
           double           to,
           double           y)
{
  NevPoint points[] = { { from, y }, { to, y } };

  if (to > from)
    nev_scene_add_line (self->scene, NEV_ROLE_REFERENCE, points, G_N_ELEMENTS (points));
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  double difference = ((const Box *) a)->left - ((const Box *) b)->left;

  return (difference > 0) - (difference < 0);
}

/* A line across the plot that makes way for the values that it would strike through. */
static void
add_reference (const NevLayout      *self,
               const NevPanelLayout *panel,
               double                y)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  double pad = GAP * self->font;
  double x = panel->plot.x;

  for (guint i = 0; i < self->scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (self->scene, i);
      Box            box = { item->x - pad, item->y, item->x + item->width + pad, item->y + item->height };

      if (item->kind == NEV_ITEM_TEXT && box.top < y && box.bottom > y && box.left < panel->plot.x + panel->plot.width)
        g_array_append_val (boxes, box);
    }

  g_array_sort (boxes, compare_lefts);

  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);

      add_piece (self, x, box->left, y);
      x = MAX (x, box->right);
    }

  add_piece (self, x, panel->plot.x + panel->plot.width, y);
}

static void
add_band_label (const NevLayout      *self,
                const NevPanelLayout *panel,
                const NevAnnotation  *annotation)
{
  double height = nev_layout_get_line_height (self, NEV_ROLE_REFERENCE_LABEL);
  double pad = GAP * self->font;
  double top = nev_scale_map (&panel->y, MAX (annotation->from, annotation->to));
  double bottom = nev_scale_map (&panel->y, MIN (annotation->from, annotation->to));
  double tops[] = { top + pad / 2, bottom - height - pad / 2, top - height - pad / 2 };

  /* In a band lower than its words they stand above or below it. */
  if (bottom - top < height)
    {
      tops[0] = top - height - pad / 2;
      tops[1] = bottom + pad / 2;
    }

  add_label (self, panel, annotation->text, tops, G_N_ELEMENTS (tops));
}

/**
 * nev_annotate_add_lines:
 * @self: a layout
 * @panel: a panel with its marks
 *
 * Adds a panel's reference lines, and the words of lines and bands.
 */
void
nev_annotate_add_lines (const NevLayout      *self,
                        const NevPanelLayout *panel)
{
  GPtrArray *annotations = nev_spec_get_annotations (self->spec);

  /* All lines first, so that no words come to stand on one. */
  for (guint i = 0; i < annotations->len; i++)
    {
      const NevAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (annotation->kind == NEV_ANNOTATION_LINE && is_on_axis (panel, annotation))
        add_reference (self, panel, round (nev_scale_map (&panel->y, annotation->from)));
    }

  for (guint i = 0; i < annotations->len; i++)
    {
      const NevAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (annotation->measure != panel->measure ||
          (annotation->kind != NEV_ANNOTATION_LINE && annotation->kind != NEV_ANNOTATION_BAND))
        continue;

      if (!is_on_axis (panel, annotation))
        {
          self->scene->n_dropped++;
        }
      else if (annotation->kind == NEV_ANNOTATION_BAND)
        {
          add_band_label (self, panel, annotation);
        }
      else
        {
          double y = round (nev_scale_map (&panel->y, annotation->from));
          double pad = GAP * self->font;
          double tops[] = { y - nev_layout_get_line_height (self, NEV_ROLE_REFERENCE_LABEL) - pad / 2, y + pad / 2 };

          add_label (self, panel, annotation->text, tops, G_N_ELEMENTS (tops));
        }
    }
}

static GPtrArray *
wrap_note (const NevLayout     *self,
           const NevAnnotation *annotation)
{
  NevRole role = annotation->kind == NEV_ANNOTATION_SPAN ? NEV_ROLE_REFERENCE_LABEL : NEV_ROLE_NOTE;
  double  width = MIN (NOTE_WIDTH * self->font, NOTE_SHARE * self->scene->width);

  return nev_layout_wrap (self, role, annotation->text, width, self->scene->height < LONG_NOTES * self->font ? 2 : 3);
}

static gboolean
has_words (const NevLayout     *self,
           const NevAnnotation *annotation)
{
  guint first, last;

  return (annotation->kind == NEV_ANNOTATION_NOTE || annotation->kind == NEV_ANNOTATION_SPAN) && *annotation->text != '\0' &&
         find_rows (self, annotation->period, &first, &last);
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

/**
 * nev_annotate_get_note_height:
 * @self: a layout
 * @height: that the panels have, in pixels
 *
 * Returns: the room above the first panel that the notes and the names of spans want; 0 if there are none
 */
double
nev_annotate_get_note_height (const NevLayout *self,
                              double           height)
{
  GPtrArray *annotations = nev_spec_get_annotations (self->spec);
  double     line_height, total = 0;
  guint      n = 0, n_lines = 0, n_tiers;

  for (guint i = 0; i < annotations->len; i++)
    {
      const NevAnnotation *annotation = g_ptr_array_index (annotations, i);
      g_autoptr (GPtrArray) lines = NULL;

      if (!has_words (self, annotation))
        continue;

      lines = wrap_note (self, annotation);
      n_lines = MAX (n_lines, lines->len);
      total += get_widest (self, NEV_ROLE_NOTE, lines) + 2 * SIDE_GAP * self->font;
      n++;
    }

  if (n == 0)
    return 0;

  /* Marks aren't where their notes would like them, so a row is never filled. */
  n_tiers = (guint) CLAMP (ceil (total / (0.8 * self->scene->width)), n > 2 ? 2 : 1, 3);
  line_height = nev_layout_get_line_height (self, NEV_ROLE_NOTE);

  return MIN (n_tiers * n_lines, floor (NOTE_ROOM * MAX (height, 0) / line_height)) * line_height;
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

static Note
make_note (const NevLayout      *self,
           const NevPanelLayout *panel,
           const NevAnnotation  *annotation)
{
  Note  note = { .lines = wrap_note (self, annotation), .role = NEV_ROLE_NOTE, .has_leader = TRUE };
  guint first = 0, last = 0;

  find_rows (self, annotation->period, &first, &last);

  if (annotation->kind == NEV_ANNOTATION_SPAN)
    {
      note.role = NEV_ROLE_REFERENCE_LABEL;
      note.has_leader = FALSE;
      note.x = nev_band_get_start (&panel->x, (first + last + 1) / 2.0);
      note.tip = panel->plot.y + panel->plot.height / 2;
    }
  else
    {
      NevPoint tip = find_tip (self, panel, (first + last) / 2);

      note.x = round (tip.x);
      note.tip = tip.y - GAP * self->font;
    }

  note.width = get_widest (self, note.role, note.lines);
  note.height = note.lines->len * nev_layout_get_line_height (self, note.role);

  return note;
}

/* Writes a note at @y if there is room, with its words in the middle of, to the right or to the left of its leader. */
static gboolean
try_note (const NevLayout *self,
          const Note      *note,
          double           y)
{
  static const double aligns[] = { 0.5, 0, 1 };
  double              pad = SIDE_GAP * self->font;
  double              bottom = y + note->height;

  /* The leader crosses no words. */
  if (note->has_leader && note->tip > bottom && !nev_layout_is_free (self, note->x - 1, bottom, 2, note->tip - bottom))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (aligns); i++)
    {
      double left = CLAMP (note->x - aligns[i] * note->width, self->font, MAX (self->scene->width - self->font - note->width, self->font));
      Box    box = { left - pad, y, left + note->width + pad, bottom };

      if (!is_free (self, &box))
        continue;

      for (guint j = 0; j < note->lines->len; j++)
        nev_layout_add_text (self, note->role, left + aligns[i] * note->width, y + j * note->height / note->lines->len, aligns[i],
                             g_ptr_array_index (note->lines, j));

      if (note->has_leader && note->tip - bottom >= MIN_LEADER * self->font)
        {
          NevPoint line[] = { { note->x, bottom }, { note->x, note->tip } };

          nev_scene_add_line (self->scene, NEV_ROLE_NOTE_LINE, line, G_N_ELEMENTS (line));
        }

      return TRUE;
    }

  return FALSE;
}

/**
 * nev_annotate_add_notes:
 * @self: a layout
 * @panel: the first panel, with its marks and lines
 * @room: the height above it that is kept for notes
 *
 * Adds the notes, each with a line down to its mark, and the names of spans: from the left to the right, as high
 * as there is room.
 */
void
nev_annotate_add_notes (const NevLayout      *self,
                        const NevPanelLayout *panel,
                        double                room)
{
  GPtrArray *annotations = nev_spec_get_annotations (self->spec);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (Note));
  double top = panel->plot.y - nev_layout_get_line_height (self, NEV_ROLE_VALUE_LABEL) - room;

  g_array_set_clear_func (notes, clear_note);

  for (guint i = 0; i < annotations->len; i++)
    if (has_words (self, g_ptr_array_index (annotations, i)))
      {
        Note note = make_note (self, panel, g_ptr_array_index (annotations, i));

        g_array_append_val (notes, note);
      }

  g_array_sort (notes, compare_notes);

  for (guint i = 0; i < notes->len; i++)
    {
      const Note *note = &g_array_index (notes, Note, i);
      double      step = note->height / note->lines->len;
      gboolean    is_placed = FALSE;

      for (double y = top; !is_placed && y + note->height <= note->tip; y += step)
        is_placed = try_note (self, note, y);

      if (!is_placed)
        self->scene->n_dropped++;
    }
}
