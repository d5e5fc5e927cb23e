/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-scan.h"

#include <string.h>

#include "nev-package-private.h"

/* The short way into a table. nev_import_guess() and nev_import_read() decide what a table means; this reads what
 * they would make of it where it is written plainly: UTF-8, a line a record, quotation marks only around whole
 * fields. The head of the file says how it is written, all of it is checked on the way to agree with that, and
 * whatever is unusual, ambiguous or wrong ends the scan without a word: the long way then reads the file from its
 * beginning, and finds the words for what is wrong.
 *
 * A number is read where it stands. What isn't the plainest is copied out and read by the same functions as on the
 * long way; periods that were read so are kept, since they come again with every series.
 */

#define HEAD_RECORDS 256 /* more than are looked at to find out what the columns are */
#define MAX_DIGITS 14    /* with the point 15 characters, which nev_number_parse() takes the same way */
#define MAX_SPELLINGS 4096
#define PERIOD_CACHE 8192 /* a power of two */
#define MAX_PERIOD 23
#define DAY_LENGTH 10
#define N_MONTHS ((NEV_MAX_YEAR - NEV_MIN_YEAR + 1) * 12)

/* How a series is written in the file, and which one it is. */
typedef struct
{
  char *text;
  gsize length;
  int   index;
  guint next; /* the spelling that followed it last */
} Spelling;

typedef struct
{
  char      text[MAX_PERIOD + 1]; /* filled up with zeros */
  NevPeriod period;
} CachedPeriod;

struct _NevImportScan
{
  char            *name;
  NevImportOptions options; /* as the head says */
  NevImportOptions wanted;  /* as the caller does */
  NevImportColumns columns;
  NevImportSeries *series;
  int             *of_column; /* in a wide table: the index of its series; -1 for none */

  GArray *spellings;  /* (element-type Spelling): in the order in which they were met */
  GArray *sorted;     /* (element-type guint): the same, ordered by text */
  guint   last;       /* spelling */
  guint8  is_cycling; /* the series changed with the last row */

  CachedPeriod *periods;
  gint32        month_starts[N_MONTHS + 1];

  gboolean is_started; /* the header is behind */
  guint    line;
  guint    n_rows;
  guint    n_values;
  guint    number_kinds; /* a bit for each NevCellKind that was met */
  guint    period_kinds;

  guint8 ends_field[256];
};

/* A field of the line that is read: [start, end), and what follows it. */
typedef struct
{
  const char *start;
  const char *end;
  const char *next; /* the delimiter or the line's end behind it */
} Field;

static void
clear_spelling (gpointer data)
{
  g_free (((Spelling *) data)->text);
}

/* A head that ends with a record: as much of @head as is needed. Returns its length; 0 if it holds too little. */
static gsize
cut_head (const char *head,
          gsize       length,
          gboolean    is_all)
{
  const char *p = head;
  guint       n = 0;

  for (const char *end; n < 2 * HEAD_RECORDS && (end = memchr (p, '\n', length - (gsize) (p - head))) != NULL; n++)
    p = end + 1;

  if (n < 2 * HEAD_RECORDS && is_all)
    return length;

  return (gsize) (p - head);
}

static guint
count_records (const char *text,
               gsize       length,
               char        delimiter)
{
  g_autoptr (NevCsv) csv = nev_csv_new ("", text, length, delimiter);
  guint n = 0;

  while (n <= HEAD_RECORDS && nev_csv_next (csv, NULL))
    n++;

  return n;
}

static gboolean
read_header (NevImportScan *self,
             const char    *text,
             gsize          length)
{
  g_autoptr (NevCsv) csv = nev_csv_new (self->name, text, length, self->options.delimiter);

  if (!nev_csv_next (csv, NULL))
    return FALSE;

  return self->columns.layout == NEV_IMPORT_LAYOUT_LONG ||
         nev_import_read_header (self->name, csv, &self->columns, self->series, &self->of_column, NULL);
}

static void
init_calendar (NevImportScan *self)
{
  for (int i = 0; i <= N_MONTHS; i++)
    self->month_starts[i] = nev_day_from_date (NEV_MIN_YEAR + i / 12, i % 12 + 1, 1);
}

/**
 * nev_import_scan_new:
 * @name: the file's name
 * @head: (array length=length): what it begins with
 * @length: how much of it
 * @is_all: whether that is the whole file
 * @options: how the file is written, as far as that is known
 *
 * Finds out from a file's head whether it is one for the short way, and how it is written.
 *
 * Returns: (transfer full) (nullable): a scan that wants the file from its beginning; %NULL if it isn't
 */
NevImportScan *
nev_import_scan_new (const char             *name,
                     const char             *head,
                     gsize                   length,
                     gboolean                is_all,
                     const NevImportOptions *options)
{
  g_autoptr (NevImportScan) self = NULL;
  g_autofree char *text = NULL;

  if (length >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0)
    {
      head += 3;
      length -= 3;
    }

  length = cut_head (head, length, is_all);
  if (length == 0 || (guchar) *head >= 0xef || nev_utf8_find_bad (head, length) != NULL ||
      (options->encoding != NULL && g_ascii_strcasecmp (options->encoding, "UTF-8") != 0))
    return NULL;

  self = g_new0 (NevImportScan, 1);
  self->name = g_strdup (name);
  self->options = self->wanted = *options;
  self->line = 1;

  text = g_strndup (head, length);
  if (!nev_import_guess (name, text, length, &self->options, NULL, NULL) ||
      !nev_import_find_columns (name, text, length, &self->options, &self->columns, NULL, NULL) ||
      self->columns.layout == NEV_IMPORT_LAYOUT_ACROSS ||
      (!is_all && count_records (text, length, self->options.delimiter) <= HEAD_RECORDS))
    return NULL;

  if (self->options.decimal == '\0')
    self->options.decimal = '.';

  self->series = nev_import_series_new (name);
  if (!read_header (self, text, length))
    return NULL;

  init_calendar (self);
  self->spellings = g_array_new (FALSE, FALSE, sizeof (Spelling));
  g_array_set_clear_func (self->spellings, clear_spelling);
  self->sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  self->periods = g_new0 (CachedPeriod, PERIOD_CACHE);

  self->ends_field[0] = self->ends_field['\n'] = self->ends_field['\r'] = self->ends_field['"'] = TRUE;
  self->ends_field[(guchar) self->options.delimiter] = TRUE;

  return g_steal_pointer (&self);
}

void
nev_import_scan_free (NevImportScan *self)
{
  g_free (self->name);
  g_clear_pointer (&self->series, nev_import_series_free);
  g_free (self->of_column);
  g_clear_pointer (&self->spellings, g_array_unref);
  g_clear_pointer (&self->sorted, g_array_unref);
  g_free (self->periods);
  g_free (self);
}

static gboolean
is_line_end (const char *p)
{
  return *p == '\n' || (*p == '\r' && p[1] == '\n');
}

/* Finds where a field ends. Within the data there is a line end behind every byte. */
static inline gboolean
find_field (const NevImportScan *self,
            const char          *p,
            Field               *field)
{
  gboolean is_quoted = *p == '"';

  field->start = is_quoted ? ++p : p;

  if (is_quoted)
    {
      while (*p != '"' && *p != '\n' && *p != '\r' && *p != '\0')
        p++;
      if (*p != '"')
        return FALSE;
      field->end = p++;
    }
  else
    {
      while (!self->ends_field[(guchar) *p])
        p++;
      field->end = p;
    }

  field->next = p;

  return (*p == self->options.delimiter || is_line_end (p)) && field->end - field->start <= NEV_CSV_MAX_FIELD;
}

/* A field's text as the long way sees it; NULL if it isn't text. */
static char *
get_cell (const Field *field)
{
  g_autofree char *text = NULL;

  if (nev_utf8_find_bad (field->start, (gsize) (field->end - field->start)) != NULL)
    return NULL;

  text = g_strndup (field->start, (gsize) (field->end - field->start));

  return nev_cell_normalize (text);
}

/* Two digits; not less than 100 if they are something else. */
static inline guint
read_two_digits (const char *p)
{
  guint tens = (guint) (guchar) p[0] - '0', ones = (guint) (guchar) p[1] - '0';

  return tens <= 9 && ones <= 9 ? tens * 10 + ones : 100;
}

/* 2023-06-30, which is DAY_LENGTH bytes long, within the years that there may be. */
static inline gboolean
read_day (const NevImportScan *self,
          const char          *p,
          NevPeriod           *period)
{
  guint         year, month, day;
  const gint32 *start;

  if (p[4] != '-' || p[7] != '-')
    return FALSE;

  year = read_two_digits (p) * 100 + read_two_digits (p + 2) - NEV_MIN_YEAR;
  month = read_two_digits (p + 5) - 1;
  day = read_two_digits (p + 8) - 1;

  if (year > NEV_MAX_YEAR - NEV_MIN_YEAR || month > 11)
    return FALSE;

  start = &self->month_starts[year * 12 + month];
  if (day >= (guint) (start[1] - start[0]))
    return FALSE;

  *period = (NevPeriod){ start[0] + (gint32) day, start[0] + (gint32) day + 1 };

  return TRUE;
}

/* Any other period, and what it says about the order of day and month. */
static gboolean
read_other_period (NevImportScan *self,
                   const Field   *field,
                   NevPeriod     *period)
{
  gsize            length = (gsize) (field->end - field->start);
  char             text[MAX_PERIOD + 1] = { 0 };
  CachedPeriod    *cached = NULL;
  g_autofree char *cell = NULL;

  if (length > 0 && length <= MAX_PERIOD)
    {
      guint hash = 5381;

      for (gsize i = 0; i < length; i++)
        hash = hash * 33 + (guchar) (text[i] = field->start[i]);

      cached = &self->periods[hash % PERIOD_CACHE];
      if (memcmp (cached->text, text, sizeof text) == 0)
        {
          *period = cached->period;
          return TRUE;
        }
    }

  cell = get_cell (field);
  if (cell == NULL || !nev_cell_parse_period (cell, self->options.date_order, period) || !nev_period_is_in_range (*period))
    return FALSE;

  self->period_kinds |= 1u << nev_cell_judge_period (cell);

  if (cached != NULL)
    {
      memcpy (cached->text, text, sizeof text);
      cached->period = *period;
    }

  return TRUE;
}

static inline gboolean
is_spelling (const NevImportScan *self,
             guint                index,
             const Field         *field)
{
  const Spelling *spelling = &g_array_index (self->spellings, Spelling, index);

  return (gsize) (field->end - field->start) == spelling->length && memcmp (field->start, spelling->text, spelling->length) == 0;
}

static int
compare_spelling (const Spelling *spelling,
                  const Field    *field)
{
  gsize length = (gsize) (field->end - field->start);
  int   order = memcmp (spelling->text, field->start, MIN (spelling->length, length));

  return order != 0 ? order : (spelling->length > length) - (spelling->length < length);
}

/* The place in the order of texts that a field has or would have. */
static guint
find_place (const NevImportScan *self,
            const Field         *field)
{
  guint low = 0, high = self->sorted->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint index = g_array_index (self->sorted, guint, middle);

      if (compare_spelling (&g_array_index (self->spellings, Spelling, index), field) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
add_spelling (NevImportScan *self,
              const Field   *field,
              guint          place)
{
  g_autofree char *cell = get_cell (field);
  Spelling         spelling;
  guint            index = self->spellings->len;

  if (cell == NULL || index == MAX_SPELLINGS ||
      nev_import_series_name (self->series, cell, &spelling.index, NULL) != NEV_IMPORT_NAME_GOOD)
    return FALSE;

  spelling.length = (gsize) (field->end - field->start);
  spelling.text = g_strndup (field->start, spelling.length);
  spelling.next = 0;
  g_array_append_val (self->spellings, spelling);
  g_array_insert_val (self->sorted, place, index);

  return TRUE;
}

/* The series is the same as in the row before, or the one that followed it the last time, or has to be looked for. */
static inline gboolean
read_series (NevImportScan *self,
             const Field   *field,
             int           *index)
{
  guint place, found;

  if (self->spellings->len > 0)
    {
      if (is_spelling (self, self->last, field))
        {
          *index = g_array_index (self->spellings, Spelling, self->last).index;
          return TRUE;
        }

      found = g_array_index (self->spellings, Spelling, self->last).next;
      if (is_spelling (self, found, field))
        {
          self->last = found;
          *index = g_array_index (self->spellings, Spelling, found).index;
          return TRUE;
        }
    }

  place = find_place (self, field);

  if ((place == self->sorted->len || !is_spelling (self, g_array_index (self->sorted, guint, place), field)) &&
      !add_spelling (self, field, place))
    return FALSE;

  found = g_array_index (self->sorted, guint, place);
  g_array_index (self->spellings, Spelling, self->last).next = found;
  self->last = found;
  *index = g_array_index (self->spellings, Spelling, found).index;

  return TRUE;
}

/* What a plain number with a decimal mark says about it: 1.234 could be a thousand. */
static inline NevCellKind
judge_mark (const char *digits,
            gsize       n_digits,
            gsize       n_decimals,
            char        mark)
{
  if (n_decimals == 3 && n_digits <= 3 && *digits != '0')
    return NEV_CELL_AMBIGUOUS;

  return mark == '.' ? NEV_CELL_FIRST : NEV_CELL_SECOND;
}

/* -1234.5, with so few digits that it is exact. Moves @p behind it. */
static inline gboolean
read_plain_number (NevImportScan *self,
                   const char   **p,
                   NevCellNumber *number)
{
  static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14 };
  const char         *q = *p, *digits;
  gboolean            is_negative = *q == '-';
  guint64             value = 0;
  gsize               n_digits, n_decimals = 0;

  digits = q += is_negative ? 1 : 0;

  /* Of too many digits the value is wrong, and isn't used. */
  for (guint digit; (digit = (guint) (guchar) *q - '0') <= 9; q++)
    value = value * 10 + digit;

  n_digits = (gsize) (q - digits);
  if (n_digits == 0 || n_digits > MAX_DIGITS || (*digits == '0' && n_digits > 1))
    return FALSE;

  if (*q == self->options.decimal)
    {
      const char *decimals = ++q;

      for (guint digit; (digit = (guint) (guchar) *q - '0') <= 9; q++)
        value = value * 10 + digit;

      n_decimals = (gsize) (q - decimals);
      if (n_decimals == 0 || n_digits + n_decimals > MAX_DIGITS)
        return FALSE;

      self->number_kinds |= 1u << judge_mark (digits, n_digits, n_decimals, self->options.decimal);
    }

  number->value = (double) (gint64) value / powers[n_decimals];
  if (is_negative)
    number->value = -number->value;
  number->exponent = -(int) n_decimals;
  number->is_percent = FALSE;
  *p = q;

  return TRUE;
}

static gboolean
read_other_number (NevImportScan *self,
                   const Field   *field,
                   NevCellNumber *number,
                   gboolean      *is_missing)
{
  g_autofree char *cell = get_cell (field);

  if (cell == NULL)
    return FALSE;

  *is_missing = nev_cell_is_missing (cell);
  self->number_kinds |= 1u << nev_cell_judge_number (cell);

  return *is_missing || nev_cell_parse_number (cell, self->options.decimal, number);
}

static inline gboolean
add_value (NevImportScan       *self,
           int                  index,
           NevPeriod            period,
           const NevCellNumber *number)
{
  self->n_values++;

  return index >= 0 && self->n_values <= NEV_IMPORT_MAX_ROWS &&
         nev_import_series_add_value (self->series, index, period, number, self->line) == NEV_IMPORT_VALUE_GOOD;
}

static inline gboolean
read_value (NevImportScan *self,
            const Field   *field,
            int            index,
            NevPeriod      period)
{
  NevCellNumber number;
  gboolean      is_missing = FALSE;
  const char   *p = field->start;

  if (field->start == field->end)
    return TRUE;

  if (!(read_plain_number (self, &p, &number) && p == field->end) && !read_other_number (self, field, &number, &is_missing))
    return FALSE;

  if (is_missing)
    return TRUE;

  return add_value (self, index, period, &number);
}

static gboolean
is_text (const Field *field)
{
  return nev_utf8_find_bad (field->start, (gsize) (field->end - field->start)) == NULL;
}

static inline gboolean
read_period (NevImportScan *self,
             const Field   *field,
             NevPeriod     *period)
{
  return (field->end - field->start == DAY_LENGTH && read_day (self, field->start, period)) ||
         read_other_period (self, field, period);
}

/* The series that is expected where a line begins or goes on, up to a delimiter. */
static inline gboolean
skip_spelling (const NevImportScan *self,
               guint                index,
               const char         **p,
               const char          *end)
{
  const Spelling *spelling = &g_array_index (self->spellings, Spelling, index);

  if ((gsize) (end - *p) <= spelling->length || memcmp (*p, spelling->text, spelling->length) != 0)
    return FALSE;

  *p += spelling->length;

  return TRUE;
}

/* Nearly all lines of a long table: a series that was expected, a day, a plain number, none of them quoted. Nothing
 * is looked at twice. Leaves @p where it was if this isn't one.
 */
static inline gboolean
read_plain_line (NevImportScan *self,
                 const char   **p,
                 const char    *end)
{
  const char   *q = *p;
  NevPeriod     period = NEV_PERIOD_NONE;
  NevCellNumber number = { 0 };
  guint         spelling = self->last;

  if (self->columns.n_columns != 3 || self->spellings->len == 0)
    return FALSE;

  for (guint i = 0; i < 3; i++)
    {
      if (i > 0 && *q++ != self->options.delimiter)
        return FALSE;

      if (i == self->columns.series)
        {
          guint next = g_array_index (self->spellings, Spelling, spelling).next;
          guint first = self->is_cycling ? next : spelling, second = self->is_cycling ? spelling : next;

          spelling = skip_spelling (self, first, &q, end) ? first : second;
          if (spelling != first && !skip_spelling (self, second, &q, end))
            return FALSE;
        }
      else if (i == self->columns.period)
        {
          if (end - q <= DAY_LENGTH || !read_day (self, q, &period))
            return FALSE;
          q += DAY_LENGTH;
        }
      else if (!read_plain_number (self, &q, &number))
        {
          return FALSE;
        }
    }

  if (!is_line_end (q) || !add_value (self, g_array_index (self->spellings, Spelling, spelling).index, period, &number))
    return FALSE;

  self->is_cycling = spelling != self->last;
  self->last = spelling;
  *p = q;

  return TRUE;
}

/* A line of a long table. Moves @p to its end. */
static inline gboolean
read_long_line (NevImportScan *self,
                const char   **p)
{
  Field     field, value = { NULL };
  NevPeriod period = NEV_PERIOD_NONE;
  int       index = -1;

  for (guint i = 0; i < self->columns.n_columns; i++, *p = field.next)
    {
      if (i > 0 && *(*p)++ != self->options.delimiter)
        return FALSE;

      if (!find_field (self, *p, &field))
        return FALSE;

      if (i == self->columns.value)
        value = field;
      else if (i == self->columns.period)
        {
          if (!read_period (self, &field, &period))
            return FALSE;
        }
      else if (i == self->columns.series)
        {
          if (!read_series (self, &field, &index))
            return FALSE;
        }
      else if (!is_text (&field))
        {
          return FALSE;
        }
    }

  return is_line_end (*p) && read_value (self, &value, index, period);
}

static inline gboolean
read_wide_line (NevImportScan *self,
                const char   **p)
{
  Field     field;
  NevPeriod period = NEV_PERIOD_NONE;

  for (guint i = 0; i < self->columns.n_columns; i++, *p = field.next)
    {
      if (i > 0 && *(*p)++ != self->options.delimiter)
        return FALSE;

      if (!find_field (self, *p, &field) ||
          !(i == self->columns.period ? read_period (self, &field, &period) : read_value (self, &field, self->of_column[i], period)))
        return FALSE;
    }

  return is_line_end (*p);
}

/* Whether a line has nothing in it, so that it is no record; moves @p to its end. */
static gboolean
skip_empty_line (const NevImportScan *self,
                 const char         **p)
{
  const char *end = *p;

  while (*end == self->options.delimiter || *end == ' ' || *end == '\t')
    end++;

  if (!is_line_end (end))
    return FALSE;

  *p = end;

  return TRUE;
}

/* Moves @p behind the header, in which quotation marks may hold line ends. The guess has found it good; one that doesn't end before
 * @end is for the long way.
 */
static gboolean
skip_header (NevImportScan *self,
             const char   **p,
             const char    *end)
{
  const char *q = *p;
  gboolean    is_quoted = FALSE, is_empty = TRUE;

  if (end - q >= 3 && memcmp (q, "\xef\xbb\xbf", 3) == 0)
    q += 3;

  for (; q < end && (is_quoted || is_empty || *q != '\n'); q++)
    {
      if (*q == '\r' && (q + 1 == end || q[1] != '\n'))
        return FALSE;

      if (*q == '\n')
        self->line++;
      else if (*q != '\r')
        is_empty = FALSE;

      is_quoted ^= *q == '"';
    }

  if (q == end)
    return FALSE;

  self->line++;
  *p = q + 1;

  return TRUE;
}

/* Reads the lines from @p on, of which the last one is complete. */
static gboolean
read_lines (NevImportScan *self,
            const char    *p,
            const char    *end,
            GError       **error)
{
  gboolean is_long = self->columns.layout == NEV_IMPORT_LAYOUT_LONG;

  if (!self->is_started && p < end && !skip_header (self, &p, end))
    return FALSE;

  self->is_started = TRUE;

  while (p < end)
    {
      const char *start = p;

      if (!is_line_end (p) && (*p == self->options.delimiter || *p == ' ' || *p == '\t') && skip_empty_line (self, &p))
        {
          p += *p == '\r' ? 2 : 1;
          self->line++;
          continue;
        }

      if (!is_line_end (p))
        {
          if (++self->n_rows > NEV_IMPORT_MAX_ROWS)
            return nev_import_fail_rows (self->name, self->line, error);

          if (!(is_long ? read_plain_line (self, &p, end) || read_long_line (self, &p) : read_wide_line (self, &p)))
            return FALSE;
        }

      g_assert (p >= start);
      p += *p == '\r' ? 2 : 1;
      self->line++;
    }

  return TRUE;
}

/**
 * nev_import_scan_feed:
 * @data: (array length=length): the file from where the last feeding ended
 * @length: how much of it
 * @is_last: whether the file ends with it
 * @n_used: (out): how much of it was read: all whole lines
 * @error: return location for a %NEV_DATA_ERROR_LIMIT
 *
 * Reads on. A block must hold the whole header if it is the first.
 *
 * Returns: %FALSE where the short way ends: with @error set if the long one ends there too
 */
gboolean
nev_import_scan_feed (NevImportScan *self,
                      const char    *data,
                      gsize          length,
                      gboolean       is_last,
                      gsize         *n_used,
                      GError       **error)
{
  gsize            n = length;
  g_autofree char *rest = NULL;

  while (n > 0 && data[n - 1] != '\n')
    n--;

  *n_used = is_last ? length : n;

  if (n > 0 && !read_lines (self, data, data + n, error))
    return FALSE;

  if (!is_last || n == length)
    return TRUE;

  /* The last line gets its end. */
  rest = g_malloc (length - n + 2);
  memcpy (rest, data + n, length - n);
  memcpy (rest + length - n, "\n", 2);

  return read_lines (self, rest, rest + length - n + 1, error);
}

/**
 * nev_import_scan_get_line:
 *
 * Returns: the line that is read next, or that ended the scan
 */
guint
nev_import_scan_get_line (const NevImportScan *self)
{
  return self->line;
}

/* Whether what was met on the way decides as the head did. */
static gboolean
is_decided (guint    kinds,
            gboolean is_second)
{
  gboolean has_first = (kinds & (1u << NEV_CELL_FIRST)) != 0;
  gboolean has_second = (kinds & (1u << NEV_CELL_SECOND)) != 0;
  gboolean is_ambiguous = (kinds & (1u << NEV_CELL_AMBIGUOUS)) != 0;

  return !(has_first && has_second) && !(is_ambiguous && !has_first && !has_second) && has_second == is_second;
}

/* Whether anything that was met depends on the way of writing. */
static gboolean
has_evidence (guint kinds)
{
  return (kinds & ((1u << NEV_CELL_FIRST) | (1u << NEV_CELL_SECOND))) != 0;
}

/**
 * nev_import_scan_finish:
 * @self: a scan that was fed a whole file
 * @options: (out): how it is written, as nev_import_guess() says it
 *
 * Gives what was read, if everything in the file agreed with how its head is written.
 *
 * Returns: (transfer full) (nullable): the series; %NULL where the long way has to decide
 */
NevImportSeries *
nev_import_scan_finish (NevImportScan    *self,
                        NevImportOptions *options)
{
  if (self->n_rows == 0 || self->n_values == 0)
    return NULL;

  if (self->wanted.decimal == '\0' && !is_decided (self->number_kinds, self->options.decimal == ','))
    return NULL;

  if (self->wanted.date_order == NEV_DATE_ORDER_AUTO &&
      !is_decided (self->period_kinds, self->options.date_order == NEV_DATE_ORDER_MONTH_FIRST))
    return NULL;

  *options = self->options;
  options->encoding = "UTF-8";

  if (self->wanted.decimal == '\0' && !has_evidence (self->number_kinds))
    options->decimal = '\0';
  if (self->wanted.date_order == NEV_DATE_ORDER_AUTO && !has_evidence (self->period_kinds))
    options->date_order = NEV_DATE_ORDER_AUTO;

  return g_steal_pointer (&self->series);
}
