/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "nev-error.h"
#include "nev-json-scan.h"
#include "nev-json-writer.h"
#include "nev-number.h"

static void
test_good (void)
{
  static const char *const cases[] = {
    "{}",
    "[]",
    "null",
    "true",
    "false",
    "0",
    "-0",
    "\"\"",
    " \t\r\n{ } \n",
    "[1, -1, 0.5, 10, 1e2, 1E+2, 1e-2, 0e1, 1.25e10, 123456789012345]",
    "[9007199254740992, -9007199254740992, 1e300, 1e-400]",
    "{\"a\": {\"a\": {\"a\": 1}}, \"b\": [{\"a\": 1}, {\"a\": 1}]}",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE97\"",
    "\"年 \xf0\x9f\x9a\x97 \x7f\"",
    "\xef\xbb\xbf{}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      nev_json_scan (cases[i], strlen (cases[i]), &error);
      g_assert_no_error (error);
    }
}

static void
test_bad (void)
{
  static const struct
  {
    const char *json;
    gsize       length;
    const char *message;
  } cases[] = {
#define CASE(json, message) { json, sizeof json - 1, message }
    CASE ("", "line 1, column 1: expected a value, found an empty file"),
    CASE ("\xef\xbb\xbf", "line 1, column 1: expected a value, found an empty file"),
    CASE (" \n\n ", "line 3, column 2: expected a value, found an empty file"),
    CASE ("nul", "line 1, column 1: expected a value, found “nul”"),
    CASE ("nullx", "line 1, column 1: expected a value, found “nullx”"),
    CASE ("True", "line 1, column 1: expected a value, found “True”"),
    CASE ("NaN", "line 1, column 1: expected a value, found “NaN”"),
    CASE ("-Infinity", "line 1, column 1: expected a number as JSON writes it, found “-Infinity”"),
    CASE ("'x'", "line 1, column 1: expected a value, found “'”"),
    CASE ("{'a': 1}", "line 1, column 2: expected a name in double quotation marks, found “'”"),
    CASE ("{a: 1}", "line 1, column 2: expected a name in double quotation marks, found “a”"),
    CASE ("{\"a\" 1}", "line 1, column 6: expected “:”, found “1”"),
    CASE ("{\"a\": 1 \"b\": 2}", "line 1, column 9: expected “,” or “}”, found “\"”"),
    CASE ("{\"a\": 1,}", "line 1, column 9: expected a name in double quotation marks, found “}”"),
    CASE ("{\"a\": 1", "line 1, column 8: expected “,” or “}”, found the end of the file"),
    CASE ("{\"a\":\n", "line 2, column 1: expected a value, found the end of the file"),
    CASE ("[1,]", "line 1, column 4: expected a value, found “]”"),
    CASE ("[1 2]", "line 1, column 4: expected “,” or “]”, found “2”"),
    CASE ("[1}", "line 1, column 3: expected “,” or “]”, found “}”"),
    CASE ("[", "line 1, column 2: expected a value, found the end of the file"),
    CASE ("{} {}", "line 1, column 4: expected the end of the file, found “{”"),
    CASE ("1 2", "line 1, column 3: expected the end of the file, found “2”"),
    CASE ("{}\r\n// done", "line 2, column 1: expected the end of the file, found “/”"),
    CASE ("/* a */ 1", "line 1, column 1: expected a value, found “/”"),
    CASE ("[\r年]", "line 2, column 1: expected a value, found “年”"),
    CASE ("[\"年年\" x]", "line 1, column 7: expected “,” or “]”, found “x”"),

    CASE ("012", "line 1, column 1: expected a number as JSON writes it, found “012”"),
    CASE ("-012", "line 1, column 1: expected a number as JSON writes it, found “-012”"),
    CASE ("0x10", "line 1, column 1: expected a number as JSON writes it, found “0x10”"),
    CASE (".5", "line 1, column 1: expected a number as JSON writes it, found “.5”"),
    CASE ("1.", "line 1, column 1: expected a number as JSON writes it, found “1.”"),
    CASE ("1.e5", "line 1, column 1: expected a number as JSON writes it, found “1.e5”"),
    CASE ("+1", "line 1, column 1: expected a number as JSON writes it, found “+1”"),
    CASE ("-", "line 1, column 1: expected a number as JSON writes it, found “-”"),
    CASE ("1e", "line 1, column 1: expected a number as JSON writes it, found “1e”"),
    CASE ("1e+", "line 1, column 1: expected a number as JSON writes it, found “1e+”"),
    CASE ("1_000", "line 1, column 1: expected a number as JSON writes it, found “1_000”"),
    CASE ("1,000", "line 1, column 2: expected the end of the file, found “,”"),
    CASE ("[1e999]", "line 1, column 2: expected a number that a double holds, found “1e999”"),
    CASE ("[-1e999]", "line 1, column 2: expected a number that a double holds, found “-1e999”"),
    CASE ("9007199254740994", "line 1, column 1: expected an integer up to 2^53, found “9007199254740994”"),
    CASE ("99999999999999999999", "line 1, column 1: expected an integer up to 2^53, found “99999999999999999999”"),
    CASE ("0.1234567890123456789012345678901234567890123456789012345678901234567890",
          "line 1, column 1: expected a number of at most 64 characters, found 72"),

    CASE ("\"a", "line 1, column 3: expected the rest of the string, found the end of the file"),
    CASE ("\"a\nb\"", "line 1, column 3: expected the rest of the string, found the control character U+000A"),
    CASE ("\"a\\", "line 1, column 4: expected the rest of the string, found the end of the file"),
    CASE ("\"\\x41\"", "line 1, column 3: expected one of “\"\\/bfnrtu” behind the backslash, found “x41”"),
    CASE ("\"\\u12\"", "line 1, column 4: expected four hexadecimal digits behind “\\u”, found “12”"),
    CASE ("\"\\u", "line 1, column 4: expected four hexadecimal digits behind “\\u”, found the end of the file"),
    CASE ("\"\\u0000\"", "line 1, column 2: expected a character, found U+0000"),
    CASE ("\"\\ud800\"", "line 1, column 2: expected a character, found U+D800"),
    CASE ("\"\\ude00\"", "line 1, column 2: expected a character, found U+DE00"),
    CASE ("\"\\ud83d\\u0041\"", "line 1, column 2: expected a surrogate pair, found half of one"),

    CASE ("[\"a\0b\"]", "line 1, column 4: expected UTF-8, found the byte 0x00"),
    CASE ("{}\0", "line 1, column 3: expected UTF-8, found the byte 0x00"),
    CASE ("[\n\"caf\xe9\"]", "line 2, column 5: expected UTF-8, found the byte 0xe9"),
    CASE ("\xff\xfe{\0}\0", "line 1, column 1: expected UTF-8, found the byte 0xff"),

    CASE ("{\"a\": 1,\n \"b\": {\"a\": 2},\n \"a\": 3}", "line 3, column 2: expected each name once in an object, found “a” again"),
    CASE ("{\"a\": 1, \"\\u0061\": 2}", "line 1, column 10: expected each name once in an object, found “a” again"),
    CASE ("{\"\": 1, \"\": 2}", "line 1, column 9: expected each name once in an object, found nothing again"),
#undef CASE
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean is_good = nev_json_scan (cases[i].json, cases[i].length, &error);

      g_assert_cmpstr (error != NULL ? error->message : "no error", ==, cases[i].message);
      g_assert_false (is_good);
      g_assert_true (error->domain == NEV_DATA_ERROR);
    }
}

static char *
nest (guint       depth,
      const char *opening,
      const char *closing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, opening);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, closing);

  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const struct
  {
    guint       depth;
    const char *opening;
    const char *closing;
    gboolean    is_good;
  } cases[] = {
    { NEV_JSON_MAX_DEPTH, "[", "]", TRUE },
    { NEV_JSON_MAX_DEPTH + 1, "[", "]", FALSE },
    { 100000, "[", "]", FALSE },
    { 100000, "[", "", FALSE },
    { 100000, "{\"a\":", "}", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = nest (cases[i].depth, cases[i].opening, cases[i].closing);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (nev_json_scan (json, strlen (json), &error), ==, cases[i].is_good);
      if (!cases[i].is_good)
        g_assert_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT);
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) members = g_string_new ("{\"m\": 0");
  g_autoptr (GError) error = NULL;

  g_assert_false (nev_json_scan ("{}", (gsize) NEV_JSON_MAX_BYTES + 1, &error));
  g_assert_cmpstr (error->message, ==, "expected at most 16777216 bytes, found 16777217");
  g_clear_error (&error);

  for (guint i = 1; i < 256; i++)
    g_string_append_printf (members, ", \"m%u\": 0", i);
  g_string_append_c (members, '}');
  nev_json_scan (members->str, members->len, &error);
  g_assert_no_error (error);

  g_string_truncate (members, members->len - 1);
  g_string_append (members, ", \"one more\": 0}");
  g_assert_false (nev_json_scan (members->str, members->len, &error));
  g_assert_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT);
  g_assert_true (g_str_has_suffix (error->message, ": expected at most 256 members in an object, found more"));
}

/* As many objects as large as they may be: the time limit of the test is the judge. */
static void
test_large (void)
{
  g_autoptr (GString) json = g_string_new ("[0");
  g_autoptr (GError) error = NULL;

  while (json->len < NEV_JSON_MAX_BYTES - 4096)
    {
      g_string_append (json, ",{\"0\":0");
      for (guint i = 1; i < 256; i++)
        g_string_append_printf (json, ",\"%x\":0", i);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');

  nev_json_scan (json->str, json->len, &error);
  g_assert_no_error (error);
}

static void
test_writer (void)
{
  g_autofree char *text = NULL;
  NevJsonWriter   *writer = nev_json_writer_new ();

  nev_json_writer_begin_object (writer, NULL);
  nev_json_writer_string (writer, "text", "“年” \"\\/\b\f\n\r\t\x01\x1f\x7f");
  nev_json_writer_string (writer, "none", NULL);
  nev_json_writer_boolean (writer, "yes", TRUE);
  nev_json_writer_begin_array (writer, "numbers");
  nev_json_writer_number (writer, NULL, 42.4);
  nev_json_writer_number (writer, NULL, 3747000);
  nev_json_writer_number (writer, NULL, NAN);
  nev_json_writer_number (writer, NULL, -INFINITY);
  nev_json_writer_begin_object (writer, NULL);
  nev_json_writer_end_object (writer);
  nev_json_writer_begin_array (writer, NULL);
  nev_json_writer_boolean (writer, NULL, FALSE);
  nev_json_writer_end_array (writer);
  nev_json_writer_end_array (writer);
  nev_json_writer_begin_array (writer, "empty \"name\"");
  nev_json_writer_end_array (writer);
  nev_json_writer_end_object (writer);
  text = nev_json_writer_finish (writer);

  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"text\": \"“年” \\\"\\\\/\\u0008\\u000c\\n\\r\\t\\u0001\\u001f\x7f\",\n"
                   "  \"none\": null,\n"
                   "  \"yes\": true,\n"
                   "  \"numbers\": [\n"
                   "    42.4,\n"
                   "    3747000,\n"
                   "    null,\n"
                   "    null,\n"
                   "    {},\n"
                   "    [\n"
                   "      false\n"
                   "    ]\n"
                   "  ],\n"
                   "  \"empty \\\"name\\\"\": []\n"
                   "}\n");
  g_assert_true (nev_json_scan (text, strlen (text), NULL));
}

static void
test_numbers (void)
{
  static const struct
  {
    double      value;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 1, "1" },
    { -1, "-1" },
    { 0.1, "0.1" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 28.3, "28.3" },
    { 42.4, "42.4" },
    { 1e15, "1000000000000000" },
    { 9007199254740992.0, "9007199254740992" },
    { 9007199254740994.0, "9007199254740994.0" },
    { 1e16, "1e+16" },
    { 1e-7, "1e-07" },
    { 1.0 / 3, "0.3333333333333333" },
    { 5e-324, "4.94065645841247e-324" },
    { 1.7976931348623157e308, "1.7976931348623157e+308" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char buffer[NEV_NUMBER_BUFFER];

      g_assert_cmpstr (nev_number_to_string (cases[i].value, buffer), ==, cases[i].text);
    }
}

static void
test_number_syntax (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_number;
    double      value;
  } cases[] = {
    { "0", TRUE, 0 },
    { "-0", TRUE, 0 },
    { "3788000", TRUE, 3788000 },
    { "-2.3", TRUE, -2.3 },
    { "0.1", TRUE, 0.1 },
    { "0.000000000000001", TRUE, 1e-15 },
    { "0.00000000000001", TRUE, 1e-14 },
    { "999999999999999", TRUE, 999999999999999.0 },
    { "9999999999999999", TRUE, 9999999999999999.0 },
    { "1e3", TRUE, 1000 },
    { "1E-3", TRUE, 0.001 },
    { "1e999", TRUE, INFINITY },
    { "", FALSE, 0 },
    { " 1", FALSE, 0 },
    { "1 ", FALSE, 0 },
    { "1,5", FALSE, 0 },
    { "1.5.5", FALSE, 0 },
    { "+1", FALSE, 0 },
    { "--1", FALSE, 0 },
    { "nan", FALSE, 0 },
    { "inf", FALSE, 0 },
    { "0x1p3", FALSE, 0 },
    { "１", FALSE, 0 },
    { "1%", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = 0;

      g_assert_cmpint (nev_number_parse (cases[i].text, &value), ==, cases[i].is_number);
      if (cases[i].is_number)
        g_assert_true (value == cases[i].value);
    }
}

/* What is written comes back bit by bit; and short numbers are read as strtod() reads them. */
static void
test_number_round_trip (void)
{
  for (guint i = 0; i < 200000; i++)
    {
      union
      {
        guint64 bits;
        double  value;
      } random = { (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int () };
      char   buffer[NEV_NUMBER_BUFFER];
      double value;

      if (!isfinite (random.value))
        continue;

      g_assert_true (nev_number_parse (nev_number_to_string (random.value, buffer), &value));
      g_assert_true (value == random.value);
      g_assert_true (nev_json_scan (buffer, strlen (buffer), NULL));

      g_snprintf (buffer, sizeof buffer, "%d.%0*u", g_test_rand_int_range (-9999999, 9999999),
                  g_test_rand_int_range (1, 8), (guint) g_test_rand_int_range (0, 9999999));
      g_assert_true (nev_number_parse (buffer, &value));
      g_assert_true (value == g_ascii_strtod (buffer, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/scan/good", test_good);
  g_test_add_func ("/json/scan/bad", test_bad);
  g_test_add_func ("/json/scan/depth", test_depth);
  g_test_add_func ("/json/scan/limits", test_limits);
  g_test_add_func ("/json/scan/large", test_large);
  g_test_add_func ("/json/writer", test_writer);
  g_test_add_func ("/number/to-string", test_numbers);
  g_test_add_func ("/number/parse", test_number_syntax);
  g_test_add_func ("/number/round-trip", test_number_round_trip);

  return g_test_run ();
}
