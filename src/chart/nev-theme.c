/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-theme.h"

#include <math.h>

/* The colours were chosen by measuring, and tests/test-theme.c measures them again: contrast on the
 * background, and the distance between the series as readers with each kind of colour blindness
 * see them. Neighbouring slots also differ in lightness, for grey prints. The dark theme isn't the
 * light one turned round: on dark, yellow and mint carry and navy doesn't.
 */

/* clang-format off */
#define MARK_CONTRAST 3.0
#define TEXT_CONTRAST 4.5
#define RECEDING_LINE 1.6 /* pixels, as in the table below */
#define FIRST_TONE 0.55 /* of the way to the palest that can be seen */
#define PALEST_FILL 0.85 /* of the way to the background */
#define CONTEXT_GREY 0.8 /* how much of a colour is lost where it is there for comparison only */
#define CONTEXT_FILL 0.7 /* the same as PALEST_FILL, for a bar of it */
#define MORE_CONTRAST 1.8 /* times as much as is needed, where much is wanted */
#define CONTEXT_TINT 0.9 /* and below the hatching of a derived one */
#define TINT 0.8         /* of the way there, below a hatching that recedes */

#define RGB(hex) { ((hex) >> 16) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1 }

/* The hues by which the years of a series recede, from its own colour on, each series on its own way. They were searched for by
 * computer, so that any two years stand as far apart as tests/test-theme.c demands, also where red and green look alike.
 */
#define LIGHT_RECEDING                                                                             \
  { { RGB (0x006d6c), RGB (0xa8721f), RGB (0xc97aae) },                                            \
    { RGB (0xc67b9c), RGB (0x9667d1), RGB (0x006d5f) },                                            \
    { RGB (0x425eb9), RGB (0x8d6add), RGB (0xb085b6) },                                            \
    { RGB (0x3b6fc8), RGB (0x1b8278), RGB (0x997b13) },                                            \
    { RGB (0x1c8277), RGB (0x497bb7), RGB (0x9f76e9) },                                            \
    { RGB (0xad61cb), RGB (0x6850c0), RGB (0x2c725a) } }

#define DARK_RECEDING                                                                              \
  { { RGB (0x57b192), RGB (0x889739), RGB (0xb24b73) },                                            \
    { RGB (0xe28ab4), RGB (0x906bce), RGB (0x008567) },                                            \
    { RGB (0x4e8df0), RGB (0x8e6bbe), RGB (0xb8597b) },                                            \
    { RGB (0x975e70), RGB (0x698228), RGB (0x9a973d) },                                            \
    { RGB (0x55c8a0), RGB (0x4a8ae1), RGB (0x9060af) },                                            \
    { RGB (0xa35a85), RGB (0x4c7cdc), RGB (0x52aeb2) } }

#define LIGHT(transparent)                                                                         \
  {                                                                                                \
    .background = RGB (0xffffff), .is_transparent = transparent,                                   \
    .text = RGB (0x202020), .muted = RGB (0x5e5e5e), .grid = RGB (0xdedede),                       \
    .band = RGB (0xf6f1e4),                                                                        \
    .slots = { RGB (0x184a9a), RGB (0xea6a10), RGB (0x1b8278),                                     \
               RGB (0x7a2150), RGB (0x7d6b2c), RGB (0xd4699a) },                                   \
    .slot_text = { RGB (0x184a9a), RGB (0xb34a00), RGB (0x15766d),                                 \
                   RGB (0x7a2150), RGB (0x73611f), RGB (0xb03f76) },                               \
    .on_slots = { RGB (0xffffff), RGB (0x1a1a1a), RGB (0xffffff),                                  \
                  RGB (0xffffff), RGB (0xffffff), RGB (0x1a1a1a) },                                \
    .tints = { RGB (0xd1dbeb), RGB (0xfbe1cf), RGB (0xd1e6e4),                                     \
               RGB (0xe4d3dc), RGB (0xe5e1d5), RGB (0xf6e1eb) },                                   \
    .receding = LIGHT_RECEDING,                                                                    \
  }

#define DARK(transparent)                                                                          \
  {                                                                                                \
    .background = RGB (0x242424), .is_transparent = transparent,                                   \
    .text = RGB (0xf2f2f2), .muted = RGB (0xb2b2b2), .grid = RGB (0x424242),                       \
    .band = RGB (0x36332b),                                                                        \
    .slots = { RGB (0x5a8cf0), RGB (0xffc56b), RGB (0x56c8bb),                                     \
               RGB (0xc4669c), RGB (0xe3e5b4), RGB (0xe8705f) },                                   \
    .slot_text = { RGB (0x7aa3f5), RGB (0xffc56b), RGB (0x56c8bb),                                 \
                   RGB (0xd684b0), RGB (0xe3e5b4), RGB (0xee8474) },                               \
    .on_slots = { RGB (0x141414), RGB (0x141414), RGB (0x141414),                                  \
                  RGB (0x141414), RGB (0x141414), RGB (0x141414) },                                \
    .tints = { RGB (0x313d55), RGB (0x594b35), RGB (0x304b48),                                     \
               RGB (0x4a3441), RGB (0x525247), RGB (0x533632) },                                   \
    .receding = DARK_RECEDING,                                                                     \
  }

/* For who asks the desktop for it: words and lines stand out more. The marks have their colours still, which were
 * measured against each other. The ground is the window's.
 */
#define LIGHT_HIGH_CONTRAST                                                                        \
  {                                                                                                \
    .background = RGB (0xffffff), .is_transparent = TRUE,                                          \
    .text = RGB (0x000000), .muted = RGB (0x2b2b2b), .grid = RGB (0x8a8a8a),                       \
    .band = RGB (0xebe0c0),                                                                        \
    .slots = { RGB (0x184a9a), RGB (0xea6a10), RGB (0x1b8278),                                     \
               RGB (0x7a2150), RGB (0x7d6b2c), RGB (0xd4699a) },                                   \
    .slot_text = { RGB (0x0f3a80), RGB (0x863600), RGB (0x0a554e),                                 \
                   RGB (0x5c1039), RGB (0x54460f), RGB (0x88285a) },                               \
    .on_slots = { RGB (0xffffff), RGB (0x1a1a1a), RGB (0xffffff),                                  \
                  RGB (0xffffff), RGB (0xffffff), RGB (0x1a1a1a) },                                \
    .tints = { RGB (0xd1dbeb), RGB (0xfbe1cf), RGB (0xd1e6e4),                                     \
               RGB (0xe4d3dc), RGB (0xe5e1d5), RGB (0xf6e1eb) },                                   \
    .receding = LIGHT_RECEDING,                                                                    \
  }

#define DARK_HIGH_CONTRAST                                                                         \
  {                                                                                                \
    .background = RGB (0x242424), .is_transparent = TRUE,                                          \
    .text = RGB (0xffffff), .muted = RGB (0xe6e6e6), .grid = RGB (0x8a8a8a),                       \
    .band = RGB (0x4a4430),                                                                        \
    .slots = { RGB (0x5a8cf0), RGB (0xffc56b), RGB (0x56c8bb),                                     \
               RGB (0xc4669c), RGB (0xe3e5b4), RGB (0xe8705f) },                                   \
    .slot_text = { RGB (0xa3c0fa), RGB (0xffc56b), RGB (0x7fdcd1),                                 \
                   RGB (0xebb3d0), RGB (0xf3f4cf), RGB (0xf7b0a4) },                               \
    .on_slots = { RGB (0x141414), RGB (0x141414), RGB (0x141414),                                  \
                  RGB (0x141414), RGB (0x141414), RGB (0x141414) },                                \
    .tints = { RGB (0x313d55), RGB (0x594b35), RGB (0x304b48),                                     \
               RGB (0x4a3441), RGB (0x525247), RGB (0x533632) },                                   \
    .receding = DARK_RECEDING,                                                                     \
  }
/* clang-format on */

static const NevTheme high_contrast[] = {
  [NEV_THEME_LIGHT] = LIGHT_HIGH_CONTRAST,
  [NEV_THEME_DARK] = DARK_HIGH_CONTRAST,
};

static const NevTheme themes[][2] = {
  [NEV_THEME_LIGHT] = { LIGHT (FALSE), LIGHT (TRUE) },
  [NEV_THEME_DARK] = { DARK (FALSE), DARK (TRUE) },
};

static const struct
{
  const char *name;
  double      line_width;
  double      font_scale;
  gboolean    is_bold;
  gboolean    is_dashed;
} roles[NEV_N_ROLES] = {
  [NEV_ROLE_TITLE] = { "title", 0, 1.6, TRUE, FALSE },
  [NEV_ROLE_SUBTITLE] = { "subtitle", 0, 1.1, FALSE, FALSE },
  [NEV_ROLE_PANEL_TITLE] = { "panel-title", 0, 1.05, TRUE, FALSE },
  [NEV_ROLE_LEGEND] = { "legend", 0, 1, FALSE, FALSE },
  [NEV_ROLE_AXIS_LABEL] = { "axis-label", 0, 1, FALSE, FALSE },
  [NEV_ROLE_GRID] = { "grid", 1, 1, FALSE, FALSE },
  [NEV_ROLE_BASELINE] = { "baseline", 1.2, 1, FALSE, FALSE },
  [NEV_ROLE_TICK] = { "tick", 1, 1, FALSE, FALSE },
  [NEV_ROLE_MARK] = { "mark", 2.5, 1, FALSE, FALSE },
  [NEV_ROLE_SERIES_LABEL] = { "series-label", 0, 1.05, TRUE, FALSE },
  [NEV_ROLE_VALUE_LABEL] = { "value-label", 0, 0.9, FALSE, FALSE },
  [NEV_ROLE_VALUE_LABEL_INSIDE] = { "value-label-inside", 0, 0.9, FALSE, FALSE },
  [NEV_ROLE_BREAK] = { "break", 1.4, 1, FALSE, TRUE },
  [NEV_ROLE_BREAK_LABEL] = { "break-label", 0, 0.85, FALSE, FALSE },
  [NEV_ROLE_SOURCE] = { "source", 0, 0.85, FALSE, FALSE },
  [NEV_ROLE_BAND] = { "band", 1, 1, FALSE, FALSE },
  [NEV_ROLE_REFERENCE] = { "reference", 1.5, 1, FALSE, TRUE },
  [NEV_ROLE_REFERENCE_LABEL] = { "reference-label", 0, 0.9, FALSE, FALSE },
  [NEV_ROLE_NOTE] = { "note", 0, 0.9, FALSE, FALSE },
  [NEV_ROLE_NOTE_LINE] = { "note-line", 1, 1, FALSE, FALSE },
};

/**
 * nev_theme_get:
 * @kind: light or dark
 * @is_transparent: leave the background to whatever lies below
 *
 * Gets the colours to draw with.
 *
 * Returns: (transfer none): a theme that lives for ever
 */
const NevTheme *
nev_theme_get (NevThemeKind kind,
               gboolean     is_transparent)
{
  g_return_val_if_fail (kind == NEV_THEME_LIGHT || kind == NEV_THEME_DARK, NULL);

  return &themes[kind][is_transparent ? 1 : 0];
}

static NevColor
mix (NevColor a,
     NevColor b,
     double   share)
{
  return (NevColor){
    a.red + share * (b.red - a.red),
    a.green + share * (b.green - a.green),
    a.blue + share * (b.blue - a.blue),
    1,
  };
}

/* As near to the background as @contrast lets it come. */
static NevColor
fade (const NevTheme *self,
      NevColor        color,
      double          share,
      double          contrast)
{
  double low = 0, high = 1;

  for (int i = 0; i < 20; i++)
    {
      double middle = (low + high) / 2;

      if (nev_color_contrast (mix (color, self->background, middle), self->background) >= contrast)
        low = middle;
      else
        high = middle;
    }

  return mix (color, self->background, low * share);
}

/* A colour on its way to the background, as far as @tone says and @contrast lets it go. A colour that has hardly more than
 * that stays what it is: a receding line is thinner, too, and a receding bar pale within its outline. What is there for
 * comparison only goes all the way and is nearly grey, so that the one colour that is left is what is looked at.
 */
static NevColor
recede (const NevTheme *self,
        NevColor        color,
        guint           tone,
        double          contrast)
{
  if (tone == 0)
    return color;

  /* Where hair lines are as strong as marks it must stand out from them, too. */
  if (tone == NEV_TONE_CONTEXT)
    return fade (self, mix (color, self->muted, CONTEXT_GREY), 1,
                 nev_color_contrast (self->grid, self->background) >= MARK_CONTRAST ? contrast * MORE_CONTRAST : contrast);

  return fade (self, color, FIRST_TONE + (1 - FIRST_TONE) * tone / (NEV_N_TONES - 1), contrast);
}

/**
 * nev_theme_get_high_contrast:
 * @kind: light or dark
 *
 * Gets the colours for a window whose user wants more contrast: text at least 7:1, hair lines 3:1.
 *
 * Returns: (transfer none): a theme that lives for ever and leaves the background to what lies below
 */
const NevTheme *
nev_theme_get_high_contrast (NevThemeKind kind)
{
  g_return_val_if_fail (kind == NEV_THEME_LIGHT || kind == NEV_THEME_DARK, NULL);

  return &high_contrast[kind];
}

/* A colour as near to @color as words can be read in. */
static NevColor
make_readable (const NevTheme *self,
               NevColor        color)
{
  double low = 0, high = 1;

  if (nev_color_contrast (color, self->background) >= TEXT_CONTRAST)
    return color;

  for (int i = 0; i < 20; i++)
    {
      double middle = (low + high) / 2;

      if (nev_color_contrast (mix (color, self->text, middle), self->background) >= TEXT_CONTRAST)
        high = middle;
      else
        low = middle;
    }

  return mix (color, self->text, high);
}

/* The colour of one of the runs of an only series. */
static NevColor
get_run_color (const NevTheme *self,
               guint           slot)
{
  double          place = (double) NEV_N_RECEDING * nev_slot_get_tone (slot) / (NEV_N_TONES - 1);
  guint           step = MIN ((guint) place, NEV_N_RECEDING - 1);
  const NevColor *way = self->receding[slot % NEV_N_SLOTS];

  return mix (step == 0 ? self->slots[slot % NEV_N_SLOTS] : way[step - 1], way[step], place - step);
}

static NevColor
get_color (const NevTheme *self,
           NevRole         role,
           guint           slot)
{
  switch (role)
    {
    case NEV_ROLE_MARK:
      if (nev_slot_is_of_run (slot))
        return get_run_color (self, slot);

      return recede (self, self->slots[slot % NEV_N_SLOTS], nev_slot_get_tone (slot), MARK_CONTRAST);

    case NEV_ROLE_SERIES_LABEL:
      if (nev_slot_is_of_run (slot) && nev_slot_get_tone (slot) > 0)
        return make_readable (self, get_run_color (self, slot));

      return recede (self, self->slot_text[slot % NEV_N_SLOTS], nev_slot_get_tone (slot), TEXT_CONTRAST);

    case NEV_ROLE_VALUE_LABEL_INSIDE:
      return nev_slot_is_context (slot) ? self->text : self->on_slots[slot % NEV_N_SLOTS];

    case NEV_ROLE_GRID:
      return self->grid;

    case NEV_ROLE_BAND:
      return self->band;

    case NEV_ROLE_LEGEND:
    case NEV_ROLE_VALUE_LABEL:
      return nev_slot_is_context (slot) ? self->muted : self->text;

    case NEV_ROLE_TITLE:
    case NEV_ROLE_PANEL_TITLE:
    case NEV_ROLE_REFERENCE:
    case NEV_ROLE_REFERENCE_LABEL:
    case NEV_ROLE_NOTE:
      return self->text;

    case NEV_ROLE_SUBTITLE:
    case NEV_ROLE_AXIS_LABEL:
    case NEV_ROLE_BASELINE:
    case NEV_ROLE_TICK:
    case NEV_ROLE_BREAK:
    case NEV_ROLE_BREAK_LABEL:
    case NEV_ROLE_SOURCE:
    case NEV_ROLE_NOTE_LINE:
      return self->muted;

    default:
      g_assert_not_reached ();
    }
}

/**
 * nev_theme_get_look:
 * @self: the colours
 * @role: what the item is there for
 * @slot: the series' colour, for roles that have one; from %NEV_N_SLOTS on the colours
 *   come again and marks are dashed, and from twice that on they recede; see nev_slot_of_run()
 *
 * Says what an item looks like.
 *
 * Returns: its look
 */
NevLook
nev_theme_get_look (const NevTheme *self,
                    NevRole         role,
                    guint           slot)
{
  g_return_val_if_fail (self != NULL, (NevLook){ { 0 } });
  g_return_val_if_fail (role < NEV_N_ROLES, (NevLook){ { 0 } });

  return (NevLook){
    .color = get_color (self, role, slot),
    .line_width = role == NEV_ROLE_MARK && nev_slot_get_tone (slot) > 0 ? RECEDING_LINE : roles[role].line_width,
    .font_scale = roles[role].font_scale,
    .is_bold = roles[role].is_bold,
    .is_dashed = roles[role].is_dashed || (role == NEV_ROLE_MARK && nev_slot_is_again (slot)),
  };
}

/**
 * nev_theme_get_fill:
 * @self: the colours
 * @slot: the series' colour
 *
 * Says what a bar is filled with whose value was published. One that recedes is pale, and has an outline in the colour
 * of its mark.
 *
 * Returns: the colour
 */
NevColor
nev_theme_get_fill (const NevTheme *self,
                    guint           slot)
{
  guint    tone = nev_slot_get_tone (slot);
  NevColor color;

  g_return_val_if_fail (self != NULL, (NevColor){ 0 });

  if (nev_slot_is_context (slot))
    return mix (get_color (self, NEV_ROLE_MARK, slot), self->background, CONTEXT_FILL);

  color = nev_slot_is_of_run (slot) ? get_run_color (self, slot) : self->slots[slot % NEV_N_SLOTS];

  return mix (color, self->background, PALEST_FILL * tone / (NEV_N_TONES - 1));
}

/**
 * nev_theme_get_stroke:
 * @self: the colours
 * @slot: the series' colour
 *
 * Says what a derived bar is hatched with: the colour of its mark, and less of it where the bar recedes, so that derived
 * bars can be told apart as those can that were published.
 *
 * Returns: the colour
 */
NevColor
nev_theme_get_stroke (const NevTheme *self,
                      guint           slot)
{
  g_return_val_if_fail (self != NULL, (NevColor){ 0 });

  return mix (get_color (self, NEV_ROLE_MARK, slot), nev_theme_get_fill (self, slot), nev_slot_get_tone (slot) > 0 && !nev_slot_is_context (slot) ? 0.5 : 0);
}

/**
 * nev_theme_get_tint:
 * @self: the colours
 * @slot: the series' colour
 *
 * Says what is below the hatching of a bar whose value was derived, and within the ring of such a point.
 *
 * Returns: the colour
 */
NevColor
nev_theme_get_tint (const NevTheme *self,
                    guint           slot)
{
  g_return_val_if_fail (self != NULL, (NevColor){ 0 });

  if (nev_slot_is_context (slot))
    return mix (get_color (self, NEV_ROLE_MARK, slot), self->background, CONTEXT_TINT);

  if (nev_slot_get_tone (slot) > 0)
    return mix (get_color (self, NEV_ROLE_MARK, slot), self->background, TINT);

  return self->tints[slot % NEV_N_SLOTS];
}

/**
 * nev_theme_get_hatch:
 * @font_size: of the scene, in its pixels
 *
 * Says how derived bars are hatched. The spacing is a whole number of pixels, so that the pattern
 * repeats exactly, and so is the outline, so that it is as sharp as the bar.
 *
 * Returns: the measures of the hatching
 */
NevHatch
nev_theme_get_hatch (double font_size)
{
  double unit = font_size / NEV_LOOK_FONT_SIZE;

  return (NevHatch){
    .spacing = MAX (round (6 * unit), 4),
    .line_width = 1.25 * unit,
    .outline_width = MAX (round (1.25 * unit), 1),
  };
}

/**
 * nev_theme_get_dashes:
 * @role: what the line is there for
 * @style: whether it stands for something derived
 * @slot: the series' colour
 * @line_width: of the line, in any unit
 * @dashes: (out): lengths of strokes and gaps in turn, in the same unit
 *
 * Says how a line is broken into dashes.
 *
 * Returns: how many lengths there are; 0 for a solid line
 */
guint
nev_theme_get_dashes (NevRole  role,
                      NevStyle style,
                      guint    slot,
                      double   line_width,
                      double   dashes[NEV_MAX_DASHES])
{
  static const double pattern[][NEV_MAX_DASHES] = {
    { 3, 2, 3, 2 },     /* the common dash */
    { 6, 1.5, 6, 1.5 }, /* colours that come again: long dashes, */
    { 6, 1.5, 1, 1.5 }, /* and with a dot where they are derived */
  };
  gboolean is_derived = role == NEV_ROLE_MARK && style == NEV_STYLE_DERIVED;
  gboolean is_again = role == NEV_ROLE_MARK && nev_slot_is_again (slot);
  int      kind;

  if (is_again)
    kind = is_derived ? 2 : 1;
  else if (is_derived || roles[role].is_dashed)
    kind = 0;
  else
    return 0;

  for (guint i = 0; i < NEV_MAX_DASHES; i++)
    dashes[i] = pattern[kind][i] * line_width;

  return NEV_MAX_DASHES;
}

/**
 * nev_role_get_font_scale:
 * @role: what a text is there for
 *
 * Gets the size of its letters.
 *
 * Returns: a factor on the scene's font size
 */
double
nev_role_get_font_scale (NevRole role)
{
  g_return_val_if_fail (role < NEV_N_ROLES, 1);

  return roles[role].font_scale;
}

gboolean
nev_role_is_bold (NevRole role)
{
  g_return_val_if_fail (role < NEV_N_ROLES, FALSE);

  return roles[role].is_bold;
}

const char *
nev_role_to_string (NevRole self)
{
  g_return_val_if_fail (self < NEV_N_ROLES, "");

  return roles[self].name;
}

static double
linear_from_srgb (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (NevColor color)
{
  return 0.2126 * linear_from_srgb (color.red) + 0.7152 * linear_from_srgb (color.green) +
         0.0722 * linear_from_srgb (color.blue);
}

/**
 * nev_color_contrast:
 * @a: an opaque colour
 * @b: the colour next to it
 *
 * Calculates the contrast ratio of the Web Content Accessibility Guidelines 2.1.
 *
 * Returns: from 1 (equal) to 21 (black and white)
 */
double
nev_color_contrast (NevColor a,
                    NevColor b)
{
  double x = get_luminance (a);
  double y = get_luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}
