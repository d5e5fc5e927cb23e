/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-theme.h"

G_BEGIN_DECLS

/* The small pieces that an SVG file consists of. */
void nev_xml_put_text      (GString        *out,
                            const char     *text);
void nev_xml_put_element   (GString        *out,
                            const char     *name,
                            const char     *text);
void nev_xml_put_number    (GString        *out,
                            double          number);
void nev_xml_put_attribute (GString        *out,
                            const char     *name,
                            double          number);
void nev_xml_put_color     (GString        *out,
                            const char     *name,
                            const NevColor *color);

G_END_DECLS
