/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-bibtex.h"
#include "nev-citation.h"
#include "nev-package.h"

#include <string.h>

#define EN NEV_LANGUAGE_ENGLISH
#define ZH NEV_LANGUAGE_CHINESE

static NevDataset *
load_bundled (void)
{
  g_autoptr(GError) error = NULL;
  NevDataset *dataset = nev_package_load_bundled (&error);

  g_assert_no_error (error);

  return dataset;
}

static void
read_one (NevDataset *dataset,
          const char *series,
          NevMeasure  measure,
          const char *period,
          NevReading *reading)
{
  NevPeriod when;

  g_assert_true (nev_period_parse (period, &when, NULL));
  nev_series_read (nev_dataset_find_series (dataset, series, NULL), measure, when, when, reading);
}

/* Reads a BibTeX file as strictly as BibTeX does: entries with a key, fields with a value in braces that balance
 * (whatever stands before a brace) or a word that is defined.
 */
static const char *
skip_space (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;

  return p;
}

static const char *
read_braces (const char *p)
{
  int depth = 0;

  g_assert_cmpint (*p, ==, '{');

  do
    {
      g_assert_cmpint (*p, !=, '\0');
      g_assert_cmpint (*p, !=, '\n');
      depth += *p == '{' ? 1 : *p == '}' ? -1
                                         : 0;
      p++;
    }
  while (depth > 0);

  return p;
}

static const char *
read_field (const char *p)
{
  static const char *const months = " jan feb mar apr may jun jul aug sep oct nov dec ";
  gsize                    n = strspn (p, "abcdefghijklmnopqrstuvwxyz");
  g_autofree char         *word = NULL;

  g_assert_cmpuint (n, >, 0);
  p = skip_space (p + n);
  g_assert_cmpint (*p, ==, '=');
  p = skip_space (p + 1);

  if (*p == '{')
    return read_braces (p);

  n = strspn (p, "abcdefghijklmnopqrstuvwxyz");
  word = g_strdup_printf (" %.*s ", (int) n, p);
  g_assert_nonnull (strstr (months, word));

  return p + n;
}

static guint
read_bibtex (const char *text,
             GHashTable *keys)
{
  guint n_entries = 0;

  for (const char *p = skip_space (text); *p != '\0'; p = skip_space (p), n_entries++)
    {
      gsize n;

      g_assert_true (g_str_has_prefix (p, "@misc{"));
      p += strlen ("@misc{");
      n = strcspn (p, ",} \t\n\"#%'()={~\\");
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpint (p[n], ==, ',');
      g_hash_table_add (keys, g_strndup (p, n));
      p += n;

      while (*p == ',')
        p = skip_space (read_field (skip_space (p + 1)));

      g_assert_cmpint (*p, ==, '}');
      p++;
    }

  return n_entries;
}

/* Of each source of the bundled dataset there is a reference in each form and language; no two have one key. */
static void
test_bundled (void)
{
  g_autoptr(NevDataset) dataset = load_bundled ();
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = nev_dataset_get_n_sources (dataset);

  g_assert_cmpuint (n, >, 200);

  for (guint i = 0; i < n; i++)
    {
      NevSource *source = nev_dataset_get_source (dataset, i);

      for (int language = 0; language < NEV_N_LANGUAGES; language++)
        {
          g_autofree char *plain = nev_cite_source (dataset, i, NEV_CITATION_PLAIN, language);
          g_autofree char *bibtex = nev_cite_source (dataset, i, NEV_CITATION_BIBTEX, language);
          g_autofree char *gbt7714 = nev_cite_source (dataset, i, NEV_CITATION_GBT7714, language);
          gboolean         has_url = *nev_source_get_url (source) != '\0';

          g_assert_cmpuint (read_bibtex (bibtex, keys), ==, 1);
          g_assert_true (g_utf8_validate (bibtex, -1, NULL));

          /* One line each, with the address at its end or else a full stop. */
          g_assert_nonnull (strstr (plain, nev_source_get_title (source)));
          g_assert_nonnull (strstr (gbt7714, nev_source_get_title (source)));
          g_assert_true (strchr (plain, '\n') == plain + strlen (plain) - 1);
          g_assert_true (strchr (gbt7714, '\n') == gbt7714 + strlen (gbt7714) - 1);
          g_assert_cmpint (strstr (gbt7714, "[EB/OL]. ") != NULL, ==, has_url);
          g_assert_cmpint (strstr (gbt7714, "[Z].") != NULL, ==, !has_url);

          if (has_url)
            {
              g_autofree char *end = g_strdup_printf (". %s\n", nev_source_get_url (source));

              g_assert_true (g_str_has_suffix (plain, end));
              g_assert_true (g_str_has_suffix (gbt7714, end));
            }
          else
            g_assert_null (strstr (bibtex, "url"));

          g_assert_null (strstr (plain, ". ."));
          g_assert_null (strstr (gbt7714, ". ."));
        }
    }

  g_assert_cmpuint (g_hash_table_size (keys), ==, n);
}

static const struct
{
  const char *publisher, *title, *date, *url;
  const char *plain, *gbt7714;
} sources[] = {
  { "CAAM", "Page A", "2023-07-11", "https://example.org/a?b=1&c=2",
    "Makers. Page A. 2023-07-11. https://example.org/a?b=1&c=2\n",
    "Makers. Page A[EB/OL]. (2023-07-11). https://example.org/a?b=1&c=2\n" },
  { "CAAM", "上半年产销", "2023-07-11", "https://example.org/b",
    "Makers. 上半年产销. 2023-07-11. https://example.org/b\n",
    "中国汽车工业协会. 上半年产销[EB/OL]. (2023-07-11). https://example.org/b\n" },
  { "CAAM", "Up by half?", "2023-07", "",
    "Makers. Up by half? 2023-07.\n",
    "Makers. Up by half?[Z]. 2023-07.\n" },
  { "", "Nobody’s page", "", "https://example.org/d",
    "Nobody’s page. https://example.org/d\n",
    "Nobody’s page[EB/OL]. https://example.org/d\n" },
  { "", "A page.", "", "",
    "A page.\n",
    "A page.[Z].\n" },
};

/* A dataset of sources about which more or less is known. */
static NevDataset *
create_dataset (void)
{
  NevDatasetParts parts;
  NevPublisher    publisher = { g_strdup ("CAAM"), { { g_strdup ("Makers"), g_strdup ("中国汽车工业协会") } } };

  nev_dataset_parts_init (&parts);
  parts.name = g_strdup ("small");
  g_array_append_val (parts.publishers, publisher);

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *id = g_strdup_printf ("s%" G_GSIZE_FORMAT, i);

      g_ptr_array_add (parts.sources, nev_source_new (id, sources[i].publisher, sources[i].title, sources[i].date, sources[i].url, FALSE));
    }

  return nev_dataset_new (&parts);
}

static void
test_incomplete (void)
{
  g_autoptr(NevDataset) dataset = create_dataset ();
  g_autofree char *bare = nev_cite_source (dataset, 4, NEV_CITATION_BIBTEX, EN);
  g_autofree char *month = nev_cite_source (dataset, 2, NEV_CITATION_BIBTEX, ZH);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *plain = nev_cite_source (dataset, i, NEV_CITATION_PLAIN, EN);
      g_autofree char *gbt7714 = nev_cite_source (dataset, i, NEV_CITATION_GBT7714, EN);

      g_assert_cmpstr (plain, ==, sources[i].plain);
      g_assert_cmpstr (gbt7714, ==, sources[i].gbt7714);
    }

  g_assert_cmpstr (bare, ==, "@misc{s4,\n  title = {{A page.}}\n}\n");
  g_assert_cmpstr (month, ==, "@misc{s2,\n  author = {{中国汽车工业协会}},\n  title = {{Up by half?}},\n  year = {2023},\n  month = jul\n}\n");
}

/* What TeX or BibTeX would read as something else is written so that it comes out as itself. */
static void
test_escape (void)
{
  static const struct
  {
    const char *text, *written;
  } cases[] = {
    { "plain", "plain" },
    { "50% & more_of #1 $5", "50\\% \\& more\\_of \\#1 \\$5" },
    { "a}b{c", "a\\textbraceright{}b\\textbraceleft{}c" },
    { "\\input{x}", "\\textbackslash{}input\\textbraceleft{}x\\textbraceright{}" },
    { "~^|<>", "\\textasciitilde{}\\textasciicircum{}\\textbar{}\\textless{}\\textgreater{}" },
    { "two\nlines\tand", "two lines and" },
    { "−1 “中” é \"q\"", "\\textminus{}1 “中” é \"q\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) entry = g_string_new (NULL);
      g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autofree char *line = g_strdup_printf ("title = {{%s}}", cases[i].written);

      nev_bibtex_begin (entry, "a");
      nev_bibtex_add_name (entry, "title", cases[i].text);
      nev_bibtex_add_text (entry, "note", cases[i].text);
      nev_bibtex_add_url (entry, "https://example.org/a_%20{b}\\ c#d");
      nev_bibtex_end (entry);

      g_assert_nonnull (strstr (entry->str, line));
      g_assert_nonnull (strstr (entry->str, "url = {https://example.org/a_%20%7Bb%7D%5C%20c#d}"));
      g_assert_cmpuint (read_bibtex (entry->str, keys), ==, 1);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *date, *written;
  } cases[] = {
    { "2023-07-11", ",\n  year = {2023},\n  month = jul,\n  day = {11}" },
    { "2023-12", ",\n  year = {2023},\n  month = dec" },
    { "2023", ",\n  year = {2023}" },
    { "2023-13", ",\n  year = {2023}" },
    { "", "" },
    { NULL, "" },
    { "spring", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) entry = g_string_new (NULL);

      nev_bibtex_add_date (entry, cases[i].date);
      g_assert_cmpstr (entry->str, ==, cases[i].written);
    }
}

/* The same name has the same key, two names have two. */
static void
test_keys (void)
{
  static const char *const names[] = { "caam-2023-07-11", "a b", "a-b", "a_b", "来源", "资料", "", "a,b", "a{b", "100%" };
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *plain = nev_bibtex_create_key ("caam-2023-07-11");

  g_assert_cmpstr (plain, ==, "caam-2023-07-11");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *once = nev_bibtex_create_key (names[i]);
      g_autofree char *again = nev_bibtex_create_key (names[i]);
      g_autofree char *entry = g_strdup_printf ("@misc{%s,\n title = {{x}}}", once);

      g_assert_cmpstr (once, ==, again);
      g_assert_cmpuint (read_bibtex (entry, keys), ==, 1);
    }

  g_assert_cmpuint (g_hash_table_size (keys), ==, G_N_ELEMENTS (names));
}

static void
test_derived (void)
{
  g_autoptr(NevDataset) dataset = load_bundled ();
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(NevReading) reading = { 0 };
  g_autofree char *plain = NULL;
  g_autofree char *bibtex = NULL;
  g_autofree char *gbt7714 = NULL;

  read_one (dataset, "nev_sales", NEV_MEASURE_LEVEL, "2023-09", &reading);
  plain = nev_cite_reading (dataset, &reading, NEV_CITATION_PLAIN, EN);
  bibtex = nev_cite_reading (dataset, &reading, NEV_CITATION_BIBTEX, EN);
  gbt7714 = nev_cite_reading (dataset, &reading, NEV_CITATION_GBT7714, ZH);

  g_assert_true (g_str_has_suffix (plain, "\nNEV Charts. NEV sales, September 2023: 904,000 vehicles (derived, ±1,000). "
                                          "China’s new-energy vehicles, 2026.2. Calculated from published figures: "
                                          "January–September 2023 6,278,000 minus January–August 2023 5,374,000.\n"));
  g_assert_nonnull (strstr (gbt7714, "\nNEV Charts. "));
  g_assert_nonnull (strstr (gbt7714, "[DS]. "));
  g_assert_cmpuint (read_bibtex (bibtex, keys), ==, 3);
  g_assert_true (g_hash_table_contains (keys, "nev-charts:nev_sales:2023-09:level"));
}

/* Every reading that there is gives entries that can be read; a gap gives none. */
static void
test_readings (void)
{
  g_autoptr(NevDataset) dataset = load_bundled ();

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    for (int measure = 0; measure < NEV_N_MEASURES; measure++)
      for (int month = 0; month < 30; month++)
        {
          NevPeriod period = nev_period_at (nev_day_add_months (nev_day_from_date (2022, 1, 1), month), NEV_FREQUENCY_MONTH);
          NevPeriod base = nev_period_at (nev_day_from_date (2023, 6, 1), NEV_FREQUENCY_MONTH);
          g_auto(NevReading) reading = { 0 };
          g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          g_autofree char *bibtex = NULL;
          g_autofree char *again = NULL;
          g_autofree char *quote = NULL;

          nev_series_read (nev_dataset_get_series (dataset, i), measure, period, base, &reading);
          bibtex = nev_cite_reading (dataset, &reading, NEV_CITATION_BIBTEX, EN);
          again = nev_cite_reading (dataset, &reading, NEV_CITATION_BIBTEX, EN);
          quote = nev_quote_reading (dataset, &reading, EN);

          g_assert_cmpint (bibtex == NULL, ==, reading.status == NEV_STATUS_GAP);
          g_assert_cmpstr (bibtex, ==, again);
          g_assert_null (strchr (quote, '\n'));

          if (bibtex != NULL)
            g_assert_cmpuint (read_bibtex (bibtex, keys), ==, g_hash_table_size (keys));
        }
}

static void
test_quote (void)
{
  g_autoptr(NevDataset) dataset = load_bundled ();
  g_auto(NevReading) published = { 0 };
  g_auto(NevReading) derived = { 0 };
  g_auto(NevReading) gap = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  read_one (dataset, "nev_sales", NEV_MEASURE_LEVEL, "2023-S1", &published);
  read_one (dataset, "nev_sales", NEV_MEASURE_LEVEL, "2023-09", &derived);
  read_one (dataset, "nev_sales", NEV_MEASURE_LEVEL, "1999", &gap);
  first = nev_quote_reading (dataset, &published, EN);
  second = nev_quote_reading (dataset, &derived, EN);
  third = nev_quote_reading (dataset, &gap, EN);

  g_assert_cmpstr (first, ==,
                   "NEV sales, first half of 2023: 3,747,000 vehicles (published by CAAM). "
                   "CAAM: 人民日报海外版/中新网: 中国汽车产销量同比分别增长9.3%和9.8%, 2023-07-14, "
                   "https://www.jl.chinanews.com/qccy/2023-07-14/230028.html");
  g_assert_true (g_str_has_prefix (second, "NEV sales, September 2023: 904,000 vehicles (derived, ±1,000). CAAM: SteelOrbis"));
  g_assert_nonnull (strstr (second, "; CAAM: "));
  g_assert_cmpstr (third, ==, "NEV sales, 1999: no value");
}

static void
test_forms (void)
{
  g_autoptr(GError) error = NULL;
  NevCitationForm form;

  for (int i = 0; i < NEV_N_CITATION_FORMS; i++)
    {
      g_assert_true (nev_citation_form_parse (nev_citation_form_to_string (i), &form, NULL));
      g_assert_cmpint (form, ==, i);
    }

  g_assert_false (nev_citation_form_parse ("apa", &form, &error));
  g_assert_cmpstr (error->message, ==, "expected plain, bibtex or gbt7714, found “apa”");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/citation/bundled", test_bundled);
  g_test_add_func ("/citation/incomplete", test_incomplete);
  g_test_add_func ("/citation/escape", test_escape);
  g_test_add_func ("/citation/dates", test_dates);
  g_test_add_func ("/citation/keys", test_keys);
  g_test_add_func ("/citation/derived", test_derived);
  g_test_add_func ("/citation/readings", test_readings);
  g_test_add_func ("/citation/quote", test_quote);
  g_test_add_func ("/citation/forms", test_forms);

  return g_test_run ();
}
