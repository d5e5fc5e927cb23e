/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tells where the lowest and the highest of any run of numbers are, without going through them; see nev-pyramid.c. */
typedef struct _NevPyramid NevPyramid;

NevPyramid *nev_pyramid_new      (const double     *values,
                                  gsize             n);
void        nev_pyramid_free     (NevPyramid       *self);

gsize       nev_pyramid_get_size (const NevPyramid *self);
void        nev_pyramid_find     (const NevPyramid *self,
                                  gsize             first,
                                  gsize             end,
                                  gsize            *lowest,
                                  gsize            *highest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NevPyramid, nev_pyramid_free)

G_END_DECLS
