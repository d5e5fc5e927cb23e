/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>

#include "test-press.h"
#include "test-wait.h"

#include "nev-application.h"
#include "nev-settings.h"
#include "nev-split.h"
#include "nev-table-cells.h"
#include "nev-table-dialog.h"
#include "nev-table-model.h"
#include "nev-table-text.h"
#include "nev-table-view.h"
#include "nev-window-table.h"

/* The table in a window: its order, what is selected, what is copied and saved of it. */

static GApplication *application;

typedef struct
{
  NevWindow     *window;
  NevChartPage  *page;
  NevChartState *state;
  GtkColumnView *list;
  char          *folder;
} Fixture;

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_text (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("nev-XXXXXX", &error);
  g_assert_no_error (error);
  self->window = nev_window_new (GTK_APPLICATION (application), NULL);
  self->page = nev_window_get_chart_page (self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (nev_window_get_dataset (self->window) != NULL);

  nev_window_set_page (self->window, 1);
  self->state = nev_chart_page_get_state (self->page);
  nev_spec_set_frequency (nev_chart_state_get_spec (self->state), NEV_FREQUENCY_MONTH);
  nev_chart_page_set_show_table (self->page, TRUE);
  wait_until ((self->list = GTK_COLUMN_VIEW (find_widget (GTK_WIDGET (self->page), GTK_TYPE_COLUMN_VIEW))));
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }

  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);

  nev_chart_page_set_show_table (self->page, FALSE);
  nev_window_set_page (self->window, 0);
  gtk_window_destroy (GTK_WINDOW (self->window));

  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static GtkSelectionModel *
get_rows (Fixture *self)
{
  return gtk_column_view_get_model (self->list);
}

static void
sort (Fixture    *self,
      guint       column,
      GtkSortType direction)
{
  g_autoptr(GtkColumnViewColumn) head = g_list_model_get_item (gtk_column_view_get_columns (self->list), column);

  gtk_column_view_sort_by_column (self->list, head, direction);
}

static guint
get_row (Fixture *self,
         guint    position)
{
  g_autoptr(NevTableRow) row = g_list_model_get_item (G_LIST_MODEL (get_rows (self)), position);

  return nev_table_row_get_index (row);
}

static void
assert_head (Fixture    *self,
             guint       column,
             const char *text)
{
  g_autoptr(GtkColumnViewColumn) head = g_list_model_get_item (gtk_column_view_get_columns (self->list), column);

  g_assert_cmpstr (gtk_column_view_column_get_title (head), ==, text);
}

/* The rows of a ranking are names. Of years that are compared the series is named once. */
static void
test_row_head (Fixture      *self,
               gconstpointer data)
{
  NevSpec *spec = nev_chart_state_get_spec (self->state);

  assert_head (self, 0, "Period");
  assert_head (self, 1, "NEV production\nvehicles");
  nev_spec_set_ranking (spec, TRUE);
  assert_head (self, 0, "Name");
  nev_spec_set_ranking (spec, FALSE);
  nev_spec_set_seasonal (spec, TRUE);
  assert_head (self, 0, "NEV sales\nMonth");
  assert_head (self, 1, "2023\nvehicles");
  nev_spec_set_measure (spec, NEV_MEASURE_CHANGE_ON_YEAR);
  assert_head (self, 0, "NEV sales, Change on the year\nMonth");
  nev_spec_set_measure (spec, NEV_MEASURE_LEVEL);
  nev_spec_set_seasonal (spec, FALSE);
  assert_head (self, 0, "Period");
}

/* Of every chart in every measure and frequency the list has the very readings of the table, and its columns are those of
 * the files.
 */
static void
test_agreement (Fixture      *self,
                gconstpointer data)
{
  for (guint page = 1; page < nev_window_get_n_pages (self->window); page++)
    for (int measure = 0; measure < NEV_N_MEASURES; measure++)
      for (int frequency = 0; frequency < NEV_N_FREQUENCIES; frequency++)
        {
          NevSpec    *spec;
          NevTable   *table;
          GListModel *rows, *columns;
          g_autoptr(NevTableCells) cells = NULL;

          nev_window_set_page (self->window, page);
          spec = nev_chart_state_get_spec (nev_chart_page_get_state (self->page));
          nev_spec_set_frequency (spec, (NevFrequency) frequency);
          nev_spec_set_measure (spec, (NevMeasure) measure);

          table = nev_chart_state_get_table (nev_chart_page_get_state (self->page));
          cells = nev_table_cells_new (table, NEV_LANGUAGE_ENGLISH);
          rows = G_LIST_MODEL (get_rows (self));
          columns = gtk_column_view_get_columns (self->list);

          g_assert_cmpuint (g_list_model_get_n_items (rows), ==, nev_table_get_n_rows (table));
          g_assert_cmpuint (g_list_model_get_n_items (columns), >, nev_table_get_n_columns (table));

          for (guint i = 0; i < nev_table_get_n_columns (table); i++)
            {
              g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i + 1);
              g_autofree char *title = nev_table_cells_get_title (cells, i);

              g_assert_true (g_str_has_prefix (gtk_column_view_column_get_title (column), title));

              for (guint j = 0; j < nev_table_get_n_rows (table); j++)
                {
                  g_autoptr(NevTableRow) row = g_list_model_get_item (rows, j);

                  g_assert_true (nev_table_row_get_reading (row, i) == nev_table_get_reading (table, i, j));
                }
            }
        }
}

/* What stands there and what is read aloud, of the first row. */
static void
test_words (Fixture      *self,
            gconstpointer data)
{
  NevTable *table = nev_chart_state_get_table (self->state);
  g_autoptr(NevTableCells) cells = nev_table_cells_new (table, NEV_LANGUAGE_ENGLISH);
  g_autofree char *title = nev_table_cells_get_row_title (cells, 0);
  g_autofree char *description = nev_table_cells_describe_row (cells, 0);
  GtkWidget       *label, *row;

  wait_until ((label = find_text (GTK_WIDGET (self->list), title)) != NULL);
  row = gtk_widget_get_parent (gtk_widget_get_parent (label));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description);

  for (guint i = 0; i < nev_table_get_n_columns (table); i++)
    {
      g_autofree char *text = nev_table_cells_get_text (cells, i, 0);

      g_assert_nonnull (find_text (row, text));
    }
}

/* By any head and in either direction; other heads do away with the order, other periods don't. */
static void
test_sort (Fixture      *self,
           gconstpointer data)
{
  static const int columns[] = { NEV_TABLE_ORDER_PERIOD, 0, 1, NEV_TABLE_ORDER_STATUS };
  NevSpec         *spec = nev_chart_state_get_spec (self->state);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    for (int is_descending = 0; is_descending < 2; is_descending++)
      {
        NevTable *table = nev_chart_state_get_table (self->state);
        g_autoptr(GArray) order = nev_table_order (table, columns[i], is_descending);

        sort (self, i, is_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);

        for (guint j = 0; j < order->len; j++)
          g_assert_cmpuint (get_row (self, j), ==, g_array_index (order, guint, j));
      }

  sort (self, 1, GTK_SORT_DESCENDING);
  nev_spec_set_range (spec, nev_day_from_date (2023, 1, 1), nev_day_from_date (2024, 1, 1));
  g_assert_cmpuint (get_row (self, 0), ==, 11);

  /* Its share of the year grows; nothing says that the largest change comes first. */
  nev_spec_set_measure (spec, NEV_MEASURE_YEAR_TO_DATE);
  g_assert_cmpuint (get_row (self, 0), ==, 0);
}

static void
test_selection (Fixture      *self,
                gconstpointer data)
{
  g_autoptr(GtkBitset) some = gtk_bitset_new_range (3, 4);
  g_autoptr(GtkBitset) all = NULL;

  sort (self, 2, GTK_SORT_DESCENDING);

  /* From the table to the chart. */
  gtk_selection_model_select_item (get_rows (self), 3, TRUE);
  g_assert_cmpint (nev_chart_state_get_selection (self->state).row, ==, (int) get_row (self, 3));

  /* From the chart to the table, where the row comes into sight. */
  nev_chart_state_select (self->state, (NevDatum){ 1, 0 });
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (get_rows (self))); i++)
    g_assert_cmpint (gtk_selection_model_is_selected (get_rows (self), i), ==, get_row (self, i) == 0);
  wait_until (find_text (GTK_WIDGET (self->list), "408,000") != NULL);
  g_assert_true (gtk_widget_has_css_class (find_text (GTK_WIDGET (self->list), "408,000"), "marked"));

  /* Another order keeps it. */
  sort (self, 0, GTK_SORT_ASCENDING);
  g_assert_true (gtk_selection_model_is_selected (get_rows (self), 0));
  g_assert_cmpint (nev_chart_state_get_selection (self->state).row, ==, 0);

  /* Left and right walk through the series. */
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  g_assert_true (press (gtk_widget_get_ancestor (GTK_WIDGET (self->list), NEV_TYPE_TABLE_VIEW), GDK_KEY_Left));
  g_assert_true (nev_datum_equal (nev_chart_state_get_selection (self->state), ((NevDatum){ 0, 0 })));

  /* Of several rows the chart knows one. */
  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (get_rows (self))));
  gtk_selection_model_set_selection (get_rows (self), some, all);
  g_assert_cmpint (nev_chart_state_get_selection (self->state).row, ==, 3);
  g_assert_true (gtk_selection_model_is_selected (get_rows (self), 6));

  gtk_selection_model_unselect_all (get_rows (self));
  g_assert_true (nev_datum_is_none (nev_chart_state_get_selection (self->state)));
}

static void
text_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
copy (Fixture    *self,
      const char *action)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->window));
  char         *text = NULL;

  gdk_clipboard_set_content (clipboard, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL);
  wait_until (gdk_clipboard_get_content (clipboard) != NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, text_cb, &text);
  wait_until (text != NULL);

  return text;
}

/* The rows that are selected, in the order in which they stand, or else all of them; with heads and source. */
static void
test_copy (Fixture      *self,
           gconstpointer data)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (get_rows (self)));
  g_autoptr(GtkBitset) some = gtk_bitset_new_range (0, 2);
  g_autoptr(GtkBitset) every = gtk_bitset_new_range (0, n_rows);
  g_autofree char *selected = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *all = NULL;
  g_auto(GStrv) lines = NULL;

  sort (self, 2, GTK_SORT_DESCENDING);
  gtk_selection_model_set_selection (get_rows (self), some, every);

  selected = copy (self, "win.copy-rows");
  lines = g_strsplit (selected, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_true (g_str_has_prefix (lines[0], "Period\tNEV production (vehicles)\tHow Obtained\tNEV sales (vehicles)"));
  g_assert_true (g_str_has_prefix (lines[1], "Nov 2025\t"));
  g_assert_true (g_str_has_prefix (lines[2], "Oct 2025\t"));
  g_assert_true (g_str_has_prefix (lines[4], "Source: "));

  all = copy (self, "win.copy-data");
  gtk_selection_model_unselect_all (get_rows (self));
  whole = copy (self, "win.copy-rows");
  g_assert_cmpstr (whole, ==, all);
  g_assert_true (g_str_has_prefix (strchr (whole, '\n'), "\nNov 2025\t"));
}

static char *
save (Fixture *self,
      gboolean is_all,
      gboolean has_mark)
{
  g_autofree char *path = g_build_filename (self->folder, "table.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  char *text = NULL;

  nev_window_save_table (self->window, file, &(NevTableOptions){ is_all, has_mark, NEV_LANGUAGE_ENGLISH });
  wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);

  return text;
}

static guint
count_lines (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);

  return g_strv_length (lines);
}

/* Heads, an empty line, the source and the end of the last line are no rows. */
#define N_OTHER_LINES 4

static void
test_save (Fixture      *self,
           gconstpointer data)
{
  NevTable *table = nev_chart_state_get_table (self->state);
  g_autoptr(NevTable) full = nev_spec_create_full_table (nev_chart_state_get_spec (self->state));
  g_autofree char *shown = NULL;
  g_autofree char *all = NULL;

  sort (self, 2, GTK_SORT_DESCENDING);
  shown = save (self, FALSE, FALSE);
  g_assert_true (g_str_has_prefix (shown, "Period,"));
  g_assert_cmpuint (count_lines (shown), ==, nev_table_get_n_rows (table) + N_OTHER_LINES);
  g_assert_true (g_str_has_prefix (strchr (shown, '\n'), "\nNov 2025,"));

  all = save (self, TRUE, TRUE);
  g_assert_true (g_str_has_prefix (all, NEV_BYTE_ORDER_MARK "Period,"));
  g_assert_cmpuint (count_lines (all), ==, nev_table_get_n_rows (full) + N_OTHER_LINES);
  g_assert_cmpuint (nev_table_get_n_rows (full), >, nev_table_get_n_rows (table));
}

/* A folder that isn't there is told of, and no file is begun. */
static void
test_save_fails (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "missing", "table.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint      n_windows = g_list_model_get_n_items (toplevels);
  GtkWidget *dialog = NULL;

  nev_window_save_table (self->window, file, &(NevTableOptions){ FALSE, FALSE, NEV_LANGUAGE_ENGLISH });
  wait_until (g_list_model_get_n_items (toplevels) > n_windows);

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (GTK_WINDOW (window)) == GTK_WINDOW (self->window))
        dialog = window;
    }

  g_assert_nonnull (dialog);
  wait_until (find_text (dialog, "The Table Could Not Be Saved") != NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* How much it will be stands on the button, and what was chosen is chosen again. */
static void
test_dialog (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GSettings) settings = nev_settings_new ();
  NevSpec *spec = nev_chart_state_get_spec (self->state);
  static const struct
  {
    gboolean    is_all;
    gboolean    has_mark;
    const char *label;
  } cases[] = {
    { FALSE, FALSE, "_Save 12 Rows…" },
    { TRUE, TRUE, "_Save All 86 Rows…" },
  };

  nev_spec_set_range (spec, nev_day_from_date (2023, 1, 1), nev_day_from_date (2024, 1, 1));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NevTableDialog *dialog;
      NevTableOptions options;

      if (i > 0)
        nev_settings_set_table_options (settings, cases[i].is_all, cases[i].has_mark);

      dialog = nev_table_dialog_new (GTK_WINDOW (self->window), spec, NEV_LANGUAGE_CHINESE, settings);
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_default_widget (GTK_WINDOW (dialog)))), ==, cases[i].label);
      nev_table_dialog_get_options (dialog, &options);
      g_assert_cmpint (options.is_all, ==, cases[i].is_all);
      g_assert_cmpint (options.has_mark, ==, cases[i].has_mark);
      g_assert_cmpint (options.language, ==, NEV_LANGUAGE_CHINESE);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }

  g_settings_reset (settings, "table-all");
  g_settings_reset (settings, "table-byte-order-mark");
}

/* Beside, below or instead, by the room that there is. */
static void
test_split (Fixture      *self,
            gconstpointer data)
{
  static const struct
  {
    int      width, height;
    gboolean is_chart_shown;
    gboolean is_beside;
  } cases[] = {
    { 900, 500, TRUE, TRUE },
    { 600, 600, TRUE, FALSE },
    { 600, 400, FALSE, FALSE },
    { 360, 640, FALSE, FALSE },
  };
  GtkWidget *split = find_widget (GTK_WIDGET (self->page), NEV_TYPE_SPLIT);
  GtkWidget *chart = GTK_WIDGET (nev_chart_page_get_chart_view (self->page));
  GtkWidget *table = find_widget (GTK_WIDGET (self->page), NEV_TYPE_TABLE_VIEW);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      graphene_rect_t first, second;

      gtk_widget_size_allocate (split, &(GtkAllocation){ 0, 0, cases[i].width, cases[i].height }, -1);
      g_assert_true (gtk_widget_get_mapped (table));
      g_assert_cmpint (gtk_widget_get_mapped (chart), ==, cases[i].is_chart_shown);
      g_assert_true (gtk_widget_compute_bounds (table, split, &second));

      if (!cases[i].is_chart_shown)
        {
          g_assert_cmpfloat (second.size.width, ==, cases[i].width);
          g_assert_cmpfloat (second.size.height, ==, cases[i].height);
          continue;
        }

      g_assert_true (gtk_widget_compute_bounds (chart, split, &first));
      if (cases[i].is_beside)
        g_assert_cmpfloat (first.origin.x + first.size.width, <=, second.origin.x);
      else
        g_assert_cmpfloat (first.origin.y + first.size.height, <=, second.origin.y);
    }
}

static void
add_test (const char *path,
          void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  /* Not gtk_test_init(), which sets a locale that needn't be there. */
  (g_test_init) (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  application = G_APPLICATION (nev_application_new (G_APPLICATION_NON_UNIQUE));
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  g_application_hold (application);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add_test ("/table-view/agreement", test_agreement);
  add_test ("/table-view/row-head", test_row_head);
  add_test ("/table-view/words", test_words);
  add_test ("/table-view/sort", test_sort);
  add_test ("/table-view/selection", test_selection);
  add_test ("/table-view/copy", test_copy);
  add_test ("/table-view/save", test_save);
  add_test ("/table-view/save-fails", test_save_fails);
  add_test ("/table-view/dialog", test_dialog);
  add_test ("/table-view/split", test_split);

  status = g_test_run ();

  g_application_release (application);
  g_object_unref (application);

  return status;
}
