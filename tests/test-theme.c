/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-theme.h"

#include <math.h>
#include <string.h>

#define MIN_MARK_CONTRAST 3.0
#define MIN_TEXT_CONTRAST 4.5
#define MIN_ENHANCED_CONTRAST 7
#define MIN_LIGHTNESS_STEP 6.0 /* of CIE L*, from a slot to the next */

/* Distances in Oklab times 100. A chart has two or three series nearly always, four sometimes. */
#define N_FIRST_SLOTS 4
#define MIN_FIRST_DISTANCE 11.0
#define MIN_DISTANCE 4.5
#define MIN_FOCUS_DISTANCE 12.0 /* from a colour to what recedes; lines are thinner, too, and bars pale */

/* From a tenth of the way on which runs recede to the next, to the one after it, and further. */
static const double min_run_distances[] = { 0, 2.5, 5, 7 };
#define N_MOST_VISIONS 3

typedef struct
{
  double x[3];
} Vector;

typedef struct
{
  const char *name;
  double      m[3][3];
} Matrix;

/* How linear sRGB looks to readers who lack one kind of cone: Machado, Oliveira and Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.
 */
static const Matrix visions[] = {
  { "trichromatic", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopic", { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopic", { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopic", { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } } },
};

/* Oklab, Björn Ottosson, 2020. */
static const Matrix cones_from_rgb = {
  "cones", { { 0.4122214708, 0.5363325363, 0.0514459929 }, { 0.2119034982, 0.6806995451, 0.1073969566 }, { 0.0883024619, 0.2817188376, 0.6299787005 } }
};
static const Matrix lab_from_cones = {
  "Oklab", { { 0.2104542553, 0.7936177850, -0.0040720468 }, { 1.9779984951, -2.4285922050, 0.4505937099 }, { 0.0259040371, 0.7827717662, -0.8086757660 } }
};

static Vector
multiply (const Matrix *matrix,
          Vector        vector)
{
  Vector result = { { 0 } };

  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++)
      result.x[i] += matrix->m[i][j] * vector.x[j];

  return result;
}

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static Vector
to_oklab (NevColor      color,
          const Matrix *vision)
{
  Vector rgb = { { to_linear (color.red), to_linear (color.green), to_linear (color.blue) } };
  Vector cones;

  rgb = multiply (vision, rgb);
  for (int i = 0; i < 3; i++)
    rgb.x[i] = CLAMP (rgb.x[i], 0, 1);

  cones = multiply (&cones_from_rgb, rgb);
  for (int i = 0; i < 3; i++)
    cones.x[i] = cbrt (cones.x[i]);

  return multiply (&lab_from_cones, cones);
}

static double
get_distance (NevColor      a,
              NevColor      b,
              const Matrix *vision)
{
  Vector x = to_oklab (a, vision), y = to_oklab (b, vision);

  return 100 * hypot (hypot (x.x[0] - y.x[0], x.x[1] - y.x[1]), x.x[2] - y.x[2]);
}

/* CIE L*, from 0 to 100. */
static double
get_lightness (NevColor color)
{
  double luminance = 0.2126 * to_linear (color.red) + 0.7152 * to_linear (color.green) + 0.0722 * to_linear (color.blue);

  return 116 * cbrt (luminance) - 16;
}

static void
test_contrast (void)
{
  NevColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 }, gray = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (nev_color_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (nev_color_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (nev_color_contrast (gray, gray), 1, 1e-9);

  /* The lightest grey that text on white may have; known as 4.54. */
  g_assert_cmpfloat_with_epsilon (nev_color_contrast (white, gray), 4.54, 0.005);
}

static void
test_colors (void)
{
  for (int kind = NEV_THEME_LIGHT; kind <= NEV_THEME_DARK; kind++)
    {
      const NevTheme *theme = nev_theme_get (kind, FALSE);

      for (int i = 0; i < NEV_N_SLOTS; i++)
        {
          g_test_message ("theme %d, slot %d: mark %.2f, text %.2f, on it %.2f, tint %.2f", kind, i,
                          nev_color_contrast (theme->slots[i], theme->background),
                          nev_color_contrast (theme->slot_text[i], theme->background),
                          nev_color_contrast (theme->on_slots[i], theme->slots[i]),
                          nev_color_contrast (theme->slots[i], theme->tints[i]));
          g_assert_cmpfloat (nev_color_contrast (theme->slots[i], theme->background), >=, MIN_MARK_CONTRAST);
          g_assert_cmpfloat (nev_color_contrast (theme->slot_text[i], theme->background), >=, MIN_TEXT_CONTRAST);
          g_assert_cmpfloat (nev_color_contrast (theme->on_slots[i], theme->slots[i]), >=, MIN_TEXT_CONTRAST);
        }

      /* Hair lines are seen, and don't compete with the data. */
      g_assert_cmpfloat (nev_color_contrast (theme->grid, theme->background), >, 1.2);
      g_assert_cmpfloat (nev_color_contrast (theme->grid, theme->background), <, 2);

      /* A shaded area is seen, and what lies on it too. */
      g_assert_cmpfloat (nev_color_contrast (theme->band, theme->background), >, 1.1);
      g_assert_cmpfloat (nev_color_contrast (theme->grid, theme->band), >, 1.1);
      g_assert_cmpfloat (nev_color_contrast (theme->text, theme->band), >=, MIN_TEXT_CONTRAST);
      g_assert_cmpfloat (nev_color_contrast (theme->muted, theme->band), >=, MIN_TEXT_CONTRAST);
      for (int i = 0; i < NEV_N_SLOTS; i++)
        g_assert_cmpfloat (nev_color_contrast (theme->slot_text[i], theme->band), >=, MIN_TEXT_CONTRAST);
    }
}

/* Who asks for more contrast gets what WCAG calls enhanced for words, and lines as strong as marks. */
static void
test_high_contrast (void)
{
  for (int kind = NEV_THEME_LIGHT; kind <= NEV_THEME_DARK; kind++)
    {
      const NevTheme *theme = nev_theme_get_high_contrast (kind);

      g_assert_true (theme->is_transparent);
      g_assert_cmpfloat (nev_color_contrast (theme->text, theme->background), >=, 15);
      g_assert_cmpfloat (nev_color_contrast (theme->muted, theme->background), >=, MIN_ENHANCED_CONTRAST);
      g_assert_cmpfloat (nev_color_contrast (theme->text, theme->band), >=, MIN_ENHANCED_CONTRAST);
      g_assert_cmpfloat (nev_color_contrast (theme->muted, theme->band), >=, MIN_ENHANCED_CONTRAST);
      g_assert_cmpfloat (nev_color_contrast (theme->grid, theme->background), >=, MIN_MARK_CONTRAST);

      g_assert_cmpmem (theme->slots, sizeof theme->slots, nev_theme_get (kind, TRUE)->slots, sizeof theme->slots);
      for (int i = 0; i < NEV_N_SLOTS; i++)
        {
          g_assert_cmpfloat (nev_color_contrast (theme->slot_text[i], theme->background), >=, MIN_ENHANCED_CONTRAST);
          g_assert_cmpfloat (nev_color_contrast (theme->on_slots[i], theme->slots[i]), >=, MIN_TEXT_CONTRAST);
        }
    }
}

static gboolean
is_text_role (NevRole role)
{
  return nev_theme_get_look (nev_theme_get (NEV_THEME_LIGHT, FALSE), role, 0).line_width == 0;
}

/* Whatever the layout asks for, it can be read. */
static void
test_roles (void)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (int kind = NEV_THEME_LIGHT; kind <= NEV_THEME_DARK; kind++)
    for (NevRole role = 0; role < NEV_N_ROLES; role++)
      for (guint slot = 0; slot < 2 * NEV_N_SLOTS; slot++)
        {
          const NevTheme *theme = nev_theme_get (kind, FALSE);
          NevLook         look = nev_theme_get_look (theme, role, slot);
          NevColor        below = role == NEV_ROLE_VALUE_LABEL_INSIDE ? theme->slots[slot % NEV_N_SLOTS] : theme->background;

          g_hash_table_add (names, (gpointer) nev_role_to_string (role));
          g_assert_cmpfloat (look.font_scale, ==, nev_role_get_font_scale (role));
          g_assert_cmpint (look.is_bold, ==, nev_role_is_bold (role));
          g_assert_cmpfloat (look.color.alpha, ==, 1);

          if (is_text_role (role))
            g_assert_cmpfloat (nev_color_contrast (look.color, below), >=, MIN_TEXT_CONTRAST);
          else if (role != NEV_ROLE_GRID && role != NEV_ROLE_BAND)
            g_assert_cmpfloat (nev_color_contrast (look.color, below), >=, MIN_MARK_CONTRAST);

          if (is_text_role (role))
            {
              g_assert_cmpfloat (look.font_scale, >=, 0.85);
              g_assert_cmpfloat (look.font_scale, <=, nev_role_get_font_scale (NEV_ROLE_TITLE));
            }
        }

  g_assert_cmpuint (g_hash_table_size (names), ==, NEV_N_ROLES);
}

static void
test_color_blind (void)
{
  for (int kind = NEV_THEME_LIGHT; kind <= NEV_THEME_DARK; kind++)
    for (gsize v = 0; v < G_N_ELEMENTS (visions); v++)
      for (int i = 0; i < NEV_N_SLOTS; i++)
        for (int j = 0; j < i; j++)
          {
            const NevTheme *theme = nev_theme_get (kind, FALSE);
            double          distance = get_distance (theme->slots[i], theme->slots[j], &visions[v]);

            g_test_message ("theme %d, %s: slots %d and %d: %.1f", kind, visions[v].name, j, i, distance);
            g_assert_cmpfloat (distance, >=, i < N_FIRST_SLOTS ? MIN_FIRST_DISTANCE : MIN_DISTANCE);
          }
}

/* With more contrast the same is true, and words have what WCAG calls enhanced. */
static void
test_context_high_contrast (void)
{
  for (int kind = NEV_THEME_LIGHT; kind <= NEV_THEME_DARK; kind++)
    for (guint i = 0; i < NEV_N_SLOTS; i++)
      {
        const NevTheme *theme = nev_theme_get_high_contrast (kind);
        guint           slot = nev_slot_with_tone (i, NEV_TONE_CONTEXT);
        NevColor        mark = nev_theme_get_look (theme, NEV_ROLE_MARK, slot).color;
        NevColor        label = nev_theme_get_look (theme, NEV_ROLE_SERIES_LABEL, slot).color;

        g_assert_cmpfloat (nev_color_contrast (mark, theme->background), >, nev_color_contrast (theme->grid, theme->background) + 0.5);
        g_assert_cmpfloat (nev_color_contrast (label, theme->background), >=, MIN_ENHANCED_CONTRAST);
      }
}

/* What is there for comparison only is still seen and read, all of it is alike, and what has the focus differs from it. */
static void
test_context (void)
{
  for (int kind = NEV_THEME_LIGHT; kind <= NEV_THEME_DARK; kind++)
    for (guint i = 0; i < NEV_N_SLOTS; i++)
      {
        const NevTheme *theme = nev_theme_get (kind, FALSE);
        guint           slot = nev_slot_with_tone (i, NEV_TONE_CONTEXT);
        NevLook         mark = nev_theme_get_look (theme, NEV_ROLE_MARK, slot);
        NevLook         label = nev_theme_get_look (theme, NEV_ROLE_SERIES_LABEL, slot);
        NevLook         inside = nev_theme_get_look (theme, NEV_ROLE_VALUE_LABEL_INSIDE, slot);
        NevLook         legend = nev_theme_get_look (theme, NEV_ROLE_LEGEND, slot);
        NevLook         full = nev_theme_get_look (theme, NEV_ROLE_LEGEND, i);

        g_assert_true (nev_slot_is_context (slot));
        g_assert_false (nev_slot_is_context (i));
        g_assert_cmpfloat (nev_color_contrast (mark.color, theme->background), >=, MIN_MARK_CONTRAST);
        g_assert_cmpfloat (nev_color_contrast (mark.color, theme->background), <, MIN_MARK_CONTRAST + 0.1);
        g_assert_cmpfloat (mark.line_width, <, nev_theme_get_look (theme, NEV_ROLE_MARK, i).line_width);
        g_assert_cmpfloat (nev_color_contrast (label.color, theme->background), >=, MIN_TEXT_CONTRAST);
        g_assert_cmpfloat (nev_color_contrast (legend.color, theme->background), >=, MIN_TEXT_CONTRAST);
        g_assert_cmpfloat (nev_color_contrast (legend.color, theme->background), <, nev_color_contrast (full.color, theme->background));
        g_assert_cmpfloat (nev_color_contrast (inside.color, nev_theme_get_fill (theme, slot)), >=, MIN_TEXT_CONTRAST);

        /* A bar is paler than its outline, and a derived one paler still. */
        g_assert_cmpfloat (nev_color_contrast (nev_theme_get_fill (theme, slot), theme->background), <, 1.7);
        g_assert_cmpfloat (nev_color_contrast (nev_theme_get_tint (theme, slot), theme->background), <,
                           nev_color_contrast (nev_theme_get_fill (theme, slot), theme->background));

        for (guint j = 0; j < NEV_N_SLOTS; j++)
          {
            double distance = get_distance (theme->slots[j], mark.color, &visions[0]);

            g_test_message ("theme %d: slot %u before slot %u: %.1f", kind, j, i, distance);
            g_assert_cmpfloat (distance, >=, MIN_FOCUS_DISTANCE);
          }
      }
}

/* On a grey print neighbours still differ. */
static void
test_lightness (void)
{
  for (int kind = NEV_THEME_LIGHT; kind <= NEV_THEME_DARK; kind++)
    for (int i = 1; i < NEV_N_SLOTS; i++)
      {
        const NevTheme *theme = nev_theme_get (kind, FALSE);

        g_assert_cmpfloat (fabs (get_lightness (theme->slots[i]) - get_lightness (theme->slots[i - 1])), >=, MIN_LIGHTNESS_STEP);
      }
}

/* The further a mark recedes, the paler it is, and it is still seen. */
static void
test_tones (void)
{
  for (int kind = NEV_THEME_LIGHT; kind <= NEV_THEME_DARK; kind++)
    for (guint color = 0; color < NEV_N_SLOTS; color++)
      for (guint tone = 1; tone < NEV_N_TONES; tone++)
        {
          const NevTheme *theme = nev_theme_get (kind, FALSE);
          guint           slot = nev_slot_with_tone (color, tone);
          NevLook         mark = nev_theme_get_look (theme, NEV_ROLE_MARK, slot);
          NevLook         nearer = nev_theme_get_look (theme, NEV_ROLE_MARK, nev_slot_with_tone (color, tone - 1));
          NevLook         label = nev_theme_get_look (theme, NEV_ROLE_SERIES_LABEL, slot);
          NevColor        fill = nev_theme_get_fill (theme, slot);
          NevColor        nearer_fill = nev_theme_get_fill (theme, nev_slot_with_tone (color, tone - 1));

          g_assert_cmpuint (nev_slot_get_tone (slot), ==, tone);
          g_assert_false (nev_slot_is_again (slot));
          g_assert_cmpfloat (nev_color_contrast (mark.color, theme->background), >=, MIN_MARK_CONTRAST - 0.001);
          g_assert_cmpfloat (nev_color_contrast (mark.color, theme->background), <=, nev_color_contrast (nearer.color, theme->background));
          g_assert_cmpfloat (nev_color_contrast (label.color, theme->background), >=, MIN_TEXT_CONTRAST - 0.001);
          g_assert_cmpfloat (mark.line_width, <, nev_theme_get_look (theme, NEV_ROLE_MARK, color).line_width);

          /* Neighbouring fills differ, whichever kind of colour blindness the reader has: it is their lightness. */
          g_assert_cmpfloat (fabs (get_lightness (fill) - get_lightness (nearer_fill)), >=, 2);
        }
}

/* The years of a series lie over each other as thin lines, often eight of them: neighbours and those further apart differ. Whoever
 * lacks the third kind of cone, one in ten thousand, has their order and their labels.
 */
static void
test_runs (void)
{
  for (int kind = NEV_THEME_LIGHT; kind <= NEV_THEME_DARK; kind++)
    for (guint color = 0; color < NEV_N_SLOTS; color++)
      for (guint tone = 1; tone < NEV_N_TONES; tone++)
        {
          const NevTheme *theme = nev_theme_get (kind, FALSE);
          guint           slot = nev_slot_of_run (color, tone);
          NevLook         mark = nev_theme_get_look (theme, NEV_ROLE_MARK, slot);
          NevLook         label = nev_theme_get_look (theme, NEV_ROLE_SERIES_LABEL, slot);
          NevColor        fill = nev_theme_get_fill (theme, slot);
          NevColor        nearer_fill = nev_theme_get_fill (theme, nev_slot_of_run (color, tone - 1));

          g_assert_cmpuint (nev_slot_get_tone (slot), ==, tone);
          g_assert_true (nev_slot_is_of_run (slot));
          g_assert_false (nev_slot_is_again (slot));
          g_assert_cmpfloat (nev_color_contrast (mark.color, theme->background), >=, MIN_MARK_CONTRAST);
          g_assert_cmpfloat (nev_color_contrast (label.color, theme->background), >=, MIN_TEXT_CONTRAST - 0.001);
          g_assert_cmpfloat (mark.line_width, <, nev_theme_get_look (theme, NEV_ROLE_MARK, color).line_width);
          g_assert_cmpfloat (fabs (get_lightness (fill) - get_lightness (nearer_fill)), >=, 2);

          for (guint i = 0; i < N_MOST_VISIONS; i++)
            for (guint nearer = 0; nearer < tone; nearer++)
              {
                NevColor other = nev_theme_get_look (theme, NEV_ROLE_MARK, nev_slot_of_run (color, nearer)).color;
                double   distance = get_distance (mark.color, other, &visions[i]);

                g_test_message ("theme %d, %s, slot %u: tones %u and %u: %.1f", kind, visions[i].name, color, nearer, tone, distance);
                g_assert_cmpfloat (distance, >=, tone - nearer >= G_N_ELEMENTS (min_run_distances) ? min_run_distances[3] : min_run_distances[tone - nearer]);
              }
        }
}

static void
test_transparent (void)
{
  for (int kind = NEV_THEME_LIGHT; kind <= NEV_THEME_DARK; kind++)
    {
      NevTheme theme = *nev_theme_get (kind, TRUE);

      g_assert_true (theme.is_transparent);
      g_assert_false (nev_theme_get (kind, FALSE)->is_transparent);

      /* Nothing else differs. */
      theme.is_transparent = FALSE;
      g_assert_cmpmem (&theme, sizeof theme, nev_theme_get (kind, FALSE), sizeof theme);
    }
}

/* What has the same colour, or the same colour and another meaning, has other dashes. */
static void
test_dashes (void)
{
  static const struct
  {
    NevRole  role;
    NevStyle style;
    guint    slot;
    gboolean is_solid;
  } cases[] = {
    { NEV_ROLE_GRID, NEV_STYLE_PUBLISHED, 0, TRUE },
    { NEV_ROLE_BASELINE, NEV_STYLE_PUBLISHED, 0, TRUE },
    { NEV_ROLE_BREAK, NEV_STYLE_PUBLISHED, 0, FALSE },
    { NEV_ROLE_MARK, NEV_STYLE_PUBLISHED, 0, TRUE },
    { NEV_ROLE_MARK, NEV_STYLE_PUBLISHED, NEV_N_SLOTS - 1, TRUE },
    { NEV_ROLE_MARK, NEV_STYLE_DERIVED, 0, FALSE },
    { NEV_ROLE_MARK, NEV_STYLE_PUBLISHED, NEV_N_SLOTS, FALSE },
    { NEV_ROLE_MARK, NEV_STYLE_DERIVED, NEV_N_SLOTS, FALSE },
  };
  double dashes[3][NEV_MAX_DASHES];

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = nev_theme_get_dashes (cases[i].role, cases[i].style, cases[i].slot, 2, dashes[0]);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (n == 0, ==, cases[i].is_solid);

      for (guint j = 0; j < n; j++)
        g_assert_cmpfloat (dashes[0][j], >=, 2);
    }

  nev_theme_get_dashes (NEV_ROLE_MARK, NEV_STYLE_DERIVED, 0, 1, dashes[0]);
  nev_theme_get_dashes (NEV_ROLE_MARK, NEV_STYLE_PUBLISHED, NEV_N_SLOTS, 1, dashes[1]);
  nev_theme_get_dashes (NEV_ROLE_MARK, NEV_STYLE_DERIVED, NEV_N_SLOTS, 1, dashes[2]);

  for (int i = 0; i < 3; i++)
    for (int j = 0; j < i; j++)
      g_assert_cmpint (memcmp (dashes[i], dashes[j], sizeof dashes[i]), !=, 0);
}

static void
test_hatch (void)
{
  for (double size = 6; size < 200; size += 0.7)
    {
      NevHatch hatch = nev_theme_get_hatch (size);

      g_assert_cmpfloat (hatch.spacing, ==, floor (hatch.spacing));
      g_assert_cmpfloat (hatch.spacing, >, 2 * hatch.line_width);
      g_assert_cmpfloat (hatch.outline_width, >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/theme/contrast", test_contrast);
  g_test_add_func ("/theme/colors", test_colors);
  g_test_add_func ("/theme/high-contrast", test_high_contrast);
  g_test_add_func ("/theme/roles", test_roles);
  g_test_add_func ("/theme/color-blind", test_color_blind);
  g_test_add_func ("/theme/context", test_context);
  g_test_add_func ("/theme/context-high-contrast", test_context_high_contrast);
  g_test_add_func ("/theme/lightness", test_lightness);
  g_test_add_func ("/theme/tones", test_tones);
  g_test_add_func ("/theme/runs", test_runs);
  g_test_add_func ("/theme/transparent", test_transparent);
  g_test_add_func ("/theme/dashes", test_dashes);
  g_test_add_func ("/theme/hatch", test_hatch);

  return g_test_run ();
}
