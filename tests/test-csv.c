/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nev-csv.h"
#include "nev-error.h"

/* Writes records as "a|b|c/d|e", with the error behind "!". */
static char *
read_all (const char *data,
          gsize       length,
          char        delimiter)
{
  g_autoptr (NevCsv) csv = nev_csv_new ("t.csv", data, length, delimiter);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_first = TRUE;

  while (nev_csv_next (csv, &error))
    {
      if (!is_first)
        g_string_append_c (text, '/');
      is_first = FALSE;

      for (guint i = 0; i < nev_csv_get_n_fields (csv); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", nev_csv_get_field (csv, i));
    }

  if (error != NULL)
    {
      g_assert_true (error->domain == NEV_DATA_ERROR);
      g_string_append_printf (text, "!%s", error->message);
    }

  /* There is nothing behind the end, whatever it was. */
  g_assert_false (nev_csv_next (csv, NULL));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_records (void)
{
  static const struct
  {
    const char *data;
    const char *records;
  } cases[] = {
    { "", "" },
    { "\n", "" },
    { "a", "a" },
    { "a,b", "a|b" },
    { "a,b\n", "a|b" },
    { "a,b\nc,d", "a|b/c|d" },
    { "a,b\r\nc,d\r\n", "a|b/c|d" },
    { "a,b\rc,d\r", "a|b/c|d" },
    { "a\n\r\n\rb", "a/b" },
    { ",", "|" },
    { "a,\nb", "a|/b" },
    { ",a,", "|a|" },
    { " a , b ", " a | b " },
    { "a;b", "a;b" },
    { "\"a\"", "a" },
    { "\"\"", "" },
    { "\"\",\"\"", "|" },
    { "\"a,b\",c", "a,b|c" },
    { "\"a\nb\",c", "a\nb|c" },
    { "\"a\r\nb\"\r\nc", "a\r\nb/c" },
    { "\"a\"\"b\"", "a\"b" },
    { "\"\"\"\"", "\"" },
    { "\"\"\"a\"\"\",\"b\"\n\"c\"", "\"a\"|b/c" },
    { "\xef\xbb\xbfx,y\nz,w", "x|y/z|w" },
    { "\xef\xbb\xbf\"a\",b", "a|b" },
    { "年,“销量”\n2023,\"949.5万辆\"", "年|“销量”/2023|949.5万辆" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *records = read_all (cases[i].data, strlen (cases[i].data), ',');

      g_assert_cmpstr (records, ==, cases[i].records);
    }
}

static void
test_delimiter (void)
{
  g_autofree char *tabs = read_all ("a,b\tc\n\"d\te\"\t", 12, '\t');
  g_autofree char *semicolons = read_all ("a,b;c", 5, ';');

  g_assert_cmpstr (tabs, ==, "a,b|c/d\te|");
  g_assert_cmpstr (semicolons, ==, "a,b|c");
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *data;
    gsize       length;
    const char *records;
  } cases[] = {
#define CASE(data, records) { data, sizeof data - 1, records }
    CASE ("a\nb,\"c", "a!t.csv:2: column 2: expected a closing quotation mark for the one that stands here, found the end of the file"),
    CASE ("a\n\"b\nc\nd", "a!t.csv:2: column 1: expected a closing quotation mark for the one that stands here, found the end of the file"),
    CASE ("\"a\"\"", "!t.csv:1: column 1: expected a closing quotation mark for the one that stands here, found the end of the file"),
    CASE ("a\r\n\r\n\"b\"c", "a!t.csv:3: column 1: expected the end of the field behind the closing quotation mark, found text"),
    CASE ("\"a\nb\" ,c", "!t.csv:2: column 1: expected the end of the field behind the closing quotation mark, found text"),
    CASE ("a,b\"c\"", "!t.csv:1: column 2: expected quotation marks around the whole field, found one within it"),
    CASE ("a\nbc\0d", "!t.csv:2: expected text, found a zero byte as the line’s byte 3"),
    CASE ("a\r\nb\rc\xff", "!t.csv:3: expected UTF-8, found 0xff as the line’s byte 2"),
    CASE ("\xff\xfez\0", "!t.csv:1: expected UTF-8, found 0xff as the line’s byte 1"),
    CASE ("caf\xe9\n", "!t.csv:1: expected UTF-8, found 0xe9 as the line’s byte 4"),
    CASE ("12345678\n\xc0\x80", "!t.csv:2: expected UTF-8, found 0xc0 as the line’s byte 1"),
    CASE ("\xed\xa0\x80", "!t.csv:1: expected UTF-8, found 0xed as the line’s byte 1"),
    CASE ("\xe5\xb9", "!t.csv:1: expected UTF-8, found 0xe5 as the line’s byte 1"),
#undef CASE
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *records = read_all (cases[i].data, cases[i].length, ',');

      g_assert_cmpstr (records, ==, cases[i].records);
    }
}

static void
test_lines (void)
{
  static const char data[] = "a\n\n\"b\r\nc\"\r\nd\re";
  g_autoptr (NevCsv) csv = nev_csv_new ("t.csv", data, strlen (data), ',');
  static const guint lines[] = { 1, 3, 5, 6 };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_true (nev_csv_next (csv, NULL));
      g_assert_cmpuint (nev_csv_get_line (csv), ==, lines[i]);
    }

  g_assert_false (nev_csv_next (csv, NULL));
}

/* Fields stay valid when the reader has moved on. */
static void
test_fields_stay (void)
{
  static const char data[] = "one,\"t\"\"wo\"\nthree,four";
  g_autoptr (NevCsv) csv = nev_csv_new ("t.csv", data, strlen (data), ',');
  const char *one, *two;

  g_assert_true (nev_csv_next (csv, NULL));
  one = nev_csv_get_field (csv, 0);
  two = nev_csv_get_field (csv, 1);
  g_assert_true (nev_csv_next (csv, NULL));
  g_assert_false (nev_csv_next (csv, NULL));
  g_assert_cmpstr (one, ==, "one");
  g_assert_cmpstr (two, ==, "t\"wo");
}

static void
test_limits (void)
{
  g_autofree char *field = g_strnfill (NEV_CSV_MAX_FIELD, 'x');
  g_autofree char *longer = g_strconcat ("a,", field, "x", NULL);
  g_autofree char *quoted = g_strconcat ("a\n\"", field, "x\"", NULL);
  g_autofree char *commas = g_strnfill (NEV_CSV_MAX_COLUMNS - 1, ',');
  g_autofree char *more_commas = g_strnfill (NEV_CSV_MAX_COLUMNS, ',');
  g_autofree char *good_field = read_all (field, strlen (field), ',');
  g_autofree char *bad_field = read_all (longer, strlen (longer), ',');
  g_autofree char *bad_quoted = read_all (quoted, strlen (quoted), ',');
  g_autofree char *good_columns = read_all (commas, strlen (commas), ',');
  g_autofree char *bad_columns = read_all (more_commas, strlen (more_commas), ',');
  g_autofree char *bad_length = read_all (field, (gsize) NEV_CSV_MAX_BYTES + 1, ',');

  g_assert_cmpstr (good_field, ==, field);
  g_assert_cmpstr (bad_field, ==, "!t.csv:1: column 2: expected a field of at most 32767 bytes, found a longer one");
  g_assert_cmpstr (bad_quoted, ==, "a!t.csv:2: column 1: expected a field of at most 32767 bytes, found no closing quotation mark within them");
  g_assert_cmpuint (strlen (good_columns), ==, NEV_CSV_MAX_COLUMNS - 1);
  g_assert_cmpstr (bad_columns, ==, "!t.csv:1: column 1025: expected at most 1024 columns, found more");
  g_assert_cmpstr (bad_length, ==, "!t.csv: expected at most 268435456 bytes, found 268435457");
}

/* Any fields survive being quoted. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = { "", "a", ",", "\"", "\n", "\r\n", "\r", "年", " ", "\"\"" };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) file = g_string_new (NULL);
      g_autoptr (NevCsv) csv = NULL;
      g_autoptr (GError) error = NULL;
      guint n_fields = (guint) g_test_rand_int_range (1, 6);

      for (guint j = 0; j < n_fields; j++)
        {
          g_autoptr (GString) field = g_string_new (NULL);
          g_autoptr (GString) quoted = NULL;

          for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
            g_string_append (field, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

          quoted = g_string_new (field->str);
          g_string_replace (quoted, "\"", "\"\"", 0);
          g_string_append_printf (file, "%s\"%s\"", j > 0 ? "," : "", quoted->str);
          g_ptr_array_add (fields, g_strdup (field->str));
        }

      csv = nev_csv_new ("t.csv", file->str, file->len, ',');
      g_assert_true (nev_csv_next (csv, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (nev_csv_get_n_fields (csv), ==, n_fields);
      for (guint j = 0; j < n_fields; j++)
        g_assert_cmpstr (nev_csv_get_field (csv, j), ==, g_ptr_array_index (fields, j));
      g_assert_false (nev_csv_next (csv, &error));
      g_assert_no_error (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/records", test_records);
  g_test_add_func ("/csv/delimiter", test_delimiter);
  g_test_add_func ("/csv/mistakes", test_mistakes);
  g_test_add_func ("/csv/lines", test_lines);
  g_test_add_func ("/csv/fields-stay", test_fields_stay);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/round-trip", test_round_trip);

  return g_test_run ();
}
