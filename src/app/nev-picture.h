/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nev-chart-state.h"

G_BEGIN_DECLS

/* A chart as it is drawn on the screen: its scene and the render node of that, each made when it is asked
 * for and kept until it is dropped.
 */
typedef struct _NevPicture NevPicture;

NevPicture     *nev_picture_new           (NevLanguage       language);
void            nev_picture_free          (NevPicture       *self);

NevLanguage     nev_picture_get_language  (const NevPicture *self);
void            nev_picture_set_language  (NevPicture       *self,
                                           NevLanguage       language);

gboolean        nev_picture_lay_out       (NevPicture       *self,
                                           NevChartState    *state,
                                           int               width,
                                           int               height,
                                           double            font_size);
GskRenderNode  *nev_picture_render        (NevPicture       *self,
                                           const NevTheme   *theme,
                                           GskRenderer      *renderer);
void            nev_picture_drop_layout   (NevPicture       *self);
void            nev_picture_drop_node     (NevPicture       *self);
void            nev_picture_drop_fonts    (NevPicture       *self);

/* NULL while there is none. */
const NevScene *nev_picture_get_scene     (const NevPicture *self);
guint           nev_picture_get_n_layouts (const NevPicture *self);
guint           nev_picture_get_n_renders (const NevPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevPicture, nev_picture_free)

G_END_DECLS
