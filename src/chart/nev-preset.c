/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-preset.h"

#include <glib/gi18n-lib.h>

#include "nev-error.h"
#include "nev-layout.h"

/* A slide of PowerPoint and Impress is 13⅓ × 7½ inches, an older one 10 × 7½; a part of one leaves the title and the
 * margins free. On slides 12 points are the least that is read from the back of a room.
 */
static const NevPreset presets[NEV_N_PRESETS] = {
  { "slide", N_("Slide 16:9"), 1280, 720, 12, 2 },
  { "slide-half", N_("Half a slide 16:9"), 600, 540, 12, 2 },
  { "slide-third", N_("Third of a slide 16:9"), 400, 540, 12, 2 },
  { "slide-4-3", N_("Slide 4:3"), 960, 720, 12, 2 },
  { "a4", N_("A4 across"), 1122, 793, 8, 3 },
  { "square", N_("Square"), 720, 720, 10, 2 },
};

/**
 * nev_preset_get:
 * @index: below %NEV_N_PRESETS
 *
 * Returns: (transfer none): a preset
 */
const NevPreset *
nev_preset_get (guint index)
{
  g_return_val_if_fail (index < NEV_N_PRESETS, NULL);

  return &presets[index];
}

/**
 * nev_preset_get_names:
 *
 * Returns: (transfer full): the names of all presets: "slide, slide-half"
 */
char *
nev_preset_get_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < NEV_N_PRESETS; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", presets[i].name);

  return g_string_free (names, FALSE);
}

/**
 * nev_preset_find:
 * @name: a name
 * @error: return location for %NEV_DATA_ERROR_SYNTAX
 *
 * Returns: (transfer none): the preset of this name; %NULL with @error set
 */
const NevPreset *
nev_preset_find (const char *name,
                 GError    **error)
{
  g_autofree char *names = nev_preset_get_names ();

  for (guint i = 0; i < NEV_N_PRESETS; i++)
    {
      if (g_str_equal (name, presets[i].name))
        return &presets[i];
    }

  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX, _("expected one of %1$s, found “%2$s”"), names, name);

  return NULL;
}

/**
 * nev_preset_get_font_size:
 * @self: a preset
 * @wanted: the size wanted, in pixels of the layout; 0 for one that suits the picture
 *
 * Returns: the size of the axis labels, in pixels: that which was wanted, but none too small for the place
 */
double
nev_preset_get_font_size (const NevPreset *self,
                          double           wanted)
{
  double size;

  g_return_val_if_fail (self != NULL, 0);

  size = wanted > 0 ? wanted : nev_layout_get_font_size (self->width, self->height);

  return MAX (size, self->min_points / NEV_POINTS_PER_PIXEL);
}
