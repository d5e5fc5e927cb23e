/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-import.h"
#include "nev-layout.h"
#include "nev-package.h"

#include <math.h>
#include <string.h>

/* The layout of every chart of the bundled dataset: what holds for all of them at any size, and a few printed whole. */

static NevDataset *dataset;

/* A font whose every letter is as wide as 0.6 of its size, or as its size for Chinese: the same on every machine. */
static void
measure_fixed (const char     *text,
               double          size,
               gboolean        is_bold,
               NevTextExtents *extents,
               gpointer        user_data)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? size : size * 0.6;

  *extents = (NevTextExtents){ width, size * 1.25, size };
}

static NevPeriod
parse (const char *text)
{
  NevPeriod period = NEV_PERIOD_NONE;

  g_assert_true (nev_period_parse (text, &period, NULL));

  return period;
}

static NevSpec *
make_spec (const char *chart)
{
  g_autoptr (GError) error = NULL;
  const NevChart *found = nev_dataset_find_chart (dataset, chart, &error);

  g_assert_no_error (error);

  return nev_spec_new (dataset, found);
}

static NevScene *
lay_out_without (NevSpec    *spec,
                 double      width,
                 double      height,
                 double      font_size,
                 NevLanguage language,
                 NevParts    hidden)
{
  g_autoptr (NevTable) table = nev_spec_create_table (spec);
  NevLayoutOptions options = {
    .width = width,
    .height = height,
    .font_size = font_size,
    .language = language,
    .hidden = hidden,
    .measure = measure_fixed,
  };

  return nev_layout (spec, table, &options);
}

static NevScene *
lay_out (NevSpec    *spec,
         double      width,
         double      height,
         double      font_size,
         NevLanguage language)
{
  return lay_out_without (spec, width, height, font_size, language, 0);
}

static void
add_annotation (NevSpec      *spec,
                NevAnnotation annotation)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new ();

  /* The spec takes copies. */
  g_ptr_array_extend (annotations, nev_spec_get_annotations (spec), NULL, NULL);
  g_ptr_array_add (annotations, &annotation);
  nev_spec_set_annotations (spec, annotations);
}

static gboolean
overlaps (const NevItem *a,
          const NevItem *b)
{
  /* Boxes have a line's whole height, and the letters less; they may touch. */
  double slack = 0.25 * MIN (a->font_size, b->font_size);

  return a->x + a->width > b->x + 0.01 && b->x + b->width > a->x + 0.01 &&
         a->y + a->height - slack > b->y && b->y + b->height - slack > a->y;
}

static void
assert_inside (const NevScene *scene,
               const NevItem  *item)
{
  double left = item->x, top = item->y, right = item->x + item->width, bottom = item->y + item->height;

  if (item->kind == NEV_ITEM_DOT)
    {
      left -= item->width / 2, right -= item->width / 2;
      top -= item->width / 2, bottom = item->y + item->width / 2;
    }

  if (item->kind == NEV_ITEM_LINE)
    {
      const NevPoint *points = nev_scene_get_points (scene, item);

      left = right = points[0].x, top = bottom = points[0].y;
      for (guint i = 1; i < item->n_points; i++)
        {
          left = MIN (left, points[i].x), right = MAX (right, points[i].x);
          top = MIN (top, points[i].y), bottom = MAX (bottom, points[i].y);
        }
    }

  g_assert_true (isfinite (left) && isfinite (right) && isfinite (top) && isfinite (bottom));
  g_assert_cmpfloat (left, >=, -0.01);
  g_assert_cmpfloat (top, >=, -0.01);
  g_assert_cmpfloat (right, <=, scene->width + 0.01);
  g_assert_cmpfloat (bottom, <=, scene->height + 0.01);
}

/* Marks stay in their plots. */
static void
assert_in_a_plot (const NevScene *scene,
                  const NevItem  *item)
{
  gboolean is_in = FALSE;

  for (guint i = 0; i < scene->n_plots; i++)
    is_in |= item->x >= scene->plots[i].x - 0.01 && item->x + (item->kind == NEV_ITEM_RECT ? item->width : 0) <= scene->plots[i].x + scene->plots[i].width + 0.01 &&
             item->y >= scene->plots[i].y - 0.51 && item->y + (item->kind == NEV_ITEM_RECT ? item->height : 0) <= scene->plots[i].y + scene->plots[i].height + 1.01;

  g_assert_true (is_in);
}

static gboolean
is_annotation (const NevItem *item)
{
  return item->role == NEV_ROLE_NOTE || item->role == NEV_ROLE_REFERENCE_LABEL;
}

/* No note lies on a bar, and no line leads through words. */
static void
assert_readable (const NevScene *scene,
                 const NevItem  *item)
{
  const NevPoint *line;

  if (item->role != NEV_ROLE_NOTE_LINE && !is_annotation (item))
    return;

  line = nev_scene_get_points (scene, item);

  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *other = nev_scene_get_item (scene, i);

      if (is_annotation (item) && other->kind == NEV_ITEM_RECT && other->role == NEV_ROLE_MARK)
        g_assert_false (item->x < other->x + other->width && other->x < item->x + item->width &&
                        item->y < other->y + other->height && other->y < item->y + item->height);

      if (item->role == NEV_ROLE_NOTE_LINE && other->kind == NEV_ITEM_TEXT)
        g_assert_false (other->x < line[0].x && line[0].x < other->x + other->width &&
                        other->y + 0.01 < line[1].y && line[0].y + 0.01 < other->y + other->height);
    }
}

static void
assert_sound (const NevScene *scene)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      assert_inside (scene, item);
      assert_readable (scene, item);

      if (item->kind != NEV_ITEM_LINE && item->kind != NEV_ITEM_TEXT && item->datum.row >= 0)
        assert_in_a_plot (scene, item);

      if (item->kind != NEV_ITEM_TEXT)
        continue;

      for (guint j = 0; j < i; j++)
        {
          const NevItem *other = nev_scene_get_item (scene, j);

          if (other->kind == NEV_ITEM_TEXT && overlaps (item, other))
            {
              g_autofree char *text = nev_scene_to_string (scene);

              g_test_message ("%s", text);
              g_error ("“%s” overlaps “%s”", item->text, other->text);
            }
        }
    }
}

static const struct
{
  double width, height;
} sizes[] = { { 1920, 1080 }, { 1280, 720 }, { 800, 600 }, { 400, 300 }, { 360, 640 }, { 240, 160 }, { 1600, 200 } };

static void
test_charts_as_declared (void)
{
  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++)
      for (int language = 0; language < NEV_N_LANGUAGES; language++)
        {
          g_autoptr (NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, i));
          g_autoptr (NevScene) scene = NULL;

          g_test_message ("%s %g×%g %s", nev_dataset_get_chart (dataset, i)->name, sizes[j].width, sizes[j].height, nev_language_to_tag (language));
          scene = lay_out (spec, sizes[j].width, sizes[j].height, 0, language);
          assert_sound (scene);
        }
}

/* On a time line, the years over each other, the range over another one, or ranked. */
static void
arrange (NevSpec       *spec,
         NevArrangement arrangement)
{
  static const char *const ranges[] = { "2022", "2023-03/2023-11", "2019/2026", "2021-07/2024-06", "2024-12" };

  nev_spec_set_seasonal (spec, arrangement == NEV_ARRANGEMENT_SEASONAL);
  nev_spec_set_ranking (spec, arrangement == NEV_ARRANGEMENT_RANKING);
  if (arrangement == NEV_ARRANGEMENT_AGAINST)
    nev_spec_set_against (spec, parse (ranges[g_test_rand_int_range (0, G_N_ELEMENTS (ranges))]));
}

/* Every chart by every measure, frequency and mark, whole and in parts, small and large, with small and large letters. */
static void
test_every_choice (void)
{
  static const char *const ranges[] = { "2019/2026", "2021-01/2025-12", "2023-S1", "2023-06", "2025-01/2025-12" };
  guint n = 0;

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    for (int measure = 0; measure < NEV_N_MEASURES; measure++)
      for (int frequency = 0; frequency < NEV_N_FREQUENCIES; frequency++)
        for (int mark = 0; mark < NEV_N_MARKS; mark++)
          for (gsize j = 0; j < G_N_ELEMENTS (ranges); j++)
            {
              g_autoptr (NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, i));
              g_autoptr (NevScene) scene = NULL;
              NevPeriod range = parse (ranges[j]);
              gsize     size = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (sizes));
              double    font_size = g_test_rand_bit () ? 0 : g_test_rand_double_range (7, 0.05 * MIN (sizes[size].width, sizes[size].height) + 8);

              nev_spec_set_measure (spec, measure);
              nev_spec_set_frequency (spec, frequency);
              nev_spec_set_mark (spec, mark);
              nev_spec_set_range (spec, range.start, range.end);
              nev_spec_set_merge_jan_feb (spec, g_test_rand_bit ());
              arrange (spec, n % 3);

              g_test_message ("%s %s %s %s %s %u %g×%g, font %g", nev_dataset_get_chart (dataset, i)->name, nev_measure_to_string (measure),
                              nev_frequency_to_string (frequency), nev_mark_to_string (mark), ranges[j], n % 3,
                              sizes[size].width, sizes[size].height, font_size);
              scene = lay_out (spec, sizes[size].width, sizes[size].height, font_size, g_test_rand_int_range (0, NEV_N_LANGUAGES));
              assert_sound (scene);
              n++;
            }

  g_assert_cmpuint (n, ==, 4 * NEV_N_MEASURES * NEV_N_FREQUENCIES * NEV_N_MARKS * G_N_ELEMENTS (ranges));
}

static const char *
pick_words (void)
{
  static const char *const words[] = {
    "Target",
    "目标",
    "Purchase subsidy ends",
    "购置补贴退出",
    "A sentence that somebody writes beside a chart because it seemed important on the day that it was made",
    "新能源汽车购置补贴政策于年底终止，后续销量走势有待进一步观察，相关口径以主管部门发布为准，本图仅供参考，不构成任何建议",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller",
  };

  return words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
}

static void
add_random_annotation (NevSpec   *spec,
                       NevMeasure measure)
{
  static const double scales[] = { 1, 10, 100, 1e4, 1e6, 1e8, 1e12, 1e300 };
  int           month = g_test_rand_int_range (-12, 12 * 8);
  gint32        start = nev_day_add_months (parse ("2019-01").start, month);
  NevAnnotation annotation = {
    .kind = g_test_rand_int_range (0, NEV_N_ANNOTATION_KINDS),
    .measure = g_test_rand_int_range (0, 4) == 0 ? (NevMeasure) g_test_rand_int_range (0, NEV_N_MEASURES) : measure,
    .period = { start, nev_day_add_months (start, g_test_rand_int_range (1, 14)) },
    .text = (char *) pick_words (),
  };

  annotation.from = g_test_rand_double_range (-0.3, 1) * scales[g_test_rand_int_range (0, G_N_ELEMENTS (scales))];
  annotation.to = annotation.from + g_test_rand_double () * scales[g_test_rand_int_range (0, G_N_ELEMENTS (scales))];
  if (annotation.kind != NEV_ANNOTATION_NOTE && g_test_rand_int_range (0, 4) == 0)
    annotation.text = (char *) "";
  add_annotation (spec, annotation);
}

/* Whatever a person adds or hides, at any size, nothing overlaps and nothing leaves the picture. */
static void
test_random_annotations (void)
{
  for (int i = 0; i < 3000; i++)
    {
      const NevChart *chart = nev_dataset_get_chart (dataset, (guint) g_test_rand_int_range (0, (int) nev_dataset_get_n_charts (dataset)));
      g_autoptr (NevSpec) spec = nev_spec_new (dataset, chart);
      g_autoptr (NevScene) scene = NULL;
      double         width = g_test_rand_double_range (NEV_LAYOUT_MIN_WIDTH, 2000);
      double         height = g_test_rand_double_range (NEV_LAYOUT_MIN_HEIGHT, 1200);
      NevMeasure     measure = g_test_rand_int_range (0, NEV_N_MEASURES);
      NevParts       hidden = g_test_rand_bit () ? (NevParts) g_test_rand_int_range (0, 16) : 0;
      int            n_annotations = g_test_rand_int_range (0, g_test_rand_bit () ? 4 : 16);

      nev_spec_set_measure (spec, measure);
      nev_spec_set_frequency (spec, g_test_rand_int_range (0, NEV_N_FREQUENCIES));
      nev_spec_set_mark (spec, g_test_rand_int_range (0, NEV_N_MARKS));
      nev_spec_set_merge_jan_feb (spec, g_test_rand_bit ());
      if (g_test_rand_bit ())
        nev_spec_set_index_base (spec, nev_day_from_date (g_test_rand_int_range (2019, 2027), g_test_rand_int_range (1, 13), 1));
      if (g_test_rand_bit ())
        nev_spec_set_range (spec, parse ("2022-01").start, parse ("2024-12").end);
      arrange (spec, g_test_rand_int_range (0, 4));

      nev_spec_set_title (spec, g_test_rand_bit () ? pick_words () : NULL);
      nev_spec_set_subtitle (spec, g_test_rand_bit () ? pick_words () : NULL);
      nev_spec_set_footnote (spec, g_test_rand_bit () ? pick_words () : NULL);
      for (int j = 0; j < n_annotations; j++)
        add_random_annotation (spec, measure);

      g_test_message ("%d: %s %s %g×%g, hidden %d, %d annotations", i, chart->name, nev_measure_to_string (measure), width, height, hidden, n_annotations);
      scene = lay_out_without (spec, width, height, 0, g_test_rand_int_range (0, NEV_N_LANGUAGES), hidden);
      assert_sound (scene);
    }
}

/* The same where a small picture is crowded most: by long words at both ends, a legend between them and two panels. */
static void
test_crowded (void)
{
  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    for (int width = 160; width <= 280; width += 20)
      for (int height = 160; height <= 320; height += 9)
        for (int language = 0; language < NEV_N_LANGUAGES; language++)
          {
            g_autoptr (NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, i));
            g_autoptr (NevScene) scene = NULL;

            nev_spec_set_title (spec, "新能源汽车购置补贴政策于年底终止，后续销量走势有待进一步观察，相关口径以主管部门发布为准");
            nev_spec_set_footnote (spec, "A sentence that somebody writes below a chart because it seemed important on the day that it was made");
            nev_spec_set_frequency (spec, NEV_FREQUENCY_MONTH);
            nev_spec_set_against (spec, parse ("2022"));

            g_test_message ("%u %d×%d %d", i, width, height, language);
            scene = lay_out (spec, width, height, 0, language);
            assert_sound (scene);
          }
}

static guint
count_items (const NevScene *scene,
             NevItemKind     kind,
             NevRole         role,
             NevStyle        style)
{
  guint n = 0;

  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      n += item->kind == kind && item->role == role && item->style == style;
    }

  return n;
}

/* As many bars as values, hatched where derived; a gap has none. */
static void
test_a_bar_a_value (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales");
  g_autoptr (NevTable) table = nev_spec_create_table (spec);
  g_autoptr (NevScene) scene = lay_out (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH);
  guint n[3] = { 0 };

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    for (guint j = 0; j < nev_table_get_n_rows (table); j++)
      n[nev_table_get_reading (table, i, j)->status]++;

  /* The legend has a square for each series and one for derived values. */
  g_assert_cmpuint (count_items (scene, NEV_ITEM_RECT, NEV_ROLE_MARK, NEV_STYLE_PUBLISHED), ==, n[NEV_STATUS_PUBLISHED] + 2);
  g_assert_cmpuint (count_items (scene, NEV_ITEM_RECT, NEV_ROLE_MARK, NEV_STYLE_DERIVED), ==, n[NEV_STATUS_DERIVED] + 1);
  g_assert_cmpuint (n[NEV_STATUS_GAP], >, 0);
  g_assert_cmpuint (n[NEV_STATUS_DERIVED], >, 0);
  g_assert_cmpuint (scene->hits->len, ==, n[0] + n[1] + n[2]);
}

/* A bar's length is its value, from zero. */
static void
test_bars_start_at_zero (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales");
  g_autoptr (NevTable) table = nev_spec_create_table (spec);
  g_autoptr (NevScene) scene = lay_out (spec, 1920, 1080, 0, NEV_LANGUAGE_ENGLISH);
  double base = scene->plots[0].y + scene->plots[0].height;
  double scale = 0;

  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);
      double         value;

      if (item->kind != NEV_ITEM_RECT || item->datum.row < 0)
        continue;

      value = nev_table_get_reading (table, (guint) item->datum.column, (guint) item->datum.row)->value;
      g_assert_cmpfloat_with_epsilon (item->y + item->height, base, 0.01);

      if (scale == 0)
        scale = item->height / value;
      g_assert_cmpfloat_with_epsilon (item->height, value * scale, 1 + 0.5 * value * scale / 100);
    }

  g_assert_cmpfloat (scale, >, 0);
}

/* Where the method changed stands a line, and no line of the data crosses it. */
static void
test_break (void)
{
  g_autoptr (NevSpec) spec = make_spec ("charging-points");
  g_autoptr (NevScene) scene = NULL;
  double x = 0;

  nev_spec_set_frequency (spec, NEV_FREQUENCY_MONTH);
  nev_spec_set_measure (spec, NEV_MEASURE_YEAR_TO_DATE);
  nev_spec_set_mark (spec, NEV_MARK_LINE);
  nev_spec_set_range (spec, parse ("2024").start, parse ("2025").end);
  scene = lay_out (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH);

  for (guint i = 0; i < scene->items->len && x == 0; i++)
    if (nev_scene_get_item (scene, i)->role == NEV_ROLE_BREAK)
      x = nev_scene_get_points (scene, nev_scene_get_item (scene, i))[0].x;

  g_assert_cmpfloat (x, >, 0);

  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem  *item = nev_scene_get_item (scene, i);
      const NevPoint *points = nev_scene_get_points (scene, item);

      for (guint j = 1; item->kind == NEV_ITEM_LINE && item->role == NEV_ROLE_MARK && j < item->n_points; j++)
        g_assert_false (item->datum.column == 0 && points[j - 1].x < x && points[j].x > x);
    }
}

/* Every point of a plot leads to a datum, and every datum is found at its own mark. */
static void
test_pick (void)
{
  static const char *const charts[] = { "production-sales", "exports", "market-share" };

  for (gsize c = 0; c < G_N_ELEMENTS (charts); c++)
    {
      g_autoptr (NevSpec) spec = make_spec (charts[c]);
      g_autoptr (NevScene) scene = lay_out (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH);

      for (int i = 0; i < 500; i++)
        {
          const NevPlot *plot = &scene->plots[g_test_rand_int_range (0, (int) scene->n_plots)];

          g_assert_nonnull (nev_scene_pick (scene, g_test_rand_double_range (plot->x + 0.1, plot->x + plot->width - 0.1),
                                            g_test_rand_double_range (plot->y + 0.1, plot->y + plot->height - 0.1)));
        }

      for (guint i = 0; i < scene->hits->len; i++)
        {
          const NevHit *hit = &g_array_index (scene->hits, NevHit, i);
          const NevHit *picked = nev_scene_pick (scene, hit->anchor_x, CLAMP (hit->anchor_y, hit->y, hit->y + hit->height - 0.01));

          g_assert_nonnull (picked);
          g_assert_cmpint (picked->datum.column, ==, hit->datum.column);
          g_assert_cmpint (picked->datum.row, ==, hit->datum.row);
          g_assert_true (nev_scene_find_hit (scene, hit->datum) == hit);
        }

      g_assert_null (nev_scene_pick (scene, 1, 1));
    }
}

static guint
count_role (const NevScene *scene,
            NevRole         role)
{
  guint n = 0;

  for (guint i = 0; i < scene->items->len; i++)
    n += nev_scene_get_item (scene, i)->role == role;

  return n;
}

static void
test_own_words (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales");
  g_autoptr (NevScene) plain = NULL;
  g_autoptr (NevScene) scene = NULL;

  nev_spec_set_range (spec, parse ("2024").start, parse ("2024").end);
  plain = lay_out (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH);
  nev_spec_set_title (spec, "My title");
  nev_spec_set_subtitle (spec, "My subtitle");
  nev_spec_set_footnote (spec, "My footnote");
  scene = lay_out (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH);

  g_assert_cmpstr (scene->title, ==, "My title");
  g_assert_cmpstr (scene->description, ==, plain->description);
  g_assert_cmpstr (nev_scene_get_item (scene, 0)->text, ==, "My title");
  g_assert_cmpstr (nev_scene_get_item (scene, 1)->text, ==, "My subtitle");
  g_assert_cmpuint (count_role (scene, NEV_ROLE_SOURCE), ==, count_role (plain, NEV_ROLE_SOURCE) + 1);
}

/* A hidden part is gone, and its place is used. */
static void
test_hidden (void)
{
  static const struct
  {
    NevParts part;
    NevRole  role;
  } cases[] = {
    { NEV_PART_TITLE, NEV_ROLE_TITLE },
    { NEV_PART_SUBTITLE, NEV_ROLE_SUBTITLE },
    { NEV_PART_SOURCE, NEV_ROLE_SOURCE },
    { NEV_PART_LABELS, NEV_ROLE_VALUE_LABEL },
  };
  g_autoptr (NevSpec) spec = make_spec ("production-sales");
  g_autoptr (NevScene) whole = NULL;

  nev_spec_set_range (spec, parse ("2024").start, parse ("2024").end);
  nev_spec_set_frequency (spec, NEV_FREQUENCY_QUARTER);
  nev_spec_set_footnote (spec, "A footnote");
  whole = lay_out (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NevScene) scene = lay_out_without (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH, cases[i].part);

      g_assert_cmpuint (count_role (whole, cases[i].role), >, 0);
      g_assert_cmpuint (count_role (scene, cases[i].role), ==, 0);
      g_assert_cmpstr (scene->title, ==, whole->title);
      if (cases[i].part != NEV_PART_LABELS)
        g_assert_cmpfloat (scene->plots[0].height, >, whole->plots[0].height);
      for (NevRole role = 0; role < NEV_N_ROLES; role++)
        if (role != cases[i].role && role != NEV_ROLE_GRID && role != NEV_ROLE_AXIS_LABEL)
          g_assert_cmpuint (count_role (scene, role), ==, count_role (whole, role));
    }
}

static const NevItem *
find_role (const NevScene *scene,
           NevRole         role)
{
  for (guint i = 0; i < scene->items->len; i++)
    if (nev_scene_get_item (scene, i)->role == role)
      return nev_scene_get_item (scene, i);

  return NULL;
}

/* A line above all values still has its place in the plot, in the panels of its measure only. */
static void
test_reference (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales");
  g_autoptr (NevScene) scene = NULL;
  g_autoptr (NevScene) other = NULL;
  g_autoptr (NevScene) far = NULL;
  const NevItem *line;
  double y;

  nev_spec_set_frequency (spec, NEV_FREQUENCY_MONTH);
  add_annotation (spec, (NevAnnotation){ .kind = NEV_ANNOTATION_LINE, .measure = NEV_MEASURE_LEVEL, .from = 5e6, .text = (char *) "Target" });
  scene = lay_out (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH);
  line = find_role (scene, NEV_ROLE_REFERENCE);
  g_assert_nonnull (line);
  y = nev_scene_get_points (scene, line)[0].y;
  g_assert_cmpfloat (y, >=, scene->plots[0].y);
  g_assert_cmpfloat (y, <, scene->plots[0].y + 0.2 * scene->plots[0].height);
  g_assert_cmpuint (count_role (scene, NEV_ROLE_REFERENCE_LABEL), ==, 1);
  g_assert_nonnull (strstr (scene->description, "Line at 5,000,000 vehicles: “Target”."));

  nev_spec_set_measure (spec, NEV_MEASURE_CHANGE_ON_YEAR);
  other = lay_out (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH);
  g_assert_cmpuint (count_role (other, NEV_ROLE_REFERENCE), ==, 0);

  /* One that would press the data flat is left out, and that is said. */
  nev_spec_set_measure (spec, NEV_MEASURE_LEVEL);
  add_annotation (spec, (NevAnnotation){ .kind = NEV_ANNOTATION_LINE, .measure = NEV_MEASURE_LEVEL, .from = 5e12, .text = (char *) "Far" });
  far = lay_out (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH);
  g_assert_cmpuint (count_role (far, NEV_ROLE_REFERENCE_LABEL), ==, 1);
  g_assert_cmpuint (far->n_dropped, ==, scene->n_dropped + 1);
}

/* A note finds its mark at every frequency, ends above it, and is gone where its period is. */
static void
test_note (void)
{
  for (int frequency = 0; frequency <= NEV_FREQUENCY_YEAR; frequency++)
    {
      g_autoptr (NevSpec) spec = make_spec ("production-sales");
      g_autoptr (NevTable) table = NULL;
      g_autoptr (NevScene) scene = NULL;
      g_autoptr (NevScene) before = NULL;
      const NevItem  *line;
      const NevPoint *points;
      const NevHit   *hit = NULL;

      nev_spec_set_frequency (spec, frequency);
      nev_spec_set_mark (spec, NEV_MARK_BARS);
      nev_spec_set_range (spec, parse ("2021").start, parse ("2024").end);
      add_annotation (spec, (NevAnnotation){ .kind = NEV_ANNOTATION_NOTE, .period = parse ("2022-12"), .text = (char *) "Subsidy ends" });
      table = nev_spec_create_table (spec);
      scene = lay_out (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH);

      g_assert_cmpuint (count_role (scene, NEV_ROLE_NOTE), ==, 1);
      g_assert_nonnull (strstr (scene->description, "Note on December 2022: “Subsidy ends”."));
      line = find_role (scene, NEV_ROLE_NOTE_LINE);
      g_assert_nonnull (line);
      points = nev_scene_get_points (scene, line);
      g_assert_cmpfloat (points[0].x, ==, points[1].x);

      hit = nev_scene_pick (scene, points[1].x, scene->plots[0].y + 1);
      g_assert_nonnull (hit);
      g_assert_cmpint (nev_table_get_period (table, (guint) hit->datum.row).start, <=, parse ("2022-12").start);
      g_assert_cmpint (nev_table_get_period (table, (guint) hit->datum.row).end, >=, parse ("2022-12").end);
      g_assert_cmpfloat (points[1].y, <, hit->anchor_y);
      g_assert_cmpfloat (points[1].y, >, hit->anchor_y - 3 * scene->font_size);

      nev_spec_set_range (spec, parse ("2023").start, parse ("2024").end);
      before = lay_out (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH);
      g_assert_cmpuint (count_role (before, NEV_ROLE_NOTE), ==, 0);
      g_assert_cmpuint (count_role (before, NEV_ROLE_NOTE_LINE), ==, 0);
      g_assert_null (strstr (before->description, "Subsidy ends"));
    }
}

static void
test_empty_range (void)
{
  g_autoptr (NevSpec) spec = make_spec ("exports");
  g_autoptr (NevScene) scene = NULL;

  nev_spec_set_range (spec, parse ("1999").start, parse ("1999").end);
  scene = lay_out (spec, 800, 600, 0, NEV_LANGUAGE_ENGLISH);
  assert_sound (scene);
  g_assert_cmpuint (scene->n_plots, ==, 0);
}

/* Golden scenes: NEV_TEST_UPDATE=1 writes them anew; the difference is read like code. */
static void
assert_golden (const NevScene *scene,
               const char     *name)
{
  g_autofree char *file_name = g_strconcat (name, ".scene", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", file_name, NULL);
  g_autofree char *text = nev_scene_to_string (scene);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("NEV_TEST_UPDATE"))
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
    }

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_golden (void)
{
  static const struct
  {
    const char  *name, *chart, *range;
    NevFrequency frequency;
    NevMark      mark;
    NevLanguage  language;
  } cases[] = {
    { "bars", "production-sales", "2023-07/2023-12", NEV_FREQUENCY_MONTH, NEV_MARK_BARS, NEV_LANGUAGE_ENGLISH },
    { "stacked", "production-sales", "2022/2024", NEV_FREQUENCY_YEAR, NEV_MARK_STACKED, NEV_LANGUAGE_CHINESE },
    { "line", "market-share", "2022/2023", NEV_FREQUENCY_QUARTER, NEV_MARK_LINE, NEV_LANGUAGE_ENGLISH },
    { "panels", "exports", "2023/2024", NEV_FREQUENCY_QUARTER, NEV_MARK_BARS, NEV_LANGUAGE_ENGLISH },
    { "break", "charging-points", "2024/2025", NEV_FREQUENCY_HALF_YEAR, NEV_MARK_BARS, NEV_LANGUAGE_CHINESE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NevSpec) spec = make_spec (cases[i].chart);
      g_autoptr (NevScene) scene = NULL;
      NevPeriod range = parse (cases[i].range);

      g_test_message ("%s", cases[i].name);
      nev_spec_set_range (spec, range.start, range.end);
      nev_spec_set_frequency (spec, cases[i].frequency);
      nev_spec_set_mark (spec, cases[i].mark);
      scene = lay_out (spec, 640, 480, 12, cases[i].language);
      assert_golden (scene, cases[i].name);
    }
}

/* Four years of one series, the last of which has just begun, and a range over another one that begins elsewhere. */
static void
test_golden_overlay (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales");
  g_autoptr (NevScene) seasonal = NULL;
  g_autoptr (NevScene) against = NULL;

  nev_spec_set_range (spec, parse ("2023").start, parse ("2026-02").end);
  nev_spec_set_mark (spec, NEV_MARK_LINE);
  nev_spec_set_seasonal (spec, TRUE);
  seasonal = lay_out (spec, 640, 480, 12, NEV_LANGUAGE_CHINESE);
  assert_sound (seasonal);
  assert_golden (seasonal, "seasonal");

  nev_spec_set_range (spec, parse ("2025-S1").start, parse ("2025-S1").end);
  nev_spec_set_mark (spec, NEV_MARK_STACKED);
  nev_spec_set_against (spec, parse ("2022-12/2023-03"));
  against = lay_out (spec, 640, 480, 12, NEV_LANGUAGE_ENGLISH);
  assert_sound (against);
  assert_golden (against, "against");
}

/* As many bars as cells are shown, and the others can't be pointed at. */
static void
test_overlay_pick (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales");
  g_autoptr (NevTable) table = NULL;
  g_autoptr (NevScene) scene = NULL;
  guint n_shown = 0;

  nev_spec_set_range (spec, parse ("2023-03").start, parse ("2025-02").end);
  nev_spec_set_mark (spec, NEV_MARK_BARS);
  nev_spec_set_seasonal (spec, TRUE);
  table = nev_spec_create_table (spec);
  scene = lay_out (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH);

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    for (guint row = 0; row < nev_table_get_n_rows (table); row++)
      {
        gboolean      is_shown = nev_table_get_reading (table, i, row)->gap != NEV_GAP_NOT_SHOWN;
        const NevHit *hit = nev_scene_find_hit (scene, (NevDatum){ (int) i, (int) row });

        g_assert_cmpint (hit != NULL, ==, is_shown);
        n_shown += is_shown ? 1 : 0;

        if (hit != NULL)
          g_assert_true (nev_scene_pick (scene, hit->x + hit->width / 2, hit->y + 1) == hit);
      }

  g_assert_cmpuint (n_shown, ==, 24);
  g_assert_cmpuint (scene->hits->len, ==, 24);

  /* A hidden note stays hidden, a line is where it was. */
  add_annotation (spec, (NevAnnotation){ .kind = NEV_ANNOTATION_NOTE, .period = parse ("2024-06"), .text = (char *) "Words" });
  add_annotation (spec, (NevAnnotation){ .kind = NEV_ANNOTATION_LINE, .from = 1e6, .text = (char *) "A million" });
  {
    g_autoptr (NevScene) annotated = lay_out (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH);

    g_assert_cmpuint (count_role (annotated, NEV_ROLE_NOTE), ==, 0);
    g_assert_cmpuint (count_role (annotated, NEV_ROLE_REFERENCE), ==, 1);
    g_assert_null (strstr (annotated->description, "Words"));
  }
}

static void
test_golden_annotated (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales");
  g_autoptr (NevScene) scene = NULL;

  nev_spec_set_range (spec, parse ("2022").start, parse ("2024").end);
  nev_spec_set_frequency (spec, NEV_FREQUENCY_QUARTER);
  nev_spec_set_mark (spec, NEV_MARK_BARS);
  nev_spec_set_title (spec, "What the end of the subsidy did");
  nev_spec_set_footnote (spec, "A footnote of the maker's");
  add_annotation (spec, (NevAnnotation){ .kind = NEV_ANNOTATION_LINE, .from = 4.5e6, .text = (char *) "Target" });
  add_annotation (spec, (NevAnnotation){ .kind = NEV_ANNOTATION_BAND, .from = 2e6, .to = 2.5e6, .text = (char *) "Expected" });
  add_annotation (spec, (NevAnnotation){ .kind = NEV_ANNOTATION_SPAN, .period = parse ("2023-01/2023-06"), .text = (char *) "After it" });
  add_annotation (spec, (NevAnnotation){ .kind = NEV_ANNOTATION_NOTE, .period = parse ("2022-12"), .text = (char *) "The purchase subsidy ends" });
  scene = lay_out_without (spec, 640, 480, 12, NEV_LANGUAGE_ENGLISH, NEV_PART_SUBTITLE);
  assert_sound (scene);
  assert_golden (scene, "annotated");
}

/* Two months in one place on the axis, which says so, as the subtitle does. */
static void
test_golden_merged (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales");
  g_autoptr (NevScene) scene = NULL;

  nev_spec_set_range (spec, parse ("2022-09").start, parse ("2023-06").end);
  nev_spec_set_merge_jan_feb (spec, TRUE);
  nev_spec_set_mark (spec, NEV_MARK_BARS);
  scene = lay_out (spec, 640, 480, 12, NEV_LANGUAGE_ENGLISH);
  assert_sound (scene);
  assert_golden (scene, "merged");
}

/* The subtitle names the month that is 100, and a line below the chart which series has nothing there. */
static void
test_golden_index (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales");
  g_autoptr (GPtrArray) series = g_ptr_array_new ();
  g_autoptr (NevScene) scene = NULL;

  g_ptr_array_add (series, nev_dataset_find_series (dataset, "nev_sales", NULL));
  g_ptr_array_add (series, nev_dataset_find_series (dataset, "nev_exports", NULL));
  nev_spec_set_series (spec, series);
  nev_spec_set_range (spec, parse ("2022-09").start, parse ("2023-06").end);
  nev_spec_set_measure (spec, NEV_MEASURE_INDEX);
  nev_spec_set_index_base (spec, parse ("2022-01").start);
  nev_spec_set_mark (spec, NEV_MARK_LINE);
  scene = lay_out (spec, 640, 480, 12, NEV_LANGUAGE_CHINESE);
  assert_sound (scene);
  assert_golden (scene, "index-base");
}

/* Names and values, as many and as long as it comes. */
static NevDataset *
make_categories (int n)
{
  g_autoptr (GString) text = g_string_new ("Name,Value\n");
  g_autoptr (GError) error = NULL;
  NevImportOptions options = NEV_IMPORT_OPTIONS_INIT;
  double      scale = pow (10, g_test_rand_int_range (-3, 10));
  gboolean    has_negative = g_test_rand_bit ();
  NevDataset *categories;

  for (int i = 0; i < n; i++)
    {
      double value = round (g_test_rand_double_range (has_negative ? -1 : 0, 1) * 1000) / 1000 * scale;

      g_string_append_printf (text, "%s %d,", g_test_rand_bit () ? "Passenger vehicles with a long name" : "名称", i);
      if (i == 0 || g_test_rand_int_range (0, 8) > 0)
        g_string_append_printf (text, "%.6f", value);
      g_string_append_c (text, '\n');
    }

  nev_import_guess ("categories.csv", text->str, text->len, &options, NULL, &error);
  g_assert_no_error (error);
  categories = nev_import_read ("categories.csv", text->str, text->len, &options, NULL, &error);
  g_assert_no_error (error);

  return categories;
}

static void
test_random_rankings (void)
{
  for (int i = 0; i < 600; i++)
    {
      int n = g_test_rand_int_range (2, g_test_rand_bit () ? 6 : 90);
      g_autoptr (NevDataset) categories = make_categories (n);
      g_autoptr (NevSpec) spec = nev_spec_new (categories, nev_dataset_get_chart (categories, 0));
      double     width = g_test_rand_double_range (NEV_LAYOUT_MIN_WIDTH, 2000);
      double     height = g_test_rand_double_range (NEV_LAYOUT_MIN_HEIGHT, 1200);
      NevParts   hidden = g_test_rand_bit () ? (NevParts) g_test_rand_int_range (0, 16) : 0;
      g_autoptr (NevScene) scene = NULL;

      g_test_message ("%d: %d names, %g×%g, hidden %d", i, n, width, height, hidden);
      scene = lay_out_without (spec, width, height, 0, g_test_rand_int_range (0, NEV_N_LANGUAGES), hidden);
      assert_sound (scene);
    }
}

/* Two series of June 2023, below each other */
static void
test_golden_ranking (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales");
  g_autoptr (NevScene) scene = NULL;

  nev_spec_set_frequency (spec, NEV_FREQUENCY_MONTH);
  nev_spec_set_ranking (spec, TRUE);
  nev_spec_set_ranking_day (spec, parse ("2023-06").start);
  scene = lay_out (spec, 480, 320, 12, NEV_LANGUAGE_CHINESE);
  assert_sound (scene);
  assert_golden (scene, "ranking");
}

static NevScene *
lay_out_strip (NevSpec *spec,
               double   width,
               double   height)
{
  g_autoptr (NevTable) table = nev_spec_create_table (spec);
  NevLayoutOptions options = { .width = width, .height = height, .font_size = 11, .measure = measure_fixed };

  return nev_layout_strip (spec, table, &options);
}

/* However narrow the chart, no line of its title ends within a word of the trade's or within a number. */
static void
test_chinese_words (void)
{
  static const char *const kept[] = { "新能源汽车", "同比", "环比", "增长", "下降", "个百分点", "占有率", "销量", "出口", "2026年2月", "万辆" };
  guint n_lines = 0;

  for (guint chart = 0; chart < nev_dataset_get_n_charts (dataset); chart++)
    for (int width = 240; width < 700; width += 7)
      {
        g_autoptr (NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, chart));
        g_autoptr (NevScene) scene = lay_out (spec, width, 500, 0, NEV_LANGUAGE_CHINESE);
        g_autoptr (GString) title = g_string_new (NULL);
        g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gsize));

        for (guint i = 0; i < scene->items->len; i++)
          {
            const NevItem *item = nev_scene_get_item (scene, i);

            if (item->kind != NEV_ITEM_TEXT || item->role != NEV_ROLE_TITLE)
              continue;

            g_string_append (title, item->text);
            g_array_append_val (ends, title->len);
          }

        g_test_message ("%d: %s", width, title->str);

        for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
          for (const char *word = strstr (title->str, kept[i]); word != NULL; word = strstr (word + 1, kept[i]))
            for (guint j = 0; j < ends->len; j++)
              {
                gsize start = (gsize) (word - title->str), end = g_array_index (ends, gsize, j);

                g_assert_true (end <= start || end >= start + strlen (kept[i]));
              }

        n_lines = MAX (n_lines, ends->len);
      }

  g_assert_cmpuint (n_lines, >, 1);
}

static guint
count_legend (NevScene   *scene,
              const char *text)
{
  guint n = 0;

  for (guint i = 0; i < scene->items->len; i++)
    {
      const NevItem *item = nev_scene_get_item (scene, i);

      n += item->kind == NEV_ITEM_TEXT && item->role == NEV_ROLE_LEGEND && g_str_equal (item->text, text);
    }

  return n;
}

/* The years of the range of which nothing is known have no colour to be named. */
static void
test_empty_years (void)
{
  g_autoptr (NevSpec) spec = make_spec ("production-sales");
  g_autoptr (NevScene) scene = NULL;

  nev_spec_set_frequency (spec, NEV_FREQUENCY_MONTH);
  nev_spec_set_seasonal (spec, TRUE);
  nev_spec_set_mark (spec, NEV_MARK_BARS);
  nev_spec_set_range (spec, parse ("2015").start, parse ("2025").end);
  scene = lay_out (spec, 1280, 720, 0, NEV_LANGUAGE_ENGLISH);

  g_assert_cmpuint (count_legend (scene, "2017"), ==, 0);
  g_assert_cmpuint (count_legend (scene, "2024"), ==, 1);
  g_assert_cmpuint (count_legend (scene, "2025"), ==, 1);
}

/* A strip has marks and years and nothing else, its plot is as wide as it is, and nothing leaves it. */
static void
test_strip (void)
{
  g_autoptr (NevSpec) golden = make_spec ("production-sales");
  g_autoptr (NevScene) printed = NULL;
  g_autoptr (NevSpec) single = make_spec ("production-sales");

  for (guint i = 0; i < nev_dataset_get_n_charts (dataset); i++)
    for (int frequency = 0; frequency < NEV_N_FREQUENCIES; frequency++)
      for (int measure = 0; measure < NEV_N_MEASURES; measure++)
        for (int mark = 0; mark < NEV_N_MARKS; mark++)
          {
            g_autoptr (NevSpec) spec = nev_spec_new (dataset, nev_dataset_get_chart (dataset, i));
            g_autoptr (NevScene) scene = NULL;

            nev_spec_set_frequency (spec, (NevFrequency) frequency);
            nev_spec_set_measure (spec, (NevMeasure) measure);
            nev_spec_set_mark (spec, (NevMark) mark);
            nev_spec_set_range (spec, 0, 0);
            scene = lay_out_strip (spec, 600, 50);

            g_assert_cmpuint (scene->n_plots, ==, 1);
            g_assert_cmpuint (scene->n_dropped, ==, 0);
            g_assert_cmpfloat (scene->plots[0].x, ==, 0);
            g_assert_cmpfloat (scene->plots[0].width, ==, 600);

            for (guint j = 0; j < scene->items->len; j++)
              {
                const NevItem *item = nev_scene_get_item (scene, j);

                g_assert_true (item->role == NEV_ROLE_MARK || item->role == NEV_ROLE_TICK || item->role == NEV_ROLE_AXIS_LABEL);
                g_assert_cmpint (item->kind == NEV_ITEM_TEXT, ==, item->role == NEV_ROLE_AXIS_LABEL);

                if (item->kind == NEV_ITEM_TEXT)
                  {
                    g_assert_cmpfloat (item->y, >=, scene->plots[0].y + scene->plots[0].height);
                    g_assert_cmpfloat (item->y + item->height, <=, 50 + 1e-9);
                    g_assert_cmpfloat (item->x, >=, 0);
                    g_assert_cmpfloat (item->x + item->width, <=, 600 + 1e-9);
                  }
              }
          }

  nev_spec_set_frequency (golden, NEV_FREQUENCY_YEAR);
  nev_spec_set_range (golden, 0, 0);
  printed = lay_out_strip (golden, 300, 50);
  assert_golden (printed, "strip");

  /* Nothing known, and no room: nothing drawn */
  nev_spec_set_range (single, nev_day_from_date (1990, 1, 1), nev_day_from_date (1990, 1, 2));
  for (int height = 0; height < 30; height++)
    {
      g_autoptr (NevScene) none = lay_out_strip (single, 600, 50);
      g_autoptr (NevScene) low = lay_out_strip (golden, height, height);

      g_assert_cmpuint (none->items->len, ==, 0);
      g_assert_cmpuint (none->n_plots, ==, 0);
      g_assert_cmpuint (low->n_plots, <=, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);

  dataset = nev_package_load_bundled (&error);
  g_assert_no_error (error);

  g_test_add_func ("/layout/charts-as-declared", test_charts_as_declared);
  g_test_add_func ("/layout/every-choice", test_every_choice);
  g_test_add_func ("/layout/a-bar-a-value", test_a_bar_a_value);
  g_test_add_func ("/layout/bars-start-at-zero", test_bars_start_at_zero);
  g_test_add_func ("/layout/break", test_break);
  g_test_add_func ("/layout/pick", test_pick);
  g_test_add_func ("/layout/random-annotations", test_random_annotations);
  g_test_add_func ("/layout/crowded", test_crowded);
  g_test_add_func ("/layout/own-words", test_own_words);
  g_test_add_func ("/layout/chinese-words", test_chinese_words);
  g_test_add_func ("/layout/hidden", test_hidden);
  g_test_add_func ("/layout/reference", test_reference);
  g_test_add_func ("/layout/note", test_note);
  g_test_add_func ("/layout/empty-years", test_empty_years);
  g_test_add_func ("/layout/empty-range", test_empty_range);
  g_test_add_func ("/layout/golden", test_golden);
  g_test_add_func ("/layout/golden-overlay", test_golden_overlay);
  g_test_add_func ("/layout/overlay-pick", test_overlay_pick);
  g_test_add_func ("/layout/golden-annotated", test_golden_annotated);
  g_test_add_func ("/layout/golden-merged", test_golden_merged);
  g_test_add_func ("/layout/golden-index", test_golden_index);
  g_test_add_func ("/layout/golden-ranking", test_golden_ranking);
  g_test_add_func ("/layout/random-rankings", test_random_rankings);
  g_test_add_func ("/layout/strip", test_strip);

  result = g_test_run ();
  g_object_unref (dataset);

  return result;
}
