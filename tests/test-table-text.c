/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-package.h"
#include "nev-table-text.h"

#include <glib/gstdio.h>

/* A table as text, of a series with a name that every format has to be protected from. */

static const char *const package =
  "{ 'profile': 'tabular-data-package', 'name': 'small', 'title': 'Small',"
  "  'series': [ { 'name': 'sales', 'title': 'A, <b> & \\`c\\`', 'kind': 'flow', 'unit': 'vehicles' } ],"
  "  'resources': ["
  "    { 'name': 'sources', 'data': ["
  "      { 'id': 'a', 'publisher': 'CAAM', 'title': 'Page A', 'date': '', 'url': '', 'role': 'data' } ] },"
  "    { 'name': 'observations', 'data': ["
  "      { 'series': 'sales', 'TIME_PERIOD': '2023-01', 'OBS_VALUE': 1500, 'rounding': 1, 'change_on_year': null,"
  "        'change_rounding': null, 'basis': '', 'OBS_STATUS': 'A', 'source': 'a' },"
  "      { 'series': 'sales', 'TIME_PERIOD': '2023-01/2023-02', 'OBS_VALUE': 4000, 'rounding': 1, 'change_on_year': null,"
  "        'change_rounding': null, 'basis': '', 'OBS_STATUS': 'A', 'source': 'a' } ] } ],"
  "  'views': [ { 'name': 'sales', 'title': 'Sales', 'resources': [ 'observations' ], 'specType': 'nev-charts',"
  "               'spec': { 'frequency': 'month', 'panels': [ { 'series': [ 'sales' ], 'measure': 'level', 'mark': 'bars' } ] } } ] }";

static NevDataset *
load (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = g_strdelimit (g_strdelimit (g_strdup (package), "'", '"'), "`", '"');
  g_autofree char *folder = g_dir_make_tmp ("nev-table-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "datapackage.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  NevDataset *dataset;

  g_assert_no_error (error);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  dataset = nev_package_load (file, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);

  return dataset;
}

static void
test_formats (void)
{
  static const struct
  {
    NevTableFormat format;
    const char    *text;
  } cases[] = {
    { NEV_TABLE_FORMAT_CSV,
      "Period,\"A, <b> & \"\"c\"\" (vehicles)\",How Obtained\r\n"
      "Jan 2023,1500,published\r\n"
      "Feb 2023,2500,derived\r\n"
      "\r\n"
      "Source: CAAM. Data to Feb 2023.\r\n" },
    { NEV_TABLE_FORMAT_TSV,
      "Period\tA, <b> & \"c\" (vehicles)\tHow Obtained\n"
      "Jan 2023\t1500\tpublished\n"
      "Feb 2023\t2500\tderived\n"
      "\n"
      "Source: CAAM. Data to Feb 2023.\n" },
  };
  g_autoptr(NevDataset) dataset = load ();
  g_autoptr(NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, 0));
  g_autoptr(NevTable) table = nev_spec_create_table (spec);
  g_autofree char *html = nev_table_write (spec, table, NULL, NEV_TABLE_FORMAT_HTML, NEV_LANGUAGE_ENGLISH);
  g_autofree char *data = nev_table_write_data (table);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = nev_table_write (spec, table, NULL, cases[i].format, NEV_LANGUAGE_ENGLISH);

      g_assert_cmpstr (text, ==, cases[i].text);
    }

  g_assert_nonnull (strstr (html, "<th>A, &lt;b&gt; &amp; &quot;c&quot; (vehicles)</th>"));
  g_assert_nonnull (strstr (html, "<td>2500</td>"));
  g_assert_cmpstr (data, ==,
                   "period,sales,sales_status,sales_rounding\r\n"
                   "2023-01,1500,published,1\r\n"
                   "2023-02,2500,derived,2\r\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-text/formats", test_formats);

  return g_test_run ();
}
