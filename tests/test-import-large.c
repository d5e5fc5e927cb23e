/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nev-error.h"
#include "nev-import-scan.h"
#include "nev-number.h"
#include "nev-package.h"

/* The short way into a table is another program than the long one; whatever a table is like, the two must agree on it. */

static void
append_facts (GString   *text,
              NevLedger *ledger)
{
  for (gsize i = 0; i < nev_ledger_get_n_facts (ledger); i++)
    {
      const NevFact *fact = nev_ledger_get_fact (ledger, i);
      char           value[NEV_NUMBER_BUFFER], rounding[NEV_NUMBER_BUFFER];

      g_string_append_printf (text, " %d..%d=%s~%s@%u", fact->period.start, fact->period.end,
                              nev_number_to_string (fact->value, value), nev_number_to_string (fact->rounding, rounding), fact->row);
    }
}

/* Everything that is in a dataset, or the error. */
static char *
to_text (NevDataset   *dataset,
         const GError *error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (dataset == NULL)
    return g_strdup_printf ("!%s", error->message);

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    {
      NevSeries *series = nev_dataset_get_series (dataset, i);

      g_string_append_printf (text, "%s \"%s\" %d %d \"%s\"", nev_series_get_id (series), nev_series_get_title (series, NEV_LANGUAGE_ENGLISH),
                              nev_series_get_kind (series), nev_series_get_unit (series),
                              nev_series_get_unit_text (series, NEV_LANGUAGE_ENGLISH));
      append_facts (text, nev_series_get_ledger (series));
      g_string_append_c (text, '\n');
    }

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    {
      const NevChart *chart = nev_dataset_get_chart (dataset, i);

      g_string_append_printf (text, "%s %d %u %d\n", chart->name, chart->frequency, chart->panels[0].series->len, chart->panels[0].mark);
    }

  g_string_append (text, nev_dataset_get_read_as (dataset)->encoding);
  for (guint i = 0; i < NEV_N_IMPORT_CHOICES; i++)
    g_string_append_printf (text, " %d", nev_import_options_get (nev_dataset_get_read_as (dataset), i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
read_short (const char             *data,
            gsize                   length,
            const NevImportOptions *options)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (NevDataset) dataset = nev_import_load ("t.csv", bytes, options, NULL, &error);

  return to_text (dataset, error);
}

static char *
read_long (const char             *data,
           gsize                   length,
           const NevImportOptions *options)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (NevDataset) dataset = nev_import_load_long ("t.csv", bytes, options, NULL, &error);

  return to_text (dataset, error);
}

/* Whether the short way goes to the file's end when it gets it in pieces of up to @piece bytes; what it read is in @text. */
static gboolean
scan_in_pieces (const char             *data,
                gsize                   length,
                gsize                   piece,
                const NevImportOptions *options,
                char                  **text)
{
  g_autoptr (NevImportScan) scan = nev_import_scan_new ("t.csv", data, length, TRUE, options);
  g_autoptr (GError) error = NULL;
  g_autoptr (NevDataset) dataset = NULL;
  NevImportSeries *series;
  NevImportOptions found;
  gsize            used = 0, size = 0;

  if (scan == NULL)
    return FALSE;

  for (gboolean is_last = FALSE; !is_last;)
    {
      g_autofree char *copy = NULL;
      gsize            n_used;

      /* A line that isn't whole is given again with more of it. */
      size += (gsize) g_test_rand_int_range (1, (int) piece + 1);
      size = MIN (size, length - used);
      is_last = used + size == length;
      copy = g_memdup2 (data + used, size);

      /* The first piece holds the header. */
      if (used == 0 && !is_last && memchr (copy, '\n', size) == NULL)
        continue;

      if (!nev_import_scan_feed (scan, copy, size, is_last, &n_used, &error))
        return FALSE;

      g_assert_cmpuint (n_used, <=, size);
      used += n_used;
      size -= n_used;
    }

  g_assert_cmpuint (used, ==, length);
  series = nev_import_scan_finish (scan, &found);
  if (series == NULL)
    return FALSE;

  dataset = nev_import_series_build (series, &found, NULL, &error);
  *text = to_text (dataset, error);
  nev_import_series_free (series);

  return TRUE;
}

/* One way of writing a table. */
typedef struct
{
  char        delimiter;
  char        decimal;
  const char *line_end;
  int         n_series;
  int         n_decimals; /* at most */
  int         date_form;
  int         quotes; /* around one field of so many; 0 for none */
  int         oddity; /* one cell of so many is something else; 0 for none */
} Style;

static const char *const names[] = { "A", "B (万辆)", "销量（辆）", "Rate (%)", "A very long name of a series, with a comma", "B", "C d", "é" };

static gboolean
chance (int n)
{
  return n > 0 && g_test_rand_int_range (0, n) == 0;
}

static void
append_field (GString     *table,
              const Style *style,
              const char  *text)
{
  if (strchr (text, style->delimiter) != NULL || chance (style->quotes))
    g_string_append_printf (table, "\"%s\"", text);
  else
    g_string_append (table, text);
}

static void
append_number (GString     *table,
               const Style *style)
{
  static const char *const odd[] = { "", "n/a", "–", "1,234", "1.234", "-0", "+5", "007", "1e3", "5%", "many", " 12 ", "12345678901234567890.5",
                                     "1 234", "0.1234567890123456789", "１２", "1e16", "\"1\n2\"", "12.", ".5", "--", "2.500" };
  g_autofree char         *text = NULL;
  int                      n_decimals = g_test_rand_int_range (0, style->n_decimals + 1);
  int                      whole = g_test_rand_int_range (0, chance (2) ? 100000 : 1000);

  if (chance (style->oddity))
    {
      g_string_append (table, odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))]);
      return;
    }

  text = g_strdup_printf ("%s%d", chance (4) ? "-" : "", whole);
  if (n_decimals > 0)
    {
      GString *longer = g_string_new (text);

      g_string_append_c (longer, style->decimal);
      for (int i = 0; i < n_decimals; i++)
        g_string_append_c (longer, (char) g_test_rand_int_range ('0', '9' + 1));

      g_free (text);
      text = g_string_free (longer, FALSE);
    }

  append_field (table, style, text);
}

static void
append_period (GString     *table,
               const Style *style,
               gint32       day)
{
  static const char *const odd[] = { "2023-02-30", "2023-1-1", "soon", "", "1066-01-01", "2023Q2", "03/04/2023", "30/04/2023", "2200-01-01", "2023-06-30 00:00",
                                     " 2023-06-30", "2023-06-30Z", "２０２３-06-30" };
  g_autofree char         *text = NULL;
  int                      year, month, d;

  nev_day_to_date (day, &year, &month, &d);

  if (chance (style->oddity))
    text = g_strdup (odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))]);
  else if (style->date_form == 0)
    text = g_strdup_printf ("%04d-%02d-%02d", year, month, d);
  else if (style->date_form == 1)
    text = g_strdup_printf ("%04d-%02d", year, month);
  else if (style->date_form == 2)
    text = g_strdup_printf ("%02d/%02d/%04d", d, month, year);
  else if (style->date_form == 3)
    text = g_strdup_printf ("%d年%d月", year, month);
  else
    text = g_strdup_printf ("%04d/%d/%d", year, month, d);

  append_field (table, style, text);
}

static gint32
get_day (const Style *style,
         int          index)
{
  gint32 first = nev_day_from_date (2019, 11, 20);

  return style->date_form == 1 || style->date_form == 3 ? nev_day_add_months (first, index) : first + index;
}

static void
append_line_end (GString     *table,
                 const Style *style)
{
  g_string_append (table, style->line_end);

  if (chance (4 * style->oddity))
    g_string_append (table, chance (2) ? style->line_end : " \n");
}

static void
append_long (GString     *table,
             const Style *style,
             int          n_rows)
{
  static const char *const orders[] = { "spv", "psv", "vps", "xspv", "spxv" };
  const char              *order = orders[g_test_rand_int_range (0, G_N_ELEMENTS (orders))];
  gboolean                 is_by_date = chance (2), is_shuffled = chance (4);

  for (int row = -1; row < n_rows; row++)
    {
      int series = is_by_date ? row % style->n_series : row * style->n_series / MAX (n_rows, 1);
      int day = is_shuffled ? g_test_rand_int_range (0, MAX (n_rows, 1)) : is_by_date ? row / style->n_series
                                                                                      : row;

      for (guint i = 0; order[i] != '\0'; i++)
        {
          if (i > 0)
            g_string_append_c (table, style->delimiter);

          if (row < 0)
            g_string_append (table, order[i] == 's' ? "series" : order[i] == 'p' ? "period"
                                                               : order[i] == 'v' ? "value"
                                                                                 : "remark");
          else if (order[i] == 's')
            append_field (table, style, chance (style->oddity) ? " A " : names[series % (int) G_N_ELEMENTS (names)]);
          else if (order[i] == 'p')
            append_period (table, style, get_day (style, day));
          else if (order[i] == 'v')
            append_number (table, style);
          else
            g_string_append (table, chance (3) ? "x" : "注");
        }

      append_line_end (table, style);
    }
}

static void
append_wide (GString     *table,
             const Style *style,
             int          n_rows)
{
  for (int row = -1; row < n_rows; row++)
    {
      if (row < 0)
        g_string_append (table, "Day");
      else
        append_period (table, style, get_day (style, row));

      for (int i = 0; i < style->n_series; i++)
        {
          g_string_append_c (table, style->delimiter);
          if (row < 0)
            append_field (table, style, names[i]);
          else
            append_number (table, style);
        }

      append_line_end (table, style);
    }
}

static char *
create_table (gboolean is_odd)
{
  static const char delimiters[] = { ',', ';', '\t', '|' };
  Style             style = { .delimiter = delimiters[g_test_rand_int_range (0, 4)] };
  GString          *table = g_string_new (chance (8) ? "\xef\xbb\xbf" : chance (8) ? "\n"
                                                                                   : "");

  style.decimal = style.delimiter != ',' && chance (2) ? ',' : '.';
  style.line_end = chance (4) ? "\r\n" : is_odd && chance (10) ? "\r"
                                                               : "\n";
  style.n_series = g_test_rand_int_range (1, (int) G_N_ELEMENTS (names));
  style.n_decimals = g_test_rand_int_range (0, 5);
  style.date_form = chance (2) ? 0 : g_test_rand_int_range (0, 5);
  style.quotes = chance (4) ? g_test_rand_int_range (1, 5) : 0;
  style.oddity = is_odd ? 1 << g_test_rand_int_range (1, 9) : 0;

  if (chance (3))
    append_wide (table, &style, g_test_rand_int_range (0, 60));
  else
    append_long (table, &style, g_test_rand_int_range (0, 120));

  if (chance (5) && table->len > 0)
    g_string_truncate (table, table->len - 1);

  return g_string_free (table, FALSE);
}

static NevImportOptions
create_options (void)
{
  NevImportOptions options = NEV_IMPORT_OPTIONS_INIT;

  if (chance (4))
    options.decimal = chance (2) ? ',' : '.';
  if (chance (4))
    options.date_order = chance (2) ? NEV_DATE_ORDER_DAY_FIRST : NEV_DATE_ORDER_MONTH_FIRST;
  if (chance (10))
    options.encoding = chance (2) ? "UTF-8" : "GB18030";

  return options;
}

static void
check_agreement (gboolean is_odd,
                 guint   *n_short)
{
  g_autofree char *table = create_table (is_odd);
  NevImportOptions options = create_options ();
  g_autofree char *expected = read_long (table, strlen (table), &options);
  g_autofree char *found = read_short (table, strlen (table), &options);
  g_autofree char *pieces = NULL;

  if (!g_str_equal (found, expected))
    g_test_message ("%s", table);
  g_assert_cmpstr (found, ==, expected);

  if (!scan_in_pieces (table, strlen (table), chance (2) ? 10 : 300, &options, &pieces))
    return;

  g_assert_cmpstr (pieces, ==, expected);
  (*n_short)++;
}

static void
test_agreement (void)
{
  guint n_plain = 0, n_odd = 0;

  for (guint i = 0; i < 600; i++)
    {
      check_agreement (FALSE, &n_plain);
      check_agreement (TRUE, &n_odd);
    }

  /* Else the test says nothing about the short way. */
  g_test_message ("the short way: %u of 600 plain tables, %u of 600 odd ones", n_plain, n_odd);
  g_assert_cmpuint (n_plain, >, 200);
  g_assert_cmpuint (n_odd, >, 30);
}

/* 200,000 rows: several blocks of the file, cut where they come. */
static char *
create_large (gsize *length)
{
  GString *table = g_string_new ("series,period,value\n");
  gint32   first = nev_day_from_date (1960, 1, 1);

  for (int series = 0; series < 10; series++)
    {
      for (int i = 0; i < 20000; i++)
        {
          int year, month, day;

          nev_day_to_date (first + i, &year, &month, &day);
          g_string_append_printf (table, "series %d,%04d-%02d-%02d,%d.%02d\n", series, year, month, day, (i * 7 + series) % 1000, i % 100);
        }
    }

  *length = table->len;

  return g_string_free (table, FALSE);
}

static void
assert_ways_agree (const char *table)
{
  NevImportOptions options = NEV_IMPORT_OPTIONS_INIT;
  g_autofree char *expected = read_long (table, strlen (table), &options);
  g_autofree char *found = read_short (table, strlen (table), &options);

  g_assert_cmpstr (found, ==, expected);
}

/* More rows than are looked at before the short way begins. */
static void
append_plain (GString    *table,
              const char *name)
{
  for (int i = 0; i < 600; i++)
    {
      g_autofree char *day = nev_period_to_string (nev_period_at (nev_day_from_date (2020, 1, 1) + i, NEV_FREQUENCY_DAY));

      g_string_append_printf (table, "%s,%s,%d.%02d\n", name, day, 7 * i % 1000, i % 100);
    }
}

/* What comes when the way has been plain for long. */
static void
test_surprises (void)
{
  static const char *const rows[] = {
    "A,2023-01-05,12345678", "A,2023-01-05,123456789", "A,2023-01-05,1234567.8", "A,2023-01-05,1234567.89", "A,2023-01-05,12345678.9",
    "A,2023-01-05,123456.78", "A,2023-01-05,1.2345678", "A,2023-01-05,0.1234567", "A,2023-01-05,0.12345678", "A,2023-01-05,-0.0", "A,2023-01-05,-",
    "A,2023-01-05,12345678901234", "A,2023-01-05,123456789012345", "A,2023-01-05,1234567.1234567", "A,2023-01-05,1234567.12345678", "A,2023-01-05,00.5",
    "A,2023-01-05,5.", "A,2023-01-05,.5", "A,2023-01-05,1.5.5", "A,2023-01-05,1.5%", "A,2023-01-05,1.5 ", "A,2023-01-05,1.234", "A,2023-01-05,", "A,2023-01-05",
    "A,2023-02-29,5", "A,2023-02-28,5", "A,2023-13-01,5", "A,2023-02-00,5", "A,2023-02- 1,5", "A,2023-02-1,5", "A,2023/02/01,5", "A,2023-02-011,5",
    "A,B,2023-01-05,5", "A,B,2023-01-06,5", "\"A,B\",2023-01-05,5", "AB,2023-01-05,5", " A,2023-01-05,5", "A ,2023-01-05,5", "\xff,2023-01-05,5", "A,2023-01-05,5,",
    "A,2023-01-05,5\r", ",2023-01-05,5", "", ",,", "A,2023-01-05,5\"", "A,2023-01-05,1e3", "A,2023-01-05,5\xc2\xa0"
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (int n_behind = 0; n_behind < 4; n_behind++)
        {
          g_autoptr (GString) table = g_string_new ("series,period,value\n");

          append_plain (table, i % 2 == 0 ? "A" : "\"A,B\"");
          g_string_append_printf (table, "%s\n", rows[i]);
          for (int j = 0; j < n_behind; j++)
            g_string_append_printf (table, "B,2023-03-%02d,%d\n", j + 1, j);

          g_test_message ("row %u, %d behind it", i, n_behind);
          assert_ways_agree (table->str);
        }
    }
}

typedef struct
{
  double        last;
  guint         n_calls;
  GCancellable *cancellable; /* cancelled when half is read; or NULL */
} Progress;

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->last = fraction;
  progress->n_calls++;

  if (progress->cancellable != NULL && fraction > 0.5)
    {
      g_assert_false (g_cancellable_is_cancelled (progress->cancellable));
      g_cancellable_cancel (progress->cancellable);
    }
}

static NevDataset *
load_with_progress (const char *data,
                    gsize       length,
                    guint64     size,
                    Progress   *progress,
                    GError    **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) length, NULL);

  return nev_import_load_stream ("t.csv", stream, size, NULL, progress_cb, progress, progress->cancellable, error);
}

static void
test_blocks (void)
{
  gsize            length;
  g_autofree char *data = create_large (&length);
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };
  g_autoptr (NevDataset) dataset = load_with_progress (data, length, length, &progress, &error);
  NevLedger *ledger;

  g_assert_no_error (error);
  g_assert_cmpfloat (progress.last, ==, 1);
  g_assert_cmpuint (progress.n_calls, >=, length / (1024 * 1024));
  g_assert_cmpuint (nev_dataset_get_n_series (dataset), ==, 10);

  for (guint i = 0; i < 10; i++)
    {
      ledger = nev_series_get_ledger (nev_dataset_get_series (dataset, i));
      g_assert_nonnull (nev_ledger_get_observations (ledger));
      g_assert_cmpuint (nev_ledger_get_n_facts (ledger), ==, 20000);

      for (guint j = 0; j < 20000; j += 777)
        {
          const NevFact *fact = nev_ledger_get_fact (ledger, j);

          g_assert_cmpfloat (fact->value, ==, ((j * 7 + i) % 1000 * 100 + j % 100) / 100.0);
          g_assert_cmpuint (fact->row, ==, 2 + i * 20000 + j);
          g_assert_cmpint (fact->period.end, ==, nev_day_from_date (1960, 1, 1) + (int) j + 1);
        }
    }

  g_assert_cmpint (nev_dataset_get_chart (dataset, 0)->frequency, ==, NEV_FREQUENCY_DAY);
}

static void
test_cancel (void)
{
  gsize            length;
  g_autofree char *data = create_large (&length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  NevImportOptions options = NEV_IMPORT_OPTIONS_INIT;
  Progress         progress = { .cancellable = cancellable };

  /* Within a block, which the callback checks. */
  g_assert_null (load_with_progress (data, length, length, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (progress.last, <, 0.75);
  g_clear_error (&error);

  g_assert_null (nev_import_load_long ("t.csv", bytes, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_load_fails (const char *data,
                   guint64     size,
                   const char *message)
{
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };

  g_assert_null (load_with_progress (data, strlen (data), size, &progress, &error));
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_limits (void)
{
  g_autoptr (GString) wide = g_string_new ("Day");
  g_autoptr (GString) long_name = g_string_new ("series,period,value\n");
  g_autoptr (GString) many = g_string_new ("series,period,value\n");

  assert_load_fails ("", G_GUINT64_CONSTANT (5000000000), "t.csv: expected at most 4294967296 bytes, found 5000000000");

  /* A file that is too large for the long way. */
  assert_load_fails ("series,period,value\nA,2023-01-01,1\nA,2023-01-02,many\n", 300 * 1024 * 1024,
                     "t.csv:3: expected a table that is written plainly and alike throughout, as one of more than 268435456 bytes must be, found something else; it helps to say how it is written");

  for (int i = 0; i < NEV_PACKAGE_MAX_SERIES + 1; i++)
    {
      g_string_append_printf (wide, ",s%d", i);
      g_string_append_printf (many, "s%d,2023-01-01,1\n", i);
    }

  g_string_append (wide, "\n2023-01-01");
  for (int i = 0; i < NEV_PACKAGE_MAX_SERIES + 1; i++)
    g_string_append (wide, ",1");

  assert_load_fails (wide->str, wide->len, "t.csv:1: column 1002: expected at most 1000 series, found more");
  assert_load_fails (many->str, many->len, "t.csv:1002: column 1: expected at most 1000 series, found more");

  for (int i = 0; i < 301; i++)
    g_string_append_c (long_name, 'x');
  g_string_append (long_name, ",2023-01-01,1\n");
  assert_load_fails (long_name->str, long_name->len, "t.csv:2: column 1: expected at most 300 characters, found 301");
  assert_load_fails ("a,b\n1899-12-31,1\n", 17, "t.csv:2: column 1: expected a period within the years 1900 to 2199, found “1899-12-31”");
}

/* A file that is cut off while it is read, or grows, is read as far as it goes. */
static void
test_changing_file (void)
{
  static const char data[] = "series,period,value\nA,2023-01-01,1\nA,2023-01-02,2\n";
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };
  g_autoptr (NevDataset) shorter = load_with_progress (data, strlen (data), 1000, &progress, &error);
  g_autoptr (NevDataset) longer = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (nev_ledger_get_n_facts (nev_series_get_ledger (nev_dataset_get_series (shorter, 0))), ==, 2);

  progress = (Progress){ 0 };
  longer = load_with_progress (data, strlen (data), 5, &progress, &error);
  g_assert_no_error (error);
  g_assert_nonnull (longer);
}

static NevSeries *
create_series (NevLedger    *ledger,
               NevSeriesKind kind)
{
  NevSeriesParts parts = { .id = "s", .kind = kind, .unit = NEV_UNIT_VEHICLES, .ledger = ledger };

  return nev_series_new (&parts);
}

static void
assert_same_reading (NevSeries *a,
                     NevSeries *b,
                     NevMeasure measure,
                     NevPeriod  period,
                     NevPeriod  base)
{
  g_auto (NevReading) x = { 0 };
  g_auto (NevReading) y = { 0 };

  nev_series_read (a, measure, period, base, &x);
  nev_series_read (b, measure, period, base, &y);

  g_assert_cmpint (x.status, ==, y.status);
  g_assert_cmpint (x.gap, ==, y.gap);
  g_assert_cmpint (x.basis, ==, y.basis);
  g_assert_cmpuint (x.n_terms, ==, y.n_terms);
  if (x.status != NEV_STATUS_GAP)
    {
      g_assert_cmpfloat (x.value, ==, y.value);
      g_assert_cmpfloat (x.rounding, ==, y.rounding);
    }
  for (guint i = 0; i < x.n_terms; i++)
    {
      g_assert_cmpuint (x.terms[i].fact, ==, y.terms[i].fact);
      g_assert_cmpint (x.terms[i].sign, ==, y.terms[i].sign);
    }
}

/* A plain ledger answers as one of facts does. */
static void
test_plain_ledger (void)
{
  for (guint run = 0; run < 100; run++)
    {
      g_autoptr (NevObservations) observations = nev_observations_new ();
      g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (NevFact));
      g_autoptr (NevLedger) plain = NULL;
      g_autoptr (NevLedger) ledger = NULL;
      g_autoptr (NevSeries) a = NULL;
      g_autoptr (NevSeries) b = NULL;
      static const NevPlainValues values[] = { NEV_PLAIN_FLOWS, NEV_PLAIN_STOCKS, NEV_PLAIN_LEVELS };
      NevSeriesKind               kind = run % 5 == 0 ? NEV_SERIES_FLOW : run % 2 == 0 ? NEV_SERIES_STOCK
                                                                                       : NEV_SERIES_RATIO;
      int                         frequency = run % 3 == 0 ? NEV_FREQUENCY_DAY : g_test_rand_int_range (0, NEV_FREQUENCY_YEAR + 1);
      NevPeriod                   period = nev_period_at (nev_day_from_date (2019, 12, 20), frequency);
      NevPeriod                   conflict;
      guint                       row, other_row;

      for (guint i = 0; i < 120; i++, period = nev_period_at (period.end, frequency))
        {
          int     exponent = g_test_rand_int_range (-3, 3);
          NevFact fact = { .period = period, .value = g_test_rand_int_range (-5, 1000), .rounding = pow (10, exponent) * 10, .change = NAN, .row = i };

          if (chance (3))
            continue;

          if (kind == NEV_SERIES_STOCK)
            fact.period.start = NEV_DAY_ORIGIN;
          nev_observations_append (observations, period, fact.value, exponent, fact.row);
          g_array_append_val (facts, fact);
        }

      g_assert_true (nev_observations_sort (observations, &conflict, &row, &other_row));
      g_assert_true (nev_observations_is_disjoint (observations));
      plain = nev_ledger_new_plain (observations, 10, values[kind]);
      ledger = nev_ledger_new ((const NevFact *) facts->data, facts->len, 0, kind != NEV_SERIES_RATIO);
      a = create_series (plain, kind);
      b = create_series (ledger, kind);

      for (guint i = 0; i < 60; i++)
        {
          gint32    day = nev_day_from_date (2019, 12, 1) + g_test_rand_int_range (0, chance (2) ? 150 : 12000);
          NevPeriod wanted = nev_period_at (day, g_test_rand_int_range (0, NEV_N_FREQUENCIES));

          for (int measure = 0; measure < NEV_N_MEASURES; measure++)
            assert_same_reading (a, b, measure, wanted, nev_period_at (nev_day_from_date (2020, 1, 1), frequency));
        }
    }
}

/* What was appended is there, whether a rule says it or not. */
static void
test_columns (void)
{
  for (guint run = 0; run < 300; run++)
    {
      g_autoptr (NevObservations) observations = nev_observations_new ();
      g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (NevFact));
      int       n_days = chance (2) ? 1 : g_test_rand_int_range (1, 40), step = g_test_rand_int_range (1, 500), n = g_test_rand_int_range (0, 200);
      int       oddity = chance (2) ? 0 : g_test_rand_int_range (2, 200), coarse = chance (2) ? 0 : g_test_rand_int_range (1, 100);
      gboolean  is_days = TRUE, has_days = FALSE;
      gint32    day = 700000;
      guint     row = 2, other_row;
      NevPeriod conflict;

      for (int i = 0; i < n; i++, row += (guint) (chance (oddity) ? 1 : step))
        {
          int     length = chance (oddity) ? g_test_rand_int_range (1, 40) : n_days;
          NevFact fact = { .period = { day, day + length }, .value = g_test_rand_double (), .source = chance (coarse) ? 3 : 2, .row = row };

          g_array_append_val (facts, fact);
          nev_observations_append (observations, fact.period, fact.value, -(int) fact.source, row);
          day += length;
          is_days = is_days && length == 1;
          has_days = has_days || length == 1;
          day += chance (oddity) ? 1 : 0;
        }

      g_assert_true (nev_observations_sort (observations, &conflict, &row, &other_row));
      g_assert_cmpuint (nev_observations_get_n (observations), ==, facts->len);
      g_assert_cmpint (nev_observations_is_days (observations), ==, n > 0 && is_days);
      g_assert_cmpint (nev_observations_has_days (observations), ==, has_days);
      g_assert_true (nev_observations_is_disjoint (observations));

      for (guint i = 0; i < facts->len; i++)
        {
          const NevFact *fact = &g_array_index (facts, NevFact, i);

          g_assert_true (nev_period_equal (nev_observations_get_period (observations, i), fact->period));
          g_assert_cmpfloat (nev_observations_get_value (observations, i), ==, fact->value);
          g_assert_cmpint (nev_observations_get_exponent (observations, i), ==, -(int) fact->source);
          g_assert_cmpuint (nev_observations_get_row (observations, i), ==, fact->row);
        }
    }
}

/* Descending and shuffled files are sorted; what is there twice with one value is there once. */
static void
test_order (void)
{
  g_autoptr (NevObservations) observations = nev_observations_new ();
  NevPeriod period;
  guint     row, other_row;

  for (int day = 1000; day > 0; day--)
    nev_observations_append (observations, (NevPeriod){ day, day + 1 }, day, 0, (guint) day);
  nev_observations_append (observations, (NevPeriod){ 500, 501 }, 500, 0, 7);

  g_assert_true (nev_observations_sort (observations, &period, &row, &other_row));
  g_assert_cmpuint (nev_observations_get_n (observations), ==, 1000);
  g_assert_true (nev_observations_is_days (observations));
  for (gsize i = 0; i < 1000; i++)
    g_assert_cmpfloat (nev_observations_get_value (observations, i), ==, (double) i + 1);

  for (gint32 end = -5; end < 1010; end++)
    g_assert_cmpuint (nev_observations_find (observations, end), ==, (gsize) CLAMP (end - 2, 0, 1000));

  nev_observations_append (observations, (NevPeriod){ 500, 501 }, 501, 0, 9999);
  g_assert_false (nev_observations_sort (observations, &period, &row, &other_row));
  g_assert_cmpint (period.start, ==, 500);
  g_assert_cmpuint (row, ==, 9999);
  g_assert_cmpuint (other_row, ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-large/agreement", test_agreement);
  g_test_add_func ("/import-large/surprises", test_surprises);
  g_test_add_func ("/import-large/blocks", test_blocks);
  g_test_add_func ("/import-large/cancel", test_cancel);
  g_test_add_func ("/import-large/limits", test_limits);
  g_test_add_func ("/import-large/changing-file", test_changing_file);
  g_test_add_func ("/import-large/plain-ledger", test_plain_ledger);
  g_test_add_func ("/import-large/columns", test_columns);
  g_test_add_func ("/import-large/order", test_order);

  return g_test_run ();
}
