/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-readings.h"

#include "nev-words.h"

/* What a file that is looked into says of every number: a name that stays with it, and its reading as a sentence. The
 * screen asks for one at a time and pictures for none, so layout doesn't make them.
 */

/* A period as a name may contain it. */
static char *
name_period (NevPeriod period)
{
  return g_strdelimit (nev_period_to_string (period), "/", '_');
}

/* "nev_sales", "nev_sales-change-on-year": a level is what a series is. */
static char *
name_series (const NevColumn *column)
{
  const char      *id = nev_series_get_id (column->series);
  const char      *start = g_ascii_isalpha (id[0]) ? "" : "_"; /* XML allows the rest of a series' name */

  if (column->measure == NEV_MEASURE_LEVEL)
    return g_strconcat (start, id, NULL);

  return g_strconcat (start, id, "-", nev_measure_to_string (column->measure), NULL);
}

/* A series that is there again has a number behind its name. A period begins with its year and holds no other hyphen before
 * a year, so names of different columns' data never meet. Runs that lie over each other have their days behind it: "nev_sales-run-2024".
 */
static char *
name_column (const NevTable    *table,
             guint              index,
             const char *const *taken)
{
  const NevColumn *column = nev_table_get_column (table, index);
  g_autofree char *name = name_series (column);

  if (nev_table_is_overlay (table))
    {
      g_autofree char *run = name_period (column->run);
      g_autofree char *series = g_steal_pointer (&name);

      name = g_strconcat (series, "-run-", run, NULL);
    }

  for (int n = 2; g_strv_contains (taken, name); n++)
    {
      g_autofree char *other = g_strdup_printf ("%s-%d", name, n);

      if (!g_strv_contains (taken, other))
        return g_steal_pointer (&other);
    }

  return g_steal_pointer (&name);
}

/* "nev_sales-2023-06", in whichever arrangement. Of two ranges with a period in common only the first can have its name. */
static char *
name_datum (const NevTable   *table,
            const NevReading *reading,
            const char       *column_name,
            GHashTable       *taken)
{
  g_autofree char *period = name_period (reading->period);
  g_autofree char *series = NULL;
  g_autofree char *name = NULL;

  if (!nev_table_is_overlay (table) && !nev_table_is_ranking (table))
    return g_strconcat (column_name, "-", period, NULL);

  series = name_series (&(NevColumn){ .series = reading->series, .measure = reading->measure });
  name = g_strconcat (series, "-", period, NULL);

  if (g_hash_table_add (taken, g_strdup (name)))
    return g_steal_pointer (&name);

  return g_strconcat (column_name, "-", period, NULL);
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
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (scene->column_names == NULL);

  scene->column_names = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    scene->column_names[i] = name_column (table, i, (const char *const *) scene->column_names);

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
      id = name_datum (table, reading, scene->column_names[hit->datum.column], taken);
      hit->id = g_string_chunk_insert (scene->strings, id);
      hit->text = g_string_chunk_insert (scene->strings, text);
    }
}
