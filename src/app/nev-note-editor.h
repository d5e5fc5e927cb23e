/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nev-spec.h"

G_BEGIN_DECLS

#define NEV_TYPE_NOTE_EDITOR (nev_note_editor_get_type ())

/* The form in which a note, a span, a line or a band of a chart is written. */
G_DECLARE_FINAL_TYPE (NevNoteEditor, nev_note_editor, NEV, NOTE_EDITOR, AdwBin)

void           nev_note_editor_edit   (NevNoteEditor       *self,
                                       NevSpec             *spec,
                                       const NevAnnotation *annotation);
NevAnnotation *nev_note_editor_finish (NevNoteEditor       *self);

/* The name of a kind in the window. */
const char    *nev_note_editor_get_kind_name (NevAnnotationKind kind);

G_END_DECLS
