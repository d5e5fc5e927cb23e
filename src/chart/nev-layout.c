/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"

#include "nev-catalog.h"
#include "nev-guard.h"
#include "nev-headline.h"
#include "nev-words.h"

#include <math.h>

/* From top to bottom: title, subtitle, legend, the panels above one shared period axis, source line. Each takes the
 * height that its text needs, and the panels get what is left.
 */

#define MARGIN 1.0            /* around the picture, in font sizes like the others */
#define GAP 0.5               /* between two things that belong together */
#define TITLE_GAP 0.2         /* between title and subtitle */
#define PANEL_GAP 1.1         /* between two panels */
#define LABEL_GAP 0.5         /* between an axis and its labels */
#define MAIN_PANEL_SHARE 0.58 /* of the height, for the upper of two panels */
#define PANEL_PLOT 3.0        /* the least height of one plot of two */
#define LEGEND_ROWS 3         /* that a legend may take in a small picture */
#define CHART_ROOM 11.0       /* that small print leaves to legend and panels before it gets a second line */
#define MIN_PLOT 4.0          /* pixels: a plot lower than this shows nothing */

/* Below so many font sizes of height parts of the picture are left out. */
#define LONG_TEXTS 22.0 /* texts of more than one line */
#define SUBTITLE 18.0

/**
 * nev_layout_get_font_size:
 * @width: of the picture, in pixels
 * @height: of the picture, in pixels
 *
 * Chooses a font size that reads well at a picture's size: 24 pixels on a slide of 1920 × 1080.
 *
 * Returns: the size of an axis label, in pixels
 */
double
nev_layout_get_font_size (double width,
                          double height)
{
  return CLAMP (sqrt (width * height) / 60, 9, 96);
}

/* Which columns of the table a panel shows; they stand side by side. */
static void
find_columns (const NevLayout *self,
              guint            index,
              NevPanelLayout  *panel)
{
  for (guint i = nev_table_get_n_columns (self->table); i-- > 0;)
    if (nev_table_get_column (self->table, i)->panel == index)
      {
        panel->first_column = i;
        panel->n_columns++;
      }
}

/**
 * nev_layout_prepare_panel:
 * @self: a layout
 * @index: of the panel in the spec
 *
 * Returns: what is known of a panel before it has a place
 */
NevPanelLayout
nev_layout_prepare_panel (const NevLayout *self,
                          guint            index)
{
  NevPanel       panel = nev_spec_get_panel (self->spec, index);
  NevSeries     *series = g_ptr_array_index (panel.series, 0);
  NevPanelLayout layout = {
    .mark = panel.mark,
    .measure = panel.measure,
    .unit = nev_measure_get_unit (panel.measure, series),
    .unit_text = nev_series_get_unit_text (series, self->language),
  };

  find_columns (self, index, &layout);

  return layout;
}

/**
 * nev_layout_place_panel:
 * @self: a layout
 * @panel: a panel with its plot and what its axis reaches over
 *
 * Makes the scales of a panel, and lets the scene know of its plot.
 */
void
nev_layout_place_panel (const NevLayout *self,
                        NevPanelLayout  *panel)
{
  panel->x = (NevBand){ panel->plot.x, panel->plot.x + panel->plot.width, MAX (nev_table_get_n_rows (self->table), 1) };
  panel->y = nev_scale_init (panel->domain_min, panel->domain_max, panel->plot.y + panel->plot.height, panel->plot.y);
  self->scene->plots[self->scene->n_plots++] = panel->plot;
}

/* Adds lines of text below each other, at the left or in the middle, and gives the height that they take. */
static double
add_aligned_lines (const NevLayout *self,
                   NevRole          role,
                   double           y,
                   double           align,
                   const char      *text,
                   guint            max_lines)
{
  double               margin = MARGIN * self->font;
  g_autoptr (GPtrArray) lines = nev_layout_wrap (self, role, text, self->scene->width - 2 * margin, max_lines);
  double               line_height = nev_layout_get_line_height (self, role);

  for (guint i = 0; i < lines->len; i++)
    nev_layout_add_text (self, role, margin + align * (self->scene->width - 2 * margin), y + i * line_height, align,
                         g_ptr_array_index (lines, i));

  return lines->len * line_height;
}

static double
add_lines (const NevLayout *self,
           NevRole          role,
           double           y,
           const char      *text,
           guint            max_lines)
{
  return add_aligned_lines (self, role, y, 0, text, max_lines);
}

static double
add_title (const NevLayout *self)
{
  double           y = MARGIN * self->font;
  g_autofree char *subtitle = NULL;
  double           sizes = self->scene->height / self->font;

  if (!(self->options->hidden & NEV_PART_TITLE))
    y += add_lines (self, NEV_ROLE_TITLE, y, self->scene->title, sizes < LONG_TEXTS ? 1 : 3) + TITLE_GAP * self->font;

  if (!(self->options->hidden & NEV_PART_SUBTITLE) && sizes >= SUBTITLE)
    {
      subtitle = nev_headline_get_subtitle (self->spec, self->table, self->language);
      y += add_lines (self, NEV_ROLE_SUBTITLE, y, subtitle, sizes < LONG_TEXTS ? 1 : 2);
    }

  return y > MARGIN * self->font ? y + GAP * self->font : y;
}

/* Adds small print that ends at @bottom and gives its top. It has one line at least, and more only as far as the chart
 * keeps its room below @top.
 */
static double
add_small_print (const NevLayout *self,
                 double           top,
                 double           bottom,
                 const char      *text,
                 guint            max_lines)
{
  double               width = self->scene->width - 2 * MARGIN * self->font;
  double               line_height = nev_layout_get_line_height (self, NEV_ROLE_SOURCE);
  double               room = (bottom - top - CHART_ROOM * self->font) / line_height;
  guint                n_lines = (guint) CLAMP (room, 1, max_lines);
  g_autoptr (GPtrArray) lines = nev_layout_wrap (self, NEV_ROLE_SOURCE, text, width, n_lines);

  bottom -= lines->len * line_height;
  add_lines (self, NEV_ROLE_SOURCE, bottom, text, n_lines);

  return bottom;
}

/* Adds what is missing, the footnote and the source line at the bottom and gives their top. @top is where the chart begins. */
static double
add_source (const NevLayout *self,
            double           top)
{
  double           bottom = self->scene->height - MARGIN * self->font * 0.8;
  const char      *footnote = nev_spec_get_footnote (self->spec);
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;
  g_autofree char *warning = NULL;
  gboolean         is_low = self->scene->height < LONG_TEXTS * self->font;

  if (self->options->hidden & NEV_PART_SOURCE)
    return bottom;

  text = nev_headline_get_source (self->spec, self->table, self->language);
  bottom = add_small_print (self, top, bottom, text, is_low ? 1 : 3);
  if (footnote != NULL)
    bottom = add_small_print (self, top, bottom, footnote, is_low ? 1 : 2);

  note = nev_headline_get_index_note (self->table, self->language);
  if (note != NULL)
    bottom = add_small_print (self, top, bottom, note, is_low ? 1 : 2);

  warning = nev_guard_get_note (self->spec, self->language);
  if (warning != NULL)
    bottom = add_small_print (self, top, bottom, warning, is_low ? 1 : 3);

  return bottom - GAP * self->font;
}

/* The name of a panel that isn't alone: what it measures, in which unit. */
static double
add_panel_title (const NevLayout      *self,
                 const NevPanelLayout *panel,
                 double                top)
{
  g_autofree char *text = nev_headline_get_panel_title (self->spec, self->table, panel->first_column, self->language);

  return add_lines (self, NEV_ROLE_PANEL_TITLE, top, text, 1);
}

static void
place_panels (const NevLayout *self,
              NevPanelLayout  *panels,
              guint            n_panels,
              double           top,
              double           bottom,
              double           note_height)
{
  double left = 0, right = 0;
  gboolean has_titles = nev_spec_get_n_panels (self->spec) > 1;
  double title_height = has_titles ? nev_layout_get_line_height (self, NEV_ROLE_PANEL_TITLE) : 0;
  double value_room = nev_layout_get_line_height (self, NEV_ROLE_VALUE_LABEL);
  double free_height = bottom - top - n_panels * (title_height + value_room) - (n_panels - 1) * PANEL_GAP * self->font - note_height;
  double margin = MARGIN * self->font;

  for (guint i = 0; i < n_panels; i++)
    {
      double share = n_panels == 1 ? 1 : i == 0 ? MAIN_PANEL_SHARE : 1 - MAIN_PANEL_SHARE;

      panels[i].plot.height = floor (MAX (free_height * share, MIN_PLOT));
      nev_axis_prepare_values (self, &panels[i], panels[i].plot.height);
      left = MAX (left, nev_axis_get_label_width (self, &panels[i]));
      if (panels[i].has_end_labels)
        right = MAX (right, nev_marks_get_end_label_width (self, &panels[i]));
      right = MAX (right, nev_annotate_get_label_width (self, &panels[i]));
    }

  left = ceil (margin + left + LABEL_GAP * self->font);
  right = floor (self->scene->width - margin - right);

  for (guint i = 0; i < n_panels; i++)
    {
      NevPanelLayout *panel = &panels[i];

      /* Of two panels each says its unit, also where only one has room. */
      if (has_titles)
        add_panel_title (self, panel, top);

      panel->plot.x = left;
      panel->plot.y = ceil (top + title_height + value_room + (i == 0 ? note_height : 0));
      panel->plot.width = MAX (right - left, MIN_PLOT);
      nev_layout_place_panel (self, panel);
      top = panel->plot.y + panel->plot.height + PANEL_GAP * self->font;
    }
}

/* The second panel needs room for both plots to be read, when the legend has taken all its rows. */
static guint
choose_n_panels (const NevLayout *self,
                 double           height)
{
  guint  n_panels = nev_spec_get_n_panels (self->spec);
  double each = nev_layout_get_line_height (self, NEV_ROLE_PANEL_TITLE) +
                nev_layout_get_line_height (self, NEV_ROLE_VALUE_LABEL) + PANEL_PLOT * self->font;

  height -= nev_axis_get_period_height (self) + LEGEND_ROWS * nev_layout_get_line_height (self, NEV_ROLE_LEGEND);

  return height < n_panels * each + PANEL_GAP * self->font ? 1 : n_panels;
}

static double
get_font_size (const NevLayoutOptions *options)
{
  double wanted = options->font_size > 0 ? options->font_size : nev_layout_get_font_size (options->width, options->height);

  return MIN (wanted, MIN (options->width, options->height) / NEV_LAYOUT_MIN_SIZES);
}

/**
 * nev_layout:
 * @spec: what is wanted
 * @table: the numbers, as nev_spec_create_table() makes them
 * @options: size, language and the measure of text
 *
 * Decides where everything of a chart stands: scales, ticks, labels, marks, and what finds no room. Nothing
 * overlaps and nothing reaches beyond the picture: in a small one the lower panel, the subtitle and labels are
 * left out, and letters too large for it are made smaller.
 *
 * Returns: (transfer full): the scene, which is all that is drawn
 */
NevScene *
nev_layout (NevSpec                *spec,
            const NevTable         *table,
            const NevLayoutOptions *options)
{
  double         font = get_font_size (options);
  NevScene      *scene = nev_scene_new (options->width, options->height, font, options->language);
  NevLayout      self = { options, spec, nev_spec_get_dataset (spec), table, scene, options->language, font };
  NevPanelLayout panels[NEV_MAX_PANELS];
  guint          n_panels;
  double         top, bottom, note_height;

  scene->title = nev_headline_get_title (spec, table, self.language);
  scene->description = nev_headline_describe (spec, table, self.language);
  scene->source = nev_headline_get_source (spec, table, self.language);
  scene->license = g_strdup (nev_dataset_get_license (self.dataset));

  top = add_title (&self);
  bottom = add_source (&self, top);
  n_panels = choose_n_panels (&self, bottom - top);
  for (guint i = 0; i < n_panels; i++)
    panels[i] = nev_layout_prepare_panel (&self, i);

  if (nev_table_get_n_rows (table) == 0 || nev_table_get_n_columns (table) == 0)
    {
      add_aligned_lines (&self, NEV_ROLE_AXIS_LABEL, (top + bottom) / 2, 0.5,
                         nev_tr (self.language, "Nothing is known about this range"), 2);
      return scene;
    }

  if (nev_table_is_ranking (table))
    {
      top += nev_caption_add_legend (&self, panels, 1, top);
      nev_ranking_add (&self, &panels[0], top, bottom);
      return scene;
    }

  for (guint i = 0; i < n_panels; i++)
    panels[i].has_end_labels = panels[i].mark == NEV_MARK_LINE &&
                               nev_marks_get_end_label_width (&self, &panels[i]) < 0.24 * scene->width;

  top += nev_caption_add_legend (&self, panels, n_panels, top);
  bottom -= nev_axis_get_period_height (&self);
  note_height = nev_annotate_get_note_height (&self, (bottom - top) / n_panels);
  place_panels (&self, panels, n_panels, top, bottom, note_height);

  for (guint i = 0; i < n_panels; i++)
    {
      nev_annotate_add_areas (&self, &panels[i]);
      nev_axis_add_values (&self, &panels[i]);
      nev_marks_add (&self, &panels[i]);
      nev_annotate_add_lines (&self, &panels[i]);
    }

  nev_axis_add_periods (&self, &panels[n_panels - 1], panels[n_panels - 1].plot.y + panels[n_panels - 1].plot.height);
  nev_annotate_add_notes (&self, &panels[0], note_height);
  for (guint i = 0; i < n_panels; i++)
    nev_annotate_add_labels (&self, &panels[i]);

  return scene;
}
