/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-cli.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nev-label.h"
#include "nev-number.h"

/* The lines, bands, spans and notes of the command line: a place, and behind "=" a text. */

static gboolean
parse_value (const char *text,
             double     *value)
{
  return nev_number_parse (text, value) && isfinite (*value);
}

static gboolean
parse_place (const char    *place,
             NevAnnotation *annotation,
             const char    *option,
             GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  const char *dots = strstr (place, "..");

  if (annotation->kind == NEV_ANNOTATION_SPAN || annotation->kind == NEV_ANNOTATION_NOTE)
    {
      if (nev_period_parse_dated (place, &annotation->period, &local_error))
        return TRUE;

      nev_cli_propagate_usage (error, g_steal_pointer (&local_error), option);
      return FALSE;
    }

  if (annotation->kind == NEV_ANNOTATION_LINE)
    {
      if (parse_value (place, &annotation->from))
        return TRUE;

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("%1$s: expected a number such as 30 or 0.5, found “%2$s”"), option, place);
      return FALSE;
    }

  if (dots != NULL)
    {
      g_autofree char *lower = g_strndup (place, (gsize) (dots - place));

      if (parse_value (lower, &annotation->from) && parse_value (dots + strlen (".."), &annotation->to))
        return TRUE;
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("%1$s: expected two numbers such as 20..30, found “%2$s”"), option, place);

  return FALSE;
}

static gboolean
parse_annotation (const char    *word,
                  NevAnnotation *annotation,
                  const char    *option,
                  GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  const char      *equals = strchr (word, '=');
  g_autofree char *place = equals != NULL ? g_strndup (word, (gsize) (equals - word)) : g_strdup (word);
  g_autofree char *fault = NULL;

  annotation->text = g_strdup (equals != NULL ? equals + 1 : "");

  if (!parse_place (place, annotation, option, error))
    return FALSE;

  fault = nev_label_check (annotation->text, NEV_LABEL_LINE);

  if (fault != NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: %s", option, fault);
      return FALSE;
    }

  if (!nev_annotation_check (annotation, &local_error))
    {
      nev_cli_propagate_usage (error, g_steal_pointer (&local_error), option);
      return FALSE;
    }

  return TRUE;
}

static gboolean
add (GPtrArray        *annotations,
     NevAnnotationKind kind,
     NevMeasure        measure,
     char            **words,
     GError          **error)
{
  g_autofree char *option = g_strconcat ("--", nev_annotation_kind_to_string (kind), NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      NevAnnotation *annotation = g_new0 (NevAnnotation, 1);

      annotation->kind = kind;
      annotation->measure = measure;
      g_ptr_array_add (annotations, annotation);

      if (!parse_annotation (words[i], annotation, option, error))
        return FALSE;

      if (annotations->len > NEV_MAX_ANNOTATIONS)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("%1$s: expected at most %2$d lines, bands, spans and notes"), option, NEV_MAX_ANNOTATIONS);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * nev_cli_view_annotate:
 * @self: the options of a view
 * @spec: the spec, with its measure
 * @error: return location for a %G_OPTION_ERROR
 *
 * Adds the lines, bands, spans and notes of the command line to those that the spec has. Values are
 * meant in the unit of its measure.
 *
 * Returns: whether they are good
 */
gboolean
nev_cli_view_annotate (const NevCliView *self,
                       NevSpec          *spec,
                       GError          **error)
{
  g_autoptr(GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) nev_annotation_free);
  GPtrArray *present = nev_spec_get_annotations (spec);
  NevMeasure measure = nev_spec_get_measure (spec);

  for (guint i = 0; i < present->len; i++)
    g_ptr_array_add (annotations, nev_annotation_copy (g_ptr_array_index (present, i)));

  if (!add (annotations, NEV_ANNOTATION_LINE, measure, self->lines, error) ||
      !add (annotations, NEV_ANNOTATION_BAND, measure, self->bands, error) ||
      !add (annotations, NEV_ANNOTATION_SPAN, measure, self->spans, error) ||
      !add (annotations, NEV_ANNOTATION_NOTE, measure, self->notes, error))
    return FALSE;

  nev_spec_set_annotations (spec, annotations);

  return TRUE;
}
