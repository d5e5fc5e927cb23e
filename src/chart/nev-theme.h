/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NevRole:
 *
 * What an item of a scene is there for. The theme gives each role its look; where
 * things are placed there is no colour, line width or font size.
 */
typedef enum
{
  NEV_ROLE_TITLE,
  NEV_ROLE_SUBTITLE,
  NEV_ROLE_PANEL_TITLE,
  NEV_ROLE_LEGEND,       /* the words of a legend */
  NEV_ROLE_AXIS_LABEL,
  NEV_ROLE_GRID,
  NEV_ROLE_BASELINE,     /* the zero line */
  NEV_ROLE_TICK,         /* the short line below the axis */
  NEV_ROLE_MARK,         /* a bar, a line, a point: has a series' colour */
  NEV_ROLE_SERIES_LABEL, /* the name at a line's end, in its colour */
  NEV_ROLE_VALUE_LABEL,
  NEV_ROLE_VALUE_LABEL_INSIDE, /* on a bar, so in the colour that reads on it */
  NEV_ROLE_BREAK,        /* the line where the method changed */
  NEV_ROLE_BREAK_LABEL,
  NEV_ROLE_SOURCE,
  NEV_ROLE_BAND,         /* a shaded range of values or of days, below the marks */
  NEV_ROLE_REFERENCE,    /* a line across the plot at a value */
  NEV_ROLE_REFERENCE_LABEL, /* the words of such a line or of a shaded range */
  NEV_ROLE_NOTE,
  NEV_ROLE_NOTE_LINE,    /* from a note to its mark */
} NevRole;

#define NEV_N_ROLES 20

/* How a mark is drawn: whether its value was published or derived. */
typedef enum
{
  NEV_STYLE_PUBLISHED, /* solid */
  NEV_STYLE_DERIVED,   /* hatched, hollow or dashed */
} NevStyle;

/* The series that can be told apart in one chart; more take the colours again, with other dashes. */
#define NEV_N_SLOTS 6

/* How far a mark can recede behind others of its colour: 0 is the colour itself. */
#define NEV_N_TONES 10
/* The tone of what is there for comparison only, behind a series that has the focus: nearly grey, whatever its colour. */
#define NEV_TONE_CONTEXT NEV_N_TONES
#define NEV_N_TONED_SLOTS ((NEV_N_TONES + 1) * 2 * NEV_N_SLOTS)

/* After them the runs of the only series of a chart, its years above all. Nothing else needs the other colours, so that
 * they recede from hue to hue: by tone alone, thin lines that cross couldn't be told apart.
 */
#define NEV_N_LOOK_SLOTS (2 * NEV_N_TONED_SLOTS)

/* The hues on that way, besides the series' colour. */
#define NEV_N_RECEDING 3

typedef struct
{
  double red, green, blue, alpha;
} NevColor;

typedef enum
{
  NEV_THEME_LIGHT,
  NEV_THEME_DARK,
} NevThemeKind;

/**
 * NevTheme:
 * @background: painted below everything, unless @is_transparent
 * @text: titles and values
 * @muted: axis labels, source line; still 4.5:1 on the background
 * @grid: hair lines
 * @band: a shaded area below the marks
 * @slots: the series' colours, at least 3:1 on the background
 * @slot_text: the same, for words in a series' colour: at least 4.5:1
 * @on_slots: text on a bar of that colour: at least 4.5:1
 * @tints: the light fill under the hatching of a derived bar
 * @receding: for each of @slots the colours by which the runs of an only series recede, at least 3:1
 */
typedef struct
{
  NevColor background;
  gboolean is_transparent;
  NevColor text;
  NevColor muted;
  NevColor grid;
  NevColor band;
  NevColor slots[NEV_N_SLOTS];
  NevColor slot_text[NEV_N_SLOTS];
  NevColor on_slots[NEV_N_SLOTS];
  NevColor tints[NEV_N_SLOTS];
  NevColor receding[NEV_N_SLOTS][NEV_N_RECEDING];
} NevTheme;

/* What a role looks like: lines in units of the scene, where the font size is @font_scale times
 * the scene's.
 */
typedef struct
{
  NevColor color;
  double   line_width; /* pixels at font size 12; grows with it */
  double   font_scale;
  gboolean is_bold;
  gboolean is_dashed;
} NevLook;

/* The font size at which line widths and dots have the size that they are given in. */
#define NEV_LOOK_FONT_SIZE 12.0

/**
 * NevHatch:
 * @spacing: from one line of the hatching to the next, along x; also the narrowest bar
 *   that is hatched
 * @line_width: of the hatching
 * @outline_width: of the line around the bar
 *
 * How a derived bar is drawn, in pixels of the scene. The lines rise to the right and
 * run where x + y is a multiple of @spacing, so that they meet in neighbouring bars.
 */
typedef struct
{
  double spacing;
  double line_width;
  double outline_width;
} NevHatch;

#define NEV_MAX_DASHES 4

const NevTheme *nev_theme_get           (NevThemeKind    kind,
                                         gboolean        is_transparent);
const NevTheme *nev_theme_get_high_contrast (NevThemeKind kind);
NevLook         nev_theme_get_look      (const NevTheme *self,
                                         NevRole         role,
                                         guint           slot);
NevColor        nev_theme_get_fill      (const NevTheme *self,
                                         guint           slot);
NevColor        nev_theme_get_tint      (const NevTheme *self,
                                         guint           slot);
NevColor        nev_theme_get_stroke    (const NevTheme *self,
                                         guint           slot);
NevHatch        nev_theme_get_hatch     (double          font_size);
guint           nev_theme_get_dashes    (NevRole         role,
                                         NevStyle        style,
                                         guint           slot,
                                         double          line_width,
                                         double          dashes[NEV_MAX_DASHES]);
double          nev_role_get_font_scale (NevRole         role);
gboolean        nev_role_is_bold        (NevRole         role);
const char     *nev_role_to_string      (NevRole         self);
double          nev_color_contrast      (NevColor        a,
                                         NevColor        b);

/* A slot with its tone is a slot, too. */
static inline guint
nev_slot_with_tone (guint slot,
                    guint tone)
{
  return tone * 2 * NEV_N_SLOTS + slot;
}

/* The runs of an only series. */
static inline guint
nev_slot_of_run (guint slot,
                 guint tone)
{
  return NEV_N_TONED_SLOTS + nev_slot_with_tone (slot, tone);
}

static inline gboolean
nev_slot_is_of_run (guint slot)
{
  return slot >= NEV_N_TONED_SLOTS;
}

static inline guint
nev_slot_get_tone (guint slot)
{
  return slot % NEV_N_TONED_SLOTS / (2 * NEV_N_SLOTS);
}

static inline gboolean
nev_slot_is_context (guint slot)
{
  return nev_slot_get_tone (slot) == NEV_TONE_CONTEXT;
}

/* Whether the colours have come again. */
static inline gboolean
nev_slot_is_again (guint slot)
{
  return slot / NEV_N_SLOTS % 2 == 1;
}

G_END_DECLS
