/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-annotation.h"

#include <glib/gi18n-lib.h>

#include "nev-error.h"

static const char *const kind_names[NEV_N_ANNOTATION_KINDS] = {
  [NEV_ANNOTATION_LINE] = "line",
  [NEV_ANNOTATION_BAND] = "band",
  [NEV_ANNOTATION_SPAN] = "span",
  [NEV_ANNOTATION_NOTE] = "note",
};

/**
 * nev_annotation_copy:
 * @self: an annotation
 *
 * Returns: (transfer full): a copy
 */
NevAnnotation *
nev_annotation_copy (const NevAnnotation *self)
{
  NevAnnotation *copy = g_new (NevAnnotation, 1);

  *copy = *self;
  copy->text = g_strdup (self->text);

  return copy;
}

void
nev_annotation_free (NevAnnotation *self)
{
  g_free (self->text);
  g_free (self);
}

/* Of what the kind has. */
gboolean
nev_annotation_equal (const NevAnnotation *a,
                      const NevAnnotation *b)
{
  if (a->kind != b->kind || g_strcmp0 (a->text, b->text) != 0)
    return FALSE;

  if (!nev_annotation_kind_has_values (a->kind))
    return nev_period_equal (a->period, b->period);

  return a->measure == b->measure && a->from == b->from && (a->kind == NEV_ANNOTATION_LINE || a->to == b->to);
}

/**
 * nev_annotation_check:
 * @self: an annotation from outside
 * @error: return location for a #NevDataError
 *
 * Checks what an annotation of its kind must have.
 *
 * Returns: whether it can be shown
 */
gboolean
nev_annotation_check (const NevAnnotation *self,
                      GError             **error)
{
  glong length = g_utf8_strlen (self->text, -1);

  if (self->kind == NEV_ANNOTATION_BAND && self->from >= self->to)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("expected a band whose upper value is greater than the lower one"));
      return FALSE;
    }

  if (self->kind == NEV_ANNOTATION_NOTE && length == 0)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("expected a note with a text, found none"));
      return FALSE;
    }

  if (length > NEV_ANNOTATION_MAX_TEXT)
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT, _("expected a text of at most %d characters, found %ld"),
                   NEV_ANNOTATION_MAX_TEXT, length);
      return FALSE;
    }

  return TRUE;
}

const char *
nev_annotation_kind_to_string (NevAnnotationKind self)
{
  g_return_val_if_fail (self < NEV_N_ANNOTATION_KINDS, "");

  return kind_names[self];
}

/**
 * nev_annotation_kind_parse:
 * @text: a name
 * @kind: (out): the kind
 * @error: return location for %NEV_DATA_ERROR_SYNTAX
 *
 * Reads the name of a kind of annotation.
 *
 * Returns: whether it is one
 */
gboolean
nev_annotation_kind_parse (const char        *text,
                           NevAnnotationKind *kind,
                           GError           **error)
{
  for (int i = 0; i < NEV_N_ANNOTATION_KINDS; i++)
    if (g_str_equal (text, kind_names[i]))
      {
        *kind = i;
        return TRUE;
      }

  g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX,
               _("expected line, band, span or note, found “%s”"), text);

  return FALSE;
}
