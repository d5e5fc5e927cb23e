/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "test-cli.h"

/* What somebody does who maintains a dataset: facts are added, looked at, compared, and taken out again. */

static const char *const members[] = { "datapackage.json", "observations.csv", "sources.csv" };

/* A month that nobody has published, in columns of its own order. */
#define SOURCES "role,id,publisher,title\ndata,made-up-2026-04,CAAM,\"March, made up\"\n"
#define FACTS \
  "source,series,TIME_PERIOD,OBS_VALUE,rounding,OBS_STATUS\r\n" \
  "made-up-2026-04,nev_sales,2026-03,1250000,1000,P\r\n" \
  "made-up-2026-04,nev_sales,2026-01/2026-03,2961000,1000,P\r\n"

static const char *
get_dataset_folder (void)
{
  return g_test_get_filename (G_TEST_DIST, "..", "data", "china-nev", NULL);
}

static char *
read_member (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
write_member (const char *folder,
              const char *name,
              const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* A copy of the bundled dataset. */
static char *
copy_dataset (void)
{
  char *folder = cli_make_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *text = read_member (get_dataset_folder (), members[i]);

      write_member (folder, members[i], text);
    }

  return folder;
}

static void
assert_untouched (const char *folder)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *before = read_member (get_dataset_folder (), members[i]);
      g_autofree char *after = read_member (folder, members[i]);

      g_assert_cmpstr (after, ==, before);
    }
}

static char *
append (const char *folder,
        const char *options)
{
  return g_strdup_printf ("append %s %s/facts.csv --sources %s/new-sources.csv %s", folder, folder, folder, options);
}

/* In, shown, compared, and out again to the byte. */
static void
test_append (void)
{
  g_autofree char *folder = copy_dataset ();
  g_autofree char *dry = append (folder, "--dry-run");
  g_autofree char *do_it = append (folder, "");
  g_autofree char *undo = append (folder, "--undo");
  g_autofree char *check = g_strdup_printf ("check %s", folder);
  g_autofree char *show = g_strdup_printf ("show nev_sales 2026-03 --dataset %s", folder);
  g_autofree char *diff = g_strdup_printf ("diff %s", folder);
  g_autofree char *same = NULL, *said = NULL, *shown = NULL, *compared = NULL, *checked = NULL, *bundled = cli_get_output ("check");
  static const char expected[] =
    "nev_sales\n"
    "  + 2026-03: 1,250,000 vehicles (made-up-2026-04)\n"
    "  + 2026-Q1: 2,961,000 vehicles (made-up-2026-04)\n"
    "Facts added: 2, revised: 0, removed: 0\n";

  write_member (folder, "new-sources.csv", SOURCES);
  write_member (folder, "facts.csv", FACTS);

  said = cli_get_output (dry);
  g_assert_true (g_str_has_prefix (said, expected));
  cli_assert_contains (said, "New contradictions: 0\nNothing was written.\n");
  assert_untouched (folder);
  g_clear_pointer (&said, g_free);

  said = cli_get_output (do_it);
  g_assert_true (g_str_has_prefix (said, expected));
  cli_assert_contains (said, "New contradictions: 0\nWritten: sources.csv\nWritten: observations.csv\n");

  shown = cli_get_output (show);
  cli_assert_contains (shown, "1,250,000 vehicles");
  cli_assert_contains (shown, "March, made up");

  checked = cli_get_output (check);
  g_assert_cmpstr (checked, ==, bundled);

  compared = cli_get_output (diff);
  g_assert_cmpstr (compared, ==, expected);
  g_clear_pointer (&compared, g_free);

  g_free (cli_get_output (undo));
  assert_untouched (folder);

  compared = cli_get_output (diff);
  g_assert_cmpstr (compared, ==, "Facts added: 0, revised: 0, removed: 0\n");
  cli_remove_folder (folder);
}

/* What is wrong with the facts is said with their own file's lines, and nothing is written. */
static void
test_append_refused (void)
{
  static const struct
  {
    const char *facts;
    const char *message;
  } cases[] = {
    { "", "facts.csv: expected a line with the columns’ names, found an empty file" },
    { "series,TIME_PERIOD,OBS_VALUE,rounding,source\n", "facts.csv: expected rows, found none" },
    { "series,month\n", "facts.csv:1: expected the dataset’s columns, each once (series, TIME_PERIOD, OBS_VALUE, rounding, change_on_year, "
                        "change_rounding, basis, OBS_STATUS, source), found “month”" },
    { "series,series\n", "found “series”" },
    { "series,TIME_PERIOD\nnev_sales\n", "facts.csv:2: expected 2 cells as in the header, found 1" },
    { "series,TIME_PERIOD,OBS_VALUE,rounding,source\nnev_sales,2026-03,1,1,nobody\nnev_sold,2026-04,1,1,made-up-2026-04\n",
      "nothing was written, because of what stands here:\n  facts.csv:2: source: expected a name that is declared, found “nobody”" },
    { "series,TIME_PERIOD,OBS_VALUE,rounding,source\nnev_sales,2026-03,1,1,nobody\nnev_sold,2026-04,1,1,made-up-2026-04\n",
      "\n  facts.csv:3: series: expected a name that is declared, found “nev_sold”" },
    { "series,TIME_PERIOD,OBS_VALUE,rounding,source\nnev_sales,2023-01/2023-08,5374000,1000,caam-2023-09-12\n",
      "facts.csv:2: expected each series, period, basis and source together once, found those of row 168 of the dataset again" },
    { "series,TIME_PERIOD,OBS_VALUE,rounding,source\nnev_sales,2026-03,\"1\n", "facts.csv:2: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = copy_dataset ();
      g_autofree char *do_it = append (folder, "");
      g_auto(CliResult) result = { 0 };

      write_member (folder, "new-sources.csv", SOURCES);
      write_member (folder, "facts.csv", cases[i].facts);
      cli_run (&result, do_it);
      g_assert_cmpint (result.status, ==, 1);
      g_assert_cmpstr (result.out, ==, "");
      cli_assert_contains (result.err, cases[i].message);
      assert_untouched (folder);
      cli_remove_folder (folder);
    }
}

/* A fact that speaks against others is let in, but told: the others may be wrong. */
static void
test_append_contradiction (void)
{
  g_autofree char *folder = copy_dataset ();
  g_autofree char *do_it = append (folder, "--json");
  g_autoptr(JsonNode) node = NULL;
  JsonArray *contradictions, *written;

  write_member (folder, "new-sources.csv", SOURCES);
  write_member (folder, "facts.csv",
                "series,TIME_PERIOD,OBS_VALUE,rounding,source\n"
                "nev_sales,2026-03,1250000,1000,made-up-2026-04\n"
                "nev_sales,2026-01/2026-03,3961000,1000,made-up-2026-04\n");

  node = cli_get_json (do_it);
  contradictions = json_object_get_array_member (json_node_get_object (node), "contradictions");
  written = json_object_get_array_member (json_node_get_object (node), "written");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "added"), ==, 2);
  g_assert_cmpuint (json_array_get_length (contradictions), >, 0);
  cli_assert_contains (json_array_get_string_element (contradictions, 0), "nev_sales: ");
  g_assert_cmpuint (json_array_get_length (written), ==, 2);
  cli_remove_folder (folder);
}

/* What isn't there can't be taken out; a source that a fact needs stays. */
static void
test_undo_refused (void)
{
  g_autofree char *folder = copy_dataset ();
  g_autofree char *undo = append (folder, "--undo");
  g_autofree char *sources = g_strdup_printf ("append %s %s/facts.csv --undo --sources %s/new-sources.csv", folder, folder, folder);
  g_auto(CliResult) result = { 0 };
  g_auto(CliResult) needed = { 0 };

  write_member (folder, "new-sources.csv", "id,publisher,title,date,url,role\ncaam-2023-09-12,CAAM,x,,,data\n");
  write_member (folder, "facts.csv", FACTS);
  cli_run (&result, undo);
  g_assert_cmpint (result.status, ==, 1);
  cli_assert_contains (result.err, "new-sources.csv:2: expected a row that was appended to sources.csv, found none like it there");
  assert_untouched (folder);

  /* The first fact's source has others. */
  write_member (folder, "new-sources.csv", "id,publisher,title,date,url,role\ngac-undated-2,GAC,广汽集团国家认定企业技术中心2023年评价优秀 (repost),,,data\n");
  write_member (folder, "facts.csv",
                "series,TIME_PERIOD,OBS_VALUE,rounding,OBS_STATUS,source\ngac_rd_headcount,2023-12-31,6000,1000,D,gac-undated-2\n");
  cli_run (&needed, sources);
  g_assert_cmpint (needed.status, ==, 1);
  cli_assert_contains (needed.err, "observations.csv:");
  cli_assert_contains (needed.err, "gac-undated-2");
  assert_untouched (folder);
  cli_remove_folder (folder);
}

/* Each way in which a version can differ, as text and as JSON. */
static void
test_diff (void)
{
  g_autofree char *folder = copy_dataset ();
  g_autofree char *text = read_member (folder, "observations.csv");
  g_autoptr(GString) changed = g_string_new (text);
  g_autofree char *command = g_strdup_printf ("diff %s %s", get_dataset_folder (), folder);
  g_autofree char *json_command = g_strdup_printf ("%s --json", command);
  g_autofree char *said = NULL;
  g_autoptr(JsonNode) node = NULL;
  JsonObject *fact;

  g_assert_cmpuint (g_string_replace (changed, "\nnev_sales,2023-01/2023-08,5374000,", "\nnev_sales,2023-01/2023-08,5375000,", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (changed, "\ngac_rd_headcount,2023-12-31,6000,1000,,,,D,gac-undated-2", "", 0), ==, 1);
  g_string_append (changed, "nev_sales,2026-03,1250000,1000,2.5,0.1,,P,caam-2026-03-12\n");
  write_member (folder, "observations.csv", changed->str);

  said = cli_get_output (command);
  g_assert_cmpstr (said, ==,
                   "nev_sales\n"
                   "  ~ 2023-01/2023-08: 5,374,000 vehicles, change on the year +39.2% → 5,375,000 vehicles, change on the year +39.2% (caam-2023-09-12)\n"
                   "gac_rd_headcount\n"
                   "  - 2023-12-31: 6,000 people (gac-undated-2)\n"
                   "nev_sales\n"
                   "  + 2026-03: 1,250,000 vehicles, change on the year +2.5% (caam-2026-03-12)\n"
                   "Facts added: 1, revised: 1, removed: 1\n");

  node = cli_get_json (json_command);
  fact = json_array_get_object_element (json_object_get_array_member (json_node_get_object (node), "facts"), 0);
  g_assert_cmpstr (json_object_get_string_member (fact, "kind"), ==, "revised");
  g_assert_cmpfloat (json_object_get_double_member (json_object_get_object_member (fact, "before"), "value"), ==, 5374000);
  g_assert_cmpfloat (json_object_get_double_member (json_object_get_object_member (fact, "after"), "value"), ==, 5375000);
  cli_remove_folder (folder);
}

/* A dataset joined on one side only would differ in everything. */
static void
test_alone (void)
{
  static const char *commands[] = { "diff old new --with more", "append old facts.csv --with more" };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto(CliResult) result = { 0 };

      cli_run (&result, commands[i]);
      g_assert_cmpint (result.status, ==, 2);
      cli_assert_contains (result.err, "--with: expected one dataset, found “more” besides");
    }
}

/* Where no charts are declared they are made. */
static void
test_no_views (void)
{
  g_autofree char *folder = copy_dataset ();
  g_autofree char *text = read_member (folder, "datapackage.json");
  g_autofree char *command = g_strdup_printf ("list --json --dataset %s", folder);
  g_autoptr(GString) changed = g_string_new (text);
  g_autoptr(JsonNode) node = NULL;
  JsonArray  *charts;
  JsonObject *chart;

  g_assert_cmpuint (g_string_replace (changed, "\"views\": [", "\"other\": [", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (changed, "\"highlights\": [", "\"others\": [", 0), ==, 1);
  write_member (folder, "datapackage.json", changed->str);

  node = cli_get_json (command);
  charts = json_object_get_array_member (json_node_get_object (node), "charts");
  g_assert_cmpuint (json_array_get_length (charts), ==, 11);
  chart = json_array_get_object_element (charts, 1);
  g_assert_cmpstr (json_object_get_string_member (chart, "title"), ==, "NEV market share");
  cli_remove_folder (folder);
}

void
cli_add_maintain_tests (void)
{
  g_test_add_func ("/cli/no-views", test_no_views);
  g_test_add_func ("/cli/alone", test_alone);
  g_test_add_func ("/cli/append", test_append);
  g_test_add_func ("/cli/append/refused", test_append_refused);
  g_test_add_func ("/cli/append/contradiction", test_append_contradiction);
  g_test_add_func ("/cli/append/undo-refused", test_undo_refused);
  g_test_add_func ("/cli/diff", test_diff);
}
