/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-readings.h"

#include "nev-words.h"

/* What a file that is looked into says of every number: a name that stays with it, and its reading as a sentence. The
 * screen asks for one at a time and pictures for none, so layout doesn't make them.
 */

/* "nev_sales", "nev_sales-change-on-year": a level is what a series is. A series that is there again has a number behind
 * its name. A period begins with its year and holds no other hyphen before a year, so names of different columns' data never meet.
 */
static char *
name_column (const NevColumn   *column,
             const char *const *taken)
{
  const char      *id = nev_series_get_id (column->series);
  const char      *start = g_ascii_isalpha (id[0]) ? "" : "_"; /* XML allows the rest of a series' name */
  g_autofree char *name = NULL;

  if (column->measure == NEV_MEASURE_LEVEL)
    name = g_strconcat (start, id, NULL);
  else
    name = g_strconcat (start, id, "-", nev_measure_to_string (column->measure), NULL);

  for (int n = 2; g_strv_contains (taken, name); n++)
    {
      g_autofree char *other = g_strdup_printf ("%s-%d", name, n);

      if (!g_strv_contains (taken, other))
        return g_steal_pointer (&other);
    }

  return g_steal_pointer (&name);
}

/* The ends of the names of all rows' data. */
static char **
name_rows (const NevTable *table)
{
  guint  n_rows = nev_table_get_n_rows (table);
  char **names = g_new0 (char *, n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    names[i] = g_strdelimit (nev_period_to_string (nev_table_get_period (table, i)), "/", '_');

  return names;
}

/**
 * nev_readings_add:
 * @scene: a chart as it was laid out
 * @spec: what was laid out
 * @table: its numbers
 *
 * Gives every number of a scene its name and its reading, for files in which one can look them up.
 */
void
nev_readings_add (NevScene       *scene,
                  NevSpec        *spec,
                  const NevTable *table)
{
  guint n_columns = nev_table_get_n_columns (table);
  g_auto(GStrv) row_names = name_rows (table);

  g_return_if_fail (scene->column_names == NULL);

  scene->column_names = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    scene->column_names[i] = name_column (nev_table_get_column (table, i), (const char *const *) scene->column_names);

  for (guint i = 0; i < scene->hits->len; i++)
    {
      NevHit           *hit = &g_array_index (scene->hits, NevHit, i);
      const NevReading *reading = nev_table_get_reading (table, (guint) hit->datum.column, (guint) hit->datum.row);
      g_autofree char  *text = NULL;
      g_autofree char  *id = NULL;

      /* Nothing is drawn there. */
      if (reading->status == NEV_STATUS_GAP)
        continue;

      text = nev_words_reading (nev_spec_get_dataset (spec), reading, scene->language);
      id = g_strconcat (scene->column_names[hit->datum.column], "-", row_names[hit->datum.row], NULL);
      hit->id = g_string_chunk_insert (scene->strings, id);
      hit->text = g_string_chunk_insert (scene->strings, text);
    }
}
