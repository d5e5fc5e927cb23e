/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-catalog.h"

#include <gio/gio.h>

#include "nev-data.h"
#include "nev-mo.h"

#define CATALOGUE_PATH "/io/github/nevcharts/NevCharts/locale/zh_CN.mo"

/* gettext translates into the process's language, but a chart has its own. So the catalogue is compiled
 * into the program and read here. It is kept as long as the program runs.
 */
typedef struct
{
  GBytes *bytes;
  NevMo   mo;
} Catalogue;

static gpointer
load_catalogue (gpointer user_data)
{
  Catalogue  *self = g_new0 (Catalogue, 1);
  const char *data;
  gsize       length;

  self->bytes = g_resource_lookup_data (nev_data_get_resource (), CATALOGUE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (self->bytes != NULL)
    {
      data = g_bytes_get_data (self->bytes, &length);

      if (data != NULL && nev_mo_init (&self->mo, data, length))
        return self;

      g_bytes_unref (self->bytes);
    }

  g_free (self);

  return NULL;
}

/**
 * nev_tr:
 * @language: the language wanted
 * @text: words of a chart in English, as they stand in the catalogue
 *
 * Translates a chart's words into the chart's language, whatever the process's locale. May be called
 * from any thread.
 *
 * Returns: the translation; @text itself if there is none
 */
const char *
nev_tr (NevLanguage language,
        const char *text)
{
  static GOnce     once = G_ONCE_INIT;
  const Catalogue *catalogue;
  const char      *translation = NULL;

  if (language == NEV_LANGUAGE_ENGLISH || *text == '\0')
    return text;

  catalogue = g_once (&once, load_catalogue, NULL);

  if (catalogue != NULL)
    translation = nev_mo_find (&catalogue->mo, text);

  return translation != NULL && *translation != '\0' ? translation : text;
}
