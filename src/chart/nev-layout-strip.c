/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"

#include <math.h>

#define MARGIN 0.25   /* above and below the marks, for the width of their lines; in font sizes like the other */
#define LABEL_GAP 0.2 /* between the plot and the years */

/**
 * nev_layout_strip:
 * @spec: what is wanted
 * @table: the numbers of all periods
 * @options: size, language and the measure of text; nothing is too small
 *
 * Lays the upper panel of a chart out as a strip to find one's way in time: only its marks, and the years below them. The
 * plot is as wide as the picture.
 *
 * Returns: (transfer full): the scene; without a plot where there is nothing to show
 */
NevScene *
nev_layout_strip (NevSpec                *spec,
                  const NevTable         *table,
                  const NevLayoutOptions *options)
{
  NevScene      *scene = nev_scene_new (options->width, options->height, options->font_size, options->language);
  NevLayout      self = { options, spec, nev_spec_get_dataset (spec), table, scene, options->language, options->font_size };
  NevPanelLayout panel;
  double         margin = round (MARGIN * self.font);
  double         height = options->height - 2 * margin - LABEL_GAP * self.font - nev_layout_get_line_height (&self, NEV_ROLE_AXIS_LABEL);

  if (nev_table_get_n_rows (table) == 0 || nev_table_get_n_columns (table) == 0 || height < 1 || options->width < 1)
    return scene;

  panel = nev_layout_prepare_panel (&self, 0);
  panel.is_bare = TRUE;
  panel.plot = (NevPlot){ 0, margin, options->width, floor (height) };

  /* Many bars in a small place would be a grating. */
  if (panel.mark == NEV_MARK_BARS)
    panel.mark = NEV_MARK_LINE;

  nev_axis_prepare_values (&self, &panel, panel.plot.height);
  nev_layout_place_panel (&self, &panel);
  nev_marks_add (&self, &panel);
  nev_axis_add_years (&self, &panel, panel.plot.y + panel.plot.height + margin,
                      panel.plot.y + panel.plot.height + margin + LABEL_GAP * self.font);

  return scene;
}
