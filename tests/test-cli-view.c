/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-cli.h"

#define VIEW "{\"format\": \"nev-charts-view\", \"version\": 1, \"dataset\": \"china-nev\", \"chart\": \"exports\", " \
             "\"frequency\": \"quarter\", \"from\": \"2024-01\", \"to\": \"2024-12\", \"title\": \"Filed\", "         \
             "\"annotations\": [{\"kind\": \"note\", \"period\": \"2024-Q2\", \"text\": \"Kept\"}]}"

static char *
write_view (const char *folder,
            const char *text)
{
  g_autoptr(GError) error = NULL;
  char *path = g_build_filename (folder, "a.nevview", NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return path;
}

/* A file stands for a chart and for the options that would have made the same view. */
static void
test_view_data (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *path = write_view (folder, VIEW);
  g_autofree char *by_file = g_strdup_printf ("data --view %s", path);
  g_autofree char *by_both = g_strdup_printf ("data exports --view %s", path);
  g_autofree char *changed = g_strdup_printf ("data --view %s --frequency year", path);
  g_autofree char *expected = cli_get_output ("data exports --frequency quarter --from 2024 --to 2024");
  g_autofree char *expected_change = cli_get_output ("data exports --frequency year --from 2024 --to 2024");
  g_autofree char *file_data = cli_get_output (by_file);
  g_autofree char *both_data = cli_get_output (by_both);
  g_autofree char *changed_data = cli_get_output (changed);

  g_assert_cmpstr (file_data, ==, expected);
  g_assert_cmpstr (both_data, ==, expected);
  g_assert_cmpstr (changed_data, ==, expected_change);
  cli_remove_folder (folder);
}

static void
test_view_export (void)
{
  g_autofree char         *folder = cli_make_folder ();
  g_autofree char         *path = write_view (folder, VIEW);
  g_autofree char         *filed = g_strdup_printf ("export --view %s --format svg -o -", path);
  g_autofree char         *changed = g_strdup_printf ("export --view %s --title New --subtitle Under --footnote Below --line 100000=Target "
                                                              "--band 200000..300000=Corridor --span 2024-Q3=Summer --note 2024-Q4=Peak --format svg -o -",
                                                      path);
  g_autofree char         *filed_svg = cli_get_output (filed);
  g_autofree char         *changed_svg = cli_get_output (changed);
  static const char *const words[] = { "New", "Under", "Below", "Target", "Corridor", "Summer", "Peak", "Kept" };

  cli_assert_contains (filed_svg, ">Filed<");
  cli_assert_contains (filed_svg, ">Kept<");

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *part = g_strdup_printf (">%s<", words[i]);

      cli_assert_contains (changed_svg, part);
    }

  g_assert_null (g_strstr_len (changed_svg, -1, "Filed"));
  cli_remove_folder (folder);
}

static void
test_view_mistakes (void)
{
  static const struct
  {
    const char *text;
    const char *options;
    int         status;
    const char *message;
  } cases[] = {
    { VIEW, "market-share ", 2, "--view: expected a view of market-share, found one of exports" },
    { "{}", "", 1, "a.nevview: format: expected a string, found nothing" },
    { "{\"format\": \"nev-charts-view\", \"version\": 1, \"dataset\": \"other\", \"chart\": \"exports\"}", "", 1,
      "a.nevview: dataset: expected “china-nev”" },
  };
  g_autofree char *folder = cli_make_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_view (folder, cases[i].text);
      g_autofree char *command = g_strdup_printf ("data %s--view %s", cases[i].options, path);
      g_auto(CliResult) result = { 0 };

      cli_run (&result, command);
      g_assert_cmpint (result.status, ==, cases[i].status);
      g_assert_cmpstr (result.out, ==, "");
      cli_assert_contains (result.err, cases[i].message);
    }

  cli_remove_folder (folder);
}

/* The most notes that a chart can have, and one more. */
static void
test_view_limit (void)
{
  g_autoptr(GString) command = g_string_new ("data exports");
  g_autofree char *output = NULL;
  g_auto(CliResult) result = { 0 };

  for (int i = 0; i < 32; i++)
    g_string_append (command, " --span 2024");

  output = cli_get_output (command->str);
  g_string_append (command, " --note 2024=x");
  cli_run (&result, command->str);
  g_assert_cmpint (result.status, ==, 2);
  cli_assert_contains (result.err, "--note: expected at most 32 lines, bands, spans and notes");
}

/* Standard output is what it always was, and standard error tells what isn't alike. */
static void
test_view_series (void)
{
  static const struct
  {
    const char *options;
    int         status;
    const char *message;
  } cases[] = {
    { "exports --series nev_exports,byd_overseas_sales", 0,
      "note: exports: Definitions differ. Publishers: CAAM (NEV exports); BYD (BYD overseas sales)." },
    { "production-sales --series nev_sales,charging_stock --measure index", 0,
      "Units: vehicles (NEV sales); chargers (Charging points)." },
    { "production-sales --series nev_sales,charging_stock", 2, "--series: expected series of one unit" },
    { "production-sales --focus nev_exports", 2,
      "--focus: expected a series that is shown (nev_production, nev_sales), found nev_exports" },
    { "production-sales --focus nope", 2, "nope" },
    { "production-sales --focus nev_production", 0, "" },
    { "production-sales --seasonal --focus nev_production", 0, "" },
    { "production-sales --seasonal --focus nev_exports", 2,
      "--focus: expected a series that is shown (nev_production, nev_sales), found nev_exports" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *command = g_strconcat ("data ", cases[i].options, NULL);
      g_auto(CliResult) result = { 0 };

      cli_run (&result, command);
      g_assert_cmpint (result.status, ==, cases[i].status);
      if (*cases[i].message == '\0')
        g_assert_cmpstr (result.err, ==, "");
      cli_assert_contains (result.err, cases[i].message);
    }
}

void
cli_add_view_tests (void)
{
  g_test_add_func ("/cli/view/data", test_view_data);
  g_test_add_func ("/cli/view/export", test_view_export);
  g_test_add_func ("/cli/view/mistakes", test_view_mistakes);
  g_test_add_func ("/cli/view/limit", test_view_limit);
  g_test_add_func ("/cli/view/series", test_view_series);
}
