/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-cli.h"

static const char *
get_dataset_folder (void)
{
  return g_test_get_filename (G_TEST_DIST, "..", "data", "china-nev", NULL);
}

static void
test_check (void)
{
  g_autofree char *text = cli_get_output ("check");
  g_autofree char *command = g_strdup_printf ("check %s --json", get_dataset_folder ());
  g_autoptr(JsonNode) node = cli_get_json (command);
  JsonObject      *object = json_node_get_object (node);
  JsonArray       *found = json_object_get_array_member (object, "contradictions");
  g_autofree char *count = g_strdup_printf ("\nErrors: 0, contradictions: %u\n", json_array_get_length (found));
  const char      *before_kind = "", *before_series = "";
  double           before = 0;

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "errors")), ==, 0);
  g_assert_true (g_str_has_suffix (text, count));
  cli_assert_contains (text, "Breaking Latest News states 74,000 vehicles as a bound; CAAM has 81,000.");
  cli_assert_contains (text, "July 2025 225,000");

  for (guint i = 0; i < json_array_get_length (found); i++)
    {
      JsonObject *one = json_array_get_object_element (found, i);
      const char *kind = json_object_get_string_member (one, "kind");
      const char *series = json_object_get_string_member (one, "series");
      double      excess = json_object_get_double_member (one, "excess");

      g_assert_cmpfloat (excess, >, 0);
      g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (one, "source"), "title"), !=, "");
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (one, "facts")), >, 0);

      if (g_str_equal (kind, before_kind) && g_str_equal (series, before_series))
        g_assert_cmpfloat (excess, <=, before);

      before_kind = kind;
      before_series = series;
      before = excess;
    }
}

/* Copies the bundled dataset with one piece of its observations replaced. */
static char *
copy_dataset (const char *piece,
              const char *replacement)
{
  static const char *const names[] = { "datapackage.json", "observations.csv", "sources.csv" };
  char                    *folder = cli_make_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *from = g_build_filename (get_dataset_folder (), names[i], NULL);
      g_autofree char *to = g_build_filename (folder, names[i], NULL);
      g_autofree char *text = NULL;
      g_autoptr(GString) changed = NULL;

      g_file_get_contents (from, &text, NULL, &error);
      g_assert_no_error (error);
      changed = g_string_new (text);

      if (g_str_equal (names[i], "observations.csv"))
        g_assert_cmpuint (g_string_replace (changed, piece, replacement, 0), ==, 1);

      g_file_set_contents (to, changed->str, -1, &error);
      g_assert_no_error (error);
    }

  return folder;
}

/* A fact that somebody got wrong by 50,000 is found and named. */
static void
test_check_changed (void)
{
  g_autofree char *folder = copy_dataset ("\nnev_sales,2023-01/2023-08,5374000,", "\nnev_sales,2023-01/2023-08,5424000,");
  g_autofree char *command = g_strdup_printf ("check %s", folder);
  g_autofree char *text = cli_get_output (command);

  cli_assert_contains (text, "5,424,000");
  cli_remove_folder (folder);
}

static void
test_check_error (void)
{
  g_autofree char *folder = copy_dataset ("\nnev_sales,2023-01/2023-08,5374000,", "\nnev_sales,2023-01/2023-08,53740OO,");
  g_autofree char *command = g_strdup_printf ("check %s", folder);
  g_autofree char *json_command = g_strdup_printf ("check --dataset %s --json", folder);
  g_auto(CliResult) result = { 0 };
  g_auto(CliResult) json_result = { 0 };
  g_autoptr(JsonNode) node = NULL;

  cli_run (&result, command);
  g_assert_cmpint (result.status, ==, 1);
  cli_assert_contains (result.out, "observations.csv");
  cli_assert_contains (result.out, "53740OO");
  cli_assert_contains (result.out, "\nErrors: 1, ");
  g_assert_cmpstr (result.err, ==, "nev-charts-cli: the dataset has 1 error\n");

  cli_run (&json_result, json_command);
  g_assert_cmpint (json_result.status, ==, 1);
  node = json_from_string (json_result.out, NULL);
  g_assert_nonnull (node);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (node), "errors")), ==, 1);

  cli_remove_folder (folder);
}

/* Whoever mends a dataset hears of everything at once: each cell, each row, the page, the descriptor. */
static void
test_check_all (void)
{
  static const struct
  {
    const char *name;
    const char *content;
  } files[] = {
    { "datapackage.json",
      "{ \"name\": \"all\", \"version\": 3, \"series\": [ { \"name\": \"sales\", \"kind\": \"flow\", \"unit\": \"vehicles\" },\n"
      "  { \"name\": \"stock\", \"kind\": \"stok\", \"unit\": \"vehicles\" } ],\n"
      "  \"resources\": [ { \"name\": \"observations\", \"path\": \"o.csv\" }, { \"name\": \"sources\", \"path\": \"s.csv\" } ] }\n" },
    { "o.csv",
      "series,TIME_PERIOD,OBS_VALUE,rounding,OBS_STATUS,source\n"
      "sales,2023-13,12O,0,X,page\n"
      "sales,2023-01,100,1,,page\n"
      "sales,2023-02,100,1\n"
      "sales,2023-01,101,1,,page\n"
      "sold,2023-02,100,1,,pag\n" },
    { "s.csv", "id,publisher,title,date,url,role\npage,Office,,yesterday,ftp://a,data\n" },
  };
  static const char *const expected[] = {
    "datapackage.json: version: ", "datapackage.json: series[1].kind: ", "s.csv:2: title: ", "s.csv:2: date: ", "s.csv:2: url: ",
    "o.csv:2: TIME_PERIOD: ", "o.csv:2: OBS_VALUE: ", "o.csv:2: OBS_STATUS: ", "o.csv:4: expected 6 cells as in the header, found 4",
    "o.csv:6: series: ", "o.csv:6: source: ", "o.csv:5: expected each series",
  };
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *command = g_strdup_printf ("check %s", folder);
  g_autofree char *count = g_strdup_printf ("\nErrors: %zu, ", G_N_ELEMENTS (expected));
  g_auto(CliResult) result = { 0 };
  const char *place;

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

      g_assert_true (g_file_set_contents (path, files[i].content, -1, NULL));
    }

  cli_run (&result, command);
  g_assert_cmpint (result.status, ==, 1);
  place = result.out;

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      place = strstr (place, expected[i]);
      if (place == NULL)
        g_error ("expected “%s” in its place, found:\n%s", expected[i], result.out);
    }

  cli_assert_contains (result.out, count);
  cli_remove_folder (folder);
}

/* So it is with a plain table. */
static void
test_check_table (void)
{
  static const char text[] =
    "month,sales,exports\n"
    "2023-01,100,1O\n"
    "2023-O2,200,20\n"
    "2023-04,4x,5y\n"
    "2023-05,5\n"
    "2023-06,6,7,8\n";
  static const char *const expected[] = {
    "t.csv:2: column 3: ", "t.csv:3: column 1: ", "t.csv:4: column 2: ", "t.csv:4: column 3: ",
    "t.csv:5: expected 3 columns as in the header, found 2", "t.csv:6: expected 3 columns as in the header, found 4",
  };
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *path = g_build_filename (folder, "t.csv", NULL);
  g_autofree char *command = g_strdup_printf ("check %s", path);
  g_auto(CliResult) result = { 0 };
  const char *place;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  cli_run (&result, command);
  g_assert_cmpint (result.status, ==, 1);
  place = result.out;

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      place = strstr (place, expected[i]);
      if (place == NULL)
        g_error ("expected “%s” in its place, found:\n%s", expected[i], result.out);
    }

  cli_assert_contains (result.out, "\nErrors: 6, ");
  cli_remove_folder (folder);
}

void
cli_add_check_tests (void)
{
  g_test_add_func ("/cli/check", test_check);
  g_test_add_func ("/cli/check/changed", test_check_changed);
  g_test_add_func ("/cli/check/error", test_check_error);
  g_test_add_func ("/cli/check/all", test_check_all);
  g_test_add_func ("/cli/check/table", test_check_table);
}
