/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-cli.h"

#include <glib/gstdio.h>
#include <string.h>

/* The program is run as its users run it: words in, bytes and an exit status out.
 *
 *   test-cli NEV-CHARTS-CLI
 */

static const char *program;

void
cli_result_clear (CliResult *self)
{
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
}

/* Runs the program with the words of @command, which are separated by single spaces. */
static void
run_to (CliResult  *result,
        const char *command,
        const char *stdout_path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  g_auto(GStrv) arguments = g_strsplit (command, " ", -1);
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDERR_PIPE;

  if (stdout_path == NULL)
    flags |= G_SUBPROCESS_FLAGS_STDOUT_PIPE;

  g_ptr_array_add (words, (gpointer) program);

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      if (*arguments[i] != '\0')
        g_ptr_array_add (words, arguments[i]);
    }

  g_ptr_array_add (words, NULL);

  launcher = g_subprocess_launcher_new (flags);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_setenv (launcher, "G_DEBUG", "fatal-warnings", TRUE);
  g_subprocess_launcher_unsetenv (launcher, "LANGUAGE");

  if (stdout_path != NULL)
    g_subprocess_launcher_set_stdout_file_path (launcher, stdout_path);

  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, stdout_path == NULL ? &result->out : NULL, &result->err, &error);
  g_assert_no_error (error);

  g_test_message ("%s", command);
  g_assert_true (g_subprocess_get_if_exited (process));
  result->status = g_subprocess_get_exit_status (process);
}

void
cli_run (CliResult  *result,
         const char *command)
{
  run_to (result, command, NULL);
}

/* Runs the program and kills it after a while, if it isn't over yet. */
void
cli_kill (const char *command,
          gulong      microseconds)
{
  g_autofree char *words = g_strconcat (program, " ", command, NULL);
  g_auto(GStrv) arguments = g_strsplit (words, " ", -1);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_newv ((const char *const *) arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);

  g_assert_no_error (error);
  g_usleep (microseconds);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
}

void
cli_assert_contains (const char *text,
                     const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("expected “%s” in:\n%s", part, text);
}

/* What a command prints, which must be all that it says. */
char *
cli_get_output (const char *command)
{
  g_auto(CliResult) result = { 0 };

  cli_run (&result, command);
  g_assert_cmpstr (result.err, ==, "");
  g_assert_cmpint (result.status, ==, 0);

  return g_steal_pointer (&result.out);
}

JsonNode *
cli_get_json (const char *command)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = cli_get_output (command);
  JsonNode        *node = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);

  return node;
}

static void
test_help (void)
{
  static const char *const commands[] = { "--help", "-h", "list --help", "show --help", "data --help", "export --help", "check --help", "diff --help", "append --help" };
  g_autofree char         *version = cli_get_output ("--version");

  g_assert_true (g_str_has_prefix (version, "nev-charts-cli "));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *help = cli_get_output (commands[i]);

      cli_assert_contains (help, "nev-charts-cli");
    }
}

static void
test_usage (void)
{
  static const struct
  {
    const char *command;
    const char *message;
  } cases[] = {
    { "", "expected a command: list, show, data, export, check, diff or append" },
    { "draw", "expected list, show, data, export, check, diff or append, found “draw”" },
    { "list --bogus", "--bogus" },
    { "list nev_sales", "expected nothing but options, found “nev_sales”" },
    { "list --language fr", "--language: expected a language, en or zh_CN, found" },
    { "diff", "expected [DATASET] NEW_DATASET, found nothing" },
    { "append a", "expected DATASET FACTS.csv, found “a”" },
    { "show", "expected SERIES PERIOD, found nothing" },
    { "show nev_sales", "expected SERIES PERIOD, found “nev_sales”" },
    { "show nev_sales 2023 2024", "found “nev_sales 2023 2024”" },
    { "show nev_sale 2023", "nev_sale" },
    { "show nev_sales 2023-13", "found “2023-13”" },
    { "show nev_sales 2023 --measure growth", "--measure: expected level" },
    { "data", "expected CHART | --view FILE, found nothing" },
    { "data sales", "no chart is called" },
    { "data exports --all --from 2023", "--all writes every period: it has no --from and no --to" },
    { "data exports --all --describe", "--describe is about the chart: it has no --all" },
    { "data exports --bom --format json", "--bom is a mark of CSV files" },
    { "data exports --bom --describe", "--bom is a mark of CSV files" },
    { "data exports --describe --format csv", "--describe writes text" },
    { "data exports --format xml", "--format: expected csv or json, found “xml”" },
    { "data exports --frequency week", "--frequency: expected day" },
    { "data exports --mark pie", "--mark: " },
    { "data exports --measure x", "--measure: " },
    { "data exports --against then", "--against: expected a period" },
    { "data exports --against 2024 --seasonal", "expected --seasonal or --against, found both" },
    { "data exports --from then", "--from: expected a period" },
    { "data exports --to 1", "--to: expected a period" },
    { "data exports --from 2024 --to 2023", "--to: expected a period that ends after 2024 begins, found 2023" },
    { "data exports --merge-jan-feb --frequency year", "--merge-jan-feb: expected the frequency month, found year" },
    { "data exports --index-base x --measure index", "--index-base: expected a period such as" },
    { "data exports --index-base 2023-06", "--index-base: expected the measure index, found level" },
    { "data exports --index-base 2023-Q2 --measure index", "--index-base: expected one of the chart’s periods, such as 2023-04, found 2023-Q2" },
    { "data exports --index-base 2030-01 --measure index", "--index-base: expected a period in which a series shown has a value, found 2030-01" },
    { "data exports --merge-jan-feb --index-base 2023-02 --measure index", "such as 2023-01/2023-02, found 2023-02" },
    { "show nev_sales 2023 --index-base 2023", "--index-base: expected the measure index, found level" },
    { "show nev_sales 2023 --measure index --index-base x", "--index-base: expected a period such as" },
    { "show nev_sales 2023 --measure index --index-base 1999", "--index-base: expected a period in which nev_sales has a value, found 1999" },
    { "data exports --series x", "--series: " },
    { "data exports --series=", "--series: expected the ids of series, found nothing" },
    { "data exports --series nev_exports,nev_exports", "--series: expected every series once, found nev_exports twice" },
    { "data exports --series nev_exports,nev_share", "--series: expected series of one unit" },
    { "export", "expected CHART… | --all | --view FILE, found nothing" },
    { "export --all exports", "expected either charts or --all, found both" },
    { "export nothing", "no chart is called" },
    { "export --all --view a", "expected either --view or --all, found both" },
    { "export exports market-share --view a", "expected CHART… | --all | --view FILE, found “exports market-share”" },
    { "data exports --title=\n", "--title: expected no control characters, found U+000A" },
    { "data exports --subtitle=\n", "--subtitle: expected no control characters, found U+000A" },
    { "data exports --footnote=\n", "--footnote: expected no control characters, found U+000A" },
    { "data exports --note 2023", "--note: expected a note with a text, found none" },
    { "data exports --note x=y", "--note: expected a period such as" },
    { "data exports --note 2023=\n", "--note: expected no control characters, found U+000A" },
    { "data exports --span x", "--span: expected a period such as" },
    { "data exports --line=x=y", "--line: expected a number such as 30 or 0.5, found “x”" },
    { "data exports --line 1e999", "--line: expected a number such as 30 or 0.5, found “1e999”" },
    { "data exports --band 3", "--band: expected two numbers such as 20..30, found “3”" },
    { "data exports --band 3..x", "--band: expected two numbers such as 20..30, found “3..x”" },
    { "data exports --band 3..2", "--band: expected a band whose upper value is greater than the lower one" },
    { "export exports --format gif", "--format: expected png" },
    { "export exports --format=", "--format: expected png, svg or pdf, found nothing" },
    { "export exports --size 1920", "--size: expected a size from" },
    { "export exports --size 1920x", "--size: expected a size from" },
    { "export exports --size 10x10", "--size: expected a size from" },
    { "export exports --size 99999x400", "--size: expected a size from" },
    { "export exports --scale 0", "--scale: expected a number above zero, found “0”" },
    { "export exports --scale two", "--scale: expected a number above zero, found “two”" },
    { "export exports --size 30000x30000 --scale 30", "--size, --scale: " },
    { "export exports --theme pink", "--theme: expected light or dark, found “pink”" },
    { "export exports -o a.gif", "--output: expected a file name that ends in .png, .svg or .pdf, found “a.gif”" },
    { "export exports -o a.png --format svg", "--format: expected png as in “a.png”, found svg" },
    { "export exports -o a.png --format svg,png", "--output: expected one chart in one format" },
    { "export exports market-share -o a.png", "--output: expected one chart in one format" },
    { "export exports -o a.png --output-dir b", "expected either --output or --output-dir, found both" },
    { "show nev_sales 2023-09 --cite apa", "--cite: expected plain, bibtex or gbt7714, found “apa”" },
    { "show nev_sales 2023-09 --cite plain --json", "expected either --cite or --json, found both" },
    { "check a b", "expected [DATASET], found “a b”" },
    { "check a --dataset b", "found “a”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(CliResult) result = { 0 };

      cli_run (&result, cases[i].command);
      g_assert_cmpint (result.status, ==, 2);
      g_assert_cmpstr (result.out, ==, "");
      cli_assert_contains (result.err, cases[i].message);
    }
}

static void
test_failure (void)
{
  static const struct
  {
    const char *command;
    const char *message;
  } cases[] = {
    { "list --dataset /nonexistent/x.json", "/nonexistent" },
    { "check /nonexistent/x.json", "/nonexistent" },
    { "show nev_sales 1999 --cite plain", "NEV sales, 1999: no value, so there is nothing to cite" },
    { "data exports --from 2090", "exports: no whole period lies within the days asked for; there are figures from 2021-01 to " },
    { "data exports --frequency year --from 2023-02 --to 2023-11", "no whole period" },
    { "export exports -o /nonexistent/folder/a.png", "/nonexistent/folder/a.png" },
    { "export exports --output-dir /dev/null/a", "/dev/null/a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(CliResult) result = { 0 };

      cli_run (&result, cases[i].command);
      g_assert_cmpint (result.status, ==, 1);
      g_assert_cmpstr (result.out, ==, "");
      cli_assert_contains (result.err, cases[i].message);
    }
}

/* A full disk behind standard output. */
static void
test_full_output (void)
{
  static const char *const commands[] = { "list", "show nev_sales 2023", "data exports", "check", "--help", "--version" };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto(CliResult) result = { 0 };

      run_to (&result, commands[i], "/dev/full");
      g_assert_cmpint (result.status, ==, 1);
      cli_assert_contains (result.err, "could not write to standard output");
    }
}

static void
test_list (void)
{
  static const char *const charts[] = { "production-sales", "exports", "market-share", "charging-points" };
  g_autofree char         *text = cli_get_output ("list");
  g_autoptr(JsonNode) node = cli_get_json ("list --json");
  JsonArray *array = json_object_get_array_member (json_node_get_object (node), "charts");

  g_assert_cmpuint (json_array_get_length (array), ==, G_N_ELEMENTS (charts));

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      cli_assert_contains (text, charts[i]);
      g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (array, i), "name"), ==, charts[i]);
    }

  array = json_object_get_array_member (json_node_get_object (node), "series");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *series = json_array_get_object_element (array, i);

      cli_assert_contains (text, json_object_get_string_member (series, "id"));
      g_assert_cmpstr (json_object_get_string_member (series, "unit"), !=, "");

      if (g_str_equal (json_object_get_string_member (series, "id"), "nev_sales"))
        {
          g_assert_cmpstr (json_object_get_string_member (series, "kind"), ==, "flow");
          g_assert_cmpint (json_object_get_int_member (series, "published"), >, 50);
          g_assert_cmpint (json_object_get_int_member (series, "derived"), >, 0);
        }
    }
}

static void
test_data (void)
{
  g_autofree char *csv = cli_get_output ("data exports --frequency half-year --from 2022 --to 2023");
  g_autofree char *growth = cli_get_output ("data production-sales --measure change-on-year");
  g_autofree char *empty = cli_get_output ("data production-sales --series nev_sales --from 2020-05 --to 2020-06");
  g_auto(GStrv) lines = g_strsplit (csv, "\r\n", -1);
  g_autoptr(JsonNode) node = cli_get_json ("data exports --frequency half-year --from 2022 --to 2023 --format json");
  JsonObject *object = json_node_get_object (node);
  JsonArray  *rows = json_object_get_array_member (object, "rows");
  JsonObject *row, *cell;

  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_cmpstr (lines[0], ==,
                   "period,nev_exports,nev_exports_status,nev_exports_rounding,"
                   "nev_exports_change-on-year,nev_exports_change-on-year_status,nev_exports_change-on-year_rounding");
  g_assert_cmpstr (lines[3], ==, "2023-S1,534000,published,1000,160,published,10");
  g_assert_cmpstr (lines[5], ==, "");
  /* What a division gives has no more digits than it is good to. */
  g_assert_true (g_str_has_prefix (lines[1], "2022-S1,"));
  g_assert_false (g_regex_match_simple ("\\.[0-9]{3}", csv, 0, 0));
  g_assert_false (g_regex_match_simple ("\\.[0-9]{3}", growth, 0, 0));
  g_assert_cmpstr (empty, ==, "period,nev_sales,nev_sales_status,nev_sales_rounding\r\n2020-05,,gap,\r\n2020-06,,gap,\r\n");

  g_assert_cmpstr (json_object_get_string_member (object, "chart"), ==, "exports");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "columns")), ==, 2);
  g_assert_cmpuint (json_array_get_length (rows), ==, 4);
  row = json_array_get_object_element (rows, 2);
  g_assert_cmpstr (json_object_get_string_member (row, "period"), ==, "2023-S1");
  cell = json_array_get_object_element (json_object_get_array_member (row, "cells"), 0);
  g_assert_cmpfloat (json_object_get_double_member (cell, "value"), ==, 534000);
  g_assert_cmpstr (json_object_get_string_member (cell, "status"), ==, "published");
}

/* More rows, of which those that are shown are the same; and a mark in front. */
static void
test_data_all (void)
{
  g_autofree char *shown = cli_get_output ("data production-sales --measure index");
  g_autofree char *all = cli_get_output ("data production-sales --measure index --all");
  g_autofree char *marked = cli_get_output ("data production-sales --measure index --all --bom");
  const char *rows = strchr (shown, '\n');

  g_assert_true (g_str_has_prefix (rows, "\n2023-01,100,"));
  g_assert_nonnull (strstr (all, rows));
  g_assert_cmpuint (strlen (all), >, strlen (shown));
  g_assert_true (g_str_has_prefix (marked, "\357\273\277period,"));
  g_assert_cmpstr (marked + 3, ==, all);
}

/* January and February as one row, against the two months of the year before; and an index from a month of choice. */
static void
test_comparisons (void)
{
#define SALES "data production-sales --series nev_sales "
#define HEAD "period,nev_sales,nev_sales_status,nev_sales_rounding\r\n"
  static const struct
  {
    const char *command;
    const char *expected;
  } cases[] = {
    { SALES "--merge-jan-feb --from 2023-01 --to 2023-03",
      HEAD "2023-01/2023-02,933000,derived,2000\r\n2023-03,653000,published,1000\r\n" },
    { SALES "--merge-jan-feb --from 2023-01 --to 2023-03 --measure change-on-year",
      HEAD "2023-01/2023-02,20.7,derived,0.58\r\n2023-03,34.8,published,0.1\r\n" },
    { SALES "--merge-jan-feb --from 2023-01 --to 2023-04 --measure change-on-period",
      HEAD "2023-01/2023-02,,gap,\r\n2023-03,,gap,\r\n2023-04,-2.6,derived,0.31\r\n" },
    { SALES "--measure index --index-base 2023-06 --from 2023-05 --to 2023-06",
      HEAD "2023-05,89,derived,0.24\r\n2023-06,100,derived,0.25\r\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *output = cli_get_output (cases[i].command);

      g_assert_cmpstr (output, ==, cases[i].expected);
    }
}

/* What a program must know to read the numbers: that two months are one, and what is 100. */
static void
test_comparisons_as_json (void)
{
  g_autoptr(JsonNode) merged = cli_get_json ("data production-sales --merge-jan-feb --format json");
  g_autoptr(JsonNode) months = cli_get_json ("data production-sales --format json");
  g_autoptr(JsonNode) indexes = cli_get_json ("data production-sales --measure index --index-base 2023-06 --format json");
  g_autoptr(JsonNode) index = cli_get_json ("show nev_sales 2023 --measure index --index-base 2022 --json");
  JsonObject *column = json_array_get_object_element (json_object_get_array_member (json_node_get_object (indexes), "columns"), 0);

  g_assert_true (json_object_get_boolean_member (json_node_get_object (merged), "mergeJanFeb"));
  g_assert_false (json_object_has_member (json_node_get_object (months), "mergeJanFeb"));
  g_assert_cmpstr (json_object_get_string_member (column, "base"), ==, "2023-06");
  column = json_array_get_object_element (json_object_get_array_member (json_node_get_object (months), "columns"), 0);
  g_assert_false (json_object_has_member (column, "base"));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (index), "base"), ==, "2022");
}

/* All choices of a view, and every chart, say something. */
static void
test_views (void)
{
  static const char *const charts[] = { "production-sales", "exports", "market-share", "charging-points" };
  static const char *const options[] = {
    "", "--frequency month", "--frequency quarter", "--frequency half-year", "--frequency year", "--measure level",
    "--measure year-to-date", "--measure trailing-year", "--measure change-on-year", "--measure change-on-period",
    "--measure index", "--mark bars", "--mark stacked", "--mark line", "--from 2024", "--to 2022-S2"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (options); j++)
      {
        g_autofree char *command = g_strdup_printf ("data %s %s", charts[i], options[j]);
        g_autofree char *csv = cli_get_output (command);

        g_assert_true (g_str_has_prefix (csv, "period,"));
        g_assert_true (strstr (csv, ",published,") != NULL || strstr (csv, ",derived,") != NULL);
      }
}

char *
cli_make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("nev-cli-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

guint
cli_remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint       n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      n++;

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        cli_remove_folder (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }

  g_assert_cmpint (g_rmdir (path), ==, 0);

  return n;
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (argc != 2)
    g_error ("usage: test-cli NEV-CHARTS-CLI");

  program = argv[1];

  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/usage", test_usage);
  g_test_add_func ("/cli/failure", test_failure);
  g_test_add_func ("/cli/full-output", test_full_output);
  g_test_add_func ("/cli/list", test_list);
  g_test_add_func ("/cli/data", test_data);
  g_test_add_func ("/cli/data/all", test_data_all);
  g_test_add_func ("/cli/comparisons", test_comparisons);
  g_test_add_func ("/cli/comparisons-as-json", test_comparisons_as_json);
  g_test_add_func ("/cli/views", test_views);

  cli_add_show_tests ();
  cli_add_export_tests ();
  cli_add_check_tests ();
  cli_add_import_tests ();
  cli_add_maintain_tests ();
  cli_add_view_tests ();

  return g_test_run ();
}
