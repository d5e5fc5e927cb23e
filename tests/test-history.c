/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "nev-history.h"
#include "nev-layout.h"
#include "nev-package.h"
#include "nev-steps.h"
#include "nev-trail.h"
#include "nev-viewport.h"

/* What is done to a chart can be taken back. */

static NevDataset *dataset;

static NevSpec *
make_spec (void)
{
  return nev_spec_new (dataset, nev_dataset_find_chart (dataset, "production-sales", NULL));
}

/* An event ends, and another one begins. */
static void
end_event (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* Every letter is as wide as it is high. */
static void
measure_square (const char     *text,
                double          size,
                gboolean        is_bold,
                NevTextExtents *extents,
                gpointer        user_data)
{
  *extents = (NevTextExtents){ size * (double) g_utf8_strlen (text, -1), size, size };
}

static char *
draw (NevSpec *spec)
{
  g_autoptr(NevTable) table = nev_spec_create_table (spec);
  NevLayoutOptions options = { .width = 800, .height = 600, .font_size = 12, .measure = measure_square };
  g_autoptr(NevScene) scene = nev_layout (spec, table, &options);

  return nev_scene_to_string (scene);
}

static void
add_note (NevSpec    *spec,
          const char *text)
{
  NevAnnotation note = { .kind = NEV_ANNOTATION_NOTE, .period = nev_spec_get_extent (spec), .text = (char *) text };
  g_autoptr(GPtrArray) notes = g_ptr_array_new ();

  g_ptr_array_add (notes, &note);
  nev_spec_set_annotations (spec, notes);
}

/* A turn of the wheel */
static void
zoom_at_random (NevSpec *spec)
{
  NevViewport viewport = nev_viewport_from_spec (spec);

  nev_viewport_apply (nev_viewport_zoom (viewport, g_test_rand_double_range (0.2, 4), g_test_rand_double_range (0, viewport.n)), spec);
}

/* A drag: many small movements */
static void
pan_at_random (NevSpec *spec)
{
  NevViewport base = nev_viewport_from_spec (spec);

  for (int i = 1; i <= 5; i++)
    nev_viewport_apply (nev_viewport_pan (base, i * g_test_rand_double_range (-3, 3)), spec);
}

/* A handle of the strip */
static void
resize_at_random (NevSpec *spec)
{
  NevViewport viewport = nev_viewport_from_spec (spec);
  double      place = g_test_rand_double_range (0, viewport.n);

  nev_viewport_apply (g_test_rand_bit () ? nev_viewport_set_start (viewport, place) : nev_viewport_set_end (viewport, place), spec);
}

static void
change_view_at_random (NevSpec *spec)
{
  g_autoptr(GPtrArray) series = g_ptr_array_new ();

  switch (g_test_rand_int_range (0, 14))
    {
    case 0:
      nev_spec_set_frequency (spec, (NevFrequency) g_test_rand_int_range (NEV_FREQUENCY_MONTH, NEV_FREQUENCY_YEAR + 1));
      break;

    case 1:
      nev_spec_set_measure (spec, (NevMeasure) g_test_rand_int_range (0, NEV_N_MEASURES));
      break;

    case 2:
      nev_spec_set_mark (spec, (NevMark) g_test_rand_int_range (0, NEV_N_MARKS));
      break;

    case 3:
      nev_spec_set_range (spec, nev_day_from_date (2019, g_test_rand_int_range (1, 13), 1), nev_day_from_date (2024, g_test_rand_int_range (1, 13), 1));
      break;

    case 4:
      g_ptr_array_add (series, nev_dataset_get_series (dataset, (guint) g_test_rand_int_range (0, (int) nev_dataset_get_n_series (dataset))));
      nev_spec_set_series (spec, g_test_rand_bit () ? series : NULL);
      break;

    case 5:
      zoom_at_random (spec);
      break;

    case 6:
      pan_at_random (spec);
      break;

    case 7:
      resize_at_random (spec);
      break;

    case 8:
      nev_spec_set_merge_jan_feb (spec, !nev_spec_get_merge_jan_feb (spec));
      break;

    case 12:
      nev_spec_set_ranking (spec, !nev_spec_get_ranking (spec));
      break;

    case 13:
      nev_spec_set_ranking_day (spec, g_test_rand_bit () ? 0 : nev_day_from_date (2023, g_test_rand_int_range (1, 13), 1));
      break;

    case 9:
      nev_spec_set_seasonal (spec, !nev_spec_get_seasonal (spec));
      break;

    case 10:
      nev_spec_set_against (spec, g_test_rand_bit () ? NEV_PERIOD_NONE : nev_period_shift_months (nev_spec_get_range (spec), -12));
      break;

    default:
      nev_spec_set_index_base (spec, nev_day_from_date (2022, g_test_rand_int_range (1, 13), 1));
    }
}

static void
change_words_at_random (NevSpec *spec)
{
  g_autofree char *text = g_strdup_printf ("%d", g_test_rand_int ());

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      nev_spec_set_title (spec, text);
      break;

    case 1:
      nev_spec_set_footnote (spec, text);
      break;

    default:
      add_note (spec, text);
    }
}

static void
change_at_random (NevSpec *spec)
{
  if (g_test_rand_int_range (0, 4) == 0)
    change_words_at_random (spec);
  else
    change_view_at_random (spec);
}

/* Each view is seen again on the way back and on the way forwards, to the letter. */
static void
test_random (void)
{
  g_autoptr(NevSpec) spec = make_spec ();
  g_autoptr(NevHistory) history = nev_history_new (spec);
  g_autofree char *first = draw (spec);
  g_autofree char *last = NULL;
  g_autofree char *again = NULL;
  g_autofree char *forwards = NULL;

  for (int i = 0; i < NEV_STEPS_MAX; i++)
    {
      change_at_random (spec);
      end_event ();
    }

  last = draw (spec);
  g_assert_cmpstr (first, !=, last);
  g_assert_false (nev_history_can_redo (history));

  while (nev_history_can_undo (history))
    nev_history_undo (history);

  again = draw (spec);
  g_assert_cmpstr (again, ==, first);

  while (nev_history_can_redo (history))
    nev_history_redo (history);

  forwards = draw (spec);
  g_assert_cmpstr (forwards, ==, last);
}

static void
test_steps (void)
{
  g_autoptr(NevSpec) spec = make_spec ();
  g_autoptr(NevHistory) history = nev_history_new (spec);

  g_assert_false (nev_history_can_undo (history));
  nev_history_undo (history);
  nev_history_redo (history);

  /* One action that changes two things, and one that changes nothing in the end */
  nev_spec_set_frequency (spec, NEV_FREQUENCY_YEAR);
  nev_spec_set_mark (spec, NEV_MARK_LINE);
  g_assert_true (nev_history_can_undo (history));
  end_event ();
  nev_spec_set_mark (spec, NEV_MARK_BARS);
  nev_spec_set_mark (spec, NEV_MARK_LINE);
  end_event ();

  nev_history_undo (history);
  g_assert_cmpint (nev_spec_get_frequency (spec), ==, NEV_FREQUENCY_MONTH);
  g_assert_cmpint (nev_spec_get_mark (spec), ==, NEV_MARK_BARS);
  g_assert_false (nev_history_can_undo (history));
  g_assert_true (nev_history_can_redo (history));

  /* Undone in the middle of an event, it's a step of its own. */
  nev_history_redo (history);
  nev_spec_set_measure (spec, NEV_MEASURE_INDEX);
  nev_history_undo (history);
  g_assert_cmpint (nev_spec_get_measure (spec), ==, NEV_MEASURE_LEVEL);
  g_assert_cmpint (nev_spec_get_frequency (spec), ==, NEV_FREQUENCY_YEAR);

  /* What is done now takes the place of what was undone. */
  nev_spec_set_measure (spec, NEV_MEASURE_YEAR_TO_DATE);
  end_event ();
  g_assert_false (nev_history_can_redo (history));
}

/* What a drag does is one step, however long it takes. */
static void
test_hold (void)
{
  g_autoptr(NevSpec) spec = make_spec ();
  g_autoptr(NevHistory) history = nev_history_new (spec);

  nev_spec_set_mark (spec, NEV_MARK_LINE);
  nev_history_hold (history);

  for (int i = 1; i <= 10; i++)
    {
      nev_spec_set_range (spec, nev_day_from_date (2022, i, 1), 0);
      end_event ();
    }

  /* The wheel turns while something is dragged. */
  nev_history_hold (history);
  nev_spec_set_range (spec, nev_day_from_date (2023, 1, 1), 0);
  end_event ();
  nev_history_release (history);
  nev_spec_set_range (spec, nev_day_from_date (2023, 2, 1), 0);
  end_event ();
  g_assert_true (nev_history_can_undo (history));
  nev_history_release (history);

  nev_history_undo (history);
  g_assert_cmpint (nev_spec_get_from (spec), ==, nev_spec_get_chart (spec)->from);
  g_assert_cmpint (nev_spec_get_mark (spec), ==, NEV_MARK_LINE);
  nev_history_undo (history);
  g_assert_cmpint (nev_spec_get_mark (spec), ==, NEV_MARK_BARS);
  g_assert_false (nev_history_can_undo (history));

  /* Undone amid a drag, which goes on */
  nev_history_hold (history);
  nev_spec_set_range (spec, nev_day_from_date (2023, 3, 1), 0);
  g_assert_true (nev_history_can_undo (history));
  nev_history_undo (history);
  g_assert_cmpint (nev_spec_get_from (spec), ==, nev_spec_get_chart (spec)->from);
  nev_spec_set_range (spec, nev_day_from_date (2023, 4, 1), 0);
  nev_history_release (history);
  g_assert_false (nev_history_can_redo (history));
  nev_history_undo (history);
  g_assert_cmpint (nev_spec_get_from (spec), ==, nev_spec_get_chart (spec)->from);
}

static void
type (NevSpec    *spec,
      const char *text)
{
  for (gsize i = 1; i <= strlen (text); i++)
    {
      g_autofree char *typed = g_strndup (text, i);

      nev_spec_set_title (spec, typed);
      end_event ();
    }
}

static void
test_typing (void)
{
  g_autoptr(NevSpec) spec = make_spec ();
  g_autoptr(NevHistory) history = nev_history_new (spec);

  type (spec, "First");
  nev_history_end_step (history);
  type (spec, "Second");
  nev_spec_set_subtitle (spec, "Below");
  end_event ();

  nev_history_undo (history);
  g_assert_cmpstr (nev_spec_get_title (spec), ==, "Second");
  g_assert_null (nev_spec_get_subtitle (spec));
  nev_history_undo (history);
  g_assert_cmpstr (nev_spec_get_title (spec), ==, "First");

  /* Not what it was when it was typed first. */
  type (spec, "Third");
  nev_history_undo (history);
  g_assert_cmpstr (nev_spec_get_title (spec), ==, "First");
  nev_history_undo (history);
  g_assert_null (nev_spec_get_title (spec));
  g_assert_false (nev_history_can_undo (history));
}

/* Back through 200 views of two charts and forwards again, each as it was to the letter. What was written meanwhile stays,
 * and each chart can undo what going back has done to it.
 */
static void
test_trail (void)
{
  g_autoptr(NevTrail) trail = nev_trail_new ();
  g_autoptr(NevSpec) other = nev_spec_new (dataset, nev_dataset_find_chart (dataset, "exports", NULL));
  g_autoptr(NevSpec) spec = make_spec ();
  g_autoptr(NevHistory) history = nev_history_new (spec);
  g_autoptr(GPtrArray) views = g_ptr_array_new_with_free_func (g_free);
  NevSpec        *specs[] = { spec, other };
  g_autofree char *last = NULL;
  g_autofree char *again = NULL;
  NevSpec        *view;
  guint           page = 1;

  nev_trail_visit (trail, 0, NULL);
  nev_trail_visit (trail, 1, spec);
  g_ptr_array_add (views, draw (spec));

  while (views->len < NEV_STEPS_MAX)
    {
      guint index = (guint) g_test_rand_int_range (0, 2);
      g_autoptr(NevSpec) before = nev_spec_copy (specs[index]);

      change_view_at_random (specs[index]);
      nev_trail_visit (trail, index + 1, specs[index]);
      nev_trail_visit (trail, index + 1, specs[index]);
      end_event ();

      /* What changes nothing is no view. */
      if (index + 1 != page || !nev_spec_equal (before, specs[index]))
        g_ptr_array_add (views, draw (specs[index]));
      page = index + 1;
    }

  last = draw (spec);

  for (guint i = views->len - 1; i-- > 0;)
    {
      g_autofree char *drawn = NULL;

      g_assert_true (nev_trail_go (trail, NEV_TRAIL_BACK, &page, &view));
      nev_trail_apply (view, specs[page - 1]);
      end_event ();
      drawn = draw (specs[page - 1]);
      g_assert_cmpstr (drawn, ==, g_ptr_array_index (views, i));
    }

  /* The page without a chart came first. */
  g_assert_true (nev_trail_go (trail, NEV_TRAIL_BACK, &page, &view));
  g_assert_cmpuint (page, ==, 0);
  g_assert_null (view);
  g_assert_false (nev_trail_go (trail, NEV_TRAIL_BACK, &page, &view));
  g_assert_true (nev_trail_go (trail, NEV_TRAIL_FORWARD, &page, &view));

  for (guint i = 1; i < views->len; i++)
    {
      g_autofree char *drawn = NULL;

      g_assert_true (nev_trail_go (trail, NEV_TRAIL_FORWARD, &page, &view));
      nev_trail_apply (view, specs[page - 1]);
      end_event ();
      drawn = draw (specs[page - 1]);
      g_assert_cmpstr (drawn, ==, g_ptr_array_index (views, i));
    }

  g_assert_false (nev_trail_can_go (trail, NEV_TRAIL_FORWARD));
  again = draw (spec);
  g_assert_cmpstr (again, ==, last);

  /* Words are no view, and going back leaves them alone; it can be undone like anything else. */
  nev_trail_visit (trail, 1, spec);
  nev_spec_set_range (spec, 1, 2);
  nev_trail_visit (trail, 1, spec);
  nev_spec_set_title (spec, "Mine");
  add_note (spec, "Here");
  nev_trail_visit (trail, 1, spec);
  nev_history_end_step (history);

  g_assert_true (nev_trail_go (trail, NEV_TRAIL_BACK, &page, &view));
  g_assert_cmpuint (page, ==, 1);
  nev_trail_apply (view, spec);
  nev_history_end_step (history);
  g_assert_cmpint (nev_spec_get_from (spec), !=, 1);
  g_assert_cmpstr (nev_spec_get_title (spec), ==, "Mine");
  g_assert_cmpuint (nev_spec_get_annotations (spec)->len, ==, 1);
  nev_history_undo (history);
  g_assert_cmpint (nev_spec_get_from (spec), ==, 1);
  g_assert_cmpstr (nev_spec_get_title (spec), ==, "Mine");

  /* Something else than what lay forwards */
  g_assert_true (nev_trail_can_go (trail, NEV_TRAIL_FORWARD));
  nev_spec_set_range (spec, 3, 4);
  nev_trail_visit (trail, 1, spec);
  g_assert_false (nev_trail_can_go (trail, NEV_TRAIL_FORWARD));
}

static void
test_limit (void)
{
  g_autoptr(NevSpec) spec = make_spec ();
  g_autoptr(NevHistory) history = nev_history_new (spec);
  int n_steps = 0;

  for (int i = 1; i <= NEV_STEPS_MAX + 10; i++)
    {
      nev_spec_set_range (spec, i, 0);
      end_event ();
    }

  for (; nev_history_can_undo (history); n_steps++)
    nev_history_undo (history);

  g_assert_cmpint (n_steps, ==, NEV_STEPS_MAX);
  g_assert_cmpint (nev_spec_get_from (spec), ==, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  dataset = nev_package_load_bundled (&error);
  g_assert_no_error (error);

  g_test_add_func ("/history/random", test_random);
  g_test_add_func ("/history/steps", test_steps);
  g_test_add_func ("/history/hold", test_hold);
  g_test_add_func ("/history/typing", test_typing);
  g_test_add_func ("/history/trail", test_trail);
  g_test_add_func ("/history/limit", test_limit);

  status = g_test_run ();

  g_object_unref (dataset);

  return status;
}
