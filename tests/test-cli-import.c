/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-cli.h"

#include <glib/gstdio.h>

/* A plain table as the dataset, and the options that say how it is written. */

static void
test_options (void)
{
  static const struct
  {
    const char *data;
    const char *options;
    const char *wanted; /* in the output; or in the message, if the status isn't 0 */
    int         status;
  } cases[] = {
    { "m,A\n2023-01,\"1,234\"\n", "", "could be 1234 or 1.234", 1 },
    { "m,A\n2023-01,\"1,234\"\n", "--decimal=point", "2023-01,1234,published,1\r\n", 0 },
    { "m,A\n2023-01,\"1,234\"\n", "--decimal=comma", "2023-01,1.234,published,0.001\r\n", 0 },
    { "m,A\n2023-01,1\n", "--decimal=dot", "--decimal: expected one of point, comma, found “dot”", 2 },
    { "m,A\n01/12/2023,1\n", "", "say which with --date-order", 1 },
    { "m,A\n01/12/2023,1\n", "--date-order=day-month", "2023-12,1,published,1\r\n", 0 },
    { "a,b;c\n2023-01,1;2\n", "", "say which with --delimiter", 1 },
    { "a,b;c\n2023,1;2\n", "--delimiter=colon", "expected one of comma, semicolon, tab, bar, found “colon”", 2 },
    { "m|A\n2023-01|1\n", "--delimiter=bar", "2023-01,1,published,1\r\n", 0 },
    { "m,A\n2023-01,1\n", "--layout=long", "expected the columns series, period and value", 1 },
    { "m,A\n2023-01,1\n", "--layout=wide", "2023-01,1,published,1\r\n", 0 },
    { "m,A\n2023-01,1\n", "--layout=tall", "--layout: expected one of long, wide, across, categories, found “tall”", 2 },
    { "m,2023\n2023-01,1\n", "", "say with --layout", 1 },
    { "s,2023-01,2023-02\nA,1,2\n", "", "2023-01,1,published,1\r\n2023-02,2,", 0 },
    { "m,2023\n2023-01,1\n", "--layout=across", "2023,1,published,1\r\n", 0 },
    { "m,A\n2023-01,1\n2023-02,2\n2023-03,3\n", "--frequency=quarter", "2023-Q1,,gap,", 0 },
    { "m,A\n2023-01,1\n2023-02,2\n2023-03,3\n", "--kind=flow --frequency=quarter", "2023-Q1,6,derived,3\r\n", 0 },
    { "m,A\n2023-01,1\n2023-02,2\n2023-03,3\n", "--kind=stock --frequency=quarter", "2023-Q1,3,published,1\r\n", 0 },
    /* Decimals add up as they do on paper. */
    { "m,A\n2023-01,0.1\n2023-02,0.1\n2023-03,0.1\n", "--kind=flow --frequency=quarter", "2023-Q1,0.3,derived,0.3\r\n", 0 },
    { "m,A\n2023-01,33.3\n2023-02,33.3\n2023-03,33.4\n", "--kind=flow --measure=year-to-date", "2023-03,100,derived,0.3\r\n", 0 },
    { "m,A\n2023-01,33.3\n2023-02,33.3\n2023-03,33.4\n", "--kind=flow --frequency=quarter --format=json", "\"value\": 100,", 0 },
    { "m,A (thousand)\n2023-01,1.005\n2023-02,0.07\n", "", "2023-01,1005,published,1\r\n2023-02,70,published,10\r\n", 0 },
    { "m,A\n2023-01,1\n", "--kind=sum", "--kind: expected one of flow, stock, ratio, found “sum”", 2 },
    { "Maker,Sales\nBYD,1\nNIO,2\n", "", "1,nio,level,undated,2,published,1\r\n2,byd,level,undated,1,published,1\r\n", 0 },
    { "Maker,Sales\nBYD,1\nNIO,2\n", "--period=2025", "1,nio,level,2025,2,published,1\r\n", 0 },
    { "Maker,Sales\nBYD,1\nNIO,2\n", "--period=2025-06-01", "1,nio,level,2025-06-01,2,", 0 },
    { "Maker,Sales\nBYD,1\nNIO,2\n", "--period=soon", "--period: expected a period such as", 2 },
    { "Maker,Sales\nBYD,1\nNIO,2\n", "--against=2024", "expected no other range to compare with, since nothing has a date", 1 },
    { "Maker,Sales\nBYD,1\nNIO,2\n", "--period=1066", "--period: expected a period within the years 1900 to 2199, found “1066”", 2 },
    { "Maker,Sales\nBYD,1\nNIO,2\n", "--layout=wide", "expected a period such as", 1 },
    { "Maker,Sales\nBYD,1\nBYD,2\n", "", "expected each name once, found “BYD” as in line 2", 1 },
    { "m,2023\n2023-01,1\n", "--layout=categories", "1,2023-01,level,2023,1,published,1\r\n", 0 },
    { "m,Verk\xe4ufe\n2023-01,1\n", "", "say with --encoding", 1 },
    { "m,Verk\xe4ufe\n2023-01,1\n", "--encoding=ISO-8859-1", "period,verkäufe,", 0 },
    { "m,\xd4\xc2\n2023-01,1\n", "--encoding=UTF-8", "expected UTF-8, found 0xd4", 1 },
    { "m,\xd4\xc2\n2023-01,1\n", "--encoding=GB18030", "period,月,", 0 },
  };
  g_autofree char *folder = g_dir_make_tmp ("nev-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "t.csv", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char  *command = g_strdup_printf ("data chart-1 --dataset=%s %s", path, cases[i].options);
      g_auto(CliResult) result = { 0 };

      g_assert_true (g_file_set_contents (path, cases[i].data, -1, NULL));
      cli_run (&result, command);
      g_assert_cmpint (result.status, ==, cases[i].status);
      cli_assert_contains (cases[i].status == 0 ? result.out : result.err, cases[i].wanted);
    }

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What was found out is told, in the words of the options that would say the same. */
static void
test_list (void)
{
  static const struct
  {
    const char *data;
    const char *command;
    const char *wanted;
  } cases[] = {
    { "\xd4\xc2;A\n2023-01;1,5\n", "list", "  --encoding=GB18030 --delimiter=semicolon --decimal=comma --layout=wide\n" },
    { "m,A\n2023-01,1\n", "list --kind=flow", "  --encoding=UTF-8 --delimiter=comma --layout=wide --kind=flow\n" },
    { "Maker,Sales 2025\nBYD,1\n", "list", "  --encoding=UTF-8 --delimiter=comma --layout=categories --period=2025\n" },
    { "Maker,Sales 2025\nBYD,1\n", "list", " 2025, published 1, derived 0, gaps 0\n" },
    { "Maker,Sales\nBYD,1\n", "list", "  byd      BYD\n           undated, published 1, derived 0, gaps 0\n" },
    { "Maker,Sales\nBYD,1\n", "show byd undated", "BYD, undated: 1 (published by t.csv)\nRounded to 1" },
    { "Maker,Sales\nBYD,1\n", "list --json", "\"arrangement\": \"ranking\"," },
    { "m,A\n2023-01,1\n", "list --json", "\"table\": {\n    \"encoding\": \"UTF-8\",\n    \"delimiter\": \"comma\",\n    \"decimal\": null,\n" },
  };
  g_autofree char *folder = g_dir_make_tmp ("nev-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "t.csv", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char  *command = g_strdup_printf ("%s --dataset=%s", cases[i].command, path);
      g_auto(CliResult) result = { 0 };

      g_assert_true (g_file_set_contents (path, cases[i].data, -1, NULL));
      cli_run (&result, command);
      g_assert_cmpint (result.status, ==, 0);
      cli_assert_contains (result.out, cases[i].wanted);
    }

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What the descriptor says is what was chosen, and it reads the table the same way. */
static void
test_package (void)
{
  static const char wanted[] = "\"table\": {";
  g_autofree char *folder = g_dir_make_tmp ("nev-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "t.csv", NULL);
  g_autofree char *descriptor = g_build_filename (folder, "datapackage.json", NULL);
  g_autofree char *package = g_strdup_printf ("package --dataset=%s --decimal=comma --kind=flow", path);
  g_autofree char *data = g_strdup_printf ("data chart-1 --dataset=%s --frequency=quarter", folder);
  g_auto(CliResult) described = { 0 };
  g_auto(CliResult) result = { 0 };
  g_auto(CliResult) bundled = { 0 };

  g_assert_true (g_file_set_contents (path, "m,A\n2023-01,\"1,234\"\n2023-02,\"1,001\"\n2023-03,1\n", -1, NULL));
  cli_run (&described, package);
  g_assert_cmpint (described.status, ==, 0);
  cli_assert_contains (described.out, wanted);
  g_assert_true (g_file_set_contents (descriptor, described.out, -1, NULL));

  cli_run (&result, data);
  g_assert_cmpint (result.status, ==, 0);
  cli_assert_contains (result.out, "2023-Q1,3.235,derived,");

  cli_run (&bundled, "package");
  g_assert_cmpint (bundled.status, ==, 2);
  cli_assert_contains (bundled.err, "expected a table (CSV) as --dataset");

  g_assert_cmpint (g_unlink (descriptor), ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The table itself is read as the descriptor beside it says; the command line has the last word. */
static void
test_beside (void)
{
  static const char good[] = "{\"name\": \"t\", \"resources\": [{\"path\": \"t.csv\", \"table\": {\"decimal\": \"comma\"}}]}";
  static const char other[] = "{\"name\": \"t\", \"resources\": [{\"path\": \"u.csv\", \"table\": {\"decimal\": \"comma\"}}]}";
  static const char bad[] = "{\"name\": \"t\", \"resources\": [{\"path\": \"t.csv\", \"table\": {\"decimal\": \"dash\"}}]}";
  static const struct
  {
    const char *descriptor;
    const char *options;
    const char *out;
    const char *err;
    int         status;
  } cases[] = {
    { good, "", "--decimal=comma", NULL, 0 },
    { good, "", "Choices kept in datapackage.json", NULL, 0 },
    { good, "--decimal=point", "--decimal=point", NULL, 0 },
    { other, "", NULL, "--decimal", 1 },
    { bad, "--decimal=point", "--decimal=point", "datapackage.json: resources[0].table.decimal: expected one of", 0 },
    { "{", "--decimal=point", "--decimal=point", "the choices beside the table are not used: datapackage.json:", 0 },
    /* Without it the table can't be read either: both are told. */
    { bad, "", NULL, "could be 1234 or 1.234", 1 },
    { bad, "", NULL, "The choices beside the table are not used: datapackage.json: resources[0].table.decimal: expected one of", 1 },
  };
  g_autofree char *folder = g_dir_make_tmp ("nev-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "t.csv", NULL);
  g_autofree char *descriptor = g_build_filename (folder, "datapackage.json", NULL);

  g_assert_true (g_file_set_contents (path, "m,A\n2023-01,\"1,234\"\n2023-02,\"1,001\"\n", -1, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char  *command = g_strdup_printf ("list --dataset=%s %s", path, cases[i].options);
      g_auto(CliResult) result = { 0 };

      g_test_message ("%s %s", cases[i].descriptor, cases[i].options);
      g_assert_true (g_file_set_contents (descriptor, cases[i].descriptor, -1, NULL));
      cli_run (&result, command);
      g_assert_cmpint (result.status, ==, cases[i].status);
      if (cases[i].out != NULL)
        cli_assert_contains (result.out, cases[i].out);
      if (cases[i].err != NULL)
        cli_assert_contains (result.err, cases[i].err);
    }

  g_assert_cmpint (g_unlink (descriptor), ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_no_table (void)
{
  g_auto(CliResult) result = { 0 };

  cli_run (&result, "list --decimal=comma");
  g_assert_cmpint (result.status, ==, 2);
  cli_assert_contains (result.err, "expected a table (CSV) as --dataset");
}

void
cli_add_import_tests (void)
{
  g_test_add_func ("/cli/import/options", test_options);
  g_test_add_func ("/cli/import/list", test_list);
  g_test_add_func ("/cli/import/package", test_package);
  g_test_add_func ("/cli/import/beside", test_beside);
  g_test_add_func ("/cli/import/no-table", test_no_table);
}
