/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "nev-history.h"
#include "nev-layout.h"
#include "nev-package.h"
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
change_at_random (NevSpec *spec)
{
  g_autofree char *text = g_strdup_printf ("%d", g_test_rand_int ());
  g_autoptr(GPtrArray) series = g_ptr_array_new ();

  switch (g_test_rand_int_range (0, 13))
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
      nev_spec_set_title (spec, text);
      break;

    case 6:
      nev_spec_set_footnote (spec, text);
      break;

    case 7:
      zoom_at_random (spec);
      break;

    case 8:
      pan_at_random (spec);
      break;

    case 9:
      resize_at_random (spec);
      break;

    case 10:
      nev_spec_set_merge_jan_feb (spec, !nev_spec_get_merge_jan_feb (spec));
      break;

    case 11:
      nev_spec_set_index_base (spec, nev_day_from_date (2022, g_test_rand_int_range (1, 13), 1));
      break;

    default:
      add_note (spec, text);
    }
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

  for (int i = 0; i < NEV_HISTORY_MAX_STEPS; i++)
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

static void
test_limit (void)
{
  g_autoptr(NevSpec) spec = make_spec ();
  g_autoptr(NevHistory) history = nev_history_new (spec);
  int n_steps = 0;

  for (int i = 1; i <= NEV_HISTORY_MAX_STEPS + 10; i++)
    {
      nev_spec_set_range (spec, i, 0);
      end_event ();
    }

  for (; nev_history_can_undo (history); n_steps++)
    nev_history_undo (history);

  g_assert_cmpint (n_steps, ==, NEV_HISTORY_MAX_STEPS);
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
  g_test_add_func ("/history/limit", test_limit);

  status = g_test_run ();

  g_object_unref (dataset);

  return status;
}
