/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-package-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "nev-number.h"

/* The rows of sources and observations. */

#define MAX_URL 2000
/* RFC 3986: what an address may consist of */
#define URL_CHARACTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%"

/* The columns of observations.csv */
typedef struct
{
  int series;
  int period;
  int value;
  int rounding;
  int change;
  int change_rounding;
  int basis;
  int status;
  int source;
} ObservationColumns;

typedef struct
{
  int id;
  int publisher;
  int title;
  int date;
  int url;
  int role;
} SourceColumns;

typedef gboolean (*ReadRowFunc) (NevDraft     *self,
                                 NevRows      *rows,
                                 gconstpointer columns);

/**
 * nev_period_is_in_range:
 * @period: a period that was read
 *
 * Tells whether a period lies in the years that a dataset may be about.
 *
 * Returns: whether it does
 */
gboolean
nev_period_is_in_range (NevPeriod period)
{
  int first, last;

  nev_day_to_date (period.start, &first, NULL, NULL);
  nev_day_to_date (period.end - 1, &last, NULL, NULL);

  return first >= NEV_MIN_YEAR && last <= NEV_MAX_YEAR;
}

/* Reads all rows. */
static void
read_rows (NevDraft     *self,
           NevRows      *rows,
           gconstpointer columns,
           ReadRowFunc   read,
           GCancellable *cancellable)
{
  guint n_rows = 0;

  while (nev_rows_next (rows))
    {
      GError *local = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, &local))
        {
          nev_faults_take (self->faults, local);
          return;
        }

      if (++n_rows > NEV_PACKAGE_MAX_ROWS)
        {
          nev_rows_fail (rows, NEV_COLUMN_NONE, NEV_DATA_ERROR_LIMIT, _("expected at most %d rows, found more"), NEV_PACKAGE_MAX_ROWS);
          return;
        }

      read (self, rows, columns);
    }
}

/* A cell that isn't what it should be. */
static gboolean
fail_cell (NevRows    *rows,
           int         column,
           const char *wanted)
{
  g_autofree char *found = nev_label_quote (nev_rows_get_cell (rows, column));

  return nev_rows_fail (rows, column, NEV_DATA_ERROR_SCHEMA, _("expected %s, found %s"), wanted, found);
}

static gboolean
read_words (NevRows     *rows,
            int          column,
            NevLabelKind kind,
            const char **text)
{
  g_autofree char *fault = NULL;

  *text = nev_rows_get_cell (rows, column);

  if (**text == '\0')
    return fail_cell (rows, column, _("a text"));

  fault = nev_label_check (*text, kind);

  return fault == NULL || nev_rows_fail (rows, column, NEV_DATA_ERROR_SCHEMA, "%s", fault);
}

/* The day, month or year of a page; or nothing. */
static gboolean
read_date (NevRows     *rows,
           int          column,
           const char **date)
{
  NevPeriod     period;
  NevPeriodKind kind;

  *date = nev_rows_get_cell (rows, column);

  if (**date == '\0')
    return TRUE;

  if (nev_period_parse_dated (*date, &period, NULL) && nev_period_is_in_range (period))
    {
      kind = nev_period_get_kind (period);
      if (kind == NEV_PERIOD_KIND_DAY || kind == NEV_PERIOD_KIND_MONTH || kind == NEV_PERIOD_KIND_YEAR)
        return TRUE;
    }

  return fail_cell (rows, column, _("a date such as 2023-07-11, or nothing"));
}

/* Addresses get opened, so that no other schemes are let in. */
static gboolean
read_url (NevRows     *rows,
          int          column,
          const char **url)
{
  gsize length;

  *url = nev_rows_get_cell (rows, column);
  length = strlen (*url);

  if (length == 0)
    return TRUE;

  if (length <= MAX_URL && strspn (*url, URL_CHARACTERS) == length &&
      (g_str_has_prefix (*url, "https://") || g_str_has_prefix (*url, "http://")) &&
      g_uri_is_valid (*url, G_URI_FLAGS_NONE, NULL))
    return TRUE;

  return fail_cell (rows, column, _("an address that begins with https:// or http://, or nothing"));
}

static gboolean
read_role (NevRows  *rows,
           int       column,
           gboolean *is_claim)
{
  const char *role = nev_rows_get_cell (rows, column);

  *is_claim = g_str_equal (role, "claim");

  return *is_claim || g_str_equal (role, "data") || fail_cell (rows, column, _("data or claim"));
}

static gboolean
read_source (NevDraft     *self,
             NevRows      *rows,
             gconstpointer user_data)
{
  const SourceColumns *columns = user_data;
  const char          *id, *publisher, *title, *date, *url;
  gboolean             is_claim, is_good;

  /* Every cell is looked at, whatever is wrong with the one before it. */
  is_good = read_words (rows, columns->id, NEV_LABEL_NAME, &id);
  is_good &= read_words (rows, columns->publisher, NEV_LABEL_LINE, &publisher);
  is_good &= read_words (rows, columns->title, NEV_LABEL_LINE, &title);
  is_good &= read_date (rows, columns->date, &date);
  is_good &= read_url (rows, columns->url, &url);
  is_good &= read_role (rows, columns->role, &is_claim);

  if (*id == '\0')
    return FALSE;

  /* Facts may refer to a page that isn't described well. */
  if (!nev_names_add (&self->source_names, id))
    return fail_cell (rows, columns->id, _("each id once"));

  if (self->source_names.names->len > NEV_PACKAGE_MAX_ITEMS)
    return nev_rows_fail (rows, NEV_COLUMN_NONE, NEV_DATA_ERROR_LIMIT, _("expected at most %d sources, found more"), NEV_PACKAGE_MAX_ITEMS);

  g_ptr_array_add (self->parts.sources, nev_source_new (id, publisher, title, date, url, is_claim));

  return is_good;
}

/**
 * nev_draft_read_sources:
 * @rows: the resource "sources", or more of its kind
 * @cancellable: (nullable): ends it early
 *
 * Reads the pages on which the facts were read.
 */
void
nev_draft_read_sources (NevDraft     *self,
                        NevRows      *rows,
                        GCancellable *cancellable)
{
  SourceColumns columns;
  gboolean      is_good;

  is_good = nev_rows_require_column (rows, "id", &columns.id);
  is_good &= nev_rows_require_column (rows, "publisher", &columns.publisher);
  is_good &= nev_rows_require_column (rows, "title", &columns.title);
  is_good &= nev_rows_require_column (rows, "role", &columns.role);

  if (!is_good)
    return;

  columns.date = nev_rows_find_column (rows, "date");
  columns.url = nev_rows_find_column (rows, "url");

  read_rows (self, rows, &columns, read_source, cancellable);
}

/* A number, or NaN for nothing. */
static gboolean
read_number (NevRows *rows,
             int      column,
             double  *value)
{
  const char *text = nev_rows_get_cell (rows, column);

  if (*text == '\0')
    {
      *value = NAN;
      return TRUE;
    }

  if (!nev_number_parse (text, value))
    return fail_cell (rows, column, _("a number such as -1234.5"));

  if (fabs (*value) > NEV_MAX_VALUE)
    return fail_cell (rows, column, _("a number between -1e15 and 1e15"));

  return TRUE;
}

/* A number and the place of its last digit, which goes with it; 0 without a number. */
static gboolean
read_rounded (NevRows *rows,
              int      value_column,
              int      rounding_column,
              double  *value,
              double  *rounding)
{
  if (!read_number (rows, value_column, value) ||
      !read_number (rows, rounding_column, rounding))
    return FALSE;

  if (isnan (*value))
    *rounding = 0;
  else if (!(*rounding > 0))
    return fail_cell (rows, rounding_column, _("the place of the last digit, a number above 0"));

  return TRUE;
}

static gboolean
read_period (NevRows   *rows,
             int        column,
             NevPeriod *period)
{
  if (!nev_period_parse (nev_rows_get_cell (rows, column), period, NULL))
    return fail_cell (rows, column, _("a period such as 2023-06, 2023-06-30, 2023-Q2, 2023-S1, 2023 or 2023-01/2023-08"));

  if (!nev_period_is_in_range (*period))
    return fail_cell (rows, column, _("a period within the years 1900 to 2199"));

  return TRUE;
}

static gboolean
read_status (NevRows      *rows,
             int           column,
             NevObsStatus *status)
{
  const char *text = nev_rows_get_cell (rows, column);

  if (*text == '\0')
    {
      *status = NEV_OBS_STATUS_NORMAL;
      return TRUE;
    }

  for (guint i = 0; i < NEV_N_OBS_STATUSES; i++)
    {
      if (text[0] == nev_obs_status_to_code (i) && text[1] == '\0')
        {
          *status = i;
          return TRUE;
        }
    }

  return fail_cell (rows, column, _("A, B, D, E, P or U"));
}

static gboolean
read_reference (NevRows  *rows,
                int       column,
                NevNames *names,
                int      *index)
{
  const char      *name = nev_rows_get_cell (rows, column);
  g_autofree char *found = NULL;
  g_autofree char *suggestion = NULL;

  *index = nev_names_find (names, name);

  if (*index >= 0)
    return TRUE;

  found = nev_label_quote (name);
  suggestion = nev_names_suggest (names, name);

  return nev_rows_fail (rows, column, NEV_DATA_ERROR_SCHEMA, _("expected a name that is declared, found %s; %s"), found, suggestion);
}

static gboolean
read_observation (NevDraft     *self,
                  NevRows      *rows,
                  gconstpointer user_data)
{
  const ObservationColumns *columns = user_data;
  NevSeriesDraft           *series;
  NevFact                   fact = { 0 };
  int                       series_index, basis, source;
  gboolean                  is_good;

  is_good = read_reference (rows, columns->series, &self->series_names, &series_index);
  is_good &= read_period (rows, columns->period, &fact.period);
  is_good &= read_rounded (rows, columns->value, columns->rounding, &fact.value, &fact.rounding);
  is_good &= read_rounded (rows, columns->change, columns->change_rounding, &fact.change, &fact.change_rounding);
  is_good &= read_reference (rows, columns->basis, &self->basis_names, &basis);
  is_good &= read_status (rows, columns->status, &fact.status);
  is_good &= read_reference (rows, columns->source, &self->source_names, &source);

  if (!is_good)
    return FALSE;

  if (isnan (fact.value) && isnan (fact.change))
    return fail_cell (rows, columns->value, _("a value here or under change_on_year"));

  series = &g_array_index (self->series, NevSeriesDraft, series_index);

  if (series->parts.kind == NEV_SERIES_STOCK)
    fact.period.start = NEV_DAY_ORIGIN;

  fact.basis = (guint8) basis;
  fact.source = (guint) source;
  fact.is_claim = nev_source_get_is_claim (g_ptr_array_index (self->parts.sources, source));
  fact.row = nev_rows_get_row (rows);
  g_array_append_val (series->facts, fact);

  return TRUE;
}

static int
compare_facts (gconstpointer a,
               gconstpointer b)
{
  const NevFact *x = *(const NevFact *const *) a;
  const NevFact *y = *(const NevFact *const *) b;

  if (x->period.start != y->period.start)
    return x->period.start < y->period.start ? -1 : 1;
  if (x->period.end != y->period.end)
    return x->period.end < y->period.end ? -1 : 1;
  if (x->basis != y->basis)
    return x->basis < y->basis ? -1 : 1;
  if (x->source != y->source)
    return x->source < y->source ? -1 : 1;

  return 0;
}

/* A source states one thing once. The facts from @n_before on are those of @rows. */
static void
check_unique (NevRows              *rows,
              const NevSeriesDraft *series,
              guint                 n_before)
{
  g_autofree const NevFact **facts = g_new (const NevFact *, series->facts->len);
  const NevFact             *first_own;

  if (series->facts->len < 2)
    return;

  first_own = (const NevFact *) series->facts->data + n_before;

  for (guint i = 0; i < series->facts->len; i++)
    facts[i] = &g_array_index (series->facts, NevFact, i);

  qsort (facts, series->facts->len, sizeof *facts, compare_facts);

  for (guint i = 1; i < series->facts->len; i++)
    {
      const NevFact *first = MIN (facts[i - 1], facts[i]);
      const NevFact *second = MAX (facts[i - 1], facts[i]);

      if (compare_facts (&facts[i - 1], &facts[i]) != 0 || second < first_own)
        continue;

      if (first >= first_own)
        nev_rows_fail_row (rows, second->row, NEV_DATA_ERROR_SCHEMA,
                           _("expected each series, period, basis and source together once, found those of row %u again"), first->row);
      else
        nev_rows_fail_row (rows, second->row, NEV_DATA_ERROR_SCHEMA,
                           _("expected each series, period, basis and source together once, found those of row %u of the dataset again"), first->row);
    }
}

/**
 * nev_draft_read_observations:
 * @rows: the resource "observations", or more of its kind
 * @cancellable: (nullable): ends it early
 *
 * Reads the facts into their series, behind those that were read before. Series, bases and sources are known by now.
 */
void
nev_draft_read_observations (NevDraft     *self,
                             NevRows      *rows,
                             GCancellable *cancellable)
{
  ObservationColumns columns;
  g_autofree guint  *n_before = NULL;
  gboolean           is_good;

  is_good = nev_rows_require_column (rows, "series", &columns.series);
  is_good &= nev_rows_require_column (rows, "TIME_PERIOD", &columns.period);
  is_good &= nev_rows_require_column (rows, "OBS_VALUE", &columns.value);
  is_good &= nev_rows_require_column (rows, "rounding", &columns.rounding);
  is_good &= nev_rows_require_column (rows, "source", &columns.source);

  columns.change = nev_rows_find_column (rows, "change_on_year");
  columns.change_rounding = NEV_COLUMN_NONE;
  columns.basis = nev_rows_find_column (rows, "basis");
  columns.status = nev_rows_find_column (rows, "OBS_STATUS");

  if (columns.change != NEV_COLUMN_NONE)
    is_good &= nev_rows_require_column (rows, "change_rounding", &columns.change_rounding);

  if (!is_good)
    return;

  n_before = g_new (guint, self->series->len);
  for (guint i = 0; i < self->series->len; i++)
    n_before[i] = g_array_index (self->series, NevSeriesDraft, i).facts->len;

  read_rows (self, rows, &columns, read_observation, cancellable);

  for (guint i = 0; i < self->series->len; i++)
    check_unique (rows, &g_array_index (self->series, NevSeriesDraft, i), n_before[i]);
}
