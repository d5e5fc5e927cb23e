/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import-scan-private.h"

#include "nev-package-private.h"

/* The lines of a table on the short way. A number is read where it stands. What isn't the plainest is copied out and read by
 * the same functions as on the long way.
 */

/* Of a plain line, beside its series: a sign, digits and a mark, a day, the delimiters, and what is looked at behind a spelling. */
#define LINE_ROOM (NEV_DIGITS_MAX + 2 + NEV_IMPORT_DAY_LENGTH + 2 + 8)

/* A field of the line that is read: [start, end), and what follows it. */
typedef struct
{
  const char *start;
  const char *end;
  const char *next; /* the delimiter or the line's end behind it */
} Field;

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

static gsize
get_length (const Field *field)
{
  return (gsize) (field->end - field->start);
}

/* Whether a number may be read at @p without a look at where the data ends. */
static inline gboolean
is_roomy (const NevImportScan *self,
          const char          *p)
{
  return self->end - p >= NEV_DIGITS_ROOM;
}

static gboolean
read_other_number (NevImportScan *self,
                   const Field   *field,
                   NevCellNumber *number,
                   gboolean      *is_missing)
{
  g_autofree char *cell = nev_cell_normalize_bytes (field->start, get_length (field));

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

  if (!(nev_digits_read_number (&p, is_roomy (self, p), self->options.decimal, &number, &self->number_kinds) && p == field->end) &&
      !read_other_number (self, field, &number, &is_missing))
    return FALSE;

  if (is_missing)
    return TRUE;

  return add_value (self, index, period, &number);
}

static gboolean
is_text (const Field *field)
{
  return nev_utf8_find_bad (field->start, get_length (field)) == NULL;
}

static inline gboolean
read_period (NevImportScan *self,
             const Field   *field,
             NevPeriod     *period)
{
  gsize length = get_length (field);

  return (length == NEV_IMPORT_DAY_LENGTH && nev_import_days_read_day (&self->days, field->start, period)) ||
         nev_import_days_read_other (&self->days, field->start, length, period);
}

/* Nearly all lines of a long table: a series that was expected, a day, a plain number, none of them quoted. Nothing is looked at
 * twice. Returns where the first line is that isn't one, or that is too near to the end for being read without looking behind it.
 */
G_ALWAYS_INLINE static inline const char *
read_plain_lines_of (NevImportScan *self,
                     const char    *p,
                     guint          series_column,
                     guint          period_column)
{
  NevSpellings *spellings = &self->spellings;
  char          delimiter = self->options.delimiter;
  gssize        room = (gssize) spellings->longest + LINE_ROOM;
  guint         kinds = 0;

  while (self->end - p >= room && self->n_rows < NEV_IMPORT_MAX_ROWS)
    {
      const char   *q = p;
      guint         spelling = spellings->last;
      NevPeriod     period = NEV_PERIOD_NONE;
      NevCellNumber number;
      gboolean      is_good = TRUE;

      for (guint i = 0; i < 3 && is_good; i++)
        {
          if (i > 0 && *q++ != delimiter)
            is_good = FALSE;
          else if (i == series_column)
            is_good = nev_spellings_skip_expected (spellings, &q, &spelling);
          else if (i == period_column)
            {
              is_good = nev_import_days_read_day (&self->days, q, &period);
              q += NEV_IMPORT_DAY_LENGTH;
            }
          else
            is_good = nev_digits_read_number (&q, TRUE, self->options.decimal, &number, &kinds);
        }

      if (!is_good || !is_line_end (q) || !add_value (self, spellings->all[spelling].index, period, &number))
        break;

      if (*q == '\r')
        q++;

      spellings->is_cycling = spelling != spellings->last;
      spellings->last = spelling;
      self->n_rows++;
      self->line++;
      p = q + 1;
    }

  self->number_kinds |= kinds;

  return p;
}

static const char *
read_plain_lines (NevImportScan *self,
                  const char    *p)
{
  const NevImportColumns *columns = &self->columns;

  if (columns->n_columns != 3 || !self->spellings.is_plain)
    return p;

  /* Of the usual order the compiler makes a straight line. */
  if (columns->series == 0 && columns->period == 1)
    return read_plain_lines_of (self, p, 0, 1);

  return read_plain_lines_of (self, p, columns->series, columns->period);
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
          if (!nev_spellings_find (&self->spellings, self->series, self->options.delimiter, field.start, get_length (&field), &index))
            return FALSE;
        }
      else if (!is_text (&field))
        {
          return FALSE;
        }
    }

  return is_line_end (*p) && read_value (self, &value, index, period);
}

/* A number that nothing is unusual about, up to where the field ends. Leaves @p where it was if this isn't one. */
static inline gboolean
read_plain_field (NevImportScan *self,
                  const char   **p,
                  NevCellNumber *number)
{
  const char *q = *p;

  if (!nev_digits_read_number (&q, is_roomy (self, q), self->options.decimal, number, &self->number_kinds) ||
      (*q != self->options.delimiter && !is_line_end (q)))
    return FALSE;

  *p = q;

  return TRUE;
}

static inline gboolean
read_wide_line (NevImportScan *self,
                const char   **p)
{
  NevPeriod period = NEV_PERIOD_NONE;

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      Field         field;
      NevCellNumber number = { 0 };

      if (i > 0 && *(*p)++ != self->options.delimiter)
        return FALSE;

      if (i != self->columns.period && read_plain_field (self, p, &number))
        {
          if (!add_value (self, self->of_column[i], period, &number))
            return FALSE;
          continue;
        }

      if (!find_field (self, *p, &field) ||
          !(i == self->columns.period ? read_period (self, &field, &period) : read_value (self, &field, self->of_column[i], period)))
        return FALSE;

      *p = field.next;
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

/**
 * nev_import_lines_init:
 * @self: a scan whose options are known
 *
 * Prepares for reading lines.
 */
void
nev_import_lines_init (NevImportScan *self)
{
  nev_import_days_init (&self->days, self->options.date_order);

  self->ends_field[0] = self->ends_field['\n'] = self->ends_field['\r'] = self->ends_field['"'] = TRUE;
  self->ends_field[(guchar) self->options.delimiter] = TRUE;
}

/**
 * nev_import_lines_read:
 * @p: whole lines
 * @end: where they end
 * @error: return location for a %NEV_DATA_ERROR_LIMIT
 *
 * Reads lines. The first ones hold the header.
 *
 * Returns: %FALSE where the short way ends: with @error set if the long one ends there too
 */
gboolean
nev_import_lines_read (NevImportScan *self,
                       const char    *p,
                       const char    *end,
                       GError       **error)
{
  gboolean is_long = self->columns.layout == NEV_IMPORT_LAYOUT_LONG;

  if (!self->is_started && p < end && !skip_header (self, &p, end))
    return FALSE;

  self->is_started = TRUE;
  self->end = end;

  while (p < end)
    {
      const char *start = p;

      if (is_long)
        {
          p = read_plain_lines (self, p);
          if (p == end)
            break;
        }

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

          if (!(is_long ? read_long_line (self, &p) : read_wide_line (self, &p)))
            return FALSE;
        }

      g_assert (p >= start);
      p += *p == '\r' ? 2 : 1;
      self->line++;
    }

  return TRUE;
}
