/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-json-reader.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "nev-json-scan.h"

/**
 * nev_json_load:
 * @file_name: what messages call the file
 * @bytes: its content
 * @error: return location for a #NevDataError
 *
 * Reads a JSON document whose root is an object.
 *
 * Returns: (transfer full): the root, immutable; or %NULL with @error set
 */
JsonNode *
nev_json_load (const char *file_name,
               GBytes     *bytes,
               GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) local = NULL;
  NevJsonPlace place = { NULL, file_name, 0, NULL };
  gsize        length;
  const char  *data = g_bytes_get_data (bytes, &length);

  if (!nev_json_scan (data, length, &local))
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&local), "%s: ", file_name);
      return NULL;
    }

  if (!json_parser_load_from_data (parser, data, (gssize) length, &local))
    {
      g_set_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_SYNTAX, "%s: %s", file_name, local->message);
      return NULL;
    }

  place.node = root = json_parser_steal_root (parser);

  return nev_json_expect_object (&place, error) ? g_steal_pointer (&root) : NULL;
}

/**
 * nev_json_free:
 * @root: (transfer full): what nev_json_load() gave
 *
 * Frees a document.
 */
void
nev_json_free (JsonNode *root)
{
  json_node_unref (root);
}

static void
append_path (const NevJsonPlace *self,
             GString            *text)
{
  if (self->parent == NULL)
    {
      g_string_append (text, self->name);
      return;
    }

  append_path (self->parent, text);

  if (self->parent->parent == NULL)
    g_string_append (text, ": ");
  else if (self->name != NULL)
    g_string_append_c (text, '.');

  if (self->name != NULL)
    g_string_append (text, self->name);
  else
    g_string_append_printf (text, "[%u]", self->index);
}

/**
 * nev_json_place_to_string:
 *
 * Writes where a place is.
 *
 * Returns: (transfer full): for example "datapackage.json: views[0].spec.panels[1].measure"
 */
char *
nev_json_place_to_string (const NevJsonPlace *self)
{
  GString *text = g_string_new (NULL);

  append_path (self, text);

  return g_string_free (text, FALSE);
}

/**
 * nev_json_fail:
 * @code: what kind of mistake it is
 * @error: return location for the error
 * @format: what was expected and found
 *
 * Reports a mistake at a place.
 *
 * Returns: %FALSE
 */
gboolean
nev_json_fail (const NevJsonPlace *self,
               NevDataError        code,
               GError            **error,
               const char         *format,
               ...)
{
  g_autofree char *path = nev_json_place_to_string (self);
  g_autofree char *message = NULL;
  va_list          arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, NEV_DATA_ERROR, (int) code, "%s: %s", path, message);

  return FALSE;
}

/**
 * nev_json_describe:
 * @node: (nullable): a value
 *
 * Names a value's type.
 *
 * Returns: a noun, to stand in a message
 */
const char *
nev_json_describe (JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return _("nothing");
  if (JSON_NODE_HOLDS_OBJECT (node))
    return _("an object");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return _("an array");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return _("a string");
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node) ? "true" : "false";

  return _("a number");
}

static JsonNode *
skip_null (JsonNode *node)
{
  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

/**
 * nev_json_get_member:
 * @self: an object's place
 * @name: a member's name; borrowed
 *
 * Returns: the member's place; its node is %NULL if there is no such member, or it is null
 */
NevJsonPlace
nev_json_get_member (const NevJsonPlace *self,
                     const char         *name)
{
  JsonNode *node = json_object_get_member (json_node_get_object (self->node), name);

  return (NevJsonPlace){ self, name, 0, skip_null (node) };
}

/**
 * nev_json_get_element:
 * @self: an array's place
 * @index: 0 to its length - 1
 *
 * Returns: the element's place
 */
NevJsonPlace
nev_json_get_element (const NevJsonPlace *self,
                      guint               index)
{
  JsonNode *node = json_array_get_element (json_node_get_array (self->node), index);

  return (NevJsonPlace){ self, NULL, index, skip_null (node) };
}

gboolean
nev_json_expect_object (const NevJsonPlace *self,
                        GError            **error)
{
  if (self->node == NULL || !JSON_NODE_HOLDS_OBJECT (self->node))
    return nev_json_fail (self, NEV_DATA_ERROR_SCHEMA, error,
                          _("expected an object, found %s"), nev_json_describe (self->node));

  return TRUE;
}

/**
 * nev_json_expect_members:
 * @self: an object's place
 * @known: the names of its members, %NULL-terminated
 * @error: return location for a #NevDataError
 *
 * Checks that an object has no members but the known ones, in a format where nobody else may add any.
 *
 * Returns: whether that is so
 */
gboolean
nev_json_expect_members (const NevJsonPlace *self,
                         const char *const  *known,
                         GError            **error)
{
  g_autoptr (GList) names = json_object_get_members (json_node_get_object (self->node));

  for (GList *l = names; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      {
        g_autofree char *found = nev_label_quote (l->data);
        g_autofree char *wanted = g_strjoinv (", ", (char **) known);

        return nev_json_fail (self, NEV_DATA_ERROR_SCHEMA, error,
                              _("expected no other members than %1$s, found %2$s"), wanted, found);
      }

  return TRUE;
}

/**
 * nev_json_expect_array:
 * @max_length: how long it may be
 * @length: (out): how long it is
 * @error: return location for a #NevDataError
 *
 * Checks that a place holds an array.
 *
 * Returns: whether it does
 */
gboolean
nev_json_expect_array (const NevJsonPlace *self,
                       guint               max_length,
                       guint              *length,
                       GError            **error)
{
  if (self->node == NULL || !JSON_NODE_HOLDS_ARRAY (self->node))
    return nev_json_fail (self, NEV_DATA_ERROR_SCHEMA, error,
                          _("expected an array, found %s"), nev_json_describe (self->node));

  *length = json_array_get_length (json_node_get_array (self->node));

  if (*length > max_length)
    return nev_json_fail (self, NEV_DATA_ERROR_LIMIT, error,
                          _("expected at most %u elements, found %u"), max_length, *length);

  return TRUE;
}

/**
 * nev_json_read_string:
 * @kind: what the string must be fit for
 * @value: (out): the string, which belongs to the document
 * @error: return location for a #NevDataError
 *
 * Reads a string that isn't empty.
 *
 * Returns: whether there is one
 */
gboolean
nev_json_read_string (const NevJsonPlace *self,
                      NevLabelKind        kind,
                      const char        **value,
                      GError            **error)
{
  g_autofree char *fault = NULL;

  if (self->node == NULL || !JSON_NODE_HOLDS_VALUE (self->node) || json_node_get_value_type (self->node) != G_TYPE_STRING)
    return nev_json_fail (self, NEV_DATA_ERROR_SCHEMA, error,
                          _("expected a string, found %s"), nev_json_describe (self->node));

  *value = json_node_get_string (self->node);

  if (**value == '\0')
    return nev_json_fail (self, NEV_DATA_ERROR_SCHEMA, error, _("expected a string, found an empty one"));

  fault = nev_label_check (*value, kind);

  if (fault != NULL)
    return nev_json_fail (self, NEV_DATA_ERROR_SCHEMA, error, "%s", fault);

  return TRUE;
}

/**
 * nev_json_read_number:
 * @value: (out): the number, which is finite
 * @error: return location for a #NevDataError
 *
 * Reads a number.
 *
 * Returns: whether there is one
 */
gboolean
nev_json_read_number (const NevJsonPlace *self,
                      double             *value,
                      GError            **error)
{
  GType type = self->node != NULL && JSON_NODE_HOLDS_VALUE (self->node) ? json_node_get_value_type (self->node) : G_TYPE_NONE;

  if (type != G_TYPE_DOUBLE && type != G_TYPE_INT64)
    return nev_json_fail (self, NEV_DATA_ERROR_SCHEMA, error,
                          _("expected a number, found %s"), nev_json_describe (self->node));

  *value = json_node_get_double (self->node);

  return TRUE;
}

/**
 * nev_json_read_boolean:
 * @value: (inout): left as it is where the place is empty
 * @error: return location for a #NevDataError
 *
 * Reads true or false, or nothing.
 *
 * Returns: whether it is one of these
 */
gboolean
nev_json_read_boolean (const NevJsonPlace *self,
                       gboolean           *value,
                       GError            **error)
{
  if (self->node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_VALUE (self->node) || json_node_get_value_type (self->node) != G_TYPE_BOOLEAN)
    return nev_json_fail (self, NEV_DATA_ERROR_SCHEMA, error,
                          _("expected true or false, found %s"), nev_json_describe (self->node));

  *value = json_node_get_boolean (self->node);

  return TRUE;
}

/* Words that may be missing, or else are a good string. */
static gboolean
read_words_at (const NevJsonPlace *self,
               NevLabelKind        kind,
               char              **words,
               GError            **error)
{
  const char *value;

  if (self->node == NULL)
    return TRUE;

  if (!nev_json_read_string (self, kind, &value, error))
    return FALSE;

  *words = g_strdup (value);

  return TRUE;
}

/**
 * nev_json_read_words:
 * @object: an object's place
 * @name: the member that holds the words in English
 * @kind: what they must be fit for
 * @words: (out caller-allocates): an empty text, to be cleared also after an error
 * @error: return location for a #NevDataError
 *
 * Reads words and their translation, which stands in the object as translations.zh_CN.@name. Both
 * may be missing.
 *
 * Returns: whether they are good
 */
gboolean
nev_json_read_words (const NevJsonPlace *object,
                     const char         *name,
                     NevLabelKind        kind,
                     NevLocalized       *words,
                     GError            **error)
{
  NevJsonPlace english = nev_json_get_member (object, name);
  NevJsonPlace translations = nev_json_get_member (object, "translations");
  NevJsonPlace language, translation;

  if (!read_words_at (&english, kind, &words->text[NEV_LANGUAGE_ENGLISH], error))
    return FALSE;

  if (translations.node == NULL)
    return TRUE;
  if (!nev_json_expect_object (&translations, error))
    return FALSE;

  language = nev_json_get_member (&translations, nev_language_to_tag (NEV_LANGUAGE_CHINESE));

  if (language.node == NULL)
    return TRUE;
  if (!nev_json_expect_object (&language, error))
    return FALSE;

  translation = nev_json_get_member (&language, name);

  return read_words_at (&translation, kind, &words->text[NEV_LANGUAGE_CHINESE], error);
}

/**
 * nev_json_require_words:
 * @object: an object's place
 * @name: the member that holds the words in English
 * @kind: what they must be fit for
 * @words: (out caller-allocates): an empty text, to be cleared also after an error
 * @error: return location for a #NevDataError
 *
 * Reads words that must be there in English.
 *
 * Returns: whether they are
 */
gboolean
nev_json_require_words (const NevJsonPlace *object,
                        const char         *name,
                        NevLabelKind        kind,
                        NevLocalized       *words,
                        GError            **error)
{
  NevJsonPlace english = nev_json_get_member (object, name);

  if (english.node == NULL)
    return nev_json_fail (&english, NEV_DATA_ERROR_SCHEMA, error, _("expected a string, found nothing"));

  return nev_json_read_words (object, name, kind, words, error);
}
