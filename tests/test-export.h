/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-export.h"
#include "nev-text.h"

#include <math.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

/* What the tests of files share: a scene, and ways to read again what was written. */

static inline void
add_text (NevScene     *scene,
          NevTextMaker *maker,
          NevRole       role,
          double        x,
          double        y,
          const char   *text)
{
  NevTextExtents extents;

  nev_text_maker_measure (text, scene->font_size * nev_role_get_font_scale (role), nev_role_is_bold (role), &extents, maker);
  nev_scene_add_text (scene, role, x, y, extents.width, extents.height, extents.baseline, text);
}

/* One of everything. */
static inline NevScene *
create_scene (void)
{
  NevScene *scene = nev_scene_new (320, 180, 12, NEV_LANGUAGE_CHINESE);
  g_autoptr(NevTextMaker) maker = nev_text_maker_new (scene->language);
  NevPoint grid[] = { { 20, 60.3 }, { 300, 60.3 } };
  NevPoint line[] = { { 30, 100 }, { 120, 70.123 }, { 200, 90 } };

  scene->title = g_strdup ("销量 <&> 增长");
  scene->description = g_strdup ("Line one.\nLine two.");

  nev_scene_add_line (scene, NEV_ROLE_GRID, grid, 2);

  for (int i = 0; i < 6; i++)
    {
      NevItem *item = nev_scene_add_rect (scene, NEV_ROLE_MARK, 30 + 40 * i, 150 - 15 * i, 10 + 3 * i, 15 * i);

      item->slot = (guint) i % 2;
      item->style = i % 3 == 2 ? NEV_STYLE_DERIVED : NEV_STYLE_PUBLISHED;
      item->datum = (NevDatum){ i % 2, i / 2 };
    }

  nev_scene_add_line (scene, NEV_ROLE_MARK, line, 3)->slot = 2;
  nev_scene_add_dot (scene, NEV_ROLE_MARK, 200, 90, 8)->slot = 2;
  add_text (scene, maker, NEV_ROLE_TITLE, 20, 10, "新能源 <44.1 %> & “more”");
  add_text (scene, maker, NEV_ROLE_SOURCE, 20, 160, "Source: 中汽协");

  return scene;
}

/* cairo 1.16 loses a few bytes for every OpenType font that it puts into a PDF file, and the Chinese ones are such.
 * Those files are left out of the search for leaks; all others are in it.
 */
static inline void
begin_export (NevFormat   format,
              NevLanguage language)
{
#ifdef __SANITIZE_ADDRESS__
  if (format == NEV_FORMAT_PDF && language == NEV_LANGUAGE_CHINESE)
    __lsan_disable ();
#endif
}

static inline void
end_export (NevFormat   format,
            NevLanguage language)
{
#ifdef __SANITIZE_ADDRESS__
  if (format == NEV_FORMAT_PDF && language == NEV_LANGUAGE_CHINESE)
    __lsan_enable ();
#endif
}

static inline GBytes *
export_scene (const NevScene *scene,
              NevThemeKind    theme,
              gboolean        is_transparent,
              NevFormat       format,
              double          scale)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes;

  begin_export (format, scene->language);
  bytes = nev_export_scene (scene, nev_theme_get (theme, is_transparent), format, scale, &error);
  end_export (format, scene->language);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

static inline char *
to_text (GBytes *bytes)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

typedef struct
{
  const guint8 *data;
  gsize         length;
} Input;

static inline cairo_status_t
read_cb (void          *user_data,
         unsigned char *data,
         unsigned int   length)
{
  Input *input = user_data;

  if (length > input->length)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, input->data, length);
  input->data += length;
  input->length -= length;

  return CAIRO_STATUS_SUCCESS;
}

static inline cairo_surface_t *
decode (GBytes *bytes)
{
  Input            input = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, &input);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (input.length, ==, 0);

  return surface;
}

static inline const guint32 *
get_row (cairo_surface_t *surface,
         int              y)
{
  return (const guint32 *) (const void *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));
}

/* Runs a program of another project on a file; it says in its own way what we wrote. */
static inline GBytes *
run_on (GBytes     *bytes,
        const char *command,
        const char *option,
        const char *other_option)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = NULL;
  GBytes *output = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, command, option, other_option, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, bytes, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return output;
}
