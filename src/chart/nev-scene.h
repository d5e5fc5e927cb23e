/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-localized.h"
#include "nev-theme.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} NevPoint;

typedef enum
{
  NEV_ITEM_LINE, /* an open polyline */
  NEV_ITEM_RECT,
  NEV_ITEM_DOT,  /* a disc around x, y; width is its diameter */
  NEV_ITEM_TEXT, /* one line of text in the box x, y, width, height */
} NevItemKind;

/* The cell of the table that an item was drawn for, so that a click finds its way back. */
typedef struct
{
  int column;
  int row;
} NevDatum;

#define NEV_DATUM_NONE ((NevDatum){ -1, -1 })

/**
 * NevItem:
 * @slot: which of the theme's series colours
 * @style: published or derived
 * @datum: what it stands for; column -1 for what stands for no number, row -1 for a whole series
 * @x, @y: the top left of a rectangle's or a text's box; the middle of a dot
 * @baseline: of a text, from @y
 * @font_size: of a text, in pixels of the scene
 * @first_point: of a line, index into the scene's points
 * @text: of a text; owned by the scene
 */
typedef struct
{
  NevItemKind kind;
  NevRole     role;
  NevStyle    style;
  guint       slot;
  NevDatum    datum;
  double      x, y, width, height;
  double      baseline;
  double      font_size;
  guint       first_point, n_points;
  const char *text;
} NevItem;

/**
 * NevHit:
 *
 * @id: (nullable): a name that stays with the datum, whatever else is shown: "nev_sales-2023-06"
 * @text: (nullable): its reading as a sentence
 *
 * The area that belongs to a datum: as high as its panel, so that thin bars and points can
 * be hit. Not drawn. Names and sentences are there in files that carry them, and owned by the scene.
 */
typedef struct
{
  NevDatum datum;
  double   x, y, width, height;
  double   anchor_x, anchor_y; /* the mark's tip, for a highlight and a popover */

  const char *id;
  const char *text;
} NevHit;

/* Where a panel's data are drawn; what a crosshair or a pan needs. */
typedef struct
{
  double x, y, width, height;
} NevPlot;

#define NEV_SCENE_MAX_PLOTS 2

/* What is to be drawn, decided: a plain display list from which screen, files, picking, speech and
 * tests are made. @n_dropped counts the labels, lines and notes for which there was no room; @n_unlabelled
 * those of them that are values at marks, which the axis tells as well.
 */
typedef struct
{
  double        width, height;
  double        font_size;
  NevLanguage   language;
  GArray       *items;  /* (element-type NevItem) */
  GArray       *points; /* (element-type NevPoint) */
  GArray       *hits;   /* (element-type NevHit) */
  NevPlot       plots[NEV_SCENE_MAX_PLOTS];
  guint         n_plots;
  guint         n_dropped;
  guint         n_unlabelled;
  gboolean      is_thinned; /* where there is a hit for a pixel and not for each row */
  char         *title;       /* for <title>, PDF and accessible name */
  char         *description; /* for <desc> and accessible description */
  char         *source;      /* who published the figures, also where the picture doesn't say so */
  char         *license;     /* of the figures, SPDX: "CC0-1.0" */
  char         *view;        /* what was wanted, as a view's file says it; NULL but in files that carry it */
  char        **column_names; /* (nullable): what the table's columns are called in files that carry names */
  GStringChunk *strings;
} NevScene;

NevScene      *nev_scene_new       (double          width,
                                    double          height,
                                    double          font_size,
                                    NevLanguage     language);
void           nev_scene_free      (NevScene       *self);

NevItem       *nev_scene_add_line  (NevScene       *self,
                                    NevRole         role,
                                    const NevPoint *points,
                                    guint           n_points);
NevItem       *nev_scene_add_rect  (NevScene       *self,
                                    NevRole         role,
                                    double          x,
                                    double          y,
                                    double          width,
                                    double          height);
NevItem       *nev_scene_add_dot   (NevScene       *self,
                                    NevRole         role,
                                    double          x,
                                    double          y,
                                    double          diameter);
NevItem       *nev_scene_add_text  (NevScene       *self,
                                    NevRole         role,
                                    double          x,
                                    double          y,
                                    double          width,
                                    double          height,
                                    double          baseline,
                                    const char     *text);
void           nev_scene_add_hit   (NevScene       *self,
                                    const NevHit   *hit);

const NevHit  *nev_scene_pick      (const NevScene *self,
                                    double          x,
                                    double          y);
const NevHit  *nev_scene_find_hit  (const NevScene *self,
                                    NevDatum        datum);
const NevItem *nev_scene_pick_label (const NevScene *self,
                                    double          x,
                                    double          y);
char          *nev_scene_to_string (const NevScene *self);

static inline const NevItem *
nev_scene_get_item (const NevScene *self,
                    guint           index)
{
  return &g_array_index (self->items, NevItem, index);
}

static inline const NevPoint *
nev_scene_get_points (const NevScene *self,
                      const NevItem  *item)
{
  return &g_array_index (self->points, NevPoint, item->first_point);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevScene, nev_scene_free)

G_END_DECLS
