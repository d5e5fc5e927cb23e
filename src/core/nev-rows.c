/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-rows.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "nev-csv.h"
#include "nev-number.h"

struct _NevRows
{
  NevFaults *faults; /* borrowed */
  char      *where; /* "observations.csv", or "datapackage.json: resources[0].data" */
  GPtrArray *names; /* of the columns; of objects, those that were asked for */

  NevCsv *csv; /* or else: */

  JsonArray *data;
  guint      n_read;
  gboolean   has_header; /* the rows are arrays, and the first one names the columns */
  GPtrArray *cells;
  char (*numbers)[NEV_NUMBER_BUFFER]; /* where the cells that are numbers are written, one a column */
};

G_GNUC_PRINTF (5, 0)
static void
report (NevRows     *self,
        guint        row,
        const char  *column,
        NevDataError code,
        const char  *format,
        va_list      arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  g_autofree char *place = NULL;

  if (self->csv != NULL)
    place = g_strdup_printf (column != NULL ? "%s:%u: %s" : "%s:%u", self->where, row, column);
  else
    place = g_strdup_printf (column != NULL ? "%s[%u].%s" : "%s[%u]", self->where, row - 1, column);

  nev_faults_take (self->faults, g_error_new (NEV_DATA_ERROR, (int) code, "%s: %s", place, message));
}

/**
 * nev_rows_fail:
 * @column: the column that the mistake is in, or %NEV_COLUMN_NONE
 * @code: what kind of mistake it is
 * @format: what was expected and found
 *
 * Reports a mistake in the current row.
 *
 * Returns: %FALSE
 */
gboolean
nev_rows_fail (NevRows     *self,
               int          column,
               NevDataError code,
               const char  *format,
               ...)
{
  const char *name = column != NEV_COLUMN_NONE ? g_ptr_array_index (self->names, column) : NULL;
  va_list     arguments;

  va_start (arguments, format);
  report (self, nev_rows_get_row (self), name, code, format, arguments);
  va_end (arguments);

  return FALSE;
}

/**
 * nev_rows_fail_row:
 * @row: what nev_rows_get_row() gave for the row
 * @code: what kind of mistake it is
 * @format: what was expected and found
 *
 * Reports a mistake in a row that has been read before.
 *
 * Returns: %FALSE
 */
gboolean
nev_rows_fail_row (NevRows     *self,
                   guint        row,
                   NevDataError code,
                   const char  *format,
                   ...)
{
  va_list arguments;

  va_start (arguments, format);
  report (self, row, NULL, code, format, arguments);
  va_end (arguments);

  return FALSE;
}

/* Takes the current row's cells for the columns' names. */
static gboolean
take_names (NevRows     *self,
            const char **cells,
            guint        n_cells)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *fault = nev_label_check (cells[i], NEV_LABEL_LINE);

      if (fault != NULL)
        return nev_rows_fail (self, NEV_COLUMN_NONE, NEV_DATA_ERROR_SCHEMA, "%s", fault);

      if (*cells[i] != '\0' && !g_hash_table_add (seen, (gpointer) cells[i]))
        {
          g_autofree char *found = nev_label_quote (cells[i]);

          return nev_rows_fail (self, NEV_COLUMN_NONE, NEV_DATA_ERROR_SCHEMA, _("expected each column once, found %s again"), found);
        }

      g_ptr_array_add (self->names, g_strdup (cells[i]));
    }

  return TRUE;
}

static NevRows *
rows_new (char      *where,
          NevFaults *faults)
{
  NevRows *self = g_new0 (NevRows, 1);

  self->faults = faults;
  self->where = where;
  self->names = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * nev_rows_new_csv:
 * @file_name: what messages call the file
 * @bytes: its content
 * @faults: (transfer none): where mistakes are put, with their place; it must stay as long as the rows
 *
 * Starts reading a CSV file whose first record names the columns.
 *
 * Returns: (transfer full): the rows; or %NULL with a mistake more
 */
NevRows *
nev_rows_new_csv (const char *file_name,
                  GBytes     *bytes,
                  NevFaults  *faults)
{
  g_autoptr (NevRows) self = rows_new (g_strdup (file_name), faults);
  GError                 *local = NULL;
  g_autofree const char **cells = NULL;
  gsize                   length;
  const char             *data = g_bytes_get_data (bytes, &length);
  guint                   n_cells;

  self->csv = nev_csv_new (file_name, data, length, ',');

  if (!nev_csv_next (self->csv, &local))
    {
      if (local == NULL)
        local = g_error_new (NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("%s: expected a line with the columns’ names, found an empty file"), file_name);

      nev_faults_take (faults, g_steal_pointer (&local));

      return NULL;
    }

  n_cells = nev_csv_get_n_fields (self->csv);
  cells = g_new (const char *, n_cells);
  for (guint i = 0; i < n_cells; i++)
    cells[i] = nev_csv_get_field (self->csv, i);

  return take_names (self, cells, n_cells) ? g_steal_pointer (&self) : NULL;
}

/* Makes the cell at @column from a value. */
static gboolean
read_cell (NevRows  *self,
           guint     column,
           JsonNode *node)
{
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    self->cells->pdata[column] = (gpointer) "";
  else if (type == G_TYPE_STRING)
    self->cells->pdata[column] = (gpointer) json_node_get_string (node);
  else if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    self->cells->pdata[column] = nev_number_to_string (json_node_get_double (node), self->numbers[column]);
  else
    return nev_rows_fail (self, (int) column, NEV_DATA_ERROR_SCHEMA,
                          _("expected a string or a number, found %s"), nev_json_describe (node));

  return TRUE;
}

static gboolean
read_array (NevRows  *self,
            JsonNode *row)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (row))
    return nev_rows_fail (self, NEV_COLUMN_NONE, NEV_DATA_ERROR_SCHEMA, _("expected an array, found %s"), nev_json_describe (row));

  array = json_node_get_array (row);

  if (json_array_get_length (array) != self->cells->len)
    return nev_rows_fail (self, NEV_COLUMN_NONE, NEV_DATA_ERROR_SCHEMA, _("expected %u cells as in the header, found %u"),
                          self->cells->len, json_array_get_length (array));

  for (guint i = 0; i < self->cells->len; i++)
    {
      if (!read_cell (self, i, json_array_get_element (array, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_object (NevRows  *self,
             JsonNode *row)
{
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (row))
    return nev_rows_fail (self, NEV_COLUMN_NONE, NEV_DATA_ERROR_SCHEMA, _("expected an object, found %s"), nev_json_describe (row));

  object = json_node_get_object (row);

  for (guint i = 0; i < self->cells->len; i++)
    {
      if (!read_cell (self, i, json_object_get_member (object, g_ptr_array_index (self->names, i))))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_header (NevRows *self)
{
  g_autofree const char **cells = NULL;
  JsonArray              *header = json_array_get_array_element (self->data, self->n_read++);
  guint                   n_cells = json_array_get_length (header);

  if (n_cells > NEV_CSV_MAX_COLUMNS)
    return nev_rows_fail (self, NEV_COLUMN_NONE, NEV_DATA_ERROR_LIMIT,
                          _("expected at most %d columns, found %u"), NEV_CSV_MAX_COLUMNS, n_cells);

  cells = g_new (const char *, n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      JsonNode *node = json_array_get_element (header, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        return nev_rows_fail (self, NEV_COLUMN_NONE, NEV_DATA_ERROR_SCHEMA,
                              _("expected the columns’ names, found %s"), nev_json_describe (node));

      cells[i] = json_node_get_string (node);
    }

  return take_names (self, cells, n_cells);
}

/**
 * nev_rows_new_json:
 * @data: the resource's inline data: an array of objects, or of arrays of which the first one
 *   names the columns
 * @faults: (transfer none): where mistakes are put, with their place; it must stay as long as the rows
 *
 * Starts reading inline rows.
 *
 * Returns: (transfer full): the rows; or %NULL with a mistake more
 */
NevRows *
nev_rows_new_json (const NevJsonPlace *data,
                   NevFaults          *faults)
{
  g_autoptr (NevRows) self = NULL;
  GError *local = NULL;
  guint   length;

  if (!nev_json_expect_array (data, G_MAXUINT, &length, &local))
    {
      nev_faults_take (faults, local);
      return NULL;
    }

  self = rows_new (nev_json_place_to_string (data), faults);
  self->data = json_array_ref (json_node_get_array (data->node));
  self->has_header = length > 0 && JSON_NODE_HOLDS_ARRAY (json_array_get_element (self->data, 0));

  if (self->has_header && !read_header (self))
    return NULL;

  return g_steal_pointer (&self);
}

void
nev_rows_free (NevRows *self)
{
  g_clear_pointer (&self->csv, nev_csv_free);
  g_clear_pointer (&self->data, json_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_ptr_array_unref (self->names);
  g_free (self->numbers);
  g_free (self->where);
  g_free (self);
}

/**
 * nev_rows_find_column:
 * @name: a column's name
 *
 * Finds a column that may be missing. Columns are asked for before the first nev_rows_next().
 *
 * Returns: the column; or %NEV_COLUMN_NONE, all of whose cells are empty
 */
int
nev_rows_find_column (NevRows    *self,
                      const char *name)
{
  guint column;

  if (g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, &column))
    return (int) column;

  if (self->csv != NULL || self->has_header)
    return NEV_COLUMN_NONE;

  g_ptr_array_add (self->names, g_strdup (name));

  return (int) self->names->len - 1;
}

/**
 * nev_rows_require_column:
 * @name: a column's name
 * @column: (out): the column
 *
 * Finds a column that must be there; else it's a mistake. Of objects each one may have it or not.
 *
 * Returns: whether it is
 */
gboolean
nev_rows_require_column (NevRows    *self,
                         const char *name,
                         int        *column)
{
  g_autofree char *found = NULL;
  g_autofree char *quoted = NULL;

  *column = nev_rows_find_column (self, name);

  if (*column != NEV_COLUMN_NONE)
    return TRUE;

  g_ptr_array_add (self->names, NULL);
  found = g_strjoinv (",", (char **) self->names->pdata);
  g_ptr_array_set_size (self->names, (int) self->names->len - 1);
  quoted = nev_label_quote (found);

  nev_faults_take (self->faults, g_error_new (NEV_DATA_ERROR, NEV_DATA_ERROR_SCHEMA, _("%s: expected a column %s, found %s"), self->where, name, quoted));

  return FALSE;
}

/* Moves on to the next row, which may be a bad one. */
static gboolean
next_json_row (NevRows  *self,
               gboolean *is_good)
{
  JsonNode *row;

  if (self->n_read == json_array_get_length (self->data))
    return FALSE;

  if (self->cells == NULL)
    {
      self->cells = g_ptr_array_new ();
      g_ptr_array_set_size (self->cells, (int) self->names->len);
      self->numbers = g_malloc0_n (self->names->len, NEV_NUMBER_BUFFER);
    }

  row = json_array_get_element (self->data, self->n_read++);
  *is_good = self->has_header ? read_array (self, row) : read_object (self, row);

  return TRUE;
}

static gboolean
next_csv_row (NevRows  *self,
              gboolean *is_good)
{
  GError *local = NULL;

  if (!nev_csv_next (self->csv, &local))
    {
      /* Where the next record begins isn't known any more. */
      if (local != NULL)
        nev_faults_take (self->faults, local);

      return FALSE;
    }

  *is_good = nev_csv_get_n_fields (self->csv) == self->names->len ||
             nev_rows_fail (self, NEV_COLUMN_NONE, NEV_DATA_ERROR_SCHEMA, _("expected %u cells as in the header, found %u"),
                            self->names->len, nev_csv_get_n_fields (self->csv));

  return TRUE;
}

/**
 * nev_rows_next:
 *
 * Moves on to the next row that has as many cells as there are columns. Others are mistakes.
 *
 * Returns: %TRUE if there is one; %FALSE at the end, and when no more mistakes are wanted
 */
gboolean
nev_rows_next (NevRows *self)
{
  gboolean is_good = FALSE;

  while (!is_good)
    {
      if (nev_faults_is_full (self->faults) ||
          !(self->csv != NULL ? next_csv_row (self, &is_good) : next_json_row (self, &is_good)))
        return FALSE;
    }

  return TRUE;
}

/**
 * nev_rows_get_row:
 *
 * Gets where the current row stands.
 *
 * Returns: its line in the CSV file, or its number in the array, counted from 1
 */
guint
nev_rows_get_row (NevRows *self)
{
  return self->csv != NULL ? nev_csv_get_line (self->csv) : self->n_read;
}

/**
 * nev_rows_get_cell:
 * @column: a column, or %NEV_COLUMN_NONE
 *
 * Gets a cell of the current row.
 *
 * Returns: its text, "" for an empty cell; valid until the next row
 */
const char *
nev_rows_get_cell (NevRows *self,
                   int      column)
{
  if (column == NEV_COLUMN_NONE)
    return "";
  if (self->csv != NULL)
    return nev_csv_get_field (self->csv, (guint) column);

  return g_ptr_array_index (self->cells, column);
}
