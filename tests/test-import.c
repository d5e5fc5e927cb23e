/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nev-charts.h"
#include "nev-error.h"
#include "nev-import-private.h"
#include "nev-number.h"
#include "nev-package.h"

/* Writes a dataset as "sales[vehicles] 2023-01=1 2023-02=2; exports[%] ...", or the error behind "!". */
static char *
read_as_text (const char             *data,
              gsize                   length,
              const NevImportOptions *options)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (NevDataset) dataset = nev_import_load ("t.csv", bytes, options, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (dataset == NULL)
    {
      g_assert_true (error->domain == NEV_DATA_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return g_strconcat ("!", error->message, NULL);
    }

  g_assert_nonnull (nev_dataset_get_read_as (dataset));
  g_assert_nonnull (nev_dataset_get_read_as (dataset)->encoding);

  for (guint i = 0; i < nev_dataset_get_n_series (dataset); i++)
    {
      NevSeries  *series = nev_dataset_get_series (dataset, i);
      NevLedger  *ledger = nev_series_get_ledger (series);
      const char *unit = nev_series_get_unit_text (series, NEV_LANGUAGE_ENGLISH);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", nev_series_get_title (series, NEV_LANGUAGE_ENGLISH));

      if (nev_series_get_unit (series) != NEV_UNIT_OTHER)
        g_string_append_printf (text, "[#%d]", nev_series_get_unit (series));
      else if (unit != NULL && *unit != '\0')
        g_string_append_printf (text, "[%s]", unit);

      for (gsize j = 0; j < nev_ledger_get_n_facts (ledger); j++)
        {
          const NevFact   *fact = nev_ledger_get_fact (ledger, j);
          g_autofree char *period = nev_period_to_string (fact->period);
          char             value[NEV_NUMBER_BUFFER];

          g_string_append_printf (text, " %s=%s", period, nev_number_to_string (fact->value, value));
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_tables (void)
{
  static const struct
  {
    const char      *data;
    const char      *text;
    NevImportOptions options;
  } cases[] = {
    { "Month,Sales\n2023-01,1\n2023-02,2\n", "Sales 2023-01=1 2023-02=2" },
    { "Month;Sales\n2023-01;1,5\n2023-02;2\n", "Sales 2023-01=1.5 2023-02=2" },
    { "Month;A;B\r\n2023-01;1.234,5;7\r2023-02;1.234;8\n", "A 2023-01=1234.5 2023-02=1234; B 2023-01=7 2023-02=8" },
    { "Month\tA\n2023/6\t1\n", "A 2023-06=1" },
    { "Month|A\n2023/6|1\n", "A 2023-06=1" },
    { "series,period,value\nA,2023-01,1\nB,2023-01,2\nA,2023-02,3", "A 2023-01=1 2023-02=3; B 2023-01=2" },
    { "数值,指标,时间\n1,销量,2023年1月\n", "销量 2023-01=1" },
    { "M,A,B\n2023-01,5,1\n2023-02,many,2\n", "!t.csv:3: column 2: expected a number such as 1234.5 or 1,234.5, found “many”" },
    { "x,y,z\nA,2023-01,1\nB,2023-01,2\n", "A 2023-01=1; B 2023-01=2" },
    { "月份,销量（万辆）,渗透率(%)\n2023年1月,40.8,24.7\n", "销量[#0] 2023-01=408000; 渗透率[#2] 2023-01=24.7" },
    { "M,Revenue (million EUR)\n2023,1.5\n", "Revenue[EUR] 2023=1500000" },
    { "M,A\n2023-01,5%\n2023-02,6.5 %\n", "A[#2] 2023-01=5 2023-02=6.5" },
    { "M,A\n2023-01,5%\n2023-02,6\n", "!t.csv:3: column 2: expected all values of a series with a percent sign, or none, found “6”" },
    { "M,A\n2023-01,\"1,234\"\n2023-02,\"1,234,567\"\n", "A 2023-01=1234 2023-02=1234567" },
    { "M,A\n2023-01,\"1,234\"\n2023-02,0.5\n", "A 2023-01=1234 2023-02=0.5" },
    { "M,A\n2023-01,\"1,234\"\n", "!t.csv:2: column 2: “1,234” could be 1234 or 1.234, and no other value decides; say which with --decimal, or write the numbers without thousands marks" },
    { "M,A\n2023-01,\"1,234\"\n", "A 2023-01=1234", { .decimal = '.' } },
    { "M,A\n2023-01,\"1,234\"\n", "A 2023-01=1.234", { .decimal = ',' } },
    { "M,A\n2023-01,1.5\n2023-02,\"1,5\"\n", "!t.csv:3: expected one decimal mark in the whole file, found a point in “1.5” (line 2) and a comma in “1,5” (line 3)" },
    { "M,A\n03/04/2023,1\n", "!t.csv:2: column 1: “03/04/2023” could begin with the day or the month, and no other date decides; say which with --date-order, or write dates as 2023-06-30" },
    { "M,A\n03/04/2023,1\n30/04/2023,2\n", "A 2023-04-03=1 2023-04-30=2" },
    { "M,A\n03/04/2023,1\n30/04/2023,2\n", "!t.csv:3: column 1: expected a period such as 2023-06, 2023/6, Jun 2023, 2023年6月, 2023Q2, 2023 or 2023-06-30, found “30/04/2023”", { .date_order = NEV_DATE_ORDER_MONTH_FIRST } },
    { "M,A\n02/04/2023,1\n", "A 2023-04-02=1", { .date_order = NEV_DATE_ORDER_DAY_FIRST } },
    { "M,A\n04/01/2023,1\n", "A 2023-04=1", { .date_order = NEV_DATE_ORDER_MONTH_FIRST } },
    { "M,A\n13/04/2023,1\n04/13/2023,1\n", "!t.csv:3: expected one order of day and month in the whole file, found “13/04/2023” (line 2) and “04/13/2023” (line 3)" },
    { "M,A\n2023-01-01,1\n2023-02-01,2\n", "A 2023-01=1 2023-02=2" },
    { "M,A\n2023-01,1\n2023-01,1\n", "A 2023-01=1" },
    { "M,A\n2023-01,1\n2023/1,2\n", "!t.csv:3: expected one value of “A” for 2023-01, found another one than in line 2" },
    { "M,A\n2023-01,\n2023-02,n/a\n2023-03,…\n2023-04,缺失\n2023-05,–\n2023-06,1\n,\n", "A 2023-06=1" },
    { "M,\"A\nb\",\n2023-01,1,\n", "A b 2023-01=1" },
    { "M,A,\n2023-01,1,2\n", "!t.csv:1: column 3: expected a name in the header for the values of this column, found nothing" },
    { "M,A,A\n2023-01,1,2\n", "!t.csv:1: column 3: expected each series once, found “A”" },
    { "M,A\n2023-01,1,2\n", "!t.csv:2: expected 2 columns as in the header, found 3" },
    { "M,A\n2023-01,many\n", "!t.csv:2: column 2: expected a number such as 1234.5 or 1,234.5, found “many”" },
    { "Month,A\nsoon,1\n", "!t.csv:2: column 1: expected a period such as 2023-06, 2023/6, Jun 2023, 2023年6月, 2023Q2, 2023 or 2023-06-30, found “soon”; if it is a name, have the table read as names and values (--layout=categories)" },
    { "Month,A\n2023-01,1\nsoon,1\n", "!t.csv:3: column 1: expected a period such as 2023-06, 2023/6, Jun 2023, 2023年6月, 2023Q2, 2023 or 2023-06-30, found “soon”" },
    { "M,A\n1066,1\n", "!t.csv:2: column 1: expected a period within the years 1900 to 2199, found “1066”" },
    { "M,A\n2023,1e16\n", "!t.csv:2: column 2: expected a number between -1e15 and 1e15, found “1e16”" },
    { "M,A\n", "!t.csv:1: expected rows under the header, found none" },
    { "\nM,A", "!t.csv:1: expected rows under the header, found none" },
    { "M,A\n2023-01,\n", "!t.csv:2: expected at least one value, found none" },
    { "", "!t.csv:1: expected a header and rows, found an empty file" },
    { " \n\n", "!t.csv:1: expected a header and rows, found an empty file" },
    { "hello\n", "!t.csv:1: expected columns separated by commas, semicolons, tabs or “|”, found only one column" },
    { "a,b;c\n2023,1;2\n", "!t.csv:1: columns could be separated by “,” or “;”; say which with --delimiter, or write the file with one of them only" },
    { "a,b\n2023,\"1\n", "!t.csv:2: column 2: expected a closing quotation mark for the one that stands here, found the end of the file" },
    { "a,b,c\n2023,1,2\n", "!t.csv:1: expected the columns series, period and value, found others; name them so in the header", { .layout = NEV_IMPORT_LAYOUT_LONG } },
    { "series,2023-01,2023-02\nA,1,2\nB,,4\n", "A 2023-01=1 2023-02=2; B 2023-02=4" },
    { "指标,单位,2023年1月,2023年2月\n销量,万辆,40.8,52.5\n渗透率,%,24.7,26.6\n", "销量[#0] 2023-01=408000 2023-02=525000; 渗透率[#2] 2023-01=24.7 2023-02=26.6" },
    { ",2022,2023\nA,1950,2010\nB,1,2\n", "A 2022=1950 2023=2010; B 2022=1 2023=2" },
    { "s,2023-01,\nA,1,2\n", "!t.csv:1: column 3: expected a period in the header for the values of this column, found nothing", { .layout = NEV_IMPORT_LAYOUT_ACROSS } },
    { "s,2023-01,x\nA,1,2\n", "!t.csv:1: column 3: expected a period such as 2023-06, 2023/6, Jun 2023, 2023年6月, 2023Q2, 2023 or 2023-06-30, found “x”", { .layout = NEV_IMPORT_LAYOUT_ACROSS } },
    { "s,01/02/2023\nA,1\n", "!t.csv:1: column 2: “01/02/2023” could begin with the day or the month, and no other date decides; say which with --date-order, or write dates as 2023-06-30" },
    { "s,01/02/2023,28/02/2023\nA,1,2\n", "A 2023-02-01=1 2023-02-28=2" },
    { "s,2023-01,2023/1\nA,1,2\n", "!t.csv:2: expected one value of “A” for 2023-01, found another one than in line 2" },
    { "M,2023\n2023-01,5\n", "!t.csv:1: both the first row and the first column hold periods; say with --layout whether series are in columns (wide) or in rows (across)" },
    { "M,2023\n2023-01,5\n", "2023 2023-01=5", { .layout = NEV_IMPORT_LAYOUT_WIDE } },
    { "M,2023\n2023-01,5\n", "2023-01 2023=5", { .layout = NEV_IMPORT_LAYOUT_ACROSS } },
    { "Maker,Sales\nBYD,10\nNIO,-2.5\n", "BYD undated=10; NIO undated=-2.5" },
    { "Maker,Sales 2025 (thousand vehicles)\nBYD,10\nNIO,2\n", "BYD[#0] 2025=10000; NIO[#0] 2025=2000" },
    { "Maker,2023-06 sales,Change\nBYD,10,5\n", "BYD – 2023-06 sales 2023-06=10; BYD – Change undated=5" },
    { "Maker,Sales 2023,Sales 2024\nBYD,10,5\nNIO,,2\n", "BYD 2023=10 2024=5; NIO 2024=2" },
    { "Maker,Sales (2024),Sales (2023)\nBYD,10,5\n", "BYD 2023=5 2024=10" },
    { "Maker,Sales (2024)\nBYD,10\n", "BYD 2024=10" },
    { "Maker,2023: Sales (thousand vehicles),Sales in 2024 (thousand vehicles)\nBYD,10,5\n", "BYD[#0] 2023=10000 2024=5000" },
    { "Maker,\"Sales (million vehicles, 2023)\",Change 2023,\"Sales (2024, million vehicles)\",Change 2024\nBYD,1,2%,3,4%\n", "BYD – Sales[#0] 2023=1000000 2024=3000000; BYD – Change[#2] 2023=2 2024=4" },
    { "车企,2023年销量（万辆）,2024年销量（万辆）\n比亚迪,302.4,427.2\n", "比亚迪[#0] 2023=3024000 2024=4272000" },
    { "No.,Maker,2024-05,2024-06\n1,BYD,10,5\n", "BYD 2024-05=10 2024-06=5" },
    { "Maker,Sales 2023,Sales 2024-06\nBYD,10,5\n", "BYD – Sales 2023 2023=10; BYD – Sales 2024-06 2024-06=5" },
    { "Maker,Sales 2023,2023 Sales\nBYD,10,5\n", "BYD – Sales 2023 2023=10; BYD – 2023 Sales 2023=5" },
    { "Maker,Sales 2023,Sales\nBYD,10,5\n", "BYD – Sales 2023 2023=10; BYD – Sales undated=5" },
    { "Maker,Sales 2023,Sales 2024\nBYD,10,5\nNIO,2,many\nXPeng,1,2\n", "!t.csv:3: column 3: expected a number such as 1234.5 or 1,234.5, found “many”" },
    { "Maker (2025),Sales,Exports\nBYD,10,5\n", "BYD – Sales 2025=10; BYD – Exports 2025=5" },
    { "Maker,Sales 2024-2025\nBYD,10\n", "BYD undated=10" },
    { "Maker,Model 3000\nBYD,10\n", "BYD undated=10" },
    { "车企;销量（万辆）\n比亚迪;1,5\n蔚来;\n", "比亚迪[#0] undated=15000; 蔚来[#0]" },
    { "\xb3\xb5\xc6\xf3,2025\xc4\xea\xcf\xfa\xc1\xbf\n\xb1\xc8\xd1\xc7\xb5\xcf,10\n", "比亚迪 2025=10" },
    { "Rank,Maker,Share\n1,BYD,5.5%\n2,NIO,2%\n", "BYD[#2] undated=5.5; NIO[#2] undated=2" },
    { "Maker,Sales\nBYD,10\nNIO,\"1,234\"\n", "!t.csv:3: column 2: “1,234” could be 1234 or 1.234, and no other value decides; say which with --decimal, or write the numbers without thousands marks" },
    { "Maker,Sales\nBYD,10\nNIO,many\nXPeng,2\n", "!t.csv:3: column 2: expected a number such as 1234.5 or 1,234.5, found “many”" },
    { "Maker,Sales\nBYD,10\nNIO,2\nBYD,3\n", "!t.csv:4: column 1: expected each name once, found “BYD” as in line 2; write two names, or one row with the value that is meant" },
    { "Maker,Sales,Sales\nBYD,10,2\n", "!t.csv:1: column 3: expected each name in the header once, found “Sales”" },
    { "Maker,12\nBYD,10\n", "!t.csv:1: column 2: expected a header with the name of what the numbers below it are, found “12”" },
    { "Maker,Sales 2025\nBYD,10\n", "BYD 2024=10", { .period = { 738886, 739252 } } },
    { "M,A\n2023-01,1\n", "!t.csv:1: expected a table of categories, whose values are of the one period that was chosen, found periods in the table", { .period = { 738886, 739252 } } },
    { "M,A\n2023-01,1\n", "2023-01 undated=1", { .layout = NEV_IMPORT_LAYOUT_CATEGORIES } },
    { "Ville,2023\nN\xeemes,5\n", "!t.csv: line 2: expected text in UTF-8, UTF-16 or GB18030, found something else; say with --encoding what it is, such as ISO-8859-1" },
    { "Ville,2023\nN\xeemes,5\n", "Nîmes 2023=5", { .encoding = "ISO-8859-1" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = read_as_text (cases[i].data, strlen (cases[i].data), &cases[i].options);
      g_autofree char *shown = g_strescape (cases[i].data, NULL);

      g_test_message ("%s", shown);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* A unit is taken off a name, and its factor out of the values. */
static void
test_units (void)
{
  static const struct
  {
    const char *title;
    const char *name;
    double      factor;
    NevUnit     unit;
    const char *text;
  } cases[] = {
    { "Sales", "Sales", 1, NEV_UNIT_OTHER, NULL },
    { "Sales (万辆)", "Sales", 1e4, NEV_UNIT_VEHICLES, NULL },
    { "销量（万辆）", "销量", 1e4, NEV_UNIT_VEHICLES, NULL },
    { "销量[千辆]", "销量", 1e3, NEV_UNIT_VEHICLES, NULL },
    { "销量（单位：万辆）", "销量", 1e4, NEV_UNIT_VEHICLES, NULL },
    { "销量/万辆", "销量", 1e4, NEV_UNIT_VEHICLES, NULL },
    { "销量，万辆", "销量", 1e4, NEV_UNIT_VEHICLES, NULL },
    { "产量（万台）", "产量", 1e4, NEV_UNIT_OTHER, "台" },
    { "产值（亿元）", "产值", 1e8, NEV_UNIT_CNY, NULL },
    { "电量（亿千瓦时）", "电量", 1e8, NEV_UNIT_OTHER, "千瓦时" },
    { "电量（千瓦时）", "电量", 1, NEV_UNIT_OTHER, "千瓦时" },
    { "Sales (thousand vehicles)", "Sales", 1e3, NEV_UNIT_VEHICLES, NULL },
    { "Sales (Thousands of vehicles)", "Sales", 1e3, NEV_UNIT_VEHICLES, NULL },
    { "Sales (thousands)", "Sales", 1e3, NEV_UNIT_OTHER, "" },
    { "Sales (in thousands)", "Sales", 1e3, NEV_UNIT_OTHER, "" },
    { "Sales ('000)", "Sales", 1e3, NEV_UNIT_OTHER, "" },
    { "Sales (10,000 vehicles)", "Sales", 1e4, NEV_UNIT_VEHICLES, NULL },
    { "exports, thousand units", "exports", 1e3, NEV_UNIT_OTHER, "units" },
    { "exports, 1,000 units", "exports", 1e3, NEV_UNIT_OTHER, "units" },
    { "Absatz in Tsd.", "Absatz", 1e3, NEV_UNIT_OTHER, "" },
    { "Absatz (Mio. Fahrzeuge)", "Absatz", 1e6, NEV_UNIT_VEHICLES, NULL },
    { "Share (%)", "Share", 1, NEV_UNIT_PERCENT, NULL },
    { "Share %", "Share", 1, NEV_UNIT_PERCENT, NULL },
    { "渗透率％", "渗透率", 1, NEV_UNIT_PERCENT, NULL },
    { "Share, percent", "Share", 1, NEV_UNIT_PERCENT, NULL },
    { "Share in percent", "Share", 1, NEV_UNIT_PERCENT, NULL },
    { "同比（百分点）", "同比", 1, NEV_UNIT_PERCENTAGE_POINTS, NULL },
    { "Sales (Europe)", "Sales", 1, NEV_UNIT_OTHER, "Europe" },
    { "Jefferson, Place", "Jefferson, Place", 1, NEV_UNIT_OTHER, NULL },
    { "Route, 1000", "Route, 1000", 1, NEV_UNIT_OTHER, NULL },
    { "Route (1000)", "Route", 1, NEV_UNIT_OTHER, "1000" },
    { "Investment in people", "Investment in people", 1, NEV_UNIT_OTHER, NULL },
    { "a, thousandth", "a, thousandth", 1, NEV_UNIT_OTHER, NULL },
    { "%", "%", 1, NEV_UNIT_OTHER, NULL },
    { "(%)", "(%)", 1, NEV_UNIT_OTHER, NULL },
    { ",", ",", 1, NEV_UNIT_OTHER, NULL },
    { "", "", 1, NEV_UNIT_OTHER, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = nev_cell_normalize (cases[i].title);
      g_autofree char *text = NULL;
      double           factor;
      NevUnit          unit;
      g_autofree char *name = nev_import_split_unit (title, &factor, &unit, &text);

      g_test_message ("%s", cases[i].title);
      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpfloat (factor, ==, cases[i].factor);
      g_assert_cmpint (unit, ==, cases[i].unit);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What the values are decides whether they add up. */
static void
test_kinds (void)
{
  static const char data[] = "M,A,B (%)\n2023-01,1,5\n2023-02,2,6\n2023-03,4,7\n";
  static const struct
  {
    NevImportKind kind;
    NevSeriesKind series_kind;
    NevStatus     status;
    double        value;
  } cases[] = {
    { NEV_IMPORT_KIND_UNKNOWN, NEV_SERIES_RATIO, NEV_STATUS_GAP, 0 },
    { NEV_IMPORT_KIND_FLOW, NEV_SERIES_FLOW, NEV_STATUS_DERIVED, 7 },
    { NEV_IMPORT_KIND_STOCK, NEV_SERIES_STOCK, NEV_STATUS_PUBLISHED, 4 },
    { NEV_IMPORT_KIND_RATIO, NEV_SERIES_RATIO, NEV_STATUS_GAP, 0 },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, sizeof data - 1);
  NevPeriod quarter = nev_period_at (nev_day_from_date (2023, 2, 1), NEV_FREQUENCY_QUARTER);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NevImportOptions options = { .kind = cases[i].kind };
      g_autoptr (NevDataset) dataset = nev_import_load ("t.csv", bytes, &options, NULL, NULL);
      g_auto (NevReading) reading = { 0 };
      g_auto (NevReading) percentage = { 0 };

      g_assert_cmpint (nev_series_get_kind (nev_dataset_get_series (dataset, 0)), ==, cases[i].series_kind);
      nev_series_read (nev_dataset_get_series (dataset, 0), NEV_MEASURE_LEVEL, quarter, NEV_PERIOD_NONE, &reading);
      g_assert_cmpint (reading.status, ==, cases[i].status);
      if (reading.status != NEV_STATUS_GAP)
        g_assert_cmpfloat (reading.value, ==, cases[i].value);

      /* Percentages never add up. */
      nev_series_read (nev_dataset_get_series (dataset, 1), NEV_MEASURE_LEVEL, quarter, NEV_PERIOD_NONE, &percentage);
      g_assert_cmpint (percentage.status, ==, NEV_STATUS_GAP);
    }
}

/* What decided is known afterwards, and what made no difference stays open. */
static void
test_read_as (void)
{
  static const struct
  {
    const char      *data;
    NevImportOptions found;
  } cases[] = {
    { "M,A\n2023-01,1\n", { "UTF-8", ',', '\0', NEV_DATE_ORDER_AUTO, NEV_IMPORT_LAYOUT_WIDE, NEV_IMPORT_KIND_UNKNOWN } },
    { "M;A\n31/01/2023;1,5\n", { "UTF-8", ';', ',', NEV_DATE_ORDER_DAY_FIRST, NEV_IMPORT_LAYOUT_WIDE, NEV_IMPORT_KIND_UNKNOWN } },
    { "M|A\n1/31/2023|0.5\n", { "UTF-8", '|', '.', NEV_DATE_ORDER_MONTH_FIRST, NEV_IMPORT_LAYOUT_WIDE, NEV_IMPORT_KIND_UNKNOWN } },
    { "s\t2023\nA\t1.5\n", { "UTF-8", '\t', '.', NEV_DATE_ORDER_AUTO, NEV_IMPORT_LAYOUT_ACROSS, NEV_IMPORT_KIND_UNKNOWN } },
    { "\xd4\xc2,A\n2023,1.5\n", { "GB18030", ',', '.', NEV_DATE_ORDER_AUTO, NEV_IMPORT_LAYOUT_WIDE, NEV_IMPORT_KIND_UNKNOWN } },
    { "series,period,value\nA,2023,1\n", { "UTF-8", ',', '\0', NEV_DATE_ORDER_AUTO, NEV_IMPORT_LAYOUT_LONG, NEV_IMPORT_KIND_UNKNOWN } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].data, strlen (cases[i].data));

      for (guint is_long = 0; is_long < 2; is_long++)
        {
          NevImportOptions       options = NEV_IMPORT_OPTIONS_INIT;
          g_autoptr (NevDataset) dataset = is_long ? nev_import_load_long ("t.csv", bytes, &options, NULL, NULL) : nev_import_load ("t.csv", bytes, &options, NULL, NULL);
          const NevImportOptions *found;

          g_assert_nonnull (dataset);
          found = nev_dataset_get_read_as (dataset);
          g_assert_cmpstr (found->encoding, ==, cases[i].found.encoding);
          for (guint j = 0; j < NEV_N_IMPORT_CHOICES; j++)
            g_assert_cmpint (nev_import_options_get (found, j), ==, nev_import_options_get (&cases[i].found, j));
        }
    }
}

/* The cases of csv-spectrum, as tables of ours: each keeps its way of quoting. */
static void
test_quoting (void)
{
  static const struct
  {
    const char *data;
    const char *text;
  } cases[] = {
    { "a,\"Jefferson, Place\"\n2023,1\n", "Jefferson, Place 2023=1" },                   /* comma in quotes */
    { "a,b,c\n2023,\"\",\"\"\n2024,2,3\n", "b 2024=2; c 2024=3" },                       /* empty */
    { "a,b,c\r\n2023,\"\",\"\"\r\n2024,2,3\r\n", "b 2024=2; c 2024=3" },                 /* empty, CRLF */
    { "a,\"ha \"\"ha\"\" ha\"\n2023,4\n", "ha \"ha\" ha 2023=4" },                       /* escaped quotes */
    { "a,\"{\"\"type\"\": \"\"Point\"\"}\"\n2023,1\n", "{\"type\": \"Point\"} 2023=1" }, /* JSON */
    { "a,\"Once upon \na time\"\n2023,1\n", "Once upon  a time 2023=1" },                /* newlines */
    { "a,\"Once upon \r\na time\"\r\n2023,1\r\n", "Once upon   a time 2023=1" },
    { "a,\"\"\"hi\"\"\"\n2023,1\n", "\"hi\" 2023=1" }, /* quotes and newlines */
    { "a,b,c\n2023,2,3\n", "b 2023=2; c 2023=3" },     /* simple */
    { "a,b,c\r\n2023,2,3\r\n", "b 2023=2; c 2023=3" }, /* simple, CRLF */
    { "a,ʤ,c\n2023,2,3\n", "ʤ 2023=2; c 2023=3" },     /* UTF-8 */
    { "a,b\n\"2023\",\"1\"", "b 2023=1" },             /* no last line end */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = read_as_text (cases[i].data, strlen (cases[i].data), NULL);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static char *
convert (const char *text,
         const char *encoding,
         const char *mark,
         gsize       mark_length,
         gsize      *length)
{
  g_autofree char *converted = g_convert (text, -1, encoding, "UTF-8", NULL, length, NULL);
  char            *data = g_malloc (mark_length + *length);

  g_assert_nonnull (converted);
  memcpy (data, mark, mark_length);
  memcpy (data + mark_length, converted, *length);
  *length += mark_length;

  return data;
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *encoding;
    const char *mark;
  } cases[] = { { "UTF-8", "" }, { "UTF-8", "\xef\xbb\xbf" }, { "GB18030", "" }, { "UTF-16LE", "\xff\xfe" }, { "UTF-16BE", "\xfe\xff" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize            length;
      g_autofree char *data = convert ("月份,新能源汽车销量（万辆）\r\n2023年6月,80.6\r\n", cases[i].encoding, cases[i].mark, strlen (cases[i].mark), &length);
      g_autofree char *text = read_as_text (data, length, NULL);

      g_test_message ("%s", cases[i].encoding);
      g_assert_cmpstr (text, ==, "新能源汽车销量[#0] 2023-06=806000");
    }
}

/* 1,000 columns are read; one more series than there may be isn't, nor one more column. */
static void
test_many_columns (void)
{
  static const struct
  {
    guint       n_columns;
    const char *error;
  } cases[] = {
    { 1000, NULL },
    { 1001, NULL },
    { 1002, "t.csv:1: column 1002: expected at most 1000 series, found more" },
    { 1025, "t.csv:1: column 1025: expected at most 1024 columns, found more" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) data = g_string_new ("month");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (NevDataset) dataset = NULL;

      for (guint j = 1; j < cases[i].n_columns; j++)
        g_string_append_printf (data, ",s%u", j);
      g_string_append (data, "\n2023-01");
      for (guint j = 1; j < cases[i].n_columns; j++)
        g_string_append_printf (data, ",%u", j);

      bytes = g_bytes_new (data->str, data->len);
      dataset = nev_import_load ("t.csv", bytes, NULL, NULL, &error);

      if (cases[i].error != NULL)
        {
          g_assert_error (error, NEV_DATA_ERROR, NEV_DATA_ERROR_LIMIT);
          g_assert_cmpstr (error->message, ==, cases[i].error);
          continue;
        }

      g_assert_no_error (error);
      g_assert_cmpuint (nev_dataset_get_n_series (dataset), ==, cases[i].n_columns - 1);
      g_assert_cmpuint (nev_dataset_get_n_charts (dataset), ==, MIN ((cases[i].n_columns - 1 + 5) / 6, 12));
    }
}

/* Series of one unit and frequency stand in one chart; few periods are bars, many a line. */
static void
test_charts (void)
{
  g_autoptr (GString) data = g_string_new ("month,Sales (vehicles),Exports (vehicles),Share,Tonnes\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NevDataset) dataset = NULL;
  g_autofree char    *period = NULL;
  const NevHighlight *highlights;
  const NevChart     *chart;
  guint               n_highlights;

  for (guint i = 1; i <= 16; i++)
    g_string_append_printf (data, "%u-%02u,%u,%u,5%%,%s\n", 2022 + (i - 1) / 12, (i - 1) % 12 + 1, i, 2 * i, i == 1 ? "7" : "");

  bytes = g_bytes_new (data->str, data->len);
  dataset = nev_import_load ("The sales.csv", bytes, NULL, NULL, NULL);
  g_assert_nonnull (dataset);
  g_assert_cmpstr (nev_dataset_get_name (dataset), ==, "the-sales");
  g_assert_cmpstr (nev_dataset_get_title (dataset, NEV_LANGUAGE_ENGLISH), ==, "The sales");
  g_assert_cmpuint (nev_dataset_get_n_sources (dataset), ==, 1);
  g_assert_cmpstr (nev_source_get_title (nev_dataset_get_source (dataset, 0)), ==, "The sales.csv");
  g_assert_cmpuint (nev_dataset_get_n_charts (dataset), ==, 3);

  highlights = nev_dataset_get_highlights (dataset, &n_highlights);
  g_assert_cmpuint (n_highlights, ==, 4);
  g_assert_true (highlights[0].chart == nev_dataset_get_chart (dataset, 0));
  period = nev_period_to_string (highlights[0].period);
  g_assert_cmpstr (period, ==, "2023-04");

  chart = nev_dataset_get_chart (dataset, 0);
  g_assert_cmpuint (chart->panels[0].series->len, ==, 2);
  g_assert_cmpint (chart->panels[0].mark, ==, NEV_MARK_LINE);
  g_assert_cmpint (chart->frequency, ==, NEV_FREQUENCY_MONTH);
  g_assert_cmpstr (nev_localized_get (&chart->title, NEV_LANGUAGE_ENGLISH), ==, "The sales 1");
  chart = nev_dataset_get_chart (dataset, 2);
  g_assert_cmpint (chart->panels[0].mark, ==, NEV_MARK_BARS);
  g_assert_cmpstr (nev_localized_get (&chart->title, NEV_LANGUAGE_ENGLISH), ==, "Tonnes");
}

/* Very many series stand in a dozen charts; the others are counted. */
static void
test_many_series (void)
{
  g_autoptr (GString) data = g_string_new ("month");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NevDataset) dataset = NULL;

  for (guint i = 1; i <= 100; i++)
    g_string_append_printf (data, ",s%u", i);
  g_string_append (data, "\n2023-01");
  for (guint i = 1; i <= 100; i++)
    g_string_append_printf (data, ",%u", i);

  bytes = g_bytes_new (data->str, data->len);
  dataset = nev_import_load ("many.csv", bytes, NULL, NULL, NULL);
  g_assert_nonnull (dataset);
  g_assert_cmpuint (nev_dataset_get_n_series (dataset), ==, 100);
  g_assert_cmpuint (nev_dataset_get_n_charts (dataset), ==, 12);
  g_assert_cmpuint (nev_dataset_count_uncharted (dataset), ==, 28);
}

static void
test_frequencies (void)
{
  static const struct
  {
    const char  *period;
    NevFrequency frequency;
  } cases[] = {
    { "2023年", NEV_FREQUENCY_YEAR },
    { "2023H1", NEV_FREQUENCY_HALF_YEAR },
    { "Q2 2023", NEV_FREQUENCY_QUARTER },
    { "6/2023", NEV_FREQUENCY_MONTH },
    { "2023-06-30", NEV_FREQUENCY_DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *data = g_strdup_printf ("when,A\n%s,1\n", cases[i].period);
      g_autoptr (GBytes) bytes = g_bytes_new (data, strlen (data));
      g_autoptr (NevDataset) dataset = nev_import_load ("t.csv", bytes, NULL, NULL, NULL);

      g_assert_nonnull (dataset);
      g_assert_cmpint (nev_dataset_get_chart (dataset, 0)->frequency, ==, cases[i].frequency);
    }
}

/* Whatever is done to a file, it is read or refused with a message. */
static void
test_mutations (void)
{
  static const char *const seeds[] = {
    "Month,Sales (thousand vehicles),Share\n2023-01,\"1,234.5\",5.1%\n2023-02,-,6%\n",
    "series;period;value\nA;30.06.2023;1,5\n\"B\nb\";31.12.2023;1.234,5\n",
    "月份\t销量（万辆）\r\n2023年第二季度\t1\r2023年上半年\t2",
    "\xff\xfe"
    "a",
    "\xd4\xc2\xb7\xdd,\xcf\xfa\xc1\xbf\n2023,1\n",
  };
  static const char pieces[] = "\0\"\n\r,;\t|.-%()eE0129 \x80\xff\xe5\x81'/:qhm";
  GRand            *random = g_rand_new_with_seed (6);
  guint             n = g_test_slow () ? 200000 : 20000;

  for (guint i = 0; i < n; i++)
    {
      const char *seed = seeds[i % G_N_ELEMENTS (seeds)];
      g_autoptr (GString) data = g_string_new (seed);

      for (int j = g_rand_int_range (random, 1, 6); j > 0 && data->len > 0; j--)
        {
          gssize at = g_rand_int_range (random, 0, (gint32) data->len);
          char   piece = pieces[g_rand_int_range (random, 0, sizeof pieces - 1)];

          switch (g_rand_int_range (random, 0, 4))
            {
            case 0:
              data->str[at] = piece;
              break;
            case 1:
              g_string_insert_c (data, at, piece);
              break;
            case 2:
              g_string_erase (data, at, 1);
              break;
            default:
              g_string_insert (data, at, seeds[g_rand_int_range (random, 0, G_N_ELEMENTS (seeds))]);
              break;
            }
        }

      g_free (read_as_text (data->str, data->len, NULL));
    }

  g_rand_free (random);
}

static void
test_periods (void)
{
  static const struct
  {
    const char *text;
    const char *period;
  } cases[] = {
    { "2023", "2023" },
    { "2023年", "2023" },
    { "2023-06", "2023-06" },
    { "2023/6", "2023-06" },
    { "2023/06", "2023-06" },
    { "2023.06", "2023-06" },
    { "2023-6", "2023-06" }, { "2023.6", "2023-06" }, { "2023.10", "2023-10" }, { "2023.1", NULL },
    { "06.2023", "2023-06" },
    { "6/2023", "2023-06" },
    { "06-2023", "2023-06" },
    { "Jun 2023", "2023-06" },
    { "JUNE 2023", "2023-06" },
    { "Jun-2023", "2023-06" },
    { "Jun. 2023", "2023-06" },
    { "June, 2023", "2023-06" },
    { "2023 May", "2023-05" },
    { "Sept 2023", "2023-09" },
    { "2023M06", "2023-06" },
    { "2023-M6", "2023-06" },
    { "202306", "2023-06" },
    { "2023年6月", "2023-06" },
    { "2023年06月", "2023-06" },
    { "2023年6月份", "2023-06" },
    { "２０２３年６月", "2023-06" },
    { "2023Q2", "2023-Q2" },
    { "2023-Q2", "2023-Q2" },
    { "2023 q2", "2023-Q2" },
    { "Q2 2023", "2023-Q2" },
    { "Q2/2023", "2023-Q2" },
    { "2023年第二季度", "2023-Q2" },
    { "2023年二季度", "2023-Q2" },
    { "2023年第2季度", "2023-Q2" },
    { "2023年2季度", "2023-Q2" },
    { "2023H1", "2023-S1" },
    { "2023-H2", "2023-S2" },
    { "H1 2023", "2023-S1" },
    { "2023S1", "2023-S1" },
    { "2023年上半年", "2023-S1" },
    { "2023年下半年", "2023-S2" },
    { "2023年1-8月", "2023-01/2023-08" },
    { "2023-01/2023-08", "2023-01/2023-08" },
    { "2023-06-30", "2023-06-30" },
    { "2023/6/30", "2023-06-30" },
    { "2023.06.30", "2023-06-30" },
    { "20230630", "2023-06-30" },
    { "2023年6月30日", "2023-06-30" },
    { "30 June 2023", "2023-06-30" },
    { "June 30, 2023", "2023-06-30" },
    { "30-Jun-2023", "2023-06-30" },
    { "2023-06-30 00:00:00", "2023-06-30" },
    { "30/06/2023", "2023-06-30" },
    { "30.6.2023", "2023-06-30" },
    { "2023-W05", "2023-W05" },
    { "", NULL },
    { "2023-13", NULL },
    { "2023/0", NULL },
    { "2023Q5", NULL },
    { "2023H3", NULL },
    { "23", NULL },
    { "Jun-23", NULL },
    { "2023-02-30", NULL },
    { "30/02/2023", NULL },
    { "2023年13月", NULL },
    { "2023年8-1月", NULL },
    { "June", NULL },
    { "Juni 2023", NULL },
    { "0000", NULL },
    { "202313", NULL },
    { "20230000", NULL },
    { "00/00/2023", NULL },
    { "2023-06 ", "2023-06" },
    { "99999", NULL },
    { "00000000000000000000000000000000000000000000000000000000000000000000000000000000", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = nev_cell_normalize (cases[i].text);
      g_autofree char *found = NULL;
      NevPeriod        period;

      if (nev_cell_parse_period (cell, NEV_DATE_ORDER_AUTO, &period))
        found = nev_period_to_string (period);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].period);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    NevCellKind kind;
    double      point; /* with a decimal point, if that is possible; else with a comma */
    double      rounding;
  } cases[] = {
    { "0", NEV_CELL_PLAIN, 0, 1 },
    { "-12", NEV_CELL_PLAIN, -12, 1 },
    { "−12", NEV_CELL_PLAIN, -12, 1 },
    { "+12", NEV_CELL_PLAIN, 12, 1 },
    { "１２", NEV_CELL_PLAIN, 12, 1 },
    { "1 234", NEV_CELL_PLAIN, 1234, 1 },
    { "1\xc2\xa0"
      "234 567",
      NEV_CELL_PLAIN, 1234567, 1 },
    { "1'234", NEV_CELL_PLAIN, 1234, 1 },
    { "1e3", NEV_CELL_PLAIN, 1000, 1000 },
    { "1.2E+05", NEV_CELL_FIRST, 120000, 10000 },
    { "12.50", NEV_CELL_FIRST, 12.5, 0.01 },
    { "0.123", NEV_CELL_FIRST, 0.123, 0.001 },
    { "1234.567", NEV_CELL_FIRST, 1234.567, 0.001 },
    { "1,234.5", NEV_CELL_FIRST, 1234.5, 0.1 },
    { "1,234,567", NEV_CELL_FIRST, 1234567, 1 },
    { "1 234.5", NEV_CELL_FIRST, 1234.5, 0.1 },
    { "12,5", NEV_CELL_SECOND, 12.5, 0.1 },
    { "1.234,5", NEV_CELL_SECOND, 1234.5, 0.1 },
    { "1.234.567", NEV_CELL_SECOND, 1234567, 1 },
    { "1,234", NEV_CELL_AMBIGUOUS, 1234, 1 },
    { "1.234", NEV_CELL_AMBIGUOUS, 1.234, 0.001 },
    { "", NEV_CELL_OTHER },
    { "-", NEV_CELL_OTHER },
    { ".5", NEV_CELL_OTHER },
    { "5.", NEV_CELL_OTHER },
    { "012", NEV_CELL_OTHER },
    { "0x10", NEV_CELL_OTHER },
    { "1,23,456", NEV_CELL_OTHER },
    { "1 234,567.5", NEV_CELL_OTHER },
    { "1,234 567", NEV_CELL_OTHER },
    { "nan", NEV_CELL_OTHER },
    { "inf", NEV_CELL_OTHER },
    { "1e999", NEV_CELL_OTHER },
    { "1e", NEV_CELL_OTHER },
    { "12abc", NEV_CELL_OTHER },
    { "€5", NEV_CELL_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = nev_cell_normalize (cases[i].text);
      NevCellNumber    number;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (nev_cell_judge_number (cell), ==, cases[i].kind);

      if (cases[i].kind == NEV_CELL_OTHER)
        continue;

      g_assert_true (nev_cell_parse_number (cell, cases[i].kind == NEV_CELL_SECOND ? ',' : '.', &number));
      g_assert_cmpfloat (number.value, ==, cases[i].point);
      g_assert_cmpfloat_with_epsilon (number.rounding, cases[i].rounding, 1e-12);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/tables", test_tables);
  g_test_add_func ("/import/units", test_units);
  g_test_add_func ("/import/kinds", test_kinds);
  g_test_add_func ("/import/read-as", test_read_as);
  g_test_add_func ("/import/quoting", test_quoting);
  g_test_add_func ("/import/encodings", test_encodings);
  g_test_add_func ("/import/many-columns", test_many_columns);
  g_test_add_func ("/import/charts", test_charts);
  g_test_add_func ("/import/frequencies", test_frequencies);
  g_test_add_func ("/import/many-series", test_many_series);
  g_test_add_func ("/import/mutations", test_mutations);
  g_test_add_func ("/import/periods", test_periods);
  g_test_add_func ("/import/numbers", test_numbers);

  return g_test_run ();
}
