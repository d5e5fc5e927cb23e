/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-source.h"

struct _NevSource
{
  GObject parent_instance;

  /* Owned */
  char    *id;
  char    *publisher;
  char    *title;
  char    *date;
  char    *url;
  gboolean is_claim;
};

G_DEFINE_FINAL_TYPE (NevSource, nev_source, G_TYPE_OBJECT)

static void
nev_source_finalize (GObject *object)
{
  NevSource *self = NEV_SOURCE (object);

  g_free (self->id);
  g_free (self->publisher);
  g_free (self->title);
  g_free (self->date);
  g_free (self->url);

  G_OBJECT_CLASS (nev_source_parent_class)->finalize (object);
}

static void
nev_source_class_init (NevSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nev_source_finalize;
}

static void
nev_source_init (NevSource *self)
{
}

/**
 * nev_source_new:
 * @id: what the observations call it
 * @publisher: whose figures they are: a publisher's name in the dataset, or free text
 * @title: the page's title
 * @date: (nullable): ISO 8601, the day, month or year of the page
 * @url: (nullable): its address, http or https
 * @is_claim: whether it repeats figures that aren't its own
 *
 * Makes a source.
 *
 * Returns: (transfer full): a new source
 */
NevSource *
nev_source_new (const char *id,
                const char *publisher,
                const char *title,
                const char *date,
                const char *url,
                gboolean    is_claim)
{
  NevSource *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (publisher != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (NEV_TYPE_SOURCE, NULL);
  self->id = g_strdup (id);
  self->publisher = g_strdup (publisher);
  self->title = g_strdup (title);
  self->date = g_strdup (date != NULL ? date : "");
  self->url = g_strdup (url != NULL ? url : "");
  self->is_claim = is_claim;

  return self;
}

const char *
nev_source_get_id (NevSource *self)
{
  g_return_val_if_fail (NEV_IS_SOURCE (self), NULL);

  return self->id;
}

const char *
nev_source_get_publisher (NevSource *self)
{
  g_return_val_if_fail (NEV_IS_SOURCE (self), NULL);

  return self->publisher;
}

const char *
nev_source_get_title (NevSource *self)
{
  g_return_val_if_fail (NEV_IS_SOURCE (self), NULL);

  return self->title;
}

/**
 * nev_source_get_date:
 *
 * Gets when the page was published.
 *
 * Returns: ISO 8601; "" where it isn't known
 */
const char *
nev_source_get_date (NevSource *self)
{
  g_return_val_if_fail (NEV_IS_SOURCE (self), NULL);

  return self->date;
}

/**
 * nev_source_get_url:
 *
 * Gets the page's address. It is always http or https, so that it may be opened.
 *
 * Returns: the address; "" where none may be shown
 */
const char *
nev_source_get_url (NevSource *self)
{
  g_return_val_if_fail (NEV_IS_SOURCE (self), NULL);

  return self->url;
}

gboolean
nev_source_get_is_claim (NevSource *self)
{
  g_return_val_if_fail (NEV_IS_SOURCE (self), FALSE);

  return self->is_claim;
}
