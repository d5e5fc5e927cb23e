/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-spec-private.h"

/* What a person adds to a chart: words of their own, lines, bands, spans and notes. */

/* An empty text is none. */
static gboolean
set_text (char      **text,
          const char *value)
{
  if (value != NULL && *value == '\0')
    value = NULL;

  if (g_strcmp0 (*text, value) == 0)
    return FALSE;

  g_free (*text);
  *text = g_strdup (value);

  return TRUE;
}

/* The same annotations in the same order. */
gboolean
nev_spec_same_annotations (GPtrArray *a,
                           GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!nev_annotation_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

const char *
nev_spec_get_title (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->title;
}

/**
 * nev_spec_set_title:
 * @self: a spec
 * @title: (nullable): the words above the chart; %NULL or "" for those that follow from the data
 *
 * Gives the chart a title of its maker's own.
 */
void
nev_spec_set_title (NevSpec    *self,
                    const char *title)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  if (set_text (&self->title, title))
    g_object_notify (G_OBJECT (self), "title");
}

const char *
nev_spec_get_subtitle (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->subtitle;
}

/**
 * nev_spec_set_subtitle:
 * @self: a spec
 * @subtitle: (nullable): the words below the title; %NULL or "" for those that follow from the data
 */
void
nev_spec_set_subtitle (NevSpec    *self,
                       const char *subtitle)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  if (set_text (&self->subtitle, subtitle))
    g_object_notify (G_OBJECT (self), "subtitle");
}

const char *
nev_spec_get_footnote (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->footnote;
}

/**
 * nev_spec_set_footnote:
 * @self: a spec
 * @footnote: (nullable): words above the source line; %NULL or "" for none
 */
void
nev_spec_set_footnote (NevSpec    *self,
                       const char *footnote)
{
  g_return_if_fail (NEV_IS_SPEC (self));

  if (set_text (&self->footnote, footnote))
    g_object_notify (G_OBJECT (self), "footnote");
}

/**
 * nev_spec_get_annotations:
 * @self: a spec
 *
 * Returns: (transfer none) (element-type NevAnnotation): the lines, bands, spans and notes, in the order in which
 *   they were added; not to be changed
 */
GPtrArray *
nev_spec_get_annotations (NevSpec *self)
{
  g_return_val_if_fail (NEV_IS_SPEC (self), NULL);

  return self->annotations;
}

/**
 * nev_spec_set_annotations:
 * @self: a spec
 * @annotations: (element-type NevAnnotation): the lines, bands, spans and notes, at most %NEV_MAX_ANNOTATIONS; copied
 */
void
nev_spec_set_annotations (NevSpec   *self,
                          GPtrArray *annotations)
{
  GPtrArray *copy;

  g_return_if_fail (NEV_IS_SPEC (self));
  g_return_if_fail (annotations != NULL && annotations->len <= NEV_MAX_ANNOTATIONS);

  if (nev_spec_same_annotations (self->annotations, annotations))
    return;

  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) nev_annotation_free);
  for (guint i = 0; i < annotations->len; i++)
    g_ptr_array_add (copy, nev_annotation_copy (g_ptr_array_index (annotations, i)));

  g_ptr_array_unref (self->annotations);
  self->annotations = copy;

  g_object_notify (G_OBJECT (self), "annotations");
}
