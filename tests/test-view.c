/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE

#include <string.h>

#include "nev-error.h"
#include "nev-export.h"
#include "nev-label.h"
#include "nev-package.h"
#include "nev-theme.h"
#include "nev-view.h"

static NevDataset *dataset;

static GBytes *
make_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* What a file says, up to a spec; or NULL. */
static NevSpec *
read_view (GBytes  *bytes,
           GError **error)
{
  g_autoptr(NevView) view = nev_view_parse ("a.nevview", bytes, error);

  return view != NULL ? nev_view_create_spec (view, dataset, error) : NULL;
}

static NevSpec *
make_spec (const char *chart)
{
  return nev_spec_new (dataset, nev_dataset_find_chart (dataset, chart, NULL));
}

static void
check_text (NevSpec    *spec,
            const char *expected)
{
  g_autoptr(GBytes) bytes = nev_view_write (spec);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_write (void)
{
  g_autoptr(NevSpec) spec = make_spec ("exports");
  g_autoptr(GPtrArray) annotations = g_ptr_array_new ();
  g_autoptr(GPtrArray) series = g_ptr_array_new ();
  NevAnnotation line = { NEV_ANNOTATION_LINE, NEV_MEASURE_LEVEL, 0.1, 0, NEV_PERIOD_NONE, (char *) "" };
  NevAnnotation note = { NEV_ANNOTATION_NOTE, NEV_MEASURE_INDEX, 7, 0, NEV_PERIOD_NONE, (char *) "A “quoted” \"note\"" };

  nev_spec_set_range (spec, 0, 0);
  check_text (spec, "{\n"
                    "  \"format\": \"nev-charts-view\",\n"
                    "  \"version\": 1,\n"
                    "  \"dataset\": \"china-nev\",\n"
                    "  \"chart\": \"exports\",\n"
                    "  \"frequency\": \"month\",\n"
                    "  \"measure\": \"level\",\n"
                    "  \"mark\": \"bars\"\n"
                    "}\n");

  g_assert_true (nev_period_parse ("2023-06", &note.period, NULL));
  g_ptr_array_add (annotations, &line);
  g_ptr_array_add (annotations, &note);
  g_ptr_array_add (series, nev_dataset_get_series (dataset, 1));
  nev_spec_set_range (spec, nev_day_from_date (2021, 1, 1), nev_day_from_date (2023, 6, 16));
  nev_spec_set_series (spec, series);
  nev_spec_set_frequency (spec, NEV_FREQUENCY_QUARTER);
  nev_spec_set_merge_jan_feb (spec, TRUE);
  nev_spec_set_index_base (spec, nev_day_from_date (2022, 5, 1));
  nev_spec_set_title (spec, "标题");
  nev_spec_set_annotations (spec, annotations);
  {
    g_autofree char *expected = g_strdup_printf ("{\n"
                                                 "  \"format\": \"nev-charts-view\",\n"
                                                 "  \"version\": 1,\n"
                                                 "  \"dataset\": \"china-nev\",\n"
                                                 "  \"chart\": \"exports\",\n"
                                                 "  \"frequency\": \"quarter\",\n"
                                                 "  \"measure\": \"level\",\n"
                                                 "  \"mark\": \"bars\",\n"
                                                 "  \"mergeJanFeb\": true,\n"
                                                 "  \"indexBase\": \"2022-Q2\",\n"
                                                 "  \"from\": \"2021-01\",\n"
                                                 "  \"to\": \"2023-06-15\",\n"
                                                 "  \"series\": [\n"
                                                 "    \"%s\"\n"
                                                 "  ],\n"
                                                 "  \"title\": \"标题\",\n"
                                                 "  \"annotations\": [\n"
                                                 "    {\n"
                                                 "      \"kind\": \"line\",\n"
                                                 "      \"measure\": \"level\",\n"
                                                 "      \"from\": 0.1\n"
                                                 "    },\n"
                                                 "    {\n"
                                                 "      \"kind\": \"note\",\n"
                                                 "      \"period\": \"2023-06\",\n"
                                                 "      \"text\": \"A “quoted” \\\"note\\\"\"\n"
                                                 "    }\n"
                                                 "  ]\n"
                                                 "}\n",
                                                 nev_series_get_id (nev_dataset_get_series (dataset, 1)));

    check_text (spec, expected);
  }
}

static char *
random_words (int max)
{
  static const char *const letters[] = { "a", "Z", " ", "\"", "\\", "é", "新", "能", "🚗", "/", "%", "<" };
  GString                 *words = g_string_new (NULL);
  int                      n = g_test_rand_int_range (0, max);

  for (int i = 0; i < n; i++)
    g_string_append (words, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);

  return g_string_free (words, FALSE);
}

static NevPeriod
random_period (void)
{
  gint32    day = g_test_rand_int_range (nev_day_from_date (2005, 1, 1), nev_day_from_date (2030, 1, 1));
  NevPeriod period = nev_period_at (day, (NevFrequency) g_test_rand_int_range (0, NEV_N_FREQUENCIES));

  return g_test_rand_bit () ? period : (NevPeriod){ day, day + g_test_rand_int_range (1, 900) };
}

static void
randomize_annotations (NevSpec *spec)
{
  g_autoptr(GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) nev_annotation_free);
  int n = g_test_rand_int_range (0, NEV_MAX_ANNOTATIONS + 1);

  for (int i = 0; i < n; i++)
    {
      NevAnnotation *annotation = g_new0 (NevAnnotation, 1);

      annotation->kind = (NevAnnotationKind) g_test_rand_int_range (0, NEV_N_ANNOTATION_KINDS);
      annotation->measure = (NevMeasure) g_test_rand_int_range (0, NEV_N_MEASURES);
      annotation->from = g_test_rand_bit () ? g_test_rand_double_range (-1e12, 1e12) : g_test_rand_int_range (-1000, 1000);
      annotation->to = annotation->from + g_test_rand_double_range (0.001, 1e6) + 1;
      annotation->period = random_period ();
      annotation->text = random_words (NEV_ANNOTATION_MAX_TEXT);
      if (annotation->kind == NEV_ANNOTATION_NOTE && *annotation->text == '\0')
        {
          g_free (annotation->text);
          annotation->text = g_strdup ("note");
        }
      g_ptr_array_add (annotations, annotation);
    }

  nev_spec_set_annotations (spec, annotations);
}

/* A spec that a person can come to. */
static NevSpec *
random_spec (void)
{
  guint            chart = (guint) g_test_rand_int_range (0, (gint32) nev_dataset_get_n_charts (dataset));
  NevSpec         *spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, chart));
  NevPeriod        extent;
  g_autofree char *title = random_words (NEV_MAX_LINE);
  g_autofree char *subtitle = random_words (NEV_MAX_LINE);
  g_autofree char *footnote = random_words (NEV_MAX_LINE);

  nev_spec_set_mark (spec, (NevMark) g_test_rand_int_range (0, NEV_N_MARKS));
  nev_spec_set_frequency (spec, (NevFrequency) g_test_rand_int_range (0, NEV_N_FREQUENCIES));
  nev_spec_set_merge_jan_feb (spec, g_test_rand_bit ());
  if (g_test_rand_bit ())
    nev_spec_set_index_base (spec, random_period ().start);
  nev_spec_set_title (spec, title);
  nev_spec_set_subtitle (spec, subtitle);
  nev_spec_set_footnote (spec, footnote);
  randomize_annotations (spec);

  if (g_test_rand_bit ())
    {
      g_autoptr(GPtrArray) series = g_ptr_array_new ();
      NevSeries *first = g_ptr_array_index (nev_spec_get_panel (spec, 0).series, 0);

      for (guint i = 0; i < nev_dataset_get_n_series (dataset) && series->len < 4; i++)
        {
          NevSeries *other = nev_dataset_get_series (dataset, i);

          if (nev_measure_get_unit (nev_spec_get_measure (spec), other) == nev_measure_get_unit (nev_spec_get_measure (spec), first))
            g_ptr_array_insert (series, g_test_rand_int_range (-1, (gint32) series->len + 1), other);
        }

      nev_spec_set_series (spec, series);
    }

  nev_spec_set_range (spec, 0, 0);
  extent = nev_spec_get_extent (spec);
  if (g_test_rand_bit ())
    nev_spec_set_range (spec, extent.start + g_test_rand_int_range (-40, 40), g_test_rand_bit () ? extent.end + 3 : 0);

  if (g_test_rand_bit ())
    nev_spec_set_ranking_day (spec, nev_spec_get_period_at (spec, extent.start + g_test_rand_int_range (0, extent.end - extent.start)).start);

  if (g_test_rand_bit ())
    nev_spec_set_seasonal (spec, nev_spec_get_frequency (spec) != NEV_FREQUENCY_YEAR);
  else if (g_test_rand_bit ())
    nev_spec_set_ranking (spec, TRUE);
  else if (g_test_rand_bit ())
    nev_spec_set_against (spec, (NevPeriod){ nev_day_from_date (2023, g_test_rand_int_range (1, 13), 1),
                                             nev_day_from_date (2025, g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29)) });

  return spec;
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 200; i++)
    {
      g_autoptr(NevSpec) spec = random_spec ();
      g_autoptr(GBytes) bytes = nev_view_write (spec);
      g_autoptr(GBytes) again = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(NevSpec) read = NULL;

      /* A year may be too coarse for what was drawn. */
      if (nev_period_is_none (nev_spec_get_range (spec)))
        continue;

      read = read_view (bytes, &error);
      g_assert_no_error (error);
      g_assert_true (nev_spec_equal (spec, read));

      again = nev_view_write (read);
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

#define HEAD "{\"format\": \"nev-charts-view\", \"version\": 1, \"dataset\": \"china-nev\", \"chart\": \"exports\""
#define NOTE HEAD ", \"annotations\": [{\"kind\": \"note\", "

static const struct
{
  const char *text;
  int         code;
  const char *message;
} bad_views[] = {
  { "", NEV_DATA_ERROR_SYNTAX, "" },
  { "[]", NEV_DATA_ERROR_SCHEMA, "a.nevview: expected an object, found an array" },
  { "{}", NEV_DATA_ERROR_SCHEMA, "a.nevview: format: expected a string, found nothing" },
  { "{\"format\": \"x\"}", NEV_DATA_ERROR_SCHEMA, "a.nevview: format: expected “nev-charts-view”, found “x”" },
  { "{\"format\": \"nev-charts-view\"}", NEV_DATA_ERROR_SCHEMA, "a.nevview: version: expected a number, found nothing" },
  { "{\"format\": \"nev-charts-view\", \"version\": 2, \"x\": 1}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: version: expected 1, found 2: a newer NEV Charts wrote this view" },
  { "{\"format\": \"nev-charts-view\", \"version\": 0.5}", NEV_DATA_ERROR_SCHEMA, "a.nevview: version: expected 1, found 0.5" },
  { "{\"format\": \"nev-charts-view\", \"version\": 1}", NEV_DATA_ERROR_SCHEMA, "a.nevview: dataset: expected a string, found nothing" },
  { "{\"format\": \"nev-charts-view\", \"version\": 1, \"dataset\": \"d\"}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: chart: expected a string, found nothing" },
  { "{\"format\": \"nev-charts-view\", \"version\": 1, \"dataset\": \"d\", \"chart\": \"c\"}", NEV_DATA_ERROR_NOT_FOUND,
    "a.nevview: dataset: expected “china-nev”, which is the dataset that is open, found “d”" },
  { HEAD ", \"colour\": 1}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: expected no other members than format, version, dataset, chart, frequency, measure, mark, mergeJanFeb, indexBase, from, to, "
    "arrangement, rankingPeriod, against, series, hidden, focus, title, subtitle, footnote, annotations, found “colour”" },
  { HEAD ", \"mark\": 3}", NEV_DATA_ERROR_SCHEMA, "a.nevview: mark: expected a string, found a number" },
  { HEAD ", \"mark\": \"pie\"}", NEV_DATA_ERROR_SCHEMA, "a.nevview: mark: expected " },
  { HEAD ", \"measure\": \"x\"}", NEV_DATA_ERROR_SCHEMA, "a.nevview: measure: expected " },
  { HEAD ", \"frequency\": \"x\"}", NEV_DATA_ERROR_SCHEMA, "a.nevview: frequency: expected " },
  { HEAD ", \"mergeJanFeb\": 1}", NEV_DATA_ERROR_SCHEMA, "a.nevview: mergeJanFeb: expected true or false, found a number" },
  { HEAD ", \"indexBase\": 2023}", NEV_DATA_ERROR_SCHEMA, "a.nevview: indexBase: expected a string, found a number" },
  { HEAD ", \"indexBase\": \"x\"}", NEV_DATA_ERROR_SCHEMA, "a.nevview: indexBase: expected a period such as " },
  { HEAD ", \"indexBase\": \"2023-Q2\"}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: indexBase: expected one of the chart’s periods, such as 2023-04, found 2023-Q2" },
  { HEAD ", \"mergeJanFeb\": true, \"indexBase\": \"2023-01\"}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: indexBase: expected one of the chart’s periods, such as 2023-01/2023-02, found 2023-01" },
  { HEAD ", \"from\": \"x\"}", NEV_DATA_ERROR_SCHEMA, "a.nevview: from: expected a period such as " },
  { HEAD ", \"from\": \"undated\"}", NEV_DATA_ERROR_SCHEMA, "a.nevview: from: expected a period such as " },
  { HEAD ", \"from\": \"2023\", \"to\": \"2022\"}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: to: expected a period that isn’t before “from”, found “2022”" },
  { HEAD ", \"from\": \"1950\", \"to\": \"1951\"}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: no whole period lies within the days asked for; there are figures from " },
  { HEAD ", \"arrangement\": \"wheel\"}", NEV_DATA_ERROR_SCHEMA, "a.nevview: arrangement: expected timeline, seasonal or ranking, found “wheel”" },
  { HEAD ", \"arrangement\": true}", NEV_DATA_ERROR_SCHEMA, "a.nevview: arrangement: expected a string, found " },
  { HEAD ", \"frequency\": \"year\", \"arrangement\": \"seasonal\"}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: arrangement: expected parts of a year, by which years can be compared, found the frequency “year”" },
  { HEAD ", \"against\": \"2023\"}", NEV_DATA_ERROR_SCHEMA, "a.nevview: against: expected an object, found a string" },
  { HEAD ", \"against\": {\"from\": \"2023\"}}", NEV_DATA_ERROR_SCHEMA, "a.nevview: against.to: expected a string, found nothing" },
  { HEAD ", \"against\": {\"from\": \"2023\", \"to\": \"2022\"}}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: against.to: expected a period that isn’t before “from”, found “2022”" },
  { HEAD ", \"against\": {\"from\": \"1999\", \"to\": \"2000\"}}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: against: no whole period lies within the range to compare with; there are figures from " },
  { HEAD ", \"arrangement\": \"ranking\", \"against\": {}}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: against: expected no other range where series are ranked" },
  { HEAD ", \"frequency\": \"quarter\", \"rankingPeriod\": \"2023-06\"}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: rankingPeriod: expected one of the chart’s periods, such as 2023-Q2, found 2023-06" },
  { HEAD ", \"frequency\": \"year\", \"arrangement\": \"ranking\", \"rankingPeriod\": \"1999\"}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: rankingPeriod: expected a period from " },
  { HEAD ", \"arrangement\": \"seasonal\", \"against\": {}}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: against: expected no other range where years are compared" },
  { HEAD ", \"series\": 1}", NEV_DATA_ERROR_SCHEMA, "a.nevview: series: expected an array, found a number" },
  { HEAD ", \"series\": []}", NEV_DATA_ERROR_SCHEMA, "a.nevview: series: expected the ids of series, found nothing" },
  { HEAD ", \"series\": [1]}", NEV_DATA_ERROR_SCHEMA, "a.nevview: series[0]: expected a string, found a number" },
  { HEAD ", \"series\": [\"x\"]}", NEV_DATA_ERROR_SCHEMA, "a.nevview: series: no series is called “x”; " },
  { HEAD ", \"series\": [\"nev_exports\", \"nev_exports\"]}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: series: expected every series once, found nev_exports twice" },
  { HEAD ", \"series\": [\"nev_exports\", \"nev_share\"]}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: series: expected series of one unit, found nev_exports and nev_share" },
  { "{\"format\": \"nev-charts-view\", \"version\": 1, \"dataset\": \"china-nev\", \"chart\": \"export\"}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: chart: no chart is called “export”; " },
  { HEAD ", \"title\": {}}", NEV_DATA_ERROR_SCHEMA, "a.nevview: title: expected a string, found an object" },
  { HEAD ", \"title\": \"a\\nb\"}", NEV_DATA_ERROR_SCHEMA, "a.nevview: title: expected no control characters, found U+000A" },
  { HEAD ", \"annotations\": {}}", NEV_DATA_ERROR_SCHEMA, "a.nevview: annotations: expected an array, found an object" },
  { HEAD ", \"annotations\": [1]}", NEV_DATA_ERROR_SCHEMA, "a.nevview: annotations[0]: expected an object, found a number" },
  { HEAD ", \"annotations\": [{\"kind\": \"x\"}]}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: annotations[0].kind: expected line, band, span or note, found “x”" },
  { HEAD ", \"annotations\": [{\"kind\": \"line\", \"to\": 1}]}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: annotations[0]: expected no other members than kind, measure, from, text, found “to”" },
  { HEAD ", \"annotations\": [{\"kind\": \"line\"}]}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: annotations[0].measure: expected a string, found nothing" },
  { HEAD ", \"annotations\": [{\"kind\": \"line\", \"measure\": \"level\", \"from\": \"1\"}]}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: annotations[0].from: expected a number, found a string" },
  { HEAD ", \"annotations\": [{\"kind\": \"line\", \"measure\": \"level\", \"from\": 1e999}]}", NEV_DATA_ERROR_LIMIT, "a.nevview: " },
  { HEAD ", \"annotations\": [{\"kind\": \"band\", \"measure\": \"level\", \"from\": 2, \"to\": 2}]}", NEV_DATA_ERROR_SCHEMA,
    "a.nevview: annotations[0]: expected a band whose upper value is greater than the lower one" },
  { NOTE "\"text\": \"x\"}]}", NEV_DATA_ERROR_SCHEMA, "a.nevview: annotations[0].period: expected a string, found nothing" },
  { NOTE "\"period\": \"2023\"}]}", NEV_DATA_ERROR_SCHEMA, "a.nevview: annotations[0]: expected a note with a text, found none" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_views); i++)
    {
      g_autoptr(GBytes) bytes = make_bytes (bad_views[i].text);
      g_autoptr(GError) error = NULL;
      g_autoptr(NevSpec) spec = read_view (bytes, &error);

      g_test_message ("%s", bad_views[i].text);
      g_assert_null (spec);
      g_assert_error (error, NEV_DATA_ERROR, bad_views[i].code);
      if (!g_str_has_prefix (error->message, bad_views[i].message))
        g_assert_cmpstr (error->message, ==, bad_views[i].message);
    }
}

/* One more series, note or letter than there may be, and one byte. */
static void
test_limits (void)
{
  g_autoptr(GString) series = g_string_new (HEAD ", \"series\": [");
  g_autoptr(GString) notes = g_string_new (NOTE "\"period\": \"2023\", \"text\": \"x\"}");
  g_autofree char *letters = g_strnfill (NEV_ANNOTATION_MAX_TEXT + 1, 'x');
  g_autofree char *text = g_strdup_printf (NOTE "\"period\": \"2023\", \"text\": \"%s\"}]}", letters);
  g_autofree char *large = g_strnfill (NEV_VIEW_MAX_BYTES + 1, ' ');
  g_autofree char *too_many = g_strdup_printf ("a.nevview: series: expected at most %d, so that they can be told apart", NEV_N_SLOTS);
  struct
  {
    const char *text;
    const char *message;
  } cases[4];

  for (guint i = 0, n = 0; n <= NEV_N_SLOTS && i < nev_dataset_get_n_series (dataset); i++, n++)
    g_string_append_printf (series, "%s\"%s\"", n > 0 ? ", " : "", nev_series_get_id (nev_dataset_get_series (dataset, i)));

  for (int i = 0; i < NEV_MAX_ANNOTATIONS; i++)
    g_string_append (notes, ", {\"kind\": \"span\", \"period\": \"2023\"}");

  g_string_append (series, "]}");
  g_string_append (notes, "]}");
  cases[0].text = series->str;
  cases[0].message = too_many;
  cases[1].text = notes->str;
  cases[1].message = "a.nevview: annotations: expected at most 32 elements, found 33";
  cases[2].text = text;
  cases[2].message = "a.nevview: annotations[0]: expected a text of at most 200 characters, found 201";
  cases[3].text = large;
  cases[3].message = "a.nevview: expected at most 1048576 bytes, found 1048577";

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = make_bytes (cases[i].text);
      g_autoptr(GError) error = NULL;

      g_assert_null (read_view (bytes, &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* Every cut and many a changed byte fail politely, or are a view. */
static void
test_mutations (void)
{
  g_autoptr(NevSpec) spec = random_spec ();
  g_autoptr(GBytes) bytes = nev_view_write (spec);
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);
  int         n = g_test_slow () ? 20000 : 1000;

  for (int i = 0; i < n; i++)
    {
      g_autofree char *copy = g_memdup2 (data, length);
      g_autoptr(GBytes) changed = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(NevSpec) read = NULL;
      gsize cut = g_test_rand_bit () ? length : (gsize) g_test_rand_int_range (0, (gint32) length);

      for (int j = g_test_rand_int_range (1, 4); j > 0; j--)
        copy[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (0, 256);

      changed = g_bytes_new (copy, cut);
      read = read_view (changed, &error);
      g_assert_true ((read != NULL) != (error != NULL));
    }
}

/* Well-formed, but with members and values that aren't there, or aren't what they should be. */
static void
test_wrong_values (void)
{
  static const char *const values[] = {
    "null", "true", "{}", "[]", "[[]]", "-1", "0", "1", "1e308", "-1e-308", "9007199254740993", "\"\"", "\"x\"", "\"level\"",
    "\"index\"", "\"line\"", "\"band\"", "\"note\"", "\"year\"", "\"nev_sales\"", "\"exports\"", "\"0001\"",
    "\"9999\"", "\"9999-12-31\"", "\"0001/9999\"", "\"2023-W01\"", "\"\\u202e\"", "[\"nev_share\", \"nev_sales\"]"
  };
  int n = g_test_slow () ? 20000 : 500;

  for (int i = 0; i < n; i++)
    {
      g_autoptr(NevSpec) spec = random_spec ();
      g_autoptr(GBytes) bytes = nev_view_write (spec);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
      guint            line = (guint) g_test_rand_int_range (1, (gint32) g_strv_length (lines) - 2);
      char            *colon = strstr (lines[line], "\": ");
      g_autofree char *changed = NULL;
      g_autoptr(GBytes) changed_bytes = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(NevSpec) read = NULL;

      if (colon != NULL && !g_str_has_suffix (lines[line], "[") && g_test_rand_int_range (0, 4) > 0)
        {
          const char *value = values[g_test_rand_int_range (0, G_N_ELEMENTS (values))];
          const char *comma = g_str_has_suffix (lines[line], ",") ? "," : "";
          char       *new_line = NULL;

          *colon = '\0';
          new_line = g_strdup_printf ("%s\": %s%s", lines[line], value, comma);
          g_free (lines[line]);
          lines[line] = new_line;
        }
      else
        {
          *lines[line] = '\0';
        }

      changed = g_strjoinv ("\n", lines);
      changed_bytes = make_bytes (changed);
      read = read_view (changed_bytes, &error);
      g_assert_true ((read != NULL) != (error != NULL));

      if (read != NULL)
        {
          g_autoptr(NevTable) table = nev_spec_create_table (read);

          g_assert_nonnull (table);
        }
    }
}

/* A picture carries the view that it was made from, and that makes the same picture. */
static void
test_in_png (void)
{
  g_autoptr(NevSpec) spec = make_spec ("exports");
  g_autoptr(NevSpec) again = NULL;
  g_autoptr(GBytes) png = NULL;
  g_autoptr(GBytes) second = NULL;
  g_autoptr(GBytes) view = NULL;
  g_autoptr(GBytes) found_view = NULL;
  g_autoptr(GError) error = NULL;
  NevExportOptions options = NEV_EXPORT_OPTIONS_INIT;
  const char      *data, *found;
  gsize            length;

  nev_spec_set_title (spec, "Ships are ready");
  png = nev_export_chart (spec, NEV_FORMAT_PNG, &options, &error);
  g_assert_no_error (error);

  view = nev_view_write (spec);
  data = g_bytes_get_data (png, &length);
  found = memmem (data, length, g_bytes_get_data (view, NULL), g_bytes_get_size (view));
  g_assert_nonnull (found);
  g_assert_nonnull (memmem (data, length, "View", sizeof "View"));

  found_view = g_bytes_new (found, g_bytes_get_size (view));
  again = read_view (found_view, &error);
  g_assert_no_error (error);
  second = nev_export_chart (again, NEV_FORMAT_PNG, &options, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (png, second));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  dataset = nev_package_load_bundled (&error);
  g_assert_no_error (error);

  g_test_add_func ("/view/write", test_write);
  g_test_add_func ("/view/round-trip", test_round_trip);
  g_test_add_func ("/view/in-png", test_in_png);
  g_test_add_func ("/view/bad", test_bad);
  g_test_add_func ("/view/limits", test_limits);
  g_test_add_func ("/view/mutations", test_mutations);
  g_test_add_func ("/view/wrong-values", test_wrong_values);

  return g_test_run ();
}
